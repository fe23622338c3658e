/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-painter"

#include "config.h"
#include "widgets/reflection-chart/thaw-reflection-painter.h"

#include <math.h>

#include "widgets/mood-chart/thaw-chart-frame.h"
#include "widgets/mood-chart/thaw-chart-labels.h"

#define MARK_RADIUS 4.0
#define CURSOR_RADIUS 5.0

/* How far marks at the same height are moved apart, in pixels. */
#define MARK_STEP 11.0

/* So far a line at the end of the scale reaches beyond the plot. */
#define LINE_MARGIN 2.0

static const double dashes[THAW_N_REFLECTION_AREAS][4] = {
  { 0.0 },
  { 7.0, 4.0 },
  { 2.0, 3.0 },
  { 9.0, 3.0, 2.0, 3.0 },
};
static const int n_dashes[THAW_N_REFLECTION_AREAS] = { 0, 2, 2, 4 };

/**
 * ThawReflectionPainter:
 *
 * Draws how the four areas of a reflection were over time: for each a line with
 * marks. The dashes of the line and the shape of the marks tell them apart, colour
 * only goes along. Nothing is drawn for an area that was left out, and no line
 * leads over it, nor from one reflection to another that is far away.
 *
 * The time axis stands in line with that of the mood chart.
 */
struct _ThawReflectionPainter
{
  ThawChartFrame frame;
  GPtrArray *reflections; /* (owned) (nullable) (element-type ThawReflection): the oldest first */
};

/* Marks of the same height stand side by side. */
static double
get_offset (const ThawReflection *reflection,
            ThawReflectionArea    area,
            gboolean              is_rtl)
{
  int n_before = 0, n_same = 0;

  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      if (reflection->levels[i] != reflection->levels[area])
        continue;

      n_same++;
      n_before += i < (int) area;
    }

  return (n_before - (n_same - 1) / 2.0) * MARK_STEP * (is_rtl ? -1.0 : 1.0);
}

static void
add_mark (cairo_t            *cr,
          ThawReflectionArea  area,
          double              x,
          double              y,
          double              radius)
{
  cairo_new_sub_path (cr);
  switch (area)
    {
    case THAW_REFLECTION_RESPONSE:
      cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
      break;
    case THAW_REFLECTION_NAMING:
      cairo_rectangle (cr, x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
      break;
    case THAW_REFLECTION_RANGE:
      cairo_move_to (cr, x, y - radius * 1.2);
      cairo_line_to (cr, x + radius * 1.1, y + radius * 0.9);
      cairo_line_to (cr, x - radius * 1.1, y + radius * 0.9);
      break;
    case THAW_REFLECTION_CLOSENESS:
      cairo_move_to (cr, x, y - radius * 1.3);
      cairo_line_to (cr, x + radius * 1.3, y);
      cairo_line_to (cr, x, y + radius * 1.3);
      cairo_line_to (cr, x - radius * 1.3, y);
      break;
    default:
      g_assert_not_reached ();
    }
  cairo_close_path (cr);
}

static void
set_dashes (cairo_t            *cr,
            ThawReflectionArea  area)
{
  cairo_set_dash (cr, dashes[area], n_dashes[area], 0.0);
}

/* Whether it is of the time that is shown, and not only where a line comes from. */
static gboolean
is_shown (ThawReflectionPainter *self,
          guint                  index)
{
  const ThawReflection *reflection = g_ptr_array_index (self->reflections, index);

  return reflection->moment.day >= self->frame.metrics.first && reflection->moment.day <= self->frame.metrics.last;
}

static void
draw_area (ThawReflectionPainter *self,
           cairo_t               *cr,
           ThawReflectionArea     area)
{
  const ThawChartRect *plot = &self->frame.geometry.plots[0];
  double x, y, former_x = 0.0, former_y = 0.0;

  gdk_cairo_set_source_rgba (cr, &self->frame.palette.lines[area]);
  cairo_set_line_width (cr, self->frame.palette.line_width * 0.8);
  set_dashes (cr, area);

  cairo_save (cr);
  cairo_rectangle (cr, plot->x, plot->y - LINE_MARGIN, plot->width, plot->height + 2.0 * LINE_MARGIN);
  cairo_clip (cr);
  for (guint i = 0; i < self->reflections->len; i++)
    {
      if (!thaw_reflection_painter_get_point (self, i, area, &x, &y))
        continue;

      if (i > 0 && thaw_reflection_is_joined (g_ptr_array_index (self->reflections, i - 1),
                                              g_ptr_array_index (self->reflections, i), area))
        {
          cairo_move_to (cr, former_x, former_y);
          cairo_line_to (cr, x, y);
        }
      former_x = x;
      former_y = y;
    }
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);

  for (guint i = 0; i < self->reflections->len; i++)
    {
      if (is_shown (self, i) && thaw_reflection_painter_get_point (self, i, area, &x, &y))
        add_mark (cr, area, x, y, MARK_RADIUS);
    }
  cairo_fill (cr);
}

static void
draw_swatches (ThawReflectionPainter *self,
               cairo_t               *cr)
{
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      ThawReflectionArea area = (ThawReflectionArea) i;
      ThawChartRect rect;
      double y;

      thaw_chart_labels_get_swatch (&self->frame.geometry, i, &rect);
      y = floor (rect.y + rect.height / 2.0) + 0.5;
      gdk_cairo_set_source_rgba (cr, &self->frame.palette.lines[i]);
      cairo_set_line_width (cr, self->frame.palette.line_width * 0.8);
      set_dashes (cr, area);
      cairo_move_to (cr, rect.x, y);
      cairo_line_to (cr, rect.x + rect.width, y);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0.0);
      add_mark (cr, area, rect.x + rect.width / 2.0, y, MARK_RADIUS);
      cairo_fill (cr);
    }
}

/**
 * thaw_reflection_painter_new:
 * @context: what text is drawn with
 *
 * Returns: (transfer full): a painter without data
 */
ThawReflectionPainter *
thaw_reflection_painter_new (PangoContext *context)
{
  ThawReflectionPainter *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (ThawReflectionPainter, 1);
  thaw_chart_frame_init (&self->frame, context);
  thaw_chart_texts_init_for_reflections (&self->frame.texts);
  thaw_chart_texts_init_for_moods (&self->frame.neighbour_texts);

  return self;
}

void
thaw_reflection_painter_free (ThawReflectionPainter *self)
{
  g_return_if_fail (self != NULL);

  thaw_chart_frame_clear (&self->frame);
  g_clear_pointer (&self->reflections, g_ptr_array_unref);
  g_free (self);
}

/**
 * thaw_reflection_painter_set_reflections:
 * @reflections: (element-type ThawReflection): what to draw, the oldest first; what
 *   is not in @period only shows where its lines come from
 * @period: the time axis
 */
void
thaw_reflection_painter_set_reflections (ThawReflectionPainter *self,
                                         GPtrArray             *reflections,
                                         const ThawPeriod      *period)
{
  g_return_if_fail (self != NULL && reflections != NULL);

  g_ptr_array_ref (reflections);
  g_clear_pointer (&self->reflections, g_ptr_array_unref);
  self->reflections = reflections;
  thaw_chart_frame_set_period (&self->frame, period);
}

void
thaw_reflection_painter_set_palette (ThawReflectionPainter  *self,
                                     const ThawChartPalette *palette)
{
  g_return_if_fail (self != NULL && palette != NULL);

  self->frame.palette = *palette;
}

/**
 * thaw_reflection_painter_set_rtl:
 * @is_rtl: whether time runs from the right to the left
 */
void
thaw_reflection_painter_set_rtl (ThawReflectionPainter *self,
                                 gboolean               is_rtl)
{
  g_return_if_fail (self != NULL);

  thaw_chart_frame_set_rtl (&self->frame, is_rtl);
}

/**
 * thaw_reflection_painter_forget_text:
 *
 * To be called when the font has changed.
 */
void
thaw_reflection_painter_forget_text (ThawReflectionPainter *self)
{
  g_return_if_fail (self != NULL);

  thaw_chart_frame_forget_text (&self->frame);
}

/**
 * thaw_reflection_painter_get_height:
 * @width: a width in pixels
 * @plot_lines: the height of the plot, in lines of text
 *
 * Returns: the height that goes with it, in pixels
 */
double
thaw_reflection_painter_get_height (ThawReflectionPainter *self,
                                    double                 width,
                                    double                 plot_lines)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return thaw_chart_frame_get_height (&self->frame, width, plot_lines);
}

void
thaw_reflection_painter_set_size (ThawReflectionPainter *self,
                                  double                 width,
                                  double                 height)
{
  g_return_if_fail (self != NULL && width > 0.0 && height > 0.0);

  thaw_chart_frame_set_size (&self->frame, width, height);
}

/**
 * thaw_reflection_painter_get_geometry:
 *
 * Returns: (transfer none): where everything is, until something changes
 */
const ThawChartGeometry *
thaw_reflection_painter_get_geometry (ThawReflectionPainter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  thaw_chart_frame_ensure (&self->frame);

  return &self->frame.geometry;
}

/**
 * thaw_reflection_painter_get_point:
 * @index: which of the reflections
 * @area: an area
 * @out_x: (out): where its mark is, in pixels
 * @out_y: (out): where its mark is, in pixels
 *
 * Returns: whether it has a mark, which may be beside the plot
 */
gboolean
thaw_reflection_painter_get_point (ThawReflectionPainter *self,
                                   guint                  index,
                                   ThawReflectionArea     area,
                                   double                *out_x,
                                   double                *out_y)
{
  const ThawReflection *reflection;
  double share;

  g_return_val_if_fail (self != NULL && self->reflections != NULL && index < self->reflections->len, FALSE);
  g_return_val_if_fail (area < THAW_N_REFLECTION_AREAS, FALSE);

  reflection = g_ptr_array_index (self->reflections, index);
  if (reflection->levels[area] == THAW_REFLECTION_UNKNOWN)
    return FALSE;

  thaw_chart_frame_ensure (&self->frame);
  share = (double) (reflection->levels[area] - THAW_REFLECTION_MIN) / (THAW_REFLECTION_MAX - THAW_REFLECTION_MIN);
  *out_x = thaw_chart_geometry_day_to_x (&self->frame.geometry, reflection->moment.day) +
           get_offset (reflection, area, self->frame.metrics.is_rtl);
  *out_y = thaw_chart_geometry_share_to_y (&self->frame.geometry, 0, share);

  return TRUE;
}

/**
 * thaw_reflection_painter_draw:
 * @cr: where to draw
 *
 * Draws all but the cursor.
 */
void
thaw_reflection_painter_draw (ThawReflectionPainter *self,
                              cairo_t               *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  thaw_chart_frame_draw (&self->frame, cr);
  draw_swatches (self, cr);
  for (int i = 0; i < THAW_N_REFLECTION_AREAS && self->reflections != NULL; i++)
    draw_area (self, cr, (ThawReflectionArea) i);
  cairo_restore (cr);
}

/**
 * thaw_reflection_painter_draw_cursor:
 * @cr: where to draw
 * @index: the reflection that the cursor is on
 *
 * Draws the cursor over what thaw_reflection_painter_draw() has drawn.
 */
void
thaw_reflection_painter_draw_cursor (ThawReflectionPainter *self,
                                     cairo_t               *cr,
                                     guint                  index)
{
  const ThawReflection *reflection;
  double x, y;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (self->reflections != NULL && index < self->reflections->len);

  thaw_chart_frame_ensure (&self->frame);
  reflection = g_ptr_array_index (self->reflections, index);
  cairo_save (cr);
  thaw_chart_frame_draw_cursor (&self->frame, cr,
                                thaw_chart_geometry_day_to_x (&self->frame.geometry, reflection->moment.day));
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      if (!thaw_reflection_painter_get_point (self, index, (ThawReflectionArea) i, &x, &y))
        continue;

      add_mark (cr, (ThawReflectionArea) i, x, y, CURSOR_RADIUS);
      gdk_cairo_set_source_rgba (cr, &self->frame.palette.lines[i]);
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, self->frame.palette.line_width);
      gdk_cairo_set_source_rgba (cr, &self->frame.palette.text);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
