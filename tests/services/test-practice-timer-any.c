/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/thaw-practice-timer.h"

/* Any timeline, and whatever may happen to it: the timer and a model of it say the same, to the microsecond. The model
 * knows the steps one after the other, walks along them, and counts what it walks. */

#define N_RUNS    2000
#define N_EVENTS  80
#define N_ROUNDS  400 /* of a timeline without an end, which is more than one walks in a run */
#define SECOND    G_GINT64_CONSTANT (1000000)
#define DAY       (24 * 3600 * SECOND)

typedef struct
{
  gint64 round;
  guint step;
  gint64 length_us;
  ThawBell bell;
} Stretch;

typedef struct
{
  /* The real one. */
  ThawPracticeClock *clock;
  ThawPracticeTimer *timer;
  GString *said;

  /* The model. */
  GArray *stretches; /* (element-type Stretch) */
  guint n_stretches; /* until it is over */
  gboolean has_end;
  gboolean is_breathing;
  ThawPracticeState state;
  guint at;
  gint64 within_us;
  gint64 active_us;
  gint64 paused_us;
  gint64 now_us;
  gint64 begun_us;
  GString *expected;
} Walk;

static void
say (GString    *log,
     const char *what,
     gint64      a,
     gint64      b,
     gint64      now_us)
{
  g_string_append_printf (log, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " at %" G_GINT64_FORMAT "\n",
                          what, a, b, now_us);
}

/* What the real one says */

static void
on_state_changed_cb (ThawPracticeTimer *timer,
                     Walk              *walk)
{
  say (walk->said, "state", thaw_practice_timer_get_state (timer), 0,
       thaw_practice_clock_get_awake_us (walk->clock));
}

static void
on_step_changed_cb (ThawPracticeTimer *timer,
                    Walk              *walk)
{
  ThawTimelinePlace place;

  thaw_practice_timer_get_place (timer, &place);
  g_assert_cmpint (place.step_us, ==, 0);
  g_assert_false (place.is_over);
  say (walk->said, "step", place.round, place.step, thaw_practice_clock_get_awake_us (walk->clock));
}

static void
on_bell_cb (ThawPracticeTimer *timer,
            ThawBell           bell,
            Walk              *walk)
{
  say (walk->said, "bell", bell, 0, thaw_practice_clock_get_awake_us (walk->clock));
}

static void
on_slept_cb (ThawPracticeTimer *timer,
             Walk              *walk)
{
  say (walk->said, "slept", 0, 0, thaw_practice_clock_get_awake_us (walk->clock));
}

/* What the model expects */

static const Stretch *
get_stretch (Walk  *walk,
             guint  i)
{
  g_assert_cmpuint (i, <, walk->stretches->len);

  return &g_array_index (walk->stretches, Stretch, i);
}

static void
expect_state (Walk              *walk,
              ThawPracticeState  state)
{
  walk->state = state;
  say (walk->expected, "state", state, 0, walk->now_us);
}

static void
expect_end (Walk *walk)
{
  say (walk->expected, "bell", THAW_BELL_END, 0, walk->now_us);
  expect_state (walk, THAW_PRACTICE_OVER);
}

static void
expect_step (Walk  *walk,
             guint  at)
{
  walk->at = at;
  walk->within_us = 0;
  if (at == walk->n_stretches)
    {
      expect_end (walk);
      return;
    }

  if (walk->state == THAW_PRACTICE_RUNNING && get_stretch (walk, at)->bell != THAW_BELL_NONE)
    say (walk->expected, "bell", get_stretch (walk, at)->bell, 0, walk->now_us);
  say (walk->expected, "step", get_stretch (walk, at)->round, get_stretch (walk, at)->step, walk->now_us);
}

static gint64
get_left_us (Walk *walk)
{
  return get_stretch (walk, walk->at)->length_us - walk->within_us;
}

/* Either each step begins in time, or all that do begin when @us are over. */
static void
expect_run (Walk     *walk,
            gint64    us,
            gboolean  is_late)
{
  gint64 until_us = walk->now_us + us;

  if (is_late)
    walk->now_us = until_us;

  while (walk->state == THAW_PRACTICE_RUNNING)
    {
      gint64 left_us = get_left_us (walk);
      gint64 part_us = MIN (us, left_us);

      walk->within_us += part_us;
      walk->active_us += part_us;
      us -= part_us;
      if (!is_late)
        walk->now_us += part_us;
      if (part_us < left_us)
        return;
      expect_step (walk, walk->at + 1);
    }

  walk->now_us = until_us;
  walk->paused_us += us;
}

static gboolean
is_going (Walk *walk)
{
  return walk->state == THAW_PRACTICE_RUNNING || walk->state == THAW_PRACTICE_PAUSED;
}

/* What may happen */

static void
do_advance (Walk *walk)
{
  gint64 us = g_test_rand_int_range (0, 2 * SECOND);

  /* Sometimes far, sometimes just to where something is about to change. */
  if (g_test_rand_int_range (0, 4) == 0)
    us *= 20;
  else if (g_test_rand_int_range (0, 4) == 0)
    us = SECOND;
  else if (g_test_rand_int_range (0, 4) == 0 && is_going (walk))
    us = get_left_us (walk) - g_test_rand_int_range (0, 2);

  thaw_practice_clock_advance (walk->clock, us);
  expect_run (walk, us, FALSE);
}

static void
do_late (Walk *walk)
{
  gint64 us = g_test_rand_int_range (0, THAW_PRACTICE_TIMER_MAX_LATE_US + 1);

  thaw_practice_clock_stall (walk->clock, us);
  expect_run (walk, us, TRUE);
}

static void
do_pause (Walk *walk)
{
  thaw_practice_timer_pause (walk->timer);
  if (walk->state == THAW_PRACTICE_RUNNING)
    expect_state (walk, THAW_PRACTICE_PAUSED);
}

static void
do_resume (Walk *walk)
{
  thaw_practice_timer_resume (walk->timer);
  if (walk->state == THAW_PRACTICE_PAUSED)
    expect_state (walk, THAW_PRACTICE_RUNNING);
}

static void
do_skip (Walk *walk)
{
  thaw_practice_timer_skip (walk->timer);
  if (is_going (walk))
    {
      if (walk->has_end || get_stretch (walk, walk->at)->step != get_stretch (walk, walk->at + 1)->step)
        expect_step (walk, walk->at + 1);
    }
}

static void
do_back (Walk *walk)
{
  thaw_practice_timer_back (walk->timer);
  if (is_going (walk))
    expect_step (walk, walk->within_us < SECOND && walk->at > 0 ? walk->at - 1 : walk->at);
}

static void
do_sleep (Walk *walk)
{
  gint64 us = g_test_rand_bit () ? 30 * DAY : SECOND;

  thaw_practice_clock_sleep (walk->clock, us);
  if (walk->state == THAW_PRACTICE_RUNNING)
    {
      expect_state (walk, THAW_PRACTICE_PAUSED);
      say (walk->expected, "slept", 0, 0, walk->now_us);
    }
}

/* It stands still until a moment before the next step. */
static void
do_stall (Walk *walk)
{
  gint64 left_us, us;

  if (!is_going (walk) || walk->at + 1 == walk->n_stretches)
    return;

  left_us = get_left_us (walk);
  us = g_test_rand_bit () ? 1000 * DAY : left_us + THAW_PRACTICE_TIMER_MAX_LATE_US + 1;

  thaw_practice_clock_stall (walk->clock, us);
  walk->now_us += us;
  if (walk->state == THAW_PRACTICE_RUNNING)
    {
      walk->within_us += left_us - 1;
      walk->active_us += left_us - 1;
      walk->paused_us += us - (left_us - 1);
      expect_state (walk, THAW_PRACTICE_PAUSED);
      say (walk->expected, "slept", 0, 0, walk->now_us);
    }
  else
    {
      walk->paused_us += us;
    }
}

static void
do_finish_round (Walk *walk)
{
  thaw_practice_timer_finish_round (walk->timer);
  if (!is_going (walk))
    return;

  if (!walk->has_end && !walk->is_breathing)
    {
      expect_end (walk);
      return;
    }

  for (guint i = walk->at; i < walk->n_stretches; i++)
    {
      if (get_stretch (walk, i)->round != get_stretch (walk, walk->at)->round)
        {
          walk->n_stretches = i;
          walk->has_end = TRUE;
        }
    }
}

static void
do_leave (Walk *walk)
{
  thaw_practice_timer_leave (walk->timer);
  if (walk->state != THAW_PRACTICE_OVER)
    expect_state (walk, THAW_PRACTICE_OVER);
}

static void
do_anything (Walk *walk)
{
  int what = g_test_rand_int_range (0, 100);

  if (what < 50)
    do_advance (walk);
  else if (what < 58)
    do_late (walk);
  else if (what < 66)
    do_pause (walk);
  else if (what < 84)
    do_resume (walk);
  else if (what < 88)
    do_skip (walk);
  else if (what < 94)
    do_back (walk);
  else if (what < 96)
    do_sleep (walk);
  else if (what < 98)
    do_stall (walk);
  else if (g_test_rand_int_range (0, 8) == 0)
    do_finish_round (walk);
  else if (g_test_rand_int_range (0, 20) == 0)
    do_leave (walk);
}

/* The steps of a timeline, one after the other */

static void
unroll (Walk         *walk,
        ThawTimeline *timeline,
        guint         n_once)
{
  guint n_rounds = thaw_timeline_get_n_rounds (timeline);
  gint64 total_us = 0;

  walk->has_end = n_rounds > 0;
  for (guint round = 0; round < (n_rounds > 0 ? n_rounds : N_ROUNDS); round++)
    {
      for (guint i = round == 0 ? 0 : n_once; i < thaw_timeline_get_n_steps (timeline); i++)
        {
          const ThawTimelineStep *step = thaw_timeline_get_step (timeline, i);
          Stretch stretch = { round, i, step->length_ms * 1000, step->bell };

          g_array_append_val (walk->stretches, stretch);
          total_us += stretch.length_us;
        }
    }

  walk->n_stretches = walk->stretches->len;
  if (walk->has_end)
    g_assert_cmpint (total_us, ==, thaw_timeline_get_length_ms (timeline) * 1000);
}

static ThawTimeline *
make_breathing (void)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, "Any");

  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    {
      do
        pattern->tenths[i] = g_test_rand_bit () ? 0 : g_test_rand_int_range (0, THAW_BREATH_MAX_TENTHS + 1);
      while (!thaw_breath_phase_is_valid (i, pattern->tenths[i]));
    }

  return thaw_timeline_new_breathing (pattern, (guint) g_test_rand_int_range (0, 40));
}

static ThawTimeline *
make_rounds (guint *out_n_once)
{
  ThawTimeline *timeline = thaw_timeline_new ((guint) g_test_rand_int_range (0, 10));
  guint n_steps = (guint) g_test_rand_int_range (1, 12);

  *out_n_once = (guint) g_test_rand_int_range (0, (int) n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      if (i == *out_n_once)
        thaw_timeline_begin_rounds (timeline);
      thaw_timeline_add (timeline, g_test_rand_int_range (1000, 30000), -1, NULL,
                         g_test_rand_bit () ? THAW_BELL_INTERVAL : THAW_BELL_NONE);
    }

  return timeline;
}

static ThawTimeline *
make_timeline (gboolean *out_is_breathing,
               guint    *out_n_once)
{
  int bell_minutes = g_test_rand_int_range (0, 5);

  *out_n_once = 0;
  *out_is_breathing = g_test_rand_bit ();
  if (*out_is_breathing)
    return make_breathing ();
  if (g_test_rand_bit ())
    return make_rounds (out_n_once);
  if (g_test_rand_bit ())
    return thaw_timeline_new_sitting (g_test_rand_int_range (1, 30), bell_minutes);

  *out_n_once = bell_minutes > 0 ? 1 : 0;

  return thaw_timeline_new_sitting (0, bell_minutes);
}

static void
assert_same (Walk *walk)
{
  gint64 position_us = walk->within_us;

  for (guint i = 0; i < walk->at; i++)
    position_us += get_stretch (walk, i)->length_us;

  g_assert_cmpstr (walk->said->str, ==, walk->expected->str);
  g_assert_cmpint (thaw_practice_timer_get_state (walk->timer), ==, walk->state);
  g_assert_cmpint (thaw_practice_timer_get_elapsed_us (walk->timer), ==, position_us);
  g_assert_cmpint (thaw_practice_timer_get_active_ms (walk->timer), ==, walk->active_us / 1000);
  g_assert_cmpint (walk->active_us + walk->paused_us, ==,
                   thaw_practice_clock_get_awake_us (walk->clock) - walk->begun_us);
  g_string_set_size (walk->said, 0);
  g_string_set_size (walk->expected, 0);
}

static void
assert_whole (Walk *walk)
{
  ThawTimelinePlace place;

  if (!thaw_practice_timer_is_finished (walk->timer))
    return;

  thaw_practice_timer_get_place (walk->timer, &place);
  g_assert_true (place.is_over);
  if (walk->is_breathing)
    {
      ThawTimeline *timeline = thaw_practice_timer_get_timeline (walk->timer);

      g_assert_cmpuint (place.step, ==, thaw_timeline_get_n_steps (timeline) - 1);
      g_assert_cmpint (place.step_us, ==, place.step_length_us);
      g_assert_cmpint (thaw_practice_timer_get_elapsed_us (walk->timer), ==,
                       (place.round + 1) * thaw_timeline_get_round_ms (timeline) * 1000);
    }
}

static void
walk_once (void)
{
  g_autoptr (ThawTimeline) timeline = NULL;
  Walk walk = { 0 };
  guint n_once;

  timeline = make_timeline (&walk.is_breathing, &n_once);
  walk.clock = thaw_practice_clock_new_stopped ();
  walk.timer = thaw_practice_timer_new (walk.clock, timeline);
  walk.said = g_string_new (NULL);
  walk.expected = g_string_new (NULL);
  walk.stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  unroll (&walk, timeline, n_once);
  g_signal_connect (walk.timer, "state-changed", G_CALLBACK (on_state_changed_cb), &walk);
  g_signal_connect (walk.timer, "step-changed", G_CALLBACK (on_step_changed_cb), &walk);
  g_signal_connect (walk.timer, "bell", G_CALLBACK (on_bell_cb), &walk);
  g_signal_connect (walk.timer, "slept", G_CALLBACK (on_slept_cb), &walk);

  thaw_practice_clock_advance (walk.clock, g_test_rand_int_range (0, 1000000000));
  walk.begun_us = walk.now_us = thaw_practice_clock_get_awake_us (walk.clock);
  thaw_practice_timer_start (walk.timer);
  expect_state (&walk, THAW_PRACTICE_RUNNING);
  say (walk.expected, "bell", THAW_BELL_START, 0, walk.now_us);
  expect_step (&walk, 0);
  assert_same (&walk);

  for (guint i = 0; i < N_EVENTS; i++)
    {
      do_anything (&walk);
      assert_same (&walk);
    }
  assert_whole (&walk);

  g_assert_finalize_object (walk.timer);
  g_assert_finalize_object (walk.clock);
  g_array_unref (walk.stretches);
  g_string_free (walk.said, TRUE);
  g_string_free (walk.expected, TRUE);
}

static void
test_any (void)
{
  for (guint i = 0; i < N_RUNS; i++)
    walk_once ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/practice-timer/any", test_any);

  return g_test_run ();
}
