/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-migrations"

#include "config.h"
#include "fixture-v1.h"
#include "fixture-v3.h"
#include "thaw-storage-test.h"

#include "thaw-activity-store.h"
#include "thaw-backup.h"
#include "thaw-migrations.h"
#include "thaw-pattern-store.h"
#include "thaw-plan-store.h"
#include "thaw-prompt-store.h"
#include "thaw-reflection-store.h"
#include "thaw-session-store.h"
#include "thaw-statement.h"
#include "thaw-word-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

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
  const ThawMigration next[] = { migrations[0], migrations[1], migrations[2],
                                 { 4, "CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT" },
                                 { 5, "ALTER TABLE body ADD COLUMN region TEXT" } };
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  thaw_migrations_run (fixture->connection, next, G_N_ELEMENTS (next), fixture->backups, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 5);
  g_assert_cmpint (get_int64 (fixture, "SELECT count (region) FROM body"), ==, 0);

  /* The file as it was before the first step. */
  backups = thaw_backup_list (fixture->backups, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  g_clear_pointer (&fixture->connection, thaw_connection_close);
  fixture->connection = thaw_connection_open (((ThawBackup *) g_ptr_array_index (backups, 0))->path,
                                              THAW_CONNECTION_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA application_id"), ==, THAW_APPLICATION_ID);
}

static void
test_step_fails (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  const ThawMigration next[] = { migrations[0], migrations[1], migrations[2],
                                 { 4, "CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT" },
                                 { 5, "CREATE TABLE more (id INTEGER); CREATE TABLE nonsense (" } };
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  g_assert_false (thaw_migrations_run (fixture->connection, next, G_N_ELEMENTS (next), fixture->backups, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FAILED);

  /* What was done is whole, what was not is not there at all. */
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 4);
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
  const ThawMigration next[] = { migrations[0], migrations[1], migrations[2],
                                 { 4, "CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT" } };
  g_autoptr (GError) error = NULL;

  /* Without a way back nothing is changed. */
  run_all (fixture);
  g_assert_true (g_file_set_contents (fixture->backups, "no folder", -1, NULL));
  g_assert_false (thaw_migrations_run (fixture->connection, next, G_N_ELEMENTS (next), fixture->backups, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 3);
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
#define SESSION "INSERT INTO session (uuid, utc_ms, offset_secs, day, kind, activity, name, planned_ms, actual_ms," \
                " ending, expected, felt, feeling_before, valence_before, feeling_after, valence_after, modified_ms," \
                " note) VALUES "
#define UNSAID "NULL, NULL, NULL, NULL, NULL, NULL, 0, '')"
#define PLAN "INSERT INTO plan (uuid, day, minute, kind, activity, name, modified_ms) VALUES "
#define BREATH "INSERT INTO breath_pattern (uuid, name, breathe_in, top_up, hold_full, breathe_out, hold_empty," \
               " breaths, modified_ms) VALUES "
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
    "INSERT INTO entry_sensation (entry, ordinal, region, quality, strength) VALUES (1, 0, 'Chest', NULL, 1)",
    "INSERT INTO entry_sensation (entry, ordinal, region, quality, strength) VALUES (1, 0, '', NULL, 1)",
    "INSERT INTO entry_sensation (entry, ordinal, region, quality, strength) VALUES (1, 0, 'chest', 'a b', 1)",
    "INSERT INTO entry_sensation (entry, ordinal, region, quality, strength) VALUES (1, 0, 'chest', 'tight', 0)",
    "INSERT INTO entry_sensation (entry, ordinal, region, quality, strength) VALUES (1, 0, 'chest', 'tight', 4)",
    "INSERT INTO entry_sensation (entry, ordinal, region, quality, strength) VALUES (99, 0, 'chest', 'tight', 1)",
    "INSERT INTO entry_sensation (entry, ordinal, region) VALUES (1, 0, 'chest'), (1, 1, 'chest')",
    "INSERT INTO entry_body (entry, answer) VALUES (1, 'perhaps')",
    "INSERT INTO entry_body (entry, answer) VALUES (99, 'nowhere')",
    "INSERT INTO entry_coping (entry, ordinal, slug, outcome) VALUES (1, 0, 'walk', 'fine')",
    "INSERT INTO entry_coping (entry, ordinal, slug, outcome) VALUES (1, 0, '', NULL)",
    "INSERT INTO entry_coping (entry, ordinal, slug) VALUES (1, 0, 'walk'), (1, 1, 'walk')",
    "INSERT INTO entry_prompt (entry, prompt) VALUES (1, '')",
    "INSERT INTO own_word (uuid, word, modified_ms) VALUES ('a', 'so', 0), ('b', 'so', 0)",
    "INSERT INTO own_prompt (uuid, text, modified_ms) VALUES ('a', '', 0)",
    "INSERT INTO reflection (uuid, utc_ms, offset_secs, day, response, note, modified_ms)"
    " VALUES ('a', 0, 0, '2026-01-01', 11, '', 0)",
    SESSION "('a', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', " UNSAID,
    SESSION "(NULL, 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', " UNSAID,
    SESSION "('b', 0, 64801, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-1-1', 'rest', 'nap', 'Nap', 0, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'sleep', 'nap', 'Nap', 0, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'A nap', 'Nap', 0, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', '', 'Nap', 0, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', hex (zeroblob (33)), 'Nap', 0, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', '', 0, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', hex (zeroblob (101)), 0, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', -1, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 86400001, 0, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, -1, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 86400001, 'left', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'abandoned', " UNSAID,
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', 11, NULL, NULL, NULL, NULL, NULL, 0, '')",
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', NULL, -1, NULL, NULL, NULL, NULL, 0, '')",
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', NULL, NULL, 11, NULL, NULL, NULL, 0, '')",
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', NULL, NULL, NULL, 1.01, NULL, NULL, 0, '')",
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', NULL, NULL, NULL, NULL, -1, NULL, 0, '')",
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', NULL, NULL, NULL, NULL, NULL, -1.01, 0, '')",
    SESSION "('b', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 0, 'left', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL)",
    "INSERT INTO own_activity (uuid, kind, name, minutes, modified_ms) VALUES ('a', 'sleep', 'Nap', 0, 0)",
    "INSERT INTO own_activity (uuid, kind, name, minutes, modified_ms) VALUES ('a', 'rest', '', 0, 0)",
    "INSERT INTO own_activity (uuid, kind, name, minutes, modified_ms) VALUES ('a', 'rest', 'Nap', 1441, 0)",
    "INSERT INTO own_activity (uuid, kind, name, how_to_begin, minutes, modified_ms)"
    " VALUES ('a', 'rest', 'Nap', '', 0, 0)",
    BREATH "('a', '', 50, 0, 0, 50, 0, 12, 0)",
    BREATH "('a', 'Slow', 4, 0, 0, 50, 0, 12, 0)",
    BREATH "('a', 'Slow', 50, 301, 0, 50, 0, 12, 0)",
    BREATH "('a', 'Slow', 50, 0, -1, 50, 0, 12, 0)",
    BREATH "('a', 'Slow', 50, 0, 0, 4, 0, 12, 0)",
    BREATH "('a', 'Slow', 50, 0, 0, 50, 301, 12, 0)",
    BREATH "('a', 'Slow', 50, 0, 0, 50, 0, 0, 0)",
    BREATH "('a', 'Slow', 50, 0, 0, 50, 0, 1000, 0)",
    "INSERT INTO favourite (id, modified_ms) VALUES ('A walk', 0)",
    "INSERT INTO favourite (id, modified_ms) VALUES ('', 0)",
    PLAN "('a', '2026-1-1', NULL, 'rest', 'nap', 'Nap', 0)",
    PLAN "('a', '2026-01-01', 1440, 'rest', 'nap', 'Nap', 0)",
    PLAN "('a', '2026-01-01', NULL, 'sleep', 'nap', 'Nap', 0)",
    PLAN "('a', '2026-01-01', NULL, 'rest', 'A nap', 'Nap', 0)",
    PLAN "('a', '2026-01-01', NULL, 'rest', 'nap', '', 0)",
  };
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  thaw_connection_execute (fixture->connection,
                           COLUMNS "('a', 1, 0, 0, '2026-01-01', NULL, NULL, NULL, 0, 0, '', '', '', '');"
                           "INSERT INTO tag (id, uuid, kind, name, modified_ms) VALUES (1, 't', 'person', 'Anna', 0);"
                           SESSION "('a', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 86400000, 'left', 0, 10,"
                           " 0, -1, 10, 1, 0, '')",
                           &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_constraint (fixture, refused[i]);
#undef COLUMNS
#undef SESSION
#undef UNSAID
#undef PLAN
#undef BREATH
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
copy_fixture (const char *name,
              const char *directory)
{
  g_autofree char *from_path = g_test_build_filename (G_TEST_DIST, "fixtures", "storage", name, NULL);
  g_autofree char *to_path = g_build_filename (directory, "journal.db", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (from_path);
  g_autoptr (GFile) to = g_file_new_for_path (to_path);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_fixture_v1 (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, clock, NULL, NULL);
  g_autoptr (ThawDrafts) drafts = thaw_drafts_new (database, clock);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (ThawDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .query = (char *) "uber nich", .emotion = (char *) "joy" };

  copy_fixture ("journal-v1.db", directory);
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

/* A journal of an earlier version, opened and brought up to date. */
typedef struct
{
  ThawTestDir *directory;
  ThawClock *clock;
  ThawDatabase *database;
  ThawJournal *journal;
} Opened;

static void
open_fixture (Opened     *opened,
              const char *name)
{
  g_autoptr (GError) error = NULL;

  opened->directory = thaw_test_make_dir ();
  opened->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  opened->database = thaw_database_new (opened->directory);
  opened->journal = thaw_journal_new (opened->database, opened->clock, NULL, NULL);
  copy_fixture (name, opened->directory);
  thaw_database_open_sync (opened->database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
close_fixture (Opened *opened)
{
  g_autoptr (GError) error = NULL;

  thaw_database_verify_sync (opened->database, NULL, &error);
  g_assert_no_error (error);
  thaw_database_close (opened->database);
  g_clear_object (&opened->journal);
  g_clear_object (&opened->database);
  g_clear_object (&opened->clock);
  thaw_test_remove_dir (opened->directory);
}

/* What version 2 brought, in a journal of that version or a later one. */
static void
assert_v2 (Opened                *opened,
           const ThawImportBatch *expected)
{
  g_autoptr (ThawDrafts) drafts = thaw_drafts_new (opened->database, opened->clock);
  g_autoptr (ThawWordStore) words = thaw_word_store_new (opened->database, opened->clock);
  g_autoptr (ThawPromptStore) prompts = thaw_prompt_store_new (opened->database, opened->clock);
  g_autoptr (ThawReflectionStore) reflections = thaw_reflection_store_new (opened->database, opened->clock);
  g_autoptr (GPtrArray) own_words = NULL;
  g_autoptr (GPtrArray) own_prompts = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (ThawDraft) draft = NULL;
  g_auto (GStrv) hidden = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .has_region = TRUE, .region = THAW_REGION_CHEST, .quality = THAW_QUALITY_WARM };
  ThawReflection *reflection, *expected_reflection = g_ptr_array_index (expected->reflections, 0);

  for (guint i = 0; i < expected->entries->len; i++)
    {
      ThawEntry *entry = g_ptr_array_index (expected->entries, i);
      g_autoptr (ThawEntry) read = thaw_journal_get_entry (opened->journal, thaw_entry_get_uuid (entry), &error);

      g_assert_no_error (error);
      g_assert_true (thaw_entry_equal (entry, read));
      g_assert_cmpint (thaw_entry_get_created_ms (read), ==, thaw_entry_get_created_ms (entry));
      g_assert_cmpint (thaw_entry_get_modified_ms (read), ==, thaw_entry_get_modified_ms (entry));
    }

  own_words = thaw_word_store_list_own (words, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own_words->len, ==, 1);
  g_assert_cmpstr (((ThawOwnWord *) g_ptr_array_index (own_words, 0))->word, ==, "saudade");
  g_assert_cmpstr (((ThawOwnWord *) g_ptr_array_index (own_words, 0))->family, ==, "sadness");
  hidden = thaw_word_store_list_hidden (words, &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_equal ((const char *const *) hidden, (const char *const[]) { "love", NULL }));
  own_prompts = thaw_prompt_store_list (prompts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own_prompts->len, ==, 1);
  g_assert_cmpstr (((ThawOwnPrompt *) g_ptr_array_index (own_prompts, 0))->text, ==, "What was quiet today?");
  listed = thaw_reflection_store_list (reflections, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  reflection = g_ptr_array_index (listed, 0);
  g_assert_cmpstr (reflection->uuid, ==, expected_reflection->uuid);
  g_assert_true (thaw_moment_equal (&reflection->moment, &expected_reflection->moment));
  g_assert_cmpmem (reflection->levels, sizeof reflection->levels, expected_reflection->levels,
                   sizeof expected_reflection->levels);
  g_assert_cmpstr (reflection->note, ==, expected_reflection->note);
  g_assert_cmpint (reflection->modified_ms, ==, expected_reflection->modified_ms);

  found = thaw_journal_find_sync (opened->journal, &filter, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  draft = thaw_drafts_get (drafts, THAW_DRAFT_CHECK_IN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (draft->entry), ==, "half a sent");
  g_assert_cmpuint (thaw_entry_get_sensations (draft->entry)->len, ==, 1);
}

static void
test_fixture_v2 (void)
{
  g_autoptr (ThawImportBatch) expected = fixture_v2_batch_new ();
  g_autoptr (ThawSessionStore) sessions = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  Opened opened = { 0 };

  open_fixture (&opened, "journal-v2.db");
  assert_v2 (&opened, expected);

  sessions = thaw_session_store_new (opened.database, opened.clock);
  none = thaw_session_store_list_days (sessions, THAW_DAY_NONE, THAW_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_clear_object (&sessions);
  close_fixture (&opened);
}

static void
test_fixture_v3 (void)
{
  g_autoptr (ThawImportBatch) expected = fixture_v3_batch_new ();
  const ThawActivity *expected_activity = g_ptr_array_index (expected->own_activities, 0);
  const ThawBreathPattern *expected_pattern = g_ptr_array_index (expected->patterns, 0);
  const ThawPlan *expected_plan = g_ptr_array_index (expected->plans, 0);
  g_autoptr (ThawSessionStore) sessions = NULL;
  g_autoptr (ThawActivityStore) activities = NULL;
  g_autoptr (ThawPatternStore) patterns = NULL;
  g_autoptr (ThawPlanStore) plans = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) favourites = NULL;
  g_autoptr (GPtrArray) own_patterns = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GError) error = NULL;
  Opened opened = { 0 };

  open_fixture (&opened, "journal-v3.db");
  assert_v2 (&opened, expected);

  sessions = thaw_session_store_new (opened.database, opened.clock);
  for (guint i = 0; i < FIXTURE_V3_N_SESSIONS; i++)
    {
      const ThawSession *session = g_ptr_array_index (expected->sessions, i);
      g_autoptr (ThawSession) read = thaw_session_store_get (sessions, session->uuid, &error);

      /* The last one was deleted. */
      if (i == FIXTURE_V3_N_SESSIONS - 1)
        {
          g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
          g_clear_error (&error);
          break;
        }
      g_assert_no_error (error);
      g_assert_true (thaw_session_equal (read, session));
      g_assert_cmpint (read->modified_ms, ==, session->modified_ms);
    }

  activities = thaw_activity_store_new (opened.database, opened.clock);
  own = thaw_activity_store_list (activities, &error);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (((ThawActivity *) own->pdata[0])->id, ==, expected_activity->id);
  g_assert_cmpstr (((ThawActivity *) own->pdata[0])->begin, ==, expected_activity->begin);
  g_assert_cmpint (((ThawActivity *) own->pdata[0])->minutes, ==, expected_activity->minutes);
  favourites = thaw_activity_store_list_favourites (activities, &error);
  g_assert_cmpuint (favourites->len, ==, 1);
  g_assert_cmpstr (favourites->pdata[0], ==, "4-7-8");

  patterns = thaw_pattern_store_new (opened.database, opened.clock);
  own_patterns = thaw_pattern_store_list (patterns, &error);
  g_assert_cmpuint (own_patterns->len, ==, 1);
  g_assert_cmpmem (((ThawBreathPattern *) own_patterns->pdata[0])->tenths, sizeof expected_pattern->tenths,
                   expected_pattern->tenths, sizeof expected_pattern->tenths);

  plans = thaw_plan_store_new (opened.database, opened.clock);
  planned = thaw_plan_store_list_day (plans, expected_plan->day, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (planned->len, ==, 1);
  g_assert_cmpstr (((ThawPlan *) planned->pdata[0])->activity, ==, expected_plan->activity);
  g_assert_cmpint (((ThawPlan *) planned->pdata[0])->minute, ==, expected_plan->minute);

  g_clear_object (&sessions);
  g_clear_object (&activities);
  g_clear_object (&patterns);
  g_clear_object (&plans);
  close_fixture (&opened);
}

/* A process that begins a migration and is killed before its commit. */
static void
migrate_and_die (const char *path,
                 guint       step)
{
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  g_autoptr (ThawConnection) connection = thaw_connection_open (path, THAW_CONNECTION_READ_WRITE, NULL);

  /* The cache is so small that what was changed is in the file's journal before the commit. */
  if (connection != NULL && thaw_connection_start_writing (connection, NULL) &&
      thaw_connection_execute (connection, "PRAGMA cache_size = 5; BEGIN IMMEDIATE", NULL) &&
      thaw_connection_execute (connection, migrations[step].sql, NULL) &&
      thaw_connection_execute (connection, "PRAGMA user_version = 1000", NULL))
    kill (getpid (), SIGKILL);
  _exit (1);
}

/* Each step is there or not: a file of one version, and what only the next one has. */
static const struct
{
  const char *file;
  gint64 version;
  gint64 n_entries;
  const char *next_table;
} kills[] = {
  { "journal-v1.db", 1, G_N_ELEMENTS (fixture_v1), "own_word" },
  { "journal-v2.db", 2, FIXTURE_V2_N_ENTRIES, "session" },
};

static void
test_killed (gconstpointer data)
{
  guint step = GPOINTER_TO_UINT (data);
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = g_build_filename (directory, "journal.db", NULL);
  g_autofree char *count_next = g_strdup_printf ("SELECT count (*) FROM sqlite_schema WHERE name = '%s'",
                                                 kills[step].next_table);
  g_autoptr (ThawConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  gint64 value;
  int status;
  pid_t child;

  copy_fixture (kills[step].file, directory);
  child = fork ();
  if (child == 0)
    migrate_and_die (path, step + 1);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

  connection = thaw_connection_open (path, THAW_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_connection_get_int64 (connection, "PRAGMA user_version", &value, NULL));
  g_assert_cmpint (value, ==, kills[step].version);
  g_assert_true (thaw_connection_get_int64 (connection, "SELECT count (*) FROM entry", &value, NULL));
  g_assert_cmpint (value, ==, kills[step].n_entries);
  g_assert_true (thaw_connection_get_int64 (connection, count_next, &value, NULL));
  g_assert_cmpint (value, ==, 0);
  g_clear_pointer (&connection, thaw_connection_close);
}

/* No room for the copies of the tables: the file stays what it was. */
static void
test_full (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = g_build_filename (directory, "journal.db", NULL);
  g_autofree char *backups = g_build_filename (directory, "backups", NULL);
  g_autoptr (ThawConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  gint64 value;

  copy_fixture ("journal-v1.db", directory);
  connection = thaw_connection_open (path, THAW_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_connection_get_int64 (connection, "PRAGMA page_count", &value, NULL));
  {
    g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %d", (int) value + 3);

    g_assert_true (thaw_connection_execute (connection, limit, NULL));
  }
  g_assert_false (thaw_migrations_run (connection, migrations, n_migrations, backups, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FULL);
  g_assert_true (thaw_connection_get_int64 (connection, "PRAGMA user_version", &value, NULL));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (thaw_connection_get_int64 (connection, "SELECT count (*) FROM tag", &value, NULL));
  g_assert_cmpint (value, ==, 4);
  g_clear_pointer (&connection, thaw_connection_close);
}

/* Rows, their ids and their order survive that their tables are made anew. */
static void
test_tags_survive (void)
{
#define TAGS "SELECT group_concat (id || uuid || kind || name || modified_ms, '/') FROM (SELECT * FROM tag ORDER BY id)"
#define USES "SELECT group_concat (entry || '-' || ordinal || '-' || tag || '-' || is_trigger, '/')" \
             "  FROM (SELECT * FROM entry_tag ORDER BY entry, ordinal)"
#define STONES "SELECT group_concat (uuid || kind || deleted_ms, '/') FROM (SELECT * FROM tombstone ORDER BY uuid)"
  static const char *const queries[] = { TAGS, USES, STONES };
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = g_build_filename (directory, "journal.db", NULL);
  g_autofree char *backups = g_build_filename (directory, "backups", NULL);
  char *before[G_N_ELEMENTS (queries)] = { NULL };
  g_autoptr (ThawConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  gint64 n_wrong;

  copy_fixture ("journal-v1.db", directory);
  connection = thaw_connection_open (path, THAW_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  for (int run = 0; run < 2; run++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
        {
          g_autoptr (ThawStatement) row = thaw_statement_new (connection, queries[i], &error);

          g_assert_no_error (error);
          g_assert_true (thaw_statement_next (row, &error));
          if (run == 0)
            before[i] = thaw_statement_dup_text (row, 0);
          else
            g_assert_cmpstr (thaw_statement_get_text (row, 0), ==, before[i]);
          g_assert_cmpuint (strlen (before[i]), >, 20);
        }
      thaw_migrations_run (connection, migrations, n_migrations, backups, &error);
      g_assert_no_error (error);
    }

  g_assert_true (thaw_connection_get_int64 (connection, "SELECT count (*) FROM pragma_foreign_key_check", &n_wrong,
                                            NULL));
  g_assert_cmpint (n_wrong, ==, 0);
  g_assert_true (thaw_connection_get_int64 (connection,
                                            "SELECT count (*) FROM sqlite_schema WHERE name LIKE '%v2%'"
                                            "  OR name LIKE '%v3%' OR sql LIKE '%tag_v2%'",
                                            &n_wrong, NULL));
  g_assert_cmpint (n_wrong, ==, 0);
  g_clear_pointer (&connection, thaw_connection_close);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    g_free (before[i]);
#undef TAGS
#undef USES
#undef STONES
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
  g_test_add_func ("/migrations/fixture-v2", test_fixture_v2);
  g_test_add_func ("/migrations/fixture-v3", test_fixture_v3);
  for (guint i = 0; i < G_N_ELEMENTS (kills); i++)
    {
      g_autofree char *path = g_strdup_printf ("/migrations/killed/%s", kills[i].file);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_killed);
    }
  g_test_add_func ("/migrations/full", test_full);
  g_test_add_func ("/migrations/tags-survive", test_tags_survive);
#undef ADD

  return g_test_run ();
}
