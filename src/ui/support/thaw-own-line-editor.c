/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-line-editor"

#include "config.h"
#include "support/thaw-own-line-editor.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-line-text.h"
#include "thaw-text.h"
#include "thaw-window-over.h"

/* What fits into a row, and the longest note that can be kept, whatever characters it is of. */
#define MAX_LINE_LENGTH (THAW_OWN_LINE_MAX_NAME_BYTES / 4)
#define MAX_NOTE_LENGTH (THAW_OWN_LINE_MAX_NOTE_BYTES / 4)

/**
 * ThawOwnLineEditor:
 *
 * A line to call of the person’s own. #ThawRecordEditor::save says what they made of
 * it; whoever opened the window keeps it.
 */
struct _ThawOwnLineEditor
{
  ThawRecordEditor parent_instance;

  GtkEditable *name_row;
  GtkEditable *number_row;
  GtkEditable *note_row;

  ThawOwnLine *line; /* (owned): as it was */
};

G_DEFINE_FINAL_TYPE (ThawOwnLineEditor, thaw_own_line_editor, THAW_TYPE_RECORD_EDITOR)

static void
save (ThawRecordEditor *editor)
{
  ThawOwnLineEditor *self = THAW_OWN_LINE_EDITOR (editor);
  g_autofree char *name = thaw_line_text_dup (self->name_row);
  g_autofree char *number = thaw_line_text_dup (self->number_row);
  g_autofree char *note = thaw_line_text_dup (self->note_row);
  g_autoptr (ThawOwnLine) line = thaw_own_line_new (name, number);

  line->id = g_strdup (self->line->id);
  line->note = note[0] != '\0' ? g_steal_pointer (&note) : NULL;

  thaw_record_editor_take (editor, line);
}

/* What could not be kept is not taken. */
static void
row_changed_cb (ThawOwnLineEditor *self)
{
  g_autofree char *name = thaw_line_text_dup (self->name_row);
  g_autofree char *number = thaw_line_text_dup (self->number_row);

  thaw_record_editor_allow_saving (THAW_RECORD_EDITOR (self),
                                   thaw_text_is_line (name, THAW_OWN_LINE_MAX_NAME_BYTES) &&
                                       thaw_text_is_line (number, THAW_OWN_LINE_MAX_NAME_BYTES));
}

static void
thaw_own_line_editor_dispose (GObject *object)
{
  ThawOwnLineEditor *self = THAW_OWN_LINE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_OWN_LINE_EDITOR);
  g_clear_pointer (&self->line, thaw_own_line_free);

  G_OBJECT_CLASS (thaw_own_line_editor_parent_class)->dispose (object);
}

static void
thaw_own_line_editor_class_init (ThawOwnLineEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_own_line_editor_dispose;
  THAW_RECORD_EDITOR_CLASS (klass)->save = save;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-own-line-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawOwnLineEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, ThawOwnLineEditor, number_row);
  gtk_widget_class_bind_template_child (widget_class, ThawOwnLineEditor, note_row);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
}

static void
thaw_own_line_editor_init (ThawOwnLineEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_record_editor_add_field (THAW_RECORD_EDITOR (self), self->name_row, MAX_LINE_LENGTH);
  thaw_record_editor_add_field (THAW_RECORD_EDITOR (self), self->number_row, MAX_LINE_LENGTH);
  thaw_record_editor_add_field (THAW_RECORD_EDITOR (self), self->note_row, MAX_NOTE_LENGTH);
}

/**
 * thaw_own_line_editor_new:
 * @parent: the window over which it appears
 * @line: (nullable): one of the person’s own, %NULL for a new one
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawOwnLineEditor *
thaw_own_line_editor_new (GtkWindow         *parent,
                          const ThawOwnLine *line)
{
  ThawOwnLineEditor *self = g_object_new (THAW_TYPE_OWN_LINE_EDITOR,
                                          "title", line != NULL ? _("Change Your Line") : _("A Line of Your Own"),
                                          NULL);

  thaw_window_put_over (GTK_WINDOW (self), parent);
  self->line = line != NULL ? thaw_own_line_copy (line) : thaw_own_line_new ("", "");
  gtk_editable_set_text (self->name_row, self->line->name);
  gtk_editable_set_text (self->number_row, self->line->number);
  if (self->line->note != NULL)
    gtk_editable_set_text (self->note_row, self->line->note);
  row_changed_cb (self);

  return self;
}
