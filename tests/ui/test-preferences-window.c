/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-preferences-window"

#include "config.h"
#include "support/thaw-help-country-row.h"
#include "thaw-own-prompts-group.h"
#include "thaw-preferences-window.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-window-over.h"

typedef struct
{
  ThawTestServices services;
  GtkWindow *window;
} Fixture;

static void
show (Fixture *fixture)
{
  fixture->window = GTK_WINDOW (thaw_preferences_window_new (fixture->services.services));
  gtk_window_present (fixture->window);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  thaw_services_open (fixture->services.services);
  while (thaw_services_get_state (fixture->services.services) != THAW_SERVICES_READY)
    g_main_context_iteration (NULL, TRUE);
  show (fixture);
}

static void
close_window (Fixture *fixture)
{
  GtkWindow *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (window);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->window = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    close_window (fixture);
  thaw_services_close (fixture->services.services);
  thaw_test_services_tear_down (&fixture->services);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->window), type, text);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, "Show the Folder");

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, fixture->services.directory));
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Show the Folder");
  g_assert_true (gtk_widget_get_sensitive (button));
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, "_Check");
  GtkWidget *spinner = find (fixture, GTK_TYPE_SPINNER, NULL);

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Reads everything once to see that it is whole."));
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_false (gtk_widget_get_visible (spinner));

  g_signal_emit_by_name (button, "clicked");
  g_assert_true (gtk_widget_get_visible (spinner));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Checking…"));
  /* Pressed again it goes on. */
  g_signal_emit_by_name (button, "clicked");
  while (find (fixture, GTK_TYPE_LABEL, "Everything is in order.") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (spinner));
}

/* The keyboard goes on where it was. */
static void
test_check_keeps_focus (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, "_Check");

  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  while (find (fixture, GTK_TYPE_LABEL, "Everything is in order.") == NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_window_get_focus (fixture->window) == button);
}

static void
test_closed_during_check (Fixture       *fixture,
                          gconstpointer  data)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Check"), "clicked");
  close_window (fixture);
}

static void
test_offer_prompts (Fixture       *fixture,
                    gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);
  GtkWidget *offer = find (fixture, GTK_TYPE_SWITCH, NULL);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (offer),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Offer questions for the blank page");
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (offer)));
  gtk_switch_set_active (GTK_SWITCH (offer), FALSE);
  g_assert_false (thaw_settings_get_offers_prompts (settings));
  thaw_settings_set_offers_prompts (settings, TRUE);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (offer)));
}

/* Without a journal there is none to check, but still its folder. */
static void
test_without_journal (Fixture       *fixture,
                      gconstpointer  data)
{
  close_window (fixture);
  thaw_services_close (fixture->services.services);
  show (fixture);
  g_assert_false (gtk_widget_get_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Check")));
  g_assert_true (gtk_widget_get_sensitive (find (fixture, GTK_TYPE_BUTTON, "Show the Folder")));
  g_assert_false (gtk_widget_get_visible (find (fixture, THAW_TYPE_OWN_PROMPTS_GROUP, NULL)));
}

/* Off for who does not know it; what the person sets is what counts then. */
static void
test_offer_reflection (Fixture       *fixture,
                       gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);
  GtkWidget *row = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Suggest a Look at Numbness"),
                                            ADW_TYPE_ACTION_ROW);
  GtkSwitch *offer_switch = GTK_SWITCH (thaw_test_ui_find (row, GTK_TYPE_SWITCH, NULL));

  g_assert_false (gtk_switch_get_active (offer_switch));
  g_assert_true (thaw_settings_get_offer_reflection (settings, TRUE));
  gtk_switch_set_active (offer_switch, TRUE);
  g_assert_true (thaw_settings_get_offer_reflection (settings, FALSE));
  gtk_switch_set_active (offer_switch, FALSE);
  g_assert_false (thaw_settings_get_offer_reflection (settings, TRUE));
}

/* The window under it goes while the journal is checked. */
static void
test_gone_with_parent (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWindow *parent = thaw_test_ui_present (gtk_label_new ("Below"));
  GtkWindow *window = fixture->window;

  thaw_window_put_over (window, parent);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_widget_activate_action (GTK_WIDGET (window), "preferences.check-journal", NULL);
  fixture->window = NULL;
  thaw_test_ui_close (parent);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The country of the lines to call is chosen here, too, and the choice is kept at once. */
static void
test_country (Fixture       *fixture,
              gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);
  AdwComboRow *row = ADW_COMBO_ROW (find (fixture, THAW_TYPE_HELP_COUNTRY_ROW, NULL));
  guint n_countries = g_list_model_get_n_items (adw_combo_row_get_model (row));

  /* Nobody chose one, and none was made up. */
  g_assert_cmpstr (thaw_settings_get_help_country (settings), ==, "");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (n_countries, >, 2);

  adw_combo_row_set_selected (row, n_countries - 1);
  g_assert_cmpstr (thaw_settings_get_help_country (settings), ==, "ZZ");
  thaw_settings_set_help_country (settings, "NZ");
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (row)), ==, "New Zealand");

  /* Nor does closing the window choose anything. */
  close_window (fixture);
  g_assert_cmpstr (thaw_settings_get_help_country (settings), ==, "NZ");
  thaw_settings_set_help_country (settings, NULL);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/preferences-window/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/ui/preferences-window/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/ui/preferences-window/check-keeps-focus", Fixture, NULL, set_up, test_check_keeps_focus, tear_down);
  g_test_add ("/ui/preferences-window/closed-during-check", Fixture, NULL, set_up, test_closed_during_check, tear_down);
  g_test_add ("/ui/preferences-window/offer-prompts", Fixture, NULL, set_up, test_offer_prompts, tear_down);
  g_test_add ("/ui/preferences-window/offer-reflection", Fixture, NULL, set_up, test_offer_reflection, tear_down);
  g_test_add ("/ui/preferences-window/without-journal", Fixture, NULL, set_up, test_without_journal, tear_down);

  g_test_add ("/ui/preferences-window/gone-with-parent", Fixture, NULL, set_up, test_gone_with_parent, tear_down);
  g_test_add ("/ui/preferences-window/country", Fixture, NULL, set_up, test_country, tear_down);

  return g_test_run ();
}
