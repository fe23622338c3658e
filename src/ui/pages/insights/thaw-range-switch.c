/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-range-switch"

#include "config.h"
#include "pages/insights/thaw-range-switch.h"

#include <glib/gi18n-lib.h>

#include "widgets/thaw-wrap-layout.h"

/**
 * ThawRangeSwitch:
 *
 * Linked buttons, of which one is down, for how much time a chart shows. With large
 * text in a narrow window they take a second row.
 *
 * CSS: a node `range-switch`. Accessibility: a group of buttons.
 */
struct _ThawRangeSwitch
{
  GtkWidget parent_instance;

  GtkWidget *buttons[THAW_N_PERIOD_RANGES]; /* children */
  ThawPeriodRange range;
};

G_DEFINE_FINAL_TYPE (ThawRangeSwitch, thaw_range_switch, GTK_TYPE_WIDGET)

enum
{
  PROP_RANGE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_label (ThawPeriodRange range)
{
  switch (range)
    {
    case THAW_PERIOD_WEEK:
      /* Translators: how much time a chart shows */
      return C_("range", "Week");
    case THAW_PERIOD_MONTH:
      /* Translators: how much time a chart shows */
      return C_("range", "Month");
    case THAW_PERIOD_QUARTER:
      /* Translators: how much time a chart shows */
      return C_("range", "3 Months");
    case THAW_PERIOD_YEAR:
      /* Translators: how much time a chart shows */
      return C_("range", "Year");
    case THAW_PERIOD_ALL:
      /* Translators: how much time a chart shows: everything from the first day on */
      return C_("range", "All");
    default:
      g_return_val_if_reached ("");
    }
}

static void
on_button_toggled_cb (ThawRangeSwitch *self,
                      GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (int i = 0; i < THAW_N_PERIOD_RANGES; i++)
    {
      if (self->buttons[i] == GTK_WIDGET (button))
        thaw_range_switch_set_range (self, (ThawPeriodRange) i);
    }
}

static void
thaw_range_switch_dispose (GObject *object)
{
  ThawRangeSwitch *self = THAW_RANGE_SWITCH (object);

  for (int i = 0; i < THAW_N_PERIOD_RANGES; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (thaw_range_switch_parent_class)->dispose (object);
}

static void
thaw_range_switch_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ThawRangeSwitch *self = THAW_RANGE_SWITCH (object);

  switch (prop_id)
    {
    case PROP_RANGE:
      g_value_set_uint (value, self->range);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_range_switch_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_RANGE:
      thaw_range_switch_set_range (THAW_RANGE_SWITCH (object), (ThawPeriodRange) g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_range_switch_class_init (ThawRangeSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_range_switch_dispose;
  object_class->get_property = thaw_range_switch_get_property;
  object_class->set_property = thaw_range_switch_set_property;

  /**
   * ThawRangeSwitch:range:
   *
   * The ThawPeriodRange whose button is down.
   */
  properties[PROP_RANGE] = g_param_spec_uint ("range", NULL, NULL,
                                              THAW_PERIOD_WEEK, THAW_PERIOD_ALL, THAW_PERIOD_MONTH,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "range-switch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_range_switch_init (ThawRangeSwitch *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  /* Translators: what a screen reader calls the buttons for how much time a chart shows */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time shown"), -1);

  for (int i = 0; i < THAW_N_PERIOD_RANGES; i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (get_label ((ThawPeriodRange) i));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
    }

  self->range = THAW_PERIOD_MONTH;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[self->range]), TRUE);
  for (int i = 0; i < THAW_N_PERIOD_RANGES; i++)
    g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (on_button_toggled_cb), self);
}

ThawPeriodRange
thaw_range_switch_get_range (ThawRangeSwitch *self)
{
  g_return_val_if_fail (THAW_IS_RANGE_SWITCH (self), THAW_PERIOD_MONTH);

  return self->range;
}

void
thaw_range_switch_set_range (ThawRangeSwitch *self,
                             ThawPeriodRange  range)
{
  g_return_if_fail (THAW_IS_RANGE_SWITCH (self));
  g_return_if_fail (range < THAW_N_PERIOD_RANGES);

  if (self->range == range)
    return;

  self->range = range;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[range]), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANGE]);
}
