/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-mood-chart"

#include "config.h"
#include "thaw-test-ui.h"
#include "widgets/mood-chart/thaw-mood-chart.h"

#include <math.h>

#include "thaw-mood-sessions.h"
#include "thaw-mood-words.h"
#include "thaw-test-moods.h"

typedef struct
{
  GtkWindow *window;
  ThawMoodChart *chart;
  int n_notified;
  int n_activated;
  ThawDay activated_day;
} Fixture;

static ThawDay
day (const char *iso)
{
  return thaw_day_from_iso (iso);
}

static void
on_day_activated_cb (Fixture *fixture,
                     ThawDay  activated_day)
{
  fixture->n_activated++;
  fixture->activated_day = activated_day;
}

static void
show_moods (Fixture         *fixture,
            GArray          *days,
            ThawPeriodRange  range,
            ThawDay          first,
            ThawDay          last)
{
  ThawPeriod period = { range, first, last };
  g_autoptr (ThawMoodSeries) series = thaw_mood_series_new (days, first, last);

  thaw_mood_chart_set_series (fixture->chart, series, &period, NULL);
}

/* Entries on the 2nd, 3rd, 4th, 9th, 20th and 28th. */
static void
show_november (Fixture *fixture)
{
  const int days_of_month[] = { 2, 3, 4, 9, 20, 28 };
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));

  for (guint i = 0; i < G_N_ELEMENTS (days_of_month); i++)
    {
      ThawDayMood mood = {
        .day = thaw_day_new (2026, 11, days_of_month[i]),
        .feeling = { (double) i, (double) i, (double) i, 1 },
        .valence = { NAN, NAN, NAN, 0 },
        .n_entries = 1,
      };

      g_array_append_val (days, mood);
    }

  show_moods (fixture, days, THAW_PERIOD_MONTH, day ("2026-11-01"), day ("2026-11-30"));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->chart = THAW_MOOD_CHART (thaw_mood_chart_new ());
  g_signal_connect_swapped (fixture->chart, "day-activated", G_CALLBACK (on_day_activated_cb), fixture);
  g_signal_connect_swapped (fixture->chart, "notify::cursor-day", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_notified);
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->chart), 800, 420);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (thaw_test_ui_press (GTK_WIDGET (fixture->chart), keyval, 0));
}

static void
assert_cursor (Fixture    *fixture,
               const char *iso)
{
  g_autofree char *actual = thaw_day_to_iso (thaw_mood_chart_get_cursor_day (fixture->chart));

  g_assert_cmpstr (actual, ==, iso);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));

  /* Without a series at all, and with one that has no day. */
  g_assert_false (thaw_test_ui_press (GTK_WIDGET (fixture->chart), GDK_KEY_Left, 0));
  show_moods (fixture, days, THAW_PERIOD_MONTH, day ("2026-11-01"), day ("2026-11-30"));
  thaw_test_ui_flush (GTK_WIDGET (fixture->chart));

  g_assert_cmpint (thaw_mood_chart_get_cursor_day (fixture->chart), ==, THAW_DAY_NONE);
  g_assert_null (thaw_mood_chart_get_cursor_mood (fixture->chart));
  g_assert_false (thaw_test_ui_press (GTK_WIDGET (fixture->chart), GDK_KEY_Left, 0));
  g_assert_false (thaw_test_ui_press (GTK_WIDGET (fixture->chart), GDK_KEY_Return, 0));
  g_assert_cmpint (fixture->n_activated, ==, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "November 2026: nothing was written in this time.");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  show_november (fixture);
  assert_cursor (fixture, "2026-11-28");

  press (fixture, GDK_KEY_Left);
  assert_cursor (fixture, "2026-11-20");
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Right);
  assert_cursor (fixture, "2026-11-28");

  press (fixture, GDK_KEY_Home);
  assert_cursor (fixture, "2026-11-02");
  press (fixture, GDK_KEY_Left);
  assert_cursor (fixture, "2026-11-02");
  press (fixture, GDK_KEY_Page_Down);
  assert_cursor (fixture, "2026-11-09");
  /* A week on is nearer to where the cursor is: it goes on all the same. */
  press (fixture, GDK_KEY_Page_Down);
  assert_cursor (fixture, "2026-11-20");
  press (fixture, GDK_KEY_Page_Up);
  assert_cursor (fixture, "2026-11-09");
  press (fixture, GDK_KEY_End);
  assert_cursor (fixture, "2026-11-28");

  g_assert_false (thaw_test_ui_press (GTK_WIDGET (fixture->chart), GDK_KEY_Left, GDK_CONTROL_MASK));
  g_assert_false (thaw_test_ui_press (GTK_WIDGET (fixture->chart), GDK_KEY_Up, 0));
  assert_cursor (fixture, "2026-11-28");
}

static void
test_visual_direction (Fixture       *fixture,
                       gconstpointer  data)
{
  show_november (fixture);
  gtk_widget_set_direction (GTK_WIDGET (fixture->chart), GTK_TEXT_DIR_RTL);

  press (fixture, GDK_KEY_Right);
  assert_cursor (fixture, "2026-11-20");
  press (fixture, GDK_KEY_Left);
  assert_cursor (fixture, "2026-11-28");
  thaw_test_ui_flush (GTK_WIDGET (fixture->chart));
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  show_november (fixture);

  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpint (fixture->n_activated, ==, 1);
  g_assert_cmpint (fixture->activated_day, ==, day ("2026-11-02"));
}

static void
test_property (Fixture       *fixture,
               gconstpointer  data)
{
  int cursor_day;

  show_november (fixture);
  g_assert_cmpint (fixture->n_notified, ==, 1);

  thaw_mood_chart_set_cursor_day (fixture->chart, day ("2026-11-07"));
  g_object_get (fixture->chart, "cursor-day", &cursor_day, NULL);
  g_assert_cmpint (cursor_day, ==, day ("2026-11-09"));
  g_assert_cmpint (fixture->n_notified, ==, 2);
  g_object_set (fixture->chart, "cursor-day", day ("2026-11-09"), NULL);
  g_assert_cmpint (fixture->n_notified, ==, 2);

  /* It stays where it is when what is shown changes, as far as it can. */
  show_november (fixture);
  assert_cursor (fixture, "2026-11-09");
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->chart);

  show_november (fixture);
  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "November 2026: 6 days with entries. How much I could feel: on average a little "
                                       "(2.5 of 10), lowest on 2 Nov 2026 with numb (0 of 10), highest on 28 Nov 2026 "
                                       "with somewhat (5 of 10).");
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Saturday 28 November 2026. How much I could feel: somewhat (5 of 10). "
                                       "How pleasant it was: no answer. 1 entry.");

  press (fixture, GDK_KEY_Home);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Monday 2 November 2026. How much I could feel: numb (0 of 10). "
                                       "How pleasant it was: no answer. 1 entry.");
}

static void
test_pointer (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->chart));
  double width = gtk_widget_get_width (GTK_WIDGET (fixture->chart));

  show_november (fixture);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        {
          g_signal_emit_by_name (controller, "motion", 0.0, 100.0);
          assert_cursor (fixture, "2026-11-02");
          g_signal_emit_by_name (controller, "motion", width * 0.99, 100.0);
          assert_cursor (fixture, "2026-11-28");

          /* The page moved below a pointer that lies still: the keys keep the cursor. */
          press (fixture, GDK_KEY_Left);
          g_signal_emit_by_name (controller, "motion", width * 0.99, 80.0);
          assert_cursor (fixture, "2026-11-20");
          g_signal_emit_by_name (controller, "enter", 0.0, 80.0);
          g_signal_emit_by_name (controller, "motion", 0.0, 80.0);
          assert_cursor (fixture, "2026-11-20");
        }
      else if (GTK_IS_GESTURE_CLICK (controller))
        {
          g_signal_emit_by_name (controller, "released", 1, 1.0, 100.0);
          g_assert_cmpint (fixture->activated_day, ==, day ("2026-11-02"));
          /* Let go outside: nothing was meant. */
          g_signal_emit_by_name (controller, "released", 1, width * 0.9, -50.0);
        }
    }

  g_assert_cmpint (fixture->n_activated, ==, 1);
}

/* The cursor goes to days with sessions alone, too, and tells of them; the strip has a height of its own. */
static void
test_sessions (Fixture       *fixture,
               gconstpointer  data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->chart);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (ThawDayCount));
  g_autoptr (GArray) all = NULL;
  ThawDayMood mood = { day ("2026-11-02"), { 2.0, 2.0, 2.0, 1 }, { NAN, NAN, NAN, 0 }, 1, 0 };
  int before, after;

  g_array_append_val (days, mood);
  show_moods (fixture, days, THAW_PERIOD_MONTH, day ("2026-11-01"), day ("2026-11-30"));
  gtk_widget_measure (GTK_WIDGET (fixture->chart), GTK_ORIENTATION_VERTICAL, 800, NULL, &before, NULL, NULL);

  g_array_append_vals (counts, &(ThawDayCount) { day ("2026-11-02"), 1 }, 1);
  g_array_append_vals (counts, &(ThawDayCount) { day ("2026-11-09"), 2 }, 1);
  all = thaw_day_moods_add_sessions (days, counts);
  show_moods (fixture, all, THAW_PERIOD_MONTH, day ("2026-11-01"), day ("2026-11-30"));
  gtk_widget_measure (GTK_WIDGET (fixture->chart), GTK_ORIENTATION_VERTICAL, 800, NULL, &after, NULL, NULL);
  g_assert_cmpint (after, >, before);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "November 2026: 1 day with entries. How much I could feel: barely (2 of 10). "
                                       "Something was practised or done on 2 days.");

  press (fixture, GDK_KEY_Right);
  assert_cursor (fixture, "2026-11-09");
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Monday 9 November 2026. 2 practices.");
  thaw_test_ui_flush (GTK_WIDGET (fixture->chart));
  press (fixture, GDK_KEY_Left);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Monday 2 November 2026. How much I could feel: barely (2 of 10). "
                                       "How pleasant it was: no answer. 1 entry, 1 practice.");

  /* When they are gone the strip goes, too, and the cursor goes where there is something. */
  press (fixture, GDK_KEY_Right);
  show_moods (fixture, days, THAW_PERIOD_MONTH, day ("2026-11-01"), day ("2026-11-30"));
  assert_cursor (fixture, "2026-11-02");
  gtk_widget_measure (GTK_WIDGET (fixture->chart), GTK_ORIENTATION_VERTICAL, 800, NULL, &after, NULL, NULL);
  g_assert_cmpint (after, ==, before);
}

/* All ranges at all widths, to be looked at where somebody asks for pictures. */
static void
test_pictures (void)
{
  const struct
  {
    const char *name;
    int n_days;
    double density;
  } charts[] = {
    { "week", 7, 0.8 },
    { "month", 30, 0.75 },
    { "quarter", 91, 0.8 },
    { "year", 365, 0.7 },
    { "twenty-years", 7305, 0.8 },
  };
  const int widths[] = { 360, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (charts) * G_N_ELEMENTS (widths); i++)
    {
      int width = widths[i % 2];
      ThawDay last = day ("2026-11-30");
      ThawDay first = last - charts[i / 2].n_days + 1;
      Fixture fixture = { .chart = THAW_MOOD_CHART (thaw_mood_chart_new ()) };
      g_autoptr (GArray) days = thaw_test_make_moods (first, charts[i / 2].n_days, 3, charts[i / 2].density);
      g_autoptr (GArray) counts = thaw_test_make_day_counts (first, charts[i / 2].n_days, 0.4);
      g_autoptr (GArray) all = thaw_day_moods_add_sessions (days, counts);
      g_autofree char *name = g_strdup_printf ("chart-%s-%d", charts[i / 2].name, width);

      fixture.window = thaw_test_ui_present_sized (GTK_WIDGET (fixture.chart), width, 560);
      show_moods (&fixture, all, THAW_PERIOD_ALL, first, last);
      thaw_mood_chart_set_cursor_day (fixture.chart, (first + last) / 2);
      thaw_test_ui_flush (GTK_WIDGET (fixture.chart));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.chart)), <=, width);
      thaw_test_ui_save_picture (GTK_WIDGET (fixture.window), name);
      thaw_test_ui_close (fixture.window);
    }
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ui/mood-chart/empty", test_empty);
  ADD ("/ui/mood-chart/keys", test_keys);
  ADD ("/ui/mood-chart/visual-direction", test_visual_direction);
  ADD ("/ui/mood-chart/activate", test_activate);
  ADD ("/ui/mood-chart/property", test_property);
  ADD ("/ui/mood-chart/accessible", test_accessible);
  ADD ("/ui/mood-chart/pointer", test_pointer);
  ADD ("/ui/mood-chart/sessions", test_sessions);
#undef ADD
  g_test_add_func ("/ui/mood-chart/pictures", test_pictures);

  return g_test_run ();
}
