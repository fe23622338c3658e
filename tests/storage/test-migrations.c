/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-migrations"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-backup.h"
#include "thaw-migrations.h"
#include "thaw-statement.h"

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
  const ThawMigration next[] = { migrations[0], migrations[1], migrations[2], migrations[3], migrations[4],
                                 { 6, "CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT" },
                                 { 7, "ALTER TABLE body ADD COLUMN region TEXT" } };
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  thaw_migrations_run (fixture->connection, next, G_N_ELEMENTS (next), fixture->backups, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 7);
  g_assert_cmpint (get_int64 (fixture, "SELECT count (region) FROM body"), ==, 0);

  /* The file as it was before the first step. */
  backups = thaw_backup_list (fixture->backups, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  g_clear_pointer (&fixture->connection, thaw_connection_close);
  fixture->connection = thaw_connection_open (((ThawBackup *) g_ptr_array_index (backups, 0))->path,
                                              THAW_CONNECTION_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 5);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA application_id"), ==, THAW_APPLICATION_ID);
}

static void
test_step_fails (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  const ThawMigration next[] = { migrations[0], migrations[1], migrations[2], migrations[3], migrations[4],
                                 { 6, "CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT" },
                                 { 7, "CREATE TABLE more (id INTEGER); CREATE TABLE nonsense (" } };
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  g_assert_false (thaw_migrations_run (fixture->connection, next, G_N_ELEMENTS (next), fixture->backups, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FAILED);

  /* What was done is whole, what was not is not there at all. */
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 6);
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
  const ThawMigration next[] = { migrations[0], migrations[1], migrations[2], migrations[3], migrations[4],
                                 { 6, "CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT" } };
  g_autoptr (GError) error = NULL;

  /* Without a way back nothing is changed. */
  run_all (fixture);
  g_assert_true (g_file_set_contents (fixture->backups, "no folder", -1, NULL));
  g_assert_false (thaw_migrations_run (fixture->connection, next, G_N_ELEMENTS (next), fixture->backups, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (get_int64 (fixture, "PRAGMA user_version"), ==, 5);
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
#define PERSON "INSERT INTO person (uuid, kind, name, role, photo, last_contact, is_favourite, keeps_distance," \
               " nudge_days, modified_ms, ask, notes) VALUES "
#define WAY "INSERT INTO person_way (person, ordinal, kind, label, value) VALUES "
#define CARE "INSERT INTO care_item (uuid, part, position, text, person, activity, modified_ms) VALUES "
#define LINE "INSERT INTO own_line (uuid, name, number, note, modified_ms) VALUES "
#define MARK "INSERT INTO article_mark (uuid, article, stance, is_bookmarked, position, modified_ms, note) VALUES "
#define REMINDER "INSERT INTO reminder (skips_if_done, ignores_quiet, modified_ms, uuid, title, opens, is_on," \
                 " weekdays, first_day, last_day, timing, times, window_start, window_end, n_in_window, distance)" \
                 " VALUES (0, 0, 0, "
#define ALWAYS "'a', 'Tea', NULL, 1, 127, NULL, NULL, "
#define STATE "INSERT INTO reminder_state (uuid, rule_ms, last_moment, shown_moment, missed_moment, snoozed_until_ms," \
              " put_off_day, n_unanswered_days, is_offer_over) VALUES "
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
    PERSON "('a', 'friend', 'Ada', NULL, NULL, NULL, 0, 0, 0, 0, NULL, NULL)",
    PERSON "('b', 'enemy', 'Ada', NULL, NULL, NULL, 0, 0, 0, 0, NULL, NULL)",
    PERSON "('b', 'friend', '', NULL, NULL, NULL, 0, 0, 0, 0, NULL, NULL)",
    PERSON "('b', 'friend', hex (zeroblob (101)), NULL, NULL, NULL, 0, 0, 0, 0, NULL, NULL)",
    PERSON "('b', 'friend', 'Ada', '', NULL, NULL, 0, 0, 0, 0, NULL, NULL)",
    PERSON "('b', 'friend', 'Ada', NULL, 'me.jpg', NULL, 0, 0, 0, 0, NULL, NULL)",
    PERSON "('b', 'friend', 'Ada', NULL, NULL, '2026-1-1', 0, 0, 0, 0, NULL, NULL)",
    PERSON "('b', 'friend', 'Ada', NULL, NULL, NULL, 2, 0, 0, 0, NULL, NULL)",
    PERSON "('b', 'friend', 'Ada', NULL, NULL, NULL, 0, 2, 0, 0, NULL, NULL)",
    PERSON "('b', 'friend', 'Ada', NULL, NULL, NULL, 0, 0, 366, 0, NULL, NULL)",
    PERSON "('b', 'friend', 'Ada', NULL, NULL, NULL, 0, 0, -1, 0, NULL, NULL)",
    PERSON "('b', 'friend', 'Ada', NULL, NULL, NULL, 0, 0, 0, 0, '', NULL)",
    PERSON "('b', 'friend', 'Ada', NULL, NULL, NULL, 0, 0, 0, 0, NULL, '')",
    WAY "(1, 0, 'pigeon', NULL, '1')",
    WAY "(1, 0, 'phone', '', '1')",
    WAY "(1, 0, 'phone', NULL, '')",
    WAY "(1, 0, 'phone', NULL, hex (zeroblob (251)))",
    WAY "(99, 0, 'phone', NULL, '1')",
    WAY "(1, 0, 'phone', NULL, '1'), (1, 0, 'phone', NULL, '2')",
    "INSERT INTO photo (uuid, modified_ms, data) VALUES ('a', 0, x'')",
    "INSERT INTO photo (uuid, modified_ms, data) VALUES ('a', 0, 'text')",
    "INSERT INTO photo (uuid, modified_ms, data) VALUES ('a', 0, zeroblob (262145))",
    CARE "('a', 'no-part', 0, 'Tea', NULL, NULL, 0)",
    CARE "('a', 'myself', -1, 'Tea', NULL, NULL, 0)",
    CARE "('a', 'myself', 1000001, 'Tea', NULL, NULL, 0)",
    CARE "('a', 'myself', 0, '', NULL, NULL, 0)",
    CARE "('a', 'myself', 0, 'Tea', 'ada', NULL, 0)",
    CARE "('a', 'myself', 0, 'Tea', NULL, 'A tea', 0)",
    CARE "('a', 'myself', 0, 'Tea', hex (zeroblob (18)), 'tea', 0)",
    LINE "('a', '', '1', NULL, 0)",
    LINE "('a', 'Line', '', NULL, 0)",
    LINE "('a', 'Line', '1', '', 0)",
    MARK "('a', 'An article', 'none', 0, 0, 0, NULL)",
    MARK "('a', 'cbt', 'shrug', 0, 0, 0, NULL)",
    MARK "('a', 'cbt', 'none', 2, 0, 0, NULL)",
    MARK "('a', 'cbt', 'none', 0, 1.01, 0, NULL)",
    MARK "('a', 'cbt', 'none', 0, 0, 0, '')",
    MARK "('a', 'cbt', 'none', 0, 0, 0, NULL), ('b', 'cbt', 'none', 0, 0, 0, NULL)",
    REMINDER "'r', 'Tea', NULL, 1, 127, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', '', NULL, 1, 127, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', hex (zeroblob (101)), NULL, 1, 127, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', '', 1, 127, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', 'tea', 1, 127, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', 'practice:', 1, 127, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', 'practice:A tea', 1, 127, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', NULL, 2, 127, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', NULL, 1, 0, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', NULL, 1, 128, NULL, NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', NULL, 1, 127, '2026-1-1', NULL, 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', NULL, 1, 127, NULL, '2026-1-1', 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER "'a', 'Tea', NULL, 1, 127, '2026-01-02', '2026-01-01', 'times', '540', NULL, NULL, NULL, NULL)",
    REMINDER ALWAYS "'often', '540', NULL, NULL, NULL, NULL)",
    REMINDER ALWAYS "'times', NULL, NULL, NULL, NULL, NULL)",
    REMINDER ALWAYS "'times', '', NULL, NULL, NULL, NULL)",
    REMINDER ALWAYS "'times', 'nine', NULL, NULL, NULL, NULL)",
    REMINDER ALWAYS "'times', hex (zeroblob (30)), NULL, NULL, NULL, NULL)",
    REMINDER ALWAYS "'times', '540', 600, 1080, 1, 60)",
    REMINDER ALWAYS "'window', '540', 600, 1080, 1, 60)",
    REMINDER ALWAYS "'window', NULL, NULL, 1080, 1, 60)",
    REMINDER ALWAYS "'window', NULL, 600, NULL, 1, 60)",
    REMINDER ALWAYS "'window', NULL, 600, 1080, NULL, 60)",
    REMINDER ALWAYS "'window', NULL, 600, 1080, 1, NULL)",
    REMINDER ALWAYS "'window', NULL, -1, 1080, 1, 60)",
    REMINDER ALWAYS "'window', NULL, 600, 1440, 1, 60)",
    REMINDER ALWAYS "'window', NULL, 600, 600, 1, 60)",
    REMINDER ALWAYS "'window', NULL, 600, 1080, 0, 60)",
    REMINDER ALWAYS "'window', NULL, 600, 1080, 13, 1)",
    REMINDER ALWAYS "'window', NULL, 600, 1080, 1, 0)",
    REMINDER ALWAYS "'window', NULL, 600, 1080, 3, 241)",
    STATE "('s', 0, NULL, NULL, NULL, NULL, NULL, 0, 0), ('s', 0, NULL, NULL, NULL, NULL, NULL, 0, 0)",
    STATE "('s', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0)",
    STATE "('s', 0, 0, NULL, NULL, NULL, NULL, 0, 0)",
    STATE "('s', 0, NULL, -1, NULL, NULL, NULL, 0, 0)",
    STATE "('s', 0, NULL, NULL, 'noon', NULL, NULL, 0, 0)",
    STATE "('s', 0, NULL, NULL, NULL, 0, NULL, 0, 0)",
    STATE "('s', 0, NULL, NULL, NULL, NULL, '2026-1-1', 0, 0)",
    STATE "('s', 0, NULL, NULL, NULL, NULL, NULL, -1, 0)",
    STATE "('s', 0, NULL, NULL, NULL, NULL, NULL, 0, 2)",
  };
  g_autoptr (GError) error = NULL;

  run_all (fixture);
  thaw_connection_execute (fixture->connection,
                           COLUMNS "('a', 1, 0, 0, '2026-01-01', NULL, NULL, NULL, 0, 0, '', '', '', '');"
                           "INSERT INTO tag (id, uuid, kind, name, modified_ms) VALUES (1, 't', 'person', 'Anna', 0);"
                           SESSION "('a', 0, 0, '2026-01-01', 'rest', 'nap', 'Nap', 0, 86400000, 'left', 0, 10,"
                           " 0, -1, 10, 1, 0, '');"
                           PERSON "('a', 'friend', 'Ada', NULL, NULL, NULL, 0, 0, 0, 0, NULL, NULL);"
                           REMINDER "'r', 'Tea', 'practice:4-7-8', 0, 1, '2026-01-01', '2026-01-01', 'times',"
                           " '0,1,1000,1001,1002,1003,1004,1005,1006,1007,1008,1439', NULL, NULL, NULL, NULL);"
                           REMINDER "'w', 'Tea', 'check-in:now', 1, 127, NULL, '2026-01-01', 'window', NULL, 0, 1439,"
                           " 12, 130);"
                           STATE "('r', -1, 1, 1, 1, 1, '2026-01-01', 9, 1)",
                           &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_constraint (fixture, refused[i]);
#undef COLUMNS
#undef SESSION
#undef UNSAID
#undef PLAN
#undef BREATH
#undef PERSON
#undef WAY
#undef CARE
#undef LINE
#undef MARK
#undef REMINDER
#undef ALWAYS
#undef STATE
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
#undef ADD

  return g_test_run ();
}
