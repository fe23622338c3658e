/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-chip"

#include "config.h"
#include "pages/journal/thaw-entry-chip.h"

#define PADDING 8
#define DOT_SIZE 5
#define DOT_GAP 3
#define DOTS_MARGIN 6
#define DOTS_WIDTH (THAW_EMOTION_MAX_INTENSITY * (DOT_SIZE + DOT_GAP) - DOT_GAP)

#define FILL_ALPHA 0.08f
#define OUTLINE_ALPHA 0.30f
#define EMPTY_DOT_ALPHA 0.25f

/**
 * ThawEntryChip:
 *
 * A word in a rounded shape, drawn inside another widget: an emotion with one to
 * three dots for its intensity, an answer, or a tag with an outline. A plain
 * value, not a widget, so that a row of the journal stays a single one.
 */
struct _ThawEntryChip
{
  PangoLayout *layout; /* (owned) */
  int intensity;       /* 0 for no dots */
  gboolean is_outlined;
};

static void
append_rounded (GtkSnapshot   *snapshot,
                float          x,
                float          y,
                float          width,
                float          height,
                const GdkRGBA *color)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, width, height);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &bounds, height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_outline (GtkSnapshot   *snapshot,
                float          x,
                float          y,
                float          width,
                float          height,
                const GdkRGBA *color)
{
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, width, height);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &bounds, height / 2);
  gtk_snapshot_append_border (snapshot, &shape, widths, colors);
}

static GdkRGBA
with_alpha (const GdkRGBA *color,
            float          alpha)
{
  GdkRGBA result = *color;

  result.alpha *= alpha;

  return result;
}

/**
 * thaw_entry_chip_new:
 * @context: the widget's Pango context
 * @font_scale: the size of the word beside the widget's font
 * @word: the word
 * @max_width: as wide as the chip may get, in pixels
 *
 * Returns: (transfer full): a new chip
 */
ThawEntryChip *
thaw_entry_chip_new (PangoContext *context,
                     double        font_scale,
                     const char   *word,
                     int           max_width)
{
  ThawEntryChip *self = g_new0 (ThawEntryChip, 1);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int text_width = MAX (max_width - 2 * PADDING - DOTS_MARGIN - DOTS_WIDTH, 1);
  int width;

  self->layout = pango_layout_new (context);
  pango_attr_list_insert (attributes, pango_attr_scale_new (font_scale));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_text (self->layout, word, -1);

  pango_layout_get_pixel_size (self->layout, &width, NULL);
  if (width > text_width)
    {
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (self->layout, text_width * PANGO_SCALE);
    }

  return self;
}

void
thaw_entry_chip_free (ThawEntryChip *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->layout);
  g_free (self);
}

/**
 * thaw_entry_chip_set_intensity:
 * @intensity: how many of three dots are filled, or 0 for no dots
 */
void
thaw_entry_chip_set_intensity (ThawEntryChip *self,
                               int            intensity)
{
  self->intensity = intensity;
}

void
thaw_entry_chip_set_outlined (ThawEntryChip *self,
                              gboolean       is_outlined)
{
  self->is_outlined = is_outlined;
}

int
thaw_entry_chip_get_width (ThawEntryChip *self)
{
  int width;

  pango_layout_get_pixel_size (self->layout, &width, NULL);

  return width + 2 * PADDING + (self->intensity > 0 ? DOTS_MARGIN + DOTS_WIDTH : 0);
}

/**
 * thaw_entry_chip_snapshot:
 * @snapshot: where to draw
 * @x: the left edge
 * @y: the upper edge
 * @height: the height
 * @is_rtl: whether the dots come to the left of the word
 * @color: the colour of text
 *
 * Draws the chip.
 */
void
thaw_entry_chip_snapshot (ThawEntryChip *self,
                          GtkSnapshot   *snapshot,
                          int            x,
                          int            y,
                          int            height,
                          gboolean       is_rtl,
                          const GdkRGBA *color)
{
  const GdkRGBA fill = with_alpha (color, FILL_ALPHA);
  const GdkRGBA outline = with_alpha (color, OUTLINE_ALPHA);
  const GdkRGBA empty_dot = with_alpha (color, EMPTY_DOT_ALPHA);
  int width = thaw_entry_chip_get_width (self);
  int text_width, text_height, text_x;

  if (self->is_outlined)
    append_outline (snapshot, x, y, width, height, &outline);
  else
    append_rounded (snapshot, x, y, width, height, &fill);

  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  text_x = is_rtl ? x + width - PADDING - text_width : x + PADDING;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (text_x, y + (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, color);
  gtk_snapshot_restore (snapshot);

  for (int i = 0; i < (self->intensity > 0 ? THAW_EMOTION_MAX_INTENSITY : 0); i++)
    {
      int offset = text_width + DOTS_MARGIN + i * (DOT_SIZE + DOT_GAP);
      int dot_x = is_rtl ? text_x + text_width - offset - DOT_SIZE : text_x + offset;

      append_rounded (snapshot, dot_x, y + (height - DOT_SIZE) / 2, DOT_SIZE, DOT_SIZE,
                      i < self->intensity ? color : &empty_dot);
    }
}
