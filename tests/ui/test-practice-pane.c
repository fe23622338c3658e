/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-practice-pane"

#include "config.h"
#include "practice/thaw-practice-pane.h"

#include "practice/thaw-practice-setup.h"
#include "practice/thaw-session-after.h"
#include "practice/thaw-session-view.h"
#include "thaw-storage-error.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-words-keeper.h"

typedef struct
{
  ThawTestServices services;
  ThawPracticeClock *clock;
  GtkWindow *window;
  GtkStack *stack; /* the pane, and something else */
  ThawPracticePane *pane;
  int n_closed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->clock = thaw_practice_clock_new_stopped ();
  fixture->pane = THAW_PRACTICE_PANE (thaw_practice_pane_new (fixture->services.services, fixture->clock));
  g_signal_connect_swapped (fixture->pane, "closed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_closed);
  fixture->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (fixture->stack, GTK_WIDGET (fixture->pane), "pane");
  gtk_stack_add_named (fixture->stack, gtk_label_new ("Something else"), "else");
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->stack));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  g_clear_object (&fixture->clock);
  thaw_test_services_tear_down (&fixture->services);
}

static void
open (Fixture    *fixture,
      const char *activity)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (thaw_practice_pane_set_up (fixture->pane, activity, &error));
  g_assert_no_error (error);
  thaw_test_ui_flush (GTK_WIDGET (fixture->pane));
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->pane), type, text);
}

static gboolean
is_shown (Fixture *fixture,
          GType    type)
{
  return gtk_widget_get_mapped (find (fixture, type, NULL));
}

static void
start (Fixture *fixture)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Start"), "clicked");
  thaw_test_ui_flush (GTK_WIDGET (fixture->pane));
}

static void
advance (Fixture *fixture,
         int      seconds)
{
  thaw_practice_clock_advance (fixture->clock, (gint64) seconds * G_USEC_PER_SEC);
}

static void
leave (Fixture *fixture)
{
  GtkWidget *view = find (fixture, THAW_TYPE_SESSION_VIEW, NULL);

  g_assert_true (gtk_widget_activate_action (view, "session.leave", NULL));
  thaw_test_ui_flush (GTK_WIDGET (fixture->pane));
}

static void
await_kept (Fixture *fixture)
{
  while (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->pane)) != THAW_WORDS_KEPT)
    g_main_context_iteration (NULL, TRUE);
}

static ThawSession *
get_last (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ThawSession *session = thaw_session_store_get_last (thaw_services_get_sessions (fixture->services.services), &error);

  g_assert_no_error (error);

  return session;
}

static void
test_all_the_way (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;

  open (fixture, "4-7-8");
  g_assert_true (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));
  start (fixture);
  g_assert_true (is_shown (fixture, THAW_TYPE_SESSION_VIEW));
  g_assert_true (thaw_practice_pane_is_running (fixture->pane));

  advance (fixture, 4 * 19);
  g_assert_false (thaw_practice_pane_is_running (fixture->pane));
  thaw_test_ui_flush (GTK_WIDGET (fixture->pane));
  g_assert_true (is_shown (fixture, THAW_TYPE_SESSION_AFTER));
  g_signal_emit_by_name (thaw_test_ui_find (find (fixture, THAW_TYPE_SESSION_AFTER, NULL), GTK_TYPE_BUTTON, "_Done"),
                         "clicked");
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);

  session = get_last (fixture);
  g_assert_cmpstr (session->activity, ==, "4-7-8");
  g_assert_cmpint (session->ending, ==, THAW_SESSION_FINISHED);
  g_assert_cmpint (session->actual_ms, ==, 4 * 19000);
}

/* Left after a while, it is kept; looked at for a moment, it was nothing, and nobody is asked about it. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;

  open (fixture, "box");
  start (fixture);
  advance (fixture, 2);
  leave (fixture);
  g_assert_cmpint (fixture->n_closed, ==, 1);
  while ((session = get_last (fixture)) != NULL)
    {
      g_clear_pointer (&session, thaw_session_free);
      g_main_context_iteration (NULL, TRUE);
    }

  open (fixture, "box");
  start (fixture);
  advance (fixture, 20);
  leave (fixture);
  g_assert_true (is_shown (fixture, THAW_TYPE_SESSION_AFTER));
  await_kept (fixture);
  session = get_last (fixture);
  g_assert_cmpint (session->ending, ==, THAW_SESSION_LEFT);
  g_assert_cmpint (session->actual_ms, ==, 20000);
}

/* One at a time: who wants to set up another one finds the one that runs. */
static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  open (fixture, "box");
  start (fixture);
  advance (fixture, 20);
  open (fixture, "walk");
  g_assert_true (is_shown (fixture, THAW_TYPE_SESSION_VIEW));
  g_assert_true (thaw_practice_pane_begin_again (fixture->pane, NULL));
  g_assert_true (is_shown (fixture, THAW_TYPE_SESSION_VIEW));

  leave (fixture);
  await_kept (fixture);
  open (fixture, "walk");
  g_assert_true (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));
}

static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSession) session = NULL;

  g_assert_false (thaw_practice_pane_begin_again (fixture->pane, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  open (fixture, "slow-5-5");
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_SPIN_BUTTON, NULL)), "3");
  start (fixture);
  advance (fixture, 30);
  await_kept (fixture);

  g_assert_true (thaw_practice_pane_begin_again (fixture->pane, &error));
  g_assert_no_error (error);
  thaw_test_ui_flush (GTK_WIDGET (fixture->pane));
  g_assert_true (is_shown (fixture, THAW_TYPE_SESSION_VIEW));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Breath 1 of 3"));
  advance (fixture, 30);
  await_kept (fixture);
  session = get_last (fixture);
  g_assert_cmpint (session->planned_ms, ==, 30000);
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (thaw_practice_pane_set_up (fixture->pane, "gone", &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
}

/* Whoever would make it go away while it runs gets what was done so far onto the disk. */
static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  ThawWordsKeeper *keeper = THAW_WORDS_KEEPER (fixture->pane);
  g_autoptr (ThawSession) session = NULL;

  open (fixture, "box");
  g_assert_cmpint (thaw_words_keeper_get_state (keeper), ==, THAW_WORDS_KEPT);
  start (fixture);
  advance (fixture, 20);
  g_assert_cmpint (thaw_words_keeper_get_state (keeper), ==, THAW_WORDS_UNKEPT);
  thaw_words_keeper_keep (keeper);
  g_assert_cmpint (thaw_words_keeper_get_state (keeper), ==, THAW_WORDS_ON_THEIR_WAY);
  await_kept (fixture);
  session = get_last (fixture);
  g_assert_cmpint (session->ending, ==, THAW_SESSION_LEFT);
  g_assert_cmpint (session->actual_ms, ==, 20000);
}

/* What ended behind one's back is told of, and is still to be found, once. */
static void
test_unseen (Fixture       *fixture,
             gconstpointer  data)
{
  int n_over = 0;

  g_signal_connect_swapped (fixture->pane, "over", G_CALLBACK (thaw_test_ui_count_cb), &n_over);
  open (fixture, "4-7-8");
  start (fixture);
  gtk_stack_set_visible_child_name (fixture->stack, "else");
  advance (fixture, 4 * 19);
  g_assert_cmpint (n_over, ==, 1);
  gtk_stack_set_visible_child_name (fixture->stack, "pane");
  open (fixture, "walk");
  g_assert_true (is_shown (fixture, THAW_TYPE_SESSION_AFTER));
  await_kept (fixture);
  open (fixture, "walk");
  g_assert_true (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));

  /* What ended before one's eyes is told of by nobody. */
  open (fixture, "4-7-8");
  start (fixture);
  advance (fixture, 4 * 19);
  g_assert_cmpint (n_over, ==, 1);
  await_kept (fixture);
}

/* How often Tab is pressed until the focus is where it was. */
static int
count_stops (Fixture *fixture)
{
  GtkWidget *first = gtk_window_get_focus (fixture->window);
  int n_stops = 0;

  do
    {
      g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD));
      n_stops++;
    }
  while (gtk_window_get_focus (fixture->window) != first && n_stops < 30);

  return n_stops;
}

/* Tab goes round, in whatever is shown, as soon as all of it is laid out; if it does not, the test runs out of time. */
static void
assert_goes_round (Fixture *fixture)
{
  int n_stops;

  do
    {
      thaw_test_ui_flush (GTK_WIDGET (fixture->window));
      n_stops = count_stops (fixture);
    }
  while (n_stops <= 4);
  g_assert_cmpint (n_stops, <, 30);
}

static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  open (fixture, "slow-5-5");
  assert_goes_round (fixture);
  start (fixture);
  assert_goes_round (fixture);
  advance (fixture, 20);
  leave (fixture);
  assert_goes_round (fixture);
  await_kept (fixture);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define add(name, test) g_test_add ("/ui/practice-pane/" name, Fixture, NULL, set_up, test, tear_down)
  add ("all-the-way", test_all_the_way);
  add ("leave", test_leave);
  add ("one", test_one);
  add ("again", test_again);
  add ("unknown", test_unknown);
  add ("keep", test_keep);
  add ("unseen", test_unseen);
  add ("tab", test_tab);
#undef add

  return g_test_run ();
}
