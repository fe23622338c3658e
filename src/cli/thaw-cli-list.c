/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-list"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-cli-pages.h"

int
thaw_cli_run_list (const ThawCliCommand *command,
                   GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  int limit = 0;
  int status;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("The first day, as 2026-11-23"), N_("DAY") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("The last day"), N_("DAY") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("The newest N entries only"), N_("N") },
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options) ||
      !thaw_cli_parse_days (from, to, filter) ||
      !thaw_cli_check_limit (limit))
    return THAW_CLI_WRONG_USAGE;

  return thaw_cli_print_pages (options.directory, filter, (guint) limit);
}
