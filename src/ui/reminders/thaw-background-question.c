/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-background-question"

#include "config.h"
#include "reminders/thaw-background-question.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reminders/thaw-autostart.h"

#define QUESTION_KEY "thaw-background-question"

/* What was said, and where what comes of it is told. */
typedef struct
{
  GtkWindow *parent;      /* (unowned) (nullable): NULL when the window is gone */
  ThawServices *services; /* (owned) */
} Answer;

static Answer *
answer_new (GtkWindow    *parent,
            ThawServices *services)
{
  Answer *answer = g_new0 (Answer, 1);

  g_set_weak_pointer (&answer->parent, parent);
  answer->services = g_object_ref (services);

  return answer;
}

static void
answer_free (Answer *answer)
{
  g_clear_weak_pointer (&answer->parent);
  g_object_unref (answer->services);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
closure_answer_free (gpointer  data,
                     GClosure *closure)
{
  answer_free (data);
}

static void arrange (GtkWindow    *parent,
                     ThawServices *services);

static void
on_problem_response_cb (AdwMessageDialog *dialog,
                        const char       *response,
                        Answer           *answer)
{
  if (answer->parent != NULL && g_str_equal (response, "again"))
    arrange (answer->parent, answer->services);
}

static void
tell_not_arranged (GtkWindow    *parent,
                   ThawServices *services,
                   const char   *body,
                   gboolean      is_worth_a_try)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Thaw Does Not Start at Login"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  if (is_worth_a_try)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "again", _("_Try Again"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_problem_response_cb), answer_new (parent, services),
                         closure_answer_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_arranged_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  ThawAutostart *autostart = THAW_AUTOSTART (source);
  g_autoptr (Answer) answer = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_done = thaw_autostart_set_finish (autostart, result, &error);

  if (!is_done)
    g_info ("Start at login not arranged: %s", error->message);
  /* Preferences show it as well. */
  if (answer->parent == NULL)
    return;

  if (!is_done)
    tell_not_arranged (answer->parent, answer->services,
                       _("This could not be written to the disk. Reminders come while the window is closed, but after "
                         "you log in next time only once you have opened Thaw."),
                       TRUE);
  else if (thaw_autostart_get_state (autostart) == THAW_AUTOSTART_BLOCKED)
    tell_not_arranged (answer->parent, answer->services,
                       _("The system’s settings do not let it. Reminders come while the window is closed, but after "
                         "you log in next time only once you have opened Thaw."),
                       FALSE);
}

static void
arrange (GtkWindow    *parent,
         ThawServices *services)
{
  ThawAutostart *autostart = thaw_services_get_autostart (services);

  if (autostart != NULL)
    thaw_autostart_set_async (autostart, TRUE, NULL, on_arranged_cb, answer_new (parent, services));
}

static void
on_response_cb (AdwMessageDialog *dialog,
                const char       *response,
                Answer           *answer)
{
  ThawSettings *settings = thaw_services_get_settings (answer->services);

  if (answer->parent != NULL)
    g_object_set_data (G_OBJECT (answer->parent), QUESTION_KEY, NULL);

  if (g_str_equal (response, "yes"))
    {
      thaw_settings_set_background (settings, THAW_BACKGROUND_YES);
      if (answer->parent != NULL)
        arrange (answer->parent, answer->services);
    }
  else if (g_str_equal (response, "no"))
    thaw_settings_set_background (settings, THAW_BACKGROUND_NO);
  else
    thaw_settings_leave_background_open (settings);
}

/**
 * thaw_background_question_ask_once:
 * @parent: the window in which a reminder was just saved
 * @services: where reminders are kept
 *
 * Asks whether reminders shall come while the window is closed, as long as that was
 * answered neither here nor in Preferences. Whoever leaves it open is asked again with
 * another reminder, once; who leaves that open, too, is taken to mean no.
 */
void
thaw_background_question_ask_once (GtkWindow    *parent,
                                   ThawServices *services)
{
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (THAW_IS_SERVICES (services));

  if (thaw_settings_get_background (thaw_services_get_settings (services)) != THAW_BACKGROUND_ASK ||
      g_object_get_data (G_OBJECT (parent), QUESTION_KEY) != NULL)
    return;

  dialog = adw_message_dialog_new (parent, _("Let Reminders Come When Thaw Is Closed?"),
                                   _("Thaw then stays in the background when you close its window, and starts without "
                                     "a window when you log in. It uses no network. You can change this in "
                                     "Preferences."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "no", _("_Only While It Is Open"),
                                    "yes", _("_Let Them Come"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "yes", ADW_RESPONSE_SUGGESTED);
  /* None by default: it comes right after a Return that saved something. */
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), answer_new (parent, services),
                         closure_answer_free, 0);
  g_object_set_data (G_OBJECT (parent), QUESTION_KEY, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
