/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-sessions DIRECTORY: what the pages ask of 40,000 sessions of 20 years. The tally and the count of days are done
 * on the reader's thread, the rest on the main thread. */

#include "config.h"

#include "thaw-bench.h"
#include "thaw-journal.h"
#include "thaw-session-store.h"
#include "thaw-uuid.h"

#define N_SESSIONS 40000
#define N_YEARS 20
#define N_RUNS 30
#define LAST_MS G_GINT64_CONSTANT (1795000000000)

static const char *const activities[] = {
  "slow-5-5", "slow-4-6", "long-exhale", "box", "sighing", "4-7-8", "body-scan", "loving-kindness", "savouring",
  "grounding", "urge-surfing", "open-sitting", "walk", "run", "swim", "knit", "draw", "call", "nap", "garden",
};

static ThawSession *
make_session (GRand *rand,
              gint64 utc_ms)
{
  const char *activity = activities[g_rand_int_range (rand, 0, G_N_ELEMENTS (activities))];
  ThawSession *session = thaw_session_new (THAW_ACTIVITY_MINDFULNESS, activity, activity);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (utc_ms / 1000);

  session->uuid = thaw_uuid_new (utc_ms);
  session->moment = thaw_moment_from_time (time);
  session->planned_ms = 600000;
  session->actual_ms = g_rand_int_range (rand, 60000, 1200000);
  session->ending = THAW_SESSION_FINISHED;
  session->expected = g_rand_int_range (rand, -1, 11);
  session->felt = g_rand_int_range (rand, -1, 11);
  session->before = (ThawMoodLevel) { g_rand_int_range (rand, 0, 11), thaw_valence_from_step (g_rand_int_range (rand, 0, 7)) };
  session->after = (ThawMoodLevel) { g_rand_int_range (rand, 0, 11), thaw_valence_from_step (g_rand_int_range (rand, 0, 7)) };
  session->modified_ms = utc_ms;
  thaw_session_set_note (session, g_rand_int_range (rand, 0, 3) == 0
                                    ? "It was cold, and I noticed that I noticed it. Nothing more, and that is fine." : "");

  return session;
}

static void
fill (ThawJournal *journal)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  ThawImportBatch *batch = thaw_import_batch_new ();
  g_autoptr (GError) error = NULL;
  gint64 span_ms = N_YEARS * G_GINT64_CONSTANT (31557600000);
  double started_ms;

  for (int i = 0; i < N_SESSIONS; i++)
    g_ptr_array_add (batch->sessions, make_session (rand, LAST_MS - span_ms + (i + 1) * (span_ms / N_SESSIONS)));
  started_ms = thaw_bench_now_ms ();
  if (!thaw_journal_import_batch_sync (journal, batch, FALSE, NULL, &error))
    g_error ("%s", error->message);
  g_print ("{\"name\": \"sessions-import\", \"ms\": %.1f}\n", thaw_bench_now_ms () - started_ms);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (slot);
}

static void
run_tally (ThawSessionStore *sessions)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) tallies = NULL;
  GAsyncResult *slot = NULL;

  thaw_session_store_tally_async (sessions, NULL, store_result_cb, &slot);
  result = await (&slot);
  tallies = thaw_session_store_tally_finish (sessions, result, NULL);
  g_assert_cmpuint (tallies->len, ==, G_N_ELEMENTS (activities));
}

static void
run_count_days (ThawSessionStore *sessions)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) counts = NULL;
  GAsyncResult *slot = NULL;

  thaw_session_store_count_days_async (sessions, THAW_DAY_NONE, THAW_DAY_NONE, NULL, store_result_cb, &slot);
  result = await (&slot);
  counts = thaw_session_store_count_days_finish (sessions, result, NULL);
  g_assert_cmpuint (counts->len, >, 7000);
}

static void
run_day (ThawSessionStore *sessions)
{
  ThawDay day = thaw_day_new (2020, 5, 5);
  g_autoptr (GPtrArray) listed = thaw_session_store_list_days (sessions, day, day, NULL);

  g_assert_cmpuint (listed->len, >, 0);
}

/* What the page of practice asks when it opens. */
static void
run_page (ThawSessionStore *sessions)
{
  g_autoptr (ThawSession) last = thaw_session_store_get_last (sessions, NULL);

  g_assert_nonnull (last);
  g_assert_cmpint (thaw_session_store_get_first_day (sessions, "4-7-8", NULL), !=, THAW_DAY_NONE);
}

static void
measure (const char       *name,
         ThawSessionStore *sessions,
         void            (*run) (ThawSessionStore *))
{
  g_autoptr (GArray) samples_ms = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_RUNS; i++)
    {
      double started_ms = thaw_bench_now_ms (), took_ms;

      run (sessions);
      took_ms = thaw_bench_now_ms () - started_ms;
      g_array_append_val (samples_ms, took_ms);
    }
  thaw_bench_report (name, samples_ms);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawDatabase) database = NULL;
  g_autoptr (ThawJournal) journal = NULL;
  g_autoptr (ThawSessionStore) sessions = NULL;
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    return 2;

  database = thaw_database_new (argv[1]);
  journal = thaw_journal_new (database, clock, NULL, NULL);
  sessions = thaw_session_store_new (database, clock);
  if (!thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error))
    g_error ("%s", error->message);

  fill (journal);
  measure ("sessions-tally", sessions, run_tally);
  measure ("sessions-count-days", sessions, run_count_days);
  measure ("sessions-day", sessions, run_day);
  measure ("sessions-last-and-first", sessions, run_page);
  thaw_database_close (database);

  return 0;
}
