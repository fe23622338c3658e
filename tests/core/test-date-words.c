/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-date-words.h"

#include <locale.h>

static void
assert_words (ThawDay     day,
              ThawDay     today,
              const char *expected)
{
  g_autofree char *words = thaw_day_to_words (day, today);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_day (void)
{
  ThawDay today = thaw_day_new (2026, 3, 3);

  assert_words (today, today, "Today");
  assert_words (today - 1, today, "Yesterday");
  assert_words (today - 2, today, "Sunday 1 March");
  assert_words (today + 1, today, "Wednesday 4 March");
  assert_words (thaw_day_new (2025, 12, 31), today, "Wednesday 31 December 2025");
  assert_words (today, THAW_DAY_NONE, "Tuesday 3 March 2026");
  /* Yesterday may be of another year. */
  assert_words (thaw_day_new (2025, 12, 31), thaw_day_new (2026, 1, 1), "Yesterday");
}

static void
test_short_day (void)
{
  ThawDay today = thaw_day_new (2026, 3, 3);
  g_autofree char *this_year = thaw_day_to_short_words (thaw_day_new (2026, 1, 9), today);
  g_autofree char *other_year = thaw_day_to_short_words (thaw_day_new (2024, 2, 29), today);

  g_assert_cmpstr (this_year, ==, "9 Jan");
  g_assert_cmpstr (other_year, ==, "29 Feb 2024");
}

static void
test_full_day (void)
{
  g_autofree char *words = thaw_day_to_full_words (thaw_day_new (2026, 11, 9));

  g_assert_cmpstr (words, ==, "9 November 2026");
}

static void
test_time (void)
{
  ThawMoment moment = thaw_moment_from_iso ("2026-03-03T21:05:59.999+05:30", NULL);
  g_autofree char *words = thaw_moment_to_time_words (&moment);

  /* The clock that the person saw, not that of where they are now. */
  g_assert_cmpstr (words, ==, "21:05");
}

static void
test_time_with_12_hours (void)
{
  ThawMoment moment = thaw_moment_from_iso ("2026-03-03T21:05:00+00:00", NULL);
  g_autofree char *words = NULL;

  if (setlocale (LC_TIME, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("The locale en_US.UTF-8 is not installed");
      return;
    }

  g_assert_true (thaw_locale_uses_12_hours ());
  words = thaw_moment_to_time_words (&moment);
  setlocale (LC_TIME, "C.UTF-8");

  g_assert_cmpstr (words, ==, "9:05 PM");
  g_assert_false (thaw_locale_uses_12_hours ());
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date-words/day", test_day);
  g_test_add_func ("/core/date-words/short-day", test_short_day);
  g_test_add_func ("/core/date-words/full-day", test_full_day);
  g_test_add_func ("/core/date-words/time", test_time);
  g_test_add_func ("/core/date-words/time-with-12-hours", test_time_with_12_hours);

  return g_test_run ();
}
