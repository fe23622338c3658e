/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-reminder-pause.h"

#include <locale.h>

/* 29 March 2026 has no hour from two to three in Berlin. */
#define SATURDAY thaw_day_new (2026, 3, 28)

static gint64
get_ms (ThawDay    day,
        int        hour,
        int        minute,
        GTimeZone *zone)
{
  return thaw_civil_to_utc_ms (thaw_civil_new (day, hour * 60 + minute), zone);
}

static void
assert_words (gint64      until_ms,
              gint64      now_ms,
              GTimeZone  *zone,
              const char *expected)
{
  g_autofree char *words = thaw_reminder_pause_to_words (until_ms, now_ms, zone);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_hour (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 now_ms = get_ms (SATURDAY, 14, 30, zone);
  gint64 late_ms = get_ms (SATURDAY, 23, 30, zone);
  gint64 night_ms = get_ms (SATURDAY + 1, 1, 30, zone);

  assert_words (thaw_reminder_pause_for_an_hour (now_ms), now_ms, zone, "Paused until 15:30");
  assert_words (thaw_reminder_pause_for_an_hour (late_ms), late_ms, zone, "Paused until 00:30");
  assert_words (thaw_reminder_pause_for_an_hour (night_ms), night_ms, zone, "Paused until 03:30");
}

static void
test_day (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 now_ms = get_ms (SATURDAY, 14, 30, zone);
  gint64 tomorrow_ms = thaw_reminder_pause_until_day (SATURDAY + 1, zone);

  g_assert_cmpint (tomorrow_ms - now_ms, ==, (9 * 60 + 30) * 60000);
  /* That day is an hour shorter. */
  g_assert_cmpint (thaw_reminder_pause_until_day (SATURDAY + 2, zone) - tomorrow_ms, ==, 23 * 3600000);

  assert_words (tomorrow_ms, now_ms, zone, "Paused until tomorrow");
  assert_words (thaw_reminder_pause_until_day (SATURDAY + 3, zone), now_ms, zone, "Paused until Tuesday 31 March");
  assert_words (thaw_reminder_pause_until_day (thaw_day_new (2027, 1, 4), zone), now_ms, zone,
                "Paused until Monday 4 January 2027");
  /* Whoever set that did so elsewhere. */
  assert_words (get_ms (SATURDAY + 3, 15, 30, zone), now_ms, zone, "Paused until Tuesday 31 March");
}

static void
test_limits (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  gint64 now_ms = get_ms (SATURDAY, 14, 30, zone);

  assert_words (G_MAXINT64, now_ms, zone, "Paused until you say otherwise");
  assert_words (0, now_ms, zone, NULL);
  assert_words (now_ms, now_ms, zone, NULL);
  assert_words (now_ms + 1, now_ms, zone, "Paused until 14:30");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reminder-pause/hour", test_hour);
  g_test_add_func ("/core/reminder-pause/day", test_day);
  g_test_add_func ("/core/reminder-pause/limits", test_limits);

  return g_test_run ();
}
