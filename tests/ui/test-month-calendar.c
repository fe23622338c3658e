/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-month-calendar"

#include "config.h"
#include "thaw-day-mood.h"
#include "thaw-test-ui.h"
#include "widgets/thaw-month-calendar.h"

typedef struct
{
  GtkWindow *window;
  ThawMonthCalendar *calendar;
  int n_activated;
  ThawDay activated;
} Fixture;

static void
on_day_activated_cb (ThawMonthCalendar *calendar,
                     int                day,
                     gpointer           user_data)
{
  Fixture *fixture = user_data;

  fixture->n_activated++;
  fixture->activated = day;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->calendar = THAW_MONTH_CALENDAR (thaw_month_calendar_new ());
  gtk_widget_set_valign (GTK_WIDGET (fixture->calendar), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (fixture->calendar), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->calendar));
  thaw_month_calendar_set_today (fixture->calendar, thaw_day_new (2026, 3, 3));
  thaw_month_calendar_set_month (fixture->calendar, thaw_day_new (2026, 3, 3));
  g_signal_connect (fixture->calendar, "day-activated", G_CALLBACK (on_day_activated_cb), fixture);
  fixture->window = thaw_test_ui_present_sized (box, 320, 400);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

static GtkWidget *
find_by_number (GtkWidget  *widget,
                const char *number)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), number))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_number (child, number);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_day (Fixture *fixture,
          int      day_of_month)
{
  g_autofree char *number = g_strdup_printf ("%d", day_of_month);
  GtkWidget *button;

  thaw_test_ui_flush (GTK_WIDGET (fixture->calendar));
  button = find_by_number (GTK_WIDGET (fixture->calendar), number);
  g_assert_nonnull (button);

  return button;
}

static void
add_mood (GArray *moods,
          ThawDay day,
          guint   n_entries)
{
  ThawDayMood mood = { .day = day, .n_entries = n_entries };

  g_array_append_val (moods, mood);
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GArray) moods = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));

  /* Where a day is only to be chosen, entries are not what it is about. */
  gtk_test_accessible_assert_property (find_day (fixture, 28), GTK_ACCESSIBLE_PROPERTY_LABEL, "Saturday 28 March 2026");

  add_mood (moods, thaw_day_new (2026, 2, 28), 1);
  add_mood (moods, thaw_day_new (2026, 3, 1), 1);
  add_mood (moods, thaw_day_new (2026, 3, 2), 2);
  add_mood (moods, thaw_day_new (2026, 3, 31), 40);
  thaw_month_calendar_set_moods (fixture->calendar, moods);
  thaw_month_calendar_set_day (fixture->calendar, thaw_day_new (2026, 3, 31));

  gtk_test_accessible_assert_property (find_day (fixture, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sunday 1 March 2026, 1 entry");
  gtk_test_accessible_assert_property (find_day (fixture, 2), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Monday 2 March 2026, 2 entries");
  gtk_test_accessible_assert_property (find_day (fixture, 28), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Saturday 28 March 2026, no entries");
  g_assert_true (gtk_widget_has_css_class (find_day (fixture, 31), "marked"));
  g_assert_true (gtk_widget_has_css_class (find_day (fixture, 31), "chosen"));
  g_assert_true (gtk_widget_has_css_class (find_day (fixture, 3), "today"));
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->calendar), GTK_TYPE_LABEL, "•••"));

  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "month-calendar");
}

static void
test_names_of_buttons (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *previous = thaw_test_ui_find (GTK_WIDGET (fixture->calendar), GTK_TYPE_BUTTON, "Previous Month");
  GtkWidget *next = thaw_test_ui_find (GTK_WIDGET (fixture->calendar), GTK_TYPE_BUTTON, "Next Month");

  gtk_test_accessible_assert_property (previous, GTK_ACCESSIBLE_PROPERTY_LABEL, "Previous Month");
  gtk_test_accessible_assert_property (next, GTK_ACCESSIBLE_PROPERTY_LABEL, "Next Month");
  gtk_test_accessible_assert_property (fixture->calendar, GTK_ACCESSIBLE_PROPERTY_LABEL, "March 2026");
}

static void
test_months (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *previous = thaw_test_ui_find (GTK_WIDGET (fixture->calendar), GTK_TYPE_BUTTON, "Previous Month");
  GtkWidget *next = thaw_test_ui_find (GTK_WIDGET (fixture->calendar), GTK_TYPE_BUTTON, "Next Month");
  int n_notified = 0;

  g_signal_connect_swapped (fixture->calendar, "notify::month", G_CALLBACK (thaw_test_ui_count_cb), &n_notified);
  g_signal_emit_by_name (next, "clicked");
  g_assert_cmpint (thaw_month_calendar_get_month (fixture->calendar), ==, thaw_day_new (2026, 4, 1));
  g_signal_emit_by_name (previous, "clicked");
  g_signal_emit_by_name (previous, "clicked");
  g_assert_cmpint (thaw_month_calendar_get_month (fixture->calendar), ==, thaw_day_new (2026, 2, 1));
  thaw_month_calendar_set_month (fixture->calendar, thaw_day_new (2026, 2, 28));
  g_assert_cmpint (n_notified, ==, 3);

  /* February has 28 days here, and in 2024 29. */
  g_assert_null (find_by_number (GTK_WIDGET (fixture->calendar), "29"));
  thaw_month_calendar_set_month (fixture->calendar, thaw_day_new (2024, 2, 1));
  find_day (fixture, 29);
}

static void
test_ends_of_time (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *previous = thaw_test_ui_find (GTK_WIDGET (fixture->calendar), GTK_TYPE_BUTTON, "Previous Month");
  GtkWidget *next = thaw_test_ui_find (GTK_WIDGET (fixture->calendar), GTK_TYPE_BUTTON, "Next Month");

  thaw_month_calendar_set_month (fixture->calendar, THAW_DAY_FIRST);
  g_assert_false (gtk_widget_get_sensitive (previous));
  thaw_month_calendar_set_month (fixture->calendar, THAW_DAY_LAST);
  g_assert_false (gtk_widget_get_sensitive (next));
  g_assert_true (gtk_widget_get_sensitive (previous));
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  g_signal_emit_by_name (find_day (fixture, 17), "clicked");
  g_assert_cmpint (fixture->n_activated, ==, 1);
  g_assert_cmpint (fixture->activated, ==, thaw_day_new (2026, 3, 17));
  g_assert_cmpint (thaw_month_calendar_get_day (fixture->calendar), ==, thaw_day_new (2026, 3, 17));

  /* Going there again is a wish as well. */
  g_signal_emit_by_name (find_day (fixture, 17), "clicked");
  g_assert_cmpint (fixture->n_activated, ==, 2);
}

static void
assert_focus (Fixture *fixture,
              int      month,
              int      day_of_month)
{
  g_assert_cmpint (thaw_month_calendar_get_month (fixture->calendar), ==, thaw_day_new (2026, month, 1));
  g_assert_true (gtk_window_get_focus (fixture->window) == find_day (fixture, day_of_month));
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), keyval, 0));
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (fixture->calendar)) == GTK_TEXT_DIR_RTL;

  thaw_month_calendar_set_day (fixture->calendar, thaw_day_new (2026, 3, 3));
  gtk_window_set_focus (fixture->window, NULL);
  /* Past the buttons for the months. */
  for (int i = 0; i < 3; i++)
    g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->calendar), GTK_DIR_TAB_FORWARD));
  assert_focus (fixture, 3, 3);

  press (fixture, is_rtl ? GDK_KEY_Left : GDK_KEY_Right);
  assert_focus (fixture, 3, 4);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, 3, 11);
  press (fixture, GDK_KEY_End);
  assert_focus (fixture, 3, 31);
  press (fixture, is_rtl ? GDK_KEY_Left : GDK_KEY_Right);
  assert_focus (fixture, 4, 1);
  press (fixture, GDK_KEY_Up);
  assert_focus (fixture, 3, 25);
  press (fixture, GDK_KEY_Home);
  assert_focus (fixture, 3, 1);
  press (fixture, is_rtl ? GDK_KEY_Right : GDK_KEY_Left);
  assert_focus (fixture, 2, 28);
  press (fixture, GDK_KEY_Page_Down);
  assert_focus (fixture, 3, 28);
  press (fixture, GDK_KEY_Page_Up);
  assert_focus (fixture, 2, 28);

  /* Nothing was chosen by going around. */
  g_assert_cmpint (fixture->n_activated, ==, 0);
  g_assert_cmpint (thaw_month_calendar_get_day (fixture->calendar), ==, thaw_day_new (2026, 3, 3));
}

/* The focus goes to the chosen day, else to the present one, else to where it was. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  thaw_month_calendar_focus_day (fixture->calendar);
  g_assert_true (gtk_window_get_focus (fixture->window) == find_day (fixture, 3));

  thaw_month_calendar_set_day (fixture->calendar, thaw_day_new (2026, 3, 17));
  thaw_month_calendar_focus_day (fixture->calendar);
  g_assert_true (gtk_window_get_focus (fixture->window) == find_day (fixture, 17));

  thaw_month_calendar_set_month (fixture->calendar, thaw_day_new (2026, 5, 1));
  thaw_month_calendar_focus_day (fixture->calendar);
  g_assert_true (gtk_window_get_focus (fixture->window) == find_day (fixture, 17));
}

static void
test_days_are_one_tab_stop (Fixture       *fixture,
                            gconstpointer  data)
{
  int n_focusable = 0;

  for (int day = 1; day <= 31; day++)
    n_focusable += gtk_widget_get_focusable (find_day (fixture, day));

  g_assert_cmpint (n_focusable, ==, 1);
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

  add_test ("/ui/month-calendar/marks", test_marks);
  add_test ("/ui/month-calendar/names-of-buttons", test_names_of_buttons);
  add_test ("/ui/month-calendar/months", test_months);
  add_test ("/ui/month-calendar/ends-of-time", test_ends_of_time);
  add_test ("/ui/month-calendar/click", test_click);
  add_test ("/ui/month-calendar/keyboard", test_keyboard);
  add_test ("/ui/month-calendar/focus", test_focus);
  add_test ("/ui/month-calendar/days-are-one-tab-stop", test_days_are_one_tab_stop);

  return g_test_run ();
}
