/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tally-words"

#include "config.h"
#include "thaw-tally-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "thaw-date-words.h"
#include "thaw-length-words.h"

/* Smaller changes are called none: they would be shown as 0.0. */
#define LEAST_CHANGE 0.05

#define MS_PER_MINUTE 60000

/* From one of the seven steps of valence to the next. */
#define VALENCE_STEP (2.0 / (THAW_VALENCE_N_STEPS - 1))

static char *
times_to_words (guint n)
{
  return g_strdup_printf (ngettext ("%u time", "%u times", n), n);
}

/* What a change can be called. */
typedef enum
{
  CHANGE_UNKNOWN,
  CHANGE_NONE,
  CHANGE_LESS,
  CHANGE_MORE,
} ChangeKind;

static ChangeKind
get_kind (const ThawSpread *change,
          double            unit)
{
  if (change->n < THAW_TALLY_MIN_SESSIONS)
    return CHANGE_UNKNOWN;
  if (fabs (change->mean / unit) < LEAST_CHANGE)
    return CHANGE_NONE;

  return change->mean > 0 ? CHANGE_MORE : CHANGE_LESS;
}

/* Of a sum, the seconds say nothing. */
static gint64
round_sum (gint64 ms)
{
  return ms < MS_PER_MINUTE ? ms : (ms + MS_PER_MINUTE / 2) / MS_PER_MINUTE * MS_PER_MINUTE;
}

/**
 * thaw_tally_describe_times:
 * @tally: of an activity
 * @today: the day that it is
 *
 * Returns: (transfer full): how often and, as far as that is known, how long it was
 *   done, and when last
 */
char *
thaw_tally_describe_times (const ThawActivityTally *tally,
                           ThawDay                  today)
{
  g_autofree char *times = NULL, *length = NULL, *day = NULL;

  g_return_val_if_fail (tally != NULL, NULL);

  times = times_to_words (tally->n_sessions);
  day = thaw_day_to_words (tally->last_day, today);

  if (tally->total_ms == 0)
    /* Translators: how something was done: how often, and the day of the last time, as “5 times, last: Yesterday” */
    return g_strdup_printf (_("%s, last: %s"), times, day);

  length = thaw_length_to_words (round_sum (tally->total_ms));

  /* Translators: how something was done: how often, how long in all, and the day of the last time, as
   * “5 times, 42 min in all, last: Yesterday” */
  return g_strdup_printf (_("%s, %s in all, last: %s"), times, length, day);
}

/**
 * thaw_tally_describe_feeling:
 *
 * Says how much feeling changed from before to after, on the scale from 0 to 10. A
 * description: it does not say why.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL below
 *   %THAW_TALLY_MIN_SESSIONS sessions with both answers
 */
char *
thaw_tally_describe_feeling (const ThawActivityTally *tally)
{
  g_autofree char *times = NULL;
  double mean, deviation;

  g_return_val_if_fail (tally != NULL, NULL);

  times = times_to_words (tally->feeling.n);
  mean = fabs (tally->feeling.mean);
  deviation = tally->feeling.deviation;

  switch (get_kind (&tally->feeling, 1.0))
    {
    case CHANGE_MORE:
      /* Translators: how much could be felt after something, compared with before: the mean of the changes, their
       * spread, and of how many times, as “Feeling afterwards: 1.4 more on average, give or take 0.8 (5 times)” */
      return g_strdup_printf (_("Feeling afterwards: %.1f more on average, give or take %.1f (%s)"), mean, deviation,
                              times);
    case CHANGE_LESS:
      return g_strdup_printf (_("Feeling afterwards: %.1f less on average, give or take %.1f (%s)"), mean, deviation,
                              times);
    case CHANGE_NONE:
      /* Translators: the spread of the changes, and of how many times */
      return g_strdup_printf (_("Feeling afterwards: the same on average, give or take %.1f (%s)"), deviation, times);
    case CHANGE_UNKNOWN:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * thaw_tally_describe_valence:
 *
 * Says how much more or less pleasant it was, in steps of the scale.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL below
 *   %THAW_TALLY_MIN_SESSIONS sessions with both answers
 */
char *
thaw_tally_describe_valence (const ThawActivityTally *tally)
{
  g_autofree char *times = NULL;
  double mean, deviation;

  g_return_val_if_fail (tally != NULL, NULL);

  times = times_to_words (tally->valence.n);
  mean = fabs (tally->valence.mean) / VALENCE_STEP;
  deviation = tally->valence.deviation / VALENCE_STEP;

  switch (get_kind (&tally->valence, VALENCE_STEP))
    {
    case CHANGE_MORE:
      /* Translators: how pleasant it was after something, compared with before, in steps of the scale of seven: the
       * mean of the changes, their spread, and of how many times */
      return g_strdup_printf (_("Mood afterwards: %.1f steps more pleasant on average, give or take %.1f (%s)"), mean,
                              deviation, times);
    case CHANGE_LESS:
      return g_strdup_printf (_("Mood afterwards: %.1f steps less pleasant on average, give or take %.1f (%s)"), mean,
                              deviation, times);
    case CHANGE_NONE:
      /* Translators: the spread of the changes, and of how many times */
      return g_strdup_printf (_("Mood afterwards: the same on average, give or take %.1f (%s)"), deviation, times);
    case CHANGE_UNKNOWN:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * thaw_tally_describe_pleasure:
 *
 * Says how pleasant it was expected to be, and was: wanting and liking.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL below
 *   %THAW_TALLY_MIN_SESSIONS sessions with both answers
 */
char *
thaw_tally_describe_pleasure (const ThawActivityTally *tally)
{
  g_autofree char *times = NULL;

  g_return_val_if_fail (tally != NULL, NULL);

  if (tally->felt.n < THAW_TALLY_MIN_SESSIONS)
    return NULL;

  times = times_to_words (tally->felt.n);

  /* Translators: how pleasant something was expected to be, and how pleasant it was, from 0 to 10, on average, and of
   * how many times, as “Pleasure: expected 2.3, felt 5.0 on average (4 times)” */
  return g_strdup_printf (_("Pleasure: expected %.1f, felt %.1f on average (%s)"), tally->expected.mean,
                          tally->felt.mean, times);
}
