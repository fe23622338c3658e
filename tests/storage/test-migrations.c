/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-migrations"

#include "config.h"
#include "fixture-v1.h"
#include "thaw-storage-test.h"

#include "thaw-backup.h"
#include "thaw-migrations.h"
#include "thaw-statement.h"

#include <glib/gstdio.h>

typedef struct
{
  char *directory;
  char *path;
  char *backups;
  ThawConnection *connection;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = thaw_test_make_dir ();
  fixture->path = g_build_filename (fixture->directory, "journal.db", NULL);
  fixture->backups = g_build_filename (fixture->directory, "backups", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  fixture->connection = thaw_connection_open (fixture->path, THAW_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_connection_close (fixture->connection);
  g_free (fixture->backups);
  g_free (fixture->path);
  thaw_test_remove_dir (fixture->directory);
}

static gint64
get_int64 (Fixture    *fixture,
           const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  thaw_connection_get_int64 (fixture->connection, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static void
run_all (Fixture *fixture)
{
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  g_autoptr (GError) error = NULL;

  thaw_migrations_run (fixture->connection, migrations, n_migrations, fixture->backups, &error);
  g_assert_no_error (error);
}

static void
test_fresh (Fixture       *fixture,
            gconstpointer  data)
{
  run_all (fixture);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA application_id"), ==, THAW_APPLICATION_ID);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, thaw_migrations_get_version ());
  /* There is nothing to lose in an empty file. */
  g_assert_false (g_file_test (fixture->backups, G_FILE_TEST_EXISTS));

  run_all (fixture);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, thaw_migrations_get_version ());
}

static void
test_versions_are_in_order (void)
{
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);

  for (guint i = 0; i < n_migrations; i++)
    g_assert_cmpint (migrations[i].version, ==, (int) i + 1);
}

static void
test_next_version (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  const ThawMigration next[] = { migrations[0], { 2, "CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT" },
                                 { 3, "ALTER TABLE body ADD COLUMN region TEXT" } };
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  thaw_migrations_run (fixture->connection, next, G_N_ELEMENTS (next), fixture->backups, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (get_int64 (fixture, "SELECT count (region) FROM body"), ==, 0);

  /* The file as it was before the first step. */
  backups = thaw_backup_list (fixture->backups, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  g_clear_pointer (&fixture->connection, thaw_connection_close);
  fixture->connection = thaw_connection_open (((ThawBackup *) g_ptr_array_index (backups, 0))->path,
                                              THAW_CONNECTION_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA application_id"), ==, THAW_APPLICATION_ID);
}

static void
test_step_fails (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  const ThawMigration next[] = { migrations[0], { 2, "CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT" },
                                 { 3, "CREATE TABLE more (id INTEGER); CREATE TABLE nonsense (" } };
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  g_assert_false (thaw_migrations_run (fixture->connection, next, G_N_ELEMENTS (next), fixture->backups, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FAILED);

  /* What was done is whole, what was not is not there at all. */
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (get_int64 (fixture, "SELECT count (*) FROM sqlite_schema WHERE name = 'body'"), ==, 1);
  g_assert_cmpint (get_int64 (fixture, "SELECT count (*) FROM sqlite_schema WHERE name = 'more'"), ==, 0);
  g_assert_true (g_file_test (fixture->backups, G_FILE_TEST_IS_DIR));
}

static void
test_backup_fails (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  const ThawMigration next[] = { migrations[0], { 2, "CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT" } };
  g_autoptr (GError) error = NULL;

  /* Without a way back nothing is changed. */
  run_all (fixture);
  g_assert_true (g_file_set_contents (fixture->backups, "no folder", -1, NULL));
  g_assert_false (thaw_migrations_run (fixture->connection, next, G_N_ELEMENTS (next), fixture->backups, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 1);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  g_assert_true (thaw_connection_execute (fixture->connection, "PRAGMA user_version = 1000", NULL));
  g_assert_false (thaw_migrations_run (fixture->connection, migrations, n_migrations, fixture->backups, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_TOO_NEW);
  g_clear_error (&error);

  g_assert_true (thaw_connection_execute (fixture->connection, "PRAGMA application_id = 0", NULL));
  g_assert_false (thaw_migrations_run (fixture->connection, migrations, n_migrations, fixture->backups, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_A_JOURNAL);
}

static void
assert_constraint (Fixture    *fixture,
                   const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (thaw_connection_execute (fixture->connection, sql, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
}

/* The last line of defence: what the code should never write, the file does not take. */
static void
test_constraints (Fixture       *fixture,
                  gconstpointer  data)
{
#define COLUMNS "INSERT INTO entry (uuid, position, utc_ms, offset_secs, day, valence, feeling, answer, created_ms," \
                " modified_ms, title, excerpt, words, text) VALUES "
  static const char *const refused[] = {
    COLUMNS "('a', 2, 0, 0, '2026-01-01', NULL, NULL, NULL, 0, 0, '', '', '', '')",
    COLUMNS "('b', 1, 0, 0, '2026-01-01', NULL, NULL, NULL, 0, 0, '', '', '', '')",
    COLUMNS "('b', 2, 0, 64801, '2026-01-01', NULL, NULL, NULL, 0, 0, '', '', '', '')",
    COLUMNS "('b', 2, 0, 0, '2026-1-1', NULL, NULL, NULL, 0, 0, '', '', '', '')",
    COLUMNS "('b', 2, 0, 0, '2026-01-01', 1.01, NULL, NULL, 0, 0, '', '', '', '')",
    COLUMNS "('b', 2, 0, 0, '2026-01-01', NULL, 11, NULL, 0, 0, '', '', '', '')",
    COLUMNS "('b', 2, 0, 0, '2026-01-01', NULL, -1, NULL, 0, 0, '', '', '', '')",
    COLUMNS "('b', 2, 0, 0, '2026-01-01', NULL, NULL, 'perhaps', 0, 0, '', '', '', '')",
    COLUMNS "('b', 2, 0, 0, '2026-01-01', NULL, NULL, NULL, 0, 0, NULL, '', '', '')",
    COLUMNS "('b', 2, 'soon', 0, '2026-01-01', NULL, NULL, NULL, 0, 0, '', '', '', '')",
    "INSERT INTO entry_emotion (entry, ordinal, slug, intensity) VALUES (1, 0, 'joy', 0)",
    "INSERT INTO entry_emotion (entry, ordinal, slug, intensity) VALUES (1, 0, 'joy', 4)",
    "INSERT INTO entry_emotion (entry, ordinal, slug, intensity) VALUES (99, 0, 'joy', 1)",
    "INSERT INTO tag (uuid, kind, name, modified_ms) VALUES ('x', 'colour', 'red', 0)",
    "INSERT INTO tag (uuid, kind, name, modified_ms) VALUES ('x', 'person', 'Anna', 0)",
    "INSERT INTO entry_tag (entry, ordinal, tag, is_trigger) VALUES (1, 0, 99, 0)",
    "INSERT INTO entry_tag (entry, ordinal, tag, is_trigger) VALUES (1, 0, 1, 2)",
    "INSERT INTO tombstone (uuid, kind, deleted_ms) VALUES ('x', 'thought', 0)",
    "INSERT INTO draft (key, modified_ms, content) VALUES (NULL, 0, x'00')",
  };
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  thaw_connection_execute (fixture->connection,
                           COLUMNS "('a', 1, 0, 0, '2026-01-01', NULL, NULL, NULL, 0, 0, '', '', '', '');"
                           "INSERT INTO tag (id, uuid, kind, name, modified_ms) VALUES (1, 't', 'person', 'Anna', 0)",
                           &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_constraint (fixture, refused[i]);
#undef COLUMNS
}

static void
test_connection_is_set_up (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (ThawConnection) reader = NULL;
  g_autoptr (ThawConnection) immutable = NULL;
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  thaw_connection_start_writing (fixture->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA temp_store"), ==, 2);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (get_int64 (fixture, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);

  /* A string in double quotes is a misspelt column, and the index's own tables are nobody's business. */
  g_assert_false (thaw_connection_execute (fixture->connection, "SELECT \"nothing\"", NULL));
  g_assert_false (thaw_connection_execute (fixture->connection, "DELETE FROM entry_fts_data", NULL));
  g_assert_false (thaw_connection_execute (fixture->connection, "SELECT load_extension ('x')", NULL));

  reader = thaw_connection_open (fixture->path, THAW_CONNECTION_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (thaw_connection_execute (reader, "DELETE FROM entry", &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY);
}

static void
test_transaction_rolls_back (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  {
    g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (fixture->connection, &error);

    g_assert_no_error (error);
    g_assert_true (thaw_connection_execute (fixture->connection,
                                            "INSERT INTO draft (key, modified_ms, content) VALUES ('a', 0, x'00')",
                                            &error));
    g_assert_cmpint (get_int64 (fixture, "SELECT count (*) FROM draft"), ==, 1);
    /* One transaction is enough. */
    g_assert_null (thaw_transaction_begin_write (fixture->connection, &error));
    g_assert_nonnull (error);
  }
  g_assert_cmpint (get_int64 (fixture, "SELECT count (*) FROM draft"), ==, 0);
}

static void
test_statement_says_what_is_wrong (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (ThawStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  g_assert_null (thaw_statement_new (fixture->connection, "SELECT nothing FROM nowhere", &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FAILED);
  g_clear_error (&error);

  /* There is no second parameter. */
  statement = thaw_statement_new (fixture->connection, "SELECT ?1", &error);
  g_assert_no_error (error);
  thaw_statement_bind_int64 (statement, 2, 1);
  g_assert_false (thaw_statement_next (statement, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  thaw_statement_reset (statement);
  thaw_statement_bind_int64 (statement, 1, 1);
  g_assert_true (thaw_statement_next (statement, &error));
  g_assert_no_error (error);
}

static void
test_fixture_v1 (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *from_path = g_test_build_filename (G_TEST_DIST, "fixtures", "storage", "journal-v1.db", NULL);
  g_autofree char *to_path = g_build_filename (directory, "journal.db", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (from_path);
  g_autoptr (GFile) to = g_file_new_for_path (to_path);
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, clock, NULL, NULL);
  g_autoptr (ThawDrafts) drafts = thaw_drafts_new (database, clock);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (ThawDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .query = (char *) "uber nich", .emotion = (char *) "joy" };

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);

  listed = thaw_journal_list_newest (journal, THAW_JOURNAL_NEWEST, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, G_N_ELEMENTS (fixture_v1));
  for (guint i = 0; i < G_N_ELEMENTS (fixture_v1); i++)
    {
      g_autoptr (ThawEntry) expected = fixture_entry_new (&fixture_v1[i]);
      g_autoptr (ThawEntry) entry = thaw_journal_get_entry (journal, fixture_v1[i].uuid, &error);

      g_assert_no_error (error);
      g_assert_true (thaw_entry_equal (entry, expected));
      g_assert_cmpint (thaw_entry_get_created_ms (entry), ==, fixture_v1[i].created_ms);
      g_assert_cmpint (thaw_entry_get_modified_ms (entry), ==, fixture_v1[i].modified_ms);
    }

  found = thaw_journal_find_sync (journal, &filter, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  draft = thaw_drafts_get (drafts, THAW_DRAFT_CHECK_IN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (draft->entry), ==, "half a sent");

  thaw_database_verify_sync (database, NULL, &error);
  g_assert_no_error (error);
  thaw_database_close (database);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/migrations/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("fresh", test_fresh);
  g_test_add_func ("/migrations/versions-are-in-order", test_versions_are_in_order);
  ADD ("next-version", test_next_version);
  ADD ("step-fails", test_step_fails);
  ADD ("backup-fails", test_backup_fails);
  ADD ("refused", test_refused);
  ADD ("constraints", test_constraints);
  ADD ("connection-is-set-up", test_connection_is_set_up);
  ADD ("transaction-rolls-back", test_transaction_rolls_back);
  ADD ("statement-says-what-is-wrong", test_statement_says_what_is_wrong);
  g_test_add_func ("/migrations/fixture-v1", test_fixture_v1);
#undef ADD

  return g_test_run ();
}
