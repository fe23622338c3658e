/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-mood-series.h"
#include "thaw-period.h"

G_BEGIN_DECLS

/**
 * ThawChartFormat:
 * @THAW_CHART_PNG: pixels, at twice the density
 * @THAW_CHART_SVG: lines, for the web and for drawing programs
 * @THAW_CHART_PDF: lines, for paper
 *
 * What a picture of the chart can be written as.
 */
typedef enum
{
  THAW_CHART_PNG,
  THAW_CHART_SVG,
  THAW_CHART_PDF,
} ThawChartFormat;

#define THAW_N_CHART_FORMATS (THAW_CHART_PDF + 1)

const char *thaw_chart_format_get_extension (ThawChartFormat format);

GBytes     *thaw_chart_export               (ThawMoodSeries    *series,
                                             const ThawPeriod  *period,
                                             const char        *scope,
                                             ThawChartFormat    format,
                                             gboolean           is_rtl,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
