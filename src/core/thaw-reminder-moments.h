/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder.h"

G_BEGIN_DECLS

/* All weekdays once, and the day on which the clock was put back. What is older than that is not missed any more. */
#define THAW_REMINDER_MAX_DAYS 8

ThawCivil thaw_reminder_find_latest (const ThawReminder *rule,
                                     ThawQuietHours      quiet,
                                     ThawCivil           dealt_with,
                                     ThawCivil           until);
ThawCivil thaw_reminder_find_next   (const ThawReminder *rule,
                                     ThawQuietHours      quiet,
                                     ThawCivil           dealt_with,
                                     ThawCivil           after);

G_END_DECLS
