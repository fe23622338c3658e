/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-timeline"

#include "config.h"
#include "thaw-timeline.h"

#define US_PER_MS     G_GINT64_CONSTANT (1000)
#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MAX_MINUTES   ((int) (THAW_TIMELINE_MAX_STEP_MS / MS_PER_MINUTE))

/* All rounds together: far more than anybody needs, and far less than 64 bits of microseconds hold. */
#define MAX_LENGTH_MS (366 * THAW_TIMELINE_MAX_STEP_MS)

typedef struct
{
  ThawTimelineStep step;
  gint64 start_us; /* in the first round */
} Slot;

/**
 * ThawTimeline:
 *
 * What is to happen, one thing after another: so many rounds of the same steps, and
 * before the first of them, maybe, steps that come only once. Where a moment is in it
 * is found by a search, so each moment can be asked for at any time, and none depends
 * on those before.
 */
struct _ThawTimeline
{
  GObject parent_instance;

  guint n_rounds;   /* 0 is open-ended */
  guint first_step; /* of a round; what is before comes only once */
  GArray *slots;    /* (owned) (element-type Slot) */
  gint64 end_us;    /* of the first round */
};

G_DEFINE_FINAL_TYPE (ThawTimeline, thaw_timeline, G_TYPE_OBJECT)

static const Slot *
get_slot (ThawTimeline *self,
          guint         step)
{
  return &g_array_index (self->slots, Slot, step);
}

/* Where the first round begins. */
static gint64
get_rounds_start_us (ThawTimeline *self)
{
  return self->first_step < self->slots->len ? get_slot (self, self->first_step)->start_us : self->end_us;
}

static gint64
get_round_us (ThawTimeline *self)
{
  return self->end_us - get_rounds_start_us (self);
}

/* Whether nothing comes at @elapsed_us any more. */
static gboolean
is_behind_end (ThawTimeline *self,
               gint64        elapsed_us)
{
  gint64 round_us = get_round_us (self);

  if (self->n_rounds == 0 && round_us > 0)
    return FALSE;

  return elapsed_us >= get_rounds_start_us (self) + self->n_rounds * round_us;
}

/* The last step that begins at @offset_us of the first round or before. */
static guint
find_step (ThawTimeline *self,
           gint64        offset_us)
{
  guint low = 0;
  guint high = self->slots->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_slot (self, middle)->start_us <= offset_us)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static void
clear_slot (gpointer data)
{
  g_free (((Slot *) data)->step.text);
}

static void
thaw_timeline_finalize (GObject *object)
{
  ThawTimeline *self = THAW_TIMELINE (object);

  g_clear_pointer (&self->slots, g_array_unref);

  G_OBJECT_CLASS (thaw_timeline_parent_class)->finalize (object);
}

static void
thaw_timeline_class_init (ThawTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_timeline_finalize;
}

static void
thaw_timeline_init (ThawTimeline *self)
{
  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_array_set_clear_func (self->slots, clear_slot);
}

/**
 * thaw_timeline_new:
 * @n_rounds: how often the steps are repeated; 0 to go on until it is left
 *
 * Returns: (transfer full): a timeline without steps, for whoever makes it to fill
 */
ThawTimeline *
thaw_timeline_new (guint n_rounds)
{
  ThawTimeline *self = g_object_new (THAW_TYPE_TIMELINE, NULL);

  self->n_rounds = n_rounds;

  return self;
}

/**
 * thaw_timeline_add:
 * @length_ms: how long it takes, from 1 to %THAW_TIMELINE_MAX_STEP_MS
 * @phase: a #ThawBreathPhase, or −1
 * @text: (nullable): what is shown while it lasts
 * @bell: what rings when it begins; the bells at the start and at the end of a session
 *   are the timer’s
 *
 * Adds a step. Only while the timeline is made.
 */
void
thaw_timeline_add (ThawTimeline *self,
                   gint64        length_ms,
                   int           phase,
                   const char   *text,
                   ThawBell      bell)
{
  Slot slot;

  g_return_if_fail (THAW_IS_TIMELINE (self));
  g_return_if_fail (length_ms >= 1 && length_ms <= THAW_TIMELINE_MAX_STEP_MS);
  g_return_if_fail (phase >= -1 && phase < THAW_N_BREATH_PHASES);
  g_return_if_fail (self->end_us / US_PER_MS + length_ms <= MAX_LENGTH_MS / MAX (self->n_rounds, 1));

  slot = (Slot) { { length_ms, phase, g_strdup (text), bell }, self->end_us };
  g_array_append_val (self->slots, slot);
  self->end_us += length_ms * US_PER_MS;
}

/**
 * thaw_timeline_begin_rounds:
 *
 * What was added up to here comes only once, before the first round; what is added from
 * here on is repeated. Only while the timeline is made.
 */
void
thaw_timeline_begin_rounds (ThawTimeline *self)
{
  g_return_if_fail (THAW_IS_TIMELINE (self));

  self->first_step = self->slots->len;
}

/**
 * thaw_timeline_add_silence:
 * @minutes: when the silence ends, counted from the beginning of the timeline; 0 if
 *   that is open, which needs an open-ended timeline
 * @bell_minutes: how far apart the bells are, counted from the beginning too; 0 for none
 *
 * Adds silence with bells on the way, of which none rings together with the one that
 * ends it. Nothing is added if the end is behind already. Only while the timeline is
 * made.
 */
void
thaw_timeline_add_silence (ThawTimeline *self,
                           int           minutes,
                           int           bell_minutes)
{
  gint64 end_ms = CLAMP (minutes, 0, MAX_MINUTES) * MS_PER_MINUTE;
  gint64 bell_ms = CLAMP (bell_minutes, 0, MAX_MINUTES) * MS_PER_MINUTE;
  gboolean is_open = minutes <= 0;
  gint64 at_ms;

  g_return_if_fail (THAW_IS_TIMELINE (self));
  g_return_if_fail (is_open == (self->n_rounds == 0));

  at_ms = self->end_us / US_PER_MS;

  /* What goes on without an end is repeated from its first bell on. */
  if (is_open && bell_ms > 0)
    end_ms = (MAX (at_ms, 1) + bell_ms - 1) / bell_ms * bell_ms;

  while (at_ms < end_ms)
    {
      gboolean is_bell = bell_ms > 0 && at_ms > 0 && at_ms % bell_ms == 0;
      gint64 next_ms = bell_ms > 0 ? MIN ((at_ms / bell_ms + 1) * bell_ms, end_ms) : end_ms;

      thaw_timeline_add (self, next_ms - at_ms, -1, NULL, is_bell ? THAW_BELL_INTERVAL : THAW_BELL_NONE);
      at_ms = next_ms;
    }

  if (is_open)
    {
      thaw_timeline_begin_rounds (self);
      if (bell_ms > 0)
        thaw_timeline_add (self, bell_ms, -1, NULL, THAW_BELL_INTERVAL);
      else
        thaw_timeline_add (self, THAW_TIMELINE_MAX_STEP_MS, -1, NULL, THAW_BELL_NONE);
    }
}

/**
 * thaw_timeline_new_breathing:
 * @pattern: a valid way of breathing
 * @n_breaths: how many breaths, up to %THAW_BREATH_MAX_BREATHS; 0 to go on until it is left
 *
 * Returns: (transfer full): a round for each breath, with a step for each phase that
 *   @pattern has
 */
ThawTimeline *
thaw_timeline_new_breathing (const ThawBreathPattern *pattern,
                             guint                    n_breaths)
{
  ThawTimeline *self;

  g_return_val_if_fail (pattern != NULL && thaw_breath_pattern_is_valid (pattern), NULL);
  g_return_val_if_fail (n_breaths <= THAW_BREATH_MAX_BREATHS, NULL);

  self = thaw_timeline_new (n_breaths);
  for (int phase = 0; phase < THAW_N_BREATH_PHASES; phase++)
    {
      if (pattern->tenths[phase] > 0)
        thaw_timeline_add (self, pattern->tenths[phase] * G_GINT64_CONSTANT (100), phase,
                           thaw_breath_phase_get_word (phase), THAW_BELL_NONE);
    }

  return self;
}

/**
 * thaw_timeline_new_sitting:
 * @minutes: how long, up to a day; 0 to go on until it is left
 * @bell_minutes: how far apart the bells on the way are, 0 for none
 *
 * Returns: (transfer full): silence, with a step for each bell
 */
ThawTimeline *
thaw_timeline_new_sitting (int minutes,
                           int bell_minutes)
{
  ThawTimeline *self = thaw_timeline_new (minutes > 0 ? 1 : 0);

  thaw_timeline_add_silence (self, minutes, bell_minutes);

  return self;
}

/**
 * thaw_timeline_get_n_rounds:
 *
 * Returns: how many rounds there are, 0 if it goes on until it is left
 */
guint
thaw_timeline_get_n_rounds (ThawTimeline *self)
{
  g_return_val_if_fail (THAW_IS_TIMELINE (self), 0);

  return self->n_rounds;
}

/**
 * thaw_timeline_get_n_steps:
 *
 * Returns: how many different steps there are, with those before the first round
 */
guint
thaw_timeline_get_n_steps (ThawTimeline *self)
{
  g_return_val_if_fail (THAW_IS_TIMELINE (self), 0);

  return self->slots->len;
}

/**
 * thaw_timeline_get_step:
 * @step: the index of a step
 *
 * Returns: (transfer none): the step
 */
const ThawTimelineStep *
thaw_timeline_get_step (ThawTimeline *self,
                        guint         step)
{
  g_return_val_if_fail (THAW_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (step < self->slots->len, NULL);

  return &get_slot (self, step)->step;
}

/**
 * thaw_timeline_get_round_ms:
 *
 * Returns: how long a round is, in milliseconds, without what comes before the first
 */
gint64
thaw_timeline_get_round_ms (ThawTimeline *self)
{
  g_return_val_if_fail (THAW_IS_TIMELINE (self), 0);

  return get_round_us (self) / US_PER_MS;
}

/**
 * thaw_timeline_get_length_ms:
 *
 * Returns: how long all of it is, in milliseconds; 0 if it is open-ended
 */
gint64
thaw_timeline_get_length_ms (ThawTimeline *self)
{
  g_return_val_if_fail (THAW_IS_TIMELINE (self), 0);

  if (self->n_rounds == 0)
    return 0;

  return (get_rounds_start_us (self) + self->n_rounds * get_round_us (self)) / US_PER_MS;
}

/**
 * thaw_timeline_locate:
 * @elapsed_us: microseconds since the beginning
 * @out_place: (out caller-allocates): where that is
 *
 * Finds a moment. What is before the beginning is at the beginning, and what is behind
 * the end is at the end. A moment between two steps belongs to the one that begins.
 */
void
thaw_timeline_locate (ThawTimeline      *self,
                      gint64             elapsed_us,
                      ThawTimelinePlace *out_place)
{
  gint64 rounds_start_us, round_us, offset_us;
  gint64 round = 0;
  guint step;

  g_return_if_fail (THAW_IS_TIMELINE (self));
  g_return_if_fail (self->slots->len > 0);
  g_return_if_fail (out_place != NULL);

  rounds_start_us = get_rounds_start_us (self);
  round_us = get_round_us (self);
  offset_us = MAX (elapsed_us, 0);

  if (is_behind_end (self, offset_us))
    {
      gint64 length_us;

      step = self->slots->len - 1;
      length_us = get_slot (self, step)->step.length_ms * US_PER_MS;
      *out_place = (ThawTimelinePlace) { MAX ((gint64) self->n_rounds, 1) - 1, step, length_us, length_us, TRUE };
      return;
    }

  if (offset_us >= rounds_start_us)
    {
      round = (offset_us - rounds_start_us) / round_us;
      offset_us -= round * round_us;
    }

  step = find_step (self, offset_us);
  *out_place = (ThawTimelinePlace) {
    .round = round,
    .step = step,
    .step_us = offset_us - get_slot (self, step)->start_us,
    .step_length_us = get_slot (self, step)->step.length_ms * US_PER_MS,
    .is_over = FALSE,
  };
}

/**
 * thaw_timeline_get_start_us:
 * @round: a round, from 0 on
 * @step: the index of a step of that round
 *
 * Returns: when that step begins, in microseconds since the beginning
 */
gint64
thaw_timeline_get_start_us (ThawTimeline *self,
                            gint64        round,
                            guint         step)
{
  g_return_val_if_fail (THAW_IS_TIMELINE (self), 0);
  g_return_val_if_fail (step < self->slots->len, 0);
  g_return_val_if_fail (round >= 0 && (round == 0 || step >= self->first_step), 0);

  return round * get_round_us (self) + get_slot (self, step)->start_us;
}
