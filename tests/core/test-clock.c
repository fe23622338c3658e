/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-test.h"

static void
on_day_changed_cb (ThawClock *clock,
                   guint     *n_days)
{
  (*n_days)++;
}

static void
set_time (ThawClock  *clock,
          const char *iso)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (iso, NULL);

  thaw_clock_set_now (clock, now);
}

static void
test_day_changed (void)
{
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T23:59:00+01:00");
  guint n_days = 0;

  g_signal_connect (clock, "day-changed", G_CALLBACK (on_day_changed_cb), &n_days);
  set_time (clock, "2026-11-23T23:59:59+01:00");
  g_assert_cmpuint (n_days, ==, 0);
  set_time (clock, "2026-11-24T00:00:00+01:00");
  g_assert_cmpuint (n_days, ==, 1);
  g_assert_cmpint (thaw_clock_get_today (clock), ==, thaw_day_new (2026, 11, 24));

  /* A flight to the west: the same instant, yesterday again. */
  set_time (clock, "2026-11-23T18:00:00-05:00");
  g_assert_cmpuint (n_days, ==, 2);
}

static void
test_moment (void)
{
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T09:15:00.250+01:00");
  ThawMoment moment = thaw_clock_get_moment (clock);
  g_autofree char *iso = thaw_moment_to_iso (&moment);

  g_assert_cmpstr (iso, ==, "2026-11-23T09:15:00.250+01:00");
  g_assert_cmpint (thaw_clock_get_utc_ms (clock), ==, moment.utc_ms);
}

static void
test_system_clock (void)
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  gint64 before = g_get_real_time () / 1000;
  gint64 now = thaw_clock_get_utc_ms (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / 1000);
  thaw_clock_start (clock);
  thaw_clock_start (clock);
  g_assert_finalize_object (g_steal_pointer (&clock));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/clock/day-changed", test_day_changed);
  g_test_add_func ("/core/clock/moment", test_moment);
  g_test_add_func ("/core/clock/system-clock", test_system_clock);

  return g_test_run ();
}
