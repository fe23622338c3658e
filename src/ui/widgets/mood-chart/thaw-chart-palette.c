/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-chart-palette"

#include "config.h"
#include "widgets/mood-chart/thaw-chart-palette.h"

#include "thaw-mood.h"
#include "widgets/thaw-warmth.h"

/* What lies behind a card, near enough to make clear colours opaque. */
static const GdkRGBA light_card = { 1.0f, 1.0f, 1.0f, 1.0f };
static const GdkRGBA dark_card = { 0.21f, 0.21f, 0.21f, 1.0f };

static const GdkRGBA light_valence = { 0.44f, 0.38f, 0.62f, 1.0f };
static const GdkRGBA dark_valence = { 0.75f, 0.69f, 0.91f, 1.0f };

/* As far apart in hue as they get without one of them calling louder than the others, and each 4.5 to 1 on its card. */
static const GdkRGBA light_lines[THAW_CHART_N_LINES] = {
  { 0.44f, 0.32f, 0.66f, 1.0f },
  { 0.10f, 0.45f, 0.36f, 1.0f },
  { 0.60f, 0.25f, 0.42f, 1.0f },
  { 0.33f, 0.36f, 0.42f, 1.0f },
};
static const GdkRGBA dark_lines[THAW_CHART_N_LINES] = {
  { 0.78f, 0.71f, 0.95f, 1.0f },
  { 0.55f, 0.84f, 0.73f, 1.0f },
  { 0.95f, 0.68f, 0.80f, 1.0f },
  { 0.80f, 0.82f, 0.86f, 1.0f },
};

/* The colour of text on paper. */
static const GdkRGBA paper_text = { 0.14f, 0.15f, 0.18f, 1.0f };
static const GdkRGBA paper = { 1.0f, 1.0f, 1.0f, 1.0f };

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

/**
 * thaw_chart_palette_init:
 * @self: (out caller-allocates): the palette
 * @text: the colour of text around the chart
 * @is_dark: whether the background is dark
 * @is_high_contrast: whether all must stand out
 *
 * Strokes are drawn in runs that touch, so what strokes are drawn with is opaque.
 */
void
thaw_chart_palette_init (ThawChartPalette *self,
                         const GdkRGBA    *text,
                         gboolean          is_dark,
                         gboolean          is_high_contrast)
{
  const GdkRGBA *card = is_dark ? &dark_card : &light_card;
  GdkRGBA ink;
  float towards_ink;

  g_return_if_fail (self != NULL && text != NULL);

  ink = mix (card, text, text->alpha);

  /* Thin lines need more weight than patches of the same colour. */
  towards_ink = is_high_contrast ? 0.45f : is_dark ? 0.0f : 0.15f;

  *self = (ThawChartPalette) {
    .background = { 0.0f, 0.0f, 0.0f, 0.0f },
    .text = ink,
    .dim_text = mix (card, &ink, is_high_contrast ? 1.0f : 0.72f),
    .grid = mix (card, &ink, is_high_contrast ? 0.5f : 0.14f),
    .rolling = mix (card, &ink, is_high_contrast ? 1.0f : 0.85f),
    .valence = mix (is_dark ? &dark_valence : &light_valence, &ink, is_high_contrast ? 0.45f : 0.0f),
    .band_alpha = is_high_contrast ? 0.5 : 0.3,
    .line_width = is_high_contrast ? 2.5 : 2.0,
  };

  for (int i = 0; i < THAW_CHART_N_LINES; i++)
    self->lines[i] = mix (is_dark ? &dark_lines[i] : &light_lines[i], &ink, is_high_contrast ? 0.45f : 0.0f);

  for (int i = 0; i < THAW_CHART_N_FEELING_STOPS; i++)
    {
      double feeling = (double) THAW_FEELING_VIVID * i / (THAW_CHART_N_FEELING_STOPS - 1);
      GdkRGBA color = thaw_warmth_get_color (feeling, is_dark);

      self->feeling[i] = mix (&color, &ink, towards_ink);
    }
}

/**
 * thaw_chart_palette_init_for_paper:
 * @self: (out caller-allocates): the palette
 *
 * For pictures that leave Thaw: they are looked at and printed anywhere.
 */
void
thaw_chart_palette_init_for_paper (ThawChartPalette *self)
{
  thaw_chart_palette_init (self, &paper_text, FALSE, FALSE);
  self->background = paper;
}
