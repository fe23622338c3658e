/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-body-view"

#include "config.h"
#include "thaw-body-view.h"

#include "thaw-body-region-button.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_HEIGHT 220     /* of the figure, in pixels */
#define NATURAL_HEIGHT 420
#define LABEL_SPACING 4
#define BODY_ALPHA 0.15f
#define BORDER_ALPHA 0.16f
#define LINE_ALPHA 0.4f

/**
 * ThawBodyView:
 *
 * The figure from one side, with a button for each region and the name of the
 * side below it.
 *
 * Accessibility: a group with the side as its name. CSS: a node `body-view`; the
 * figure is drawn in a pale shade of its colour.
 */
struct _ThawBodyView
{
  GtkWidget parent_instance;

  ThawBodySide side;
  GtkWidget *buttons[THAW_N_BODY_REGIONS]; /* (unowned) (nullable): children; NULL if the region is not seen */
  GtkWidget *label;                        /* (unowned): a child */

  double figure_x;
  double figure_height;
};

G_DEFINE_FINAL_TYPE (ThawBodyView, thaw_body_view, GTK_TYPE_WIDGET)

enum
{
  PROP_SIDE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
measure_label (ThawBodyView *self)
{
  int height;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height + LABEL_SPACING;
}

static GtkSizeRequestMode
thaw_body_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
thaw_body_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  ThawBodyView *self = THAW_BODY_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int label;

      gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &label, NULL, NULL, NULL);
      *minimum = MAX (label, (int) ceil (MIN_HEIGHT * THAW_BODY_FIGURE_WIDTH));
      *natural = MAX (label, (int) ceil (NATURAL_HEIGHT * THAW_BODY_FIGURE_WIDTH));
    }
  else
    {
      double height = for_size < 0 ? NATURAL_HEIGHT : for_size / THAW_BODY_FIGURE_WIDTH;

      *minimum = *natural = (int) CLAMP (height, MIN_HEIGHT, NATURAL_HEIGHT) + measure_label (self);
    }
}

static void
thaw_body_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  ThawBodyView *self = THAW_BODY_VIEW (widget);
  int label_height = measure_label (self);

  self->figure_height = MIN (height - label_height, width / THAW_BODY_FIGURE_WIDTH);
  self->figure_x = (width - self->figure_height * THAW_BODY_FIGURE_WIDTH) / 2;

  for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
    {
      if (self->buttons[i] != NULL)
        thaw_body_region_button_allocate (THAW_BODY_REGION_BUTTON (self->buttons[i]), self->figure_x, 0,
                                          self->figure_height);
    }

  gtk_widget_size_allocate (self->label,
                            &(GtkAllocation) { 0, (int) self->figure_height + LABEL_SPACING, width,
                                               label_height - LABEL_SPACING },
                            -1);
}

static void
set_source (cairo_t       *cr,
            const GdkRGBA *color,
            float          alpha)
{
  GdkRGBA pale = *color;

  pale.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &pale);
}

static void
draw_figure (ThawBodyView *self,
             cairo_t      *cr)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean is_contrast = adw_style_manager_get_high_contrast (manager);
  const double pixel = 1 / self->figure_height;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);

  thaw_body_figure_trace_outline (cr);
  set_source (cr, &color, BODY_ALPHA);
  cairo_fill (cr);

  cairo_set_line_width (cr, 1.2 * pixel);
  set_source (cr, &color, is_contrast ? 0.8f : BORDER_ALPHA);
  for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
    {
      if (self->buttons[i] == NULL)
        continue;

      cairo_save (cr);
      thaw_body_figure_clip_region (cr, self->side, (ThawBodyRegion) i);
      thaw_body_figure_trace_region (cr, self->side, (ThawBodyRegion) i);
      cairo_stroke (cr);
      cairo_restore (cr);
    }

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  thaw_body_figure_trace_lines (cr, self->side);
  set_source (cr, &color, is_contrast ? 1.0f : LINE_ALPHA);
  cairo_set_line_width (cr, 1.4 * pixel);
  cairo_stroke (cr);

  if (is_contrast)
    {
      thaw_body_figure_trace_outline (cr);
      cairo_stroke (cr);
    }
}

static void
thaw_body_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  ThawBodyView *self = THAW_BODY_VIEW (widget);
  cairo_t *cr;

  if (self->figure_height > 0)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                     (float) gtk_widget_get_height (widget)));
      cairo_translate (cr, self->figure_x, 0);
      cairo_scale (cr, self->figure_height, self->figure_height);
      draw_figure (self, cr);
      cairo_destroy (cr);
    }

  GTK_WIDGET_CLASS (thaw_body_view_parent_class)->snapshot (widget, snapshot);
}

static void
thaw_body_view_constructed (GObject *object)
{
  ThawBodyView *self = THAW_BODY_VIEW (object);
  /* Translators: the side of the body that is seen */
  const char *name = self->side == THAW_BODY_FRONT ? C_("body side", "Front") : C_("body side", "Back");

  G_OBJECT_CLASS (thaw_body_view_parent_class)->constructed (object);

  for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
    {
      if (!thaw_body_figure_has_region (self->side, (ThawBodyRegion) i))
        continue;

      self->buttons[i] = thaw_body_region_button_new (self->side, (ThawBodyRegion) i);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
    }

  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "label", name, NULL);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_set_can_target (self->label, FALSE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
thaw_body_view_dispose (GObject *object)
{
  ThawBodyView *self = THAW_BODY_VIEW (object);

  for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (thaw_body_view_parent_class)->dispose (object);
}

static void
thaw_body_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ThawBodyView *self = THAW_BODY_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDE:
      self->side = (ThawBodySide) g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_body_view_class_init (ThawBodyViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_body_view_constructed;
  object_class->dispose = thaw_body_view_dispose;
  object_class->set_property = thaw_body_view_set_property;
  widget_class->get_request_mode = thaw_body_view_get_request_mode;
  widget_class->measure = thaw_body_view_measure;
  widget_class->size_allocate = thaw_body_view_size_allocate;
  widget_class->snapshot = thaw_body_view_snapshot;

  properties[PROP_SIDE] = g_param_spec_uint ("side", NULL, NULL,
                                             0, THAW_N_BODY_SIDES - 1, 0,
                                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "body-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_body_view_init (ThawBodyView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
}

/**
 * thaw_body_view_new:
 * @side: front or back
 *
 * Returns: (transfer floating): the figure from that side
 */
GtkWidget *
thaw_body_view_new (ThawBodySide side)
{
  return g_object_new (THAW_TYPE_BODY_VIEW, "side", side, NULL);
}

/**
 * thaw_body_view_get_button:
 * @region: a region
 *
 * Returns: (transfer none) (nullable): its button, %NULL if it is not seen from this side
 */
GtkWidget *
thaw_body_view_get_button (ThawBodyView   *self,
                           ThawBodyRegion  region)
{
  g_return_val_if_fail (THAW_IS_BODY_VIEW (self), NULL);
  g_return_val_if_fail (region < THAW_N_BODY_REGIONS, NULL);

  return self->buttons[region];
}
