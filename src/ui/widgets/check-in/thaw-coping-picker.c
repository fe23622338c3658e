/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-coping-picker"

#include "config.h"
#include "thaw-coping-picker.h"

#include "thaw-tag.h"

#include <glib/gi18n-lib.h>

/**
 * ThawCopingPicker:
 *
 * What a person may have done about it, to choose from: what they used lately
 * first, then all by group. What is typed finds, and is itself a choice: nobody
 * has to fit into a list.
 *
 * Keyboard: what is typed goes to the search, Up and Down go through what is
 * found, Return takes it, Escape takes nothing.
 */
struct _ThawCopingPicker
{
  GtkPopover parent_instance;

  GtkEditable *search_entry;
  GtkListBox *list;

  GPtrArray *choices;      /* (owned) (element-type Choice): one for each row, and the last row is what is typed */
  GtkListBoxRow *own_row;  /* (unowned) (nullable): takes what is typed */
  char *typed;             /* (owned) (nullable): as it would be stored, NULL if nothing is typed */
};

G_DEFINE_FINAL_TYPE (ThawCopingPicker, thaw_coping_picker, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *slug;
  char *name;
  char *group;        /* heading over it */
  gboolean is_double; /* used lately, and in its group again */
} Choice;

static void
choice_free (Choice *choice)
{
  g_free (choice->slug);
  g_free (choice->name);
  g_free (choice->group);
  g_free (choice);
}

/* NULL for the row with what is typed. */
static const Choice *
get_choice (ThawCopingPicker *self,
            GtkListBoxRow    *row)
{
  guint at = (guint) gtk_list_box_row_get_index (row);

  return at < self->choices->len ? g_ptr_array_index (self->choices, at) : NULL;
}

static gboolean
is_name_of_choice (ThawCopingPicker *self,
                   const char       *typed)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);
      g_autofree char *name = g_utf8_casefold (choice->name, -1);

      if (g_str_equal (name, folded))
        return TRUE;
    }

  return FALSE;
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  ThawCopingPicker *self = THAW_COPING_PICKER (user_data);
  const Choice *choice = get_choice (self, row);

  if (choice == NULL)
    return self->typed != NULL && !is_name_of_choice (self, self->typed);
  if (self->typed == NULL)
    return TRUE;

  return !choice->is_double && g_str_match_string (self->typed, choice->name, TRUE);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  ThawCopingPicker *self = THAW_COPING_PICKER (user_data);
  const Choice *choice = get_choice (self, row);
  const Choice *former = before != NULL ? get_choice (self, before) : NULL;
  GtkWidget *heading;

  if (choice == NULL || (former != NULL && g_str_equal (former->group, choice->group)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (choice->group);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_widget_add_css_class (heading, "group");
  gtk_list_box_row_set_header (row, heading);
}

static GtkWidget *
create_row (const char *name,
            const char *group)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, group,
                                  -1);

  return row;
}

static void
add_choice (ThawCopingPicker *self,
            const char       *slug,
            const char       *name,
            const char       *group,
            gboolean          is_double)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->slug = g_strdup (slug);
  choice->name = g_strdup (name);
  choice->group = g_strdup (group);
  choice->is_double = is_double;
  g_ptr_array_add (self->choices, choice);
  gtk_list_box_append (self->list, create_row (name, group));
}

static void
clear (ThawCopingPicker *self)
{
  GtkListBoxRow *row;

  self->own_row = NULL;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->choices, 0);
}

/* The row that Return takes: the first that is seen. */
static void
select_first (ThawCopingPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        break;
    }

  gtk_list_box_select_row (self->list, self->typed != NULL ? row : NULL);
}

static void
show_own_row (ThawCopingPicker *self)
{
  GtkWidget *label;
  g_autofree char *words = NULL;

  if (self->own_row == NULL || self->typed == NULL)
    return;

  /* Translators: a choice in a list; %s is what the person typed, as "petted the cat" */
  words = g_strdup_printf (_("Use “%s”"), self->typed);
  label = gtk_list_box_row_get_child (self->own_row);
  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own_row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
choose (ThawCopingPicker *self,
        GtkListBoxRow    *row)
{
  const Choice *choice = get_choice (self, row);
  g_autofree char *slug = g_strdup (choice != NULL ? choice->slug : self->typed);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (slug != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, slug);
}

static void
search_entry_search_changed_cb (ThawCopingPicker *self)
{
  g_free (self->typed);
  self->typed = thaw_tag_name_normalize (gtk_editable_get_text (self->search_entry));
  show_own_row (self);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  select_first (self);
}

static void
search_entry_activate_cb (ThawCopingPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row)))
    choose (self, row);
}

static void
search_entry_stop_search_cb (ThawCopingPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
list_row_activated_cb (ThawCopingPicker *self,
                       GtkListBoxRow    *row)
{
  choose (self, row);
}

/* From the search into what it found, and on with the list's own keys. */
static gboolean
on_search_key_pressed_cb (ThawCopingPicker *self,
                          guint             keyval,
                          guint             keycode,
                          GdkModifierType   state)
{
  GtkListBoxRow *row;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }

  return GDK_EVENT_STOP;
}

static void
thaw_coping_picker_show (GtkWidget *widget)
{
  ThawCopingPicker *self = THAW_COPING_PICKER (widget);

  gtk_editable_set_text (self->search_entry, "");
  GTK_WIDGET_CLASS (thaw_coping_picker_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
thaw_coping_picker_dispose (GObject *object)
{
  ThawCopingPicker *self = THAW_COPING_PICKER (object);

  self->own_row = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_COPING_PICKER);

  G_OBJECT_CLASS (thaw_coping_picker_parent_class)->dispose (object);
}

static void
thaw_coping_picker_finalize (GObject *object)
{
  ThawCopingPicker *self = THAW_COPING_PICKER (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (thaw_coping_picker_parent_class)->finalize (object);
}

static void
thaw_coping_picker_class_init (ThawCopingPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_coping_picker_dispose;
  object_class->finalize = thaw_coping_picker_finalize;
  widget_class->show = thaw_coping_picker_show;

  /**
   * ThawCopingPicker::chosen:
   * @slug: the stable name of an activity, or what the person typed
   *
   * The person chose something. The popover is closing.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-coping-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawCopingPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawCopingPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, list_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_stop_search_cb);
}

static void
thaw_coping_picker_init (ThawCopingPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), GTK_WIDGET (self->list));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

GtkWidget *
thaw_coping_picker_new (void)
{
  return g_object_new (THAW_TYPE_COPING_PICKER, NULL);
}

/**
 * thaw_coping_picker_fill:
 * @catalog: (nullable): what there is to choose from
 * @lately: (array zero-terminated=1): slugs that were used lately, the last one first
 * @chosen: (array zero-terminated=1): slugs that are chosen already, and are left out
 *
 * Sets what is offered.
 */
void
thaw_coping_picker_fill (ThawCopingPicker  *self,
                         ThawCopingCatalog *catalog,
                         const char *const *lately,
                         const char *const *chosen)
{
  GPtrArray *groups;

  g_return_if_fail (THAW_IS_COPING_PICKER (self));
  g_return_if_fail (catalog == NULL || THAW_IS_COPING_CATALOG (catalog));
  g_return_if_fail (lately != NULL && chosen != NULL);

  clear (self);
  for (guint i = 0; lately[i] != NULL; i++)
    {
      gboolean is_known = catalog != NULL && thaw_coping_catalog_find_activity (catalog, lately[i]) != NULL;

      if (!g_strv_contains (chosen, lately[i]))
        add_choice (self, lately[i], thaw_coping_catalog_get_word (catalog, lately[i]), _("Used lately"), is_known);
    }

  groups = catalog != NULL ? thaw_coping_catalog_get_groups (catalog) : NULL;
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      ThawCopingGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->activities->len; j++)
        {
          ThawCopingActivity *activity = g_ptr_array_index (group->activities, j);

          if (!g_strv_contains (chosen, activity->slug))
            add_choice (self, activity->slug, activity->name, group->name, FALSE);
        }
    }

  self->own_row = GTK_LIST_BOX_ROW (create_row ("", ""));
  gtk_list_box_append (self->list, GTK_WIDGET (self->own_row));
}
