/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminders-window"

#include "config.h"
#include "reminders/thaw-reminder-editor.h"
#include "reminders/thaw-reminder-rest.h"
#include "reminders/thaw-reminder-row.h"
#include "reminders/thaw-reminders-window.h"
#include "thaw-reminder-pause.h"
#include "thaw-reminder-templates.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-window-over.h"
#include "widgets/thaw-month-calendar.h"
#include "widgets/thaw-time-button.h"

/* It is Sunday, 29 March 2026, 9:15. */
typedef struct
{
  ThawTestServices services;
  ThawSettings *settings; /* (unowned): of the services */
  GtkWindow *window;      /* (nullable): weak */
} Fixture;

static ThawReminderStore *
get_store (Fixture *fixture)
{
  return thaw_services_get_reminders (fixture->services.services);
}

static ThawReminderEngine *
get_engine (Fixture *fixture)
{
  return thaw_services_get_reminder_engine (fixture->services.services);
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->settings = thaw_services_get_settings (fixture->services.services);
  thaw_settings_set_reminders_paused_until (fixture->settings, 0);
  thaw_settings_set_quiet_choice (fixture->settings, FALSE, (ThawQuietHours) { 22 * 60, 7 * 60 });
  thaw_settings_set_background (fixture->settings, THAW_BACKGROUND_ASK);
  thaw_reminder_engine_load (get_engine (fixture));
}

static void
show (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->window, thaw_reminders_window_new (fixture->services.services));
  gtk_window_set_default_size (fixture->window, 360, 640);
  gtk_window_present (fixture->window);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static ThawReminder *
add (Fixture    *fixture,
     const char *template,
     const char *title)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_templates_make (template);
  g_autoptr (GError) error = NULL;
  ThawReminder *saved;

  if (title != NULL)
    {
      g_free (reminder->title);
      reminder->title = g_strdup (title);
    }
  saved = thaw_reminder_store_save_sync (get_store (fixture), reminder, &error);
  g_assert_no_error (error);

  return saved;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_empty (fixture, data);
  thaw_reminder_free (add (fixture, "wind-down", NULL));
  thaw_reminder_free (add (fixture, "movement", "Move & <breathe>"));
  thaw_reminder_free (add (fixture, "check-in", NULL));
  show (fixture);
}

static void
close_window (Fixture *fixture)
{
  gtk_window_destroy (fixture->window);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    close_window (fixture);
  thaw_reminder_engine_unload (get_engine (fixture));
  thaw_test_services_tear_down (&fixture->services);
}

static GtkListBox *
get_list (Fixture *fixture)
{
  GtkWidget *row = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_REMINDER_ROW, NULL);

  return row != NULL ? GTK_LIST_BOX (gtk_widget_get_parent (row)) : NULL;
}

static ThawReminderRow *
get_row (Fixture *fixture,
         int      index)
{
  return THAW_REMINDER_ROW (gtk_list_box_get_row_at_index (get_list (fixture), index));
}

/* What each row says, as "Morning check-in: Every day at 09:00, next tomorrow|…". */
static char *
list_rows (Fixture *fixture)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (int i = 0; get_list (fixture) != NULL && get_row (fixture, i) != NULL; i++)
    g_string_append_printf (rows, "%s: %s|", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (fixture, i))),
                            adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (fixture, i))));

  return g_string_free (g_steal_pointer (&rows), FALSE);
}

static void
await_rows (Fixture    *fixture,
            const char *expected)
{
  while (TRUE)
    {
      g_autofree char *rows = list_rows (fixture);

      if (g_str_equal (rows, expected))
        return;
      g_debug ("%s", rows);
      g_main_context_iteration (NULL, TRUE);
    }
}

#define CHECK_IN "Morning check-in: Every day at 09:00, next tomorrow|"
#define MOVE "Move & <breathe>: Weekdays at some time between 11:00 and 17:00, next tomorrow|"
#define SLEEP "Wind down for sleep: Every day at 22:00, next today|"

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->window), type, text);
}

static const char *
get_page (Fixture *fixture)
{
  GtkWidget *rest = find (fixture, THAW_TYPE_REMINDER_REST, NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (rest, GTK_TYPE_STACK)));
}

static GtkWidget *
find_in_row (ThawReminderRow *row,
             GType            type)
{
  return thaw_test_ui_find (GTK_WIDGET (row), type, NULL);
}

/* A window over this one that is on the screen. */
static GtkWindow *
await_window (Fixture *fixture,
              GType    type)
{
  while (TRUE)
    {
      GListModel *windows = gtk_window_get_toplevels ();

      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (g_type_is_a (G_OBJECT_TYPE (window), type) && window != fixture->window &&
              gtk_widget_get_mapped (GTK_WIDGET (window)))
            return window;
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
assert_label (GtkWidget  *widget,
              const char *label)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  int minimum;

  await_rows (fixture, CHECK_IN MOVE SLEEP);
  g_assert_cmpstr (get_page (fixture), ==, "reminders");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminders-window");

  assert_label (GTK_WIDGET (get_row (fixture, 0)), "Morning check-in, on");
  assert_label (find_in_row (get_row (fixture, 0), GTK_TYPE_SWITCH), "Morning check-in");
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
await_on (Fixture  *fixture,
          int       index,
          gboolean  is_on)
{
  while (thaw_reminder_row_get_reminder (get_row (fixture, index))->is_on != is_on)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *button = find_in_row (get_row (fixture, 0), GTK_TYPE_SWITCH);
  g_autoptr (GPtrArray) reminders = NULL;
  int n_off = 0;

  gtk_widget_grab_focus (button);
  gtk_switch_set_active (GTK_SWITCH (button), FALSE);
  await_on (fixture, 0, FALSE);
  await_rows (fixture, "Morning check-in: Every day at 09:00, switched off|" MOVE SLEEP);
  assert_label (GTK_WIDGET (get_row (fixture, 0)), "Morning check-in, off");
  g_assert_true (gtk_window_get_focus (fixture->window) == button);

  reminders = thaw_reminder_store_list (get_store (fixture), NULL);
  for (guint i = 0; i < reminders->len; i++)
    n_off += ((ThawReminder *) g_ptr_array_index (reminders, i))->is_on ? 0 : 1;
  g_assert_cmpint (n_off, ==, 1);

  gtk_switch_set_active (GTK_SWITCH (button), TRUE);
  await_rows (fixture, CHECK_IN MOVE SLEEP);
}

/* What was not written is shown as it is. */
static void
test_switch_fails (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkSwitch *button = GTK_SWITCH (find_in_row (get_row (fixture, 0), GTK_TYPE_SWITCH));

  thaw_database_close (thaw_services_get_database (fixture->services.services));
  gtk_switch_set_active (button, FALSE);
  while (find (fixture, GTK_TYPE_LABEL, "This could not be saved. Nothing was changed.") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_switch_get_active (button));
}

static GtkWidget *
await_button (Fixture    *fixture,
              const char *label)
{
  GtkWidget *button;

  while ((button = find (fixture, GTK_TYPE_BUTTON, label)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return button;
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 1)));
  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 1)), "reminder.delete", NULL);
  await_rows (fixture, CHECK_IN SLEEP);
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (get_row (fixture, 1)));

  g_signal_emit_by_name (await_button (fixture, "_Undo"), "clicked");
  await_rows (fixture, CHECK_IN MOVE SLEEP);
}

/* The last one has nothing beside it. */
static void
test_delete_all (Fixture       *fixture,
                 gconstpointer  data)
{
  gtk_widget_grab_focus (find_in_row (get_row (fixture, 0), GTK_TYPE_SWITCH));
  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 0)), "reminder.delete", NULL);
  await_rows (fixture, MOVE SLEEP);
  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 0)), "reminder.delete", NULL);
  await_rows (fixture, SLEEP);
  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 0)), "reminder.delete", NULL);
  await_rows (fixture, "");
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_nonnull (gtk_window_get_focus (fixture->window));
  g_assert_true (gtk_widget_get_mapped (gtk_window_get_focus (fixture->window)));

  g_signal_emit_by_name (await_button (fixture, "_Undo"), "clicked");
  await_rows (fixture, SLEEP);
  g_assert_cmpstr (get_page (fixture), ==, "reminders");
}

/* What comes from elsewhere leaves the focus alone. */
static void
test_changes_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *focus = find_in_row (get_row (fixture, 2), GTK_TYPE_SWITCH);

  gtk_widget_grab_focus (focus);
  thaw_reminder_free (add (fixture, "look-back", "An evening"));
  await_rows (fixture, CHECK_IN MOVE "An evening: Every day at 20:30, next today|" SLEEP);
  g_assert_true (gtk_window_get_focus (fixture->window) == focus);
}

/* After the first one that was made of a proposal, it is there that the focus goes on. */
static void
test_first (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row;

  show (fixture);
  row = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Every day at 09:00"), ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_widget_grab_focus (row));
  thaw_reminder_free (add (fixture, "check-in", NULL));
  await_rows (fixture, CHECK_IN);
  while (gtk_window_get_focus (fixture->window) != GTK_WIDGET (get_row (fixture, 0)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row;

  show (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminders-window-empty");

  /* Each of those that are proposed, and one of the person’s own. */
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Every day, 3 times between 08:00 and 19:00"));
  row = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Every day at 09:00"), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (row, "activate");
  g_assert_nonnull (await_window (fixture, ADW_TYPE_WINDOW));
}

static GtkWidget *
find_mapped_button (Fixture    *fixture,
                    GType       type,
                    const char *label)
{
  GtkWidget *button = find (fixture, type, label);

  return button != NULL && gtk_widget_get_mapped (button) ? button : NULL;
}

static void
pause_for (Fixture    *fixture,
           const char *target)
{
  GtkWidget *label = find (fixture, GTK_TYPE_LABEL, "Quiet Hours");

  g_assert_true (gtk_widget_activate_action (label, "rest.pause", "s", target));
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *pause = find (fixture, GTK_TYPE_MENU_BUTTON, "_Pause");
  GtkWidget *resume;

  gtk_widget_grab_focus (pause);
  pause_for (fixture, "hour");
  await_rows (fixture, "Morning check-in: Every day at 09:00, resting until 10:15|"
                       "Move & <breathe>: Weekdays at some time between 11:00 and 17:00, resting until 10:15|"
                       "Wind down for sleep: Every day at 22:00, resting until 10:15|");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Paused until 10:15"));
  resume = find_mapped_button (fixture, GTK_TYPE_BUTTON, "_Resume");
  g_assert_nonnull (resume);
  g_assert_false (gtk_widget_get_mapped (pause));
  g_assert_true (gtk_window_get_focus (fixture->window) == resume);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminders-window-paused");

  g_signal_emit_by_name (resume, "clicked");
  await_rows (fixture, CHECK_IN MOVE SLEEP);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Pause All Reminders"));
  g_assert_true (gtk_widget_get_mapped (pause));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), pause));

  pause_for (fixture, "today");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Paused until tomorrow"));
  pause_for (fixture, "good");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Paused until you say otherwise"));
}

static void
test_pause_until_day (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWindow *dialog;
  GtkWidget *calendar;

  pause_for (fixture, "day");
  dialog = await_window (fixture, ADW_TYPE_MESSAGE_DIALOG);
  calendar = thaw_test_ui_find (GTK_WIDGET (dialog), THAW_TYPE_MONTH_CALENDAR, NULL);
  g_assert_cmpint (thaw_month_calendar_get_day (THAW_MONTH_CALENDAR (calendar)), ==, thaw_day_new (2026, 3, 30));

  /* Yesterday would be no pause. */
  g_signal_emit_by_name (calendar, "day-activated", thaw_day_new (2026, 3, 28));
  g_assert_cmpint (thaw_month_calendar_get_day (THAW_MONTH_CALENDAR (calendar)), ==, thaw_day_new (2026, 3, 30));
  g_signal_emit_by_name (calendar, "day-activated", thaw_day_new (2026, 4, 1));
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Reminders come again from Wednesday 1 April on.");
  thaw_test_ui_save_picture (GTK_WIDGET (dialog), "reminders-pause-dialog");

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "pause");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Paused until Wednesday 1 April"));
}

/* It is over by itself. */
static void
test_pause_over (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 now_ms = thaw_clock_get_utc_ms (fixture->services.clock);
  g_autoptr (GDateTime) later = NULL;
  g_autoptr (GDateTime) now = thaw_clock_dup_now (fixture->services.clock);

  thaw_settings_set_reminders_paused_until (fixture->settings, now_ms + 60000);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Paused until 09:16"));
  later = g_date_time_add_minutes (now, 1);
  thaw_clock_set_now (fixture->services.clock, later);
  thaw_settings_set_quiet_choice (fixture->settings, FALSE, (ThawQuietHours) { 23 * 60, 7 * 60 });
  await_rows (fixture, CHECK_IN MOVE SLEEP);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Pause All Reminders"));
}

static void
await_mapped (GtkWidget *widget,
              gboolean   is_mapped)
{
  while (gtk_widget_get_mapped (widget) != is_mapped)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_quiet (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Quiet Hours"), ADW_TYPE_ACTION_ROW);
  GtkWidget *button = find (fixture, THAW_TYPE_TIME_BUTTON, NULL);
  GtkSwitch *on_switch = GTK_SWITCH (thaw_test_ui_find (row, GTK_TYPE_SWITCH, NULL));
  ThawQuietHours quiet;

  g_assert_false (gtk_switch_get_active (on_switch));
  g_assert_false (gtk_widget_get_mapped (button));
  gtk_switch_set_active (on_switch, TRUE);
  g_assert_true (thaw_settings_get_quiet_choice (fixture->settings, &quiet));
  g_assert_cmpint (quiet.start, ==, 22 * 60);
  g_assert_cmpint (quiet.end, ==, 7 * 60);
  await_mapped (button, TRUE);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Nothing comes from 22:00 to 07:00"));

  thaw_time_button_set_minute (THAW_TIME_BUTTON (button), 21 * 60 + 30);
  g_signal_emit_by_name (button, "changed");
  g_assert_true (thaw_settings_get_quiet_choice (fixture->settings, &quiet));
  g_assert_cmpint (quiet.start, ==, 21 * 60 + 30);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Nothing comes from 21:30 to 07:00"));

  /* No time at all. */
  thaw_time_button_set_minute (THAW_TIME_BUTTON (button), 7 * 60);
  g_signal_emit_by_name (button, "changed");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Reminders come at any time of day"));

  /* As it is kept. */
  close_window (fixture);
  show (fixture);
  row = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Quiet Hours"), ADW_TYPE_ACTION_ROW);
  on_switch = GTK_SWITCH (thaw_test_ui_find (row, GTK_TYPE_SWITCH, NULL));
  g_assert_true (gtk_switch_get_active (on_switch));
}

/* The way on is known to the application alone, and by windows of its own. */
static void
test_preferences (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWindow *parent = thaw_test_ui_present (gtk_label_new ("Below"));
  g_autoptr (GSimpleActionGroup) app = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) preferences = g_simple_action_new ("preferences", NULL);
  int n_asked = 0;

  g_signal_connect_swapped (preferences, "activate", G_CALLBACK (thaw_test_ui_count_cb), &n_asked);
  g_action_map_add_action (G_ACTION_MAP (app), G_ACTION (preferences));
  gtk_widget_insert_action_group (GTK_WIDGET (parent), "app", G_ACTION_GROUP (app));
  thaw_window_put_over (fixture->window, parent);

  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Preferences"), "clicked");
  g_assert_cmpint (n_asked, ==, 1);

  gtk_widget_insert_action_group (GTK_WIDGET (parent), "app", NULL);
  close_window (fixture);
  thaw_test_ui_close (parent);
}

/* What keeps reminders from coming is said as long as one shall come. */
static void
test_notice (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, "_Preferences");
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Reminders come only while Thaw is open"));

  thaw_settings_set_background (fixture->settings, THAW_BACKGROUND_YES);
  await_mapped (button, FALSE);

  /* There is nobody who shows notifications. */
  thaw_reminder_engine_send_test_async (get_engine (fixture), NULL, thaw_test_store_result_cb, &waiting);
  result = thaw_test_await (&waiting);
  g_assert_null (thaw_reminder_engine_send_test_finish (get_engine (fixture), result, NULL));
  await_mapped (button, TRUE);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "No notifications can be shown here"));

  for (int i = 0; i < 3; i++)
    {
      gtk_switch_set_active (GTK_SWITCH (find_in_row (get_row (fixture, i), GTK_TYPE_SWITCH)), FALSE);
      await_on (fixture, i, FALSE);
    }
  await_mapped (button, FALSE);
}

static void
add_test (const char *path,
          void      (*set_up_func) (Fixture *, gconstpointer),
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up_func, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  add_test ("/ui/reminders-window/list", set_up, test_list);
  add_test ("/ui/reminders-window/switch", set_up, test_switch);
  add_test ("/ui/reminders-window/switch-fails", set_up, test_switch_fails);
  add_test ("/ui/reminders-window/delete", set_up, test_delete);
  add_test ("/ui/reminders-window/delete-all", set_up, test_delete_all);
  add_test ("/ui/reminders-window/changes-elsewhere", set_up, test_changes_elsewhere);
  add_test ("/ui/reminders-window/first", set_up_empty, test_first);
  add_test ("/ui/reminders-window/empty", set_up_empty, test_empty);
  add_test ("/ui/reminders-window/pause", set_up, test_pause);
  add_test ("/ui/reminders-window/pause-until-day", set_up, test_pause_until_day);
  add_test ("/ui/reminders-window/pause-over", set_up, test_pause_over);
  add_test ("/ui/reminders-window/quiet", set_up, test_quiet);
  add_test ("/ui/reminders-window/preferences", set_up, test_preferences);
  add_test ("/ui/reminders-window/notice", set_up, test_notice);

  return g_test_run ();
}
