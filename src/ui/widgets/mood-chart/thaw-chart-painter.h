/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "thaw-mood-series.h"
#include "thaw-period.h"
#include "widgets/mood-chart/thaw-chart-geometry.h"
#include "widgets/mood-chart/thaw-chart-palette.h"

G_BEGIN_DECLS

typedef struct _ThawChartPainter ThawChartPainter;

ThawChartPainter *thaw_chart_painter_new  (PangoContext *context) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_chart_painter_free (ThawChartPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawChartPainter, thaw_chart_painter_free)

void thaw_chart_painter_set_series        (ThawChartPainter       *self,
                                           ThawMoodSeries         *series,
                                           const ThawPeriod       *period);
void thaw_chart_painter_set_heading       (ThawChartPainter       *self,
                                           const char             *heading);
void thaw_chart_painter_set_palette       (ThawChartPainter       *self,
                                           const ThawChartPalette *palette);
void thaw_chart_painter_set_rtl           (ThawChartPainter       *self,
                                           gboolean                is_rtl);
void thaw_chart_painter_forget_text       (ThawChartPainter       *self);

double thaw_chart_painter_get_height      (ThawChartPainter       *self,
                                           double                  width,
                                           double                  plot_lines);
void   thaw_chart_painter_set_size        (ThawChartPainter       *self,
                                           double                  width,
                                           double                  height);
const ThawChartGeometry *
       thaw_chart_painter_get_geometry    (ThawChartPainter       *self);

void   thaw_chart_painter_draw            (ThawChartPainter       *self,
                                           cairo_t                *cr);
void   thaw_chart_painter_draw_cursor     (ThawChartPainter       *self,
                                           cairo_t                *cr,
                                           const ThawDayMood      *mood);

G_END_DECLS
