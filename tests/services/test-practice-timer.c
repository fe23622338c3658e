/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/thaw-practice-timer.h"

#define MS     G_GINT64_CONSTANT (1000)
#define SECOND (1000 * MS)
#define MINUTE (60 * SECOND)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* A timer with its clock, and what it says. */
typedef struct
{
  ThawPracticeClock *clock;
  ThawPracticeTimer *timer;
  GString *log;
} Fixture;

static const char state_letters[] = { 'r', 'g', 'p', 'o' };

static void
on_state_changed_cb (ThawPracticeTimer *timer,
                     Fixture           *fixture)
{
  g_string_append_printf (fixture->log, "%c ", state_letters[thaw_practice_timer_get_state (timer)]);
}

static void
on_step_changed_cb (ThawPracticeTimer *timer,
                    Fixture           *fixture)
{
  ThawTimelinePlace place;

  thaw_practice_timer_get_place (timer, &place);
  g_assert_cmpint (place.step_us, ==, 0);
  g_string_append_printf (fixture->log, "%" G_GINT64_FORMAT ".%u ", place.round, place.step);
}

static void
on_bell_cb (ThawPracticeTimer *timer,
            ThawBell           bell,
            Fixture           *fixture)
{
  static const char *const names[] = { NULL, "start", "way", "end" };

  g_string_append_printf (fixture->log, "%s ", names[bell]);
}

static void
on_slept_cb (ThawPracticeTimer *timer,
             Fixture           *fixture)
{
  g_assert_cmpint (thaw_practice_timer_get_state (timer), ==, THAW_PRACTICE_PAUSED);
  g_string_append (fixture->log, "slept ");
}

static void
set_up_with (Fixture      *fixture,
             ThawTimeline *timeline)
{
  fixture->timer = thaw_practice_timer_new (fixture->clock, timeline);
  g_signal_connect (fixture->timer, "state-changed", G_CALLBACK (on_state_changed_cb), fixture);
  g_signal_connect (fixture->timer, "step-changed", G_CALLBACK (on_step_changed_cb), fixture);
  g_signal_connect (fixture->timer, "bell", G_CALLBACK (on_bell_cb), fixture);
  g_signal_connect (fixture->timer, "slept", G_CALLBACK (on_slept_cb), fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->clock = thaw_practice_clock_new_stopped ();
  fixture->log = g_string_new (NULL);
  thaw_practice_clock_advance (fixture->clock, 12345678);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->timer);
  /* Nothing is left that the clock would wake. */
  thaw_practice_clock_advance (fixture->clock, DAY);
  g_assert_finalize_object (fixture->clock);
  g_string_free (fixture->log, TRUE);
}

/* Five in, five out. */
static void
set_up_breathing (Fixture *fixture,
                  guint    n_breaths)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new ("slow", "Slow");
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new_breathing (pattern, n_breaths);

  set_up_with (fixture, timeline);
}

static void
set_up_sitting (Fixture *fixture,
                int      minutes,
                int      bell_minutes)
{
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new_sitting (minutes, bell_minutes);

  set_up_with (fixture, timeline);
}

/* And it is forgotten. */
static void
assert_log (Fixture    *fixture,
            const char *wanted)
{
  g_assert_cmpstr (fixture->log->str, ==, wanted);
  g_string_set_size (fixture->log, 0);
}

#define advance(fixture, us) thaw_practice_clock_advance ((fixture)->clock, us)

#define assert_at(fixture, us) \
  g_assert_cmpint (thaw_practice_timer_get_elapsed_us ((fixture)->timer), ==, us)

#define assert_active(fixture, ms) \
  g_assert_cmpint (thaw_practice_timer_get_active_ms ((fixture)->timer), ==, ms)

static void
assert_finished_at (Fixture *fixture,
                    gint64   round,
                    guint    step)
{
  ThawTimelinePlace place;

  g_assert_cmpint (thaw_practice_timer_get_state (fixture->timer), ==, THAW_PRACTICE_OVER);
  g_assert_true (thaw_practice_timer_is_finished (fixture->timer));
  thaw_practice_timer_get_place (fixture->timer, &place);
  g_assert_true (place.is_over);
  g_assert_cmpint (place.round, ==, round);
  g_assert_cmpuint (place.step, ==, step);
  g_assert_cmpint (place.step_us, ==, place.step_length_us);
}

static void
test_to_the_end (Fixture       *fixture,
                 gconstpointer  user_data)
{
  set_up_breathing (fixture, 2);
  g_assert_cmpint (thaw_practice_timer_get_state (fixture->timer), ==, THAW_PRACTICE_READY);
  advance (fixture, HOUR);
  assert_at (fixture, 0);

  thaw_practice_timer_start (fixture->timer);
  assert_log (fixture, "g start 0.0 ");
  thaw_practice_timer_start (fixture->timer);
  thaw_practice_timer_resume (fixture->timer);
  assert_log (fixture, "");

  advance (fixture, 5 * SECOND - 1);
  assert_at (fixture, 5 * SECOND - 1);
  assert_log (fixture, "");
  advance (fixture, 1);
  assert_log (fixture, "0.1 ");
  advance (fixture, 10 * SECOND);
  assert_log (fixture, "1.0 1.1 ");
  advance (fixture, 5 * SECOND - 1);
  assert_log (fixture, "");
  g_assert_false (thaw_practice_timer_is_finished (fixture->timer));

  advance (fixture, 1);
  assert_log (fixture, "end o ");
  assert_finished_at (fixture, 1, 1);
  advance (fixture, HOUR);
  assert_at (fixture, 20 * SECOND);
  assert_active (fixture, 20000);

  /* What is over stays so. */
  thaw_practice_timer_start (fixture->timer);
  thaw_practice_timer_pause (fixture->timer);
  thaw_practice_timer_resume (fixture->timer);
  thaw_practice_timer_skip (fixture->timer);
  thaw_practice_timer_back (fixture->timer);
  thaw_practice_timer_finish_round (fixture->timer);
  thaw_practice_timer_leave (fixture->timer);
  assert_log (fixture, "");
  assert_finished_at (fixture, 1, 1);
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  set_up_breathing (fixture, 2);
  thaw_practice_timer_pause (fixture->timer);
  thaw_practice_timer_start (fixture->timer);
  advance (fixture, 7 * SECOND);
  thaw_practice_timer_pause (fixture->timer);
  thaw_practice_timer_pause (fixture->timer);
  assert_log (fixture, "g start 0.0 0.1 p ");

  advance (fixture, DAY);
  thaw_practice_clock_sleep (fixture->clock, DAY);
  thaw_practice_clock_stall (fixture->clock, DAY);
  assert_log (fixture, "");
  assert_at (fixture, 7 * SECOND);
  assert_active (fixture, 7000);

  thaw_practice_timer_resume (fixture->timer);
  assert_log (fixture, "g ");
  advance (fixture, 3 * SECOND - 1);
  assert_log (fixture, "");
  advance (fixture, 1);
  assert_log (fixture, "1.0 ");
  advance (fixture, 10 * SECOND);
  assert_log (fixture, "1.1 end o ");
  assert_active (fixture, 20000);
}

static void
test_skip_and_back (Fixture       *fixture,
                    gconstpointer  user_data)
{
  set_up_breathing (fixture, 2);
  thaw_practice_timer_skip (fixture->timer);
  thaw_practice_timer_back (fixture->timer);
  assert_log (fixture, "");
  thaw_practice_timer_start (fixture->timer);
  advance (fixture, 2 * SECOND);
  thaw_practice_timer_skip (fixture->timer);
  assert_log (fixture, "g start 0.0 0.1 ");
  assert_at (fixture, 5 * SECOND);
  assert_active (fixture, 2000);

  advance (fixture, SECOND);
  thaw_practice_timer_back (fixture->timer);
  assert_log (fixture, "0.1 ");
  assert_at (fixture, 5 * SECOND);
  advance (fixture, SECOND - 1);
  thaw_practice_timer_back (fixture->timer);
  assert_log (fixture, "0.0 ");
  assert_at (fixture, 0);
  thaw_practice_timer_back (fixture->timer);
  assert_log (fixture, "0.0 ");
  assert_at (fixture, 0);

  /* In a pause too; and it stays one. */
  thaw_practice_timer_pause (fixture->timer);
  thaw_practice_timer_skip (fixture->timer);
  thaw_practice_timer_skip (fixture->timer);
  thaw_practice_timer_skip (fixture->timer);
  thaw_practice_timer_back (fixture->timer);
  assert_log (fixture, "p 0.1 1.0 1.1 1.0 ");
  advance (fixture, MINUTE);
  assert_at (fixture, 10 * SECOND);
  thaw_practice_timer_skip (fixture->timer);
  thaw_practice_timer_skip (fixture->timer);
  assert_log (fixture, "1.1 end o ");
  assert_finished_at (fixture, 1, 1);
  assert_active (fixture, 3999);
}

static void
test_finish_round (Fixture       *fixture,
                   gconstpointer  user_data)
{
  set_up_breathing (fixture, 30);
  thaw_practice_timer_start (fixture->timer);
  advance (fixture, 12 * SECOND);
  assert_log (fixture, "g start 0.0 0.1 1.0 ");
  thaw_practice_timer_finish_round (fixture->timer);
  thaw_practice_timer_finish_round (fixture->timer);
  g_assert_cmpint (thaw_practice_timer_get_state (fixture->timer), ==, THAW_PRACTICE_RUNNING);

  thaw_practice_timer_pause (fixture->timer);
  advance (fixture, HOUR);
  thaw_practice_timer_resume (fixture->timer);
  advance (fixture, 8 * SECOND - 1);
  assert_log (fixture, "p g 1.1 ");
  advance (fixture, 1);
  assert_log (fixture, "end o ");
  assert_finished_at (fixture, 1, 1);
  assert_at (fixture, 20 * SECOND);
}

static void
test_leave (Fixture       *fixture,
            gconstpointer  user_data)
{
  ThawTimelinePlace place;

  set_up_breathing (fixture, 0);
  thaw_practice_timer_start (fixture->timer);
  advance (fixture, HOUR + 3 * SECOND);
  g_string_set_size (fixture->log, 0);
  thaw_practice_timer_leave (fixture->timer);
  assert_log (fixture, "o ");
  advance (fixture, HOUR);

  g_assert_false (thaw_practice_timer_is_finished (fixture->timer));
  thaw_practice_timer_get_place (fixture->timer, &place);
  g_assert_false (place.is_over);
  g_assert_cmpint (place.round, ==, 360);
  g_assert_cmpint (place.step_us, ==, 3 * SECOND);
  assert_active (fixture, 3603000);
}

static void
test_leave_before_start (Fixture       *fixture,
                         gconstpointer  user_data)
{
  set_up_breathing (fixture, 1);
  thaw_practice_timer_leave (fixture->timer);
  thaw_practice_timer_start (fixture->timer);
  assert_log (fixture, "o ");
  assert_active (fixture, 0);
}

static void
test_bells (Fixture       *fixture,
            gconstpointer  user_data)
{
  set_up_sitting (fixture, 20, 5);
  thaw_practice_timer_start (fixture->timer);
  assert_log (fixture, "g start 0.0 ");
  advance (fixture, 5 * MINUTE - 1);
  assert_log (fixture, "");
  advance (fixture, 1);
  assert_log (fixture, "way 0.1 ");
  advance (fixture, 10 * MINUTE);
  assert_log (fixture, "way 0.2 way 0.3 ");
  advance (fixture, 5 * MINUTE - 1);
  assert_log (fixture, "");
  advance (fixture, 1);
  assert_log (fixture, "end o ");
}

static void
test_without_end (Fixture       *fixture,
                  gconstpointer  user_data)
{
  set_up_sitting (fixture, 0, 0);
  thaw_practice_timer_start (fixture->timer);
  advance (fixture, HOUR);
  assert_log (fixture, "g start 0.0 ");

  /* There is nothing to skip. */
  thaw_practice_timer_skip (fixture->timer);
  assert_log (fixture, "");
  assert_at (fixture, HOUR);

  thaw_practice_timer_finish_round (fixture->timer);
  assert_log (fixture, "end o ");
  g_assert_true (thaw_practice_timer_is_finished (fixture->timer));
  assert_at (fixture, HOUR);
  assert_active (fixture, HOUR / MS);
}

static void
test_sleep (Fixture       *fixture,
            gconstpointer  user_data)
{
  set_up_breathing (fixture, 3);
  thaw_practice_timer_start (fixture->timer);
  advance (fixture, 6 * SECOND);
  g_string_set_size (fixture->log, 0);

  thaw_practice_clock_sleep (fixture->clock, 30 * DAY);
  assert_log (fixture, "p slept ");
  assert_at (fixture, 6 * SECOND);
  thaw_practice_clock_sleep (fixture->clock, G_MAXINT64);
  advance (fixture, MINUTE);
  assert_log (fixture, "");

  thaw_practice_timer_resume (fixture->timer);
  advance (fixture, 4 * SECOND);
  assert_log (fixture, "g 1.0 ");
  assert_active (fixture, 10000);

  /* A blink is no sleep. */
  thaw_practice_clock_sleep (fixture->clock, SECOND / 10);
  assert_log (fixture, "");
}

/* What is a little late is made up for, step by step. */
static void
test_late (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new ("fast", "Fast");
  g_autoptr (ThawTimeline) timeline = NULL;

  pattern->tenths[THAW_BREATH_IN] = 5;
  pattern->tenths[THAW_BREATH_OUT] = 6;
  timeline = thaw_timeline_new_breathing (pattern, 100);
  set_up_with (fixture, timeline);
  thaw_practice_timer_start (fixture->timer);
  thaw_practice_clock_stall (fixture->clock, 2 * SECOND);
  assert_log (fixture, "g start 0.0 0.1 1.0 1.1 ");
  assert_at (fixture, 2 * SECOND);
  assert_active (fixture, 2000);
}

/* After more than that, it waits right before the next step for somebody to be there again. */
static void
test_stood_still (Fixture       *fixture,
                  gconstpointer  user_data)
{
  set_up_breathing (fixture, 0);
  thaw_practice_timer_start (fixture->timer);
  advance (fixture, SECOND);
  g_string_set_size (fixture->log, 0);

  thaw_practice_clock_stall (fixture->clock, 1000 * DAY);
  assert_log (fixture, "p slept ");
  assert_at (fixture, 5 * SECOND - 1);

  thaw_practice_timer_resume (fixture->timer);
  advance (fixture, 1);
  assert_log (fixture, "g 0.1 ");
  advance (fixture, 5 * SECOND);
  assert_log (fixture, "1.0 ");

  thaw_practice_clock_stall (fixture->clock, G_MAXINT64);
  assert_log (fixture, "p slept ");
  thaw_practice_timer_resume (fixture->timer);
  assert_at (fixture, 15 * SECOND - 1);
}

/* But an end is an end. */
static void
test_late_end (Fixture       *fixture,
               gconstpointer  user_data)
{
  set_up_sitting (fixture, 15, 0);
  thaw_practice_timer_start (fixture->timer);
  thaw_practice_clock_stall (fixture->clock, DAY);
  assert_log (fixture, "g start 0.0 end o ");
  assert_active (fixture, 15 * MINUTE / MS);
}

static void
on_step_leave_cb (ThawPracticeTimer *timer)
{
  thaw_practice_timer_leave (timer);
}

static void
on_signal_pause_cb (ThawPracticeTimer *timer)
{
  thaw_practice_timer_pause (timer);
}

static void
on_step_skip_once_cb (ThawPracticeTimer *timer)
{
  g_signal_handlers_disconnect_by_func (timer, on_step_skip_once_cb, NULL);
  thaw_practice_timer_skip (timer);
}

static void
test_handlers (Fixture       *fixture,
               gconstpointer  user_data)
{
  gulong id;

  set_up_sitting (fixture, 20, 5);
  id = g_signal_connect (fixture->timer, "bell", G_CALLBACK (on_signal_pause_cb), NULL);
  thaw_practice_timer_start (fixture->timer);
  assert_log (fixture, "g start p 0.0 ");
  thaw_practice_timer_resume (fixture->timer);
  advance (fixture, HOUR);
  assert_log (fixture, "g way p 0.1 ");
  assert_at (fixture, 5 * MINUTE);
  g_signal_handler_disconnect (fixture->timer, id);

  thaw_practice_timer_resume (fixture->timer);
  g_signal_connect (fixture->timer, "step-changed", G_CALLBACK (on_step_skip_once_cb), NULL);
  advance (fixture, 5 * MINUTE);
  assert_log (fixture, "g way 0.2 way 0.3 ");
  assert_at (fixture, 15 * MINUTE);

  thaw_practice_timer_back (fixture->timer);
  g_signal_connect (fixture->timer, "step-changed", G_CALLBACK (on_step_leave_cb), NULL);
  g_string_set_size (fixture->log, 0);
  advance (fixture, HOUR);
  assert_log (fixture, "way 0.3 o ");
  assert_at (fixture, 15 * MINUTE);
}

static void
on_bell_skip_cb (ThawPracticeTimer *timer,
                 ThawBell           bell)
{
  if (bell == THAW_BELL_INTERVAL)
    {
      g_signal_handlers_disconnect_by_func (timer, on_bell_skip_cb, NULL);
      thaw_practice_timer_skip (timer);
    }
}

/* A step that was skipped while its bell rang does not begin. */
static void
test_skip_in_bell (Fixture       *fixture,
                   gconstpointer  user_data)
{
  set_up_sitting (fixture, 20, 5);
  thaw_practice_timer_start (fixture->timer);
  g_signal_connect (fixture->timer, "bell", G_CALLBACK (on_bell_skip_cb), NULL);
  advance (fixture, 5 * MINUTE);
  assert_log (fixture, "g start 0.0 way way 0.2 ");
}

/* Who pauses when a step begins is at its beginning, however late that is. */
static void
test_pause_late (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new (9);

  thaw_timeline_add (timeline, 1000, -1, NULL, THAW_BELL_NONE);
  set_up_with (fixture, timeline);
  thaw_practice_timer_start (fixture->timer);
  g_signal_connect (fixture->timer, "step-changed", G_CALLBACK (on_signal_pause_cb), NULL);
  thaw_practice_clock_stall (fixture->clock, 5 * SECOND);
  assert_log (fixture, "g start 0.0 1.0 p ");
  assert_at (fixture, SECOND);
}

static void
on_other_step_changed_cb (ThawPracticeTimer *other,
                          Fixture           *fixture)
{
  thaw_practice_timer_pause (fixture->timer);
}

/* What is due begins before the person's wish comes true. */
static void
test_due_before_wish (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new (2);
  g_autoptr (ThawPracticeTimer) other = NULL;

  thaw_timeline_add (timeline, 1000, -1, NULL, THAW_BELL_NONE);
  other = thaw_practice_timer_new (fixture->clock, timeline);
  set_up_breathing (fixture, 3);
  thaw_practice_timer_start (other);
  thaw_practice_timer_start (fixture->timer);
  advance (fixture, SECOND / 2);
  g_signal_connect (other, "step-changed", G_CALLBACK (on_other_step_changed_cb), fixture);
  thaw_practice_clock_stall (fixture->clock, 5 * SECOND);
  assert_log (fixture, "g start 0.0 0.1 p ");
  assert_at (fixture, 5 * SECOND + SECOND / 2);
}

/* An hour in ticks of any length: each step begins exactly where it would without a single one. */
static void
test_no_drift (Fixture       *fixture,
               gconstpointer  user_data)
{
  gint64 start_us;

  set_up_breathing (fixture, 360);
  g_signal_handlers_disconnect_by_data (fixture->timer, fixture);
  thaw_practice_timer_start (fixture->timer);
  start_us = thaw_practice_clock_get_awake_us (fixture->clock);

  while (thaw_practice_timer_get_state (fixture->timer) == THAW_PRACTICE_RUNNING)
    {
      gint64 clock_us = thaw_practice_clock_get_awake_us (fixture->clock) - start_us;
      ThawTimelinePlace place;

      assert_at (fixture, clock_us);
      thaw_practice_timer_get_place (fixture->timer, &place);
      g_assert_cmpint (place.round, ==, clock_us / (10 * SECOND));
      g_assert_cmpint (place.step_us, ==, clock_us % (5 * SECOND));
      advance (fixture, g_test_rand_int_range (1, 33334));
    }

  assert_at (fixture, HOUR);
  assert_active (fixture, HOUR / MS);
}

/* By the clock of this machine, without a window. */
static void
test_real (void)
{
  g_autoptr (ThawPracticeClock) clock = thaw_practice_clock_new ();
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new (2);
  Fixture fixture = { clock, NULL, g_string_new (NULL) };

  thaw_timeline_add (timeline, 5, -1, "One", THAW_BELL_NONE);
  thaw_timeline_add (timeline, 3, -1, "Two", THAW_BELL_INTERVAL);
  set_up_with (&fixture, timeline);
  thaw_practice_timer_start (fixture.timer);
  while (thaw_practice_timer_get_state (fixture.timer) == THAW_PRACTICE_RUNNING)
    g_main_context_iteration (NULL, TRUE);

  assert_log (&fixture, "g start 0.0 way 0.1 1.0 way 1.1 end o ");
  assert_active (&fixture, 16);
  g_assert_finalize_object (fixture.timer);
  g_string_free (fixture.log, TRUE);
}

#define ADD(path, func) g_test_add ("/services/practice-timer/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("to-the-end", test_to_the_end);
  ADD ("pause", test_pause);
  ADD ("skip-and-back", test_skip_and_back);
  ADD ("finish-round", test_finish_round);
  ADD ("leave", test_leave);
  ADD ("leave-before-start", test_leave_before_start);
  ADD ("bells", test_bells);
  ADD ("without-end", test_without_end);
  ADD ("sleep", test_sleep);
  ADD ("late", test_late);
  ADD ("stood-still", test_stood_still);
  ADD ("late-end", test_late_end);
  ADD ("handlers", test_handlers);
  ADD ("skip-in-bell", test_skip_in_bell);
  ADD ("pause-late", test_pause_late);
  ADD ("due-before-wish", test_due_before_wish);
  ADD ("no-drift", test_no_drift);
  g_test_add_func ("/services/practice-timer/real", test_real);

  return g_test_run ();
}
