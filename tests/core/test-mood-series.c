/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <math.h>

#include "thaw-mood-series.h"

#define START        ((ThawDay) 730000)
#define TWENTY_YEARS 7305

static ThawDayScale
make_scale (double mean,
            double min,
            double max)
{
  return (ThawDayScale) { mean, min, max, isnan (mean) ? 0 : 2 };
}

static void
add_day (GArray *days,
         ThawDay day,
         double  feeling,
         double  valence)
{
  ThawDayMood mood = {
    .day = day,
    .feeling = make_scale (feeling, MAX (feeling - 1.0, 0.0), MIN (feeling + 1.0, 10.0)),
    .valence = make_scale (valence, valence, valence),
    .n_entries = 2,
  };

  g_array_append_val (days, mood);
}

static GArray *
make_days (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
}

/* Some days of a stretch, each with or without either answer. */
static GArray *
make_random_days (ThawDay first,
                  int     n_days,
                  double  density)
{
  GArray *days = make_days ();

  for (int i = 0; i < n_days; i++)
    {
      if (g_test_rand_double () < density)
        add_day (days,
                 first + i,
                 g_test_rand_double () < 0.1 ? NAN : g_test_rand_double_range (0.0, 10.0),
                 g_test_rand_double () < 0.3 ? NAN : g_test_rand_double_range (-1.0, 1.0));
    }

  return days;
}

#define COLUMN(columns, i) g_array_index (columns, ThawMoodColumn, i)

static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

static void
test_empty (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, START, START + 30);
  g_autoptr (GArray) columns = thaw_mood_series_reduce (series, THAW_MOOD_FEELING, START, START + 30, 100);
  g_autoptr (GArray) rolling = thaw_mood_series_reduce_rolling (series, THAW_MOOD_FEELING, START, START + 30, 100);
  ThawMoodExtremes extremes;
  guint n_days;

  thaw_mood_series_get_days (series, &n_days);
  g_assert_cmpuint (n_days, ==, 0);
  g_assert_cmpuint (columns->len, ==, 0);
  g_assert_cmpuint (rolling->len, ==, 0);
  g_assert_cmpuint (thaw_mood_series_get_n_entries (series), ==, 0);
  g_assert_null (thaw_mood_series_get_day (series, START));
  g_assert_null (thaw_mood_series_find_nearest (series, START));
  g_assert_null (thaw_mood_series_find_before (series, START));
  g_assert_null (thaw_mood_series_find_after (series, START));
  g_assert_true (isnan (thaw_mood_series_get_rolling (series, THAW_MOOD_VALENCE, START)));

  thaw_mood_series_get_extremes (series, THAW_MOOD_FEELING, &extremes);
  g_assert_cmpint (extremes.n_days, ==, 0);
  g_assert_true (isnan (extremes.mean));
  g_assert_cmpint (extremes.lowest, ==, THAW_DAY_NONE);
}

static void
test_one_day (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = NULL;
  g_autoptr (GArray) columns = NULL;
  ThawMoodExtremes extremes;

  add_day (days, START, 4.0, NAN);
  series = thaw_mood_series_new (days, START, START);

  columns = thaw_mood_series_reduce (series, THAW_MOOD_FEELING, START, START, 1000);
  g_assert_cmpuint (columns->len, ==, 1);
  g_assert_cmpint (COLUMN (columns, 0).first_day, ==, START);
  assert_near (COLUMN (columns, 0).mean, 4.0);
  assert_near (COLUMN (columns, 0).min, 3.0);
  assert_near (COLUMN (columns, 0).max, 5.0);
  g_assert_false (COLUMN (columns, 0).is_joined);
  g_clear_pointer (&columns, g_array_unref);

  /* "Can't tell" is no zero. */
  columns = thaw_mood_series_reduce (series, THAW_MOOD_VALENCE, START, START, 1000);
  g_assert_cmpuint (columns->len, ==, 0);

  g_assert_true (isnan (thaw_mood_series_get_rolling (series, THAW_MOOD_FEELING, START)));

  thaw_mood_series_get_extremes (series, THAW_MOOD_FEELING, &extremes);
  g_assert_cmpint (extremes.n_days, ==, 1);
  g_assert_cmpint (extremes.lowest, ==, START);
  g_assert_cmpint (extremes.highest, ==, START);
}

static void
test_outside (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = NULL;
  guint n_days;

  for (int i = 0; i < 10; i++)
    add_day (days, START + i, i, 0.0);
  series = thaw_mood_series_new (days, START + 3, START + 5);

  g_assert_cmpint (thaw_mood_series_get_days (series, &n_days)[0].day, ==, START + 3);
  g_assert_cmpuint (n_days, ==, 3);
  g_assert_null (thaw_mood_series_get_day (series, START + 2));
  g_assert_null (thaw_mood_series_get_day (series, START + 6));
}

static void
test_gaps (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = NULL;
  g_autoptr (GArray) columns = NULL;

  add_day (days, START, 1.0, NAN);
  add_day (days, START + 1, 2.0, NAN);
  add_day (days, START + 2, NAN, NAN);
  add_day (days, START + 3, 3.0, NAN);
  add_day (days, START + 6, 4.0, NAN);
  series = thaw_mood_series_new (days, START, START + 6);

  columns = thaw_mood_series_reduce (series, THAW_MOOD_FEELING, START, START + 6, 700);
  g_assert_cmpuint (columns->len, ==, 4);
  g_assert_true (COLUMN (columns, 1).is_joined);
  g_assert_false (COLUMN (columns, 2).is_joined);
  g_assert_false (COLUMN (columns, 3).is_joined);
}

static void
test_rolling (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = NULL;
  const ThawDay first = START + 6;

  /* Two of them are before the series and only count for the mean. */
  add_day (days, START, 1.0, NAN);
  add_day (days, START + 5, 2.0, NAN);
  add_day (days, first, 6.0, NAN);
  add_day (days, first + 2, 8.0, NAN);
  series = thaw_mood_series_new (days, first, first + 20);

  assert_near (thaw_mood_series_get_rolling (series, THAW_MOOD_FEELING, first), (1.0 + 2.0 + 6.0) / 3.0);
  /* The day itself is missing, and the first one is seven days ago. */
  g_assert_true (isnan (thaw_mood_series_get_rolling (series, THAW_MOOD_FEELING, first + 1)));
  assert_near (thaw_mood_series_get_rolling (series, THAW_MOOD_FEELING, first + 2), (2.0 + 6.0 + 8.0) / 3.0);
  assert_near (thaw_mood_series_get_rolling (series, THAW_MOOD_FEELING, first + 5), (2.0 + 6.0 + 8.0) / 3.0);
  g_assert_true (isnan (thaw_mood_series_get_rolling (series, THAW_MOOD_FEELING, first + 6)));
  g_assert_true (isnan (thaw_mood_series_get_rolling (series, THAW_MOOD_FEELING, START + 5)));
  g_assert_true (isnan (thaw_mood_series_get_rolling (series, THAW_MOOD_VALENCE, first)));
}

/* The quick way agrees with the definition, word by word. */
static void
test_rolling_by_definition (void)
{
  for (int round = 0; round < 50; round++)
    {
      g_autoptr (GArray) days = make_random_days (START, 120, g_test_rand_double ());
      ThawDay first = START + 20;
      ThawDay last = START + 100;
      g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, first, last);

      for (ThawDay day = first; day <= last; day++)
        {
          double sum = 0.0;
          int n = 0;

          for (guint i = 0; i < days->len; i++)
            {
              const ThawDayMood *mood = &g_array_index (days, ThawDayMood, i);

              if (mood->day > day - 7 && mood->day <= day && mood->valence.n > 0)
                {
                  sum += mood->valence.mean;
                  n++;
                }
            }

          if (n < 3)
            g_assert_true (isnan (thaw_mood_series_get_rolling (series, THAW_MOOD_VALENCE, day)));
          else
            assert_near (thaw_mood_series_get_rolling (series, THAW_MOOD_VALENCE, day), sum / n);
        }
    }
}

static void
test_not_a_number (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = NULL;
  g_autoptr (GArray) columns = NULL;
  ThawDayMood mood = { START, { 5.0, NAN, INFINITY, 3 }, { INFINITY, -1.0, 1.0, 3 }, 3 };

  g_array_append_val (days, mood);
  series = thaw_mood_series_new (days, START, START);

  columns = thaw_mood_series_reduce (series, THAW_MOOD_FEELING, START, START, 10);
  g_assert_cmpuint (columns->len, ==, 1);
  assert_near (COLUMN (columns, 0).min, 5.0);
  assert_near (COLUMN (columns, 0).max, 5.0);
  g_clear_pointer (&columns, g_array_unref);

  columns = thaw_mood_series_reduce (series, THAW_MOOD_VALENCE, START, START, 10);
  g_assert_cmpuint (columns->len, ==, 0);
  g_assert_cmpuint (thaw_mood_series_get_day (series, START)->valence.n, ==, 0);
}

/* What comes out of a reduction was in the days that went in, and nothing is lost. */
static void
test_reduction (void)
{
  for (int round = 0; round < 200; round++)
    {
      int n_days = g_test_rand_int_range (1, 3000);
      guint n_columns = (guint) g_test_rand_int_range (1, 1200);
      ThawDay last = START + n_days - 1;
      g_autoptr (GArray) days = make_random_days (START, n_days, g_test_rand_double ());
      g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, START, last);
      g_autoptr (GArray) columns = thaw_mood_series_reduce (series, THAW_MOOD_FEELING, START, last, n_columns);
      guint next = 0;

      g_assert_cmpuint (columns->len, <=, n_columns);

      for (guint i = 0; i < columns->len; i++)
        {
          ThawMoodColumn *column = &COLUMN (columns, i);
          double min = INFINITY, max = -INFINITY, sum = 0.0;
          int n = 0;

          while (next < days->len && g_array_index (days, ThawDayMood, next).day <= column->last_day)
            {
              ThawDayMood *mood = &g_array_index (days, ThawDayMood, next++);

              if (mood->feeling.n == 0)
                continue;

              g_assert_cmpint (mood->day, >=, column->first_day);
              min = MIN (min, mood->feeling.min);
              max = MAX (max, mood->feeling.max);
              sum += mood->feeling.mean;
              n++;
            }

          g_assert_cmpint (n, ==, column->n_days);
          assert_near (column->min, min);
          assert_near (column->max, max);
          assert_near (column->mean, sum / n);
          if (n_columns >= (guint) n_days)
            g_assert_cmpint (column->n_days, ==, 1);

          if (i == 0)
            g_assert_false (column->is_joined);
          else
            {
              int widest = MAX (1, (int) ceil ((double) n_days / n_columns));
              int step = column->first_day - COLUMN (columns, i - 1).last_day;

              g_assert_cmpint (step, >, 0);
              g_assert_true (column->is_joined == (step <= widest));
            }
        }

      while (next < days->len)
        g_assert_cmpuint (g_array_index (days, ThawDayMood, next++).feeling.n, ==, 0);
    }
}

static void
test_twenty_years (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (GArray) inner_days = make_random_days (START + 1, TWENTY_YEARS - 2, 1.0);
  ThawDay last = START + TWENTY_YEARS - 1;
  g_autoptr (ThawMoodSeries) series = NULL;
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GArray) rolling = NULL;

  /* Chance may leave a day without an answer, but not the two ends. */
  add_day (days, START, 5.0, NAN);
  g_array_append_vals (days, inner_days->data, inner_days->len);
  add_day (days, last, 5.0, NAN);

  series = thaw_mood_series_new (days, START, last);
  columns = thaw_mood_series_reduce (series, THAW_MOOD_FEELING, START, last, 900);
  rolling = thaw_mood_series_reduce_rolling (series, THAW_MOOD_FEELING, START, last, 900);

  g_assert_cmpuint (columns->len, ==, 900);
  g_assert_cmpuint (rolling->len, ==, 900);
  g_assert_cmpint (COLUMN (columns, 0).first_day, ==, START);
  g_assert_cmpint (COLUMN (columns, 899).last_day, ==, last);
}

/* Two entries at the two ends of the calendar cost no more than two entries. */
static void
test_whole_calendar (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = NULL;
  g_autoptr (GArray) columns = NULL;

  add_day (days, THAW_DAY_FIRST, 1.0, 0.0);
  add_day (days, THAW_DAY_LAST, 9.0, 0.0);
  series = thaw_mood_series_new (days, THAW_DAY_FIRST, THAW_DAY_LAST);
  columns = thaw_mood_series_reduce (series, THAW_MOOD_FEELING, THAW_DAY_FIRST, THAW_DAY_LAST, 500);

  g_assert_cmpuint (columns->len, ==, 2);
  g_assert_false (COLUMN (columns, 1).is_joined);
}

static void
test_nearest (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = NULL;

  add_day (days, START + 2, 1.0, NAN);
  add_day (days, START + 4, 1.0, NAN);
  add_day (days, START + 9, 1.0, NAN);
  series = thaw_mood_series_new (days, START, START + 20);

  g_assert_cmpint (thaw_mood_series_find_nearest (series, START - 50.0)->day, ==, START + 2);
  g_assert_cmpint (thaw_mood_series_find_nearest (series, START + 2.9)->day, ==, START + 2);
  g_assert_cmpint (thaw_mood_series_find_nearest (series, START + 3.0)->day, ==, START + 2);
  g_assert_cmpint (thaw_mood_series_find_nearest (series, START + 3.1)->day, ==, START + 4);
  g_assert_cmpint (thaw_mood_series_find_nearest (series, START + 8.0)->day, ==, START + 9);
  g_assert_cmpint (thaw_mood_series_find_nearest (series, START + 1e9)->day, ==, START + 9);

  g_assert_null (thaw_mood_series_find_before (series, START + 2));
  g_assert_cmpint (thaw_mood_series_find_before (series, START + 4)->day, ==, START + 2);
  g_assert_cmpint (thaw_mood_series_find_after (series, START)->day, ==, START + 2);
  g_assert_cmpint (thaw_mood_series_find_after (series, START + 2)->day, ==, START + 4);
  g_assert_null (thaw_mood_series_find_after (series, START + 9));
}

static void
test_extremes (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = NULL;
  ThawMoodExtremes extremes;

  add_day (days, START, 5.0, NAN);
  add_day (days, START + 1, 2.0, NAN);
  add_day (days, START + 2, NAN, 0.5);
  add_day (days, START + 3, 2.0, NAN);
  add_day (days, START + 4, 7.0, NAN);
  series = thaw_mood_series_new (days, START, START + 20);

  thaw_mood_series_get_extremes (series, THAW_MOOD_FEELING, &extremes);
  g_assert_cmpint (extremes.n_days, ==, 4);
  assert_near (extremes.mean, 4.0);
  g_assert_cmpint (extremes.lowest, ==, START + 1);
  assert_near (extremes.lowest_mean, 2.0);
  g_assert_cmpint (extremes.highest, ==, START + 4);
  assert_near (extremes.highest_mean, 7.0);

  thaw_mood_series_get_extremes (series, THAW_MOOD_VALENCE, &extremes);
  g_assert_cmpint (extremes.n_days, ==, 1);
  g_assert_cmpint (extremes.lowest, ==, START + 2);
}

static void
test_references (void)
{
  g_autoptr (GArray) days = make_days ();
  g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, START, START);
  g_autoptr (ThawMoodSeries) other = thaw_mood_series_ref (series);

  g_clear_pointer (&series, thaw_mood_series_unref);
  g_assert_cmpint (thaw_mood_series_get_first (other), ==, START);
  g_assert_cmpint (thaw_mood_series_get_last (other), ==, START);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/mood-series/empty", test_empty);
  g_test_add_func ("/core/mood-series/one-day", test_one_day);
  g_test_add_func ("/core/mood-series/outside", test_outside);
  g_test_add_func ("/core/mood-series/gaps", test_gaps);
  g_test_add_func ("/core/mood-series/rolling", test_rolling);
  g_test_add_func ("/core/mood-series/rolling-by-definition", test_rolling_by_definition);
  g_test_add_func ("/core/mood-series/not-a-number", test_not_a_number);
  g_test_add_func ("/core/mood-series/reduction", test_reduction);
  g_test_add_func ("/core/mood-series/twenty-years", test_twenty_years);
  g_test_add_func ("/core/mood-series/whole-calendar", test_whole_calendar);
  g_test_add_func ("/core/mood-series/nearest", test_nearest);
  g_test_add_func ("/core/mood-series/extremes", test_extremes);
  g_test_add_func ("/core/mood-series/references", test_references);

  return g_test_run ();
}
