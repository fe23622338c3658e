/* SPDX-License-Identifier: GPL-3.0-or-later */

/* kill-loop WRITER [--rounds N] [--seed S] [--mutant]: starts the writer, kills it at a random moment with SIGKILL,
 * opens the journal again and compares it with what was acknowledged. With --mutant the writer acknowledges too
 * early, and the loop must notice: it then succeeds only if something was lost. */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "thaw-fault-model.h"
#include "thaw-journal.h"
#include "thaw-test.h"

/* A journal is used for so many rounds before the next one starts from nothing. */
#define ROUNDS_PER_JOURNAL 20
#define MAX_LIFE_MS 60
/* Every so many rounds the writer dies while it opens, creates or recovers the file. */
#define EARLY_KILL_EVERY 5
#define MAX_EARLY_LIFE_MS 12

/* What is known of an entry: the version that was acknowledged last, and the one asked for after that, if any. */
typedef struct
{
  int acknowledged;
  int asked;
} Expected;

#define VERSION_NONE (-1)

static int n_rounds = 200;
static gint64 seed = 0;
static gboolean is_mutant;

static const GOptionEntry options[] = {
  { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often to kill", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Repeats a run", "S" },
  { "mutant", 0, 0, G_OPTION_ARG_NONE, &is_mutant, "Expect a writer that lies to be caught", NULL },
  G_OPTION_ENTRY_NULL,
};

static guint n_acknowledged, n_lost, n_unsound, n_hot;

static void
note_line (GHashTable *expected,
           const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  Expected *entry;

  if (g_strv_length (words) != 3)
    return;

  entry = g_hash_table_lookup (expected, words[1]);
  if (entry == NULL)
    {
      entry = g_new (Expected, 1);
      *entry = (Expected) { VERSION_NONE, VERSION_NONE };
      g_hash_table_insert (expected, g_strdup (words[1]), entry);
    }

  if (g_str_equal (words[0], "begin"))
    {
      entry->asked = atoi (words[2]);
    }
  else
    {
      entry->acknowledged = atoi (words[2]);
      entry->asked = VERSION_NONE;
      n_acknowledged++;
    }
}

static void
note_output (GHashTable *expected,
             int         fd)
{
  g_autoptr (GString) output = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  char buffer[4096];
  gssize n_read;

  while ((n_read = read (fd, buffer, sizeof buffer)) > 0 || (n_read < 0 && errno == EINTR))
    g_string_append_len (output, buffer, MAX (n_read, 0));

  lines = g_strsplit (output->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    note_line (expected, lines[i]);
}

static void
run_writer (const char *writer,
            const char *directory,
            GRand      *rand,
            guint       life_ms,
            GHashTable *expected)
{
  g_autofree char *writer_seed = g_strdup_printf ("%u", g_rand_int (rand));
  int out[2];
  pid_t pid;

  g_assert_cmpint (pipe (out), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      dup2 (out[1], STDOUT_FILENO);
      close (out[0]);
      close (out[1]);
      execl (writer, writer, directory, writer_seed, is_mutant ? "--ack-early" : NULL, NULL);
      _exit (127);
    }

  close (out[1]);
  g_usleep (life_ms * 1000 + (gulong) g_rand_int_range (rand, 0, 1000));
  kill (pid, SIGKILL);
  note_output (expected, out[0]);
  close (out[0]);
  waitpid (pid, NULL, 0);
}

static gboolean
is_version (ThawJournal *journal,
            const char  *uuid,
            int          version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (journal, uuid, &error);
  g_autofree char *text = NULL;

  if (version == VERSION_NONE || version == FAULT_VERSION_DELETED)
    return g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);

  text = fault_make_text (uuid, (guint) version);

  return entry != NULL && g_str_equal (thaw_entry_get_text (entry), text);
}

static void
check_journal (const char *directory,
               GHashTable *expected,
               int         round)
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, clock, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = g_strconcat (thaw_database_get_path (database), "-wal", NULL);
  g_autofree char *fault = NULL;
  GHashTableIter iter;
  gpointer uuid, value;

  n_hot += g_file_test (wal, G_FILE_TEST_EXISTS);
  if (!thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error))
    {
      g_printerr ("round %d: the journal does not open: %s\n", round, error->message);
      n_unsound++;
      return;
    }

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &uuid, &value))
    {
      Expected *entry = value;

      if (entry->asked != VERSION_NONE && is_version (journal, uuid, entry->asked))
        {
          entry->acknowledged = entry->asked;
        }
      else if (entry->asked == FAULT_VERSION_DELETED && is_version (journal, uuid, VERSION_NONE))
        {
          entry->acknowledged = FAULT_VERSION_DELETED;
        }
      else if (!is_version (journal, uuid, entry->acknowledged))
        {
          if (!is_mutant)
            g_printerr ("round %d: lost version %d of %s\n", round, entry->acknowledged, (char *) uuid);
          n_lost++;
          entry->acknowledged = FAULT_VERSION_DELETED;
        }
      entry->asked = VERSION_NONE;
    }
  thaw_database_close (database);

  fault = fault_find_in_file (thaw_database_get_path (database));
  if (fault != NULL)
    {
      g_printerr ("round %d: %s\n", round, fault);
      n_unsound++;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("WRITER");
  g_autoptr (GRand) rand = NULL;
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (ThawTestDir) directory = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_good;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("kill-loop: %s\n", error != NULL ? error->message : "which writer?");
      return 2;
    }

  if (seed == 0)
    seed = g_get_real_time ();
  rand = g_rand_new_with_seed ((guint32) seed);
  g_print ("seed %" G_GINT64_FORMAT "\n", seed);

  for (int round = 0; round < n_rounds; round++)
    {
      gboolean is_early = round % EARLY_KILL_EVERY == EARLY_KILL_EVERY - 1;
      guint life_ms = (guint) g_rand_int_range (rand, 0, is_early ? MAX_EARLY_LIFE_MS : MAX_LIFE_MS);

      if (round % ROUNDS_PER_JOURNAL == 0)
        {
          g_clear_pointer (&directory, thaw_test_remove_dir);
          directory = thaw_test_make_dir ();
          g_clear_pointer (&expected, g_hash_table_unref);
          expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
        }

      run_writer (argv[1], directory, rand, life_ms, expected);
      check_journal (directory, expected, round);
    }

  g_print ("%d kills, %u changes acknowledged, %u times a log was left behind: %u lost, %u files unsound\n", n_rounds,
           n_acknowledged, n_hot, n_lost, n_unsound);
  is_good = n_acknowledged > 0 && n_unsound == 0 && (is_mutant ? n_lost > 0 : n_lost == 0);

  return is_good ? 0 : 1;
}
