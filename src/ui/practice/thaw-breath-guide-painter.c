/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-breath-guide-painter"

#include "config.h"
#include "practice/thaw-breath-guide-painter.h"

#include <math.h>

/* Shares of the side of the square that all is drawn in. */
#define RING_WIDTH 0.007
#define RING_GAP   0.012 /* between the parts of the ring */
#define SHAPE_GAP  0.03  /* between the ring and the shape at its largest */

/* In pixels. */
#define MIN_RING_WIDTH    2.5
#define MAX_RING_WIDTH    8.0
#define CONTRAST_WIDTH    2.0 /* of the line around the shape */

/* How much paler the layers are where words on them must stand out. */
#define CONTRAST_ALPHA 0.6f

/* The layers of the shape, the outermost first: how large each is with empty and with full lungs, as shares of the
 * largest, how opaque, and how much of that is left at rest. They open with the breath in, and at rest there is one
 * even disc. */
static const struct
{
  double empty, full;
  float  alpha, rest_alpha;
} layers[] = {
  { 0.47, 1.00, 0.09f, 0.26f },
  { 0.45, 0.93, 0.09f, 0.03f },
  { 0.43, 0.85, 0.09f, 0.03f },
  { 0.41, 0.76, 0.09f, 0.02f },
  { 0.39, 0.66, 0.09f, 0.02f },
  { 0.37, 0.55, 0.11f, 0.01f },
};

/**
 * ThawBreathGuidePainter:
 *
 * Draws what there is to see of a breath into a snapshot: a shape of soft layers as
 * large as the lungs are full, and around it a thin ring that says how far the phase is.
 *
 * The layers are clipped colours, which every renderer draws faster than paths. What
 * stands still of the ring is kept.
 */
struct _ThawBreathGuidePainter
{
  ThawTimeline *timeline; /* (owned) (nullable) */
  double width;
  double height;

  GdkRGBA tone; /* of the shape, opaque */
  GdkRGBA line; /* of what is filled of the ring, and around the shape */
  GdkRGBA track_color;
  gboolean is_high_contrast;

  GskRenderNode *track; /* (owned) (nullable): the ring with nothing filled */
};

static GdkRGBA
mix (const GdkRGBA *a,
     const GdkRGBA *b,
     float          share)
{
  return (GdkRGBA) {
    .red = a->red + (b->red - a->red) * share,
    .green = a->green + (b->green - a->green) * share,
    .blue = a->blue + (b->blue - a->blue) * share,
    .alpha = 1.0f,
  };
}

static GdkRGBA
fade (const GdkRGBA *color,
      float          alpha)
{
  return (GdkRGBA) { color->red, color->green, color->blue, alpha };
}

static double
get_side (ThawBreathGuidePainter *self)
{
  return MIN (self->width, self->height);
}

static double
get_ring_width (ThawBreathGuidePainter *self)
{
  return CLAMP (RING_WIDTH * get_side (self), MIN_RING_WIDTH, MAX_RING_WIDTH);
}

/* To the middle of the ring's line. */
static double
get_ring_radius (ThawBreathGuidePainter *self)
{
  return MAX (get_side (self) / 2.0 - get_ring_width (self), 1.0);
}

static double
get_shape_radius (ThawBreathGuidePainter *self)
{
  return MAX (get_ring_radius (self) - get_ring_width (self) / 2.0 - SHAPE_GAP * get_side (self), 1.0);
}

/* The angle at which a part of the ring is drawn, from the top on as a clock goes, also where one reads from the right:
 * clocks go that way there too. Where there are several parts, there is a gap between them. */
static void
get_part (ThawBreathGuidePainter *self,
          double                  from,
          double                  to,
          double                 *out_from,
          double                 *out_to)
{
  double gap = 0.0;

  if (to - from < 1.0)
    gap = MIN ((RING_GAP * get_side (self) + get_ring_width (self)) / get_ring_radius (self) / 2.0,
               (to - from) * 2.0 * G_PI / 4.0);
  *out_from = from * 2.0 * G_PI - G_PI / 2.0 + gap;
  *out_to = to * 2.0 * G_PI - G_PI / 2.0 - gap;
}

static void
stroke_arc (ThawBreathGuidePainter *self,
            cairo_t                *cr,
            const GdkRGBA          *color,
            double                  from,
            double                  to)
{
  cairo_new_path (cr);
  cairo_arc (cr, self->width / 2.0, self->height / 2.0, get_ring_radius (self), from, to);
  cairo_set_line_width (cr, get_ring_width (self));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_stroke (cr);
}

static void
ensure_track (ThawBreathGuidePainter *self)
{
  guint n_steps = thaw_timeline_get_n_steps (self->timeline);
  double round_us = (double) thaw_timeline_get_round_ms (self->timeline) * 1000.0;
  gboolean is_breath = n_steps > 0 && thaw_timeline_get_step (self->timeline, 0)->phase >= 0;
  double radius = get_ring_radius (self) + get_ring_width (self);
  cairo_t *cr;

  if (self->track != NULL)
    return;

  self->track = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) (self->width / 2.0 - radius),
                                                         (float) (self->height / 2.0 - radius),
                                                         (float) (2.0 * radius), (float) (2.0 * radius)));
  cr = gsk_cairo_node_get_draw_context (self->track);
  for (guint i = 0; i < (is_breath ? n_steps : 1); i++)
    {
      double from = 0.0, to = 1.0;

      if (is_breath)
        {
          from = (double) thaw_timeline_get_start_us (self->timeline, 0, i) / round_us;
          to = from + (double) thaw_timeline_get_step (self->timeline, i)->length_ms * 1000.0 / round_us;
        }
      get_part (self, from, to, &from, &to);
      stroke_arc (self, cr, &self->track_color, from, to);
    }
  cairo_destroy (cr);
}

/* No larger than it has to be: all of it is drawn anew in each frame. */
static void
get_arc_bounds (ThawBreathGuidePainter *self,
                double                  from,
                double                  to,
                graphene_rect_t        *out_bounds)
{
  double radius = get_ring_radius (self), margin = get_ring_width (self);
  double left = MIN (cos (from), cos (to)), right = MAX (cos (from), cos (to));
  double top = MIN (sin (from), sin (to)), bottom = MAX (sin (from), sin (to));

  for (double quarter = ceil (from / (G_PI / 2.0)) * G_PI / 2.0; quarter <= to; quarter += G_PI / 2.0)
    {
      left = MIN (left, cos (quarter));
      right = MAX (right, cos (quarter));
      top = MIN (top, sin (quarter));
      bottom = MAX (bottom, sin (quarter));
    }

  graphene_rect_init (out_bounds,
                      (float) floor (self->width / 2.0 + left * radius - margin),
                      (float) floor (self->height / 2.0 + top * radius - margin),
                      (float) ceil ((right - left) * radius + 2.0 * margin + 1.0),
                      (float) ceil ((bottom - top) * radius + 2.0 * margin + 1.0));
}

static void
snapshot_ring (ThawBreathGuidePainter *self,
               GtkSnapshot            *snapshot,
               const ThawBreathFigure *figure)
{
  graphene_rect_t bounds;
  double from, to;
  cairo_t *cr;

  ensure_track (self);
  gtk_snapshot_append_node (snapshot, self->track);

  get_part (self, figure->ring_from, figure->ring_to, &from, &to);
  to = from + (to - from) * CLAMP (figure->done, 0.0, 1.0);
  get_arc_bounds (self, from, to, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  stroke_arc (self, cr, &self->line, from, to);
  cairo_destroy (cr);
}

static void
init_circle (ThawBreathGuidePainter *self,
             GskRoundedRect         *circle,
             double                  radius)
{
  gsk_rounded_rect_init_from_rect (circle,
                                   &GRAPHENE_RECT_INIT ((float) (self->width / 2.0 - radius),
                                                        (float) (self->height / 2.0 - radius),
                                                        (float) (2.0 * radius), (float) (2.0 * radius)),
                                   (float) radius);
}

static void
snapshot_shape (ThawBreathGuidePainter *self,
                GtkSnapshot            *snapshot,
                const ThawBreathFigure *figure)
{
  float rest = (float) figure->rest;
  GskRoundedRect circle;
  GdkRGBA color;
  float width;

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      double share = layers[i].empty + (layers[i].full - layers[i].empty) * figure->fullness;

      init_circle (self, &circle, share * get_shape_radius (self));
      color = fade (&self->tone, (layers[i].alpha + (layers[i].rest_alpha - layers[i].alpha) * rest) *
                                   (self->is_high_contrast ? CONTRAST_ALPHA : 1.0f));
      gtk_snapshot_push_rounded_clip (snapshot, &circle);
      gtk_snapshot_append_color (snapshot, &color, &circle.bounds);
      gtk_snapshot_pop (snapshot);
    }

  if (rest <= 0.0f && !self->is_high_contrast)
    return;

  /* A line around it: it stays as it is. */
  init_circle (self, &circle, thaw_breath_guide_painter_get_radius (self, figure->fullness));
  color = fade (&self->line, self->is_high_contrast ? 1.0f : 0.5f * rest);
  width = (float) (self->is_high_contrast ? CONTRAST_WIDTH * (1.0 + rest) : get_ring_width (self) / 2.0);
  gtk_snapshot_append_border (snapshot, &circle, (const float[4]) { width, width, width, width },
                              (const GdkRGBA[4]) { color, color, color, color });
}

ThawBreathGuidePainter *
thaw_breath_guide_painter_new (void)
{
  return g_new0 (ThawBreathGuidePainter, 1);
}

void
thaw_breath_guide_painter_free (ThawBreathGuidePainter *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->timeline);
  g_clear_pointer (&self->track, gsk_render_node_unref);
  g_free (self);
}

static void
forget_track (ThawBreathGuidePainter *self)
{
  g_clear_pointer (&self->track, gsk_render_node_unref);
}

/**
 * thaw_breath_guide_painter_set_timeline:
 * @timeline: (nullable): what is done
 */
void
thaw_breath_guide_painter_set_timeline (ThawBreathGuidePainter *self,
                                        ThawTimeline           *timeline)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (timeline == NULL || THAW_IS_TIMELINE (timeline));

  if (g_set_object (&self->timeline, timeline))
    forget_track (self);
}

/**
 * thaw_breath_guide_painter_set_colors:
 * @accent: the accent colour, as it stands out from the background
 * @text: the colour of text
 * @is_high_contrast: whether all must stand out
 *
 * The shape has neither of them but one between: the colours from ice to warmth stand
 * for how much is felt, and a pale accent alone would look like one of them.
 */
void
thaw_breath_guide_painter_set_colors (ThawBreathGuidePainter *self,
                                      const GdkRGBA          *accent,
                                      const GdkRGBA          *text,
                                      gboolean                is_high_contrast)
{
  GdkRGBA tone, track_color;

  g_return_if_fail (self != NULL && accent != NULL && text != NULL);

  tone = mix (accent, text, is_high_contrast ? 0.6f : 0.2f);
  track_color = fade (text, is_high_contrast ? 0.5f : 0.12f);
  if (gdk_rgba_equal (&tone, &self->tone) && gdk_rgba_equal (&track_color, &self->track_color))
    return;

  self->tone = tone;
  self->line = mix (accent, text, is_high_contrast ? 1.0f : 0.25f);
  self->track_color = track_color;
  self->is_high_contrast = is_high_contrast;
  forget_track (self);
}

/**
 * thaw_breath_guide_painter_set_size:
 * @width: the width of what there is to draw on
 * @height: its height
 *
 * All is drawn in the largest square in the middle.
 */
void
thaw_breath_guide_painter_set_size (ThawBreathGuidePainter *self,
                                    double                  width,
                                    double                  height)
{
  g_return_if_fail (self != NULL);

  if (self->width == width && self->height == height)
    return;

  self->width = width;
  self->height = height;
  forget_track (self);
}

/**
 * thaw_breath_guide_painter_get_radius:
 * @fullness: how full the lungs are
 *
 * Returns: how far the shape reaches from the middle, in pixels
 */
double
thaw_breath_guide_painter_get_radius (ThawBreathGuidePainter *self,
                                      double                  fullness)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return (layers[0].empty + (layers[0].full - layers[0].empty) * fullness) * get_shape_radius (self);
}

/**
 * thaw_breath_guide_painter_snapshot:
 * @snapshot: where to draw
 * @figure: what there is to see
 *
 * Draws nothing before there are a timeline and a size.
 */
void
thaw_breath_guide_painter_snapshot (ThawBreathGuidePainter *self,
                                    GtkSnapshot            *snapshot,
                                    const ThawBreathFigure *figure)
{
  g_return_if_fail (self != NULL && snapshot != NULL && figure != NULL);

  if (self->timeline == NULL || get_side (self) <= 0.0)
    return;

  snapshot_ring (self, snapshot, figure);
  if (figure->has_shape)
    snapshot_shape (self, snapshot, figure);
}
