/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-helps-window"

#include "config.h"
#include "practice/thaw-helps-window.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  GtkWindow *parent;
  GtkWindow *window; /* (nullable): weak */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->parent = thaw_test_ui_present (gtk_label_new ("Behind"));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* What is being read holds it for a while. */
  gtk_window_destroy (fixture->window);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_test_ui_close (fixture->parent);
  thaw_test_services_tear_down (&fixture->services);
}

static void
open_window (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->window, GTK_WINDOW (thaw_helps_window_new (fixture->parent,
                                                                           fixture->services.services)));
  gtk_window_present (fixture->window);
}

static void
add_session (Fixture    *fixture,
             const char *activity,
             const char *name,
             const char *iso,
             int         feeling_after)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_PHYSICAL, activity, name);
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;

  session->moment = thaw_moment_from_iso (iso, NULL);
  session->ending = THAW_SESSION_LOGGED;
  session->actual_ms = 600000;
  session->before.feeling = 2;
  session->after.feeling = feeling_after;
  session->expected = 3;
  session->felt = 5;
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services.services), session, &error);
  g_assert_no_error (error);
}

static void
await_page (Fixture    *fixture,
            const char *name)
{
  GtkStack *stack = GTK_STACK (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_STACK, NULL));

  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static AdwActionRow *
get_row (Fixture *fixture,
         int      index)
{
  GtkWidget *list = thaw_test_ui_find_class (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX, "boxed-list");

  return ADW_ACTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index));
}

static GtkWidget *
get_note (Fixture *fixture)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                            "From three times on with an answer before and after, this shows how it was.");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  open_window (fixture);
  await_page (fixture, "empty");

  /* It shows up as soon as there is something. */
  add_session (fixture, "walk", "Walk", "2026-03-28T10:00:00+01:00", 4);
  await_page (fixture, "list");
}

/* Below three, only how often and how long; and once for all, that more comes with time. */
static void
test_few (Fixture       *fixture,
          gconstpointer  data)
{
  add_session (fixture, "walk", "Walk", "2026-03-27T10:00:00+01:00", 4);
  add_session (fixture, "walk", "Walk", "2026-03-28T10:00:00+01:00", 6);
  open_window (fixture);
  await_page (fixture, "list");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_row (fixture, 0)), ==,
                   "2 times, 20 minutes in all, last: Yesterday");
  g_assert_true (gtk_widget_get_mapped (get_note (fixture)));

  add_session (fixture, "walk", "Walk", "2026-03-26T10:00:00+01:00", 5);
  while (gtk_widget_get_mapped (get_note (fixture)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (get_row (fixture, 0)), "3 times, "));
}

/* A name is a name; what Thaw brings along is called what it is called now; nothing is said of what was not answered. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  const char *walk;

  add_session (fixture, "walk", "Formerly a walk", "2026-03-26T10:00:00+01:00", 4);
  add_session (fixture, "walk", "Formerly a walk", "2026-03-27T10:00:00+01:00", 6);
  add_session (fixture, "walk", "Formerly a walk", "2026-03-28T10:00:00+01:00", 5);
  add_session (fixture, "gone", "<i>Knit</i> & purl", "2026-03-28T12:00:00+01:00", 4);
  walk = thaw_practice_catalog_get_name (thaw_services_get_practice_catalog (fixture->services.services), "walk");
  g_assert_nonnull (walk);

  open_window (fixture);
  await_page (fixture, "list");
  g_assert_null (get_row (fixture, 2));
  for (int i = 0; i < 2; i++)
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (fixture, i)));
      const char *subtitle = adw_action_row_get_subtitle (get_row (fixture, i));

      if (g_str_equal (title, walk))
        {
          g_assert_cmpstr (subtitle, ==,
                           "3 times, 30 minutes in all, last: Yesterday\n"
                           "Feeling afterwards: 3.0 more on average, give or take 1.0 (3 times)\n"
                           "Pleasure: expected 3.0, felt 5.0 on average (3 times)");
        }
      else
        {
          GtkWidget *label = thaw_test_ui_find (GTK_WIDGET (get_row (fixture, i)), GTK_TYPE_LABEL,
                                                "<i>Knit</i> & purl");

          g_assert_nonnull (label);
          g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "<i>Knit</i> & purl");
          g_assert_true (g_str_has_prefix (subtitle, "1 time, 10 minutes in all"));
        }
    }
}

/* What cannot be read says so, and can be tried again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  add_session (fixture, "walk", "Walk", "2026-03-28T10:00:00+01:00", 4);
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  open_window (fixture);
  await_page (fixture, "problem");

  thaw_database_open_sync (thaw_services_get_database (fixture->services.services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  gtk_widget_activate (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Try Again"));
  await_page (fixture, "list");
}

/* Nobody has to wait for it. */
static void
test_closed_early (Fixture       *fixture,
                   gconstpointer  data)
{
  add_session (fixture, "walk", "Walk", "2026-03-28T10:00:00+01:00", 4);
  open_window (fixture);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/helps-window/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/ui/helps-window/few", Fixture, NULL, set_up, test_few, tear_down);
  g_test_add ("/ui/helps-window/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/ui/helps-window/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/ui/helps-window/closed-early", Fixture, NULL, set_up, test_closed_early, tear_down);

  return g_test_run ();
}
