/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <math.h>

#include "thaw-mood-sessions.h"

#define START        ((ThawDay) 730000)
#define TWENTY_YEARS 7305

static GArray *
make_days (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
}

static GArray *
make_counts (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ThawDayCount));
}

static void
add_day (GArray *days,
         ThawDay day,
         double  feeling)
{
  ThawDayMood mood = { day, { feeling, feeling, feeling, 1 }, { NAN, NAN, NAN, 0 }, 1, 0 };

  g_array_append_val (days, mood);
}

static void
add_count (GArray *counts,
           ThawDay day,
           guint   n)
{
  ThawDayCount count = { day, n };

  g_array_append_val (counts, count);
}

static void
assert_day (GArray *days,
            guint   index,
            ThawDay day,
            guint   n_entries,
            guint   n_sessions)
{
  const ThawDayMood *mood = &g_array_index (days, ThawDayMood, index);

  g_assert_cmpint (mood->day, ==, day);
  g_assert_cmpuint (mood->n_entries, ==, n_entries);
  g_assert_cmpuint (mood->feeling.n, ==, n_entries);
  g_assert_cmpuint (mood->n_sessions, ==, n_sessions);
}

static void
test_add (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (GArray) counts = make_counts ();
  g_autoptr (GArray) nothing = thaw_day_moods_add_sessions (days, counts);
  g_autoptr (GArray) sessions = NULL;
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GArray) both = NULL;

  g_assert_cmpuint (nothing->len, ==, 0);

  add_count (counts, START, 1);
  add_count (counts, START + 2, 3);
  add_count (counts, START + 4, 2);
  sessions = thaw_day_moods_add_sessions (days, counts);
  g_assert_cmpuint (sessions->len, ==, 3);
  assert_day (sessions, 0, START, 0, 1);
  assert_day (sessions, 2, START + 4, 0, 2);

  add_day (days, START + 1, 4.0);
  add_day (days, START + 2, 5.0);
  add_day (days, START + 6, 6.0);
  add_day (days, START + 7, 7.0);
  both = thaw_day_moods_add_sessions (days, counts);
  g_assert_cmpuint (both->len, ==, 6);
  assert_day (both, 0, START, 0, 1);
  assert_day (both, 1, START + 1, 1, 0);
  assert_day (both, 2, START + 2, 1, 3);
  assert_day (both, 3, START + 4, 0, 2);
  assert_day (both, 4, START + 6, 1, 0);
  assert_day (both, 5, START + 7, 1, 0);

  g_array_set_size (counts, 0);
  entries = thaw_day_moods_add_sessions (days, counts);
  g_assert_cmpuint (entries->len, ==, 4);
  assert_day (entries, 3, START + 7, 1, 0);
}

static void
assert_same_column (const ThawMoodColumn *actual,
                    const ThawMoodColumn *expected)
{
  g_assert_cmpint (actual->first_day, ==, expected->first_day);
  g_assert_cmpint (actual->last_day, ==, expected->last_day);
  g_assert_cmpint (actual->n_days, ==, expected->n_days);
  g_assert_cmpint (actual->is_joined, ==, expected->is_joined);
  g_assert_cmpfloat_with_epsilon (actual->mean, expected->mean, 1e-9);
  g_assert_cmpfloat_with_epsilon (actual->min, expected->min, 1e-9);
  g_assert_cmpfloat_with_epsilon (actual->max, expected->max, 1e-9);
}

/* What was done changes nothing of what was felt: not the line, nor its gaps, nor the mean of seven days. */
static void
test_moods_stay (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (GArray) counts = make_counts ();
  g_autoptr (GArray) all = NULL;
  g_autoptr (ThawMoodSeries) without = NULL;
  g_autoptr (ThawMoodSeries) with = NULL;

  for (int i = 0; i < 400; i++)
    {
      if (g_test_rand_double () < 0.6)
        add_day (days, START + i, g_test_rand_double_range (0.0, 10.0));
      if (g_test_rand_double () < 0.5)
        add_count (counts, START + i, (guint) g_test_rand_int_range (1, 4));
    }

  all = thaw_day_moods_add_sessions (days, counts);
  without = thaw_mood_series_new (days, START, START + 399);
  with = thaw_mood_series_new (all, START, START + 399);

  for (guint n_columns = 1; n_columns < 1000; n_columns += 99)
    {
      g_autoptr (GArray) expected = thaw_mood_series_reduce (without, THAW_MOOD_FEELING, START, START + 399, n_columns);
      g_autoptr (GArray) actual = thaw_mood_series_reduce (with, THAW_MOOD_FEELING, START, START + 399, n_columns);

      g_assert_cmpuint (actual->len, ==, expected->len);
      for (guint i = 0; i < actual->len; i++)
        assert_same_column (&g_array_index (actual, ThawMoodColumn, i), &g_array_index (expected, ThawMoodColumn, i));
    }

  for (int i = 0; i < 400; i++)
    {
      double expected = thaw_mood_series_get_rolling (without, THAW_MOOD_FEELING, START + i);
      double actual = thaw_mood_series_get_rolling (with, THAW_MOOD_FEELING, START + i);

      g_assert_true (isnan (expected) ? isnan (actual) : expected == actual);
    }
  g_assert_cmpuint (thaw_mood_series_get_n_entries (with), ==, thaw_mood_series_get_n_entries (without));
}

static void
assert_columns (ThawMoodSeries *series,
                ThawDay         first,
                ThawDay         last,
                guint           n_columns,
                const char     *expected)
{
  g_autoptr (GArray) columns = thaw_mood_series_count_sessions (series, first, last, n_columns);
  g_autoptr (GString) actual = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (actual, "%u ", g_array_index (columns, guint, i));
  g_assert_cmpstr (actual->str, ==, expected);
}

static void
test_columns (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (GArray) counts = make_counts ();
  g_autoptr (GArray) all = NULL;
  g_autoptr (ThawMoodSeries) series = NULL;

  add_day (days, START + 1, 4.0);
  add_count (counts, START, 1);
  add_count (counts, START + 2, 3);
  add_count (counts, START + 5, 2);
  all = thaw_day_moods_add_sessions (days, counts);
  series = thaw_mood_series_new (all, START, START + 5);

  g_assert_cmpuint (thaw_mood_series_get_n_sessions (series), ==, 6);
  assert_columns (series, START, START + 5, 6, "1 0 3 0 0 2 ");
  assert_columns (series, START, START + 5, 3, "1 3 2 ");
  assert_columns (series, START, START + 5, 1, "6 ");
  /* The axis may reach further than the series, or not as far. */
  assert_columns (series, START, START + 8, 3, "4 2 0 ");
  assert_columns (series, START + 1, START + 2, 2, "0 3 ");
}

/* However many days share a column, none is left out and none counted twice. */
static void
test_sum (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (GArray) counts = make_counts ();
  g_autoptr (GArray) all = NULL;
  g_autoptr (ThawMoodSeries) series = NULL;

  for (int i = 0; i < TWENTY_YEARS; i++)
    {
      if (g_test_rand_double () < 0.5)
        add_count (counts, START + i, (guint) g_test_rand_int_range (1, 4));
    }
  all = thaw_day_moods_add_sessions (days, counts);
  series = thaw_mood_series_new (all, START, START + TWENTY_YEARS - 1);

  for (guint n_columns = 1; n_columns <= TWENTY_YEARS; n_columns += 97)
    {
      g_autoptr (GArray) columns = thaw_mood_series_count_sessions (series, START, START + TWENTY_YEARS - 1, n_columns);
      guint sum = 0;

      g_assert_cmpuint (columns->len, ==, n_columns);
      for (guint i = 0; i < columns->len; i++)
        sum += g_array_index (columns, guint, i);
      g_assert_cmpuint (sum, ==, thaw_mood_series_get_n_sessions (series));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/mood-sessions/add", test_add);
  g_test_add_func ("/core/mood-sessions/moods-stay", test_moods_stay);
  g_test_add_func ("/core/mood-sessions/columns", test_columns);
  g_test_add_func ("/core/mood-sessions/sum", test_sum);

  return g_test_run ();
}
