/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-own-practices"

#include "config.h"
#include "practice/thaw-activity-editor.h"
#include "practice/thaw-own-practices.h"
#include "practice/thaw-pattern-editor.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

#define NAME "<b>Mine</b> & yours"

typedef struct
{
  ThawTestServices services;
  AdwToastOverlay *overlay;
  GtkWindow *window;
  ThawOwnPractices *own;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("Behind"));
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->overlay));
  fixture->own = thaw_own_practices_new (fixture->services.services, fixture->overlay);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  /* What is on its way to the disk holds it for a while. */
  g_object_add_weak_pointer (G_OBJECT (fixture->own), (gpointer *) &fixture->own);
  g_object_unref (fixture->own);
  while (fixture->own != NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_test_services_tear_down (&fixture->services);
}

static char *
save_activity (Fixture *fixture)
{
  g_autoptr (ThawActivity) activity = thaw_activity_new (NULL, THAW_ACTIVITY_OTHER, NAME);
  g_autoptr (ThawActivity) saved = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_activity_store_save_sync (thaw_services_get_activities (fixture->services.services), activity, &error);
  g_assert_no_error (error);

  return g_strdup (saved->id);
}

static char *
save_pattern (Fixture *fixture)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, NAME);
  g_autoptr (ThawBreathPattern) saved = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_pattern_store_save_sync (thaw_services_get_patterns (fixture->services.services), pattern, &error);
  g_assert_no_error (error);

  return g_strdup (saved->id);
}

/* The names of all, as "A|B". */
static char *
list (Fixture *fixture)
{
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GPtrArray) patterns = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  activities = thaw_activity_store_list (thaw_services_get_activities (fixture->services.services), NULL);
  patterns = thaw_pattern_store_list (thaw_services_get_patterns (fixture->services.services), NULL);
  for (guint i = 0; i < activities->len; i++)
    g_string_append_printf (names, "%s|", ((ThawActivity *) g_ptr_array_index (activities, i))->name);
  for (guint i = 0; i < patterns->len; i++)
    g_string_append_printf (names, "%s|", ((ThawBreathPattern *) g_ptr_array_index (patterns, i))->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
await_names (Fixture    *fixture,
             const char *expected)
{
  while (TRUE)
    {
      g_autofree char *names = list (fixture);

      if (g_str_equal (names, expected))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
await_button (Fixture    *fixture,
              const char *label)
{
  GtkWidget *button;

  while ((button = thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, label)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return button;
}

static void
assert_told (Fixture    *fixture,
             const char *sentence)
{
  GtkWidget *toast = gtk_widget_get_parent (await_button (fixture, "_Undo"));
  GtkWidget *label = thaw_test_ui_find (toast, GTK_TYPE_LABEL, NULL);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, sentence);
}

/* What is deleted can be brought back, and is called what it is called. */
static void
test_delete_activity (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = save_activity (fixture);
  g_autoptr (GPtrArray) activities = NULL;

  thaw_own_practices_delete (fixture->own, id);
  await_names (fixture, "");
  assert_told (fixture, "“" NAME "” deleted");
  gtk_widget_activate (await_button (fixture, "_Undo"));
  await_names (fixture, NAME "|");
  activities = thaw_activity_store_list (thaw_services_get_activities (fixture->services.services), NULL);
  g_assert_cmpstr (((ThawActivity *) g_ptr_array_index (activities, 0))->id, ==, id);
}

static void
test_delete_pattern (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = save_pattern (fixture);
  g_autoptr (GPtrArray) patterns = NULL;

  thaw_own_practices_delete (fixture->own, id);
  await_names (fixture, "");
  assert_told (fixture, "“" NAME "” deleted");
  gtk_widget_activate (await_button (fixture, "_Undo"));
  await_names (fixture, NAME "|");
  patterns = thaw_pattern_store_list (thaw_services_get_patterns (fixture->services.services), NULL);
  g_assert_cmpstr (((ThawBreathPattern *) g_ptr_array_index (patterns, 0))->id, ==, id);
}

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

static void
await_closed (GType type)
{
  while (find_window (type) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_name (GtkWindow  *editor,
            const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (thaw_test_ui_find (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW, NULL)), name);
}

/* Changed in a window of its own; what cannot be kept is not lost. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = save_activity (fixture);
  g_autoptr (GError) error = NULL;
  GtkWindow *editor, *question;

  thaw_own_practices_edit (fixture->own, id);
  editor = find_window (THAW_TYPE_ACTIVITY_EDITOR);
  write_name (editor, "Other");
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL);
  while ((question = find_window (ADW_TYPE_MESSAGE_DIALOG)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  thaw_database_open_sync (thaw_services_get_database (fixture->services.services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "keep");
  gtk_window_destroy (question);
  await_names (fixture, "Other|");
  await_closed (THAW_TYPE_ACTIVITY_EDITOR);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWindow *editor;

  thaw_own_practices_add_activity (fixture->own);
  editor = find_window (THAW_TYPE_ACTIVITY_EDITOR);
  g_assert_true (gtk_window_get_transient_for (editor) == fixture->window);
  write_name (editor, "To do");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL);
  await_names (fixture, "To do|");
  await_closed (THAW_TYPE_ACTIVITY_EDITOR);

  thaw_own_practices_add_pattern (fixture->own);
  editor = find_window (THAW_TYPE_PATTERN_EDITOR);
  g_assert_true (gtk_window_get_transient_for (editor) == fixture->window);
  write_name (editor, "To breathe");
  gtk_widget_activate (thaw_test_ui_find (GTK_WIDGET (editor), GTK_TYPE_BUTTON, "_Save"));
  await_names (fixture, "To do|To breathe|");
  await_closed (THAW_TYPE_PATTERN_EDITOR);
}

/* What was opened a moment ago in another window may be gone. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_own_practices_edit (fixture->own, "01900000-0000-7000-8000-000000000001");
  g_assert_null (find_window (THAW_TYPE_ACTIVITY_EDITOR));
  g_assert_null (find_window (THAW_TYPE_PATTERN_EDITOR));
  while (thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_LABEL, "This could not be opened.") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/own-practices/delete-activity", Fixture, NULL, set_up, test_delete_activity, tear_down);
  g_test_add ("/ui/own-practices/delete-pattern", Fixture, NULL, set_up, test_delete_pattern, tear_down);
  g_test_add ("/ui/own-practices/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/ui/own-practices/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/ui/own-practices/gone", Fixture, NULL, set_up, test_gone, tear_down);

  return g_test_run ();
}
