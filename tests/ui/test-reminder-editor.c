/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-editor"

#include "config.h"
#include "reminders/thaw-reminder-editor.h"

#include "reminders/thaw-reminder-preview.h"
#include "reminders/thaw-reminder-span.h"
#include "reminders/thaw-reminder-times.h"
#include "reminders/thaw-target-chooser.h"
#include "thaw-reminder-edit.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-words-keeper.h"
#include "widgets/thaw-day-button.h"
#include "widgets/thaw-time-button.h"
#include "widgets/thaw-time-spin.h"
#include "widgets/thaw-weekday-buttons.h"

/* It is a Sunday morning, 09:15 in Berlin. */
typedef struct
{
  ThawTestServices services;
  ThawReminderStore *store; /* (unowned): of the services */
  AdwToastOverlay *overlay;
  GtkWindow *window;
  GtkWindow *editor;   /* NULL when it is gone */
  ThawReminder *saved; /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->store = thaw_services_get_reminders (fixture->services.services);
  /* Somebody who was asked before is not asked whether reminders come without a window. */
  thaw_settings_set_background (thaw_services_get_settings (fixture->services.services), THAW_BACKGROUND_NO);
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new (""));
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->overlay));
}

static void
await_gone (Fixture *fixture)
{
  while (fixture->editor != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->editor != NULL)
    gtk_window_destroy (fixture->editor);
  await_gone (fixture);
  thaw_test_ui_close (fixture->window);
  g_clear_pointer (&fixture->saved, thaw_reminder_free);
  thaw_test_services_tear_down (&fixture->services);
}

static void
open_editor (Fixture            *fixture,
             const ThawReminder *reminder)
{
  fixture->editor = thaw_reminder_editor_new (fixture->window, fixture->overlay, fixture->services.services, reminder);
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  gtk_window_present (fixture->editor);
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
}

static void
open_new (Fixture    *fixture,
          const char *title,
          const char *opens)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new (title, opens);

  open_editor (fixture, reminder);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  GtkWidget *found = thaw_test_ui_find (GTK_WIDGET (fixture->editor), type, text);

  g_assert_nonnull (found);

  return found;
}

static GtkWidget *
find_in (GtkWidget  *root,
         GType       type,
         const char *text)
{
  GtkWidget *found = thaw_test_ui_find (root, type, text);

  g_assert_nonnull (found);

  return found;
}

/* The row with that title. */
static GtkWidget *
find_row (Fixture    *fixture,
          const char *title)
{
  return gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, title), ADW_TYPE_ACTION_ROW);
}

static GtkEditable *
find_title (Fixture *fixture)
{
  return GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, NULL));
}

static void
flip (Fixture    *fixture,
      const char *title)
{
  GtkWidget *row = find_row (fixture, title);
  GtkSwitch *flipped = GTK_SWITCH (find_in (row, GTK_TYPE_SWITCH, NULL));

  g_assert_true (gtk_widget_get_visible (row));
  gtk_switch_set_active (flipped, !gtk_switch_get_active (flipped));
}

static void
click (Fixture    *fixture,
       const char *label)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, label), "clicked");
}

static gboolean
can_save (Fixture *fixture)
{
  return gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save"));
}

/* The only reminder there is. */
static ThawReminder *
read_one (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = thaw_reminder_store_list (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);

  return thaw_reminder_copy (g_ptr_array_index (all, 0));
}

static guint
count (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = thaw_reminder_store_list (fixture->store, &error);

  g_assert_no_error (error);

  return all->len;
}

static void
save (Fixture *fixture)
{
  g_assert_true (can_save (fixture));
  click (fixture, "_Save");
  await_gone (fixture);
  g_clear_pointer (&fixture->saved, thaw_reminder_free);
  fixture->saved = read_one (fixture);
}

static ThawReminder *
keep (Fixture            *fixture,
      const ThawReminder *reminder)
{
  g_autoptr (GError) error = NULL;
  ThawReminder *kept = thaw_reminder_store_save_sync (fixture->store, reminder, &error);

  g_assert_no_error (error);

  return kept;
}

/* What is asked of the disk from now on fails. */
static void
break_disk (Fixture *fixture)
{
  thaw_database_close (thaw_services_get_database (fixture->services.services));
}

static void
mend_disk (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  thaw_database_open_sync (thaw_services_get_database (fixture->services.services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* The dialog that is up, or NULL */
static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

static void
answer (const char *response)
{
  GtkWindow *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

/* Times */

static GtkWidget *
find_times (Fixture *fixture)
{
  return find (fixture, THAW_TYPE_REMINDER_TIMES, NULL);
}

static GtkWidget *
find_span (Fixture *fixture)
{
  return find (fixture, THAW_TYPE_REMINDER_SPAN, NULL);
}

/* The button for a time that says so. */
static ThawTimeButton *
find_time (GtkWidget  *root,
           const char *time)
{
  GtkWidget *button = find_in (root, GTK_TYPE_MENU_BUTTON, time);

  return THAW_TIME_BUTTON (gtk_widget_get_ancestor (button, THAW_TYPE_TIME_BUTTON));
}

/* As a person does: opens it, chooses, closes it. */
static void
choose_time (ThawTimeButton *button,
             int             hour,
             int             minute)
{
  GtkWidget *spin = find_in (GTK_WIDGET (button), THAW_TYPE_TIME_SPIN, NULL);

  g_assert_true (gtk_widget_mnemonic_activate (GTK_WIDGET (button), FALSE));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (gtk_widget_get_first_child (spin)), hour);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (gtk_widget_get_last_child (spin)), minute);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find_in (GTK_WIDGET (button), GTK_TYPE_MENU_BUTTON, NULL)));
}

/* The times that stand there, as "09:00 13:00" */
static char *
dup_times (Fixture *fixture)
{
  g_autoptr (GString) times = g_string_new (NULL);
  GtkWidget *group = find_times (fixture);
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (find_in (group, THAW_TYPE_TIME_BUTTON, NULL)),
                                             GTK_TYPE_LIST_BOX);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *button = thaw_test_ui_find (row, GTK_TYPE_MENU_BUTTON, NULL);

      if (button != NULL && gtk_widget_get_visible (row))
        g_string_append_printf (times, "%s%s", times->len > 0 ? " " : "",
                                gtk_menu_button_get_label (GTK_MENU_BUTTON (button)));
    }

  return g_string_free (g_steal_pointer (&times), FALSE);
}

static void
assert_times (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *times = dup_times (fixture);

  g_assert_cmpstr (times, ==, expected);
}

static void
add_time (Fixture *fixture)
{
  adw_action_row_activate (ADW_ACTION_ROW (find_row (fixture, "Add a Time")));
}

static void
choose_span (Fixture *fixture)
{
  GtkWidget *check = find_in (find_row (fixture, "At a random moment"), GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static GtkSpinButton *
find_number (Fixture    *fixture,
             const char *title)
{
  return GTK_SPIN_BUTTON (find_in (find_row (fixture, title), GTK_TYPE_SPIN_BUTTON, NULL));
}

static void
toggle_day (Fixture    *fixture,
            const char *name)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON, name));

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
choose_day (Fixture    *fixture,
            const char *title,
            const char *iso)
{
  GtkWidget *button = find_in (find_row (fixture, title), THAW_TYPE_DAY_BUTTON, NULL);

  thaw_day_button_set_day (THAW_DAY_BUTTON (button), thaw_day_from_iso (iso));
  g_signal_emit_by_name (button, "changed");
}

static const char *
get_preview (Fixture *fixture)
{
  GtkWidget *status = thaw_test_ui_find_class (GTK_WIDGET (fixture->editor), ADW_TYPE_BIN, "reminder-preview");

  return gtk_label_get_text (GTK_LABEL (adw_bin_get_child (ADW_BIN (status))));
}

/* Tests */

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  open_new (fixture, "", NULL);
  g_assert_cmpstr (gtk_window_get_title (fixture->editor), ==, "New Reminder");
  g_assert_false (can_save (fixture));
  find (fixture, GTK_TYPE_LABEL, "Write what it says, or choose what it opens.");
  find (fixture, GTK_TYPE_LABEL, "Nothing, it just reminds you");
  g_assert_false (gtk_widget_get_visible (find_row (fixture, "Delete This Reminder")));

  gtk_editable_set_text (find_title (fixture), "  Drink something ");
  save (fixture);
  g_assert_nonnull (fixture->saved->uuid);
  g_assert_cmpstr (fixture->saved->title, ==, "Drink something");
  g_assert_null (fixture->saved->opens);
  g_assert_true (fixture->saved->is_on);
  g_assert_cmpuint (fixture->saved->weekdays, ==, THAW_REMINDER_EVERY_DAY);
  g_assert_cmpuint (fixture->saved->n_times, ==, 1);
  g_assert_cmpint (fixture->saved->times[0], ==, 9 * 60);
}

/* Whoever has no words need not find any. */
static void
test_without_title (Fixture       *fixture,
                    gconstpointer  data)
{
  open_new (fixture, "", "check-in:now");
  find (fixture, GTK_TYPE_LABEL, "Without words of your own it says “Check In”.");
  save (fixture);
  g_assert_cmpstr (fixture->saved->title, ==, "Check In");
  g_assert_cmpstr (fixture->saved->opens, ==, "check-in:now");
}

static void
test_pasted_title (Fixture       *fixture,
                   gconstpointer  data)
{
  open_new (fixture, "", NULL);
  gtk_editable_set_text (find_title (fixture), "Water\nthe plants <b>&\n");
  g_assert_true (can_save (fixture));
  save (fixture);
  g_assert_cmpstr (fixture->saved->title, ==, "Water the plants <b>&");
}

static void
test_long_title (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (int i = 0; i < 51; i++)
    g_string_append (title, "😀");
  open_new (fixture, "", NULL);
  gtk_editable_set_text (find_title (fixture), title->str);
  g_assert_false (can_save (fixture));
  find (fixture, GTK_TYPE_LABEL, "These are more words than fit into a reminder.");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_title (fixture)), "error"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  g_assert_cmpuint (count (fixture), ==, 0);

  g_string_truncate (title, 200);
  gtk_editable_set_text (find_title (fixture), title->str);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_title (fixture)), "error"));
  save (fixture);
  g_assert_cmpstr (fixture->saved->title, ==, title->str);
}

/* Each control changes what it says, and nothing else. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawReminder) new_reminder = thaw_reminder_new ("Look back", "entry:new");
  g_autoptr (ThawReminder) expected = keep (fixture, new_reminder);
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);

#define ASSERT_CHANGES(change, expectation) \
  G_STMT_START \
    { \
      open_editor (fixture, expected); \
      g_assert_cmpstr (gtk_window_get_title (fixture->editor), ==, "Change Reminder"); \
      change; \
      expectation; \
      save (fixture); \
      g_assert_true (thaw_reminder_equal (fixture->saved, expected)); \
    } \
  G_STMT_END
  ASSERT_CHANGES (flip (fixture, "Skip it if it was done already"), expected->skips_if_done = FALSE);
  thaw_settings_set_quiet_choice (settings, TRUE, (ThawQuietHours) { 22 * 60, 7 * 60 });
  ASSERT_CHANGES (flip (fixture, "Also in quiet hours"), expected->ignores_quiet = TRUE);
  ASSERT_CHANGES (flip (fixture, "Switched on"), expected->is_on = FALSE);
  ASSERT_CHANGES (toggle_day (fixture, "Wednesday"), expected->weekdays = 0x7b);
  ASSERT_CHANGES (click (fixture, "Weekends"), expected->weekdays = THAW_REMINDER_WEEKEND);
  ASSERT_CHANGES (click (fixture, "Weekdays"), expected->weekdays = THAW_REMINDER_WORKDAYS);
  ASSERT_CHANGES (click (fixture, "Every Day"), expected->weekdays = THAW_REMINDER_EVERY_DAY);
  ASSERT_CHANGES (choose_day (fixture, "First day", "2026-04-01"), expected->from = thaw_day_from_iso ("2026-04-01"));
  ASSERT_CHANGES (choose_day (fixture, "Last day", "2026-05-01"), expected->until = thaw_day_from_iso ("2026-05-01"));
  ASSERT_CHANGES (choose_time (find_time (find_times (fixture), "09:00"), 21, 5), expected->times[0] = 21 * 60 + 5);
  /* Of the two ways to say when, the other one is not kept. */
  expected->times[0] = 9 * 60;
  ASSERT_CHANGES (choose_span (fixture), expected->timing = THAW_REMINDER_IN_WINDOW);
  ASSERT_CHANGES (choose_time (find_time (find_span (fixture), "10:00"), 8, 15), expected->window_start = 8 * 60 + 15);
  ASSERT_CHANGES (choose_time (find_time (find_span (fixture), "18:00"), 20, 45), expected->window_end = 20 * 60 + 45);
  ASSERT_CHANGES (gtk_spin_button_set_value (find_number (fixture, "How often on a day"), 3),
                  expected->n_in_window = 3);
  ASSERT_CHANGES (gtk_spin_button_set_value (find_number (fixture, "Minutes in between"), 90),
                  expected->distance = 90);
#undef ASSERT_CHANGES
}

/* Times are put in order when one is done with; the same twice is one. */
static void
test_times (Fixture       *fixture,
            gconstpointer  data)
{
  const int expected[] = { 7 * 60, 13 * 60 };
  GtkWidget *focus;

  open_new (fixture, "Stretch", NULL);
  assert_times (fixture, "09:00");
  g_assert_null (thaw_test_ui_find (find_times (fixture), GTK_TYPE_BUTTON, "Remove 13:00"));
  add_time (fixture);
  assert_times (fixture, "09:00 13:00");
  focus = gtk_window_get_focus (fixture->editor);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find_time (find_times (fixture), "13:00"))));

  add_time (fixture);
  add_time (fixture);
  assert_times (fixture, "09:00 13:00 17:00 21:00");
  choose_time (find_time (find_times (fixture), "21:00"), 7, 0);
  assert_times (fixture, "07:00 09:00 13:00 17:00");
  focus = gtk_window_get_focus (fixture->editor);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find_time (find_times (fixture), "07:00"))));

  choose_time (find_time (find_times (fixture), "17:00"), 13, 0);
  assert_times (fixture, "07:00 09:00 13:00");
  g_signal_emit_by_name (find_in (find_times (fixture), GTK_TYPE_BUTTON, "Remove 09:00"), "clicked");
  assert_times (fixture, "07:00 13:00");
  focus = gtk_window_get_focus (fixture->editor);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find_time (find_times (fixture), "13:00"))));

  save (fixture);
  g_assert_cmpmem (fixture->saved->times, fixture->saved->n_times * sizeof (int), expected, sizeof expected);
}

/* Without the order being changed under somebody’s hands. */
static void
test_times_open (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *spin;
  ThawTimeButton *button;

  open_new (fixture, "Stretch", NULL);
  add_time (fixture);
  button = find_time (find_times (fixture), "09:00");
  gtk_widget_mnemonic_activate (GTK_WIDGET (button), FALSE);
  spin = find_in (GTK_WIDGET (button), THAW_TYPE_TIME_SPIN, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (gtk_widget_get_first_child (spin)), 13);
  assert_times (fixture, "13:00 13:00");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (gtk_widget_get_first_child (spin)), 14);
  assert_times (fixture, "14:00 13:00");
  g_assert_true (g_str_has_prefix (get_preview (fixture), "Today, 13:00\nToday, 14:00\n"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find_in (GTK_WIDGET (button), GTK_TYPE_MENU_BUTTON, NULL)));
  assert_times (fixture, "13:00 14:00");
}

static void
test_many_times (Fixture       *fixture,
                 gconstpointer  data)
{
  open_new (fixture, "Stretch", NULL);
  for (int i = 1; i < THAW_REMINDER_MAX_A_DAY; i++)
    {
      g_assert_true (gtk_widget_get_visible (find_row (fixture, "Add a Time")));
      add_time (fixture);
    }
  g_assert_false (gtk_widget_get_visible (find_row (fixture, "Add a Time")));
  save (fixture);
  g_assert_cmpuint (fixture->saved->n_times, ==, THAW_REMINDER_MAX_A_DAY);
  g_assert_true (thaw_reminder_has_valid_times (fixture->saved));
}

/* What cannot be kept is said, and cannot be saved, by button nor key. */
static void
assert_not_saved (Fixture    *fixture,
                  const char *sentence)
{
  g_assert_false (can_save (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpstr (get_preview (fixture), ==, sentence);
}

static void
test_span_limits (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *backwards = "The window has to end after it begins, on the same day.";
  const char *too_short = "That does not all fit in there. Fewer times, less time in between, or a longer window will "
                          "do.";

  open_new (fixture, "Look up", NULL);
  choose_span (fixture);
  g_assert_false (gtk_widget_get_visible (find_row (fixture, "Minutes in between")));
  choose_time (find_time (find_span (fixture), "18:00"), 10, 0);
  assert_not_saved (fixture, backwards);
  choose_time (find_time (find_span (fixture), "10:00"), 9, 59);
  g_assert_true (can_save (fixture));

  gtk_spin_button_set_value (find_number (fixture, "How often on a day"), 2);
  g_assert_true (gtk_widget_get_visible (find_row (fixture, "Minutes in between")));
  assert_not_saved (fixture, too_short);
  gtk_spin_button_set_value (find_number (fixture, "Minutes in between"), 1);
  save (fixture);
  g_assert_cmpint (fixture->saved->window_start, ==, 9 * 60 + 59);
  g_assert_cmpint (fixture->saved->window_end, ==, 10 * 60);
  g_assert_cmpuint (fixture->saved->n_in_window, ==, 2);
}

static void
test_day_limits (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const days[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  };

  open_new (fixture, "Look up", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_true (can_save (fixture));
      toggle_day (fixture, days[i]);
    }
  assert_not_saved (fixture, "Choose at least one day of the week.");
  toggle_day (fixture, "Monday");
  g_assert_true (can_save (fixture));

  choose_day (fixture, "First day", "2026-04-02");
  choose_day (fixture, "Last day", "2026-04-01");
  assert_not_saved (fixture, "The last day is before the first one.");

  /* One that never comes can be kept: the person is told. */
  choose_day (fixture, "Last day", "2026-04-03");
  g_assert_cmpstr (get_preview (fixture), ==,
                   "None of these days of the week lies between the first and the last day.");
  save (fixture);
}

/* A number that was typed counts although the field was not left; if it makes the rule one that cannot be, it is not
 * saved. */
static void
test_not_left (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *spin;

  open_new (fixture, "Look up", NULL);
  spin = find_in (find_times (fixture), THAW_TYPE_TIME_SPIN, NULL);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_first_child (spin)), "6");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  await_gone (fixture);
  fixture->saved = read_one (fixture);
  g_assert_cmpint (fixture->saved->times[0], ==, 6 * 60);

  open_editor (fixture, fixture->saved);
  choose_span (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find_number (fixture, "How often on a day")), "12");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  g_assert_false (can_save (fixture));
  gtk_window_close (fixture->editor);
  answer ("close");
  await_gone (fixture);
}

static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  open_new (fixture, "Look up", NULL);
  g_assert_cmpstr (get_preview (fixture), ==, "Tomorrow, 09:00\n"
                                              "Tuesday 31 March, 09:00\n"
                                              "Wednesday 1 April, 09:00\n"
                                              "Thursday 2 April, 09:00\n"
                                              "Friday 3 April, 09:00");
  choose_time (find_time (find_times (fixture), "09:00"), 9, 30);
  click (fixture, "Weekends");
  g_assert_cmpstr (get_preview (fixture), ==, "Today, 09:30\n"
                                              "Saturday 4 April, 09:30\n"
                                              "Sunday 5 April, 09:30\n"
                                              "Saturday 11 April, 09:30\n"
                                              "Sunday 12 April, 09:30");
  choose_day (fixture, "Last day", "2026-04-04");
  g_assert_cmpstr (get_preview (fixture), ==, "Today, 09:30\nSaturday 4 April, 09:30");
  choose_day (fixture, "Last day", "2026-03-28");
  g_assert_cmpstr (get_preview (fixture), ==, "Its last day is over, so it does not come any more.");
}

/* Nobody can know the moment: each day is told once. */
static void
test_preview_span (Fixture       *fixture,
                   gconstpointer  data)
{
  open_new (fixture, "Look up", NULL);
  choose_span (fixture);
  gtk_spin_button_set_value (find_number (fixture, "How often on a day"), 4);
  g_assert_cmpstr (get_preview (fixture), ==, "Today\n"
                                              "Tomorrow\n"
                                              "Tuesday 31 March\n"
                                              "Wednesday 1 April\n"
                                              "Thursday 2 April");
}

/* What time it is, and when nothing shall come, can change meanwhile. */
static void
test_preview_conditions (Fixture       *fixture,
                         gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);
  g_autoptr (GDateTime) now = thaw_clock_dup_now (fixture->services.clock);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);

  open_new (fixture, "Look up", NULL);
  thaw_clock_set_now (fixture->services.clock, tomorrow);
  g_assert_true (g_str_has_prefix (get_preview (fixture), "Tomorrow, 09:00\nWednesday 1 April"));

  thaw_settings_set_quiet_choice (settings, TRUE, (ThawQuietHours) { 8 * 60, 10 * 60 });
  /* Not today: its own time was over before. */
  g_assert_true (g_str_has_prefix (get_preview (fixture), "Tomorrow, 10:00\n"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Also in quiet hours"))),
                            "08:00 to 10:00"));
  flip (fixture, "Also in quiet hours");
  g_assert_true (g_str_has_prefix (get_preview (fixture), "Tomorrow, 09:00\n"));

  thaw_settings_set_reminders_paused_until (settings, THAW_SETTINGS_PAUSED_FOR_GOOD);
  g_assert_cmpstr (get_preview (fixture), ==, "All reminders are resting, so it does not come.");
  thaw_settings_set_reminders_paused_until (settings, 0);
  thaw_settings_set_quiet_choice (settings, FALSE, (ThawQuietHours) { 8 * 60, 10 * 60 });
}

static void
test_preview_quiet (Fixture       *fixture,
                    gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);

  thaw_settings_set_quiet_choice (settings, TRUE, (ThawQuietHours) { 22 * 60, 7 * 60 });
  open_new (fixture, "Look up", NULL);
  choose_time (find_time (find_times (fixture), "09:00"), 23, 0);
  g_assert_cmpstr (get_preview (fixture), ==, "It would only come in the quiet hours, so it does not come.");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Also in quiet hours"))),
                            "comes when they end"));
  choose_span (fixture);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Also in quiet hours"))), ==,
                   "They are from 22:00 to 07:00. Otherwise it only comes outside of them.");
  g_assert_true (can_save (fixture));
  thaw_settings_set_quiet_choice (settings, FALSE, (ThawQuietHours) { 22 * 60, 7 * 60 });
}

/* Not at each step, but once nothing has changed for a while. */
static void
test_announced (Fixture       *fixture,
                gconstpointer  data)
{
  GtkAccessible *status;
  char *problem;

  open_new (fixture, "Look up", NULL);
  status = GTK_ACCESSIBLE (thaw_test_ui_find_class (GTK_WIDGET (fixture->editor), ADW_TYPE_BIN, "reminder-preview"));
  gtk_test_accessible_assert_role (status, GTK_ACCESSIBLE_ROLE_STATUS);
  click (fixture, "Weekends");
  while ((problem = gtk_test_accessible_check_property (status, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                        get_preview (fixture))) != NULL)
    {
      g_free (problem);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Nothing that was changed goes without a question, words or not. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  open_new (fixture, "Look up", NULL);
  click (fixture, "_Cancel");
  await_gone (fixture);

  for (int i = 0; i < 5; i++)
    {
      open_new (fixture, "Look up", "check-in:now");
      switch (i)
        {
        case 0:
          gtk_editable_set_text (find_title (fixture), "Look down");
          break;
        case 1:
          toggle_day (fixture, "Friday");
          break;
        case 2:
          flip (fixture, "Skip it if it was done already");
          break;
        case 3:
          choose_time (find_time (find_times (fixture), "09:00"), 9, 30);
          break;
        default:
          choose_day (fixture, "Last day", "2026-12-24");
        }
      g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->editor)), ==, THAW_WORDS_UNKEPT);
      gtk_window_close (fixture->editor);
      g_assert_nonnull (fixture->editor);
      answer ("close");
      await_gone (fixture);
    }
  g_assert_cmpuint (count (fixture), ==, 0);

  open_new (fixture, "Look up", NULL);
  toggle_day (fixture, "Friday");
  gtk_window_close (fixture->editor);
  answer ("keep");
  await_gone (fixture);
  fixture->saved = read_one (fixture);
  g_assert_cmpuint (fixture->saved->weekdays, ==, 0x6f);
}

static void
test_not_written (Fixture       *fixture,
                  gconstpointer  data)
{
  open_new (fixture, "", NULL);
  gtk_editable_set_text (find_title (fixture), "Look up");
  toggle_day (fixture, "Friday");
  break_disk (fixture);
  click (fixture, "_Save");
  while (find_dialog () == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (find_title (fixture)), ==, "Look up");

  mend_disk (fixture);
  answer ("keep");
  await_gone (fixture);
  fixture->saved = read_one (fixture);
  g_assert_cmpstr (fixture->saved->title, ==, "Look up");
  g_assert_cmpuint (fixture->saved->weekdays, ==, 0x6f);
}

/* What it opens */

static ThawTargetChooser *
open_chooser (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  adw_action_row_activate (ADW_ACTION_ROW (find_row (fixture, "What it opens")));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (THAW_IS_TARGET_CHOOSER (window))
        {
          thaw_test_ui_flush (GTK_WIDGET (window));
          return THAW_TARGET_CHOOSER (window);
        }
    }

  g_assert_not_reached ();
}

static void
activate_target (ThawTargetChooser *chooser,
                 const char        *name)
{
  GtkWidget *label = find_in (GTK_WIDGET (chooser), GTK_TYPE_LABEL, name);
  GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  /* It outlives the window. */
  g_autoptr (GtkWidget) list = g_object_ref (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX));

  g_assert_true (gtk_widget_get_child_visible (row));
  g_signal_emit_by_name (list, "row-activated", row);
}

static const char *
get_opens (Fixture *fixture)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "What it opens")));
}

static void
test_opens (Fixture       *fixture,
            gconstpointer  data)
{
  const struct
  {
    const char *name;
    const char *opens;
    gboolean can_be_done;
  } targets[] = {
    { "New Entry", "entry:new", TRUE },
    { "Check In", "check-in:now", TRUE },
    { "Care Plan", "page:care-plan", FALSE },
    { "Body scan", "practice:body-scan", TRUE },
    { "Nothing, it just reminds you", NULL, FALSE },
  };
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Look up", "page:today");

  g_clear_pointer (&fixture->saved, thaw_reminder_free);
  fixture->saved = keep (fixture, reminder);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      open_editor (fixture, fixture->saved);
      activate_target (open_chooser (fixture), targets[i].name);
      g_assert_cmpstr (get_opens (fixture), ==, targets[i].name);
      g_assert_cmpint (gtk_widget_get_visible (find_row (fixture, "Skip it if it was done already")), ==,
                       targets[i].can_be_done);
      save (fixture);
      g_assert_cmpstr (fixture->saved->opens, ==, targets[i].opens);
    }
}

/* What is searched is found wherever it stands in a name; Return takes the first. */
static void
test_opens_search (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, "Aunt Zoë");
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  ThawTargetChooser *chooser;
  GtkWidget *entry;

  saved = thaw_people_store_save_sync (thaw_services_get_people (fixture->services.services), person, &error);
  g_assert_no_error (error);

  open_new (fixture, "", NULL);
  chooser = open_chooser (fixture);
  entry = find_in (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (chooser)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody is called like that");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (fixture->saved);
  find_in (GTK_WIDGET (chooser), GTK_TYPE_LABEL, "Nothing is called like that.");

  gtk_editable_set_text (GTK_EDITABLE (entry), "zoe");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (get_opens (fixture), ==, "Aunt Zoë");
  save (fixture);
  expected = g_strconcat ("person:", saved->id, NULL);
  g_assert_cmpstr (fixture->saved->opens, ==, expected);
  g_assert_cmpstr (fixture->saved->title, ==, "Aunt Zoë");
}

/* What is gone is said, and stays until the person chooses something else. */
static void
test_opens_gone (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Look up", "person:0190a8f4-0000-7000-8000-000000000001");
  ThawTargetChooser *chooser;

  fixture->saved = keep (fixture, reminder);
  open_editor (fixture, fixture->saved);
  g_assert_cmpstr (get_opens (fixture), ==, "Something that is not there any more");
  chooser = open_chooser (fixture);
  gtk_window_close (GTK_WINDOW (chooser));
  toggle_day (fixture, "Friday");
  save (fixture);
  g_assert_cmpstr (fixture->saved->opens, ==, reminder->opens);

  /* Without words and without what it opens there is nothing to say. */
  open_editor (fixture, fixture->saved);
  gtk_editable_set_text (find_title (fixture), "");
  g_assert_false (can_save (fixture));
  activate_target (open_chooser (fixture), "Check In");
  save (fixture);
  g_assert_cmpstr (fixture->saved->opens, ==, "check-in:now");
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Look up", NULL);
  GtkWidget *undo;

  fixture->saved = keep (fixture, reminder);
  open_editor (fixture, fixture->saved);
  gtk_editable_set_text (find_title (fixture), "Look down");
  adw_action_row_activate (ADW_ACTION_ROW (find_row (fixture, "Delete This Reminder")));
  await_gone (fixture);
  while ((undo = thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "_Undo")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count (fixture), ==, 0);
  find_in (GTK_WIDGET (fixture->overlay), GTK_TYPE_LABEL, "“Look down” deleted");

  g_signal_emit_by_name (undo, "clicked");
  while (count (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&fixture->saved, thaw_reminder_free);
  fixture->saved = read_one (fixture);
  g_assert_cmpstr (fixture->saved->title, ==, "Look down");
}

/* From the words on to the end and back, and no stop that does nothing. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawReminder) new_reminder = thaw_reminder_new ("Look up", "check-in:now");
  g_autoptr (ThawReminder) reminder = keep (fixture, new_reminder);
  GtkWidget *last = NULL;
  int n = 0;

  open_editor (fixture, reminder);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->editor), GTK_WIDGET (find_title (fixture))));
  while (!gtk_widget_is_ancestor (gtk_window_get_focus (fixture->editor), find_row (fixture, "Switched on")) &&
         gtk_window_get_focus (fixture->editor) != find_row (fixture, "Switched on"))
    {
      last = gtk_window_get_focus (fixture->editor);
      g_assert_true (thaw_test_ui_tab (fixture->editor, GTK_DIR_TAB_FORWARD));
      g_assert_true (last != gtk_window_get_focus (fixture->editor));
      g_assert_cmpint (n++, <, 60);
    }
}

/* Nothing to think about that does not concern the person. */
static void
test_less (Fixture       *fixture,
           gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);
  GtkWidget *quiet_row;

  open_new (fixture, "Look up", NULL);
  quiet_row = find_row (fixture, "Also in quiet hours");
  g_assert_false (gtk_widget_get_mapped (quiet_row));
  g_assert_false (gtk_widget_get_mapped (find_row (fixture, "Switched on")));
  g_assert_false (gtk_widget_get_mapped (gtk_widget_get_ancestor (quiet_row, ADW_TYPE_PREFERENCES_GROUP)));

  thaw_settings_set_quiet_choice (settings, TRUE, (ThawQuietHours) { 22 * 60, 7 * 60 });
  g_assert_true (gtk_widget_get_mapped (quiet_row));
  gtk_switch_set_active (GTK_SWITCH (find_in (quiet_row, GTK_TYPE_SWITCH, NULL)), TRUE);
  thaw_settings_set_quiet_choice (settings, FALSE, (ThawQuietHours) { 22 * 60, 7 * 60 });
  g_assert_false (gtk_widget_get_mapped (quiet_row));
  save (fixture);
  g_assert_true (fixture->saved->ignores_quiet);
}

/* A name may have in it what is markup elsewhere. */
static void
test_markup (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, "<Bea> & Co");
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *opens = NULL;
  GtkWidget *label;

  saved = thaw_people_store_save_sync (thaw_services_get_people (fixture->services.services), person, &error);
  g_assert_no_error (error);
  opens = g_strconcat ("person:", saved->id, NULL);
  open_new (fixture, "", opens);
  label = find (fixture, GTK_TYPE_LABEL, "Without words of your own it says “&lt;Bea&gt; &amp; Co”.");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Without words of your own it says “<Bea> & Co”.");
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *menu_button;

  open_new (fixture, "Look up", NULL);
  menu_button = find_in (find_times (fixture), GTK_TYPE_MENU_BUTTON, "09:00");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Time: 09:00");
  menu_button = find_in (find_span (fixture), GTK_TYPE_MENU_BUTTON, "10:00");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, "From: 10:00");
  menu_button = find_in (find_row (fixture, "Last day"), GTK_TYPE_MENU_BUTTON, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Last day: Open");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Wednesday")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Wednesday");
  thaw_test_ui_assert_heading (GTK_WIDGET (fixture->editor), "When");
  thaw_test_ui_assert_heading (GTK_WIDGET (fixture->editor), "On Which Days");
  thaw_test_ui_assert_heading (GTK_WIDGET (fixture->editor), "When It Comes Next");
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  const int widths[] = { 480, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      for (guint is_span = 0; is_span < 2; is_span++)
        {
          g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Drink something, and look out of the window",
                                                                 "check-in:now");
          g_autofree char *name = g_strdup_printf ("reminder-editor-%d-%u", widths[i], is_span);

          reminder->uuid = g_strdup ("0190a8f4-0000-7000-8000-000000000001");
          reminder->timing = is_span ? THAW_REMINDER_IN_WINDOW : THAW_REMINDER_AT_TIMES;
          reminder->n_in_window = 3;
          open_editor (fixture, reminder);
          gtk_window_set_default_size (fixture->editor, widths[i], 1400);
          thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
          g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->editor)), <=, widths[i] + 2);
          thaw_test_ui_save_picture (GTK_WIDGET (fixture->editor), name);
          if (is_span)
            {
              GtkWindow *chooser = GTK_WINDOW (open_chooser (fixture));

              gtk_window_set_default_size (chooser, widths[i], 600);
              thaw_test_ui_flush (GTK_WIDGET (chooser));
              g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (chooser)), <=, widths[i] + 2);
              g_free (name);
              name = g_strdup_printf ("target-chooser-%d", widths[i]);
              thaw_test_ui_save_picture (GTK_WIDGET (chooser), name);
            }
          gtk_window_destroy (fixture->editor);
          await_gone (fixture);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/ui/reminder-editor/new", NULL, test_new);
  ADD ("/ui/reminder-editor/without-title", NULL, test_without_title);
  ADD ("/ui/reminder-editor/pasted-title", NULL, test_pasted_title);
  ADD ("/ui/reminder-editor/long-title", NULL, test_long_title);
  ADD ("/ui/reminder-editor/change", NULL, test_change);
  ADD ("/ui/reminder-editor/times", NULL, test_times);
  ADD ("/ui/reminder-editor/times-open", NULL, test_times_open);
  ADD ("/ui/reminder-editor/many-times", NULL, test_many_times);
  ADD ("/ui/reminder-editor/span-limits", NULL, test_span_limits);
  ADD ("/ui/reminder-editor/day-limits", NULL, test_day_limits);
  ADD ("/ui/reminder-editor/not-left", NULL, test_not_left);
  ADD ("/ui/reminder-editor/preview", NULL, test_preview);
  ADD ("/ui/reminder-editor/preview-span", NULL, test_preview_span);
  ADD ("/ui/reminder-editor/preview-conditions", NULL, test_preview_conditions);
  ADD ("/ui/reminder-editor/preview-quiet", NULL, test_preview_quiet);
  ADD ("/ui/reminder-editor/announced", NULL, test_announced);
  ADD ("/ui/reminder-editor/closed", NULL, test_closed);
  ADD ("/ui/reminder-editor/not-written", NULL, test_not_written);
  ADD ("/ui/reminder-editor/opens", NULL, test_opens);
  ADD ("/ui/reminder-editor/opens-search", NULL, test_opens_search);
  ADD ("/ui/reminder-editor/opens-gone", NULL, test_opens_gone);
  ADD ("/ui/reminder-editor/delete", NULL, test_delete);
  ADD ("/ui/reminder-editor/focus", NULL, test_focus);
  ADD ("/ui/reminder-editor/less", NULL, test_less);
  ADD ("/ui/reminder-editor/markup", NULL, test_markup);
  ADD ("/ui/reminder-editor/accessible", NULL, test_accessible);
  ADD ("/ui/reminder-editor/pictures", NULL, test_pictures);
#undef ADD

  return g_test_run ();
}
