/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-list-sessions"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-cli-pages.h"
#include "thaw-session-store.h"

int
thaw_cli_run_list_sessions (const ThawCliCommand *command,
                            GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawSessionStore) store = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  int limit = 0;
  int status;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("The first day, as 2026-11-23"), N_("DAY") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("The last day"), N_("DAY") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many"), N_("N") },
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options) || !thaw_cli_parse_days (from, to, filter) || !thaw_cli_check_limit (limit))
    return THAW_CLI_WRONG_USAGE;

  journal = thaw_cli_journal_open_to_read (options.directory, &error);
  if (journal == NULL)
    return thaw_cli_fail (error);

  store = thaw_session_store_new (journal->database, clock);
  sessions = thaw_session_store_list_days (store, filter->first_day, filter->last_day, &error);
  if (sessions == NULL)
    return thaw_cli_fail (error);

  for (guint i = sessions->len; i > 0 && (limit == 0 || sessions->len - i < (guint) limit); i--)
    thaw_cli_print_session (g_ptr_array_index (sessions, i - 1));

  return THAW_CLI_OK;
}
