/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-demo-practice"

#include "config.h"

#include "content/thaw-content.h"
#include "demo/thaw-demo.h"
#include "exchange/thaw-json-beside-writer.h"
#include "thaw-activity-tally.h"
#include "thaw-plan.h"
#include "thaw-session.h"
#include "thaw-uuid.h"

#include <string.h>

#define SEED 7
#define LAST_DAY "2026-11-22"

/* As in test-demo.c, of what is done, owned, starred and planned. */
#define CHECKSUM "c5667840abec4b3efce9c97dffb9a393cb5674033ad7f894bf545ee6403b9002"

static ThawImportBatch *
generate (guint32     seed,
          guint       n_days,
          const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  g_assert_nonnull (zone);

  return thaw_demo_generate (seed, thaw_day_from_iso (LAST_DAY), n_days, zone);
}

/* Only what this test is about. */
static char *
dump (const ThawImportBatch *batch)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *start;

  thaw_json_append_beside (out, batch);
  start = strstr (out->str, "\"sessions\"");

  return g_strndup (start, (gsize) (strstr (start, ",\n\"people\"") - start));
}

static void
test_same_on_every_machine (void)
{
  g_autoptr (ThawImportBatch) batch = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autofree char *journal = dump (batch);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, journal, -1);

  g_assert_cmpstr (checksum, ==, CHECKSUM);
}

/* What Thaw brings along is called as it is called there; the rest is the person's own. */
static void
assert_known (const ThawSession     *session,
              const ThawImportBatch *batch,
              ThawPracticeCatalog   *catalog)
{
  const char *name = thaw_practice_catalog_get_name (catalog, session->activity);
  const ThawActivity *activity = thaw_practice_catalog_find_activity (catalog, session->activity);

  if (name != NULL)
    {
      g_assert_cmpstr (session->name, ==, name);
      g_assert_cmpint (session->kind, ==, activity != NULL ? activity->kind : THAW_ACTIVITY_MINDFULNESS);
      return;
    }

  for (guint i = 0; i < batch->own_activities->len; i++)
    {
      const ThawActivity *own = g_ptr_array_index (batch->own_activities, i);

      if (g_str_equal (own->id, session->activity))
        {
          g_assert_cmpstr (session->name, ==, own->name);
          g_assert_cmpint (session->moment.utc_ms, >, own->modified_ms);
          return;
        }
    }

  g_assert_cmpuint (batch->patterns->len, ==, 1);
  g_assert_cmpstr (session->activity, ==, ((ThawBreathPattern *) batch->patterns->pdata[0])->id);
}

static void
test_sessions_are_valid (void)
{
  g_autoptr (ThawContent) content = thaw_content_load ();
  ThawDay last_day = thaw_day_from_iso (LAST_DAY);
  ThawDay first_day = last_day - THAW_DEMO_DEFAULT_DAYS + 1;

  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (ThawImportBatch) batch = generate (seed, THAW_DEMO_DEFAULT_DAYS, "Europe/Berlin");
      g_autoptr (GHashTable) uuids = g_hash_table_new (g_str_hash, g_str_equal);
      gint64 position = 0;

      for (guint i = 0; i < batch->sessions->len; i++)
        {
          const ThawSession *session = g_ptr_array_index (batch->sessions, i);
          gint64 next = thaw_moment_get_position (&session->moment);

          g_assert_true (thaw_uuid_is_valid (session->uuid));
          g_assert_true (g_hash_table_add (uuids, session->uuid));
          g_assert_true (thaw_moment_is_valid (&session->moment));
          g_assert_cmpint (session->moment.day, >=, first_day);
          g_assert_cmpint (session->moment.day, <=, last_day);
          g_assert_cmpint (next, >, position);
          position = next;
          g_assert_true (thaw_activity_id_is_valid (session->activity));
          g_assert_cmpint (session->actual_ms, >, 0);
          g_assert_cmpint (session->actual_ms, <=, 3 * 3600 * 1000);
          g_assert_cmpint (session->ending, !=, THAW_SESSION_RUNNING);
          if (session->ending == THAW_SESSION_FINISHED)
            g_assert_cmpint (session->actual_ms, ==, session->planned_ms);
          if (session->ending == THAW_SESSION_LEFT)
            g_assert_cmpint (session->actual_ms, <, session->planned_ms);
          if (session->ending == THAW_SESSION_LOGGED)
            g_assert_cmpint (session->planned_ms, ==, 0);
          g_assert_true (thaw_pleasure_is_valid (session->expected) && thaw_pleasure_is_valid (session->felt));
          g_assert_true (thaw_mood_level_is_valid (&session->before) && thaw_mood_level_is_valid (&session->after));
          g_assert_cmpint (session->modified_ms, >, session->moment.utc_ms + session->actual_ms);
          assert_known (session, batch, content->practice_catalog);
        }
    }
}

static double
get_mean_before (const ThawImportBatch *batch,
                 ThawDay                first,
                 ThawDay                last)
{
  int sum = 0, n = 0;

  for (guint i = 0; i < batch->sessions->len; i++)
    {
      const ThawSession *session = g_ptr_array_index (batch->sessions, i);

      if (session->before.feeling != THAW_FEELING_UNKNOWN && session->moment.day >= first &&
          session->moment.day <= last)
        {
          sum += session->before.feeling;
          n++;
        }
    }

  g_assert_cmpint (n, >, 4);

  return (double) sum / n;
}

/* Rarely at first, and with little to expect; both come back, and what is liked before what is wanted. */
static void
test_course (void)
{
  ThawDay last_day = thaw_day_from_iso (LAST_DAY);
  ThawDay first_day = last_day - THAW_DEMO_DEFAULT_DAYS + 1;

  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (ThawImportBatch) batch = generate (seed, THAW_DEMO_DEFAULT_DAYS, "UTC");
      g_autoptr (ThawSessionCount) count = thaw_session_count_new ();
      g_autoptr (GPtrArray) tallies = NULL;
      guint n_endings[THAW_N_SESSION_ENDINGS] = { 0 };
      guint n_kinds[THAW_N_ACTIVITY_KINDS] = { 0 };
      guint n_early = 0, n_late = 0, n_both = 0, n_pleasure = 0, n_worse = 0, n_notes = 0, n_compared = 0;
      int expected = 0, felt = 0;

      for (guint i = 0; i < batch->sessions->len; i++)
        {
          const ThawSession *session = g_ptr_array_index (batch->sessions, i);
          gboolean is_both = session->before.feeling != THAW_FEELING_UNKNOWN &&
                             session->after.feeling != THAW_FEELING_UNKNOWN;

          thaw_session_count_add (count, session);
          n_endings[session->ending]++;
          n_kinds[session->kind]++;
          n_early += session->moment.day < first_day + 200 ? 1 : 0;
          n_late += session->moment.day > last_day - 200 ? 1 : 0;
          n_both += is_both ? 1 : 0;
          n_worse += is_both && session->after.feeling < session->before.feeling ? 1 : 0;
          n_notes += session->note[0] != '\0' ? 1 : 0;
          if (session->expected != THAW_PLEASURE_UNKNOWN && session->felt != THAW_PLEASURE_UNKNOWN)
            {
              n_pleasure++;
              expected += session->expected;
              felt += session->felt;
            }
        }

      g_test_message ("%u sessions, %u both, %u pleasures, %u notes", batch->sessions->len, n_both, n_pleasure, n_notes);
      g_assert_cmpuint (batch->sessions->len, >, 350);
      g_assert_cmpuint (batch->sessions->len, <, 650);
      g_assert_cmpuint (n_early * 2, <, n_late);
      for (guint i = THAW_SESSION_FINISHED; i < THAW_N_SESSION_ENDINGS; i++)
        g_assert_cmpuint (n_endings[i], >, 40);
      for (guint i = 0; i < THAW_N_ACTIVITY_KINDS; i++)
        g_assert_cmpuint (n_kinds[i], >, 5);
      g_assert_cmpuint (n_both, >, 120);
      g_assert_cmpuint (n_worse, >, 8);
      g_assert_cmpuint (n_worse, <, n_both / 2);
      g_assert_cmpuint (n_pleasure, >, 70);
      g_assert_cmpint (felt, >, expected);
      g_assert_cmpuint (n_notes, >, 40);
      g_assert_cmpfloat (get_mean_before (batch, first_day, first_day + 199), <, 2.5);
      g_assert_cmpfloat (get_mean_before (batch, last_day - 179, last_day), >, 4.5);

      /* There is something to compare. */
      tallies = thaw_session_count_finish (count);
      for (guint i = 0; i < tallies->len; i++)
        {
          const ThawActivityTally *tally = g_ptr_array_index (tallies, i);

          n_compared += tally->feeling.n >= THAW_TALLY_MIN_SESSIONS ? 1 : 0;
        }
      g_assert_cmpuint (n_compared, >, 8);
    }
}

/* A sentence of the person's own does not come again and again. */
static void
test_notes_rest (void)
{
  g_autoptr (ThawImportBatch) batch = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autoptr (GHashTable) last_days = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < batch->sessions->len; i++)
    {
      const ThawSession *session = g_ptr_array_index (batch->sessions, i);
      int last_day = GPOINTER_TO_INT (g_hash_table_lookup (last_days, session->note));

      if (session->note[0] == '\0')
        continue;
      if (last_day != 0)
        g_assert_cmpint (session->moment.day - last_day, >, 150);
      g_hash_table_insert (last_days, session->note, GINT_TO_POINTER (session->moment.day));
    }
}

static void
test_own (void)
{
  g_autoptr (ThawImportBatch) batch = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autoptr (ThawImportBatch) nothing = generate (SEED, 0, "UTC");
  g_autoptr (ThawContent) content = thaw_content_load ();
  const ThawPlan *plan;
  guint n_own = 0;

  g_assert_cmpuint (batch->own_activities->len, ==, 1);
  g_assert_cmpuint (batch->patterns->len, ==, 1);
  g_assert_true (thaw_breath_pattern_is_valid (batch->patterns->pdata[0]));
  for (guint i = 0; i < batch->sessions->len; i++)
    n_own += thaw_uuid_is_valid (((ThawSession *) batch->sessions->pdata[i])->activity) ? 1 : 0;
  g_assert_cmpuint (n_own, >, 10);

  g_assert_cmpuint (batch->favourites->len, >=, 3);
  for (guint i = 0; i < batch->favourites->len; i++)
    {
      const char *id = g_ptr_array_index (batch->favourites, i);

      g_assert_true (thaw_practice_catalog_get_name (content->practice_catalog, id) != NULL ||
                     g_str_equal (id, ((ThawActivity *) batch->own_activities->pdata[0])->id));
    }

  g_assert_cmpuint (batch->plans->len, ==, 1);
  plan = batch->plans->pdata[0];
  g_assert_cmpint (plan->day, ==, thaw_day_from_iso (LAST_DAY) + 1);
  g_assert_nonnull (thaw_practice_catalog_find_activity (content->practice_catalog, plan->activity));

  g_assert_cmpuint (thaw_import_batch_get_n_others (nothing), ==, 0);
}

/* The zone changes when a moment was; a shorter journal is the end of a longer one. */
static void
test_same_story (void)
{
  g_autoptr (ThawImportBatch) utc = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autoptr (ThawImportBatch) berlin = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "Europe/Berlin");
  g_autoptr (ThawImportBatch) month = generate (SEED, 30, "UTC");
  guint first = utc->sessions->len - month->sessions->len;

  g_assert_cmpuint (utc->sessions->len, ==, berlin->sessions->len);
  for (guint i = 0; i < utc->sessions->len; i++)
    {
      const ThawSession *one = g_ptr_array_index (utc->sessions, i);
      const ThawSession *other = g_ptr_array_index (berlin->sessions, i);

      g_assert_cmpint (one->moment.day, ==, other->moment.day);
      g_assert_cmpstr (one->name, ==, other->name);
      g_assert_cmpstr (one->note, ==, other->note);
      g_assert_cmpint (one->felt, ==, other->felt);
    }

  g_assert_cmpuint (month->sessions->len, >, 8);
  for (guint i = 0; i < month->sessions->len; i++)
    g_assert_true (thaw_session_equal (g_ptr_array_index (month->sessions, i),
                                       g_ptr_array_index (utc->sessions, first + i)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-practice/same-on-every-machine", test_same_on_every_machine);
  g_test_add_func ("/demo-practice/sessions-are-valid", test_sessions_are_valid);
  g_test_add_func ("/demo-practice/course", test_course);
  g_test_add_func ("/demo-practice/notes-rest", test_notes_rest);
  g_test_add_func ("/demo-practice/own", test_own);
  g_test_add_func ("/demo-practice/same-story", test_same_story);

  return g_test_run ();
}
