/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-database"

#include "config.h"
#include "thaw-database.h"

#include "thaw-backup.h"
#include "thaw-database-idle.h"
#include "thaw-database-job.h"
#include "thaw-database-private.h"
#include "thaw-journal-file.h"
#include "thaw-migrations.h"
#include "thaw-search-index.h"
#include "thaw-statement.h"
#include "thaw-worker.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* How long the last checkpoint waits for readers. */
#define CLOSE_CHECKPOINT_PATIENCE_MS 2000

/* How opening goes on, for the worker; the thread that asked for it looks at it again when the worker is done. */
typedef struct
{
  ThawDatabase *database; /* (unowned) */
  ThawDatabaseMode mode;
  GThread *caller;
  gboolean is_open;
  GError *error; /* (owned) (nullable) */
} Opening;

/**
 * ThawDatabase:
 *
 * The file with all that a person told Thaw, and who may touch it when: one
 * thread writes, and nobody else; the thread that opened the database reads
 * what is small and indexed, at once; a second thread reads all that may take
 * longer. Writes are done in the order in which they were asked for.
 *
 * The database belongs to the thread that opened it. It is to be closed with
 * thaw_database_close() before the last reference goes.
 */
struct _ThawDatabase
{
  GObject parent_instance;

  char *directory;      /* (owned) (not nullable): as it was given */
  char *path;           /* (owned) (not nullable) */
  char *real_directory; /* (owned) (nullable): without symbolic links, while open */

  gboolean is_open;
  Opening *opening; /* (unowned) (nullable): NULL unless it is being opened just now */
  ThawDatabaseMode mode;
  gboolean is_immutable;
  int lock_fd;                  /* −1 without the right to write */
  ThawWorker *write_worker;     /* (owned) (nullable) */
  ThawWorker *read_worker;      /* (owned) (nullable) */
  ThawConnection *writer;       /* (owned) (nullable): of write_worker */
  gint64 n_changes_merged;      /* of write_worker, see thaw_database_idle_step() */
  ThawConnection *long_reader;  /* (owned) (nullable): of read_worker */
  ThawConnection *reader;       /* (owned) (nullable): of the thread that opened */
};

G_DEFINE_FINAL_TYPE (ThawDatabase, thaw_database, G_TYPE_OBJECT)

static void
close_connections (ThawDatabase *self)
{
  /* The writer last: only then is there nobody left for whom the log would have to stay. */
  g_clear_pointer (&self->reader, thaw_connection_close);
  g_clear_pointer (&self->long_reader, thaw_connection_close);
  g_clear_pointer (&self->writer, thaw_connection_close);
}

static void
release_files (ThawDatabase *self)
{
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  self->lock_fd = -1;
  g_clear_pointer (&self->real_directory, g_free);
}

static ThawConnection *
open_reader (ThawDatabase  *self,
             GError       **error)
{
  g_autofree char *path = g_build_filename (self->real_directory, THAW_JOURNAL_FILE_NAME, NULL);

  return thaw_connection_open (path, self->is_immutable ? THAW_CONNECTION_IMMUTABLE : THAW_CONNECTION_READ_ONLY, error);
}

static gboolean
open_writer (ThawDatabase  *self,
             GError       **error)
{
  g_autofree char *path = g_build_filename (self->real_directory, THAW_JOURNAL_FILE_NAME, NULL);
  g_autofree char *backups = thaw_database_dup_backup_directory (self);
  guint n_migrations;
  const ThawMigration *migrations = thaw_migrations_get (&n_migrations);
  g_autoptr (GError) local_error = NULL;

  self->writer = thaw_connection_open (path, THAW_CONNECTION_READ_WRITE, error);
  if (self->writer == NULL ||
      !thaw_migrations_run (self->writer, migrations, n_migrations, backups, error) ||
      !thaw_connection_start_writing (self->writer, error) ||
      !thaw_journal_file_make_private (self->real_directory, error))
    return FALSE;

  self->n_changes_merged = THAW_DATABASE_IDLE_UNKNOWN;
  /* Without it some saves take longer: no reason to refuse a journal. */
  if (!thaw_search_index_prepare (self->writer, &local_error))
    g_info ("Saves go on merging the full-text index: %s", local_error->message);

  return TRUE;
}

static gboolean
open_for_writing (ThawDatabase  *self,
                  GError       **error)
{
  gboolean exists, is_created;

  if (!thaw_journal_file_prepare_directory (self->directory, &self->real_directory, error))
    return FALSE;

  self->lock_fd = thaw_journal_file_lock (self->real_directory, error);
  if (self->lock_fd < 0 ||
      !thaw_journal_file_check (self->real_directory, &exists, error) ||
      !thaw_journal_file_create (self->real_directory, &is_created, error))
    return FALSE;

  if (!open_writer (self, error))
    {
      close_connections (self);
      if (is_created)
        thaw_journal_file_remove (self->real_directory);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_version (ThawConnection  *connection,
               GError         **error)
{
  gint64 application_id, version, n_objects;

  /* The last of these reads the schema. */
  if (!thaw_connection_get_int64 (connection, "PRAGMA application_id", &application_id, error) ||
      !thaw_connection_get_int64 (connection, "PRAGMA user_version", &version, error) ||
      !thaw_connection_get_int64 (connection, "SELECT count (*) FROM sqlite_schema", &n_objects, error))
    return FALSE;

  if (application_id != THAW_APPLICATION_ID)
    {
      g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_A_JOURNAL,
                           _("The file belongs to another program"));
      return FALSE;
    }

  if (version == thaw_migrations_get_version ())
    return TRUE;

  if (version > thaw_migrations_get_version ())
    g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_TOO_NEW,
                 /* Translators: both are numbers */
                 _("The journal is of version %d, this Thaw knows versions up to %d"),
                 (int) version, thaw_migrations_get_version ());
  else
    g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY,
                 /* Translators: %d is a number */
                 _("The journal is of version %d and has to be opened for writing once"), (int) version);

  return FALSE;
}

static gboolean
open_for_reading (ThawDatabase  *self,
                  GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean exists;

  self->real_directory = thaw_journal_file_find_directory (self->directory, error);
  if (self->real_directory == NULL || !thaw_journal_file_check (self->real_directory, &exists, error))
    return FALSE;

  if (!exists)
    {
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND,
                   /* Translators: %s is a folder */
                   _("There is no journal in “%s”"), self->directory);
      return FALSE;
    }

  self->reader = open_reader (self, &local_error);
  if (self->reader != NULL && check_version (self->reader, &local_error))
    return TRUE;

  /* Without a log to write beside the file (on a read-only medium) it can only be read as it is. If there is a log,
   * what it holds would be missed. */
  g_clear_pointer (&self->reader, thaw_connection_close);
  if (access (self->real_directory, W_OK) != 0 && !thaw_journal_file_has_log (self->real_directory) &&
      !g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_A_JOURNAL) &&
      !g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_TOO_NEW))
    {
      self->is_immutable = TRUE;
      self->reader = open_reader (self, error);
      return self->reader != NULL && check_version (self->reader, error);
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* On the write worker. */
static void
run_opening (gpointer data)
{
  Opening *opening = data;
  ThawDatabase *self = opening->database;

  self->is_immutable = FALSE;
  opening->is_open = opening->mode == THAW_DATABASE_READ_WRITE ? open_for_writing (self, &opening->error)
                                                              : open_for_reading (self, &opening->error);

  if (opening->is_open && self->reader == NULL)
    {
      self->reader = open_reader (self, &opening->error);
      opening->is_open = self->reader != NULL;
    }
  if (opening->is_open)
    {
      self->long_reader = open_reader (self, &opening->error);
      opening->is_open = self->long_reader != NULL;
    }

  if (opening->is_open)
    {
      thaw_connection_set_thread (self->reader, opening->caller);
      return;
    }

  close_connections (self);
  release_files (self);
}

/* On the read worker. */
static void
adopt_long_reader (gpointer data)
{
  ThawDatabase *self = data;

  thaw_connection_set_thread (self->long_reader, g_thread_self ());
}

/* On the write worker. */
static guint
on_idle (gpointer data)
{
  ThawDatabase *self = data;

  return self->writer != NULL ? thaw_database_idle_step (self->writer, &self->n_changes_merged) : 0;
}

/* On the write worker, as the last job. */
static void
close_writer (gpointer data)
{
  ThawDatabase *self = data;
  g_autoptr (GError) error = NULL;

  if (self->writer == NULL)
    return;

  if (!thaw_connection_checkpoint (self->writer, CLOSE_CHECKPOINT_PATIENCE_MS, &error))
    g_info ("The log stays: %s", error != NULL ? error->message : "somebody reads");
  g_clear_pointer (&self->writer, thaw_connection_close);
}

/* On the read worker, as the last job. */
static void
close_long_reader (gpointer data)
{
  ThawDatabase *self = data;

  g_clear_pointer (&self->long_reader, thaw_connection_close);
}

static void
start_opening (ThawDatabase     *self,
               ThawDatabaseMode  mode,
               Opening          *opening)
{
  self->opening = opening;
  self->mode = mode;
  self->write_worker = thaw_worker_new ("thaw-writer", on_idle, self, THAW_DATABASE_IDLE_AFTER_MS);
  opening->database = self;
  opening->mode = mode;
  opening->caller = g_thread_self ();
}

static gboolean
end_opening (ThawDatabase  *self,
             Opening       *opening,
             GError       **error)
{
  self->opening = NULL;
  if (!opening->is_open)
    {
      g_clear_pointer (&self->write_worker, thaw_worker_stop);
      g_propagate_error (error, g_steal_pointer (&opening->error));
      return FALSE;
    }

  self->is_open = TRUE;
  self->read_worker = thaw_worker_new ("thaw-reader", NULL, NULL, 0);
  thaw_worker_run (self->read_worker, adopt_long_reader, self);

  return TRUE;
}

/* It may have been closed before it was known to be open. */
static gboolean
end_opening_unless_closed (ThawDatabase  *self,
                           Opening       *opening,
                           GError       **error)
{
  if (self->opening == opening)
    return end_opening (self, opening, error);

  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED, _("The journal is closed"));

  return FALSE;
}

static void
do_nothing (gpointer data)
{
}

static gboolean
check_closed (ThawDatabase  *self,
              GError       **error)
{
  if (!self->is_open && self->opening == NULL)
    return TRUE;

  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IN_USE, _("The journal is open already"));

  return FALSE;
}

static gboolean
check_open (ThawDatabase  *self,
            GError       **error)
{
  if (self->is_open)
    return TRUE;

  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED, _("The journal is closed"));

  return FALSE;
}

static gboolean
check_writable (ThawDatabase  *self,
                GError       **error)
{
  if (!check_open (self, error))
    return FALSE;

  if (self->mode == THAW_DATABASE_READ_WRITE)
    return TRUE;

  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY,
                       _("The journal was opened for reading only"));

  return FALSE;
}

static void
thaw_database_finalize (GObject *object)
{
  ThawDatabase *self = THAW_DATABASE (object);

  g_assert (!self->is_open && self->opening == NULL);

  g_clear_pointer (&self->directory, g_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (thaw_database_parent_class)->finalize (object);
}

static void
thaw_database_class_init (ThawDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_database_finalize;

  /* Private to this folder: the #ThawDatabaseTopic of what a repository wrote, for those that list the same. */
  g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
thaw_database_init (ThawDatabase *self)
{
  self->lock_fd = -1;
}

/**
 * thaw_database_dup_default_directory:
 *
 * Returns: (transfer full) (type filename): where a person's journal is:
 *   `$THAW_DATA_DIR`, or `thaw` in the person's data folder
 */
char *
thaw_database_dup_default_directory (void)
{
  const char *override = g_getenv ("THAW_DATA_DIR");

  if (override != NULL && override[0] != '\0')
    return g_canonicalize_filename (override, NULL);

  return g_build_filename (g_get_user_data_dir (), "thaw", NULL);
}

/**
 * thaw_database_new:
 * @directory: (type filename): where the journal is, or will be
 *
 * Returns: (transfer full): a database that is not open yet
 */
ThawDatabase *
thaw_database_new (const char *directory)
{
  ThawDatabase *self = g_object_new (THAW_TYPE_DATABASE, NULL);

  g_return_val_if_fail (directory != NULL, self);

  self->directory = g_canonicalize_filename (directory, NULL);
  self->path = g_build_filename (self->directory, THAW_JOURNAL_FILE_NAME, NULL);

  return self;
}

const char *
thaw_database_get_directory (ThawDatabase *self)
{
  g_return_val_if_fail (THAW_IS_DATABASE (self), NULL);

  return self->directory;
}

const char *
thaw_database_get_path (ThawDatabase *self)
{
  g_return_val_if_fail (THAW_IS_DATABASE (self), NULL);

  return self->path;
}

gboolean
thaw_database_is_open (ThawDatabase *self)
{
  g_return_val_if_fail (THAW_IS_DATABASE (self), FALSE);

  return self->is_open;
}

gboolean
thaw_database_is_writable (ThawDatabase *self)
{
  g_return_val_if_fail (THAW_IS_DATABASE (self), FALSE);

  return self->is_open && self->mode == THAW_DATABASE_READ_WRITE;
}

static gboolean
opened_cb (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  ThawDatabase *self = opening->database;
  GError *error = NULL;

  if (end_opening_unless_closed (self, opening, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);

  return G_SOURCE_REMOVE;
}

static void
run_opening_task (gpointer data)
{
  GTask *task = data;

  run_opening (g_task_get_task_data (task));
  thaw_database_job_send_back (task, opened_cb, task);
}

/**
 * thaw_database_open_async:
 * @mode: what for
 * @cancellable: (nullable): only looked at before it starts
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Opens the journal. For %THAW_DATABASE_READ_WRITE folder and file are made if
 * they are not there, and an older schema is brought up to date after a backup.
 * Whatever is refused is left as it was; opening may then be tried again.
 */
void
thaw_database_open_async (ThawDatabase        *self,
                          ThawDatabaseMode     mode,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Opening *opening;

  g_return_if_fail (THAW_IS_DATABASE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_database_open_async);
  g_task_set_check_cancellable (task, FALSE);
  if (g_cancellable_set_error_if_cancelled (cancellable, &error) || !check_closed (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  opening = g_new0 (Opening, 1);
  g_task_set_task_data (task, opening, g_free);
  start_opening (self, mode, opening);
  thaw_worker_push (self->write_worker, run_opening_task, g_steal_pointer (&task));
}

/**
 * thaw_database_open_finish:
 * @result: what the callback was given
 * @error: return location for a #ThawStorageError
 *
 * Returns: whether the journal is open
 */
gboolean
thaw_database_open_finish (ThawDatabase  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * thaw_database_open_sync:
 * @mode: what for
 * @error: return location for a #ThawStorageError
 *
 * As thaw_database_open_async(), and waits for it.
 *
 * Returns: whether the journal is open
 */
gboolean
thaw_database_open_sync (ThawDatabase      *self,
                         ThawDatabaseMode   mode,
                         GError           **error)
{
  Opening opening = { 0 };

  g_return_val_if_fail (THAW_IS_DATABASE (self), FALSE);

  if (!check_closed (self, error))
    return FALSE;

  start_opening (self, mode, &opening);
  thaw_worker_run (self->write_worker, run_opening, &opening);

  return end_opening (self, &opening, error);
}

/**
 * thaw_database_close:
 *
 * Does all writes that were asked for, empties the log into the file and closes
 * it. Long reads end with %THAW_STORAGE_ERROR_CLOSED, and so does opening. To be
 * called by the thread that opened, before the last reference goes; results
 * that are still on their way arrive later. Does nothing if the journal is
 * closed.
 */
void
thaw_database_close (ThawDatabase *self)
{
  g_return_if_fail (THAW_IS_DATABASE (self));

  if (self->opening != NULL)
    {
      thaw_worker_run (self->write_worker, do_nothing, NULL);
      end_opening (self, self->opening, NULL);
    }

  if (!self->is_open)
    return;

  self->is_open = FALSE;
  thaw_connection_stop (self->long_reader);
  thaw_worker_push (self->read_worker, close_long_reader, self);
  g_clear_pointer (&self->read_worker, thaw_worker_stop);
  g_clear_pointer (&self->reader, thaw_connection_close);
  thaw_worker_push (self->write_worker, close_writer, self);
  g_clear_pointer (&self->write_worker, thaw_worker_stop);
  release_files (self);
}

/**
 * thaw_database_peek_connection:
 * @error: return location for %THAW_STORAGE_ERROR_CLOSED
 *
 * Returns: (transfer none) (nullable): the connection for bounded, indexed
 *   reads in the thread that opened
 */
ThawConnection *
thaw_database_peek_connection (ThawDatabase  *self,
                               GError       **error)
{
  g_return_val_if_fail (THAW_IS_DATABASE (self), NULL);

  return check_open (self, error) ? self->reader : NULL;
}

/**
 * thaw_database_open_reader:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a connection of its own for this thread,
 *   for a read that takes long
 */
ThawConnection *
thaw_database_open_reader (ThawDatabase  *self,
                           GError       **error)
{
  g_return_val_if_fail (THAW_IS_DATABASE (self), NULL);

  return check_open (self, error) ? open_reader (self, error) : NULL;
}

/**
 * thaw_database_write_async:
 * @task: (transfer full): returns the result as a pointer; its task data is the request
 * @func: what to do on the writer's thread
 * @result_free: (nullable): how to free a result that nobody takes
 * @done_func: (nullable): called in the task's context after a success, before the task returns
 *
 * Does @func on the writer's thread and returns @task in its own context.
 */
void
thaw_database_write_async (ThawDatabase         *self,
                           GTask                *task,
                           ThawDatabaseFunc      func,
                           GDestroyNotify        result_free,
                           ThawDatabaseDoneFunc  done_func)
{
  GError *error = NULL;

  g_return_if_fail (THAW_IS_DATABASE (self));

  if (check_writable (self, &error))
    {
      /* Once something was written it is told so, cancelled or not. */
      g_task_set_check_cancellable (task, FALSE);
      thaw_database_job_push (self->write_worker, self->writer, task, func, result_free, done_func);
      return;
    }

  g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * thaw_database_write_sync:
 * @func: what to do on the writer's thread
 * @request: what to pass along
 * @error: return location for an error
 *
 * Does @func on the writer's thread and waits for it.
 *
 * Returns: what @func returned
 */
gpointer
thaw_database_write_sync (ThawDatabase      *self,
                          ThawDatabaseFunc   func,
                          gpointer           request,
                          GError           **error)
{
  g_return_val_if_fail (THAW_IS_DATABASE (self), NULL);

  if (!check_writable (self, error))
    return NULL;

  return thaw_database_job_run (self->write_worker, self->writer, func, request, error);
}

/**
 * thaw_database_read_async:
 * @task: (transfer full): returns the result as a pointer; its task data is the request
 * @func: what to do on the reader's thread
 * @result_free: (nullable): how to free a result that nobody takes
 *
 * Does @func on the reader's thread and returns @task in its own context. If it
 * is cancelled meanwhile, the statement that runs ends.
 */
void
thaw_database_read_async (ThawDatabase     *self,
                          GTask            *task,
                          ThawDatabaseFunc  func,
                          GDestroyNotify    result_free)
{
  GError *error = NULL;

  g_return_if_fail (THAW_IS_DATABASE (self));

  if (check_open (self, &error))
    {
      thaw_database_job_push (self->read_worker, self->long_reader, task, func, result_free, NULL);
      return;
    }

  g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * thaw_database_read_sync:
 * @func: what to do on the reader's thread
 * @request: what to pass along
 * @error: return location for an error
 *
 * Does @func on the reader's thread and waits for it.
 *
 * Returns: what @func returned
 */
gpointer
thaw_database_read_sync (ThawDatabase      *self,
                         ThawDatabaseFunc   func,
                         gpointer           request,
                         GError           **error)
{
  g_return_val_if_fail (THAW_IS_DATABASE (self), NULL);

  if (!check_open (self, error))
    return NULL;

  return thaw_database_job_run (self->read_worker, self->long_reader, func, request, error);
}

/**
 * thaw_database_dup_backup_directory:
 *
 * Returns: (transfer full) (type filename): the folder of the backups, which
 *   need not be there yet
 */
char *
thaw_database_dup_backup_directory (ThawDatabase *self)
{
  g_return_val_if_fail (THAW_IS_DATABASE (self), NULL);

  return g_build_filename (self->directory, THAW_JOURNAL_BACKUPS_NAME, NULL);
}
