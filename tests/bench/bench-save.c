/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-save DIRECTORY: how long a save takes until it is on the disk, beside a bare commit of SQLite's with the same
 * durability and the same text in the same folder. */

#include "config.h"

#include <sqlite3.h>

#include "thaw-bench.h"
#include "thaw-journal.h"

#define N_SAVES 300

static const char text[] =
    "Walked to the river before work. It was cold and I noticed that I noticed it. Nothing more, and that is fine. The "
    "dog next door wanted to come along. Later I rang my sister and we talked about nothing in particular for a while.";

static void
must (int rc)
{
  if (rc != SQLITE_OK && rc != SQLITE_DONE)
    g_error ("SQLite says %d", rc);
}

static void
measure_bare_commits (const char *directory)
{
  g_autoptr (GArray) samples_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *path = g_build_filename (directory, "bare.db", NULL);
  sqlite3 *db;
  sqlite3_stmt *insert;

  must (sqlite3_open (path, &db));
  must (sqlite3_exec (db,
                      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)",
                      NULL, NULL, NULL));
  must (sqlite3_prepare_v2 (db, "INSERT INTO t (b) VALUES (?)", -1, &insert, NULL));
  must (sqlite3_bind_text (insert, 1, text, -1, SQLITE_STATIC));
  for (int i = 0; i < N_SAVES; i++)
    {
      double started_ms = thaw_bench_now_ms (), took_ms;

      must (sqlite3_step (insert));
      took_ms = thaw_bench_now_ms () - started_ms;
      must (sqlite3_reset (insert));
      g_array_append_val (samples_ms, took_ms);
    }
  must (sqlite3_finalize (insert));
  must (sqlite3_close (db));
  thaw_bench_report ("bare-commit", samples_ms);
}

static void
measure_saves (const char *directory)
{
  g_autoptr (GArray) samples_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, clock, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (!thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error))
    g_error ("%s", error->message);

  for (int i = 0; i < N_SAVES; i++)
    {
      g_autoptr (ThawEntry) entry = thaw_entry_new ();
      g_autoptr (ThawEntry) saved = NULL;
      ThawMoment now = thaw_clock_get_moment (clock);
      double started_ms, took_ms;

      thaw_entry_set_moment (entry, &now);
      thaw_entry_set_feeling (entry, i % 11);
      thaw_entry_set_emotion (entry, "joy", 1);
      thaw_entry_set_text (entry, text);
      started_ms = thaw_bench_now_ms ();
      saved = thaw_journal_save_sync (journal, entry, &error);
      took_ms = thaw_bench_now_ms () - started_ms;
      g_assert_no_error (error);
      g_array_append_val (samples_ms, took_ms);
    }
  thaw_database_close (database);
  thaw_bench_report ("save", samples_ms);
}

int
main (int   argc,
      char *argv[])
{
  if (argc != 2)
    return 2;

  measure_bare_commits (argv[1]);
  measure_saves (argv[1]);

  return 0;
}
