/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-time-button"

#include "config.h"
#include "widgets/thaw-time-button.h"

#include <locale.h>

#include "thaw-test-ui.h"
#include "widgets/thaw-time-spin.h"

typedef struct
{
  GtkWindow *window;
  ThawTimeButton *button;
  GtkMenuButton *menu_button;
  GtkWidget *popover;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  int n_changed;
  int n_closed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *widget = thaw_time_button_new (data);
  GtkWidget *spin = thaw_test_ui_find (widget, THAW_TYPE_TIME_SPIN, NULL);

  fixture->button = THAW_TIME_BUTTON (widget);
  fixture->menu_button = GTK_MENU_BUTTON (thaw_test_ui_find (widget, GTK_TYPE_MENU_BUTTON, NULL));
  fixture->popover = GTK_WIDGET (gtk_menu_button_get_popover (fixture->menu_button));
  fixture->hour = GTK_SPIN_BUTTON (gtk_widget_get_first_child (spin));
  fixture->minute = GTK_SPIN_BUTTON (gtk_widget_get_last_child (spin));
  thaw_time_button_set_minute (fixture->button, 8 * 60 + 30);
  g_signal_connect_swapped (widget, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  g_signal_connect_swapped (widget, "closed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_closed);
  fixture->window = thaw_test_ui_present_sized (widget, 360, 300);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_menu_button_popdown (fixture->menu_button);
  thaw_test_ui_close (fixture->window);
}

static void
assert_says (Fixture    *fixture,
             const char *label,
             const char *name)
{
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->menu_button), ==, label);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (fixture->menu_button))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  assert_says (fixture, "08:30", data != NULL ? "From: 08:30" : "Time: 08:30");
  thaw_time_button_set_minute (fixture->button, 0);
  assert_says (fixture, "00:00", data != NULL ? "From: 00:00" : "Time: 00:00");
  g_assert_cmpint (fixture->n_changed, ==, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->hour), GTK_ACCESSIBLE_PROPERTY_LABEL, "Hour");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->minute), GTK_ACCESSIBLE_PROPERTY_LABEL, "Minute");
}

/* The hour is on the left as well where text runs from the right to the left. */
static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *spin = gtk_widget_get_parent (GTK_WIDGET (fixture->hour));

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (fixture->button)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (spin), ==, GTK_TEXT_DIR_LTR);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_spin_button_set_value (fixture->hour, 21);
  gtk_spin_button_set_value (fixture->minute, 5);
  g_assert_cmpint (thaw_time_button_get_minute (fixture->button), ==, 21 * 60 + 5);
  g_assert_cmpint (fixture->n_changed, ==, 2);
  assert_says (fixture, "21:05", "Time: 21:05");
}

/* What was typed counts although the field was not left. */
static void
test_not_left (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->hour), "7");
  thaw_time_button_update (fixture->button);
  g_assert_cmpint (thaw_time_button_get_minute (fixture->button), ==, 7 * 60 + 30);
  g_assert_cmpint (fixture->n_changed, ==, 1);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->button));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), GTK_WIDGET (fixture->menu_button)));
  g_assert_true (gtk_widget_mnemonic_activate (GTK_WIDGET (fixture->button), FALSE));
  thaw_test_ui_flush (GTK_WIDGET (fixture->button));
  g_assert_true (gtk_widget_get_visible (fixture->popover));

  gtk_widget_grab_focus (GTK_WIDGET (fixture->hour));
  gtk_editable_set_text (GTK_EDITABLE (fixture->hour), "6");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (fixture->hour)), "activate");
  g_assert_false (gtk_widget_get_visible (fixture->popover));
  g_assert_cmpint (fixture->n_closed, ==, 1);
  g_assert_cmpint (thaw_time_button_get_minute (fixture->button), ==, 6 * 60 + 30);
}

static void
test_12_hours (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *former = g_strdup (setlocale (LC_TIME, NULL));

  if (setlocale (LC_TIME, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("The locale en_US.UTF-8 is not installed");
      return;
    }

  thaw_time_button_set_minute (fixture->button, 21 * 60 + 5);
  assert_says (fixture, "9:05 PM", "Time: 9:05 PM");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->hour)), ==, "9 PM");
  setlocale (LC_TIME, former);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/ui/time-button/words", NULL, test_words);
  ADD ("/ui/time-button/title", "From", test_words);
  ADD ("/ui/time-button/right-to-left", NULL, test_right_to_left);
  ADD ("/ui/time-button/choose", NULL, test_choose);
  ADD ("/ui/time-button/not-left", NULL, test_not_left);
  ADD ("/ui/time-button/keyboard", NULL, test_keyboard);
  ADD ("/ui/time-button/12-hours", NULL, test_12_hours);
#undef ADD

  return g_test_run ();
}
