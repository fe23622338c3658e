/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-chart-labels"

#include "config.h"
#include "widgets/mood-chart/thaw-chart-labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEADING_SCALE 1.3
#define LABEL_SCALE   0.84

/* Shares of the height of a line. */
#define SWATCH_WIDTH 1.6
#define SWATCH_GAP   0.45

typedef enum
{
  TEXT_HEADING,
  TEXT_TITLE,
  TEXT_LABEL,
  N_TEXT_STYLES,
} TextStyle;

static PangoLayout *
create_layout (PangoContext *context,
               TextStyle     style)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (style == TEXT_HEADING)
    pango_attr_list_insert (attributes, pango_attr_scale_new (HEADING_SCALE));
  if (style == TEXT_LABEL)
    {
      pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
      /* Digits of one width, so that the labels of days stand in step. */
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
    }
  else
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);

  return layout;
}

static double
measure_width (PangoLayout *layout,
               const char  *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Takes a clearly named format so that every unit has its own for translators. */
static char *
format_tick (ThawChartUnit unit,
             ThawDay       day)
{
  int month = 1;

  switch (unit)
    {
    case THAW_CHART_UNIT_WEEKDAY:
      /* Translators: a day under a chart of a week, as in “Mon 3” */
      return thaw_day_format (day, C_("chart axis", "%a %-d"));
    case THAW_CHART_UNIT_DAY:
      /* Translators: a day under a chart of a month, as in “3” */
      return thaw_day_format (day, C_("chart axis", "%-d"));
    case THAW_CHART_UNIT_WEEK:
      /* Translators: the first day of a week under a chart, as in “3 Nov” */
      return thaw_day_format (day, C_("chart axis", "%-d %b"));
    case THAW_CHART_UNIT_MONTH:
    case THAW_CHART_UNIT_QUARTER:
      thaw_day_split (day, NULL, &month, NULL);
      if (month != 1)
        /* Translators: a month under a chart, as in “Nov” */
        return thaw_day_format (day, C_("chart axis", "%Ob"));
      /* The year takes the place of January. */
      G_GNUC_FALLTHROUGH;
    case THAW_CHART_UNIT_YEAR:
      /* Translators: a year under a chart, as in “2026” */
      return thaw_day_format (day, C_("chart axis", "%Y"));
    default:
      g_assert_not_reached ();
    }
}

/* Over a year every label that a unit can have comes up. */
static double
measure_unit (PangoLayout   *layout,
              ThawChartUnit  unit)
{
  const ThawDay sample_year = thaw_day_new (2028, 1, 1);
  int step = unit >= THAW_CHART_UNIT_MONTH ? 28 : unit == THAW_CHART_UNIT_WEEK ? 27 : 1;
  int n_days = unit >= THAW_CHART_UNIT_WEEK ? 366 : 31;
  double widest = 0.0;

  for (ThawDay day = sample_year; day < sample_year + n_days; day += step)
    {
      g_autofree char *text = format_tick (unit, day);

      widest = MAX (widest, measure_width (layout, text));
    }

  return widest;
}

/**
 * thaw_chart_labels_measure:
 * @context: what the text will be drawn with
 * @texts: what will be written
 * @metrics: (inout): gets the sizes of all that is written
 */
void
thaw_chart_labels_measure (PangoContext         *context,
                           const ThawChartTexts *texts,
                           ThawChartMetrics     *metrics)
{
  g_autoptr (PangoLayout) label = create_layout (context, TEXT_LABEL);
  g_autoptr (PangoLayout) title = create_layout (context, TEXT_TITLE);
  int height;

  pango_layout_set_text (title, texts->titles[0], -1);
  pango_layout_get_pixel_size (title, NULL, &height);
  metrics->line_height = height;
  metrics->n_plots = texts->n_plots;
  metrics->n_legend_items = texts->n_legend_items;
  metrics->heading_height = texts->heading != NULL ? ceil (height * HEADING_SCALE * 1.5) : 0.0;

  for (int i = 0; i < THAW_CHART_N_UNITS; i++)
    metrics->unit_label_widths[i] = measure_unit (label, (ThawChartUnit) i);

  for (int i = 0; i < texts->n_legend_items; i++)
    metrics->legend_widths[i] = height * (SWATCH_WIDTH + SWATCH_GAP) + measure_width (label, texts->legend[i]);

  /* No wider than the longest word: the others go on the next line. */
  pango_layout_set_width (label, 1);
  metrics->value_label_width = 0.0;
  for (int i = 0; i < texts->n_plots * THAW_CHART_N_VALUE_TICKS; i++)
    metrics->value_label_width = MAX (metrics->value_label_width,
                                      measure_width (label, texts->values[i / THAW_CHART_N_VALUE_TICKS]
                                                                         [i % THAW_CHART_N_VALUE_TICKS]));
}

static void
draw_text (PangoLayout         *layout,
           cairo_t             *cr,
           const char          *text,
           const ThawChartRect *rect,
           PangoAlignment       alignment,
           gboolean             is_rtl)
{
  double x = rect->x;
  int width, height;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);

  if (alignment == PANGO_ALIGN_CENTER)
    x += (rect->width - width) / 2.0;
  else if ((alignment == PANGO_ALIGN_RIGHT) != is_rtl)
    x += rect->width - width;

  /* On whole pixels, or the letters blur. */
  cairo_move_to (cr, round (x), round (rect->y + (rect->height - height) / 2.0));
  pango_cairo_show_layout (cr, layout);
}

static void
draw_value_labels (PangoLayout             *layout,
                   cairo_t                 *cr,
                   const ThawChartGeometry *geometry,
                   const ThawChartTexts    *texts)
{
  gboolean is_rtl = geometry->metrics.is_rtl;

  if (geometry->are_words_beside)
    {
      /* Pango aligns the lines within this width, and takes right for left where text runs that way. */
      pango_layout_set_width (layout, (int) ceil (geometry->metrics.value_label_width) * PANGO_SCALE);
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      pango_layout_set_auto_dir (layout, FALSE);
    }

  for (int plot = 0; plot < texts->n_plots; plot++)
    {
      for (int tick = 0; tick < THAW_CHART_N_VALUE_TICKS; tick++)
        {
          const char *text = texts->values[plot][tick];
          ThawChartRect label;
          int height;

          pango_layout_set_text (layout, text, -1);
          pango_layout_get_pixel_size (layout, NULL, &height);
          thaw_chart_geometry_get_value_label (geometry, plot, tick, height, &label);
          if (label.width <= 0.0)
            continue;

          if (geometry->are_words_beside)
            {
              cairo_move_to (cr, round (label.x), round (label.y));
              pango_cairo_show_layout (cr, layout);
            }
          else
            draw_text (layout, cr, text, &label, PANGO_ALIGN_LEFT, is_rtl);
        }
    }

  pango_layout_set_width (layout, -1);
}

/**
 * thaw_chart_labels_get_swatch:
 * @geometry: where everything is
 * @item: an item of the legend
 * @out_swatch: (out): where its sample is drawn
 */
void
thaw_chart_labels_get_swatch (const ThawChartGeometry *geometry,
                              int                      item,
                              ThawChartRect           *out_swatch)
{
  const ThawChartRect *rect = &geometry->legend[item];
  double width = geometry->metrics.line_height * SWATCH_WIDTH;

  *out_swatch = (ThawChartRect) {
    .x = geometry->metrics.is_rtl ? rect->x + rect->width - width : rect->x,
    .y = rect->y,
    .width = width,
    .height = rect->height,
  };
}

/**
 * thaw_chart_labels_draw:
 * @context: what @geometry was measured with
 * @cr: where to draw
 * @geometry: where everything is
 * @palette: the colours
 * @texts: what is written
 *
 * Draws all that is written on a chart.
 */
void
thaw_chart_labels_draw (PangoContext            *context,
                        cairo_t                 *cr,
                        const ThawChartGeometry *geometry,
                        const ThawChartPalette  *palette,
                        const ThawChartTexts    *texts)
{
  g_autoptr (PangoLayout) title = create_layout (context, TEXT_TITLE);
  g_autoptr (PangoLayout) label = create_layout (context, TEXT_LABEL);
  gboolean is_rtl = geometry->metrics.is_rtl;
  double swatch = geometry->metrics.line_height * (SWATCH_WIDTH + SWATCH_GAP);

  gdk_cairo_set_source_rgba (cr, &palette->text);
  if (texts->heading != NULL)
    {
      g_autoptr (PangoLayout) layout = create_layout (context, TEXT_HEADING);
      ThawChartRect rect = geometry->heading;

      rect.height /= 1.5;
      draw_text (layout, cr, texts->heading, &rect, PANGO_ALIGN_LEFT, is_rtl);
    }
  for (int i = 0; i < texts->n_plots; i++)
    draw_text (title, cr, texts->titles[i], &geometry->titles[i], PANGO_ALIGN_LEFT, is_rtl);

  gdk_cairo_set_source_rgba (cr, &palette->dim_text);
  draw_value_labels (label, cr, geometry, texts);

  for (guint i = 0; i < geometry->n_ticks; i++)
    {
      const ThawChartTick *tick = &geometry->ticks[i];
      g_autofree char *text = NULL;

      if (tick->label.width <= 0.0)
        continue;

      text = format_tick (geometry->unit, tick->day);
      draw_text (label, cr, text, &tick->label,
                 geometry->unit <= THAW_CHART_UNIT_DAY ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT,
                 is_rtl);
    }

  for (int i = 0; i < texts->n_legend_items; i++)
    {
      ThawChartRect rect = geometry->legend[i];

      rect.x += is_rtl ? 0.0 : swatch;
      rect.width -= swatch;
      draw_text (label, cr, texts->legend[i], &rect, PANGO_ALIGN_LEFT, is_rtl);
    }
}
