/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_ROW (thaw_reminder_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderRow, thaw_reminder_row, THAW, REMINDER_ROW, AdwActionRow)

GtkWidget          *thaw_reminder_row_new          (ThawServices       *services,
                                                    const ThawReminder *reminder) G_GNUC_WARN_UNUSED_RESULT;

const ThawReminder *thaw_reminder_row_get_reminder (ThawReminderRow    *self);
void                thaw_reminder_row_set_reminder (ThawReminderRow    *self,
                                                    const ThawReminder *reminder);

G_END_DECLS
