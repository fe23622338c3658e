/* SPDX-License-Identifier: GPL-3.0-or-later */

/* inject [--all] [--stride N] [--only NAME] [--mutant]: lives through the same session again and again; each time
 * another call to the system fails, once or from then on. After each, every acknowledged change has to be there. With
 * --mutant a session takes failed changes for done, and that has to be noticed. */

#include "config.h"

#include <errno.h>
#include <locale.h>
#include <sqlite3.h>

#include "fault-session.h"
#include "fault-vfs.h"
#include "thaw-fault-model.h"
#include "thaw-test.h"

#define USUAL_STRIDE 40

/* Up to so many calls each of them fails, whatever the stride. */
#define FEW_CALLS 41

/* How the disk fails, and what the session is to make of it. */
typedef struct
{
  const char *name;
  Fault fault;
  FaultRecovery recovery;
  ThawStorageError expected_error;
  gboolean can_read_meanwhile;
} Plan;

#define ONCE(name, call, result, errno, error) \
  { name "-once", { FAULT_CALL_##call, result, errno, FALSE, FALSE }, FAULT_RECOVERY_RETRY, \
    THAW_STORAGE_ERROR_##error, TRUE }
#define FOR_A_WHILE(name, call, result, errno, error, reads) \
  { name "-for-a-while", { FAULT_CALL_##call, result, errno, TRUE, FALSE }, FAULT_RECOVERY_RELIEVE, \
    THAW_STORAGE_ERROR_##error, reads }
#define TO_THE_END(name, call, result, errno, error) \
  { name "-to-the-end", { FAULT_CALL_##call, result, errno, TRUE, FALSE }, FAULT_RECOVERY_NONE, \
    THAW_STORAGE_ERROR_##error, FALSE }

static const Plan plans[] = {
  ONCE ("full", WRITE, SQLITE_FULL, ENOSPC, FULL),
  FOR_A_WHILE ("full", WRITE, SQLITE_FULL, ENOSPC, FULL, TRUE),
  TO_THE_END ("full", WRITE, SQLITE_FULL, ENOSPC, FULL),
  { "short-write-once", { FAULT_CALL_WRITE, SQLITE_FULL, ENOSPC, FALSE, TRUE }, FAULT_RECOVERY_RETRY,
    THAW_STORAGE_ERROR_FULL, TRUE },
  { "short-write-to-the-end", { FAULT_CALL_WRITE, SQLITE_FULL, ENOSPC, TRUE, TRUE }, FAULT_RECOVERY_NONE,
    THAW_STORAGE_ERROR_FULL, TRUE },
  ONCE ("write", WRITE, SQLITE_IOERR_WRITE, EIO, IO),
  TO_THE_END ("write", WRITE, SQLITE_IOERR_WRITE, EIO, IO),
  ONCE ("sync", SYNC, SQLITE_IOERR_FSYNC, EIO, IO),
  FOR_A_WHILE ("sync", SYNC, SQLITE_IOERR_FSYNC, EIO, IO, TRUE),
  TO_THE_END ("sync", SYNC, SQLITE_IOERR_FSYNC, EIO, IO),
  ONCE ("truncate", TRUNCATE, SQLITE_IOERR_TRUNCATE, EIO, IO),
  TO_THE_END ("truncate", TRUNCATE, SQLITE_IOERR_TRUNCATE, EIO, IO),
  ONCE ("open", OPEN, SQLITE_CANTOPEN, EIO, IO),
  TO_THE_END ("open", OPEN, SQLITE_CANTOPEN, EIO, IO),
  ONCE ("read", READ, SQLITE_IOERR_READ, EIO, IO),
  FOR_A_WHILE ("read", READ, SQLITE_IOERR_READ, EIO, IO, FALSE),
  TO_THE_END ("read", READ, SQLITE_IOERR_READ, EIO, IO),
  ONCE ("delete", DELETE, SQLITE_IOERR_DELETE, EIO, IO),
  TO_THE_END ("delete", DELETE, SQLITE_IOERR_DELETE, EIO, IO),
  ONCE ("size", SIZE, SQLITE_IOERR_FSTAT, EIO, IO),
  ONCE ("lock", LOCK, SQLITE_IOERR_LOCK, EIO, IO),
  ONCE ("shm-map", SHM_MAP, SQLITE_IOERR_SHMMAP, EIO, IO),
  ONCE ("shm-full", SHM_MAP, SQLITE_IOERR_SHMSIZE, ENOSPC, FULL),
  TO_THE_END ("shm-full", SHM_MAP, SQLITE_IOERR_SHMSIZE, ENOSPC, FULL),
  ONCE ("shm-lock", SHM_LOCK, SQLITE_IOERR_SHMLOCK, EIO, IO),
};

static gboolean is_exhaustive;
static gboolean is_mutant;
static int stride = USUAL_STRIDE;
static char *only;

static const GOptionEntry options[] = {
  { "all", 0, 0, G_OPTION_ARG_NONE, &is_exhaustive, "Let every single call fail", NULL },
  { "stride", 0, 0, G_OPTION_ARG_INT, &stride, "Let every N-th call fail", "N" },
  { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Fail in one way", "NAME" },
  { "mutant", 0, 0, G_OPTION_ARG_NONE, &is_mutant, "Expect a session that ignores errors to be caught", NULL },
  G_OPTION_ENTRY_NULL,
};

static guint n_points, n_errors, n_lost, n_wrong;

/* Returns whether there was a call that could fail. */
static gboolean
run_point (const Plan *plan,
           guint       nth)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (FaultSession) session = NULL;
  guint n_hits;

  session = fault_session_new (directory, is_mutant ? FAULT_RECOVERY_LIE : plan->recovery, plan->expected_error,
                               plan->can_read_meanwhile);
  fault_vfs_arm (&plan->fault, nth);
  fault_session_run (session);
  n_hits = fault_vfs_disarm ();
  fault_session_check (session);

  n_points += n_hits > 0;
  n_errors += fault_session_get_n_failed (session);
  n_lost += fault_session_get_n_lost (session);
  n_wrong += fault_session_get_n_wrong (session);
  if (fault_session_get_n_wrong (session) > 0 && !is_mutant)
    g_printerr ("%s, call %u: see above\n", plan->name, nth);

  return n_hits > 0;
}

/* Lives through the session without any fault. */
static guint
count_calls (const Plan *plan)
{
  gboolean has_fault = run_point (plan, G_MAXUINT);

  g_assert_false (has_fault);

  return fault_vfs_get_n_calls ();
}

static void
run_plan (const Plan *plan,
          guint       i_plan)
{
  guint n_points_before = n_points, n_errors_before = n_errors;
  guint n_calls = count_calls (plan);
  guint step = is_exhaustive || n_calls <= FEW_CALLS ? 1 : (guint) stride;

  /* A different first call for each way, so that a stride does not always step over the same ones. */
  for (guint nth = 1 + i_plan % step; run_point (plan, nth); nth += step)
    ;

  g_print ("%-24s %4u of %4u calls failed, %5u errors\n", plan->name, n_points - n_points_before, n_calls,
           n_errors - n_errors_before);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || stride < 1)
    {
      g_printerr ("inject: %s\n", error != NULL ? error->message : "a stride is at least 1");
      return 2;
    }

  fault_prefer_memory ();
  setlocale (LC_ALL, "");
  fault_vfs_register ();
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      if (only == NULL || g_str_equal (only, plans[i].name))
        run_plan (&plans[i], i);
    }

  g_print ("%u calls failed, %u errors: %u lost, %u wrong\n", n_points, n_errors, n_lost, n_wrong);

  return n_points > 0 && (is_mutant ? n_lost > 0 : n_wrong == 0) ? 0 : 1;
}
