/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-session-window"

#include "config.h"
#include "practice/thaw-session-window.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-words-keeper.h"
#include "widgets/check-in/thaw-words-view.h"
#include "widgets/thaw-save-problem.h"

#include <math.h>

typedef struct
{
  ThawTestServices services;
  AdwToastOverlay *overlay;
  GtkWindow *parent;
  GtkWindow *window; /* (nullable): weak */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("Behind"));
  fixture->parent = thaw_test_ui_present_sized (GTK_WIDGET (fixture->overlay), 400, 300);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_weak_pointer (&fixture->window);
  thaw_test_ui_close (fixture->parent);
  thaw_test_services_tear_down (&fixture->services);
}

static ThawSessionStore *
get_store (Fixture *fixture)
{
  return thaw_services_get_sessions (fixture->services.services);
}

static void
open_window (Fixture           *fixture,
             const ThawSession *session)
{
  g_set_weak_pointer (&fixture->window,
                      GTK_WINDOW (thaw_session_window_new (fixture->overlay, fixture->services.services, session)));
  gtk_window_present (fixture->window);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static ThawSession *
make_saved (Fixture *fixture)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_PHYSICAL, "of-a-later-version", "Something & more");
  g_autoptr (GError) error = NULL;
  ThawSession *saved;

  session->moment = thaw_moment_from_iso ("2026-03-28T12:00:00+01:00", NULL);
  session->ending = THAW_SESSION_FINISHED;
  session->planned_ms = 600000;
  session->actual_ms = 425000;
  session->expected = 2;
  session->before.feeling = 1;
  saved = thaw_session_store_save_sync (get_store (fixture), session, &error);
  g_assert_no_error (error);

  return saved;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *sessions = thaw_session_store_list_days (get_store (fixture), THAW_DAY_NONE, THAW_DAY_NONE, &error);

  g_assert_no_error (error);

  return sessions;
}

static ThawSession *
read_only_one (Fixture *fixture)
{
  g_autoptr (GPtrArray) sessions = list (fixture);

  g_assert_cmpuint (sessions->len, ==, 1);

  return g_ptr_array_steal_index (sessions, 0);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkWidget *view = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1, TRUE);
}

static GtkSpinButton *
get_minutes (Fixture *fixture)
{
  GtkWidget *row = thaw_test_ui_find_class (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX, "boxed-list");

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (row), 2));

  return GTK_SPIN_BUTTON (thaw_test_ui_find (row, GTK_TYPE_SPIN_BUTTON, NULL));
}

static void
close_window (Fixture *fixture)
{
  gtk_window_close (fixture->window);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What was looked at and closed leaves nothing behind. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) sessions = NULL;

  open_window (fixture, NULL);
  close_window (fixture);
  sessions = list (fixture);
  g_assert_cmpuint (sessions->len, ==, 0);
}

/* Closing writes down what was typed a moment ago. */
static void
test_write_down (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;

  open_window (fixture, NULL);
  gtk_spin_button_set_value (get_minutes (fixture), 25);
  type (fixture, "Rain, and a dog");
  close_window (fixture);

  session = read_only_one (fixture);
  g_assert_cmpint (session->ending, ==, THAW_SESSION_LOGGED);
  g_assert_cmpint (session->actual_ms, ==, 25 * 60000);
  g_assert_cmpstr (session->note, ==, "Rain, and a dog");
  g_assert_cmpint (session->before.feeling, ==, THAW_FEELING_UNKNOWN);
  g_assert_true (isnan (session->after.valence));
  g_assert_cmpint (session->moment.utc_ms, ==, thaw_clock_get_utc_ms (fixture->services.clock));
}

/* What is typed counts, also while the cursor is still there. */
static void
test_typed_minutes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;

  open_window (fixture, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (get_minutes (fixture)));
  gtk_editable_set_text (GTK_EDITABLE (get_minutes (fixture)), "35");
  close_window (fixture);

  session = read_only_one (fixture);
  g_assert_cmpint (session->actual_ms, ==, 35 * 60000);
}

/* Each change is on the disk within a second or so, also when nobody closes the window. */
static void
test_autosave (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;

  open_window (fixture, NULL);
  type (fixture, "So far");
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->window)), ==, THAW_WORDS_UNKEPT);
  while (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->window)) != THAW_WORDS_KEPT)
    g_main_context_iteration (NULL, TRUE);
  session = read_only_one (fixture);
  g_assert_cmpstr (session->note, ==, "So far");

  type (fixture, ", and on");
  close_window (fixture);
  thaw_session_free (g_steal_pointer (&session));
  session = read_only_one (fixture);
  g_assert_cmpstr (session->note, ==, "So far, and on");
}

/* What is not touched stays as it is: seconds, the name of what is not known here, and how it ended. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawSession) saved = make_saved (fixture);
  g_autoptr (ThawSession) session = NULL;

  open_window (fixture, saved);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (get_minutes (fixture)), ==, 7);
  type (fixture, "After all");
  close_window (fixture);

  session = read_only_one (fixture);
  g_assert_cmpstr (session->uuid, ==, saved->uuid);
  g_assert_cmpstr (session->note, ==, "After all");
  g_assert_cmpstr (session->activity, ==, "of-a-later-version");
  g_assert_cmpstr (session->name, ==, "Something & more");
  g_assert_cmpint (session->actual_ms, ==, 425000);
  g_assert_cmpint (session->planned_ms, ==, 600000);
  g_assert_cmpint (session->ending, ==, THAW_SESSION_FINISHED);
  g_assert_cmpint (session->expected, ==, 2);
  g_assert_cmpint (session->before.feeling, ==, 1);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = NULL;

  while (button == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      button = thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, label);
    }
  gtk_widget_activate (button);
}

/* It can be deleted, and brought back. */
static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawSession) saved = make_saved (fixture);
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  open_window (fixture, saved);
  type (fixture, "Not this");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "session.delete", NULL);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&sessions, g_ptr_array_unref);
      sessions = list (fixture);
    }
  while (sessions->len > 0);

  click (fixture, "_Undo");
  while (sessions->len == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&sessions, g_ptr_array_unref);
      sessions = list (fixture);
    }
  session = read_only_one (fixture);
  g_assert_cmpstr (session->uuid, ==, saved->uuid);
  /* Nor are the words lost that were typed just before. */
  g_assert_cmpstr (session->note, ==, "Not this");
}

/* What cannot be written stays on the screen, and closing asks. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *problem;

  open_window (fixture, NULL);
  problem = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_SAVE_PROBLEM, NULL);
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  type (fixture, "Only here");
  gtk_window_close (fixture->window);
  while (!thaw_save_problem_is_shown (THAW_SAVE_PROBLEM (problem)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fixture->window);
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->window)), ==, THAW_WORDS_UNKEPT);

  thaw_database_open_sync (thaw_services_get_database (fixture->services.services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  close_window (fixture);
  session = read_only_one (fixture);
  g_assert_cmpstr (session->note, ==, "Only here");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/session-window/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/ui/session-window/write-down", Fixture, NULL, set_up, test_write_down, tear_down);
  g_test_add ("/ui/session-window/typed-minutes", Fixture, NULL, set_up, test_typed_minutes, tear_down);
  g_test_add ("/ui/session-window/autosave", Fixture, NULL, set_up, test_autosave, tear_down);
  g_test_add ("/ui/session-window/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/ui/session-window/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/ui/session-window/failure", Fixture, NULL, set_up, test_failure, tear_down);

  return g_test_run ();
}
