/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mood-chart/thaw-chart-geometry.h"

G_BEGIN_DECLS

/* In the legend of the mood chart the marks come last: without marks, it ends before them. */
#define THAW_CHART_MARKS_LEGEND_ITEM 3

/**
 * ThawChartTexts:
 * @heading: (nullable): a heading over all
 * @n_plots: how many plots there are
 * @titles: the title of each plot
 * @values: what stands at the marks of each plot's scale, the lower end first
 * @n_legend_items: how many items the legend has
 * @legend: the items of the legend
 *
 * All that is written on a chart but the days. What it points to is owned.
 */
typedef struct
{
  char *heading;
  int   n_plots;
  char *titles[THAW_CHART_MAX_PLOTS];
  char *values[THAW_CHART_MAX_PLOTS][THAW_CHART_N_VALUE_TICKS];
  int   n_legend_items;
  char *legend[THAW_CHART_MAX_LEGEND_ITEMS];
} ThawChartTexts;

void thaw_chart_texts_init_for_moods       (ThawChartTexts *self);
void thaw_chart_texts_init_for_reflections (ThawChartTexts *self);
void thaw_chart_texts_clear                (ThawChartTexts *self);

G_END_DECLS
