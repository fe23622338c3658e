/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminders/thaw-notifier.h"
#include "thaw-clock.h"
#include "thaw-journal.h"
#include "thaw-people-store.h"
#include "thaw-reminder-store.h"
#include "thaw-session-store.h"
#include "thaw-settings.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_ENGINE (thaw_reminder_engine_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderEngine, thaw_reminder_engine, THAW, REMINDER_ENGINE, GObject)

ThawReminderEngine *thaw_reminder_engine_new (ThawClock         *clock,
                                              ThawSettings      *settings,
                                              ThawReminderStore *store,
                                              ThawJournal       *journal,
                                              ThawSessionStore  *sessions,
                                              ThawPeopleStore   *people) G_GNUC_WARN_UNUSED_RESULT;

/* When there is a journal: who opens and closes that says so. */
void     thaw_reminder_engine_load         (ThawReminderEngine *self);
void     thaw_reminder_engine_unload       (ThawReminderEngine *self);

/* What runs: the application starts it. */
void     thaw_reminder_engine_set_notifier (ThawReminderEngine *self,
                                            ThawNotifier       *notifier);
void     thaw_reminder_engine_start        (ThawReminderEngine *self);
void     thaw_reminder_engine_stop         (ThawReminderEngine *self);
gint64   thaw_reminder_engine_get_next_ms  (ThawReminderEngine *self);

/* What there is, for whoever shows it. Also before it is started, once the journal is open. */
guint                    thaw_reminder_engine_get_n_reminders (ThawReminderEngine     *self);
const ThawReminder      *thaw_reminder_engine_get_reminder    (ThawReminderEngine     *self,
                                                               guint                   index);
const ThawReminder      *thaw_reminder_engine_find            (ThawReminderEngine     *self,
                                                               const char             *uuid);
const ThawReminderState *thaw_reminder_engine_get_state       (ThawReminderEngine     *self,
                                                               const char             *uuid);
void                     thaw_reminder_engine_get_conditions  (ThawReminderEngine     *self,
                                                               ThawReminderConditions *out_conditions);
gboolean                 thaw_reminder_engine_get_any_on      (ThawReminderEngine     *self);
gboolean                 thaw_reminder_engine_get_can_notify  (ThawReminderEngine     *self);

/* What the person says, in a notification or in the window. */
void     thaw_reminder_engine_answer       (ThawReminderEngine *self,
                                            const char         *uuid);
void     thaw_reminder_engine_snooze       (ThawReminderEngine *self,
                                            const char         *uuid);
void     thaw_reminder_engine_put_off      (ThawReminderEngine *self,
                                            const char         *uuid);
void     thaw_reminder_engine_forget_missed (ThawReminderEngine *self,
                                             const char         *uuid);
void     thaw_reminder_engine_end_offer    (ThawReminderEngine *self,
                                            const char         *uuid);

void     thaw_reminder_engine_send_test_async  (ThawReminderEngine   *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
char    *thaw_reminder_engine_send_test_finish (ThawReminderEngine   *self,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
