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
  guint n_turns; /* how many turns of the idle job there are to one rest */
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

static guint
count_idle (gpointer data)
{
  Log *log = data;
  guint wait_ms;

  g_mutex_lock (&log->mutex);
  log->n_idle++;
  wait_ms = log->n_idle % log->n_turns != 0 ? 1 : 0;
  g_cond_signal (&log->cond);
  g_mutex_unlock (&log->mutex);

  return wait_ms;
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
test_idle (gconstpointer data)
{
  guint n_turns = GPOINTER_TO_UINT (data);
  Log log = { .done = g_string_new (NULL), .n_turns = n_turns };
  Job job = { &log, 'a' };

  g_mutex_init (&log.mutex);
  g_cond_init (&log.cond);
  log.worker = thaw_worker_new ("test", count_idle, &log, 1);

  /* As often as it wants after each work, and never before the first. */
  for (guint i = 0; i < 3; i++)
    {
      thaw_worker_run (log.worker, write_letter, &job);
      wait_for_idle (&log, (i + 1) * n_turns);
      g_usleep (20000);
      g_assert_cmpuint (log.n_idle, ==, (i + 1) * n_turns);
    }

  thaw_worker_stop (log.worker);
  g_assert_cmpuint (log.n_idle, ==, 3 * n_turns);
  g_mutex_clear (&log.mutex);
  g_cond_clear (&log.cond);
  g_string_free (log.done, TRUE);
}

/* Idle work that never ends keeps no job waiting. */
static guint
idle_for_ever (gpointer data)
{
  count_idle (data);

  return 1;
}

static void
test_job_comes_first (void)
{
  Log log = { .done = g_string_new (NULL), .n_turns = 1 };
  Job job = { &log, 'a' };

  g_mutex_init (&log.mutex);
  g_cond_init (&log.cond);
  log.worker = thaw_worker_new ("test", idle_for_ever, &log, 1);
  thaw_worker_run (log.worker, write_letter, &job);
  wait_for_idle (&log, 3);
  thaw_worker_run (log.worker, write_letter, &job);
  g_assert_cmpstr (log.done->str, ==, "aa");

  thaw_worker_stop (log.worker);
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
  g_test_add_data_func ("/worker/idle/once", GUINT_TO_POINTER (1), test_idle);
  g_test_add_data_func ("/worker/idle/again", GUINT_TO_POINTER (3), test_idle);
  g_test_add_func ("/worker/idle/job-comes-first", test_job_comes_first);

  return g_test_run ();
}
