/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-journal"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-marks.h"

#include <math.h>

static ThawEntry *
make_full_entry (void)
{
  ThawEntry *entry = thaw_storage_test_make_entry ("2026-03-28T21:40:12.345-05:00", "Line one\n\nLine “two” 🙂");

  thaw_entry_set_feeling (entry, 7);
  thaw_entry_set_valence (entry, thaw_valence_from_step (1));
  thaw_entry_set_emotion (entry, "sadness", 2);
  thaw_entry_set_emotion (entry, "my own word", 3);
  thaw_entry_set_tag (entry, "Anna", THAW_TAG_PERSON, FALSE);
  thaw_entry_set_tag (entry, "the station", THAW_TAG_PLACE, TRUE);
  thaw_entry_set_tag (entry, "I am late", THAW_TAG_THOUGHT, TRUE);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 3);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
  thaw_entry_set_sensation (entry, THAW_REGION_FEET, THAW_QUALITY_COLD, THAW_SENSATION_NO_STRENGTH);
  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_BETTER);
  thaw_entry_set_coping (entry, "my own way", THAW_OUTCOME_NONE);
  thaw_entry_set_prompt (entry, "What was on the platform?");
  thaw_entry_set_title (entry, "A title");

  return entry;
}

static void
test_round_trip (ThawStorageTest *test,
                 gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = make_full_entry ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (ThawEntry) read = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);
  g_assert_nonnull (thaw_entry_get_uuid (saved));
  g_assert_null (thaw_entry_get_uuid (entry));
  g_assert_true (thaw_entry_equal (entry, saved));

  thaw_storage_test_reopen (test);
  read = thaw_journal_get_entry (test->journal, thaw_entry_get_uuid (saved), &error);
  g_assert_no_error (error);
  g_assert_true (thaw_entry_equal (entry, read));
  g_assert_cmpstr (thaw_entry_get_uuid (read), ==, thaw_entry_get_uuid (saved));
  g_assert_cmpint (thaw_entry_get_created_ms (read), ==, thaw_clock_get_utc_ms (test->clock));
  g_assert_cmpint (thaw_entry_get_modified_ms (read), ==, thaw_clock_get_utc_ms (test->clock));
}

static void
test_nothing_but_one_answer (ThawStorageTest *test,
                             gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  for (int answer = THAW_ANSWER_NOTHING; answer < THAW_N_ANSWERS; answer++)
    {
      g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-28T21:40:00Z", "");
      g_autoptr (ThawEntry) saved = NULL;
      g_autoptr (ThawEntry) read = NULL;

      thaw_entry_set_answer (entry, (ThawAnswer) answer);
      saved = thaw_journal_save_sync (test->journal, entry, &error);
      g_assert_no_error (error);
      read = thaw_journal_get_entry (test->journal, thaw_entry_get_uuid (saved), &error);
      g_assert_no_error (error);
      g_assert_true (thaw_entry_equal (entry, read));
      g_assert_cmpint (thaw_entry_get_feeling (read), ==, THAW_FEELING_UNKNOWN);
      g_assert_true (isnan (thaw_entry_get_valence (read)));
    }
}

/* Zero is an answer, and is not "not asked". */
static void
test_zero_is_not_null (ThawStorageTest *test,
                       gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-28T21:40:00Z", "");
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GError) error = NULL;
  ThawDayMood *day;

  thaw_entry_set_feeling (entry, THAW_FEELING_NUMB);
  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);

  listed = thaw_journal_list_newest (test->journal, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpint (thaw_entry_summary_get_feeling (g_ptr_array_index (listed, 0)), ==, 0);
  g_assert_true (isnan (thaw_entry_summary_get_valence (g_ptr_array_index (listed, 0))));

  days = thaw_journal_load_days_sync (test->journal, THAW_DAY_NONE, THAW_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (days->len, ==, 1);
  day = &g_array_index (days, ThawDayMood, 0);
  g_assert_cmpuint (day->feeling.n, ==, 1);
  g_assert_cmpfloat (day->feeling.mean, ==, 0);
  g_assert_cmpuint (day->valence.n, ==, 0);
  g_assert_true (isnan (day->valence.mean) && isnan (day->valence.min) && isnan (day->valence.max));
}

static void
test_summary (ThawStorageTest *test,
              gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = make_full_entry ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  ThawEntrySummary *summary;

  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);

  listed = thaw_journal_list_newest (test->journal, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  summary = g_ptr_array_index (listed, 0);
  g_assert_cmpstr (thaw_entry_summary_get_uuid (summary), ==, thaw_entry_get_uuid (saved));
  g_assert_true (thaw_moment_equal (thaw_entry_summary_get_moment (summary), thaw_entry_get_moment (entry)));
  g_assert_cmpint (thaw_entry_summary_get_position (summary), ==,
                   thaw_moment_get_position (thaw_entry_get_moment (entry)));
  g_assert_cmpint (thaw_entry_summary_get_feeling (summary), ==, 7);
  g_assert_cmpint (thaw_valence_to_step (thaw_entry_summary_get_valence (summary)), ==, 1);
  g_assert_cmpint (thaw_entry_summary_get_answer (summary), ==, THAW_ANSWER_NAMED);
  g_assert_cmpstr (thaw_entry_summary_get_title (summary), ==, "A title");
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (summary), ==, "Line one Line “two” 🙂");
  g_assert_cmpuint (thaw_entry_summary_get_emotions (summary)->len, ==, 2);
  g_assert_cmpuint (thaw_entry_summary_get_tags (summary)->len, ==, 3);
  g_assert_true (thaw_marks_equal (thaw_entry_summary_get_sensations (summary), thaw_entry_get_sensations (entry),
                                   (GEqualFunc) thaw_sensation_equal));
  g_assert_true (thaw_marks_equal (thaw_entry_summary_get_copings (summary), thaw_entry_get_copings (entry),
                                   (GEqualFunc) thaw_coping_mark_equal));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (thaw_emotion_mark_equal (g_ptr_array_index (thaw_entry_summary_get_emotions (summary), i),
                                              g_ptr_array_index (thaw_entry_get_emotions (entry), i)));
      g_assert_true (thaw_tag_mark_equal (g_ptr_array_index (thaw_entry_summary_get_tags (summary), i),
                                          g_ptr_array_index (thaw_entry_get_tags (entry), i)));
    }
}

static char *
list_all (ThawStorageTest *test)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *listed = thaw_journal_list_newest (test->journal, THAW_JOURNAL_NEWEST, 1000, &error);

  g_assert_no_error (error);

  return thaw_storage_test_join (listed);
}

#define ASSERT_LISTED(test, expected)                  \
  G_STMT_START                                         \
    {                                                  \
      g_autofree char *listed_ = list_all (test);      \
      g_assert_cmpstr (listed_, ==, (expected));       \
    }                                                  \
  G_STMT_END

static void
add (ThawStorageTest *test,
     const char      *iso,
     const char      *text)
{
  g_autofree char *uuid = thaw_storage_test_add (test, iso, text);

  g_assert_nonnull (uuid);
}

/* By the day on the wall, then by the instant: also when the days of two zones overlap. */
static void
test_order (ThawStorageTest *test,
            gconstpointer    data)
{
  g_autofree char *day = NULL;
  g_autoptr (GError) error = NULL;

  add (test, "2026-03-10T08:00:00+01:00", "now");
  add (test, "2025-12-31T23:59:59+01:00", "back-dated");
  /* Flew from Auckland to Honolulu: the same day twice, the instants in between. */
  add (test, "2026-03-09T22:00:00+13:00", "Auckland evening");
  add (test, "2026-03-08T21:00:00-10:00", "Honolulu, the evening before, later");
  add (test, "2026-03-09T07:00:00-10:00", "Honolulu morning");
  add (test, "2026-03-09T01:00:00+13:00", "Auckland night");

  ASSERT_LISTED (test, "now|Honolulu morning|Auckland evening|Auckland night|"
                       "Honolulu, the evening before, later|back-dated");

  day = thaw_storage_test_join (thaw_journal_list_day (test->journal, thaw_day_new (2026, 3, 9), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (day, ==, "Honolulu morning|Auckland evening|Auckland night");
}

static void
test_paging (ThawStorageTest *test,
             gconstpointer    data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gint64 before = THAW_JOURNAL_NEWEST;

  /* All in the same millisecond. */
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      add (test, "2026-03-10T08:00:00.500Z", text);
    }

  while (TRUE)
    {
      g_autoptr (GPtrArray) page = thaw_journal_list_newest (test->journal, before, 3, &error);

      g_assert_no_error (error);
      if (page->len == 0)
        break;

      for (guint i = 0; i < page->len; i++)
        {
          g_string_append (seen, thaw_entry_summary_get_excerpt (g_ptr_array_index (page, i)));
          before = thaw_entry_summary_get_position (g_ptr_array_index (page, i));
        }
    }
  g_assert_cmpstr (seen->str, ==, "9876543210");
}

static void
test_full_millisecond (ThawStorageTest *test,
                       gconstpointer    data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawEntry) one_more = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "one more");
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalImportCounts counts;

  for (int i = 0; i < THAW_MOMENT_POSITIONS_PER_MS; i++)
    g_ptr_array_add (entries, thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "x"));
  thaw_journal_import_sync (test->journal, entries, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_added, ==, THAW_MOMENT_POSITIONS_PER_MS);

  g_assert_null (thaw_journal_save_sync (test->journal, one_more, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
  g_clear_error (&error);

  /* The next millisecond is free. */
  add (test, "2026-03-10T08:00:00.001Z", "next");
  newest = thaw_journal_list_newest (test->journal, THAW_JOURNAL_NEWEST, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (g_ptr_array_index (newest, 0)), ==, "next");
}

static void
test_edit (ThawStorageTest *test,
           gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = make_full_entry ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (ThawEntry) edited = NULL;
  g_autoptr (ThawEntry) read = NULL;
  g_autoptr (GDateTime) later = g_date_time_new_from_iso8601 ("2026-03-30T09:15:00+02:00", NULL);
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GError) error = NULL;
  gint64 created_ms = thaw_clock_get_utc_ms (test->clock);

  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);

  thaw_clock_set_now (test->clock, later);
  thaw_entry_clear_emotions (saved);
  thaw_entry_clear_tags (saved);
  thaw_entry_set_tag (saved, "Anna", THAW_TAG_EVENT, TRUE);
  thaw_entry_set_answer (saved, THAW_ANSWER_UNSURE);
  thaw_entry_set_feeling (saved, THAW_FEELING_UNKNOWN);
  thaw_entry_set_valence (saved, NAN);
  thaw_entry_set_created_ms (saved, 5);
  edited = thaw_journal_save_sync (test->journal, saved, &error);
  g_assert_no_error (error);

  read = thaw_journal_get_entry (test->journal, thaw_entry_get_uuid (saved), &error);
  g_assert_no_error (error);
  g_assert_true (thaw_entry_equal (read, saved));
  g_assert_cmpint (thaw_entry_get_created_ms (read), ==, created_ms);
  g_assert_cmpint (thaw_entry_get_modified_ms (read), ==, thaw_clock_get_utc_ms (test->clock));
  ASSERT_LISTED (test, "Line one Line “two” 🙂");

  /* Tags that nothing has any more are no longer offered. */
  tags = thaw_journal_list_tags (test->journal, NULL, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tags->len, ==, 1);
  g_assert_cmpint (((ThawTagMark *) g_ptr_array_index (tags, 0))->kind, ==, THAW_TAG_EVENT);
}

static void
assert_invalid (ThawStorageTest *test,
                ThawEntry       *entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (thaw_journal_save_sync (test->journal, entry, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
}

static void
test_invalid (ThawStorageTest *test,
              gconstpointer    data)
{
  g_autoptr (ThawEntry) empty = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", " \n ");
  g_autoptr (ThawEntry) not_utf8 = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "caf\xe9");
  g_autoptr (ThawEntry) bad_title = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "x");
  g_autoptr (ThawEntry) no_moment = thaw_entry_new ();
  g_autoptr (ThawEntry) bad_uuid = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "x");
  g_autoptr (ThawEntry) bad_tag = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "x");

  assert_invalid (test, empty);
  assert_invalid (test, not_utf8);
  thaw_entry_set_title (bad_title, "\xff");
  assert_invalid (test, bad_title);
  thaw_entry_set_text (no_moment, "x");
  assert_invalid (test, no_moment);
  thaw_entry_set_uuid (bad_uuid, "1");
  assert_invalid (test, bad_uuid);
  thaw_entry_set_tag (bad_tag, "  ", THAW_TAG_EVENT, FALSE);
  assert_invalid (test, bad_tag);

  ASSERT_LISTED (test, "");
  add (test, "2026-03-10T08:00:00Z", "still works");
  ASSERT_LISTED (test, "still works");
}

static void
count_cb (ThawJournal *journal,
          gpointer     user_data)
{
  (*(guint *) user_data)++;
}

typedef struct
{
  guint n_changed_before;
  guint n_changed;
  gboolean is_done;
} Order;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  Order *order = user_data;

  saved = thaw_journal_save_finish (THAW_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (saved), ==, "as it was");
  order->n_changed_before = order->n_changed;
  order->is_done = TRUE;
}

static void
test_save_async (ThawStorageTest *test,
                 gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "as it was");
  Order order = { 0 };

  g_signal_connect (test->journal, "changed", G_CALLBACK (count_cb), &order.n_changed);
  thaw_journal_save_async (test->journal, entry, NULL, NULL, saved_cb, &order);

  /* What is typed after that is not what was asked to be saved. */
  thaw_entry_set_text (entry, "typed on");
  while (!order.is_done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (order.n_changed_before, ==, 1);
  ASSERT_LISTED (test, "as it was");
}

static void
test_save_cancelled (ThawStorageTest *test,
                     gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "x");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  g_signal_connect (test->journal, "changed", G_CALLBACK (count_cb), &n_changed);
  g_cancellable_cancel (cancellable);
  thaw_journal_save_async (test->journal, entry, NULL, cancellable, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  g_assert_null (thaw_journal_save_finish (test->journal, awaited, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_changed, ==, 0);
  ASSERT_LISTED (test, "");
}

static void
unhide (ThawStorageTest *test,
        const char      *uuid,
        GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;

  thaw_journal_unhide_async (test->journal, uuid, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_journal_unhide_finish (test->journal, awaited, error);
}

static void
test_hide (ThawStorageTest *test,
           gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = make_full_entry ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (ThawEntry) back = NULL;
  g_autoptr (GArray) days = NULL;
  g_auto (GStrv) emotions = NULL;
  g_autoptr (GError) error = NULL;
  const char *uuid;
  guint n_changed = 0;
  ThawDay first, last;

  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);
  uuid = thaw_entry_get_uuid (saved);
  g_signal_connect (test->journal, "changed", G_CALLBACK (count_cb), &n_changed);

  thaw_storage_test_hide (test, uuid);
  g_assert_cmpuint (n_changed, ==, 1);
  ASSERT_LISTED (test, "");
  g_assert_null (thaw_journal_get_entry (test->journal, uuid, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  days = thaw_journal_load_days_sync (test->journal, THAW_DAY_NONE, THAW_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (days->len, ==, 0);
  emotions = thaw_journal_list_emotions (test->journal, &error);
  g_assert_no_error (error);
  g_assert_null (emotions[0]);
  g_assert_true (thaw_journal_get_extent (test->journal, &first, &last, &error));
  g_assert_cmpint (first, ==, THAW_DAY_NONE);
  g_assert_cmpint (last, ==, THAW_DAY_NONE);

  /* A second time, and after a restart. */
  thaw_storage_test_hide (test, uuid);
  thaw_storage_test_reopen (test);
  ASSERT_LISTED (test, "");

  unhide (test, uuid, &error);
  g_assert_no_error (error);
  unhide (test, uuid, &error);
  g_assert_no_error (error);
  back = thaw_journal_get_entry (test->journal, uuid, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_entry_equal (back, entry));

  thaw_database_verify_sync (test->database, NULL, &error);
  g_assert_no_error (error);
}

static void
test_save_brings_back (ThawStorageTest *test,
                       gconstpointer    data)
{
  g_autofree char *uuid = thaw_storage_test_add (test, "2026-03-10T08:00:00Z", "in the editor");
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (test->journal, uuid, NULL);
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;

  thaw_storage_test_hide (test, uuid);
  thaw_entry_set_text (entry, "edited on");
  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);
  thaw_storage_test_purge (test, NULL);
  ASSERT_LISTED (test, "edited on");
  thaw_database_verify_sync (test->database, NULL, &error);
  g_assert_no_error (error);
}

static void
test_days (ThawStorageTest *test,
           gconstpointer    data)
{
  static const double valences[] = { -1, 0.5, 0 };
  g_autoptr (GArray) days = NULL;
  g_autoptr (GArray) moods = NULL;
  g_autoptr (GError) error = NULL;
  ThawDayMood *mood;
  ThawDay first, last;

  add (test, "2026-02-28T23:00:00-08:00", "text alone");
  add (test, "2026-04-01T08:00:00Z", "the month after");
  for (guint i = 0; i < G_N_ELEMENTS (valences); i++)
    {
      g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-15T08:00:00Z", "");
      g_autoptr (ThawEntry) saved = NULL;

      thaw_entry_set_valence (entry, valences[i]);
      if (i < 2)
        thaw_entry_set_feeling (entry, (int) i * 4 + 2);
      saved = thaw_journal_save_sync (test->journal, entry, &error);
      g_assert_no_error (error);
    }

  days = thaw_journal_list_days (test->journal, thaw_day_new (2026, 2, 28), thaw_day_new (2026, 3, 31), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpint (g_array_index (days, ThawDay, 0), ==, thaw_day_new (2026, 2, 28));
  g_assert_cmpint (g_array_index (days, ThawDay, 1), ==, thaw_day_new (2026, 3, 15));

  g_assert_true (thaw_journal_get_extent (test->journal, &first, &last, &error));
  g_assert_cmpint (first, ==, thaw_day_new (2026, 2, 28));
  g_assert_cmpint (last, ==, thaw_day_new (2026, 4, 1));

  moods = thaw_journal_load_days_sync (test->journal, thaw_day_new (2026, 3, 1), THAW_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moods->len, ==, 2);
  mood = &g_array_index (moods, ThawDayMood, 0);
  g_assert_cmpint (mood->day, ==, thaw_day_new (2026, 3, 15));
  g_assert_cmpuint (mood->n_entries, ==, 3);
  g_assert_cmpuint (mood->feeling.n, ==, 2);
  g_assert_cmpfloat_with_epsilon (mood->feeling.mean, 4, 1e-9);
  g_assert_cmpfloat (mood->feeling.min, ==, 2);
  g_assert_cmpfloat (mood->feeling.max, ==, 6);
  g_assert_cmpuint (mood->valence.n, ==, 3);
  g_assert_cmpfloat_with_epsilon (mood->valence.mean, -0.5 / 3, 1e-9);
  g_assert_cmpfloat (mood->valence.min, ==, -1);
  g_assert_cmpfloat (mood->valence.max, ==, 0.5);
  g_assert_cmpuint (g_array_index (moods, ThawDayMood, 1).n_entries, ==, 1);
}

static void
test_tags_and_emotions (ThawStorageTest *test,
                        gconstpointer    data)
{
  static const char *const names[] = { "Ängste", "the office", "Anna", "anna maria" };
  g_auto (GStrv) emotions = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *iso = g_strdup_printf ("2026-03-2%uT09:15:00Z", i);
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (iso, NULL);
      g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry (iso, "");
      g_autoptr (ThawEntry) saved = NULL;

      thaw_clock_set_now (test->clock, now);
      thaw_entry_set_tag (entry, names[i], THAW_TAG_PERSON, TRUE);
      thaw_entry_set_emotion (entry, i % 2 == 0 ? "joy" : "anger", 1);
      saved = thaw_journal_save_sync (test->journal, entry, &error);
      g_assert_no_error (error);
    }

  tags = thaw_journal_list_tags (test->journal, "an", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tags->len, ==, 3);
  g_assert_cmpstr (((ThawTagMark *) g_ptr_array_index (tags, 0))->name, ==, "anna maria");
  g_assert_cmpstr (((ThawTagMark *) g_ptr_array_index (tags, 1))->name, ==, "Anna");
  g_assert_cmpstr (((ThawTagMark *) g_ptr_array_index (tags, 2))->name, ==, "Ängste");
  g_assert_false (((ThawTagMark *) g_ptr_array_index (tags, 0))->is_trigger);
  g_clear_pointer (&tags, g_ptr_array_unref);

  tags = thaw_journal_list_tags (test->journal, "off", 10, &error);
  g_assert_cmpuint (tags->len, ==, 1);
  g_clear_pointer (&tags, g_ptr_array_unref);
  tags = thaw_journal_list_tags (test->journal, "", 2, &error);
  g_assert_cmpuint (tags->len, ==, 2);

  emotions = thaw_journal_list_emotions (test->journal, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (emotions), ==, 2);
  g_assert_cmpstr (emotions[0], ==, "anger");
  g_assert_cmpstr (emotions[1], ==, "joy");
}

static gboolean
append_text (ThawEntry *entry,
             gpointer   user_data,
             GError   **error)
{
  g_string_append_printf (user_data, "%s|", thaw_entry_get_text (entry));

  return TRUE;
}

static gboolean
write_meanwhile (ThawEntry *entry,
                 gpointer   user_data,
                 GError   **error)
{
  ThawStorageTest *test = user_data;

  add (test, "2026-03-20T08:00:00Z", "written meanwhile");

  return TRUE;
}

static gboolean
refuse (ThawEntry *entry,
        gpointer   user_data,
        GError   **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "stop");

  return FALSE;
}

static void
test_for_each (ThawStorageTest *test,
               gconstpointer    data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .query = (char *) "two" };

  add (test, "2026-03-12T08:00:00Z", "three");
  add (test, "2026-03-10T08:00:00Z", "one");
  add (test, "2026-03-11T08:00:00Z", "two");

  thaw_journal_for_each_sync (test->journal, NULL, append_text, seen, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (seen->str, ==, "one|two|three|");

  g_string_truncate (seen, 0);
  thaw_journal_for_each_sync (test->journal, &filter, append_text, seen, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (seen->str, ==, "two|");

  g_assert_false (thaw_journal_for_each_sync (test->journal, NULL, refuse, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (thaw_journal_for_each_sync (test->journal, NULL, append_text, seen, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* It ends, although each entry brings a new one. */
  thaw_journal_for_each_sync (test->journal, NULL, write_meanwhile, test, NULL, &error);
  g_assert_no_error (error);
  ASSERT_LISTED (test, "written meanwhile|written meanwhile|written meanwhile|three|two|one");
}

static GPtrArray *
export_all (ThawStorageTest *test)
{
  g_autoptr (GPtrArray) summaries = thaw_journal_list_newest (test->journal, THAW_JOURNAL_NEWEST, 10000, NULL);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < summaries->len; i++)
    {
      const char *uuid = thaw_entry_summary_get_uuid (g_ptr_array_index (summaries, i));

      g_ptr_array_add (entries, thaw_journal_get_entry (test->journal, uuid, NULL));
    }

  return entries;
}

static void
test_import (ThawStorageTest *test,
             gconstpointer    data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) exported = NULL;
  g_autoptr (ThawEntry) full = make_full_entry ();
  g_autoptr (ThawEntry) read = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalImportCounts counts;
  guint n_changed = 0;

  thaw_entry_set_uuid (full, "0195e4a0-0000-7000-8000-000000000001");
  thaw_entry_set_created_ms (full, 1000);
  thaw_entry_set_modified_ms (full, 2000);
  g_ptr_array_add (entries, g_object_ref (full));
  g_ptr_array_add (entries, thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "no identity"));
  g_signal_connect (test->journal, "changed", G_CALLBACK (count_cb), &n_changed);

  /* First only to see. */
  thaw_journal_import_sync (test->journal, entries, TRUE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_added, ==, 2);
  g_assert_cmpuint (n_changed, ==, 0);
  ASSERT_LISTED (test, "");

  thaw_journal_import_sync (test->journal, entries, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_added, ==, 2);
  g_assert_cmpuint (n_changed, ==, 1);
  read = thaw_journal_get_entry (test->journal, thaw_entry_get_uuid (full), &error);
  g_assert_no_error (error);
  g_assert_true (thaw_entry_equal (read, full));
  g_assert_cmpint (thaw_entry_get_created_ms (read), ==, 1000);
  g_assert_cmpint (thaw_entry_get_modified_ms (read), ==, 2000);
  /* What is passed in stays as it is. */
  g_assert_null (thaw_entry_get_uuid (g_ptr_array_index (entries, 1)));

  /* Once more: nothing new, and nobody is told. */
  exported = export_all (test);
  thaw_journal_import_sync (test->journal, exported, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_skipped, ==, 2);
  g_assert_cmpuint (counts.n_added + counts.n_changed, ==, 0);
  g_assert_cmpuint (n_changed, ==, 1);

  /* The newer one wins, the older one does not. */
  thaw_entry_set_text (full, "newer");
  thaw_entry_set_modified_ms (full, 2001);
  g_ptr_array_set_size (entries, 1);
  thaw_journal_import_sync (test->journal, entries, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_changed, ==, 1);
  thaw_entry_set_text (full, "older");
  thaw_entry_set_modified_ms (full, 1999);
  thaw_journal_import_sync (test->journal, entries, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_skipped, ==, 1);
  ASSERT_LISTED (test, "newer|no identity");

  thaw_database_verify_sync (test->database, NULL, &error);
  g_assert_no_error (error);
}

static void
test_import_all_or_none (ThawStorageTest *test,
                         gconstpointer    data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  add (test, "2026-03-01T08:00:00Z", "was there");
  g_ptr_array_add (entries, thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "good"));
  g_ptr_array_add (entries, thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "  "));
  g_assert_false (thaw_journal_import_sync (test->journal, entries, FALSE, NULL, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Entry 2"));
  g_clear_error (&error);

  ASSERT_LISTED (test, "was there");
  add (test, "2026-03-02T08:00:00Z", "writes on");
  thaw_database_verify_sync (test->database, NULL, &error);
  g_assert_no_error (error);
}

/* Many at once go another way, to the same end. */
static void
test_import_bulk (ThawStorageTest *test,
                  gconstpointer    data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *hidden = thaw_storage_test_add (test, "2026-02-01T08:00:00Z", "hidden needle");
  g_autofree char *changed = thaw_storage_test_add (test, "2026-02-02T08:00:00Z", "old needle");
  g_autoptr (ThawEntry) newer = thaw_journal_get_entry (test->journal, changed, NULL);
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .query = (char *) "needle" };
  ThawJournalImportCounts counts;

  thaw_storage_test_hide (test, hidden);
  for (int i = 0; i < 800; i++)
    {
      g_autofree char *iso = g_strdup_printf ("2026-03-%02dT08:%02d:00Z", i / 50 + 1, i % 50);

      g_ptr_array_add (entries, thaw_storage_test_make_entry (iso, i == 400 ? "the needle" : "hay"));
    }
  thaw_entry_set_text (newer, "new needle");
  thaw_entry_set_modified_ms (newer, thaw_entry_get_modified_ms (newer) + 1);
  g_ptr_array_add (entries, g_object_ref (newer));

  thaw_journal_import_sync (test->journal, entries, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_added, ==, 800);
  g_assert_cmpuint (counts.n_changed, ==, 1);
  found = thaw_journal_find_sync (test->journal, &filter, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (g_ptr_array_index (found, 0)), ==, "the needle");
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (g_ptr_array_index (found, 1)), ==, "new needle");

  thaw_database_verify_sync (test->database, NULL, &error);
  g_assert_no_error (error);
}

static void
test_closed (ThawStorageTest *test,
             gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "x");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  thaw_database_close (test->database);
  thaw_database_close (test->database);

  g_assert_null (thaw_journal_list_newest (test->journal, THAW_JOURNAL_NEWEST, 1, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (thaw_journal_find_sync (test->journal, NULL, THAW_JOURNAL_NEWEST, 1, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (thaw_journal_save_sync (test->journal, entry, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_clear_error (&error);

  thaw_journal_save_async (test->journal, entry, NULL, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  g_assert_null (thaw_journal_save_finish (test->journal, awaited, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/journal/" name, ThawStorageTest, NULL, thaw_storage_test_set_up, func, thaw_storage_test_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("nothing-but-one-answer", test_nothing_but_one_answer);
  ADD ("zero-is-not-null", test_zero_is_not_null);
  ADD ("summary", test_summary);
  ADD ("order", test_order);
  ADD ("paging", test_paging);
  ADD ("full-millisecond", test_full_millisecond);
  ADD ("edit", test_edit);
  ADD ("invalid", test_invalid);
  ADD ("save-async", test_save_async);
  ADD ("save-cancelled", test_save_cancelled);
  ADD ("hide", test_hide);
  ADD ("save-brings-back", test_save_brings_back);
  ADD ("days", test_days);
  ADD ("tags-and-emotions", test_tags_and_emotions);
  ADD ("for-each", test_for_each);
  ADD ("import", test_import);
  ADD ("import-all-or-none", test_import_all_or_none);
  ADD ("import-bulk", test_import_bulk);
  ADD ("closed", test_closed);
#undef ADD

  return g_test_run ();
}
