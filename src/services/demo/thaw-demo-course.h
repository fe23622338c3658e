/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"

G_BEGIN_DECLS

/* The days that the story takes. A longer journal goes on from where it ends. */
#define THAW_DEMO_COURSE_DAYS 1095

/**
 * ThawDemoPhase:
 * @THAW_DEMO_FROZEN: hardly anything can be felt
 * @THAW_DEMO_CRACKS: something shows for a moment, often something sad
 * @THAW_DEMO_UNEVEN: good weeks and flat weeks, in no order
 * @THAW_DEMO_SETBACK: a lapse, and the time after it
 * @THAW_DEMO_THAW: feelings of all kinds, most days
 *
 * The parts of the story.
 */
typedef enum
{
  THAW_DEMO_FROZEN,
  THAW_DEMO_CRACKS,
  THAW_DEMO_UNEVEN,
  THAW_DEMO_SETBACK,
  THAW_DEMO_THAW,
} ThawDemoPhase;

#define THAW_DEMO_N_PHASES (THAW_DEMO_THAW + 1)

/* All levels are whole numbers, in thousandths of a step: floating point may differ in the last bit between
 * machines, and one bit is enough to make another journal. */
#define THAW_DEMO_LEVEL 1000

ThawDemoPhase thaw_demo_course_get_phase   (guint   course_day);
int           thaw_demo_course_get_feeling (guint   course_day,
                                            ThawDay day);
int           thaw_demo_course_get_valence (guint   course_day,
                                            ThawDay day);
gboolean      thaw_demo_course_is_silent   (guint   course_day);

G_END_DECLS
