/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-database-job"

#include "config.h"
#include "thaw-database-job.h"

/* What is done on a worker of a ThawDatabase, on its way there and back. */

/* A job that was asked for by a GTask, on its way to a worker and back. */
typedef struct
{
  GTask *task; /* (owned) */
  ThawConnection *connection; /* (unowned) (nullable) */
  ThawDatabaseFunc func;
  GDestroyNotify result_free;
  ThawDatabaseDoneFunc done_func; /* (nullable) */
  gpointer result;
  GError *error; /* (owned) (nullable) */
} Call;

/* A job somebody waits for. */
typedef struct
{
  ThawConnection *connection;
  ThawDatabaseFunc func;
  gpointer request;
  gpointer result;
  GError *error;
} SyncCall;

/**
 * thaw_database_job_send_back:
 * @task: a task
 * @func: what to call, once
 * @data: what to pass along
 *
 * Calls @func in the context of @task. GLib's own invoke runs a function in the
 * calling thread if nobody runs the loop just then; this never does.
 */
void
thaw_database_job_send_back (GTask       *task,
                             GSourceFunc  func,
                             gpointer     data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, func, data, NULL);
  g_source_attach (source, g_task_get_context (task));
}

static gboolean
deliver_cb (gpointer user_data)
{
  Call *call = user_data;

  if (call->error == NULL && call->done_func != NULL)
    call->done_func (g_task_get_source_object (call->task));

  if (call->error != NULL)
    g_task_return_error (call->task, g_steal_pointer (&call->error));
  else
    g_task_return_pointer (call->task, call->result, call->result_free);

  g_object_unref (call->task);
  g_free (call);

  return G_SOURCE_REMOVE;
}

static void
run_call (gpointer data)
{
  Call *call = data;
  GCancellable *cancellable = g_task_get_cancellable (call->task);

  if (!g_cancellable_set_error_if_cancelled (cancellable, &call->error))
    {
      /* A write that has begun is done, or fails by itself. */
      if (g_task_get_check_cancellable (call->task))
        thaw_connection_set_cancellable (call->connection, cancellable);
      call->result = call->func (call->connection, g_task_get_task_data (call->task), &call->error);
      thaw_connection_set_cancellable (call->connection, NULL);
    }

  thaw_database_job_send_back (call->task, deliver_cb, call);
}

static void
run_sync_call (gpointer data)
{
  SyncCall *call = data;

  call->result = call->func (call->connection, call->request, &call->error);
}

/**
 * thaw_database_job_push:
 * @worker: who does it
 * @connection: (transfer none): a connection of that worker's thread
 * @task: (transfer full): returns the result as a pointer; its task data is the request
 * @func: what to do
 * @result_free: (nullable): how to free a result that nobody takes
 * @done_func: (nullable): called in the task's context after a success, before the task returns
 *
 * Does @func on the worker's thread and returns @task in its own context.
 */
void
thaw_database_job_push (ThawWorker           *worker,
                        ThawConnection       *connection,
                        GTask                *task,
                        ThawDatabaseFunc      func,
                        GDestroyNotify        result_free,
                        ThawDatabaseDoneFunc  done_func)
{
  Call *call = g_new0 (Call, 1);

  call->task = task;
  call->connection = connection;
  call->func = func;
  call->result_free = result_free;
  call->done_func = done_func;
  thaw_worker_push (worker, run_call, call);
}

/**
 * thaw_database_job_run:
 * @worker: who does it
 * @connection: (transfer none): a connection of that worker's thread
 * @func: what to do
 * @request: what to pass along
 * @error: return location for an error
 *
 * Does @func on the worker's thread and waits for it.
 *
 * Returns: what @func returned
 */
gpointer
thaw_database_job_run (ThawWorker        *worker,
                       ThawConnection    *connection,
                       ThawDatabaseFunc   func,
                       gpointer           request,
                       GError           **error)
{
  SyncCall call = { .connection = connection, .func = func, .request = request };

  thaw_worker_run (worker, run_sync_call, &call);
  if (call.error != NULL)
    g_propagate_error (error, call.error);

  return call.result;
}

/**
 * thaw_database_emit_written:
 * @topics: what is on the disk now, of #ThawDatabaseTopic
 *
 * Tells all repositories of the database. In the thread that asked for the write.
 */
void
thaw_database_emit_written (ThawDatabase *self,
                            guint         topics)
{
  g_return_if_fail (THAW_IS_DATABASE (self));

  g_signal_emit_by_name (self, "written", topics);
}
