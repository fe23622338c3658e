/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-worker"

#include "config.h"
#include "thaw-worker.h"

/**
 * ThawWorker:
 *
 * One thread that does jobs in the order in which they were pushed. When it has
 * had nothing to do for a while it does its idle job, again as long as that asks
 * for it, and then not until there was work again. A job never waits for more
 * than one turn of the idle job.
 */
struct _ThawWorker
{
  GThread *thread;    /* (owned) */
  GAsyncQueue *queue; /* (owned) (element-type ThawWorkerJob) */
  ThawWorkerIdleFunc idle_func; /* (nullable) */
  gpointer idle_data;
  guint idle_ms;
};

typedef struct
{
  ThawWorkerFunc func; /* (nullable): NULL ends the thread */
  gpointer data;
} ThawWorkerJob;

typedef struct
{
  ThawWorkerFunc func;
  gpointer data;
  GMutex mutex;
  GCond cond;
  gboolean is_done;
} ThawWorkerWait;

/* Waits for ever if @wait_ms is 0, else returns NULL after that time. */
static ThawWorkerJob *
pop_job (ThawWorker *self,
         guint       wait_ms)
{
  if (wait_ms > 0)
    return g_async_queue_timeout_pop (self->queue, wait_ms * G_GUINT64_CONSTANT (1000));

  return g_async_queue_pop (self->queue);
}

static gpointer
run_thread (gpointer user_data)
{
  ThawWorker *self = user_data;
  guint wait_ms = 0;

  while (TRUE)
    {
      g_autofree ThawWorkerJob *job = pop_job (self, wait_ms);

      if (job == NULL)
        {
          wait_ms = self->idle_func (self->idle_data);
          continue;
        }

      if (job->func == NULL)
        return NULL;

      job->func (job->data);
      wait_ms = self->idle_func != NULL ? self->idle_ms : 0;
    }
}

static void
push_job (ThawWorker     *self,
          ThawWorkerFunc  func,
          gpointer        data)
{
  ThawWorkerJob *job = g_new0 (ThawWorkerJob, 1);

  job->func = func;
  job->data = data;
  g_async_queue_push (self->queue, job);
}

static void
run_and_wake (gpointer data)
{
  ThawWorkerWait *wait = data;

  wait->func (wait->data);

  g_mutex_lock (&wait->mutex);
  wait->is_done = TRUE;
  g_cond_signal (&wait->cond);
  g_mutex_unlock (&wait->mutex);
}

/**
 * thaw_worker_new:
 * @name: the thread's name, at most 15 bytes
 * @idle_func: (nullable): what to do after @idle_ms without a job
 * @idle_data: what to pass to @idle_func
 * @idle_ms: how long to wait, more than 0 with @idle_func
 *
 * Returns: (transfer full): a worker whose thread runs; end it with thaw_worker_stop()
 */
ThawWorker *
thaw_worker_new (const char         *name,
                 ThawWorkerIdleFunc  idle_func,
                 gpointer            idle_data,
                 guint               idle_ms)
{
  ThawWorker *self = g_new0 (ThawWorker, 1);

  self->queue = g_async_queue_new ();
  self->idle_func = idle_func;
  self->idle_data = idle_data;
  self->idle_ms = idle_ms;
  self->thread = g_thread_new (name, run_thread, self);

  return self;
}

/**
 * thaw_worker_stop:
 * @self: (transfer full): a worker
 *
 * Does all that was pushed, then ends the thread and waits for it. Not from the
 * worker's own thread.
 */
void
thaw_worker_stop (ThawWorker *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!thaw_worker_is_current (self));

  push_job (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}

/**
 * thaw_worker_push:
 * @func: (not nullable): what to do
 * @data: what to pass along
 *
 * Does @func on the worker's thread, after all that was pushed before.
 */
void
thaw_worker_push (ThawWorker     *self,
                  ThawWorkerFunc  func,
                  gpointer        data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  push_job (self, func, data);
}

/**
 * thaw_worker_run:
 * @func: (not nullable): what to do
 * @data: what to pass along
 *
 * Does @func on the worker's thread, after all that was pushed before, and waits
 * until it is done.
 */
void
thaw_worker_run (ThawWorker     *self,
                 ThawWorkerFunc  func,
                 gpointer        data)
{
  ThawWorkerWait wait = { .func = func, .data = data };

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);
  g_return_if_fail (!thaw_worker_is_current (self));

  g_mutex_init (&wait.mutex);
  g_cond_init (&wait.cond);

  push_job (self, run_and_wake, &wait);

  g_mutex_lock (&wait.mutex);
  while (!wait.is_done)
    g_cond_wait (&wait.cond, &wait.mutex);
  g_mutex_unlock (&wait.mutex);

  g_mutex_clear (&wait.mutex);
  g_cond_clear (&wait.cond);
}

gboolean
thaw_worker_is_current (ThawWorker *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_thread_self () == self->thread;
}
