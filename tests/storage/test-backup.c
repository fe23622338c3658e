/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-backup"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-backup.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <utime.h>

static void
add (ThawStorageTest *test,
     const char      *text)
{
  g_autofree char *uuid = thaw_storage_test_add (test, "2026-03-01T08:00:00Z", text);

  g_assert_nonnull (uuid);
}

static guint
count_files (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
make_daily (ThawStorageTest *test,
            ThawDay          day,
            GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;

  thaw_database_backup_daily_async (test->database, day, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_database_backup_daily_finish (test->database, awaited, error);
}

static void
test_copy (ThawStorageTest *test,
           gconstpointer    data)
{
  g_autoptr (ThawTestDir) other = thaw_test_make_dir ();
  g_autofree char *path = g_build_filename (other, "journal.db", NULL);
  g_autoptr (ThawDatabase) database = thaw_database_new (other);
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, test->clock, NULL, NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *header = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .query = (char *) "one" };
  gint64 n_entries;

  add (test, "one");
  g_assert_cmpint (g_file_set_contents (path, "in the way", -1, NULL), ==, TRUE);
  thaw_database_backup_sync (test->database, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (other), ==, 1);
  thaw_backup_check (path, &n_entries, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_entries, ==, 1);

  /* No log belongs to it, so that it also opens where nothing can be written. */
  g_assert_true (g_file_get_contents (path, &header, NULL, NULL));
  g_assert_cmpint (header[18], ==, 1);

  /* It is a whole journal. */
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  found = thaw_journal_find_sync (journal, &filter, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  thaw_database_verify_sync (database, NULL, &error);
  g_assert_no_error (error);
  thaw_database_close (database);
}

static void
test_fails_cleanly (ThawStorageTest *test,
                    gconstpointer    data)
{
  g_autoptr (ThawTestDir) other = thaw_test_make_dir ();
  g_autofree char *missing = g_build_filename (other, "missing", "copy.db", NULL);
  g_autofree char *folder = g_build_filename (other, "folder", NULL);
  g_autofree char *inside = g_build_filename (folder, "x", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (thaw_database_backup_sync (test->database, missing, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IO);
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_false (thaw_database_backup_sync (test->database, folder, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (other), ==, 1);
}

/* Whoever searches does not wait for a backup, however long that takes. */
static void
test_reads_meanwhile (ThawStorageTest *test,
                      gconstpointer    data)
{
  g_autofree char *directory = thaw_database_dup_backup_directory (test->database);
  g_autofree char *last = g_build_filename (directory, "journal-2026-02-28.db", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  add (test, "one");

  /* A backup that looks at the last one and has to wait until somebody writes into it. */
  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_cmpint (mkfifo (last, 0600), ==, 0);
  thaw_database_backup_daily_async (test->database, thaw_day_new (2026, 3, 1), NULL, thaw_test_store_result_cb,
                                    &result);
  found = thaw_journal_find_sync (test->journal, NULL, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  fd = g_open (last, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  awaited = thaw_test_await (&result);
  thaw_database_backup_daily_finish (test->database, awaited, &error);
  g_assert_no_error (error);
}

static void
test_daily (ThawStorageTest *test,
            gconstpointer    data)
{
  g_autofree char *directory = thaw_database_dup_backup_directory (test->database);
  g_autofree char *stale = g_build_filename (directory, ".journal-2026-01-01.db.tmp", NULL);
  g_autofree char *first_path = g_build_filename (directory, "journal-2026-03-01.db", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  ThawDay first = thaw_day_new (2026, 3, 1);
  struct utimbuf long_ago = { 1000, 1000 };
  GStatBuf info;

  backups = thaw_backup_list (directory, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 0);
  g_clear_pointer (&backups, g_ptr_array_unref);

  add (test, "one");
  make_daily (test, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (directory, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (first_path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (utime (first_path, &long_ago), ==, 0);

  /* Once a day is enough; what a power cut left goes. */
  add (test, "two");
  g_assert_true (g_file_set_contents (stale, "x", 1, NULL));
  make_daily (test, first, &error);
  g_assert_no_error (error);
  make_daily (test, first + 1, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));

  backups = thaw_backup_list (directory, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpint (((ThawBackup *) g_ptr_array_index (backups, 0))->n_entries, ==, 2);
  g_assert_cmpint (((ThawBackup *) g_ptr_array_index (backups, 1))->n_entries, ==, 1);
  g_assert_cmpint (((ThawBackup *) g_ptr_array_index (backups, 1))->time_ms, ==, 1000000);
  g_assert_cmpstr (((ThawBackup *) g_ptr_array_index (backups, 1))->path, ==, first_path);
  g_clear_pointer (&backups, g_ptr_array_unref);

  /* One that cannot be read is listed as such. */
  g_assert_true (g_file_set_contents (first_path, "noise", -1, NULL));
  backups = thaw_backup_list (directory, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpint (((ThawBackup *) g_ptr_array_index (backups, 0))->n_entries, ==, -1);
}

static void
test_keeps_all_after_a_loss (ThawStorageTest *test,
                             gconstpointer    data)
{
  g_autofree char *directory = thaw_database_dup_backup_directory (test->database);
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  ThawDay first = thaw_day_new (2026, 3, 2);

  add (test, "one");
  uuid = thaw_storage_test_add (test, "2026-03-01T08:00:00Z", "two");
  for (int i = 0; i < 12; i++)
    {
      make_daily (test, first + i, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (count_files (directory), ==, 7);

  thaw_storage_test_hide (test, uuid);
  thaw_storage_test_purge (test, NULL);
  make_daily (test, first + 12, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (directory), ==, 8);
}

static void
test_retention (void)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (ThawDay));
  ThawDay first = thaw_day_new (2025, 1, 1);

  /* A year, day by day. */
  for (int i = 0; i < 365; i++)
    {
      ThawDay today = first + i;
      g_autoptr (GArray) expired = NULL;

      g_array_prepend_val (kept, today);
      expired = thaw_backup_choose_expired ((const ThawDay *) kept->data, kept->len);
      for (guint j = 0; j < expired->len; j++)
        {
          for (guint k = 0; k < kept->len; k++)
            {
              if (g_array_index (kept, ThawDay, k) == g_array_index (expired, ThawDay, j))
                g_array_remove_index (kept, k);
            }
        }
    }

  /* The last seven days, and something from each of the weeks and months before. */
  for (int i = 0; i < 7; i++)
    g_assert_cmpint (g_array_index (kept, ThawDay, i), ==, first + 364 - i);
  g_assert_cmpuint (kept->len, >=, 7 + 2 + 4);
  g_assert_cmpuint (kept->len, <=, 7 + 4 + 6);
  g_assert_cmpint (g_array_index (kept, ThawDay, kept->len - 1), <, first + 364 - 150);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/backup/" name, ThawStorageTest, NULL, thaw_storage_test_set_up, func, thaw_storage_test_tear_down)
  ADD ("copy", test_copy);
  ADD ("fails-cleanly", test_fails_cleanly);
  ADD ("daily", test_daily);
  ADD ("reads-meanwhile", test_reads_meanwhile);
  ADD ("keeps-all-after-a-loss", test_keeps_all_after_a_loss);
  g_test_add_func ("/backup/retention", test_retention);
#undef ADD

  return g_test_run ();
}
