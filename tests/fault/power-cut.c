/* SPDX-License-Identifier: GPL-3.0-or-later */

/* power-cut [--rounds N] [--seed S] [--mutant]: lives through a session on a disk that forgets what was not synced,
 * cuts the power at a random moment, and compares what is left with what was acknowledged. With --mutant the disk only
 * says that it syncs, and that has to be noticed. */

#include "config.h"

#include <locale.h>

#include "fault-disk.h"
#include "fault-session.h"
#include "fault-vfs.h"
#include "thaw-fault-model.h"
#include "thaw-test.h"

/* Every so many rounds the power goes while the journal is made. */
#define EARLY_CUT_EVERY 3
#define N_EARLY_EVENTS 40

static int n_rounds = 60;
static gint64 seed = 0;
static gboolean is_mutant;

static const GOptionEntry options[] = {
  { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often to cut", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Repeats a run", "S" },
  { "mutant", 0, 0, G_OPTION_ARG_NONE, &is_mutant, "Expect a disk that lies to be caught", NULL },
  G_OPTION_ENTRY_NULL,
};

static guint n_acknowledged, n_lost, n_wrong;

/* Returns how much the disk was asked to do until the cut. */
static guint
run_round (guint  cut_at,
           GRand *rand)
{
  static const char *const suffixes[] = { "", "-wal", "-journal" };
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (FaultDisk) disk = fault_disk_new (cut_at, is_mutant);
  g_autoptr (FaultSession) session = NULL;

  session = fault_session_new (directory, is_mutant ? FAULT_RECOVERY_LOSE : FAULT_RECOVERY_NONE,
                               THAW_STORAGE_ERROR_IO, FALSE);
  fault_vfs_set_disk (disk);
  fault_session_run (session);
  fault_vfs_set_disk (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fault_session_get_path (session), suffixes[i], NULL);

      fault_disk_leave (disk, path, rand);
    }
  fault_session_check (session);

  n_acknowledged += fault_session_get_n_acknowledged (session);
  n_lost += fault_session_get_n_lost (session);
  n_wrong += fault_session_get_n_wrong (session);
  if (fault_session_get_n_wrong (session) > 0 && !is_mutant)
    g_printerr ("cut at event %u: see above\n", cut_at);

  return fault_disk_get_n_events (disk);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = NULL;
  guint n_events;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("power-cut: %s\n", error->message);
      return 2;
    }

  fault_prefer_memory ();
  if (seed == 0)
    seed = g_get_real_time ();
  rand = g_rand_new_with_seed ((guint32) seed);
  g_print ("seed %" G_GINT64_FORMAT "\n", seed);

  fault_vfs_register ();
  n_events = run_round (G_MAXUINT, rand);
  for (int round = 0; round < n_rounds; round++)
    {
      guint n = round % EARLY_CUT_EVERY == 0 ? MIN (N_EARLY_EVENTS, n_events) : n_events;

      run_round ((guint) g_rand_int_range (rand, 1, (int) n + 1), rand);
    }

  g_print ("%d cuts, %u changes acknowledged: %u lost, %u wrong\n", n_rounds, n_acknowledged, n_lost, n_wrong);

  return n_acknowledged > 0 && (is_mutant ? n_wrong > 0 : n_wrong == 0) ? 0 : 1;
}
