/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/thaw-practice-clock.h"

/* What rang, and when. */
typedef struct
{
  ThawPracticeClock *clock;
  GString *log;
  char name;
  gint64 again_us; /* 0 for not */
} Ringer;

static void
on_alarm_cb (gpointer user_data)
{
  Ringer *ringer = user_data;

  g_string_append_printf (ringer->log, "%c%" G_GINT64_FORMAT " ", ringer->name,
                          thaw_practice_clock_get_awake_us (ringer->clock));
  if (ringer->again_us > 0)
    thaw_practice_clock_add_alarm (ringer->clock,
                                   thaw_practice_clock_get_awake_us (ringer->clock) + ringer->again_us,
                                   on_alarm_cb, ringer);
}

static void
on_slept_cb (ThawPracticeClock *clock,
             GString           *log)
{
  g_string_append (log, "slept ");
}

static void
test_alarms (void)
{
  g_autoptr (ThawPracticeClock) clock = thaw_practice_clock_new_stopped ();
  g_autoptr (GString) log = g_string_new (NULL);
  Ringer a = { clock, log, 'a', 0 };
  Ringer b = { clock, log, 'b', 0 };
  Ringer c = { clock, log, 'c', 30 };
  guint removed;

  g_assert_cmpint (thaw_practice_clock_get_awake_us (clock), ==, 0);
  thaw_practice_clock_add_alarm (clock, 100, on_alarm_cb, &a);
  removed = thaw_practice_clock_add_alarm (clock, 50, on_alarm_cb, &b);
  thaw_practice_clock_add_alarm (clock, 40, on_alarm_cb, &c);
  thaw_practice_clock_add_alarm (clock, 99, on_alarm_cb, &b);
  thaw_practice_clock_remove_alarm (clock, removed);

  thaw_practice_clock_advance (clock, 39);
  g_assert_cmpstr (log->str, ==, "");

  /* In their order, each at its time, also those that are added on the way. */
  thaw_practice_clock_advance (clock, 71);
  g_assert_cmpstr (log->str, ==, "c40 c70 b99 a100 c100 ");
  g_assert_cmpint (thaw_practice_clock_get_awake_us (clock), ==, 110);
}

static void
test_stall (void)
{
  g_autoptr (ThawPracticeClock) clock = thaw_practice_clock_new_stopped ();
  g_autoptr (GString) log = g_string_new (NULL);
  Ringer a = { clock, log, 'a', 0 };
  Ringer b = { clock, log, 'b', 0 };

  thaw_practice_clock_add_alarm (clock, 20, on_alarm_cb, &b);
  thaw_practice_clock_add_alarm (clock, 10, on_alarm_cb, &a);
  thaw_practice_clock_stall (clock, 500);
  g_assert_cmpstr (log->str, ==, "a500 b500 ");
}

static void
test_sleep (void)
{
  g_autoptr (ThawPracticeClock) clock = thaw_practice_clock_new_stopped ();
  g_autoptr (GString) log = g_string_new (NULL);
  Ringer a = { clock, log, 'a', 0 };

  g_signal_connect (clock, "slept", G_CALLBACK (on_slept_cb), log);
  thaw_practice_clock_sleep (clock, G_USEC_PER_SEC - 1);
  thaw_practice_clock_add_alarm (clock, 100, on_alarm_cb, &a);
  g_assert_cmpstr (log->str, ==, "");

  /* What is too short to be a sleep counts once it is long enough. */
  thaw_practice_clock_sleep (clock, G_USEC_PER_SEC - 1);
  g_assert_cmpstr (log->str, ==, "");
  thaw_practice_clock_sleep (clock, 1);
  g_assert_cmpstr (log->str, ==, "slept ");

  /* Nobody is awake while the machine sleeps. */
  thaw_practice_clock_sleep (clock, G_MAXINT64);
  g_assert_cmpstr (log->str, ==, "slept slept ");
  g_assert_cmpint (thaw_practice_clock_get_awake_us (clock), ==, 0);
  g_assert_cmpint (thaw_practice_clock_get_asleep_us (clock), ==, G_MAXINT64 / 2);
}

static void
test_limits (void)
{
  g_autoptr (ThawPracticeClock) clock = thaw_practice_clock_new_stopped ();

  thaw_practice_clock_advance (clock, G_MAXINT64);
  thaw_practice_clock_advance (clock, G_MAXINT64);
  thaw_practice_clock_stall (clock, G_MAXINT64);
  g_assert_cmpint (thaw_practice_clock_get_awake_us (clock), ==, G_MAXINT64 / 2);
}

static void
on_real_alarm_cb (gpointer user_data)
{
  *(gint64 *) user_data = g_get_monotonic_time ();
}

static void
test_real (void)
{
  g_autoptr (ThawPracticeClock) clock = thaw_practice_clock_new ();
  gint64 start_us = thaw_practice_clock_get_awake_us (clock);
  gint64 rang_us = 0;
  gint64 other_us = 0;
  guint removed;

  g_assert_cmpint (thaw_practice_clock_get_asleep_us (clock), >=, 0);

  thaw_practice_clock_add_alarm (clock, start_us + 3000, on_real_alarm_cb, &rang_us);
  removed = thaw_practice_clock_add_alarm (clock, start_us + 1000, on_real_alarm_cb, &other_us);
  thaw_practice_clock_remove_alarm (clock, removed);
  while (rang_us == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (rang_us, >=, start_us + 3000);
  g_assert_cmpint (other_us, ==, 0);

  /* One that waits goes with its clock. */
  thaw_practice_clock_add_alarm (clock, start_us, on_real_alarm_cb, &other_us);
  g_clear_object (&clock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (other_us, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/practice-clock/alarms", test_alarms);
  g_test_add_func ("/services/practice-clock/stall", test_stall);
  g_test_add_func ("/services/practice-clock/sleep", test_sleep);
  g_test_add_func ("/services/practice-clock/limits", test_limits);
  g_test_add_func ("/services/practice-clock/real", test_real);

  return g_test_run ();
}
