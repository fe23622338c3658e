/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-line-editor"

#include "config.h"
#include "support/thaw-own-line-editor.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-line-text.h"
#include "thaw-text.h"

/* What fits into a row, and the longest note that can be kept, whatever characters it is of. */
#define MAX_LINE_LENGTH (THAW_OWN_LINE_MAX_NAME_BYTES / 4)
#define MAX_NOTE_LENGTH (THAW_OWN_LINE_MAX_NOTE_BYTES / 4)

/**
 * ThawOwnLineEditor:
 *
 * A line to call of the person’s own. #ThawOwnLineEditor::saved says what they made of
 * it; whoever opened the window keeps it.
 */
struct _ThawOwnLineEditor
{
  AdwWindow parent_instance;

  GtkEditable *name_row;
  GtkEditable *number_row;
  GtkEditable *note_row;

  ThawOwnLine *line; /* (owned): as it was */
};

G_DEFINE_FINAL_TYPE (ThawOwnLineEditor, thaw_own_line_editor, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawOwnLineEditor *self = THAW_OWN_LINE_EDITOR (widget);
  g_autofree char *name = thaw_line_text_dup (self->name_row);
  g_autofree char *number = thaw_line_text_dup (self->number_row);
  g_autofree char *note = thaw_line_text_dup (self->note_row);
  g_autoptr (ThawOwnLine) line = thaw_own_line_new (name, number);

  line->id = g_strdup (self->line->id);
  line->note = note[0] != '\0' ? g_steal_pointer (&note) : NULL;

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, line);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What could not be kept is not taken: the window would be gone, and the words with it. */
static void
row_changed_cb (ThawOwnLineEditor *self)
{
  g_autofree char *name = thaw_line_text_dup (self->name_row);
  g_autofree char *number = thaw_line_text_dup (self->number_row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "own-line.save",
                                 thaw_text_is_line (name, THAW_OWN_LINE_MAX_NAME_BYTES) &&
                                     thaw_text_is_line (number, THAW_OWN_LINE_MAX_NAME_BYTES));
}

static void
row_entry_activated_cb (ThawOwnLineEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "own-line.save", NULL);
}

static void
set_max_length (GtkEditable *row,
                int          length)
{
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (row)), length);
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_own_line_editor_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_own_line_editor_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (THAW_OWN_LINE_EDITOR (widget)->name_row));
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
  widget_class->map = thaw_own_line_editor_map;

  /**
   * ThawOwnLineEditor::saved:
   * @line: what is to be kept
   *
   * The person is done, and wants it kept.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        THAW_TYPE_OWN_LINE | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-own-line-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawOwnLineEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, ThawOwnLineEditor, number_row);
  gtk_widget_class_bind_template_child (widget_class, ThawOwnLineEditor, note_row);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "own-line.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "own-line.save", NULL);
}

static void
thaw_own_line_editor_init (ThawOwnLineEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_max_length (self->name_row, MAX_LINE_LENGTH);
  set_max_length (self->number_row, MAX_LINE_LENGTH);
  set_max_length (self->note_row, MAX_NOTE_LENGTH);
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
                                          "transient-for", parent,
                                          NULL);

  self->line = line != NULL ? thaw_own_line_copy (line) : thaw_own_line_new ("", "");
  gtk_editable_set_text (self->name_row, self->line->name);
  gtk_editable_set_text (self->number_row, self->line->number);
  if (self->line->note != NULL)
    gtk_editable_set_text (self->note_row, self->line->note);
  row_changed_cb (self);

  return self;
}
