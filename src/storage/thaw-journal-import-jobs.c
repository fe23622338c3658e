/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-import-jobs"

#include "config.h"
#include "thaw-journal.h"

#include "thaw-database-private.h"
#include "thaw-journal-private.h"

/* An import on its way to the writer. */
typedef struct
{
  ThawImportBatch *batch;              /* (owned) */
  const ThawJournalCatalogs *catalogs; /* (unowned): the journal’s, which is there as long as the job */
  gboolean dry_run;
  gint64 now_ms;
  ThawJournalImportCounts counts;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->batch, thaw_import_batch_free);
  g_free (request);
}

static gpointer
do_import (ThawConnection  *connection,
           gpointer         data,
           GError         **error)
{
  Request *request = data;

  return GINT_TO_POINTER (thaw_journal_write_import (connection, request->batch, request->catalogs, request->dry_run,
                                                     request->now_ms, &request->counts, error));
}

/**
 * thaw_journal_import_batch_async:
 * @batch: (transfer full): entries and what is beside them, with or without UUIDs and times; nobody else changes
 *   what is in it meanwhile
 * @dry_run: whether to only count what would happen
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds what comes from elsewhere, all or nothing. What is there already is
 * replaced if the imported one was changed later; an entry that was deleted stays
 * deleted, and so does anything else that was not changed after its deletion. So
 * the same import a second time changes nothing.
 */
void
thaw_journal_import_batch_async (ThawJournal         *self,
                                 ThawImportBatch     *batch,
                                 gboolean             dry_run,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Request *request;
  GTask *task;

  g_return_if_fail (THAW_IS_JOURNAL (self));
  g_return_if_fail (batch != NULL);

  request = g_new0 (Request, 1);
  request->batch = batch;
  request->catalogs = &self->catalogs;
  request->dry_run = dry_run;
  request->now_ms = thaw_clock_get_utc_ms (self->clock);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_journal_import_batch_async);
  g_task_set_task_data (task, request, request_free);
  thaw_database_write_async (self->database, task, do_import, NULL, dry_run ? NULL : thaw_journal_emit_imported);
}

/**
 * thaw_journal_import_async:
 * @entries: (element-type ThawEntry): entries, with or without UUID and times; not to be changed meanwhile
 * @dry_run: whether to only count what would happen
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * As thaw_journal_import_batch_async(), with nothing beside the entries.
 */
void
thaw_journal_import_async (ThawJournal         *self,
                           GPtrArray           *entries,
                           gboolean             dry_run,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (entries != NULL);

  thaw_journal_import_batch_async (self, thaw_import_batch_new_from_entries (entries), dry_run, cancellable, callback,
                                   user_data);
}

/**
 * thaw_journal_import_finish:
 * @result: what the callback was given
 * @out_counts: (out) (optional): what happened
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: whether it went well; if not, nothing has changed
 */
gboolean
thaw_journal_import_finish (ThawJournal              *self,
                            GAsyncResult             *result,
                            ThawJournalImportCounts  *out_counts,
                            GError                  **error)
{
  Request *request;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  request = g_task_get_task_data (G_TASK (result));
  if (out_counts != NULL)
    *out_counts = request->counts;

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/**
 * thaw_journal_import_batch_sync:
 * @batch: (transfer full): entries and what is beside them, with or without UUIDs and times
 * @dry_run: whether to only count what would happen
 * @out_counts: (out) (optional): what happened
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * As thaw_journal_import_batch_async(), and waits for it.
 *
 * Returns: whether it went well; if not, nothing has changed
 */
gboolean
thaw_journal_import_batch_sync (ThawJournal              *self,
                                ThawImportBatch          *batch,
                                gboolean                  dry_run,
                                ThawJournalImportCounts  *out_counts,
                                GError                  **error)
{
  g_autoptr (ThawImportBatch) owned = batch;
  Request request = { .batch = batch, .catalogs = &self->catalogs, .dry_run = dry_run };

  g_return_val_if_fail (THAW_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (batch != NULL, FALSE);

  request.catalogs = &self->catalogs;
  request.now_ms = thaw_clock_get_utc_ms (self->clock);
  if (thaw_database_write_sync (self->database, do_import, &request, error) == NULL)
    return FALSE;

  if (out_counts != NULL)
    *out_counts = request.counts;
  if (!dry_run && request.counts.n_added + request.counts.n_changed + request.counts.n_others > 0)
    thaw_journal_emit_imported (self);

  return TRUE;
}

/**
 * thaw_journal_import_sync:
 * @entries: (element-type ThawEntry): entries, with or without UUID and times
 * @dry_run: whether to only count what would happen
 * @out_counts: (out) (optional): what happened
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * As thaw_journal_import_async(), and waits for it.
 *
 * Returns: whether it went well; if not, nothing has changed
 */
gboolean
thaw_journal_import_sync (ThawJournal              *self,
                          GPtrArray                *entries,
                          gboolean                  dry_run,
                          ThawJournalImportCounts  *out_counts,
                          GError                  **error)
{
  g_return_val_if_fail (entries != NULL, FALSE);

  return thaw_journal_import_batch_sync (self, thaw_import_batch_new_from_entries (entries), dry_run, out_counts,
                                         error);
}
