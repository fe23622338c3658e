/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

#include "thaw-mood-sessions.h"
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

/* How many pixels of a day's column within a plot, or the strip, differ between two pictures. */
static int
count_differences (cairo_surface_t         *a,
                   cairo_surface_t         *b,
                   const ThawChartGeometry *geometry,
                   const ThawChartRect     *plot,
                   ThawDay                  first,
                   ThawDay                  last)
{
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

#define DIFFERENCES(scale, first, last) \
  count_differences (with, without, geometry, &geometry->plots[scale], day (first), day (last))
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

static ThawMoodSeries *
make_series_with_sessions (GArray           *days,
                           GArray           *counts,
                           const ThawPeriod *period)
{
  g_autoptr (GArray) all = thaw_day_moods_add_sessions (days, counts);

  return thaw_mood_series_new (all, period->first, period->last);
}

/* In the strip there is something for days with sessions and nothing for the others; what was felt stays as it is. */
static void
test_marks (void)
{
  for (int rtl = 0; rtl <= 1; rtl++)
    {
      g_autoptr (ThawChartPainter) painter = make_painter ();
      ThawPeriod period = november ();
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
      g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (ThawDayCount));
      g_autoptr (ThawMoodSeries) one = NULL;
      g_autoptr (ThawMoodSeries) several = NULL;
      const ThawChartGeometry *geometry;
      cairo_surface_t *before, *after;
      int once, thrice;

      add_day (days, "2026-11-03", 5.0, 2.0);
      g_array_append_vals (counts, &(ThawDayCount) { day ("2026-11-01"), 1 }, 1);
      one = make_series_with_sessions (days, counts, &period);
      g_array_append_vals (counts, &(ThawDayCount) { day ("2026-11-03"), 1 }, 1);
      g_array_append_vals (counts, &(ThawDayCount) { day ("2026-11-20"), 3 }, 1);
      several = make_series_with_sessions (days, counts, &period);

      thaw_chart_painter_set_rtl (painter, rtl);
      thaw_chart_painter_set_series (painter, one, &period);
      before = draw (painter);
      thaw_chart_painter_set_series (painter, several, &period);
      after = draw (painter);
      geometry = thaw_chart_painter_get_geometry (painter);

#define DIFFERENCES(rect, first, last) count_differences (after, before, geometry, rect, day (first), day (last))
      once = DIFFERENCES (&geometry->marks, "2026-11-03", "2026-11-03");
      thrice = DIFFERENCES (&geometry->marks, "2026-11-20", "2026-11-20");
      g_assert_cmpint (once, >, 10);
      g_assert_cmpint (thrice, >, once);
      g_assert_cmpint (DIFFERENCES (&geometry->marks, "2026-11-01", "2026-11-30"), ==, once + thrice);
      for (int i = 0; i < THAW_N_MOOD_SCALES; i++)
        g_assert_cmpint (DIFFERENCES (&geometry->plots[i], "2026-11-01", "2026-11-30"), ==, 0);
#undef DIFFERENCES

      cairo_surface_destroy (after);
      cairo_surface_destroy (before);
    }
}

/* What feeling has colours for stays its own: a mark is grey. */
static void
test_marks_are_neutral (void)
{
  const GdkRGBA ink = { 0.0f, 0.0f, 0.0f, 0.8f };

  for (int look = 0; look < 4; look++)
    {
      g_autoptr (ThawChartPainter) painter = make_painter ();
      ThawPeriod period = november ();
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
      g_autoptr (GArray) counts = thaw_test_make_day_counts (period.first, 30, 1.0);
      g_autoptr (ThawMoodSeries) series = make_series_with_sessions (days, counts, &period);
      const ThawChartGeometry *geometry;
      ThawChartPalette palette;
      cairo_surface_t *surface;
      int n_drawn = 0;

      thaw_chart_palette_init (&palette, &ink, look % 2, look / 2);
      thaw_chart_painter_set_palette (painter, &palette);
      thaw_chart_painter_set_series (painter, series, &period);
      surface = draw (painter);
      geometry = thaw_chart_painter_get_geometry (painter);
      for (int y = (int) geometry->marks.y; y < (int) (geometry->marks.y + geometry->marks.height); y++)
        {
          for (int x = (int) geometry->marks.x; x < WIDTH; x++)
            {
              guint32 pixel = get_pixel (surface, x, y);
              int red = (pixel >> 16) & 0xff, green = (pixel >> 8) & 0xff, blue = pixel & 0xff;

              n_drawn += pixel != 0;
              g_assert_cmpint (ABS (red - green), <=, 2);
              g_assert_cmpint (ABS (green - blue), <=, 2);
            }
        }
      g_assert_cmpint (n_drawn, >, 30 * 15);
      cairo_surface_destroy (surface);
    }
}

/* Where nothing was done all is as if there were no such thing: no strip, and no word in the legend. */
static void
test_no_marks (void)
{
  g_autoptr (ThawChartPainter) painter = make_painter ();
  ThawPeriod period = november ();
  g_autoptr (GArray) days = thaw_test_make_moods (period.first, 30, 3, 0.8);
  g_autoptr (GArray) counts = thaw_test_make_day_counts (period.first, 30, 0.5);
  g_autoptr (ThawMoodSeries) with = make_series_with_sessions (days, counts, &period);
  g_autoptr (ThawMoodSeries) without = thaw_mood_series_new (days, period.first, period.last);
  double height, height_with;

  thaw_chart_painter_set_series (painter, without, &period);
  height = thaw_chart_painter_get_height (painter, WIDTH, 8.0);
  g_assert_cmpint (thaw_chart_painter_get_geometry (painter)->metrics.n_legend_items, ==, 3);
  g_assert_cmpfloat_with_epsilon (thaw_chart_painter_get_geometry (painter)->marks.height, 0.0, 1e-9);

  thaw_chart_painter_set_series (painter, with, &period);
  height_with = thaw_chart_painter_get_height (painter, WIDTH, 8.0);
  g_assert_cmpfloat (height_with, >, height);
  g_assert_cmpint (thaw_chart_painter_get_geometry (painter)->metrics.n_legend_items, ==, 4);
  g_assert_cmpfloat (thaw_chart_painter_get_geometry (painter)->marks.height, >, 0.0);

  thaw_chart_painter_set_series (painter, without, &period);
  g_assert_cmpfloat_with_epsilon (thaw_chart_painter_get_height (painter, WIDTH, 8.0), height, 1e-9);
  g_assert_cmpint (thaw_chart_painter_get_geometry (painter)->metrics.n_legend_items, ==, 3);
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
  g_autoptr (GArray) counts = thaw_test_make_day_counts (period.first, 30, 1.0);
  g_autoptr (ThawMoodSeries) series = make_series_with_sessions (days, counts, &period);
  const ThawDayMood *mood;
  cairo_surface_t *before, *after;
  const ThawChartGeometry *geometry;
  cairo_t *cr;
  int x;

  thaw_chart_painter_set_series (painter, series, &period);
  before = draw (painter);
  after = draw (painter);
  mood = thaw_mood_series_find_nearest (series, period.first + 10);
  g_assert_cmpuint (mood->n_sessions, >, 0);
  cr = cairo_create (after);
  thaw_chart_painter_draw_cursor (painter, cr, mood);
  cairo_destroy (cr);
  cairo_surface_flush (after);

  /* The cursor is where the day is and nowhere else. It reaches the day's mark. */
  geometry = thaw_chart_painter_get_geometry (painter);
  g_assert_cmpint (count_differences (after, before, geometry, &geometry->marks, mood->day, mood->day), >, 10);
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
      g_autoptr (GArray) counts = thaw_test_make_day_counts (first, n_days, i % 2 == 0 ? 1.0 - density : 0.0);
      ThawPeriod period = { THAW_PERIOD_ALL, first, first + n_days - 1 };
      g_autoptr (ThawMoodSeries) series = make_series_with_sessions (days, counts, &period);

      thaw_chart_painter_set_series (painter, series, &period);
      thaw_chart_painter_set_size (painter, width, 300);
      cairo_surface_destroy (draw (painter));
    }
}

static GBytes *
export_with (ThawChartFormat  format,
             GArray          *counts)
{
  ThawPeriod period = november ();
  g_autoptr (GArray) days = thaw_test_make_moods (period.first, 30, 3, 0.8);
  g_autoptr (ThawMoodSeries) series = make_series_with_sessions (days, counts, &period);
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

static GBytes *
export (ThawChartFormat format)
{
  g_autoptr (GArray) counts = thaw_test_make_day_counts (november ().first, 30, 0.6);

  return export_with (format, counts);
}

static GdkPixbuf *
read_picture (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *picture = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);

  return picture;
}

static gboolean
is_column_same (GdkPixbuf *a,
                GdkPixbuf *b,
                int        x)
{
  int n_bytes = gdk_pixbuf_get_n_channels (a);

  for (int y = 0; y < gdk_pixbuf_get_height (a); y++)
    {
      const guint8 *left = gdk_pixbuf_read_pixels (a) + y * gdk_pixbuf_get_rowstride (a) + x * n_bytes;
      const guint8 *right = gdk_pixbuf_read_pixels (b) + y * gdk_pixbuf_get_rowstride (b) + x * n_bytes;

      if (memcmp (left, right, (gsize) n_bytes) != 0)
        return FALSE;
    }

  return TRUE;
}

/* A day's mark is in the picture: where the day is, and as wide as a dot at twice the density. */
static void
test_export_marks (void)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (ThawDayCount));
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;
  g_autoptr (GdkPixbuf) picture_of_one = NULL;
  g_autoptr (GdkPixbuf) picture_of_two = NULL;
  int width, first = -1, n_columns = 0;

  g_array_append_vals (counts, &(ThawDayCount) { day ("2026-11-02"), 1 }, 1);
  one = export_with (THAW_CHART_PNG, counts);
  g_array_append_vals (counts, &(ThawDayCount) { day ("2026-11-28"), 1 }, 1);
  two = export_with (THAW_CHART_PNG, counts);

  picture_of_one = read_picture (one);
  picture_of_two = read_picture (two);
  width = gdk_pixbuf_get_width (picture_of_one);
  g_assert_cmpint (gdk_pixbuf_get_width (picture_of_two), ==, width);
  for (int x = 0; x < width; x++)
    {
      if (is_column_same (picture_of_one, picture_of_two, x))
        continue;

      first = first < 0 ? x : first;
      n_columns++;
    }
  g_assert_cmpint (first, >, width * 0.8);
  g_assert_cmpint (n_columns, >=, 8);
  g_assert_cmpint (n_columns, <=, 12);
}

static void
test_export_png (void)
{
  g_autoptr (GBytes) bytes = export (THAW_CHART_PNG);
  g_autoptr (GdkPixbuf) picture = read_picture (bytes);

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
  g_test_add_func ("/ui/chart-painter/marks", test_marks);
  g_test_add_func ("/ui/chart-painter/marks-are-neutral", test_marks_are_neutral);
  g_test_add_func ("/ui/chart-painter/no-marks", test_no_marks);
  g_test_add_func ("/ui/chart-painter/height-is-value", test_height_is_value);
  g_test_add_func ("/ui/chart-painter/cursor", test_cursor);
  g_test_add_func ("/ui/chart-painter/any", test_any);
  g_test_add_func ("/ui/chart-painter/export-marks", test_export_marks);
  g_test_add_func ("/ui/chart-painter/export-png", test_export_png);
  g_test_add_func ("/ui/chart-painter/export-svg", test_export_svg);
  g_test_add_func ("/ui/chart-painter/export-pdf", test_export_pdf);

  return g_test_run ();
}
