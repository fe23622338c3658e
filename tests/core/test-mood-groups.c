/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <math.h>

#include "thaw-mood-groups.h"

#define MONDAY 1

static GArray *
make_days (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
}

static void
add_day (GArray     *days,
         const char *iso,
         double      mean,
         double      min,
         double      max,
         guint       n_entries)
{
  ThawDayMood mood = {
    .day = thaw_day_from_iso (iso),
    .feeling = { mean, min, max, isnan (mean) ? 0 : n_entries },
    .valence = { NAN, NAN, NAN, 0 },
    .n_entries = n_entries,
  };

  g_array_append_val (days, mood);
}

static void
add_session_day (GArray     *days,
                 const char *iso,
                 guint       n_sessions)
{
  add_day (days, iso, NAN, NAN, NAN, 0);
  g_array_index (days, ThawDayMood, days->len - 1).n_sessions = n_sessions;
}

static void
assert_group (GArray           *groups,
              guint             index,
              ThawMoodGrouping  grouping,
              const char       *title,
              guint             n_days,
              guint             n_entries)
{
  const ThawMoodGroup *group = &g_array_index (groups, ThawMoodGroup, index);
  g_autofree char *actual = thaw_mood_group_dup_title (group, grouping);

  g_assert_cmpstr (actual, ==, title);
  g_assert_cmpuint (group->n_days, ==, n_days);
  g_assert_cmpuint (group->n_entries, ==, n_entries);
}

static ThawMoodSeries *
make_series (void)
{
  g_autoptr (GArray) days = make_days ();

  add_day (days, "2025-12-31", 2.0, 1.0, 3.0, 2);
  add_day (days, "2026-01-01", 4.0, 4.0, 4.0, 10);
  add_day (days, "2026-01-04", NAN, NAN, NAN, 1);
  add_day (days, "2026-03-10", 8.0, 0.0, 10.0, 3);

  return thaw_mood_series_new (days, thaw_day_from_iso ("2025-12-01"), thaw_day_from_iso ("2026-12-31"));
}

static void
test_by_day (void)
{
  g_autoptr (ThawMoodSeries) series = make_series ();
  g_autoptr (GArray) groups = thaw_mood_series_group (series, THAW_MOOD_BY_DAY, MONDAY);

  g_assert_cmpuint (groups->len, ==, 4);
  assert_group (groups, 0, THAW_MOOD_BY_DAY, "Wednesday 31 December 2025", 1, 2);
}

static void
test_by_week (void)
{
  g_autoptr (ThawMoodSeries) series = make_series ();
  g_autoptr (GArray) groups = thaw_mood_series_group (series, THAW_MOOD_BY_WEEK, MONDAY);
  const ThawDayScale *feeling;

  g_assert_cmpuint (groups->len, ==, 2);
  assert_group (groups, 0, THAW_MOOD_BY_WEEK, "29 December 2025 – 4 January 2026", 3, 13);
  assert_group (groups, 1, THAW_MOOD_BY_WEEK, "9 – 15 March 2026", 1, 3);

  /* A day counts once, however many entries it has, and not at all without an answer. */
  feeling = &g_array_index (groups, ThawMoodGroup, 0).scales[THAW_MOOD_FEELING];
  g_assert_cmpuint (feeling->n, ==, 2);
  g_assert_cmpfloat_with_epsilon (feeling->mean, 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (feeling->min, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (feeling->max, 4.0, 1e-9);

  g_assert_cmpuint (g_array_index (groups, ThawMoodGroup, 0).scales[THAW_MOOD_VALENCE].n, ==, 0);
  g_assert_true (isnan (g_array_index (groups, ThawMoodGroup, 0).scales[THAW_MOOD_VALENCE].mean));
}

static void
test_by_month_and_year (void)
{
  g_autoptr (ThawMoodSeries) series = make_series ();
  g_autoptr (GArray) months = thaw_mood_series_group (series, THAW_MOOD_BY_MONTH, MONDAY);
  g_autoptr (GArray) years = thaw_mood_series_group (series, THAW_MOOD_BY_YEAR, MONDAY);

  g_assert_cmpuint (months->len, ==, 3);
  assert_group (months, 0, THAW_MOOD_BY_MONTH, "December 2025", 1, 2);
  assert_group (months, 1, THAW_MOOD_BY_MONTH, "January 2026", 2, 11);
  assert_group (months, 2, THAW_MOOD_BY_MONTH, "March 2026", 1, 3);

  g_assert_cmpuint (years->len, ==, 2);
  assert_group (years, 0, THAW_MOOD_BY_YEAR, "2025", 1, 2);
  assert_group (years, 1, THAW_MOOD_BY_YEAR, "2026", 3, 14);
}

/* What was done is counted also where nothing was written, which is then no day with an entry. */
static void
test_sessions (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = NULL;
  g_autoptr (GArray) weeks = NULL;
  const ThawMoodGroup *group;

  add_day (days, "2026-01-05", 4.0, 4.0, 4.0, 1);
  add_session_day (days, "2026-01-06", 2);
  add_session_day (days, "2026-01-11", 1);
  add_session_day (days, "2026-03-10", 1);
  series = thaw_mood_series_new (days, thaw_day_from_iso ("2025-12-01"), thaw_day_from_iso ("2026-12-31"));
  weeks = thaw_mood_series_group (series, THAW_MOOD_BY_WEEK, MONDAY);

  g_assert_cmpuint (weeks->len, ==, 2);
  assert_group (weeks, 0, THAW_MOOD_BY_WEEK, "5 – 11 January 2026", 1, 1);
  assert_group (weeks, 1, THAW_MOOD_BY_WEEK, "9 – 15 March 2026", 0, 0);
  group = &g_array_index (weeks, ThawMoodGroup, 0);
  g_assert_cmpuint (group->n_sessions, ==, 3);
  g_assert_cmpuint (group->scales[THAW_MOOD_FEELING].n, ==, 1);
  g_assert_cmpfloat_with_epsilon (group->scales[THAW_MOOD_FEELING].mean, 4.0, 1e-9);
  g_assert_cmpuint (g_array_index (weeks, ThawMoodGroup, 1).n_sessions, ==, 1);
}

/* Whatever the range, the table of a person who writes every day stays short. */
static void
test_stays_small (void)
{
  g_autoptr (GArray) days = make_days ();
  ThawDay last = thaw_day_from_iso ("2026-11-23");

  for (ThawDay day = last - 7305; day <= last; day++)
    {
      ThawDayMood mood = { day, { 5.0, 5.0, 5.0, 1 }, { 0.0, 0.0, 0.0, 1 }, 1, 0 };

      g_array_append_val (days, mood);
    }

  for (int range = 0; range < THAW_N_PERIOD_RANGES; range++)
    {
      for (int years = 0; years <= 20; years++)
        {
          ThawPeriodBounds bounds = { last - years * 365, last };
          ThawPeriod period = thaw_period_new ((ThawPeriodRange) range, last, MONDAY, &bounds);
          g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, period.first, period.last);
          g_autoptr (GArray) groups = thaw_mood_series_group (series, thaw_mood_grouping_for_period (&period), MONDAY);

          g_assert_cmpuint (groups->len, >, 0);
          g_assert_cmpuint (groups->len, <=, 37);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/mood-groups/by-day", test_by_day);
  g_test_add_func ("/core/mood-groups/by-week", test_by_week);
  g_test_add_func ("/core/mood-groups/by-month-and-year", test_by_month_and_year);
  g_test_add_func ("/core/mood-groups/sessions", test_sessions);
  g_test_add_func ("/core/mood-groups/stays-small", test_stays_small);

  return g_test_run ();
}
