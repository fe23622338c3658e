/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-body-figure"

#include "config.h"
#include "thaw-body-figure.h"

#include <math.h>

/* The paths are written in thousandths of the figure's height, with the middle of the body at 0. All of them are for
 * the half on the right: M, L and C as in SVG, absolute. */
#define UNITS 1000.0

/* How far apart front and back stand for who goes from one to the other: far enough that all of the body is nearer. */
#define SIDES_APART 0.6

/* From the crown to between the legs. */
static const char outline[] =
  "M0 4 C31 4 51 30 51 64 C51 96 45 120 26 136 "                     /* head */
  "C24 143 24 152 26 161 C31 179 60 189 84 196 "                     /* neck */
  "C110 203 125 222 131 250 C138 288 149 318 158 350 "               /* shoulder, upper arm */
  "C168 388 182 428 189 458 "                                        /* forearm */
  "C198 470 208 486 211 504 C214 524 214 544 208 556 "               /* hand */
  "C202 567 186 567 179 556 C172 544 167 528 165 513 "
  "C162 518 158 523 154 526 C147 530 142 523 145 516 "               /* thumb */
  "C150 504 156 490 159 472 "
  "C151 440 138 408 128 372 C120 340 110 312 98 290 "                /* arm, from inside */
  "C95 283 90 283 89 290 C85 320 76 352 74 388 "                     /* waist */
  "C74 424 89 452 93 492 C98 556 91 650 82 716 "                     /* hip, thigh */
  "C79 742 86 772 82 806 C77 856 63 892 60 924 "                     /* calf */
  "C62 944 82 962 84 978 C85 991 74 995 60 995 "                     /* foot */
  "C44 995 24 996 21 984 C18 968 25 946 26 924 "
  "C25 890 17 852 16 812 C15 780 22 752 21 722 "                     /* leg, from inside */
  "C20 660 14 606 9 556 C7 547 4 544 0 544";

typedef struct
{
  ThawBodySide   side;
  ThawBodyRegion region;
  gboolean       is_paired;  /* the shape is closed and there twice; else it is half of one that crosses the middle */
  const char    *shape;      /* where it meets the outline it goes beyond */
  double         x, y;       /* a spot in it, in thousandths, on the right */
} Part;

/* The same on both sides. Neighbours share the curve between them, so that there is neither gap nor overlap. */
#define SHOULDERS "M66 172 L160 184 L160 266 C138 277 112 283 92 276 C78 252 68 214 66 172"
#define ARMS "M92 276 C112 283 138 277 160 266 L232 400 L214 457 L146 478 L128 474 L106 400 L95 310 L93 288 Z"
#define HANDS "M146 478 L214 457 L232 600 L130 600 Z"
#define FEET "M0 924 C20 926 50 926 112 914 L112 1010 L0 1010"
#define LEGS_END " L112 914 C50 926 20 926 0 924"
#define EYES "M0 53 C22 53 42 54 42 70 C42 86 22 87 0 87"

static const Part parts[] = {
  { THAW_BODY_FRONT, THAW_REGION_HEAD, FALSE, "M0 -6 L70 -6 L70 94 C40 106 20 109 0 109", 0, 30 },
  { THAW_BODY_FRONT, THAW_REGION_EYES, FALSE, EYES, 0, 70 },
  { THAW_BODY_FRONT, THAW_REGION_JAW, FALSE,
    "M0 109 C20 109 40 106 70 94 L60 132 L26 136 C18 146 9 150 0 150", 0, 129 },
  { THAW_BODY_FRONT, THAW_REGION_THROAT, FALSE,
    "M0 150 C9 150 18 146 26 136 L50 132 L46 162 C43 168 41 174 38 178 C28 195 14 200 0 200", 0, 174 },
  { THAW_BODY_FRONT, THAW_REGION_SHOULDERS, TRUE, SHOULDERS, 101, 234 },
  { THAW_BODY_FRONT, THAW_REGION_CHEST, FALSE,
    "M0 200 C14 200 28 195 38 178 C41 174 43 168 46 162 L66 172 "
    "C68 214 78 252 92 276 L93 288 L93 306 C64 312 30 311 0 311", 0, 254 },
  { THAW_BODY_FRONT, THAW_REGION_STOMACH, FALSE,
    "M0 311 C30 311 64 312 93 306 L104 398 C64 404 30 405 0 405", 0, 358 },
  { THAW_BODY_FRONT, THAW_REGION_LOWER_BELLY, FALSE,
    "M0 405 C30 405 64 404 104 398 L114 474 C76 494 38 508 0 508", 0, 456 },
  { THAW_BODY_FRONT, THAW_REGION_ARMS, TRUE, ARMS, 145, 366 },
  { THAW_BODY_FRONT, THAW_REGION_HANDS, TRUE, HANDS, 187, 514 },
  { THAW_BODY_FRONT, THAW_REGION_LEGS, FALSE, "M0 508 C38 508 76 494 114 474" LEGS_END, 52, 690 },
  { THAW_BODY_FRONT, THAW_REGION_FEET, FALSE, FEET, 50, 966 },

  { THAW_BODY_BACK, THAW_REGION_HEAD, FALSE, "M0 -6 L70 -6 L70 118 C46 130 20 134 0 134", 0, 68 },
  { THAW_BODY_BACK, THAW_REGION_NECK, FALSE,
    "M0 134 C20 134 46 130 70 118 L60 150 L46 162 C43 168 41 174 38 178 C28 188 14 192 0 192", 0, 164 },
  { THAW_BODY_BACK, THAW_REGION_SHOULDERS, TRUE, SHOULDERS, 101, 234 },
  { THAW_BODY_BACK, THAW_REGION_UPPER_BACK, FALSE,
    "M0 192 C14 192 28 188 38 178 C41 174 43 168 46 162 L66 172 "
    "C68 214 78 252 92 276 L93 288 L95 332 C64 338 30 339 0 339", 0, 266 },
  { THAW_BODY_BACK, THAW_REGION_LOWER_BACK, FALSE,
    "M0 339 C30 339 64 338 95 332 L114 456 C80 466 40 474 0 474", 0, 404 },
  { THAW_BODY_BACK, THAW_REGION_ARMS, TRUE, ARMS, 145, 366 },
  { THAW_BODY_BACK, THAW_REGION_HANDS, TRUE, HANDS, 187, 514 },
  { THAW_BODY_BACK, THAW_REGION_LEGS, FALSE, "M0 474 C40 474 80 466 114 456" LEGS_END, 52, 690 },
  { THAW_BODY_BACK, THAW_REGION_FEET, FALSE, FEET, 50, 966 },
};

/* What tells front from back: closed eyes and a mouth, and shoulder blades. */
static const char *const side_lines[THAW_N_BODY_SIDES][2] = {
  { "M12 69 C16 76 27 76 31 69", "M0 125 C4 125 8 124 11 122" },
  { "M52 286 C40 284 34 268 37 246", NULL },
};

typedef struct
{
  graphene_point_t points[4]; /* a line has its ends as control points */
} Curve;

static graphene_point_t
read_point (const char **at)
{
  char *end;
  double x, y;

  x = g_ascii_strtod (*at, &end);
  y = g_ascii_strtod (end, &end);
  *at = end;

  return GRAPHENE_POINT_INIT ((float) (x / UNITS), (float) (y / UNITS));
}

/* (element-type Curve), with the first point in @out_start. */
static GArray *
read_path (const char       *path,
           graphene_point_t *out_start)
{
  GArray *curves = g_array_new (FALSE, FALSE, sizeof (Curve));
  graphene_point_t last;

  g_assert (*path == 'M');
  path++;
  last = *out_start = read_point (&path);

  while (*path != '\0')
    {
      Curve curve = { { last } };
      char verb = *path++;

      if (verb == ' ' || verb == 'Z')
        continue;

      g_assert (verb == 'C' || verb == 'L');
      curve.points[1] = verb == 'C' ? read_point (&path) : last;
      if (verb == 'C')
        curve.points[2] = read_point (&path);
      curve.points[3] = read_point (&path);
      if (verb == 'L')
        curve.points[2] = curve.points[3];
      last = curve.points[3];
      g_array_append_val (curves, curve);
    }

  return curves;
}

static void
curve_to (cairo_t                *cr,
          const graphene_point_t *a,
          const graphene_point_t *b,
          const graphene_point_t *end,
          double                  sign)
{
  const double middle = THAW_BODY_FIGURE_WIDTH / 2;

  cairo_curve_to (cr, middle + sign * a->x, a->y, middle + sign * b->x, b->y, middle + sign * end->x, end->y);
}

/* One closed path that crosses the middle: down on the right, up again on the left. */
static void
trace_half (cairo_t    *cr,
            const char *path)
{
  graphene_point_t start;
  g_autoptr (GArray) curves = read_path (path, &start);

  cairo_move_to (cr, THAW_BODY_FIGURE_WIDTH / 2 + start.x, start.y);
  for (guint i = 0; i < curves->len; i++)
    {
      const Curve *curve = &g_array_index (curves, Curve, i);

      curve_to (cr, &curve->points[1], &curve->points[2], &curve->points[3], 1);
    }
  for (guint i = curves->len; i > 0; i--)
    {
      const Curve *curve = &g_array_index (curves, Curve, i - 1);

      curve_to (cr, &curve->points[2], &curve->points[1], &curve->points[0], -1);
    }
  cairo_close_path (cr);
}

/* The same path on the right and, mirrored, on the left. */
static void
trace_twice (cairo_t    *cr,
             const char *path,
             gboolean    is_closed)
{
  graphene_point_t start;
  g_autoptr (GArray) curves = read_path (path, &start);

  for (int sign = 1; sign >= -1; sign -= 2)
    {
      cairo_move_to (cr, THAW_BODY_FIGURE_WIDTH / 2 + sign * start.x, start.y);
      for (guint i = 0; i < curves->len; i++)
        {
          const Curve *curve = &g_array_index (curves, Curve, i);

          curve_to (cr, &curve->points[1], &curve->points[2], &curve->points[3], sign);
        }
      if (is_closed)
        cairo_close_path (cr);
    }
}

static const Part *
find_part (ThawBodySide   side,
           ThawBodyRegion region)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].side == side && parts[i].region == region)
        return &parts[i];
    }

  return NULL;
}

/* A context for questions about paths; nothing is drawn. */
static cairo_t *
create_context (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  /* Paths are kept in 256ths of a pixel, which is too coarse for a figure that is 1 high. */
  cairo_scale (cr, UNITS, UNITS);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);

  return cr;
}

/**
 * thaw_body_figure_has_region:
 *
 * Returns: whether @region is seen from that side
 */
gboolean
thaw_body_figure_has_region (ThawBodySide   side,
                             ThawBodyRegion region)
{
  return find_part (side, region) != NULL;
}

/**
 * thaw_body_figure_is_paired:
 *
 * Returns: whether @region is there twice, on the left and on the right
 */
gboolean
thaw_body_figure_is_paired (ThawBodySide   side,
                            ThawBodyRegion region)
{
  const Part *part = find_part (side, region);

  return part != NULL && part->x > 0;
}

/**
 * thaw_body_figure_trace_outline:
 * @cr: a context, scaled so that 1 is the height of the figure
 *
 * Adds the outline of the whole figure to the path.
 */
void
thaw_body_figure_trace_outline (cairo_t *cr)
{
  trace_half (cr, outline);
}

/**
 * thaw_body_figure_trace_region:
 * @cr: a context, scaled so that 1 is the height of the figure
 * @side: front or back
 * @region: a region that is seen from that side
 *
 * Adds the shape of a region to the path. It goes beyond the outline where the
 * two meet; the region is what is in both, by the even-odd rule.
 */
void
thaw_body_figure_trace_region (cairo_t        *cr,
                               ThawBodySide    side,
                               ThawBodyRegion  region)
{
  const Part *part = find_part (side, region);

  g_return_if_fail (part != NULL);

  if (part->is_paired)
    trace_twice (cr, part->shape, TRUE);
  else
    trace_half (cr, part->shape);

  /* The eyes are in the middle of the head and do not belong to it. */
  if (side == THAW_BODY_FRONT && region == THAW_REGION_HEAD)
    trace_half (cr, EYES);
}

/**
 * thaw_body_figure_trace_lines:
 * @cr: a context, scaled so that 1 is the height of the figure
 * @side: front or back
 *
 * Adds the few lines to the path, to be stroked, that tell front from back.
 */
void
thaw_body_figure_trace_lines (cairo_t      *cr,
                              ThawBodySide  side)
{
  for (guint i = 0; i < G_N_ELEMENTS (side_lines[side]) && side_lines[side][i] != NULL; i++)
    trace_twice (cr, side_lines[side][i], FALSE);
}

/**
 * thaw_body_figure_clip_region:
 * @cr: a context, scaled so that 1 is the height of the figure
 * @side: front or back
 * @region: a region that is seen from that side
 *
 * Draws only within a region from now on.
 */
void
thaw_body_figure_clip_region (cairo_t        *cr,
                              ThawBodySide    side,
                              ThawBodyRegion  region)
{
  cairo_new_path (cr);
  thaw_body_figure_trace_outline (cr);
  cairo_clip (cr);
  thaw_body_figure_trace_region (cr, side, region);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

/**
 * thaw_body_figure_get_bounds:
 * @side: front or back
 * @region: a region that is seen from that side
 * @out_bounds: (out): a box around all of it, in heights of the figure
 */
void
thaw_body_figure_get_bounds (ThawBodySide     side,
                             ThawBodyRegion   region,
                             graphene_rect_t *out_bounds)
{
  cairo_t *cr = create_context ();
  double left, top, right, bottom;
  graphene_rect_t all;

  thaw_body_figure_trace_outline (cr);
  cairo_path_extents (cr, &left, &top, &right, &bottom);
  graphene_rect_init (&all, (float) left, (float) top, (float) (right - left), (float) (bottom - top));

  cairo_new_path (cr);
  thaw_body_figure_trace_region (cr, side, region);
  cairo_path_extents (cr, &left, &top, &right, &bottom);
  graphene_rect_init (out_bounds, (float) left, (float) top, (float) (right - left), (float) (bottom - top));
  graphene_rect_intersection (&all, out_bounds, out_bounds);

  cairo_destroy (cr);
}

/**
 * thaw_body_figure_get_spot:
 * @spot: a spot with a region that is seen from that side
 * @out_point: (out): a point well within it, in heights of the figure
 */
void
thaw_body_figure_get_spot (const ThawBodySpot *spot,
                           graphene_point_t   *out_point)
{
  const Part *part = find_part (spot->side, spot->region);
  double sign = spot->is_left ? -1 : 1;

  g_return_if_fail (part != NULL);

  graphene_point_init (out_point,
                       (float) (THAW_BODY_FIGURE_WIDTH / 2 + sign * part->x / UNITS),
                       (float) (part->y / UNITS));
}

/* A path as lines. Asked whether a point is within curves, cairo takes an edge for another now and then; with lines it
 * is right, and quick. */
static cairo_path_t *
copy_lines (const Part *part)
{
  cairo_t *cr = create_context ();
  cairo_path_t *lines;

  if (part != NULL)
    thaw_body_figure_trace_region (cr, part->side, part->region);
  else
    thaw_body_figure_trace_outline (cr);
  lines = cairo_copy_path_flat (cr);
  cairo_destroy (cr);

  return lines;
}

static gboolean
is_within (cairo_t      *cr,
           cairo_path_t *lines,
           double        x,
           double        y)
{
  cairo_new_path (cr);
  cairo_append_path (cr, lines);

  return cairo_in_fill (cr, x, y);
}

static const Part *
find_at (cairo_t      *cr,
         ThawBodySide  side,
         double        x,
         double        y)
{
  /* Made once: a pointer that moves asks for them a hundred times. */
  static cairo_path_t *outline_lines;
  static cairo_path_t *part_lines[G_N_ELEMENTS (parts)];

  if (outline_lines == NULL)
    {
      outline_lines = copy_lines (NULL);
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        part_lines[i] = copy_lines (&parts[i]);
    }

  if (!is_within (cr, outline_lines, x, y))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].side == side && is_within (cr, part_lines[i], x, y))
        return &parts[i];
    }

  return NULL;
}

/**
 * thaw_body_figure_find:
 * @side: front or back
 * @x: a place, in heights of the figure
 * @y: a place, in heights of the figure
 * @reach: how far beside the figure still counts
 * @out_region: (out): the region that is there
 *
 * Returns: whether a region is there
 */
gboolean
thaw_body_figure_find (ThawBodySide    side,
                       double          x,
                       double          y,
                       double          reach,
                       ThawBodyRegion *out_region)
{
  enum { N_RINGS = 2, N_RAYS = 12 };
  cairo_t *cr = create_context ();
  const Part *part = find_at (cr, side, x, y);

  for (int ring = 1; ring <= N_RINGS && part == NULL && reach > 0; ring++)
    {
      for (int ray = 0; ray < N_RAYS && part == NULL; ray++)
        {
          double angle = ray * 2 * G_PI / N_RAYS;
          double distance = reach * ring / N_RINGS;

          part = find_at (cr, side, x + distance * cos (angle), y + distance * sin (angle));
        }
    }

  cairo_destroy (cr);
  *out_region = part != NULL ? part->region : THAW_REGION_HEAD;

  return part != NULL;
}

/* Where a spot is when front and back stand side by side. */
static graphene_point_t
place_spot (const ThawBodySpot *spot,
            gboolean            is_front_first)
{
  graphene_point_t point;

  thaw_body_figure_get_spot (spot, &point);
  if ((spot->side == THAW_BODY_BACK) == is_front_first)
    point.x += (float) SIDES_APART;

  return point;
}

/* How far it is to go from @from to @to in a direction, or INFINITY if it is another direction. What is straight ahead
 * is nearer than what is to the side. */
static double
get_way (const graphene_point_t *from,
         const graphene_point_t *to,
         GtkDirectionType        direction)
{
  double x = to->x - from->x;
  double y = to->y - from->y;
  double ahead, aside;

  switch (direction)
    {
    case GTK_DIR_LEFT:
      ahead = -x;
      aside = fabs (y);
      break;
    case GTK_DIR_RIGHT:
      ahead = x;
      aside = fabs (y);
      break;
    case GTK_DIR_UP:
      ahead = -y;
      aside = fabs (x);
      break;
    case GTK_DIR_DOWN:
      ahead = y;
      aside = fabs (x);
      break;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return INFINITY;
    }

  if (ahead <= 0 || aside > ahead)
    return INFINITY;

  return ahead + 2 * aside;
}

/**
 * thaw_body_figure_find_next:
 * @from: where one is
 * @direction: up, down, left or right, as seen on the screen
 * @is_front_first: whether the front stands on the left of the back
 * @out_spot: (out): the nearest other region in that direction, @from if there is none
 *
 * Returns: whether there is one
 */
gboolean
thaw_body_figure_find_next (const ThawBodySpot *from,
                            GtkDirectionType    direction,
                            gboolean            is_front_first,
                            ThawBodySpot       *out_spot)
{
  graphene_point_t start = place_spot (from, is_front_first);
  double shortest = INFINITY;
  ThawBodySpot best = *from;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gboolean is_other_side = parts[i].side != from->side;

      if ((!is_other_side && parts[i].region == from->region) ||
          (is_other_side && (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)))
        continue;

      for (int is_left = 0; is_left <= (parts[i].x > 0); is_left++)
        {
          ThawBodySpot spot = { parts[i].side, parts[i].region, is_left };
          graphene_point_t place = place_spot (&spot, is_front_first);
          double way = get_way (&start, &place, direction);

          if (way < shortest)
            {
              shortest = way;
              best = spot;
            }
        }
    }

  /* Who goes round to the other side stays in the same region, if it is seen from there. */
  if (best.side != from->side && find_part (best.side, from->region) != NULL)
    {
      best.region = from->region;
      best.is_left = thaw_body_figure_is_paired (best.side, best.region) && direction == GTK_DIR_RIGHT;
    }

  *out_spot = best;

  return isfinite (shortest);
}
