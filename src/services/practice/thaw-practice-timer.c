/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-timer"

#include "config.h"
#include "practice/thaw-practice-timer.h"

/**
 * ThawPracticeTimer:
 *
 * Goes along a timeline. Where it is follows from when it last began to run, and
 * where; nothing is summed up from step to step, so it cannot drift. It needs no
 * window that draws: each step begins by an alarm of the clock, and no position is
 * behind the next step before that has begun.
 */
struct _ThawPracticeTimer
{
  GObject parent_instance;

  ThawPracticeClock *clock; /* (owned) */
  ThawTimeline *timeline;   /* (owned) */

  ThawPracticeState state;
  gboolean is_finished;
  guint alarm;

  gint64 base_us;       /* where it is; while it runs, where it was */
  gint64 base_awake_us; /* when that was, by the clock */
  gint64 active_us;     /* how long it has run until then */
  gint64 next_us;       /* where the next step begins; always ahead while it runs */
  gint64 end_us;        /* where it is over */

  guint n_announcing;   /* handlers see the step that begins, however late it is */
  guint serial;         /* of the step that began last */
};

G_DEFINE_FINAL_TYPE (ThawPracticeTimer, thaw_practice_timer, G_TYPE_OBJECT)

enum
{
  SIGNAL_STATE_CHANGED,
  SIGNAL_STEP_CHANGED,
  SIGNAL_BELL,
  SIGNAL_SLEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void on_alarm_cb (gpointer user_data);

static gboolean
is_going (ThawPracticeTimer *self)
{
  return self->state == THAW_PRACTICE_RUNNING || self->state == THAW_PRACTICE_PAUSED;
}

static gint64
get_position_us (ThawPracticeTimer *self)
{
  gint64 run_us;

  if (self->state != THAW_PRACTICE_RUNNING || self->n_announcing > 0)
    return self->base_us;

  run_us = thaw_practice_clock_get_awake_us (self->clock) - self->base_awake_us;

  return self->base_us + CLAMP (run_us, 0, self->next_us - self->base_us - 1);
}

/* From here on, it runs from @position_us. */
static void
rebase (ThawPracticeTimer *self,
        gint64             position_us,
        gint64             awake_us)
{
  self->base_us = position_us;
  self->base_awake_us = awake_us;
}

/* Stays where it is, and has run until now. */
static void
settle (ThawPracticeTimer *self)
{
  gint64 position_us = get_position_us (self);

  self->active_us += position_us - self->base_us;
  rebase (self, position_us, thaw_practice_clock_get_awake_us (self->clock));
}

/* The new alarm comes before the old one goes, so that the clock keeps an eye on sleep all the time. */
static void
set_alarm (ThawPracticeTimer *self)
{
  guint old_alarm = self->alarm;

  self->alarm = 0;
  if (self->state == THAW_PRACTICE_RUNNING)
    self->alarm = thaw_practice_clock_add_alarm (self->clock, self->base_awake_us + self->next_us - self->base_us,
                                                 on_alarm_cb, self);
  if (old_alarm != 0)
    thaw_practice_clock_remove_alarm (self->clock, old_alarm);
}

static void
set_state (ThawPracticeTimer *self,
           ThawPracticeState  state)
{
  self->state = state;
  set_alarm (self);
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

static void
ring (ThawPracticeTimer *self,
      ThawBell           bell)
{
  if (bell != THAW_BELL_NONE)
    g_signal_emit (self, signals[SIGNAL_BELL], 0, bell);
}

/* The step at the base begins. A handler may do anything, also begin another. */
static void
begin_step (ThawPracticeTimer *self)
{
  ThawTimelinePlace place;
  guint serial = ++self->serial;

  thaw_timeline_locate (self->timeline, self->base_us, &place);
  self->next_us = self->base_us - place.step_us + place.step_length_us;
  set_alarm (self);

  self->n_announcing++;
  if (self->state == THAW_PRACTICE_RUNNING)
    ring (self, thaw_timeline_get_step (self->timeline, place.step)->bell);
  if (self->serial == serial && self->state != THAW_PRACTICE_OVER)
    g_signal_emit (self, signals[SIGNAL_STEP_CHANGED], 0);
  self->n_announcing--;
}

static void
end (ThawPracticeTimer *self,
     gboolean           is_finished)
{
  self->is_finished = is_finished;
  self->state = THAW_PRACTICE_OVER;
  set_alarm (self);

  if (is_finished)
    ring (self, THAW_BELL_END);
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

static void
pause_here (ThawPracticeTimer *self)
{
  settle (self);
  set_state (self, THAW_PRACTICE_PAUSED);
}

/* Begins all that is due by now, one after the other; while something is announced, that is done afterwards. */
static void
catch_up (ThawPracticeTimer *self)
{
  if (self->n_announcing > 0)
    return;

  while (self->state == THAW_PRACTICE_RUNNING)
    {
      gint64 due_us = self->base_awake_us + self->next_us - self->base_us;
      gint64 late_us = thaw_practice_clock_get_awake_us (self->clock) - due_us;

      if (late_us < 0)
        break;

      /* Nobody was here. It stands still right before the next step, which begins when it goes on. */
      if (late_us > THAW_PRACTICE_TIMER_MAX_LATE_US && self->next_us < self->end_us)
        {
          pause_here (self);
          g_signal_emit (self, signals[SIGNAL_SLEPT], 0);
          break;
        }

      self->active_us += self->next_us - self->base_us;
      rebase (self, self->next_us, due_us);
      if (self->base_us >= self->end_us)
        end (self, TRUE);
      else
        begin_step (self);
    }

  if (self->state == THAW_PRACTICE_RUNNING && self->alarm == 0)
    set_alarm (self);
}

/* By the person’s wish, not by time. */
static void
move_to (ThawPracticeTimer *self,
         gint64             position_us)
{
  settle (self);
  self->base_us = position_us;
  if (position_us >= self->end_us)
    end (self, TRUE);
  else
    begin_step (self);

  catch_up (self);
}

static void
on_alarm_cb (gpointer user_data)
{
  g_autoptr (ThawPracticeTimer) self = g_object_ref (user_data);

  self->alarm = 0;
  catch_up (self);
}

static void
on_clock_slept_cb (ThawPracticeTimer *self)
{
  catch_up (self);
  if (self->state != THAW_PRACTICE_RUNNING)
    return;

  pause_here (self);
  g_signal_emit (self, signals[SIGNAL_SLEPT], 0);
}

static void
thaw_practice_timer_dispose (GObject *object)
{
  ThawPracticeTimer *self = THAW_PRACTICE_TIMER (object);

  if (self->alarm != 0)
    thaw_practice_clock_remove_alarm (self->clock, self->alarm);
  self->alarm = 0;

  G_OBJECT_CLASS (thaw_practice_timer_parent_class)->dispose (object);
}

static void
thaw_practice_timer_finalize (GObject *object)
{
  ThawPracticeTimer *self = THAW_PRACTICE_TIMER (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (thaw_practice_timer_parent_class)->finalize (object);
}

static void
thaw_practice_timer_class_init (ThawPracticeTimerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_practice_timer_dispose;
  object_class->finalize = thaw_practice_timer_finalize;

  /**
   * ThawPracticeTimer::state-changed:
   *
   * It started, paused, went on, or is over.
   */
  signals[SIGNAL_STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ThawPracticeTimer::step-changed:
   *
   * A step begins: by time, or because the person went to it. The same step may begin
   * again. At the end of all, none begins.
   */
  signals[SIGNAL_STEP_CHANGED] = g_signal_new ("step-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ThawPracticeTimer::bell:
   * @bell: a #ThawBell
   *
   * A bell rings: when it is started, on the way, and when it is finished. What is left
   * ends in silence, and so does what is paused go to another step.
   */
  signals[SIGNAL_BELL] = g_signal_new ("bell", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * ThawPracticeTimer::slept:
   *
   * The machine slept, or the program stood still, and it was paused because of that,
   * where it was.
   */
  signals[SIGNAL_SLEPT] = g_signal_new ("slept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
thaw_practice_timer_init (ThawPracticeTimer *self)
{
}

/**
 * thaw_practice_timer_new:
 * @clock: the time that goes by
 * @timeline: what is to happen; it has steps, and is not changed any more
 *
 * Returns: (transfer full): a timer at its beginning
 */
ThawPracticeTimer *
thaw_practice_timer_new (ThawPracticeClock *clock,
                         ThawTimeline      *timeline)
{
  ThawPracticeTimer *self;
  gint64 length_ms;

  g_return_val_if_fail (THAW_IS_PRACTICE_CLOCK (clock), NULL);
  g_return_val_if_fail (THAW_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (thaw_timeline_get_n_steps (timeline) > 0, NULL);

  self = g_object_new (THAW_TYPE_PRACTICE_TIMER, NULL);
  self->clock = g_object_ref (clock);
  self->timeline = g_object_ref (timeline);
  length_ms = thaw_timeline_get_length_ms (timeline);
  self->end_us = length_ms > 0 ? length_ms * 1000 : G_MAXINT64;
  g_signal_connect_object (clock, "slept", G_CALLBACK (on_clock_slept_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * thaw_practice_timer_start:
 *
 * Starts it, once.
 */
void
thaw_practice_timer_start (ThawPracticeTimer *self)
{
  ThawTimelinePlace place;
  guint serial;

  g_return_if_fail (THAW_IS_PRACTICE_TIMER (self));

  if (self->state != THAW_PRACTICE_READY)
    return;

  rebase (self, 0, thaw_practice_clock_get_awake_us (self->clock));
  thaw_timeline_locate (self->timeline, 0, &place);
  self->next_us = place.step_length_us;
  serial = self->serial;

  self->n_announcing++;
  set_state (self, THAW_PRACTICE_RUNNING);
  if (self->state == THAW_PRACTICE_RUNNING)
    ring (self, THAW_BELL_START);
  if (self->serial == serial && is_going (self))
    begin_step (self);
  self->n_announcing--;

  catch_up (self);
}

/**
 * thaw_practice_timer_pause:
 *
 * Stands still, if it runs.
 */
void
thaw_practice_timer_pause (ThawPracticeTimer *self)
{
  g_return_if_fail (THAW_IS_PRACTICE_TIMER (self));

  catch_up (self);
  if (self->state == THAW_PRACTICE_RUNNING)
    pause_here (self);
}

/**
 * thaw_practice_timer_resume:
 *
 * Goes on from where it was paused.
 */
void
thaw_practice_timer_resume (ThawPracticeTimer *self)
{
  g_return_if_fail (THAW_IS_PRACTICE_TIMER (self));

  if (self->state != THAW_PRACTICE_PAUSED)
    return;

  rebase (self, self->base_us, thaw_practice_clock_get_awake_us (self->clock));
  set_state (self, THAW_PRACTICE_RUNNING);
}

/**
 * thaw_practice_timer_skip:
 *
 * Goes to the next step; from the last one, to the end. In a silence without an end,
 * there is nothing to go to.
 */
void
thaw_practice_timer_skip (ThawPracticeTimer *self)
{
  ThawTimelinePlace place, next;

  g_return_if_fail (THAW_IS_PRACTICE_TIMER (self));

  catch_up (self);
  if (!is_going (self))
    return;

  thaw_timeline_locate (self->timeline, self->base_us, &place);
  thaw_timeline_locate (self->timeline, self->next_us, &next);
  if (self->end_us < G_MAXINT64 || next.step != place.step)
    move_to (self, self->next_us);
}

/**
 * thaw_practice_timer_back:
 *
 * Goes to the beginning of this step, or, within its first second, of the one before.
 */
void
thaw_practice_timer_back (ThawPracticeTimer *self)
{
  ThawTimelinePlace place;
  gint64 start_us;

  g_return_if_fail (THAW_IS_PRACTICE_TIMER (self));

  catch_up (self);
  if (!is_going (self))
    return;

  thaw_practice_timer_get_place (self, &place);
  start_us = get_position_us (self) - place.step_us;
  if (place.step_us < THAW_PRACTICE_TIMER_BACK_US && start_us > 0)
    {
      thaw_timeline_locate (self->timeline, start_us - 1, &place);
      start_us -= place.step_length_us;
    }

  move_to (self, start_us);
}

/**
 * thaw_practice_timer_finish_round:
 *
 * Goes on to the end of this round, and is finished then: no breath is cut off. In a
 * silence without an end nothing is, so it is finished now.
 */
void
thaw_practice_timer_finish_round (ThawPracticeTimer *self)
{
  ThawTimelinePlace place;
  guint last;

  g_return_if_fail (THAW_IS_PRACTICE_TIMER (self));

  catch_up (self);
  if (!is_going (self))
    return;

  thaw_practice_timer_get_place (self, &place);
  if (self->end_us == G_MAXINT64 && thaw_timeline_get_step (self->timeline, place.step)->phase < 0)
    {
      settle (self);
      end (self, TRUE);
      return;
    }

  last = thaw_timeline_get_n_steps (self->timeline) - 1;
  self->end_us = thaw_timeline_get_start_us (self->timeline, place.round, last) +
                 thaw_timeline_get_step (self->timeline, last)->length_ms * 1000;
}

/**
 * thaw_practice_timer_leave:
 *
 * Is over at once, wherever it is.
 */
void
thaw_practice_timer_leave (ThawPracticeTimer *self)
{
  g_return_if_fail (THAW_IS_PRACTICE_TIMER (self));

  catch_up (self);
  if (self->state == THAW_PRACTICE_OVER)
    return;

  settle (self);
  end (self, FALSE);
}

/**
 * thaw_practice_timer_get_timeline:
 *
 * Returns: (transfer none): what it goes along
 */
ThawTimeline *
thaw_practice_timer_get_timeline (ThawPracticeTimer *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_TIMER (self), NULL);

  return self->timeline;
}

/**
 * thaw_practice_timer_get_state:
 *
 * Returns: whether it runs
 */
ThawPracticeState
thaw_practice_timer_get_state (ThawPracticeTimer *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_TIMER (self), THAW_PRACTICE_READY);

  return self->state;
}

/**
 * thaw_practice_timer_is_finished:
 *
 * Returns: whether it is over because it reached its end, or that of the round which
 *   was to be the last; not if it was left
 */
gboolean
thaw_practice_timer_is_finished (ThawPracticeTimer *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_TIMER (self), FALSE);

  return self->is_finished;
}

/**
 * thaw_practice_timer_get_elapsed_us:
 *
 * Returns: where in the timeline it is at this very moment, in microseconds
 */
gint64
thaw_practice_timer_get_elapsed_us (ThawPracticeTimer *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_TIMER (self), 0);

  return get_position_us (self);
}

/**
 * thaw_practice_timer_get_active_ms:
 *
 * Returns: how long it has run, in milliseconds, without pauses and without what was
 *   skipped
 */
gint64
thaw_practice_timer_get_active_ms (ThawPracticeTimer *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_TIMER (self), 0);

  return (self->active_us + get_position_us (self) - self->base_us) / 1000;
}

/**
 * thaw_practice_timer_get_place:
 * @out_place: (out caller-allocates): in which step it is at this very moment; once it
 *   is finished, the end of the last one
 */
void
thaw_practice_timer_get_place (ThawPracticeTimer *self,
                               ThawTimelinePlace *out_place)
{
  g_return_if_fail (THAW_IS_PRACTICE_TIMER (self));
  g_return_if_fail (out_place != NULL);

  if (!self->is_finished)
    {
      thaw_timeline_locate (self->timeline, get_position_us (self), out_place);
      return;
    }

  /* The end of a round is where the next one would begin, which it does not. */
  thaw_timeline_locate (self->timeline, self->base_us - 1, out_place);
  out_place->step_us = MIN (out_place->step_us + 1, out_place->step_length_us);
  out_place->is_over = TRUE;
}
