/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-breath-length"

#include "config.h"
#include "practice/thaw-breath-length.h"

#include "thaw-test-ui.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *length;
  GtkSpinButton *field;
} Fixture;

static void
show (Fixture *fixture,
      int      breaths,
      int      limit)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new ("box", "Box");

  pattern->tenths[THAW_BREATH_IN] = 40;
  pattern->tenths[THAW_BREATH_HOLD_FULL] = 40;
  pattern->tenths[THAW_BREATH_OUT] = 40;
  pattern->tenths[THAW_BREATH_HOLD_EMPTY] = 40;
  fixture->length = thaw_breath_length_new (pattern, breaths, limit);
  fixture->window = thaw_test_ui_present (fixture->length);
  fixture->field = GTK_SPIN_BUTTON (thaw_test_ui_find (fixture->length, GTK_TYPE_SPIN_BUTTON, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  show (fixture, 15, THAW_BREATH_MAX_BREATHS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

static GtkWidget *
find_label (Fixture    *fixture,
            const char *text)
{
  return thaw_test_ui_find (fixture->length, GTK_TYPE_LABEL, text);
}

static int
get_breaths (Fixture *fixture)
{
  return thaw_breath_length_get_breaths (THAW_BREATH_LENGTH (fixture->length));
}

static void
count_in (Fixture    *fixture,
          const char *unit)
{
  GtkWidget *toggle = thaw_test_ui_find (fixture->length, GTK_TYPE_TOGGLE_BUTTON, unit);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

static void
test_breaths (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpint (get_breaths (fixture), ==, 15);
  g_assert_nonnull (find_label (fixture, "15 breaths, which take 4 minutes"));
  gtk_spin_button_set_value (fixture->field, 1);
  g_assert_cmpint (get_breaths (fixture), ==, 1);
  g_assert_nonnull (find_label (fixture, "1 breath, which takes 16 seconds"));
}

/* No breath is cut short: what is chosen in minutes is whole breaths. */
static void
test_minutes (Fixture       *fixture,
              gconstpointer  data)
{
  count_in (fixture, "Minutes");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->field), ==, 4);
  g_assert_cmpint (get_breaths (fixture), ==, 15);

  gtk_spin_button_set_value (fixture->field, 3);
  g_assert_cmpint (get_breaths (fixture), ==, 11);
  g_assert_nonnull (find_label (fixture, "11 breaths, which take 2 minutes 56 seconds"));

  /* Counted the other way it is the same length. */
  count_in (fixture, "Breaths");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->field), ==, 11);
}

/* What was typed counts without Enter. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->field), "21");
  g_assert_cmpint (get_breaths (fixture), ==, 21);
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  int n_activated = 0;

  g_signal_connect_swapped (fixture->length, "activate", G_CALLBACK (thaw_test_ui_count_cb), &n_activated);
  gtk_editable_set_text (GTK_EDITABLE (fixture->field), "7");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (fixture->field)), "activate");
  g_assert_cmpint (n_activated, ==, 1);
  g_assert_cmpint (get_breaths (fixture), ==, 7);
}

static void
test_limit (void)
{
  Fixture fixture = { NULL };

  show (&fixture, 15, 4);
  g_assert_cmpint (get_breaths (&fixture), ==, 4);
  gtk_spin_button_set_value (fixture.field, 30);
  g_assert_cmpint (get_breaths (&fixture), ==, 4);
  /* Four breaths are a minute: there is nothing to choose in minutes. */
  g_assert_false (gtk_widget_get_mapped (thaw_test_ui_find (fixture.length, GTK_TYPE_TOGGLE_BUTTON, "Minutes")));
  thaw_test_ui_close (fixture.window);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->field), GTK_ACCESSIBLE_PROPERTY_LABEL, "Breaths");
  count_in (fixture, "Minutes");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->field), GTK_ACCESSIBLE_PROPERTY_LABEL, "Minutes");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "15 breaths, which take 4 minutes");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/breath-length/breaths", Fixture, NULL, set_up, test_breaths, tear_down);
  g_test_add ("/ui/breath-length/minutes", Fixture, NULL, set_up, test_minutes, tear_down);
  g_test_add ("/ui/breath-length/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/ui/breath-length/activate", Fixture, NULL, set_up, test_activate, tear_down);
  g_test_add_func ("/ui/breath-length/limit", test_limit);
  g_test_add ("/ui/breath-length/accessible", Fixture, NULL, set_up, test_accessible, tear_down);

  return g_test_run ();
}
