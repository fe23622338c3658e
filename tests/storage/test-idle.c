/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-idle"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-database-idle.h"
#include "thaw-database-private.h"

#include <glib/gstdio.h>

/* What is left to a quiet moment, and what a save does when there is none. */

/* More than FTS5 would leave unmerged by itself. */
#define N_SAVES 40

/* At how many parts of the index a save merges them after all. */
#define MAX_PARTS 64

/* Enough to be noticed, and less than a commit moves by itself, in pages of the log. */
#define LONG_LOG_PAGES 1000
#define MAX_LOG_PAGES 4000

typedef struct
{
  gint64 n_changes_merged;
  guint wait_ms;
} IdleRequest;

static gpointer
do_idle_step (ThawConnection  *connection,
              gpointer         data,
              GError         **error)
{
  IdleRequest *request = data;

  request->wait_ms = thaw_database_idle_step (connection, &request->n_changes_merged);

  return request;
}

/* As the worker does it, without the waiting; returns for how long it would wait. */
static guint
step (ThawStorageTest *test,
      IdleRequest     *request)
{
  g_autoptr (GError) error = NULL;

  thaw_database_write_sync (test->database, do_idle_step, request, &error);
  g_assert_no_error (error);

  return request->wait_ms;
}

/* Returns how many pieces of work there were. */
static guint
step_until_rest (ThawStorageTest *test,
                 IdleRequest     *request)
{
  guint n_steps = 0;

  while (step (test, request) < THAW_DATABASE_IDLE_AFTER_MS)
    {
      g_assert_cmpuint (request->wait_ms, >, 0);
      n_steps++;
    }

  return n_steps;
}

static gpointer
do_get_n_log_pages (ThawConnection  *connection,
                    gpointer         data,
                    GError         **error)
{
  *(int *) data = thaw_connection_get_n_log_pages (connection);

  return data;
}

static int
get_n_log_pages (ThawStorageTest *test)
{
  g_autoptr (GError) error = NULL;
  int n_pages = 0;

  thaw_database_write_sync (test->database, do_get_n_log_pages, &n_pages, &error);
  g_assert_no_error (error);

  return n_pages;
}

static gint64
get_int64 (ThawStorageTest *test,
           const char      *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  thaw_connection_get_int64 (thaw_database_peek_connection (test->database, NULL), sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static gint64
count_parts (ThawStorageTest *test)
{
  return get_int64 (test, "SELECT count (DISTINCT segid) FROM entry_fts_idx");
}

static gint64
get_file_size (ThawStorageTest *test,
               const char      *suffix)
{
  g_autofree char *path = g_strconcat (thaw_database_get_path (test->database), suffix, NULL);
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_size;
}

static void
save (ThawStorageTest *test,
      guint            n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    g_free (thaw_storage_test_add (test, "2026-03-01T08:00:00Z", "a quiet day"));
}

static void
assert_all_found (ThawStorageTest *test,
                  guint            n_entries)
{
  ThawJournalFilter filter = { .query = (char *) "quiet" };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  found = thaw_journal_find_sync (test->journal, &filter, THAW_JOURNAL_NEWEST, n_entries + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, n_entries);
}

/* A save adds to the index and leaves what is there; then a quiet moment merges it, and later empties the log. */
static void
test_merges (ThawStorageTest *test,
             gconstpointer    data)
{
  IdleRequest request = { .n_changes_merged = THAW_DATABASE_IDLE_UNKNOWN };

  save (test, N_SAVES);
  g_assert_cmpint (count_parts (test), ==, N_SAVES);

  g_assert_cmpuint (step_until_rest (test, &request), >, 0);
  g_assert_cmpint (count_parts (test), <, 8);
  assert_all_found (test, N_SAVES);
  g_assert_cmpint (get_file_size (test, "-wal"), >, 0);

  g_assert_cmpuint (step (test, &request), ==, 0);
  g_assert_cmpint (get_file_size (test, "-wal"), ==, 0);
}

static void
test_again_after_writes (ThawStorageTest *test,
                         gconstpointer    data)
{
  IdleRequest request = { .n_changes_merged = THAW_DATABASE_IDLE_UNKNOWN };

  for (guint i = 1; i <= 3; i++)
    {
      save (test, N_SAVES);
      g_assert_cmpuint (step_until_rest (test, &request), >, 0);
      g_assert_cmpuint (step (test, &request), ==, 0);
      assert_all_found (test, i * N_SAVES);
    }

  /* Nothing was written since. */
  g_assert_cmpuint (step (test, &request), ==, 0);
}

/* The worker of the database comes to it by itself. */
static void
test_by_itself (ThawStorageTest *test,
                gconstpointer    data)
{
  save (test, N_SAVES);
  while (count_parts (test) >= 8)
    g_usleep (10000);
  assert_all_found (test, N_SAVES);
}

/* Somebody who never pauses must not end up with a search that looks into thousands of parts. */
static void
test_without_rest (ThawStorageTest *test,
                   gconstpointer    data)
{
  save (test, 3 * MAX_PARTS);
  g_assert_cmpint (count_parts (test), <, MAX_PARTS);
  assert_all_found (test, 3 * MAX_PARTS);
}

static gpointer
do_forget_settings (ThawConnection  *connection,
                    gpointer         data,
                    GError         **error)
{
  return GINT_TO_POINTER (thaw_connection_execute (connection,
                                                   "INSERT INTO entry_fts (entry_fts, rank) VALUES ('automerge', 4);"
                                                   "INSERT INTO entry_fts (entry_fts, rank) VALUES ('crisismerge', 16)",
                                                   error));
}

/* A journal that was made without these rules gets them when it is opened. */
static void
test_older_journal (ThawStorageTest *test,
                    gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  thaw_database_write_sync (test->database, do_forget_settings, NULL, &error);
  g_assert_no_error (error);
  save (test, N_SAVES);
  g_assert_cmpint (count_parts (test), <, N_SAVES);

  thaw_storage_test_reopen (test);
  save (test, N_SAVES);
  g_assert_cmpint (count_parts (test), >=, N_SAVES);
}

/* More than FTS5 takes into one part while it makes the index anew. */
static char *
make_long_text (GRand *rand)
{
  GString *text = g_string_new ("a quiet day");

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, " %x", g_rand_int (rand));

  return g_string_free (text, FALSE);
}

/* Many entries at once leave one part, which everyday's small ones are then merged without. */
static void
test_import (ThawStorageTest *test,
             gconstpointer    data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  ThawJournalImportCounts counts;
  g_autoptr (GError) error = NULL;

  save (test, 1);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *text = make_long_text (rand);

      g_ptr_array_add (entries, thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", text));
    }
  thaw_journal_import_sync (test->journal, entries, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_parts (test), ==, 1);
  assert_all_found (test, 501);
}

static void
write_much (ThawStorageTest *test,
            int              n_log_pages)
{
  g_autofree char *text = g_strnfill (100000, 'x');

  do
    g_free (thaw_storage_test_add (test, "2026-03-01T08:00:00Z", text));
  while (get_n_log_pages (test) < n_log_pages);
}

/* Moving the log into the file takes time, too. */
static void
test_long_log (ThawStorageTest *test,
               gconstpointer    data)
{
  IdleRequest request = { .n_changes_merged = THAW_DATABASE_IDLE_UNKNOWN };
  gint64 size;

  step_until_rest (test, &request);
  step (test, &request);
  size = get_file_size (test, "");

  write_much (test, LONG_LOG_PAGES);
  g_assert_cmpint (get_file_size (test, ""), ==, size);

  g_assert_cmpuint (step (test, &request), >, 0);
  g_assert_cmpuint (request.wait_ms, <, THAW_DATABASE_IDLE_AFTER_MS);
  g_assert_cmpint (get_file_size (test, ""), >, size);
  g_assert_cmpint (get_n_log_pages (test), ==, 0);
}

static void
test_log_has_an_end (ThawStorageTest *test,
                     gconstpointer    data)
{
  gint64 size = get_file_size (test, "");
  guint n_saves = 0;

  while (get_file_size (test, "") == size)
    {
      write_much (test, 0);
      n_saves++;
      g_assert_cmpint (get_n_log_pages (test), <, MAX_LOG_PAGES);
      g_assert_cmpuint (n_saves, <, MAX_LOG_PAGES);
    }
  g_assert_cmpuint (n_saves, >, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/idle/" name, ThawStorageTest, NULL, thaw_storage_test_set_up, func, thaw_storage_test_tear_down)
  ADD ("merges", test_merges);
  ADD ("again-after-writes", test_again_after_writes);
  ADD ("by-itself", test_by_itself);
  ADD ("without-rest", test_without_rest);
  ADD ("older-journal", test_older_journal);
  ADD ("import", test_import);
  ADD ("long-log", test_long_log);
  ADD ("log-has-an-end", test_log_has_an_end);
#undef ADD

  return g_test_run ();
}
