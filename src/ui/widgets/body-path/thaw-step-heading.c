/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-step-heading"

#include "config.h"
#include "thaw-step-heading.h"

/**
 * ThawStepHeading:
 *
 * The heading of a step, which takes the focus when the step begins: a screen
 * reader says then what is asked, and Tab goes on to the first answer. A label
 * would not take the focus.
 *
 * Accessibility: a heading. CSS: a node `step-heading`.
 */
struct _ThawStepHeading
{
  GtkWidget parent_instance;

  GtkWidget *label; /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (ThawStepHeading, thaw_step_heading, GTK_TYPE_WIDGET)

enum
{
  PROP_TEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
thaw_step_heading_dispose (GObject *object)
{
  ThawStepHeading *self = THAW_STEP_HEADING (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (thaw_step_heading_parent_class)->dispose (object);
}

static void
thaw_step_heading_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ThawStepHeading *self = THAW_STEP_HEADING (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, thaw_step_heading_get_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_step_heading_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ThawStepHeading *self = THAW_STEP_HEADING (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      thaw_step_heading_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_step_heading_class_init (ThawStepHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_step_heading_dispose;
  object_class->get_property = thaw_step_heading_get_property;
  object_class->set_property = thaw_step_heading_set_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL,
                                               "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "step-heading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
thaw_step_heading_init (ThawStepHeading *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "wrap", TRUE,
                              "xalign", 0.0,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
}

GtkWidget *
thaw_step_heading_new (void)
{
  return g_object_new (THAW_TYPE_STEP_HEADING, NULL);
}

const char *
thaw_step_heading_get_text (ThawStepHeading *self)
{
  g_return_val_if_fail (THAW_IS_STEP_HEADING (self), "");

  return gtk_label_get_text (GTK_LABEL (self->label));
}

void
thaw_step_heading_set_text (ThawStepHeading *self,
                            const char      *text)
{
  g_return_if_fail (THAW_IS_STEP_HEADING (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (thaw_step_heading_get_text (self), text))
    return;

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
