/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "thaw-bench.h"
#include "thaw-mood-sessions.h"
#include "thaw-test-moods.h"
#include "widgets/mood-chart/thaw-chart-painter.h"
#include "widgets/mood-chart/thaw-mood-chart.h"

#define WIDTH             1000
#define HEIGHT            400
#define N_RUNS            200
#define N_ENTRIES_A_DAY   5
#define DAYS_IN_20_YEARS  7305

static GArray *
make_days (double entry_density,
           double session_density)
{
  ThawDay first = thaw_day_new (2006, 11, 24);
  g_autoptr (GArray) moods = thaw_test_make_moods (first, DAYS_IN_20_YEARS, N_ENTRIES_A_DAY, entry_density);
  g_autoptr (GArray) counts = thaw_test_make_day_counts (first, DAYS_IN_20_YEARS, session_density);

  return thaw_day_moods_add_sessions (moods, counts);
}

/* From the days as storage gives them to the pixels: what a new period costs. */
static void
bench_redraw (ThawPeriodRange  range,
              GArray          *days,
              const char      *name)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (ThawChartPainter) painter = thaw_chart_painter_new (context);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  ThawPeriodBounds bounds = {
    g_array_index (days, ThawDayMood, 0).day,
    g_array_index (days, ThawDayMood, days->len - 1).day,
  };
  ThawPeriod period = thaw_period_new (range, bounds.last, 1, &bounds);
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = -5; i < N_RUNS; i++)
    {
      double start = thaw_bench_cpu_ms ();
      g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, period.first, period.last);
      cairo_t *cr = cairo_create (surface);

      thaw_chart_painter_set_series (painter, series, &period);
      thaw_chart_painter_set_size (painter, WIDTH, HEIGHT);
      thaw_chart_painter_draw (painter, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      if (i >= 0)
        g_array_append_vals (samples, &(double) { thaw_bench_cpu_ms () - start }, 1);
    }

  thaw_bench_report (name, samples);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static void
add_cursor (cairo_t       *cr,
            GskRenderNode *node)
{
  guint n_children = gsk_container_node_get_n_children (node);
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (gsk_container_node_get_child (node, n_children - 1), &bounds);
  cairo_rectangle (cr, bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height);
}

static void
clip_to_cursors (cairo_t       *cr,
                 GskRenderNode *before,
                 GskRenderNode *now)
{
  if (before != NULL)
    add_cursor (cr, before);
  add_cursor (cr, now);
  cairo_clip (cr);
}

/* From the key to the pixels. GTK compares the new frame with the one before and
 * redraws where they differ, so this does. */
static void
bench_cursor (GArray *days)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chart = thaw_mood_chart_new ();
  ThawDay first = g_array_index (days, ThawDayMood, 0).day;
  ThawDay last = g_array_index (days, ThawDayMood, days->len - 1).day;
  ThawPeriod period = { THAW_PERIOD_ALL, first, last };
  g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, first, last);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_autoptr (GskRenderNode) before = NULL;
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  thaw_mood_chart_set_series (THAW_MOOD_CHART (chart), series, &period, NULL);
  gtk_widget_set_size_request (chart, WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), chart);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (chart) == 0)
    g_main_context_iteration (NULL, TRUE);

  for (int i = -5; i < N_RUNS; i++)
    {
      double start = thaw_bench_cpu_ms ();
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      cairo_t *cr = cairo_create (surface);

      thaw_mood_chart_set_cursor_day (THAW_MOOD_CHART (chart), first + (i + 5) * 30);
      GTK_WIDGET_GET_CLASS (chart)->snapshot (chart, snapshot);
      node = gtk_snapshot_to_node (snapshot);
      clip_to_cursors (cr, before, node);
      gsk_render_node_draw (node, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      if (i >= 0)
        g_array_append_vals (samples, &(double) { thaw_bench_cpu_ms () - start }, 1);

      g_clear_pointer (&before, gsk_render_node_unref);
      before = g_steal_pointer (&node);
    }

  thaw_bench_report ("chart-cursor-20-years", samples);
  cairo_surface_destroy (surface);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  const char *names[THAW_N_PERIOD_RANGES] = {
    "chart-week", "chart-month", "chart-quarter", "chart-year", "chart-20-years",
  };
  g_autoptr (GArray) every_day = NULL;
  g_autoptr (GArray) sparse = NULL;
  g_autoptr (GArray) practised = NULL;

  adw_init ();

  every_day = make_days (1.0, 0.0);
  sparse = make_days (0.5, 0.0);
  practised = make_days (1.0, 0.8);

  for (int i = 0; i < THAW_N_PERIOD_RANGES; i++)
    bench_redraw ((ThawPeriodRange) i, every_day, names[i]);
  bench_redraw (THAW_PERIOD_ALL, sparse, "chart-20-years-every-other-day");
  bench_redraw (THAW_PERIOD_YEAR, practised, "chart-year-practised");
  bench_redraw (THAW_PERIOD_ALL, practised, "chart-20-years-practised");
  bench_cursor (practised);

  return 0;
}
