/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-session-after"

#include "config.h"
#include "practice/thaw-session-after.h"

#include "practice/thaw-pleasure-scale.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "widgets/check-in/thaw-feeling-scale.h"
#include "widgets/check-in/thaw-step-scale.h"
#include "widgets/check-in/thaw-words-view.h"
#include "widgets/thaw-save-problem.h"

typedef struct
{
  ThawTestServices services;
  ThawPracticeClock *clock;
  ThawSessionRunner *runner;
  GtkWindow *window;
  GtkWidget *after;
  int n_closed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->clock = thaw_practice_clock_new_stopped ();
  fixture->after = thaw_session_after_new ();
  g_signal_connect_swapped (fixture->after, "closed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_closed);
  fixture->window = thaw_test_ui_present (fixture->after);
}

static void
await_saved (Fixture *fixture)
{
  while (thaw_session_runner_is_saving (fixture->runner))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  await_saved (fixture);
  g_clear_object (&fixture->runner);
  g_clear_object (&fixture->clock);
  thaw_test_services_tear_down (&fixture->services);
}

static void
show (Fixture    *fixture,
      const char *activity,
      int         expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSessionSetup) setup = thaw_session_setup_new (fixture->services.services, activity, &error);

  g_assert_no_error (error);
  fixture->runner = thaw_session_runner_new (fixture->services.services, fixture->clock, setup);
  thaw_session_runner_set_before (fixture->runner, &THAW_MOOD_LEVEL_UNKNOWN, expected);
  thaw_session_runner_start (fixture->runner);
  thaw_practice_clock_advance (fixture->clock, 70 * G_USEC_PER_SEC);
  thaw_session_runner_leave (fixture->runner);
  await_saved (fixture);
  thaw_session_after_set_runner (THAW_SESSION_AFTER (fixture->after), fixture->runner);
  thaw_test_ui_flush (fixture->after);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return thaw_test_ui_find (fixture->after, type, text);
}

static void
choose (Fixture *fixture,
        GType    type,
        int      step)
{
  GtkWidget *steps = thaw_test_ui_find (find (fixture, type, NULL), THAW_TYPE_STEP_SCALE, NULL);

  g_signal_emit_by_name (thaw_step_scale_get_button (THAW_STEP_SCALE (steps), step), "clicked");
}

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkWidget *view = thaw_test_ui_find_class (fixture->after, GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static ThawSession *
read_session (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ThawSession *session = thaw_session_store_get (thaw_services_get_sessions (fixture->services.services),
                                                 thaw_session_runner_get_session (fixture->runner)->uuid, &error);

  g_assert_no_error (error);

  return session;
}

static ThawWordsState
get_words_state (Fixture *fixture)
{
  return thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->after));
}

static void
press_done (Fixture *fixture)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Done"), "clicked");
}

static void
await_closed (Fixture *fixture)
{
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Everything can be left out. */
static void
test_skip (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;

  show (fixture, "slow-5-5", THAW_PLEASURE_UNKNOWN);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "1 minute 10 seconds"));
  g_assert_null (find (fixture, THAW_TYPE_PLEASURE_SCALE, NULL));
  press_done (fixture);
  await_closed (fixture);
  session = read_session (fixture);
  g_assert_cmpint (session->after.feeling, ==, THAW_FEELING_UNKNOWN);
  g_assert_cmpstr (session->note, ==, "");
}

static void
test_answer (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;

  show (fixture, "walk", 2);
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "You expected 2, felt 5."));
  choose (fixture, THAW_TYPE_PLEASURE_SCALE, 5);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "You expected 2, felt 5."));
  choose (fixture, THAW_TYPE_FEELING_SCALE, 4);
  await_saved (fixture);
  /* It is in the journal before anybody says that they are done. */
  session = read_session (fixture);
  g_assert_cmpint (session->felt, ==, 5);
  g_assert_cmpint (session->expected, ==, 2);
  g_assert_cmpint (session->after.feeling, ==, 4);

  choose (fixture, THAW_TYPE_PLEASURE_SCALE, THAW_STEP_SCALE_UNKNOWN);
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "You expected 2, felt 5."));
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;

  show (fixture, "slow-5-5", THAW_PLEASURE_UNKNOWN);
  g_assert_cmpint (get_words_state (fixture), ==, THAW_WORDS_KEPT);
  type (fixture, "The window was open");
  g_assert_cmpint (get_words_state (fixture), ==, THAW_WORDS_UNKEPT);
  press_done (fixture);
  /* Not before they are on the disk. */
  g_assert_cmpint (fixture->n_closed, ==, 0);
  g_assert_cmpint (get_words_state (fixture), ==, THAW_WORDS_ON_THEIR_WAY);
  await_closed (fixture);
  g_assert_cmpint (get_words_state (fixture), ==, THAW_WORDS_KEPT);
  session = read_session (fixture);
  g_assert_cmpstr (session->note, ==, "The window was open");
}

/* Who only writes, and then nothing, has it in the journal a moment later. */
static void
test_words_by_themselves (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;

  show (fixture, "slow-5-5", THAW_PLEASURE_UNKNOWN);
  type (fixture, "Quiet");
  while (get_words_state (fixture) != THAW_WORDS_KEPT)
    g_main_context_iteration (NULL, TRUE);
  session = read_session (fixture);
  g_assert_cmpstr (session->note, ==, "Quiet");
}

/* Who writes without a pause is not kept waiting: whatever ends Thaw takes no more than the last words. */
static void
test_words_without_a_pause (Fixture       *fixture,
                            gconstpointer  data)
{
  gint64 end_us;

  show (fixture, "slow-5-5", THAW_PLEASURE_UNKNOWN);
  end_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  for (guint i = 0; thaw_session_runner_get_session (fixture->runner)->note[0] == '\0'; i++)
    {
      g_autofree char *words = g_strdup_printf ("Word by word, %u", i);

      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      type (fixture, words);
      g_usleep (100000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
test_disk_fails (Fixture       *fixture,
                 gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (GError) error = NULL;
  ThawSaveProblem *problem;

  show (fixture, "slow-5-5", THAW_PLEASURE_UNKNOWN);
  problem = THAW_SAVE_PROBLEM (find (fixture, THAW_TYPE_SAVE_PROBLEM, NULL));
  thaw_database_close (database);
  type (fixture, "Words that matter");
  press_done (fixture);
  while (!thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fixture->n_closed, ==, 0);
  g_assert_cmpint (get_words_state (fixture), ==, THAW_WORDS_UNKEPT);

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (problem, "retry");
  while (get_words_state (fixture) != THAW_WORDS_KEPT)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (thaw_save_problem_is_shown (problem));
  session = read_session (fixture);
  g_assert_cmpstr (session->note, ==, "Words that matter");
}

/* The first question has the focus; nothing has to be looked for. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  show (fixture, "walk", 2);
  gtk_widget_grab_focus (fixture->after);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (fixture->window), THAW_TYPE_PLEASURE_SCALE));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int width;

  show (fixture, "walk", 2);
  choose (fixture, THAW_TYPE_PLEASURE_SCALE, 5);
  gtk_widget_measure (fixture->after, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  thaw_test_ui_save_picture (fixture->after, "session-after");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define add(name, test) g_test_add ("/ui/session-after/" name, Fixture, NULL, set_up, test, tear_down)
  add ("skip", test_skip);
  add ("answer", test_answer);
  add ("words", test_words);
  add ("words-by-themselves", test_words_by_themselves);
  add ("words-without-a-pause", test_words_without_a_pause);
  add ("disk-fails", test_disk_fails);
  add ("focus", test_focus);
  add ("narrow", test_narrow);
#undef add

  return g_test_run ();
}
