/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-activity-editor"

#include "config.h"
#include "practice/thaw-activity-editor.h"

#include <glib/gi18n.h>

#include "widgets/thaw-spin.h"

/* Guided practices are no thing that a person adds: theirs begin with movement. */
#define FIRST_KIND THAW_ACTIVITY_PHYSICAL

/* A name fits into a row, and how to begin into what can be kept, whatever characters it is of. */
#define MAX_NAME_LENGTH 80
#define MAX_BEGIN_LENGTH (THAW_ACTIVITY_MAX_BEGIN_BYTES / 4)

/**
 * ThawActivityEditor:
 *
 * Something of the person’s own to do. #ThawActivityEditor::saved says what they
 * made of it; whoever opened the window keeps it.
 */
struct _ThawActivityEditor
{
  AdwWindow parent_instance;

  GtkEditable *name_row;
  AdwComboRow *kind_row;
  GtkSpinButton *minutes_spin;
  GtkEditable *begin_row;

  ThawActivity *activity; /* (owned): as it was */
};

G_DEFINE_FINAL_TYPE (ThawActivityEditor, thaw_activity_editor, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_stripped (GtkEditable *row)
{
  return g_strstrip (gtk_editable_get_chars (row, 0, -1));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawActivityEditor *self = THAW_ACTIVITY_EDITOR (widget);
  g_autoptr (ThawActivity) activity = thaw_activity_copy (self->activity);
  g_autofree char *begin = dup_stripped (self->begin_row);

  g_free (activity->name);
  activity->name = dup_stripped (self->name_row);
  activity->kind = FIRST_KIND + adw_combo_row_get_selected (self->kind_row);
  /* A number that was typed and not left yet. */
  gtk_spin_button_update (self->minutes_spin);
  activity->minutes = gtk_spin_button_get_value_as_int (self->minutes_spin);
  g_free (activity->begin);
  activity->begin = begin[0] != '\0' ? g_steal_pointer (&begin) : NULL;

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, activity);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What could not be kept is not taken: the window would be gone, and the words with it. */
static void
name_row_changed_cb (ThawActivityEditor *self)
{
  g_autofree char *name = dup_stripped (self->name_row);
  gboolean is_valid = thaw_activity_name_is_valid (name);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "activity.save", is_valid);
  if (is_valid || name[0] == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name_row), "error");
}

static void
name_row_entry_activated_cb (ThawActivityEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "activity.save", NULL);
}

static void
set_max_length (GtkEditable *row,
                int          length)
{
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (row)), length);
}

static void
fill (ThawActivityEditor *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = FIRST_KIND; i < THAW_N_ACTIVITY_KINDS; i++)
    gtk_string_list_append (kinds, thaw_activity_kind_get_name (i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_selected (self->kind_row, MAX (self->activity->kind, FIRST_KIND) - FIRST_KIND);

  gtk_editable_set_text (self->name_row, self->activity->name);
  gtk_spin_button_set_value (self->minutes_spin, self->activity->minutes);
  if (self->activity->begin != NULL)
    gtk_editable_set_text (self->begin_row, self->activity->begin);
  name_row_changed_cb (self);
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_activity_editor_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_activity_editor_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (THAW_ACTIVITY_EDITOR (widget)->name_row));
}

static void
thaw_activity_editor_dispose (GObject *object)
{
  ThawActivityEditor *self = THAW_ACTIVITY_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_ACTIVITY_EDITOR);
  g_clear_pointer (&self->activity, thaw_activity_free);

  G_OBJECT_CLASS (thaw_activity_editor_parent_class)->dispose (object);
}

static void
thaw_activity_editor_class_init (ThawActivityEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_activity_editor_dispose;
  widget_class->map = thaw_activity_editor_map;

  /**
   * ThawActivityEditor::saved:
   * @activity: what is to be kept
   *
   * The person is done, and wants it kept.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        THAW_TYPE_ACTIVITY | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/practice/thaw-activity-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawActivityEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, ThawActivityEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ThawActivityEditor, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, ThawActivityEditor, begin_row);
  gtk_widget_class_bind_template_callback (widget_class, name_row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_row_entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "activity.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "activity.save", NULL);
}

static void
thaw_activity_editor_init (ThawActivityEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_max_length (self->name_row, MAX_NAME_LENGTH);
  set_max_length (self->begin_row, MAX_BEGIN_LENGTH);
  thaw_spin_ignore_scrolling (self->minutes_spin);
}

/**
 * thaw_activity_editor_new:
 * @parent: the window over which it appears
 * @activity: (nullable): one of the person’s own, %NULL for a new one
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawActivityEditor *
thaw_activity_editor_new (GtkWindow          *parent,
                          const ThawActivity *activity)
{
  ThawActivityEditor *self = g_object_new (THAW_TYPE_ACTIVITY_EDITOR,
                                           "title", activity != NULL ? _("Change") : C_("window title", "Your Own"),
                                           "transient-for", parent,
                                           NULL);

  self->activity = activity != NULL ? thaw_activity_copy (activity) : thaw_activity_new (NULL, THAW_ACTIVITY_OTHER, "");
  fill (self);

  return self;
}
