/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "thaw-period.h"
#include "thaw-reflection.h"
#include "widgets/mood-chart/thaw-chart-geometry.h"
#include "widgets/mood-chart/thaw-chart-palette.h"

G_BEGIN_DECLS

typedef struct _ThawReflectionPainter ThawReflectionPainter;

ThawReflectionPainter *thaw_reflection_painter_new  (PangoContext *context) G_GNUC_WARN_UNUSED_RESULT;
void                   thaw_reflection_painter_free (ThawReflectionPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawReflectionPainter, thaw_reflection_painter_free)

void     thaw_reflection_painter_set_reflections (ThawReflectionPainter  *self,
                                                  GPtrArray              *reflections,
                                                  const ThawPeriod       *period);
void     thaw_reflection_painter_set_palette     (ThawReflectionPainter  *self,
                                                  const ThawChartPalette *palette);
void     thaw_reflection_painter_set_rtl         (ThawReflectionPainter  *self,
                                                  gboolean                is_rtl);
void     thaw_reflection_painter_forget_text     (ThawReflectionPainter  *self);

double   thaw_reflection_painter_get_height      (ThawReflectionPainter  *self,
                                                  double                  width,
                                                  double                  plot_lines);
void     thaw_reflection_painter_set_size        (ThawReflectionPainter  *self,
                                                  double                  width,
                                                  double                  height);
const ThawChartGeometry *
         thaw_reflection_painter_get_geometry    (ThawReflectionPainter  *self);
gboolean thaw_reflection_painter_get_point       (ThawReflectionPainter  *self,
                                                  guint                   index,
                                                  ThawReflectionArea      area,
                                                  double                 *out_x,
                                                  double                 *out_y);

void     thaw_reflection_painter_draw            (ThawReflectionPainter  *self,
                                                  cairo_t                *cr);
void     thaw_reflection_painter_draw_cursor     (ThawReflectionPainter  *self,
                                                  cairo_t                *cr,
                                                  guint                   index);

G_END_DECLS
