/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-session-store"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-session-store.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define UUID "0195e4a0-0000-7000-8000-00000000000"

/* How a child of this program is told that it is one. */
#define RUN_ARGUMENT "--run-a-session-in"

typedef struct
{
  ThawStorageTest base;
  ThawSessionStore *sessions;
  guint n_changed;
} Fixture;

static char *program;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_storage_test_set_up (&fixture->base, data);
  fixture->sessions = thaw_session_store_new (fixture->base.database, fixture->base.clock);
  g_signal_connect_swapped (fixture->sessions, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->sessions));
  thaw_storage_test_tear_down (&fixture->base, data);
}

static ThawSession *
make_session (const char *iso,
              const char *activity)
{
  ThawSession *session = thaw_session_new (THAW_ACTIVITY_PHYSICAL, activity, activity);

  session->moment = thaw_moment_from_iso (iso, NULL);
  session->ending = THAW_SESSION_FINISHED;

  return session;
}

static ThawSession *
save (Fixture           *fixture,
      const ThawSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;
  ThawSession *saved;

  thaw_session_store_save_async (fixture->sessions, session, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_session_store_save_finish (fixture->sessions, result, &error);
  g_assert_no_error (error);

  return saved;
}

static char *
add (Fixture           *fixture,
     const char        *iso,
     const char        *activity,
     ThawSessionEnding  ending)
{
  g_autoptr (ThawSession) session = make_session (iso, activity);
  g_autoptr (ThawSession) saved = NULL;

  session->ending = ending;
  saved = save (fixture, session);

  return g_strdup (saved->uuid);
}

static gint64
query (Fixture    *fixture,
       const char *sql)
{
  sqlite3_stmt *row;
  sqlite3 *db;
  gint64 value;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (db);

  return value;
}

/* "walk finished 540|nap running 0": what was done, how it ended, and its seconds */
static char *
list (Fixture *fixture,
      ThawDay  first,
      ThawDay  last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = thaw_session_store_list_days (fixture->sessions, first, last, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < sessions->len; i++)
    {
      ThawSession *session = g_ptr_array_index (sessions, i);

      g_string_append_printf (all, "%s%s %s %d", i > 0 ? "|" : "", session->activity,
                              thaw_session_ending_to_slug (session->ending), (int) (session->actual_ms / 1000));
    }

  return g_string_free (all, FALSE);
}

#define ASSERT_LIST(fixture, first, last, expected)                 \
  G_STMT_START                                                      \
    {                                                               \
      g_autofree char *listed_ = list (fixture, (first), (last));   \
      g_assert_cmpstr (listed_, ==, (expected));                    \
    }                                                               \
  G_STMT_END

static void
settle (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_session_store_settle_async (fixture->sessions, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_session_store_settle_finish (fixture->sessions, result, &error));
  g_assert_no_error (error);
}

/* As after a start: nothing is known of what ran before. */
static void
start_anew (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->sessions));
  thaw_storage_test_reopen (&fixture->base);
  fixture->sessions = thaw_session_store_new (fixture->base.database, fixture->base.clock);
  g_signal_connect_swapped (fixture->sessions, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  /* Markup is no markup here, and every script is as good. */
  static const char *const notes[] = { "", "<b>Birds</b> & %s \"so\"\n\nÜber nichts — 🙂", "ציפורים. \xe2\x80\xae fine" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (ThawSession) session = make_session ("2026-03-01T23:59:59.999-10:00", "4-7-8");
      g_autoptr (ThawSession) saved = NULL;
      g_autoptr (ThawSession) read = NULL;

      thaw_session_set_note (session, notes[i]);
      if (i > 0)
        {
          session->kind = (ThawActivityKind) i;
          session->planned_ms = 0;
          session->actual_ms = THAW_SESSION_MAX_MS;
          session->ending = (ThawSessionEnding) i;
          session->expected = 0;
          session->felt = 10;
          session->before = (ThawMoodLevel) { 0, -1.0 };
          session->after = (ThawMoodLevel) { 10, 1.0 / 3.0 };
        }
      saved = save (fixture, session);
      g_assert_nonnull (saved->uuid);
      g_assert_cmpint (saved->modified_ms, ==, thaw_clock_get_utc_ms (fixture->base.clock));
      read = thaw_session_store_get (fixture->sessions, saved->uuid, &error);
      g_assert_no_error (error);
      g_assert_true (thaw_session_equal (saved, read));
      g_assert_cmpint (saved->modified_ms, ==, read->modified_ms);
      session->uuid = g_strdup (saved->uuid);
      g_assert_true (thaw_session_equal (session, read));
    }
  g_assert_cmpuint (fixture->n_changed, ==, G_N_ELEMENTS (notes));
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = add (fixture, "2026-03-01T08:00:00Z", "walk", THAW_SESSION_LEFT);
  g_autofree char *other = add (fixture, "2026-03-01T09:00:00Z", "nap", THAW_SESSION_LEFT);
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (ThawSession) changed = NULL;
  g_autoptr (ThawSession) back = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  session = thaw_session_store_get (fixture->sessions, uuid, &error);
  g_assert_no_error (error);
  session->actual_ms = 5000;
  changed = save (fixture, session);
  g_assert_cmpstr (changed->uuid, ==, uuid);
  ASSERT_LIST (fixture, THAW_DAY_NONE, THAW_DAY_NONE, "walk left 5|nap left 0");
  /* It keeps its row. */
  g_assert_cmpint (query (fixture, "SELECT id FROM session WHERE activity = 'walk'"), ==, 1);

  thaw_session_store_remove_async (fixture->sessions, uuid, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_session_store_remove_finish (fixture->sessions, result, &error));
  ASSERT_LIST (fixture, THAW_DAY_NONE, THAW_DAY_NONE, "nap left 0");
  g_assert_null (thaw_session_store_get (fixture->sessions, uuid, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM tombstone WHERE kind = 'session'"), ==, 1);

  back = thaw_session_store_save_sync (fixture->sessions, changed, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_session_equal (changed, back));
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM tombstone"), ==, 0);
  g_assert_true (thaw_session_store_remove_sync (fixture->sessions, UUID "9", &error));
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM tombstone"), ==, 0);
}

/* Each of these is refused with a word that says why, and nothing is changed. */
static void
test_absurd (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *page = g_strnfill (THAW_SESSION_MAX_NOTE_BYTES, 'x');
  g_autofree char *name = g_strnfill (THAW_ACTIVITY_MAX_NAME_BYTES + 1, 'x');
  g_autoptr (ThawSession) longest = make_session ("2026-03-01T08:00:00Z", "walk");
  g_autoptr (ThawSession) saved = NULL;

#define ASSERT_REFUSED(change)                                                                   \
  G_STMT_START                                                                                   \
    {                                                                                            \
      g_autoptr (ThawSession) session = make_session ("2026-03-01T08:00:00Z", "walk");           \
      g_autoptr (GError) error = NULL;                                                           \
                                                                                                 \
      change;                                                                                    \
      g_assert_null (thaw_session_store_save_sync (fixture->sessions, session, &error));         \
      g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);                    \
      g_test_message ("%s", error->message);                                                     \
    }                                                                                            \
  G_STMT_END
#define SET(field, value) (g_free (session->field), session->field = g_strdup (value))

  ASSERT_REFUSED (session->planned_ms = -1);
  ASSERT_REFUSED (session->planned_ms = THAW_SESSION_MAX_MS + 1);
  ASSERT_REFUSED (session->actual_ms = -1);
  ASSERT_REFUSED (session->actual_ms = G_MAXINT64);
  ASSERT_REFUSED (session->moment.day = THAW_DAY_NONE);
  ASSERT_REFUSED (session->moment.day++);
  ASSERT_REFUSED (session->moment = thaw_moment_from_iso ("0000-01-01T00:00:00Z", NULL));
  ASSERT_REFUSED (session->moment.offset_secs = G_MAXINT32);
  ASSERT_REFUSED (session->kind = (ThawActivityKind) -1);
  ASSERT_REFUSED (session->kind = THAW_N_ACTIVITY_KINDS);
  ASSERT_REFUSED (session->ending = THAW_N_SESSION_ENDINGS);
  ASSERT_REFUSED (SET (activity, ""));
  ASSERT_REFUSED (SET (activity, "A walk"));
  ASSERT_REFUSED (SET (activity, "\xff"));
  ASSERT_REFUSED (SET (name, " "));
  ASSERT_REFUSED (SET (name, "two\nlines"));
  ASSERT_REFUSED (SET (name, "\xc3\x28"));
  ASSERT_REFUSED (SET (name, name));
  ASSERT_REFUSED (SET (note, "\xff"));
  ASSERT_REFUSED (SET (note, book));
  ASSERT_REFUSED (SET (uuid, "no UUID"));
  ASSERT_REFUSED (session->expected = 11);
  ASSERT_REFUSED (session->felt = -2);
  ASSERT_REFUSED (session->before.feeling = 11);
  ASSERT_REFUSED (session->before.valence = 1.5);
  ASSERT_REFUSED (session->after.feeling = -2);
  ASSERT_REFUSED (session->after.valence = -INFINITY);
  ASSERT_REFUSED (session->modified_ms = -1);
#undef ASSERT_REFUSED
#undef SET

  ASSERT_LIST (fixture, THAW_DAY_NONE, THAW_DAY_NONE, "");
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  thaw_session_set_note (longest, page);
  saved = save (fixture, longest);
  g_assert_cmpuint (strlen (saved->note), ==, THAW_SESSION_MAX_NOTE_BYTES);
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSession) last = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *running = NULL;
  ThawDay day = thaw_day_new (2026, 3, 2);
  ThawDay from, until;

  g_assert_true (thaw_session_store_get_extent (fixture->sessions, &from, &until, &error));
  g_assert_cmpint (from, ==, THAW_DAY_NONE);
  g_assert_cmpint (until, ==, THAW_DAY_NONE);
  g_assert_null (thaw_session_store_get_last (fixture->sessions, &error));
  g_assert_no_error (error);
  g_assert_cmpint (thaw_session_store_get_first_day (fixture->sessions, "walk", &error), ==, THAW_DAY_NONE);
  g_assert_no_error (error);

  third = add (fixture, "2026-03-03T08:00:00+01:00", "walk", THAW_SESSION_LOGGED);
  first = add (fixture, "2026-03-01T08:00:00+01:00", "nap", THAW_SESSION_FINISHED);
  second = add (fixture, "2026-03-02T08:00:00+01:00", "walk", THAW_SESSION_LEFT);
  running = add (fixture, "2026-03-04T08:00:00+01:00", "nap", THAW_SESSION_RUNNING);

  ASSERT_LIST (fixture, THAW_DAY_NONE, THAW_DAY_NONE, "nap finished 0|walk left 0|walk logged 0|nap running 0");
  ASSERT_LIST (fixture, day, day, "walk left 0");
  ASSERT_LIST (fixture, day, day + 1, "walk left 0|walk logged 0");
  ASSERT_LIST (fixture, THAW_DAY_NONE, day, "nap finished 0|walk left 0");
  ASSERT_LIST (fixture, day + 5, THAW_DAY_NONE, "");
  ASSERT_LIST (fixture, day, day - 1, "");

  last = thaw_session_store_get_last (fixture->sessions, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (last->uuid, ==, third);
  g_assert_cmpint (thaw_session_store_get_first_day (fixture->sessions, "walk", &error), ==, day);
  g_assert_cmpint (thaw_session_store_get_first_day (fixture->sessions, "nap", &error), ==, day - 1);
  g_assert_true (thaw_session_store_get_extent (fixture->sessions, &from, &until, &error));
  g_assert_cmpint (from, ==, day - 1);
  g_assert_cmpint (until, ==, day + 2);
  g_assert_no_error (error);
}

/* What the main thread asks must not grow with the journal: each answer is in an index. */
static void
test_indexes (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    const char *index;
  } queries[] = {
    { "SELECT note FROM session WHERE uuid = 'a'", "sqlite_autoindex_session_1" },
    { "SELECT note FROM session WHERE day BETWEEN 'a' AND 'b' ORDER BY day, utc_ms", "session_place" },
    { "SELECT note FROM session WHERE ending <> 'running' ORDER BY utc_ms DESC, id DESC LIMIT 1", "session_ended" },
    { "SELECT min (day) FROM session WHERE activity = 'a'", "COVERING INDEX session_activity" },
    { "SELECT max (day) FROM session", "COVERING INDEX session_place" },
    { "SELECT uuid FROM session WHERE ending = 'running' ORDER BY uuid", "session_running" },
    { "SELECT day, count (*) FROM session WHERE day BETWEEN 'a' AND 'b' GROUP BY day ORDER BY day",
      "COVERING INDEX session_place" },
    { "SELECT name FROM plan WHERE day = 'a' ORDER BY day, minute IS NULL, minute, uuid", "plan_day" },
  };
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", queries[i].sql, NULL);
      const char *plan;
      sqlite3_stmt *row;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
      plan = (const char *) sqlite3_column_text (row, 3);
      g_test_message ("%s", plan);
      g_assert_nonnull (strstr (plan, queries[i].index));
      sqlite3_finalize (row);
    }
  sqlite3_close (db);
}

static void
test_count_days (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *first = add (fixture, "2026-03-01T08:00:00+01:00", "nap", THAW_SESSION_FINISHED);
  g_autofree char *second = add (fixture, "2026-03-03T08:00:00+01:00", "walk", THAW_SESSION_LEFT);
  g_autofree char *third = add (fixture, "2026-03-03T07:00:00+01:00", "nap", THAW_SESSION_LOGGED);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second_result = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GArray) some = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  ThawDay day = thaw_day_new (2026, 3, 1);

  thaw_session_store_count_days_async (fixture->sessions, THAW_DAY_NONE, THAW_DAY_NONE, NULL,
                                       thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  counts = thaw_session_store_count_days_finish (fixture->sessions, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, 2);
  g_assert_cmpint (g_array_index (counts, ThawDayCount, 0).day, ==, day);
  g_assert_cmpuint (g_array_index (counts, ThawDayCount, 0).n, ==, 1);
  g_assert_cmpint (g_array_index (counts, ThawDayCount, 1).day, ==, day + 2);
  g_assert_cmpuint (g_array_index (counts, ThawDayCount, 1).n, ==, 2);

  thaw_session_store_count_days_async (fixture->sessions, day, day + 1, NULL, thaw_test_store_result_cb, &slot);
  second_result = thaw_test_await (&slot);
  some = thaw_session_store_count_days_finish (fixture->sessions, second_result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 1);
}

/* In the order in which sessions are listed, without the one that runs. */
static void
test_list_moments (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const isos[] = { "2026-03-29T09:15:00+02:00", "2026-03-28T23:59:00+01:00",
                                      "2026-03-29T09:15:00+02:00", "2026-03-29T08:00:00-05:00" };
  g_autoptr (ThawSession) running = make_session ("2026-03-29T10:00:00+02:00", "nap");
  g_autoptr (ThawSession) saved_running = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GArray) moments = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (isos); i++)
    {
      g_autoptr (ThawSession) session = make_session (isos[i], "walk");
      g_autoptr (ThawSession) saved = save (fixture, session);
    }
  running->ending = THAW_SESSION_RUNNING;
  saved_running = save (fixture, running);

  thaw_session_store_list_moments_async (fixture->sessions, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  moments = thaw_session_store_list_moments_finish (fixture->sessions, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moments->len, ==, G_N_ELEMENTS (isos));

  listed = thaw_session_store_list_days (fixture->sessions, THAW_DAY_NONE, THAW_DAY_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < listed->len; i++)
    {
      const ThawSession *session = g_ptr_array_index (listed, i);

      if (session->ending != THAW_SESSION_RUNNING)
        g_assert_true (thaw_moment_equal (&session->moment, &g_array_index (moments, ThawMoment, n++)));
    }
  g_assert_cmpuint (n, ==, moments->len);
}

static void
test_tally (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = add (fixture, "2026-03-01T08:00:00+01:00", "nap", THAW_SESSION_FINISHED);
  g_autofree char *second = add (fixture, "2026-03-03T08:00:00+01:00", "walk", THAW_SESSION_LEFT);
  g_autofree char *third = add (fixture, "2026-03-02T08:00:00+01:00", "walk", THAW_SESSION_LOGGED);
  g_autofree char *running = add (fixture, "2026-03-04T08:00:00+01:00", "walk", THAW_SESSION_RUNNING);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) tallies = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  guint n_found = 0;

  thaw_session_store_tally_async (fixture->sessions, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  tallies = thaw_session_store_tally_finish (fixture->sessions, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tallies->len, ==, 2);
  for (guint i = 0; i < tallies->len; i++)
    {
      ThawActivityTally *tally = g_ptr_array_index (tallies, i);

      if (!g_str_equal (tally->activity, "walk"))
        continue;

      n_found++;
      g_assert_cmpuint (tally->n_sessions, ==, 2);
      g_assert_cmpint (tally->first_day, ==, thaw_day_new (2026, 3, 2));
      g_assert_cmpint (tally->last_day, ==, thaw_day_new (2026, 3, 3));
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_settle (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawSession) session = make_session ("2026-03-01T08:00:00Z", "walk");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (ThawSession) ended = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;

  session->ending = THAW_SESSION_RUNNING;
  session->actual_ms = 42000;
  saved = save (fixture, session);

  /* It runs here, also when the journal is opened again meanwhile. */
  settle (fixture);
  thaw_storage_test_reopen (&fixture->base);
  settle (fixture);
  ASSERT_LIST (fixture, THAW_DAY_NONE, THAW_DAY_NONE, "walk running 42");

  /* That nothing was settled is no news. */
  fixture->n_changed = 0;
  g_assert_true (thaw_session_store_settle_sync (fixture->sessions, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  start_anew (fixture);
  other = add (fixture, "2026-03-02T08:00:00Z", "nap", THAW_SESSION_RUNNING);
  fixture->n_changed = 0;
  settle (fixture);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  ASSERT_LIST (fixture, THAW_DAY_NONE, THAW_DAY_NONE, "walk left 42|nap running 0");

  /* One that has ended here is none that runs here. */
  g_clear_pointer (&session, thaw_session_free);
  session = thaw_session_store_get (fixture->sessions, other, &error);
  g_assert_no_error (error);
  session->ending = THAW_SESSION_FINISHED;
  ended = save (fixture, session);
  ASSERT_LIST (fixture, THAW_DAY_NONE, THAW_DAY_NONE, "walk left 42|nap finished 0");
  g_assert_cmpint (query (fixture, "UPDATE session SET ending = 'running' WHERE activity = 'nap' RETURNING id"), >, 0);
  g_assert_true (thaw_session_store_settle_sync (fixture->sessions, &error));
  g_assert_no_error (error);
  ASSERT_LIST (fixture, THAW_DAY_NONE, THAW_DAY_NONE, "walk left 42|nap left 0");
}

/* The child: begins a session, says so, and never ends by itself. */
static int
run_a_session (const char *directory)
{
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawSessionStore) sessions = thaw_session_store_new (database, clock);
  g_autoptr (ThawSession) session = make_session ("2026-03-29T09:00:00+02:00", "body-scan");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;

  session->ending = THAW_SESSION_RUNNING;
  session->planned_ms = 600000;
  session->actual_ms = 77000;
  session->before.feeling = 1;
  thaw_session_set_note (session, "so far");
  if (!thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error) ||
      (saved = thaw_session_store_save_sync (sessions, session, &error)) == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  if (write (STDOUT_FILENO, "saved\n", 6) != 6)
    return 1;
  pause ();

  return 1;
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  char *argv[] = { program, (char *) RUN_ARGUMENT, fixture->base.directory, NULL };
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GError) error = NULL;
  char said[6];
  int out, status;
  GPid child;

  thaw_database_close (fixture->base.database);
  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, said, sizeof said), ==, sizeof said);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  close (out);

  start_anew (fixture);
  settle (fixture);
  sessions = thaw_session_store_list_days (fixture->sessions, THAW_DAY_NONE, THAW_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);
  session = thaw_session_copy (g_ptr_array_index (sessions, 0));
  g_assert_cmpint (session->ending, ==, THAW_SESSION_LEFT);
  g_assert_cmpint (session->actual_ms, ==, 77000);
  g_assert_cmpint (session->planned_ms, ==, 600000);
  g_assert_cmpint (session->before.feeling, ==, 1);
  g_assert_cmpstr (session->note, ==, "so far");
}

/* What makes no sense is passed over, and the rest is there. */
static void
test_damaged_rows (Fixture       *fixture,
                   gconstpointer  data)
{
#define ROW "INSERT INTO session (uuid, utc_ms, offset_secs, day, kind, activity, name, planned_ms, actual_ms, ending," \
            "  expected, felt, feeling_before, valence_before, feeling_after, valence_after, modified_ms, note) VALUES "
  static const char sql[] =
    "PRAGMA ignore_check_constraints = ON;"
    ROW "('a', 0, 0, '2026-99-99', 'rest', 'nap', 'Nap', 0, 0, 'left', 1, 1, 1, 0.0, 1, 0.0, 1, 'no day');"
    ROW "('b', 0, 0, '1970-01-01', 'sleep', 'nap', 'Nap', 0, 0, 'left', 1, 1, 1, 0.0, 1, 0.0, 1, 'no kind');"
    ROW "('c', 0, 0, '1970-01-01', 'rest', 'A nap', 'Nap', 0, 0, 'left', 1, 1, 1, 0.0, 1, 0.0, 1, 'no id');"
    ROW "('d', 0, 0, '1970-01-01', 'rest', 'nap', CAST (x'ff' AS TEXT), 0, 0, 'left', 1, 1, 1, 0.0, 1, 0.0, 1, 'no');"
    ROW "('" UUID "5', 0, 0, '1970-01-01', 'rest', 'nap', 'Nap', -5, 999999999, 'over', 99, -7, 11, 2.0, -1, -9.9, 1,"
    "     CAST (x'66696eff' AS TEXT));";
#undef ROW
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  ASSERT_LIST (fixture, THAW_DAY_NONE, THAW_DAY_NONE, "nap left 86400");
  session = thaw_session_store_get (fixture->sessions, UUID "5", &error);
  g_assert_no_error (error);
  g_assert_cmpint (session->planned_ms, ==, 0);
  g_assert_cmpint (session->expected, ==, THAW_PLEASURE_UNKNOWN);
  g_assert_cmpint (session->felt, ==, THAW_PLEASURE_UNKNOWN);
  g_assert_true (thaw_mood_level_equal (&session->before, &THAW_MOOD_LEVEL_UNKNOWN));
  g_assert_true (thaw_mood_level_equal (&session->after, &THAW_MOOD_LEVEL_UNKNOWN));
  g_assert_cmpstr (session->note, ==, "fin\xef\xbf\xbd");
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], RUN_ARGUMENT))
    return run_a_session (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/session-store/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("change", test_change);
  ADD ("absurd", test_absurd);
  ADD ("lists", test_lists);
  ADD ("indexes", test_indexes);
  ADD ("count-days", test_count_days);
  ADD ("tally", test_tally);
  ADD ("settle", test_settle);
  ADD ("killed", test_killed);
  ADD ("damaged-rows", test_damaged_rows);
  ADD ("list-moments", test_list_moments);
#undef ADD

  return g_test_run ();
}
