/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/thaw-breath-figure.h"

#define EPSILON 1e-9

static ThawTimeline *
make_timeline (int in,
               int top_up,
               int hold_full,
               int out,
               int hold_empty)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, "");
  const int tenths[THAW_N_BREATH_PHASES] = { in, top_up, hold_full, out, hold_empty };

  memcpy (pattern->tenths, tenths, sizeof tenths);

  return thaw_timeline_new_breathing (pattern, 12);
}

static ThawBreathFigure
look (ThawTimeline     *timeline,
      double            seconds,
      ThawBreathMotion  motion)
{
  ThawTimelinePlace place;
  ThawBreathFigure figure;

  thaw_timeline_locate (timeline, (gint64) (seconds * G_USEC_PER_SEC), &place);
  thaw_breath_figure_init (&figure, timeline, &place, motion);

  return figure;
}

static double
get_fullness (ThawTimeline *timeline,
              double        seconds)
{
  return look (timeline, seconds, THAW_BREATH_FLOWING).fullness;
}

static void
test_breath (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline (40, 0, 20, 60, 10);

  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 0), 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 2), 0.5, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 4), 1, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 5), 1, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 9), 0.5, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 12), 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 12.5), 0, EPSILON);

  /* It begins and ends slowly. */
  g_assert_cmpfloat (get_fullness (timeline, 0.4), <, 0.05);
  g_assert_cmpfloat (get_fullness (timeline, 3.6), >, 0.95);

  /* The next breath is like this one. */
  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 13 + 2), 0.5, EPSILON);
}

/* From one moment to the next it never jumps, and goes the way that the breath goes. */
static void
test_smooth (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline (20, 10, 5, 60, 5);
  ThawBreathFigure before = look (timeline, 0, THAW_BREATH_FLOWING);

  for (int frame = 1; frame < 3 * 600; frame++)
    {
      double seconds = frame / 60.0;
      double in_breath = seconds - (int) (seconds / 10) * 10;
      ThawBreathFigure figure = look (timeline, seconds, THAW_BREATH_FLOWING);

      g_assert_cmpfloat_with_epsilon (figure.fullness, before.fullness, 0.025);
      g_assert_cmpfloat_with_epsilon (figure.rest, before.rest, 0.2);
      g_assert_true (figure.fullness >= 0 && figure.fullness <= 1);
      if (in_breath > 0.02 && in_breath < 3)
        g_assert_cmpfloat (figure.fullness, >, before.fullness);
      else if (in_breath > 3.52 && in_breath < 9.5)
        g_assert_cmpfloat (figure.fullness, <, before.fullness);
      before = figure;
    }
}

static void
test_top_up (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline (20, 10, 0, 60, 0);
  double level = get_fullness (timeline, 2);

  g_assert_cmpfloat (level, >, 0.6);
  g_assert_cmpfloat (level, <, 0.9);
  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 2.5), (level + 1) / 2, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_fullness (timeline, 3), 1, EPSILON);
}

static void
test_rest (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline (40, 0, 40, 40, 3);

  g_assert_cmpfloat (look (timeline, 2, THAW_BREATH_FLOWING).rest, ==, 0);
  g_assert_cmpfloat_with_epsilon (look (timeline, 4, THAW_BREATH_FLOWING).rest, 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (look (timeline, 6, THAW_BREATH_FLOWING).rest, 1, EPSILON);
  g_assert_cmpfloat_with_epsilon (look (timeline, 8, THAW_BREATH_FLOWING).rest, 0, EPSILON);
  g_assert_cmpfloat (look (timeline, 10, THAW_BREATH_FLOWING).rest, ==, 0);
  /* A very short pause is one as well. */
  g_assert_cmpfloat_with_epsilon (look (timeline, 12.15, THAW_BREATH_FLOWING).rest, 1, EPSILON);
}

/* The parts of the ring follow each other, as long as the phases are. */
static void
test_ring (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline (40, 0, 70, 80, 0);
  ThawBreathFigure figure = look (timeline, 1, THAW_BREATH_FLOWING);

  g_assert_cmpfloat (figure.ring_from, ==, 0);
  g_assert_cmpfloat_with_epsilon (figure.ring_to, 4 / 19.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (figure.done, 0.25, EPSILON);

  figure = look (timeline, 19 * 3 + 11 + 2, THAW_BREATH_FLOWING);
  g_assert_cmpfloat_with_epsilon (figure.ring_from, 11 / 19.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (figure.ring_to, 1, EPSILON);
  g_assert_cmpfloat_with_epsilon (figure.done, 0.25, EPSILON);
}

/* A change of the step is all that is seen, or of the second. */
static void
test_still (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline (45, 0, 20, 60, 10);

  for (double seconds = 0; seconds < 4.5; seconds += 0.1)
    {
      ThawBreathFigure figure = look (timeline, seconds, THAW_BREATH_STILL);

      g_assert_cmpfloat (figure.fullness, ==, 1);
      g_assert_cmpfloat (figure.rest, ==, 0);
      g_assert_cmpfloat (figure.done, ==, 1);

      figure = look (timeline, seconds, THAW_BREATH_STILL_SECONDS);
      g_assert_cmpfloat (figure.fullness, ==, 1);
      g_assert_cmpfloat_with_epsilon (figure.done, (5 - figure.seconds_left) / 5.0, EPSILON);
    }

  g_assert_cmpfloat (look (timeline, 5, THAW_BREATH_STILL).rest, ==, 1);
  g_assert_cmpfloat (look (timeline, 7, THAW_BREATH_STILL).fullness, ==, 0);
  g_assert_cmpfloat (look (timeline, 13, THAW_BREATH_STILL).fullness, ==, 0);
  g_assert_cmpfloat (look (timeline, 13, THAW_BREATH_STILL).rest, ==, 1);
}

static void
test_seconds (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline (45, 0, 0, 60, 0);

  g_assert_cmpint (look (timeline, 0, THAW_BREATH_FLOWING).seconds_left, ==, 5);
  g_assert_cmpint (look (timeline, 0.5, THAW_BREATH_FLOWING).seconds_left, ==, 4);
  g_assert_cmpint (look (timeline, 4.4, THAW_BREATH_FLOWING).seconds_left, ==, 1);
  g_assert_cmpint (look (timeline, 4.5, THAW_BREATH_FLOWING).seconds_left, ==, 6);
  g_assert_cmpint (look (timeline, 10.4, THAW_BREATH_STILL).seconds_left, ==, 1);
  g_assert_cmpint (look (timeline, 10.4, THAW_BREATH_STILL_SECONDS).seconds_left, ==, 1);
}

static void
test_over (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline (40, 0, 0, 60, 0);
  ThawBreathFigure figure = look (timeline, 3600, THAW_BREATH_FLOWING);

  g_assert_cmpfloat_with_epsilon (figure.fullness, 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (figure.done, 1, EPSILON);
  g_assert_cmpint (figure.seconds_left, ==, 0);
}

/* What is no breath has how much of all is behind on the ring, over all its steps. */
static void
test_sitting (void)
{
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new_sitting (20, 5);
  g_autoptr (ThawTimeline) open_ended = thaw_timeline_new_sitting (0, 5);
  ThawBreathFigure figure = look (timeline, 7 * 60, THAW_BREATH_FLOWING);

  g_assert_false (figure.has_shape);
  g_assert_cmpfloat (figure.ring_from, ==, 0);
  g_assert_cmpfloat (figure.ring_to, ==, 1);
  g_assert_cmpfloat_with_epsilon (figure.done, 0.35, EPSILON);
  g_assert_cmpfloat_with_epsilon (look (timeline, 7 * 60, THAW_BREATH_STILL).done, 0.35, EPSILON);

  figure = look (open_ended, 7 * 60, THAW_BREATH_FLOWING);
  g_assert_false (figure.has_shape);
  g_assert_cmpfloat (figure.done, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/breath-figure/breath", test_breath);
  g_test_add_func ("/ui/breath-figure/smooth", test_smooth);
  g_test_add_func ("/ui/breath-figure/top-up", test_top_up);
  g_test_add_func ("/ui/breath-figure/rest", test_rest);
  g_test_add_func ("/ui/breath-figure/ring", test_ring);
  g_test_add_func ("/ui/breath-figure/still", test_still);
  g_test_add_func ("/ui/breath-figure/seconds", test_seconds);
  g_test_add_func ("/ui/breath-figure/over", test_over);
  g_test_add_func ("/ui/breath-figure/sitting", test_sitting);

  return g_test_run ();
}
