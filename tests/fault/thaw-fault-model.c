/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-fault-model.h"

#include <sqlite3.h>
#include <unistd.h>

/* Where files are not on a disk, if there is such a place. */
#define MEMORY_DIRECTORY "/dev/shm"

/* Long enough that an entry alone may span several pages. */
#define MAX_WORDS 900

/**
 * fault_make_text:
 * @uuid: an entry
 * @version: how often it was changed, from 1
 *
 * Returns: (transfer full): the text which that version has
 */
char *
fault_make_text (const char *uuid,
                 guint       version)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_str_hash (uuid) + version);
  GString *text = g_string_new (NULL);
  int n_words = g_rand_int_range (rand, 1, MAX_WORDS);

  g_string_append_printf (text, "%s version %u", uuid, version);
  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, " w%x", g_rand_int_range (rand, 0, 5000));

  return g_string_free (text, FALSE);
}

/**
 * fault_make_entry:
 * @uuid: an entry
 * @version: how often it was changed, from 1
 * @clock: what says when it is
 *
 * Returns: (transfer full): the entry as that version has it
 */
ThawEntry *
fault_make_entry (const char *uuid,
                  guint       version,
                  ThawClock  *clock)
{
  ThawEntry *entry = thaw_entry_new ();
  ThawMoment now = thaw_clock_get_moment (clock);
  g_autofree char *text = fault_make_text (uuid, version);

  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_moment (entry, &now);
  thaw_entry_set_feeling (entry, (int) (version % 11));
  thaw_entry_set_emotion (entry, "joy", 1 + (int) (version % 3));
  thaw_entry_set_tag (entry, text + strlen (text) - 2, THAW_TAG_EVENT, TRUE);
  thaw_entry_set_sensation (entry, (ThawBodyRegion) (version % THAW_N_BODY_REGIONS), THAW_QUALITY_HEAVY, 2);
  thaw_entry_set_coping (entry, "walk", (ThawCopingOutcome) (version % THAW_N_OUTCOMES));
  thaw_entry_set_prompt (entry, "What is there now?");
  thaw_entry_set_text (entry, text);

  return entry;
}

/**
 * fault_find_in_file:
 * @path: a journal that nobody has open
 *
 * Looks through the whole file with SQLite itself, past the library that may
 * mend the index on its own.
 *
 * Returns: (transfer full) (nullable): what is wrong with it
 */
char *
fault_find_in_file (const char *path)
{
  char *fault = NULL;
  sqlite3 *db;
  sqlite3_stmt *check;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      sqlite3_close (db);
      return g_strdup ("cannot be opened");
    }

  if (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &check, NULL) != SQLITE_OK ||
      sqlite3_step (check) != SQLITE_ROW || strcmp ((const char *) sqlite3_column_text (check, 0), "ok") != 0)
    fault = g_strdup_printf ("integrity_check: %s", sqlite3_errmsg (db));
  sqlite3_finalize (check);

  if (fault == NULL)
    {
      if (sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &check, NULL) != SQLITE_OK ||
          sqlite3_step (check) != SQLITE_DONE)
        fault = g_strdup ("foreign_key_check");
      sqlite3_finalize (check);
    }

  if (fault == NULL &&
      sqlite3_exec (db, "INSERT INTO entry_fts (entry_fts, rank) VALUES ('integrity-check', 1)", NULL, NULL, NULL) !=
          SQLITE_OK)
    fault = g_strdup_printf ("full-text index: %s", sqlite3_errmsg (db));

  sqlite3_close_v2 (db);

  return fault;
}

/**
 * fault_prefer_memory:
 *
 * Makes temporary folders where nothing waits for a disk, for a test that
 * simulates its own. To be called before the first one is made.
 */
void
fault_prefer_memory (void)
{
  if (g_getenv ("TMPDIR") == NULL && access (MEMORY_DIRECTORY, W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", MEMORY_DIRECTORY, TRUE);
}
