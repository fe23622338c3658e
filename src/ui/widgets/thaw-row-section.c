/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-row-section"

#include "config.h"
#include "widgets/thaw-row-section.h"

#include "thaw-focus.h"
#include "widgets/thaw-heading.h"

/* What a row stands for. */
#define KEY "thaw-row-section-key"

/**
 * ThawRowSection:
 *
 * Rows under a heading, which are made anew when what they show changes, without taking
 * the focus away. Invisible while there are none and nothing in its header.
 */
struct _ThawRowSection
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;      /* (owned) (element-type GtkWidget): not owned, in the group */
  char *focused;        /* (owned) (nullable): what had the focus before the rows were made anew */
  guint focused_index;  /* where that was */
};

G_DEFINE_FINAL_TYPE (ThawRowSection, thaw_row_section, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

static void
remember_focus (ThawRowSection *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (thaw_focus_is_in (row))
        {
          self->focused = g_strdup (get_key (row));
          self->focused_index = i;
        }
    }
}

/* To what had it, or what is in its place now, or what is next to where it was. */
static void
give_focus_back (ThawRowSection *self)
{
  GtkWidget *suffix = adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (self));

  if (thaw_row_section_focus (self, self->focused))
    return;

  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (self->focused_index, self->rows->len - 1)));
  else if (suffix == NULL || !gtk_widget_grab_focus (suffix))
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
thaw_row_section_finalize (GObject *object)
{
  ThawRowSection *self = THAW_ROW_SECTION (object);

  g_ptr_array_unref (self->rows);
  g_free (self->focused);

  G_OBJECT_CLASS (thaw_row_section_parent_class)->finalize (object);
}

static void
thaw_row_section_class_init (ThawRowSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_row_section_finalize;
}

static void
thaw_row_section_init (ThawRowSection *self)
{
  self->rows = g_ptr_array_new ();
  thaw_heading_mark_title (ADW_PREFERENCES_GROUP (self), 2);
}

/**
 * thaw_row_section_begin:
 *
 * Takes out all rows. To be followed by thaw_row_section_add() for each that is
 * there now, and by thaw_row_section_end().
 */
void
thaw_row_section_begin (ThawRowSection *self)
{
  g_return_if_fail (THAW_IS_ROW_SECTION (self));

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
 * thaw_row_section_add:
 * @key: what the row stands for, and is known again by
 * @row: (transfer floating): a row
 */
void
thaw_row_section_add (ThawRowSection *self,
                      const char     *key,
                      GtkWidget      *row)
{
  g_return_if_fail (THAW_IS_ROW_SECTION (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (key), g_free);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/**
 * thaw_row_section_end:
 *
 * All rows are there: the focus is where it was, or near, if that is gone.
 */
void
thaw_row_section_end (ThawRowSection *self)
{
  g_return_if_fail (THAW_IS_ROW_SECTION (self));

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->rows->len > 0 ||
                          adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (self)) != NULL);
  if (self->focused != NULL)
    give_focus_back (self);
}

/**
 * thaw_row_section_focus:
 * @key: what a row stands for
 *
 * Returns: whether it is here, and has the focus now
 */
gboolean
thaw_row_section_focus (ThawRowSection *self,
                        const char     *key)
{
  g_return_val_if_fail (THAW_IS_ROW_SECTION (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (get_key (row), key))
        return gtk_widget_grab_focus (row);
    }

  return FALSE;
}
