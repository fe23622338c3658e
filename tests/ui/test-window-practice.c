/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-window-practice"

#include "config.h"
#include "thaw-window.h"

#include "practice/thaw-practice-setup.h"
#include "practice/thaw-session-levels.h"
#include "practice/thaw-session-view.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"

/* What the window and a session have to do with each other. */

typedef struct
{
  char *directory;
  ThawClock *clock;
  ThawSettings *settings;
  ThawServices *services;
  GtkWidget *window; /* (unowned) (nullable): NULL when it is closed */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  fixture->settings = thaw_settings_new ();
  thaw_settings_set_visible_page (fixture->settings, "today");
  fixture->services = thaw_services_new (fixture->directory, fixture->clock, fixture->settings);
  thaw_services_open (fixture->services);
  g_set_weak_pointer (&fixture->window, GTK_WIDGET (thaw_window_new (NULL, fixture->services)));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (thaw_services_get_state (fixture->services) != THAW_SERVICES_READY)
    g_main_context_iteration (NULL, TRUE);
  thaw_test_ui_flush (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_weak_pointer (&fixture->window);
  thaw_services_close (fixture->services);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->services));
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->directory, thaw_test_remove_dir);
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *parameter)
{
  GVariant *variant = parameter != NULL ? g_variant_new_string (parameter) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (fixture->window, action, variant));
  thaw_test_ui_flush (fixture->window);
}

static gboolean
is_shown (Fixture *fixture,
          GType    type)
{
  GtkWidget *widget = thaw_test_ui_find (fixture->window, type, NULL);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Start is under the finger; going back is to where one was. */
static void
test_set_up (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *origin = get_focus (fixture);

  g_assert_nonnull (origin);
  activate (fixture, "win.practice", "box");
  g_assert_true (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_focus (fixture))), ==, "_Start");

  gtk_widget_activate_action (thaw_test_ui_find (fixture->window, THAW_TYPE_PRACTICE_SETUP, NULL), "setup.close", NULL);
  while (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (get_focus (fixture) == origin);
}

/* The rows are made anew when the page is seen again, and going back is still to where one was. */
static void
test_back_to_row (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *row;

  activate (fixture, "win.show-page", "practice");
  row = gtk_widget_get_ancestor (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, "Box breathing"),
                                 ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_grab_focus (row));
  activate (fixture, "win.practice", "box");

  gtk_widget_activate_action (thaw_test_ui_find (fixture->window, THAW_TYPE_PRACTICE_SETUP, NULL), "setup.close", NULL);
  while (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ADW_IS_ACTION_ROW (get_focus (fixture)));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_focus (fixture))), ==, "Box breathing");
}

/* What is gone, and what never was, is said to be so, and nothing else changes. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  activate (fixture, "win.practice", "gone");
  g_assert_nonnull (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, "This could not be opened."));
  g_assert_false (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));
  activate (fixture, "win.practice-again", NULL);
  g_assert_false (is_shown (fixture, THAW_TYPE_SESSION_VIEW));
}

/* A session goes on while one looks at something else, and is found again. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  activate (fixture, "win.practice", "box");
  gtk_widget_activate_action (thaw_test_ui_find (fixture->window, THAW_TYPE_PRACTICE_SETUP, NULL), "setup.start", NULL);
  thaw_test_ui_flush (fixture->window);
  g_assert_true (is_shown (fixture, THAW_TYPE_SESSION_VIEW));

  activate (fixture, "win.show-page", "journal");
  while (is_shown (fixture, THAW_TYPE_SESSION_VIEW))
    g_main_context_iteration (NULL, TRUE);
  activate (fixture, "win.practice", "walk");
  while (!is_shown (fixture, THAW_TYPE_SESSION_VIEW))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (thaw_test_ui_find (fixture->window, GTK_TYPE_BUTTON, "_Pause"));
}

/* Closing the window ends the session, and keeps it. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (GError) error = NULL;
  ThawSessionLevels *levels;

  activate (fixture, "win.practice", "box");
  levels = THAW_SESSION_LEVELS (thaw_test_ui_find (fixture->window, THAW_TYPE_SESSION_LEVELS, NULL));
  thaw_session_levels_show (levels, (ThawMoodLevel) { 3, NAN }, THAW_PLEASURE_UNKNOWN);
  gtk_widget_activate_action (thaw_test_ui_find (fixture->window, THAW_TYPE_PRACTICE_SETUP, NULL), "setup.start", NULL);
  thaw_test_ui_flush (fixture->window);

  gtk_window_close (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  session = thaw_session_store_get_last (thaw_services_get_sessions (fixture->services), &error);
  g_assert_no_error (error);
  g_assert_nonnull (session);
  g_assert_cmpint (session->ending, ==, THAW_SESSION_LEFT);
  g_assert_cmpint (session->before.feeling, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/window-practice/set-up", Fixture, NULL, set_up, test_set_up, tear_down);
  g_test_add ("/ui/window-practice/back-to-row", Fixture, NULL, set_up, test_back_to_row, tear_down);
  g_test_add ("/ui/window-practice/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  g_test_add ("/ui/window-practice/elsewhere", Fixture, NULL, set_up, test_elsewhere, tear_down);
  g_test_add ("/ui/window-practice/close", Fixture, NULL, set_up, test_close, tear_down);

  return g_test_run ();
}
