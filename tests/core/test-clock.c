/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "thaw-test.h"

#define SECS_PER_DAY (24 * 60 * 60)

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
count_cb (ThawClock *clock,
          guint     *n_times)
{
  (*n_times)++;
}

static void
test_changed (void)
{
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T10:00:00+01:00");
  guint n_days = 0;
  guint n_changes = 0;

  g_signal_connect (clock, "day-changed", G_CALLBACK (on_day_changed_cb), &n_days);
  g_signal_connect (clock, "changed", G_CALLBACK (count_cb), &n_changes);
  set_time (clock, "2026-11-23T11:00:00+01:00");
  g_assert_cmpuint (n_changes, ==, 1);
  thaw_clock_look_again (clock);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpuint (n_days, ==, 0);
}

/* A zone in which it is the last second of a day, so that midnight is not far. */
static void
move_to_midnight (void)
{
  gint64 second_of_day = g_get_real_time () / G_USEC_PER_SEC % SECS_PER_DAY;
  int offset = (int) (SECS_PER_DAY - 1 - second_of_day);
  g_autofree char *zone = NULL;

  zone = g_strdup_printf ("+%02d:%02d:%02d", offset / 3600, offset / 60 % 60, offset % 60);
  g_setenv ("TZ", zone, TRUE);
}

static void
test_midnight (void)
{
  g_autoptr (ThawClock) clock = NULL;
  guint n_days = 0;
  ThawDay before;

  move_to_midnight ();
  clock = thaw_clock_new ();
  before = thaw_clock_get_today (clock);
  g_signal_connect (clock, "day-changed", G_CALLBACK (on_day_changed_cb), &n_days);
  thaw_clock_start (clock);
  while (n_days == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_clock_get_today (clock), ==, before + 1);

  /* The next one is far. */
  for (int i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_days, ==, 1);
  g_setenv ("TZ", "UTC", TRUE);
}

static void
test_midnight_stopped (void)
{
  g_autoptr (ThawClock) clock = NULL;
  ThawDay before;
  guint n_days = 0;

  move_to_midnight ();
  clock = thaw_clock_new ();
  before = thaw_clock_get_today (clock);
  g_signal_connect (clock, "day-changed", G_CALLBACK (on_day_changed_cb), &n_days);
  thaw_clock_start (clock);
  thaw_clock_stop (clock);
  while (thaw_clock_get_today (clock) == before)
    thaw_test_spin (100);
  g_assert_cmpuint (n_days, ==, 0);
  g_setenv ("TZ", "UTC", TRUE);
}

static void
link_zone (const char *path,
           const char *target)
{
  g_autofree char *aside = g_strconcat (path, ".new", NULL);

  g_assert_no_errno (symlink (target, aside));
  g_assert_no_errno (g_rename (aside, path));
}

/* A link that is replaced, as systemd and everybody else does it. */
static void
test_zone_file (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = g_build_filename (directory, "localtime", NULL);
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  guint n_changes = 0;

  link_zone (path, "/usr/share/zoneinfo/Europe/Berlin");
  thaw_clock_set_zone_file (clock, path);
  g_signal_connect (clock, "changed", G_CALLBACK (count_cb), &n_changes);
  thaw_clock_start (clock);
  link_zone (path, "/usr/share/zoneinfo/Asia/Tokyo");
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  thaw_clock_stop (clock);
  g_assert_finalize_object (g_steal_pointer (&clock));
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
  g_test_add_func ("/core/clock/changed", test_changed);
  g_test_add_func ("/core/clock/midnight", test_midnight);
  g_test_add_func ("/core/clock/midnight-stopped", test_midnight_stopped);
  g_test_add_func ("/core/clock/zone-file", test_zone_file);
  g_test_add_func ("/core/clock/moment", test_moment);
  g_test_add_func ("/core/clock/system-clock", test_system_clock);

  return g_test_run ();
}
