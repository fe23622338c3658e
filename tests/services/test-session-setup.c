/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-session-setup"

#include "config.h"
#include "practice/thaw-session-setup.h"
#include "thaw-test.h"

typedef struct
{
  char *directory;
  ThawClock *clock;
  ThawServices *services;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autoptr (GError) error = NULL;

  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  fixture->services = thaw_services_new (fixture->directory, fixture->clock, settings);
  thaw_database_open_sync (thaw_services_get_database (fixture->services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_database_close (thaw_services_get_database (fixture->services));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->services));
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->directory, thaw_test_remove_dir);
}

static ThawSessionSetup *
make_setup (Fixture    *fixture,
            const char *activity)
{
  g_autoptr (GError) error = NULL;
  ThawSessionSetup *setup = thaw_session_setup_new (fixture->services, activity, &error);

  g_assert_no_error (error);
  g_assert_nonnull (setup);

  return setup;
}

static void
save_session (Fixture    *fixture,
              const char *activity,
              const char *iso)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_MINDFULNESS, activity, "Anything");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;

  session->moment = thaw_moment_from_iso (iso, NULL);
  session->ending = THAW_SESSION_FINISHED;
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services), session, &error);
  g_assert_no_error (error);
}

static gint64
get_length_ms (const ThawSessionSetup *setup)
{
  g_autoptr (ThawTimeline) timeline = thaw_session_setup_make_timeline (setup);

  return thaw_timeline_get_length_ms (timeline);
}

/* All that Thaw brings along can be set up, and takes as long as it says. */
static void
test_shipped (Fixture       *fixture,
              gconstpointer  data)
{
  ThawPracticeCatalog *catalog = thaw_services_get_practice_catalog (fixture->services);
  GPtrArray *patterns = thaw_practice_catalog_get_patterns (catalog);
  GPtrArray *practices = thaw_practice_catalog_get_practices (catalog);

  for (guint i = 0; i < patterns->len; i++)
    {
      const ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);
      g_autoptr (ThawSessionSetup) setup = make_setup (fixture, pattern->id);

      g_assert_cmpint (setup->kind, ==, THAW_ACTIVITY_MINDFULNESS);
      g_assert_cmpint (get_length_ms (setup), ==, setup->breaths * thaw_breath_pattern_get_ms (pattern));
    }

  for (guint i = 0; i < practices->len; i++)
    {
      const ThawPractice *practice = g_ptr_array_index (practices, i);
      g_autoptr (ThawSessionSetup) setup = make_setup (fixture, practice->id);

      g_assert_cmpint (setup->minutes, ==, g_array_index (practice->minutes, int, 0));
      g_assert_cmpint (get_length_ms (setup), ==, setup->minutes * 60000);
    }
}

/* 4-7-8 has four breaths at most in the first month. */
static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSessionSetup) first = make_setup (fixture, "4-7-8");
  g_autoptr (ThawSessionSetup) soon = NULL;
  g_autoptr (ThawSessionSetup) later = NULL;
  g_autoptr (ThawTimeline) timeline = NULL;

  g_assert_cmpint (first->limit, ==, 4);
  g_assert_cmpint (first->breaths, <=, 4);
  first->breaths = 100;
  timeline = thaw_session_setup_make_timeline (first);
  g_assert_cmpuint (thaw_timeline_get_n_rounds (timeline), ==, 4);

  save_session (fixture, "4-7-8", "2026-02-28T08:00:00+01:00");
  soon = make_setup (fixture, "4-7-8");
  g_assert_cmpint (soon->limit, ==, 4);

  save_session (fixture, "4-7-8", "2026-02-27T08:00:00+01:00");
  later = make_setup (fixture, "4-7-8");
  g_assert_cmpint (later->limit, ==, THAW_BREATH_MAX_BREATHS);
}

static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, "Mine");
  g_autoptr (ThawBreathPattern) saved_pattern = NULL;
  g_autoptr (ThawActivity) activity = thaw_activity_new (NULL, THAW_ACTIVITY_CREATIVE, "Knitting");
  g_autoptr (ThawActivity) saved_activity = NULL;
  g_autoptr (ThawSessionSetup) breathing = NULL;
  g_autoptr (ThawSessionSetup) knitting = NULL;
  g_autoptr (GError) error = NULL;

  pattern->tenths[THAW_BREATH_OUT] = 75;
  saved_pattern = thaw_pattern_store_save_sync (thaw_services_get_patterns (fixture->services), pattern, &error);
  g_assert_no_error (error);
  activity->minutes = 25;
  saved_activity = thaw_activity_store_save_sync (thaw_services_get_activities (fixture->services), activity, &error);
  g_assert_no_error (error);

  breathing = make_setup (fixture, saved_pattern->id);
  g_assert_cmpint (breathing->pattern->tenths[THAW_BREATH_OUT], ==, 75);
  g_assert_cmpstr (breathing->name, ==, "Mine");
  knitting = make_setup (fixture, saved_activity->id);
  g_assert_cmpint (knitting->kind, ==, THAW_ACTIVITY_CREATIVE);
  g_assert_cmpint (get_length_ms (knitting), ==, 25 * 60000);

  g_assert_null (thaw_session_setup_new (fixture->services, "not-there", &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
}

static ThawSessionSetup *
make_again (Fixture           *fixture,
            const char        *activity,
            gint64             planned_ms,
            ThawSessionEnding  ending)
{
  g_autoptr (ThawSession) last = thaw_session_new (THAW_ACTIVITY_MINDFULNESS, activity, "Anything");
  g_autoptr (GError) error = NULL;
  ThawSessionSetup *setup;

  last->planned_ms = planned_ms;
  last->ending = ending;
  setup = thaw_session_setup_new_again (fixture->services, last, &error);
  g_assert_no_error (error);

  return setup;
}

/* As long as last time. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSessionSetup) breathing = make_again (fixture, "slow-5-5", 70000, THAW_SESSION_LEFT);
  g_autoptr (ThawSessionSetup) limited = make_again (fixture, "4-7-8", 600000, THAW_SESSION_FINISHED);
  g_autoptr (ThawSessionSetup) scan = make_again (fixture, "body-scan", 19 * 60000, THAW_SESSION_FINISHED);
  g_autoptr (ThawSessionSetup) sitting = make_again (fixture, "open-sitting", 17 * 60000, THAW_SESSION_FINISHED);
  g_autoptr (ThawSessionSetup) open_end = make_again (fixture, "open-sitting", 0, THAW_SESSION_FINISHED);
  g_autoptr (ThawSessionSetup) logged = make_again (fixture, "slow-5-5", 0, THAW_SESSION_LOGGED);
  g_autoptr (ThawSessionSetup) offered = make_setup (fixture, "slow-5-5");

  g_assert_cmpint (breathing->breaths, ==, 7);
  g_assert_cmpint (limited->breaths, ==, 4);
  g_assert_cmpint (scan->minutes, ==, 20);
  g_assert_cmpint (sitting->minutes, ==, 17);
  g_assert_cmpint (open_end->minutes, ==, 0);
  g_assert_cmpint (logged->breaths, ==, offered->breaths);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/services/session-setup/shipped", Fixture, NULL, set_up, test_shipped, tear_down);
  g_test_add ("/services/session-setup/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/services/session-setup/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/services/session-setup/again", Fixture, NULL, set_up, test_again, tear_down);

  return g_test_run ();
}
