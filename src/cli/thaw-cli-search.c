/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-search"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "thaw-cli-filter.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-cli-pages.h"
#include "thaw-text.h"

int
thaw_cli_run_search (const ThawCliCommand *command,
                     GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_auto (ThawCliFilter) typed = { NULL };
  g_autofree GOptionEntry *entries = thaw_cli_filter_create_options (&typed);
  g_autoptr (ThawJournalFilter) filter = NULL;
  g_autofree char *query = NULL;
  int status;

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  query = g_strjoinv (" ", options.rest);
  if (g_strstrip (query)[0] == '\0')
    {
      thaw_cli_complain ("%s", _("Which words to search for?"));
      return THAW_CLI_WRONG_USAGE;
    }

  filter = thaw_cli_filter_read (&typed);
  if (filter == NULL)
    return THAW_CLI_WRONG_USAGE;

  filter->query = thaw_text_make_valid (query, strlen (query));

  return thaw_cli_print_pages (options.directory, filter, (guint) typed.limit);
}
