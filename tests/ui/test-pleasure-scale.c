/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-pleasure-scale"

#include "config.h"
#include "practice/thaw-pleasure-scale.h"
#include "thaw-session.h"
#include "thaw-test-ui.h"
#include "widgets/check-in/thaw-step-scale.h"

typedef struct
{
  GtkWindow *window;
  ThawPleasureScale *scale;
  ThawStepScale *steps;
  int n_changed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *scale = thaw_pleasure_scale_new ("How pleasant was doing it?");

  fixture->scale = THAW_PLEASURE_SCALE (scale);
  fixture->window = thaw_test_ui_present (scale);
  fixture->steps = THAW_STEP_SCALE (thaw_test_ui_find (scale, THAW_TYPE_STEP_SCALE, NULL));
  g_signal_connect_swapped (scale, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

static void
choose (Fixture *fixture,
        int      step)
{
  g_signal_emit_by_name (thaw_step_scale_get_button (fixture->steps, step), "clicked");
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpint (thaw_pleasure_scale_get_pleasure (fixture->scale), ==, THAW_PLEASURE_UNKNOWN);
  choose (fixture, 0);
  g_assert_cmpint (thaw_pleasure_scale_get_pleasure (fixture->scale), ==, THAW_PLEASURE_MIN);
  choose (fixture, 10);
  g_assert_cmpint (thaw_pleasure_scale_get_pleasure (fixture->scale), ==, THAW_PLEASURE_MAX);
  choose (fixture, THAW_STEP_SCALE_UNKNOWN);
  g_assert_cmpint (thaw_pleasure_scale_get_pleasure (fixture->scale), ==, THAW_PLEASURE_UNKNOWN);
  g_assert_cmpint (fixture->n_changed, ==, 3);
}

static void
test_show (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_pleasure_scale_set_pleasure (fixture->scale, 7);
  g_assert_cmpint (thaw_step_scale_get_selected (fixture->steps), ==, 7);
  g_assert_cmpint (thaw_pleasure_scale_get_pleasure (fixture->scale), ==, 7);
  thaw_pleasure_scale_set_pleasure (fixture->scale, THAW_PLEASURE_UNKNOWN);
  g_assert_cmpint (thaw_step_scale_get_selected (fixture->steps), ==, THAW_STEP_SCALE_NONE);
  /* Nobody chose anything. */
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->steps), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How pleasant was doing it?");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_step_scale_get_button (fixture->steps, 4)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "4 of 10");
}

/* A digit answers it. */
static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->scale));
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_5, 0));
  g_assert_cmpint (thaw_pleasure_scale_get_pleasure (fixture->scale), ==, 5);
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Delete, 0));
  g_assert_cmpint (thaw_pleasure_scale_get_pleasure (fixture->scale), ==, THAW_PLEASURE_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/pleasure-scale/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/ui/pleasure-scale/show", Fixture, NULL, set_up, test_show, tear_down);
  g_test_add ("/ui/pleasure-scale/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/ui/pleasure-scale/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);

  return g_test_run ();
}
