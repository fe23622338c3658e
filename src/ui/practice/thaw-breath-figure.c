/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-breath-figure"

#include "config.h"
#include "practice/thaw-breath-figure.h"

#include <math.h>

/* How full the lungs are before the second, short breath in. */
#define TOP_UP_FROM 0.78

/* How long it takes to come to rest in a pause, and out of it; at most a third of the pause each. */
#define SETTLE_US (700.0 * 1000.0)

static int
get_phase (ThawTimeline *timeline,
           guint         step)
{
  return step < thaw_timeline_get_n_steps (timeline) ? thaw_timeline_get_step (timeline, step)->phase : -1;
}

/* Slow at both ends, as a breath is. */
static double
ease (double share)
{
  return (1.0 - cos (G_PI * CLAMP (share, 0.0, 1.0))) / 2.0;
}

/* How full the lungs are after @step, if they were as full as @level before it. */
static double
get_level_after (ThawTimeline *timeline,
                 guint         step,
                 double        level)
{
  switch (get_phase (timeline, step))
    {
    case THAW_BREATH_IN:
      return get_phase (timeline, step + 1) == THAW_BREATH_TOP_UP ? TOP_UP_FROM : 1.0;
    case THAW_BREATH_TOP_UP:
      return 1.0;
    case THAW_BREATH_OUT:
      return 0.0;
    default:
      return level;
    }
}

static void
read_breath (ThawBreathFigure        *self,
             ThawTimeline            *timeline,
             const ThawTimelinePlace *place,
             ThawBreathMotion         motion)
{
  int phase = get_phase (timeline, place->step);
  gboolean is_pause = phase == THAW_BREATH_HOLD_FULL || phase == THAW_BREATH_HOLD_EMPTY;
  double before = 0.0, after;

  for (guint i = 0; i < place->step; i++)
    before = get_level_after (timeline, i, before);
  after = get_level_after (timeline, place->step, before);

  if (motion == THAW_BREATH_FLOWING)
    {
      double near_us = (double) MIN (place->step_us, place->step_length_us - place->step_us);
      double settle_us = MIN (SETTLE_US, (double) place->step_length_us / 3.0);

      self->fullness = before + (after - before) * ease (self->done);
      self->rest = is_pause ? ease (near_us / settle_us) : 0.0;
    }
  else
    {
      self->fullness = after;
      self->rest = is_pause ? 1.0 : 0.0;
    }
}

/**
 * thaw_breath_figure_init:
 * @self: (out caller-allocates): what there is to see
 * @timeline: what is done
 * @place: where in @timeline it is
 * @motion: how much of it is shown as movement
 *
 * Nothing but @timeline and @place decides what there is to see.
 */
void
thaw_breath_figure_init (ThawBreathFigure        *self,
                         ThawTimeline            *timeline,
                         const ThawTimelinePlace *place,
                         ThawBreathMotion         motion)
{
  double round_us, total_us;
  int n_seconds;

  g_return_if_fail (self != NULL && place != NULL);
  g_return_if_fail (THAW_IS_TIMELINE (timeline));
  g_return_if_fail (place->step < thaw_timeline_get_n_steps (timeline) && place->step_length_us > 0);

  round_us = (double) thaw_timeline_get_round_ms (timeline) * 1000.0;
  total_us = (double) thaw_timeline_get_length_ms (timeline) * 1000.0;
  n_seconds = (int) ceil ((double) place->step_length_us / G_USEC_PER_SEC);

  *self = (ThawBreathFigure) {
    .has_shape = get_phase (timeline, place->step) >= 0,
    .seconds_left = (int) ceil ((double) (place->step_length_us - place->step_us) / G_USEC_PER_SEC),
  };

  if (!self->has_shape)
    {
      double start_us = (double) thaw_timeline_get_start_us (timeline, place->round, place->step);

      self->ring_to = 1.0;
      self->done = total_us > 0.0 ? (start_us + (double) place->step_us) / total_us : 0.0;
      return;
    }

  self->ring_from = (double) thaw_timeline_get_start_us (timeline, 0, place->step) / round_us;
  self->ring_to = self->ring_from + (double) place->step_length_us / round_us;
  if (motion == THAW_BREATH_FLOWING)
    self->done = (double) place->step_us / (double) place->step_length_us;
  else if (motion == THAW_BREATH_STILL)
    self->done = 1.0;
  else
    self->done = (double) (n_seconds - self->seconds_left) / n_seconds;

  read_breath (self, timeline, place, motion);
}
