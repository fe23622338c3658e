/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/thaw-practice-clock.h"
#include "thaw-timeline.h"

G_BEGIN_DECLS

/* Going back within this time of a step goes to the one before. */
#define THAW_PRACTICE_TIMER_BACK_US G_USEC_PER_SEC

/* Later than that, a step does not begin by itself: the program stood still, or the clock jumped. */
#define THAW_PRACTICE_TIMER_MAX_LATE_US (5 * G_USEC_PER_SEC)

/**
 * ThawPracticeState:
 * @THAW_PRACTICE_READY: it was not started
 * @THAW_PRACTICE_RUNNING: it runs
 * @THAW_PRACTICE_PAUSED: it stands still, and can go on
 * @THAW_PRACTICE_OVER: it ended, and never goes on
 */
typedef enum
{
  THAW_PRACTICE_READY,
  THAW_PRACTICE_RUNNING,
  THAW_PRACTICE_PAUSED,
  THAW_PRACTICE_OVER,
} ThawPracticeState;

#define THAW_TYPE_PRACTICE_TIMER (thaw_practice_timer_get_type ())
G_DECLARE_FINAL_TYPE (ThawPracticeTimer, thaw_practice_timer, THAW, PRACTICE_TIMER, GObject)

ThawPracticeTimer *thaw_practice_timer_new            (ThawPracticeClock *clock,
                                                       ThawTimeline      *timeline) G_GNUC_WARN_UNUSED_RESULT;

void               thaw_practice_timer_start          (ThawPracticeTimer *self);
void               thaw_practice_timer_pause          (ThawPracticeTimer *self);
void               thaw_practice_timer_resume         (ThawPracticeTimer *self);
void               thaw_practice_timer_skip           (ThawPracticeTimer *self);
void               thaw_practice_timer_back           (ThawPracticeTimer *self);
void               thaw_practice_timer_finish_round   (ThawPracticeTimer *self);
void               thaw_practice_timer_leave          (ThawPracticeTimer *self);

ThawTimeline      *thaw_practice_timer_get_timeline   (ThawPracticeTimer *self);
ThawPracticeState  thaw_practice_timer_get_state      (ThawPracticeTimer *self);
gboolean           thaw_practice_timer_is_finished    (ThawPracticeTimer *self);
gint64             thaw_practice_timer_get_elapsed_us (ThawPracticeTimer *self);
gint64             thaw_practice_timer_get_active_ms  (ThawPracticeTimer *self);
void               thaw_practice_timer_get_place      (ThawPracticeTimer *self,
                                                       ThawTimelinePlace *out_place);

G_END_DECLS
