/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-print-problem"

#include "config.h"
#include "print/thaw-print-problem.h"

#include <glib/gi18n-lib.h>

/**
 * thaw_print_problem_new:
 * @parent: a window
 * @heading: what did not work
 * @error: (nullable): why
 * @way_on: a label for what can be done instead, with a mnemonic
 *
 * Says that something did not get onto paper or into a file. The response is
 * %THAW_PRINT_PROBLEM_GO_ON if the person takes the way on.
 *
 * Returns: (transfer none): a dialog over @parent, owned by GTK until it is closed
 */
GtkWidget *
thaw_print_problem_new (GtkWindow    *parent,
                        const char   *heading,
                        const GError *error,
                        const char   *way_on)
{
  GtkWidget *dialog;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (heading != NULL && way_on != NULL, NULL);

  g_info ("%s: %s", heading, error != NULL ? error->message : "no reason given");
  dialog = adw_message_dialog_new (parent, heading, error != NULL ? error->message : NULL);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "close", _("_Close"),
                                    THAW_PRINT_PROBLEM_GO_ON, way_on,
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), THAW_PRINT_PROBLEM_GO_ON,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), THAW_PRINT_PROBLEM_GO_ON);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");

  return dialog;
}
