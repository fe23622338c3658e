/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-preferences"

#include "config.h"
#include "reminders/thaw-reminder-preferences.h"

#include <glib/gstdio.h>

#include "thaw-test-notifier.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  ThawSettings *settings; /* (unowned) */
  ThawTestNotifier *notifier;
  char *directory;        /* where the desktop looks at login */
  char *path;             /* what it finds there */
  GtkWidget *group;
  GtkWindow *window;
} Fixture;

static void
show (Fixture *fixture)
{
  GtkWidget *page = adw_preferences_page_new ();

  fixture->group = g_object_new (THAW_TYPE_REMINDER_PREFERENCES, NULL);
  thaw_reminder_preferences_set_services (THAW_REMINDER_PREFERENCES (fixture->group), fixture->services.services);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (fixture->group));
  fixture->window = thaw_test_ui_present_sized (page, 360, 900);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawAutostart) autostart = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ThawReminderEngine *engine;

  /* They are those of the program, and so of the test before, too. */
  g_settings_reset (settings, "reminders-in-background");
  g_settings_reset (settings, "reminder-catch-up");
  g_settings_reset (settings, "reminder-details");
  thaw_test_services_set_up (&fixture->services);
  fixture->settings = thaw_services_get_settings (fixture->services.services);
  fixture->directory = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  fixture->path = g_build_filename (fixture->directory, APP_ID ".desktop", NULL);
  autostart = thaw_autostart_new (APP_ID, "true", fixture->settings, NULL);
  thaw_services_set_autostart (fixture->services.services, autostart);

  fixture->notifier = thaw_test_notifier_new ();
  engine = thaw_services_get_reminder_engine (fixture->services.services);
  thaw_reminder_engine_set_notifier (engine, THAW_NOTIFIER (fixture->notifier));
  thaw_reminder_engine_load (engine);
  thaw_reminder_engine_start (engine);
  show (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_reminder_engine_stop (thaw_services_get_reminder_engine (fixture->services.services));
  thaw_test_services_tear_down (&fixture->services);
  g_clear_object (&fixture->notifier);
  g_remove (fixture->path);
  g_remove (fixture->directory);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->directory, g_free);
}

static void
await (Fixture    *fixture,
       const char *text)
{
  GtkWidget *label;

  while ((label = thaw_test_ui_find (fixture->group, GTK_TYPE_LABEL, text)) == NULL || !gtk_widget_get_mapped (label))
    g_main_context_iteration (NULL, TRUE);
}

static GtkSwitch *
find_switch (Fixture    *fixture,
             const char *title)
{
  GtkWidget *row = gtk_widget_get_ancestor (thaw_test_ui_find (fixture->group, GTK_TYPE_LABEL, title),
                                            ADW_TYPE_ACTION_ROW);

  return GTK_SWITCH (thaw_test_ui_find (row, GTK_TYPE_SWITCH, NULL));
}

static void
click (Fixture    *fixture,
       const char *label)
{
  g_signal_emit_by_name (thaw_test_ui_find (fixture->group, GTK_TYPE_BUTTON, label), "clicked");
}

#define BACKGROUND "Reminders While Thaw Is Closed"
#define ON "Thaw stays in the background, and starts when you log in."
#define OFF "Thaw stays in the background, but does not start when you log in."
#define NEITHER "Only while Thaw is open."

static void
test_background (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkSwitch *background_switch = find_switch (fixture, BACKGROUND);
  GtkWidget *again = thaw_test_ui_find (fixture->group, GTK_TYPE_BUTTON, "_Try Again");

  await (fixture, NEITHER);
  g_assert_false (gtk_switch_get_active (background_switch));
  gtk_switch_set_active (background_switch, TRUE);
  await (fixture, ON);
  g_assert_cmpint (thaw_settings_get_background (fixture->settings), ==, THAW_BACKGROUND_YES);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (gtk_widget_get_mapped (again));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-preferences");

  /* Second thoughts before the first are on the disk. */
  gtk_switch_set_active (background_switch, FALSE);
  gtk_switch_set_active (background_switch, TRUE);
  gtk_switch_set_active (background_switch, FALSE);
  await (fixture, NEITHER);
  g_assert_cmpint (thaw_settings_get_background (fixture->settings), ==, THAW_BACKGROUND_NO);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  /* What is said elsewhere is shown, and not said again. */
  thaw_settings_set_background (fixture->settings, THAW_BACKGROUND_YES);
  g_assert_true (gtk_switch_get_active (background_switch));
  await (fixture, OFF);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* Others may change what starts at login. */
static void
test_changed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  gtk_switch_set_active (find_switch (fixture, BACKGROUND), TRUE);
  await (fixture, ON);
  thaw_test_ui_close (fixture->window);
  g_assert_true (g_file_set_contents (fixture->path,
                                      "[Desktop Entry]\nType=Application\nName=Thaw\nExec=true --background\n"
                                      "Hidden=true\n",
                                      -1, NULL));
  show (fixture);
  await (fixture, "Thaw stays in the background. Starting when you log in is blocked by the system’s settings.");
  g_assert_false (gtk_widget_get_mapped (thaw_test_ui_find (fixture->group, GTK_TYPE_BUTTON, "_Try Again")));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-preferences-blocked");

  thaw_test_ui_close (fixture->window);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  show (fixture);
  await (fixture, OFF);
  await (fixture, "After you log in, reminders come only once you have opened Thaw");
  click (fixture, "_Try Again");
  await (fixture, ON);
}

static void
await_active (GtkWindow *window)
{
  gtk_window_present (window);
  while (!gtk_window_is_active (window))
    g_main_context_iteration (NULL, TRUE);
}

/* Also while it stays open, in the window of another program. */
static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *other = gtk_window_new ();

  gtk_switch_set_active (find_switch (fixture, BACKGROUND), TRUE);
  await (fixture, ON);
  await_active (GTK_WINDOW (other));
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  await_active (GTK_WINDOW (fixture->window));
  await (fixture, OFF);
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  GtkSwitch *background_switch = find_switch (fixture, BACKGROUND);

  /* A file where the folder would be: nobody, not even root, can write there. */
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_config_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->directory, "", 0, NULL));
  gtk_switch_set_active (background_switch, TRUE);
  await (fixture, "This could not be written to the disk.");
  await (fixture, OFF);
  g_assert_true (gtk_switch_get_active (background_switch));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-preferences-failure");

  click (fixture, "_Try Again");
  await (fixture, OFF);
  g_assert_cmpint (g_remove (fixture->directory), ==, 0);
  click (fixture, "_Try Again");
  await (fixture, ON);
  g_assert_false (gtk_widget_get_mapped (thaw_test_ui_find (fixture->group, GTK_TYPE_BUTTON, "_Try Again")));
}

/* Closed right after a second thought, which counts. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  GtkSwitch *background_switch = find_switch (fixture, BACKGROUND);

  gtk_switch_set_active (background_switch, TRUE);
  gtk_switch_set_active (background_switch, FALSE);
  g_object_add_weak_pointer (G_OBJECT (fixture->group), (gpointer *) &fixture->group);
  thaw_test_ui_close (fixture->window);
  while (fixture->group != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (thaw_settings_get_background (fixture->settings), ==, THAW_BACKGROUND_NO);
  show (fixture);
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  GtkSwitch *details_switch = find_switch (fixture, "Show What a Reminder Says in Notifications");

  g_assert_false (gtk_switch_get_active (details_switch));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (details_switch), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Show what a reminder says in notifications");
  gtk_switch_set_active (details_switch, TRUE);
  g_assert_true (thaw_settings_get_reminder_details (fixture->settings));
}

static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  AdwComboRow *row = ADW_COMBO_ROW (thaw_test_ui_find (fixture->group, ADW_TYPE_COMBO_ROW, NULL));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (GTK_WIDGET (row), GTK_TYPE_LIST_VIEW, NULL)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "How Late a Reminder May Come");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpint (thaw_settings_get_reminder_catch_up (fixture->settings), ==, 0);
  adw_combo_row_set_selected (row, 3);
  g_assert_cmpint (thaw_settings_get_reminder_catch_up (fixture->settings), ==, 360);

  /* What is in between stays as it is until somebody chooses. */
  thaw_settings_set_reminder_catch_up (fixture->settings, 100);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  g_assert_cmpint (thaw_settings_get_reminder_catch_up (fixture->settings), ==, 100);

  /* Nor does closing the window choose anything. */
  thaw_test_ui_close (fixture->window);
  g_assert_cmpint (thaw_settings_get_reminder_catch_up (fixture->settings), ==, 100);
  show (fixture);
}

static void
test_test (Fixture       *fixture,
           gconstpointer  data)
{
  await (fixture, "To see whether reminders arrive.");
  click (fixture, "_Send");
  await (fixture, "It arrived at Test.");
  g_assert_cmpuint (thaw_test_notifier_get_n_sent (fixture->notifier), ==, 1);

  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_MISSING);
  click (fixture, "_Send");
  await (fixture, "No program on this computer shows notifications at the moment. Reminders then appear on Today.");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-preferences-nobody");

  /* It is so the next time, too, without a test. */
  thaw_test_ui_close (fixture->window);
  show (fixture);
  await (fixture, "No program on this computer shows notifications at the moment. Reminders then appear on Today.");
}

/* The window does not wait for who does not answer. */
static void
test_test_closed (Fixture       *fixture,
                  gconstpointer  data)
{
  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_SILENT);
  click (fixture, "_Send");
  await (fixture, "Sending…");
  /* Pressed again it goes on. */
  click (fixture, "_Send");
  g_assert_cmpuint (thaw_test_notifier_get_n_sent (fixture->notifier), ==, 1);
  gtk_window_destroy (fixture->window);
  thaw_test_notifier_speak (fixture->notifier);
  show (fixture);
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawTestDir) config_dir = thaw_test_make_dir ();

  g_setenv ("XDG_CONFIG_HOME", config_dir, TRUE);
  thaw_test_ui_init (&argc, &argv);

  add_test ("/ui/reminder-preferences/background", test_background);
  add_test ("/ui/reminder-preferences/changed-elsewhere", test_changed_elsewhere);
  add_test ("/ui/reminder-preferences/changed-meanwhile", test_changed_meanwhile);
  add_test ("/ui/reminder-preferences/failure", test_failure);
  add_test ("/ui/reminder-preferences/closed", test_closed);
  add_test ("/ui/reminder-preferences/details", test_details);
  add_test ("/ui/reminder-preferences/late", test_late);
  add_test ("/ui/reminder-preferences/test", test_test);
  add_test ("/ui/reminder-preferences/test-closed", test_test_closed);

  return g_test_run ();
}
