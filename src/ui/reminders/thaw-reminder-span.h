/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-reminder.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_SPAN (thaw_reminder_span_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderSpan, thaw_reminder_span, THAW, REMINDER_SPAN, AdwPreferencesGroup)

void thaw_reminder_span_load   (ThawReminderSpan   *self,
                                const ThawReminder *reminder);
void thaw_reminder_span_store  (ThawReminderSpan   *self,
                                ThawReminder       *reminder);
void thaw_reminder_span_update (ThawReminderSpan   *self);

G_END_DECLS
