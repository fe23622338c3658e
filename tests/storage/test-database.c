/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-database"

#include "config.h"
#include "thaw-storage-test.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Somebody without any right of their own. */
#define NOBODY 65534

static char *
make_path (const char *directory,
           const char *name)
{
  return g_build_filename (directory, name, NULL);
}

static gboolean
exists (const char *directory,
        const char *name)
{
  g_autofree char *path = make_path (directory, name);
  GStatBuf info;

  return g_lstat (path, &info) == 0;
}

static guint
get_mode (const char *directory,
          const char *name)
{
  g_autofree char *path = make_path (directory, name);
  GStatBuf info;

  g_assert_cmpint (g_lstat (path, &info), ==, 0);

  return info.st_mode & 0777;
}

static GBytes *
read_bytes (const char *directory,
            const char *name)
{
  g_autofree char *path = make_path (directory, name);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static void
write_bytes (const char *directory,
             const char *name,
             const char *bytes,
             gssize      length)
{
  g_autofree char *path = make_path (directory, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

/* With SQLite itself, behind Thaw's back. */
static void
run_sql (const char *directory,
         const char *name,
         const char *sql)
{
  g_autofree char *path = make_path (directory, name);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
assert_opens (const char       *directory,
              ThawDatabaseMode  mode)
{
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (GError) error = NULL;

  thaw_database_open_sync (database, mode, &error);
  g_assert_no_error (error);
  thaw_database_close (database);
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

static void
make_journal (const char *directory)
{
  ThawStorageTest test = { .clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00") };
  g_autoptr (GError) error = NULL;

  test.database = thaw_database_new (directory);
  test.journal = thaw_journal_new (test.database, test.clock, NULL, NULL);
  thaw_database_open_sync (test.database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *iso = g_strdup_printf ("2026-01-01T08:%02d:%02dZ", i / 60, i % 60);
      g_autofree char *uuid = thaw_storage_test_add (&test, iso, "some words of a day, and a few more of another one");

      g_assert_nonnull (uuid);
    }
  thaw_database_close (test.database);
  g_clear_object (&test.journal);
  g_clear_object (&test.database);
  g_clear_object (&test.clock);
}

static guint
count_entries (ThawJournal *journal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = thaw_journal_list_newest (journal, THAW_JOURNAL_NEWEST, 100000, &error);

  g_assert_no_error (error);

  return listed->len;
}

static guint
count_entries_in (const char *directory)
{
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, clock, NULL, NULL);
  g_autoptr (GError) error = NULL;
  guint n_entries;

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  n_entries = count_entries (journal);
  thaw_database_verify_sync (database, NULL, &error);
  g_assert_no_error (error);
  thaw_database_close (database);

  return n_entries;
}

static void
test_modes (gconstpointer data)
{
  g_autoptr (ThawTestDir) parent = thaw_test_make_dir ();
  g_autofree char *directory = g_build_filename (parent, "a", "thaw", NULL);
  g_autofree char *copy = g_build_filename (parent, "copy.db", NULL);
  ThawStorageTest test = { .clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00") };
  mode_t old_umask = umask ((mode_t) GPOINTER_TO_UINT (data));
  g_autofree char *uuid = NULL;
  g_autoptr (GError) error = NULL;

  test.database = thaw_database_new (directory);
  test.journal = thaw_journal_new (test.database, test.clock, NULL, NULL);
  thaw_database_open_sync (test.database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  uuid = thaw_storage_test_add (&test, "2026-03-01T08:00:00Z", "x");

  g_assert_cmphex (get_mode (parent, "a/thaw"), ==, 0700);
  g_assert_cmphex (get_mode (directory, "journal.db"), ==, 0600);
  g_assert_cmphex (get_mode (directory, "journal.db-wal"), ==, 0600);
  g_assert_cmphex (get_mode (directory, "journal.db-shm"), ==, 0600);
  g_assert_cmphex (get_mode (directory, "thaw.lock"), ==, 0600);

  thaw_database_backup_sync (test.database, copy, &error);
  g_assert_no_error (error);
  g_assert_cmphex (get_mode (parent, "copy.db"), ==, 0600);

  thaw_database_close (test.database);
  umask (old_umask);
  g_assert_false (exists (directory, "journal.db-wal"));
  g_assert_false (exists (directory, "journal.db-shm"));
  g_clear_object (&test.journal);
  g_clear_object (&test.database);
  g_clear_object (&test.clock);
}

static void
test_modes_are_mended (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = make_path (directory, "journal.db");

  make_journal (directory);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (directory, 0755), ==, 0);
  assert_opens (directory, THAW_DATABASE_READ_WRITE);
  g_assert_cmphex (get_mode (directory, "."), ==, 0700);
  g_assert_cmphex (get_mode (directory, "journal.db"), ==, 0600);
}

static void
test_second_opener (ThawStorageTest *test,
                    gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  assert_refused (test->directory, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_IN_USE);

  g_assert_false (thaw_database_open_sync (test->database, THAW_DATABASE_READ_WRITE, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IN_USE);
  g_assert_true (thaw_database_is_open (test->database));

  thaw_database_close (test->database);
  assert_opens (test->directory, THAW_DATABASE_READ_WRITE);
}

static void
test_reads_beside_a_writer (ThawStorageTest *test,
                            gconstpointer    data)
{
  g_autoptr (ThawDatabase) database = thaw_database_new (test->directory);
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, test->clock, NULL, NULL);
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "x");
  g_autoptr (GError) error = NULL;
  g_autofree char *first = thaw_storage_test_add (test, "2026-03-01T08:00:00Z", "first");
  g_autofree char *second = NULL;

  thaw_database_open_sync (database, THAW_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (thaw_database_is_writable (database));
  g_assert_cmpuint (count_entries (journal), ==, 1);

  second = thaw_storage_test_add (test, "2026-03-02T08:00:00Z", "second");
  g_assert_cmpuint (count_entries (journal), ==, 2);

  g_assert_null (thaw_journal_save_sync (journal, entry, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY);
  g_clear_error (&error);
  thaw_database_verify_sync (database, NULL, &error);
  g_assert_no_error (error);

  thaw_database_close (database);
  g_assert_cmpuint (count_entries (test->journal), ==, 2);
}

static void
test_reading_makes_nothing (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *missing = make_path (directory, "missing");

  assert_refused (directory, THAW_DATABASE_READ_ONLY, THAW_STORAGE_ERROR_NOT_FOUND);
  assert_refused (missing, THAW_DATABASE_READ_ONLY, THAW_STORAGE_ERROR_NOT_FOUND);
  g_assert_false (exists (directory, "journal.db"));
  g_assert_false (exists (directory, "missing"));
}

static gint64
get_size (const char *directory,
          const char *name)
{
  g_autofree char *path = make_path (directory, name);
  GStatBuf info;

  return g_lstat (path, &info) == 0 ? info.st_size : 0;
}

/* Refused, and not a byte of it is another. */
static void
assert_untouched (const char       *directory,
                  ThawStorageError  code)
{
  g_autoptr (GBytes) before = read_bytes (directory, "journal.db");
  g_autoptr (GBytes) after = NULL;
  gint64 log_size = get_size (directory, "journal.db-wal");

  assert_refused (directory, THAW_DATABASE_READ_WRITE, code);
  assert_refused (directory, THAW_DATABASE_READ_ONLY, code);

  after = read_bytes (directory, "journal.db");
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (get_size (directory, "journal.db-wal"), ==, log_size);
  g_assert_false (exists (directory, "backups"));
}

static void
test_too_new (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();

  make_journal (directory);
  run_sql (directory, "journal.db", "PRAGMA user_version = 99");
  assert_untouched (directory, THAW_STORAGE_ERROR_TOO_NEW);
  g_assert_false (exists (directory, "journal.db-wal"));
}

static void
test_not_a_journal (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = make_path (directory, "journal.db");
  g_autofree char *other = make_path (directory, "other");

  write_bytes (directory, "journal.db", "Dear diary, ...", -1);
  assert_untouched (directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  g_unlink (path);

  run_sql (directory, "journal.db", "CREATE TABLE mail (text TEXT); PRAGMA journal_mode = WAL");
  assert_untouched (directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  g_unlink (path);

  run_sql (directory, "journal.db", "PRAGMA application_id = 77; CREATE TABLE entry (text TEXT)");
  assert_untouched (directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  g_unlink (path);

  /* Where a link leads is nobody's business. */
  write_bytes (directory, "other", "", 0);
  g_assert_cmpint (symlink ("other", path), ==, 0);
  assert_untouched (directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  g_unlink (path);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (directory, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  g_rmdir (path);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (directory, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
}

/* The folder itself may be reached by a link: homes often are. */
static void
test_linked_folder (void)
{
  g_autoptr (ThawTestDir) parent = thaw_test_make_dir ();
  g_autofree char *real = make_path (parent, "real");
  g_autofree char *linked = make_path (parent, "linked");

  g_assert_cmpint (g_mkdir (real, 0755), ==, 0);
  g_assert_cmpint (symlink ("real", linked), ==, 0);
  make_journal (linked);
  g_assert_true (exists (real, "journal.db"));
  g_assert_cmphex (get_mode (parent, "real"), ==, 0700);
  g_assert_cmpuint (count_entries_in (real), ==, 200);
}

static void
test_cut_off (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (GBytes) whole = NULL;
  const char *bytes;
  gsize length;

  make_journal (directory);
  whole = read_bytes (directory, "journal.db");
  bytes = g_bytes_get_data (whole, &length);

  write_bytes (directory, "journal.db", bytes, (gssize) length / 2);
  assert_untouched (directory, THAW_STORAGE_ERROR_DAMAGED);
  write_bytes (directory, "journal.db", bytes, (gssize) length - 1);
  assert_untouched (directory, THAW_STORAGE_ERROR_DAMAGED);
  write_bytes (directory, "journal.db", bytes, 50);
  assert_untouched (directory, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
}

/* Of a file that is all noise one can tell that it was a journal by the backups beside it. */
static void
test_header_gone (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *backups = make_path (directory, "backups");
  g_autoptr (GBytes) after = NULL;

  make_journal (directory);
  g_assert_cmpint (g_mkdir (backups, 0700), ==, 0);
  write_bytes (backups, "journal-2026-01-01.db", "x", 1);

  write_bytes (directory, "journal.db", "noise", 5);
  assert_refused (directory, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_DAMAGED);
  write_bytes (directory, "journal.db", "", 0);
  assert_refused (directory, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_DAMAGED);
  after = read_bytes (directory, "journal.db");
  g_assert_cmpuint (g_bytes_get_size (after), ==, 0);
}

/* A kill right after the file was made. */
static void
test_empty_file (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();

  write_bytes (directory, "journal.db", "", 0);
  g_assert_cmpuint (count_entries_in (directory), ==, 0);
  g_assert_cmphex (get_mode (directory, "journal.db"), ==, 0600);
}

static void
test_garbled (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  gsize length;

  make_journal (directory);
  whole = read_bytes (directory, "journal.db");
  bytes = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));

  /* From the third page on, so that it opens. */
  for (gsize i = 3 * 4096; i < length; i += 4096)
    memset (bytes + i, 0x5a, 100);
  write_bytes (directory, "journal.db", bytes, (gssize) length);

  if (thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error))
    {
      g_assert_false (thaw_database_verify_sync (database, NULL, &error));
      g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED);
      g_clear_error (&error);

      thaw_database_verify_async (database, THAW_DATABASE_CHECK_ALL, NULL, thaw_test_store_result_cb, &result);
      awaited = thaw_test_await (&result);
      g_assert_false (thaw_database_verify_finish (database, awaited, &error));
      thaw_database_close (database);
    }
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED);
}

static void
test_garbled_schema (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  make_journal (directory);
  whole = read_bytes (directory, "journal.db");
  bytes = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));
  memset (bytes + 100, 0x5a, 4096 - 100);
  write_bytes (directory, "journal.db", bytes, (gssize) length);

  assert_untouched (directory, THAW_STORAGE_ERROR_DAMAGED);
}

/* Of a page that was only half written a row may be left without its UUID; no list can show what has no name. */
static void
test_row_without_uuid (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, clock, NULL, NULL);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  make_journal (directory);
  run_sql (directory, "journal.db",
           "PRAGMA writable_schema = ON;"
           "UPDATE sqlite_schema SET sql = replace (sql, 'uuid TEXT NOT NULL', 'uuid TEXT') WHERE name = 'entry'");
  run_sql (directory, "journal.db",
           "UPDATE entry SET uuid = NULL WHERE id = 1;"
           "PRAGMA writable_schema = ON;"
           "UPDATE sqlite_schema SET sql = replace (sql, 'uuid TEXT', 'uuid TEXT NOT NULL') WHERE name = 'entry'");

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  listed = thaw_journal_list_newest (journal, THAW_JOURNAL_NEWEST, 1000, &error);
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED);
  g_assert_null (listed);
  thaw_database_close (database);
}

static void
test_verify_mends_the_index (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, clock, NULL, NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .query = (char *) "replaced" };

  make_journal (directory);
  run_sql (directory, "journal.db", "UPDATE entry SET text = 'replaced' WHERE id % 10 = 0");
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  found = thaw_journal_find_sync (journal, &filter, THAW_JOURNAL_NEWEST, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 0);
  g_clear_pointer (&found, g_ptr_array_unref);

  thaw_database_verify_async (database, THAW_DATABASE_CHECK_ALL, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_database_verify_finish (database, awaited, &error);
  g_assert_no_error (error);
  found = thaw_journal_find_sync (journal, &filter, THAW_JOURNAL_NEWEST, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 20);
  thaw_database_close (database);
}

static void
test_open_async (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autofree char *path = make_path (directory, "journal.db");
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  write_bytes (directory, "journal.db", "no journal", -1);
  thaw_database_open_async (database, THAW_DATABASE_READ_WRITE, NULL, thaw_test_store_result_cb, &first);
  awaited = thaw_test_await (&first);
  g_assert_false (thaw_database_open_finish (database, awaited, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
  g_clear_error (&error);
  g_clear_object (&awaited);

  /* Once what was wrong is put right, it opens. */
  g_unlink (path);
  thaw_database_open_async (database, THAW_DATABASE_READ_WRITE, NULL, thaw_test_store_result_cb, &second);
  thaw_database_open_async (database, THAW_DATABASE_READ_WRITE, NULL, thaw_test_store_result_cb, &third);
  awaited = thaw_test_await (&third);
  g_assert_false (thaw_database_open_finish (database, awaited, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IN_USE);
  g_clear_error (&error);
  g_clear_object (&awaited);
  awaited = thaw_test_await (&second);
  thaw_database_open_finish (database, awaited, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_database_is_open (database));
  thaw_database_close (database);
}

static void
count_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_journal_save_finish (THAW_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  (*(guint *) user_data)++;
}

static void
test_close_drains (ThawStorageTest *test,
                   gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "x");
  guint n_results = 0;

  for (int i = 0; i < 50; i++)
    thaw_journal_save_async (test->journal, entry, NULL, NULL, count_result_cb, &n_results);
  thaw_database_close (test->database);
  g_assert_cmpuint (n_results, ==, 0);
  g_assert_false (exists (test->directory, "journal.db-wal"));

  /* They were written, and whoever asked is told so. */
  g_assert_cmpuint (count_entries_in (test->directory), ==, 50);
  while (n_results < 50)
    g_main_context_iteration (NULL, TRUE);
}

/* The last reference may go while results are on their way. */
static void
test_results_outlive (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "x");
  g_autoptr (GError) error = NULL;
  ThawDatabase *database = thaw_database_new (directory);
  ThawJournal *journal = thaw_journal_new (database, clock, NULL, NULL);
  gpointer weak = journal;
  guint n_results = 0;

  g_object_add_weak_pointer (G_OBJECT (journal), &weak);
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  thaw_journal_save_async (journal, entry, NULL, NULL, count_result_cb, &n_results);
  thaw_database_close (database);
  g_object_unref (journal);
  g_object_unref (database);

  while (n_results < 1)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (weak);
}

static void
test_closed_while_opening (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  thaw_database_open_async (database, THAW_DATABASE_READ_WRITE, NULL, thaw_test_store_result_cb, &first);
  thaw_database_close (database);
  g_assert_false (thaw_database_is_open (database));

  /* And opened again, before the first result is there. */
  thaw_database_open_async (database, THAW_DATABASE_READ_WRITE, NULL, thaw_test_store_result_cb, &second);
  awaited = thaw_test_await (&first);
  g_assert_false (thaw_database_open_finish (database, awaited, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_clear_error (&error);
  g_clear_object (&awaited);
  awaited = thaw_test_await (&second);
  thaw_database_open_finish (database, awaited, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_database_is_open (database));
  thaw_database_close (database);
  g_assert_false (exists (directory, "journal.db-wal"));
}

static void
on_indexed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (GError) error = NULL;

  places = thaw_journal_index_finish (THAW_JOURNAL (source), result, &error);
  if (places == NULL)
    g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  (*(guint *) user_data)++;
}

/* Nobody waits for a search when the window is gone. */
static void
test_close_ends_reads (ThawStorageTest *test,
                       gconstpointer    data)
{
  g_autofree char *uuid = thaw_storage_test_add (test, "2026-03-01T08:00:00Z", "x");
  guint n_results = 0;

  for (int i = 0; i < 200; i++)
    thaw_journal_index_async (test->journal, NULL, NULL, on_indexed_cb, &n_results);
  thaw_database_close (test->database);
  g_assert_false (exists (test->directory, "journal.db-wal"));
  while (n_results < 200)
    g_main_context_iteration (NULL, TRUE);

  /* What was stopped is not stopped for good. */
  g_assert_cmpuint (count_entries_in (test->directory), ==, 1);
}

static void
test_killed (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();

  if (g_test_subprocess ())
    {
      ThawStorageTest test = { .clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00") };
      g_autoptr (GError) error = NULL;

      test.database = thaw_database_new (g_getenv ("THAW_DATA_DIR"));
      test.journal = thaw_journal_new (test.database, test.clock, NULL, NULL);
      thaw_database_open_sync (test.database, THAW_DATABASE_READ_WRITE, &error);
      g_assert_no_error (error);
      for (int i = 0; i < 7; i++)
        g_free (thaw_storage_test_add (&test, "2026-03-01T08:00:00Z", "acknowledged"));
      kill (getpid (), SIGKILL);
    }

  g_setenv ("THAW_DATA_DIR", directory, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("THAW_DATA_DIR");
  g_test_trap_assert_failed ();
  g_assert_true (exists (directory, "journal.db-wal"));

  g_assert_cmpuint (count_entries_in (directory), ==, 7);
  g_assert_false (exists (directory, "journal.db-wal"));
}

/* Root may do anything, so what others may not do is tried as nobody, in a process of its own. */
static gboolean
become_nobody (void)
{
  return geteuid () != 0 || (setgid (NOBODY) == 0 && setuid (NOBODY) == 0);
}

static void
run_as_nobody (const char *directory)
{
  if (geteuid () == 0)
    {
      static const char *const names[] = { ".", "journal.db" };

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *path = make_path (directory, names[i]);

          g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
        }
    }

  g_setenv ("THAW_DATA_DIR", directory, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_unsetenv ("THAW_DATA_DIR");
  g_chmod (directory, 0700);
  g_test_trap_assert_passed ();
}

static void
test_folder_not_writable (void)
{
  g_autoptr (ThawTestDir) directory = NULL;
  g_autofree char *path = NULL;
  const char *given = g_getenv ("THAW_DATA_DIR");

  if (g_test_subprocess ())
    {
      g_assert_true (become_nobody ());
      assert_refused (given, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_READ_ONLY);
      assert_opens (given, THAW_DATABASE_READ_ONLY);
      return;
    }

  directory = thaw_test_make_dir ();
  make_journal (directory);
  path = make_path (directory, "thaw.lock");
  g_unlink (path);
  g_chmod (directory, 0500);
  run_as_nobody (directory);
  g_assert_false (exists (directory, "journal.db-wal"));
}

static void
test_file_not_writable (void)
{
  g_autoptr (ThawTestDir) directory = NULL;
  g_autofree char *path = NULL;
  const char *given = g_getenv ("THAW_DATA_DIR");

  if (g_test_subprocess ())
    {
      g_assert_true (become_nobody ());
      assert_refused (given, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_READ_ONLY);
      assert_opens (given, THAW_DATABASE_READ_ONLY);
      return;
    }

  directory = thaw_test_make_dir ();
  make_journal (directory);
  path = make_path (directory, "thaw.lock");
  g_unlink (path);
  g_clear_pointer (&path, g_free);
  path = make_path (directory, "journal.db");
  g_chmod (path, 0400);
  run_as_nobody (directory);
  g_assert_cmphex (get_mode (directory, "journal.db"), ==, 0400);
}

static void
test_no_access (void)
{
  g_autoptr (ThawTestDir) directory = NULL;
  const char *given = g_getenv ("THAW_DATA_DIR");

  if (g_test_subprocess ())
    {
      g_autofree char *path = make_path (given, "journal.db");

      g_assert_true (become_nobody ());
      g_assert_cmpint (g_chmod (path, 0), ==, 0);
      assert_refused (given, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_NO_ACCESS);
      assert_refused (given, THAW_DATABASE_READ_ONLY, THAW_STORAGE_ERROR_NO_ACCESS);
      g_assert_cmpint (g_chmod (given, 0), ==, 0);
      assert_refused (given, THAW_DATABASE_READ_WRITE, THAW_STORAGE_ERROR_NO_ACCESS);
      assert_refused (given, THAW_DATABASE_READ_ONLY, THAW_STORAGE_ERROR_NO_ACCESS);
      return;
    }

  directory = thaw_test_make_dir ();
  make_journal (directory);
  {
    g_autofree char *lock = make_path (directory, "thaw.lock");

    g_unlink (lock);
  }
  run_as_nobody (directory);
}

/* What a reader would miss is in the log: rather nothing than that. */
static void
test_read_only_with_log (void)
{
  g_autoptr (ThawTestDir) directory = NULL;
  const char *given = g_getenv ("THAW_DATA_DIR");

  if (g_test_subprocess ())
    {
      g_autoptr (ThawDatabase) database = thaw_database_new (given);
      g_autoptr (GError) error = NULL;

      g_assert_true (become_nobody ());
      g_assert_false (thaw_database_open_sync (database, THAW_DATABASE_READ_ONLY, &error));
      return;
    }

  directory = thaw_test_make_dir ();
  make_journal (directory);
  write_bytes (directory, "journal.db-wal", "something", -1);
  g_chmod (directory, 0500);
  run_as_nobody (directory);
}

static void
test_default_directory (void)
{
  g_autofree char *usual = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *given = NULL;
  const char *old = g_getenv ("THAW_DATA_DIR");
  g_autofree char *saved = g_strdup (old);

  g_unsetenv ("THAW_DATA_DIR");
  usual = thaw_database_dup_default_directory ();
  expected = g_build_filename (g_get_user_data_dir (), "thaw", NULL);
  g_assert_cmpstr (usual, ==, expected);

  g_setenv ("THAW_DATA_DIR", "/somewhere/../else", TRUE);
  given = thaw_database_dup_default_directory ();
  g_assert_cmpstr (given, ==, "/else");

  if (saved != NULL)
    g_setenv ("THAW_DATA_DIR", saved, TRUE);
  else
    g_unsetenv ("THAW_DATA_DIR");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/database/" name, ThawStorageTest, NULL, thaw_storage_test_set_up, func, thaw_storage_test_tear_down)
  g_test_add_data_func ("/database/modes/umask-0", GUINT_TO_POINTER (0), test_modes);
  g_test_add_data_func ("/database/modes/umask-022", GUINT_TO_POINTER (022), test_modes);
  g_test_add_func ("/database/modes/mended", test_modes_are_mended);
  ADD ("second-opener", test_second_opener);
  ADD ("reads-beside-a-writer", test_reads_beside_a_writer);
  g_test_add_func ("/database/reading-makes-nothing", test_reading_makes_nothing);
  g_test_add_func ("/database/too-new", test_too_new);
  g_test_add_func ("/database/not-a-journal", test_not_a_journal);
  g_test_add_func ("/database/linked-folder", test_linked_folder);
  g_test_add_func ("/database/cut-off", test_cut_off);
  g_test_add_func ("/database/header-gone", test_header_gone);
  g_test_add_func ("/database/empty-file", test_empty_file);
  g_test_add_func ("/database/garbled", test_garbled);
  g_test_add_func ("/database/garbled-schema", test_garbled_schema);
  g_test_add_func ("/database/row-without-uuid", test_row_without_uuid);
  g_test_add_func ("/database/verify-mends-the-index", test_verify_mends_the_index);
  g_test_add_func ("/database/open-async", test_open_async);
  ADD ("close-drains", test_close_drains);
  g_test_add_func ("/database/results-outlive", test_results_outlive);
  g_test_add_func ("/database/closed-while-opening", test_closed_while_opening);
  ADD ("close-ends-reads", test_close_ends_reads);
  g_test_add_func ("/database/killed", test_killed);
  g_test_add_func ("/database/folder-not-writable", test_folder_not_writable);
  g_test_add_func ("/database/file-not-writable", test_file_not_writable);
  g_test_add_func ("/database/no-access", test_no_access);
  g_test_add_func ("/database/read-only-with-log", test_read_only_with_log);
  g_test_add_func ("/database/default-directory", test_default_directory);
#undef ADD

  return g_test_run ();
}
