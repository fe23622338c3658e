/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-journal"

#include "config.h"
#include "thaw-cli-journal.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "dbus/thaw-journal-remote.h"
#include "exchange/thaw-exchange-error.h"

/* Another thaw-cli has the journal for a moment only; a window that hangs may have it for good. */
#define PATIENCE_MS 1500
#define PAUSE_MS 50

/**
 * thaw_cli_journal_open:
 * @directory: the folder of the journal
 * @mode: what for
 * @error: return location for a #ThawStorageError
 *
 * Returns: (transfer full) (nullable): the open journal, or %NULL with @error set
 */
ThawCliJournal *
thaw_cli_journal_open (const char        *directory,
                       ThawDatabaseMode   mode,
                       GError           **error)
{
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawClock) clock = NULL;
  g_autoptr (GError) local_error = NULL;
  ThawCliJournal *self;

  if (!thaw_database_open_sync (database, mode, &local_error))
    {
      if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
        g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND,
                     /* Translators: %s is a folder */
                     _("There is no journal in “%s” yet"), directory);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  clock = thaw_clock_new ();
  self = g_new0 (ThawCliJournal, 1);
  self->content = thaw_content_load ();
  self->journal = thaw_journal_new (database, clock, self->content->vocabulary, self->content->coping_catalog);
  self->database = g_steal_pointer (&database);

  return self;
}

/**
 * thaw_cli_journal_open_to_read:
 * @directory: the folder of the journal
 * @error: return location for a #ThawStorageError
 *
 * Opens a journal that is there already. One that an older version wrote is
 * brought up to date first, which takes opening it for writing.
 *
 * Returns: (transfer full) (nullable): the open journal, or %NULL with @error set
 */
ThawCliJournal *
thaw_cli_journal_open_to_read (const char  *directory,
                               GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  ThawCliJournal *self = thaw_cli_journal_open (directory, THAW_DATABASE_READ_ONLY, &local_error);

  if (self == NULL && g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY))
    self = thaw_cli_journal_open (directory, THAW_DATABASE_READ_WRITE, NULL);
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return self;
}

void
thaw_cli_journal_close (ThawCliJournal *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->journal);
  thaw_database_close (self->database);
  g_clear_object (&self->database);
  g_clear_pointer (&self->content, thaw_content_free);
  g_free (self);
}

/**
 * thaw_cli_journal_make_backup_folder:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (type filename): the folder of the backups,
 *   which is there now, or %NULL with @error set
 */
char *
thaw_cli_journal_make_backup_folder (ThawCliJournal  *self,
                                     GError         **error)
{
  g_autofree char *folder = thaw_database_dup_backup_directory (self->database);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_steal_pointer (&folder);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               /* Translators: %s are a folder and what the system says of it */
               _("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));

  return NULL;
}

static gboolean
has_journal (const char *directory)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawCliJournal) journal = thaw_cli_journal_open (directory, THAW_DATABASE_READ_ONLY, &error);

  return !g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
}

static gboolean
try_to_write (const char               *directory,
              const ThawImportBatch    *batch,
              gboolean                  dry_run,
              ThawJournalImportCounts  *out_counts,
              GError                  **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ThawCliJournal) journal = thaw_cli_journal_open (directory, THAW_DATABASE_READ_WRITE, &local_error);

  if (journal != NULL)
    return thaw_journal_import_batch_sync (journal->journal, thaw_import_batch_copy (batch), dry_run, out_counts,
                                           error);

  if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IN_USE))
    return thaw_journal_remote_import_sync (directory, batch, dry_run, out_counts, NULL, error);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * thaw_cli_journal_write:
 * @directory: the folder of the journal
 * @batch: what to write, with UUIDs and times of writing
 * @dry_run: whether only to look what would change
 * @out_counts: (out): what was or would be written
 * @error: return location for an error
 *
 * Writes all of it, or nothing. If Thaw is running, it writes them. If another
 * thaw-cli is just writing, waits a moment for it.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
thaw_cli_journal_write (const char               *directory,
                        const ThawImportBatch    *batch,
                        gboolean                  dry_run,
                        ThawJournalImportCounts  *out_counts,
                        GError                  **error)
{
  gint64 deadline_us = g_get_monotonic_time () + PATIENCE_MS * 1000;

  *out_counts = (ThawJournalImportCounts) { 0 };

  /* Looking must not make a journal where there is none; everything is new to one. */
  if (dry_run && !has_journal (directory))
    {
      out_counts->n_added = batch->entries->len;
      out_counts->n_others = thaw_import_batch_get_n_others (batch);
      return TRUE;
    }

  for (;;)
    {
      g_autoptr (GError) local_error = NULL;

      if (try_to_write (directory, batch, dry_run, out_counts, &local_error))
        return TRUE;

      if (!g_error_matches (local_error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_REACHED) ||
          g_get_monotonic_time () >= deadline_us)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      g_usleep (PAUSE_MS * 1000);
    }
}
