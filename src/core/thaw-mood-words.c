/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mood-words"

#include "config.h"
#include "thaw-mood-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "thaw-date-words.h"
#include "thaw-mood.h"

/* Means are told to one decimal: more than that nobody felt. */
static char *
format_number (double   value,
               gboolean with_sign)
{
  double rounded = round (value * 10.0) / 10.0;
  const char *sign = "";

  if (rounded < 0.0)
    sign = "−";
  else if (with_sign && rounded > 0.0)
    sign = "+";

  return g_strdup_printf (fabs (rounded - round (rounded)) < 0.05 ? "%s%.0f" : "%s%.1f", sign, fabs (rounded));
}

static const char *
get_word (ThawMoodScale scale,
          double        value)
{
  if (scale == THAW_MOOD_FEELING)
    return thaw_feeling_get_word ((int) lround (CLAMP (value, THAW_FEELING_NUMB, THAW_FEELING_VIVID)));

  return thaw_valence_step_get_word (thaw_valence_to_step (CLAMP (value, -1.0, 1.0)));
}

/**
 * thaw_mood_scale_get_title:
 * @scale: a scale
 *
 * Returns: (transfer none): what the scale tells, in words
 */
const char *
thaw_mood_scale_get_title (ThawMoodScale scale)
{
  /* Translators: over a chart, said by the person about themselves */
  return scale == THAW_MOOD_FEELING ? C_("chart", "How much I could feel") : C_("chart", "How pleasant it was");
}

/**
 * thaw_mood_scale_get_low_word:
 *
 * Returns: (transfer none): a word for the lower end
 */
const char *
thaw_mood_scale_get_low_word (ThawMoodScale scale)
{
  return get_word (scale, thaw_mood_scale_get_min (scale));
}

/**
 * thaw_mood_scale_get_high_word:
 *
 * Returns: (transfer none): a word for the upper end
 */
const char *
thaw_mood_scale_get_high_word (ThawMoodScale scale)
{
  return get_word (scale, thaw_mood_scale_get_max (scale));
}

/**
 * thaw_mood_scale_format_value:
 * @scale: a scale
 * @value: a mean on it, or NAN
 *
 * Returns: (transfer full): the mean as a word and a number
 */
char *
thaw_mood_scale_format_value (ThawMoodScale scale,
                              double        value)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    /* Translators: stands in the place of a mean where there was no answer */
    return g_strdup (C_("chart", "no answer"));

  number = format_number (value, scale == THAW_MOOD_VALENCE);
  if (scale == THAW_MOOD_FEELING)
    /* Translators: how much could be felt, as a word and a number, as in “a little (4.3 of 10)” */
    return g_strdup_printf (C_("feeling", "%s (%s of 10)"), get_word (scale, value), number);

  /* Translators: how pleasant it was, as a word and a number between −1 and +1, as in “slightly pleasant (+0.3)” */
  return g_strdup_printf (C_("valence", "%s (%s)"), get_word (scale, value), number);
}

/**
 * thaw_mood_scale_format_range:
 * @scale: a scale
 * @min: the least answer
 * @max: the greatest answer
 *
 * Returns: (transfer full) (nullable): from the least to the greatest, or %NULL if
 *   they are the same
 */
char *
thaw_mood_scale_format_range (ThawMoodScale scale,
                              double        min,
                              double        max)
{
  g_autofree char *least = NULL;
  g_autofree char *greatest = NULL;

  least = scale == THAW_MOOD_FEELING ? format_number (min, FALSE) : g_strdup (get_word (scale, min));
  greatest = scale == THAW_MOOD_FEELING ? format_number (max, FALSE) : g_strdup (get_word (scale, max));
  if (g_str_equal (least, greatest))
    return NULL;

  /* Translators: the least and the greatest answer of a day, as in “from 2 to 6” or “from unpleasant to pleasant” */
  return g_strdup_printf (C_("range of a day", "from %s to %s"), least, greatest);
}

/**
 * thaw_mood_scale_describe:
 * @scale: a scale
 * @answers: what was answered
 *
 * Returns: (transfer full): the mean and the range in words
 */
char *
thaw_mood_scale_describe (ThawMoodScale       scale,
                          const ThawDayScale *answers)
{
  g_autofree char *value = NULL;
  g_autofree char *range = NULL;

  g_return_val_if_fail (answers != NULL, NULL);

  value = thaw_mood_scale_format_value (scale, answers->n > 0 ? answers->mean : NAN);
  if (answers->n > 0)
    range = thaw_mood_scale_format_range (scale, answers->min, answers->max);
  if (range == NULL)
    return g_steal_pointer (&value);

  /* Translators: the mean and the range of a day, as in “a little (4.3 of 10), from 2 to 6” */
  return g_strdup_printf (C_("mean and range", "%s, %s"), value, range);
}

/**
 * thaw_day_mood_format_counts:
 * @mood: a day
 *
 * Returns: (transfer full): in words, how many entries the day has, and how often
 *   something was practised or done
 */
char *
thaw_day_mood_format_counts (const ThawDayMood *mood)
{
  g_autofree char *entries = NULL;
  g_autofree char *sessions = NULL;

  g_return_val_if_fail (mood != NULL, NULL);

  /* Translators: how many entries a day has */
  entries = g_strdup_printf (ngettext ("%u entry", "%u entries", mood->n_entries), mood->n_entries);
  if (mood->n_sessions == 0)
    return g_steal_pointer (&entries);

  /* Translators: how often something was practised or done on a day, as breathing, or going for a walk */
  sessions = g_strdup_printf (ngettext ("%u practice", "%u practices", mood->n_sessions), mood->n_sessions);
  if (mood->n_entries == 0)
    return g_steal_pointer (&sessions);

  /* Translators: what a day has, as in “1 entry, 2 practices” */
  return g_strdup_printf (C_("what a day has", "%s, %s"), entries, sessions);
}

/**
 * thaw_day_mood_describe:
 * @mood: a day
 *
 * Returns: (transfer full): the day's values in whole sentences, to be read aloud
 */
char *
thaw_day_mood_describe (const ThawDayMood *mood)
{
  g_autofree char *day = NULL;
  g_autofree char *feeling = NULL;
  g_autofree char *valence = NULL;
  g_autofree char *counts = NULL;

  g_return_val_if_fail (mood != NULL, NULL);

  day = thaw_day_to_words (mood->day, THAW_DAY_NONE);
  counts = thaw_day_mood_format_counts (mood);
  if (mood->n_entries == 0)
    /* Translators: a day of the chart without entries, read aloud: the date, and how often something was practised or
     * done, as in “Tuesday 3 November 2026. 2 practices.” */
    return g_strdup_printf (C_("day of the chart", "%s. %s."), day, counts);

  feeling = thaw_mood_scale_describe (THAW_MOOD_FEELING, &mood->feeling);
  valence = thaw_mood_scale_describe (THAW_MOOD_VALENCE, &mood->valence);

  /* Translators: a day of the chart, read aloud: the date, how much could be felt, how pleasant it was, and what it
   * has, as in “Tuesday 3 November 2026. How much I could feel: a little (4.3 of 10), from 2 to 6. How pleasant it
   * was: neutral (0). 3 entries, 2 practices.” */
  return g_strdup_printf (_("%s. How much I could feel: %s. How pleasant it was: %s. %s."),
                          day,
                          feeling,
                          valence,
                          counts);
}

static char *
describe_extremes (ThawMoodScale           scale,
                   const ThawMoodExtremes *extremes)
{
  g_autofree char *mean = thaw_mood_scale_format_value (scale, extremes->mean);
  g_autofree char *lowest_day = NULL;
  g_autofree char *highest_day = NULL;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (extremes->highest_mean - extremes->lowest_mean < 0.05)
    return g_steal_pointer (&mean);

  lowest_day = thaw_day_to_short_words (extremes->lowest, THAW_DAY_NONE);
  highest_day = thaw_day_to_short_words (extremes->highest, THAW_DAY_NONE);
  lowest = thaw_mood_scale_format_value (scale, extremes->lowest_mean);
  highest = thaw_mood_scale_format_value (scale, extremes->highest_mean);

  /* Translators: what a chart shows in words: the mean, then the lowest and the highest day, as in “on average a
   * little (4.3 of 10), lowest on 3 Nov 2026 with numb (0 of 10), highest on 9 Nov 2026 with clearly (7 of
   * 10)” */
  return g_strdup_printf (_("on average %s, lowest on %s with %s, highest on %s with %s"),
                          mean,
                          lowest_day,
                          lowest,
                          highest_day,
                          highest);
}

/* What is said about the entries of a time: how many days have some, and what they say. */
static void
describe_entries (ThawMoodSeries *series,
                  const char     *title,
                  guint           n_days,
                  GString        *text)
{
  if (n_days == 0)
    {
      /* Translators: %s is a time, as in “November 2026” */
      g_string_append_printf (text, _("%s: nothing was written in this time."), title);
      return;
    }

  /* Translators: %s is a time, as in “November 2026”, %u how many days of it have entries */
  g_string_append_printf (text,
                          ngettext ("%s: %u day with entries.", "%s: %u days with entries.", n_days),
                          title,
                          n_days);

  for (int i = 0; i < THAW_N_MOOD_SCALES; i++)
    {
      ThawMoodScale scale = (ThawMoodScale) i;
      ThawMoodExtremes extremes;
      g_autofree char *words = NULL;

      thaw_mood_series_get_extremes (series, scale, &extremes);
      if (extremes.n_days == 0)
        continue;

      words = describe_extremes (scale, &extremes);
      /* Translators: a sentence about a chart: its title and what it shows, as in “How much I could feel: on average
       * a little (4.3 of 10).” */
      g_string_append_printf (text, C_("sentence about a chart", " %s: %s."), thaw_mood_scale_get_title (scale), words);
    }
}

/**
 * thaw_mood_series_describe:
 * @series: a series
 * @title: what time it shows, in words
 *
 * Returns: (transfer full): what the chart shows in whole sentences
 */
char *
thaw_mood_series_describe (ThawMoodSeries *series,
                           const char     *title)
{
  GString *text;
  const ThawDayMood *days;
  guint n_days;
  guint n_entry_days = 0, n_session_days = 0;

  g_return_val_if_fail (series != NULL && title != NULL, NULL);

  days = thaw_mood_series_get_days (series, &n_days);
  for (guint i = 0; i < n_days; i++)
    {
      n_entry_days += days[i].n_entries > 0;
      n_session_days += days[i].n_sessions > 0;
    }

  text = g_string_new (NULL);
  describe_entries (series, title, n_entry_days, text);
  if (n_session_days > 0)
    g_string_append_printf (text,
                            /* Translators: a sentence about a chart, after others; the space before it belongs to it.
                             * It is about breathing, guided practices, and things as going for a walk. */
                            ngettext (" Something was practised or done on %u day.",
                                      " Something was practised or done on %u days.", n_session_days),
                            n_session_days);

  return g_string_free (text, FALSE);
}
