/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-fill DIRECTORY N_ENTRIES: a journal of 20 years with entries of about 120 words. */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "thaw-bench.h"
#include "thaw-journal.h"
#include "thaw-uuid.h"

#define N_YEARS 20
#define N_WORDS 4000
#define WORDS_PER_ENTRY 120

static const char *const syllables[] = { "al", "be", "ca", "do", "en", "fi", "go", "hu", "in", "ju", "ka", "lo",
                                         "mo", "ne", "or", "pa", "qui", "re", "sa", "to", "um", "ve", "wi", "ya" };
static const char *const real_words[] = { "the", "and", "I", "was", "a", "to", "it", "coffee", "sister", "walk", "home",
                                          "morning", "quiet", "rain", "work", "felt", "nothing", "again", "then", "dog" };

/* Words as frequent as in a language: the n-th about 1/n as often as the first (Zipf). */
static const char *
pick_word (GRand     *rand,
           GPtrArray *words)
{
  double rank = exp (g_rand_double (rand) * log (N_WORDS));

  return g_ptr_array_index (words, MIN ((guint) rank, words->len) - 1);
}

static GPtrArray *
make_words (GRand *rand)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (real_words); i++)
    g_ptr_array_add (words, g_strdup (real_words[i]));

  while (words->len < N_WORDS)
    {
      GString *word = g_string_new (NULL);
      int n = g_rand_int_range (rand, 2, 5);

      for (int i = 0; i < n; i++)
        g_string_append (word, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
      g_ptr_array_add (words, g_string_free (word, FALSE));
    }

  return words;
}

static ThawEntry *
make_entry (GRand     *rand,
            GPtrArray *words,
            gint64     utc_ms)
{
  static const char *const emotions[] = { "joy", "sadness", "anger", "fear", "love" };
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (utc_ms / 1000);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *uuid = thaw_uuid_new (utc_ms);
  ThawMoment moment = thaw_moment_from_time (time);
  ThawEntry *entry = thaw_entry_new ();

  for (int i = 0; i < WORDS_PER_ENTRY; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", pick_word (rand, words));

  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_feeling (entry, g_rand_int_range (rand, -1, 11));
  thaw_entry_set_valence (entry, thaw_valence_from_step (g_rand_int_range (rand, -1, 7)));
  thaw_entry_set_emotion (entry, emotions[g_rand_int_range (rand, 0, G_N_ELEMENTS (emotions))], g_rand_int_range (rand, 1, 4));
  thaw_entry_set_tag (entry, pick_word (rand, words), THAW_TAG_EVENT, g_rand_boolean (rand));
  if (g_rand_boolean (rand))
    {
      thaw_entry_set_sensation (entry, (ThawBodyRegion) g_rand_int_range (rand, 0, THAW_N_BODY_REGIONS),
                                (ThawSensationQuality) g_rand_int_range (rand, 0, THAW_N_QUALITIES), 2);
      thaw_entry_set_coping (entry, "walk", (ThawCopingOutcome) g_rand_int_range (rand, 0, THAW_N_OUTCOMES));
    }
  thaw_entry_set_text (entry, text->str);
  thaw_entry_set_created_ms (entry, utc_ms);
  thaw_entry_set_modified_ms (entry, utc_ms);

  return entry;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawDatabase) database = NULL;
  g_autoptr (ThawJournal) journal = NULL;
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) words = make_words (rand);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  ThawJournalImportCounts counts;
  gint64 span_ms = N_YEARS * G_GINT64_CONSTANT (31557600000);
  gint64 last_ms = G_GINT64_CONSTANT (1795000000000);
  double started_ms;
  int n;

  if (argc != 3)
    return 2;

  n = atoi (argv[2]);
  for (int i = 0; i < n; i++)
    g_ptr_array_add (entries, make_entry (rand, words, last_ms - span_ms + (i + 1) * (span_ms / n)));

  database = thaw_database_new (argv[1]);
  journal = thaw_journal_new (database, clock, NULL, NULL);
  if (!thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error))
    g_error ("%s", error->message);

  started_ms = thaw_bench_now_ms ();
  if (!thaw_journal_import_sync (journal, entries, FALSE, &counts, &error))
    g_error ("%s", error->message);
  g_print ("{\"name\": \"import-%d\", \"ms\": %.1f, \"added\": %u}\n", n, thaw_bench_now_ms () - started_ms,
           counts.n_added);
  thaw_database_close (database);

  return 0;
}
