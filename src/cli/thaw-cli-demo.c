/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-demo"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>

#include "demo/thaw-demo.h"
#include "exchange/thaw-exporter.h"
#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"

#define DEFAULT_SEED 1

/* A hundred years. */
#define MAX_DAYS 36525

/* A sample among somebody's own entries could never be told apart again. */
static gboolean
check_empty (const char  *directory,
             GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ThawCliJournal) journal = thaw_cli_journal_open_to_read (directory, &local_error);
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawImportBatch) beside = NULL;
  ThawDay first, last;

  if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
    return TRUE;

  if (journal != NULL && thaw_journal_get_extent (journal->journal, &first, &last, &local_error))
    beside = thaw_exporter_list_beside (journal->database, clock, NULL, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (first == THAW_DAY_NONE && thaw_import_batch_get_n_others (beside) == 0)
    return TRUE;

  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID,
                       _("There is something in this journal already; a sample goes only into an empty one"));

  return FALSE;
}

static gboolean
parse_until (const char *until,
             ThawDay    *out_day)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autoptr (ThawClock) clock = thaw_clock_new ();

  if (!thaw_cli_parse_days (NULL, until, filter))
    return FALSE;

  /* The day before today, so that nothing lies in the future. */
  *out_day = filter->last_day != THAW_DAY_NONE ? filter->last_day : thaw_clock_get_today (clock) - 1;

  return TRUE;
}

int
thaw_cli_run_demo (const ThawCliCommand *command,
                   GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawImportBatch) sample = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *until = NULL;
  gint64 seed = DEFAULT_SEED;
  int n_days = THAW_DEMO_DEFAULT_DAYS;
  ThawJournalImportCounts counts;
  ThawDay last_day;
  int status;
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("Another number makes another journal"), N_("NUMBER") },
    { "days", 0, 0, G_OPTION_ARG_INT, &n_days, N_("How many days it covers"), N_("N") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("The last day; yesterday if left out"), N_("DAY") },
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options) || !parse_until (until, &last_day))
    return THAW_CLI_WRONG_USAGE;

  if (seed < 0 || seed > G_MAXUINT32)
    {
      thaw_cli_complain ("%s", _("--seed takes a number from 0 to 4294967295"));
      return THAW_CLI_WRONG_USAGE;
    }

  if (n_days < 1 || n_days > MAX_DAYS || MAX (n_days, THAW_DEMO_DEFAULT_DAYS) >= last_day)
    {
      /* Translators: %d is a number */
      thaw_cli_complain (_("--days takes a number from 1 to %d"), MAX_DAYS);
      return THAW_CLI_WRONG_USAGE;
    }

  if (!check_empty (options.directory, &error))
    return thaw_cli_fail (error);

  zone = g_time_zone_new_local ();
  sample = thaw_demo_generate ((guint32) seed, last_day, (guint) n_days, zone);
  if (!thaw_cli_journal_write (options.directory, sample, FALSE, &counts, &error))
    return thaw_cli_fail (error);

  thaw_cli_print (g_dngettext (GETTEXT_PACKAGE, "%u entry in “%s”", "%u entries in “%s”", counts.n_added),
                  counts.n_added, options.directory);
  thaw_cli_print ("\n");

  return THAW_CLI_OK;
}
