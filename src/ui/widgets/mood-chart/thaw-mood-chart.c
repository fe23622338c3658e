/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mood-chart"

#include "config.h"
#include "widgets/mood-chart/thaw-mood-chart.h"

#include <adwaita.h>
#include <math.h>

#include "thaw-mood-sessions.h"
#include "thaw-mood-words.h"
#include "widgets/mood-chart/thaw-chart-painter.h"

#define MIN_WIDTH     160
#define NATURAL_WIDTH 600

/* Heights of a plot in lines of text. */
#define MIN_PLOT_LINES     3.5
#define NATURAL_PLOT_LINES 8.0

/* How far on each side of its day the cursor reaches, in pixels. */
#define CURSOR_REACH 8.0f

/**
 * ThawMoodChart:
 *
 * The mood chart: two plots over one time axis, and marks for what was practised or
 * done, with a cursor that stands on a day that has something. The picture is kept
 * and only the cursor is drawn anew when it moves.
 *
 * Keys: Left and Right go to the next such day in that direction, also
 * where time runs from the right to the left; Page Up and Page Down go back and on
 * by a longer step, Home and End to the first and the last day. Return or a click
 * opens the day. A tap with a finger, which cannot point first, moves the cursor,
 * and opens the day only if the cursor is there already.
 *
 * Accessibility: an image whose label says in sentences what it shows, and whose
 * description follows the cursor. A table of the same data belongs beside it.
 *
 * CSS: a node `mood-chart`.
 */
struct _ThawMoodChart
{
  GtkWidget parent_instance;

  ThawMoodSeries *series; /* (owned) (nullable) */
  ThawPeriod period;
  char *scope;        /* (owned) (nullable): which entries alone are shown */
  ThawDay cursor_day; /* THAW_DAY_NONE, or a day of the series */
  double pointer_x;   /* where the pointer was last; NAN before it came */

  ThawChartPainter *painter; /* (owned) (nullable): made with the first font */
  ThawChartPalette palette;
  guint font_serial;

  GskRenderNode *picture; /* (owned) (nullable): all but the cursor */
  int picture_scale;
};

G_DEFINE_FINAL_TYPE (ThawMoodChart, thaw_mood_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_CURSOR_DAY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_DAY_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_rtl (ThawMoodChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static gboolean
has_marks (ThawMoodChart *self)
{
  return self->series != NULL && thaw_mood_series_get_n_sessions (self->series) > 0;
}

static void
forget_picture (ThawMoodChart *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The painter, knowing the font that the widget has now. */
static ThawChartPainter *
ensure_painter (ThawMoodChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);

  if (self->painter == NULL)
    {
      self->painter = thaw_chart_painter_new (context);
      if (self->series != NULL)
        thaw_chart_painter_set_series (self->painter, self->series, &self->period);
    }

  if (self->font_serial != serial)
    {
      thaw_chart_painter_forget_text (self->painter);
      self->font_serial = serial;
      g_clear_pointer (&self->picture, gsk_render_node_unref);
    }

  thaw_chart_painter_set_rtl (self->painter, is_rtl (self));

  return self->painter;
}

static void
update_palette (ThawMoodChart *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  ThawChartPalette palette;
  GdkRGBA text;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  thaw_chart_palette_init (&palette, &text, adw_style_manager_get_dark (style),
                           adw_style_manager_get_high_contrast (style));
  if (memcmp (&palette, &self->palette, sizeof palette) == 0)
    return;

  self->palette = palette;
  thaw_chart_painter_set_palette (self->painter, &palette);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
}

/* Draws on pixels of the screen, of which there may be several to one of the widget.
 * The node is one of Cairo and not a texture, because GTK's Cairo renderer copies the
 * whole of a texture for each frame. */
static void
ensure_picture (ThawMoodChart *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_surface_t *surface;
  cairo_t *cr;

  if (self->picture != NULL && self->picture_scale == scale)
    return;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  thaw_chart_painter_draw (self->painter, cr);
  cairo_destroy (cr);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  self->picture = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  self->picture_scale = scale;
  cr = gsk_cairo_node_get_draw_context (self->picture);
  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
update_accessible_label (ThawMoodChart *self)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (self->series == NULL)
    return;

  title = thaw_period_dup_scoped_title (&self->period, self->scope);
  label = thaw_mood_series_describe (self->series, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_accessible_description (ThawMoodChart *self)
{
  const ThawDayMood *mood = thaw_mood_chart_get_cursor_mood (self);
  g_autofree char *description = NULL;

  if (mood != NULL)
    description = thaw_day_mood_describe (mood);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "",
                                  -1);
}

static void
set_cursor_mood (ThawMoodChart     *self,
                 const ThawDayMood *mood)
{
  ThawDay day = mood != NULL ? mood->day : THAW_DAY_NONE;

  if (self->cursor_day == day)
    return;

  self->cursor_day = day;
  update_accessible_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_DAY]);
}

static const ThawDayMood *
find_mood_at (ThawMoodChart *self,
              double         x)
{
  if (self->series == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return NULL;

  return thaw_mood_series_find_nearest (self->series,
                                        thaw_chart_geometry_x_to_day (
                                          thaw_chart_painter_get_geometry (ensure_painter (self)), x));
}

static void
activate_cursor_day (ThawMoodChart *self)
{
  if (self->cursor_day != THAW_DAY_NONE)
    g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, self->cursor_day);
}

static const ThawDayMood *
find_by_steps (ThawMoodChart *self,
               int            steps)
{
  if (steps < 0)
    return thaw_mood_series_find_before (self->series, self->cursor_day);

  return thaw_mood_series_find_after (self->series, self->cursor_day);
}

/* A step that takes about ten presses from one end to the other, in a unit that
 * people count in. */
static const ThawDayMood *
find_by_page (ThawMoodChart *self,
              int            direction)
{
  int n_days = thaw_period_get_n_days (&self->period);
  const ThawDayMood *mood;
  ThawDay wanted;

  if (n_days <= 92)
    wanted = self->cursor_day + direction * 7;
  else
    wanted = thaw_day_add_months (self->cursor_day, direction * (n_days <= 1100 ? 1 : 12));

  mood = thaw_mood_series_find_nearest (self->series, wanted);

  /* In a long gap the nearest day may be the one where the cursor is, or behind it. */
  if ((mood->day - self->cursor_day) * direction > 0)
    return mood;

  return find_by_steps (self, direction);
}

static gboolean
on_key_pressed_cb (ThawMoodChart   *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  modifiers)
{
  const ThawDayMood *mood;
  int forward = is_rtl (self) ? -1 : 1;

  if (self->cursor_day == THAW_DAY_NONE || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      mood = find_by_steps (self, -forward);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      mood = find_by_steps (self, forward);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      mood = find_by_page (self, -1);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      mood = find_by_page (self, 1);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      mood = thaw_mood_series_find_nearest (self->series, self->period.first);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      mood = thaw_mood_series_find_nearest (self->series, self->period.last);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      activate_cursor_day (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  /* At an end the key is taken too: the focus must not slip away. */
  if (mood != NULL)
    set_cursor_mood (self, mood);

  return GDK_EVENT_STOP;
}

/* Scrolling can bring the chart to a pointer that lies still. */
static void
on_pointer_entered_cb (ThawMoodChart *self,
                       double         x,
                       double         y)
{
  self->pointer_x = x;
}

/* GTK tells of a move too when only something below the pointer has moved. The cursor follows the hand alone, or the
 * keys could not lead it away from a pointer that was left on the chart. */
static void
on_pointer_moved_cb (ThawMoodChart *self,
                     double         x,
                     double         y)
{
  const ThawDayMood *mood;

  if (x == self->pointer_x)
    return;

  self->pointer_x = x;
  mood = find_mood_at (self, x);
  if (mood != NULL)
    set_cursor_mood (self, mood);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
on_click_released_cb (ThawMoodChart *self,
                      int            n_press,
                      double         x,
                      double         y,
                      GtkGesture    *gesture)
{
  const ThawDayMood *mood = find_mood_at (self, x);
  gboolean is_there;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (mood == NULL || !gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  is_there = mood->day == self->cursor_day;
  set_cursor_mood (self, mood);
  if (is_there || !is_touch (gesture))
    activate_cursor_day (self);
}

/* A finger that moves along the time axis moves the cursor; across it, it scrolls. */
static void
on_drag_update_cb (ThawMoodChart  *self,
                   double          offset_x,
                   double          offset_y,
                   GtkGestureDrag *gesture)
{
  const ThawDayMood *mood;
  double x, y;

  if (fabs (offset_x) <= fabs (offset_y) || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  mood = find_mood_at (self, x + offset_x);
  if (mood != NULL)
    set_cursor_mood (self, mood);
}

static void
thaw_mood_chart_dispose (GObject *object)
{
  ThawMoodChart *self = THAW_MOOD_CHART (object);

  g_clear_pointer (&self->painter, thaw_chart_painter_free);
  g_clear_pointer (&self->series, thaw_mood_series_unref);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);

  G_OBJECT_CLASS (thaw_mood_chart_parent_class)->dispose (object);
}

static void
thaw_mood_chart_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ThawMoodChart *self = THAW_MOOD_CHART (object);

  switch (prop_id)
    {
    case PROP_CURSOR_DAY:
      g_value_set_int (value, self->cursor_day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_mood_chart_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CURSOR_DAY:
      thaw_mood_chart_set_cursor_day (THAW_MOOD_CHART (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GtkSizeRequestMode
thaw_mood_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
thaw_mood_chart_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *out_minimum,
                         int            *out_natural,
                         int            *out_minimum_baseline,
                         int            *out_natural_baseline)
{
  ThawMoodChart *self = THAW_MOOD_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *out_minimum = MIN_WIDTH;
      *out_natural = NATURAL_WIDTH;
    }
  else
    {
      ThawChartPainter *painter = ensure_painter (self);
      double width = for_size < 0 ? MIN_WIDTH : MAX (for_size, 1);

      *out_minimum = (int) thaw_chart_painter_get_height (painter, width, MIN_PLOT_LINES);
      *out_natural = (int) thaw_chart_painter_get_height (painter, width, NATURAL_PLOT_LINES);
    }
}

static void
thaw_mood_chart_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ThawMoodChart *self = THAW_MOOD_CHART (widget);

  thaw_chart_painter_set_size (ensure_painter (self), MAX (width, 1), MAX (height, 1));
  g_clear_pointer (&self->picture, gsk_render_node_unref);
}

static void
thaw_mood_chart_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous_direction)
{
  forget_picture (THAW_MOOD_CHART (widget));

  GTK_WIDGET_CLASS (thaw_mood_chart_parent_class)->direction_changed (widget, previous_direction);
}

static void
thaw_mood_chart_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  ThawMoodChart *self = THAW_MOOD_CHART (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  const ThawDayMood *mood = thaw_mood_chart_get_cursor_mood (self);
  float x;
  cairo_t *cr;

  if (width <= 0.0f || height <= 0.0f)
    return;

  ensure_painter (self);
  update_palette (self);
  ensure_picture (self);
  gtk_snapshot_append_node (snapshot, self->picture);
  if (mood == NULL)
    return;

  x = floorf ((float) thaw_chart_geometry_day_to_x (thaw_chart_painter_get_geometry (self->painter), mood->day));
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (x - CURSOR_REACH, 0.0f, 2.0f * CURSOR_REACH + 1.0f, height));
  thaw_chart_painter_draw_cursor (self->painter, cr, mood);
  cairo_destroy (cr);
}

static void
thaw_mood_chart_class_init (ThawMoodChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_mood_chart_dispose;
  object_class->get_property = thaw_mood_chart_get_property;
  object_class->set_property = thaw_mood_chart_set_property;

  widget_class->get_request_mode = thaw_mood_chart_get_request_mode;
  widget_class->measure = thaw_mood_chart_measure;
  widget_class->size_allocate = thaw_mood_chart_size_allocate;
  widget_class->direction_changed = thaw_mood_chart_direction_changed;
  widget_class->snapshot = thaw_mood_chart_snapshot;

  /**
   * ThawMoodChart:cursor-day:
   *
   * The day that the cursor is on, always one with entries or sessions, or
   * %THAW_DAY_NONE if there is none.
   */
  properties[PROP_CURSOR_DAY] = g_param_spec_int ("cursor-day", NULL, NULL,
                                                  THAW_DAY_NONE, THAW_DAY_LAST, THAW_DAY_NONE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawMoodChart::day-activated:
   * @day: (type gint): a ThawDay
   *
   * Somebody wants to see what there is of @day.
   */
  signals[SIGNAL_DAY_ACTIVATED] = g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "mood-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
thaw_mood_chart_init (ThawMoodChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->pointer_x = NAN;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_pointer_entered_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_pointer_moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_click_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (drag), TRUE);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_mood_chart_new:
 *
 * Returns: (transfer floating): a chart without data
 */
GtkWidget *
thaw_mood_chart_new (void)
{
  return g_object_new (THAW_TYPE_MOOD_CHART, NULL);
}

/**
 * thaw_mood_chart_get_series:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
ThawMoodSeries *
thaw_mood_chart_get_series (ThawMoodChart *self)
{
  g_return_val_if_fail (THAW_IS_MOOD_CHART (self), NULL);

  return self->series;
}

/**
 * thaw_mood_chart_set_series:
 * @series: what to show
 * @period: the time axis, which may reach further than @series
 * @scope: (nullable): which entries alone are in @series, in words; %NULL for all
 *
 * The cursor stays on its day if that is shown as well, and otherwise goes to the
 * latest day that has something.
 */
void
thaw_mood_chart_set_series (ThawMoodChart    *self,
                            ThawMoodSeries   *series,
                            const ThawPeriod *period,
                            const char       *scope)
{
  const ThawDayMood *mood;
  gboolean had_marks;
  char *scope_copy;

  g_return_if_fail (THAW_IS_MOOD_CHART (self));
  g_return_if_fail (series != NULL && period != NULL);

  had_marks = has_marks (self);
  thaw_mood_series_ref (series);
  g_clear_pointer (&self->series, thaw_mood_series_unref);
  self->series = series;
  self->period = *period;
  scope_copy = g_strdup (scope);
  g_free (self->scope);
  self->scope = scope_copy;

  if (self->painter != NULL)
    thaw_chart_painter_set_series (self->painter, series, period);
  forget_picture (self);
  if (had_marks != has_marks (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  update_accessible_label (self);

  mood = self->cursor_day != THAW_DAY_NONE ? thaw_mood_series_get_day (series, self->cursor_day) : NULL;
  if (mood == NULL)
    mood = thaw_mood_series_find_nearest (series, period->last);
  set_cursor_mood (self, mood);
  /* The day may be the same and have other values. */
  update_accessible_description (self);
}

ThawDay
thaw_mood_chart_get_cursor_day (ThawMoodChart *self)
{
  g_return_val_if_fail (THAW_IS_MOOD_CHART (self), THAW_DAY_NONE);

  return self->cursor_day;
}

/**
 * thaw_mood_chart_set_cursor_day:
 * @day: where to put the cursor
 *
 * A day that has nothing is passed over for the nearest that has something.
 */
void
thaw_mood_chart_set_cursor_day (ThawMoodChart *self,
                                ThawDay        day)
{
  g_return_if_fail (THAW_IS_MOOD_CHART (self));

  if (self->series != NULL)
    set_cursor_mood (self, thaw_mood_series_find_nearest (self->series, day));
}

/**
 * thaw_mood_chart_get_cursor_mood:
 *
 * Returns: (transfer none) (nullable): the day under the cursor
 */
const ThawDayMood *
thaw_mood_chart_get_cursor_mood (ThawMoodChart *self)
{
  g_return_val_if_fail (THAW_IS_MOOD_CHART (self), NULL);

  if (self->series == NULL || self->cursor_day == THAW_DAY_NONE)
    return NULL;

  return thaw_mood_series_get_day (self->series, self->cursor_day);
}
