/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-moment-button"

#include "config.h"
#include "thaw-moment-button.h"

#include "thaw-date-words.h"
#include "widgets/thaw-month-calendar.h"

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
  GtkSpinButton *hour_spin;
  GtkSpinButton *minute_spin;

  /* State */
  ThawMoment moment;
  gboolean is_loading; /* code changes the widgets, not the person */
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
  gtk_menu_button_set_label (self->menu_button, label);
  /* Translators: what a screen reader says of the button with the day and time of an entry */
  name = g_strdup_printf (_("Day and time: %s"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
load_chooser (ThawMomentButton *self)
{
  g_autoptr (GDateTime) time = thaw_moment_to_time (&self->moment);

  self->is_loading = TRUE;
  thaw_month_calendar_set_today (self->calendar, thaw_clock_get_today (self->clock));
  thaw_month_calendar_set_day (self->calendar, self->moment.day);
  thaw_month_calendar_set_month (self->calendar, self->moment.day);
  gtk_spin_button_set_value (self->hour_spin, g_date_time_get_hour (time));
  gtk_spin_button_set_value (self->minute_spin, g_date_time_get_minute (time));
  self->is_loading = FALSE;
}

static void
take_moment (ThawMomentButton *self,
             GDateTime        *time)
{
  self->moment = thaw_moment_from_time (time);
  update_label (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What has not been yet cannot have been felt. */
static void
on_chosen_cb (ThawMomentButton *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) chosen = NULL;
  int year = 1, month = 1, day_of_month = 1;

  if (self->is_loading)
    return;

  now = thaw_clock_dup_now (self->clock);
  thaw_day_split (thaw_month_calendar_get_day (self->calendar), &year, &month, &day_of_month);
  chosen = g_date_time_new (g_date_time_get_timezone (now), year, month, day_of_month,
                            gtk_spin_button_get_value_as_int (self->hour_spin),
                            gtk_spin_button_get_value_as_int (self->minute_spin), 0);

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

/* Hours by the clock that the locale uses; what is typed is by 24 hours in either. */
static gboolean
on_hour_output_cb (GtkSpinButton *spin,
                   gpointer       user_data)
{
  int hour = gtk_spin_button_get_value_as_int (spin);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, hour, 0, 0);
  g_autofree char *text = g_date_time_format (time, thaw_locale_uses_12_hours () ? "%-I %p" : "%H");

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

/* The letters and digits alone: "3 PM" and "3pm" are the same to people. */
static char *
fold_hour (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }

  return g_string_free (folded, FALSE);
}

/* "3 PM" must be read back as 15. */
static int
on_hour_input_cb (GtkSpinButton *spin,
                  double        *value,
                  gpointer       user_data)
{
  g_autofree char *text = fold_hour (gtk_editable_get_text (GTK_EDITABLE (spin)));

  if (!thaw_locale_uses_12_hours ())
    return FALSE;

  for (int hour = 0; hour < 24; hour++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, hour, 0, 0);
      g_autofree char *shown = g_date_time_format (time, "%-I %p");
      g_autofree char *word = fold_hour (shown);

      if (g_str_equal (word, text))
        {
          *value = hour;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
on_minute_output_cb (GtkSpinButton *spin,
                     gpointer       user_data)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/editor/thaw-moment-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawMomentButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ThawMomentButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, ThawMomentButton, hour_spin);
  gtk_widget_class_bind_template_child (widget_class, ThawMomentButton, minute_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_now_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hour_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hour_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_minute_output_cb);
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
