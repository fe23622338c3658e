/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-demo-course.h"

G_BEGIN_DECLS

/**
 * ThawDemoMood:
 * @THAW_DEMO_NUMB: little or nothing is felt
 * @THAW_DEMO_LOW: something unpleasant is
 * @THAW_DEMO_EVEN: something that is neither
 * @THAW_DEMO_WARM: something pleasant
 *
 * What a text must fit.
 */
typedef enum
{
  THAW_DEMO_NUMB,
  THAW_DEMO_LOW,
  THAW_DEMO_EVEN,
  THAW_DEMO_WARM,
} ThawDemoMood;

/**
 * ThawDemoTime:
 *
 * Parts of a day, @THAW_DEMO_SMALL_HOURS being those after midnight.
 */
typedef enum
{
  THAW_DEMO_SMALL_HOURS,
  THAW_DEMO_MORNING,
  THAW_DEMO_MIDDAY,
  THAW_DEMO_AFTERNOON,
  THAW_DEMO_EVENING,
  THAW_DEMO_NIGHT,
} ThawDemoTime;

#define THAW_DEMO_N_TIMES (THAW_DEMO_NIGHT + 1)

/**
 * ThawDemoWhen:
 * @phases: bits of #ThawDemoPhase
 * @moods: bits of #ThawDemoMood
 * @times: bits of #ThawDemoTime
 * @weekdays: bits 0 for Monday to 6 for Sunday
 * @seasons: bits 0 for winter to 3 for autumn
 * @first: the first day of the story
 * @last: the last day of the story
 *
 * Where in the journal something may stand.
 */
typedef struct
{
  guint phases;
  guint moods;
  guint times;
  guint weekdays;
  guint seasons;
  guint first;
  guint last;
} ThawDemoWhen;

/**
 * ThawDemoScene:
 * @course_day: days since the story began
 * @day: the day of the calendar
 * @phase: the part of the story
 * @time: the part of the day
 * @mood: what is felt
 *
 * What there is to write about.
 */
typedef struct
{
  guint         course_day;
  ThawDay       day;
  ThawDemoPhase phase;
  ThawDemoTime  time;
  ThawDemoMood  mood;
} ThawDemoScene;

extern const ThawDemoWhen thaw_demo_when_always;

gboolean thaw_demo_when_fits        (const ThawDemoWhen  *when,
                                     const ThawDemoScene *scene);
gboolean thaw_demo_when_has_weekday (const ThawDemoWhen  *when,
                                     ThawDay              day);

G_END_DECLS
