/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "widgets/mood-chart/thaw-chart-geometry.h"
#include "widgets/mood-chart/thaw-chart-palette.h"
#include "widgets/mood-chart/thaw-chart-texts.h"

G_BEGIN_DECLS

void thaw_chart_labels_measure    (PangoContext            *context,
                                   const ThawChartTexts    *texts,
                                   ThawChartMetrics        *metrics);
void thaw_chart_labels_draw       (PangoContext            *context,
                                   cairo_t                 *cr,
                                   const ThawChartGeometry *geometry,
                                   const ThawChartPalette  *palette,
                                   const ThawChartTexts    *texts);
void thaw_chart_labels_get_swatch (const ThawChartGeometry *geometry,
                                   int                      item,
                                   ThawChartRect           *out_swatch);

G_END_DECLS
