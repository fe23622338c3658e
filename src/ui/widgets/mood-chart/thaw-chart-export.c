/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-chart-export"

#include "config.h"
#include "widgets/mood-chart/thaw-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "widgets/mood-chart/thaw-chart-painter.h"

/* The picture without its margins: points on paper, and pixels before they are doubled. */
#define WIDTH     720.0
#define HEIGHT    440.0
#define MARGIN    24.0
#define PNG_SCALE 2.0

/* Any sans serif font will do, since the picture is the same for everyone. */
#define FONT "Cantarell, Sans 10"

static const char *const extensions[THAW_N_CHART_FORMATS] = { "png", "svg", "pdf" };

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (ThawChartFormat  format,
                GByteArray      *bytes)
{
  const double width = WIDTH + 2.0 * MARGIN;
  const double height = HEIGHT + 2.0 * MARGIN;
  cairo_surface_t *surface;

  switch (format)
    {
    case THAW_CHART_PNG:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * PNG_SCALE), (int) (height * PNG_SCALE));
      cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
      return surface;
    case THAW_CHART_SVG:
      return cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);
    case THAW_CHART_PDF:
      return cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
    default:
      g_assert_not_reached ();
    }
}

static PangoContext *
create_context (cairo_t  *cr,
                gboolean  is_rtl)
{
  PangoContext *context = pango_cairo_create_context (cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  /* A point is a pixel here, whatever the screen says. */
  pango_cairo_context_set_resolution (context, 96.0);
  pango_font_description_free (font);

  return context;
}

static void
paint (cairo_surface_t  *surface,
       ThawMoodSeries   *series,
       const ThawPeriod *period,
       const char       *scope,
       gboolean          is_rtl)
{
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = create_context (cr, is_rtl);
  g_autoptr (ThawChartPainter) painter = thaw_chart_painter_new (context);
  g_autofree char *title = thaw_period_dup_scoped_title (period, scope);

  thaw_chart_painter_set_series (painter, series, period);
  thaw_chart_painter_set_heading (painter, title);
  thaw_chart_painter_set_rtl (painter, is_rtl);
  thaw_chart_painter_set_size (painter, WIDTH, HEIGHT);

  cairo_translate (cr, MARGIN, MARGIN);
  thaw_chart_painter_draw (painter, cr);
  cairo_show_page (cr);
  g_object_unref (context);
  cairo_destroy (cr);
}

/**
 * thaw_chart_format_get_extension:
 * @format: a format
 *
 * Returns: (transfer none): how names of such files end, without the dot
 */
const char *
thaw_chart_format_get_extension (ThawChartFormat format)
{
  g_return_val_if_fail (format < THAW_N_CHART_FORMATS, NULL);

  return extensions[format];
}

/**
 * thaw_chart_export:
 * @series: what to draw
 * @period: the time axis
 * @scope: (nullable): which entries alone it shows, in words
 * @format: what to write it as
 * @is_rtl: whether time runs from the right to the left
 *
 * Draws the chart for use outside of Thaw: on white, with its time as a heading.
 *
 * Returns: (transfer full): the contents of a file, or %NULL with a %G_IO_ERROR
 */
GBytes *
thaw_chart_export (ThawMoodSeries    *series,
                   const ThawPeriod  *period,
                   const char        *scope,
                   ThawChartFormat    format,
                   gboolean           is_rtl,
                   GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (series != NULL && period != NULL, NULL);
  g_return_val_if_fail (format < THAW_N_CHART_FORMATS, NULL);

  surface = create_surface (format, bytes);
  paint (surface, series, period, scope, is_rtl);
  if (format == THAW_CHART_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  else
    {
      cairo_surface_finish (surface);
      status = cairo_surface_status (surface);
    }
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      /* Translators: %s is the reason, in English */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
