/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-body-region-button"

#include "config.h"
#include "thaw-body-region-button.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* How opaque the fill is: a place without a strength, and the three strengths. */
static const double fills[] = { 0.16, 0.3, 0.58, 0.95 };

#define HOVER_ALPHA 0.12
#define OUTLINE_WIDTH 1.5     /* pixels, as all below */
#define CONTRAST_WIDTH 2.5
#define FOCUS_WIDTH 3.0
#define DOT_RADIUS 2.2
#define DOT_RADIUS_MAX 3.4
#define DOT_HEIGHTS 0.0068    /* of the figure's height */
#define REACH 6.0             /* how far beside the figure a finger still meets it */

/**
 * ThawBodyRegionButton:
 *
 * A region of the body as it is seen from one side, with both arms or legs in
 * one. It is pressed where its shape is, not in all of the box around it.
 *
 * How strong a sensation is shows in the fill and in the number of dots. A place
 * of which only is said that it is there has a pale fill without a dot.
 *
 * Accessibility: a check box that is checked if something is felt there, with
 * the region and the side as its name and the sensation as its description.
 * CSS: a node `body-region`; its colour is the colour of what is felt.
 */
struct _ThawBodyRegionButton
{
  GtkButton parent_instance;

  ThawBodySide side;
  ThawBodyRegion region;
  char *name; /* (owned) (not nullable) */

  int strength; /* of a sensation, or THAW_BODY_REGION_EMPTY */
  gboolean is_current;

  /* Where the figure is, seen from the left upper corner of this. */
  double figure_x;
  double figure_y;
  double figure_height;
};

G_DEFINE_FINAL_TYPE (ThawBodyRegionButton, thaw_body_region_button, GTK_TYPE_BUTTON)

enum
{
  PROP_SIDE = 1,
  PROP_REGION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
thaw_body_region_button_contains (GtkWidget *widget,
                                  double     x,
                                  double     y)
{
  ThawBodyRegionButton *self = THAW_BODY_REGION_BUTTON (widget);
  ThawBodyRegion region;

  if (self->figure_height <= 0 ||
      x < -REACH || y < -REACH ||
      x > gtk_widget_get_width (widget) + REACH || y > gtk_widget_get_height (widget) + REACH)
    return FALSE;

  return thaw_body_figure_find (self->side,
                                (x - self->figure_x) / self->figure_height,
                                (y - self->figure_y) / self->figure_height,
                                REACH / self->figure_height,
                                &region) &&
         region == self->region;
}

/* A line along the inner side of the region's edge; the region must be clipped. */
static void
stroke_edge (ThawBodyRegionButton *self,
             cairo_t              *cr,
             double                width)
{
  cairo_new_path (cr);
  thaw_body_figure_trace_outline (cr);
  thaw_body_figure_trace_region (cr, self->side, self->region);
  /* Half of it is outside and clipped away. */
  cairo_set_line_width (cr, 2 * width / self->figure_height);
  cairo_stroke (cr);
}

static void
draw_dots (ThawBodyRegionButton *self,
           cairo_t              *cr,
           const GdkRGBA        *ring,
           const GdkRGBA        *middle)
{
  double radius = CLAMP (DOT_HEIGHTS * self->figure_height, DOT_RADIUS, DOT_RADIUS_MAX) / self->figure_height;
  double step = radius * 3;
  gboolean is_upright = self->region == THAW_REGION_ARMS || self->region == THAW_REGION_LEGS ||
                        self->region == THAW_REGION_HANDS;

  for (int is_left = 0; is_left <= thaw_body_figure_is_paired (self->side, self->region); is_left++)
    {
      const ThawBodySpot spot = { self->side, self->region, is_left };
      graphene_point_t point;

      thaw_body_figure_get_spot (&spot, &point);
      for (int i = 0; i < self->strength; i++)
        {
          double along = (i - (self->strength - 1) / 2.0) * step;

          cairo_new_path (cr);
          cairo_arc (cr, point.x + (is_upright ? 0 : along), point.y + (is_upright ? along : 0), radius, 0, 2 * G_PI);
          gdk_cairo_set_source_rgba (cr, middle);
          cairo_fill_preserve (cr);
          gdk_cairo_set_source_rgba (cr, ring);
          cairo_set_line_width (cr, 1.0 / self->figure_height);
          cairo_stroke (cr);
        }
    }
}

static void
thaw_body_region_button_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  ThawBodyRegionButton *self = THAW_BODY_REGION_BUTTON (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean is_contrast = adw_style_manager_get_high_contrast (manager);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GtkStateFlags state = gtk_widget_get_state_flags (widget);
  gboolean has_focus = (state & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
  gboolean has_hover = (state & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE)) != 0;
  const graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget));
  GdkRGBA color, ground, fill;
  cairo_t *cr;

  if (self->figure_height <= 0 ||
      (self->strength == THAW_BODY_REGION_EMPTY && !self->is_current && !has_focus && !has_hover))
    return;

  gtk_style_context_get_color (style, &color);
  if (!gtk_style_context_lookup_color (style, "window_bg_color", &ground))
    ground = (GdkRGBA) { 1, 1, 1, 1 };

  cr = gtk_snapshot_append_cairo (snapshot, &box);
  cairo_translate (cr, self->figure_x, self->figure_y);
  cairo_scale (cr, self->figure_height, self->figure_height);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  thaw_body_figure_clip_region (cr, self->side, self->region);

  fill = color;
  if (self->strength != THAW_BODY_REGION_EMPTY)
    {
      fill.alpha *= (float) fills[self->strength];
      gdk_cairo_set_source_rgba (cr, &fill);
      cairo_paint (cr);
    }
  if (has_hover)
    {
      fill.alpha = (float) (color.alpha * HOVER_ALPHA);
      gdk_cairo_set_source_rgba (cr, &fill);
      cairo_paint (cr);
    }

  if (has_focus || self->is_current)
    {
      /* A line in the ground's colour sets the ring off from a fill of its own colour. */
      gdk_cairo_set_source_rgba (cr, &ground);
      stroke_edge (self, cr, FOCUS_WIDTH + OUTLINE_WIDTH);
      gdk_cairo_set_source_rgba (cr, &color);
      stroke_edge (self, cr, has_focus ? FOCUS_WIDTH : OUTLINE_WIDTH);
    }
  else
    {
      gdk_cairo_set_source_rgba (cr, &color);
      stroke_edge (self, cr, is_contrast ? CONTRAST_WIDTH : OUTLINE_WIDTH);
    }

  if (self->strength > THAW_SENSATION_NO_STRENGTH)
    draw_dots (self, cr, &color, &ground);

  cairo_destroy (cr);
}

static void
thaw_body_region_button_state_flags_changed (GtkWidget     *widget,
                                             GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (thaw_body_region_button_parent_class)->state_flags_changed (widget, previous);

  gtk_widget_queue_draw (widget);
}

static void
thaw_body_region_button_constructed (GObject *object)
{
  ThawBodyRegionButton *self = THAW_BODY_REGION_BUTTON (object);
  const char *word = thaw_body_region_get_word (self->region);

  G_OBJECT_CLASS (thaw_body_region_button_parent_class)->constructed (object);

  if (self->side == THAW_BODY_FRONT)
    /* Translators: a place in the body on a figure that is seen from the front, as in “chest, front” */
    self->name = g_strdup_printf (_("%s, front"), word);
  else
    /* Translators: a place in the body on a figure that is seen from the back, as in “neck, back” */
    self->name = g_strdup_printf (_("%s, back"), word);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
thaw_body_region_button_finalize (GObject *object)
{
  ThawBodyRegionButton *self = THAW_BODY_REGION_BUTTON (object);

  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (thaw_body_region_button_parent_class)->finalize (object);
}

static void
thaw_body_region_button_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ThawBodyRegionButton *self = THAW_BODY_REGION_BUTTON (object);

  switch (prop_id)
    {
    case PROP_SIDE:
      self->side = (ThawBodySide) g_value_get_uint (value);
      break;
    case PROP_REGION:
      self->region = (ThawBodyRegion) g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_body_region_button_class_init (ThawBodyRegionButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_body_region_button_constructed;
  object_class->finalize = thaw_body_region_button_finalize;
  object_class->set_property = thaw_body_region_button_set_property;
  widget_class->contains = thaw_body_region_button_contains;
  widget_class->snapshot = thaw_body_region_button_snapshot;
  widget_class->state_flags_changed = thaw_body_region_button_state_flags_changed;

  properties[PROP_SIDE] = g_param_spec_uint ("side", NULL, NULL,
                                             0, THAW_N_BODY_SIDES - 1, 0,
                                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REGION] = g_param_spec_uint ("region", NULL, NULL,
                                               0, THAW_N_BODY_REGIONS - 1, 0,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "body-region");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
thaw_body_region_button_init (ThawBodyRegionButton *self)
{
  self->strength = THAW_BODY_REGION_EMPTY;
}

/**
 * thaw_body_region_button_new:
 * @side: front or back
 * @region: a region that is seen from that side
 *
 * Returns: (transfer floating): a button for it
 */
GtkWidget *
thaw_body_region_button_new (ThawBodySide   side,
                             ThawBodyRegion region)
{
  g_return_val_if_fail (thaw_body_figure_has_region (side, region), NULL);

  return g_object_new (THAW_TYPE_BODY_REGION_BUTTON, "side", side, "region", region, NULL);
}

ThawBodySide
thaw_body_region_button_get_side (ThawBodyRegionButton *self)
{
  g_return_val_if_fail (THAW_IS_BODY_REGION_BUTTON (self), THAW_BODY_FRONT);

  return self->side;
}

ThawBodyRegion
thaw_body_region_button_get_region (ThawBodyRegionButton *self)
{
  g_return_val_if_fail (THAW_IS_BODY_REGION_BUTTON (self), THAW_REGION_HEAD);

  return self->region;
}

/**
 * thaw_body_region_button_get_name:
 *
 * Returns: (transfer none): the region and the side, as in "chest, front"
 */
const char *
thaw_body_region_button_get_name (ThawBodyRegionButton *self)
{
  g_return_val_if_fail (THAW_IS_BODY_REGION_BUTTON (self), "");

  return self->name;
}

int
thaw_body_region_button_get_strength (ThawBodyRegionButton *self)
{
  g_return_val_if_fail (THAW_IS_BODY_REGION_BUTTON (self), THAW_BODY_REGION_EMPTY);

  return self->strength;
}

/**
 * thaw_body_region_button_show:
 * @strength: 1 to 3, %THAW_SENSATION_NO_STRENGTH, or %THAW_BODY_REGION_EMPTY
 * @description: what is felt there in words, or empty
 * @is_current: whether this is the place that is spoken of
 *
 * Shows what is felt in the region.
 */
void
thaw_body_region_button_show (ThawBodyRegionButton *self,
                              int                   strength,
                              const char           *description,
                              gboolean              is_current)
{
  g_return_if_fail (THAW_IS_BODY_REGION_BUTTON (self));
  g_return_if_fail (strength >= THAW_BODY_REGION_EMPTY && strength <= THAW_SENSATION_MAX_STRENGTH);
  g_return_if_fail (description != NULL);

  self->strength = strength;
  self->is_current = is_current;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               strength != THAW_BODY_REGION_EMPTY ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                  : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * thaw_body_region_button_allocate:
 * @x: where the figure begins in the parent, in pixels
 * @y: where the figure begins in the parent, in pixels
 * @height: the height of the figure in pixels
 *
 * Gives the button its place on the figure.
 */
void
thaw_body_region_button_allocate (ThawBodyRegionButton *self,
                                  double                x,
                                  double                y,
                                  double                height)
{
  graphene_rect_t bounds;
  GtkAllocation box;

  g_return_if_fail (THAW_IS_BODY_REGION_BUTTON (self));

  thaw_body_figure_get_bounds (self->side, self->region, &bounds);
  box.x = (int) floor (x + bounds.origin.x * height);
  box.y = (int) floor (y + bounds.origin.y * height);
  box.width = (int) ceil (x + (bounds.origin.x + bounds.size.width) * height) - box.x;
  box.height = (int) ceil (y + (bounds.origin.y + bounds.size.height) * height) - box.y;

  self->figure_x = x - box.x;
  self->figure_y = y - box.y;
  self->figure_height = height;
  gtk_widget_size_allocate (GTK_WIDGET (self), &box, -1);
}
