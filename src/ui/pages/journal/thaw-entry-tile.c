/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-tile"

#include "config.h"
#include "pages/journal/thaw-entry-tile.h"

#include "pages/journal/thaw-entry-chip.h"
#include "pages/journal/thaw-entry-words.h"
#include "thaw-date-words.h"
#include "widgets/thaw-warmth.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_WIDTH 200
#define NATURAL_WIDTH 560

#define HEADING_MARGIN_TOP 18
#define HEADING_MARGIN_BOTTOM 8
#define HEADING_INDENT 2
#define CARD_GAP 8
#define PADDING_X 14
#define PADDING_Y 12
#define LINE_GAP 5
#define CHIPS_MARGIN 9
#define CHIP_PADDING 5
#define CHIP_GAP 6
#define PART_GAP 12
#define MARK_SIZE 14
#define MARK_MARGIN 6

#define HEADING_SCALE 1.1
#define SMALL_SCALE 0.92

/* Quieter than the text, and still 4.5 to 1 on either background. */
#define DIM_ALPHA 0.70f
#define HIGHLIGHT_ALPHA 0.30f

/* Measured: what a layout takes up is between these shares of what the mean width of a character promises. */
#define LIKELY_WIDTH 0.90
#define GENEROUS_WIDTH 1.10

/**
 * ThawEntryTile:
 *
 * An entry in the list of the journal, with the day as a heading above it if it
 * is the first of one.
 *
 * A list view makes some two hundred rows before it shows anything, so the tile
 * is one widget (and one for the background) that makes its Pango layouts only
 * when it is drawn. Its height follows from the font and from what there is to
 * show, by the mean width of a character, without laying out a text.
 *
 * # CSS nodes
 *
 * `entrytile` with a child `box.entry-card`, the background.
 *
 * # Accessibility
 *
 * The whole entry in sentences is the name of the tile, and of the row around it,
 * which is what has the focus.
 */
struct _ThawEntryTile
{
  GtkWidget parent_instance;

  GtkWidget *card;           /* (owned by the widget tree) */
  ThawEntrySummary *summary; /* (owned) (nullable) */
  char *heading;             /* (owned) (nullable) */

  /* Parts of the first line. */
  char *time;    /* (owned) (nullable) */
  char *feeling; /* (owned) (nullable) */

  /* From the fonts, in pixels; 0 until measured. */
  int heading_height;
  int small_height;
  int line_height;
  double char_width;
  double small_char_width;

  /* Made when drawn. */
  gboolean has_layouts;
  PangoLayout *heading_layout; /* (owned) (nullable) */
  PangoLayout *time_layout;    /* (owned) (nullable) */
  PangoLayout *feeling_layout; /* (owned) (nullable) */
  PangoLayout *valence_layout; /* (owned) (nullable) */
  PangoLayout *title_layout;   /* (owned) (nullable) */
  PangoLayout *excerpt_layout; /* (owned) (nullable) */
  GPtrArray *chips;            /* (owned) (element-type ThawEntryChip): as many as fit */
};

G_DEFINE_FINAL_TYPE (ThawEntryTile, thaw_entry_tile, GTK_TYPE_WIDGET)

enum
{
  PROP_SUMMARY = 1,
  PROP_HEADING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
clear_layouts (ThawEntryTile *self)
{
  self->has_layouts = FALSE;
  g_clear_object (&self->heading_layout);
  g_clear_object (&self->time_layout);
  g_clear_object (&self->feeling_layout);
  g_clear_object (&self->valence_layout);
  g_clear_object (&self->title_layout);
  g_clear_object (&self->excerpt_layout);
  g_ptr_array_set_size (self->chips, 0);
}

static void
measure_font (ThawEntryTile *self,
              double         scale,
              PangoWeight    weight,
              int           *out_height,
              double        *out_char_width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
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
ensure_metrics (ThawEntryTile *self)
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
get_valence_word (ThawEntryTile *self)
{
  double valence = thaw_entry_summary_get_valence (self->summary);

  return isnan (valence) ? "" : thaw_valence_step_get_word (thaw_valence_to_step (valence));
}

static gboolean
has_chips (ThawEntryTile *self)
{
  return thaw_entry_summary_get_emotions (self->summary)->len > 0 ||
         thaw_entry_summary_get_tags (self->summary)->len > 0 ||
         thaw_answer_get_word (thaw_entry_summary_get_answer (self->summary))[0] != '\0';
}

/* Whether how pleasant it was goes to a line of its own. */
static gboolean
breaks_first_line (ThawEntryTile *self,
                   int            inner_width)
{
  const char *valence = get_valence_word (self);
  int n_chars;

  if (self->feeling == NULL || valence[0] == '\0')
    return FALSE;

  n_chars = count_widths (self->time) + count_widths (self->feeling) + count_widths (valence);

  return n_chars * self->small_char_width * GENEROUS_WIDTH + MARK_SIZE + MARK_MARGIN + 2 * PART_GAP > inner_width;
}

static int
count_excerpt_lines (ThawEntryTile *self,
                     int            inner_width)
{
  int n_chars = count_widths (thaw_entry_summary_get_excerpt (self->summary));

  if (n_chars == 0)
    return 0;

  return n_chars * self->char_width * LIKELY_WIDTH > inner_width ? 2 : 1;
}

static int
get_card_y (ThawEntryTile *self)
{
  return self->heading != NULL ? HEADING_MARGIN_TOP + self->heading_height + HEADING_MARGIN_BOTTOM : 0;
}

static int
get_chip_height (ThawEntryTile *self)
{
  return self->small_height + CHIP_PADDING;
}

static int
get_height (ThawEntryTile *self,
            int            width)
{
  int inner_width = width - 2 * PADDING_X;
  int height = get_card_y (self) + 2 * PADDING_Y + CARD_GAP + self->small_height;
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
  if (has_chips (self))
    height += CHIPS_MARGIN + get_chip_height (self);

  return height;
}

static void
add_highlights (ThawEntryTile *self,
                PangoAttrList *attributes,
                GArray        *highlights)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
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
make_layout (ThawEntryTile *self,
             const char    *text,
             double         scale,
             PangoWeight    weight,
             GArray        *highlights)
{
  PangoLayout *layout = pango_layout_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  if (highlights != NULL)
    add_highlights (self, attributes, highlights);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* A layout of exactly @n_lines lines of the height that was promised, whatever fonts its letters need. */
static PangoLayout *
make_paragraph (ThawEntryTile *self,
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

/* Adds a chip if it fits with room for "+9" after it, except after the last. */
static gboolean
add_chip (ThawEntryTile *self,
          ThawEntryChip *chip,
          int            inner_width,
          int           *used,
          int            reserve)
{
  int width = thaw_entry_chip_get_width (chip);

  if (*used + width + reserve > inner_width && self->chips->len > 0)
    {
      thaw_entry_chip_free (chip);
      return FALSE;
    }

  g_ptr_array_add (self->chips, chip);
  *used += width + CHIP_GAP;

  return TRUE;
}

static void
make_chips (ThawEntryTile *self,
            int            inner_width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  GPtrArray *emotions = thaw_entry_summary_get_emotions (self->summary);
  GPtrArray *tags = thaw_entry_summary_get_tags (self->summary);
  const char *answer = thaw_answer_get_word (thaw_entry_summary_get_answer (self->summary));
  guint n_all = emotions->len + tags->len + (answer[0] != '\0' ? 1 : 0);
  int more_width = (int) ceil (4 * self->small_char_width) + 16;
  int used = 0;

  for (guint i = 0; i < n_all; i++)
    {
      g_autofree char *owned = NULL;
      const char *word;
      ThawEntryChip *chip;
      int intensity = 0;
      gboolean is_tag = i >= n_all - tags->len;

      if (i < emotions->len)
        {
          const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

          word = thaw_emotion_get_word (mark->slug);
          intensity = mark->intensity;
        }
      else if (is_tag)
        {
          word = owned = thaw_entry_words_for_tag (g_ptr_array_index (tags, i - (n_all - tags->len)));
        }
      else
        {
          word = answer;
        }

      chip = thaw_entry_chip_new (context, SMALL_SCALE, word, inner_width - more_width - CHIP_GAP);
      thaw_entry_chip_set_intensity (chip, intensity);
      thaw_entry_chip_set_outlined (chip, is_tag);
      if (!add_chip (self, chip, inner_width, &used, i + 1 < n_all ? more_width + CHIP_GAP : 0))
        {
          /* Translators: after some emotions or tags of an entry: how many there are besides, as in “+3” */
          g_autofree char *more = g_strdup_printf (_("+%u"), n_all - i);

          chip = thaw_entry_chip_new (context, SMALL_SCALE, more, more_width * 2);
          thaw_entry_chip_set_outlined (chip, TRUE);
          g_ptr_array_add (self->chips, chip);
          break;
        }
    }
}

static void
ensure_layouts (ThawEntryTile *self)
{
  int inner_width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING_X;
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
      pango_layout_set_width (self->heading_layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
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

  make_chips (self, inner_width);
}

/* Draws @layout with its start at @offset from the start of the tile, whichever side that is. Returns its width. */
static int
append_layout (ThawEntryTile *self,
               GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               int            offset,
               int            y,
               const GdkRGBA *color)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = pango_layout_get_width (layout);
  int x;

  if (width < 0)
    pango_layout_get_pixel_size (layout, &width, NULL);
  else
    width = PANGO_PIXELS (width);
  x = is_rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - offset - width : offset;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);

  return width;
}

static int
append_first_line (ThawEntryTile *self,
                   GtkSnapshot   *snapshot,
                   int            y,
                   const GdkRGBA *color,
                   const GdkRGBA *dim)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int offset = PADDING_X;

  offset += append_layout (self, snapshot, self->time_layout, offset, y, dim) + PART_GAP;

  if (self->feeling_layout != NULL)
    {
      const graphene_rect_t mark = GRAPHENE_RECT_INIT (is_rtl ? width - offset - MARK_SIZE : offset,
                                                       y + (self->small_height - MARK_SIZE) / 2,
                                                       MARK_SIZE, MARK_SIZE);

      thaw_warmth_snapshot_mark (GTK_WIDGET (self), snapshot, &mark, thaw_entry_summary_get_feeling (self->summary));
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

static void
append_chips (ThawEntryTile *self,
              GtkSnapshot   *snapshot,
              int            y,
              const GdkRGBA *color)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int offset = PADDING_X;

  for (guint i = 0; i < self->chips->len; i++)
    {
      ThawEntryChip *chip = g_ptr_array_index (self->chips, i);
      int width = thaw_entry_chip_get_width (chip);

      thaw_entry_chip_snapshot (chip, snapshot,
                                is_rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - offset - width : offset, y,
                                get_chip_height (self), is_rtl, color);
      offset += width + CHIP_GAP;
    }
}

static void
thaw_entry_tile_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (widget);
  GdkRGBA color, dim;
  int y;

  if (self->summary == NULL)
    return;

  ensure_layouts (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  dim = color;
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (widget))))
    dim.alpha *= DIM_ALPHA;

  if (self->heading_layout != NULL)
    append_layout (self, snapshot, self->heading_layout, HEADING_INDENT, HEADING_MARGIN_TOP, &color);

  gtk_widget_snapshot_child (widget, self->card, snapshot);

  y = append_first_line (self, snapshot, get_card_y (self) + PADDING_Y, &color, &dim);
  if (self->title_layout != NULL)
    {
      append_layout (self, snapshot, self->title_layout, PADDING_X, y + LINE_GAP, &color);
      y += LINE_GAP + self->line_height;
    }
  if (self->excerpt_layout != NULL)
    {
      append_layout (self, snapshot, self->excerpt_layout, PADDING_X, y + LINE_GAP, &color);
      y += LINE_GAP + self->line_height * count_excerpt_lines (self, gtk_widget_get_width (widget) - 2 * PADDING_X);
    }
  append_chips (self, snapshot, y + CHIPS_MARGIN, &color);
}

static void
thaw_entry_tile_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (widget);

  ensure_metrics (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = *natural = get_height (self, for_size < 0 ? NATURAL_WIDTH : for_size);
    }
}

static GtkSizeRequestMode
thaw_entry_tile_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
thaw_entry_tile_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (widget);
  const GtkAllocation card = { 0, get_card_y (self), width, height - get_card_y (self) - CARD_GAP };

  clear_layouts (self);
  gtk_widget_size_allocate (self->card, &card, -1);
}

static void
refresh_style (ThawEntryTile *self)
{
  int former_height = self->line_height;
  double former_width = self->char_width;

  self->line_height = 0;
  ensure_metrics (self);
  clear_layouts (self);

  /* Most changes of style are of colour. */
  if (self->line_height != former_height || fabs (self->char_width - former_width) > 1e-6)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
thaw_entry_tile_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (thaw_entry_tile_parent_class)->css_changed (widget, change);

  refresh_style (THAW_ENTRY_TILE (widget));
}

static void
thaw_entry_tile_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (thaw_entry_tile_parent_class)->system_setting_changed (widget, setting);

  refresh_style (THAW_ENTRY_TILE (widget));
}

static void
thaw_entry_tile_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (thaw_entry_tile_parent_class)->direction_changed (widget, previous);

  refresh_style (THAW_ENTRY_TILE (widget));
}

static void
thaw_entry_tile_dispose (GObject *object)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->summary);
  clear_layouts (self);

  G_OBJECT_CLASS (thaw_entry_tile_parent_class)->dispose (object);
}

static void
thaw_entry_tile_finalize (GObject *object)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (object);

  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->feeling, g_free);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_entry_tile_parent_class)->finalize (object);
}

static void
thaw_entry_tile_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (object);

  switch (prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_object (value, self->summary);
      break;

    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_entry_tile_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (object);

  switch (prop_id)
    {
    case PROP_SUMMARY:
      thaw_entry_tile_set_summary (self, g_value_get_object (value));
      break;

    case PROP_HEADING:
      thaw_entry_tile_set_heading (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_entry_tile_class_init (ThawEntryTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_entry_tile_dispose;
  object_class->finalize = thaw_entry_tile_finalize;
  object_class->get_property = thaw_entry_tile_get_property;
  object_class->set_property = thaw_entry_tile_set_property;

  widget_class->snapshot = thaw_entry_tile_snapshot;
  widget_class->measure = thaw_entry_tile_measure;
  widget_class->get_request_mode = thaw_entry_tile_get_request_mode;
  widget_class->size_allocate = thaw_entry_tile_size_allocate;
  widget_class->css_changed = thaw_entry_tile_css_changed;
  widget_class->system_setting_changed = thaw_entry_tile_system_setting_changed;
  widget_class->direction_changed = thaw_entry_tile_direction_changed;

  properties[PROP_SUMMARY] =
    g_param_spec_object ("summary", NULL, NULL, THAW_TYPE_ENTRY_SUMMARY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADING] =
    g_param_spec_string ("heading", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "entrytile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
thaw_entry_tile_init (ThawEntryTile *self)
{
  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_entry_chip_free);

  self->card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->card, "entry-card");
  gtk_widget_set_can_target (self->card, FALSE);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

GtkWidget *
thaw_entry_tile_new (void)
{
  return g_object_new (THAW_TYPE_ENTRY_TILE, NULL);
}

/**
 * thaw_entry_tile_get_summary:
 *
 * Returns: (transfer none) (nullable): the entry that is shown
 */
ThawEntrySummary *
thaw_entry_tile_get_summary (ThawEntryTile *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_TILE (self), NULL);

  return self->summary;
}

static void
update_name (ThawEntryTile *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *sentences = thaw_entry_words_describe (self->summary);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentences, -1);

  /* A list view's row, which has the focus, does not take its name from what is in it. */
  if (row != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentences, -1);
}

/**
 * thaw_entry_tile_set_summary:
 * @summary: (nullable): an entry
 *
 * Shows an entry.
 */
void
thaw_entry_tile_set_summary (ThawEntryTile    *self,
                             ThawEntrySummary *summary)
{
  int feeling;

  g_return_if_fail (THAW_IS_ENTRY_TILE (self));
  g_return_if_fail (summary == NULL || THAW_IS_ENTRY_SUMMARY (summary));

  if (self->summary == summary ||
      (self->summary != NULL && summary != NULL && thaw_entry_summary_equal (self->summary, summary)))
    return;

  g_set_object (&self->summary, summary);
  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->feeling, g_free);
  clear_layouts (self);

  if (summary != NULL)
    {
      self->time = thaw_moment_to_time_words (thaw_entry_summary_get_moment (summary));
      feeling = thaw_entry_summary_get_feeling (summary);
      if (feeling != THAW_FEELING_UNKNOWN)
        self->feeling = thaw_entry_words_for_feeling (feeling);
      update_name (self);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

/**
 * thaw_entry_tile_get_heading:
 *
 * Returns: (transfer none) (nullable): the day above the entry
 */
const char *
thaw_entry_tile_get_heading (ThawEntryTile *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_TILE (self), NULL);

  return self->heading;
}

/**
 * thaw_entry_tile_set_heading:
 * @heading: (nullable): a day in words if the entry is the first of it
 *
 * Sets what stands above the entry.
 */
void
thaw_entry_tile_set_heading (ThawEntryTile *self,
                             const char    *heading)
{
  g_return_if_fail (THAW_IS_ENTRY_TILE (self));

  if (g_strcmp0 (self->heading, heading) == 0)
    return;

  g_free (self->heading);
  self->heading = g_strdup (heading);
  clear_layouts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
}
