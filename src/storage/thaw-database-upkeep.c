/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-database-upkeep"

#include "config.h"
#include "thaw-database.h"

#include "thaw-backup.h"
#include "thaw-database-private.h"
#include "thaw-integrity.h"
#include "thaw-search-index.h"
#include "thaw-statement.h"

#include <glib/gi18n-lib.h>

/* Checks and backups of a ThawDatabase. */

#define INTEGRITY_CHECK "PRAGMA integrity_check (20)"

typedef struct
{
  gboolean fts_is_wrong;
  GCancellable *cancellable; /* (owned) (nullable) */
} MendRequest;

typedef struct
{
  ThawConnection *connection; /* (owned) */
  ThawDay today;
  char *directory; /* (owned) */
} DailyRequest;

static void
mend_request_free (MendRequest *request)
{
  g_clear_object (&request->cancellable);
  g_free (request);
}

static void
daily_request_free (DailyRequest *request)
{
  thaw_connection_close (request->connection);
  g_free (request->directory);
  g_free (request);
}

static gboolean
check_references (ThawConnection  *connection,
                  GError         **error)
{
  g_autoptr (ThawStatement) check = thaw_statement_new (connection, "PRAGMA foreign_key_check", error);
  g_autoptr (GError) local_error = NULL;

  if (check == NULL)
    return FALSE;

  if (thaw_statement_next (check, &local_error))
    {
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED,
                   /* Translators: %s is the name of a table in the database */
                   _("A row of %s points nowhere"),
                   thaw_statement_get_text (check, 0));
      return FALSE;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_fts (ThawConnection  *connection,
           GCancellable    *cancellable,
           GError         **error)
{
  gboolean is_right;

  /* Unlike other jobs of the writer this one changes nothing and may be stopped half-way. */
  thaw_connection_set_cancellable (connection, cancellable);
  is_right = thaw_connection_execute (connection,
                                      "INSERT INTO entry_fts (entry_fts, rank) VALUES ('integrity-check', 1)", error);
  thaw_connection_set_cancellable (connection, NULL);

  return is_right;
}

/* On the writer: even looking at the full-text index is an INSERT. */
static gpointer
check_and_mend_fts (ThawConnection  *connection,
                    gpointer         data,
                    GError         **error)
{
  MendRequest *request = data;
  g_autoptr (GError) local_error = NULL;

  if (!request->fts_is_wrong)
    {
      if (check_fts (connection, request->cancellable, &local_error))
        return GINT_TO_POINTER (TRUE);

      if (!g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  g_info ("The full-text index is out of step; it is made anew");

  return GINT_TO_POINTER (thaw_search_index_rebuild (connection, error));
}

static void
verify_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  ThawConnection *connection = task_data;
  gboolean fts_is_wrong = FALSE;
  GError *error = NULL;

  thaw_connection_set_thread (connection, g_thread_self ());
  thaw_connection_set_cancellable (connection, cancellable);
  if (thaw_integrity_check (connection, INTEGRITY_CHECK, &fts_is_wrong, &error) &&
      check_references (connection, &error))
    g_task_return_int (task, fts_is_wrong);
  else
    g_task_return_error (task, error);
}

static void
mended_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
pages_checked_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ThawDatabase *self = g_task_get_source_object (task);
  ThawDatabaseCheck check = (ThawDatabaseCheck) GPOINTER_TO_INT (g_task_get_task_data (task));
  GError *error = NULL;
  gssize fts_is_wrong = g_task_propagate_int (G_TASK (result), &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
    }
  else if (!thaw_database_is_writable (self) || (check == THAW_DATABASE_CHECK_PAGES && !fts_is_wrong))
    {
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      GTask *mend_task = g_task_new (self, g_task_get_cancellable (task), mended_cb, g_object_ref (task));
      MendRequest *request = g_new0 (MendRequest, 1);

      request->fts_is_wrong = fts_is_wrong != 0;
      g_set_object (&request->cancellable, g_task_get_cancellable (task));
      g_task_set_task_data (mend_task, request, (GDestroyNotify) mend_request_free);
      thaw_database_write_async (self, mend_task, check_and_mend_fts, NULL, NULL);
    }
}

/**
 * thaw_database_verify_async:
 * @check: how closely to look
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Reads the whole file and checks that it is what it should be. A full-text
 * index that is out of step is made anew, which loses nothing.
 */
void
thaw_database_verify_async (ThawDatabase        *self,
                            ThawDatabaseCheck    check,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) pages_task = NULL;
  ThawConnection *connection;
  GError *error = NULL;

  g_return_if_fail (THAW_IS_DATABASE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_database_verify_async);
  g_task_set_task_data (task, GINT_TO_POINTER (check), NULL);
  connection = thaw_database_open_reader (self, &error);
  if (connection == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Without the database: the thread may let go of its task after the result is here. */
  pages_task = g_task_new (NULL, cancellable, pages_checked_cb, g_object_ref (task));
  g_task_set_task_data (pages_task, connection, (GDestroyNotify) thaw_connection_close);
  g_task_run_in_thread (pages_task, verify_in_thread);
}

/**
 * thaw_database_verify_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_DAMAGED with what was found, and others
 *
 * Returns: whether the file is whole
 */
gboolean
thaw_database_verify_finish (ThawDatabase  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * thaw_database_verify_sync:
 * @cancellable: (nullable): to stop it
 * @error: return location for %THAW_STORAGE_ERROR_DAMAGED with what was found, and others
 *
 * As thaw_database_verify_async(), and waits for it.
 *
 * Returns: whether the file is whole
 */
gboolean
thaw_database_verify_sync (ThawDatabase  *self,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (ThawConnection) connection = NULL;
  MendRequest request = { .cancellable = cancellable };

  g_return_val_if_fail (THAW_IS_DATABASE (self), FALSE);

  connection = thaw_database_open_reader (self, error);
  if (connection == NULL)
    return FALSE;

  thaw_connection_set_cancellable (connection, cancellable);
  if (!thaw_integrity_check (connection, INTEGRITY_CHECK, &request.fts_is_wrong, error) ||
      !check_references (connection, error))
    return FALSE;

  return !thaw_database_is_writable (self) ||
         thaw_database_write_sync (self, check_and_mend_fts, &request, error) != NULL;
}

/**
 * thaw_database_backup_sync:
 * @path: (type filename): where the copy is to be; a file there is replaced once the copy is good
 * @error: return location for a #ThawStorageError
 *
 * Copies the whole journal into one file, also while it is written to.
 *
 * Returns: whether the copy is on the disk, read and checked
 */
gboolean
thaw_database_backup_sync (ThawDatabase  *self,
                           const char    *path,
                           GError       **error)
{
  g_autoptr (ThawConnection) connection = NULL;

  g_return_val_if_fail (THAW_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  connection = thaw_database_open_reader (self, error);

  return connection != NULL && thaw_backup_write (connection, path, error);
}

static void
make_daily_in_thread (GTask        *task,
                      gpointer      source,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  DailyRequest *request = task_data;
  GError *error = NULL;

  thaw_connection_set_thread (request->connection, g_thread_self ());
  thaw_connection_set_cancellable (request->connection, cancellable);
  if (thaw_backup_make_daily (request->connection, request->directory, request->today, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
daily_made_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * thaw_database_backup_daily_async:
 * @today: the day
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Makes the backup of the day in the folder of the backups, if there is none
 * yet, and removes those that have expired. In a thread of its own, so that
 * nobody who searches has to wait; not twice at a time.
 */
void
thaw_database_backup_daily_async (ThawDatabase        *self,
                                  ThawDay              today,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) thread_task = NULL;
  ThawConnection *connection;
  DailyRequest *request;
  GError *error = NULL;

  g_return_if_fail (THAW_IS_DATABASE (self));
  g_return_if_fail (thaw_day_is_valid (today));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_database_backup_daily_async);
  connection = thaw_database_open_reader (self, &error);
  if (connection == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  request = g_new0 (DailyRequest, 1);
  request->connection = connection;
  request->today = today;
  request->directory = thaw_database_dup_backup_directory (self);

  /* Without the database: the thread may let go of its task after the result is here. */
  thread_task = g_task_new (NULL, cancellable, daily_made_cb, g_object_ref (task));
  g_task_set_task_data (thread_task, request, (GDestroyNotify) daily_request_free);
  g_task_run_in_thread (thread_task, make_daily_in_thread);
}

/**
 * thaw_database_backup_daily_finish:
 * @result: what the callback was given
 * @error: return location for a #ThawStorageError
 *
 * Returns: whether there is a backup of the day now
 */
gboolean
thaw_database_backup_daily_finish (ThawDatabase  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
