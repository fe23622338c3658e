/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-backup"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"

/* “by-hand-2026-11-23-091500.db” in the folder of the backups, where those that Thaw makes itself expire; this one does
 * not. */
static char *
make_path (ThawCliJournal  *journal,
           GError         **error)
{
  g_autofree char *folder = thaw_cli_journal_make_backup_folder (journal, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "by-hand-%Y-%m-%d-%H%M%S.db");

  return folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

int
thaw_cli_run_backup (const ThawCliCommand *command,
                     GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int status;
  const GOptionEntry entries[] = {
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (g_strv_length (options.rest) > 1)
    {
      thaw_cli_complain ("%s", _("One file is enough for a backup"));
      return THAW_CLI_WRONG_USAGE;
    }

  journal = thaw_cli_journal_open_to_read (options.directory, &error);
  if (journal == NULL)
    return thaw_cli_fail (error);

  path = options.rest[0] != NULL ? g_canonicalize_filename (options.rest[0], NULL)
                                 : make_path (journal, &error);
  if (path == NULL || !thaw_database_backup_sync (journal->database, path, &error))
    return thaw_cli_fail (error);

  thaw_cli_print ("%s\n", path);

  return THAW_CLI_OK;
}
