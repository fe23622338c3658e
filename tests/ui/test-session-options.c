/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-session-options"

#include "config.h"
#include "practice/thaw-session-options.h"

#include "thaw-test-ui.h"

static ThawPractice *
create_practice (gboolean    is_open,
                 const char *option)
{
  ThawPractice *practice = thaw_practice_new ("scan", "Scan", "A summary");
  const int minutes[] = { 5, 10, 20 };

  g_array_set_size (practice->minutes, 0);
  g_array_append_vals (practice->minutes, minutes, G_N_ELEMENTS (minutes));
  practice->is_open = is_open;
  practice->option = g_strdup (option);

  return practice;
}

static GtkWindow *
show (const ThawSessionSetup *setup)
{
  return thaw_test_ui_present (thaw_session_options_new (setup));
}

static GtkWidget *
get_options (GtkWindow *window)
{
  return adw_window_get_content (ADW_WINDOW (window));
}

static GtkWidget *
find (GtkWindow *window,
      GType      type)
{
  return thaw_test_ui_find (get_options (window), type, NULL);
}

static void
store (GtkWindow        *window,
       ThawSessionSetup *setup)
{
  thaw_session_options_store (THAW_SESSION_OPTIONS (get_options (window)), setup);
}

static GtkSwitch *
find_switch (GtkWindow  *window,
             const char *title)
{
  GtkWidget *label = thaw_test_ui_find (get_options (window), GTK_TYPE_LABEL, title);

  return GTK_SWITCH (thaw_test_ui_find (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW), GTK_TYPE_SWITCH, NULL));
}

/* What nobody touched stays as it was offered, whatever it is. */
static void
test_untouched (void)
{
  g_autoptr (ThawPractice) open = create_practice (TRUE, NULL);
  const ThawSessionSetup setups[] = {
    { .practice = open, .minutes = 12, .bell_minutes = 5 },
    { .practice = open, .minutes = 0, .bell_minutes = 0 },
    { .kind = THAW_ACTIVITY_PHYSICAL, .minutes = 0 },
    { .kind = THAW_ACTIVITY_PHYSICAL, .minutes = 90 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (setups); i++)
    {
      GtkWindow *window = show (&setups[i]);
      ThawSessionSetup stored = { .practice = setups[i].practice };

      store (window, &stored);
      g_assert_cmpint (stored.minutes, ==, setups[i].minutes);
      g_assert_cmpint (stored.bell_minutes, ==, setups[i].bell_minutes);
      thaw_test_ui_close (window);
    }
}

static void
test_lengths (void)
{
  g_autoptr (ThawPractice) practice = create_practice (FALSE, "Also for someone difficult");
  ThawSessionSetup setup = { .practice = practice, .minutes = 10 };
  GtkWindow *window = show (&setup);
  AdwComboRow *row = ADW_COMBO_ROW (find (window, ADW_TYPE_COMBO_ROW));

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  adw_combo_row_set_selected (row, 2);
  gtk_switch_set_active (find_switch (window, "Also for someone difficult"), TRUE);
  store (window, &setup);
  g_assert_cmpint (setup.minutes, ==, 20);
  g_assert_true (setup.with_option);

  thaw_test_ui_close (window);
}

static void
test_open (void)
{
  g_autoptr (ThawPractice) practice = create_practice (TRUE, NULL);
  ThawSessionSetup setup = { .practice = practice, .minutes = 10 };
  GtkWindow *window = show (&setup);
  GtkSpinButton *minutes = GTK_SPIN_BUTTON (find (window, GTK_TYPE_SPIN_BUTTON));

  gtk_spin_button_set_value (minutes, 7);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (window, ADW_TYPE_COMBO_ROW)), 3);
  store (window, &setup);
  g_assert_cmpint (setup.minutes, ==, 7);
  g_assert_cmpint (setup.bell_minutes, ==, 3);

  /* Without an end there are no minutes to choose; switched back, they are as they were. */
  gtk_switch_set_active (find_switch (window, "With an End"), FALSE);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (minutes)));
  store (window, &setup);
  g_assert_cmpint (setup.minutes, ==, 0);
  gtk_switch_set_active (find_switch (window, "With an End"), TRUE);
  store (window, &setup);
  g_assert_cmpint (setup.minutes, ==, 7);

  thaw_test_ui_close (window);
}

static void
test_timer (void)
{
  ThawSessionSetup setup = { .kind = THAW_ACTIVITY_CREATIVE, .minutes = 0 };
  GtkWindow *window = show (&setup);
  int n_activated = 0;

  g_signal_connect_swapped (get_options (window), "activate", G_CALLBACK (thaw_test_ui_count_cb), &n_activated);
  gtk_switch_set_active (find_switch (window, "Timer"), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find (window, GTK_TYPE_SPIN_BUTTON)), "25");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (find (window, GTK_TYPE_SPIN_BUTTON))), "activate");
  g_assert_cmpint (n_activated, ==, 1);
  store (window, &setup);
  g_assert_cmpint (setup.minutes, ==, 25);

  thaw_test_ui_close (window);
}

/* Nothing to choose is nothing to see. */
static void
test_none (void)
{
  g_autoptr (ThawPractice) practice = create_practice (FALSE, NULL);
  ThawSessionSetup setup = { .practice = practice, .minutes = 5 };
  GtkWidget *options;

  g_array_set_size (practice->minutes, 1);
  options = g_object_ref_sink (thaw_session_options_new (&setup));
  g_assert_false (gtk_widget_get_visible (options));
  thaw_session_options_store (THAW_SESSION_OPTIONS (options), &setup);
  g_assert_cmpint (setup.minutes, ==, 5);
  g_object_unref (options);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/session-options/untouched", test_untouched);
  g_test_add_func ("/ui/session-options/lengths", test_lengths);
  g_test_add_func ("/ui/session-options/open", test_open);
  g_test_add_func ("/ui/session-options/timer", test_timer);
  g_test_add_func ("/ui/session-options/none", test_none);

  return g_test_run ();
}
