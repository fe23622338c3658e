/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-list DIRECTORY: what the list of the journal costs without a window: its first page, the places of all entries,
 * an entry anywhere, and a search at each key. */

#include "config.h"

#include "pages/journal/thaw-entry-list.h"
#include "thaw-bench.h"

#define N_PAGES 200
#define N_INDICES 20
#define N_ITEMS 1000
#define N_FIRST 30
#define N_FOUND 50

/* Typed one key at a time: a usual word, rarer ones, several words, a phrase, and what is nowhere. */
static const char *const typed[] = { "coffee", "the morning rain", "qualbeca", "sister walk", "\"felt nothing\"",
                                     "nothing again", "xyzzy" };

static void
measure_first_page (ThawJournal *journal)
{
  g_autoptr (GArray) samples_ms = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_PAGES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page = NULL;
      double started_ms = thaw_bench_now_ms (), took_ms;

      page = thaw_journal_list_newest (journal, THAW_JOURNAL_NEWEST, N_FIRST, &error);
      took_ms = thaw_bench_now_ms () - started_ms;
      g_assert_no_error (error);
      g_array_append_val (samples_ms, took_ms);
    }
  thaw_bench_report ("first-page", samples_ms);
}

/* Makes a list and waits until it is complete; says how long that took. */
static ThawEntryList *
make_list (ThawJournal             *journal,
           const ThawJournalFilter *filter,
           double                  *out_took_ms)
{
  double started_ms = thaw_bench_now_ms ();
  ThawEntryList *list = thaw_entry_list_new (journal, NULL, filter);

  while (thaw_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  *out_took_ms = thaw_bench_now_ms () - started_ms;
  g_assert_no_error (thaw_entry_list_get_error (list));

  return list;
}

static void
measure_index (ThawJournal *journal)
{
  g_autoptr (GArray) samples_ms = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_INDICES; i++)
    {
      double took_ms;
      g_autoptr (ThawEntryList) list = make_list (journal, NULL, &took_ms);

      g_array_append_val (samples_ms, took_ms);
      thaw_entry_list_cancel (list);
    }
  thaw_bench_report ("index", samples_ms);
}

static void
measure_items (ThawJournal *journal)
{
  g_autoptr (GArray) samples_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double took_ms;
  g_autoptr (ThawEntryList) list = make_list (journal, NULL, &took_ms);
  gint32 n_items = (gint32) g_list_model_get_n_items (G_LIST_MODEL (list));

  for (int i = 0; i < N_ITEMS; i++)
    {
      g_autoptr (ThawEntrySummary) summary = NULL;
      guint index = (guint) g_rand_int_range (rand, 0, n_items);
      double started_ms = thaw_bench_now_ms ();

      summary = g_list_model_get_item (G_LIST_MODEL (list), index);
      took_ms = thaw_bench_now_ms () - started_ms;
      g_array_append_val (samples_ms, took_ms);
    }
  thaw_entry_list_cancel (list);
  thaw_bench_report ("random-item", samples_ms);
}

static void
measure_search (ThawJournal *journal)
{
  g_autoptr (GArray) query_samples_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) list_samples_ms = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint word = 0; word < G_N_ELEMENTS (typed); word++)
    {
      for (gsize n = 1; n <= strlen (typed[word]); n++)
        {
          g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
          g_autoptr (GPtrArray) found = NULL;
          g_autoptr (ThawEntryList) list = NULL;
          g_autoptr (GError) error = NULL;
          double started_ms = thaw_bench_now_ms (), took_ms;

          filter->query = g_strndup (typed[word], n);
          found = thaw_journal_find_sync (journal, filter, THAW_JOURNAL_NEWEST, N_FOUND, &error);
          took_ms = thaw_bench_now_ms () - started_ms;
          g_assert_no_error (error);
          g_array_append_val (query_samples_ms, took_ms);

          list = make_list (journal, filter, &took_ms);
          g_array_append_val (list_samples_ms, took_ms);
          thaw_entry_list_cancel (list);
        }
    }
  thaw_bench_report ("search-keystroke", query_samples_ms);
  thaw_bench_report ("search-list", list_samples_ms);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawDatabase) database = NULL;
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    return 2;

  database = thaw_database_new (argv[1]);
  journal = thaw_journal_new (database, clock, NULL, NULL);
  if (!thaw_database_open_sync (database, THAW_DATABASE_READ_ONLY, &error))
    g_error ("%s", error->message);

  measure_first_page (journal);
  measure_index (journal);
  measure_items (journal);
  measure_search (journal);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  thaw_database_close (database);

  return 0;
}
