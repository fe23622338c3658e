/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-practice-setup"

#include "config.h"
#include "practice/thaw-practice-setup.h"

#include "practice/thaw-pleasure-scale.h"
#include "practice/thaw-session-levels.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  GtkWindow *window;
  ThawPracticeSetup *setup;
  int n_started;
  int n_closed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->setup = THAW_PRACTICE_SETUP (thaw_practice_setup_new (fixture->services.services));
  g_signal_connect_swapped (fixture->setup, "start", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_started);
  g_signal_connect_swapped (fixture->setup, "closed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_closed);
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->setup));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_test_services_tear_down (&fixture->services);
}

static void
begin (Fixture    *fixture,
       const char *activity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSessionSetup) setup = thaw_session_setup_new (fixture->services.services, activity, &error);

  g_assert_no_error (error);
  thaw_practice_setup_begin (fixture->setup, setup);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->setup));
  thaw_test_ui_flush (GTK_WIDGET (fixture->setup));
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->setup), type, text);
}

static gboolean
is_shown (Fixture    *fixture,
          const char *text)
{
  GtkWidget *label = find (fixture, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* Start is reachable at once: it has the focus, and nothing has to be answered. */
static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSessionSetup) setup = NULL;
  GtkWidget *focus;

  begin (fixture, "box");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, "_Start");
  g_signal_emit_by_name (focus, "clicked");
  g_assert_cmpint (fixture->n_started, ==, 1);

  setup = thaw_practice_setup_dup_setup (fixture->setup);
  g_assert_cmpstr (setup->activity, ==, "box");
  g_assert_cmpint (setup->breaths, ==, setup->pattern->breaths);
  g_assert_cmpint (thaw_practice_setup_get_before (fixture->setup).feeling, ==, THAW_FEELING_UNKNOWN);
  g_assert_cmpint (thaw_practice_setup_get_expected (fixture->setup), ==, THAW_PLEASURE_UNKNOWN);
}

/* Enter in the field of breaths starts with what was typed. */
static void
test_enter (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawSessionSetup) setup = NULL;
  GtkEditable *field;

  begin (fixture, "slow-5-5");
  field = GTK_EDITABLE (find (fixture, GTK_TYPE_SPIN_BUTTON, NULL));
  gtk_editable_set_text (field, "3");
  g_signal_emit_by_name (gtk_editable_get_delegate (field), "activate");
  g_assert_cmpint (fixture->n_started, ==, 1);
  setup = thaw_practice_setup_dup_setup (fixture->setup);
  g_assert_cmpint (setup->breaths, ==, 3);
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  ThawPracticeCatalog *catalog = thaw_services_get_practice_catalog (fixture->services.services);
  const ThawBreathPattern *pattern = thaw_practice_catalog_find_pattern (catalog, "slow-5-5");
  const ThawPractice *practice = thaw_practice_catalog_find_practice (catalog, "body-scan");
  const ThawActivity *activity = thaw_practice_catalog_find_activity (catalog, "walk");
  const char *freedom = "Eyes open is fine. Stop whenever you like.";

  begin (fixture, "slow-5-5");
  g_assert_true (is_shown (fixture, pattern->name));
  g_assert_true (is_shown (fixture, pattern->summary));
  g_assert_true (is_shown (fixture, pattern->why));
  g_assert_true (is_shown (fixture, pattern->source));
  g_assert_true (is_shown (fixture, freedom));

  begin (fixture, "body-scan");
  g_assert_true (is_shown (fixture, practice->name));
  g_assert_true (is_shown (fixture, practice->summary));
  g_assert_true (is_shown (fixture, freedom));

  begin (fixture, "walk");
  g_assert_true (is_shown (fixture, activity->name));
  g_assert_true (is_shown (fixture, activity->begin));
  g_assert_false (is_shown (fixture, freedom));
}

/* What one expects is asked of what one does, not of breathing; folded away, and gone with the next thing. */
static void
test_before (Fixture       *fixture,
             gconstpointer  data)
{
  AdwExpanderRow *row;
  ThawSessionLevels *levels;

  begin (fixture, "walk");
  row = ADW_EXPANDER_ROW (find (fixture, ADW_TYPE_EXPANDER_ROW, NULL));
  levels = THAW_SESSION_LEVELS (find (fixture, THAW_TYPE_SESSION_LEVELS, NULL));
  g_assert_false (adw_expander_row_get_expanded (row));
  adw_expander_row_set_expanded (row, TRUE);
  thaw_session_levels_show (levels, (ThawMoodLevel) { 2, NAN }, 3);
  g_assert_cmpint (thaw_practice_setup_get_expected (fixture->setup), ==, 3);
  g_assert_cmpint (thaw_practice_setup_get_before (fixture->setup).feeling, ==, 2);

  begin (fixture, "box");
  g_assert_false (adw_expander_row_get_expanded (row));
  g_assert_null (find (fixture, THAW_TYPE_PLEASURE_SCALE, NULL));
  g_assert_cmpint (thaw_practice_setup_get_before (fixture->setup).feeling, ==, THAW_FEELING_UNKNOWN);
}

static gboolean
is_favourite (Fixture    *fixture,
              const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) favourites = NULL;

  favourites = thaw_activity_store_list_favourites (thaw_services_get_activities (fixture->services.services), &error);
  g_assert_no_error (error);

  return g_ptr_array_find_with_equal_func (favourites, id, g_str_equal, NULL);
}

static void
test_favourite (Fixture       *fixture,
                gconstpointer  data)
{
  GtkToggleButton *star = GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Favourite"));

  begin (fixture, "box");
  g_assert_false (gtk_toggle_button_get_active (star));
  gtk_toggle_button_set_active (star, TRUE);
  while (!is_favourite (fixture, "box"))
    g_main_context_iteration (NULL, TRUE);

  begin (fixture, "walk");
  g_assert_false (gtk_toggle_button_get_active (star));
  begin (fixture, "box");
  g_assert_true (gtk_toggle_button_get_active (star));
  gtk_toggle_button_set_active (star, FALSE);
  while (is_favourite (fixture, "box"))
    g_main_context_iteration (NULL, TRUE);
}

/* A disk that fails leaves the star as it was. */
static void
test_favourite_fails (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkToggleButton *star = GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Favourite"));

  begin (fixture, "box");
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  gtk_toggle_button_set_active (star, TRUE);
  while (gtk_toggle_button_get_active (star))
    g_main_context_iteration (NULL, TRUE);
}

/* What one made oneself can be changed; what Thaw brings along cannot. */
static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (ThawActivity) activity = thaw_activity_new (NULL, THAW_ACTIVITY_CREATIVE, "Whittling");
  g_autoptr (ThawActivity) saved = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *menu;

  activity->begin = g_strdup ("Look for a soft piece of wood.");
  saved = thaw_activity_store_save_sync (thaw_services_get_activities (fixture->services.services), activity, &error);
  g_assert_no_error (error);

  begin (fixture, "walk");
  menu = find (fixture, GTK_TYPE_MENU_BUTTON, "More");
  g_assert_false (gtk_widget_get_visible (menu));

  begin (fixture, saved->id);
  g_assert_true (gtk_widget_get_visible (menu));
  g_assert_true (is_shown (fixture, "Whittling"));
  g_assert_true (is_shown (fixture, "Look for a soft piece of wood."));
  g_assert_false (is_shown (fixture, "Why It May Help"));
  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (menu))), ==, 2);
}

/* What is changed while it is looked at is what is started; what was answered stays. */
static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  ThawPatternStore *store = thaw_services_get_patterns (fixture->services.services);
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, "Waves");
  g_autoptr (ThawBreathPattern) saved = NULL;
  g_autoptr (ThawBreathPattern) changed = NULL;
  g_autoptr (ThawSessionSetup) setup = NULL;
  g_autoptr (GError) error = NULL;
  ThawSessionLevels *levels;

  saved = thaw_pattern_store_save_sync (store, pattern, &error);
  g_assert_no_error (error);
  begin (fixture, saved->id);
  levels = THAW_SESSION_LEVELS (find (fixture, THAW_TYPE_SESSION_LEVELS, NULL));
  thaw_session_levels_show (levels, (ThawMoodLevel) { 2, NAN }, THAW_PLEASURE_UNKNOWN);

  g_free (saved->name);
  saved->name = g_strdup ("Long waves");
  saved->tenths[THAW_BREATH_OUT] = 75;
  changed = thaw_pattern_store_save_sync (store, saved, &error);
  g_assert_no_error (error);
  thaw_test_ui_flush (GTK_WIDGET (fixture->setup));

  g_assert_true (is_shown (fixture, "Long waves"));
  g_assert_true (is_shown (fixture, "5 · 7.5"));
  setup = thaw_practice_setup_dup_setup (fixture->setup);
  g_assert_cmpint (setup->pattern->tenths[THAW_BREATH_OUT], ==, 75);
  g_assert_cmpint (thaw_practice_setup_get_before (fixture->setup).feeling, ==, 2);
}

/* Planning is up to whoever has the action: it gets the id. */
static void
plan_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_assert_cmpstr (g_variant_get_string (parameter, NULL), ==, "walk");
  thaw_test_ui_count_cb (user_data);
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  int n_planned = 0;
  const GActionEntry entries[] = { { .name = "plan", .parameter_type = "s", .activate = plan_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), &n_planned);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "practice", G_ACTION_GROUP (group));
  begin (fixture, "box");
  begin (fixture, "walk");
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Plan for Today…"), "clicked");
  g_assert_cmpint (n_planned, ==, 1);
}

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  begin (fixture, "box");
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Go Back (Escape)"), "clicked");
  g_assert_cmpint (fixture->n_closed, ==, 1);
  g_assert_cmpint (fixture->n_started, ==, 0);
}

/* Tab comes everywhere and back again. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  const char *const ids[] = { "box", "walk", "open-sitting" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *start;
      int n_stops = 0;

      begin (fixture, ids[i]);
      start = gtk_window_get_focus (fixture->window);
      do
        {
          g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD));
          n_stops++;
        }
      while (gtk_window_get_focus (fixture->window) != start && n_stops < 30);
      g_assert_cmpint (n_stops, >, 4);
      g_assert_cmpint (n_stops, <, 30);
      for (; n_stops > 0; n_stops--)
        g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_BACKWARD));
      g_assert_true (gtk_window_get_focus (fixture->window) == start);
    }
}

/* It fits into the narrowest window. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  const char *const ids[] = { "slow-5-5", "4-7-8", "body-scan", "loving-kindness", "open-sitting", "walk" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *picture = g_strconcat ("setup-", ids[i], NULL);
      int width;

      begin (fixture, ids[i]);
      gtk_widget_measure (GTK_WIDGET (fixture->setup), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, 360);
      thaw_test_ui_save_picture (GTK_WIDGET (fixture->setup), picture);
    }
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define add(name, test) g_test_add ("/ui/practice-setup/" name, Fixture, NULL, set_up, test, tear_down)
  add ("start", test_start);
  add ("enter", test_enter);
  add ("texts", test_texts);
  add ("before", test_before);
  add ("favourite", test_favourite);
  add ("favourite-fails", test_favourite_fails);
  add ("own", test_own);
  add ("changed", test_changed);
  add ("plan", test_plan);
  add ("close", test_close);
  add ("tab", test_tab);
  add ("narrow", test_narrow);
#undef add

  return g_test_run ();
}
