/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-background-question"

#include "config.h"
#include "reminders/thaw-background-question.h"

#include <glib/gstdio.h>

#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  ThawSettings *settings; /* (unowned) */
  char *directory;        /* where the desktop looks at login */
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawAutostart) autostart = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  /* They are those of the program, and so of the test before, too. */
  g_settings_reset (settings, "reminders-in-background");
  g_settings_reset (settings, "background-question-left");
  thaw_test_services_set_up (&fixture->services);
  fixture->settings = thaw_services_get_settings (fixture->services.services);
  fixture->directory = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  autostart = thaw_autostart_new (APP_ID, "true", fixture->settings, NULL);
  thaw_services_set_autostart (fixture->services.services, autostart);
  g_assert_cmpint (thaw_autostart_get_state (autostart), ==, THAW_AUTOSTART_OFF);
  fixture->window = thaw_test_ui_present (gtk_button_new_with_label ("Below"));
}

static ThawAutostartState
get_state (Fixture *fixture)
{
  return thaw_autostart_get_state (thaw_services_get_autostart (fixture->services.services));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->directory, APP_ID ".desktop", NULL);

  thaw_test_ui_close (fixture->window);
  thaw_test_services_tear_down (&fixture->services);
  g_chmod (fixture->directory, 0700);
  g_remove (path);
  g_rmdir (fixture->directory);
  g_clear_pointer (&fixture->directory, g_free);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static AdwMessageDialog *
await_dialog (const char *heading)
{
  AdwMessageDialog *dialog;

  while ((dialog = find_dialog ()) == NULL ||
         !g_str_equal (adw_message_dialog_get_heading (dialog), heading))
    g_main_context_iteration (NULL, TRUE);

  return dialog;
}

/* As a click on its button. */
static void
respond (AdwMessageDialog *dialog,
         const char       *response)
{
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static AdwMessageDialog *
ask (Fixture *fixture)
{
  thaw_background_question_ask_once (fixture->window, fixture->services.services);

  return find_dialog ();
}

static void
test_yes (Fixture       *fixture,
          gconstpointer  data)
{
  AdwMessageDialog *dialog = ask (fixture);

  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Let Reminders Come When Thaw Is Closed?");
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == fixture->window);
  /* Two reminders saved in a row are one question. */
  g_assert_true (ask (fixture) == dialog);
  thaw_test_ui_save_picture (GTK_WIDGET (dialog), "background-question");

  respond (dialog, "yes");
  g_assert_cmpint (thaw_settings_get_background (fixture->settings), ==, THAW_BACKGROUND_YES);
  while (get_state (fixture) != THAW_AUTOSTART_ON)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (ask (fixture));
}

static void
test_no (Fixture       *fixture,
         gconstpointer  data)
{
  respond (ask (fixture), "no");
  g_assert_cmpint (thaw_settings_get_background (fixture->settings), ==, THAW_BACKGROUND_NO);
  g_assert_cmpint (get_state (fixture), ==, THAW_AUTOSTART_OFF);
  g_assert_null (ask (fixture));
}

/* Escape leaves it open, once. */
static void
test_left_open (Fixture       *fixture,
                gconstpointer  data)
{
  AdwMessageDialog *dialog = ask (fixture);

  gtk_window_close (GTK_WINDOW (dialog));
  while (find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_settings_get_background (fixture->settings), ==, THAW_BACKGROUND_ASK);

  dialog = ask (fixture);
  g_assert_nonnull (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  while (find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_settings_get_background (fixture->settings), ==, THAW_BACKGROUND_NO);
  g_assert_null (ask (fixture));
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  AdwMessageDialog *dialog;

  /* A file where the folder would be: nobody, not even root, can write there. */
  g_mkdir_with_parents (g_get_user_config_dir (), 0700);
  g_assert_true (g_file_set_contents (fixture->directory, "", 0, NULL));
  respond (ask (fixture), "yes");
  dialog = await_dialog ("Thaw Does Not Start at Login");
  /* What was said counts nevertheless. */
  g_assert_cmpint (thaw_settings_get_background (fixture->settings), ==, THAW_BACKGROUND_YES);
  thaw_test_ui_save_picture (GTK_WIDGET (dialog), "background-question-failure");

  g_assert_cmpint (g_remove (fixture->directory), ==, 0);
  respond (dialog, "again");
  while (get_state (fixture) != THAW_AUTOSTART_ON)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_dialog ());
}

/* The window goes while the question is there, or what was said is on its way. */
static void
test_parent_gone (Fixture       *fixture,
                  gconstpointer  data)
{
  AdwMessageDialog *dialog = ask (fixture);

  thaw_test_ui_close (fixture->window);
  while (find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_settings_get_background (fixture->settings), ==, THAW_BACKGROUND_ASK);

  fixture->window = thaw_test_ui_present (gtk_button_new_with_label ("Below"));
  dialog = ask (fixture);
  g_assert_nonnull (dialog);
  respond (dialog, "yes");
  thaw_test_ui_close (fixture->window);
  while (get_state (fixture) != THAW_AUTOSTART_ON)
    g_main_context_iteration (NULL, TRUE);
  fixture->window = thaw_test_ui_present (gtk_button_new_with_label ("Below"));
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

  add_test ("/ui/background-question/yes", test_yes);
  add_test ("/ui/background-question/no", test_no);
  add_test ("/ui/background-question/left-open", test_left_open);
  add_test ("/ui/background-question/failure", test_failure);
  add_test ("/ui/background-question/parent-gone", test_parent_gone);

  return g_test_run ();
}
