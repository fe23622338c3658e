/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-test-ui.h"
#include "widgets/reflection-chart/thaw-reflection-chart.h"

typedef struct
{
  GtkWindow *window;
  ThawReflectionChart *chart;
  GPtrArray *reflections;
} Fixture;

static void
add (Fixture    *fixture,
     const char *iso,
     int         level)
{
  ThawReflection *reflection = thaw_reflection_new ();

  reflection->uuid = g_strdup (iso);
  reflection->moment.day = thaw_day_from_iso (iso);
  reflection->levels[THAW_REFLECTION_RESPONSE] = level;
  g_ptr_array_add (fixture->reflections, reflection);
}

static void
show_november (Fixture *fixture)
{
  ThawPeriod november = { THAW_PERIOD_MONTH, thaw_day_from_iso ("2026-11-01"), thaw_day_from_iso ("2026-11-30") };

  thaw_reflection_chart_set_reflections (fixture->chart, fixture->reflections, &november);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->reflections = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reflection_free);
  fixture->chart = THAW_REFLECTION_CHART (thaw_reflection_chart_new ());
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->chart), 600, 300);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  g_clear_pointer (&fixture->reflections, g_ptr_array_unref);
}

static void
assert_cursor (Fixture    *fixture,
               const char *iso)
{
  const ThawReflection *reflection = thaw_reflection_chart_get_cursor (fixture->chart);

  g_assert_cmpstr (reflection != NULL ? reflection->uuid : NULL, ==, iso);
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (thaw_test_ui_press (GTK_WIDGET (fixture->chart), keyval, 0));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  int n_moved = 0, n_activated = 0;

  add (fixture, "2026-10-28", 1);
  add (fixture, "2026-11-03", 2);
  add (fixture, "2026-11-16", 3);
  add (fixture, "2026-11-29", 4);
  add (fixture, "2026-12-10", 5);
  g_signal_connect_swapped (fixture->chart, "cursor-moved", G_CALLBACK (thaw_test_ui_count_cb), &n_moved);
  g_signal_connect_swapped (fixture->chart, "activated", G_CALLBACK (thaw_test_ui_count_cb), &n_activated);
  show_november (fixture);
  assert_cursor (fixture, "2026-11-29");

  press (fixture, GDK_KEY_Left);
  assert_cursor (fixture, "2026-11-16");
  g_assert_cmpint (n_moved, ==, 2);
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Left);
  assert_cursor (fixture, "2026-11-03");
  press (fixture, GDK_KEY_End);
  press (fixture, GDK_KEY_Right);
  assert_cursor (fixture, "2026-11-29");
  g_assert_cmpint (n_activated, ==, 0);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpint (n_activated, ==, 1);

  /* Time runs the other way, and the keys follow the eye. */
  gtk_widget_set_direction (GTK_WIDGET (fixture->chart), GTK_TEXT_DIR_RTL);
  press (fixture, GDK_KEY_Right);
  assert_cursor (fixture, "2026-11-16");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  add (fixture, "2026-11-03", 2);
  add (fixture, "2026-11-16", 3);
  show_november (fixture);
  press (fixture, GDK_KEY_Left);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A look at numbness, November 2026: 2 reflections. The latest: "
                                       "Monday 16 November 2026: Being moved: 3 of 10; Finding words: left out; "
                                       "Range of feelings: left out; Closeness: left out.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Tuesday 3 November 2026: Being moved: 2 of 10; Finding words: left out; "
                                       "Range of feelings: left out; Closeness: left out.");
}

/* What is read anew leaves the cursor where it was. */
static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  add (fixture, "2026-11-03", 2);
  add (fixture, "2026-11-16", 3);
  show_november (fixture);
  press (fixture, GDK_KEY_Left);

  g_ptr_array_unref (fixture->reflections);
  fixture->reflections = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reflection_free);
  add (fixture, "2026-11-01", 7);
  add (fixture, "2026-11-03", 2);
  add (fixture, "2026-11-16", 3);
  show_november (fixture);
  assert_cursor (fixture, "2026-11-03");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  add (fixture, "2026-10-28", 1);
  show_november (fixture);
  assert_cursor (fixture, NULL);
  g_assert_false (thaw_test_ui_press (GTK_WIDGET (fixture->chart), GDK_KEY_Left, 0));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/ui/reflection-chart/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("keys", test_keys);
  ADD ("words", test_words);
  ADD ("stays", test_stays);
  ADD ("empty", test_empty);
#undef ADD

  return g_test_run ();
}
