/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-chart-painter"

#include "config.h"
#include "widgets/mood-chart/thaw-chart-painter.h"

#include <gdk/gdk.h>
#include <math.h>

#include "thaw-mood-sessions.h"
#include "widgets/mood-chart/thaw-chart-frame.h"
#include "widgets/mood-chart/thaw-chart-labels.h"

/* Cairo's time for a stroke grows much faster than the stroke: many short ones
 * are far cheaper than a long one. */
#define POINTS_PER_STROKE 12

/* Between two points of a dashed line, in pixels: nearer ones only blur the dashes. */
#define ROLLING_STEP 3

/* From this width on, in pixels, a day is drawn with a dot and a bar of its own. */
#define WIDE_DAY 6.0

/* How opaque the means of narrow days are: among many of them it is the rolling mean that tells something. */
#define CROWDED_ALPHA 0.7

#define DOT_RADIUS      3.2
#define LONE_DOT_RADIUS 1.6
#define MAX_BAR_WIDTH   14.0
#define CURSOR_RADIUS   5.0

/* Marks in the strip under the plots. */
#define MIN_ROUND_WIDTH    3.0
#define SWATCH_MARK_RADIUS 2.5
#define CURSOR_MARK_GROWTH 1.0

static const double rolling_dashes[] = { 6.0, 4.0 };

/**
 * ThawChartPainter:
 *
 * Draws a mood chart with Cairo, the same on the screen, into a picture and onto
 * paper. What does not change while a cursor moves is drawn apart from the cursor.
 *
 * The mean of a day is a line with dots, the range of a day a bar, and the rolling
 * mean a dashed line: their shapes tell them apart. Colour only repeats what the
 * height says already.
 *
 * What was practised or done has marks in a strip of its own under the plots, which
 * is there only if there is something in it. They have no colour: ice and warmth
 * belong to feeling alone.
 */
struct _ThawChartPainter
{
  ThawChartFrame frame;
  ThawMoodSeries *series; /* (owned) (nullable) */

  GArray *means[THAW_N_MOOD_SCALES];   /* (owned) (nullable) (element-type ThawMoodColumn) */
  GArray *rolling[THAW_N_MOOD_SCALES]; /* (owned) (nullable) (element-type ThawMoodColumn) */
  GArray *marks;                       /* (owned) (nullable) (element-type guint) */
};

static void
forget_columns (ThawChartPainter *self)
{
  for (int i = 0; i < THAW_N_MOOD_SCALES; i++)
    {
      g_clear_pointer (&self->means[i], g_array_unref);
      g_clear_pointer (&self->rolling[i], g_array_unref);
    }
  g_clear_pointer (&self->marks, g_array_unref);
}

static void
ensure_geometry (ThawChartPainter *self)
{
  guint n_columns;

  if (!self->frame.has_geometry)
    forget_columns (self);
  thaw_chart_frame_ensure (&self->frame);
  if (self->series == NULL || self->means[0] != NULL)
    return;

  n_columns = thaw_chart_geometry_get_n_columns (&self->frame.geometry);
  for (int i = 0; i < THAW_N_MOOD_SCALES; i++)
    {
      ThawMoodScale scale = (ThawMoodScale) i;
      ThawDay first = self->frame.metrics.first;
      ThawDay last = self->frame.metrics.last;

      self->means[i] = thaw_mood_series_reduce (self->series, scale, first, last, n_columns);
      self->rolling[i] = thaw_mood_series_reduce_rolling (self->series, scale, first, last,
                                                          MAX (n_columns / ROLLING_STEP, 1));
    }
  if (self->frame.metrics.has_marks)
    self->marks = thaw_mood_series_count_sessions (self->series, self->frame.metrics.first, self->frame.metrics.last,
                                                   thaw_chart_geometry_get_n_mark_columns (&self->frame.geometry));
}

static double
get_column_x (ThawChartPainter     *self,
              const ThawMoodColumn *column)
{
  return thaw_chart_geometry_day_to_x (&self->frame.geometry, (column->first_day + column->last_day) / 2.0);
}

static gboolean
is_lone (GArray *columns,
         guint   index)
{
  return !g_array_index (columns, ThawMoodColumn, index).is_joined &&
         (index + 1 == columns->len || !g_array_index (columns, ThawMoodColumn, index + 1).is_joined);
}

/* The colour of the data of @scale, in the one case by height. */
static cairo_pattern_t *
create_source (ThawChartPainter *self,
               ThawMoodScale     scale,
               double            alpha)
{
  const ThawChartRect *plot = &self->frame.geometry.plots[scale];
  const GdkRGBA *valence = &self->frame.palette.valence;
  cairo_pattern_t *source;

  if (scale == THAW_MOOD_VALENCE)
    return cairo_pattern_create_rgba (valence->red, valence->green, valence->blue, alpha);

  source = cairo_pattern_create_linear (0.0, plot->y + plot->height, 0.0, plot->y);
  for (int i = 0; i < THAW_CHART_N_FEELING_STOPS; i++)
    {
      const GdkRGBA *color = &self->frame.palette.feeling[i];

      cairo_pattern_add_color_stop_rgba (source,
                                         (double) i / (THAW_CHART_N_FEELING_STOPS - 1),
                                         color->red, color->green, color->blue, alpha);
    }

  return source;
}

static void
set_source (ThawChartPainter *self,
            cairo_t          *cr,
            ThawMoodScale     scale,
            double            alpha)
{
  cairo_pattern_t *source = create_source (self, scale, alpha);

  cairo_set_source (cr, source);
  cairo_pattern_destroy (source);
}

static void
add_bar (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height)
{
  double radius = MIN (width, height) / 2.0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_arc (cr, x + width - radius, y + radius, radius, 1.5 * G_PI, 2.0 * G_PI);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0.0, 0.5 * G_PI);
  cairo_arc (cr, x + radius, y + height - radius, radius, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
}

/* A mark that is a pixel or two wide has no room for round ends, and is drawn far sooner without them. */
static void
add_mark (cairo_t             *cr,
          const ThawChartRect *mark)
{
  if (mark->width < MIN_ROUND_WIDTH)
    cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
  else
    add_bar (cr, mark->x, mark->y, mark->width, mark->height);
}

/* The range of each day. A wide day has a bar of its own; narrow ones fill whole
 * pixels, so that there is no seam between neighbours and a hole where a day is
 * missing. */
static void
draw_ranges (ThawChartPainter *self,
             cairo_t          *cr,
             ThawMoodScale     scale)
{
  const ThawChartGeometry *geometry = &self->frame.geometry;
  GArray *columns = self->means[scale];
  double day_width = thaw_chart_geometry_get_day_width (geometry);

  for (guint i = 0; i < columns->len; i++)
    {
      const ThawMoodColumn *column = &g_array_index (columns, ThawMoodColumn, i);
      double top = thaw_chart_geometry_value_to_y (geometry, scale, column->max);
      double bottom = thaw_chart_geometry_value_to_y (geometry, scale, column->min);

      if (bottom - top < 0.5)
        continue;

      if (day_width >= WIDE_DAY)
        {
          double width = MIN (round (day_width * 0.55), MAX_BAR_WIDTH);

          add_bar (cr, get_column_x (self, column) - width / 2.0, top, width, bottom - top);
        }
      else
        {
          double a = round (thaw_chart_geometry_day_to_x (geometry, column->first_day - 0.5));
          double b = round (thaw_chart_geometry_day_to_x (geometry, column->last_day + 0.5));
          double x = MIN (a, b);

          cairo_rectangle (cr, x, round (top), MAX (fabs (b - a), 1.0), MAX (round (bottom) - round (top), 1.0));
        }
    }

  set_source (self, cr, scale, self->frame.palette.band_alpha);
  cairo_fill (cr);
}

/* Strokes the polyline through @columns, leaving out the gaps. */
static void
stroke_columns (ThawChartPainter *self,
                cairo_t          *cr,
                ThawMoodScale     scale,
                GArray           *columns,
                gboolean          is_dashed)
{
  double offset = 0.0;
  double dashed_so_far = 0.0;
  double x = 0.0, y = 0.0;
  guint n_points = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const ThawMoodColumn *column = &g_array_index (columns, ThawMoodColumn, i);
      double next_x = get_column_x (self, column);
      double next_y = thaw_chart_geometry_value_to_y (&self->frame.geometry, scale, column->mean);

      if (!column->is_joined || n_points >= POINTS_PER_STROKE)
        {
          if (n_points > 1)
            cairo_stroke (cr);
          cairo_new_path (cr);
          n_points = 0;

          /* The dashes go on where the stroke before left them. */
          offset = column->is_joined ? offset + dashed_so_far : 0.0;
          dashed_so_far = 0.0;
          if (is_dashed)
            cairo_set_dash (cr, rolling_dashes, G_N_ELEMENTS (rolling_dashes), offset);
          if (column->is_joined)
            {
              cairo_move_to (cr, x, y);
              n_points = 1;
            }
        }

      if (n_points == 0)
        cairo_move_to (cr, next_x, next_y);
      else
        {
          cairo_line_to (cr, next_x, next_y);
          dashed_so_far += hypot (next_x - x, next_y - y);
        }

      n_points++;
      x = next_x;
      y = next_y;
    }

  if (n_points > 1)
    cairo_stroke (cr);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

static void
draw_dots (ThawChartPainter *self,
           cairo_t          *cr,
           ThawMoodScale     scale)
{
  GArray *columns = self->means[scale];
  gboolean is_wide = thaw_chart_geometry_get_day_width (&self->frame.geometry) >= WIDE_DAY;
  double radius = is_wide ? DOT_RADIUS : LONE_DOT_RADIUS;

  for (guint i = 0; i < columns->len; i++)
    {
      const ThawMoodColumn *column = &g_array_index (columns, ThawMoodColumn, i);

      /* A day between two gaps has no line that would show it. */
      if (!is_wide && !is_lone (columns, i))
        continue;

      cairo_new_sub_path (cr);
      cairo_arc (cr,
                 get_column_x (self, column),
                 thaw_chart_geometry_value_to_y (&self->frame.geometry, scale, column->mean),
                 radius, 0.0, 2.0 * G_PI);
    }

  cairo_fill (cr);
}

static void
draw_series (ThawChartPainter *self,
             cairo_t          *cr,
             ThawMoodScale     scale)
{
  gboolean is_wide = thaw_chart_geometry_get_day_width (&self->frame.geometry) >= WIDE_DAY;
  double line_width = is_wide ? self->frame.palette.line_width : self->frame.palette.line_width * 0.6;

  draw_ranges (self, cr, scale);

  cairo_set_line_join (cr, is_wide ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_width (cr, line_width);
  set_source (self, cr, scale, is_wide ? 1.0 : CROWDED_ALPHA);
  stroke_columns (self, cr, scale, self->means[scale], FALSE);
  draw_dots (self, cr, scale);

  cairo_set_line_width (cr, self->frame.palette.line_width * (is_wide ? 0.8 : 1.0));
  gdk_cairo_set_source_rgba (cr, &self->frame.palette.rolling);
  stroke_columns (self, cr, scale, self->rolling[scale], TRUE);
}

static void
draw_marks (ThawChartPainter *self,
            cairo_t          *cr)
{
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      guint n = g_array_index (self->marks, guint, i);
      ThawChartRect mark;

      if (n == 0)
        continue;

      thaw_chart_geometry_get_mark (&self->frame.geometry, i, n, &mark);
      add_mark (cr, &mark);
    }

  gdk_cairo_set_source_rgba (cr, &self->frame.palette.dim_text);
  cairo_fill (cr);
}

static void
draw_swatches (ThawChartPainter *self,
               cairo_t          *cr)
{
  const GdkRGBA *color = &self->frame.palette.valence;

  for (int i = 0; i < self->frame.texts.n_legend_items; i++)
    {
      ThawChartRect rect;
      double x, y;

      thaw_chart_labels_get_swatch (&self->frame.geometry, i, &rect);
      x = rect.x + rect.width / 2.0;
      y = floor (rect.y + rect.height / 2.0) + 0.5;
      cairo_set_line_width (cr, self->frame.palette.line_width);
      gdk_cairo_set_source_rgba (cr, color);

      if (i == THAW_CHART_MARKS_LEGEND_ITEM)
        {
          gdk_cairo_set_source_rgba (cr, &self->frame.palette.dim_text);
          cairo_arc (cr, x, y, SWATCH_MARK_RADIUS, 0.0, 2.0 * G_PI);
          cairo_fill (cr);
          continue;
        }

      if (i == 1)
        {
          cairo_set_source_rgba (cr, color->red, color->green, color->blue, self->frame.palette.band_alpha);
          add_bar (cr, x - rect.height * 0.22, rect.y, rect.height * 0.44, rect.height);
          cairo_fill (cr);
          continue;
        }

      if (i == 2)
        {
          gdk_cairo_set_source_rgba (cr, &self->frame.palette.rolling);
          cairo_set_line_width (cr, self->frame.palette.line_width * 0.8);
          cairo_set_dash (cr, rolling_dashes, G_N_ELEMENTS (rolling_dashes), 0.0);
        }
      cairo_move_to (cr, rect.x, y);
      cairo_line_to (cr, rect.x + rect.width, y);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0.0);

      if (i == 0)
        {
          cairo_arc (cr, x, y, DOT_RADIUS, 0.0, 2.0 * G_PI);
          cairo_fill (cr);
        }
    }
}

/**
 * thaw_chart_painter_new:
 * @context: what text is drawn with
 *
 * Returns: (transfer full): a painter without data
 */
ThawChartPainter *
thaw_chart_painter_new (PangoContext *context)
{
  ThawChartPainter *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (ThawChartPainter, 1);
  thaw_chart_frame_init (&self->frame, context);
  thaw_chart_texts_init_for_moods (&self->frame.texts);

  return self;
}

void
thaw_chart_painter_free (ThawChartPainter *self)
{
  g_return_if_fail (self != NULL);

  forget_columns (self);
  thaw_chart_frame_clear (&self->frame);
  g_clear_pointer (&self->series, thaw_mood_series_unref);
  g_free (self);
}

/* Without marks there is no strip for them, and no word about them. */
static void
set_has_marks (ThawChartPainter *self,
               gboolean          has_marks)
{
  if (self->frame.metrics.has_marks == has_marks)
    return;

  self->frame.metrics.has_marks = has_marks;
  self->frame.texts.n_legend_items = THAW_CHART_MARKS_LEGEND_ITEM + (has_marks ? 1 : 0);
  thaw_chart_frame_forget_text (&self->frame);
}

/**
 * thaw_chart_painter_set_series:
 * @series: (nullable): what to draw
 * @period: the time axis, which may reach further than @series
 */
void
thaw_chart_painter_set_series (ThawChartPainter *self,
                               ThawMoodSeries   *series,
                               const ThawPeriod *period)
{
  g_return_if_fail (self != NULL && period != NULL);

  if (series != NULL)
    thaw_mood_series_ref (series);
  g_clear_pointer (&self->series, thaw_mood_series_unref);
  self->series = series;
  thaw_chart_frame_set_period (&self->frame, period);
  set_has_marks (self, series != NULL && thaw_mood_series_get_n_sessions (series) > 0);
}

/**
 * thaw_chart_painter_set_heading:
 * @heading: (nullable): a heading over all
 */
void
thaw_chart_painter_set_heading (ThawChartPainter *self,
                                const char       *heading)
{
  g_return_if_fail (self != NULL);

  g_free (self->frame.texts.heading);
  self->frame.texts.heading = g_strdup (heading);
  thaw_chart_frame_forget_text (&self->frame);
}

void
thaw_chart_painter_set_palette (ThawChartPainter       *self,
                                const ThawChartPalette *palette)
{
  g_return_if_fail (self != NULL && palette != NULL);

  self->frame.palette = *palette;
}

/**
 * thaw_chart_painter_set_rtl:
 * @is_rtl: whether time runs from the right to the left
 */
void
thaw_chart_painter_set_rtl (ThawChartPainter *self,
                            gboolean          is_rtl)
{
  g_return_if_fail (self != NULL);

  thaw_chart_frame_set_rtl (&self->frame, is_rtl);
}

/**
 * thaw_chart_painter_forget_text:
 *
 * To be called when the font has changed.
 */
void
thaw_chart_painter_forget_text (ThawChartPainter *self)
{
  g_return_if_fail (self != NULL);

  thaw_chart_frame_forget_text (&self->frame);
}

/**
 * thaw_chart_painter_get_height:
 * @width: a width in pixels
 * @plot_lines: the height of each plot, in lines of text
 *
 * Returns: the height that goes with it, in pixels
 */
double
thaw_chart_painter_get_height (ThawChartPainter *self,
                               double            width,
                               double            plot_lines)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return thaw_chart_frame_get_height (&self->frame, width, plot_lines);
}

void
thaw_chart_painter_set_size (ThawChartPainter *self,
                             double            width,
                             double            height)
{
  g_return_if_fail (self != NULL && width > 0.0 && height > 0.0);

  thaw_chart_frame_set_size (&self->frame, width, height);
}

/**
 * thaw_chart_painter_get_geometry:
 *
 * Returns: (transfer none): where everything is, until something changes
 */
const ThawChartGeometry *
thaw_chart_painter_get_geometry (ThawChartPainter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_geometry (self);

  return &self->frame.geometry;
}

/**
 * thaw_chart_painter_draw:
 * @cr: where to draw
 *
 * Draws all but the cursor.
 */
void
thaw_chart_painter_draw (ThawChartPainter *self,
                         cairo_t          *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  ensure_geometry (self);
  cairo_save (cr);

  /* The finest edges would cost a third more time and look the same. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  thaw_chart_frame_draw (&self->frame, cr);
  draw_swatches (self, cr);
  for (int i = 0; i < THAW_N_MOOD_SCALES && self->series != NULL; i++)
    draw_series (self, cr, (ThawMoodScale) i);
  draw_marks (self, cr);

  cairo_restore (cr);
}

/* The mark of the day under the cursor stands out from the others. */
static void
draw_cursor_mark (ThawChartPainter  *self,
                  cairo_t           *cr,
                  const ThawDayMood *mood)
{
  ThawChartRect mark;
  guint column;

  if (self->marks == NULL || mood->n_sessions == 0)
    return;

  column = thaw_mood_axis_get_column (self->frame.metrics.first, self->frame.metrics.last, self->marks->len, mood->day);
  thaw_chart_geometry_get_mark (&self->frame.geometry, column, g_array_index (self->marks, guint, column), &mark);
  mark.x -= CURSOR_MARK_GROWTH;
  mark.y -= CURSOR_MARK_GROWTH;
  mark.width += 2.0 * CURSOR_MARK_GROWTH;
  mark.height += 2.0 * CURSOR_MARK_GROWTH;
  add_bar (cr, mark.x, mark.y, mark.width, mark.height);
  gdk_cairo_set_source_rgba (cr, &self->frame.palette.text);
  cairo_fill (cr);
}

/**
 * thaw_chart_painter_draw_cursor:
 * @cr: where to draw
 * @mood: the day that the cursor is on
 *
 * Draws the cursor over what thaw_chart_painter_draw() has drawn.
 */
void
thaw_chart_painter_draw_cursor (ThawChartPainter  *self,
                                cairo_t           *cr,
                                const ThawDayMood *mood)
{
  double x;

  g_return_if_fail (self != NULL && cr != NULL && mood != NULL);

  ensure_geometry (self);
  cairo_save (cr);

  x = thaw_chart_geometry_day_to_x (&self->frame.geometry, mood->day);
  thaw_chart_frame_draw_cursor (&self->frame, cr, x);
  draw_cursor_mark (self, cr, mood);

  for (int i = 0; i < THAW_N_MOOD_SCALES; i++)
    {
      const ThawDayScale *answers = thaw_day_mood_get_scale (mood, (ThawMoodScale) i);

      if (answers->n == 0)
        continue;

      cairo_arc (cr,
                 x,
                 thaw_chart_geometry_value_to_y (&self->frame.geometry, (ThawMoodScale) i, answers->mean),
                 CURSOR_RADIUS, 0.0, 2.0 * G_PI);
      set_source (self, cr, (ThawMoodScale) i, 1.0);
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, self->frame.palette.line_width);
      gdk_cairo_set_source_rgba (cr, &self->frame.palette.text);
      cairo_stroke (cr);
    }

  cairo_restore (cr);
}
