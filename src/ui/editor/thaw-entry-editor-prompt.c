/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-editor-prompt"

#include "config.h"
#include "editor/thaw-entry-editor-private.h"

/* The question for the blank page: offered below it, and above the text when it was taken. */

static gboolean
has_prompt (ThawEntryEditor *self)
{
  return gtk_label_get_text (self->prompt_label)[0] != '\0';
}

static void
show_prompt (ThawEntryEditor *self,
             const char      *prompt)
{
  gtk_label_set_text (self->prompt_label, prompt);
  gtk_widget_set_visible (self->prompt_box, has_prompt (self));
  if (has_prompt (self))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, prompt, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* By what the person does: what was written is another thing now. */
static void
change_prompt (ThawEntryEditor *self,
               const char      *prompt)
{
  show_prompt (self, prompt);
  thaw_entry_editor_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
on_prompt_chosen_cb (ThawEntryEditor *self,
                     const char      *prompt)
{
  change_prompt (self, prompt);
}

static void
on_prompt_declined_cb (ThawEntryEditor *self)
{
  self->is_prompt_declined = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  thaw_entry_editor_update_prompt (self);
}

/* Whoever takes a question off has read one, and is not offered the next. */
static void
on_prompt_removed_cb (ThawEntryEditor *self)
{
  self->is_prompt_declined = TRUE;
  change_prompt (self, "");
}

/**
 * thaw_entry_editor_install_prompt:
 * @widget_class: the class of the editor
 *
 * Binds what the template says of the question.
 */
void
thaw_entry_editor_install_prompt (GtkWidgetClass *widget_class)
{
  g_type_ensure (THAW_TYPE_PROMPT_OFFER);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, prompt_box);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, prompt_offer);
  gtk_widget_class_bind_template_callback (widget_class, on_prompt_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_prompt_declined_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_prompt_removed_cb);
}

/**
 * thaw_entry_editor_load_prompt:
 * @entry: what is shown now
 *
 * Shows the question that @entry answers, or gets ready to offer one.
 */
void
thaw_entry_editor_load_prompt (ThawEntryEditor *self,
                               ThawEntry       *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = thaw_prompt_store_list (thaw_services_get_prompts (self->services), &error);
  const ThawDay today = thaw_clock_get_today (thaw_services_get_clock (self->services));

  /* A convenience that fails is left out; there are other questions. */
  if (own == NULL)
    g_debug ("No questions of one’s own: %s", error->message);

  show_prompt (self, thaw_entry_get_prompt (entry));
  self->is_prompt_declined = !thaw_prompt_offer_set_day (self->prompt_offer,
                                                         thaw_services_get_prompt_catalog (self->services),
                                                         own, today);
  thaw_entry_editor_update_prompt (self);
}

/**
 * thaw_entry_editor_update_prompt:
 *
 * Offers a question while the page is blank, if the person wants that.
 */
void
thaw_entry_editor_update_prompt (ThawEntryEditor *self)
{
  gboolean is_blank = thaw_text_buffer_get_length (self->text_buffer) == 0;
  gboolean is_offered = thaw_settings_get_offers_prompts (thaw_services_get_settings (self->services));

  gtk_widget_set_visible (self->placeholder_label, is_blank && !has_prompt (self));
  gtk_widget_set_visible (GTK_WIDGET (self->prompt_offer),
                          self->base != NULL && is_offered && is_blank && !has_prompt (self) &&
                          !self->is_prompt_declined);
}
