/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* From numb to vivid, evenly spaced. */
#define THAW_CHART_N_FEELING_STOPS 5

/* For charts with several lines in a plot. */
#define THAW_CHART_N_LINES 4

/**
 * ThawChartPalette:
 * @background: what is behind; clear where a widget is
 * @text: titles
 * @dim_text: labels
 * @grid: the lines behind the data
 * @rolling: the rolling mean
 * @valence: how pleasant it was
 * @feeling: how much could be felt, from numb to vivid
 * @lines: lines that share a plot; their shapes tell them apart, too
 * @band_alpha: how opaque the range of a day is
 * @line_width: the width of a line, in pixels
 *
 * What a chart is drawn with.
 */
typedef struct
{
  GdkRGBA background;
  GdkRGBA text;
  GdkRGBA dim_text;
  GdkRGBA grid;
  GdkRGBA rolling;
  GdkRGBA valence;
  GdkRGBA feeling[THAW_CHART_N_FEELING_STOPS];
  GdkRGBA lines[THAW_CHART_N_LINES];
  double  band_alpha;
  double  line_width;
} ThawChartPalette;

void thaw_chart_palette_init           (ThawChartPalette *self,
                                        const GdkRGBA    *text,
                                        gboolean          is_dark,
                                        gboolean          is_high_contrast);
void thaw_chart_palette_init_for_paper (ThawChartPalette *self);

G_END_DECLS
