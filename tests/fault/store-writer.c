/* SPDX-License-Identifier: GPL-3.0-or-later */

/* store-writer DIRECTORY SEED [--ack-early]: saves, changes and deletes entries through the storage library until it
 * is killed, and says on standard output what was asked for and what was acknowledged. With --ack-early it is a liar
 * that acknowledges before the commit: whoever checks must notice. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "thaw-drafts.h"
#include "thaw-fault-model.h"
#include "thaw-journal.h"
#include "thaw-test.h"
#include "thaw-uuid.h"

typedef struct
{
  char *uuid;
  guint version;
} Known;

static gboolean acks_early;

static void
known_free (Known *known)
{
  g_free (known->uuid);
  g_free (known);
}

/* One write(2), so that the line is in the pipe or not, whenever the kill comes. */
static void
say (const char *what,
     const char *uuid,
     guint       version)
{
  g_autofree char *line = g_strdup_printf ("%s %s %u\n", what, uuid, version);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

static void
save (ThawJournal *journal,
      ThawClock   *clock,
      Known       *known)
{
  g_autoptr (ThawEntry) entry = fault_make_entry (known->uuid, known->version, clock);
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  say ("begin", known->uuid, known->version);
  thaw_journal_save_async (journal, entry, NULL, NULL, thaw_test_store_result_cb, &slot);
  if (acks_early)
    say ("done", known->uuid, known->version);
  result = thaw_test_await (&slot);
  saved = thaw_journal_save_finish (journal, result, &error);
  g_assert_no_error (error);
  if (!acks_early)
    say ("done", known->uuid, known->version);
}

static void
delete_for_good (ThawJournal *journal,
                 const char  *uuid)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) hidden = NULL;
  g_autoptr (GAsyncResult) purged = NULL;

  say ("begin", uuid, FAULT_VERSION_DELETED);
  thaw_journal_hide_async (journal, uuid, NULL, thaw_test_store_result_cb, &slot);
  hidden = thaw_test_await (&slot);
  thaw_journal_hide_finish (journal, hidden, &error);
  g_assert_no_error (error);
  thaw_journal_purge_async (journal, NULL, NULL, thaw_test_store_result_cb, &slot);
  purged = thaw_test_await (&slot);
  thaw_journal_purge_finish (journal, purged, &error);
  g_assert_no_error (error);
  say ("done", uuid, FAULT_VERSION_DELETED);
}

static void
save_draft (ThawDrafts *drafts,
            GRand      *rand)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = fault_make_text ("draft", g_rand_int (rand));
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  thaw_entry_set_text (entry, text);
  thaw_drafts_save_async (drafts, "new", entry, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_drafts_save_finish (drafts, result, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawDatabase) database = NULL;
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawJournal) journal = NULL;
  g_autoptr (ThawDrafts) drafts = NULL;
  g_autoptr (GPtrArray) all_known = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
  g_autoptr (GRand) rand = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3)
    return 2;

  rand = g_rand_new_with_seed ((guint32) strtoul (argv[2], NULL, 10));
  acks_early = argc > 3 && g_str_equal (argv[3], "--ack-early");
  database = thaw_database_new (argv[1]);
  journal = thaw_journal_new (database, clock, NULL, NULL);
  drafts = thaw_drafts_new (database, clock);
  if (!thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  while (TRUE)
    {
      int dice = g_rand_int_range (rand, 0, 10);

      if (dice < 5 || all_known->len == 0)
        {
          Known *known = g_new0 (Known, 1);

          known->uuid = thaw_uuid_new (thaw_clock_get_utc_ms (clock));
          known->version = 1;
          g_ptr_array_add (all_known, known);
          save (journal, clock, known);
        }
      else if (dice < 7)
        {
          Known *known = g_ptr_array_index (all_known, g_rand_int_range (rand, 0, (int) all_known->len));

          known->version++;
          save (journal, clock, known);
        }
      else if (dice < 9)
        {
          save_draft (drafts, rand);
        }
      else
        {
          guint i = (guint) g_rand_int_range (rand, 0, (int) all_known->len);

          delete_for_good (journal, ((Known *) g_ptr_array_index (all_known, i))->uuid);
          g_ptr_array_remove_index_fast (all_known, i);
        }
    }
}
