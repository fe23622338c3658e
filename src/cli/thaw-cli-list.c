/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-list"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>

#include "thaw-cli-filter.h"
#include "thaw-cli-options.h"
#include "thaw-cli-pages.h"

int
thaw_cli_run_list (const ThawCliCommand *command,
                   GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_auto (ThawCliFilter) typed = { NULL };
  g_autofree GOptionEntry *entries = thaw_cli_filter_create_options (&typed);
  g_autoptr (ThawJournalFilter) filter = NULL;
  int status;

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options))
    return THAW_CLI_WRONG_USAGE;

  filter = thaw_cli_filter_read (&typed);
  if (filter == NULL)
    return THAW_CLI_WRONG_USAGE;

  return thaw_cli_print_pages (options.directory, filter, (guint) typed.limit);
}
