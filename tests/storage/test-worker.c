/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-worker"

#include "config.h"
#include "thaw-worker.h"

typedef struct
{
  GString *done;
  ThawWorker *worker;
  GMutex mutex;
  GCond cond;
  guint n_idle;
} Log;

typedef struct
{
  Log *log;
  char letter;
} Job;

static void
write_letter (gpointer data)
{
  Job *job = data;

  g_assert_true (thaw_worker_is_current (job->log->worker));
  g_string_append_c (job->log->done, job->letter);
}

static void
count_idle (gpointer data)
{
  Log *log = data;

  g_mutex_lock (&log->mutex);
  log->n_idle++;
  g_cond_signal (&log->cond);
  g_mutex_unlock (&log->mutex);
}

static void
wait_for_idle (Log   *log,
               guint  n_idle)
{
  g_mutex_lock (&log->mutex);
  while (log->n_idle < n_idle)
    g_cond_wait (&log->cond, &log->mutex);
  g_mutex_unlock (&log->mutex);
}

static void
test_order (void)
{
  Log log = { .done = g_string_new (NULL) };
  Job jobs[26];

  log.worker = thaw_worker_new ("test", NULL, NULL, 0);
  g_assert_false (thaw_worker_is_current (log.worker));
  for (int i = 0; i < 26; i++)
    {
      jobs[i] = (Job) { &log, (char) ('a' + i) };
      if (i == 12)
        {
          /* Waits for all before it, too. */
          thaw_worker_run (log.worker, write_letter, &jobs[i]);
          g_assert_cmpstr (log.done->str, ==, "abcdefghijklm");
        }
      else
        {
          thaw_worker_push (log.worker, write_letter, &jobs[i]);
        }
    }

  /* Does what is left before it ends. */
  thaw_worker_stop (log.worker);
  g_assert_cmpstr (log.done->str, ==, "abcdefghijklmnopqrstuvwxyz");
  g_string_free (log.done, TRUE);
}

static void
test_idle (void)
{
  Log log = { .done = g_string_new (NULL) };
  Job job = { &log, 'a' };

  g_mutex_init (&log.mutex);
  g_cond_init (&log.cond);
  log.worker = thaw_worker_new ("test", count_idle, &log, 1);

  /* Once after each work, and never before the first. */
  for (guint i = 0; i < 3; i++)
    {
      thaw_worker_run (log.worker, write_letter, &job);
      wait_for_idle (&log, i + 1);
      g_usleep (20000);
      g_assert_cmpuint (log.n_idle, ==, i + 1);
    }

  thaw_worker_stop (log.worker);
  g_assert_cmpuint (log.n_idle, ==, 3);
  g_mutex_clear (&log.mutex);
  g_cond_clear (&log.cond);
  g_string_free (log.done, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/idle", test_idle);

  return g_test_run ();
}
