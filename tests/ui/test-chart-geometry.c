/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <math.h>

#include "thaw-period.h"
#include "widgets/mood-chart/thaw-chart-geometry.h"

#define MONDAY 1

static ThawDay
day (const char *iso)
{
  return thaw_day_from_iso (iso);
}

static ThawChartMetrics
make_metrics (const char *first,
              const char *last,
              double      width,
              double      height)
{
  return (ThawChartMetrics) {
    .first = day (first),
    .last = day (last),
    .first_weekday = MONDAY,
    .n_plots = THAW_N_MOOD_SCALES,
    .n_legend_items = 3,
    .width = width,
    .height = height,
    .line_height = 16.0,
    .value_label_width = 70.0,
    .unit_label_widths = { 44.0, 14.0, 42.0, 28.0, 28.0, 28.0 },
    .legend_widths = { 130.0, 150.0, 120.0 },
  };
}

static void
assert_inside (const ThawChartGeometry *geometry,
               const ThawChartRect     *rect)
{
  g_assert_cmpfloat (rect->width, >=, 0.0);
  g_assert_cmpfloat (rect->height, >=, 0.0);
  g_assert_cmpfloat (rect->x, >=, -1.0);
  g_assert_cmpfloat (rect->x + rect->width, <=, geometry->metrics.width + 1.0);
}

/* Nothing is beside the chart or over something else, whatever the size. */
static void
assert_sound (const ThawChartGeometry *geometry)
{
  const ThawChartRect *upper = &geometry->plots[THAW_MOOD_FEELING];
  const ThawChartRect *lower = &geometry->plots[THAW_MOOD_VALENCE];

  assert_inside (geometry, upper);
  assert_inside (geometry, lower);
  g_assert_cmpfloat (upper->width, >=, 1.0);
  g_assert_cmpfloat (upper->height, >=, 1.0);
  g_assert_cmpfloat (geometry->titles[0].y + geometry->titles[0].height, <=, upper->y);
  g_assert_cmpfloat (upper->y + upper->height, <=, geometry->titles[1].y);
  g_assert_cmpfloat (geometry->titles[1].y + geometry->titles[1].height, <=, lower->y);
  g_assert_cmpfloat (lower->y + lower->height, <=, geometry->marks.y);
  g_assert_cmpfloat (geometry->marks.y + geometry->marks.height, <=, geometry->day_labels.y);
  g_assert_cmpfloat_with_epsilon (geometry->marks.x, upper->x, 1e-9);
  g_assert_cmpfloat_with_epsilon (geometry->marks.width, upper->width, 1e-9);
  g_assert_cmpfloat_with_epsilon (upper->x, lower->x, 1e-9);
  g_assert_cmpfloat_with_epsilon (upper->width, lower->width, 1e-9);

  for (int i = 0; i < geometry->metrics.n_legend_items; i++)
    {
      assert_inside (geometry, &geometry->legend[i]);
      g_assert_cmpfloat (geometry->legend[i].y, >=, geometry->day_labels.y + geometry->day_labels.height);
    }

  g_assert_cmpuint (geometry->n_ticks, <=, THAW_CHART_MAX_DAY_TICKS);
  for (guint i = 0; i < geometry->n_ticks; i++)
    {
      const ThawChartTick *tick = &geometry->ticks[i];

      g_assert_cmpint (tick->day, >=, geometry->metrics.first);
      g_assert_cmpint (tick->day, <=, geometry->metrics.last);
      g_assert_cmpfloat (tick->x, >=, upper->x - 1.0);
      g_assert_cmpfloat (tick->x, <=, upper->x + upper->width + 1.0);
      if (tick->label.width > 0.0)
        assert_inside (geometry, &tick->label);
      if (i > 0)
        {
          double step = ABS (tick->x - tick[-1].x);

          g_assert_cmpint (tick->day, >, tick[-1].day);
          if (tick->label.width > 0.0 && tick[-1].label.width > 0.0)
            g_assert_cmpfloat (step, >=, tick->label.width * 0.99);
        }
    }
}

static void
test_sizes (void)
{
  const char *lasts[] = { "2026-01-01", "2026-01-07", "2026-01-31", "2026-03-31", "2026-12-31", "2046-12-31", "9999-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (lasts); i++)
    {
      for (int width = 40; width <= 3000; width += width < 400 ? 40 : 333)
        {
          for (int kind = 0; kind < 4; kind++)
            {
              ThawChartMetrics metrics = make_metrics ("2026-01-01", lasts[i], width, 400.0);
              ThawChartGeometry geometry;

              metrics.is_rtl = kind % 2;
              metrics.has_marks = kind / 2;
              thaw_chart_geometry_init (&geometry, &metrics);
              assert_sound (&geometry);
            }
        }
    }
}

static void
test_height (void)
{
  ThawChartMetrics metrics = make_metrics ("2026-01-01", "2026-01-31", 800.0, 0.0);
  ThawChartGeometry geometry;

  metrics.height = thaw_chart_metrics_get_height (&metrics, 120.0);
  thaw_chart_geometry_init (&geometry, &metrics);
  g_assert_cmpfloat_with_epsilon (geometry.plots[0].height, 120.0, 2.0);
  g_assert_cmpfloat (geometry.legend[2].y + geometry.legend[2].height, <=, metrics.height + 4.0);

  /* Narrow: the words have no room beside the plots, and the legend needs more lines. */
  metrics.width = 300.0;
  g_assert_cmpfloat (thaw_chart_metrics_get_height (&metrics, 120.0), >, metrics.height);
  metrics.height = thaw_chart_metrics_get_height (&metrics, 120.0);
  thaw_chart_geometry_init (&geometry, &metrics);
  g_assert_false (geometry.are_words_beside);
  g_assert_cmpfloat_with_epsilon (geometry.plots[0].height, 120.0, 2.0);
  g_assert_cmpfloat (geometry.legend[2].y, >, geometry.legend[0].y);

  /* No height at all is not a reason to draw upside down. */
  metrics.height = 1.0;
  thaw_chart_geometry_init (&geometry, &metrics);
  assert_sound (&geometry);
}

static void
test_days (void)
{
  for (int rtl = 0; rtl <= 1; rtl++)
    {
      ThawChartMetrics metrics = make_metrics ("2026-11-01", "2026-11-30", 780.0, 400.0);
      ThawChartGeometry geometry;
      double first_x, last_x;

      metrics.is_rtl = rtl;
      thaw_chart_geometry_init (&geometry, &metrics);

      for (ThawDay d = metrics.first; d <= metrics.last; d++)
        {
          double x = thaw_chart_geometry_day_to_x (&geometry, d);

          g_assert_cmpfloat (x, >, geometry.plots[0].x);
          g_assert_cmpfloat (x, <, geometry.plots[0].x + geometry.plots[0].width);
          g_assert_cmpfloat_with_epsilon (thaw_chart_geometry_x_to_day (&geometry, x), d, 1e-6);
        }

      first_x = thaw_chart_geometry_day_to_x (&geometry, metrics.first);
      last_x = thaw_chart_geometry_day_to_x (&geometry, metrics.last);
      if (rtl)
        g_assert_cmpfloat (first_x, >, last_x);
      else
        g_assert_cmpfloat (first_x, <, last_x);
    }
}

/* The mirrored chart is the mirrored chart. */
static void
test_mirror (void)
{
  ThawChartMetrics metrics = make_metrics ("2026-11-01", "2026-11-30", 780.0, 400.0);
  ThawChartGeometry ltr, rtl;

  thaw_chart_geometry_init (&ltr, &metrics);
  metrics.is_rtl = TRUE;
  thaw_chart_geometry_init (&rtl, &metrics);

  g_assert_true (ltr.are_words_beside);
  g_assert_cmpfloat (ltr.plots[0].x, >, 70.0);
  g_assert_cmpfloat_with_epsilon (rtl.plots[0].x, 0.0, 1e-9);
  for (ThawDay d = metrics.first; d <= metrics.last; d++)
    g_assert_cmpfloat_with_epsilon (thaw_chart_geometry_day_to_x (&ltr, d),
                                    metrics.width - thaw_chart_geometry_day_to_x (&rtl, d), 1e-6);
  for (int i = 0; i < metrics.n_legend_items; i++)
    g_assert_cmpfloat_with_epsilon (ltr.legend[i].x,
                                    metrics.width - rtl.legend[i].x - rtl.legend[i].width, 1e-6);
}

/* Marks cost the height of their strip, and nothing where there are none. */
static void
test_marks_height (void)
{
  ThawChartMetrics metrics = make_metrics ("2026-11-01", "2026-11-30", 780.0, 0.0);
  ThawChartGeometry geometry;
  double height = thaw_chart_metrics_get_height (&metrics, 120.0);

  metrics.height = height;
  thaw_chart_geometry_init (&geometry, &metrics);
  g_assert_cmpfloat_with_epsilon (geometry.marks.height, 0.0, 1e-9);

  metrics.has_marks = TRUE;
  metrics.height = thaw_chart_metrics_get_height (&metrics, 120.0);
  thaw_chart_geometry_init (&geometry, &metrics);
  g_assert_cmpfloat (geometry.marks.height, >=, 6.0);
  g_assert_cmpfloat (metrics.height - height, >=, geometry.marks.height);
  g_assert_cmpfloat (metrics.height - height, <=, metrics.line_height);
  g_assert_cmpfloat_with_epsilon (geometry.plots[0].height, 120.0, 2.0);
}

static void
assert_marks (const ThawChartGeometry *geometry)
{
  const ThawChartRect *strip = &geometry->marks;
  guint n_columns = thaw_chart_geometry_get_n_mark_columns (geometry);
  int n_days = geometry->metrics.last - geometry->metrics.first + 1;
  double last_x = geometry->metrics.is_rtl ? INFINITY : -INFINITY;

  g_assert_cmpuint (n_columns, >=, 1);
  g_assert_cmpint ((int) n_columns, <=, n_days);
  for (guint i = 0; i < n_columns; i++)
    {
      double middle = geometry->metrics.first - 0.5 + (i + 0.5) * n_days / n_columns;
      double x = thaw_chart_geometry_day_to_x (geometry, middle);
      double last_height = 0.0;
      ThawChartRect mark;

      for (guint n = 1; n < 200; n += n < 5 ? 1 : 50)
        {
          thaw_chart_geometry_get_mark (geometry, i, n, &mark);
          g_assert_cmpfloat (mark.width, >=, 1.0);
          g_assert_cmpfloat (mark.height, >=, MAX (mark.width, last_height));
          g_assert_cmpfloat (mark.y, >=, strip->y - 1e-9);
          g_assert_cmpfloat_with_epsilon (mark.y + mark.height, strip->y + strip->height, 1e-9);
          last_height = mark.height;
        }

      /* Where its days are, beside the ones before and after it. */
      g_assert_cmpfloat_with_epsilon (mark.x + mark.width / 2.0, x, 1.0);
      if (n_columns > 1)
        g_assert_cmpfloat (ABS (mark.x - last_x), >=, mark.width);
      g_assert_true (geometry->metrics.is_rtl ? mark.x < last_x : mark.x > last_x);
      last_x = mark.x;
    }
}

static void
test_marks (void)
{
  const char *lasts[] = { "2026-01-01", "2026-01-07", "2026-01-31", "2026-03-31", "2026-12-31", "2046-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (lasts); i++)
    {
      for (int width = 40; width <= 1400; width += 85)
        {
          for (int rtl = 0; rtl <= 1; rtl++)
            {
              ThawChartMetrics metrics = make_metrics ("2026-01-01", lasts[i], width, 400.0);
              ThawChartGeometry geometry;

              metrics.is_rtl = rtl;
              metrics.has_marks = TRUE;
              thaw_chart_geometry_init (&geometry, &metrics);
              assert_marks (&geometry);
            }
        }
    }
}

/* A day that has room has a mark of its own, exactly under what was felt on it; one of one session is a dot. */
static void
test_marks_of_days (void)
{
  ThawChartMetrics metrics = make_metrics ("2026-11-01", "2026-11-30", 780.0, 400.0);
  ThawChartGeometry geometry;
  ThawChartRect one, two;

  metrics.has_marks = TRUE;
  thaw_chart_geometry_init (&geometry, &metrics);
  g_assert_cmpuint (thaw_chart_geometry_get_n_mark_columns (&geometry), ==, 30);
  for (guint i = 0; i < 30; i++)
    {
      thaw_chart_geometry_get_mark (&geometry, i, 1, &one);
      thaw_chart_geometry_get_mark (&geometry, i, 2, &two);
      g_assert_cmpfloat_with_epsilon (one.x + one.width / 2.0,
                                      thaw_chart_geometry_day_to_x (&geometry, metrics.first + (int) i), 0.6);
      g_assert_cmpfloat_with_epsilon (one.width, one.height, 1e-9);
      g_assert_cmpfloat (two.height, >, one.height);
    }
}

/* In a long time a mark tells more from less as well: a daily practice does not look like several a day. */
static void
test_marks_of_years (void)
{
  ThawChartMetrics metrics = make_metrics ("2006-12-01", "2026-11-30", 780.0, 400.0);
  ThawChartGeometry geometry;
  ThawChartRect mark;
  guint n_columns, n_days;

  metrics.has_marks = TRUE;
  thaw_chart_geometry_init (&geometry, &metrics);
  n_columns = thaw_chart_geometry_get_n_mark_columns (&geometry);
  n_days = (guint) (metrics.last - metrics.first + 1) / n_columns;
  thaw_chart_geometry_get_mark (&geometry, 0, n_days, &mark);
  g_assert_cmpfloat (mark.height, >, geometry.marks.height * 0.4);
  g_assert_cmpfloat (mark.height, <, geometry.marks.height * 0.7);
  thaw_chart_geometry_get_mark (&geometry, 0, n_days * 4, &mark);
  g_assert_cmpfloat (mark.height, >, geometry.marks.height * 0.8);
}

static void
test_values (void)
{
  ThawChartMetrics metrics = make_metrics ("2026-11-01", "2026-11-30", 780.0, 400.0);
  ThawChartGeometry geometry;

  thaw_chart_geometry_init (&geometry, &metrics);
  for (int i = 0; i < THAW_N_MOOD_SCALES; i++)
    {
      ThawMoodScale scale = (ThawMoodScale) i;
      const ThawChartRect *plot = &geometry.plots[i];
      double low = thaw_chart_geometry_get_value (scale, 0);
      double middle = thaw_chart_geometry_get_value (scale, 1);
      double high = thaw_chart_geometry_get_value (scale, 2);

      g_assert_cmpfloat_with_epsilon (thaw_chart_geometry_value_to_y (&geometry, scale, high), plot->y, 1e-6);
      g_assert_cmpfloat_with_epsilon (thaw_chart_geometry_value_to_y (&geometry, scale, low),
                                      plot->y + plot->height, 1e-6);
      g_assert_cmpfloat_with_epsilon (thaw_chart_geometry_value_to_y (&geometry, scale, middle),
                                      plot->y + plot->height / 2.0, 1e-6);
      g_assert_cmpfloat_with_epsilon (thaw_chart_geometry_value_to_y (&geometry, scale, high + 5.0), plot->y, 1e-6);

      for (int tick = 0; tick < THAW_CHART_N_VALUE_TICKS; tick++)
        {
          ThawChartRect label;

          thaw_chart_geometry_get_value_label (&geometry, scale, tick, 30.0, &label);
          g_assert_cmpfloat (label.y, >=, plot->y - metrics.line_height);
          g_assert_cmpfloat (label.y + label.height, <=, plot->y + plot->height + metrics.line_height);
          g_assert_cmpfloat (label.x + label.width, <=, plot->x);
        }
    }
}

static void
assert_unit (const char    *first,
             const char    *last,
             double         width,
             ThawChartUnit  unit,
             const char    *first_tick)
{
  ThawChartMetrics metrics = make_metrics (first, last, width, 400.0);
  ThawChartGeometry geometry;

  thaw_chart_geometry_init (&geometry, &metrics);
  g_assert_cmpint (geometry.unit, ==, unit);
  g_assert_cmpuint (geometry.n_ticks, >, 0);
  g_assert_cmpint (geometry.ticks[0].day, ==, day (first_tick));
}

static void
test_units (void)
{
  assert_unit ("2026-11-16", "2026-11-22", 1000.0, THAW_CHART_UNIT_WEEKDAY, "2026-11-16");
  assert_unit ("2026-11-16", "2026-11-22", 300.0, THAW_CHART_UNIT_DAY, "2026-11-16");
  assert_unit ("2026-11-01", "2026-11-30", 1100.0, THAW_CHART_UNIT_DAY, "2026-11-01");
  assert_unit ("2026-11-01", "2026-11-30", 330.0, THAW_CHART_UNIT_WEEK, "2026-11-02");
  assert_unit ("2026-09-01", "2026-11-30", 1000.0, THAW_CHART_UNIT_WEEK, "2026-09-07");
  assert_unit ("2026-09-01", "2026-11-30", 330.0, THAW_CHART_UNIT_MONTH, "2026-09-01");
  assert_unit ("2026-01-01", "2026-12-31", 1000.0, THAW_CHART_UNIT_MONTH, "2026-01-01");
  assert_unit ("2026-01-01", "2026-12-31", 330.0, THAW_CHART_UNIT_QUARTER, "2026-01-01");
  assert_unit ("2006-05-05", "2026-11-23", 1300.0, THAW_CHART_UNIT_YEAR, "2007-01-01");
  /* Every fifth year, and those that are round. */
  assert_unit ("2006-05-05", "2026-11-23", 330.0, THAW_CHART_UNIT_YEAR, "2010-01-01");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/chart-geometry/sizes", test_sizes);
  g_test_add_func ("/ui/chart-geometry/height", test_height);
  g_test_add_func ("/ui/chart-geometry/days", test_days);
  g_test_add_func ("/ui/chart-geometry/mirror", test_mirror);
  g_test_add_func ("/ui/chart-geometry/marks-height", test_marks_height);
  g_test_add_func ("/ui/chart-geometry/marks", test_marks);
  g_test_add_func ("/ui/chart-geometry/marks-of-days", test_marks_of_days);
  g_test_add_func ("/ui/chart-geometry/marks-of-years", test_marks_of_years);
  g_test_add_func ("/ui/chart-geometry/values", test_values);
  g_test_add_func ("/ui/chart-geometry/units", test_units);

  return g_test_run ();
}
