/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-moment-button"

#include "config.h"

#include <locale.h>

#include "editor/thaw-moment-button.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"
#include "widgets/thaw-month-calendar.h"

typedef struct
{
  ThawClock *clock;
  GtkWindow *window;
  ThawMomentButton *button;
  GtkMenuButton *menu_button;
  ThawMonthCalendar *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  int n_changes;
} Fixture;

/* Of the two spin buttons the first has the hours. */
static void
find_children (Fixture *fixture)
{
  GtkWidget *button = GTK_WIDGET (fixture->button);
  GtkWidget *next;

  fixture->menu_button = GTK_MENU_BUTTON (thaw_test_ui_find (button, GTK_TYPE_MENU_BUTTON, NULL));
  fixture->calendar = THAW_MONTH_CALENDAR (thaw_test_ui_find (button, THAW_TYPE_MONTH_CALENDAR, NULL));
  fixture->hour = GTK_SPIN_BUTTON (thaw_test_ui_find (button, GTK_TYPE_SPIN_BUTTON, NULL));
  next = gtk_widget_get_next_sibling (GTK_WIDGET (fixture->hour));
  while (!GTK_IS_SPIN_BUTTON (next))
    next = gtk_widget_get_next_sibling (next);
  fixture->minute = GTK_SPIN_BUTTON (next);
}

static void
set_moment (Fixture    *fixture,
            const char *iso)
{
  const ThawMoment moment = thaw_moment_from_iso (iso, NULL);

  thaw_moment_button_set_moment (fixture->button, &moment);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 3, 29, 9, 15, 0);

  /* Summer time began this morning. */
  fixture->clock = thaw_clock_new_stopped (now);
  fixture->button = THAW_MOMENT_BUTTON (thaw_moment_button_new ());
  thaw_moment_button_set_clock (fixture->button, fixture->clock);
  find_children (fixture);
  g_signal_connect_swapped (fixture->button, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changes);
  set_moment (fixture, "2026-03-28T21:05:30.250+01:00");
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->button));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_menu_button_popdown (fixture->menu_button);
  thaw_test_ui_close (fixture->window);
  g_clear_object (&fixture->clock);
}

static void
assert_moment (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *iso = thaw_moment_to_iso (thaw_moment_button_get_moment (fixture->button));

  g_assert_cmpstr (iso, ==, expected);
}

static void
choose_day (Fixture *fixture,
            ThawDay  day)
{
  thaw_month_calendar_set_day (fixture->calendar, day);
  g_signal_emit_by_name (fixture->calendar, "day-activated", (int) day);
}

static void
type_value (GtkSpinButton *spin,
            const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_spin_button_update (spin);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->menu_button), ==, "Yesterday, 21:05");
  gtk_test_accessible_assert_property (fixture->menu_button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Day and time: Yesterday, 21:05");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (fixture->menu_button)), ==, "Choose Another Day or Time");

  /* Another year is said; so is the clock that the person saw there. */
  set_moment (fixture, "2024-12-24T08:00:00+09:00");
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->menu_button), ==, "Tuesday 24 December 2024, 08:00");
  g_assert_cmpint (fixture->n_changes, ==, 0);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_test_accessible_assert_property (fixture->hour, GTK_ACCESSIBLE_PROPERTY_LABEL, "Hour");
  gtk_test_accessible_assert_property (fixture->minute, GTK_ACCESSIBLE_PROPERTY_LABEL, "Minute");
}

static void
test_unchanged (Fixture       *fixture,
                gconstpointer  data)
{
  const ThawMoment moment = thaw_moment_from_iso ("2026-03-01T23:59:59.999+09:00", NULL);

  thaw_moment_button_set_moment (fixture->button, &moment);
  gtk_menu_button_popup (fixture->menu_button);
  thaw_test_ui_flush (GTK_WIDGET (fixture->button));
  gtk_menu_button_popdown (fixture->menu_button);
  thaw_test_ui_flush (GTK_WIDGET (fixture->button));
  g_assert_true (thaw_moment_equal (thaw_moment_button_get_moment (fixture->button), &moment));
  g_assert_cmpint (fixture->n_changes, ==, 0);
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  choose_day (fixture, thaw_day_new (2025, 12, 24));
  assert_moment (fixture, "2025-12-24T21:05:00.000+01:00");
  g_assert_cmpint (fixture->n_changes, ==, 1);

  gtk_spin_button_set_value (fixture->hour, 7);
  gtk_spin_button_set_value (fixture->minute, 45);
  assert_moment (fixture, "2025-12-24T07:45:00.000+01:00");
  g_assert_cmpint (fixture->n_changes, ==, 3);
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->menu_button), ==, "Wednesday 24 December 2025, 07:45");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->hour)), ==, "07");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->minute)), ==, "45");

  type_value (fixture->hour, "9");
  type_value (fixture->minute, "5");
  assert_moment (fixture, "2025-12-24T09:05:00.000+01:00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->minute)), ==, "05");

  /* What is no number changes nothing. */
  type_value (fixture->hour, "noon");
  assert_moment (fixture, "2025-12-24T09:05:00.000+01:00");
}

/* A moment that was felt elsewhere is, once changed, one of the place where the person is now. */
static void
test_zone (Fixture       *fixture,
           gconstpointer  data)
{
  set_moment (fixture, "2026-03-01T08:00:30.500+09:00");
  gtk_spin_button_set_value (fixture->minute, 10);
  assert_moment (fixture, "2026-03-01T08:10:00.000+01:00");
}

static void
test_future (Fixture       *fixture,
             gconstpointer  data)
{
  choose_day (fixture, thaw_day_new (2026, 12, 24));
  assert_moment (fixture, "2026-03-29T09:15:00.000+02:00");
  g_assert_cmpint (thaw_month_calendar_get_day (fixture->calendar), ==, thaw_day_new (2026, 3, 29));

  gtk_spin_button_set_value (fixture->hour, 22);
  assert_moment (fixture, "2026-03-29T09:15:00.000+02:00");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->hour), ==, 9);
}

/* The hour that is left out when the clocks go forward. */
static void
test_hour_that_is_not (Fixture       *fixture,
                       gconstpointer  data)
{
  set_moment (fixture, "2026-03-29T01:30:00+01:00");
  gtk_spin_button_set_value (fixture->hour, 2);
  g_assert_true (thaw_moment_is_valid (thaw_moment_button_get_moment (fixture->button)));
  g_assert_cmpint (thaw_moment_button_get_moment (fixture->button)->day, ==, thaw_day_new (2026, 3, 29));
}

static void
test_now (Fixture       *fixture,
          gconstpointer  data)
{
  gtk_menu_button_popup (fixture->menu_button);
  thaw_test_ui_flush (GTK_WIDGET (fixture->button));
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->button), GTK_TYPE_BUTTON, "_Now"), "clicked");
  assert_moment (fixture, "2026-03-29T09:15:00.000+02:00");
  g_assert_cmpint (fixture->n_changes, ==, 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (fixture->menu_button))));
}

static void
test_12_hours (Fixture       *fixture,
               gconstpointer  data)
{
  if (setlocale (LC_TIME, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("The locale en_US.UTF-8 is not installed");
      return;
    }

  set_moment (fixture, "2026-03-27T21:05:00+01:00");
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->menu_button), ==, "Friday 27 March, 9:05 PM");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->hour)), ==, "9 PM");
  gtk_spin_button_update (fixture->hour);
  g_assert_cmpint (fixture->n_changes, ==, 0);

  for (int hour = 0; hour < 24; hour++)
    {
      g_autofree char *shown = NULL;

      gtk_spin_button_set_value (fixture->hour, hour);
      shown = g_strdup (gtk_editable_get_text (GTK_EDITABLE (fixture->hour)));
      gtk_spin_button_set_value (fixture->hour, (hour + 1) % 24);
      type_value (fixture->hour, shown);
      g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->hour), ==, hour);
    }

  /* As people write it, and by 24 hours. */
  type_value (fixture->hour, "3pm");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->hour), ==, 15);
  type_value (fixture->hour, "12 am");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->hour), ==, 0);
  type_value (fixture->hour, "17");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->hour), ==, 17);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->hour)), ==, "5 PM");
  setlocale (LC_TIME, "C.UTF-8");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/moment-button/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/ui/moment-button/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/ui/moment-button/unchanged", Fixture, NULL, set_up, test_unchanged, tear_down);
  g_test_add ("/ui/moment-button/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/ui/moment-button/zone", Fixture, NULL, set_up, test_zone, tear_down);
  g_test_add ("/ui/moment-button/future", Fixture, NULL, set_up, test_future, tear_down);
  g_test_add ("/ui/moment-button/hour-that-is-not", Fixture, NULL, set_up, test_hour_that_is_not, tear_down);
  g_test_add ("/ui/moment-button/now", Fixture, NULL, set_up, test_now, tear_down);
  g_test_add ("/ui/moment-button/12-hours", Fixture, NULL, set_up, test_12_hours, tear_down);

  return g_test_run ();
}
