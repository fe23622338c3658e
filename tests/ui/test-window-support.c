/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-window-support"

#include "config.h"
#include "thaw-window.h"

#include "pages/support/thaw-support-page.h"
#include "practice/thaw-practice-pane.h"
#include "practice/thaw-practice-setup.h"
#include "support/thaw-care-plan-window.h"
#include "support/thaw-library-window.h"
#include "support/thaw-people-window.h"
#include "support/thaw-person-editor.h"
#include "support/thaw-word-window.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"
#include "thaw-window-over.h"

/* What the window leads to around support. */

typedef struct
{
  char *directory;
  ThawClock *clock;
  ThawSettings *settings;
  ThawServices *services;
  GtkWidget *window; /* (unowned) (nullable): NULL when it is closed */
  guint n_helped;    /* how often help was asked for */
} Fixture;

static void
on_help_now_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ((Fixture *) user_data)->n_helped++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = { { .name = "help-now", .activate = on_help_now_cb } };
  g_autoptr (GSimpleActionGroup) app = g_simple_action_group_new ();

  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  fixture->settings = thaw_settings_new ();
  thaw_settings_set_visible_page (fixture->settings, "today");
  fixture->services = thaw_services_new (fixture->directory, fixture->clock, fixture->settings);
  thaw_services_open (fixture->services);
  g_set_weak_pointer (&fixture->window, GTK_WIDGET (thaw_window_new (NULL, fixture->services)));
  g_action_map_add_action_entries (G_ACTION_MAP (app), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "app", G_ACTION_GROUP (app));
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
    {
      gtk_widget_insert_action_group (fixture->window, "app", NULL);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
    }
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

static guint
count_windows (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      n += g_type_is_a (G_OBJECT_TYPE (toplevel), type) ? 1 : 0;
    }

  return n;
}

static GtkWindow *
find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
        return GTK_WINDOW (toplevel);
    }

  g_assert_not_reached ();
}

static void
close_window (GType type)
{
  gtk_window_close (find_window (type));
  while (count_windows (type) > 0)
    g_main_context_iteration (NULL, TRUE);
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

  thaw_test_ui_flush (fixture->window);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

/* Each row of the page has something behind it. */
static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  activate (fixture, "support.people", NULL);
  g_assert_cmpuint (count_windows (THAW_TYPE_PEOPLE_WINDOW), ==, 1);
  close_window (THAW_TYPE_PEOPLE_WINDOW);

  activate (fixture, "support.new-person", NULL);
  g_assert_cmpuint (count_windows (THAW_TYPE_PERSON_EDITOR), ==, 1);
  close_window (THAW_TYPE_PERSON_EDITOR);

  activate (fixture, "support.care-plan", NULL);
  g_assert_cmpuint (count_windows (THAW_TYPE_CARE_PLAN_WINDOW), ==, 1);
  close_window (THAW_TYPE_CARE_PLAN_WINDOW);

  activate (fixture, "support.library", "question");
  g_assert_cmpuint (count_windows (THAW_TYPE_LIBRARY_WINDOW), ==, 1);
  /* It is the same one that shows something else. */
  activate (fixture, "support.article", "cbt");
  g_assert_cmpuint (count_windows (THAW_TYPE_LIBRARY_WINDOW), ==, 1);
  close_window (THAW_TYPE_LIBRARY_WINDOW);
  activate (fixture, "support.article", "dbt");
  g_assert_cmpuint (count_windows (THAW_TYPE_LIBRARY_WINDOW), ==, 1);
}

static ThawPerson *
save_person (Fixture *fixture)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, "Anna");
  g_autoptr (GError) error = NULL;
  ThawPerson *saved = thaw_people_store_save_sync (thaw_services_get_people (fixture->services), person, &error);

  g_assert_no_error (error);

  return saved;
}

/* Somebody is opened; who is gone is told. */
static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) anna = save_person (fixture);
  g_autoptr (GError) error = NULL;

  activate (fixture, "support.open-person", anna->id);
  g_assert_cmpuint (count_windows (THAW_TYPE_PERSON_EDITOR), ==, 1);
  close_window (THAW_TYPE_PERSON_EDITOR);

  thaw_people_store_remove_sync (thaw_services_get_people (fixture->services), anna->id, &error);
  g_assert_no_error (error);
  activate (fixture, "support.open-person", anna->id);
  g_assert_cmpuint (count_windows (THAW_TYPE_PERSON_EDITOR), ==, 0);
  g_assert_nonnull (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, "This could not be opened."));
}

static void
test_talked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) anna = save_person (fixture);
  ThawDay last_contact = THAW_DAY_NONE;

  activate (fixture, "support.talked", anna->id);
  while (last_contact == THAW_DAY_NONE)
    {
      g_autoptr (ThawPerson) now = thaw_people_store_get (thaw_services_get_people (fixture->services), anna->id, NULL);

      last_contact = now->last_contact;
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (last_contact, ==, thaw_clock_get_today (fixture->clock));
}

static gboolean
is_library_seen (void)
{
  return count_windows (THAW_TYPE_LIBRARY_WINDOW) > 0 &&
         gtk_widget_get_visible (GTK_WIDGET (find_window (THAW_TYPE_LIBRARY_WINDOW)));
}

static void
await_library (gboolean is_seen)
{
  while (is_library_seen () != is_seen)
    g_main_context_iteration (NULL, TRUE);
}

/* A link leads where it says, also from the library, which is not in the way. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  activate (fixture, "win.open-link", "article:cbt");
  g_assert_cmpuint (count_windows (THAW_TYPE_LIBRARY_WINDOW), ==, 1);
  g_signal_emit_by_name (find_window (THAW_TYPE_LIBRARY_WINDOW), "link-activated", "word:joy");
  g_assert_cmpuint (count_windows (THAW_TYPE_WORD_WINDOW), ==, 1);
  close_window (THAW_TYPE_WORD_WINDOW);

  g_signal_emit_by_name (find_window (THAW_TYPE_LIBRARY_WINDOW), "link-activated", "practice:body-scan");
  g_assert_true (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));
  await_library (FALSE);

  activate (fixture, "win.open-link", "page:care-plan");
  close_window (THAW_TYPE_CARE_PLAN_WINDOW);
  activate (fixture, "win.open-link", "page:people");
  close_window (THAW_TYPE_PEOPLE_WINDOW);
  activate (fixture, "win.open-link", "page:practice");
  g_assert_false (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));

  g_assert_cmpuint (fixture->n_helped, ==, 0);
  activate (fixture, "win.open-link", "help:now");
  g_assert_cmpuint (fixture->n_helped, ==, 1);
}

/* What the care plan holds to be done is done in the window, and nothing that was in between stays before it. */
static void
test_care_plan_practice (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (ThawCareItem) item = thaw_care_item_new (THAW_CARE_MYSELF, 0, "Body scan");
  g_autoptr (ThawCareItem) saved = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *plan;

  item->activity = g_strdup ("body-scan");
  saved = thaw_care_store_save_sync (thaw_services_get_care_items (fixture->services), item, &error);
  g_assert_no_error (error);

  activate (fixture, "win.open-link", "article:cbt");
  g_signal_emit_by_name (find_window (THAW_TYPE_LIBRARY_WINDOW), "link-activated", "page:care-plan");
  plan = find_window (THAW_TYPE_CARE_PLAN_WINDOW);
  thaw_test_ui_flush (GTK_WIDGET (plan));
  /* As it is where a window can be active. */
  thaw_window_put_over (plan, find_window (THAW_TYPE_LIBRARY_WINDOW));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (plan), "care.activate", "s", saved->id));
  g_assert_true (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));
  while (count_windows (THAW_TYPE_CARE_PLAN_WINDOW) > 0)
    g_main_context_iteration (NULL, TRUE);
  for (gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
       is_library_seen () && g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (is_library_seen ());
}

/* What was read is there again when the practice to which it led is left … */
static void
test_back_to_article (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWindow *library;

  activate (fixture, "win.open-link", "article:cbt");
  library = find_window (THAW_TYPE_LIBRARY_WINDOW);
  g_signal_emit_by_name (library, "link-activated", "practice:body-scan");
  await_library (FALSE);
  g_assert_true (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));

  g_signal_emit_by_name (thaw_test_ui_find (fixture->window, THAW_TYPE_PRACTICE_PANE, NULL), "closed");
  await_library (TRUE);
  g_assert_true (find_window (THAW_TYPE_LIBRARY_WINDOW) == library);
  g_assert_false (is_shown (fixture, THAW_TYPE_PRACTICE_SETUP));

  /* Closed now, it is closed. */
  close_window (THAW_TYPE_LIBRARY_WINDOW);
  activate (fixture, "win.practice", "body-scan");
  g_signal_emit_by_name (thaw_test_ui_find (fixture->window, THAW_TYPE_PRACTICE_PANE, NULL), "closed");
  g_assert_cmpuint (count_windows (THAW_TYPE_LIBRARY_WINDOW), ==, 0);
}

/* … and not when the person went elsewhere, or there was nothing to practise. */
static void
test_not_back_to_article (Fixture       *fixture,
                          gconstpointer  data)
{
  activate (fixture, "win.open-link", "article:cbt");
  g_signal_emit_by_name (find_window (THAW_TYPE_LIBRARY_WINDOW), "link-activated", "practice:body-scan");
  await_library (FALSE);
  activate (fixture, "win.show-page", "journal");
  while (count_windows (THAW_TYPE_LIBRARY_WINDOW) > 0)
    g_main_context_iteration (NULL, TRUE);

  activate (fixture, "win.open-link", "article:cbt");
  g_signal_emit_by_name (find_window (THAW_TYPE_LIBRARY_WINDOW), "link-activated", "practice:of-a-later-version");
  while (count_windows (THAW_TYPE_LIBRARY_WINDOW) > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What leads nowhere is told, and nothing else happens. */
static void
test_unknown_links (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const targets[] = { "https://example.org", "word:of-a-later-version", "page:nowhere", "" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      activate (fixture, "win.open-link", targets[i]);
      g_assert_nonnull (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, "This could not be opened."));
    }
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
}

/* Whatever is open goes with the window. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  activate (fixture, "support.article", "cbt");
  gtk_widget_insert_action_group (fixture->window, "app", NULL);
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL || g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *page = NULL;

  activate (fixture, "win.show-page", "support");
  g_assert_true (is_shown (fixture, THAW_TYPE_SUPPORT_PAGE));
  page = thaw_settings_dup_visible_page (fixture->settings);
  g_assert_cmpstr (page, ==, "support");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/window-support/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/ui/window-support/person", Fixture, NULL, set_up, test_person, tear_down);
  g_test_add ("/ui/window-support/talked", Fixture, NULL, set_up, test_talked, tear_down);
  g_test_add ("/ui/window-support/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/ui/window-support/care-plan-practice", Fixture, NULL, set_up, test_care_plan_practice, tear_down);
  g_test_add ("/ui/window-support/back-to-article", Fixture, NULL, set_up, test_back_to_article, tear_down);
  g_test_add ("/ui/window-support/not-back-to-article", Fixture, NULL, set_up, test_not_back_to_article, tear_down);
  g_test_add ("/ui/window-support/unknown-links", Fixture, NULL, set_up, test_unknown_links, tear_down);
  g_test_add ("/ui/window-support/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/ui/window-support/page", Fixture, NULL, set_up, test_page, tear_down);

  return g_test_run ();
}
