/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder-state.h"

G_BEGIN_DECLS

/**
 * ThawReminderHitch:
 * @THAW_REMINDER_COMES: nothing: it comes
 * @THAW_REMINDER_NO_WEEKDAY: no day of the week is chosen
 * @THAW_REMINDER_NO_TIME: no time is chosen
 * @THAW_REMINDER_WINDOW_BACKWARDS: the window does not end after it begins
 * @THAW_REMINDER_WINDOW_TOO_SHORT: not all of its moments have room in the window
 * @THAW_REMINDER_DAYS_BACKWARDS: the last day is before the first one
 * @THAW_REMINDER_IS_OVER: its last moment is over
 * @THAW_REMINDER_NO_DAY_BETWEEN: no day of the week that is chosen lies between the first
 *   and the last day
 * @THAW_REMINDER_ONLY_QUIET: it would only come in quiet hours
 * @THAW_REMINDER_RESTS: all reminders rest as long as it would come
 *
 * Why a reminder does not come, the way it is. Up to %THAW_REMINDER_DAYS_BACKWARDS it cannot
 * be kept like that.
 */
typedef enum
{
  THAW_REMINDER_COMES,
  THAW_REMINDER_NO_WEEKDAY,
  THAW_REMINDER_NO_TIME,
  THAW_REMINDER_WINDOW_BACKWARDS,
  THAW_REMINDER_WINDOW_TOO_SHORT,
  THAW_REMINDER_DAYS_BACKWARDS,
  THAW_REMINDER_IS_OVER,
  THAW_REMINDER_NO_DAY_BETWEEN,
  THAW_REMINDER_ONLY_QUIET,
  THAW_REMINDER_RESTS,
} ThawReminderHitch;

gboolean          thaw_reminder_comes_alike    (const ThawReminder           *a,
                                                const ThawReminder           *b);
gboolean          thaw_reminder_equal          (const ThawReminder           *a,
                                                const ThawReminder           *b);

void              thaw_reminder_set_times      (ThawReminder                 *self,
                                                const int                    *minutes,
                                                guint                         n_minutes);
int               thaw_reminder_suggest_time   (const ThawReminder           *self);
gboolean          thaw_reminder_opens_can_be_done (const char                *opens);

ThawReminderHitch thaw_reminder_find_hitch     (const ThawReminder           *self,
                                                const ThawReminderConditions *conditions);
const char       *thaw_reminder_hitch_to_words (ThawReminderHitch             hitch);

G_END_DECLS
