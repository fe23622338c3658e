/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-course"

#include "config.h"
#include "thaw-demo-course.h"

typedef struct
{
  guint day;
  int   level;
} Point;

typedef struct
{
  guint first;
  guint last;
} Span;

/* How much can be felt, 0 to 10: up, but never straight. */
static const Point feeling_points[] = {
  {    0,  900 }, {   60,  600 }, {  130, 1000 }, {  170,  600 }, {  205, 1700 }, {  245, 2900 }, {  285, 1900 },
  {  330, 3200 }, {  370, 2500 }, {  410, 3900 }, {  455, 3400 }, {  510, 5000 }, {  550, 3900 }, {  590, 4900 },
  {  615, 3600 }, {  640, 1300 }, {  690, 1700 }, {  730, 3300 }, {  780, 4900 }, {  820, 4300 }, {  880, 5900 },
  {  930, 5300 }, {  985, 6600 }, { 1028, 6100 }, { 1038, 2900 }, { 1048, 5900 }, { 1094, 6900 },
};

/* How pleasant it is, −3 to +3. What thaws first is not the pleasant part. */
static const Point valence_points[] = {
  {    0, -500 }, {  120, -600 }, {  200, -500 }, {  245, -1100 }, {  300, -200 }, {  335, -700 }, {  410,  200 },
  {  455, -300 }, {  510,  500 }, {  560, -200 }, {  600, -500 }, {  640, -1800 }, {  690, -1200 }, {  730, -400 },
  {  790,  400 }, {  830,    0 }, {  890,  900 }, {  935,  400 }, {  990, 1100 }, { 1042, -500 }, { 1094, 1100 },
};

/* Days on which nothing at all was written. */
static const Span silences[] = {
  {  34,  37 }, {  88,  93 }, { 168, 170 }, { 221, 222 }, { 292, 298 }, { 356, 358 }, { 437, 439 }, { 529, 533 },
  { 628, 630 }, { 641, 653 }, { 671, 674 }, { 702, 704 }, { 811, 813 }, { 906, 912 }, { 1003, 1004 },
};

/* The first day of each phase. */
static const guint phase_starts[THAW_DEMO_N_PHASES] = { 0, 200, 380, 625, 735 };

/* What comes after the story goes up and down around where it ended, in waves of this length. */
#define LATER_WAVE_DAYS 320

/* A line that goes from -level up to +level and back to -level, once in @length days. */
static int
triangle (guint day,
          guint length,
          int   level)
{
  int half = (int) length / 2;
  int at = (int) (day % length);
  int distance = ABS (at - half);

  return level - 2 * level * distance / half;
}

static int
interpolate (const Point *points,
             guint        n_points,
             guint        course_day)
{
  guint next = 1;

  if (course_day >= points[n_points - 1].day)
    return points[n_points - 1].level;

  while (points[next].day <= course_day)
    next++;

  return points[next - 1].level + (points[next].level - points[next - 1].level) *
                                    (int) (course_day - points[next - 1].day) /
                                    (int) (points[next].day - points[next - 1].day);
}

/* −level at the end of December, +level at the end of June. */
static int
get_season (ThawDay day,
            int     level)
{
  int year = 1;

  thaw_day_split (day, &year, NULL, NULL);

  return triangle ((guint) (day - thaw_day_new (year, 1, 1)), 366, level);
}

static int
get_later_wave (guint course_day,
                int   level)
{
  if (course_day < THAW_DEMO_COURSE_DAYS)
    return 0;

  /* It starts at its highest point, where the story ended. */
  return triangle (course_day - THAW_DEMO_COURSE_DAYS + LATER_WAVE_DAYS / 2, LATER_WAVE_DAYS, level) - level;
}

/**
 * thaw_demo_course_get_phase:
 * @course_day: days since the story began
 *
 * Returns: which part of the story this is
 */
ThawDemoPhase
thaw_demo_course_get_phase (guint course_day)
{
  guint phase = THAW_DEMO_N_PHASES - 1;

  while (phase_starts[phase] > course_day)
    phase--;

  return (ThawDemoPhase) phase;
}

/**
 * thaw_demo_course_get_feeling:
 * @course_day: days since the story began
 * @day: the day of the calendar, for the season
 *
 * Returns: how much is felt around this day, in thousandths of the steps 0 to 10
 */
int
thaw_demo_course_get_feeling (guint   course_day,
                              ThawDay day)
{
  int level = interpolate (feeling_points, G_N_ELEMENTS (feeling_points), course_day);

  /* One has to feel something to feel the season. */
  return level + get_season (day, 500) * MIN (level, 4000) / 4000 + get_later_wave (course_day, 900);
}

/**
 * thaw_demo_course_get_valence:
 * @course_day: days since the story began
 * @day: the day of the calendar, for the season
 *
 * Returns: how pleasant it is around this day, in thousandths of the steps −3 to +3
 */
int
thaw_demo_course_get_valence (guint   course_day,
                              ThawDay day)
{
  return interpolate (valence_points, G_N_ELEMENTS (valence_points), course_day) + get_season (day, 350) +
         get_later_wave (course_day, 500);
}

/**
 * thaw_demo_course_is_silent:
 * @course_day: days since the story began
 *
 * Returns: whether nothing was written on this day
 */
gboolean
thaw_demo_course_is_silent (guint course_day)
{
  for (guint i = 0; i < G_N_ELEMENTS (silences); i++)
    {
      if (course_day >= silences[i].first && course_day <= silences[i].last)
        return TRUE;
    }

  /* After the story one week in each wave. */
  return course_day >= THAW_DEMO_COURSE_DAYS && course_day % LATER_WAVE_DAYS < 7;
}
