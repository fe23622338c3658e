/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-list-reminders"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>

#include "exchange/thaw-json-reminder.h"
#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-reminder-store.h"
#include "thaw-reminder-words.h"

#define SEPARATOR " · "

/* `Wind down · Every day at 22:00 · practice:body-scan · switched off`. When it comes next is not told: quiet hours and
 * pauses, on which that depends, are no part of the journal. */
static void
print_reminder (const ThawReminder *reminder,
                ThawDay             today)
{
  g_autofree char *when = thaw_reminder_to_words (reminder, today);

  thaw_cli_print ("%s" SEPARATOR "%s", reminder->title, when);
  if (reminder->opens != NULL)
    thaw_cli_print (SEPARATOR "%s", reminder->opens);
  if (!reminder->is_on)
    thaw_cli_print (SEPARATOR "%s", C_("reminder", "switched off"));
  thaw_cli_print ("\n");
}

static void
print_json (GPtrArray *reminders)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < reminders->len; i++)
    {
      g_string_append (json, i == 0 ? "\n" : ",\n");
      thaw_json_append_reminder (json, g_ptr_array_index (reminders, i));
    }

  thaw_cli_print ("%s\n]\n", json->str);
}

int
thaw_cli_run_list_reminders (const ThawCliCommand *command,
                             GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawReminderStore) store = NULL;
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GError) error = NULL;
  gboolean as_json = FALSE;
  int status;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON, for other programs"), NULL },
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options))
    return THAW_CLI_WRONG_USAGE;

  journal = thaw_cli_journal_open_to_read (options.directory, &error);
  if (journal == NULL)
    return thaw_cli_fail (error);

  store = thaw_reminder_store_new (journal->database, clock);
  reminders = thaw_reminder_store_list (store, &error);
  if (reminders == NULL)
    return thaw_cli_fail (error);

  if (as_json)
    {
      print_json (reminders);
      return THAW_CLI_OK;
    }

  for (guint i = 0; i < reminders->len; i++)
    print_reminder (g_ptr_array_index (reminders, i), thaw_clock_get_today (clock));

  return THAW_CLI_OK;
}
