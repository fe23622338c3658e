/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "thaw-period.h"

#define MONDAY 1
#define SUNDAY 7

static ThawDay
day (const char *iso)
{
  ThawDay result = thaw_day_from_iso (iso);

  g_assert_cmpint (result, !=, THAW_DAY_NONE);

  return result;
}

static void
assert_period (const ThawPeriod *period,
               const char       *first,
               const char       *last)
{
  g_autofree char *actual_first = thaw_day_to_iso (period->first);
  g_autofree char *actual_last = thaw_day_to_iso (period->last);

  g_assert_cmpstr (actual_first, ==, first);
  g_assert_cmpstr (actual_last, ==, last);
}

static void
assert_title (ThawPeriodRange range,
              const char     *first,
              const char     *last,
              const char     *title)
{
  ThawPeriod period = { range, day (first), day (last) };
  g_autofree char *actual = thaw_period_dup_title (&period);

  g_assert_cmpstr (actual, ==, title);
}

static void
test_slugs (void)
{
  ThawPeriodRange range;

  for (guint i = 0; i < THAW_N_PERIOD_RANGES; i++)
    {
      g_assert_true (thaw_period_range_from_slug (thaw_period_range_to_slug ((ThawPeriodRange) i), &range));
      g_assert_cmpint (range, ==, i);
    }

  g_assert_false (thaw_period_range_from_slug ("decade", &range));
  g_assert_cmpint (range, ==, THAW_PERIOD_MONTH);
  g_assert_false (thaw_period_range_from_slug (NULL, &range));
}

static void
test_bounds (void)
{
  ThawPeriodBounds bounds;

  bounds = thaw_period_bounds_new (THAW_DAY_NONE, THAW_DAY_NONE, 1000);
  g_assert_cmpint (bounds.first, ==, 1000);
  g_assert_cmpint (bounds.last, ==, 1000);

  bounds = thaw_period_bounds_new (900, 950, 1000);
  g_assert_cmpint (bounds.first, ==, 900);
  g_assert_cmpint (bounds.last, ==, 1000);

  /* Written with a clock that ran ahead. */
  bounds = thaw_period_bounds_new (1001, 1200, 1000);
  g_assert_cmpint (bounds.first, ==, 1000);
  g_assert_cmpint (bounds.last, ==, 1200);
}

static void
test_ranges (void)
{
  ThawPeriodBounds bounds = { day ("2024-02-29"), day ("2026-11-23") };
  ThawPeriod period;

  period = thaw_period_new (THAW_PERIOD_WEEK, day ("2026-11-22"), MONDAY, &bounds);
  assert_period (&period, "2026-11-16", "2026-11-22");
  period = thaw_period_new (THAW_PERIOD_WEEK, day ("2026-11-22"), SUNDAY, &bounds);
  assert_period (&period, "2026-11-22", "2026-11-28");
  period = thaw_period_new (THAW_PERIOD_MONTH, day ("2024-02-29"), MONDAY, &bounds);
  assert_period (&period, "2024-02-01", "2024-02-29");
  period = thaw_period_new (THAW_PERIOD_QUARTER, day ("2026-11-30"), MONDAY, &bounds);
  assert_period (&period, "2026-09-01", "2026-11-30");
  period = thaw_period_new (THAW_PERIOD_QUARTER, day ("2026-01-31"), MONDAY, &bounds);
  assert_period (&period, "2025-11-01", "2026-01-31");
  period = thaw_period_new (THAW_PERIOD_YEAR, day ("2026-12-31"), MONDAY, &bounds);
  assert_period (&period, "2026-01-01", "2026-12-31");
  period = thaw_period_new (THAW_PERIOD_ALL, day ("2025-05-05"), MONDAY, &bounds);
  assert_period (&period, "2024-02-29", "2026-11-23");
}

/* Whatever the anchor: it is inside, and going back and ahead leads to the same place. */
static void
test_steps (void)
{
  ThawPeriodBounds bounds = { day ("1990-01-01"), day ("2030-12-31") };

  for (int i = 0; i < 2000; i++)
    {
      ThawPeriodRange range = (ThawPeriodRange) g_test_rand_int_range (0, THAW_PERIOD_ALL);
      ThawDay anchor = g_test_rand_int_range (day ("1991-01-01"), day ("2029-12-31"));
      int first_weekday = g_test_rand_int_range (1, 8);
      ThawPeriod period = thaw_period_new (range, anchor, first_weekday, &bounds);
      ThawPeriod previous, back;

      g_assert_true (thaw_period_contains (&period, anchor));
      g_assert_true (thaw_period_get_previous (&period, &bounds, &previous));
      g_assert_cmpint (previous.last + 1, ==, period.first);
      g_assert_true (thaw_period_get_next (&previous, &bounds, &back));
      g_assert_cmpint (back.first, ==, period.first);
      g_assert_cmpint (back.last, ==, period.last);
      if (range == THAW_PERIOD_WEEK)
        g_assert_cmpint (thaw_period_get_n_days (&period), ==, 7);
    }
}

static void
test_ends (void)
{
  ThawPeriodBounds bounds = { day ("2026-10-15"), day ("2026-11-23") };
  ThawPeriod period = thaw_period_new (THAW_PERIOD_MONTH, day ("2026-11-23"), MONDAY, &bounds);
  ThawPeriod other;

  g_assert_true (thaw_period_is_latest (&period, &bounds));
  g_assert_false (thaw_period_get_next (&period, &bounds, &other));
  g_assert_cmpint (other.first, ==, period.first);

  g_assert_true (thaw_period_get_previous (&period, &bounds, &other));
  g_assert_false (thaw_period_is_latest (&other, &bounds));
  period = other;
  g_assert_false (thaw_period_get_previous (&period, &bounds, &other));

  period = thaw_period_new (THAW_PERIOD_ALL, day ("2026-11-23"), MONDAY, &bounds);
  g_assert_true (thaw_period_is_latest (&period, &bounds));
  g_assert_false (thaw_period_get_previous (&period, &bounds, &other));
  g_assert_false (thaw_period_get_next (&period, &bounds, &other));
}

/* The calendar ends somewhere: nothing may leave it. */
static void
test_calendar_ends (void)
{
  ThawPeriodBounds bounds = { THAW_DAY_FIRST, THAW_DAY_LAST };

  for (int i = 0; i < THAW_N_PERIOD_RANGES; i++)
    {
      ThawPeriod first = thaw_period_new ((ThawPeriodRange) i, THAW_DAY_FIRST, 4, &bounds);
      ThawPeriod last = thaw_period_new ((ThawPeriodRange) i, THAW_DAY_LAST, 4, &bounds);
      ThawPeriod other;

      g_assert_true (thaw_day_is_valid (first.first) && thaw_day_is_valid (first.last));
      g_assert_true (thaw_day_is_valid (last.first) && thaw_day_is_valid (last.last));
      g_assert_false (thaw_period_get_previous (&first, &bounds, &other));
      g_assert_false (thaw_period_get_next (&last, &bounds, &other));
    }
}

static void
test_titles (void)
{
  assert_title (THAW_PERIOD_WEEK, "2026-11-16", "2026-11-22", "16 – 22 November 2026");
  assert_title (THAW_PERIOD_WEEK, "2026-11-30", "2026-12-06", "30 November – 6 December 2026");
  assert_title (THAW_PERIOD_WEEK, "2026-12-28", "2027-01-03", "28 December 2026 – 3 January 2027");
  assert_title (THAW_PERIOD_MONTH, "2026-11-01", "2026-11-30", "November 2026");
  assert_title (THAW_PERIOD_QUARTER, "2026-09-01", "2026-11-30", "September – November 2026");
  assert_title (THAW_PERIOD_QUARTER, "2025-11-01", "2026-01-31", "November 2025 – January 2026");
  assert_title (THAW_PERIOD_YEAR, "2026-01-01", "2026-12-31", "2026");
  assert_title (THAW_PERIOD_ALL, "2024-02-29", "2026-11-23", "February 2024 – November 2026");
  assert_title (THAW_PERIOD_ALL, "2026-11-03", "2026-11-23", "November 2026");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/period/slugs", test_slugs);
  g_test_add_func ("/core/period/bounds", test_bounds);
  g_test_add_func ("/core/period/ranges", test_ranges);
  g_test_add_func ("/core/period/steps", test_steps);
  g_test_add_func ("/core/period/ends", test_ends);
  g_test_add_func ("/core/period/calendar-ends", test_calendar_ends);
  g_test_add_func ("/core/period/titles", test_titles);

  return g_test_run ();
}
