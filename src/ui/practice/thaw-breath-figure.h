/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-timeline.h"

G_BEGIN_DECLS

/**
 * ThawBreathMotion:
 * @THAW_BREATH_FLOWING: as it is at each moment
 * @THAW_BREATH_STILL: as it is at the end of a phase
 * @THAW_BREATH_STILL_SECONDS: the same, but the ring goes on by whole seconds
 *
 * How much of what goes on is shown as movement.
 */
typedef enum
{
  THAW_BREATH_FLOWING,
  THAW_BREATH_STILL,
  THAW_BREATH_STILL_SECONDS,
} ThawBreathMotion;

/**
 * ThawBreathFigure:
 * @has_shape: whether it is a breath; what is none has a ring alone
 * @fullness: how full the lungs are, from 0 for empty to 1 for full
 * @rest: how much the breath rests, from 0 while it moves to 1 in a pause
 * @ring_from: where on the ring the phase begins, as a share of the way round it
 * @ring_to: where it ends
 * @done: how much of the phase is behind, from 0 to 1
 * @seconds_left: how many seconds of the phase are to come, one that has begun counted
 *
 * What there is to see at one moment. The ring is a whole breath, with a part for each
 * phase; what is no breath has all its rounds on the ring.
 */
typedef struct
{
  gboolean has_shape;
  double   fullness;
  double   rest;
  double   ring_from;
  double   ring_to;
  double   done;
  int      seconds_left;
} ThawBreathFigure;

void thaw_breath_figure_init (ThawBreathFigure        *self,
                              ThawTimeline            *timeline,
                              const ThawTimelinePlace *place,
                              ThawBreathMotion         motion);

G_END_DECLS
