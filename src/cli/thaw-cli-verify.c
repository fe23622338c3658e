/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-verify"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"

int
thaw_cli_run_verify (const ThawCliCommand *command,
                     GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (ThawCliJournal) to_write = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  const GOptionEntry entries[] = {
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options))
    return THAW_CLI_WRONG_USAGE;

  journal = thaw_cli_journal_open_to_read (options.directory, &error);
  if (journal == NULL)
    return thaw_cli_fail (error);

  if (!thaw_database_verify_sync (journal->database, NULL, &error))
    return thaw_cli_fail (error);

  /* Whether the index for searching is in step can only be asked by whoever may write; a running Thaw does that. */
  g_clear_pointer (&journal, thaw_cli_journal_close);
  to_write = thaw_cli_journal_open (options.directory, THAW_DATABASE_READ_WRITE, NULL);
  if (to_write != NULL && !thaw_database_verify_sync (to_write->database, NULL, &error))
    return thaw_cli_fail (error);

  thaw_cli_print ("%s\n", _("The journal is whole."));

  return THAW_CLI_OK;
}
