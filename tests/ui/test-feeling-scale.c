/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-feeling-scale"

#include "config.h"
#include "thaw-test-ui.h"
#include "widgets/check-in/thaw-feeling-scale.h"
#include "widgets/check-in/thaw-step-scale.h"

#include "thaw-mood.h"

typedef struct
{
  GtkWindow *window;
  ThawFeelingScale *scale;
  ThawStepScale *steps;
  int n_changed;
  int n_notified;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->scale = THAW_FEELING_SCALE (thaw_feeling_scale_new ());
  fixture->steps = THAW_STEP_SCALE (thaw_test_ui_find (GTK_WIDGET (fixture->scale), THAW_TYPE_STEP_SCALE, NULL));
  g_signal_connect_swapped (fixture->scale, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->scale, "notify::feeling", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_notified);
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->scale));
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
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), keyval, 0));
}

static void
click (Fixture *fixture,
       int      selected)
{
  g_signal_emit_by_name (thaw_step_scale_get_button (fixture->steps, selected), "clicked");
}

static void
assert_checked (Fixture            *fixture,
                int                 selected,
                GtkAccessibleTristate checked)
{
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (thaw_step_scale_get_button (fixture->steps, selected)),
                                    GTK_ACCESSIBLE_STATE_CHECKED, checked);
}

static void
test_value (Fixture       *fixture,
            gconstpointer  data)
{
  int feeling;

  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, THAW_FEELING_UNKNOWN);
  g_assert_false (thaw_feeling_scale_get_cant_tell (fixture->scale));

  thaw_feeling_scale_set_feeling (fixture->scale, 7);
  thaw_feeling_scale_set_feeling (fixture->scale, 7);
  g_object_get (fixture->scale, "feeling", &feeling, NULL);
  g_assert_cmpint (feeling, ==, 7);
  g_assert_cmpint (fixture->n_notified, ==, 1);
  assert_checked (fixture, 7, GTK_ACCESSIBLE_TRISTATE_TRUE);
  assert_checked (fixture, 6, GTK_ACCESSIBLE_TRISTATE_FALSE);

  g_object_set (fixture->scale, "feeling", THAW_FEELING_UNKNOWN, NULL);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, THAW_FEELING_UNKNOWN);
  g_assert_cmpint (fixture->n_notified, ==, 2);
  assert_checked (fixture, 7, GTK_ACCESSIBLE_TRISTATE_FALSE);

  /* What code sets is no change by the person. */
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  click (fixture, 4);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 4);
  g_assert_cmpint (fixture->n_changed, ==, 1);

  click (fixture, 9);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 9);
  assert_checked (fixture, 4, GTK_ACCESSIBLE_TRISTATE_FALSE);

  /* Once more on the same: the question is open again. */
  click (fixture, 9);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, THAW_FEELING_UNKNOWN);
  assert_checked (fixture, 9, GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_cmpint (fixture->n_changed, ==, 3);
}

static void
test_cant_tell (Fixture       *fixture,
                gconstpointer  data)
{
  thaw_feeling_scale_set_feeling (fixture->scale, 3);

  click (fixture, THAW_STEP_SCALE_UNKNOWN);
  g_assert_true (thaw_feeling_scale_get_cant_tell (fixture->scale));
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, THAW_FEELING_UNKNOWN);
  g_assert_cmpint (fixture->n_changed, ==, 1);
  assert_checked (fixture, THAW_STEP_SCALE_UNKNOWN, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->scale), GTK_TYPE_LABEL, "can’t tell"));

  click (fixture, THAW_STEP_SCALE_UNKNOWN);
  g_assert_false (thaw_feeling_scale_get_cant_tell (fixture->scale));

  thaw_feeling_scale_set_cant_tell (fixture->scale, TRUE);
  thaw_feeling_scale_set_feeling (fixture->scale, THAW_FEELING_UNKNOWN);
  g_assert_false (thaw_feeling_scale_get_cant_tell (fixture->scale));
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->scale)));
  g_assert_true (gtk_window_get_focus (fixture->window) == thaw_step_scale_get_button (fixture->steps, 0));

  press (fixture, GDK_KEY_6);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 6);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 7);
  press (fixture, GDK_KEY_Left);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 5);
  press (fixture, GDK_KEY_End);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 10);
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 0);
  press (fixture, GDK_KEY_KP_3);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 3);

  press (fixture, GDK_KEY_Down);
  g_assert_true (thaw_feeling_scale_get_cant_tell (fixture->scale));
  press (fixture, GDK_KEY_Up);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 3);
  press (fixture, GDK_KEY_question);
  g_assert_true (thaw_feeling_scale_get_cant_tell (fixture->scale));

  press (fixture, GDK_KEY_Delete);
  g_assert_false (thaw_feeling_scale_get_cant_tell (fixture->scale));
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, THAW_FEELING_UNKNOWN);

  /* "1" and "0" at once. */
  press (fixture, GDK_KEY_1);
  press (fixture, GDK_KEY_0);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 10);
  press (fixture, GDK_KEY_0);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 0);

  g_assert_false (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_5, GDK_CONTROL_MASK));
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 0);
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->steps), GTK_TEXT_DIR_RTL);
  thaw_feeling_scale_set_feeling (fixture->scale, 4);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->scale));

  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 5);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (thaw_feeling_scale_get_feeling (fixture->scale), ==, 4);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkAccessible *group = GTK_ACCESSIBLE (fixture->steps);
  GtkAccessible *step = GTK_ACCESSIBLE (thaw_step_scale_get_button (fixture->steps, 5));

  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_LABEL, "How much can you feel right now?");
  gtk_test_accessible_assert_role (step, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (step, GTK_ACCESSIBLE_PROPERTY_LABEL, "5 of 10, somewhat");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (thaw_step_scale_get_button (fixture->steps, THAW_STEP_SCALE_UNKNOWN)),
                                   GTK_ACCESSIBLE_ROLE_RADIO);
}

/* Eleven steps in 300 pixels: what is left of a narrow window. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->scale), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/feeling-scale/value", Fixture, NULL, set_up, test_value, tear_down);
  g_test_add ("/ui/feeling-scale/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/ui/feeling-scale/cant-tell", Fixture, NULL, set_up, test_cant_tell, tear_down);
  g_test_add ("/ui/feeling-scale/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/ui/feeling-scale/right-to-left", Fixture, NULL, set_up, test_right_to_left, tear_down);
  g_test_add ("/ui/feeling-scale/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/ui/feeling-scale/narrow", Fixture, NULL, set_up, test_narrow, tear_down);

  return g_test_run ();
}
