/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-breath-pattern"

#include "config.h"
#include "thaw-breath-pattern.h"

#include "thaw-session.h"

#include <glib/gi18n-lib.h>

/* How long “at first” is, for a pattern with a limit. */
#define FIRST_DAYS 30

static const char *const phase_slugs[THAW_N_BREATH_PHASES] = {
  [THAW_BREATH_IN] = "in",
  [THAW_BREATH_TOP_UP] = "top-up",
  [THAW_BREATH_HOLD_FULL] = "hold-full",
  [THAW_BREATH_OUT] = "out",
  [THAW_BREATH_HOLD_EMPTY] = "hold-empty",
};

static const char *const phase_names[THAW_N_BREATH_PHASES] = {
  /* Translators: the phases of a breath, as labels of fields with seconds */
  [THAW_BREATH_IN] = NC_ ("breath phase", "Breathe in"),
  [THAW_BREATH_TOP_UP] = NC_ ("breath phase", "A little more in"),
  [THAW_BREATH_HOLD_FULL] = NC_ ("breath phase", "Pause with full lungs"),
  [THAW_BREATH_OUT] = NC_ ("breath phase", "Breathe out"),
  [THAW_BREATH_HOLD_EMPTY] = NC_ ("breath phase", "Pause with empty lungs"),
};

static const char *const phase_words[THAW_N_BREATH_PHASES] = {
  /* Translators: shown large while the person breathes along; short, and an invitation rather than an order */
  [THAW_BREATH_IN] = NC_ ("breath guide", "In"),
  [THAW_BREATH_TOP_UP] = NC_ ("breath guide", "A little more"),
  [THAW_BREATH_HOLD_FULL] = NC_ ("breath guide", "Hold"),
  [THAW_BREATH_OUT] = NC_ ("breath guide", "Out"),
  [THAW_BREATH_HOLD_EMPTY] = NC_ ("breath guide", "Rest"),
};

G_DEFINE_BOXED_TYPE (ThawBreathPattern, thaw_breath_pattern, thaw_breath_pattern_copy, thaw_breath_pattern_free)

/**
 * thaw_breath_pattern_new:
 * @id: (nullable): a slug, or the UUID of one of the person’s own
 * @name: what it is called
 *
 * Returns: (transfer full): a slow way of breathing, five seconds in and five out
 */
ThawBreathPattern *
thaw_breath_pattern_new (const char *id,
                         const char *name)
{
  ThawBreathPattern *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (ThawBreathPattern, 1);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->tenths[THAW_BREATH_IN] = 50;
  self->tenths[THAW_BREATH_OUT] = 50;
  self->breaths = 12;

  return self;
}

ThawBreathPattern *
thaw_breath_pattern_copy (const ThawBreathPattern *self)
{
  ThawBreathPattern *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ThawBreathPattern, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->summary = g_strdup (self->summary);
  copy->why = g_strdup (self->why);
  copy->source = g_strdup (self->source);

  return copy;
}

void
thaw_breath_pattern_free (ThawBreathPattern *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->why);
  g_free (self->source);
  g_free (self);
}

/**
 * thaw_breath_pattern_find:
 * @patterns: (nullable) (element-type ThawBreathPattern): some ways of breathing
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the one of them with that id
 */
const ThawBreathPattern *
thaw_breath_pattern_find (GPtrArray  *patterns,
                          const char *id)
{
  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    {
      const ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);

      if (g_strcmp0 (pattern->id, id) == 0)
        return pattern;
    }

  return NULL;
}

/**
 * thaw_breath_phase_is_valid:
 * @phase: a phase
 * @tenths: a length in tenths of a second
 *
 * Returns: whether the phase may be so long; only breathing in and out cannot be left out
 */
gboolean
thaw_breath_phase_is_valid (ThawBreathPhase phase,
                            int             tenths)
{
  int least = phase == THAW_BREATH_IN || phase == THAW_BREATH_OUT ? THAW_BREATH_MIN_TENTHS : 0;

  return tenths >= least && tenths <= THAW_BREATH_MAX_TENTHS;
}

/**
 * thaw_breath_pattern_is_valid:
 *
 * Returns: whether one can breathe like that: each phase is within its limits
 */
gboolean
thaw_breath_pattern_is_valid (const ThawBreathPattern *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    {
      if (!thaw_breath_phase_is_valid (i, self->tenths[i]))
        return FALSE;
    }

  return self->breaths >= 1 && self->breaths <= THAW_BREATH_MAX_BREATHS && self->first_limit >= 0;
}

/**
 * thaw_breath_pattern_get_ms:
 *
 * Returns: how long a breath takes, in milliseconds
 */
gint64
thaw_breath_pattern_get_ms (const ThawBreathPattern *self)
{
  gint64 tenths = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    tenths += self->tenths[i];

  return tenths * 100;
}

/**
 * thaw_breath_pattern_count_breaths:
 * @minutes: a length, from 1 to %THAW_BREATH_MAX_MINUTES
 *
 * Returns: how many whole breaths come nearest to @minutes; at least one
 */
int
thaw_breath_pattern_count_breaths (const ThawBreathPattern *self,
                                   int                      minutes)
{
  gint64 breath_ms;

  g_return_val_if_fail (self != NULL && thaw_breath_pattern_is_valid (self), 1);

  breath_ms = thaw_breath_pattern_get_ms (self);

  return (int) CLAMP (((gint64) minutes * 60000 + breath_ms / 2) / breath_ms, 1, THAW_BREATH_MAX_BREATHS);
}

/**
 * thaw_breath_pattern_get_limit:
 * @first_day: the day of the first session with the pattern, or %THAW_DAY_NONE
 * @today: the day that it is
 *
 * Returns: at most how many breaths a session has for now
 */
int
thaw_breath_pattern_get_limit (const ThawBreathPattern *self,
                               ThawDay                  first_day,
                               ThawDay                  today)
{
  int most;

  g_return_val_if_fail (self != NULL && thaw_breath_pattern_is_valid (self), 1);

  /* A session that is longer than any can be would not be kept. */
  most = (int) MIN (THAW_BREATH_MAX_BREATHS, THAW_SESSION_MAX_MS / thaw_breath_pattern_get_ms (self));
  if (self->first_limit == 0 || (first_day != THAW_DAY_NONE && today - first_day >= FIRST_DAYS))
    return most;

  return MIN (self->first_limit, most);
}

/**
 * thaw_breath_pattern_describe:
 *
 * Returns: (transfer full): the lengths of the phases that there are, in seconds and in
 *   their order, as "4 · 7 · 8"
 */
char *
thaw_breath_pattern_describe (const ThawBreathPattern *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    {
      if (self->tenths[i] == 0)
        continue;

      if (text->len > 0)
        g_string_append (text, " · ");
      if (self->tenths[i] % 10 == 0)
        g_string_append_printf (text, "%d", self->tenths[i] / 10);
      else
        g_string_append_printf (text, "%.1f", self->tenths[i] / 10.0);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * thaw_breath_phase_from_slug:
 * @slug: (nullable): a stable name
 * @out_phase: (out): the phase, unchanged if there is none
 *
 * Returns: whether there is such a phase
 */
gboolean
thaw_breath_phase_from_slug (const char      *slug,
                             ThawBreathPhase *out_phase)
{
  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    {
      if (g_strcmp0 (slug, phase_slugs[i]) == 0)
        {
          *out_phase = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * thaw_breath_phase_get_name:
 *
 * Returns: the translated name, as the label of a field
 */
const char *
thaw_breath_phase_get_name (ThawBreathPhase phase)
{
  g_return_val_if_fail ((guint) phase < THAW_N_BREATH_PHASES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "breath phase", phase_names[phase]);
}

/**
 * thaw_breath_phase_get_word:
 *
 * Returns: the translated word that is shown while the phase lasts
 */
const char *
thaw_breath_phase_get_word (ThawBreathPhase phase)
{
  g_return_val_if_fail ((guint) phase < THAW_N_BREATH_PHASES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "breath guide", phase_words[phase]);
}
