/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-store"

#include "config.h"
#include "thaw-session-store.h"

#include "thaw-session-rows.h"
#include "thaw-store-private.h"
#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

/**
 * ThawSessionStore:
 *
 * All times of doing something that may bring feeling back. A lifetime of them may
 * be tens of thousands.
 *
 * A session is saved as soon as it runs, so that nothing of it is lost; one that
 * was running when everything ended is still that when the journal is opened again.
 * thaw_session_store_settle_async() then says of it what is true: it was left.
 */
struct _ThawSessionStore
{
  ThawStore parent_instance;

  GHashTable *running; /* (owned) (element-type utf8): the UUIDs of those that run in this process */
};

G_DEFINE_FINAL_TYPE (ThawSessionStore, thaw_session_store, THAW_TYPE_STORE)

static void
thaw_session_store_finalize (GObject *object)
{
  ThawSessionStore *self = THAW_SESSION_STORE (object);

  g_clear_pointer (&self->running, g_hash_table_unref);

  G_OBJECT_CLASS (thaw_session_store_parent_class)->finalize (object);
}

static void
thaw_session_store_class_init (ThawSessionStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = thaw_session_store_finalize;

  store_class->topics = THAW_DATABASE_TOPIC_SESSIONS;
  store_class->record_kind = &thaw_session_records;
}

static void
thaw_session_store_init (ThawSessionStore *self)
{
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * thaw_session_store_new:
 * @database: where the sessions are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the sessions
 */
ThawSessionStore *
thaw_session_store_new (ThawDatabase *database,
                        ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_SESSION_STORE, database, clock);
}

/* The one row that a bounded question has for an answer; %NULL without an error if there is none. */
static ThawSession *
read_one (ThawStatement  *rows,
          GError        **error)
{
  g_autoptr (GPtrArray) sessions = thaw_record_read (&thaw_session_records, rows, error);

  return sessions != NULL && sessions->len > 0 ? g_ptr_array_steal_index (sessions, 0) : NULL;
}

/**
 * thaw_session_store_get:
 * @uuid: the identity of a session
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with an error
 */
ThawSession *
thaw_session_store_get (ThawSessionStore  *self,
                        const char        *uuid,
                        GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  ThawSession *session;

  g_return_val_if_fail (THAW_IS_SESSION_STORE (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  session = thaw_store_get_record (THAW_STORE (self), "SELECT " THAW_SESSION_COLUMNS " FROM session WHERE uuid = ?1",
                                   uuid, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (session == NULL)
    g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND, _("There is no such session"));

  return session;
}

/**
 * thaw_session_store_list_days:
 * @first: the first day, or %THAW_DAY_NONE for no bound
 * @last: the last day, or %THAW_DAY_NONE for no bound
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawSession) (nullable): the sessions of these
 *   days, also one that runs, oldest first; %NULL with an error
 */
GPtrArray *
thaw_session_store_list_days (ThawSessionStore  *self,
                              ThawDay            first,
                              ThawDay            last,
                              GError           **error)
{
  g_autoptr (ThawStatement) rows = NULL;

  g_return_val_if_fail (THAW_IS_SESSION_STORE (self), NULL);

  rows = thaw_store_query (THAW_STORE (self),
                           "SELECT " THAW_SESSION_COLUMNS " FROM session WHERE day BETWEEN ?1 AND ?2"
                           "  ORDER BY day, utc_ms, uuid",
                           error);
  if (rows == NULL)
    return NULL;

  thaw_session_bind_days (rows, first, last);

  return thaw_record_read (&thaw_session_records, rows, error);
}

/**
 * thaw_session_store_get_last:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the newest session that does not run any more;
 *   %NULL if there is none, which is no error, or with an error
 */
ThawSession *
thaw_session_store_get_last (ThawSessionStore  *self,
                             GError           **error)
{
  g_autoptr (ThawStatement) rows = NULL;

  g_return_val_if_fail (THAW_IS_SESSION_STORE (self), NULL);

  rows = thaw_store_query (THAW_STORE (self),
                           "SELECT " THAW_SESSION_COLUMNS " FROM session WHERE ending <> 'running'"
                           "  ORDER BY utc_ms DESC, id DESC LIMIT 1",
                           error);

  return rows != NULL ? read_one (rows, error) : NULL;
}

/**
 * thaw_session_store_get_first_day:
 * @activity: the id of what was done
 * @error: return location for an error
 *
 * Returns: the day on which @activity was done, or begun, for the first time;
 *   %THAW_DAY_NONE if there was none, which is no error, or with an error
 */
ThawDay
thaw_session_store_get_first_day (ThawSessionStore  *self,
                                  const char        *activity,
                                  GError           **error)
{
  g_autoptr (ThawStatement) row = NULL;

  g_return_val_if_fail (THAW_IS_SESSION_STORE (self), THAW_DAY_NONE);
  g_return_val_if_fail (activity != NULL, THAW_DAY_NONE);

  row = thaw_store_query (THAW_STORE (self), "SELECT min (day) FROM session WHERE activity = ?1", error);
  if (row == NULL)
    return THAW_DAY_NONE;

  thaw_statement_bind_text (row, 1, activity);

  return thaw_statement_next (row, error) ? thaw_day_from_iso (thaw_statement_get_text (row, 0)) : THAW_DAY_NONE;
}

/**
 * thaw_session_store_get_extent:
 * @out_first: (out): the first day with a session, %THAW_DAY_NONE without any
 * @out_last: (out): the last day with a session, %THAW_DAY_NONE without any
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
thaw_session_store_get_extent (ThawSessionStore  *self,
                               ThawDay           *out_first,
                               ThawDay           *out_last,
                               GError           **error)
{
  g_autoptr (ThawStatement) row = NULL;

  g_return_val_if_fail (THAW_IS_SESSION_STORE (self), FALSE);
  g_return_val_if_fail (out_first != NULL && out_last != NULL, FALSE);

  /* One question for each end: asked for both at once, SQLite would walk the whole index. */
  row = thaw_store_query (THAW_STORE (self),
                          "SELECT (SELECT min (day) FROM session), (SELECT max (day) FROM session)",
                          error);
  if (row == NULL || !thaw_statement_next (row, error))
    return FALSE;

  *out_first = thaw_day_from_iso (thaw_statement_get_text (row, 0));
  *out_last = thaw_day_from_iso (thaw_statement_get_text (row, 1));

  return TRUE;
}

/* Gives a session its identity before it is written, so that it is known which ones run in this process. */
static ThawSession *
prepare (ThawSessionStore  *self,
         const ThawSession *session)
{
  ThawSession *copy = thaw_session_copy (session);

  if (copy->uuid == NULL)
    copy->uuid = thaw_uuid_new (thaw_store_get_now_ms (THAW_STORE (self)));
  if (copy->ending == THAW_SESSION_RUNNING)
    g_hash_table_add (self->running, g_strdup (copy->uuid));
  else
    g_hash_table_remove (self->running, copy->uuid);

  return copy;
}

/**
 * thaw_session_store_save_async:
 * @session: a session; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a session, or changes one that is there. One that was removed comes back. One
 * that is saved as running is settled by no one while this repository is there.
 */
void
thaw_session_store_save_async (ThawSessionStore    *self,
                               const ThawSession   *session,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (ThawSession) prepared = NULL;

  g_return_if_fail (THAW_IS_SESSION_STORE (self));
  g_return_if_fail (session != NULL);

  prepared = prepare (self, session);
  thaw_store_save_record_async (THAW_STORE (self), thaw_session_store_save_async, prepared, cancellable, callback,
                                user_data);
}

/**
 * thaw_session_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the session as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawSession *
thaw_session_store_save_finish (ThawSessionStore  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_session_store_save_sync:
 *
 * As thaw_session_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the session as it is on the disk now
 */
ThawSession *
thaw_session_store_save_sync (ThawSessionStore   *self,
                              const ThawSession  *session,
                              GError            **error)
{
  g_autoptr (ThawSession) prepared = NULL;

  g_return_val_if_fail (THAW_IS_SESSION_STORE (self), NULL);
  g_return_val_if_fail (session != NULL, NULL);

  prepared = prepare (self, session);
  return thaw_store_save_record_sync (THAW_STORE (self), prepared, error);
}

/**
 * thaw_session_store_remove_async:
 * @uuid: the identity of a session
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a session; saving it again with its UUID brings it back. That there is none
 * is no error.
 */
void
thaw_session_store_remove_async (ThawSessionStore    *self,
                                 const char          *uuid,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (THAW_IS_SESSION_STORE (self));
  g_return_if_fail (uuid != NULL);

  g_hash_table_remove (self->running, uuid);
  thaw_store_remove_record_async (THAW_STORE (self), thaw_session_store_remove_async, uuid, cancellable, callback,
                                  user_data);
}

/**
 * thaw_session_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the session is gone
 */
gboolean
thaw_session_store_remove_finish (ThawSessionStore  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_session_store_remove_sync:
 *
 * As thaw_session_store_remove_async(), and waits for it.
 *
 * Returns: whether the session is gone
 */
gboolean
thaw_session_store_remove_sync (ThawSessionStore  *self,
                                const char        *uuid,
                                GError           **error)
{
  g_return_val_if_fail (THAW_IS_SESSION_STORE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  g_hash_table_remove (self->running, uuid);
  return thaw_store_remove_record_sync (THAW_STORE (self), uuid, error);
}

/* What runs, but not here. */
static GPtrArray *
list_abandoned (ThawSessionStore  *self,
                GError           **error)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  rows = thaw_store_query (THAW_STORE (self), "SELECT uuid FROM session WHERE ending = 'running' ORDER BY uuid", error);
  if (rows == NULL)
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      const char *uuid = thaw_statement_get_text (rows, 0);

      if (!g_hash_table_contains (self->running, uuid))
        g_ptr_array_add (uuids, g_strdup (uuid));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&uuids);
}

/* Made by the caller, then only touched by the writer. */
typedef struct
{
  GPtrArray *uuids; /* (owned) */
  gint64 now_ms;
} Settlement;

static void
settlement_clear (Settlement *settlement)
{
  g_clear_pointer (&settlement->uuids, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Settlement, settlement_clear)

static void
settlement_free (gpointer data)
{
  settlement_clear (data);
  g_free (data);
}

static gpointer
do_settle (ThawConnection  *connection,
           gpointer         data,
           GError         **error)
{
  Settlement *settlement = data;
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);
  g_autoptr (ThawStatement) update = NULL;

  if (transaction == NULL)
    return NULL;

  update = thaw_statement_new (connection,
                               "UPDATE session SET ending = 'left', modified_ms = ?2"
                               "  WHERE uuid = ?1 AND ending = 'running'",
                               error);
  if (update == NULL)
    return NULL;

  for (guint i = 0; i < settlement->uuids->len; i++)
    {
      thaw_statement_bind_text (update, 1, g_ptr_array_index (settlement->uuids, i));
      thaw_statement_bind_int64 (update, 2, settlement->now_ms);
      if (!thaw_statement_run (update, error))
        return NULL;
    }

  return GINT_TO_POINTER (thaw_transaction_commit (transaction, error));
}

/**
 * thaw_session_store_settle_async:
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * For when the journal was opened: a session that was running when everything ended
 * becomes one that was left, with what was done so far. Those that run in this
 * process go on. If there is nothing to settle, nothing is written.
 */
void
thaw_session_store_settle_async (ThawSessionStore    *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GPtrArray) uuids = NULL;
  GError *error = NULL;
  Settlement *settlement;

  g_return_if_fail (THAW_IS_SESSION_STORE (self));

  uuids = list_abandoned (self, &error);
  if (uuids == NULL || uuids->len == 0)
    {
      g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

      g_task_set_source_tag (task, thaw_session_store_settle_async);
      if (error != NULL)
        g_task_return_error (task, error);
      else
        g_task_return_pointer (task, GINT_TO_POINTER (TRUE), NULL);
      return;
    }

  settlement = g_new0 (Settlement, 1);
  settlement->uuids = g_steal_pointer (&uuids);
  settlement->now_ms = thaw_store_get_now_ms (THAW_STORE (self));
  thaw_store_write_async (THAW_STORE (self), thaw_session_store_settle_async, do_settle, settlement, settlement_free,
                          NULL, cancellable, callback, user_data);
}

/**
 * thaw_session_store_settle_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether none is left that says it runs and does not
 */
gboolean
thaw_session_store_settle_finish (ThawSessionStore  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_session_store_settle_sync:
 *
 * As thaw_session_store_settle_async(), and waits for it.
 *
 * Returns: whether none is left that says it runs and does not
 */
gboolean
thaw_session_store_settle_sync (ThawSessionStore  *self,
                                GError           **error)
{
  g_auto (Settlement) settlement = { 0 };

  g_return_val_if_fail (THAW_IS_SESSION_STORE (self), FALSE);

  settlement.uuids = list_abandoned (self, error);
  settlement.now_ms = thaw_store_get_now_ms (THAW_STORE (self));
  if (settlement.uuids == NULL || settlement.uuids->len == 0)
    return settlement.uuids != NULL;

  return thaw_store_write_sync (THAW_STORE (self), do_settle, &settlement, error) != NULL;
}

static gpointer
do_tally (ThawConnection  *connection,
          gpointer         data,
          GError         **error)
{
  return thaw_session_tally (connection, error);
}

/**
 * thaw_session_store_tally_async:
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Counts up what all sessions that do not run any more say, by activity, on the
 * reader's thread.
 */
void
thaw_session_store_tally_async (ThawSessionStore    *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (THAW_IS_SESSION_STORE (self));

  thaw_store_read_async (THAW_STORE (self), thaw_session_store_tally_async, do_tally, NULL, NULL,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * thaw_session_store_tally_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawActivityTally) (nullable): what the
 *   sessions of each activity say, or %NULL with an error
 */
GPtrArray *
thaw_session_store_tally_finish (ThawSessionStore  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  return thaw_store_finish (self, result, error);
}

/* Two days. */
typedef struct
{
  ThawDay first;
  ThawDay last;
} Range;

static gpointer
do_count_days (ThawConnection  *connection,
               gpointer         data,
               GError         **error)
{
  Range *range = data;

  return thaw_session_count_days (connection, range->first, range->last, error);
}

/**
 * thaw_session_store_count_days_async:
 * @first: the first day, or %THAW_DAY_NONE for no bound
 * @last: the last day, or %THAW_DAY_NONE for no bound
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Counts the sessions of each day, on the reader's thread.
 */
void
thaw_session_store_count_days_async (ThawSessionStore    *self,
                                     ThawDay              first,
                                     ThawDay              last,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Range *range;

  g_return_if_fail (THAW_IS_SESSION_STORE (self));

  range = g_new (Range, 1);
  *range = (Range) { first, last };
  thaw_store_read_async (THAW_STORE (self), thaw_session_store_count_days_async, do_count_days, range, g_free,
                         (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * thaw_session_store_count_days_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawDayCount) (nullable): the days with
 *   sessions, oldest first, or %NULL with an error
 */
GArray *
thaw_session_store_count_days_finish (ThawSessionStore  *self,
                                      GAsyncResult      *result,
                                      GError           **error)
{
  return thaw_store_finish (self, result, error);
}

static gpointer
do_list_moments (ThawConnection  *connection,
                 gpointer         data,
                 GError         **error)
{
  return thaw_session_list_moments (connection, error);
}

/**
 * thaw_session_store_list_moments_async:
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Gathers when all sessions began, on the reader's thread.
 */
void
thaw_session_store_list_moments_async (ThawSessionStore    *self,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (THAW_IS_SESSION_STORE (self));

  thaw_store_read_async (THAW_STORE (self), thaw_session_store_list_moments_async, do_list_moments, NULL, NULL,
                         (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * thaw_session_store_list_moments_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawMoment) (nullable): when the sessions that do
 *   not run any more began, in the order of thaw_session_store_list_days(), or %NULL with
 *   an error
 */
GArray *
thaw_session_store_list_moments_finish (ThawSessionStore  *self,
                                        GAsyncResult      *result,
                                        GError           **error)
{
  return thaw_store_finish (self, result, error);
}
