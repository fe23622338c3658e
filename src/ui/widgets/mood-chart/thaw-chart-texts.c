/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-chart-texts"

#include "config.h"
#include "widgets/mood-chart/thaw-chart-texts.h"

#include <glib/gi18n-lib.h>

#include "thaw-mood-words.h"
#include "thaw-mood.h"
#include "thaw-reflection-words.h"

static char *
format_value (ThawMoodScale scale,
              int           tick)
{
  double value = thaw_chart_geometry_get_value (scale, tick);

  if (scale == THAW_MOOD_FEELING)
    /* Translators: a word and a number beside a chart, as in “numb 0” and “vividly 10”; the space between is one at
     * which no line is broken */
    return g_strdup_printf (C_("chart axis", "%s\302\240%d"), thaw_feeling_get_word ((int) value), (int) value);

  return g_strdup (thaw_valence_step_get_word (thaw_valence_to_step (value)));
}

/**
 * thaw_chart_texts_init_for_moods:
 * @self: (out caller-allocates): the texts of the mood chart
 */
void
thaw_chart_texts_init_for_moods (ThawChartTexts *self)
{
  g_return_if_fail (self != NULL);

  *self = (ThawChartTexts) { .n_plots = THAW_N_MOOD_SCALES, .n_legend_items = THAW_CHART_MARKS_LEGEND_ITEM };
  for (int i = 0; i < THAW_N_MOOD_SCALES; i++)
    {
      self->titles[i] = g_strdup (thaw_mood_scale_get_title ((ThawMoodScale) i));
      for (int tick = 0; tick < THAW_CHART_N_VALUE_TICKS; tick++)
        self->values[i][tick] = format_value ((ThawMoodScale) i, tick);
    }

  /* Translators: in the legend of a chart, beside a line with a dot */
  self->legend[0] = g_strdup (C_("chart legend", "Mean of the day"));
  /* Translators: in the legend of a chart, beside a bar */
  self->legend[1] = g_strdup (C_("chart legend", "Lowest to highest"));
  /* Translators: in the legend of a chart, beside a dashed line */
  self->legend[2] = g_strdup (C_("chart legend", "Mean of 7 days"));
  /* Translators: in the legend of a chart, beside a small dot: breathing, a guided practice, going for a walk */
  self->legend[THAW_CHART_MARKS_LEGEND_ITEM] = g_strdup (C_("chart legend", "Something practised or done"));
}

/**
 * thaw_chart_texts_init_for_reflections:
 * @self: (out caller-allocates): the texts of the chart of reflections
 */
void
thaw_chart_texts_init_for_reflections (ThawChartTexts *self)
{
  g_return_if_fail (self != NULL);

  *self = (ThawChartTexts) { .n_plots = 1, .n_legend_items = THAW_N_REFLECTION_AREAS };
  /* Translators: the title of a chart of how numbness was looked at over time; 10 is no better than 0 */
  self->titles[0] = g_strdup (C_("chart", "From the numb end, 0, to the other, 10"));
  for (int tick = 0; tick < THAW_CHART_N_VALUE_TICKS; tick++)
    self->values[0][tick] = g_strdup_printf ("%d", THAW_REFLECTION_MAX * tick / (THAW_CHART_N_VALUE_TICKS - 1));
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    self->legend[i] = g_strdup (thaw_reflection_area_get_title ((ThawReflectionArea) i));
}

void
thaw_chart_texts_clear (ThawChartTexts *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->heading, g_free);
  for (int i = 0; i < THAW_CHART_MAX_PLOTS; i++)
    {
      g_clear_pointer (&self->titles[i], g_free);
      for (int tick = 0; tick < THAW_CHART_N_VALUE_TICKS; tick++)
        g_clear_pointer (&self->values[i][tick], g_free);
    }
  for (int i = 0; i < THAW_CHART_MAX_LEGEND_ITEMS; i++)
    g_clear_pointer (&self->legend[i], g_free);
}
