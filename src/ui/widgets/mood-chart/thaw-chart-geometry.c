/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-chart-geometry"

#include "config.h"
#include "widgets/mood-chart/thaw-chart-geometry.h"

#include <math.h>

/* Beside the plots the words may take at most this share of the width. */
#define MAX_WORDS_SHARE 0.2

/* Distances as shares of the height of a line. */
#define GAP_SMALL 0.35
#define GAP_LARGE 0.9

/* The same for words over and under a plot, out of the way of dots at its ends. */
#define WORDS_HEIGHT 1.25

/* The strip for marks, and the room above it. */
#define MARKS_HEIGHT 0.6
#define MARKS_GAP    0.3

/* Marks, in pixels. The widest ones are dots if they count one. */
#define MIN_MARK_COLUMN 2.0
#define MAX_MARK_WIDTH  5.0
#define MARK_SHARE      0.4
#define MIN_MARK_HEIGHT 3.0

/* Of what is left of the strip's height, the part that each further one adds that a mark counts for a day. */
#define MARK_GROWTH 0.4

#define MIN_PLOT_HEIGHT 8.0
#define DAYS_PER_MONTH  30.4
#define DAYS_PER_YEAR   365.25

/* On more days than these, days are not marked one by one. */
#define MAX_WEEKDAYS 10
#define MAX_DAYS     45

static gboolean
are_words_beside (const ThawChartMetrics *metrics)
{
  return metrics->value_label_width + metrics->line_height * GAP_SMALL <= metrics->width * MAX_WORDS_SHARE;
}

static ThawChartRect
mirror (const ThawChartMetrics *metrics,
        ThawChartRect           rect)
{
  if (metrics->is_rtl)
    rect.x = metrics->width - rect.x - rect.width;

  return rect;
}

/* Places the legend's items in rows from @y on. Returns where the rows end. */
static double
place_legend (const ThawChartMetrics *metrics,
              double                  x_start,
              double                  y,
              ThawChartRect          *out_items)
{
  double row_height = metrics->line_height * (1.0 + GAP_SMALL);
  double gap = metrics->line_height * GAP_LARGE * 1.5;
  double x = x_start;

  for (int i = 0; i < metrics->n_legend_items; i++)
    {
      double width = MIN (metrics->legend_widths[i], metrics->width - x_start);

      if (x > x_start && x + width > metrics->width)
        {
          x = x_start;
          y += row_height;
        }

      if (out_items != NULL)
        out_items[i] = mirror (metrics, (ThawChartRect) { x, y, width, metrics->line_height });
      x += width + gap;
    }

  return y + metrics->line_height;
}

/* What a plot needs beside itself: its title, and words over and under it. */
static double
get_plot_overhead (const ThawChartMetrics *metrics)
{
  double words = are_words_beside (metrics) ? 0.0 : 2.0 * WORDS_HEIGHT * metrics->line_height;

  return metrics->line_height * (1.0 + GAP_SMALL) + words;
}

static double
get_x_start (const ThawChartMetrics *metrics)
{
  if (!are_words_beside (metrics))
    return 0.0;

  return ceil (metrics->value_label_width + metrics->line_height * GAP_SMALL);
}

static double
get_marks_overhead (const ThawChartMetrics *metrics)
{
  if (!metrics->has_marks)
    return 0.0;

  return ceil (metrics->line_height * MARKS_GAP) + round (metrics->line_height * MARKS_HEIGHT);
}

/* All that is not plot. */
static double
get_overhead (const ThawChartMetrics *metrics)
{
  double line = metrics->line_height;
  double overhead = metrics->heading_height;

  overhead += metrics->n_plots * get_plot_overhead (metrics);
  overhead += (metrics->n_plots - 1) * line * GAP_LARGE;
  overhead += get_marks_overhead (metrics);
  overhead += line * (GAP_SMALL + 1.0);
  overhead += line * GAP_LARGE + place_legend (metrics, get_x_start (metrics), 0.0, NULL);

  return overhead;
}

static ThawDay
get_next_month (ThawDay day,
                int     months)
{
  ThawDay next = thaw_day_start_of_month (thaw_day_add_months (day, months));

  return next > day ? next : THAW_DAY_NONE;
}

/* How many years lie between two marks, so that @label_width fits between them. */
static int
choose_years (double year_width,
              double label_width)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * year_width >= label_width)
        return steps[i];
    }

  return 10000;
}

static ThawChartUnit
choose_unit (const ThawChartGeometry *self)
{
  const ThawChartMetrics *metrics = &self->metrics;
  const double days[] = { 1.0, 1.0, 7.0, DAYS_PER_MONTH, 3.0 * DAYS_PER_MONTH };
  int n_days = metrics->last - metrics->first + 1;

  for (guint unit = 0; unit < G_N_ELEMENTS (days); unit++)
    {
      double room = days[unit] * thaw_chart_geometry_get_day_width (self);

      if ((unit == THAW_CHART_UNIT_WEEKDAY && n_days > MAX_WEEKDAYS) ||
          (unit == THAW_CHART_UNIT_DAY && n_days > MAX_DAYS))
        continue;
      if (metrics->unit_label_widths[unit] + metrics->line_height * GAP_LARGE <= room)
        return (ThawChartUnit) unit;
    }

  return THAW_CHART_UNIT_YEAR;
}

/* The first day to mark that is not before the axis, or none. */
static ThawDay
get_first_tick (const ThawChartGeometry *self,
                int                      n_years)
{
  const ThawChartMetrics *metrics = &self->metrics;
  ThawDay start = metrics->first;
  int year, month;

  switch (self->unit)
    {
    case THAW_CHART_UNIT_WEEKDAY:
    case THAW_CHART_UNIT_DAY:
      return start;
    case THAW_CHART_UNIT_WEEK:
      start = thaw_day_start_of_week (metrics->first, metrics->first_weekday);
      return start < metrics->first ? start + 7 : start;
    case THAW_CHART_UNIT_MONTH:
      start = thaw_day_start_of_month (metrics->first);
      return start < metrics->first ? get_next_month (start, 1) : start;
    case THAW_CHART_UNIT_QUARTER:
      thaw_day_split (metrics->first, NULL, &month, NULL);
      start = thaw_day_start_of_month (thaw_day_add_months (metrics->first, -((month - 1) % 3)));
      return start < metrics->first ? get_next_month (start, 3) : start;
    case THAW_CHART_UNIT_YEAR:
      thaw_day_split (metrics->first, &year, NULL, NULL);
      if (thaw_day_new (year, 1, 1) < metrics->first)
        year++;
      year = (year + n_years - 1) / n_years * n_years;
      return thaw_day_new (year, 1, 1);
    default:
      g_assert_not_reached ();
    }
}

static ThawDay
get_next_tick (const ThawChartGeometry *self,
               ThawDay                  day,
               int                      n_years)
{
  switch (self->unit)
    {
    case THAW_CHART_UNIT_WEEKDAY:
    case THAW_CHART_UNIT_DAY:
      return day + 1;
    case THAW_CHART_UNIT_WEEK:
      return day + 7;
    case THAW_CHART_UNIT_MONTH:
      return get_next_month (day, 1);
    case THAW_CHART_UNIT_QUARTER:
      return get_next_month (day, 3);
    case THAW_CHART_UNIT_YEAR:
      return get_next_month (day, 12 * n_years);
    default:
      g_assert_not_reached ();
    }
}

/* A day's label is under the day, that of a longer unit starts at its line. */
static void
place_tick (ThawChartGeometry *self,
            ThawDay            day)
{
  const ThawChartMetrics *metrics = &self->metrics;
  const ThawChartRect *labels = &self->day_labels;
  double width = metrics->unit_label_widths[self->unit];
  gboolean is_day = self->unit <= THAW_CHART_UNIT_DAY;
  ThawChartTick *tick = &self->ticks[self->n_ticks++];
  double x;

  tick->day = day;
  tick->x = thaw_chart_geometry_day_to_x (self, is_day ? day : day - 0.5);
  if (is_day)
    x = tick->x - width / 2.0;
  else if (metrics->is_rtl)
    x = tick->x - width;
  else
    x = tick->x;

  tick->label = (ThawChartRect) { x, labels->y, width, labels->height };
  if (x < labels->x - width || x < -1.0 || x + width > metrics->width + 1.0)
    tick->label.width = 0.0;
}

static void
place_ticks (ThawChartGeometry *self)
{
  const ThawChartMetrics *metrics = &self->metrics;
  double label_width = metrics->unit_label_widths[THAW_CHART_UNIT_YEAR] + metrics->line_height * GAP_LARGE;
  int n_years = choose_years (thaw_chart_geometry_get_day_width (self) * DAYS_PER_YEAR, label_width);
  ThawDay day;

  self->unit = choose_unit (self);
  self->n_ticks = 0;

  for (day = get_first_tick (self, n_years);
       day != THAW_DAY_NONE && day <= metrics->last && self->n_ticks < THAW_CHART_MAX_DAY_TICKS;
       day = get_next_tick (self, day, n_years))
    place_tick (self, day);
}

/**
 * thaw_chart_metrics_get_height:
 * @metrics: the metrics; their height does not matter
 * @plot_height: the height wanted for each plot
 *
 * Returns: the height that a chart of this width then has
 */
double
thaw_chart_metrics_get_height (const ThawChartMetrics *metrics,
                               double                  plot_height)
{
  g_return_val_if_fail (metrics != NULL, 0.0);

  return ceil (get_overhead (metrics) + metrics->n_plots * plot_height);
}

/**
 * thaw_chart_geometry_init:
 * @self: (out caller-allocates): where to put the result
 * @metrics: what to lay out
 *
 * Lays a chart out. Where there is too little room the plots shrink to a few
 * pixels and the rest is cut off; nothing is ever of negative size.
 */
void
thaw_chart_geometry_init (ThawChartGeometry      *self,
                          const ThawChartMetrics *metrics)
{
  double line, x_start, y, plot_height;

  g_return_if_fail (self != NULL && metrics != NULL);
  g_return_if_fail (thaw_day_is_valid (metrics->first) && metrics->first <= metrics->last);
  g_return_if_fail (metrics->n_plots > 0 && metrics->n_plots <= THAW_CHART_MAX_PLOTS);
  g_return_if_fail (metrics->n_legend_items <= THAW_CHART_MAX_LEGEND_ITEMS);

  *self = (ThawChartGeometry) { .metrics = *metrics };
  self->are_words_beside = are_words_beside (metrics);

  line = metrics->line_height;
  x_start = get_x_start (metrics);
  plot_height = floor ((metrics->height - get_overhead (metrics)) / metrics->n_plots);
  plot_height = MAX (plot_height, MIN_PLOT_HEIGHT);

  self->heading = (ThawChartRect) { 0.0, 0.0, metrics->width, metrics->heading_height };
  y = metrics->heading_height;

  for (int i = 0; i < metrics->n_plots; i++)
    {
      double width = MAX (floor (metrics->width - x_start), 1.0);

      if (i > 0)
        y += line * GAP_LARGE;

      self->titles[i] = mirror (metrics, (ThawChartRect) { x_start, y, width, line });
      y += line * (1.0 + GAP_SMALL) + (self->are_words_beside ? 0.0 : line * WORDS_HEIGHT);

      /* Whole pixels, so that neighbouring columns neither overlap nor leave a seam. */
      y = ceil (y);
      self->plots[i] = mirror (metrics, (ThawChartRect) { x_start, y, width, plot_height });
      self->plots[i].x = floor (self->plots[i].x);
      y += plot_height + (self->are_words_beside ? 0.0 : line * WORDS_HEIGHT);
    }

  self->marks = self->plots[0];
  self->marks.height = metrics->has_marks ? round (line * MARKS_HEIGHT) : 0.0;
  self->marks.y = floor (y + get_marks_overhead (metrics)) - self->marks.height;
  y += get_marks_overhead (metrics);

  y += line * GAP_SMALL;
  self->day_labels = self->plots[0];
  self->day_labels.y = y;
  self->day_labels.height = line;
  y += line + line * GAP_LARGE;

  place_legend (metrics, x_start, y, self->legend);
  place_ticks (self);
}

/**
 * thaw_chart_geometry_get_n_columns:
 *
 * Returns: how many columns of pixels a plot has
 */
guint
thaw_chart_geometry_get_n_columns (const ThawChartGeometry *self)
{
  return (guint) MAX (self->plots[0].width, 1.0);
}

/**
 * thaw_chart_geometry_get_day_width:
 *
 * Returns: the width of a day in pixels, which may be a small part of one
 */
double
thaw_chart_geometry_get_day_width (const ThawChartGeometry *self)
{
  return self->plots[0].width / (self->metrics.last - self->metrics.first + 1);
}

/**
 * thaw_chart_geometry_day_to_x:
 * @day: a place on the time axis; a day's middle is its number
 *
 * Returns: where it is, also if it is beside the plot
 */
double
thaw_chart_geometry_day_to_x (const ThawChartGeometry *self,
                              double                   day)
{
  double offset = (day - self->metrics.first + 0.5) * thaw_chart_geometry_get_day_width (self);

  if (self->metrics.is_rtl)
    return self->plots[0].x + self->plots[0].width - offset;

  return self->plots[0].x + offset;
}

/**
 * thaw_chart_geometry_x_to_day:
 * @x: where
 *
 * Returns: the place on the time axis; a day's middle is its number
 */
double
thaw_chart_geometry_x_to_day (const ThawChartGeometry *self,
                              double                   x)
{
  double offset = x - self->plots[0].x;

  if (self->metrics.is_rtl)
    offset = self->plots[0].width - offset;

  return offset / thaw_chart_geometry_get_day_width (self) + self->metrics.first - 0.5;
}

/**
 * thaw_chart_geometry_share_to_y:
 * @plot: which of the plots
 * @share: 0 for its lower end to 1 for its upper end
 *
 * Returns: where it is
 */
double
thaw_chart_geometry_share_to_y (const ThawChartGeometry *self,
                                int                      plot,
                                double                   share)
{
  return self->plots[plot].y + self->plots[plot].height * (1.0 - share);
}

/**
 * thaw_chart_geometry_value_to_y:
 * @scale: a scale
 * @value: a value on it
 *
 * Returns: where it is; a value beyond the scale is at its end
 */
double
thaw_chart_geometry_value_to_y (const ThawChartGeometry *self,
                                ThawMoodScale            scale,
                                double                   value)
{
  double min = thaw_mood_scale_get_min (scale);
  double max = thaw_mood_scale_get_max (scale);

  return thaw_chart_geometry_share_to_y (self, (int) scale, (CLAMP (value, min, max) - min) / (max - min));
}

/**
 * thaw_chart_geometry_get_value:
 * @scale: a scale
 * @tick: 0 for its lower end, 1 for its middle, 2 for its upper end
 *
 * Returns: the value there
 */
double
thaw_chart_geometry_get_value (ThawMoodScale scale,
                               int           tick)
{
  double min = thaw_mood_scale_get_min (scale);
  double max = thaw_mood_scale_get_max (scale);

  return min + (max - min) * tick / (THAW_CHART_N_VALUE_TICKS - 1);
}

/**
 * thaw_chart_geometry_get_value_label:
 * @plot: which of the plots
 * @tick: which of its marks
 * @label_height: the height of the label, which may have several lines
 * @out_label: (out): where it goes, without width if it is left out
 *
 * Beside the plot a label is level with its mark, as far as that keeps it within
 * the plot's height. Over and under it there is only room for the ends.
 */
void
thaw_chart_geometry_get_value_label (const ThawChartGeometry *self,
                                     int                      plot,
                                     int                      tick,
                                     double                   label_height,
                                     ThawChartRect           *out_label)
{
  const ThawChartMetrics *metrics = &self->metrics;
  const ThawChartRect *rect = &self->plots[plot];
  double line = metrics->line_height;

  if (self->are_words_beside)
    {
      double y = thaw_chart_geometry_share_to_y (self, plot, (double) tick / (THAW_CHART_N_VALUE_TICKS - 1));
      double lowest = MAX (rect->y + rect->height + line / 2.0 - label_height, rect->y - line / 2.0);

      y = CLAMP (y - label_height / 2.0, rect->y - line / 2.0, lowest);
      *out_label = mirror (metrics, (ThawChartRect) { 0.0, y, metrics->value_label_width, label_height });
    }
  else if (tick == 0)
    *out_label = (ThawChartRect) { rect->x, rect->y + rect->height + line * (WORDS_HEIGHT - 1.0), rect->width, line };
  else if (tick == THAW_CHART_N_VALUE_TICKS - 1)
    *out_label = (ThawChartRect) { rect->x, rect->y - line * WORDS_HEIGHT, rect->width, line };
  else
    *out_label = (ThawChartRect) { 0.0, 0.0, 0.0, 0.0 };
}

/**
 * thaw_chart_geometry_get_n_mark_columns:
 *
 * Returns: into how many parts of the same length the time axis is cut for marks:
 *   one for each day, or fewer where days are so narrow that marks would touch
 */
guint
thaw_chart_geometry_get_n_mark_columns (const ThawChartGeometry *self)
{
  guint n_days = (guint) (self->metrics.last - self->metrics.first + 1);

  return CLAMP ((guint) (self->marks.width / MIN_MARK_COLUMN), 1, n_days);
}

/**
 * thaw_chart_geometry_get_mark:
 * @column: a part of the time axis
 * @n: how many the mark counts, 1 at least
 * @out_mark: (out): where it is
 *
 * Marks stand on the lower end of their strip. One that counts more for each of its
 * days is taller, up to the strip’s height: what it says is more or less, and no number.
 */
void
thaw_chart_geometry_get_mark (const ThawChartGeometry *self,
                              guint                    column,
                              guint                    n,
                              ThawChartRect           *out_mark)
{
  const ThawChartRect *strip = &self->marks;
  guint n_columns = thaw_chart_geometry_get_n_mark_columns (self);
  double column_width = strip->width / n_columns;
  double n_days = (self->metrics.last - self->metrics.first + 1.0) / n_columns;
  double width = CLAMP (round (column_width * MARK_SHARE), 1.0, MAX_MARK_WIDTH);
  double least = MIN (MAX (width, MIN_MARK_HEIGHT), strip->height);
  double height = least + (strip->height - least) * (1.0 - pow (1.0 - MARK_GROWTH, (n - 1.0) / n_days));
  double x = round (strip->x + (column + 0.5) * column_width - width / 2.0);

  if (self->metrics.is_rtl)
    x = 2.0 * strip->x + strip->width - x - width;

  height = round (height);
  *out_mark = (ThawChartRect) { x, strip->y + strip->height - height, width, height };
}
