/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-close-question"

#include "config.h"
#include "thaw-close-question.h"

#include <glib/gi18n-lib.h>

/**
 * thaw_close_question_new:
 * @window: a window with words that could not be kept
 *
 * Asks whether to close it nevertheless. Any response but
 * %THAW_CLOSE_QUESTION_CLOSE means that it stays.
 *
 * Returns: (transfer none): a dialog over @window, owned by GTK until it is closed
 */
GtkWidget *
thaw_close_question_new (GtkWindow *window)
{
  GtkWidget *dialog;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  dialog = adw_message_dialog_new (window, _("Close Without Your Words?"),
                                   _("What you were writing could not be written to the disk. As long as this window "
                                     "is open, it is still here."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "back", _("_Go Back"),
                                    THAW_CLOSE_QUESTION_CLOSE, _("_Close Anyway"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), THAW_CLOSE_QUESTION_CLOSE,
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");

  return dialog;
}

/**
 * thaw_close_question_new_keep:
 * @window: a window with words that nobody wanted kept yet
 * @can_keep: whether they can be kept as they stand
 *
 * Asks what becomes of them: %THAW_CLOSE_QUESTION_KEEP, or %THAW_CLOSE_QUESTION_CLOSE
 * without them. Any other response means that the window stays.
 *
 * Returns: (transfer none): a dialog over @window, owned by GTK until it is closed
 */
GtkWidget *
thaw_close_question_new_keep (GtkWindow *window,
                              gboolean   can_keep)
{
  GtkWidget *dialog;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  dialog = adw_message_dialog_new (window, can_keep ? _("Keep What You Wrote?") : _("Close Without Your Words?"),
                                   can_keep ? _("It is not saved yet.")
                                            : _("As it stands, it cannot be saved. As long as this window is open, "
                                                "it is still here."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "back", _("_Go Back"),
                                    THAW_CLOSE_QUESTION_CLOSE, _("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), THAW_CLOSE_QUESTION_CLOSE,
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  if (can_keep)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), THAW_CLOSE_QUESTION_KEEP, _("_Keep"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), THAW_CLOSE_QUESTION_KEEP,
                                                  ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), THAW_CLOSE_QUESTION_KEEP);
    }

  return dialog;
}
