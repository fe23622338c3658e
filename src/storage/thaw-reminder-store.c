/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-store"

#include "config.h"
#include "thaw-reminder-store.h"

#include "thaw-link-target.h"
#include "thaw-reminder-rows.h"
#include "thaw-session.h"
#include "thaw-store-private.h"

/**
 * ThawReminderStore:
 *
 * What the person wants to be reminded of, and what came of it on this computer.
 *
 * “changed” tells of reminders alone: what came of them is written by the one who knows it
 * already, and often. The state of a reminder that was removed stays until the journal is
 * opened next, so that nothing is lost by undoing that; thaw_reminder_store_clean_async()
 * then takes it away.
 */
struct _ThawReminderStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawReminderStore, thaw_reminder_store, THAW_TYPE_STORE)

#define ORPHANS "reminder_state WHERE uuid NOT IN (SELECT uuid FROM reminder)"
#define HAS_ORPHANS "SELECT EXISTS (SELECT 1 FROM " ORPHANS ")"

/* What a day has of them is read in one go, from the latest. */
#define DONE_BY_ENTRY \
  "SELECT max (max (utc_ms, created_ms)) FROM (" \
  "  SELECT utc_ms, created_ms FROM entry WHERE hidden_ms IS NULL AND position >= ?1 AND position < ?2" \
  "    ORDER BY position DESC LIMIT 100)"

/* What was done is done when it ends, and what is only written down when that is. */
#define DONE_BY_SESSION \
  "SELECT max (iif (ending = 'logged', max (utc_ms + actual_ms, modified_ms), utc_ms + actual_ms)) FROM session" \
  "  WHERE activity = ?1 AND day = ?2 AND ending <> 'running' AND (ending <> 'left' OR actual_ms >= ?3)"

/* Of a contact only the day is known. */
#define DONE_BY_CONTACT "SELECT modified_ms FROM person WHERE uuid = ?1 AND last_contact = ?2"

ThawReminderRecord *
thaw_reminder_record_new (const char              *uuid,
                          const ThawReminderState *state)
{
  ThawReminderRecord *self;

  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (state != NULL, NULL);

  self = g_new0 (ThawReminderRecord, 1);
  self->uuid = g_strdup (uuid);
  self->state = *state;

  return self;
}

void
thaw_reminder_record_free (ThawReminderRecord *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self);
}

static void
thaw_reminder_store_class_init (ThawReminderStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_REMINDERS;
  store_class->record_kind = &thaw_reminder_records;
}

static void
thaw_reminder_store_init (ThawReminderStore *self)
{
}

/**
 * thaw_reminder_store_new:
 * @database: where the reminders are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the reminders
 */
ThawReminderStore *
thaw_reminder_store_new (ThawDatabase *database,
                         ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_REMINDER_STORE, database, clock);
}

/**
 * thaw_reminder_store_list:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawReminder) (nullable): all reminders, the one
 *   that was made first first, or %NULL with an error
 */
GPtrArray *
thaw_reminder_store_list (ThawReminderStore  *self,
                          GError            **error)
{
  g_return_val_if_fail (THAW_IS_REMINDER_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_reminder_store_list_states:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawReminderRecord) (nullable): what came of the
 *   reminders, perhaps also of some that are gone, or %NULL with an error
 */
GPtrArray *
thaw_reminder_store_list_states (ThawReminderStore  *self,
                                 GError            **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_REMINDER_STORE (self), NULL);

  connection = thaw_database_peek_connection (thaw_store_get_database (THAW_STORE (self)), error);

  return connection != NULL ? thaw_reminder_read_states (connection, error) : NULL;
}

static ThawStatement *
query_done (ThawReminderStore  *self,
            const char         *opens,
            ThawDay             day,
            GError            **error)
{
  ThawLinkKind kind;
  const char *name;
  ThawStatement *row;

  if (opens == NULL || !thaw_link_target_parse (opens, &kind, &name))
    return NULL;

  switch ((int) kind)
    {
      case THAW_LINK_CHECK_IN:
      case THAW_LINK_ENTRY:
        row = thaw_store_query (THAW_STORE (self), DONE_BY_ENTRY, error);
        if (row != NULL)
          {
            thaw_statement_bind_int64 (row, 1, thaw_day_get_first_position (day));
            thaw_statement_bind_int64 (row, 2, thaw_day_get_first_position (day + 1));
          }
        return row;

      case THAW_LINK_PRACTICE:
        row = thaw_store_query (THAW_STORE (self), DONE_BY_SESSION, error);
        if (row != NULL)
          {
            thaw_statement_bind_text (row, 1, name);
            thaw_record_bind_day (row, 2, day);
            thaw_statement_bind_int64 (row, 3, THAW_SESSION_LEAST_MS);
          }
        return row;

      case THAW_LINK_PERSON:
        row = thaw_store_query (THAW_STORE (self), DONE_BY_CONTACT, error);
        if (row != NULL)
          {
            thaw_statement_bind_text (row, 1, name);
            thaw_record_bind_day (row, 2, day);
          }
        return row;

      default:
        return NULL;
    }
}

/**
 * thaw_reminder_store_get_done_ms:
 * @opens: (nullable): what a reminder opens
 * @day: a day
 * @error: return location for an error
 *
 * For a check-in or an entry that is any entry of @day; for something to do, a session of
 * that day that ended, and was not left at once; for a person, that there was contact. When
 * it was said counts, if that was later.
 *
 * Returns: when that was last done on @day, in milliseconds of Unix time; 0 if it was not,
 *   or is nothing that one can be done with, which is no error, or with an error
 */
gint64
thaw_reminder_store_get_done_ms (ThawReminderStore  *self,
                                 const char         *opens,
                                 ThawDay             day,
                                 GError            **error)
{
  g_autoptr (ThawStatement) row = NULL;

  g_return_val_if_fail (THAW_IS_REMINDER_STORE (self), 0);
  g_return_val_if_fail (thaw_day_is_valid (day), 0);

  row = query_done (self, opens, day, error);

  return row != NULL && thaw_statement_next (row, error) ? thaw_statement_get_int64 (row, 0) : 0;
}

/**
 * thaw_reminder_store_save_async:
 * @reminder: a reminder; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a reminder, or changes one that is there. One that was removed comes back.
 */
void
thaw_reminder_store_save_async (ThawReminderStore   *self,
                                const ThawReminder  *reminder,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (THAW_IS_REMINDER_STORE (self));
  g_return_if_fail (reminder != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_reminder_store_save_async, reminder, cancellable, callback,
                                user_data);
}

/**
 * thaw_reminder_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the reminder as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawReminder *
thaw_reminder_store_save_finish (ThawReminderStore  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_reminder_store_save_sync:
 *
 * As thaw_reminder_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the reminder as it is on the disk now
 */
ThawReminder *
thaw_reminder_store_save_sync (ThawReminderStore   *self,
                               const ThawReminder  *reminder,
                               GError             **error)
{
  g_return_val_if_fail (THAW_IS_REMINDER_STORE (self), NULL);
  g_return_val_if_fail (reminder != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), reminder, error);
}

/**
 * thaw_reminder_store_remove_async:
 * @uuid: the identity of a reminder
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a reminder; what came of it stays until the journal is opened next, for it may
 * come back. That there is none is no error.
 */
void
thaw_reminder_store_remove_async (ThawReminderStore   *self,
                                  const char          *uuid,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (THAW_IS_REMINDER_STORE (self));
  g_return_if_fail (uuid != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_reminder_store_remove_async, uuid, cancellable, callback,
                                  user_data);
}

/**
 * thaw_reminder_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the reminder is gone
 */
gboolean
thaw_reminder_store_remove_finish (ThawReminderStore  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_reminder_store_remove_sync:
 *
 * As thaw_reminder_store_remove_async(), and waits for it.
 *
 * Returns: whether the reminder is gone
 */
gboolean
thaw_reminder_store_remove_sync (ThawReminderStore  *self,
                                 const char         *uuid,
                                 GError            **error)
{
  g_return_val_if_fail (THAW_IS_REMINDER_STORE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), uuid, error);
}

/* States */

static gpointer
do_save_states (ThawConnection  *connection,
                gpointer         data,
                GError         **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

  return GINT_TO_POINTER (transaction != NULL && thaw_reminder_write_states (connection, data, error) &&
                          thaw_transaction_commit (transaction, error));
}

static gpointer
do_clean (ThawConnection  *connection,
          gpointer         data,
          GError         **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

  return GINT_TO_POINTER (transaction != NULL &&
                          thaw_connection_execute (connection, "DELETE FROM " ORPHANS, error) &&
                          thaw_transaction_commit (transaction, error));
}

/* Nobody is told: no reminder is another one for it. */
static void
write_silently (ThawReminderStore  *self,
                GTask              *task,
                ThawDatabaseFunc    func)
{
  thaw_database_write_async (thaw_store_get_database (THAW_STORE (self)), task, func, NULL, NULL);
}

/**
 * thaw_reminder_store_save_states_async:
 * @records: (element-type ThawReminderRecord): states; copies are taken now
 * @cancellable: (nullable): only looked at before they are written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Keeps what came of some reminders, in the place of what was known of these: of all of
 * them, or of none. “changed” is not emitted.
 */
void
thaw_reminder_store_save_states_async (ThawReminderStore   *self,
                                       GPtrArray           *records,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  GPtrArray *copies;
  GTask *task;

  g_return_if_fail (THAW_IS_REMINDER_STORE (self));
  g_return_if_fail (records != NULL);

  copies = g_ptr_array_new_full (records->len, (GDestroyNotify) thaw_reminder_record_free);
  for (guint i = 0; i < records->len; i++)
    {
      const ThawReminderRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (copies, thaw_reminder_record_new (record->uuid, &record->state));
    }

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_reminder_store_save_states_async);
  g_task_set_task_data (task, copies, (GDestroyNotify) g_ptr_array_unref);
  write_silently (self, task, do_save_states);
}

/**
 * thaw_reminder_store_save_states_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether they are on the disk
 */
gboolean
thaw_reminder_store_save_states_finish (ThawReminderStore  *self,
                                        GAsyncResult       *result,
                                        GError            **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_reminder_store_clean_async:
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * For when the journal was opened, before anything else is written: takes away what came of
 * reminders that are gone. If there is nothing of that, nothing is written.
 */
void
thaw_reminder_store_clean_async (ThawReminderStore   *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  gboolean is_needed = FALSE;
  GError *error = NULL;

  g_return_if_fail (THAW_IS_REMINDER_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_reminder_store_clean_async);
  if (!thaw_store_query_flag (THAW_STORE (self), HAS_ORPHANS, &is_needed, &error))
    g_task_return_error (task, error);
  else if (!is_needed)
    g_task_return_pointer (task, GINT_TO_POINTER (TRUE), NULL);
  else
    write_silently (self, g_steal_pointer (&task), do_clean);
}

/**
 * thaw_reminder_store_clean_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether every state is that of a reminder now
 */
gboolean
thaw_reminder_store_clean_finish (ThawReminderStore  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}
