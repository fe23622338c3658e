/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-backup"

#include "config.h"
#include "thaw-backup.h"

#include "thaw-connection.h"
#include "thaw-integrity.h"
#include "thaw-migrations.h"
#include "thaw-statement.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAILY_PREFIX "journal-"
#define MIGRATION_PREFIX "before-version-"
#define SUFFIX ".db"

/* How many days, weeks and months back there is a backup. */
#define N_DAILY 7
#define N_WEEKLY 4
#define N_MONTHLY 6

/* A new backup with less than this part of the last one's entries does not push old ones out. */
#define MIN_KEPT_PERCENT 90

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
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int fd = open (path, flags | O_RDONLY | O_CLOEXEC);
  gboolean ok;

  if (fd < 0)
    return set_errno_error (path, error);

  ok = fsync (fd) == 0 || set_errno_error (path, error);
  close (fd);

  return ok;
}

/* SQLite would make the file as the umask says; it takes one that is there if it is empty. */
static gboolean
create_private (const char  *path,
                GError     **error)
{
  int fd;

  g_unlink (path);
  fd = open (path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return set_errno_error (path, error);

  close (fd);

  return TRUE;
}

static gboolean
vacuum_into (ThawConnection  *source,
             const char      *path,
             GError         **error)
{
  g_autoptr (ThawStatement) statement = thaw_statement_new (source, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_text (statement, 1, path);

  return thaw_statement_run (statement, error);
}

static gboolean
write_beside (ThawConnection  *source,
              const char      *folder,
              const char      *temporary,
              const char      *path,
              GError         **error)
{
  if (!create_private (temporary, error) ||
      !vacuum_into (source, temporary, error) ||
      !sync_path (temporary, O_NOFOLLOW, error) ||
      !thaw_backup_check (temporary, NULL, error))
    return FALSE;

  if (g_rename (temporary, path) != 0)
    return set_errno_error (path, error);

  return sync_path (folder, O_DIRECTORY, error);
}

static ThawDay
get_daily_day (const char *name)
{
  g_autofree char *iso = NULL;

  if (!g_str_has_prefix (name, DAILY_PREFIX) || !g_str_has_suffix (name, SUFFIX))
    return THAW_DAY_NONE;

  iso = g_strndup (name + strlen (DAILY_PREFIX), strlen (name) - strlen (DAILY_PREFIX) - strlen (SUFFIX));

  return thaw_day_from_iso (iso);
}

static char *
make_daily_path (const char *directory,
                 ThawDay     day)
{
  g_autofree char *iso = thaw_day_to_iso (day);
  g_autofree char *name = g_strconcat (DAILY_PREFIX, iso, SUFFIX, NULL);

  return g_build_filename (directory, name, NULL);
}

static int
compare_days_newest_first (gconstpointer a,
                           gconstpointer b)
{
  return *(const ThawDay *) b - *(const ThawDay *) a;
}

static GArray *
list_daily_days (const char *directory)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDay));
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      ThawDay day = get_daily_day (name);

      if (day != THAW_DAY_NONE)
        g_array_append_val (days, day);
    }

  g_array_sort (days, compare_days_newest_first);

  return g_steal_pointer (&days);
}

/* What a power cut left of a backup that was being written. */
static void
sweep_temporary (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, ".") && g_str_has_suffix (name, SUFFIX ".tmp"))
        {
          g_autofree char *path = g_build_filename (directory, name, NULL);

          g_unlink (path);
        }
    }
}

static gboolean
make_directory (const char  *directory,
                GError     **error)
{
  if (g_mkdir_with_parents (directory, 0700) != 0)
    return set_errno_error (directory, error);

  return TRUE;
}

static void
remove_expired (const char *directory)
{
  g_autoptr (GArray) days = list_daily_days (directory);
  g_autoptr (GArray) expired = thaw_backup_choose_expired ((const ThawDay *) days->data, days->len);

  for (guint i = 0; i < expired->len; i++)
    {
      g_autofree char *path = make_daily_path (directory, g_array_index (expired, ThawDay, i));

      if (g_unlink (path) != 0)
        g_info ("An old backup stays: %s", g_strerror (errno));
    }
}

static int
compare_backups_newest_first (gconstpointer a,
                              gconstpointer b)
{
  const ThawBackup *left = *(const ThawBackup **) a, *right = *(const ThawBackup **) b;

  if (left->time_ms != right->time_ms)
    return left->time_ms < right->time_ms ? 1 : -1;

  return strcmp (right->path, left->path);
}

void
thaw_backup_free (ThawBackup *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}

/**
 * thaw_backup_write:
 * @source: a connection without a transaction
 * @path: where the backup is to be; a file there is replaced once the new one is good
 * @error: return location for an error
 *
 * Copies the whole journal into one file that only its owner can read: written
 * under another name, synced, read and checked, and only then renamed.
 *
 * Returns: whether the backup is on the disk
 */
gboolean
thaw_backup_write (ThawConnection  *source,
                   const char      *path,
                   GError         **error)
{
  g_autofree char *folder_name = g_path_get_dirname (path);
  g_autofree char *folder = realpath (folder_name, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *temporary_name = g_strconcat (".", name, ".tmp", NULL);
  g_autofree char *temporary = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (source != NULL, FALSE);

  if (folder == NULL)
    return set_errno_error (folder_name, error);

  temporary = g_build_filename (folder, temporary_name, NULL);
  target = g_build_filename (folder, name, NULL);
  if (!write_beside (source, folder, temporary, target, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  return TRUE;
}

/**
 * thaw_backup_before_migration:
 * @source: a connection without a transaction
 * @directory: the folder of the backups; made if it is not there
 * @version: the version of the schema that is left behind
 * @error: return location for an error
 *
 * Copies the journal before its schema changes. This copy never expires.
 *
 * Returns: whether the backup is on the disk
 */
gboolean
thaw_backup_before_migration (ThawConnection  *source,
                              const char      *directory,
                              int              version,
                              GError         **error)
{
  g_autofree char *name = g_strdup_printf (MIGRATION_PREFIX "%d" SUFFIX, version + 1);
  g_autofree char *path = g_build_filename (directory, name, NULL);

  return make_directory (directory, error) && thaw_backup_write (source, path, error);
}

/**
 * thaw_backup_make_daily:
 * @source: a connection without a transaction
 * @directory: the folder of the backups; made if it is not there
 * @today: the day
 * @out_made: (out) (optional): whether there was none of @today yet
 * @error: return location for an error
 *
 * Makes the backup of the day if there is none yet, and removes those that have
 * expired. If the new one has lost many entries, none is removed.
 *
 * Returns: whether there is a backup of @today now
 */
gboolean
thaw_backup_make_daily (ThawConnection  *source,
                        const char      *directory,
                        ThawDay          today,
                        gboolean        *out_made,
                        GError         **error)
{
  g_autofree char *path = make_daily_path (directory, today);
  g_autoptr (GArray) days = NULL;
  gint64 n_entries = 0, n_entries_before = 0;
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);

  if (out_made != NULL)
    *out_made = !is_there;
  if (is_there)
    return TRUE;

  if (!make_directory (directory, error))
    return FALSE;

  sweep_temporary (directory);
  days = list_daily_days (directory);
  if (!thaw_backup_write (source, path, error) || !thaw_backup_check (path, &n_entries, error))
    return FALSE;

  if (days->len > 0)
    {
      g_autofree char *last_path = make_daily_path (directory, g_array_index (days, ThawDay, 0));

      if (!thaw_backup_check (last_path, &n_entries_before, NULL))
        n_entries_before = 0;
    }
  if (n_entries * 100 >= n_entries_before * MIN_KEPT_PERCENT)
    remove_expired (directory);
  else
    g_info ("Fewer entries than in the last backup; keeping all backups");

  return TRUE;
}

/**
 * thaw_backup_check:
 * @path: a file
 * @out_n_entries: (out) (optional): how many entries it holds
 * @error: return location for an error
 *
 * Reads a file through without changing anything.
 *
 * Returns: whether it is a journal of this version of the schema or an older
 *   one, and whole
 */
gboolean
thaw_backup_check (const char  *path,
                   gint64      *out_n_entries,
                   GError     **error)
{
  g_autofree char *real_path = realpath (path, NULL);
  g_autoptr (ThawConnection) connection = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 application_id, n_entries;

  if (real_path == NULL)
    return set_errno_error (path, error);

  connection = thaw_connection_open (real_path, THAW_CONNECTION_READ_ONLY, error);
  if (connection == NULL || !thaw_connection_get_int64 (connection, "PRAGMA application_id", &application_id, error))
    return FALSE;

  if (application_id != THAW_APPLICATION_ID)
    {
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_A_JOURNAL,
                   /* Translators: %s is a file */
                   _("“%s” is no journal"), path);
      return FALSE;
    }

  if (!thaw_integrity_check (connection, "PRAGMA quick_check (1)", NULL, &local_error))
    {
      if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED))
        g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED,
                     /* Translators: the first %s is a file, the second one says more, in English */
                     _("“%s” is damaged: %s"), path, local_error->message);
      else
        g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "“%s”: ", path);
      return FALSE;
    }

  if (!thaw_connection_get_int64 (connection, "SELECT count (*) FROM entry", &n_entries, error))
    return FALSE;

  if (out_n_entries != NULL)
    *out_n_entries = n_entries;

  return TRUE;
}

/**
 * thaw_backup_exists:
 * @directory: the folder of the backups
 *
 * Returns: whether there is any backup in it
 */
gboolean
thaw_backup_exists (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (name[0] != '.' && g_str_has_suffix (name, SUFFIX))
        return TRUE;
    }

  return FALSE;
}

/**
 * thaw_backup_list:
 * @directory: the folder of the backups
 * @error: return location for an error
 *
 * Reads every backup through, so this takes a while.
 *
 * Returns: (transfer full) (element-type ThawBackup) (nullable): the backups,
 *   newest first; empty if there is no such folder; %NULL with an error
 */
GPtrArray *
thaw_backup_list (const char  *directory,
                  GError     **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_backup_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (directory, 0, &local_error);
  const char *name;

  if (dir == NULL && g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&backups);

  if (dir == NULL)
    {
      g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NO_ACCESS, local_error->message);
      return NULL;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);
      ThawBackup *backup;
      GStatBuf info;

      if (name[0] == '.' || !g_str_has_suffix (name, SUFFIX) || g_lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;

      backup = g_new0 (ThawBackup, 1);
      backup->time_ms = (gint64) info.st_mtim.tv_sec * 1000 + info.st_mtim.tv_nsec / 1000000;
      backup->n_bytes = info.st_size;
      if (!thaw_backup_check (path, &backup->n_entries, NULL))
        backup->n_entries = -1;
      backup->path = g_steal_pointer (&path);
      g_ptr_array_add (backups, backup);
    }

  g_ptr_array_sort (backups, compare_backups_newest_first);

  return g_steal_pointer (&backups);
}

/**
 * thaw_backup_choose_expired:
 * @days: (array length=n_days): days of which there is a backup, newest first
 * @n_days: how many
 *
 * Kept are the newest seven, and before them the newest of each week and of
 * each month, as far as four weeks and six months with a backup.
 *
 * Returns: (transfer full) (element-type ThawDay): those that are not needed any more
 */
GArray *
thaw_backup_choose_expired (const ThawDay *days,
                            guint          n_days)
{
  g_autoptr (GArray) expired = g_array_new (FALSE, FALSE, sizeof (ThawDay));
  ThawDay last_week = THAW_DAY_NONE, last_month = THAW_DAY_NONE;
  guint n_weeks = 0, n_months = 0;

  for (guint i = 0; i < n_days; i++)
    {
      ThawDay week = thaw_day_start_of_week (days[i], 1), month = thaw_day_start_of_month (days[i]);
      gboolean is_kept = i < N_DAILY;

      if (week != last_week && n_weeks < N_WEEKLY)
        {
          is_kept = TRUE;
          n_weeks++;
        }
      if (month != last_month && n_months < N_MONTHLY)
        {
          is_kept = TRUE;
          n_months++;
        }
      last_week = week;
      last_month = month;

      if (!is_kept)
        g_array_append_val (expired, days[i]);
    }

  return g_steal_pointer (&expired);
}
