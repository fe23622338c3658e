/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-warmth"

#include "config.h"
#include "widgets/thaw-warmth.h"

#include "thaw-mood.h"

#include <adwaita.h>
#include <math.h>

/* Five stops from ice to warmth: numb, barely, somewhat, clearly, vividly. The dark ones are lighter, so that both
 * stand out from what is behind them. */
static const GdkRGBA light_stops[] = {
  { 0.255f, 0.549f, 0.761f, 1.0f },
  { 0.482f, 0.671f, 0.773f, 1.0f },
  { 0.706f, 0.659f, 0.561f, 1.0f },
  { 0.902f, 0.620f, 0.208f, 1.0f },
  { 0.878f, 0.376f, 0.243f, 1.0f },
};

static const GdkRGBA dark_stops[] = {
  { 0.455f, 0.722f, 0.914f, 1.0f },
  { 0.627f, 0.784f, 0.878f, 1.0f },
  { 0.824f, 0.780f, 0.690f, 1.0f },
  { 0.961f, 0.733f, 0.357f, 1.0f },
  { 0.965f, 0.533f, 0.412f, 1.0f },
};

G_STATIC_ASSERT (G_N_ELEMENTS (light_stops) == G_N_ELEMENTS (dark_stops));

#define OUTLINE_WIDTH 1.5f
#define OUTLINE_ALPHA 0.55f

static float
mix (float a,
     float b,
     float share)
{
  return a + (b - a) * share;
}

/**
 * thaw_warmth_get_color:
 * @feeling: how much is felt, 0 (numb) to 10 (vividly)
 * @is_dark: whether what is behind is dark
 *
 * The one idea of colour in Thaw: cool blue for numb, through a pale neutral, to
 * amber and coral. Used for how much is felt and for nothing else, and always
 * beside a word or a position that says the same.
 *
 * Returns: the colour
 */
GdkRGBA
thaw_warmth_get_color (double   feeling,
                       gboolean is_dark)
{
  const GdkRGBA *stops = is_dark ? dark_stops : light_stops;
  const guint n_last = G_N_ELEMENTS (light_stops) - 1;
  double place = CLAMP (feeling, THAW_FEELING_NUMB, THAW_FEELING_VIVID) / THAW_FEELING_VIVID * n_last;
  guint stop = MIN ((guint) floor (place), n_last - 1);
  float share = (float) (place - stop);

  return (GdkRGBA) {
    .red = mix (stops[stop].red, stops[stop + 1].red, share),
    .green = mix (stops[stop].green, stops[stop + 1].green, share),
    .blue = mix (stops[stop].blue, stops[stop + 1].blue, share),
    .alpha = 1.0f,
  };
}

/**
 * thaw_warmth_snapshot_mark:
 * @widget: the widget that is drawn
 * @snapshot: where to draw
 * @bounds: a square
 * @feeling: how much is felt, 0 to 10
 *
 * Draws a small round vessel that is empty for numb and full for vividly: the
 * level says the same as the colour.
 */
void
thaw_warmth_snapshot_mark (GtkWidget             *widget,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *bounds,
                           double                 feeling)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean is_contrast = adw_style_manager_get_high_contrast (manager);
  const GdkRGBA fill = thaw_warmth_get_color (feeling, adw_style_manager_get_dark (manager));
  const float widths[4] = { OUTLINE_WIDTH, OUTLINE_WIDTH, OUTLINE_WIDTH, OUTLINE_WIDTH };
  float filled = bounds->size.height * (float) (feeling / THAW_FEELING_VIVID);
  const graphene_rect_t level = GRAPHENE_RECT_INIT (bounds->origin.x, bounds->origin.y + bounds->size.height - filled,
                                                    bounds->size.width, filled);
  GdkRGBA outline;
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, bounds, bounds->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &fill, &level);
  gtk_snapshot_pop (snapshot);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &outline);
  outline.alpha *= is_contrast ? 1.0f : OUTLINE_ALPHA;
  gtk_snapshot_append_border (snapshot, &circle, widths, (const GdkRGBA[4]) { outline, outline, outline, outline });
}
