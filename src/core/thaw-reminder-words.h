/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder-state.h"

G_BEGIN_DECLS

char *thaw_reminder_to_words       (const ThawReminder           *rule,
                                    ThawDay                       today) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_reminder_next_to_words  (const ThawReminder           *rule,
                                    const ThawReminderState      *state,
                                    const ThawReminderConditions *conditions) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_reminder_moment_to_words (const ThawReminder          *rule,
                                     ThawCivil                    moment,
                                     ThawDay                      today) G_GNUC_WARN_UNUSED_RESULT;

const char *thaw_reminder_opens_to_words (const char             *opens);

G_END_DECLS
