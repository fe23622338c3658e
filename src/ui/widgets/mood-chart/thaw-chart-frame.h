/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "thaw-period.h"
#include "widgets/mood-chart/thaw-chart-palette.h"
#include "widgets/mood-chart/thaw-chart-texts.h"

G_BEGIN_DECLS

/**
 * ThawChartFrame:
 * @context: (owned): what text is drawn with
 * @texts: what is written
 * @neighbour_texts: what is written on a chart that this one stands in line with:
 *   its words get the same room beside the plots; without plots for none
 * @palette: the colours
 * @metrics: what @geometry is made from
 * @has_text_metrics: whether what is written was measured with the present font
 * @geometry: where everything is
 * @has_geometry: whether @geometry is up to date
 *
 * What charts over time have in common, whatever is drawn in their plots.
 */
typedef struct
{
  PangoContext     *context;
  ThawChartTexts    texts;
  ThawChartTexts    neighbour_texts;
  ThawChartPalette  palette;
  ThawChartMetrics  metrics;
  gboolean          has_text_metrics;
  ThawChartGeometry geometry;
  gboolean          has_geometry;
} ThawChartFrame;

void   thaw_chart_frame_init       (ThawChartFrame   *self,
                                    PangoContext     *context);
void   thaw_chart_frame_clear      (ThawChartFrame   *self);

void   thaw_chart_frame_set_period (ThawChartFrame   *self,
                                    const ThawPeriod *period);
void   thaw_chart_frame_set_rtl    (ThawChartFrame   *self,
                                    gboolean          is_rtl);
void   thaw_chart_frame_set_size   (ThawChartFrame   *self,
                                    double            width,
                                    double            height);
void   thaw_chart_frame_forget_text (ThawChartFrame  *self);
double thaw_chart_frame_get_height (ThawChartFrame   *self,
                                    double            width,
                                    double            plot_lines);
void   thaw_chart_frame_ensure     (ThawChartFrame   *self);

void   thaw_chart_frame_draw       (ThawChartFrame   *self,
                                    cairo_t          *cr);
void   thaw_chart_frame_draw_cursor (ThawChartFrame  *self,
                                     cairo_t         *cr,
                                     double           x);

G_END_DECLS
