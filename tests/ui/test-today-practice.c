/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-today-practice"

#include "config.h"
#include "pages/today/thaw-practice-offer.h"
#include "pages/today/thaw-today-practice.h"
#include "practice/thaw-plan-list.h"
#include "practice/thaw-planner.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  AdwToastOverlay *overlay;
  GtkWidget *practice;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = { { .name = "practice", .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  thaw_test_services_set_up (&fixture->services);
  g_object_set (thaw_services_get_settings (fixture->services.services), "offers-practice", TRUE, NULL);
  thaw_settings_set_practice_put_off_day (thaw_services_get_settings (fixture->services.services),
                                          thaw_clock_get_today (fixture->services.clock) - 1);
  fixture->practice = g_object_new (THAW_TYPE_TODAY_PRACTICE, NULL);
  thaw_today_practice_set_services (THAW_TODAY_PRACTICE (fixture->practice), fixture->services.services);
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, fixture->practice);
  /* A row is only there for whoever can open it. */
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->overlay), "win", G_ACTION_GROUP (actions));
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->overlay), 400, 500);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_test_services_tear_down (&fixture->services);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type)
{
  return thaw_test_ui_find (fixture->practice, type, NULL);
}

static void
await_shown (Fixture  *fixture,
             GType     type,
             gboolean  is_shown)
{
  while (find (fixture, type) == NULL || gtk_widget_get_mapped (find (fixture, type)) != is_shown)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_plan (Fixture    *fixture,
          const char *activity,
          const char *name,
          int         minute)
{
  ThawDay today = thaw_clock_get_today (fixture->services.clock);
  g_autoptr (ThawPlan) plan = thaw_plan_new (today, THAW_ACTIVITY_REST, activity, name);

  plan->minute = minute;
  thaw_planner_save (fixture->overlay, fixture->services.services, plan);
}

static ThawSession *
add_session (Fixture    *fixture,
             const char *activity,
             const char *iso)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_REST, activity, activity);
  g_autoptr (GError) error = NULL;
  ThawSession *saved;

  session->moment = thaw_moment_from_iso (iso, NULL);
  session->ending = THAW_SESSION_FINISHED;
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services.services), session, &error);
  g_assert_no_error (error);

  return saved;
}

/* What the rows of the plan say, as "A walk: Any time|…". */
static char *
list_plans (Fixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (thaw_test_ui_find (find (fixture, THAW_TYPE_PLAN_LIST), GTK_TYPE_LIST_BOX, NULL));
  g_autoptr (GString) words = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "|" : "",
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                            adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
await_plans (Fixture    *fixture,
             const char *expected)
{
  await_shown (fixture, THAW_TYPE_PLAN_LIST, TRUE);
  while (TRUE)
    {
      g_autofree char *plans = list_plans (fixture);

      if (g_str_equal (plans, expected))
        return;
      g_debug ("%s", plans);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
press (Fixture    *fixture,
       GtkWidget  *root,
       const char *label)
{
  GtkWidget *button = NULL;

  while (button == NULL)
    {
      button = thaw_test_ui_find (root, GTK_TYPE_BUTTON, label);
      if (button == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (gtk_widget_activate (button));
}

/* What is planned is there in its order, says when it was done, and no word about what was not. */
static void
test_plans (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSession) before = NULL;
  g_autoptr (ThawSession) earlier = NULL;
  g_autoptr (ThawSession) done = NULL;

  add_plan (fixture, "stroll", "A <walk>", 18 * 60 + 30);
  await_plans (fixture, "A <walk>: 18:30");
  add_plan (fixture, "tea", "Tea", THAW_PLAN_ANY_TIME);
  await_plans (fixture, "A <walk>: 18:30|Tea: Any time");

  /* Of another day, of before it was planned, and of what was planned. */
  before = add_session (fixture, "tea", "2026-03-28T12:00:00+01:00");
  earlier = add_session (fixture, "tea", "2026-03-29T08:05:00+02:00");
  done = add_session (fixture, "tea", "2026-03-29T09:30:00+02:00");
  await_plans (fixture, "A <walk>: 18:30|Tea: Done at 09:30");
}

/* A session stands for one plan only. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSession) done = NULL;

  add_plan (fixture, "tea", "Tea", 10 * 60);
  add_plan (fixture, "tea", "Tea", 16 * 60);
  await_plans (fixture, "Tea: 10:00|Tea: 16:00");
  done = add_session (fixture, "tea", "2026-03-29T09:30:00+02:00");
  await_plans (fixture, "Tea: Done at 09:30|Tea: 16:00");
}

static AdwActionRow *
get_row (Fixture *fixture,
         int      index)
{
  GtkWidget *list = thaw_test_ui_find (find (fixture, THAW_TYPE_PLAN_LIST), GTK_TYPE_LIST_BOX, NULL);

  return ADW_ACTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index));
}

/* The focus stays on what it is on, and goes to the next one with what is taken off. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  add_plan (fixture, "a", "A", 10 * 60);
  await_plans (fixture, "A: 10:00");
  add_plan (fixture, "b", "B", 11 * 60);
  add_plan (fixture, "c", "C", 12 * 60);
  await_plans (fixture, "A: 10:00|B: 11:00|C: 12:00");

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 2))));
  add_plan (fixture, "d", "D", 9 * 60);
  await_plans (fixture, "D: 09:00|A: 10:00|B: 11:00|C: 12:00");
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (get_row (fixture, 3)));

  press (fixture, GTK_WIDGET (get_row (fixture, 3)), "Take off the Plan");
  await_plans (fixture, "D: 09:00|A: 10:00|B: 11:00");
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (get_row (fixture, 2)));

  for (int n = 3; n > 1; n--)
    {
      gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 0)));
      press (fixture, GTK_WIDGET (get_row (fixture, 0)), "Take off the Plan");
      while (get_row (fixture, n - 1) != NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (get_row (fixture, 0)));
    }

  /* With the last one it goes to what comes after the plan. */
  await_shown (fixture, THAW_TYPE_PRACTICE_OFFER, TRUE);
  press (fixture, GTK_WIDGET (get_row (fixture, 0)), "Take off the Plan");
  await_shown (fixture, THAW_TYPE_PLAN_LIST, FALSE);
  g_assert_nonnull (gtk_window_get_focus (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                         find (fixture, THAW_TYPE_PRACTICE_OFFER)));
}

/* What Thaw brings along is called what it is called now, in whatever language it was planned. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  add_plan (fixture, "box", "Quadratisch atmen", THAW_PLAN_ANY_TIME);
  await_plans (fixture, "Box breathing: Any time");
}

/* What cannot be kept can be tried again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  thaw_database_close (thaw_services_get_database (fixture->services.services));
  add_plan (fixture, "stroll", "A walk", THAW_PLAN_ANY_TIME);
  while (thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "_Try Again") == NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_database_open_sync (thaw_services_get_database (fixture->services.services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  press (fixture, GTK_WIDGET (fixture->overlay), "_Try Again");
  await_plans (fixture, "A walk: Any time");
}

static void
test_take_off (Fixture       *fixture,
               gconstpointer  data)
{
  ThawDay today = thaw_clock_get_today (fixture->services.clock);
  g_autoptr (ThawPlan) plan = thaw_plan_new (today, THAW_ACTIVITY_REST, "stroll", "A walk");
  g_autoptr (ThawPlan) saved = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_plan_store_save_sync (thaw_services_get_plans (fixture->services.services), plan, &error);
  g_assert_no_error (error);
  await_plans (fixture, "A walk: Any time");
  press (fixture, fixture->practice, "Take off the Plan");
  await_shown (fixture, THAW_TYPE_PLAN_LIST, FALSE);
  press (fixture, GTK_WIDGET (fixture->overlay), "_Undo");
  await_plans (fixture, "A walk: Any time");
}

/* Something is suggested, with a reason; and not when that is not wanted. */
static void
test_offer (Fixture       *fixture,
            gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);
  GtkWidget *offer, *button;

  await_shown (fixture, THAW_TYPE_PRACTICE_OFFER, TRUE);
  offer = find (fixture, THAW_TYPE_PRACTICE_OFFER);
  button = thaw_test_ui_find (offer, GTK_TYPE_BUTTON, "_Try It…");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.practice");
  g_assert_nonnull (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)));

  press (fixture, offer, "_Not Now");
  await_shown (fixture, THAW_TYPE_PRACTICE_OFFER, FALSE);
  g_assert_cmpint (thaw_settings_get_practice_put_off_day (settings), ==,
                   thaw_clock_get_today (fixture->services.clock));

  /* Not today any more, whatever happens; and tomorrow again. */
  thaw_practice_offer_update (THAW_PRACTICE_OFFER (offer));
  thaw_test_spin (50);
  g_assert_false (gtk_widget_get_visible (offer));
  thaw_settings_set_practice_put_off_day (settings, thaw_clock_get_today (fixture->services.clock) - 1);
  thaw_practice_offer_update (THAW_PRACTICE_OFFER (offer));
  await_shown (fixture, THAW_TYPE_PRACTICE_OFFER, TRUE);

  /* In the preferences, over the page. */
  g_object_set (settings, "offers-practice", FALSE, NULL);
  await_shown (fixture, THAW_TYPE_PRACTICE_OFFER, FALSE);
  g_object_set (settings, "offers-practice", TRUE, NULL);
  await_shown (fixture, THAW_TYPE_PRACTICE_OFFER, TRUE);
}

/* Who puts it off by keyboard goes on from there; and what was being looked for then does not bring it back. */
static void
test_put_off (Fixture       *fixture,
              gconstpointer  data)
{
  ThawDay today = thaw_clock_get_today (fixture->services.clock);
  g_autoptr (ThawPlan) plan = thaw_plan_new (today, THAW_ACTIVITY_REST, "stroll", "A walk");
  g_autoptr (ThawPlan) saved = NULL;
  GtkWidget *offer, *button, *list;

  /* Without a toast, which would be after it as soon as it is there. */
  plan->minute = THAW_PLAN_ANY_TIME;
  saved = thaw_plan_store_save_sync (thaw_services_get_plans (fixture->services.services), plan, NULL);
  g_assert_nonnull (saved);
  await_shown (fixture, THAW_TYPE_PLAN_LIST, TRUE);
  await_shown (fixture, THAW_TYPE_PRACTICE_OFFER, TRUE);
  offer = find (fixture, THAW_TYPE_PRACTICE_OFFER);
  list = find (fixture, THAW_TYPE_PLAN_LIST);
  button = thaw_test_ui_find (offer, GTK_TYPE_BUTTON, "_Not Now");
  g_assert_true (gtk_widget_grab_focus (button));
  thaw_practice_offer_update (THAW_PRACTICE_OFFER (offer));
  g_assert_true (gtk_widget_activate_action (button, "practice-offer.put-off", NULL));

  g_assert_false (gtk_widget_get_visible (offer));
  /* There is nothing after it here. */
  g_assert_nonnull (gtk_window_get_focus (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), list));
  thaw_test_spin (100);
  g_assert_false (gtk_widget_get_visible (offer));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/today-practice/plans", Fixture, NULL, set_up, test_plans, tear_down);
  g_test_add ("/ui/today-practice/twice", Fixture, NULL, set_up, test_twice, tear_down);
  g_test_add ("/ui/today-practice/take-off", Fixture, NULL, set_up, test_take_off, tear_down);
  g_test_add ("/ui/today-practice/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/ui/today-practice/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/ui/today-practice/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/ui/today-practice/put-off", Fixture, NULL, set_up, test_put_off, tear_down);
  g_test_add ("/ui/today-practice/offer", Fixture, NULL, set_up, test_offer, tear_down);

  return g_test_run ();
}
