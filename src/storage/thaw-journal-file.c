/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-file"

#include "config.h"
#include "thaw-journal-file.h"

#include "thaw-backup.h"
#include "thaw-migrations.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The header of an SQLite file, as its format is documented: numbers are big-endian. */
#define MAGIC "SQLite format 3"
#define HEADER_SIZE 100
#define PAGE_SIZE_AT 16
#define N_PAGES_AT 28
#define USER_VERSION_AT 60
#define APPLICATION_ID_AT 68

static gboolean
set_errno_error (int          saved_errno,
                 const char  *path,
                 GError     **error)
{
  ThawStorageError code = THAW_STORAGE_ERROR_IO;

  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
      code = THAW_STORAGE_ERROR_FULL;
      break;
    case EROFS:
      code = THAW_STORAGE_ERROR_READ_ONLY;
      break;
    case EACCES:
    case EPERM:
      code = THAW_STORAGE_ERROR_NO_ACCESS;
      break;
    case ENOENT:
      code = THAW_STORAGE_ERROR_NOT_FOUND;
      break;
    case ELOOP:
    case ENXIO:
    case ENOTDIR:
    case EISDIR:
      code = THAW_STORAGE_ERROR_NOT_A_JOURNAL;
      break;
    default:
      break;
    }

  g_set_error (error, THAW_STORAGE_ERROR, code, "“%s”: %s", path, g_strerror (saved_errno));

  return FALSE;
}

/* A folder that may be read but not written to is the same to a person as a medium that cannot be written to. */
static gboolean
set_create_error (int          saved_errno,
                  const char  *real_directory,
                  const char  *path,
                  GError     **error)
{
  if (saved_errno == EACCES && access (real_directory, R_OK | X_OK) == 0)
    saved_errno = EROFS;

  return set_errno_error (saved_errno, path, error);
}

static char *
make_path (const char *real_directory)
{
  return g_build_filename (real_directory, THAW_JOURNAL_FILE_NAME, NULL);
}

static guint32
read_uint32 (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
read_header (const char  *path,
             guchar       header[HEADER_SIZE],
             gssize      *out_n_bytes,
             gint64      *out_size,
             GError     **error)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat info;

  if (fd < 0)
    return set_errno_error (errno, path, error);

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      close (fd);
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_A_JOURNAL,
                   /* Translators: %s is a file */
                   _("“%s” is no file"), path);
      return FALSE;
    }

  *out_n_bytes = pread (fd, header, HEADER_SIZE, 0);
  *out_size = info.st_size;
  if (*out_n_bytes < 0)
    {
      set_errno_error (errno, path, error);
      close (fd);
      return FALSE;
    }

  close (fd);

  return TRUE;
}

static gboolean
has_magic (const guchar header[HEADER_SIZE],
           gssize       n_bytes)
{
  return n_bytes == HEADER_SIZE && memcmp (header, MAGIC, sizeof MAGIC) == 0;
}

static gboolean
has_companion (const char *real_directory,
               const char *suffix)
{
  g_autofree char *name = g_strconcat (THAW_JOURNAL_FILE_NAME, suffix, NULL);
  g_autofree char *path = g_build_filename (real_directory, name, NULL);
  struct stat info;

  return lstat (path, &info) == 0 && info.st_size > 0;
}

static gboolean
check_header (const guchar  header[HEADER_SIZE],
              gint64        size,
              gboolean      has_log,
              const char   *path,
              GError      **error)
{
  guint32 page_size = (guint32) header[PAGE_SIZE_AT] << 8 | header[PAGE_SIZE_AT + 1];
  guint32 application_id = read_uint32 (header + APPLICATION_ID_AT);
  guint32 version = read_uint32 (header + USER_VERSION_AT);

  if (page_size == 1)
    page_size = 65536;

  if (application_id != THAW_APPLICATION_ID)
    {
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_A_JOURNAL,
                   /* Translators: %s is a file */
                   _("“%s” belongs to another program"), path);
      return FALSE;
    }

  if (version > (guint32) thaw_migrations_get_version ())
    {
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_TOO_NEW,
                   /* Translators: %s is a file, %u and %d are numbers */
                   _("“%s” is of version %u, this Thaw knows versions up to %d"), path, version,
                   thaw_migrations_get_version ());
      return FALSE;
    }

  if (!has_log && (gint64) read_uint32 (header + N_PAGES_AT) * page_size > size)
    {
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED,
                   /* Translators: %s is a file */
                   _("“%s” has been cut off"), path);
      return FALSE;
    }

  return TRUE;
}

/**
 * thaw_journal_file_prepare_directory:
 * @directory: the folder of the journal
 * @out_real_directory: (out) (transfer full): its name without symbolic links
 * @error: return location for an error
 *
 * Makes the folder if it is not there, for its owner alone.
 *
 * Returns: whether it went well
 */
gboolean
thaw_journal_file_prepare_directory (const char  *directory,
                                     char       **out_real_directory,
                                     GError     **error)
{
  g_autofree char *real_directory = NULL;
  struct stat info;
  int fd;

  if (g_mkdir_with_parents (directory, 0700) != 0)
    return set_errno_error (errno, directory, error);

  real_directory = thaw_journal_file_find_directory (directory, error);
  if (real_directory == NULL)
    return FALSE;

  fd = open (real_directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    return set_errno_error (errno, directory, error);

  /* Some file systems know no modes; what cannot be had there is no reason not to write a journal. */
  if (fstat (fd, &info) == 0 && (info.st_mode & 0777) != 0700 && (info.st_mode & 0077) != 0 &&
      info.st_uid == geteuid () && fchmod (fd, 0700) != 0)
    g_info ("The mode of “%s” stays as it is: %s", real_directory, g_strerror (errno));
  close (fd);

  *out_real_directory = g_steal_pointer (&real_directory);

  return TRUE;
}

/**
 * thaw_journal_file_find_directory:
 * @directory: the folder of the journal
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its name without symbolic links, %NULL
 *   with %THAW_STORAGE_ERROR_NOT_FOUND if there is none
 */
char *
thaw_journal_file_find_directory (const char  *directory,
                                  GError     **error)
{
  char *real_directory = realpath (directory, NULL);

  if (real_directory == NULL)
    set_errno_error (errno, directory, error);

  return real_directory;
}

/**
 * thaw_journal_file_lock:
 * @real_directory: the folder
 * @error: return location for an error
 *
 * Takes the right to write. It ends with the process at the latest.
 *
 * Returns: a file descriptor to close in the end, or −1 with an error
 */
int
thaw_journal_file_lock (const char  *real_directory,
                        GError     **error)
{
  g_autofree char *path = g_build_filename (real_directory, THAW_JOURNAL_LOCK_NAME, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      set_create_error (errno, real_directory, path, error);
      return -1;
    }

  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;

  if (errno == EWOULDBLOCK)
    {
      g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IN_USE,
                           _("Another process writes to the journal"));
      close (fd);
      return -1;
    }

  /* Some network file systems have no such lock. SQLite's own still keep the file whole. */
  g_info ("“%s” cannot be locked: %s", path, g_strerror (errno));

  return fd;
}

/**
 * thaw_journal_file_check:
 * @real_directory: the folder
 * @out_exists: (out): whether there is a file with something in it
 * @error: return location for an error
 *
 * Looks at the first bytes of the file, so that one that is none of ours is
 * refused before SQLite touches it. Must not be called while this process has
 * the file open: closing a file drops the process's locks on it.
 *
 * Returns: whether the file may be opened or made
 */
gboolean
thaw_journal_file_check (const char  *real_directory,
                         gboolean    *out_exists,
                         GError     **error)
{
  g_autofree char *path = make_path (real_directory);
  g_autofree char *backups = g_build_filename (real_directory, THAW_JOURNAL_BACKUPS_NAME, NULL);
  g_autoptr (GError) local_error = NULL;
  guchar header[HEADER_SIZE];
  gssize n_bytes = 0;
  gint64 size = 0;
  gboolean is_fresh, was_interrupted;

  *out_exists = FALSE;
  if (!read_header (path, header, &n_bytes, &size, &local_error))
    {
      if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  /* A kill in the first moments leaves an empty file behind, or one with parts of its first transaction, which SQLite
   * takes back; but not one of which there were backups. */
  was_interrupted = has_companion (real_directory, "-journal");
  is_fresh = n_bytes == 0 || (!has_magic (header, n_bytes) && was_interrupted);
  if (is_fresh && !thaw_backup_exists (backups))
    return TRUE;

  *out_exists = TRUE;
  if (!has_magic (header, n_bytes))
    {
      gboolean was_journal = thaw_backup_exists (backups);

      g_set_error (error, THAW_STORAGE_ERROR,
                   was_journal ? THAW_STORAGE_ERROR_DAMAGED : THAW_STORAGE_ERROR_NOT_A_JOURNAL,
                   /* Translators: %s is a file */
                   _("“%s” does not begin like a journal"), path);
      return FALSE;
    }

  return check_header (header, size, was_interrupted || thaw_journal_file_has_log (real_directory), path, error);
}

/**
 * thaw_journal_file_create:
 * @real_directory: the folder
 * @out_created: (out): whether it was not there before
 * @error: return location for an error
 *
 * Makes the file, empty and for its owner alone; SQLite would make it as the
 * umask says. One that is there already stays.
 *
 * Returns: whether it is there
 */
gboolean
thaw_journal_file_create (const char  *real_directory,
                          gboolean    *out_created,
                          GError     **error)
{
  g_autofree char *path = make_path (real_directory);
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  *out_created = fd >= 0;
  if (fd < 0)
    return errno == EEXIST || set_create_error (errno, real_directory, path, error);

  close (fd);

  fd = open (real_directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }

  return TRUE;
}

/**
 * thaw_journal_file_make_private:
 * @real_directory: the folder
 * @error: return location for an error
 *
 * Takes away the rights of others on the file, which is known to be ours.
 *
 * Returns: whether it went well
 */
gboolean
thaw_journal_file_make_private (const char  *real_directory,
                                GError     **error)
{
  g_autofree char *path = make_path (real_directory);
  struct stat info;

  if (lstat (path, &info) != 0)
    return set_errno_error (errno, path, error);

  if (S_ISREG (info.st_mode) && (info.st_mode & 0077) != 0 && info.st_uid == geteuid () &&
      chmod (path, info.st_mode & 0700) != 0)
    g_info ("The mode of “%s” stays as it is: %s", path, g_strerror (errno));

  return TRUE;
}

gboolean
thaw_journal_file_has_log (const char *real_directory)
{
  return has_companion (real_directory, "-wal");
}

/**
 * thaw_journal_file_remove:
 * @real_directory: the folder
 *
 * Removes a file that was just made and in which there is nothing yet.
 */
void
thaw_journal_file_remove (const char *real_directory)
{
  const char *names[] = { THAW_JOURNAL_FILE_NAME "-wal", THAW_JOURNAL_FILE_NAME "-shm",
                          THAW_JOURNAL_FILE_NAME "-journal", THAW_JOURNAL_FILE_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (real_directory, names[i], NULL);

      g_unlink (path);
    }
}
