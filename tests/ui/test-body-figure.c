/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-body-figure"

#include "config.h"
#include "thaw-test-ui.h"
#include "widgets/body-map/thaw-body-figure.h"

/* How fine the figure is looked at. */
#define GRID 400
#define GRID_WIDTH ((int) (GRID * THAW_BODY_FIGURE_WIDTH))

static const struct
{
  ThawBodyRegion region;
  gboolean       is_in_front;
  gboolean       is_behind;
} places[] = {
  { THAW_REGION_HEAD, TRUE, TRUE },
  { THAW_REGION_EYES, TRUE, FALSE },
  { THAW_REGION_JAW, TRUE, FALSE },
  { THAW_REGION_THROAT, TRUE, FALSE },
  { THAW_REGION_NECK, FALSE, TRUE },
  { THAW_REGION_SHOULDERS, TRUE, TRUE },
  { THAW_REGION_CHEST, TRUE, FALSE },
  { THAW_REGION_UPPER_BACK, FALSE, TRUE },
  { THAW_REGION_STOMACH, TRUE, FALSE },
  { THAW_REGION_LOWER_BACK, FALSE, TRUE },
  { THAW_REGION_LOWER_BELLY, TRUE, FALSE },
  { THAW_REGION_ARMS, TRUE, TRUE },
  { THAW_REGION_HANDS, TRUE, TRUE },
  { THAW_REGION_LEGS, TRUE, TRUE },
  { THAW_REGION_FEET, TRUE, TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (places) == THAW_N_BODY_REGIONS);

/* One byte a point: 255 where @region is, or all of the figure for -1. */
static cairo_surface_t *
paint (ThawBodySide side,
       int          region)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, GRID_WIDTH, GRID);
  cairo_t *cr = cairo_create (surface);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_scale (cr, GRID, GRID);
  if (region >= 0)
    thaw_body_figure_clip_region (cr, side, (ThawBodyRegion) region);
  else
    thaw_body_figure_trace_outline (cr);
  if (region >= 0)
    cairo_paint (cr);
  else
    cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_painted (cairo_surface_t *surface,
            int              x,
            int              y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] != 0;
}

static int
count_painted (cairo_surface_t *surface)
{
  int n = 0;

  for (int y = 0; y < GRID; y++)
    {
      for (int x = 0; x < GRID_WIDTH; x++)
        n += is_painted (surface, x, y);
    }

  return n;
}

static void
test_regions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpint (thaw_body_figure_has_region (THAW_BODY_FRONT, places[i].region), ==, places[i].is_in_front);
      g_assert_cmpint (thaw_body_figure_has_region (THAW_BODY_BACK, places[i].region), ==, places[i].is_behind);
      g_assert_true (places[i].is_in_front || places[i].is_behind);
    }

  g_assert_true (thaw_body_figure_is_paired (THAW_BODY_FRONT, THAW_REGION_HANDS));
  g_assert_false (thaw_body_figure_is_paired (THAW_BODY_FRONT, THAW_REGION_CHEST));
}

/* Each region has an area of its own, and all together they are the figure. */
static void
test_areas (gconstpointer data)
{
  ThawBodySide side = (ThawBodySide) GPOINTER_TO_INT (data);
  cairo_surface_t *figure = paint (side, -1);
  cairo_surface_t *regions[THAW_N_BODY_REGIONS] = { NULL };
  int n_figure = count_painted (figure);
  int n_gaps = 0, n_doubles = 0;

  for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
    {
      if (!thaw_body_figure_has_region (side, (ThawBodyRegion) i))
        continue;

      regions[i] = paint (side, i);
      /* The eyes are the smallest. */
      g_assert_cmpint (count_painted (regions[i]), >, n_figure / 150);
    }

  for (int y = 0; y < GRID; y++)
    {
      for (int x = 0; x < GRID_WIDTH; x++)
        {
          int n = 0;

          for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
            n += regions[i] != NULL && is_painted (regions[i], x, y);

          if (!is_painted (figure, x, y))
            g_assert_cmpint (n, ==, 0);
          else if (n == 0)
            n_gaps++;
          else if (n > 1)
            n_doubles++;
        }
    }

  g_assert_cmpint (n_gaps, <, n_figure / 200);
  g_assert_cmpint (n_doubles, <, n_figure / 200);

  for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
    g_clear_pointer (&regions[i], cairo_surface_destroy);
  cairo_surface_destroy (figure);
}

/* How many of a point and those around it are painted, 0 to 9. */
static int
count_around (cairo_surface_t *surface,
              int              x,
              int              y)
{
  int n = 0;

  for (int dy = -1; dy <= 1; dy++)
    {
      for (int dx = -1; dx <= 1; dx++)
        n += is_painted (surface, x + dx, y + dy);
    }

  return n;
}

/* What is found at a point is what is painted there; at an edge the two may round differently. */
static void
test_find (gconstpointer data)
{
  ThawBodySide side = (ThawBodySide) GPOINTER_TO_INT (data);

  for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
    {
      cairo_surface_t *region;
      int n_right = 0;

      if (!thaw_body_figure_has_region (side, (ThawBodyRegion) i))
        continue;

      region = paint (side, i);
      for (int y = 2; y < GRID - 1; y += 4)
        {
          for (int x = 2; x < GRID_WIDTH - 1; x += 4)
            {
              ThawBodyRegion found;
              gboolean is_found = thaw_body_figure_find (side, (x + 0.5) / GRID, (y + 0.5) / GRID, 0, &found) &&
                                  (int) found == i;

              g_assert_cmpint (count_around (region, x, y), !=, is_found ? 0 : 9);
              n_right += is_found;
            }
        }
      g_assert_cmpint (n_right, >, 4);
      cairo_surface_destroy (region);
    }
}

static void
test_spots (void)
{
  for (int side = 0; side < THAW_N_BODY_SIDES; side++)
    {
      for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
        {
          if (!thaw_body_figure_has_region ((ThawBodySide) side, (ThawBodyRegion) i))
            continue;

          for (int is_left = 0; is_left < 2; is_left++)
            {
              const ThawBodySpot spot = { (ThawBodySide) side, (ThawBodyRegion) i, is_left };
              graphene_point_t point;
              graphene_rect_t bounds;
              ThawBodyRegion found;

              thaw_body_figure_get_spot (&spot, &point);
              g_assert_true (thaw_body_figure_find ((ThawBodySide) side, point.x, point.y, 0, &found));
              g_assert_cmpint (found, ==, i);

              thaw_body_figure_get_bounds ((ThawBodySide) side, (ThawBodyRegion) i, &bounds);
              g_assert_true (graphene_rect_contains_point (&bounds, &point));
              g_assert_cmpfloat (bounds.origin.x, >=, 0);
              g_assert_cmpfloat (bounds.origin.y, >=, 0);
              g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, THAW_BODY_FIGURE_WIDTH);
              g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 1);
            }
        }
    }
}

/* A finger beside the figure meets it, one that is far away does not. */
static void
test_reach (void)
{
  const ThawBodySpot hand = { THAW_BODY_FRONT, THAW_REGION_HANDS, FALSE };
  graphene_point_t point;
  ThawBodyRegion found;

  thaw_body_figure_get_spot (&hand, &point);
  g_assert_false (thaw_body_figure_find (THAW_BODY_FRONT, point.x + 0.04, point.y, 0, &found));
  g_assert_true (thaw_body_figure_find (THAW_BODY_FRONT, point.x + 0.04, point.y, 0.03, &found));
  g_assert_cmpint (found, ==, THAW_REGION_HANDS);
  g_assert_false (thaw_body_figure_find (THAW_BODY_FRONT, point.x + 0.2, point.y, 0.03, &found));
  g_assert_false (thaw_body_figure_find (THAW_BODY_FRONT, -1, 2, 0.03, &found));
}

static void
assert_next (ThawBodySide     side,
             ThawBodyRegion   region,
             gboolean         is_left,
             GtkDirectionType direction,
             gboolean         is_front_first,
             ThawBodySide     next_side,
             ThawBodyRegion   next_region)
{
  const ThawBodySpot from = { side, region, is_left };
  ThawBodySpot next;

  g_assert_true (thaw_body_figure_find_next (&from, direction, is_front_first, &next));
  g_assert_cmpint (next.side, ==, next_side);
  g_assert_cmpstr (thaw_body_region_to_slug (next.region), ==, thaw_body_region_to_slug (next_region));
}

static void
test_down_and_up (void)
{
  const ThawBodyRegion front[] = { THAW_REGION_HEAD, THAW_REGION_EYES, THAW_REGION_JAW, THAW_REGION_THROAT,
                                   THAW_REGION_CHEST, THAW_REGION_STOMACH, THAW_REGION_LOWER_BELLY, THAW_REGION_LEGS,
                                   THAW_REGION_FEET };
  const ThawBodyRegion back[] = { THAW_REGION_HEAD, THAW_REGION_NECK, THAW_REGION_UPPER_BACK, THAW_REGION_LOWER_BACK,
                                  THAW_REGION_LEGS, THAW_REGION_FEET };
  const ThawBodySpot feet = { THAW_BODY_FRONT, THAW_REGION_FEET, TRUE };
  ThawBodySpot next;

  for (guint i = 1; i < G_N_ELEMENTS (front); i++)
    {
      assert_next (THAW_BODY_FRONT, front[i - 1], FALSE, GTK_DIR_DOWN, TRUE, THAW_BODY_FRONT, front[i]);
      assert_next (THAW_BODY_FRONT, front[i], FALSE, GTK_DIR_UP, TRUE, THAW_BODY_FRONT, front[i - 1]);
    }
  for (guint i = 1; i < G_N_ELEMENTS (back); i++)
    {
      assert_next (THAW_BODY_BACK, back[i - 1], FALSE, GTK_DIR_DOWN, FALSE, THAW_BODY_BACK, back[i]);
      assert_next (THAW_BODY_BACK, back[i], FALSE, GTK_DIR_UP, FALSE, THAW_BODY_BACK, back[i - 1]);
    }
  assert_next (THAW_BODY_FRONT, THAW_REGION_SHOULDERS, TRUE, GTK_DIR_DOWN, TRUE, THAW_BODY_FRONT, THAW_REGION_ARMS);
  assert_next (THAW_BODY_FRONT, THAW_REGION_ARMS, TRUE, GTK_DIR_DOWN, TRUE, THAW_BODY_FRONT, THAW_REGION_HANDS);

  g_assert_false (thaw_body_figure_find_next (&feet, GTK_DIR_DOWN, TRUE, &next));
  g_assert_cmpint (next.region, ==, THAW_REGION_FEET);
  g_assert_true (next.is_left);
}

static void
test_left_and_right (void)
{
  const ThawBodySpot chest = { THAW_BODY_FRONT, THAW_REGION_CHEST, FALSE };
  const ThawBodySpot hand = { THAW_BODY_FRONT, THAW_REGION_HANDS, TRUE };
  ThawBodySpot next;

  /* To the side that the key points to, whichever way the text runs. */
  for (int is_front_first = 0; is_front_first < 2; is_front_first++)
    {
      g_assert_true (thaw_body_figure_find_next (&chest, GTK_DIR_LEFT, is_front_first, &next));
      g_assert_cmpint (next.region, ==, THAW_REGION_SHOULDERS);
      g_assert_true (next.is_left);
      g_assert_true (thaw_body_figure_find_next (&chest, GTK_DIR_RIGHT, is_front_first, &next));
      g_assert_cmpint (next.region, ==, THAW_REGION_SHOULDERS);
      g_assert_false (next.is_left);
    }
  assert_next (THAW_BODY_FRONT, THAW_REGION_STOMACH, FALSE, GTK_DIR_LEFT, TRUE, THAW_BODY_FRONT, THAW_REGION_ARMS);

  /* From one side of the body to the other. */
  assert_next (THAW_BODY_FRONT, THAW_REGION_HANDS, FALSE, GTK_DIR_RIGHT, TRUE, THAW_BODY_BACK, THAW_REGION_HANDS);
  assert_next (THAW_BODY_BACK, THAW_REGION_HANDS, TRUE, GTK_DIR_LEFT, TRUE, THAW_BODY_FRONT, THAW_REGION_HANDS);
  assert_next (THAW_BODY_FRONT, THAW_REGION_HEAD, FALSE, GTK_DIR_RIGHT, TRUE, THAW_BODY_BACK, THAW_REGION_HEAD);
  assert_next (THAW_BODY_BACK, THAW_REGION_HEAD, FALSE, GTK_DIR_LEFT, TRUE, THAW_BODY_FRONT, THAW_REGION_HEAD);
  assert_next (THAW_BODY_FRONT, THAW_REGION_HANDS, TRUE, GTK_DIR_LEFT, FALSE, THAW_BODY_BACK, THAW_REGION_HANDS);
  assert_next (THAW_BODY_BACK, THAW_REGION_HANDS, FALSE, GTK_DIR_RIGHT, FALSE, THAW_BODY_FRONT, THAW_REGION_HANDS);

  g_assert_false (thaw_body_figure_find_next (&hand, GTK_DIR_LEFT, TRUE, &next));
}

/* Arrows alone lead from the head to each region, whichever side stands first. */
static void
test_reachable (gconstpointer data)
{
  static const GtkDirectionType directions[] = { GTK_DIR_LEFT, GTK_DIR_RIGHT, GTK_DIR_UP, GTK_DIR_DOWN };
  gboolean is_seen[THAW_N_BODY_SIDES][THAW_N_BODY_REGIONS][2] = { { { FALSE } } };
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (ThawBodySpot));
  ThawBodySpot spot = { THAW_BODY_FRONT, THAW_REGION_HEAD, FALSE };

  g_array_append_val (spots, spot);
  for (guint i = 0; i < spots->len; i++)
    {
      spot = g_array_index (spots, ThawBodySpot, i);
      for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
        {
          ThawBodySpot next;

          if (!thaw_body_figure_find_next (&spot, directions[d], GPOINTER_TO_INT (data), &next) ||
              is_seen[next.side][next.region][next.is_left])
            continue;
          is_seen[next.side][next.region][next.is_left] = TRUE;
          g_array_append_val (spots, next);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      ThawBodyRegion region = places[i].region;

      g_test_message ("%s", thaw_body_region_to_slug (region));
      g_assert_true (!places[i].is_in_front ||
                     is_seen[THAW_BODY_FRONT][region][FALSE] || is_seen[THAW_BODY_FRONT][region][TRUE]);
      g_assert_true (!places[i].is_behind ||
                     is_seen[THAW_BODY_BACK][region][FALSE] || is_seen[THAW_BODY_BACK][region][TRUE]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/body-figure/regions", test_regions);
  g_test_add_data_func ("/ui/body-figure/areas/front", GINT_TO_POINTER (THAW_BODY_FRONT), test_areas);
  g_test_add_data_func ("/ui/body-figure/areas/back", GINT_TO_POINTER (THAW_BODY_BACK), test_areas);
  g_test_add_data_func ("/ui/body-figure/find/front", GINT_TO_POINTER (THAW_BODY_FRONT), test_find);
  g_test_add_data_func ("/ui/body-figure/find/back", GINT_TO_POINTER (THAW_BODY_BACK), test_find);
  g_test_add_func ("/ui/body-figure/spots", test_spots);
  g_test_add_func ("/ui/body-figure/reach", test_reach);
  g_test_add_func ("/ui/body-figure/down-and-up", test_down_and_up);
  g_test_add_func ("/ui/body-figure/left-and-right", test_left_and_right);
  g_test_add_data_func ("/ui/body-figure/reachable/ltr", GINT_TO_POINTER (TRUE), test_reachable);
  g_test_add_data_func ("/ui/body-figure/reachable/rtl", GINT_TO_POINTER (FALSE), test_reachable);

  return g_test_run ();
}
