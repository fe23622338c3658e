/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

#include "thaw-mood.h"
#include "thaw-test-moods.h"
#include "thaw-test.h"
#include "widgets/mood-chart/thaw-chart-export.h"
#include "widgets/mood-chart/thaw-chart-painter.h"

#define WIDTH  800
#define HEIGHT 420

static ThawDay
day (const char *iso)
{
  return thaw_day_from_iso (iso);
}

static ThawPeriod
november (void)
{
  return (ThawPeriod) { THAW_PERIOD_MONTH, day ("2026-11-01"), day ("2026-11-30") };
}

static ThawChartPainter *
make_painter (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  ThawChartPainter *painter = thaw_chart_painter_new (context);

  thaw_chart_painter_set_size (painter, WIDTH, HEIGHT);
  g_object_unref (context);

  return painter;
}

static cairo_surface_t *
draw (ThawChartPainter *painter)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  thaw_chart_painter_draw (painter, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * 4, sizeof pixel);

  return pixel;
}

/* How many pixels of a day's column within a plot differ between two pictures. */
static int
count_differences (cairo_surface_t         *a,
                   cairo_surface_t         *b,
                   const ThawChartGeometry *geometry,
                   ThawMoodScale            scale,
                   ThawDay                  first,
                   ThawDay                  last)
{
  const ThawChartRect *plot = &geometry->plots[scale];
  double from = thaw_chart_geometry_day_to_x (geometry, first - 0.4);
  double to = thaw_chart_geometry_day_to_x (geometry, last + 0.4);
  int n = 0;

  for (int x = (int) MIN (from, to); x <= (int) MAX (from, to); x++)
    {
      for (int y = (int) plot->y; y < (int) (plot->y + plot->height); y++)
        n += get_pixel (a, x, y) != get_pixel (b, x, y);
    }

  return n;
}

static void
add_day (GArray     *days,
         const char *iso,
         double      feeling,
         double      spread)
{
  ThawDayMood mood = {
    .day = day (iso),
    .feeling = { feeling, feeling - spread, feeling + spread, 2 },
    .valence = { NAN, NAN, NAN, 0 },
    .n_entries = 2,
  };

  g_array_append_val (days, mood);
}

static void
test_gaps (void)
{
  for (int rtl = 0; rtl <= 1; rtl++)
    {
      g_autoptr (ThawChartPainter) painter = make_painter ();
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
      g_autoptr (ThawMoodSeries) empty = thaw_mood_series_new (days, november ().first, november ().last);
      g_autoptr (ThawMoodSeries) series = NULL;
      ThawPeriod period = november ();
      const ThawChartGeometry *geometry;
      cairo_surface_t *without, *with;

      add_day (days, "2026-11-03", 5.0, 2.0);
      add_day (days, "2026-11-04", 6.0, 2.0);
      add_day (days, "2026-11-20", 4.0, 0.0);
      series = thaw_mood_series_new (days, period.first, period.last);

      thaw_chart_painter_set_rtl (painter, rtl);
      thaw_chart_painter_set_series (painter, empty, &period);
      without = draw (painter);
      thaw_chart_painter_set_series (painter, series, &period);
      with = draw (painter);
      geometry = thaw_chart_painter_get_geometry (painter);

#define DIFFERENCES(scale, first, last) count_differences (with, without, geometry, scale, day (first), day (last))
      g_assert_cmpint (DIFFERENCES (THAW_MOOD_FEELING, "2026-11-03", "2026-11-04"), >, 50);
      g_assert_cmpint (DIFFERENCES (THAW_MOOD_FEELING, "2026-11-20", "2026-11-20"), >, 10);
      g_assert_cmpint (DIFFERENCES (THAW_MOOD_FEELING, "2026-11-01", "2026-11-02"), ==, 0);
      g_assert_cmpint (DIFFERENCES (THAW_MOOD_FEELING, "2026-11-05", "2026-11-19"), ==, 0);
      g_assert_cmpint (DIFFERENCES (THAW_MOOD_FEELING, "2026-11-21", "2026-11-30"), ==, 0);
      g_assert_cmpint (DIFFERENCES (THAW_MOOD_VALENCE, "2026-11-01", "2026-11-30"), ==, 0);
#undef DIFFERENCES

      cairo_surface_destroy (with);
      cairo_surface_destroy (without);
    }
}

/* Nothing is drawn at numb for a day on which nothing was said. */
static void
test_height_is_value (void)
{
  g_autoptr (ThawChartPainter) painter = make_painter ();
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
  g_autoptr (ThawMoodSeries) series = NULL;
  ThawPeriod period = november ();
  const ThawChartGeometry *geometry;
  cairo_surface_t *surface;
  int x;

  add_day (days, "2026-11-10", 7.0, 0.0);
  series = thaw_mood_series_new (days, period.first, period.last);
  thaw_chart_painter_set_series (painter, series, &period);
  surface = draw (painter);
  geometry = thaw_chart_painter_get_geometry (painter);
  x = (int) thaw_chart_geometry_day_to_x (geometry, day ("2026-11-10"));

  /* The background of paper is white; only the dot at 7 is something else. */
  for (int i = 0; i < 20; i++)
    {
      double value = 0.25 + i * 0.5;
      int y = (int) thaw_chart_geometry_value_to_y (geometry, THAW_MOOD_FEELING, value);
      gboolean is_white = (get_pixel (surface, x, y) & 0xffffff) == 0xffffff;

      if (fabs (value - 7.0) > 0.6)
        g_assert_true (is_white);
      else if (fabs (value - 7.0) < 0.1)
        g_assert_false (is_white);
    }

  cairo_surface_destroy (surface);
}

static void
test_cursor (void)
{
  g_autoptr (ThawChartPainter) painter = make_painter ();
  ThawPeriod period = november ();
  g_autoptr (GArray) days = thaw_test_make_moods (period.first, 30, 3, 0.8);
  g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, period.first, period.last);
  const ThawDayMood *mood;
  cairo_surface_t *before, *after;
  const ThawChartGeometry *geometry;
  cairo_t *cr;
  int x;

  thaw_chart_painter_set_series (painter, series, &period);
  before = draw (painter);
  after = draw (painter);
  mood = thaw_mood_series_find_nearest (series, period.first + 10);
  cr = cairo_create (after);
  thaw_chart_painter_draw_cursor (painter, cr, mood);
  cairo_destroy (cr);
  cairo_surface_flush (after);

  /* The cursor is where the day is and nowhere else. */
  geometry = thaw_chart_painter_get_geometry (painter);
  x = (int) thaw_chart_geometry_day_to_x (geometry, mood->day);
  for (int i = 0; i < WIDTH; i++)
    {
      int n = 0;

      for (int y = 0; y < HEIGHT; y++)
        n += get_pixel (before, i, y) != get_pixel (after, i, y);
      if (i == x)
        g_assert_cmpint (n, >, 100);
      else if (ABS (i - x) > 8)
        g_assert_cmpint (n, ==, 0);
    }

  cairo_surface_destroy (after);
  cairo_surface_destroy (before);
}

/* Every range, size and density draws without a complaint, also without a series. */
static void
test_any (void)
{
  g_autoptr (ThawChartPainter) painter = make_painter ();
  const int lengths[] = { 1, 7, 31, 92, 366, 7305 };
  const double densities[] = { 0.0, 0.05, 0.6, 1.0 };
  const int widths[] = { 1, 120, 330, 800 };
  ThawDay first = day ("2006-01-01");

  cairo_surface_destroy (draw (painter));

  for (guint i = 0; i < G_N_ELEMENTS (lengths) * G_N_ELEMENTS (densities) * G_N_ELEMENTS (widths); i++)
    {
      int n_days = lengths[i % G_N_ELEMENTS (lengths)];
      double density = densities[i / G_N_ELEMENTS (lengths) % G_N_ELEMENTS (densities)];
      int width = widths[i / G_N_ELEMENTS (lengths) / G_N_ELEMENTS (densities)];
      g_autoptr (GArray) days = thaw_test_make_moods (first, n_days, 2, density);
      ThawPeriod period = { THAW_PERIOD_ALL, first, first + n_days - 1 };
      g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, period.first, period.last);

      thaw_chart_painter_set_series (painter, series, &period);
      thaw_chart_painter_set_size (painter, width, 300);
      cairo_surface_destroy (draw (painter));
    }
}

static GBytes *
export (ThawChartFormat format)
{
  ThawPeriod period = november ();
  g_autoptr (GArray) days = thaw_test_make_moods (period.first, 30, 3, 0.8);
  g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, period.first, period.last);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = thaw_chart_export (series, &period, NULL, format, FALSE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  /* To look at, where somebody asks for it. */
  if (g_getenv ("THAW_TEST_PICTURES") != NULL)
    {
      g_autofree char *name = g_strconcat ("export.", thaw_chart_format_get_extension (format), NULL);
      g_autofree char *path = g_build_filename (g_getenv ("THAW_TEST_PICTURES"), name, NULL);

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
    }

  return bytes;
}

static void
test_export_png (void)
{
  g_autoptr (GBytes) bytes = export (THAW_CHART_PNG);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), >=, 1400);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), >=, 800);
}

static void
test_export_svg (void)
{
  g_autoptr (GBytes) bytes = export (THAW_CHART_SVG);
  g_autoptr (GMarkupParseContext) parser = NULL;
  const GMarkupParser nothing = { NULL };
  g_autoptr (GError) error = NULL;
  const char *text = g_bytes_get_data (bytes, NULL);
  gssize size = (gssize) g_bytes_get_size (bytes);

  /* Well-formed to its end, lines and not pixels. */
  parser = g_markup_parse_context_new (&nothing, G_MARKUP_TREAT_CDATA_AS_TEXT, NULL, NULL);
  g_markup_parse_context_parse (parser, text, size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (parser, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (text, size, "<svg"));
  g_assert_nonnull (g_strstr_len (text, size, "<path"));
  g_assert_null (g_strstr_len (text, size, "<image"));
}

static void
test_export_pdf (void)
{
  g_autoptr (GBytes) bytes = export (THAW_CHART_PDF);
  const char *text = g_bytes_get_data (bytes, NULL);
  gsize size = g_bytes_get_size (bytes);

  g_assert_cmpuint (size, >, 1000);
  g_assert_true (memcmp (text, "%PDF-", 5) == 0);
  g_assert_nonnull (g_strrstr_len (text + size - 32, 32, "%%EOF"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/chart-painter/gaps", test_gaps);
  g_test_add_func ("/ui/chart-painter/height-is-value", test_height_is_value);
  g_test_add_func ("/ui/chart-painter/cursor", test_cursor);
  g_test_add_func ("/ui/chart-painter/any", test_any);
  g_test_add_func ("/ui/chart-painter/export-png", test_export_png);
  g_test_add_func ("/ui/chart-painter/export-svg", test_export_svg);
  g_test_add_func ("/ui/chart-painter/export-pdf", test_export_pdf);

  return g_test_run ();
}
