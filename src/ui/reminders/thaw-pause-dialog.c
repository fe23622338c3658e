/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-pause-dialog"

#include "config.h"
#include "reminders/thaw-pause-dialog.h"

#include <glib/gi18n-lib.h>

#include "thaw-date-words.h"
#include "thaw-reminder-pause.h"
#include "widgets/thaw-month-calendar.h"

typedef struct
{
  AdwMessageDialog *dialog;    /* (unowned): which owns this */
  ThawServices *services;      /* (owned) */
  ThawMonthCalendar *calendar; /* (unowned): in the dialog */
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->services);
  g_free (question);
}

static ThawDay
get_today (Question *question)
{
  return thaw_clock_get_today (thaw_services_get_clock (question->services));
}

/* A pause that is over before it begins is none. */
static void
choose (Question *question,
        ThawDay   day)
{
  ThawDay today = get_today (question);
  ThawDay chosen = CLAMP (day, today + 1, THAW_DAY_LAST);
  g_autofree char *words = thaw_day_to_words (chosen, today);
  g_autofree char *sentence = NULL;

  /* Translators: when all reminders were paused; %s is a day, as “Monday 3 March” */
  sentence = g_strdup_printf (_("Reminders come again from %s on."), words);
  thaw_month_calendar_set_day (question->calendar, chosen);
  adw_message_dialog_set_body (question->dialog, sentence);
}

static void
on_day_activated_cb (ThawMonthCalendar *calendar,
                     ThawDay            day,
                     Question          *question)
{
  choose (question, day);
}

static void
on_response_cb (AdwMessageDialog *dialog,
                const char       *response,
                Question         *question)
{
  g_autoptr (GDateTime) now = NULL;

  if (!g_str_equal (response, "pause"))
    return;

  now = thaw_clock_dup_now (thaw_services_get_clock (question->services));
  thaw_settings_set_reminders_paused_until (
      thaw_services_get_settings (question->services),
      thaw_reminder_pause_until_day (thaw_month_calendar_get_day (question->calendar),
                                     g_date_time_get_timezone (now)));
}

/**
 * thaw_pause_dialog_present:
 * @parent: the window that asks
 * @services: what has the settings and the clock
 *
 * Asks until which day all reminders shall rest, and lets them.
 */
void
thaw_pause_dialog_present (GtkWindow    *parent,
                           ThawServices *services)
{
  Question *question;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (THAW_IS_SERVICES (services));

  dialog = adw_message_dialog_new (parent, _("Pause Until a Day"), NULL);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "pause", _("_Pause"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "pause", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "pause");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  question = g_new0 (Question, 1);
  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->services = g_object_ref (services);
  question->calendar = THAW_MONTH_CALENDAR (thaw_month_calendar_new ());
  thaw_month_calendar_set_today (question->calendar, get_today (question));
  choose (question, get_today (question) + 1);
  thaw_month_calendar_set_month (question->calendar, thaw_month_calendar_get_day (question->calendar));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (question->calendar));

  /* It goes with the dialog, and with it the question. */
  g_signal_connect (question->calendar, "day-activated", G_CALLBACK (on_day_activated_cb), question);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free, 0);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
  thaw_month_calendar_focus_day (question->calendar);
}
