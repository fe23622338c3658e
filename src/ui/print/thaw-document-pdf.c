/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-document-pdf"

#include "config.h"
#include "print/thaw-document-pdf.h"

#include "print/thaw-document-pages.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

/* Who says so, in the properties of a file. */
#define CREATOR "Thaw " THAW_VERSION

/**
 * thaw_document_describe_surface:
 * @surface: where @document is drawn
 *
 * Tells a PDF what it is; any other surface does not want to know.
 */
void
thaw_document_describe_surface (const ThawDocument *document,
                                cairo_surface_t    *surface)
{
  g_return_if_fail (document != NULL);
  g_return_if_fail (surface != NULL);

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, CREATOR);
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
draw_all (cairo_surface_t    *surface,
          const ThawDocument *document,
          double              width,
          double              height)
{
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  g_autoptr (ThawDocumentPages) pages = NULL;

  pango_cairo_context_set_resolution (context, 72.0);
  pages = thaw_document_pages_new (document, context,
                                   gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL, width, height);
  for (guint i = 0; i < thaw_document_pages_get_n_pages (pages); i++)
    {
      thaw_document_pages_draw (pages, cr, i);
      cairo_show_page (cr);
    }

  g_object_unref (context);
  cairo_destroy (cr);
}

/**
 * thaw_document_to_pdf:
 * @document: what to draw
 * @error: return location for a %G_IO_ERROR
 *
 * Draws @document on paper as it is usual where the person lives.
 *
 * Returns: (transfer full): the contents of a file, or %NULL with an error
 */
GBytes *
thaw_document_to_pdf (const ThawDocument  *document,
                      GError             **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GtkPaperSize *paper = gtk_paper_size_new (NULL);
  double width = gtk_paper_size_get_width (paper, GTK_UNIT_POINTS);
  double height = gtk_paper_size_get_height (paper, GTK_UNIT_POINTS);
  cairo_surface_t *surface;
  cairo_status_t status;

  gtk_paper_size_free (paper);
  g_return_val_if_fail (document != NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  thaw_document_describe_surface (document, surface);
  draw_all (surface, document, width, height);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      /* Translators: %s is the reason, in English */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The page could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
