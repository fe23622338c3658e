/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-document-view"

#include "config.h"
#include "support/thaw-document-view.h"

#include "support/thaw-document-text.h"
#include "support/thaw-find-bar.h"
#include "thaw-focus.h"

#include <glib/gi18n-lib.h>

/* How wide lines are that are read with ease, in the size of their letters. */
#define MEASURE_EM 34.0

#define POINTS_PER_INCH 72.0

/* Two lines of the page before stay in sight. */
#define PAGE_SHARE 0.85

/* Where a place that was found appears, from the top of what is seen. */
#define HIT_SHARE 0.3

static const double zooms[] = { THAW_SETTINGS_MIN_ZOOM, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, THAW_SETTINGS_MAX_ZOOM };

/**
 * ThawDocumentView:
 *
 * A document to be read: lines of a comfortable width, and letters as large as the person
 * wants them. What else belongs to it may be put below the text.
 *
 * Keyboard: Space, Page Up and Down, Home, End and the arrows scroll; Tab goes to the next
 * link. Ctrl+F looks for words in it, Ctrl+G goes to the next place. Ctrl with plus,
 * minus and 0, or with the mouse wheel, changes the size.
 *
 * Accessibility: the scroller is a document named by its title and takes the focus.
 */
struct _ThawDocumentView
{
  GtkBox parent_instance;

  ThawFindBar *find_bar;
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
  ThawDocumentText *text;
  GtkWidget *below_box;

  ThawSettings *settings; /* (owned) (nullable) */
  guint hit;              /* which of the places that were found is shown … */
  guint n_hits;           /* … of how many */

  double position;       /* how far was read */
  gboolean is_beyond;    /* what is seen is below the text */
  double way;            /* how far it could be scrolled when that was last seen to */
  guint position_source; /* 0 if it is not about to be gone to */
};

G_DEFINE_FINAL_TYPE (ThawDocumentView, thaw_document_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_LINK_ACTIVATED,
  SIGNAL_POSITION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkAdjustment *
get_adjustment (ThawDocumentView *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/* Where the text begins, and how far it can be scrolled until its end is seen. */
static gboolean
get_extent (ThawDocumentView *self,
            double           *out_top,
            double           *out_way)
{
  GtkWidget *text = GTK_WIDGET (self->text);
  double page = gtk_adjustment_get_page_size (get_adjustment (self));
  double x, y;

  if (page <= 0 || !gtk_widget_translate_coordinates (text, GTK_WIDGET (self->clamp), 0, 0, &x, &y))
    return FALSE;

  *out_top = y;
  *out_way = gtk_widget_get_height (text) - page;

  return TRUE;
}

/* The place in the text */

static gboolean
on_position_due_cb (gpointer user_data)
{
  ThawDocumentView *self = user_data;
  double top, way;

  if (get_extent (self, &top, &way))
    gtk_adjustment_set_value (get_adjustment (self), self->position > 0 && way > 0 ? top + self->position * way : 0);
  /* Only now: this is not the person who scrolls. */
  self->position_source = 0;

  return G_SOURCE_REMOVE;
}

/* Once sizes are known; while they are given out is too early. */
static void
go_to_position (ThawDocumentView *self)
{
  if (self->position_source == 0)
    self->position_source = g_idle_add_full (GTK_PRIORITY_RESIZE + 5, on_position_due_cb, self, NULL);
}

/* The lines break elsewhere, or there is more or less room. Not so if what is below the text has grown. */
static void
on_adjustment_changed_cb (ThawDocumentView *self)
{
  double top, way;

  if (!get_extent (self, &top, &way) || G_APPROX_VALUE (way, self->way, 0.5))
    return;

  self->way = way;
  if (!self->is_beyond)
    go_to_position (self);
}

static void
on_value_changed_cb (ThawDocumentView *self)
{
  double value = gtk_adjustment_get_value (get_adjustment (self));
  double top, way;

  if (self->position_source != 0 || !get_extent (self, &top, &way))
    return;

  self->is_beyond = value > top + MAX (way, 0) + 1;
  self->position = way > 0 ? CLAMP ((value - top) / way, 0, 1) : 0;
  g_signal_emit (self, signals[SIGNAL_POSITION_CHANGED], 0);
}

/* Scrolling */

static void
scroll_by (ThawDocumentView *self,
           double            distance)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
}

static gboolean
is_reading (ThawDocumentView *self)
{
  return gtk_widget_is_focus (GTK_WIDGET (self->scroller)) || thaw_focus_is_in (GTK_WIDGET (self->text));
}

/* From the text into it, where one is reading: a scroller that has the focus itself would be left. */
static gboolean
focus_into_text (ThawDocumentView *self)
{
  double top, way;

  if (!gtk_widget_is_focus (GTK_WIDGET (self->scroller)) || !get_extent (self, &top, &way))
    return GDK_EVENT_PROPAGATE;

  return thaw_document_text_focus_link (self->text, gtk_adjustment_get_value (get_adjustment (self)) - top) ||
         gtk_widget_child_focus (self->below_box, GTK_DIR_TAB_FORWARD);
}

static gboolean
on_key_pressed_cb (ThawDocumentView *self,
                   guint             keyval,
                   guint             keycode,
                   GdkModifierType   state)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double page = gtk_adjustment_get_page_size (adjustment) * PAGE_SHARE;
  gboolean is_shifted = (state & GDK_SHIFT_MASK) != 0;

  if (!is_reading (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return focus_into_text (self);
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      scroll_by (self, is_shifted ? -page : page);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      scroll_by (self, page);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      scroll_by (self, -page);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      scroll_by (self, gtk_adjustment_get_step_increment (adjustment));
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      scroll_by (self, -gtk_adjustment_get_step_increment (adjustment));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The size of the letters */

static double
get_font_size (ThawDocumentView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_units_to_double (pango_font_description_get_size (font));

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * pango_cairo_context_get_resolution (context) / POINTS_PER_INCH;
}

static void
update_zoom (ThawDocumentView *self)
{
  double zoom = thaw_settings_get_article_zoom (self->settings);
  int width = (int) (MEASURE_EM * get_font_size (self) * zoom);

  thaw_document_text_set_zoom (self->text, zoom);
  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.zoom-in", zoom < THAW_SETTINGS_MAX_ZOOM - 0.01);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.zoom-out", zoom > THAW_SETTINGS_MIN_ZOOM + 0.01);
}

static void
zoom_by_step (ThawDocumentView *self,
              int               step)
{
  double zoom = thaw_settings_get_article_zoom (self->settings);
  guint next = 0;

  if (step > 0)
    while (next < G_N_ELEMENTS (zooms) - 1 && zooms[next] <= zoom + 0.01)
      next++;
  else
    for (guint i = 0; i < G_N_ELEMENTS (zooms) && zooms[i] < zoom - 0.01; i++)
      next = i;

  thaw_settings_set_article_zoom (self->settings, zooms[next]);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  zoom_by_step (THAW_DOCUMENT_VIEW (widget), 1);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  zoom_by_step (THAW_DOCUMENT_VIEW (widget), -1);
}

static void
zoom_reset_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  thaw_settings_set_article_zoom (THAW_DOCUMENT_VIEW (widget)->settings, 1);
}

static gboolean
on_scroll_cb (ThawDocumentView         *self,
              double                    dx,
              double                    dy,
              GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  if (dy < 0 || dy > 0)
    zoom_by_step (self, dy < 0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

/* Looking for words */

static void
show_hit (ThawDocumentView *self)
{
  double y, top, way;

  thaw_find_bar_show_hit (self->find_bar, self->hit, self->n_hits);
  if (self->n_hits == 0)
    return;

  thaw_document_text_mark_hit (self->text, self->hit);
  if (get_extent (self, &top, &way) && thaw_document_text_get_hit_y (self->text, self->hit, &y))
    gtk_adjustment_set_value (get_adjustment (self),
                              top + y - HIT_SHARE * gtk_adjustment_get_page_size (get_adjustment (self)));
}

/* The first one that is not above what is seen, so that nobody is taken away from where they are. */
static guint
find_hit_in_sight (ThawDocumentView *self)
{
  double value = gtk_adjustment_get_value (get_adjustment (self));
  double top, way, y;

  if (!get_extent (self, &top, &way))
    return 0;

  for (guint i = 0; i < self->n_hits; i++)
    {
      if (thaw_document_text_get_hit_y (self->text, i, &y) && top + y >= value)
        return i;
    }

  return 0;
}

static void
find_bar_search_cb (ThawDocumentView *self)
{
  self->n_hits = thaw_document_text_find (self->text, thaw_find_bar_get_query (self->find_bar));
  self->hit = find_hit_in_sight (self);
  show_hit (self);
}

static void
find_bar_move_cb (ThawDocumentView *self,
                  int               step)
{
  if (self->n_hits == 0)
    return;

  self->hit = (self->hit + self->n_hits + (guint) step) % self->n_hits;
  show_hit (self);
}

static void
find_bar_closed_cb (ThawDocumentView *self)
{
  self->n_hits = thaw_document_text_find (self->text, "");
  if (thaw_focus_is_in (GTK_WIDGET (self->find_bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  thaw_find_bar_open (THAW_DOCUMENT_VIEW (widget)->find_bar);
}

static void
find_next_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  find_bar_move_cb (THAW_DOCUMENT_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
text_link_activated_cb (ThawDocumentView *self,
                        const char       *target)
{
  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, target);
}

static gboolean
thaw_document_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_DOCUMENT_VIEW (widget)->scroller));
}

static void
thaw_document_view_map (GtkWidget *widget)
{
  /* The font is known by now. */
  update_zoom (THAW_DOCUMENT_VIEW (widget));

  GTK_WIDGET_CLASS (thaw_document_view_parent_class)->map (widget);
}

static void
thaw_document_view_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (thaw_document_view_parent_class)->system_setting_changed (widget, setting);

  if (gtk_widget_get_mapped (widget) && setting != GTK_SYSTEM_SETTING_ICON_THEME)
    update_zoom (THAW_DOCUMENT_VIEW (widget));
}

static void
thaw_document_view_dispose (GObject *object)
{
  ThawDocumentView *self = THAW_DOCUMENT_VIEW (object);

  g_clear_handle_id (&self->position_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_DOCUMENT_VIEW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (thaw_document_view_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "document.zoom-in" },      { GDK_KEY_KP_Add, "document.zoom-in" },
    { GDK_KEY_equal, "document.zoom-in" },     { GDK_KEY_minus, "document.zoom-out" },
    { GDK_KEY_KP_Subtract, "document.zoom-out" }, { GDK_KEY_0, "document.zoom-reset" },
    { GDK_KEY_KP_0, "document.zoom-reset" },   { GDK_KEY_f, "document.find" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, GDK_CONTROL_MASK, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "document.find-next", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "document.find-next", "i", -1);
}

static void
thaw_document_view_class_init (ThawDocumentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_document_view_dispose;
  widget_class->grab_focus = thaw_document_view_grab_focus;
  widget_class->map = thaw_document_view_map;
  widget_class->system_setting_changed = thaw_document_view_system_setting_changed;

  /**
   * ThawDocumentView::link-activated:
   * @target: where it leads, as `article:cbt`
   *
   * The person follows a link.
   */
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * ThawDocumentView::position-changed:
   *
   * The person reads somewhere else.
   */
  signals[SIGNAL_POSITION_CHANGED] = g_signal_new ("position-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_DOCUMENT_TEXT);
  g_type_ensure (THAW_TYPE_FIND_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawDocumentView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, ThawDocumentView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ThawDocumentView, clamp);
  gtk_widget_class_bind_template_child (widget_class, ThawDocumentView, text);
  gtk_widget_class_bind_template_child (widget_class, ThawDocumentView, below_box);
  gtk_widget_class_bind_template_callback (widget_class, find_bar_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_bar_move_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_bar_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_link_activated_cb);
  gtk_widget_class_install_action (widget_class, "document.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "document.find-next", "i", find_next_action);
  gtk_widget_class_install_action (widget_class, "document.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "document.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "document.zoom-reset", NULL, zoom_reset_action);
  bind_keys (widget_class);
}

static void
thaw_document_view_init (ThawDocumentView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                                               GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_widget_init_template (GTK_WIDGET (self));

  /* A label with a link takes the arrows and does nothing with them, and a scroller would scroll at Ctrl as well. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), keys);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (on_scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), wheel);

  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (on_adjustment_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (on_value_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * thaw_document_view_new:
 * @settings: how large letters are
 *
 * Returns: (transfer floating): a view without anything in it
 */
GtkWidget *
thaw_document_view_new (ThawSettings *settings)
{
  ThawDocumentView *self = g_object_new (THAW_TYPE_DOCUMENT_VIEW, NULL);

  g_return_val_if_fail (THAW_IS_SETTINGS (settings), GTK_WIDGET (self));

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "notify::article-zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  update_zoom (self);

  return GTK_WIDGET (self);
}

/**
 * thaw_document_view_set_document:
 * @document: what to show; not needed any more afterwards
 *
 * Shows @document from the beginning.
 */
void
thaw_document_view_set_document (ThawDocumentView   *self,
                                 const ThawDocument *document)
{
  g_return_if_fail (THAW_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (document != NULL);

  thaw_find_bar_close (self->find_bar);
  self->n_hits = 0;
  thaw_document_text_set_document (self->text, document);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, document->title, -1);
  thaw_document_view_set_position (self, 0);
}

/**
 * thaw_document_view_add_below:
 * @widget: something that belongs to the document and stands below its text
 */
void
thaw_document_view_add_below (ThawDocumentView *self,
                              GtkWidget        *widget)
{
  g_return_if_fail (THAW_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_box_append (GTK_BOX (self->below_box), widget);
  gtk_widget_set_visible (self->below_box, TRUE);
}

/**
 * thaw_document_view_get_position:
 *
 * Returns: how far was read, 0 at the top … 1 where the end of the text is seen
 */
double
thaw_document_view_get_position (ThawDocumentView *self)
{
  g_return_val_if_fail (THAW_IS_DOCUMENT_VIEW (self), 0);

  return self->position;
}

/**
 * thaw_document_view_set_position:
 * @position: how far was read
 *
 * Goes there as soon as the text is on the screen.
 */
void
thaw_document_view_set_position (ThawDocumentView *self,
                                 double            position)
{
  g_return_if_fail (THAW_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (position >= 0 && position <= 1);

  self->position = position;
  self->is_beyond = FALSE;
  go_to_position (self);
}
