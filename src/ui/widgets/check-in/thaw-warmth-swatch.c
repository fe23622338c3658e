/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-warmth-swatch"

#include "config.h"
#include "thaw-warmth-swatch.h"

#include "thaw-mood.h"
#include "widgets/thaw-warmth.h"

#include <adwaita.h>

/**
 * ThawWarmthSwatch:
 *
 * A patch in the colour of how much is felt, as light or dark as the rest. A
 * decoration: what it says is said in words beside it.
 *
 * CSS: a node `warmth-swatch`. The alpha of its `color` says how full the patch is
 * painted, which tells a chosen one from the others; `opacity` would do the same,
 * but paints each patch twice.
 */
struct _ThawWarmthSwatch
{
  GtkWidget parent_instance;

  int feeling;
};

G_DEFINE_FINAL_TYPE (ThawWarmthSwatch, thaw_warmth_swatch, GTK_TYPE_WIDGET)

enum
{
  PROP_FEELING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
thaw_warmth_swatch_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ThawWarmthSwatch *self = THAW_WARMTH_SWATCH (object);

  switch (prop_id)
    {
    case PROP_FEELING:
      g_value_set_int (value, self->feeling);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_warmth_swatch_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ThawWarmthSwatch *self = THAW_WARMTH_SWATCH (object);

  switch (prop_id)
    {
    case PROP_FEELING:
      self->feeling = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_warmth_swatch_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ThawWarmthSwatch *self = THAW_WARMTH_SWATCH (widget);
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA color = thaw_warmth_get_color (self->feeling, is_dark);
  GdkRGBA fullness;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &fullness);
  color.alpha *= fullness.alpha;

  gtk_snapshot_append_color (snapshot,
                             &color,
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
}

static void
thaw_warmth_swatch_class_init (ThawWarmthSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = thaw_warmth_swatch_get_property;
  object_class->set_property = thaw_warmth_swatch_set_property;
  widget_class->snapshot = thaw_warmth_swatch_snapshot;

  properties[PROP_FEELING] = g_param_spec_int ("feeling", NULL, NULL,
                                               THAW_FEELING_NUMB, THAW_FEELING_VIVID, THAW_FEELING_NUMB,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "warmth-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
thaw_warmth_swatch_init (ThawWarmthSwatch *self)
{
  /* So that the corners are as round as CSS says. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_warmth_swatch_new:
 * @feeling: 0 (numb) to 10 (vivid)
 *
 * Returns: (transfer floating): a patch of that colour
 */
GtkWidget *
thaw_warmth_swatch_new (int feeling)
{
  return g_object_new (THAW_TYPE_WARMTH_SWATCH, "feeling", feeling, NULL);
}
