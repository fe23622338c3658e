/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-released-files"

#include "config.h"
#include "fixture-v1.h"
#include "fixture-v5.h"
#include "thaw-storage-test.h"

#include "thaw-activity-store.h"
#include "thaw-article-mark-store.h"
#include "thaw-care-store.h"
#include "thaw-line-store.h"
#include "thaw-migrations.h"
#include "thaw-pattern-store.h"
#include "thaw-people-store.h"
#include "thaw-photo-store.h"
#include "thaw-plan-store.h"
#include "thaw-prompt-store.h"
#include "thaw-reflection-store.h"
#include "thaw-reminder-store.h"
#include "thaw-session-store.h"
#include "thaw-statement.h"
#include "thaw-word-store.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* People have files of each version that was released: each is opened, and brought to the last one. */

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
assert_nothing_of_v5 (Opened *opened)
{
  g_autoptr (ThawReminderStore) reminders = thaw_reminder_store_new (opened->database, opened->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = thaw_reminder_store_list (reminders, &error);
  g_autoptr (GPtrArray) no_states = thaw_reminder_store_list_states (reminders, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (none->len + no_states->len, ==, 0);
}

static void
assert_nothing_of_v4 (Opened *opened)
{
  g_autoptr (ThawPeopleStore) people = thaw_people_store_new (opened->database, opened->clock);
  g_autoptr (ThawCareStore) care = thaw_care_store_new (opened->database, opened->clock);
  g_autoptr (ThawLineStore) lines = thaw_line_store_new (opened->database, opened->clock);
  g_autoptr (ThawArticleMarkStore) marks = thaw_article_mark_store_new (opened->database, opened->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nobody = thaw_people_store_list (people, &error);
  g_autoptr (GPtrArray) no_care = thaw_care_store_list (care, &error);
  g_autoptr (GPtrArray) no_lines = thaw_line_store_list (lines, &error);
  g_autoptr (GPtrArray) no_marks = thaw_article_mark_store_list (marks, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nobody->len + no_care->len + no_lines->len + no_marks->len, ==, 0);
  assert_nothing_of_v5 (opened);
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
  assert_nothing_of_v4 (&opened);
  close_fixture (&opened);
}

/* What version 3 brought, in a journal of that version or a later one. */
static void
assert_v3 (Opened                *opened,
           const ThawImportBatch *expected)
{
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

  sessions = thaw_session_store_new (opened->database, opened->clock);
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

  activities = thaw_activity_store_new (opened->database, opened->clock);
  own = thaw_activity_store_list (activities, &error);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (((ThawActivity *) own->pdata[0])->id, ==, expected_activity->id);
  g_assert_cmpstr (((ThawActivity *) own->pdata[0])->begin, ==, expected_activity->begin);
  g_assert_cmpint (((ThawActivity *) own->pdata[0])->minutes, ==, expected_activity->minutes);
  favourites = thaw_activity_store_list_favourites (activities, &error);
  g_assert_cmpuint (favourites->len, ==, 1);
  g_assert_cmpstr (favourites->pdata[0], ==, "4-7-8");

  patterns = thaw_pattern_store_new (opened->database, opened->clock);
  own_patterns = thaw_pattern_store_list (patterns, &error);
  g_assert_cmpuint (own_patterns->len, ==, 1);
  g_assert_cmpmem (((ThawBreathPattern *) own_patterns->pdata[0])->tenths, sizeof expected_pattern->tenths,
                   expected_pattern->tenths, sizeof expected_pattern->tenths);

  plans = thaw_plan_store_new (opened->database, opened->clock);
  planned = thaw_plan_store_list_day (plans, expected_plan->day, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (planned->len, ==, 1);
  g_assert_cmpstr (((ThawPlan *) planned->pdata[0])->activity, ==, expected_plan->activity);
  g_assert_cmpint (((ThawPlan *) planned->pdata[0])->minute, ==, expected_plan->minute);
}

static void
test_fixture_v3 (void)
{
  g_autoptr (ThawImportBatch) expected = fixture_v3_batch_new ();
  Opened opened = { 0 };

  open_fixture (&opened, "journal-v3.db");
  assert_v2 (&opened, expected);
  assert_v3 (&opened, expected);
  assert_nothing_of_v4 (&opened);
  close_fixture (&opened);
}

static void
assert_person (const ThawPerson *person,
               const ThawPerson *expected)
{
  g_test_message ("%s", expected->name);
  g_assert_true (thaw_person_equal (person, expected));
  g_assert_cmpint (person->modified_ms, ==, expected->modified_ms);
}

static void
assert_people (Opened                *opened,
               const ThawImportBatch *expected)
{
  g_autoptr (ThawPeopleStore) people = thaw_people_store_new (opened->database, opened->clock);
  g_autoptr (ThawPhotoStore) photos = thaw_photo_store_new (opened->database, opened->clock);
  const ThawPhoto *expected_photo = expected->photos->pdata[0];
  g_autoptr (ThawPhoto) photo = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  all = thaw_people_store_list (people, &error);
  g_assert_no_error (error);
  /* The last one was removed. */
  g_assert_cmpuint (all->len, ==, FIXTURE_V4_N_PEOPLE - 1);
  for (guint i = 0; i < all->len; i++)
    assert_person (all->pdata[i], expected->people->pdata[i]);
  photo = thaw_photo_store_get (photos, expected_photo->id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (photo->data, expected_photo->data));
  g_assert_cmpint (photo->modified_ms, ==, expected_photo->modified_ms);
}

static void
assert_care (Opened                *opened,
             const ThawImportBatch *expected)
{
  g_autoptr (ThawCareStore) care = thaw_care_store_new (opened->database, opened->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = thaw_care_store_list (care, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, THAW_N_CARE_PARTS);
  for (guint i = 0; i < items->len; i++)
    {
      const ThawCareItem *item = items->pdata[i];
      const ThawCareItem *expected_item = expected->care_items->pdata[i];

      g_assert_cmpstr (item->id, ==, expected_item->id);
      g_assert_cmpint (item->part, ==, expected_item->part);
      g_assert_cmpint (item->position, ==, expected_item->position);
      g_assert_cmpstr (item->text, ==, expected_item->text);
      g_assert_cmpstr (item->person, ==, expected_item->person);
      g_assert_cmpstr (item->activity, ==, expected_item->activity);
      g_assert_cmpint (item->modified_ms, ==, expected_item->modified_ms);
    }
}

static void
assert_line_and_mark (Opened                *opened,
                      const ThawImportBatch *expected)
{
  g_autoptr (ThawLineStore) lines = thaw_line_store_new (opened->database, opened->clock);
  g_autoptr (ThawArticleMarkStore) marks = thaw_article_mark_store_new (opened->database, opened->clock);
  const ThawOwnLine *expected_line = expected->own_lines->pdata[0];
  const ThawArticleMark *expected_mark = expected->article_marks->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own_lines = thaw_line_store_list (lines, &error);
  g_autoptr (GPtrArray) article_marks = thaw_article_mark_store_list (marks, &error);
  const ThawOwnLine *line;
  const ThawArticleMark *mark;

  g_assert_no_error (error);
  g_assert_cmpuint (own_lines->len, ==, 1);
  line = own_lines->pdata[0];
  g_assert_cmpstr (line->id, ==, expected_line->id);
  g_assert_cmpstr (line->name, ==, expected_line->name);
  g_assert_cmpstr (line->number, ==, expected_line->number);
  g_assert_cmpstr (line->note, ==, expected_line->note);
  g_assert_cmpint (line->modified_ms, ==, expected_line->modified_ms);

  g_assert_cmpuint (article_marks->len, ==, 1);
  mark = article_marks->pdata[0];
  g_assert_cmpstr (mark->id, ==, expected_mark->id);
  g_assert_cmpstr (mark->article, ==, expected_mark->article);
  g_assert_cmpint (mark->stance, ==, expected_mark->stance);
  g_assert_cmpstr (mark->note, ==, expected_mark->note);
  g_assert_cmpint (mark->is_bookmarked, ==, expected_mark->is_bookmarked);
  g_assert_cmpfloat (mark->position, ==, expected_mark->position);
  g_assert_cmpint (mark->modified_ms, ==, expected_mark->modified_ms);
}

static void
test_fixture_v4 (void)
{
  g_autoptr (ThawImportBatch) expected = fixture_v4_batch_new ();
  Opened opened = { 0 };

  open_fixture (&opened, "journal-v4.db");
  assert_v2 (&opened, expected);
  assert_v3 (&opened, expected);
  assert_people (&opened, expected);
  assert_care (&opened, expected);
  assert_line_and_mark (&opened, expected);
  assert_nothing_of_v5 (&opened);
  close_fixture (&opened);
}

static void
assert_reminders (Opened                *opened,
                  const ThawImportBatch *expected)
{
  g_autoptr (ThawReminderStore) reminders = thaw_reminder_store_new (opened->database, opened->clock);
  ThawReminderState expected_state = fixture_v5_state ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = thaw_reminder_store_list (reminders, &error);
  g_autoptr (GPtrArray) states = thaw_reminder_store_list_states (reminders, &error);
  g_autofree char *state = NULL;
  g_autofree char *expected_words = NULL;

  g_assert_no_error (error);
  /* The last one was removed. */
  g_assert_cmpuint (all->len, ==, FIXTURE_V5_N_REMINDERS - 1);
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *reminder = thaw_storage_test_describe_reminder (all->pdata[i]);
      g_autofree char *expected_reminder = thaw_storage_test_describe_reminder (expected->reminders->pdata[i]);

      g_assert_cmpstr (reminder, ==, expected_reminder);
    }

  g_assert_cmpuint (states->len, ==, 2);
  g_assert_cmpstr (((ThawReminderRecord *) states->pdata[0])->uuid, ==, ((ThawReminder *) all->pdata[0])->uuid);
  state = thaw_storage_test_describe_state (&((ThawReminderRecord *) states->pdata[0])->state);
  expected_words = thaw_storage_test_describe_state (&expected_state);
  g_assert_cmpstr (state, ==, expected_words);
}

static void
test_fixture_v5 (void)
{
  g_autoptr (ThawImportBatch) expected = fixture_v5_batch_new ();
  Opened opened = { 0 };

  open_fixture (&opened, "journal-v5.db");
  assert_v2 (&opened, expected);
  assert_v3 (&opened, expected);
  assert_people (&opened, expected);
  assert_care (&opened, expected);
  assert_line_and_mark (&opened, expected);
  assert_reminders (&opened, expected);
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
  { "journal-v3.db", 3, FIXTURE_V2_N_ENTRIES, "person" },
  { "journal-v4.db", 4, FIXTURE_V2_N_ENTRIES, "reminder" },
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
                                            "  OR name LIKE '%v3%' OR name LIKE '%v4%' OR name LIKE '%v5%' OR sql LIKE '%tag_v2%'",
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

  g_test_add_func ("/storage/released-files/v1", test_fixture_v1);
  g_test_add_func ("/storage/released-files/v2", test_fixture_v2);
  g_test_add_func ("/storage/released-files/v3", test_fixture_v3);
  g_test_add_func ("/storage/released-files/v4", test_fixture_v4);
  g_test_add_func ("/storage/released-files/v5", test_fixture_v5);
  for (guint i = 0; i < G_N_ELEMENTS (kills); i++)
    {
      g_autofree char *path = g_strdup_printf ("/storage/released-files/killed/%s", kills[i].file);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_killed);
    }
  g_test_add_func ("/storage/released-files/full", test_full);
  g_test_add_func ("/storage/released-files/tags-survive", test_tags_survive);

  return g_test_run ();
}
