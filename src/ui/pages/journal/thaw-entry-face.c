/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-face"

#include "config.h"
#include "pages/journal/thaw-entry-face.h"

#include "pages/journal/thaw-entry-chip-row.h"
#include "pages/journal/thaw-entry-words.h"
#include "thaw-date-words.h"
#include "widgets/thaw-warmth.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEADING_MARGIN_TOP 18
#define HEADING_MARGIN_BOTTOM 8
#define HEADING_INDENT 2
#define PADDING_X 14
#define PADDING_Y 12
#define LINE_GAP 5
#define CHIPS_MARGIN 9
#define CHIP_PADDING 5
#define PART_GAP 12
#define MARK_SIZE 14
#define MARK_MARGIN 6

#define HEADING_SCALE 1.1
#define SMALL_SCALE 0.92

/* Quieter than the text, and still 4.5 to 1 on either background. */
#define DIM_ALPHA 0.70f
#define HIGHLIGHT_ALPHA 0.30f

/* What a layout takes up is about what the mean width of a character promises; this much more if it is bold. Rather an
 * empty line than one that is missing. */
#define GENEROUS_WIDTH 1.10

/* No text is narrower than this part of what it is promised to take up. */
#define MEAGRE_WIDTH 0.70

/**
 * ThawEntryFace:
 *
 * What a #ThawEntryTile shows and how: the parts of an entry, measured by the
 * mean width of a character, and laid out only when they are drawn.
 */
struct _ThawEntryFace
{
  GtkWidget *widget;                 /* (unowned): whose fonts, colours and direction these are */
  ThawVocabulary *vocabulary;        /* (owned) (nullable) */
  ThawCopingCatalog *coping_catalog; /* (owned) (nullable) */
  ThawEntrySummary *summary;         /* (owned) (nullable) */
  char *heading;                     /* (owned) (nullable) */

  /* Parts of the first line. */
  char *time;    /* (owned) (nullable) */
  char *feeling; /* (owned) (nullable) */

  /* From the fonts, in pixels; 0 until measured. */
  int heading_height;
  int small_height;
  int line_height;
  double char_width;
  double small_char_width;

  int excerpt_width; /* of the excerpt in one line, in pixels; 0 until it matters */

  /* Made when drawn. */
  gboolean has_layouts;
  PangoLayout *heading_layout; /* (owned) (nullable) */
  PangoLayout *time_layout;    /* (owned) (nullable) */
  PangoLayout *feeling_layout; /* (owned) (nullable) */
  PangoLayout *valence_layout; /* (owned) (nullable) */
  PangoLayout *title_layout;   /* (owned) (nullable) */
  PangoLayout *excerpt_layout; /* (owned) (nullable) */
  ThawEntryChipRow *chips;     /* (owned): what was felt, and the tags */
  ThawEntryChipRow *noticed;   /* (owned): what the body did, and what was done about it */
};

/**
 * thaw_entry_face_clear_layouts:
 *
 * Forgets what was laid out, as its width or its looks have changed.
 */
void
thaw_entry_face_clear_layouts (ThawEntryFace *self)
{
  self->has_layouts = FALSE;
  g_clear_object (&self->heading_layout);
  g_clear_object (&self->time_layout);
  g_clear_object (&self->feeling_layout);
  g_clear_object (&self->valence_layout);
  g_clear_object (&self->title_layout);
  g_clear_object (&self->excerpt_layout);
  thaw_entry_chip_row_clear (self->chips);
  thaw_entry_chip_row_clear (self->noticed);
}

static void
measure_font (ThawEntryFace *self,
              double         scale,
              PangoWeight    weight,
              int           *out_height,
              double        *out_char_width)
{
  PangoContext *context = gtk_widget_get_pango_context (self->widget);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoFontMetrics *metrics;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * scale);
  else
    pango_font_description_set_size (font, (int) lround (pango_font_description_get_size (font) * scale));
  pango_font_description_set_weight (font, weight);

  metrics = pango_context_get_metrics (context, font, NULL);
  *out_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  if (out_char_width != NULL)
    *out_char_width = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}

static void
ensure_metrics (ThawEntryFace *self)
{
  if (self->line_height != 0)
    return;

  measure_font (self, HEADING_SCALE, PANGO_WEIGHT_BOLD, &self->heading_height, NULL);
  measure_font (self, SMALL_SCALE, PANGO_WEIGHT_NORMAL, &self->small_height, &self->small_char_width);
  measure_font (self, 1.0, PANGO_WEIGHT_NORMAL, &self->line_height, &self->char_width);
}

/* How many mean characters @text is wide. */
static int
count_widths (const char *text)
{
  int n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return n;
}

static const char *
get_valence_word (ThawEntryFace *self)
{
  double valence = thaw_entry_summary_get_valence (self->summary);

  return isnan (valence) ? "" : thaw_valence_step_get_word (thaw_valence_to_step (valence));
}

/* Whether how pleasant it was goes to a line of its own. */
static gboolean
breaks_first_line (ThawEntryFace *self,
                   int            inner_width)
{
  const char *valence = get_valence_word (self);
  int n_chars;

  if (self->feeling == NULL || valence[0] == '\0')
    return FALSE;

  n_chars = count_widths (self->time) + count_widths (self->feeling) + count_widths (valence);

  return n_chars * self->small_char_width * GENEROUS_WIDTH + MARK_SIZE + MARK_MARGIN + 2 * PART_GAP > inner_width;
}

/**
 * thaw_entry_face_get_card_y:
 *
 * Returns: where the card begins, below the heading
 */
int
thaw_entry_face_get_card_y (ThawEntryFace *self)
{
  ensure_metrics (self);

  return self->heading != NULL ? HEADING_MARGIN_TOP + self->heading_height + HEADING_MARGIN_BOTTOM : 0;
}

static int
get_chip_height (ThawEntryFace *self)
{
  return self->small_height + CHIP_PADDING;
}

static void
add_highlights (ThawEntryFace *self,
                PangoAttrList *attributes,
                GArray        *highlights)
{
  GtkStyleContext *context = gtk_widget_get_style_context (self->widget);
  GdkRGBA color;

  if (highlights->len == 0 || !gtk_style_context_lookup_color (context, "accent_bg_color", &color))
    return;

  for (guint i = 0; i < highlights->len; i++)
    {
      const ThawHighlight *highlight = &g_array_index (highlights, ThawHighlight, i);
      PangoAttribute *parts[] = {
        pango_attr_weight_new (PANGO_WEIGHT_BOLD),
        pango_attr_background_new ((guint16) (color.red * G_MAXUINT16), (guint16) (color.green * G_MAXUINT16),
                                   (guint16) (color.blue * G_MAXUINT16)),
        pango_attr_background_alpha_new ((guint16) (HIGHLIGHT_ALPHA * G_MAXUINT16)),
      };

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          parts[j]->start_index = highlight->start;
          parts[j]->end_index = highlight->start + highlight->length;
          pango_attr_list_insert (attributes, parts[j]);
        }
    }
}

static PangoLayout *
make_layout (ThawEntryFace *self,
             const char    *text,
             double         scale,
             PangoWeight    weight,
             GArray        *highlights)
{
  PangoLayout *layout = pango_layout_new (gtk_widget_get_pango_context (self->widget));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  if (highlights != NULL)
    add_highlights (self, attributes, highlights);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* Laid out only where the mean width of a character does not tell: a line too many is an empty one. */
static int
measure_excerpt (ThawEntryFace *self)
{
  if (self->excerpt_width == 0)
    {
      g_autoptr (PangoLayout) layout = NULL;

      layout = make_layout (self, thaw_entry_summary_get_excerpt (self->summary), 1.0, PANGO_WEIGHT_NORMAL,
                            thaw_entry_summary_get_excerpt_highlights (self->summary));
      pango_layout_get_pixel_size (layout, &self->excerpt_width, NULL);
      if (pango_layout_get_line_count (layout) > 1)
        self->excerpt_width = G_MAXINT;
    }

  return self->excerpt_width;
}

static int
count_excerpt_lines (ThawEntryFace *self,
                     int            inner_width)
{
  int n_chars = count_widths (thaw_entry_summary_get_excerpt (self->summary));
  double width = n_chars * self->char_width;

  if (n_chars == 0)
    return 0;
  if (width * GENEROUS_WIDTH <= inner_width)
    return 1;
  if (width * MEAGRE_WIDTH > inner_width)
    return 2;

  return measure_excerpt (self) > inner_width ? 2 : 1;
}

/**
 * thaw_entry_face_get_height:
 * @width: in pixels
 *
 * Returns: how high all of it is at that width, if possible without laying out a text
 */
int
thaw_entry_face_get_height (ThawEntryFace *self,
                            int            width)
{
  int inner_width = width - 2 * PADDING_X;
  int height = thaw_entry_face_get_card_y (self) + 2 * PADDING_Y + THAW_ENTRY_FACE_CARD_GAP + self->small_height;
  int n_lines;

  if (self->summary == NULL)
    return height;

  if (breaks_first_line (self, inner_width))
    height += LINE_GAP + self->small_height;
  if (thaw_entry_summary_get_title (self->summary)[0] != '\0')
    height += LINE_GAP + self->line_height;
  n_lines = count_excerpt_lines (self, inner_width);
  if (n_lines > 0)
    height += LINE_GAP + n_lines * self->line_height;
  if (thaw_entry_chip_row_is_wanted (self->summary))
    height += CHIPS_MARGIN + get_chip_height (self);
  if (thaw_entry_chip_row_is_wanted_noticed (self->summary))
    height += CHIPS_MARGIN + get_chip_height (self);

  return height;
}

/* A layout of exactly @n_lines lines of the height that was promised, whatever fonts its letters need. */
static PangoLayout *
make_paragraph (ThawEntryFace *self,
                const char    *text,
                PangoWeight    weight,
                GArray        *highlights,
                int            width,
                int            n_lines)
{
  PangoLayout *layout = make_layout (self, text, 1.0, weight, highlights);
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (self->line_height * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, n_lines > 1 ? -n_lines : 0);

  return layout;
}

static void
ensure_layouts (ThawEntryFace *self)
{
  int inner_width = gtk_widget_get_width (self->widget) - 2 * PADDING_X;
  const char *title, *valence;
  int n_lines;

  if (self->has_layouts)
    return;

  self->has_layouts = TRUE;
  ensure_metrics (self);

  if (self->heading != NULL)
    {
      self->heading_layout = make_layout (self, self->heading, HEADING_SCALE, PANGO_WEIGHT_BOLD, NULL);
      pango_layout_set_auto_dir (self->heading_layout, FALSE);
      pango_layout_set_width (self->heading_layout, gtk_widget_get_width (self->widget) * PANGO_SCALE);
    }

  self->time_layout = make_layout (self, self->time, SMALL_SCALE, PANGO_WEIGHT_NORMAL, NULL);
  if (self->feeling != NULL)
    self->feeling_layout = make_layout (self, self->feeling, SMALL_SCALE, PANGO_WEIGHT_NORMAL, NULL);
  valence = get_valence_word (self);
  if (valence[0] != '\0')
    self->valence_layout = make_layout (self, valence, SMALL_SCALE, PANGO_WEIGHT_NORMAL, NULL);

  title = thaw_entry_summary_get_title (self->summary);
  if (title[0] != '\0')
    self->title_layout = make_paragraph (self, title, PANGO_WEIGHT_BOLD,
                                         thaw_entry_summary_get_title_highlights (self->summary), inner_width, 1);

  n_lines = count_excerpt_lines (self, inner_width);
  if (n_lines > 0)
    self->excerpt_layout = make_paragraph (self, thaw_entry_summary_get_excerpt (self->summary),
                                           PANGO_WEIGHT_NORMAL,
                                           thaw_entry_summary_get_excerpt_highlights (self->summary), inner_width,
                                           n_lines);

  thaw_entry_chip_row_fill (self->chips, inner_width, self->small_char_width, self->summary, self->vocabulary);
  thaw_entry_chip_row_fill_noticed (self->noticed, inner_width, self->small_char_width, self->summary,
                                    self->coping_catalog);
}

/* Draws @layout with its start at @offset from the start of the tile, whichever side that is. Returns its width. */
static int
append_layout (ThawEntryFace *self,
               GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               int            offset,
               int            y,
               const GdkRGBA *color)
{
  gboolean is_rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  int width = pango_layout_get_width (layout);
  int x;

  if (width < 0)
    pango_layout_get_pixel_size (layout, &width, NULL);
  else
    width = PANGO_PIXELS (width);
  x = is_rtl ? gtk_widget_get_width (self->widget) - offset - width : offset;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);

  return width;
}

static int
append_first_line (ThawEntryFace *self,
                   GtkSnapshot   *snapshot,
                   int            y,
                   const GdkRGBA *color,
                   const GdkRGBA *dim)
{
  int width = gtk_widget_get_width (self->widget);
  gboolean is_rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  int offset = PADDING_X;

  offset += append_layout (self, snapshot, self->time_layout, offset, y, dim) + PART_GAP;

  if (self->feeling_layout != NULL)
    {
      const graphene_rect_t mark = GRAPHENE_RECT_INIT (is_rtl ? width - offset - MARK_SIZE : offset,
                                                       y + (self->small_height - MARK_SIZE) / 2,
                                                       MARK_SIZE, MARK_SIZE);

      thaw_warmth_snapshot_mark (self->widget, snapshot, &mark, thaw_entry_summary_get_feeling (self->summary));
      offset += MARK_SIZE + MARK_MARGIN;
      offset += append_layout (self, snapshot, self->feeling_layout, offset, y, color) + PART_GAP;
    }

  if (breaks_first_line (self, width - 2 * PADDING_X))
    {
      y += self->small_height + LINE_GAP;
      offset = PADDING_X;
    }
  if (self->valence_layout != NULL)
    append_layout (self, snapshot, self->valence_layout, offset, y, color);

  return y + self->small_height;
}

/**
 * thaw_entry_face_new:
 * @widget: (transfer none): the widget that draws it, and lives longer
 * @vocabulary: (nullable): the words for emotions
 * @coping_catalog: (nullable): the words for what was done
 *
 * Returns: (transfer full): a face without an entry
 */
ThawEntryFace *
thaw_entry_face_new (GtkWidget         *widget,
                     ThawVocabulary    *vocabulary,
                     ThawCopingCatalog *coping_catalog)
{
  ThawEntryFace *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_new0 (ThawEntryFace, 1);
  self->widget = widget;
  g_set_object (&self->vocabulary, vocabulary);
  g_set_object (&self->coping_catalog, coping_catalog);
  self->chips = thaw_entry_chip_row_new (widget, SMALL_SCALE);
  self->noticed = thaw_entry_chip_row_new (widget, SMALL_SCALE);

  return self;
}

void
thaw_entry_face_free (ThawEntryFace *self)
{
  if (self == NULL)
    return;

  thaw_entry_face_clear_layouts (self);
  g_clear_object (&self->vocabulary);
  g_clear_object (&self->coping_catalog);
  g_clear_object (&self->summary);
  g_free (self->heading);
  g_free (self->time);
  g_free (self->feeling);
  thaw_entry_chip_row_free (self->chips);
  thaw_entry_chip_row_free (self->noticed);
  g_free (self);
}

ThawEntrySummary *
thaw_entry_face_get_summary (ThawEntryFace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->summary;
}

/**
 * thaw_entry_face_set_summary:
 * @summary: (nullable): an entry
 */
void
thaw_entry_face_set_summary (ThawEntryFace    *self,
                             ThawEntrySummary *summary)
{
  int feeling;

  g_return_if_fail (self != NULL);

  g_set_object (&self->summary, summary);
  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->feeling, g_free);
  self->excerpt_width = 0;
  thaw_entry_face_clear_layouts (self);

  if (summary == NULL)
    return;

  self->time = thaw_moment_to_time_words (thaw_entry_summary_get_moment (summary));
  feeling = thaw_entry_summary_get_feeling (summary);
  if (feeling != THAW_FEELING_UNKNOWN)
    self->feeling = thaw_entry_words_for_feeling (feeling);
}

const char *
thaw_entry_face_get_heading (ThawEntryFace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->heading;
}

/**
 * thaw_entry_face_set_heading:
 * @heading: (nullable): what stands above the card
 */
void
thaw_entry_face_set_heading (ThawEntryFace *self,
                             const char    *heading)
{
  g_return_if_fail (self != NULL);

  if (self->heading == heading)
    return;

  g_free (self->heading);
  self->heading = g_strdup (heading);
  thaw_entry_face_clear_layouts (self);
}

/**
 * thaw_entry_face_refresh_style:
 *
 * Looks at the widget's fonts again.
 *
 * Returns: whether something is of another size now
 */
gboolean
thaw_entry_face_refresh_style (ThawEntryFace *self)
{
  int former_height;
  double former_width;

  g_return_val_if_fail (self != NULL, FALSE);

  former_height = self->line_height;
  former_width = self->char_width;
  self->line_height = 0;
  self->excerpt_width = 0;
  ensure_metrics (self);
  thaw_entry_face_clear_layouts (self);

  return self->line_height != former_height || fabs (self->char_width - former_width) > 1e-6;
}

/**
 * thaw_entry_face_snapshot:
 * @snapshot: where to draw
 *
 * Draws all of it but the card, which is to be there already.
 */
void
thaw_entry_face_snapshot (ThawEntryFace *self,
                          GtkSnapshot   *snapshot)
{
  GdkRGBA color, dim;
  int inner_width, y;

  g_return_if_fail (self != NULL);

  if (self->summary == NULL)
    return;

  ensure_layouts (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget), &color);
  dim = color;
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (self->widget))))
    dim.alpha *= DIM_ALPHA;

  if (self->heading_layout != NULL)
    append_layout (self, snapshot, self->heading_layout, HEADING_INDENT, HEADING_MARGIN_TOP, &color);

  y = append_first_line (self, snapshot, thaw_entry_face_get_card_y (self) + PADDING_Y, &color, &dim);
  if (self->title_layout != NULL)
    {
      append_layout (self, snapshot, self->title_layout, PADDING_X, y + LINE_GAP, &color);
      y += LINE_GAP + self->line_height;
    }
  if (self->excerpt_layout != NULL)
    {
      inner_width = gtk_widget_get_width (self->widget) - 2 * PADDING_X;
      append_layout (self, snapshot, self->excerpt_layout, PADDING_X, y + LINE_GAP, &color);
      y += LINE_GAP + self->line_height * count_excerpt_lines (self, inner_width);
    }
  if (thaw_entry_chip_row_is_wanted (self->summary))
    {
      thaw_entry_chip_row_snapshot (self->chips, snapshot, PADDING_X, y + CHIPS_MARGIN, get_chip_height (self), &color);
      y += CHIPS_MARGIN + get_chip_height (self);
    }
  thaw_entry_chip_row_snapshot (self->noticed, snapshot, PADDING_X, y + CHIPS_MARGIN, get_chip_height (self), &color);
}
