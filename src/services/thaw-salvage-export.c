/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-salvage-export"

#include "config.h"
#include "thaw-salvage-export.h"

#include "thaw-salvage.h"

/* Writes what can still be read of a damaged journal into a file that any program can read. */

typedef struct
{
  char *journal_path;
  GFile *file;
  ThawExportFormat format;
  ThawVocabulary *vocabulary;        /* (nullable) */
  ThawCopingCatalog *coping_catalog; /* (nullable) */
  guint n_entries;
} Request;

static void
request_free (Request *request)
{
  g_free (request->journal_path);
  g_object_unref (request->file);
  g_clear_object (&request->vocabulary);
  g_clear_object (&request->coping_catalog);
  g_free (request);
}

typedef struct
{
  ThawEntryWriter *writer;
  GCancellable *cancellable;
} Target;

static gboolean
write_entry (ThawEntry *entry,
             gpointer   user_data,
             GError   **error)
{
  Target *target = user_data;

  return thaw_entry_writer_write_sync (target->writer, entry, target->cancellable, error);
}

static gboolean
export_sync (Request       *request,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (request->file, NULL, FALSE,
                                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                                         cancellable, error);
  g_autoptr (ThawImportBatch) beside = thaw_import_batch_new ();
  g_autoptr (ThawEntryWriter) writer = NULL;
  Target target = { .cancellable = cancellable };

  if (stream == NULL)
    return FALSE;

  target.writer = writer = thaw_exporter_create_writer (request->format, G_OUTPUT_STREAM (stream),
                                                        request->vocabulary, request->coping_catalog);
  thaw_salvage_others_sync (request->journal_path, beside, NULL);
  thaw_entry_writer_set_beside (writer, beside);
  if ((thaw_entry_writer_takes_entries (writer) &&
       !thaw_salvage_entries_sync (request->journal_path, write_entry, &target, cancellable, error)) ||
      !thaw_entry_writer_finish_sync (writer, cancellable, error))
    {
      /* Closing a cancelled stream leaves what stood there before. */
      g_autoptr (GCancellable) discard = g_cancellable_new ();

      g_cancellable_cancel (discard);
      g_output_stream_close (G_OUTPUT_STREAM (stream), discard, NULL);
      return FALSE;
    }

  request->n_entries = thaw_entry_writer_get_n_entries (writer);

  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;

  if (export_sync (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * thaw_salvage_export_async:
 * @journal_path: (type filename): a journal that may be damaged, and that nobody has open
 * @file: where to write; replaced only once all is written
 * @format: how to write
 * @vocabulary: (nullable): the words for emotions; without it, their slugs are written
 * @coping_catalog: (nullable): the same for what was done
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Exports every entry that can still be read, and what there is beside them as far as
 * the format has room for it. The journal is not changed.
 */
void
thaw_salvage_export_async (const char          *journal_path,
                           GFile               *file,
                           ThawExportFormat     format,
                           ThawVocabulary      *vocabulary,
                           ThawCopingCatalog   *coping_catalog,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (journal_path != NULL);
  g_return_if_fail (G_IS_FILE (file));

  request = g_new0 (Request, 1);
  request->journal_path = g_strdup (journal_path);
  request->file = g_object_ref (file);
  request->format = format;
  g_set_object (&request->vocabulary, vocabulary);
  g_set_object (&request->coping_catalog, coping_catalog);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_salvage_export_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, export_in_thread);
}

/**
 * thaw_salvage_export_finish:
 * @result: what the callback was given
 * @out_n_entries: (out) (optional): how many entries were written
 * @error: return location for an error of reading (%THAW_STORAGE_ERROR) or
 *   writing (%G_IO_ERROR)
 *
 * Returns: whether the file is written
 */
gboolean
thaw_salvage_export_finish (GAsyncResult  *result,
                            guint         *out_n_entries,
                            GError       **error)
{
  gboolean is_written;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  is_written = g_task_propagate_boolean (G_TASK (result), error);
  if (out_n_entries != NULL)
    *out_n_entries = is_written ? ((Request *) g_task_get_task_data (G_TASK (result)))->n_entries : 0;

  return is_written;
}
