/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/thaw-breath-guide-painter.h"

#define SIDE 400

static const GdkRGBA blue = { 0.11f, 0.44f, 0.85f, 1.0f };
static const GdkRGBA black = { 0.0f, 0.0f, 0.0f, 1.0f };

static ThawTimeline *
make_timeline (void)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, "");

  return thaw_timeline_new_breathing (pattern, 12);
}

static ThawBreathGuidePainter *
make_painter (ThawTimeline *timeline)
{
  ThawBreathGuidePainter *painter = thaw_breath_guide_painter_new ();

  thaw_breath_guide_painter_set_timeline (painter, timeline);
  thaw_breath_guide_painter_set_colors (painter, &blue, &black, FALSE);
  thaw_breath_guide_painter_set_size (painter, SIDE, SIDE);

  return painter;
}

static GskRenderNode *
snapshot (ThawBreathGuidePainter *painter,
          const ThawBreathFigure *figure)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  thaw_breath_guide_painter_snapshot (painter, snapshot, figure);

  return gtk_snapshot_to_node (snapshot);
}

static cairo_surface_t *
draw (ThawBreathGuidePainter *painter,
      const ThawBreathFigure *figure)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  g_autoptr (GskRenderNode) node = snapshot (painter, figure);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static int
get_alpha (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return (int) (((const guint32 *) (gconstpointer) row)[(int) x] >> 24);
}

/* How far the shape reaches to the left, in pixels. */
static double
measure_shape (const ThawBreathFigure *figure)
{
  g_autoptr (ThawTimeline) timeline = make_timeline ();
  g_autoptr (ThawBreathGuidePainter) painter = make_painter (timeline);
  cairo_surface_t *surface = draw (painter, figure);
  int reach = 0;

  while (reach < SIDE / 2 && get_alpha (surface, SIDE / 2.0 - reach, SIDE / 2.0) > 0)
    reach++;
  cairo_surface_destroy (surface);

  return reach;
}

static void
test_size (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline ();
  g_autoptr (ThawBreathGuidePainter) painter = make_painter (timeline);
  double empty = measure_shape (&(ThawBreathFigure) { .has_shape = TRUE, .fullness = 0, .ring_to = 0.5 });
  double half = measure_shape (&(ThawBreathFigure) { .has_shape = TRUE, .fullness = 0.5, .ring_to = 0.5 });
  double full = measure_shape (&(ThawBreathFigure) { .has_shape = TRUE, .fullness = 1, .ring_to = 0.5 });
  double resting = measure_shape (&(ThawBreathFigure) { .has_shape = TRUE, .fullness = 1, .rest = 1, .ring_to = 0.5 });

  g_assert_cmpfloat_with_epsilon (empty, thaw_breath_guide_painter_get_radius (painter, 0), 2);
  g_assert_cmpfloat_with_epsilon (half, thaw_breath_guide_painter_get_radius (painter, 0.5), 2);
  g_assert_cmpfloat_with_epsilon (full, thaw_breath_guide_painter_get_radius (painter, 1), 2);
  g_assert_cmpfloat_with_epsilon (half, (empty + full) / 2, 2);
  g_assert_cmpfloat (full, >, 1.8 * empty);
  g_assert_cmpfloat_with_epsilon (resting, full, 1);
  /* There is room for the ring. */
  g_assert_cmpfloat (full, <, SIDE / 2.0 - 10);
}

/* At rest it is one even disc. */
static void
test_rest (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline ();
  g_autoptr (ThawBreathGuidePainter) painter = make_painter (timeline);
  ThawBreathFigure figure = { .has_shape = TRUE, .fullness = 1, .ring_to = 0.5 };
  double near_edge = SIDE / 2.0 - 0.94 * thaw_breath_guide_painter_get_radius (painter, 1);
  cairo_surface_t *moving = draw (painter, &figure), *resting;

  figure.rest = 1;
  resting = draw (painter, &figure);
  g_assert_cmpint (get_alpha (resting, SIDE / 2.0, SIDE / 2.0) - get_alpha (resting, near_edge, SIDE / 2.0), <,
                   get_alpha (moving, SIDE / 2.0, SIDE / 2.0) - get_alpha (moving, near_edge, SIDE / 2.0));
  g_assert_cmpint (get_alpha (resting, near_edge, SIDE / 2.0), >, get_alpha (moving, near_edge, SIDE / 2.0));

  cairo_surface_destroy (moving);
  cairo_surface_destroy (resting);
}

/* From the top to the right, as a clock goes: a quarter of the whole is half of the first half. */
static void
test_ring (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline ();
  g_autoptr (ThawBreathGuidePainter) painter = make_painter (timeline);
  ThawBreathFigure figure = { .has_shape = TRUE, .ring_to = 0.5, .done = 0.5 };
  double inset = SIDE / 2.0 * 0.985, diagonal = inset * G_SQRT2 / 2;
  cairo_surface_t *surface = draw (painter, &figure);
  int filled = get_alpha (surface, SIDE / 2.0 + diagonal, SIDE / 2.0 - diagonal);
  int to_come = get_alpha (surface, SIDE / 2.0 + diagonal, SIDE / 2.0 + diagonal);
  int other_phase = get_alpha (surface, SIDE / 2.0 - diagonal, SIDE / 2.0 - diagonal);

  g_assert_cmpint (to_come, >, 0);
  g_assert_cmpint (filled, >, 2 * to_come);
  g_assert_cmpint (other_phase, ==, to_come);
  /* Between the phases there is a gap. */
  g_assert_cmpint (get_alpha (surface, SIDE / 2.0, SIDE / 2.0 + inset), ==, 0);

  cairo_surface_destroy (surface);
}

static void
test_sitting (void)
{
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new_sitting (20, 5);
  g_autoptr (ThawBreathGuidePainter) painter = make_painter (timeline);
  cairo_surface_t *surface = draw (painter, &(ThawBreathFigure) { .ring_to = 1, .done = 0.25 });
  double inset = SIDE / 2.0 * 0.985;

  g_assert_cmpint (get_alpha (surface, SIDE / 2.0, SIDE / 2.0), ==, 0);
  /* Bells leave no gaps. */
  g_assert_cmpint (get_alpha (surface, SIDE / 2.0, SIDE / 2.0 + inset), >, 0);
  g_assert_cmpint (get_alpha (surface, SIDE / 2.0 - inset, SIDE / 2.0), >, 0);

  cairo_surface_destroy (surface);
}

/* Whatever is not another one is not drawn anew: the ring with nothing filled is the same node in each frame. */
static void
test_kept (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline ();
  g_autoptr (ThawBreathGuidePainter) painter = make_painter (timeline);
  g_autoptr (GskRenderNode) first = snapshot (painter, &(ThawBreathFigure) { .has_shape = TRUE, .ring_to = 0.5 });
  g_autoptr (GskRenderNode) second = snapshot (painter, &(ThawBreathFigure) { .has_shape = TRUE, .ring_to = 0.5,
                                                                              .fullness = 0.1, .done = 0.1 });
  g_autoptr (GskRenderNode) third = NULL;

  g_assert_true (gsk_container_node_get_child (first, 0) == gsk_container_node_get_child (second, 0));

  thaw_breath_guide_painter_set_size (painter, SIDE + 1, SIDE);
  third = snapshot (painter, &(ThawBreathFigure) { .has_shape = TRUE, .ring_to = 0.5 });
  g_assert_true (gsk_container_node_get_child (third, 0) != gsk_container_node_get_child (second, 0));
}

static void
test_empty (void)
{
  g_autoptr (ThawTimeline) timeline = make_timeline ();
  g_autoptr (ThawBreathGuidePainter) painter = thaw_breath_guide_painter_new ();

  g_assert_null (snapshot (painter, &(ThawBreathFigure) { .has_shape = TRUE, .ring_to = 0.5 }));
  thaw_breath_guide_painter_set_timeline (painter, timeline);
  g_assert_null (snapshot (painter, &(ThawBreathFigure) { .has_shape = TRUE, .ring_to = 0.5 }));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/breath-guide-painter/size", test_size);
  g_test_add_func ("/ui/breath-guide-painter/rest", test_rest);
  g_test_add_func ("/ui/breath-guide-painter/ring", test_ring);
  g_test_add_func ("/ui/breath-guide-painter/sitting", test_sitting);
  g_test_add_func ("/ui/breath-guide-painter/kept", test_kept);
  g_test_add_func ("/ui/breath-guide-painter/empty", test_empty);

  return g_test_run ();
}
