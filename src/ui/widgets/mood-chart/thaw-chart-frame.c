/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-chart-frame"

#include "config.h"
#include "widgets/mood-chart/thaw-chart-frame.h"

#include <math.h>

#include "widgets/mood-chart/thaw-chart-labels.h"

static void
ensure_text_metrics (ThawChartFrame *self)
{
  if (self->has_text_metrics)
    return;

  thaw_chart_labels_measure (self->context, &self->texts, &self->metrics);
  if (self->neighbour_texts.n_plots > 0)
    {
      ThawChartMetrics neighbour = { 0 };

      thaw_chart_labels_measure (self->context, &self->neighbour_texts, &neighbour);
      self->metrics.value_label_width = MAX (self->metrics.value_label_width, neighbour.value_label_width);
    }
  self->has_text_metrics = TRUE;
}

static void
draw_grid (ThawChartFrame *self,
           cairo_t        *cr)
{
  const ThawChartGeometry *geometry = &self->geometry;

  cairo_set_line_width (cr, 1.0);
  gdk_cairo_set_source_rgba (cr, &self->palette.grid);

  for (int i = 0; i < self->texts.n_plots; i++)
    {
      const ThawChartRect *plot = &geometry->plots[i];

      for (int tick = 0; tick < THAW_CHART_N_VALUE_TICKS; tick++)
        {
          double share = (double) tick / (THAW_CHART_N_VALUE_TICKS - 1);
          double y = round (thaw_chart_geometry_share_to_y (geometry, i, share)) + 0.5;

          cairo_move_to (cr, plot->x, y);
          cairo_line_to (cr, plot->x + plot->width, y);
        }

      for (guint tick = 0; tick < geometry->n_ticks && geometry->unit > THAW_CHART_UNIT_DAY; tick++)
        {
          double x = round (geometry->ticks[tick].x) + 0.5;

          cairo_move_to (cr, x, plot->y);
          cairo_line_to (cr, x, plot->y + plot->height);
        }
    }

  cairo_stroke (cr);
}

/**
 * thaw_chart_frame_init:
 * @self: (out caller-allocates): a frame without texts; whoever makes it fills them in
 * @context: what text is drawn with
 */
void
thaw_chart_frame_init (ThawChartFrame *self,
                       PangoContext   *context)
{
  g_return_if_fail (self != NULL && PANGO_IS_CONTEXT (context));

  *self = (ThawChartFrame) {
    .context = g_object_ref (context),
    .metrics = {
      .first = THAW_DAY_EPOCH,
      .last = THAW_DAY_EPOCH,
      .first_weekday = thaw_day_get_first_weekday (),
    },
  };
  thaw_chart_palette_init_for_paper (&self->palette);
}

void
thaw_chart_frame_clear (ThawChartFrame *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->context);
  thaw_chart_texts_clear (&self->texts);
  thaw_chart_texts_clear (&self->neighbour_texts);
}

/**
 * thaw_chart_frame_set_period:
 * @period: the time axis
 */
void
thaw_chart_frame_set_period (ThawChartFrame   *self,
                             const ThawPeriod *period)
{
  g_return_if_fail (self != NULL && period != NULL);

  self->metrics.first = period->first;
  self->metrics.last = period->last;
  self->has_geometry = FALSE;
}

/**
 * thaw_chart_frame_set_rtl:
 * @is_rtl: whether time runs from the right to the left
 */
void
thaw_chart_frame_set_rtl (ThawChartFrame *self,
                          gboolean        is_rtl)
{
  g_return_if_fail (self != NULL);

  if (self->metrics.is_rtl == is_rtl)
    return;

  self->metrics.is_rtl = is_rtl;
  self->has_geometry = FALSE;
}

void
thaw_chart_frame_set_size (ThawChartFrame *self,
                           double          width,
                           double          height)
{
  g_return_if_fail (self != NULL && width > 0.0 && height > 0.0);

  self->metrics.width = width;
  self->metrics.height = height;
  self->has_geometry = FALSE;
}

/**
 * thaw_chart_frame_forget_text:
 *
 * To be called when the font or what is written has changed.
 */
void
thaw_chart_frame_forget_text (ThawChartFrame *self)
{
  g_return_if_fail (self != NULL);

  self->has_text_metrics = FALSE;
  self->has_geometry = FALSE;
}

/**
 * thaw_chart_frame_get_height:
 * @width: a width in pixels
 * @plot_lines: the height of each plot, in lines of text
 *
 * Returns: the height that goes with it, in pixels
 */
double
thaw_chart_frame_get_height (ThawChartFrame *self,
                             double          width,
                             double          plot_lines)
{
  ThawChartMetrics metrics;

  g_return_val_if_fail (self != NULL, 0.0);

  ensure_text_metrics (self);
  metrics = self->metrics;
  metrics.width = width;

  return thaw_chart_metrics_get_height (&metrics, plot_lines * metrics.line_height);
}

/**
 * thaw_chart_frame_ensure:
 *
 * Brings the geometry up to date.
 */
void
thaw_chart_frame_ensure (ThawChartFrame *self)
{
  g_return_if_fail (self != NULL);

  if (self->has_geometry)
    return;

  ensure_text_metrics (self);
  thaw_chart_geometry_init (&self->geometry, &self->metrics);
  self->has_geometry = TRUE;
}

/**
 * thaw_chart_frame_draw:
 * @cr: where to draw
 *
 * Draws what is behind the data and beside it.
 */
void
thaw_chart_frame_draw (ThawChartFrame *self,
                       cairo_t        *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  thaw_chart_frame_ensure (self);
  if (self->palette.background.alpha > 0.0f)
    {
      gdk_cairo_set_source_rgba (cr, &self->palette.background);
      cairo_paint (cr);
    }

  draw_grid (self, cr);
  thaw_chart_labels_draw (self->context, cr, &self->geometry, &self->palette, &self->texts);
}

/**
 * thaw_chart_frame_draw_cursor:
 * @cr: where to draw
 * @x: where the cursor is
 *
 * Draws a line through all plots.
 */
void
thaw_chart_frame_draw_cursor (ThawChartFrame *self,
                              cairo_t        *cr,
                              double          x)
{
  g_return_if_fail (self != NULL && cr != NULL);

  thaw_chart_frame_ensure (self);
  x = floor (x) + 0.5;
  cairo_set_line_width (cr, 1.0);
  gdk_cairo_set_source_rgba (cr, &self->palette.dim_text);
  for (int i = 0; i < self->texts.n_plots; i++)
    {
      const ThawChartRect *plot = &self->geometry.plots[i];

      cairo_move_to (cr, x, plot->y);
      cairo_line_to (cr, x, plot->y + plot->height);
    }
  cairo_stroke (cr);
}
