/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-mood-series.h"

G_BEGIN_DECLS

/* Each scale is labelled at its lower end, in the middle and at its upper end. */
#define THAW_CHART_N_VALUE_TICKS 3

#define THAW_CHART_MAX_PLOTS        2
#define THAW_CHART_MAX_LEGEND_ITEMS 4
#define THAW_CHART_MAX_DAY_TICKS    64

/**
 * ThawChartUnit:
 * @THAW_CHART_UNIT_WEEKDAY: every day, with its weekday
 * @THAW_CHART_UNIT_DAY: every day, by its number
 * @THAW_CHART_UNIT_WEEK: where weeks start
 * @THAW_CHART_UNIT_MONTH: where months start
 * @THAW_CHART_UNIT_QUARTER: where quarters start
 * @THAW_CHART_UNIT_YEAR: where years start, or every so many of them
 *
 * What the time axis counts in.
 */
typedef enum
{
  THAW_CHART_UNIT_WEEKDAY,
  THAW_CHART_UNIT_DAY,
  THAW_CHART_UNIT_WEEK,
  THAW_CHART_UNIT_MONTH,
  THAW_CHART_UNIT_QUARTER,
  THAW_CHART_UNIT_YEAR,
} ThawChartUnit;

#define THAW_CHART_N_UNITS (THAW_CHART_UNIT_YEAR + 1)

/**
 * ThawChartMetrics:
 * @first: the first day of the time axis
 * @last: the last day of the time axis
 * @first_weekday: the day on which weeks start, 1 for Monday to 7 for Sunday
 * @is_rtl: whether time runs from the right to the left
 * @has_marks: whether there is a strip for marks under the plots
 * @n_plots: how many plots there are, one over the other
 * @n_legend_items: how many items the legend has
 * @width: the width to fill, in pixels
 * @height: the height to fill, in pixels
 * @line_height: the height of a line of text
 * @heading_height: the height of a heading over all, or 0
 * @value_label_width: the width of the longest word at a scale
 * @unit_label_widths: the width of the longest label of each unit
 * @legend_widths: the width of each item of the legend
 *
 * What a chart is laid out from.
 */
typedef struct
{
  ThawDay  first;
  ThawDay  last;
  int      first_weekday;
  gboolean is_rtl;
  gboolean has_marks;
  int      n_plots;
  int      n_legend_items;
  double   width;
  double   height;
  double   line_height;
  double   heading_height;
  double   value_label_width;
  double   unit_label_widths[THAW_CHART_N_UNITS];
  double   legend_widths[THAW_CHART_MAX_LEGEND_ITEMS];
} ThawChartMetrics;

/**
 * ThawChartRect:
 *
 * A rectangle, in pixels from the upper left.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} ThawChartRect;

/**
 * ThawChartTick:
 * @day: the day that is labelled
 * @x: where its line is
 * @label: where its label may be, without width if there is no room for it
 *
 * A mark of the time axis.
 */
typedef struct
{
  ThawDay       day;
  double        x;
  ThawChartRect label;
} ThawChartTick;

/**
 * ThawChartGeometry:
 * @metrics: what it was made from
 * @are_words_beside: whether the words of a scale are beside its plot, or over and
 *   under it because there is no room
 * @heading: the heading over all
 * @titles: the title of each plot
 * @plots: where each scale is drawn
 * @marks: the strip for marks, without height if there is none
 * @day_labels: the labels of the time axis
 * @legend: the items of the legend
 * @unit: what the time axis counts in
 * @n_ticks: how many of @ticks there are
 * @ticks: the marks of the time axis
 *
 * Where everything is. The plots, one over the other, share the time axis.
 */
typedef struct
{
  ThawChartMetrics metrics;
  gboolean         are_words_beside;
  ThawChartRect    heading;
  ThawChartRect    titles[THAW_CHART_MAX_PLOTS];
  ThawChartRect    plots[THAW_CHART_MAX_PLOTS];
  ThawChartRect    marks;
  ThawChartRect    day_labels;
  ThawChartRect    legend[THAW_CHART_MAX_LEGEND_ITEMS];
  ThawChartUnit    unit;
  guint            n_ticks;
  ThawChartTick    ticks[THAW_CHART_MAX_DAY_TICKS];
} ThawChartGeometry;

void    thaw_chart_geometry_init          (ThawChartGeometry      *self,
                                           const ThawChartMetrics *metrics);
double  thaw_chart_metrics_get_height     (const ThawChartMetrics *metrics,
                                           double                  plot_height);

guint   thaw_chart_geometry_get_n_columns (const ThawChartGeometry *self);
double  thaw_chart_geometry_get_day_width (const ThawChartGeometry *self);
double  thaw_chart_geometry_day_to_x      (const ThawChartGeometry *self,
                                           double                   day);
double  thaw_chart_geometry_x_to_day      (const ThawChartGeometry *self,
                                           double                   x);
double  thaw_chart_geometry_share_to_y    (const ThawChartGeometry *self,
                                           int                      plot,
                                           double                   share);
double  thaw_chart_geometry_value_to_y    (const ThawChartGeometry *self,
                                           ThawMoodScale            scale,
                                           double                   value);
double  thaw_chart_geometry_get_value     (ThawMoodScale            scale,
                                           int                      tick);
void    thaw_chart_geometry_get_value_label (const ThawChartGeometry *self,
                                             int                      plot,
                                             int                      tick,
                                             double                   label_height,
                                             ThawChartRect           *out_label);

guint   thaw_chart_geometry_get_n_mark_columns (const ThawChartGeometry *self);
void    thaw_chart_geometry_get_mark           (const ThawChartGeometry *self,
                                                guint                    column,
                                                guint                    n,
                                                ThawChartRect           *out_mark);

G_END_DECLS
