/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-settings"

#include "config.h"
#include "thaw-settings-private.h"

/* What ThawSettings knows of reminders: when they rest, and whether they come without a window. */

/* As the values of ThawBackground. */
static const char *const backgrounds[] = { "ask", "yes", "no" };

/* As the values of ThawAutostartState. */
static const char *const autostart_answers[] = { "off", "on", "blocked" };

/**
 * thaw_settings_get_quiet_hours:
 *
 * Returns: when no reminder comes; nothing as long as that is switched off
 */
ThawQuietHours
thaw_settings_get_quiet_hours (ThawSettings *self)
{
  ThawQuietHours quiet = { 0, 0 };

  g_return_val_if_fail (THAW_IS_SETTINGS (self), quiet);

  return thaw_settings_get_quiet_choice (self, &quiet) ? quiet : (ThawQuietHours) { 0, 0 };
}

/**
 * thaw_settings_get_quiet_choice:
 * @out_quiet: (out): where they begin and end, also as long as they are switched off
 *
 * Returns: whether there are quiet hours
 */
gboolean
thaw_settings_get_quiet_choice (ThawSettings   *self,
                                ThawQuietHours *out_quiet)
{
  gboolean is_on;

  g_return_val_if_fail (THAW_IS_SETTINGS (self), FALSE);

  g_settings_get (thaw_settings_get_backend (self), "quiet-hours", "(bii)", &is_on, &out_quiet->start, &out_quiet->end);
  /* The key has no range: anybody may have written there. */
  out_quiet->start = CLAMP (out_quiet->start, 0, THAW_CIVIL_MINUTES_PER_DAY - 1);
  out_quiet->end = CLAMP (out_quiet->end, 0, THAW_CIVIL_MINUTES_PER_DAY - 1);

  return is_on;
}

/**
 * thaw_settings_set_quiet_choice:
 * @is_on: whether there are quiet hours
 * @quiet: where they begin and end, or would
 */
void
thaw_settings_set_quiet_choice (ThawSettings   *self,
                                gboolean        is_on,
                                ThawQuietHours  quiet)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  g_settings_set (thaw_settings_get_backend (self), "quiet-hours", "(bii)", is_on, quiet.start, quiet.end);
}

/**
 * thaw_settings_get_reminders_paused_until:
 *
 * Returns: until when no reminder comes, in milliseconds of Unix time; may be over
 */
gint64
thaw_settings_get_reminders_paused_until (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), 0);

  return g_settings_get_int64 (thaw_settings_get_backend (self), "reminders-paused-until");
}

/**
 * thaw_settings_set_reminders_paused_until:
 * @utc_ms: until when no reminder shall come, in milliseconds of Unix time, 0 for no pause,
 *   or %THAW_SETTINGS_PAUSED_FOR_GOOD
 */
void
thaw_settings_set_reminders_paused_until (ThawSettings *self,
                                          gint64        utc_ms)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  g_settings_set_int64 (thaw_settings_get_backend (self), "reminders-paused-until", utc_ms);
}

/**
 * thaw_settings_get_reminder_catch_up:
 *
 * Returns: how many minutes too late a reminder may come
 */
int
thaw_settings_get_reminder_catch_up (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), 0);

  return g_settings_get_int (thaw_settings_get_backend (self), "reminder-catch-up");
}

void
thaw_settings_set_reminder_catch_up (ThawSettings *self,
                                     int           minutes)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));
  g_return_if_fail (minutes >= 0 && minutes <= THAW_SETTINGS_MAX_CATCH_UP);

  g_settings_set_int (thaw_settings_get_backend (self), "reminder-catch-up", minutes);
}

/**
 * thaw_settings_get_background:
 *
 * Returns: whether the person wants reminders to come while the window is closed
 */
ThawBackground
thaw_settings_get_background (ThawSettings *self)
{
  g_autofree char *background = NULL;

  g_return_val_if_fail (THAW_IS_SETTINGS (self), THAW_BACKGROUND_NO);

  background = g_settings_get_string (thaw_settings_get_backend (self), "reminders-in-background");
  for (guint i = 0; i < G_N_ELEMENTS (backgrounds); i++)
    {
      if (g_str_equal (background, backgrounds[i]))
        return (ThawBackground) i;
    }

  return THAW_BACKGROUND_ASK;
}

void
thaw_settings_set_background (ThawSettings   *self,
                              ThawBackground  background)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));
  g_return_if_fail ((guint) background < G_N_ELEMENTS (backgrounds));

  g_settings_set_string (thaw_settings_get_backend (self), "reminders-in-background", backgrounds[background]);
}

/**
 * thaw_settings_leave_background_open:
 *
 * The person was asked whether reminders come while the window is closed, and did not say.
 * Who does so for the second time means no, and is not asked again.
 */
void
thaw_settings_leave_background_open (ThawSettings *self)
{
  int n_left;

  g_return_if_fail (THAW_IS_SETTINGS (self));

  n_left = g_settings_get_int (thaw_settings_get_backend (self), "background-question-left") + 1;
  g_settings_set_int (thaw_settings_get_backend (self), "background-question-left",
                      MIN (n_left, THAW_SETTINGS_MAX_LEFT_OPEN));
  if (n_left >= THAW_SETTINGS_MAX_LEFT_OPEN)
    thaw_settings_set_background (self, THAW_BACKGROUND_NO);
}

/**
 * thaw_settings_get_autostart_answer:
 *
 * Returns: what the desktop said last when it was asked to start Thaw at login; in a sandbox there is no way to
 *   ask again without a question to the person
 */
ThawAutostartState
thaw_settings_get_autostart_answer (ThawSettings *self)
{
  g_autofree char *answer = NULL;

  g_return_val_if_fail (THAW_IS_SETTINGS (self), THAW_AUTOSTART_OFF);

  answer = g_settings_get_string (thaw_settings_get_backend (self), "autostart-answer");
  for (guint i = 0; i < G_N_ELEMENTS (autostart_answers); i++)
    {
      if (g_str_equal (answer, autostart_answers[i]))
        return (ThawAutostartState) i;
    }

  return THAW_AUTOSTART_OFF;
}

void
thaw_settings_set_autostart_answer (ThawSettings       *self,
                                    ThawAutostartState  answer)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));
  g_return_if_fail ((guint) answer < G_N_ELEMENTS (autostart_answers));

  g_settings_set_string (thaw_settings_get_backend (self), "autostart-answer", autostart_answers[answer]);
}
