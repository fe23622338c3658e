/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <math.h>

#include "thaw-mood-words.h"

static void
assert_value (ThawMoodScale scale,
              double        value,
              const char   *expected)
{
  g_autofree char *actual = thaw_mood_scale_format_value (scale, value);

  g_assert_cmpstr (actual, ==, expected);
}

static void
test_values (void)
{
  assert_value (THAW_MOOD_FEELING, 0.0, "numb (0 of 10)");
  assert_value (THAW_MOOD_FEELING, 4.26, "a little (4.3 of 10)");
  assert_value (THAW_MOOD_FEELING, 9.99, "vividly (10 of 10)");
  assert_value (THAW_MOOD_VALENCE, -1.0, "very unpleasant (−1)");
  assert_value (THAW_MOOD_VALENCE, -0.04, "neutral (0)");
  assert_value (THAW_MOOD_VALENCE, 1.0 / 3.0, "slightly pleasant (+0.3)");
  assert_value (THAW_MOOD_VALENCE, NAN, "no answer");
}

static void
test_ranges (void)
{
  g_autofree char *feeling = thaw_mood_scale_format_range (THAW_MOOD_FEELING, 2.0, 6.0);
  g_autofree char *valence = thaw_mood_scale_format_range (THAW_MOOD_VALENCE, -2.0 / 3.0, 2.0 / 3.0);

  g_assert_cmpstr (feeling, ==, "from 2 to 6");
  g_assert_cmpstr (valence, ==, "from unpleasant to pleasant");
  g_assert_null (thaw_mood_scale_format_range (THAW_MOOD_FEELING, 3.0, 3.0));
}

static void
test_day (void)
{
  ThawDayMood mood = {
    .day = thaw_day_from_iso ("2026-11-03"),
    .feeling = { 4.3, 2.0, 6.0, 3 },
    .valence = { NAN, NAN, NAN, 0 },
    .n_entries = 3,
  };
  g_autofree char *several = thaw_day_mood_describe (&mood);
  g_autofree char *single = NULL;

  g_assert_cmpstr (several, ==,
                   "Tuesday 3 November 2026. How much I could feel: a little (4.3 of 10), from 2 to 6. "
                   "How pleasant it was: no answer. 3 entries.");

  mood.n_entries = 1;
  mood.feeling = (ThawDayScale) { 2.0, 2.0, 2.0, 1 };
  mood.valence = (ThawDayScale) { 0.0, 0.0, 0.0, 1 };
  single = thaw_day_mood_describe (&mood);
  g_assert_cmpstr (single, ==,
                   "Tuesday 3 November 2026. How much I could feel: barely (2 of 10). "
                   "How pleasant it was: neutral (0). 1 entry.");
}

static void
test_day_with_sessions (void)
{
  ThawDayMood mood = {
    .day = thaw_day_from_iso ("2026-11-03"),
    .feeling = { 2.0, 2.0, 2.0, 1 },
    .valence = { 0.0, 0.0, 0.0, 1 },
    .n_entries = 1,
    .n_sessions = 2,
  };
  g_autofree char *both = thaw_day_mood_describe (&mood);
  g_autofree char *sessions = NULL;

  g_assert_cmpstr (both, ==,
                   "Tuesday 3 November 2026. How much I could feel: barely (2 of 10). "
                   "How pleasant it was: neutral (0). 1 entry, 2 practices.");

  /* Of a day on which nothing was asked it is not said that there was no answer. */
  mood = (ThawDayMood) { mood.day, { NAN, NAN, NAN, 0 }, { NAN, NAN, NAN, 0 }, 0, 1 };
  sessions = thaw_day_mood_describe (&mood);
  g_assert_cmpstr (sessions, ==, "Tuesday 3 November 2026. 1 practice.");
}

static void
test_series (void)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
  ThawDay first = thaw_day_from_iso ("2026-11-01");
  ThawDayMood low = { first, { 2.0, 2.0, 2.0, 1 }, { NAN, NAN, NAN, 0 }, 1, 0 };
  ThawDayMood high = { first + 1, { 7.0, 7.0, 7.0, 1 }, { NAN, NAN, NAN, 0 }, 1, 0 };
  g_autoptr (ThawMoodSeries) empty = thaw_mood_series_new (days, first, first + 29);
  g_autoptr (ThawMoodSeries) series = NULL;
  g_autofree char *about_empty = thaw_mood_series_describe (empty, "November 2026");
  g_autofree char *about_two = NULL;

  g_assert_cmpstr (about_empty, ==, "November 2026: nothing was written in this time.");

  g_array_append_val (days, low);
  g_array_append_val (days, high);
  series = thaw_mood_series_new (days, first, first + 29);
  about_two = thaw_mood_series_describe (series, "November 2026");
  g_assert_cmpstr (about_two, ==,
                   "November 2026: 2 days with entries. How much I could feel: on average somewhat (4.5 of 10), lowest "
                   "on 1 Nov 2026 with barely (2 of 10), highest on 2 Nov 2026 with clearly (7 of 10).");
}

static void
test_series_with_sessions (void)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
  ThawDay first = thaw_day_from_iso ("2026-11-01");
  ThawDayMood done = { first, { NAN, NAN, NAN, 0 }, { NAN, NAN, NAN, 0 }, 0, 3 };
  ThawDayMood both = { first + 1, { 7.0, 7.0, 7.0, 1 }, { NAN, NAN, NAN, 0 }, 1, 1 };
  g_autoptr (ThawMoodSeries) one = NULL;
  g_autoptr (ThawMoodSeries) two = NULL;
  g_autofree char *about_one = NULL;
  g_autofree char *about_two = NULL;

  g_array_append_val (days, done);
  one = thaw_mood_series_new (days, first, first + 29);
  about_one = thaw_mood_series_describe (one, "November 2026");
  g_assert_cmpstr (about_one, ==,
                   "November 2026: nothing was written in this time. Something was practised or done on 1 day.");

  g_array_append_val (days, both);
  two = thaw_mood_series_new (days, first, first + 29);
  about_two = thaw_mood_series_describe (two, "November 2026");
  g_assert_cmpstr (about_two, ==,
                   "November 2026: 1 day with entries. How much I could feel: clearly (7 of 10). "
                   "Something was practised or done on 2 days.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/mood-words/values", test_values);
  g_test_add_func ("/core/mood-words/ranges", test_ranges);
  g_test_add_func ("/core/mood-words/day", test_day);
  g_test_add_func ("/core/mood-words/day-with-sessions", test_day_with_sessions);
  g_test_add_func ("/core/mood-words/series", test_series);
  g_test_add_func ("/core/mood-words/series-with-sessions", test_series_with_sessions);

  return g_test_run ();
}
