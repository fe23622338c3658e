/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-rescue"

#include "config.h"
#include "thaw-rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "thaw-draft-rescue.h"
#include "thaw-journal-file.h"
#include "thaw-journal.h"
#include "thaw-people-store.h"
#include "thaw-reminder-rescue.h"
#include "thaw-salvage.h"

/*
 * Opens a backup in the place of a journal that is damaged.
 *
 * The damaged file is never thrown away: it goes to a folder of its own, with the
 * log that belongs to it, and what is newer in it is taken over as far as it can
 * be read.
 */

#define KEPT_PREFIX "damaged-"
#define RESTORED_SUFFIX ".restored"

/* SQLite's companions of a database: they must never meet another one. */
static const char *const log_suffixes[] = { "-wal", "-shm" };

typedef struct
{
  char *directory;
  char *backup;
  ThawClock *clock;
  ThawVocabulary *vocabulary;        /* (nullable) */
  ThawCopingCatalog *coping_catalog; /* (nullable) */
} Request;

static void
request_free (Request *request)
{
  g_free (request->directory);
  g_free (request->backup);
  g_object_unref (request->clock);
  g_clear_object (&request->vocabulary);
  g_clear_object (&request->coping_catalog);
  g_free (request);
}

void
thaw_rescue_report_free (ThawRescueReport *self)
{
  if (self == NULL)
    return;

  g_free (self->kept_directory);
  g_free (self);
}

static gboolean
set_errno_error (const char  *path,
                 GError     **error)
{
  int saved_errno = errno;
  ThawStorageError code = THAW_STORAGE_ERROR_IO;

  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    code = THAW_STORAGE_ERROR_FULL;
  else if (saved_errno == EROFS)
    code = THAW_STORAGE_ERROR_READ_ONLY;
  else if (saved_errno == EACCES || saved_errno == EPERM)
    code = THAW_STORAGE_ERROR_NO_ACCESS;

  g_set_error (error, THAW_STORAGE_ERROR, code, "“%s”: %s", path, g_strerror (saved_errno));

  return FALSE;
}

static gboolean
sync_file (const char  *path,
           GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean is_synced;

  if (fd < 0)
    return set_errno_error (path, error);

  is_synced = fsync (fd) == 0 || set_errno_error (path, error);
  close (fd);

  return is_synced;
}

static gboolean
copy_durably (const char  *from,
              const char  *to,
              GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) local_error = NULL;

  if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL,
                    &local_error))
    {
      g_set_error (error, THAW_STORAGE_ERROR,
                   g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? THAW_STORAGE_ERROR_FULL
                                                                                  : THAW_STORAGE_ERROR_IO,
                   "%s", local_error->message);
      return FALSE;
    }

  return (g_chmod (to, 0600) == 0 || set_errno_error (to, error)) && sync_file (to, error);
}

static char *
make_kept_directory (const char  *directory,
                     ThawClock   *clock,
                     GError     **error)
{
  g_autoptr (GDateTime) now = thaw_clock_dup_now (clock);
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  for (int i = 1; i < 1000; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (KEPT_PREFIX, time, NULL)
                                     : g_strdup_printf (KEPT_PREFIX "%s-%d", time, i);
      g_autofree char *path = g_build_filename (directory, name, NULL);

      if (g_mkdir (path, 0700) == 0)
        return g_steal_pointer (&path);
      if (errno != EEXIST)
        break;
    }

  set_errno_error (directory, error);

  return NULL;
}

/* A second name costs no space; where the file system has none, a copy does. */
static gboolean
keep_file (const char  *path,
           const char  *kept_directory,
           GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *kept = g_build_filename (kept_directory, name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || link (path, kept) == 0)
    return TRUE;

  return copy_durably (path, kept, error);
}

static gboolean
keep_damaged (const char  *journal,
              const char  *kept_directory,
              GError     **error)
{
  if (!keep_file (journal, kept_directory, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (log_suffixes); i++)
    {
      g_autofree char *log = g_strconcat (journal, log_suffixes[i], NULL);

      if (!keep_file (log, kept_directory, error))
        return FALSE;
    }

  return sync_file (kept_directory, error);
}

/* The log goes before the new file comes: read into another database it would destroy that. Should everything end
 * between the two, the damaged journal is still there, and the rescue can begin again. */
static gboolean
replace_journal (const char  *directory,
                 const char  *journal,
                 const char  *restored,
                 GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (log_suffixes); i++)
    {
      g_autofree char *log = g_strconcat (journal, log_suffixes[i], NULL);

      if (g_unlink (log) != 0 && errno != ENOENT)
        return set_errno_error (log, error);
    }

  if (!sync_file (directory, error))
    return FALSE;

  if (g_rename (restored, journal) != 0)
    return set_errno_error (journal, error);

  return sync_file (directory, error);
}

static gboolean
collect_entry (ThawEntry  *entry,
               gpointer    user_data,
               GError    **error)
{
  g_ptr_array_add (user_data, g_object_ref (entry));

  return TRUE;
}

/* Numbers that cannot be read any more may be in the backup, and older ones are better than none. */
static gboolean
take_back_ways (ThawDatabase  *database,
                ThawClock     *clock,
                GPtrArray     *people,
                GHashTable    *bare,
                GError       **error)
{
  g_autoptr (ThawPeopleStore) store = thaw_people_store_new (database, clock);

  for (guint i = 0; i < people->len; i++)
    {
      ThawPerson *person = g_ptr_array_index (people, i);
      g_autoptr (ThawPerson) older = NULL;
      g_autoptr (GError) local_error = NULL;

      if (person->id == NULL || !g_hash_table_contains (bare, person->id))
        continue;

      older = thaw_people_store_get (store, person->id, &local_error);
      if (older != NULL)
        {
          g_ptr_array_unref (person->ways);
          person->ways = g_ptr_array_ref (older->ways);
        }
      else if (!g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return TRUE;
}

/* What the damaged file has and the backup has not, and what was deleted since the backup was made. That less can be
 * read than was there is no error. */
static gboolean
take_over_newer (const char         *directory,
                 ThawClock          *clock,
                 ThawVocabulary     *vocabulary,
                 ThawCopingCatalog  *coping_catalog,
                 ThawRescueReport   *report,
                 GError            **error)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autoptr (GHashTable) bare = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *damaged = g_build_filename (report->kept_directory, THAW_JOURNAL_FILE_NAME, NULL);
  g_autoptr (GPtrArray) tombstones = NULL;
  g_autoptr (ThawDatabase) database = NULL;
  g_autoptr (ThawJournal) journal = NULL;
  g_autoptr (GError) damage = NULL;
  ThawJournalImportCounts counts = { 0 };
  gboolean is_taken_over = TRUE;
  guint n_deleted = 0;

  if (!thaw_salvage_entries_sync (damaged, collect_entry, batch->entries, NULL, &damage))
    g_info ("Nothing was read from “%s”: %s", damaged, damage->message);
  tombstones = thaw_salvage_tombstones_sync (damaged, NULL);
  thaw_salvage_others_sync (damaged, batch, bare);

  database = thaw_database_new (directory);
  journal = thaw_journal_new (database, clock, vocabulary, coping_catalog);
  if (!thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, error))
    return FALSE;

  /* First what goes: a word that was deleted and added again is another one, and must not meet the old one. */
  if (tombstones != NULL && tombstones->len > 0)
    is_taken_over = thaw_journal_keep_deleted_sync (journal, tombstones, &n_deleted, error);
  is_taken_over = is_taken_over && take_back_ways (database, clock, batch->people, bare, error) &&
                  thaw_journal_import_batch_sync (journal, g_steal_pointer (&batch), FALSE, &counts, error) &&
                  thaw_draft_rescue_sync (database, damaged, error) &&
                  thaw_reminder_rescue_sync (database, damaged, error);
  thaw_database_close (database);
  report->n_rescued = counts.n_added + counts.n_changed;
  report->n_restored -= MIN (report->n_restored, n_deleted);

  return is_taken_over;
}

/**
 * thaw_rescue_list_backups:
 * @directory: (type filename): the folder of the journal
 * @error: return location for a #ThawStorageError
 *
 * Returns: (transfer full) (element-type ThawBackup) (nullable): the backups that
 *   can be read, newest first; %NULL with an error
 */
GPtrArray *
thaw_rescue_list_backups (const char  *directory,
                          GError     **error)
{
  g_autofree char *backups_directory = NULL;
  GPtrArray *backups;

  g_return_val_if_fail (directory != NULL, NULL);

  backups_directory = g_build_filename (directory, THAW_JOURNAL_BACKUPS_NAME, NULL);
  if (!g_file_test (backups_directory, G_FILE_TEST_IS_DIR))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_backup_free);

  backups = thaw_backup_list (backups_directory, error);
  for (guint i = backups != NULL ? backups->len : 0; i > 0; i--)
    {
      if (((ThawBackup *) g_ptr_array_index (backups, i - 1))->n_entries < 0)
        g_ptr_array_remove_index (backups, i - 1);
    }

  return backups;
}

static void
list_backups_in_thread (GTask        *task,
                        gpointer      source,
                        gpointer      task_data,
                        GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *backups = thaw_rescue_list_backups (task_data, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * thaw_rescue_list_backups_async:
 * @directory: (type filename): the folder of the journal
 * @cancellable: (nullable): ends the wait for the answer
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * As thaw_rescue_list_backups(), in a thread of its own: each backup is opened to
 * count its entries, and the disk may be the one that fails.
 */
void
thaw_rescue_list_backups_async (const char          *directory,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (directory != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_rescue_list_backups_async);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, g_strdup (directory), g_free);
  g_task_run_in_thread (task, list_backups_in_thread);
}

/**
 * thaw_rescue_list_backups_finish:
 * @result: what the callback was given
 * @error: return location for a #ThawStorageError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ThawBackup) (nullable): the backups that
 *   can be read, newest first; %NULL with an error
 */
GPtrArray *
thaw_rescue_list_backups_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * thaw_rescue_restore_sync:
 * @directory: (type filename): the folder of the journal, which nobody has open
 * @backup: (type filename): one of thaw_rescue_list_backups()
 * @clock: what names the folder for the damaged file
 * @vocabulary: (nullable): as for thaw_journal_new()
 * @coping_catalog: (nullable): as for thaw_journal_new()
 * @error: return location for a #ThawStorageError; the damaged journal is then
 *   still in its place, or in a folder beside the restored one
 *
 * Puts a copy of the backup in the place of the journal. The journal that was
 * there is kept, and entries that only it has are taken over from it, with what
 * was typed and not yet saved. What was
 * deleted in it is deleted here, too; entries are hidden until the journal is next
 * purged.
 *
 * Returns: (transfer full) (nullable): what was done
 */
ThawRescueReport *
thaw_rescue_restore_sync (const char         *directory,
                          const char         *backup,
                          ThawClock          *clock,
                          ThawVocabulary     *vocabulary,
                          ThawCopingCatalog  *coping_catalog,
                          GError            **error)
{
  g_autoptr (ThawRescueReport) report = g_new0 (ThawRescueReport, 1);
  g_autofree char *real_directory = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *restored = NULL;
  gint64 n_entries = 0;
  gboolean is_replaced;
  int lock;

  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (backup != NULL, NULL);
  g_return_val_if_fail (THAW_IS_CLOCK (clock), NULL);

  if (!thaw_journal_file_prepare_directory (directory, &real_directory, error))
    return NULL;

  lock = thaw_journal_file_lock (real_directory, error);
  if (lock < 0)
    return NULL;

  journal = g_build_filename (real_directory, THAW_JOURNAL_FILE_NAME, NULL);
  restored = g_strconcat (journal, RESTORED_SUFFIX, NULL);
  is_replaced = thaw_backup_check (backup, &n_entries, error) &&
                copy_durably (backup, restored, error) &&
                (report->kept_directory = make_kept_directory (real_directory, clock, error)) != NULL &&
                keep_damaged (journal, report->kept_directory, error) &&
                replace_journal (real_directory, journal, restored, error);
  close (lock);
  if (!is_replaced)
    {
      g_unlink (restored);
      return NULL;
    }

  report->n_restored = (guint) n_entries;
  if (!take_over_newer (directory, clock, vocabulary, coping_catalog, report, error))
    return NULL;

  return g_steal_pointer (&report);
}

static void
restore_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  ThawRescueReport *report = thaw_rescue_restore_sync (request->directory, request->backup, request->clock,
                                                       request->vocabulary, request->coping_catalog, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) thaw_rescue_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * thaw_rescue_restore_async:
 * @directory: (type filename): the folder of the journal, which nobody has open
 * @backup: (type filename): one of thaw_rescue_list_backups()
 * @clock: what names the folder for the damaged file
 * @vocabulary: (nullable): as for thaw_journal_new()
 * @coping_catalog: (nullable): as for thaw_journal_new()
 * @cancellable: (nullable): only looked at before it begins
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * As thaw_rescue_restore_sync(), in a thread of its own.
 */
void
thaw_rescue_restore_async (const char          *directory,
                           const char          *backup,
                           ThawClock           *clock,
                           ThawVocabulary      *vocabulary,
                           ThawCopingCatalog   *coping_catalog,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (directory != NULL);
  g_return_if_fail (backup != NULL);
  g_return_if_fail (THAW_IS_CLOCK (clock));

  request->directory = g_strdup (directory);
  request->backup = g_strdup (backup);
  request->clock = g_object_ref (clock);
  g_set_object (&request->vocabulary, vocabulary);
  g_set_object (&request->coping_catalog, coping_catalog);
  g_task_set_source_tag (task, thaw_rescue_restore_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, restore_in_thread);
}

/**
 * thaw_rescue_restore_finish:
 * @result: what the callback was given
 * @error: return location for a #ThawStorageError
 *
 * Returns: (transfer full) (nullable): what was done
 */
ThawRescueReport *
thaw_rescue_restore_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
