/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-session-runner"

#include "config.h"
#include "practice/thaw-session-runner.h"
#include "thaw-test.h"

#include <math.h>

#define SECOND G_USEC_PER_SEC

typedef struct
{
  char *directory;
  ThawClock *clock;
  ThawPracticeClock *practice_clock;
  ThawServices *services;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autoptr (GError) error = NULL;

  /* Nobody wants to hear this. */
  thaw_settings_set_practice_bells (settings, FALSE);
  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  fixture->practice_clock = thaw_practice_clock_new_stopped ();
  fixture->services = thaw_services_new (fixture->directory, fixture->clock, settings);
  thaw_database_open_sync (thaw_services_get_database (fixture->services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  thaw_database_close (thaw_services_get_database (fixture->services));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->services));
  g_clear_object (&fixture->practice_clock);
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->directory, thaw_test_remove_dir);
}

static ThawSessionRunner *
make_runner (Fixture    *fixture,
             const char *activity,
             int         breaths)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSessionSetup) setup = thaw_session_setup_new (fixture->services, activity, &error);

  g_assert_no_error (error);
  if (breaths > 0)
    setup->breaths = breaths;

  return thaw_session_runner_new (fixture->services, fixture->practice_clock, setup);
}

static void
await_settled (ThawSessionRunner *runner)
{
  while (thaw_session_runner_is_saving (runner))
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
list_sessions (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *sessions = thaw_session_store_list_days (thaw_services_get_sessions (fixture->services), THAW_DAY_NONE,
                                                      THAW_DAY_NONE, &error);

  g_assert_no_error (error);

  return sessions;
}

/* What is on the disk of the one session that there is. */
static ThawSession *
read_session (Fixture *fixture)
{
  g_autoptr (GPtrArray) sessions = list_sessions (fixture);

  g_assert_cmpuint (sessions->len, ==, 1);

  return g_ptr_array_steal_index (sessions, 0);
}

/* From beginning to end, with all that is said about it. */
static void
test_finish (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawSessionRunner) runner = make_runner (fixture, "slow-5-5", 3);
  ThawPracticeTimer *timer = thaw_session_runner_get_timer (runner);
  const ThawMoodLevel before = { 2, -0.5 };
  const ThawMoodLevel after = { 4, NAN };
  g_autoptr (ThawSession) running = NULL;
  g_autoptr (ThawSession) session = NULL;

  thaw_session_runner_set_before (runner, &before, 3);
  thaw_session_runner_start (runner);
  await_settled (runner);
  running = read_session (fixture);
  g_assert_cmpint (running->ending, ==, THAW_SESSION_RUNNING);
  g_assert_cmpint (running->planned_ms, ==, 30000);
  g_assert_cmpint (running->before.feeling, ==, 2);

  thaw_practice_clock_advance (fixture->practice_clock, 29 * SECOND);
  g_assert_cmpint (thaw_practice_timer_get_state (timer), ==, THAW_PRACTICE_RUNNING);
  thaw_practice_clock_advance (fixture->practice_clock, 2 * SECOND);
  g_assert_cmpint (thaw_practice_timer_get_state (timer), ==, THAW_PRACTICE_OVER);

  thaw_session_runner_set_after (runner, &after, 5, "  warmer \n");
  await_settled (runner);
  session = read_session (fixture);
  g_assert_cmpint (session->ending, ==, THAW_SESSION_FINISHED);
  g_assert_cmpint (session->actual_ms, ==, 30000);
  g_assert_cmpint (session->expected, ==, 3);
  g_assert_cmpint (session->felt, ==, 5);
  g_assert_cmpint (session->after.feeling, ==, 4);
  g_assert_true (isnan (session->after.valence));
  g_assert_cmpstr (session->note, ==, "warmer");
  g_assert_cmpstr (session->activity, ==, "slow-5-5");
  g_assert_cmpint (session->moment.utc_ms, ==, thaw_clock_get_utc_ms (fixture->clock));
}

/* At a pause, what was done so far is on the disk, without the pause. */
static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSessionRunner) runner = make_runner (fixture, "box", 10);
  ThawPracticeTimer *timer = thaw_session_runner_get_timer (runner);
  g_autoptr (ThawSession) paused = NULL;
  g_autoptr (ThawSession) left = NULL;

  thaw_session_runner_start (runner);
  thaw_practice_clock_advance (fixture->practice_clock, 20 * SECOND);
  thaw_practice_timer_pause (timer);
  await_settled (runner);
  paused = read_session (fixture);
  g_assert_cmpint (paused->actual_ms, ==, 20000);
  g_assert_cmpint (paused->ending, ==, THAW_SESSION_RUNNING);

  thaw_practice_clock_advance (fixture->practice_clock, 600 * SECOND);
  thaw_practice_timer_resume (timer);
  thaw_practice_clock_advance (fixture->practice_clock, 7 * SECOND);
  thaw_session_runner_leave (runner);
  await_settled (runner);
  left = read_session (fixture);
  g_assert_cmpint (left->actual_ms, ==, 27000);
  g_assert_cmpint (left->ending, ==, THAW_SESSION_LEFT);
  g_assert_false (thaw_session_runner_is_discarded (runner));
}

/* What was only looked at is none; but nothing that was said is lost. */
static void
test_leave_at_once (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ThawSessionRunner) looked = make_runner (fixture, "slow-5-5", 3);
  g_autoptr (ThawSessionRunner) said = make_runner (fixture, "slow-5-5", 3);
  const ThawMoodLevel before = { 0, NAN };
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (ThawSession) session = NULL;

  thaw_session_runner_start (looked);
  thaw_practice_clock_advance (fixture->practice_clock, 4 * SECOND);
  thaw_session_runner_leave (looked);
  await_settled (looked);
  g_assert_true (thaw_session_runner_is_discarded (looked));
  none = list_sessions (fixture);
  g_assert_cmpuint (none->len, ==, 0);

  thaw_session_runner_set_before (said, &before, THAW_PLEASURE_UNKNOWN);
  thaw_session_runner_start (said);
  thaw_session_runner_leave (said);
  await_settled (said);
  session = read_session (fixture);
  g_assert_cmpint (session->before.feeling, ==, 0);
}

/* What could not be written is told, kept, and written when somebody tries again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawSessionRunner) runner = make_runner (fixture, "slow-5-5", 1);
  const ThawMoodLevel after = { 6, NAN };
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (GError) error = NULL;

  thaw_session_runner_start (runner);
  await_settled (runner);
  thaw_practice_clock_advance (fixture->practice_clock, 10 * SECOND);
  await_settled (runner);

  thaw_database_close (thaw_services_get_database (fixture->services));
  thaw_session_runner_set_after (runner, &after, THAW_PLEASURE_UNKNOWN, "still here");
  await_settled (runner);
  g_assert_error (thaw_session_runner_get_error (runner), THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);

  thaw_database_open_sync (thaw_services_get_database (fixture->services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  thaw_session_runner_retry (runner);
  await_settled (runner);
  g_assert_no_error (thaw_session_runner_get_error (runner));
  session = read_session (fixture);
  g_assert_cmpint (session->after.feeling, ==, 6);
  g_assert_cmpstr (session->note, ==, "still here");
}

/* The slowest breath, as often as it can be: more than a day of it could not be kept. */
static void
test_longest (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, "Glacier");
  g_autoptr (ThawBreathPattern) saved = NULL;
  g_autoptr (ThawSessionRunner) runner = NULL;
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    pattern->tenths[i] = THAW_BREATH_MAX_TENTHS;
  pattern->breaths = THAW_BREATH_MAX_BREATHS;
  saved = thaw_pattern_store_save_sync (thaw_services_get_patterns (fixture->services), pattern, &error);
  g_assert_no_error (error);

  runner = make_runner (fixture, saved->id, THAW_BREATH_MAX_BREATHS);
  thaw_session_runner_start (runner);
  await_settled (runner);
  g_assert_no_error (thaw_session_runner_get_error (runner));
  thaw_practice_clock_advance (fixture->practice_clock, G_GINT64_CONSTANT (25) * 3600 * SECOND);
  await_settled (runner);
  g_assert_no_error (thaw_session_runner_get_error (runner));
  session = read_session (fixture);
  g_assert_cmpint (session->ending, ==, THAW_SESSION_FINISHED);
  g_assert_cmpint (session->actual_ms, ==, session->planned_ms);
}

/* Whoever lets go of a session that is on its way to the disk does not lose it. */
static void
test_let_go (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawSessionRunner) runner = make_runner (fixture, "slow-5-5", 1);
  const ThawMoodLevel after = THAW_MOOD_LEVEL_UNKNOWN;
  g_autoptr (ThawSession) session = NULL;

  thaw_session_runner_start (runner);
  thaw_practice_clock_advance (fixture->practice_clock, 10 * SECOND);
  thaw_session_runner_set_after (runner, &after, 7, "the last words");
  g_object_add_weak_pointer (G_OBJECT (runner), (gpointer *) &runner);
  g_object_unref (runner);
  while (runner != NULL)
    g_main_context_iteration (NULL, TRUE);

  session = read_session (fixture);
  g_assert_cmpstr (session->note, ==, "the last words");
  g_assert_cmpint (session->felt, ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/services/session-runner/finish", Fixture, NULL, set_up, test_finish, tear_down);
  g_test_add ("/services/session-runner/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add ("/services/session-runner/leave-at-once", Fixture, NULL, set_up, test_leave_at_once, tear_down);
  g_test_add ("/services/session-runner/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/services/session-runner/longest", Fixture, NULL, set_up, test_longest, tear_down);
  g_test_add ("/services/session-runner/let-go", Fixture, NULL, set_up, test_let_go, tear_down);

  return g_test_run ();
}
