/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-first-start-window"

#include "config.h"
#include "support/thaw-first-start-window.h"
#include "support/thaw-help-country-row.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  GtkWidget *window; /* (unowned) (nullable): NULL when it is closed */
} Fixture;

static ThawSettings *
get_settings (Fixture *fixture)
{
  return thaw_services_get_settings (fixture->services.services);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  thaw_settings_set_first_start_shown (get_settings (fixture), FALSE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_settings_set_help_country (get_settings (fixture), NULL);
  thaw_settings_set_first_start_shown (get_settings (fixture), FALSE);
  thaw_test_services_tear_down (&fixture->services);
}

static void
show (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->window, GTK_WIDGET (thaw_first_start_window_new (fixture->services.services)));
  gtk_window_present (GTK_WINDOW (fixture->window));
  thaw_test_ui_flush (fixture->window);
}

static gboolean
is_seen (Fixture    *fixture,
         const char *text)
{
  GtkWidget *label;

  thaw_test_ui_flush (fixture->window);
  label = thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, text);
  g_assert_nonnull (label);

  return gtk_widget_get_child_visible (gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW));
}

static void
go (Fixture    *fixture,
    const char *action)
{
  gtk_widget_activate_action (fixture->window, action, NULL);
}

/* Forth and back, by buttons; the last one ends it. */
static void
test_screens (Fixture       *fixture,
              gconstpointer  data)
{
  show (fixture);
  g_assert_true (is_seen (fixture, "When Feelings Went Quiet"));
  g_assert_false (is_seen (fixture, "It Stays With You"));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  go (fixture, "first-start.next");
  g_assert_true (is_seen (fixture, "It Stays With You"));
  go (fixture, "first-start.back");
  g_assert_true (is_seen (fixture, "When Feelings Went Quiet"));
  /* Nothing is before the first one. */
  go (fixture, "first-start.back");
  g_assert_true (is_seen (fixture, "When Feelings Went Quiet"));

  go (fixture, "first-start.next");
  go (fixture, "first-start.next");
  g_assert_true (is_seen (fixture, "Two Things to Set Up, If You Like"));
  g_assert_nonnull (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, "3 of 3"));
  go (fixture, "first-start.next");
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_described (Fixture    *fixture,
                  const char *label,
                  const char *heading)
{
  GtkWidget *button = thaw_test_ui_find (fixture->window, GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == button);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heading);
}

/* The focus stays where Enter goes on, and what has it tells which screen this is. */
static void
test_described (Fixture       *fixture,
                gconstpointer  data)
{
  show (fixture);
  assert_described (fixture, "_Next", "When Feelings Went Quiet");
  go (fixture, "first-start.next");
  assert_described (fixture, "_Next", "It Stays With You");
  go (fixture, "first-start.next");
  assert_described (fixture, "_Begin", "Two Things to Set Up, If You Like");
  go (fixture, "first-start.back");
  assert_described (fixture, "_Next", "It Stays With You");

  /* Also where the focus was elsewhere, and nothing would have been told. */
  gtk_widget_grab_focus (thaw_test_ui_find (fixture->window, GTK_TYPE_BUTTON, "_Back"));
  go (fixture, "first-start.next");
  assert_described (fixture, "_Begin", "Two Things to Set Up, If You Like");
}

/* Assistive technology comes across the screen that is seen, and no other. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *stack;
  guint i = 0;

  show (fixture);
  go (fixture, "first-start.next");
  stack = thaw_test_ui_find (fixture->window, GTK_TYPE_STACK, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (stack); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_HIDDEN, i != 1);
  g_assert_cmpuint (i, ==, 3);
}

/* Nobody is asked twice, not even who left at once. */
static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (thaw_first_start_window_is_wanted (fixture->services.services));
  show (fixture);
  g_assert_false (thaw_first_start_window_is_wanted (fixture->services.services));
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_false (thaw_first_start_window_is_wanted (fixture->services.services));
}

/* Who has entries has been here before, and is not asked either when these are gone. */
static void
test_entries (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-03-28T09:15:00+01:00", NULL, "A day");

  g_assert_false (thaw_first_start_window_is_wanted (fixture->services.services));
  g_assert_true (thaw_settings_get_first_start_shown (get_settings (fixture)));
}

static void
test_country (Fixture       *fixture,
              gconstpointer  data)
{
  AdwComboRow *row;

  show (fixture);
  row = ADW_COMBO_ROW (thaw_test_ui_find (fixture->window, THAW_TYPE_HELP_COUNTRY_ROW, NULL));
  adw_combo_row_set_selected (row, g_list_model_get_n_items (adw_combo_row_get_model (row)) - 1);
  g_assert_cmpstr (thaw_settings_get_help_country (get_settings (fixture)), ==, "ZZ");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/first-start-window/screens", Fixture, NULL, set_up, test_screens, tear_down);
  g_test_add ("/ui/first-start-window/described", Fixture, NULL, set_up, test_described, tear_down);
  g_test_add ("/ui/first-start-window/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/ui/first-start-window/once", Fixture, NULL, set_up, test_once, tear_down);
  g_test_add ("/ui/first-start-window/entries", Fixture, NULL, set_up, test_entries, tear_down);
  g_test_add ("/ui/first-start-window/country", Fixture, NULL, set_up, test_country, tear_down);

  return g_test_run ();
}
