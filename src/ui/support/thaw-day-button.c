/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-day-button"

#include "config.h"
#include "support/thaw-day-button.h"

#include "thaw-date-words.h"
#include "widgets/thaw-month-calendar.h"

#include <glib/gi18n-lib.h>

/**
 * ThawDayButton:
 *
 * Says in words on which day something was, if that is known; pressed, it lets the
 * person choose another day, up to today, or none.
 */
struct _ThawDayButton
{
  GtkBox parent_instance;

  GtkMenuButton *menu_button;
  ThawMonthCalendar *calendar;

  ThawClock *clock; /* (owned) (nullable) */
  ThawDay day;      /* or THAW_DAY_NONE */
};

G_DEFINE_FINAL_TYPE (ThawDayButton, thaw_day_button, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_day (ThawDayButton *self)
{
  ThawDay today = thaw_clock_get_today (self->clock);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  /* Translators: of a day */
  label = self->day != THAW_DAY_NONE ? thaw_day_to_words (self->day, today) : g_strdup (C_("day", "Not known"));
  gtk_menu_button_set_label (self->menu_button, label);
  /* Translators: what a screen reader says of the button with a day; %s is “Yesterday” or a date */
  name = g_strdup_printf (_("Day: %s"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  thaw_month_calendar_set_today (self->calendar, today);
  thaw_month_calendar_set_day (self->calendar, self->day);
  thaw_month_calendar_set_month (self->calendar, self->day != THAW_DAY_NONE ? self->day : today);
}

static void
choose (ThawDayButton *self,
        ThawDay        day)
{
  gtk_menu_button_popdown (self->menu_button);
  thaw_day_button_set_day (self, day);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What has not been yet cannot be known. */
static void
calendar_day_activated_cb (ThawDayButton *self,
                           ThawDay        day)
{
  choose (self, MIN (day, thaw_clock_get_today (self->clock)));
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_day_button_dispose;

  /**
   * ThawDayButton::changed:
   *
   * The person chose another day, or none.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_MONTH_CALENDAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/support/thaw-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawDayButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ThawDayButton, calendar);
  gtk_widget_class_bind_template_callback (widget_class, calendar_day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_button_clicked_cb);
}

static void
thaw_day_button_init (ThawDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
