/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-time-button"

#include "config.h"
#include "widgets/thaw-time-button.h"

#include "thaw-date-words.h"
#include "widgets/thaw-menu-button.h"
#include "widgets/thaw-time-spin.h"

#include <glib/gi18n-lib.h>

/**
 * ThawTimeButton:
 *
 * Says a time of day as clocks in the person’s locale show it; pressed, it lets the person
 * choose another one. Fit to be the activatable widget of a row.
 *
 * Keyboard: Space or Return opens it, Return and Escape close it.
 */
struct _ThawTimeButton
{
  GtkBox parent_instance;

  GtkMenuButton *menu_button;
  GtkPopover *popover;
  ThawTimeSpin *time_spin;

  char *title; /* (owned) (nullable): what it is the time of */
};

G_DEFINE_FINAL_TYPE (ThawTimeButton, thaw_time_button, GTK_TYPE_BOX)

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_time (ThawTimeButton *self)
{
  g_autofree char *time = thaw_minute_to_time_words (thaw_time_spin_get_minute (self->time_spin));
  g_autofree char *name = NULL;

  /* Translators: what a screen reader says of a button with a time of day: %1$s is what it is the time of,
   * as “From” or “Time”, %2$s the time as “08:30” */
  name = g_strdup_printf (C_("time button", "%1$s: %2$s"), self->title != NULL ? self->title : _("Time"), time);
  thaw_menu_button_set_words (self->menu_button, time, name);
}

static void
time_spin_changed_cb (ThawTimeButton *self)
{
  show_time (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
time_spin_done_cb (ThawTimeButton *self)
{
  gtk_menu_button_popdown (self->menu_button);
}

static void
popover_closed_cb (ThawTimeButton *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static gboolean
thaw_time_button_mnemonic_activate (GtkWidget *widget,
                                    gboolean   group_cycling)
{
  gtk_menu_button_popup (THAW_TIME_BUTTON (widget)->menu_button);

  return TRUE;
}

static gboolean
thaw_time_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_TIME_BUTTON (widget)->menu_button));
}

static void
thaw_time_button_constructed (GObject *object)
{
  G_OBJECT_CLASS (thaw_time_button_parent_class)->constructed (object);

  show_time (THAW_TIME_BUTTON (object));
}

static void
thaw_time_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_TIME_BUTTON);

  G_OBJECT_CLASS (thaw_time_button_parent_class)->dispose (object);
}

static void
thaw_time_button_finalize (GObject *object)
{
  g_free (THAW_TIME_BUTTON (object)->title);

  G_OBJECT_CLASS (thaw_time_button_parent_class)->finalize (object);
}

static void
thaw_time_button_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, THAW_TIME_BUTTON (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_time_button_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      THAW_TIME_BUTTON (object)->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_time_button_class_init (ThawTimeButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_time_button_constructed;
  object_class->dispose = thaw_time_button_dispose;
  object_class->finalize = thaw_time_button_finalize;
  object_class->get_property = thaw_time_button_get_property;
  object_class->set_property = thaw_time_button_set_property;
  widget_class->mnemonic_activate = thaw_time_button_mnemonic_activate;
  widget_class->grab_focus = thaw_time_button_grab_focus;

  /**
   * ThawTimeButton:title:
   *
   * What it is the time of, as “From”, for assistive technology.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawTimeButton::changed:
   *
   * The person chose another time, and may go on choosing.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ThawTimeButton::closed:
   *
   * The person is done choosing.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_TIME_SPIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/widgets/thaw-time-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawTimeButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ThawTimeButton, popover);
  gtk_widget_class_bind_template_child (widget_class, ThawTimeButton, time_spin);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_spin_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_spin_done_cb);
}

static void
thaw_time_button_init (ThawTimeButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_time_button_new:
 * @title: (nullable): what it is the time of, as “From”, for assistive technology
 *
 * Returns: (transfer floating): a button that says midnight
 */
GtkWidget *
thaw_time_button_new (const char *title)
{
  return g_object_new (THAW_TYPE_TIME_BUTTON, "title", title, NULL);
}

/**
 * thaw_time_button_get_minute:
 *
 * Returns: the time, in minutes since midnight
 */
int
thaw_time_button_get_minute (ThawTimeButton *self)
{
  g_return_val_if_fail (THAW_IS_TIME_BUTTON (self), 0);

  return thaw_time_spin_get_minute (self->time_spin);
}

/**
 * thaw_time_button_set_minute:
 * @minute: a time, in minutes since midnight, up to 1439
 */
void
thaw_time_button_set_minute (ThawTimeButton *self,
                             int             minute)
{
  g_return_if_fail (THAW_IS_TIME_BUTTON (self));

  thaw_time_spin_set_minute (self->time_spin, minute);
  show_time (self);
}

/**
 * thaw_time_button_update:
 *
 * Takes what was typed, also where the field was not left yet.
 */
void
thaw_time_button_update (ThawTimeButton *self)
{
  g_return_if_fail (THAW_IS_TIME_BUTTON (self));

  thaw_time_spin_update (self->time_spin);
}
