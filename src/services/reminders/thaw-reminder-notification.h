/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-reminder.h"

G_BEGIN_DECLS

GNotification *thaw_reminder_notification_new      (const ThawReminder *reminder,
                                                    gboolean            shows_details) G_GNUC_WARN_UNUSED_RESULT;
GNotification *thaw_reminder_notification_new_test (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
