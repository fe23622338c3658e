/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-day-button"

#include "config.h"
#include "widgets/thaw-day-button.h"

#include "thaw-date-words.h"
#include "widgets/thaw-menu-button.h"
#include "widgets/thaw-month-calendar.h"

#include <glib/gi18n-lib.h>

/**
 * ThawDayButton:
 *
 * Says in words on which day something was or will be, if that is known; pressed, it lets
 * the person choose another day, or none. Fit to be the activatable widget of a row.
 */
struct _ThawDayButton
{
  GtkBox parent_instance;

  GtkMenuButton *menu_button;
  ThawMonthCalendar *calendar;
  GtkButton *none_button;

  char *title;            /* (owned) (nullable): what it is the day of */
  char *none_label;       /* (owned) (nullable): what stands there instead of a day */
  gboolean allows_future; /* also a day that has not been yet can be chosen */

  ThawClock *clock; /* (owned) (nullable) */
  ThawDay day;      /* or THAW_DAY_NONE */
};

G_DEFINE_FINAL_TYPE (ThawDayButton, thaw_day_button, GTK_TYPE_BOX)

enum
{
  PROP_ALLOWS_FUTURE = 1,
  PROP_NONE_LABEL,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_none_label (ThawDayButton *self)
{
  /* Translators: of a day */
  return self->none_label != NULL ? self->none_label : C_("day", "Not known");
}

static void
show_day (ThawDayButton *self)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  label = self->day != THAW_DAY_NONE ? thaw_day_to_words (self->day, thaw_clock_get_today (self->clock))
                                      : g_strdup (get_none_label (self));
  if (self->title != NULL)
    /* Translators: what a screen reader says of the button with a day: %1$s is what it is the day of, as “Until”,
     * %2$s “Tomorrow” or a date */
    name = g_strdup_printf (C_("day button", "%1$s: %2$s"), self->title, label);
  else
    /* Translators: what a screen reader says of the button with a day; %s is “Yesterday” or a date */
    name = g_strdup_printf (_("Day: %s"), label);
  thaw_menu_button_set_words (self->menu_button, label, name);
}

/* Not before it is opened: a day that can have the focus in a window that is not seen yet makes GTK 4.8 tell assistive
 * technology that the window is none. */
static void
fill_calendar (GtkMenuButton *button,
               gpointer       user_data)
{
  ThawDayButton *self = user_data;
  ThawDay today = thaw_clock_get_today (self->clock);

  thaw_month_calendar_set_today (self->calendar, today);
  thaw_month_calendar_set_day (self->calendar, self->day);
  thaw_month_calendar_set_month (self->calendar, self->day != THAW_DAY_NONE ? self->day : today);
}

/* Where the keyboard goes on. */
static void
popover_map_cb (ThawDayButton *self)
{
  thaw_month_calendar_focus_day (self->calendar);
}

static void
choose (ThawDayButton *self,
        ThawDay        day)
{
  gtk_menu_button_popdown (self->menu_button);
  thaw_day_button_set_day (self, day);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What has not been yet cannot be known, in general. */
static void
calendar_day_activated_cb (ThawDayButton *self,
                           ThawDay        day)
{
  choose (self, self->allows_future ? day : MIN (day, thaw_clock_get_today (self->clock)));
}

static void
today_button_clicked_cb (ThawDayButton *self)
{
  choose (self, thaw_clock_get_today (self->clock));
}

static void
none_button_clicked_cb (ThawDayButton *self)
{
  choose (self, THAW_DAY_NONE);
}

static gboolean
thaw_day_button_mnemonic_activate (GtkWidget *widget,
                                   gboolean   group_cycling)
{
  gtk_menu_button_popup (THAW_DAY_BUTTON (widget)->menu_button);

  return TRUE;
}

static void
thaw_day_button_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ThawDayButton *self = THAW_DAY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_ALLOWS_FUTURE:
      g_value_set_boolean (value, self->allows_future);
      break;
    case PROP_NONE_LABEL:
      g_value_set_string (value, self->none_label);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_day_button_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ThawDayButton *self = THAW_DAY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_ALLOWS_FUTURE:
      self->allows_future = g_value_get_boolean (value);
      break;
    case PROP_NONE_LABEL:
      self->none_label = g_value_dup_string (value);
      if (self->none_label != NULL)
        gtk_button_set_label (self->none_button, self->none_label);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_day_button_finalize (GObject *object)
{
  ThawDayButton *self = THAW_DAY_BUTTON (object);

  g_free (self->none_label);
  g_free (self->title);

  G_OBJECT_CLASS (thaw_day_button_parent_class)->finalize (object);
}

static void
thaw_day_button_dispose (GObject *object)
{
  ThawDayButton *self = THAW_DAY_BUTTON (object);

  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_DAY_BUTTON);

  G_OBJECT_CLASS (thaw_day_button_parent_class)->dispose (object);
}

static void
thaw_day_button_class_init (ThawDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_day_button_dispose;
  object_class->finalize = thaw_day_button_finalize;
  object_class->get_property = thaw_day_button_get_property;
  object_class->set_property = thaw_day_button_set_property;
  widget_class->mnemonic_activate = thaw_day_button_mnemonic_activate;

  /**
   * ThawDayButton:allows-future:
   *
   * Whether a day that has not been yet can be chosen.
   */
  properties[PROP_ALLOWS_FUTURE] = g_param_spec_boolean ("allows-future", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                         G_PARAM_STATIC_STRINGS);

  /**
   * ThawDayButton:none-label:
   *
   * What stands there instead of a day, and on the button that chooses none; %NULL for
   * “Not known”.
   */
  properties[PROP_NONE_LABEL] = g_param_spec_string ("none-label", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                     G_PARAM_STATIC_STRINGS);

  /**
   * ThawDayButton:title:
   *
   * What it is the day of, as “Until”, for assistive technology; %NULL for a day in general.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawDayButton::changed:
   *
   * The person chose another day, or none.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_MONTH_CALENDAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/widgets/thaw-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawDayButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ThawDayButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, ThawDayButton, none_button);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_button_clicked_cb);
}

static void
thaw_day_button_init (ThawDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_calendar, self, NULL);
}

/**
 * thaw_day_button_set_clock:
 * @clock: what day it is, needed before a day is set
 */
void
thaw_day_button_set_clock (ThawDayButton *self,
                           ThawClock     *clock)
{
  g_return_if_fail (THAW_IS_DAY_BUTTON (self));
  g_return_if_fail (THAW_IS_CLOCK (clock));

  g_set_object (&self->clock, clock);
}

/**
 * thaw_day_button_get_day:
 *
 * Returns: the chosen day, or %THAW_DAY_NONE
 */
ThawDay
thaw_day_button_get_day (ThawDayButton *self)
{
  g_return_val_if_fail (THAW_IS_DAY_BUTTON (self), THAW_DAY_NONE);

  return self->day;
}

/**
 * thaw_day_button_set_day:
 * @day: a day, or %THAW_DAY_NONE
 */
void
thaw_day_button_set_day (ThawDayButton *self,
                         ThawDay        day)
{
  g_return_if_fail (THAW_IS_DAY_BUTTON (self));
  g_return_if_fail (day == THAW_DAY_NONE || thaw_day_is_valid (day));
  g_return_if_fail (self->clock != NULL);

  self->day = day;
  show_day (self);
}
