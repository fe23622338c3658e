/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-journal"

#include "config.h"
#include "thaw-storage-test.h"

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
test_find (ThawStorageTest *test,
           gconstpointer    data)
{
  g_autofree char *first = thaw_storage_test_add (test, "2026-03-27T08:00:00+01:00", "Walked to the café");
  g_autofree char *second = thaw_storage_test_add (test, "2026-03-28T08:00:00+01:00", "Nothing much");
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  GArray *highlights;

  filter->query = g_strdup ("CAFE wal");
  found = thaw_journal_find_sync (test->journal, filter, THAW_JOURNAL_NEWEST, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (thaw_entry_summary_get_uuid (g_ptr_array_index (found, 0)), ==, first);
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (g_ptr_array_index (found, 0)), ==, "Walked to the café");
  highlights = thaw_entry_summary_get_excerpt_highlights (g_ptr_array_index (found, 0));
  g_assert_cmpuint (highlights->len, ==, 2);
  g_assert_cmpuint (g_array_index (highlights, ThawHighlight, 0).start, ==, 0);
  g_assert_cmpuint (g_array_index (highlights, ThawHighlight, 0).length, ==, 6);
  g_assert_cmpuint (g_array_index (highlights, ThawHighlight, 1).start, ==, 14);
  g_assert_cmpuint (g_array_index (highlights, ThawHighlight, 1).length, ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) \
  g_test_add ("/journal/" name, ThawStorageTest, NULL, thaw_storage_test_set_up, func, thaw_storage_test_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("find", test_find);
#undef ADD

  return g_test_run ();
}
