/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-practice-page"

#include "config.h"
#include "pages/practice/thaw-practice-page.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static GtkWidget *
find_titled (GtkWidget  *widget,
             GType       type,
             const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *its_title = NULL;
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        g_object_get (child, "title", &its_title, NULL);
      if (g_strcmp0 (its_title, title) == 0)
        return child;

      found = find_titled (child, type, title);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The row that is called so under the heading, or NULL. */
static GtkWidget *
find_row (Fixture    *fixture,
          const char *heading,
          const char *title)
{
  GtkWidget *group = find_titled (fixture->page, ADW_TYPE_PREFERENCES_GROUP, heading);

  return group != NULL ? find_titled (group, ADW_TYPE_ACTION_ROW, title) : NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = { { .name = "practice", .parameter_type = "s" }, { .name = "practice-again" } };
  static const GActionEntry practice_entries[] = { { .name = "new-activity" }, { .name = "new-pattern" } };
  g_autoptr (GSimpleActionGroup) practice_actions = g_simple_action_group_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  thaw_test_services_set_up (&fixture->services);
  fixture->page = thaw_practice_page_new (fixture->services.services);
  /* A row is only there for whoever can open it. */
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (fixture->page, "win", G_ACTION_GROUP (actions));
  g_action_map_add_action_entries (G_ACTION_MAP (practice_actions), practice_entries, G_N_ELEMENTS (practice_entries),
                                   NULL);
  gtk_widget_insert_action_group (fixture->page, "practice", G_ACTION_GROUP (practice_actions));
  fixture->window = thaw_test_ui_present_sized (fixture->page, 400, 700);
  /* What comes after the first frame. */
  while (find_row (fixture, "Guided Practices", "Body scan") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_test_services_tear_down (&fixture->services);
}

static void
save_pattern (Fixture    *fixture,
              const char *name)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, name);
  g_autoptr (ThawBreathPattern) saved = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_pattern_store_save_sync (thaw_services_get_patterns (fixture->services.services), pattern, &error);
  g_assert_no_error (error);
}

static char *
save_activity (Fixture    *fixture,
               const char *name)
{
  g_autoptr (ThawActivity) activity = thaw_activity_new (NULL, THAW_ACTIVITY_CREATIVE, name);
  g_autoptr (ThawActivity) saved = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_activity_store_save_sync (thaw_services_get_activities (fixture->services.services), activity, &error);
  g_assert_no_error (error);

  return g_strdup (saved->id);
}

static const char *
get_target (GtkWidget *row)
{
  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL);
}

/* All that Thaw brings along is there, and opens by its id. */
static void
test_shipped (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *box = find_row (fixture, "Breathing", "Box breathing");
  GtkWidget *scan = find_row (fixture, "Guided Practices", "Body scan");

  g_assert_nonnull (box);
  g_assert_cmpstr (get_target (box), ==, "box");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (box)), ==, "win.practice");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (box)), ==, "4 · 4 · 4 · 4 seconds");
  g_assert_nonnull (scan);
  g_assert_cmpstr (get_target (scan), ==, "body-scan");
  /* Nothing was done yet, and nothing is a favourite. */
  g_assert_null (find_row (fixture, "Favourites", "Body scan"));
}

/* The rows of a group come when it is opened, once. */
static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  ThawPracticeCatalog *catalog = thaw_services_get_practice_catalog (fixture->services.services);
  const ThawActivityGroup *group = g_ptr_array_index (thaw_practice_catalog_get_groups (catalog), 0);
  const ThawActivity *activity = g_ptr_array_index (group->activities, 0);
  GtkWidget *expander = find_titled (fixture->page, ADW_TYPE_EXPANDER_ROW, group->name);
  GtkWidget *row;

  g_assert_nonnull (expander);
  g_assert_null (find_titled (expander, ADW_TYPE_ACTION_ROW, activity->name));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  row = find_titled (expander, ADW_TYPE_ACTION_ROW, activity->name);
  g_assert_nonnull (row);
  g_assert_cmpstr (get_target (row), ==, activity->id);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  g_assert_true (find_titled (expander, ADW_TYPE_ACTION_ROW, activity->name) == row);
}

/* What the person adds comes, whatever it is called, and goes; the focus stays where it was. */
static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  g_assert_true (gtk_widget_grab_focus (find_row (fixture, "Breathing", "Sighing on purpose")));

  save_pattern (fixture, "<mine> & yours");
  g_assert_nonnull (find_row (fixture, "Breathing", "<mine> & yours"));
  g_assert_true (gtk_window_get_focus (fixture->window) == find_row (fixture, "Breathing", "Sighing on purpose"));

  id = save_activity (fixture, "Knitting");
  row = find_row (fixture, "Your Own", "Knitting");
  g_assert_nonnull (row);
  g_assert_cmpstr (get_target (row), ==, id);
  g_assert_true (thaw_activity_store_remove_sync (thaw_services_get_activities (fixture->services.services), id,
                                                  &error));
  g_assert_no_error (error);
  g_assert_null (find_row (fixture, "Your Own", "Knitting"));
}

static void
set_favourite (Fixture    *fixture,
               const char *id,
               gboolean    is_favourite)
{
  g_autoptr (GError) error = NULL;

  thaw_activity_store_set_favourite_sync (thaw_services_get_activities (fixture->services.services), id, is_favourite,
                                          &error);
  g_assert_no_error (error);
}

static void
test_favourites (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = save_activity (fixture, "Knitting");

  set_favourite (fixture, "box", TRUE);
  set_favourite (fixture, "body-scan", TRUE);
  set_favourite (fixture, id, TRUE);
  set_favourite (fixture, "of-a-later-version", TRUE);
  g_assert_nonnull (find_row (fixture, "Favourites", "Box breathing"));
  g_assert_nonnull (find_row (fixture, "Favourites", "Body scan"));
  g_assert_nonnull (find_row (fixture, "Favourites", "Knitting"));

  set_favourite (fixture, "box", FALSE);
  g_assert_null (find_row (fixture, "Favourites", "Box breathing"));
  g_assert_nonnull (find_row (fixture, "Breathing", "Box breathing"));
}

static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_MINDFULNESS, "box", "Box breathing");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *button = thaw_test_ui_find (fixture->page, GTK_TYPE_BUTTON, "Again");
  GtkWidget *row;

  g_assert_false (gtk_widget_get_mapped (button));

  session->moment = thaw_moment_from_iso ("2026-03-28T12:00:00+01:00", NULL);
  session->ending = THAW_SESSION_FINISHED;
  session->planned_ms = 160000;
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services.services), session, &error);
  g_assert_no_error (error);

  thaw_test_ui_flush (fixture->page);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.practice-again");
  row = find_titled (fixture->page, ADW_TYPE_ACTION_ROW, "Box breathing");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "2 minutes 40 seconds · last: Yesterday");
}

/* The focus does not go away with its row. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *id = save_activity (fixture, "Knitting");
  g_autofree char *later = save_activity (fixture, "Painting");
  g_autoptr (GError) error = NULL;
  GtkWidget *focus;

  g_assert_true (gtk_widget_grab_focus (find_row (fixture, "Your Own", "Knitting")));
  thaw_activity_store_remove_sync (thaw_services_get_activities (fixture->services.services), id, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_window_get_focus (fixture->window) == find_row (fixture, "Your Own", "Painting"));
  thaw_activity_store_remove_sync (thaw_services_get_activities (fixture->services.services), later, &error);
  g_assert_no_error (error);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (focus), ==, "Add Something of Your Own");

  /* Nor with a whole section. */
  set_favourite (fixture, "box", TRUE);
  g_assert_true (gtk_widget_grab_focus (find_row (fixture, "Favourites", "Box breathing")));
  set_favourite (fixture, "box", FALSE);
  thaw_test_ui_flush (fixture->page);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, fixture->page));
}

/* The last one is called what it is called now, says nothing of a length that it does not have, and stays when the
 * journal cannot be read for a while; so does what Thaw brings along. */
static void
test_again_in_words (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_MINDFULNESS, "box", "Quadratisch atmen");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *button = thaw_test_ui_find (fixture->page, GTK_TYPE_BUTTON, "Again");
  GtkWidget *row;

  session->moment = thaw_moment_from_iso ("2026-03-28T12:00:00+01:00", NULL);
  session->ending = THAW_SESSION_LOGGED;
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services.services), session, &error);
  g_assert_no_error (error);
  row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Box breathing");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Last: Yesterday");

  thaw_database_close (thaw_services_get_database (fixture->services.services));
  gtk_widget_set_visible (fixture->page, FALSE);
  gtk_widget_set_visible (fixture->page, TRUE);
  thaw_test_ui_flush (fixture->page);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_nonnull (find_row (fixture, "Breathing", "Box breathing"));
  thaw_database_open_sync (thaw_services_get_database (fixture->services.services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* What was deleted cannot be done again, and what came back can. */
static void
test_again_deleted (Fixture       *fixture,
                    gconstpointer  data)
{
  ThawActivityStore *store = thaw_services_get_activities (fixture->services.services);
  g_autofree char *id = save_activity (fixture, "Knitting");
  g_autoptr (ThawActivity) activity = thaw_activity_new (id, THAW_ACTIVITY_CREATIVE, "Knitting");
  g_autoptr (ThawActivity) back = NULL;
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_CREATIVE, id, "Knitting");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *button = thaw_test_ui_find (fixture->page, GTK_TYPE_BUTTON, "Again");

  session->moment = thaw_moment_from_iso ("2026-03-28T12:00:00+01:00", NULL);
  session->ending = THAW_SESSION_LOGGED;
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services.services), session, &error);
  g_assert_no_error (error);
  thaw_test_ui_flush (fixture->page);
  g_assert_true (gtk_widget_get_mapped (button));

  thaw_activity_store_remove_sync (store, id, &error);
  g_assert_no_error (error);
  thaw_test_ui_flush (fixture->page);
  g_assert_false (gtk_widget_get_mapped (button));

  back = thaw_activity_store_save_sync (store, activity, &error);
  g_assert_no_error (error);
  thaw_test_ui_flush (fixture->page);
  g_assert_true (gtk_widget_get_mapped (button));
}

/* Each group can be jumped to. */
static void
test_headings (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *headings[] = { "Favourites", "Breathing", "Guided Practices", "Things to Do", "Your Own" };

  thaw_test_ui_flush (fixture->page);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    thaw_test_ui_assert_heading (fixture->page, headings[i]);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/practice-page/shipped", Fixture, NULL, set_up, test_shipped, tear_down);
  g_test_add ("/ui/practice-page/headings", Fixture, NULL, set_up, test_headings, tear_down);
  g_test_add ("/ui/practice-page/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/ui/practice-page/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/ui/practice-page/favourites", Fixture, NULL, set_up, test_favourites, tear_down);
  g_test_add ("/ui/practice-page/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/ui/practice-page/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/ui/practice-page/again-in-words", Fixture, NULL, set_up, test_again_in_words, tear_down);
  g_test_add ("/ui/practice-page/again-deleted", Fixture, NULL, set_up, test_again_deleted, tear_down);

  return g_test_run ();
}
