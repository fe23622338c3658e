/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-backup"

#include "config.h"
#include "thaw-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"

/* “by-hand-2026-11-23-091500.db” in the folder of the backups, where those that Thaw makes itself expire; this one does
 * not. */
static char *
make_path (ThawDatabase  *database,
           GError       **error)
{
  g_autofree char *directory = thaw_database_dup_backup_directory (database);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "by-hand-%Y-%m-%d-%H%M%S.db");

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   /* Translators: %s are a folder and what the system says of it */
                   _("The folder “%s” cannot be made: %s"), directory, g_strerror (errno));
      return NULL;
    }

  return g_build_filename (directory, name, NULL);
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
                                 : make_path (journal->database, &error);
  if (path == NULL || !thaw_database_backup_sync (journal->database, path, &error))
    return thaw_cli_fail (error);

  thaw_cli_print ("%s\n", path);

  return THAW_CLI_OK;
}
