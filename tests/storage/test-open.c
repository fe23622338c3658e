/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-open"

#include "config.h"
#include "thaw-storage-test.h"
#include "thaw-test-disk.h"

#include <glib/gstdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* What may stand where the journal should be. Whatever is refused has an error of its own, and stays as it was, down
 * to the last file beside it. */

#define N_DISK_BYTES (4 * 1024 * 1024)

static char *
make_path (const char *directory,
           const char *name)
{
  return g_build_filename (directory, name, NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
describe_into (GString    *description,
               const char *directory,
               const char *name)
{
  g_autofree char *path = make_path (directory, name);
  g_autofree char *target = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *child;
  GStatBuf info;
  gsize length;

  g_assert_cmpint (g_lstat (path, &info), ==, 0);
  g_string_append_printf (description, "%s mode %o", name, info.st_mode);
  if (S_ISLNK (info.st_mode))
    {
      target = g_file_read_link (path, NULL);
      g_string_append_printf (description, " to %s", target);
    }
  else if (S_ISREG (info.st_mode) && g_file_get_contents (path, &bytes, &length, NULL))
    {
      g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);

      g_string_append_printf (description, " changed %" G_GINT64_FORMAT ".%09ld %s", (gint64) info.st_mtim.tv_sec,
                              info.st_mtim.tv_nsec, sum);
    }
  g_string_append_c (description, '\n');

  if (!S_ISDIR (info.st_mode))
    return;

  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (child = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_equal (child, "thaw.lock"))
        g_ptr_array_add (names, g_build_filename (name, child, NULL));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    describe_into (description, directory, g_ptr_array_index (names, i));
}

/* All that is in a folder: names, modes, links, bytes, times. The lock alone comes and goes. */
static char *
describe (const char *directory)
{
  g_autoptr (GString) description = g_string_new (NULL);

  describe_into (description, directory, ".");

  return g_strdup (description->str);
}

static void
assert_refused (const char       *directory,
                ThawDatabaseMode  mode,
                ThawStorageError  code)
{
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (GError) error = NULL;

  g_assert_false (thaw_database_open_sync (database, mode, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, (int) code);
  g_assert_false (thaw_database_is_open (database));
}

/* Nothing below @parent is another afterwards. */
static void
assert_left_alone (const char       *parent,
                   const char       *directory,
                   ThawDatabaseMode  mode,
                   ThawStorageError  code)
{
  g_autofree char *before = describe (parent);
  g_autofree char *after = NULL;

  assert_refused (directory, mode, code);
  after = describe (parent);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_both_left_alone (const char       *parent,
                        const char       *directory,
                        ThawStorageError  code)
{
  assert_left_alone (parent, directory, THAW_DATABASE_READ_WRITE, code);
  assert_left_alone (parent, directory, THAW_DATABASE_READ_ONLY, code);
}

static void
make_journal (const char *directory)
{
  ThawStorageTest test = { .clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00") };
  g_autoptr (GError) error = NULL;

  test.database = thaw_database_new (directory);
  test.journal = thaw_journal_new (test.database, test.clock, NULL, NULL);
  thaw_database_open_sync (test.database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_free (thaw_storage_test_add (&test, "2026-03-01T08:00:00Z", "a day"));
  thaw_database_close (test.database);
  g_clear_object (&test.journal);
  g_clear_object (&test.database);
  g_clear_object (&test.clock);
}

static void
assert_one_entry (const char       *directory,
                  ThawDatabaseMode  mode)
{
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, clock, NULL, NULL);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  thaw_database_open_sync (database, mode, &error);
  g_assert_no_error (error);
  listed = thaw_journal_list_newest (journal, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  thaw_database_close (database);
}

static void
write_file (const char *directory,
            const char *name,
            const char *text)
{
  g_autofree char *path = make_path (directory, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
make_link (const char *directory,
           const char *name,
           const char *target)
{
  g_autofree char *path = make_path (directory, name);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
test_folder_for_file (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = make_path (directory, "journal.db");

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_both_left_alone (directory, directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  write_file (path, "letter", "Dear reader");
  assert_both_left_alone (directory, directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
}

/* Nobody writes into the pipe: whoever opens it the usual way waits for ever. */
static void
test_pipe_for_file (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = make_path (directory, "journal.db");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_both_left_alone (directory, directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
}

static void
test_socket_for_file (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = make_path (directory, "journal.db");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_both_left_alone (directory, directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  close (fd);
}

/* Not even if it leads to a journal: two names for one file would be two logs. */
static void
test_link_for_file (void)
{
  g_autoptr (ThawTestDir) parent = thaw_test_make_dir ();
  g_autofree char *directory = make_path (parent, "here");
  g_autofree char *other = make_path (parent, "there");
  g_autofree char *path = make_path (directory, "journal.db");

  make_journal (other);
  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  make_link (directory, "journal.db", "../there/journal.db");
  assert_both_left_alone (parent, directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);

  g_assert_cmpint (g_unlink (path), ==, 0);
  make_link (directory, "journal.db", "nowhere");
  assert_both_left_alone (parent, directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
}

/* A log that leads elsewhere would write over what is there. */
static void
test_link_for_log (void)
{
  static const char *const names[] = { "journal.db-wal", "journal.db-shm", "journal.db-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ThawTestDir) parent = thaw_test_make_dir ();
      g_autofree char *directory = make_path (parent, "here");
      g_autofree char *victim = make_path (parent, "letter");
      g_autofree char *bytes = NULL;
      g_autoptr (ThawDatabase) database = thaw_database_new (directory);

      make_journal (directory);
      write_file (parent, "letter", "Dear reader");
      make_link (directory, names[i], "../letter");

      /* It need not open. */
      thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, NULL);
      thaw_database_close (database);
      g_assert_true (g_file_get_contents (victim, &bytes, NULL, NULL));
      g_assert_cmpstr (bytes, ==, "Dear reader");
    }
}

static void
test_file_for_folder (void)
{
  g_autoptr (ThawTestDir) parent = thaw_test_make_dir ();
  g_autofree char *directory = make_path (parent, "thaw");
  g_autofree char *below = make_path (directory, "deeper");

  write_file (parent, "thaw", "no folder");
  assert_both_left_alone (parent, directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  assert_both_left_alone (parent, below, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
}

static void
test_link_for_folder (void)
{
  g_autoptr (ThawTestDir) parent = thaw_test_make_dir ();
  g_autofree char *directory = make_path (parent, "real");
  g_autofree char *linked = make_path (parent, "linked");
  g_autofree char *twice = make_path (parent, "twice");
  g_autofree char *dangling = make_path (parent, "dangling");
  g_autofree char *round = make_path (parent, "round");

  make_journal (directory);
  make_link (parent, "linked", "real");
  make_link (parent, "twice", linked);
  assert_one_entry (linked, THAW_DATABASE_READ_WRITE);
  assert_one_entry (twice, THAW_DATABASE_READ_ONLY);

  make_link (parent, "round", "round");
  assert_both_left_alone (parent, round, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  make_link (parent, "dangling", "nowhere");
  assert_left_alone (parent, dangling, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  assert_left_alone (parent, dangling, THAW_DATABASE_READ_ONLY, THAW_STORAGE_ERROR_NOT_FOUND);
}

/* Without the lock nobody knows who else writes. */
static void
test_no_lock (void)
{
  g_autoptr (ThawTestDir) parent = thaw_test_make_dir ();
  g_autofree char *directory = make_path (parent, "here");
  g_autofree char *lock = make_path (directory, "thaw.lock");

  make_journal (directory);
  write_file (parent, "letter", "Dear reader");
  g_assert_cmpint (g_unlink (lock), ==, 0);
  make_link (directory, "thaw.lock", "../letter");
  assert_left_alone (parent, directory, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  assert_one_entry (directory, THAW_DATABASE_READ_ONLY);

  g_assert_cmpint (g_unlink (lock), ==, 0);
  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  assert_left_alone (parent, directory, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  assert_one_entry (directory, THAW_DATABASE_READ_ONLY);
}

/* The power went while the file was made: its first page says how long it is to be, and SQLite knows that it was empty
 * before. */
static void
test_half_made (void)
{
  static const guint8 rollback_header[512] = {
    0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 0, 0x54, 0x68, 0x61, 0x77, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0,
    0x10, 0,
  };
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = make_path (directory, "journal.db");
  g_autofree char *rollback = make_path (directory, "journal.db-journal");
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (GError) error = NULL;

  make_journal (directory);
  g_assert_cmpint (truncate (path, 2 * 4096), ==, 0);
  g_file_set_contents (rollback, (const char *) rollback_header, sizeof rollback_header, &error);
  g_assert_no_error (error);

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  thaw_database_verify_sync (database, NULL, &error);
  g_assert_no_error (error);
  thaw_database_close (database);
}

static void
test_read_only_disk (void)
{
  g_autoptr (ThawTestDir) disk = thaw_test_make_dir ();
  g_autofree char *directory = make_path (disk, "thaw");
  g_autofree char *new_directory = make_path (disk, "new");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!thaw_test_disk_mount (disk, N_DISK_BYTES))
    return;

  make_journal (directory);
  thaw_test_disk_set_read_only (disk);

  before = describe (disk);
  assert_refused (directory, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_READ_ONLY);
  assert_refused (new_directory, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_READ_ONLY);
  assert_refused (new_directory, THAW_DATABASE_READ_ONLY, THAW_STORAGE_ERROR_NOT_FOUND);
  assert_one_entry (directory, THAW_DATABASE_READ_ONLY);
  after = describe (disk);
  g_assert_cmpstr (before, ==, after);
  thaw_test_disk_unmount (disk);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_disk_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/open/folder-for-file", test_folder_for_file);
  g_test_add_func ("/open/pipe-for-file", test_pipe_for_file);
  g_test_add_func ("/open/socket-for-file", test_socket_for_file);
  g_test_add_func ("/open/link-for-file", test_link_for_file);
  g_test_add_func ("/open/link-for-log", test_link_for_log);
  g_test_add_func ("/open/file-for-folder", test_file_for_folder);
  g_test_add_func ("/open/link-for-folder", test_link_for_folder);
  g_test_add_func ("/open/no-lock", test_no_lock);
  g_test_add_func ("/open/half-made", test_half_made);
  g_test_add_func ("/open/read-only-disk", test_read_only_disk);

  return g_test_run ();
}
