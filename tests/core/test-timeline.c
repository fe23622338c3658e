/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-timeline.h"

#define SECOND G_GINT64_CONSTANT (1000000)
#define MINUTE (60 * SECOND)

static void
assert_place (ThawTimeline *timeline,
              gint64        elapsed_us,
              gint64        round,
              guint         step,
              gint64        step_us)
{
  ThawTimelinePlace place;

  thaw_timeline_locate (timeline, elapsed_us, &place);
  g_assert_cmpint (place.round, ==, round);
  g_assert_cmpuint (place.step, ==, step);
  g_assert_cmpint (place.step_us, ==, step_us);
  g_assert_cmpint (place.step_length_us, ==, thaw_timeline_get_step (timeline, step)->length_ms * 1000);
  g_assert_false (place.is_over);
}

static void
assert_over (ThawTimeline *timeline,
             gint64        elapsed_us,
             gint64        round,
             guint         step)
{
  ThawTimelinePlace place;

  thaw_timeline_locate (timeline, elapsed_us, &place);
  g_assert_true (place.is_over);
  g_assert_cmpint (place.round, ==, round);
  g_assert_cmpuint (place.step, ==, step);
  g_assert_cmpint (place.step_us, ==, place.step_length_us);
}

static void
assert_step (ThawTimeline *timeline,
             guint         step,
             gint64        length_ms,
             ThawBell      bell)
{
  g_assert_cmpint (thaw_timeline_get_step (timeline, step)->length_ms, ==, length_ms);
  g_assert_cmpint (thaw_timeline_get_step (timeline, step)->bell, ==, bell);
}

static void
test_breathing (void)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new ("4-7-8", "4-7-8");
  g_autoptr (ThawTimeline) timeline = NULL;

  pattern->tenths[THAW_BREATH_IN] = 40;
  pattern->tenths[THAW_BREATH_HOLD_FULL] = 70;
  pattern->tenths[THAW_BREATH_OUT] = 81;
  timeline = thaw_timeline_new_breathing (pattern, 4);

  /* What takes no time is no step. */
  g_assert_cmpuint (thaw_timeline_get_n_steps (timeline), ==, 3);
  g_assert_cmpuint (thaw_timeline_get_n_rounds (timeline), ==, 4);
  g_assert_cmpint (thaw_timeline_get_round_ms (timeline), ==, 19100);
  g_assert_cmpint (thaw_timeline_get_length_ms (timeline), ==, 4 * 19100);
  g_assert_cmpint (thaw_timeline_get_step (timeline, 1)->phase, ==, THAW_BREATH_HOLD_FULL);
  g_assert_cmpstr (thaw_timeline_get_step (timeline, 1)->text, ==, thaw_breath_phase_get_word (THAW_BREATH_HOLD_FULL));
  assert_step (timeline, 0, 4000, THAW_BELL_NONE);

  assert_place (timeline, G_MININT64, 0, 0, 0);
  assert_place (timeline, 0, 0, 0, 0);
  assert_place (timeline, 4 * SECOND - 1, 0, 0, 4 * SECOND - 1);
  assert_place (timeline, 4 * SECOND, 0, 1, 0);
  assert_place (timeline, 3 * 19100000 + 11 * SECOND + 5, 3, 2, 5);
  assert_over (timeline, 4 * 19100000, 3, 2);
  assert_over (timeline, G_MAXINT64, 3, 2);
  g_assert_cmpint (thaw_timeline_get_start_us (timeline, 3, 2), ==, 3 * 19100000 + 11 * SECOND);
}

static void
test_breathing_without_end (void)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new ("slow", "Slow");
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new_breathing (pattern, 0);
  ThawTimelinePlace place;

  g_assert_cmpint (thaw_timeline_get_length_ms (timeline), ==, 0);
  assert_place (timeline, 3600 * SECOND + 7, 360, 0, 7);
  assert_place (timeline, 3605 * SECOND, 360, 1, 0);

  thaw_timeline_locate (timeline, G_MAXINT64, &place);
  g_assert_false (place.is_over);
  g_assert_cmpint (thaw_timeline_get_start_us (timeline, place.round, place.step) + place.step_us, ==, G_MAXINT64);
}

static void
test_once_before_rounds (void)
{
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new (3);

  thaw_timeline_add (timeline, 1000, -1, "Welcome", THAW_BELL_NONE);
  thaw_timeline_begin_rounds (timeline);
  thaw_timeline_add (timeline, 2000, -1, NULL, THAW_BELL_INTERVAL);
  thaw_timeline_add (timeline, 1, -1, NULL, THAW_BELL_NONE);

  g_assert_cmpint (thaw_timeline_get_round_ms (timeline), ==, 2001);
  g_assert_cmpint (thaw_timeline_get_length_ms (timeline), ==, 1000 + 3 * 2001);
  assert_place (timeline, SECOND - 1, 0, 0, SECOND - 1);
  assert_place (timeline, SECOND, 0, 1, 0);
  assert_place (timeline, 3 * SECOND, 0, 2, 0);
  assert_place (timeline, 3001000, 1, 1, 0);
  assert_place (timeline, 3001000 + 2001000 * 2 - 1, 2, 2, 999);
  assert_over (timeline, 1000000 + 3 * 2001000, 2, 2);
  g_assert_cmpint (thaw_timeline_get_start_us (timeline, 0, 0), ==, 0);
  g_assert_cmpint (thaw_timeline_get_start_us (timeline, 2, 1), ==, SECOND + 2 * 2001000);
}

static void
test_sitting (void)
{
  g_autoptr (ThawTimeline) plain = thaw_timeline_new_sitting (15, 0);
  g_autoptr (ThawTimeline) even = thaw_timeline_new_sitting (20, 5);
  g_autoptr (ThawTimeline) odd = thaw_timeline_new_sitting (12, 5);
  g_autoptr (ThawTimeline) rare = thaw_timeline_new_sitting (5, 10);
  g_autoptr (ThawTimeline) longest = thaw_timeline_new_sitting (G_MAXINT, G_MAXINT);

  g_assert_cmpuint (thaw_timeline_get_n_steps (plain), ==, 1);
  assert_step (plain, 0, 15 * 60000, THAW_BELL_NONE);

  /* At five, ten and fifteen minutes; not at twenty, when it ends. */
  g_assert_cmpuint (thaw_timeline_get_n_steps (even), ==, 4);
  assert_step (even, 0, 5 * 60000, THAW_BELL_NONE);
  assert_step (even, 3, 5 * 60000, THAW_BELL_INTERVAL);
  g_assert_cmpint (thaw_timeline_get_length_ms (even), ==, 20 * 60000);

  g_assert_cmpuint (thaw_timeline_get_n_steps (odd), ==, 3);
  assert_step (odd, 2, 2 * 60000, THAW_BELL_INTERVAL);
  g_assert_cmpint (thaw_timeline_get_length_ms (odd), ==, 12 * 60000);

  g_assert_cmpuint (thaw_timeline_get_n_steps (rare), ==, 1);
  assert_step (rare, 0, 5 * 60000, THAW_BELL_NONE);

  g_assert_cmpint (thaw_timeline_get_length_ms (longest), ==, THAW_TIMELINE_MAX_STEP_MS);
}

static void
test_sitting_without_end (void)
{
  g_autoptr (ThawTimeline) silent = thaw_timeline_new_sitting (0, 0);
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new_sitting (0, 10);

  g_assert_cmpint (thaw_timeline_get_length_ms (silent), ==, 0);
  assert_place (silent, 600 * MINUTE, 0, 0, 600 * MINUTE);

  /* The first bell rings after ten minutes, and then one every ten minutes. */
  assert_step (timeline, 0, 10 * 60000, THAW_BELL_NONE);
  assert_step (timeline, 1, 10 * 60000, THAW_BELL_INTERVAL);
  assert_place (timeline, 10 * MINUTE, 0, 1, 0);
  assert_place (timeline, 20 * MINUTE, 1, 1, 0);
  assert_place (timeline, 1000 * MINUTE + 1, 99, 1, 1);
}

/* Any moment is in the step that a walk from the beginning finds there. */
static void
test_each_moment (void)
{
  for (int run = 0; run < 200; run++)
    {
      guint n_rounds = (guint) g_test_rand_int_range (0, 5);
      guint n_once = (guint) g_test_rand_int_range (0, 4);
      guint n_steps = n_once + (guint) g_test_rand_int_range (1, 20);
      g_autoptr (ThawTimeline) timeline = thaw_timeline_new (n_rounds);
      gint64 at_us = 0;

      for (guint i = 0; i < n_steps; i++)
        {
          if (i == n_once)
            thaw_timeline_begin_rounds (timeline);
          thaw_timeline_add (timeline, g_test_rand_int_range (1, 30000), -1, NULL, THAW_BELL_NONE);
        }

      for (gint64 round = 0; round < (n_rounds > 0 ? n_rounds : 7); round++)
        {
          for (guint step = round == 0 ? 0 : n_once; step < n_steps; step++)
            {
              gint64 length_us = thaw_timeline_get_step (timeline, step)->length_ms * 1000;
              gint64 within_us = g_test_rand_int_range (0, (int) length_us);

              g_assert_cmpint (thaw_timeline_get_start_us (timeline, round, step), ==, at_us);
              assert_place (timeline, at_us, round, step, 0);
              assert_place (timeline, at_us + within_us, round, step, within_us);
              assert_place (timeline, at_us + length_us - 1, round, step, length_us - 1);
              at_us += length_us;
            }
        }

      if (n_rounds > 0)
        {
          g_assert_cmpint (thaw_timeline_get_length_ms (timeline) * 1000, ==, at_us);
          assert_over (timeline, at_us, n_rounds - 1, n_steps - 1);
        }
    }
}

static void
expect_critical (const char *what)
{
  g_test_expect_message ("thaw-timeline", G_LOG_LEVEL_CRITICAL, what);
}

static void
test_limits (void)
{
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new (1);
  g_autoptr (ThawTimeline) often = thaw_timeline_new (G_MAXUINT);
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new ("endless", "Endless");

  thaw_timeline_add (timeline, 1, -1, NULL, THAW_BELL_NONE);
  thaw_timeline_add (timeline, THAW_TIMELINE_MAX_STEP_MS, THAW_BREATH_HOLD_EMPTY, NULL, THAW_BELL_NONE);

  expect_critical ("*length_ms >= 1*");
  thaw_timeline_add (timeline, 0, -1, NULL, THAW_BELL_NONE);
  expect_critical ("*length_ms >= 1*");
  thaw_timeline_add (timeline, THAW_TIMELINE_MAX_STEP_MS + 1, -1, NULL, THAW_BELL_NONE);
  expect_critical ("*phase*");
  thaw_timeline_add (timeline, 1, THAW_N_BREATH_PHASES, NULL, THAW_BELL_NONE);
  expect_critical ("*n_rounds*");
  thaw_timeline_add (often, 60000, -1, NULL, THAW_BELL_NONE);

  pattern->tenths[THAW_BREATH_IN] = 36000;
  expect_critical ("*thaw_breath_pattern_is_valid*");
  g_assert_null (thaw_timeline_new_breathing (pattern, 1));

  pattern->tenths[THAW_BREATH_IN] = 0;
  expect_critical ("*thaw_breath_pattern_is_valid*");
  g_assert_null (thaw_timeline_new_breathing (pattern, 1));

  g_test_assert_expected_messages ();
  g_assert_cmpuint (thaw_timeline_get_n_steps (timeline), ==, 2);
  g_assert_cmpuint (thaw_timeline_get_n_steps (often), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/timeline/breathing", test_breathing);
  g_test_add_func ("/core/timeline/breathing-without-end", test_breathing_without_end);
  g_test_add_func ("/core/timeline/once-before-rounds", test_once_before_rounds);
  g_test_add_func ("/core/timeline/sitting", test_sitting);
  g_test_add_func ("/core/timeline/sitting-without-end", test_sitting_without_end);
  g_test_add_func ("/core/timeline/each-moment", test_each_moment);
  g_test_add_func ("/core/timeline/limits", test_limits);

  return g_test_run ();
}
