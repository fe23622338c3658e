/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-rest"

#include "config.h"
#include "reminders/thaw-reminder-rest.h"

#include <glib/gi18n-lib.h>

#include "reminders/thaw-pause-dialog.h"
#include "thaw-date-words.h"
#include "thaw-focus.h"
#include "thaw-reminder-pause.h"
#include "widgets/thaw-time-button.h"

/**
 * ThawReminderRest:
 *
 * When nothing comes, whatever the reminders say: while all of them are paused, until when
 * the person chooses, and in quiet hours.
 */
struct _ThawReminderRest
{
  GtkBox parent_instance;

  AdwActionRow *pause_row;
  GtkWidget *pause_button;
  GtkWidget *resume_button;
  AdwActionRow *quiet_row;
  GtkSwitch *quiet_switch;
  ThawTimeButton *start_button;
  ThawTimeButton *end_button;

  ThawServices *services; /* (owned) (nullable) */
  gboolean is_showing;    /* what is shown changes by itself */
};

G_DEFINE_FINAL_TYPE (ThawReminderRest, thaw_reminder_rest, GTK_TYPE_BOX)

static ThawSettings *
get_settings (ThawReminderRest *self)
{
  return thaw_services_get_settings (self->services);
}

/* The pause */

static void
show_pause (ThawReminderRest *self)
{
  ThawClock *clock = thaw_services_get_clock (self->services);
  g_autoptr (GDateTime) now = thaw_clock_dup_now (clock);
  g_autofree char *words = thaw_reminder_pause_to_words (thaw_settings_get_reminders_paused_until (get_settings (self)),
                                                         thaw_clock_get_utc_ms (clock), g_date_time_get_timezone (now));
  gboolean is_paused = words != NULL;
  GtkWidget *former = is_paused ? self->pause_button : self->resume_button;
  GtkWidget *button = is_paused ? self->resume_button : self->pause_button;
  gboolean was_focused = thaw_focus_is_in (former);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pause_row), is_paused ? words : _("Pause All Reminders"));
  adw_action_row_set_subtitle (self->pause_row, is_paused ? _("What falls into this time does not come later.") : "");
  gtk_widget_set_visible (button, TRUE);
  if (was_focused)
    gtk_widget_grab_focus (button);
  gtk_widget_set_visible (former, FALSE);
}

static void
pause_until (ThawReminderRest *self,
             gint64            utc_ms)
{
  thaw_settings_set_reminders_paused_until (get_settings (self), utc_ms);
}

static void
pause_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ThawReminderRest *self = THAW_REMINDER_REST (widget);
  const char *until = g_variant_get_string (parameter, NULL);
  ThawClock *clock = thaw_services_get_clock (self->services);
  g_autoptr (GDateTime) now = thaw_clock_dup_now (clock);

  if (g_str_equal (until, "hour"))
    pause_until (self, thaw_reminder_pause_for_an_hour (thaw_clock_get_utc_ms (clock)));
  else if (g_str_equal (until, "today"))
    pause_until (self, thaw_reminder_pause_until_day (thaw_clock_get_today (clock) + 1,
                                                      g_date_time_get_timezone (now)));
  else if (g_str_equal (until, "good"))
    pause_until (self, THAW_SETTINGS_PAUSED_FOR_GOOD);
  else
    thaw_pause_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->services);
}

static void
resume_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  pause_until (THAW_REMINDER_REST (widget), 0);
}

/* Quiet hours */

static void
show_quiet (ThawReminderRest *self)
{
  ThawQuietHours quiet;
  gboolean is_on = thaw_settings_get_quiet_choice (get_settings (self), &quiet);
  g_autofree char *start = thaw_minute_to_time_words (quiet.start);
  g_autofree char *end = thaw_minute_to_time_words (quiet.end);
  g_autofree char *words = NULL;

  /* Translators: of quiet hours: two times, as “Nothing comes from 22:00 to 07:00” */
  words = g_strdup_printf (_("Nothing comes from %s to %s"), start, end);
  adw_action_row_set_subtitle (self->quiet_row,
                               is_on && quiet.start != quiet.end ? words : _("Reminders come at any time of day"));
  gtk_switch_set_active (self->quiet_switch, is_on);
  if (thaw_time_button_get_minute (self->start_button) != quiet.start)
    thaw_time_button_set_minute (self->start_button, quiet.start);
  if (thaw_time_button_get_minute (self->end_button) != quiet.end)
    thaw_time_button_set_minute (self->end_button, quiet.end);
}

static void
on_quiet_changed_cb (ThawReminderRest *self)
{
  ThawQuietHours quiet;

  if (self->is_showing || self->services == NULL)
    return;

  quiet.start = thaw_time_button_get_minute (self->start_button);
  quiet.end = thaw_time_button_get_minute (self->end_button);
  thaw_settings_set_quiet_choice (get_settings (self), gtk_switch_get_active (self->quiet_switch), quiet);
}

static void
thaw_reminder_rest_dispose (GObject *object)
{
  ThawReminderRest *self = THAW_REMINDER_REST (object);

  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_REMINDER_REST);

  G_OBJECT_CLASS (thaw_reminder_rest_parent_class)->dispose (object);
}

static void
thaw_reminder_rest_class_init (ThawReminderRestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reminder_rest_dispose;

  g_type_ensure (THAW_TYPE_TIME_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reminders/thaw-reminder-rest.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawReminderRest, pause_row);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderRest, pause_button);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderRest, resume_button);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderRest, quiet_row);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderRest, quiet_switch);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderRest, start_button);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderRest, end_button);
  gtk_widget_class_bind_template_callback (widget_class, on_quiet_changed_cb);
  gtk_widget_class_install_action (widget_class, "rest.pause", "s", pause_action);
  gtk_widget_class_install_action (widget_class, "rest.resume", NULL, resume_action);
}

static void
thaw_reminder_rest_init (ThawReminderRest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_reminder_rest_set_services:
 * @services: what has the settings and the clock
 */
void
thaw_reminder_rest_set_services (ThawReminderRest *self,
                                 ThawServices     *services)
{
  g_return_if_fail (THAW_IS_REMINDER_REST (self));
  g_return_if_fail (THAW_IS_SERVICES (services));

  g_set_object (&self->services, services);
  g_signal_connect_object (thaw_services_get_settings (services), "reminders-changed",
                           G_CALLBACK (thaw_reminder_rest_update), self, G_CONNECT_SWAPPED);
  thaw_reminder_rest_update (self);
}

/**
 * thaw_reminder_rest_update:
 *
 * Shows what has changed, or is over by now.
 */
void
thaw_reminder_rest_update (ThawReminderRest *self)
{
  g_return_if_fail (THAW_IS_REMINDER_REST (self));

  if (self->services == NULL)
    return;

  self->is_showing = TRUE;
  show_pause (self);
  show_quiet (self);
  self->is_showing = FALSE;
}
