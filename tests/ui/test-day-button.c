/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-day-button"

#include "config.h"
#include "widgets/thaw-day-button.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"
#include "widgets/thaw-month-calendar.h"

typedef struct
{
  ThawClock *clock;
  ThawDayButton *button;
  GtkWidget *menu_button;
  GtkWindow *window;
  int n_changed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  fixture->button = g_object_new (THAW_TYPE_DAY_BUTTON, NULL);
  thaw_day_button_set_clock (fixture->button, fixture->clock);
  thaw_day_button_set_day (fixture->button, THAW_DAY_NONE);
  g_signal_connect_swapped (fixture->button, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->button), 360, 500);
  fixture->menu_button = thaw_test_ui_find (GTK_WIDGET (fixture->button), GTK_TYPE_MENU_BUTTON, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  g_clear_object (&fixture->clock);
}

static void
assert_says (Fixture    *fixture,
             const char *label,
             const char *name)
{
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (fixture->menu_button)), ==, label);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->button), GTK_TYPE_BUTTON, label), "clicked");
}

static void
choose (Fixture    *fixture,
        const char *iso)
{
  GtkWidget *calendar = thaw_test_ui_find (GTK_WIDGET (fixture->button), THAW_TYPE_MONTH_CALENDAR, NULL);

  g_signal_emit_by_name (calendar, "day-activated", thaw_day_from_iso (iso));
}

/* What is set is nobody’s choice, and is not told. */
static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  assert_says (fixture, "Not known", "Day: Not known");
  thaw_day_button_set_day (fixture->button, thaw_day_from_iso ("2026-03-28"));
  assert_says (fixture, "Yesterday", "Day: Yesterday");
  thaw_day_button_set_day (fixture->button, thaw_day_from_iso ("2025-03-03"));
  assert_says (fixture, "Monday 3 March 2025", "Day: Monday 3 March 2025");
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (fixture->menu_button));
  thaw_test_ui_flush (GTK_WIDGET (fixture->button));
  choose (fixture, "2026-03-20");
  g_assert_cmpint (thaw_day_button_get_day (fixture->button), ==, thaw_day_from_iso ("2026-03-20"));
  assert_says (fixture, "Friday 20 March", "Day: Friday 20 March");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (
    gtk_menu_button_get_popover (GTK_MENU_BUTTON (fixture->menu_button)))));

  click (fixture, "_Today");
  assert_says (fixture, "Today", "Day: Today");
  click (fixture, "_Not Known");
  g_assert_cmpint (thaw_day_button_get_day (fixture->button), ==, THAW_DAY_NONE);
  g_assert_cmpint (fixture->n_changed, ==, 3);
}

/* Nobody has talked tomorrow. */
static void
test_future (Fixture       *fixture,
             gconstpointer  data)
{
  choose (fixture, "2026-04-20");
  g_assert_cmpint (thaw_day_button_get_day (fixture->button), ==, thaw_day_from_iso ("2026-03-29"));
  g_assert_cmpint (fixture->n_changed, ==, 1);
}

/* One for a day that may be to come, and has its own words. */
static void
test_to_come (Fixture       *fixture,
              gconstpointer  data)
{
  ThawDayButton *button = g_object_new (THAW_TYPE_DAY_BUTTON,
                                        "title", "Last day",
                                        "none-label", "None",
                                        "allows-future", TRUE,
                                        NULL);
  GtkWidget *menu_button = thaw_test_ui_find (GTK_WIDGET (button), GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget *calendar = thaw_test_ui_find (GTK_WIDGET (button), THAW_TYPE_MONTH_CALENDAR, NULL);

  g_object_ref_sink (button);
  thaw_day_button_set_clock (button, fixture->clock);
  thaw_day_button_set_day (button, THAW_DAY_NONE);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (menu_button)), ==, "None");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Last day: None");

  g_signal_emit_by_name (calendar, "day-activated", thaw_day_from_iso ("2026-12-24"));
  g_assert_cmpint (thaw_day_button_get_day (button), ==, thaw_day_from_iso ("2026-12-24"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (menu_button)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Last day: Thursday 24 December");
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (button), GTK_TYPE_BUTTON, "None"), "clicked");
  g_assert_cmpint (thaw_day_button_get_day (button), ==, THAW_DAY_NONE);
  g_object_unref (button);
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

  add_test ("/ui/day-button/set", test_set);
  add_test ("/ui/day-button/choose", test_choose);
  add_test ("/ui/day-button/future", test_future);
  add_test ("/ui/day-button/to-come", test_to_come);

  return g_test_run ();
}
