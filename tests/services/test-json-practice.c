/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-json-practice"

#include "config.h"

#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-json-reader.h"
#include "exchange/thaw-json-writer.h"
#include "thaw-breath-pattern.h"
#include "thaw-plan.h"
#include "thaw-session.h"
#include "thaw-test-exchange.h"

#define UUID "0190c2a0-0000-7000-8000-000000000001"
#define ID "\"uuid\":\"" UUID "\""
#define IDENTITY ID ",\"time\":\"2026-11-23T09:15:00.000+01:00\""
#define SESSION IDENTITY ",\"activity\":\"walk\""
#define PATTERN ID ",\"name\":\"Slow\",\"in\":50"
#define PLAN ID ",\"day\":\"2026-11-23\",\"activity\":\"walk\""
#define BESIDE(list, items) \
  "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":5,\"" list "\":[" items "],\"entries\":[]}"

static ThawImportBatch *
read_json (const char  *json,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  return thaw_json_reader_read (bytes, NULL, error);
}

static char *
write_batch (const ThawImportBatch *batch)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ThawEntryWriter) writer = thaw_json_writer_new (stream);
  g_autoptr (GError) error = NULL;

  thaw_entry_writer_set_beside (writer, batch);
  thaw_entry_writer_finish_sync (writer, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static const ThawSession *
find_session (const ThawImportBatch *batch,
              const char            *uuid)
{
  for (guint i = 0; i < batch->sessions->len; i++)
    {
      const ThawSession *session = g_ptr_array_index (batch->sessions, i);

      if (g_str_equal (session->uuid, uuid))
        return session;
    }

  return NULL;
}

static void
test_round_trip (void)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autoptr (ThawImportBatch) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;
  g_autoptr (GError) error = NULL;
  const ThawBreathPattern *pattern;
  const ThawActivity *activity;
  const ThawPlan *plan;

  thaw_test_add_practice (batch);
  json = write_batch (batch);
  again = read_json (json, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (again->sessions->len, ==, batch->sessions->len);
  for (guint i = 0; i < batch->sessions->len; i++)
    {
      const ThawSession *session = g_ptr_array_index (batch->sessions, i);
      const ThawSession *read = find_session (again, session->uuid);

      g_assert_nonnull (read);
      g_assert_true (thaw_session_equal (session, read));
      g_assert_cmpint (session->modified_ms, ==, read->modified_ms);
    }
  /* The oldest stands first, and of one moment the one with the smaller UUID. */
  g_assert_cmpstr (((ThawSession *) again->sessions->pdata[0])->uuid, ==, "0190c2a0-0005-7000-8000-000000000004");
  g_assert_cmpstr (((ThawSession *) again->sessions->pdata[5])->uuid, ==, "0190c2a0-0005-7000-8000-000000000009");

  g_assert_cmpuint (again->own_activities->len, ==, 2);
  activity = again->own_activities->pdata[0];
  g_assert_cmpstr (activity->name, ==, "Stricken, eine Reihe");
  g_assert_cmpstr (activity->begin, ==, "Wolle nehmen.\nNur eine Reihe.");
  g_assert_cmpint (activity->kind, ==, THAW_ACTIVITY_CREATIVE);
  g_assert_cmpint (activity->minutes, ==, THAW_ACTIVITY_MAX_MINUTES);
  activity = again->own_activities->pdata[1];
  g_assert_null (activity->begin);
  g_assert_cmpint (activity->modified_ms, ==, 1795421700250);

  g_assert_cmpuint (again->favourites->len, ==, 3);
  g_assert_cmpstr (again->favourites->pdata[1], ==, "4-7-8");

  g_assert_cmpuint (again->patterns->len, ==, 1);
  pattern = again->patterns->pdata[0];
  g_assert_cmpmem (pattern->tenths, sizeof pattern->tenths,
                   ((ThawBreathPattern *) batch->patterns->pdata[0])->tenths, sizeof pattern->tenths);
  g_assert_cmpint (pattern->breaths, ==, THAW_BREATH_MAX_BREATHS);
  g_assert_cmpstr (pattern->name, ==, "Mein \"Atem\"");

  g_assert_cmpuint (again->plans->len, ==, 2);
  plan = again->plans->pdata[0];
  g_assert_cmpint (plan->day, ==, thaw_day_new (2026, 11, 23));
  g_assert_cmpint (plan->minute, ==, 17 * 60 + 30);
  plan = again->plans->pdata[1];
  g_assert_cmpint (plan->minute, ==, THAW_PLAN_ANY_TIME);

  json_again = write_batch (again);
  g_assert_cmpstr (json_again, ==, json);
}

/* The format is a promise: files of today are read in ten years. */
static void
test_fixture (void)
{
  g_autoptr (GBytes) bytes = thaw_test_read_fixture ("json/version-3.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) batch = thaw_json_reader_read (bytes, NULL, &error);
  g_autofree char *json = NULL;
  g_autofree char *before = NULL;
  g_autofree char *today = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (batch->sessions->len, ==, 6);
  g_assert_cmpuint (batch->own_activities->len, ==, 2);
  g_assert_cmpuint (batch->favourites->len, ==, 3);
  g_assert_cmpuint (batch->patterns->len, ==, 1);
  g_assert_cmpuint (batch->plans->len, ==, 2);

  /* Written again it says the same, and that there was nothing of what came later. */
  json = write_batch (batch);
  before = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_suffix (before, "\n]\n}\n"));
  before[strlen (before) - strlen ("\n}\n")] = '\0';
  today = g_strconcat ("{\n\"format\":\"io.github.thawapp.Thaw.Journal\",\n\"version\":5,\n",
                       strstr (before, "\"entries\""), THAW_TEST_JSON_NO_SUPPORT, NULL);
  g_assert_cmpstr (json, ==, today);
}

/* One that runs while the journal is exported was left, as far as the file can know. */
static void
test_running (void)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autoptr (ThawImportBatch) again = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  ThawSession *session = thaw_session_new (THAW_ACTIVITY_MINDFULNESS, "box", "Box");

  session->uuid = g_strdup (UUID);
  session->moment = thaw_moment_from_iso ("2026-11-23T09:15:00.250+01:00", NULL);
  session->actual_ms = 1000;
  g_ptr_array_add (batch->sessions, session);
  json = write_batch (batch);
  again = read_json (json, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((ThawSession *) again->sessions->pdata[0])->ending, ==, THAW_SESSION_LEFT);
  g_assert_cmpint (((ThawSession *) again->sessions->pdata[0])->actual_ms, ==, 1000);
}

/* A file from elsewhere need not say more than it knows. */
static void
test_little_said (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) sessions = read_json (BESIDE ("sessions", "{" SESSION "}"), &error);
  g_autoptr (ThawImportBatch) activities = read_json (BESIDE ("own_activities", "{" ID ",\"name\":\"Knit\"}"), &error);
  g_autoptr (ThawImportBatch) patterns = read_json (BESIDE ("patterns", "{" PATTERN ",\"out\":60}"), &error);
  g_autoptr (ThawImportBatch) plans = read_json (BESIDE ("plans", "{" PLAN "}"), &error);
  const ThawSession *session;
  const ThawBreathPattern *pattern;
  const ThawPlan *plan;

  g_assert_no_error (error);
  session = sessions->sessions->pdata[0];
  g_assert_cmpstr (session->name, ==, "walk");
  g_assert_cmpint (session->kind, ==, THAW_ACTIVITY_OTHER);
  g_assert_cmpint (session->ending, ==, THAW_SESSION_LOGGED);
  g_assert_cmpint (session->expected, ==, THAW_PLEASURE_UNKNOWN);
  g_assert_true (thaw_mood_level_equal (&session->after, &THAW_MOOD_LEVEL_UNKNOWN));
  g_assert_cmpstr (session->note, ==, "");
  g_assert_cmpint (session->modified_ms, ==, session->moment.utc_ms);
  g_assert_cmpint (((ThawActivity *) activities->own_activities->pdata[0])->kind, ==, THAW_ACTIVITY_OTHER);
  pattern = patterns->patterns->pdata[0];
  g_assert_cmpint (pattern->tenths[THAW_BREATH_IN], ==, 50);
  g_assert_cmpint (pattern->tenths[THAW_BREATH_HOLD_FULL], ==, 0);
  g_assert_cmpint (pattern->tenths[THAW_BREATH_OUT], ==, 60);
  plan = plans->plans->pdata[0];
  g_assert_cmpint (plan->minute, ==, THAW_PLAN_ANY_TIME);
}

static const struct
{
  const char *json;
  const char *says;
} refused[] = {
  { BESIDE ("sessions", "7"), "Session 1" },
  { BESIDE ("sessions", "{\"activity\":\"walk\"}"), "Session 1: “uuid”" },
  { BESIDE ("sessions", "{" ID ",\"activity\":\"walk\"}"), "Session 1: “time”" },
  { BESIDE ("sessions", "{" ID ",\"activity\":\"walk\",\"time\":\"0000-01-01T00:00:00+00:00\"}"), "Session 1: “time”" },
  { BESIDE ("sessions", "{" IDENTITY "}"), "Session 1: “activity”" },
  { BESIDE ("sessions", "{" IDENTITY ",\"activity\":\"A walk\"}"), "Session 1: “activity”" },
  { BESIDE ("sessions", "{" IDENTITY ",\"activity\":7}"), "Session 1: “activity”" },
  { BESIDE ("sessions", "{" SESSION ",\"kind\":\"sleep\"}"), "Session 1: “kind”" },
  { BESIDE ("sessions", "{" SESSION ",\"kind\":7}"), "Session 1: “kind”" },
  { BESIDE ("sessions", "{" SESSION ",\"name\":\"\"}"), "Session 1: “name”" },
  { BESIDE ("sessions", "{" SESSION ",\"name\":\"two\\nlines\"}"), "Session 1: “name”" },
  { BESIDE ("sessions", "{" SESSION ",\"name\":7}"), "Session 1: “name”" },
  { BESIDE ("sessions", "{" SESSION ",\"planned_ms\":-1}"), "Session 1: “planned_ms”" },
  { BESIDE ("sessions", "{" SESSION ",\"planned_ms\":1.5}"), "Session 1: “planned_ms”" },
  { BESIDE ("sessions", "{" SESSION ",\"actual_ms\":86400001}"), "Session 1: “actual_ms”" },
  { BESIDE ("sessions", "{" SESSION ",\"actual_ms\":9223372036854775808}"), "Session 1: “actual_ms”" },
  { BESIDE ("sessions", "{" SESSION ",\"actual_ms\":\"an hour\"}"), "Session 1: “actual_ms”" },
  { BESIDE ("sessions", "{" SESSION ",\"ending\":\"running\"}"), "Session 1: “ending”" },
  { BESIDE ("sessions", "{" SESSION ",\"ending\":\"abandoned\"}"), "Session 1: “ending”" },
  { BESIDE ("sessions", "{" SESSION ",\"expected\":11}"), "Session 1: “expected”" },
  { BESIDE ("sessions", "{" SESSION ",\"felt\":-1}"), "Session 1: “felt”" },
  { BESIDE ("sessions", "{" SESSION ",\"feeling_before\":11}"), "Session 1: “feeling_before”" },
  { BESIDE ("sessions", "{" SESSION ",\"valence_before\":1.01}"), "Session 1: “valence_before”" },
  { BESIDE ("sessions", "{" SESSION ",\"feeling_after\":0.5}"), "Session 1: “feeling_after”" },
  { BESIDE ("sessions", "{" SESSION ",\"valence_after\":\"good\"}"), "Session 1: “valence_after”" },
  { BESIDE ("sessions", "{" SESSION ",\"note\":7}"), "Session 1: “note”" },
  { BESIDE ("sessions", "{" SESSION ",\"modified_ms\":\"now\"}"), "Session 1: “modified_ms”" },
  { BESIDE ("sessions", "{" SESSION ",\"rating\":5}"), "rating" },
  { BESIDE ("sessions", "{" SESSION ",\"felt\":5,\"felt\":6}"), "twice" },
  { BESIDE ("sessions", "{" SESSION "},{" SESSION "}"), "Session 2 has the same UUID as number 1" },
  { BESIDE ("own_activities", "{" ID "}"), "Own activity 1: “name”" },
  { BESIDE ("own_activities", "{" ID ",\"name\":\"Knit\",\"kind\":\"wool\"}"), "Own activity 1: “kind”" },
  { BESIDE ("own_activities", "{" ID ",\"name\":\"Knit\",\"minutes\":1441}"), "Own activity 1: “minutes”" },
  { BESIDE ("own_activities", "{" ID ",\"name\":\"Knit\",\"begin\":1}"), "Own activity 1: “begin”" },
  { BESIDE ("own_activities", "{\"uuid\":\"walk\",\"name\":\"Knit\"}"), "Own activity 1: “uuid”" },
  { BESIDE ("favourites", "7"), "Favourite 1" },
  { BESIDE ("favourites", "\"A walk\""), "Favourite 1" },
  { BESIDE ("favourites", "\"walk\",\"walk\""), "Favourite 2 is the same as number 1" },
  { BESIDE ("patterns", "{" PATTERN "}"), "Breathing pattern 1: “out”" },
  { BESIDE ("patterns", "{" PATTERN ",\"out\":301}"), "Breathing pattern 1: “out”" },
  { BESIDE ("patterns", "{" PATTERN ",\"out\":50,\"hold_full\":-1}"), "Breathing pattern 1: “hold_full”" },
  { BESIDE ("patterns", "{" PATTERN ",\"out\":50,\"breaths\":0}"), "Breathing pattern 1: “breaths”" },
  { BESIDE ("patterns", "{" ID ",\"in\":50,\"out\":50}"), "Breathing pattern 1: “name”" },
  { BESIDE ("plans", "{" ID ",\"activity\":\"walk\"}"), "Plan 1: “day”" },
  { BESIDE ("plans", "{" ID ",\"activity\":\"walk\",\"day\":\"0000-01-01\"}"), "Plan 1: “day”" },
  { BESIDE ("plans", "{" ID ",\"day\":\"2026-11-23\"}"), "Plan 1: “activity”" },
  { BESIDE ("plans", "{" PLAN ",\"minute\":1440}"), "Plan 1: “minute”" },
  { BESIDE ("plans", "{" PLAN ",\"session\":null}"), "not known: \"session\"" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawImportBatch) batch = read_json (refused[i].json, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "accepted");
      g_assert_null (batch);
      g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, refused[i].says));
    }
}

static void
test_long_texts (void)
{
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');
  static const struct
  {
    const char *start;
    const char *says;
  } cases[] = {
    { "sessions\":[{" SESSION ",\"note", "Session 1: “note” should be text of at most 65536 bytes" },
    { "sessions\":[{" SESSION ",\"name", "Session 1: “name”" },
    { "own_activities\":[{" ID ",\"name\":\"Knit\",\"begin", "Own activity 1: “begin”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strconcat ("{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":5,\"entries\":[],\"",
                                           cases[i].start, "\":\"", book, "\"}]}", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawImportBatch) batch = read_json (json, &error);

      g_assert_null (batch);
      g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/json-practice/round-trip", test_round_trip);
  g_test_add_func ("/services/json-practice/fixture", test_fixture);
  g_test_add_func ("/services/json-practice/running", test_running);
  g_test_add_func ("/services/json-practice/little-said", test_little_said);
  g_test_add_func ("/services/json-practice/refused", test_refused);
  g_test_add_func ("/services/json-practice/long-texts", test_long_texts);

  return g_test_run ();
}
