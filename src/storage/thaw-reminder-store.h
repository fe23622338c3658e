/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder-state.h"
#include "thaw-store.h"

G_BEGIN_DECLS

/**
 * ThawReminderRecord:
 * @uuid: (not nullable): the identity of a reminder
 * @state: what came of it on this computer
 *
 * A state, and whose it is.
 */
typedef struct
{
  char              *uuid;
  ThawReminderState  state;
} ThawReminderRecord;

ThawReminderRecord *thaw_reminder_record_new  (const char              *uuid,
                                               const ThawReminderState *state) G_GNUC_WARN_UNUSED_RESULT;
void                thaw_reminder_record_free (ThawReminderRecord      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawReminderRecord, thaw_reminder_record_free)

#define THAW_TYPE_REMINDER_STORE (thaw_reminder_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderStore, thaw_reminder_store, THAW, REMINDER_STORE, ThawStore)

ThawReminderStore *thaw_reminder_store_new (ThawDatabase *database,
                                            ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_reminder_store_list        (ThawReminderStore  *self,
                                            GError            **error);
GPtrArray *thaw_reminder_store_list_states (ThawReminderStore  *self,
                                            GError            **error);
gint64     thaw_reminder_store_get_done_ms (ThawReminderStore  *self,
                                            const char         *opens,
                                            ThawDay             day,
                                            GError            **error);

void          thaw_reminder_store_save_async    (ThawReminderStore    *self,
                                                 const ThawReminder   *reminder,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
ThawReminder *thaw_reminder_store_save_finish   (ThawReminderStore    *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
ThawReminder *thaw_reminder_store_save_sync     (ThawReminderStore    *self,
                                                 const ThawReminder   *reminder,
                                                 GError              **error);
void          thaw_reminder_store_remove_async  (ThawReminderStore    *self,
                                                 const char           *uuid,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean      thaw_reminder_store_remove_finish (ThawReminderStore    *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
gboolean      thaw_reminder_store_remove_sync   (ThawReminderStore    *self,
                                                 const char           *uuid,
                                                 GError              **error);

void     thaw_reminder_store_save_states_async  (ThawReminderStore    *self,
                                                 GPtrArray            *records,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean thaw_reminder_store_save_states_finish (ThawReminderStore    *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void     thaw_reminder_store_clean_async        (ThawReminderStore    *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean thaw_reminder_store_clean_finish       (ThawReminderStore    *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
