/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/mood-chart/thaw-chart-painter.h"
#include "widgets/reflection-chart/thaw-reflection-painter.h"

#define WIDTH  800
#define HEIGHT 260

/* Nothing is ever drawn further from its place than this. */
#define MARK_REACH 20

static ThawPeriod
quarter (void)
{
  return (ThawPeriod) { THAW_PERIOD_QUARTER, thaw_day_from_iso ("2026-09-01"), thaw_day_from_iso ("2026-11-30") };
}

static ThawReflectionPainter *
make_painter (GPtrArray *reflections)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  ThawReflectionPainter *painter = thaw_reflection_painter_new (context);
  ThawPeriod period = quarter ();

  g_object_unref (context);
  thaw_reflection_painter_set_size (painter, WIDTH, HEIGHT);
  thaw_reflection_painter_set_reflections (painter, reflections, &period);

  return painter;
}

static GPtrArray *
make_reflections (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reflection_free);
}

static void
add (GPtrArray  *reflections,
     const char *iso,
     int         response,
     int         naming,
     int         range,
     int         closeness)
{
  ThawReflection *reflection = thaw_reflection_new ();

  reflection->moment.day = thaw_day_from_iso (iso);
  reflection->levels[THAW_REFLECTION_RESPONSE] = response;
  reflection->levels[THAW_REFLECTION_NAMING] = naming;
  reflection->levels[THAW_REFLECTION_RANGE] = range;
  reflection->levels[THAW_REFLECTION_CLOSENESS] = closeness;
  g_ptr_array_add (reflections, reflection);
}

static cairo_surface_t *
draw (ThawReflectionPainter *painter)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  thaw_reflection_painter_draw (painter, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* How many pixels of the plot between two days differ between two pictures. */
static int
count_differences (cairo_surface_t         *a,
                   cairo_surface_t         *b,
                   const ThawChartGeometry *geometry,
                   const char              *first,
                   const char              *last)
{
  const ThawChartRect *plot = &geometry->plots[0];
  double from = thaw_chart_geometry_day_to_x (geometry, thaw_day_from_iso (first));
  double to = thaw_chart_geometry_day_to_x (geometry, thaw_day_from_iso (last));
  int stride = cairo_image_surface_get_stride (a);
  int n = 0;

  for (int x = (int) MIN (from, to) + MARK_REACH; x <= (int) MAX (from, to) - MARK_REACH; x++)
    {
      for (int y = (int) plot->y; y < (int) (plot->y + plot->height); y++)
        n += memcmp (cairo_image_surface_get_data (a) + y * stride + x * 4,
                     cairo_image_surface_get_data (b) + y * stride + x * 4, 4) != 0;
    }

  return n;
}

static void
test_points (void)
{
  for (int rtl = 0; rtl <= 1; rtl++)
    {
      g_autoptr (GPtrArray) reflections = make_reflections ();
      g_autoptr (ThawReflectionPainter) painter = NULL;
      const ThawChartGeometry *geometry;
      const ThawChartRect *plot;
      double x, y, next_x, next_y;

      add (reflections, "2026-09-10", 0, -1, 10, 5);
      add (reflections, "2026-10-10", 4, 4, 4, 7);
      painter = make_painter (reflections);
      thaw_reflection_painter_set_rtl (painter, rtl);
      geometry = thaw_reflection_painter_get_geometry (painter);
      plot = &geometry->plots[0];

      g_assert_true (thaw_reflection_painter_get_point (painter, 0, THAW_REFLECTION_RESPONSE, &x, &y));
      g_assert_cmpfloat_with_epsilon (x, thaw_chart_geometry_day_to_x (geometry, thaw_day_from_iso ("2026-09-10")),
                                      1e-6);
      g_assert_cmpfloat_with_epsilon (y, plot->y + plot->height, 1e-6);
      g_assert_true (thaw_reflection_painter_get_point (painter, 0, THAW_REFLECTION_RANGE, &x, &y));
      g_assert_cmpfloat_with_epsilon (y, plot->y, 1e-6);
      g_assert_true (thaw_reflection_painter_get_point (painter, 0, THAW_REFLECTION_CLOSENESS, &x, &y));
      g_assert_cmpfloat_with_epsilon (y, plot->y + plot->height / 2.0, 1e-6);
      g_assert_false (thaw_reflection_painter_get_point (painter, 0, THAW_REFLECTION_NAMING, &x, &y));

      /* Three at one height stand side by side, in the order in which they are read. */
      for (int i = THAW_REFLECTION_RESPONSE; i < THAW_REFLECTION_RANGE; i++)
        {
          g_assert_true (thaw_reflection_painter_get_point (painter, 1, (ThawReflectionArea) i, &x, &y));
          g_assert_true (thaw_reflection_painter_get_point (painter, 1, (ThawReflectionArea) (i + 1), &next_x,
                                                            &next_y));
          g_assert_cmpfloat_with_epsilon (y, next_y, 1e-6);
          g_assert_cmpfloat (rtl ? x - next_x : next_x - x, >=, 8.0);
        }
    }
}

/* A day is at the same place as in the mood chart over it. */
static void
test_stands_in_line (void)
{
  for (int width = 300; width <= WIDTH; width += 250)
    {
      g_autoptr (GPtrArray) reflections = make_reflections ();
      g_autoptr (ThawReflectionPainter) painter = make_painter (reflections);
      PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      g_autoptr (ThawChartPainter) mood_painter = thaw_chart_painter_new (context);
      ThawPeriod period = quarter ();

      g_object_unref (context);
      thaw_chart_painter_set_series (mood_painter, NULL, &period);
      thaw_chart_painter_set_size (mood_painter, width, 420);
      thaw_reflection_painter_set_size (painter, width, HEIGHT);
      for (ThawDay day = period.first; day <= period.last; day++)
        g_assert_cmpfloat_with_epsilon (thaw_chart_geometry_day_to_x (thaw_reflection_painter_get_geometry (painter),
                                                                      day),
                                        thaw_chart_geometry_day_to_x (thaw_chart_painter_get_geometry (mood_painter),
                                                                      day),
                                        1e-6);
    }
}

static void
assert_line (GPtrArray  *reflections,
             const char *first,
             const char *last,
             gboolean    is_line)
{
  g_autoptr (GPtrArray) none = make_reflections ();
  g_autoptr (ThawReflectionPainter) painter = make_painter (reflections);
  g_autoptr (ThawReflectionPainter) empty_painter = make_painter (none);
  cairo_surface_t *with = draw (painter);
  cairo_surface_t *without = draw (empty_painter);
  int n = count_differences (with, without, thaw_reflection_painter_get_geometry (painter), first, last);

  if (is_line)
    g_assert_cmpint (n, >, 20);
  else
    g_assert_cmpint (n, ==, 0);

  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

static void
test_gaps (void)
{
  g_autoptr (GPtrArray) near = make_reflections ();
  g_autoptr (GPtrArray) far = make_reflections ();
  g_autoptr (GPtrArray) left_out = make_reflections ();
  g_autoptr (GPtrArray) from_before = make_reflections ();

  add (near, "2026-09-10", 1, -1, -1, -1);
  add (near, "2026-10-20", 9, -1, -1, -1);
  assert_line (near, "2026-09-10", "2026-10-20", TRUE);

  add (far, "2026-09-10", 1, 2, 3, 4);
  add (far, "2026-10-23", 9, 8, 7, 6);
  assert_line (far, "2026-09-10", "2026-10-23", FALSE);

  add (left_out, "2026-09-10", 1, -1, -1, -1);
  add (left_out, "2026-09-24", -1, -1, -1, -1);
  add (left_out, "2026-10-10", 9, -1, -1, -1);
  assert_line (left_out, "2026-09-10", "2026-10-10", FALSE);

  add (from_before, "2026-08-15", 1, -1, -1, -1);
  add (from_before, "2026-09-20", 9, -1, -1, -1);
  assert_line (from_before, "2026-09-02", "2026-09-20", TRUE);
}

/* With colours that are all the same the four can still be told apart. */
static void
test_not_by_colour_alone (void)
{
  cairo_surface_t *pictures[THAW_N_REFLECTION_AREAS];
  ThawChartPalette palette;

  thaw_chart_palette_init_for_paper (&palette);
  for (int i = 0; i < THAW_CHART_N_LINES; i++)
    palette.lines[i] = palette.text;

  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      g_autoptr (GPtrArray) reflections = make_reflections ();
      g_autoptr (ThawReflectionPainter) painter = NULL;
      int levels[THAW_N_REFLECTION_AREAS] = { -1, -1, -1, -1 };

      levels[i] = 3;
      add (reflections, "2026-09-10", levels[0], levels[1], levels[2], levels[3]);
      add (reflections, "2026-10-10", levels[0], levels[1], levels[2], levels[3]);
      painter = make_painter (reflections);
      thaw_reflection_painter_set_palette (painter, &palette);
      pictures[i] = draw (painter);

      for (int j = 0; j < i; j++)
        {
          const ThawChartGeometry *geometry = thaw_reflection_painter_get_geometry (painter);

          /* The marks, and the lines between them. */
          g_assert_cmpint (count_differences (pictures[i], pictures[j], geometry, "2026-09-01", "2026-09-20"), >, 4);
          g_assert_cmpint (count_differences (pictures[i], pictures[j], geometry, "2026-09-11", "2026-10-09"), >, 4);
        }
    }

  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    cairo_surface_destroy (pictures[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/reflection-painter/points", test_points);
  g_test_add_func ("/ui/reflection-painter/stands-in-line", test_stands_in_line);
  g_test_add_func ("/ui/reflection-painter/gaps", test_gaps);
  g_test_add_func ("/ui/reflection-painter/not-by-colour-alone", test_not_by_colour_alone);

  return g_test_run ();
}
