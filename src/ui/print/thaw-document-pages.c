/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-document-pages"

#include "config.h"
#include "print/thaw-document-pages.h"

#include "print/thaw-page-flow.h"

#include <glib/gi18n-lib.h>

/* Any sans serif font will do. */
#define FONT_FAMILY "Cantarell, Sans"
#define BULLET      "•"

/* All in points. Around the text, but no more than a share of what is small, with the number of the page halfway into
 * the margin below it … */
#define MAX_MARGIN    56.0
#define MARGIN_SHARE  0.15
#define NUMBER_SIZE   9.0
/* … in front of an item, … */
#define INDENT 16.0
/* … and for a line to write on with a pen. */
#define BLANK_HEIGHT   26.0
#define BLANK_WIDTH    0.75
#define BLANK_DARKNESS 0.5

/* How each kind of block looks. */
typedef struct
{
  double size;
  double before;
  double spacing; /* between lines */
  PangoWeight weight;
  double darkness;
  gboolean keeps_with_next;
} Style;

static const Style title_style = { 20.0, 0.0, 2.0, PANGO_WEIGHT_BOLD, 1.0, TRUE };

static const Style styles[] = {
  [THAW_BLOCK_HEADING] = { 13.0, 18.0, 2.0, PANGO_WEIGHT_BOLD, 1.0, TRUE },
  [THAW_BLOCK_PARAGRAPH] = { 11.0, 8.0, 3.0, PANGO_WEIGHT_NORMAL, 1.0, FALSE },
  [THAW_BLOCK_ITEM] = { 11.0, 5.0, 3.0, PANGO_WEIGHT_NORMAL, 1.0, FALSE },
  [THAW_BLOCK_SOURCE] = { 9.0, 4.0, 2.0, PANGO_WEIGHT_NORMAL, 0.7, FALSE },
  [THAW_BLOCK_NOTE] = { 9.0, 12.0, 2.0, PANGO_WEIGHT_NORMAL, 0.7, FALSE },
  [THAW_BLOCK_BLANK] = { 11.0, 0.0, 0.0, PANGO_WEIGHT_NORMAL, 1.0, FALSE },
};

/* The title, or a block. */
typedef struct
{
  const Style *style;
  ThawBlockKind kind;
  gboolean is_rtl;
  PangoLayout *layout; /* (owned) (nullable): NULL for a line to write on */
  GArray *lines;       /* (owned) (element-type double): the heights */
} Box;

/**
 * ThawDocumentPages:
 *
 * A document on pages of paper: which of its lines stands where, measured in points.
 * A heading stays with what follows it.
 */
struct _ThawDocumentPages
{
  double width;
  double height;
  double margin;
  PangoContext *context; /* (owned) */
  GPtrArray *boxes;      /* (owned) (element-type Box): the title, and the blocks */
  GArray *pieces;        /* (owned) (element-type ThawFlowPiece) */
};

static void
box_free (gpointer data)
{
  Box *box = data;

  g_clear_object (&box->layout);
  g_array_unref (box->lines);
  g_free (box);
}

static PangoFontDescription *
create_font (double      size,
             PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT_FAMILY);

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, weight);

  return font;
}

static PangoLayout *
create_layout (PangoContext *context,
               const char   *text,
               double        size,
               PangoWeight   weight)
{
  PangoFontDescription *font = create_font (size, weight);
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

static void
measure_lines (Box *box)
{
  PangoLayoutIter *iter = pango_layout_get_iter (box->layout);

  do
    {
      int top, bottom;
      double height;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      height = pango_units_to_double (bottom - top);
      g_array_append_val (box->lines, height);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

static void
add_box (ThawDocumentPages *self,
         const Style       *style,
         ThawBlockKind      kind,
         const char        *text)
{
  Box *box = g_new0 (Box, 1);
  double width = self->width - 2.0 * self->margin - (kind == THAW_BLOCK_ITEM ? INDENT : 0.0);

  box->style = style;
  box->kind = kind;
  box->lines = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (self->boxes, box);

  if (kind == THAW_BLOCK_BLANK)
    {
      const double height = BLANK_HEIGHT;

      g_array_append_val (box->lines, height);
      return;
    }

  box->layout = create_layout (self->context, text, style->size, style->weight);
  /* Less than nothing would be no width at all. */
  pango_layout_set_width (box->layout, pango_units_from_double (MAX (width, 1.0)));
  pango_layout_set_wrap (box->layout, PANGO_WRAP_WORD_CHAR);
  /* Where text of the context’s own direction begins; Pango turns it round for the other. */
  pango_layout_set_alignment (box->layout,
                              pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL ? PANGO_ALIGN_RIGHT
                                                                                                : PANGO_ALIGN_LEFT);
  pango_layout_set_spacing (box->layout, pango_units_from_double (style->spacing));
  box->is_rtl = pango_layout_get_direction (box->layout, 0) == PANGO_DIRECTION_RTL;
  measure_lines (box);
}

static void
flow (ThawDocumentPages *self)
{
  g_autofree ThawFlowBox *flow_boxes = g_new (ThawFlowBox, self->boxes->len);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const Box *box = g_ptr_array_index (self->boxes, i);

      flow_boxes[i].before = box->style->before;
      flow_boxes[i].lines = (const double *) (gconstpointer) box->lines->data;
      flow_boxes[i].n_lines = box->lines->len;
      flow_boxes[i].keeps_with_next = box->style->keeps_with_next;
    }

  self->pieces = thaw_page_flow (flow_boxes, self->boxes->len, self->height - 2.0 * self->margin);
}

/**
 * thaw_document_pages_new:
 * @document: what to put onto paper; not needed any more afterwards
 * @context: for text, where a unit is a point
 * @is_rtl: whether what has no direction of its own runs from the right to the left
 * @width: of a page, in points
 * @height: of a page, in points
 *
 * Returns: (transfer full): the pages
 */
ThawDocumentPages *
thaw_document_pages_new (const ThawDocument *document,
                         PangoContext       *context,
                         gboolean            is_rtl,
                         double              width,
                         double              height)
{
  ThawDocumentPages *self;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_new0 (ThawDocumentPages, 1);
  self->width = width;
  self->height = height;
  self->margin = MIN (MAX_MARGIN, MARGIN_SHARE * MIN (width, height));
  self->context = g_object_ref (context);
  pango_context_set_base_dir (context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  self->boxes = g_ptr_array_new_with_free_func (box_free);

  add_box (self, &title_style, THAW_BLOCK_HEADING, document->title);
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ThawBlock *block = g_ptr_array_index (document->blocks, i);

      add_box (self, &styles[block->kind], block->kind, block->text->plain);
    }
  flow (self);

  return self;
}

/**
 * thaw_document_pages_free:
 * @self: (transfer full) (nullable): pages that are not needed any more
 */
void
thaw_document_pages_free (ThawDocumentPages *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->context);
  g_ptr_array_unref (self->boxes);
  g_array_unref (self->pieces);
  g_free (self);
}

/**
 * thaw_document_pages_get_n_pages:
 *
 * Returns: how many pages there are, at least one
 */
guint
thaw_document_pages_get_n_pages (const ThawDocumentPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_array_index (self->pieces, ThawFlowPiece, self->pieces->len - 1).page + 1;
}

/**
 * thaw_document_pages_find_block:
 * @block: one of the blocks of the document, from 0 on
 *
 * Returns: the page on which it begins, from 0 on
 */
guint
thaw_document_pages_find_block (const ThawDocumentPages *self,
                                guint                    block)
{
  guint at = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (block + 1 < self->boxes->len, 0);

  /* The first box is the title. */
  while (g_array_index (self->pieces, ThawFlowPiece, at).box != block + 1)
    at++;

  return g_array_index (self->pieces, ThawFlowPiece, at).page;
}

static void
set_darkness (cairo_t *cr,
              double   darkness)
{
  cairo_set_source_rgb (cr, 1.0 - darkness, 1.0 - darkness, 1.0 - darkness);
}

/* The baseline of a line, and the top of it, in the layout. */
static void
get_line_place (PangoLayoutIter *iter,
                double          *out_top,
                double          *out_baseline)
{
  int top, bottom;

  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  *out_top = pango_units_to_double (top);
  *out_baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter));
}

static void
draw_bullet (const ThawDocumentPages *self,
             const Box               *box,
             cairo_t                 *cr,
             double                   baseline)
{
  PangoLayout *layout = create_layout (self->context, BULLET, box->style->size, box->style->weight);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  cairo_move_to (cr, box->is_rtl ? self->width - self->margin - pango_units_to_double (width) : self->margin, baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  g_object_unref (layout);
}

static void
draw_text (const ThawDocumentPages *self,
           const Box               *box,
           const ThawFlowPiece     *piece,
           cairo_t                 *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (box->layout);
  double x = self->margin + (box->kind == THAW_BLOCK_ITEM && !box->is_rtl ? INDENT : 0.0);
  double piece_top, top, baseline;

  set_darkness (cr, box->style->darkness);
  for (guint i = 0; i < piece->first_line; i++)
    pango_layout_iter_next_line (iter);
  get_line_place (iter, &piece_top, &baseline);

  for (guint i = 0; i < piece->n_lines; i++)
    {
      PangoRectangle logical;
      double y;

      get_line_place (iter, &top, &baseline);
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      y = self->margin + piece->y + baseline - piece_top;
      if (box->kind == THAW_BLOCK_ITEM && piece->first_line + i == 0)
        draw_bullet (self, box, cr, y);
      cairo_move_to (cr, x + pango_units_to_double (logical.x), y);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      pango_layout_iter_next_line (iter);
    }

  pango_layout_iter_free (iter);
}

static void
draw_blank (const ThawDocumentPages *self,
            const ThawFlowPiece     *piece,
            cairo_t                 *cr)
{
  double y = self->margin + piece->y + BLANK_HEIGHT - BLANK_WIDTH;

  set_darkness (cr, BLANK_DARKNESS);
  cairo_set_line_width (cr, BLANK_WIDTH);
  cairo_move_to (cr, self->margin, y);
  cairo_line_to (cr, self->width - self->margin, y);
  cairo_stroke (cr);
}

static void
draw_number (const ThawDocumentPages *self,
             cairo_t                 *cr,
             guint                    page)
{
  /* Translators: at the foot of a page on paper, as “2 of 3” */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), page + 1, thaw_document_pages_get_n_pages (self));
  PangoLayout *layout = create_layout (self->context, text, NUMBER_SIZE, PANGO_WEIGHT_NORMAL);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  set_darkness (cr, styles[THAW_BLOCK_NOTE].darkness);
  cairo_move_to (cr, (self->width - pango_units_to_double (width)) / 2.0, self->height - self->margin / 2.0);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  g_object_unref (layout);
}

/**
 * thaw_document_pages_draw:
 * @cr: where to draw, with the top left corner of the paper at 0, 0
 * @page: a page, from 0 on
 *
 * Draws a page, with its number if there are several.
 */
void
thaw_document_pages_draw (const ThawDocumentPages *self,
                          cairo_t                 *cr,
                          guint                    page)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (page < thaw_document_pages_get_n_pages (self));

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ThawFlowPiece *piece = &g_array_index (self->pieces, ThawFlowPiece, i);
      const Box *box = g_ptr_array_index (self->boxes, piece->box);

      if (piece->page != page)
        continue;

      if (box->kind == THAW_BLOCK_BLANK)
        draw_blank (self, piece, cr);
      else
        draw_text (self, box, piece, cr);
    }

  if (thaw_document_pages_get_n_pages (self) > 1)
    draw_number (self, cr, page);
}
