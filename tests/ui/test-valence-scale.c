/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-valence-scale"

#include "config.h"
#include "thaw-test-ui.h"
#include "widgets/check-in/thaw-step-scale.h"
#include "widgets/check-in/thaw-valence-scale.h"

#include "thaw-mood.h"

#include <math.h>

typedef struct
{
  GtkWindow *window;
  ThawValenceScale *scale;
  ThawStepScale *steps;
  int n_changed;
  int n_notified;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->scale = THAW_VALENCE_SCALE (thaw_valence_scale_new ());
  fixture->steps = THAW_STEP_SCALE (thaw_test_ui_find (GTK_WIDGET (fixture->scale), THAW_TYPE_STEP_SCALE, NULL));
  g_signal_connect_swapped (fixture->scale, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->scale, "notify::valence", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_notified);
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
test_value (Fixture       *fixture,
            gconstpointer  data)
{
  double valence;

  g_assert_true (isnan (thaw_valence_scale_get_valence (fixture->scale)));

  /* Not on a step: kept as it is. */
  thaw_valence_scale_set_valence (fixture->scale, 0.6);
  thaw_valence_scale_set_valence (fixture->scale, 0.6);
  g_object_get (fixture->scale, "valence", &valence, NULL);
  g_assert_cmpfloat (valence, ==, 0.6);
  g_assert_cmpint (fixture->n_notified, ==, 1);
  g_assert_cmpint (thaw_step_scale_get_selected (fixture->steps), ==, 5);

  g_object_set (fixture->scale, "valence", NAN, NULL);
  g_assert_true (isnan (thaw_valence_scale_get_valence (fixture->scale)));
  g_assert_cmpint (fixture->n_notified, ==, 2);
  g_assert_cmpint (thaw_step_scale_get_selected (fixture->steps), ==, THAW_STEP_SCALE_NONE);
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  g_signal_emit_by_name (thaw_step_scale_get_button (fixture->steps, 0), "clicked");
  g_assert_cmpfloat (thaw_valence_scale_get_valence (fixture->scale), ==, -1.0);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->scale), GTK_TYPE_LABEL, "very unpleasant"));

  g_signal_emit_by_name (thaw_step_scale_get_button (fixture->steps, THAW_STEP_SCALE_UNKNOWN), "clicked");
  g_assert_true (isnan (thaw_valence_scale_get_valence (fixture->scale)));
  g_assert_true (thaw_valence_scale_get_cant_tell (fixture->scale));
  g_assert_cmpint (fixture->n_changed, ==, 2);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->scale));

  press (fixture, GDK_KEY_4);
  g_assert_cmpfloat_with_epsilon (thaw_valence_scale_get_valence (fixture->scale), 0.0, 1e-12);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpfloat_with_epsilon (thaw_valence_scale_get_valence (fixture->scale), 1.0 / 3, 1e-12);
  press (fixture, GDK_KEY_7);
  g_assert_cmpfloat (thaw_valence_scale_get_valence (fixture->scale), ==, 1.0);
  g_assert_false (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_8, 0));
  g_assert_cmpfloat (thaw_valence_scale_get_valence (fixture->scale), ==, 1.0);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->steps),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "How pleasant is it?");

  for (int step = 0; step < THAW_VALENCE_N_STEPS; step++)
    {
      GtkWidget *button = thaw_step_scale_get_button (fixture->steps, step);
      GtkWidget *face = gtk_button_get_child (GTK_BUTTON (button));

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_RADIO);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, thaw_valence_step_get_word (step));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, thaw_valence_step_get_word (step));
      g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                              gtk_image_get_icon_name (GTK_IMAGE (face))));
    }
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/valence-scale/value", Fixture, NULL, set_up, test_value, tear_down);
  g_test_add ("/ui/valence-scale/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/ui/valence-scale/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/ui/valence-scale/accessible", Fixture, NULL, set_up, test_accessible, tear_down);

  return g_test_run ();
}
