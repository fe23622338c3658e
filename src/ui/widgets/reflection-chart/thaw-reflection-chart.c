/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-chart"

#include "config.h"
#include "widgets/reflection-chart/thaw-reflection-chart.h"

#include <adwaita.h>
#include <math.h>

#include "thaw-reflection-words.h"
#include "widgets/reflection-chart/thaw-reflection-painter.h"

#define MIN_WIDTH     160
#define NATURAL_WIDTH 600

/* Heights of the plot in lines of text. */
#define MIN_PLOT_LINES     3.5
#define NATURAL_PLOT_LINES 6.0

#define NO_CURSOR (-1)

/**
 * ThawReflectionChart:
 *
 * How the four areas of a reflection were over time, with a cursor that stands on
 * one of the reflections.
 *
 * Keys: Left and Right go to the next reflection in that direction, also where time
 * runs from the right to the left; Home and End to the first and the last. Return
 * or a click opens it.
 *
 * Accessibility: an image whose label says in sentences what it shows, and whose
 * description follows the cursor. A table of the same data belongs beside it.
 *
 * CSS: a node `reflection-chart`.
 */
struct _ThawReflectionChart
{
  GtkWidget parent_instance;

  GPtrArray *reflections; /* (owned) (nullable) (element-type ThawReflection): all of them, the oldest first */
  ThawPeriod period;
  int first;              /* the first of the period */
  int last;               /* the last of the period, before @first if there is none */
  int cursor;             /* one of them, or NO_CURSOR */
  double pointer_x;       /* where the pointer was last; NAN before it came */

  ThawReflectionPainter *painter; /* (owned) (nullable): made with the first font */
  guint font_serial;
};

G_DEFINE_FINAL_TYPE (ThawReflectionChart, thaw_reflection_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CURSOR_MOVED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_rtl (ThawReflectionChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* The painter, knowing the font that the widget has now. */
static ThawReflectionPainter *
ensure_painter (ThawReflectionChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);

  if (self->painter == NULL)
    {
      self->painter = thaw_reflection_painter_new (context);
      if (self->reflections != NULL)
        thaw_reflection_painter_set_reflections (self->painter, self->reflections, &self->period);
    }

  if (self->font_serial != serial)
    {
      thaw_reflection_painter_forget_text (self->painter);
      self->font_serial = serial;
    }

  thaw_reflection_painter_set_rtl (self->painter, is_rtl (self));

  return self->painter;
}

static void
update_palette (ThawReflectionChart *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  ThawChartPalette palette;
  GdkRGBA text;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  thaw_chart_palette_init (&palette, &text, adw_style_manager_get_dark (style),
                           adw_style_manager_get_high_contrast (style));
  thaw_reflection_painter_set_palette (self->painter, &palette);
}

static const ThawReflection *
get_reflection (ThawReflectionChart *self,
                int                  index)
{
  return g_ptr_array_index (self->reflections, index);
}

static void
update_accessible_label (ThawReflectionChart *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *title = thaw_period_dup_title (&self->period);
  g_autofree char *label = NULL;

  for (int i = self->first; i <= self->last; i++)
    g_ptr_array_add (shown, g_ptr_array_index (self->reflections, i));

  label = thaw_reflections_describe (shown, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_cursor (ThawReflectionChart *self,
            int                  cursor)
{
  g_autofree char *description = NULL;

  self->cursor = cursor;
  description = cursor != NO_CURSOR ? thaw_reflection_describe (get_reflection (self, cursor)) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CURSOR_MOVED], 0);
}

static void
move_cursor (ThawReflectionChart *self,
             int                  cursor)
{
  cursor = CLAMP (cursor, self->first, self->last);
  if (cursor != self->cursor)
    set_cursor (self, cursor);
}

static void
activate_cursor (ThawReflectionChart *self)
{
  if (self->cursor != NO_CURSOR)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static int
find_nearest (ThawReflectionChart *self,
              double               x)
{
  const ThawChartGeometry *geometry = thaw_reflection_painter_get_geometry (ensure_painter (self));
  double day = thaw_chart_geometry_x_to_day (geometry, x);
  int nearest = self->first;

  for (int i = self->first + 1; i <= self->last; i++)
    {
      if (fabs (get_reflection (self, i)->moment.day - day) < fabs (get_reflection (self, nearest)->moment.day - day))
        nearest = i;
    }

  return nearest;
}

static gboolean
on_key_pressed_cb (ThawReflectionChart *self,
                   guint                keyval,
                   guint                keycode,
                   GdkModifierType      modifiers)
{
  int forward = is_rtl (self) ? -1 : 1;

  if (self->cursor == NO_CURSOR || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_cursor (self, self->cursor - forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_cursor (self, self->cursor + forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move_cursor (self, self->first);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move_cursor (self, self->last);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      activate_cursor (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The cursor follows the hand alone, and not what scrolls under it. */
static void
on_pointer_entered_cb (ThawReflectionChart *self,
                       double               x,
                       double               y)
{
  self->pointer_x = x;
}

static void
on_pointer_moved_cb (ThawReflectionChart *self,
                     double               x,
                     double               y)
{
  if (x == self->pointer_x || self->cursor == NO_CURSOR)
    return;

  self->pointer_x = x;
  move_cursor (self, find_nearest (self, x));
}

/* A finger cannot point first: the first tap only moves the cursor. */
static void
on_click_released_cb (ThawReflectionChart *self,
                      int                  n_press,
                      double               x,
                      double               y,
                      GtkGesture          *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));
  gboolean is_touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  int nearest;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->cursor == NO_CURSOR || !gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  nearest = find_nearest (self, x);
  if (nearest == self->cursor || !is_touch)
    {
      move_cursor (self, nearest);
      activate_cursor (self);
    }
  else
    {
      move_cursor (self, nearest);
    }
}

static void
thaw_reflection_chart_dispose (GObject *object)
{
  ThawReflectionChart *self = THAW_REFLECTION_CHART (object);

  g_clear_pointer (&self->painter, thaw_reflection_painter_free);
  g_clear_pointer (&self->reflections, g_ptr_array_unref);
  self->cursor = NO_CURSOR;

  G_OBJECT_CLASS (thaw_reflection_chart_parent_class)->dispose (object);
}

static GtkSizeRequestMode
thaw_reflection_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
thaw_reflection_chart_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *out_minimum,
                               int            *out_natural,
                               int            *out_minimum_baseline,
                               int            *out_natural_baseline)
{
  ThawReflectionPainter *painter;
  double width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *out_minimum = MIN_WIDTH;
      *out_natural = NATURAL_WIDTH;
      return;
    }

  painter = ensure_painter (THAW_REFLECTION_CHART (widget));
  width = for_size < 0 ? MIN_WIDTH : MAX (for_size, 1);
  *out_minimum = (int) thaw_reflection_painter_get_height (painter, width, MIN_PLOT_LINES);
  *out_natural = (int) thaw_reflection_painter_get_height (painter, width, NATURAL_PLOT_LINES);
}

static void
thaw_reflection_chart_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  ThawReflectionChart *self = THAW_REFLECTION_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;

  thaw_reflection_painter_set_size (ensure_painter (self), width, height);
  update_palette (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  thaw_reflection_painter_draw (self->painter, cr);
  if (self->cursor != NO_CURSOR)
    thaw_reflection_painter_draw_cursor (self->painter, cr, (guint) self->cursor);
  cairo_destroy (cr);
}

static void
thaw_reflection_chart_class_init (ThawReflectionChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reflection_chart_dispose;
  widget_class->get_request_mode = thaw_reflection_chart_get_request_mode;
  widget_class->measure = thaw_reflection_chart_measure;
  widget_class->snapshot = thaw_reflection_chart_snapshot;

  /**
   * ThawReflectionChart::cursor-moved:
   *
   * The cursor is on another reflection, or what it is on was read anew.
   */
  signals[SIGNAL_CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * ThawReflectionChart::activated:
   *
   * Somebody wants to see the reflection under the cursor.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "reflection-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
thaw_reflection_chart_init (ThawReflectionChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->pointer_x = NAN;
  self->last = -1;
  self->cursor = NO_CURSOR;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_pointer_entered_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_pointer_moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_click_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_reflection_chart_new:
 *
 * Returns: (transfer floating): a chart without data
 */
GtkWidget *
thaw_reflection_chart_new (void)
{
  return g_object_new (THAW_TYPE_REFLECTION_CHART, NULL);
}

/**
 * thaw_reflection_chart_set_reflections:
 * @reflections: (element-type ThawReflection): all of them, the oldest first, not
 *   to be changed any more
 * @period: the time axis
 *
 * The cursor stays on the reflection that it is on if that is shown as well, and
 * otherwise goes to the latest.
 */
void
thaw_reflection_chart_set_reflections (ThawReflectionChart *self,
                                       GPtrArray           *reflections,
                                       const ThawPeriod    *period)
{
  g_autofree char *uuid = NULL;
  int cursor = NO_CURSOR;

  g_return_if_fail (THAW_IS_REFLECTION_CHART (self));
  g_return_if_fail (reflections != NULL && period != NULL);

  if (self->cursor != NO_CURSOR)
    uuid = g_strdup (get_reflection (self, self->cursor)->uuid);

  g_ptr_array_ref (reflections);
  g_clear_pointer (&self->reflections, g_ptr_array_unref);
  self->reflections = reflections;
  self->period = *period;
  self->first = 0;
  self->last = -1;
  for (guint i = 0; i < reflections->len; i++)
    {
      const ThawReflection *reflection = get_reflection (self, (int) i);

      if (reflection->moment.day < period->first)
        self->first = (int) i + 1;
      if (reflection->moment.day <= period->last)
        self->last = (int) i;
    }

  for (int i = self->first; i <= self->last; i++)
    {
      if (cursor == NO_CURSOR || g_strcmp0 (get_reflection (self, cursor)->uuid, uuid) != 0)
        cursor = i;
    }

  if (self->painter != NULL)
    thaw_reflection_painter_set_reflections (self->painter, reflections, period);
  update_accessible_label (self);
  set_cursor (self, cursor);
}

/**
 * thaw_reflection_chart_get_cursor:
 *
 * Returns: (transfer none) (nullable): the reflection under the cursor, until
 *   others are set
 */
const ThawReflection *
thaw_reflection_chart_get_cursor (ThawReflectionChart *self)
{
  g_return_val_if_fail (THAW_IS_REFLECTION_CHART (self), NULL);

  return self->cursor != NO_CURSOR ? get_reflection (self, self->cursor) : NULL;
}
