/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-breath-pattern.h"

G_BEGIN_DECLS

/**
 * ThawBell:
 * @THAW_BELL_NONE: no bell
 * @THAW_BELL_START: the one that begins
 * @THAW_BELL_INTERVAL: one on the way
 * @THAW_BELL_END: the one that ends
 */
typedef enum
{
  THAW_BELL_NONE,
  THAW_BELL_START,
  THAW_BELL_INTERVAL,
  THAW_BELL_END,
} ThawBell;

/**
 * ThawTimelineStep:
 * @length_ms: how long it takes, in milliseconds; at least 1
 * @phase: of a breath; −1 in a step that is none
 * @text: (nullable): what is shown, and may be spoken, while it lasts
 * @bell: what rings when it begins
 *
 * One thing after another: a phase of a breath, a line of a guided practice, or the
 * time between two bells.
 */
typedef struct
{
  gint64    length_ms;
  int       phase;
  char     *text;
  ThawBell  bell;
} ThawTimelineStep;

/**
 * ThawTimelinePlace:
 * @round: how many rounds are behind, from 0 on; a breath is a round
 * @step: the index of the step, as for thaw_timeline_get_step()
 * @step_us: how much of the step is behind, in microseconds
 * @step_length_us: how long the step is
 * @is_over: whether the end was reached; then the place is the end of the last step
 *
 * Where in a timeline a moment is.
 */
typedef struct
{
  gint64   round;
  guint    step;
  gint64   step_us;
  gint64   step_length_us;
  gboolean is_over;
} ThawTimelinePlace;

#define THAW_TYPE_TIMELINE (thaw_timeline_get_type ())
G_DECLARE_FINAL_TYPE (ThawTimeline, thaw_timeline, THAW, TIMELINE, GObject)

/* A step takes no longer than a day. */
#define THAW_TIMELINE_MAX_STEP_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)

/* Never changes after it was made. All rounds are alike; n_rounds 0 goes on until it is left. */
ThawTimeline *thaw_timeline_new            (guint                    n_rounds) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_timeline_add            (ThawTimeline            *self,
                                            gint64                   length_ms,
                                            int                      phase,
                                            const char              *text,
                                            ThawBell                 bell);
void          thaw_timeline_add_silence    (ThawTimeline            *self,
                                            int                      minutes,
                                            int                      bell_minutes);
void          thaw_timeline_begin_rounds   (ThawTimeline            *self);
ThawTimeline *thaw_timeline_new_breathing  (const ThawBreathPattern *pattern,
                                            guint                    n_breaths) G_GNUC_WARN_UNUSED_RESULT;
ThawTimeline *thaw_timeline_new_sitting    (int                      minutes,
                                            int                      bell_minutes) G_GNUC_WARN_UNUSED_RESULT;

guint                   thaw_timeline_get_n_rounds  (ThawTimeline      *self);
guint                   thaw_timeline_get_n_steps   (ThawTimeline      *self);
const ThawTimelineStep *thaw_timeline_get_step      (ThawTimeline      *self,
                                                     guint              step);
gint64                  thaw_timeline_get_round_ms  (ThawTimeline      *self);
gint64                  thaw_timeline_get_length_ms (ThawTimeline      *self); /* 0 if open-ended */
void                    thaw_timeline_locate        (ThawTimeline      *self,
                                                     gint64             elapsed_us,
                                                     ThawTimelinePlace *out_place);
gint64                  thaw_timeline_get_start_us  (ThawTimeline      *self,
                                                     gint64             round,
                                                     guint              step);

G_END_DECLS
