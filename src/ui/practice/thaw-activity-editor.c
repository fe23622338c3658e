/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-activity-editor"

#include "config.h"
#include "practice/thaw-activity-editor.h"

#include <glib/gi18n.h>

#include "thaw-window-over.h"
#include "widgets/thaw-spin.h"

/* Guided practices are no thing that a person adds: theirs begin with movement. */
#define FIRST_KIND THAW_ACTIVITY_PHYSICAL

/* A name fits into a row, and how to begin into what can be kept, whatever characters it is of. */
#define MAX_NAME_LENGTH 80
#define MAX_BEGIN_LENGTH (THAW_ACTIVITY_MAX_BEGIN_BYTES / 4)

/**
 * ThawActivityEditor:
 *
 * Something of the person’s own to do. #ThawRecordEditor::save says what they
 * made of it; whoever opened the window keeps it.
 */
struct _ThawActivityEditor
{
  ThawRecordEditor parent_instance;

  GtkEditable *name_row;
  AdwComboRow *kind_row;
  GtkSpinButton *minutes_spin;
  GtkEditable *begin_row;

  ThawActivity *activity; /* (owned): as it was */
};

G_DEFINE_FINAL_TYPE (ThawActivityEditor, thaw_activity_editor, THAW_TYPE_RECORD_EDITOR)

static char *
dup_stripped (GtkEditable *row)
{
  return g_strstrip (gtk_editable_get_chars (row, 0, -1));
}

static void
save (ThawRecordEditor *editor)
{
  ThawActivityEditor *self = THAW_ACTIVITY_EDITOR (editor);
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

  thaw_record_editor_take (editor, activity);
}

/* What could not be kept is not taken. */
static void
name_row_changed_cb (ThawActivityEditor *self)
{
  g_autofree char *name = dup_stripped (self->name_row);
  gboolean is_valid = thaw_activity_name_is_valid (name);

  thaw_record_editor_allow_saving (THAW_RECORD_EDITOR (self), is_valid);
  if (is_valid || name[0] == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name_row), "error");
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
  THAW_RECORD_EDITOR_CLASS (klass)->save = save;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/practice/thaw-activity-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawActivityEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, ThawActivityEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ThawActivityEditor, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, ThawActivityEditor, begin_row);
  gtk_widget_class_bind_template_callback (widget_class, name_row_changed_cb);
}

static void
thaw_activity_editor_init (ThawActivityEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_record_editor_add_field (THAW_RECORD_EDITOR (self), self->name_row, MAX_NAME_LENGTH);
  thaw_record_editor_add_field (THAW_RECORD_EDITOR (self), self->begin_row, MAX_BEGIN_LENGTH);
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
                                           NULL);

  thaw_window_put_over (GTK_WINDOW (self), parent);
  self->activity = activity != NULL ? thaw_activity_copy (activity) : thaw_activity_new (NULL, THAW_ACTIVITY_OTHER, "");
  fill (self);

  return self;
}
