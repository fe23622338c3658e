/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-marks"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-salvage.h"

#include <sqlite3.h>

/* An entry with what is said by @make, saved. */
typedef void (*MakeFunc) (ThawEntry *entry);

static void
add (ThawStorageTest *test,
     const char      *iso,
     const char      *text,
     MakeFunc         make)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry (iso, text);
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;

  make (entry);
  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);
}

static void
make_chest (ThawEntry *entry)
{
  thaw_entry_set_feeling (entry, 2);
  thaw_entry_set_answer (entry, THAW_ANSWER_NOTHING);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2);
  thaw_entry_set_sensation (entry, THAW_REGION_JAW, THAW_QUALITY_WARM, 1);
  thaw_entry_set_tag (entry, "phone", THAW_TAG_EVENT, TRUE);
  thaw_entry_set_coping (entry, "breathing", THAW_OUTCOME_BETTER);
}

static void
make_jaw (ThawEntry *entry)
{
  thaw_entry_set_feeling (entry, 4);
  thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);
  thaw_entry_set_sensation (entry, THAW_REGION_JAW, THAW_QUALITY_TIGHT, 3);
  thaw_entry_set_sensation (entry, THAW_REGION_UPPER_BACK, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
  thaw_entry_set_tag (entry, "phone", THAW_TAG_EVENT, FALSE);
  thaw_entry_set_coping (entry, "mein Weg", THAW_OUTCOME_NONE);
}

static void
make_named (ThawEntry *entry)
{
  thaw_entry_set_feeling (entry, 9);
  thaw_entry_set_emotion (entry, "joy", 2);
  thaw_entry_set_tag (entry, "phone", THAW_TAG_EVENT, TRUE);
  thaw_entry_set_tag (entry, "rain", THAW_TAG_EVENT, TRUE);
}

static void
fill (ThawStorageTest *test)
{
  add (test, "2026-03-01T08:00:00Z", "chest", make_chest);
  add (test, "2026-03-02T08:00:00Z", "jaw", make_jaw);
  add (test, "2026-03-02T09:00:00Z", "named", make_named);
}

static gboolean
collect (ThawEntry *entry,
         gpointer   user_data,
         GError   **error)
{
  g_string_prepend (user_data, thaw_entry_get_text (entry));
  g_string_prepend_c (user_data, '|');

  return TRUE;
}

/* By all the ways there are, which must agree. */
static void
assert_finds (ThawStorageTest         *test,
              const ThawJournalFilter *filter,
              const char              *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GString) each = g_string_new (NULL);
  g_autofree char *found = NULL;
  g_autofree char *by_places = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;
  guint n = 0;

  g_test_message ("%s", expected);
  found = thaw_storage_test_join (thaw_journal_find_sync (test->journal, filter, THAW_JOURNAL_NEWEST, 100, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);

  thaw_journal_index_async (test->journal, filter, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  places = thaw_journal_index_finish (test->journal, result, &error);
  g_assert_no_error (error);
  listed = thaw_journal_list_places (test->journal, (ThawJournalPlace *) places->data, places->len, &error);
  g_assert_no_error (error);
  by_places = thaw_storage_test_join (g_steal_pointer (&listed));
  g_assert_cmpstr (by_places, ==, expected);

  thaw_journal_for_each_sync (test->journal, filter, collect, each, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (each->len > 0 ? each->str + 1 : "", ==, expected);

  days = thaw_journal_load_days_sync (test->journal, THAW_DAY_NONE, THAW_DAY_NONE, filter, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < days->len; i++)
    n += g_array_index (days, ThawDayMood, i).n_entries;
  g_assert_cmpuint (n, ==, places->len);
}

static void
test_filters (ThawStorageTest *test,
              gconstpointer    data)
{
  const struct
  {
    ThawJournalFilter filter;
    const char *expected;
  } cases[] = {
    { { .query = NULL }, "named|jaw|chest" },
    { { .has_region = TRUE, .region = THAW_REGION_JAW }, "jaw|chest" },
    { { .has_region = TRUE, .region = THAW_REGION_UPPER_BACK }, "jaw" },
    { { .has_region = TRUE, .region = THAW_REGION_HEAD }, "" },
    { { .quality = THAW_QUALITY_TIGHT }, "jaw|chest" },
    /* Tight and in the jaw, not tight somewhere and something in the jaw. */
    { { .has_region = TRUE, .region = THAW_REGION_JAW, .quality = THAW_QUALITY_TIGHT }, "jaw" },
    { { .coping = (char *) "breathing" }, "chest" },
    { { .coping = (char *) "mein Weg" }, "jaw" },
    { { .coping = (char *) "mein" }, "" },
    { { .answer = THAW_ANSWER_NOTHING }, "chest" },
    { { .answer = THAW_ANSWER_NAMED }, "named" },
    { { .answer = THAW_ANSWER_NO_WORD }, "" },
    { { .answer = THAW_ANSWER_UNSURE, .quality = THAW_QUALITY_TIGHT }, "jaw" },
    { { .tag = (char *) "phone", .tag_kind = THAW_TAG_EVENT }, "named|jaw|chest" },
    { { .tag = (char *) "phone", .tag_kind = THAW_TAG_EVENT, .is_trigger = TRUE }, "named|chest" },
    { { .tag = (char *) "phone", .tag_kind = THAW_TAG_PLACE, .is_trigger = TRUE }, "" },
    { { .tag = (char *) "phone", .tag_kind = THAW_TAG_EVENT, .is_trigger = TRUE, .answer = THAW_ANSWER_NOTHING },
      "chest" },
    { { .answer = THAW_ANSWER_NOTHING, .query = (char *) "jaw" }, "chest" },
  };

  fill (test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ThawJournalFilter) copy = thaw_journal_filter_copy (&cases[i].filter);

      assert_finds (test, copy, cases[i].expected);
      g_assert_true (thaw_journal_filter_is_empty (copy) == (i == 0));
    }
}

static void
test_hidden_are_not_found (ThawStorageTest *test,
                           gconstpointer    data)
{
  ThawJournalFilter filter = { .answer = THAW_ANSWER_NOTHING };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  fill (test);
  found = thaw_journal_find_sync (test->journal, &filter, THAW_JOURNAL_NEWEST, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  thaw_storage_test_hide (test, thaw_entry_summary_get_uuid (g_ptr_array_index (found, 0)));
  assert_finds (test, &filter, "");
}

static void
test_words (ThawStorageTest *test,
            gconstpointer    data)
{
  ThawJournalFilter upper = { .query = (char *) "upper bac" };
  ThawJournalFilter breathing = { .query = (char *) "breath" };
  ThawJournalFilter weg = { .query = (char *) "weg" };
  ThawJournalFilter mark = { .query = (char *) "63686573743a7469676874" };

  fill (test);
  assert_finds (test, &upper, "jaw");
  assert_finds (test, &breathing, "chest");
  assert_finds (test, &weg, "jaw");
  assert_finds (test, &mark, "");
}

static void
test_days (ThawStorageTest *test,
           gconstpointer    data)
{
  ThawJournalFilter filter = { .tag = (char *) "phone", .tag_kind = THAW_TAG_EVENT, .is_trigger = TRUE };
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GError) error = NULL;

  fill (test);
  all = thaw_journal_load_days_sync (test->journal, THAW_DAY_NONE, THAW_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpfloat (g_array_index (all, ThawDayMood, 1).feeling.mean, ==, 6.5);

  days = thaw_journal_load_days_sync (test->journal, thaw_day_new (2026, 3, 2), THAW_DAY_NONE, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (days->len, ==, 1);
  g_assert_cmpuint (g_array_index (days, ThawDayMood, 0).n_entries, ==, 1);
  g_assert_cmpfloat (g_array_index (days, ThawDayMood, 0).feeling.mean, ==, 9);
}

static void
make_two_emotions (ThawEntry *entry)
{
  thaw_entry_set_emotion (entry, "fear", 1);
  thaw_entry_set_emotion (entry, "joy", 1);
}

static void
test_used_emotions (ThawStorageTest *test,
                    gconstpointer    data)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) newest = NULL;
  g_autoptr (GError) error = NULL;

  add (test, "2026-02-01T08:00:00Z", "two", make_two_emotions);
  fill (test);
  all = thaw_journal_list_used_emotions (test->journal, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (g_array_index (all, ThawEmotionUse, 0).slug, ==, "joy");
  g_assert_cmpuint (g_array_index (all, ThawEmotionUse, 0).n_entries, ==, 2);
  g_assert_cmpstr (g_array_index (all, ThawEmotionUse, 1).slug, ==, "fear");
  g_assert_cmpint (g_array_index (all, ThawEmotionUse, 0).last_position, >,
                   g_array_index (all, ThawEmotionUse, 1).last_position);

  newest = thaw_journal_list_used_emotions (test->journal, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpuint (g_array_index (newest, ThawEmotionUse, 0).n_entries, ==, 1);
}

/* What is not known is passed over, and the rest is there. */
static void
test_unknown_rows (ThawStorageTest *test,
                   gconstpointer    data)
{
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (ThawEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  ThawEntrySummary *summary;
  sqlite3 *db;

  add (test, "2026-03-01T08:00:00Z", "chest", make_chest);
  thaw_database_close (test->database);
  g_assert_cmpint (sqlite3_open (thaw_database_get_path (test->database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA ignore_check_constraints = ON;"
                                 "INSERT INTO entry_sensation (entry, ordinal, region, quality, strength) VALUES"
                                 "  (1, 10, 'tail', 'tight', 1), (1, 11, 'feet', 'purple', 1),"
                                 "  (1, 12, 'feet', 'cold', 99), (1, 13, CAST (x'ff' AS TEXT), NULL, 1);"
                                 "INSERT INTO entry_coping (entry, ordinal, slug, outcome) VALUES"
                                 "  (1, 10, 'music', 'splendid'), (1, 11, 'of-the-future', NULL);"
                                 "INSERT INTO entry_body (entry, answer) VALUES (1, 'everywhere');"
                                 "INSERT INTO entry_prompt (entry, prompt) VALUES (1, CAST (x'41ff42' AS TEXT));"
                                 "INSERT INTO entry_emotion (entry, ordinal, slug, intensity) VALUES (1, 0, 'joy', 99)",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  thaw_storage_test_reopen (test);

  listed = thaw_journal_list_newest (test->journal, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  summary = g_ptr_array_index (listed, 0);
  g_assert_cmpuint (thaw_entry_summary_get_sensations (summary)->len, ==, 3);
  g_assert_cmpuint (thaw_entry_summary_get_copings (summary)->len, ==, 2);
  g_assert_cmpint (thaw_entry_summary_get_body_answer (summary), ==, THAW_BODY_ANSWER_NONE);

  entry = thaw_journal_get_entry (test->journal, thaw_entry_summary_get_uuid (summary), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (thaw_entry_get_sensations (entry)->len, ==, 3);
  g_assert_cmpint (((ThawSensation *) g_ptr_array_index (thaw_entry_get_sensations (entry), 2))->strength, ==,
                   THAW_SENSATION_NO_STRENGTH);
  g_assert_cmpuint (thaw_entry_get_copings (entry)->len, ==, 2);
  g_assert_cmpint (((ThawEmotionMark *) g_ptr_array_index (thaw_entry_get_emotions (entry), 0))->intensity, ==, 3);
  g_assert_true (g_utf8_validate (thaw_entry_get_prompt (entry), -1, NULL));
}

static void
test_body_answer (ThawStorageTest *test,
                  gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "");
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (ThawEntry) changed = NULL;
  g_autoptr (ThawEntry) read = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_NOWHERE);
  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);
  listed = thaw_journal_list_newest (test->journal, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpint (thaw_entry_summary_get_body_answer (g_ptr_array_index (listed, 0)), ==, THAW_BODY_ANSWER_NOWHERE);

  thaw_entry_set_sensation (saved, THAW_REGION_FEET, THAW_QUALITY_COLD, 1);
  changed = thaw_journal_save_sync (test->journal, saved, &error);
  g_assert_no_error (error);
  read = thaw_journal_get_entry (test->journal, thaw_entry_get_uuid (saved), &error);
  g_assert_no_error (error);
  g_assert_true (thaw_entry_equal (read, saved));
  g_assert_cmpint (thaw_entry_get_body_answer (read), ==, THAW_BODY_ANSWER_NONE);
}

static void
test_refused (ThawStorageTest *test,
              gconstpointer    data)
{
  static const char *const names[] = { "\xff", " ", "" };
  g_autoptr (ThawEntry) prompt = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "text");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "text");

      thaw_entry_set_coping (entry, names[i], THAW_OUTCOME_NONE);
      g_assert_null (thaw_journal_save_sync (test->journal, entry, &error));
      g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
      g_clear_error (&error);
    }

  thaw_entry_set_prompt (prompt, "\xff");
  g_assert_null (thaw_journal_save_sync (test->journal, prompt, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
}

static void
test_draft (ThawStorageTest *test,
            gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "unfinished");
  g_autoptr (ThawEntry) nowhere = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "unfinished");
  ThawEntry *const entries[] = { entry, nowhere };

  make_jaw (entry);
  thaw_entry_set_prompt (entry, "What now?");
  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_WORSE);
  thaw_entry_set_body_answer (nowhere, THAW_BODY_ANSWER_UNSURE);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (ThawDraft) draft = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      GAsyncResult *slot = NULL;

      thaw_drafts_save_async (test->drafts, THAW_DRAFT_CHECK_IN, entries[i], NULL, thaw_test_store_result_cb, &slot);
      result = thaw_test_await (&slot);
      thaw_drafts_save_finish (test->drafts, result, &error);
      g_assert_no_error (error);
      draft = thaw_drafts_get (test->drafts, THAW_DRAFT_CHECK_IN, &error);
      g_assert_no_error (error);
      g_assert_true (thaw_entry_equal (draft->entry, entries[i]));
    }
}

static gboolean
count_marks (ThawEntry *entry,
             gpointer   user_data,
             GError   **error)
{
  *(guint *) user_data += thaw_entry_get_emotions (entry)->len + thaw_entry_get_tags (entry)->len +
                          thaw_entry_get_sensations (entry)->len + thaw_entry_get_copings (entry)->len;

  return TRUE;
}

/* Of both versions: what is damaged is not brought to the newest any more. */
static void
test_salvage (void)
{
  g_autofree char *v1 = g_test_build_filename (G_TEST_DIST, "fixtures", "storage", "journal-v1.db", NULL);
  g_autofree char *v2 = g_test_build_filename (G_TEST_DIST, "fixtures", "storage", "journal-v2.db", NULL);
  const struct
  {
    const char *path;
    guint n_marks;
    guint n_others;
  } files[] = { { v1, 6, 0 }, { v2, 13, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
      g_autofree char *path = g_build_filename (directory, "journal.db", NULL);
      g_autoptr (GFile) from = g_file_new_for_path (files[i].path);
      g_autoptr (GFile) to = g_file_new_for_path (path);
      g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
      g_autoptr (GError) error = NULL;
      guint n_marks = 0;

      g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      thaw_salvage_entries_sync (path, count_marks, &n_marks, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_marks, ==, files[i].n_marks);
      thaw_salvage_others_sync (path, batch, NULL);
      g_assert_cmpuint (batch->own_words->len + batch->hidden_words->len + batch->own_prompts->len +
                          batch->reflections->len, ==, files[i].n_others);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/storage/marks/" name, ThawStorageTest, NULL, thaw_storage_test_set_up, func, \
              thaw_storage_test_tear_down)
  ADD ("filters", test_filters);
  ADD ("hidden-are-not-found", test_hidden_are_not_found);
  ADD ("words", test_words);
  ADD ("days", test_days);
  ADD ("used-emotions", test_used_emotions);
  ADD ("unknown-rows", test_unknown_rows);
  ADD ("body-answer", test_body_answer);
  ADD ("refused", test_refused);
  ADD ("draft", test_draft);
  g_test_add_func ("/storage/marks/salvage", test_salvage);
#undef ADD

  return g_test_run ();
}
