/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-jobs"

#include "config.h"
#include "thaw-journal.h"

#include "thaw-database-private.h"
#include "thaw-journal-private.h"

/* What a ThawJournal does on the workers: reads of any size, and all writes. */

/* Everything that a job may need to know. Made by the caller, then only touched by the worker. */
typedef struct
{
  ThawJournalFilter *filter; /* (owned) (nullable) */
  ThawEntry *entry;          /* (owned) (nullable) */
  char *text;                /* (owned) (nullable): a draft's key or a UUID */
  const ThawJournalCatalogs *catalogs; /* (unowned): the journal’s, which is there as long as the job */
  gint64 before;
  gint64 now_ms;
  guint n_max;
  ThawDay first;
  ThawDay last;
  GPtrArray *tombstones;     /* (owned) (nullable) */
  guint n_deleted;
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->filter, thaw_journal_filter_free);
  g_clear_object (&request->entry);
  g_clear_pointer (&request->text, g_free);
  g_clear_pointer (&request->tombstones, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
request_free (Request *request)
{
  request_clear (request);
  g_free (request);
}

static GTask *
new_task (ThawJournal         *self,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data,
          gpointer             source_tag,
          Request             *request)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  request->now_ms = thaw_clock_get_utc_ms (self->clock);
  request->catalogs = &self->catalogs;
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);

  return task;
}

static gpointer
do_find (ThawConnection  *connection,
         gpointer         data,
         GError         **error)
{
  Request *request = data;

  return thaw_journal_find (connection, request->filter, request->before, request->n_max, error);
}

static gpointer
do_index (ThawConnection  *connection,
          gpointer         data,
          GError         **error)
{
  Request *request = data;

  return thaw_journal_index (connection, request->filter, error);
}

static gpointer
do_load_days (ThawConnection  *connection,
              gpointer         data,
              GError         **error)
{
  Request *request = data;

  return thaw_journal_read_day_moods (connection, request->first, request->last, request->filter, error);
}

static gpointer
do_save (ThawConnection  *connection,
         gpointer         data,
         GError         **error)
{
  Request *request = data;

  if (!thaw_journal_write_entry (connection, request->entry, request->catalogs, request->text, request->now_ms, error))
    return NULL;

  return g_steal_pointer (&request->entry);
}

static gpointer
do_hide (ThawConnection  *connection,
         gpointer         data,
         GError         **error)
{
  Request *request = data;

  return GINT_TO_POINTER (thaw_journal_write_hidden (connection, request->text, TRUE, request->now_ms, error));
}

static gpointer
do_unhide (ThawConnection  *connection,
           gpointer         data,
           GError         **error)
{
  Request *request = data;

  return GINT_TO_POINTER (thaw_journal_write_hidden (connection, request->text, FALSE, request->now_ms, error));
}

static gpointer
do_keep_deleted (ThawConnection  *connection,
                 gpointer         data,
                 GError         **error)
{
  Request *request = data;

  return GINT_TO_POINTER (thaw_journal_write_deleted (connection, request->tombstones, &request->n_deleted, error));
}

static void
request_set_days (Request *request,
                  ThawDay  first,
                  ThawDay  last)
{
  request->first = thaw_day_is_valid (first) ? first : THAW_DAY_FIRST;
  request->last = thaw_day_is_valid (last) ? last : THAW_DAY_LAST;
}

/**
 * thaw_journal_find_async:
 * @filter: (nullable): which entries are wanted
 * @before: the position of the last entry of the page before, or %THAW_JOURNAL_NEWEST
 * @n_max: how many at most
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Looks for entries, newest first.
 */
void
thaw_journal_find_async (ThawJournal             *self,
                         const ThawJournalFilter *filter,
                         gint64                   before,
                         guint                    n_max,
                         GCancellable            *cancellable,
                         GAsyncReadyCallback      callback,
                         gpointer                 user_data)
{
  Request *request;

  g_return_if_fail (THAW_IS_JOURNAL (self));

  request = g_new0 (Request, 1);
  request->filter = thaw_journal_filter_copy (filter);
  request->before = before;
  request->n_max = n_max;
  thaw_database_read_async (self->database,
                            new_task (self, cancellable, callback, user_data, thaw_journal_find_async, request),
                            do_find, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * thaw_journal_find_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawEntrySummary) (nullable): what was
 *   found, with the places that match, or %NULL with an error
 */
GPtrArray *
thaw_journal_find_finish (ThawJournal   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * thaw_journal_find_sync:
 * @filter: (nullable): which entries are wanted
 * @before: the position of the last entry of the page before, or %THAW_JOURNAL_NEWEST
 * @n_max: how many at most
 * @error: return location for an error
 *
 * As thaw_journal_find_async(), and waits for it.
 *
 * Returns: (transfer full) (element-type ThawEntrySummary) (nullable): what was
 *   found, or %NULL with an error
 */
GPtrArray *
thaw_journal_find_sync (ThawJournal             *self,
                        const ThawJournalFilter *filter,
                        gint64                   before,
                        guint                    n_max,
                        GError                 **error)
{
  g_auto (Request) request = { .before = before, .n_max = n_max };

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);

  request.filter = thaw_journal_filter_copy (filter);

  return thaw_database_read_sync (self->database, do_find, &request, error);
}

/**
 * thaw_journal_index_async:
 * @filter: (nullable): which entries are wanted
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Lists the places of all entries that pass the filter, newest first.
 */
void
thaw_journal_index_async (ThawJournal             *self,
                          const ThawJournalFilter *filter,
                          GCancellable            *cancellable,
                          GAsyncReadyCallback      callback,
                          gpointer                 user_data)
{
  Request *request;

  g_return_if_fail (THAW_IS_JOURNAL (self));

  request = g_new0 (Request, 1);
  request->filter = thaw_journal_filter_copy (filter);
  thaw_database_read_async (self->database,
                            new_task (self, cancellable, callback, user_data, thaw_journal_index_async, request),
                            do_index, (GDestroyNotify) g_array_unref);
}

/**
 * thaw_journal_index_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawJournalPlace) (nullable): the
 *   places, or %NULL with an error
 */
GArray *
thaw_journal_index_finish (ThawJournal   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * thaw_journal_load_days_async:
 * @first: the first day, or %THAW_DAY_NONE for no bound
 * @last: the last day, or %THAW_DAY_NONE for no bound
 * @filter: (nullable): which entries count; its own days bound them, too
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Counts up what the days' entries say on both scales.
 */
void
thaw_journal_load_days_async (ThawJournal             *self,
                              ThawDay                  first,
                              ThawDay                  last,
                              const ThawJournalFilter *filter,
                              GCancellable            *cancellable,
                              GAsyncReadyCallback      callback,
                              gpointer                 user_data)
{
  Request *request;

  g_return_if_fail (THAW_IS_JOURNAL (self));

  request = g_new0 (Request, 1);
  request_set_days (request, first, last);
  request->filter = thaw_journal_filter_copy (filter);
  thaw_database_read_async (self->database,
                            new_task (self, cancellable, callback, user_data, thaw_journal_load_days_async, request),
                            do_load_days, (GDestroyNotify) g_array_unref);
}

/**
 * thaw_journal_load_days_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawDayMood) (nullable): the days with
 *   entries, from the first on, or %NULL with an error
 */
GArray *
thaw_journal_load_days_finish (ThawJournal   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * thaw_journal_load_days_sync:
 * @first: the first day, or %THAW_DAY_NONE for no bound
 * @last: the last day, or %THAW_DAY_NONE for no bound
 * @filter: (nullable): which entries count; its own days bound them, too
 * @error: return location for an error
 *
 * As thaw_journal_load_days_async(), and waits for it.
 *
 * Returns: (transfer full) (element-type ThawDayMood) (nullable): the days with
 *   entries, from the first on, or %NULL with an error
 */
GArray *
thaw_journal_load_days_sync (ThawJournal              *self,
                             ThawDay                   first,
                             ThawDay                   last,
                             const ThawJournalFilter  *filter,
                             GError                  **error)
{
  g_auto (Request) request = { 0 };

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);

  request_set_days (&request, first, last);
  request.filter = thaw_journal_filter_copy (filter);

  return thaw_database_read_sync (self->database, do_load_days, &request, error);
}

/**
 * thaw_journal_for_each_sync:
 * @filter: (nullable): which entries are wanted
 * @func: (scope call): what to do with each
 * @user_data: what to pass along
 * @cancellable: (nullable): to stop it
 * @error: return location for an error, also that of @func
 *
 * Reads all entries that pass the filter, oldest first, one after the other, as
 * they are at one moment, whatever is written meanwhile. From any thread, while
 * the database stays open.
 *
 * Returns: whether all were read and @func was content with each
 */
gboolean
thaw_journal_for_each_sync (ThawJournal             *self,
                            const ThawJournalFilter *filter,
                            ThawEntryFunc            func,
                            gpointer                 user_data,
                            GCancellable            *cancellable,
                            GError                 **error)
{
  g_autoptr (ThawConnection) connection = NULL;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  connection = thaw_database_open_reader (self->database, error);
  if (connection == NULL)
    return FALSE;

  thaw_connection_set_cancellable (connection, cancellable);

  return thaw_journal_for_each (connection, filter, func, user_data, error);
}

/**
 * thaw_journal_save_async:
 * @entry: what to save; a copy is taken now
 * @draft: (nullable): the key of the draft that goes away with it
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Saves a new entry (one without a UUID gets one) or what was changed on one
 * that is there. A hidden one comes back.
 */
void
thaw_journal_save_async (ThawJournal         *self,
                         ThawEntry           *entry,
                         const char          *draft,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Request *request;

  g_return_if_fail (THAW_IS_JOURNAL (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  request = g_new0 (Request, 1);
  request->entry = thaw_entry_copy (entry);
  request->text = g_strdup (draft);
  thaw_database_write_async (self->database,
                             new_task (self, cancellable, callback, user_data, thaw_journal_save_async, request),
                             do_save, g_object_unref, thaw_journal_emit_changed);
}

/**
 * thaw_journal_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the entry as it is on the disk now, with
 *   its UUID and times, or %NULL with an error and nothing changed
 */
ThawEntry *
thaw_journal_save_finish (ThawJournal   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * thaw_journal_save_sync:
 * @entry: what to save
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * As thaw_journal_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the entry as it is on the disk now, with
 *   its UUID and times, or %NULL with an error and nothing changed
 */
ThawEntry *
thaw_journal_save_sync (ThawJournal  *self,
                        ThawEntry    *entry,
                        GError      **error)
{
  g_auto (Request) request = { 0 };
  ThawEntry *saved;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (THAW_IS_ENTRY (entry), NULL);

  request.entry = thaw_entry_copy (entry);
  request.now_ms = thaw_clock_get_utc_ms (self->clock);
  request.catalogs = &self->catalogs;
  saved = thaw_database_write_sync (self->database, do_save, &request, error);
  if (saved != NULL)
    thaw_journal_emit_changed (self);

  return saved;
}

/**
 * thaw_journal_hide_async:
 * @uuid: an entry's identity
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Deletes an entry so that it can still be brought back: nothing lists or finds
 * it any more. thaw_journal_purge_async() deletes it for good.
 */
void
thaw_journal_hide_async (ThawJournal         *self,
                         const char          *uuid,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Request *request;

  g_return_if_fail (THAW_IS_JOURNAL (self));
  g_return_if_fail (uuid != NULL);

  request = g_new0 (Request, 1);
  request->text = g_strdup (uuid);
  thaw_database_write_async (self->database,
                             new_task (self, cancellable, callback, user_data, thaw_journal_hide_async, request),
                             do_hide, NULL, thaw_journal_emit_changed);
}

/**
 * thaw_journal_hide_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND and others
 *
 * Returns: whether the entry is hidden now
 */
gboolean
thaw_journal_hide_finish (ThawJournal   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/**
 * thaw_journal_unhide_async:
 * @uuid: an entry's identity
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Brings a hidden entry back, as it was.
 */
void
thaw_journal_unhide_async (ThawJournal         *self,
                           const char          *uuid,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Request *request;

  g_return_if_fail (THAW_IS_JOURNAL (self));
  g_return_if_fail (uuid != NULL);

  request = g_new0 (Request, 1);
  request->text = g_strdup (uuid);
  thaw_database_write_async (self->database,
                             new_task (self, cancellable, callback, user_data, thaw_journal_unhide_async, request),
                             do_unhide, NULL, thaw_journal_emit_changed);
}

/**
 * thaw_journal_unhide_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND and others
 *
 * Returns: whether the entry is there again
 */
gboolean
thaw_journal_unhide_finish (ThawJournal   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/**
 * thaw_journal_keep_deleted_sync:
 * @tombstones: (element-type ThawTombstone): of what was deleted in another copy of this journal
 * @out_n_deleted: (out): how many entries of them were here
 * @error: return location for an error
 *
 * Deletes here what was deleted there, all or none: an entry is hidden until the next
 * thaw_journal_purge_async(); what was saved again after its deletion stays. It does
 * not come back with an import.
 *
 * Returns: whether it went well; if not, nothing has changed
 */
gboolean
thaw_journal_keep_deleted_sync (ThawJournal  *self,
                                GPtrArray    *tombstones,
                                guint        *out_n_deleted,
                                GError      **error)
{
  g_auto (Request) request = { 0 };

  g_return_val_if_fail (THAW_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (tombstones != NULL, FALSE);
  g_return_val_if_fail (out_n_deleted != NULL, FALSE);

  *out_n_deleted = 0;
  request.tombstones = g_ptr_array_ref (tombstones);
  if (thaw_database_write_sync (self->database, do_keep_deleted, &request, error) == NULL)
    return FALSE;

  *out_n_deleted = request.n_deleted;
  if (request.tombstones->len > 0)
    thaw_journal_emit_imported (self);

  return TRUE;
}

/**
 * thaw_journal_keep_deleted_async:
 * @tombstones: (element-type ThawTombstone): of what is to be gone; not to be changed meanwhile
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * As thaw_journal_keep_deleted_sync(): all of it or nothing, and what was saved after its
 * deletion stays.
 */
void
thaw_journal_keep_deleted_async (ThawJournal         *self,
                                 GPtrArray           *tombstones,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Request *request;

  g_return_if_fail (THAW_IS_JOURNAL (self));
  g_return_if_fail (tombstones != NULL);

  request = g_new0 (Request, 1);
  request->tombstones = g_ptr_array_ref (tombstones);
  thaw_database_write_async (self->database,
                             new_task (self, cancellable, callback, user_data, thaw_journal_keep_deleted_async,
                                       request),
                             do_keep_deleted, NULL, thaw_journal_emit_imported);
}

/**
 * thaw_journal_keep_deleted_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether it went well; if not, nothing has changed
 */
gboolean
thaw_journal_keep_deleted_finish (ThawJournal   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
