/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-reminder.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_TIMES (thaw_reminder_times_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderTimes, thaw_reminder_times, THAW, REMINDER_TIMES, AdwPreferencesGroup)

void thaw_reminder_times_load   (ThawReminderTimes  *self,
                                 const ThawReminder *reminder);
void thaw_reminder_times_store  (ThawReminderTimes  *self,
                                 ThawReminder       *reminder);
void thaw_reminder_times_update (ThawReminderTimes  *self);

G_END_DECLS
