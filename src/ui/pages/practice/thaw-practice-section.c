/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-section"

#include "config.h"
#include "pages/practice/thaw-practice-section.h"

#include "thaw-focus.h"

/**
 * ThawPracticeSection:
 *
 * Some things to do under a heading, each a row that opens it by the action
 * `win.practice`. Invisible while there are none and nothing in its header.
 */
struct _ThawPracticeSection
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;      /* (owned) (element-type GtkWidget): not owned, in the group */
  char *focused;        /* (owned) (nullable): what had the focus before the rows were made anew */
  guint focused_index;  /* where that was */
};

G_DEFINE_FINAL_TYPE (ThawPracticeSection, thaw_practice_section, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_activity (GtkWidget *row)
{
  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL);
}

static void
remember_focus (ThawPracticeSection *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (thaw_focus_is_in (row))
        {
          self->focused = g_strdup (get_activity (row));
          self->focused_index = i;
        }
    }
}

/* To what had it, or what is in its place now, or what is next to where it was. */
static void
give_focus_back (ThawPracticeSection *self)
{
  GtkWidget *suffix = adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (self));

  if (thaw_practice_section_focus (self, self->focused))
    return;

  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (self->focused_index, self->rows->len - 1)));
  else if (suffix == NULL || !gtk_widget_grab_focus (suffix))
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
thaw_practice_section_finalize (GObject *object)
{
  ThawPracticeSection *self = THAW_PRACTICE_SECTION (object);

  g_ptr_array_unref (self->rows);
  g_free (self->focused);

  G_OBJECT_CLASS (thaw_practice_section_parent_class)->finalize (object);
}

static void
thaw_practice_section_class_init (ThawPracticeSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_practice_section_finalize;
}

static void
thaw_practice_section_init (ThawPracticeSection *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * thaw_practice_row_new:
 * @activity: the id of what it opens
 * @title: what that is called
 * @subtitle: (nullable): a few words about it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
thaw_practice_row_new (const char *activity,
                       const char *title,
                       const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  /* A name is a name, whatever characters are in it. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", activity);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.practice");

  return row;
}

/**
 * thaw_practice_section_begin:
 *
 * Takes out all rows. To be followed by thaw_practice_section_add() for each that is
 * there now, and by thaw_practice_section_end().
 */
void
thaw_practice_section_begin (ThawPracticeSection *self)
{
  g_return_if_fail (THAW_IS_PRACTICE_SECTION (self));

  g_clear_pointer (&self->focused, g_free);
  remember_focus (self);
  /* The window would look for another place for a focus that went with its row, later than it is given back here. */
  if (self->focused != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/**
 * thaw_practice_section_add:
 * @activity: the id of something to do
 * @title: what it is called
 * @subtitle: (nullable): a few words about it
 */
void
thaw_practice_section_add (ThawPracticeSection *self,
                           const char          *activity,
                           const char          *title,
                           const char          *subtitle)
{
  GtkWidget *row;

  g_return_if_fail (THAW_IS_PRACTICE_SECTION (self));
  g_return_if_fail (activity != NULL && title != NULL);

  row = thaw_practice_row_new (activity, title, subtitle);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/**
 * thaw_practice_section_end:
 *
 * All rows are there: the focus is where it was, or near, if that is gone.
 */
void
thaw_practice_section_end (ThawPracticeSection *self)
{
  g_return_if_fail (THAW_IS_PRACTICE_SECTION (self));

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->rows->len > 0 ||
                          adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (self)) != NULL);
  if (self->focused != NULL)
    give_focus_back (self);
}

/**
 * thaw_practice_section_focus:
 * @activity: the id of something to do
 *
 * Returns: whether it is here, and has the focus now
 */
gboolean
thaw_practice_section_focus (ThawPracticeSection *self,
                             const char          *activity)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_SECTION (self), FALSE);
  g_return_val_if_fail (activity != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (get_activity (row), activity))
        return gtk_widget_grab_focus (row);
    }

  return FALSE;
}
