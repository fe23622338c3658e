/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-search"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-cli-pages.h"
#include "thaw-text.h"

int
thaw_cli_run_search (const ThawCliCommand *command,
                     GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *query = NULL;
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

  query = g_strjoinv (" ", options.rest);
  if (g_strstrip (query)[0] == '\0')
    {
      thaw_cli_complain ("%s", _("Which words to search for?"));
      return THAW_CLI_WRONG_USAGE;
    }

  if (!thaw_cli_parse_days (from, to, filter) || !thaw_cli_check_limit (limit))
    return THAW_CLI_WRONG_USAGE;

  filter->query = thaw_text_make_valid (query, strlen (query));

  return thaw_cli_print_pages (options.directory, filter, (guint) limit);
}
