/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminders/thaw-notifier.h"
#include "thaw-reminder.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_SENDER (thaw_reminder_sender_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderSender, thaw_reminder_sender, THAW, REMINDER_SENDER, GObject)

ThawReminderSender *thaw_reminder_sender_new (void) G_GNUC_WARN_UNUSED_RESULT;

void      thaw_reminder_sender_set_notifier     (ThawReminderSender   *self,
                                                 ThawNotifier         *notifier);
gboolean  thaw_reminder_sender_get_can_notify   (ThawReminderSender   *self);

gboolean  thaw_reminder_sender_send             (ThawReminderSender   *self,
                                                 const ThawReminder   *reminder,
                                                 gboolean              shows_details);
void      thaw_reminder_sender_withdraw         (ThawReminderSender   *self,
                                                 const char           *uuid);

void      thaw_reminder_sender_send_test_async  (ThawReminderSender   *self,
                                                 gpointer              source_object,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

G_END_DECLS
