/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-editor-actions"

#include "config.h"
#include "editor/thaw-entry-editor-private.h"

/* What buttons, the menu and keys do in the editor. */

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  thaw_entry_editor_save (THAW_ENTRY_EDITOR (widget));
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  thaw_entry_editor_close (THAW_ENTRY_EDITOR (widget));
}

/* One step back: from what was felt to the text where one hides the other, else to the pages. */
static void
step_back_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ThawEntryEditor *self = THAW_ENTRY_EDITOR (widget);

  if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else
    thaw_entry_editor_close (self);
}

/* Words that were never saved are saved first, so that they can be brought back like any entry. */
static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawEntryEditor *self = THAW_ENTRY_EDITOR (widget);
  g_autoptr (ThawEntry) entry = NULL;

  if (self->is_saving)
    {
      self->after_save = THAW_AFTER_SAVE_DELETE;
      return;
    }

  entry = thaw_entry_editor_dup_entry (self);
  if (self->is_modified && !thaw_entry_is_empty (entry))
    thaw_entry_editor_save_entry (self, entry, THAW_AFTER_SAVE_DELETE);
  else
    thaw_entry_editor_remove_entry (self);
}

static void
copy_text_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ThawEntryEditor *self = THAW_ENTRY_EDITOR (widget);
  g_autofree char *text = thaw_text_buffer_dup_text (self->text_buffer);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
toggle_feelings_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ThawEntryEditor *self = THAW_ENTRY_EDITOR (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/**
 * thaw_entry_editor_install_actions:
 * @widget_class: the class of the editor
 *
 * Installs the actions `editor.*` and their keys.
 */
void
thaw_entry_editor_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "editor.step-back", NULL, step_back_action);
  gtk_widget_class_install_action (widget_class, "editor.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "editor.copy-text", NULL, copy_text_action);
  gtk_widget_class_install_action (widget_class, "editor.toggle-feelings", NULL, toggle_feelings_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.step-back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "editor.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "editor.toggle-feelings", NULL);
}
