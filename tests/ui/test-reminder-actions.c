/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-actions"

#include "config.h"
#include "reminders/thaw-reminder-actions.h"
#include "reminders/thaw-reminder-editor.h"
#include "support/thaw-person-editor.h"
#include "thaw-reminder-templates.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  AdwToastOverlay *overlay;
  GtkWindow *window;
  int n_shown; /* how often the application was asked for the list */
} Fixture;

static ThawReminderStore *
get_store (Fixture *fixture)
{
  return thaw_services_get_reminders (fixture->services.services);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawReminderActions) actions = NULL;
  g_autoptr (GSimpleActionGroup) app = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) list = g_simple_action_new ("reminders", NULL);

  thaw_test_services_set_up (&fixture->services);
  thaw_reminder_engine_load (thaw_services_get_reminder_engine (fixture->services.services));
  /* Who was not asked yet is asked when a reminder is saved. */
  thaw_settings_set_background (thaw_services_get_settings (fixture->services.services), THAW_BACKGROUND_NO);

  fixture->n_shown = 0;
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("Behind"));
  actions = thaw_reminder_actions_new (fixture->services.services, fixture->overlay);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->overlay), "reminders", G_ACTION_GROUP (actions));
  g_signal_connect_swapped (list, "activate", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_shown);
  g_action_map_add_action (G_ACTION_MAP (app), G_ACTION (list));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->overlay), "app", G_ACTION_GROUP (app));
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->overlay));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->overlay), "reminders", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->overlay), "app", NULL);
  thaw_test_ui_close (fixture->window);
  thaw_reminder_engine_unload (thaw_services_get_reminder_engine (fixture->services.services));
  thaw_test_services_tear_down (&fixture->services);
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->overlay), action, "s", target));
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

/* The second click: what stands in the editor is saved as it is. */
static ThawReminder *
save (Fixture *fixture)
{
  GtkWindow *editor = find_window (THAW_TYPE_REMINDER_EDITOR);
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (editor);
  thaw_test_ui_flush (GTK_WIDGET (editor));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL));
  while (find_window (THAW_TYPE_REMINDER_EDITOR) != NULL)
    g_main_context_iteration (NULL, TRUE);

  reminders = thaw_reminder_store_list (get_store (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reminders->len, ==, 1);

  return thaw_reminder_copy (g_ptr_array_index (reminders, 0));
}

static GtkWidget *
await_label (Fixture    *fixture,
             const char *text)
{
  GtkWidget *label;

  while ((label = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return label;
}

static void
await_n (Fixture *fixture,
         guint    n)
{
  while (TRUE)
    {
      g_autoptr (GPtrArray) reminders = thaw_reminder_store_list (get_store (fixture), NULL);

      if (reminders->len == n)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_practice (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = NULL;
  GtkWidget *undo;

  activate (fixture, "reminders.add", "practice:box");
  reminder = save (fixture);
  g_assert_cmpstr (reminder->opens, ==, "practice:box");
  g_assert_cmpstr (reminder->title, ==, "Box breathing");
  g_assert_cmpuint (reminder->weekdays, ==, THAW_REMINDER_EVERY_DAY);
  g_assert_true (reminder->is_on);

  await_label (fixture, "“Box breathing” added");
  undo = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo");
  g_signal_emit_by_name (undo, "clicked");
  await_n (fixture, 0);
}

static void
test_own_activity (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (ThawActivity) activity = thaw_activity_new (NULL, THAW_ACTIVITY_OTHER, "Feed the ducks");
  g_autoptr (ThawActivity) saved = NULL;
  g_autoptr (ThawReminder) reminder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  saved = thaw_activity_store_save_sync (thaw_services_get_activities (fixture->services.services), activity, &error);
  g_assert_no_error (error);
  target = g_strconcat ("practice:", saved->id, NULL);
  activate (fixture, "reminders.add", target);
  reminder = save (fixture);
  g_assert_cmpstr (reminder->opens, ==, target);
  g_assert_cmpstr (reminder->title, ==, "Feed the ducks");
}

static ThawPerson *
add_person (Fixture  *fixture,
            gboolean  keeps_distance)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, "Bea <3");
  g_autoptr (GError) error = NULL;
  ThawPerson *saved;

  person->keeps_distance = keeps_distance;
  saved = thaw_people_store_save_sync (thaw_services_get_people (fixture->services.services), person, &error);
  g_assert_no_error (error);

  return saved;
}

static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) person = add_person (fixture, FALSE);
  g_autofree char *target = g_strconcat ("person:", person->id, NULL);
  g_autoptr (ThawReminder) reminder = NULL;

  activate (fixture, "reminders.add", target);
  reminder = save (fixture);
  g_assert_cmpstr (reminder->opens, ==, target);
  g_assert_cmpstr (reminder->title, ==, "Reach out to Bea <3");
  /* Not each day. */
  g_assert_cmpuint (reminder->weekdays, ==, 0x24);
}

/* From the window of somebody, which has the actions, too. */
static void
test_person_window (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ThawPerson) person = add_person (fixture, FALSE);
  g_autofree char *target = g_strconcat ("person:", person->id, NULL);
  g_autoptr (ThawReminder) reminder = NULL;
  GtkWindow *window;
  GtkWidget *row;

  thaw_person_editor_open (fixture->overlay, fixture->services.services, person);
  window = find_window (THAW_TYPE_PERSON_EDITOR);
  thaw_test_ui_flush (GTK_WIDGET (window));
  thaw_test_ui_save_picture (GTK_WIDGET (window), "person-remind");
  row = thaw_test_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "_Remind Me to Reach Out…");
  row = gtk_widget_get_ancestor (row, ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_widget_get_mapped (row));
  g_signal_emit_by_name (row, "activate");
  reminder = save (fixture);
  g_assert_cmpstr (reminder->opens, ==, target);

  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "“Reach out to Bea &lt;3” added"));
  gtk_window_destroy (window);
  while (find_window (THAW_TYPE_PERSON_EDITOR) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* From whom one keeps one’s distance. */
static void
test_distant_person (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawPerson) person = add_person (fixture, TRUE);
  GtkWindow *window = thaw_person_editor_new (fixture->services.services, person);
  GtkWidget *label;

  gtk_window_present (window);
  thaw_test_ui_flush (GTK_WIDGET (window));
  label = thaw_test_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "_Remind Me to Reach Out…");
  g_assert_false (gtk_widget_get_mapped (label));
  gtk_window_destroy (window);
}

static void
test_templates (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = NULL;
  g_autoptr (ThawReminder) template = thaw_reminder_templates_make ("drink-and-eat");

  activate (fixture, "reminders.new", "drink-and-eat");
  reminder = save (fixture);
  g_assert_cmpstr (reminder->title, ==, template->title);
  g_assert_null (reminder->opens);
  g_assert_cmpint (reminder->timing, ==, THAW_REMINDER_IN_WINDOW);
  g_assert_cmpuint (reminder->n_in_window, ==, 3);
  g_assert_cmpint (reminder->distance, ==, template->distance);
  g_assert_cmpint (reminder->window_start, ==, template->window_start);
  g_assert_cmpint (reminder->window_end, ==, template->window_end);
}

/* What is proposed for a target is proposed wherever that comes from. */
static void
test_check_in (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = NULL;

  activate (fixture, "reminders.add", "check-in:now");
  reminder = save (fixture);
  g_assert_cmpstr (reminder->title, ==, "Morning check-in");
  g_assert_cmpstr (reminder->opens, ==, "check-in:now");
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawReminder) template = thaw_reminder_templates_make ("look-back");
  g_autoptr (ThawReminder) reminder = thaw_reminder_store_save_sync (get_store (fixture), template, NULL);
  g_autoptr (ThawReminder) saved = NULL;
  GtkWindow *editor;

  while (thaw_reminder_engine_find (thaw_services_get_reminder_engine (fixture->services.services),
                                    reminder->uuid) == NULL)
    g_main_context_iteration (NULL, TRUE);
  activate (fixture, "reminders.edit", reminder->uuid);
  editor = find_window (THAW_TYPE_REMINDER_EDITOR);
  gtk_editable_set_text (GTK_EDITABLE (thaw_test_ui_find (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW, NULL)), "Evening");
  saved = save (fixture);
  g_assert_cmpstr (saved->uuid, ==, reminder->uuid);
  g_assert_cmpstr (saved->title, ==, "Evening");
  await_label (fixture, "“Evening” changed");

  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo"), "clicked");
  while (TRUE)
    {
      g_autoptr (GPtrArray) reminders = thaw_reminder_store_list (get_store (fixture), NULL);

      if (g_str_equal (((ThawReminder *) g_ptr_array_index (reminders, 0))->title, template->title))
        break;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* What is not there, or no more, is told and opens nothing. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const requests[][2] = {
    { "reminders.add", "practice:nothing-like-that" },
    { "reminders.add", "person:0190aaaa-0000-7000-8000-000000000001" },
    { "reminders.add", "nonsense" },
    { "reminders.new", "nonsense" },
    { "reminders.edit", "0190aaaa-0000-7000-8000-000000000001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      activate (fixture, requests[i][0], requests[i][1]);
      g_assert_null (find_window (THAW_TYPE_REMINDER_EDITOR));
    }
  await_label (fixture, "This could not be opened.");
}

static void
test_show (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->overlay), "reminders.show", NULL));
  g_assert_cmpint (fixture->n_shown, ==, 1);
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
  thaw_test_ui_init (&argc, &argv);

  add_test ("/ui/reminder-actions/practice", test_practice);
  add_test ("/ui/reminder-actions/own-activity", test_own_activity);
  add_test ("/ui/reminder-actions/person", test_person);
  add_test ("/ui/reminder-actions/person-window", test_person_window);
  add_test ("/ui/reminder-actions/distant-person", test_distant_person);
  add_test ("/ui/reminder-actions/templates", test_templates);
  add_test ("/ui/reminder-actions/check-in", test_check_in);
  add_test ("/ui/reminder-actions/edit", test_edit);
  add_test ("/ui/reminder-actions/nothing", test_nothing);
  add_test ("/ui/reminder-actions/show", test_show);

  return g_test_run ();
}
