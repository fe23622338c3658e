/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-moment-button"

#include "config.h"
#include "thaw-moment-button.h"

#include "thaw-date-words.h"
#include "widgets/thaw-menu-button.h"
#include "widgets/thaw-month-calendar.h"
#include "widgets/thaw-time-spin.h"

#include <glib/gi18n.h>

/**
 * ThawMomentButton:
 *
 * Says in words when something was felt; pressed, it lets the person choose
 * another day and time, up to now.
 *
 * A moment that is not changed keeps its zone and its seconds. One that is
 * changed is in the zone in which the person is now.
 */
struct _ThawMomentButton
{
  GtkBox parent_instance;

  ThawClock *clock; /* (owned) (nullable) */

  /* Template children */
  GtkMenuButton *menu_button;
  ThawMonthCalendar *calendar;
  ThawTimeSpin *time_spin;

  ThawMoment moment;
};

G_DEFINE_FINAL_TYPE (ThawMomentButton, thaw_moment_button, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_label (ThawMomentButton *self)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  day = thaw_day_to_words (self->moment.day, thaw_clock_get_today (self->clock));
  time = thaw_moment_to_time_words (&self->moment);
  /* Translators: when something was felt, as "Monday 23 November, 10:44": a day and a time */
  label = g_strdup_printf (C_("moment", "%s, %s"), day, time);
  /* Translators: what a screen reader says of the button with the day and time of an entry */
  name = g_strdup_printf (_("Day and time: %s"), label);
  thaw_menu_button_set_words (self->menu_button, label, name);
}

static void
load_chooser (ThawMomentButton *self)
{
  g_autoptr (GDateTime) time = thaw_moment_to_time (&self->moment);

  thaw_month_calendar_set_today (self->calendar, thaw_clock_get_today (self->clock));
  thaw_month_calendar_set_day (self->calendar, self->moment.day);
  thaw_month_calendar_set_month (self->calendar, self->moment.day);
  thaw_time_spin_set_minute (self->time_spin, g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time));
}

static void
take_moment (ThawMomentButton *self,
             GDateTime        *time)
{
  self->moment = thaw_moment_from_time (time);
  update_label (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Where the keyboard goes on. */
static void
popover_map_cb (ThawMomentButton *self)
{
  thaw_month_calendar_focus_day (self->calendar);
}

/* What has not been yet cannot have been felt. */
static void
on_chosen_cb (ThawMomentButton *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) chosen = NULL;
  int year = 1, month = 1, day_of_month = 1;
  int minute = thaw_time_spin_get_minute (self->time_spin);

  now = thaw_clock_dup_now (self->clock);
  thaw_day_split (thaw_month_calendar_get_day (self->calendar), &year, &month, &day_of_month);
  chosen = g_date_time_new (g_date_time_get_timezone (now), year, month, day_of_month, minute / 60, minute % 60, 0);

  if (chosen == NULL || g_date_time_compare (chosen, now) > 0)
    {
      take_moment (self, now);
      load_chooser (self);
    }
  else
    {
      take_moment (self, chosen);
    }
}

static void
on_now_clicked_cb (ThawMomentButton *self)
{
  g_autoptr (GDateTime) now = thaw_clock_dup_now (self->clock);

  take_moment (self, now);
  load_chooser (self);
  gtk_menu_button_popdown (self->menu_button);
}

static void
thaw_moment_button_dispose (GObject *object)
{
  ThawMomentButton *self = THAW_MOMENT_BUTTON (object);

  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_MOMENT_BUTTON);

  G_OBJECT_CLASS (thaw_moment_button_parent_class)->dispose (object);
}

static void
thaw_moment_button_class_init (ThawMomentButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_moment_button_dispose;

  /**
   * ThawMomentButton::changed:
   *
   * The person chose another moment.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_MONTH_CALENDAR);
  g_type_ensure (THAW_TYPE_TIME_SPIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/editor/thaw-moment-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawMomentButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ThawMomentButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, ThawMomentButton, time_spin);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_now_clicked_cb);
}

static void
thaw_moment_button_init (ThawMomentButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
thaw_moment_button_new (void)
{
  return g_object_new (THAW_TYPE_MOMENT_BUTTON, NULL);
}

/**
 * thaw_moment_button_set_clock:
 * @clock: what time it is, needed before a moment is set
 */
void
thaw_moment_button_set_clock (ThawMomentButton *self,
                              ThawClock        *clock)
{
  g_return_if_fail (THAW_IS_MOMENT_BUTTON (self));
  g_return_if_fail (THAW_IS_CLOCK (clock));

  g_set_object (&self->clock, clock);
}

/**
 * thaw_moment_button_get_moment:
 *
 * Returns: (transfer none): the chosen moment
 */
const ThawMoment *
thaw_moment_button_get_moment (ThawMomentButton *self)
{
  g_return_val_if_fail (THAW_IS_MOMENT_BUTTON (self), NULL);

  return &self->moment;
}

/**
 * thaw_moment_button_set_moment:
 * @moment: a valid moment
 */
void
thaw_moment_button_set_moment (ThawMomentButton *self,
                               const ThawMoment *moment)
{
  g_return_if_fail (THAW_IS_MOMENT_BUTTON (self));
  g_return_if_fail (moment != NULL && thaw_moment_is_valid (moment));
  g_return_if_fail (self->clock != NULL);

  self->moment = *moment;
  update_label (self);
  load_chooser (self);
}
