/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-session-levels"

#include "config.h"
#include "practice/thaw-session-levels.h"

#include "practice/thaw-pleasure-scale.h"
#include "thaw-test-ui.h"
#include "widgets/check-in/thaw-feeling-scale.h"
#include "widgets/check-in/thaw-step-scale.h"
#include "widgets/check-in/thaw-valence-scale.h"

typedef struct
{
  GtkWindow *window;
  ThawSessionLevels *levels;
  int n_changed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->levels = THAW_SESSION_LEVELS (thaw_session_levels_new ());
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->levels));
  g_signal_connect_swapped (fixture->levels, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

static void
choose (Fixture *fixture,
        GType    type,
        int      step)
{
  GtkWidget *scale = thaw_test_ui_find (GTK_WIDGET (fixture->levels), type, NULL);
  GtkWidget *steps = thaw_test_ui_find (scale, THAW_TYPE_STEP_SCALE, NULL);

  g_signal_emit_by_name (thaw_step_scale_get_button (THAW_STEP_SCALE (steps), step), "clicked");
}

static void
assert_level (Fixture *fixture,
              int      feeling,
              double   valence,
              int      pleasure)
{
  ThawMoodLevel level = thaw_session_levels_get_level (fixture->levels);

  g_assert_true (thaw_mood_level_equal (&level, &(ThawMoodLevel) { feeling, valence }));
  g_assert_cmpint (thaw_session_levels_get_pleasure (fixture->levels), ==, pleasure);
}

static void
test_answer (Fixture       *fixture,
             gconstpointer  data)
{
  assert_level (fixture, THAW_FEELING_UNKNOWN, NAN, THAW_PLEASURE_UNKNOWN);
  choose (fixture, THAW_TYPE_FEELING_SCALE, 3);
  assert_level (fixture, 3, NAN, THAW_PLEASURE_UNKNOWN);
  choose (fixture, THAW_TYPE_VALENCE_SCALE, 6);
  assert_level (fixture, 3, 1.0, THAW_PLEASURE_UNKNOWN);
  choose (fixture, THAW_TYPE_FEELING_SCALE, THAW_STEP_SCALE_UNKNOWN);
  assert_level (fixture, THAW_FEELING_UNKNOWN, 1.0, THAW_PLEASURE_UNKNOWN);
  g_assert_cmpint (fixture->n_changed, ==, 3);
}

/* Pleasure is asked for where there is something to be pleasant, and another question has no answer. */
static void
test_pleasure (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_null (thaw_test_ui_find (GTK_WIDGET (fixture->levels), THAW_TYPE_PLEASURE_SCALE, NULL));

  thaw_session_levels_set_asks_pleasure (fixture->levels, "How pleasant do you expect it to be?");
  choose (fixture, THAW_TYPE_PLEASURE_SCALE, 8);
  assert_level (fixture, THAW_FEELING_UNKNOWN, NAN, 8);
  g_assert_cmpint (fixture->n_changed, ==, 1);

  thaw_session_levels_set_remark (fixture->levels, "A remark");
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->levels), GTK_TYPE_LABEL, "A remark"));

  thaw_session_levels_set_asks_pleasure (fixture->levels, "How pleasant was doing it?");
  assert_level (fixture, THAW_FEELING_UNKNOWN, NAN, THAW_PLEASURE_UNKNOWN);
  g_assert_null (thaw_test_ui_find (GTK_WIDGET (fixture->levels), GTK_TYPE_LABEL, "A remark"));

  thaw_session_levels_set_asks_pleasure (fixture->levels, NULL);
  g_assert_null (thaw_test_ui_find (GTK_WIDGET (fixture->levels), THAW_TYPE_PLEASURE_SCALE, NULL));
  /* There is nothing to remark on. */
  thaw_session_levels_set_remark (fixture->levels, "A remark");
  g_assert_null (thaw_test_ui_find (GTK_WIDGET (fixture->levels), GTK_TYPE_LABEL, "A remark"));
}

static void
test_show (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_session_levels_set_asks_pleasure (fixture->levels, "How pleasant was doing it?");
  thaw_session_levels_show (fixture->levels, (ThawMoodLevel) { 4, -1.0 }, 6);
  assert_level (fixture, 4, -1.0, 6);
  thaw_session_levels_show (fixture->levels, THAW_MOOD_LEVEL_UNKNOWN, THAW_PLEASURE_UNKNOWN);
  assert_level (fixture, THAW_FEELING_UNKNOWN, NAN, THAW_PLEASURE_UNKNOWN);
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

/* Who looks back is asked how it was. */
static void
test_past (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *feeling_scale = thaw_test_ui_find (GTK_WIDGET (fixture->levels), THAW_TYPE_FEELING_SCALE, NULL);
  GtkWidget *valence_scale = thaw_test_ui_find (GTK_WIDGET (fixture->levels), THAW_TYPE_VALENCE_SCALE, NULL);

  thaw_session_levels_set_past (fixture->levels);
  g_assert_nonnull (thaw_test_ui_find (feeling_scale, GTK_TYPE_LABEL, "How much could you feel?"));
  g_assert_nonnull (thaw_test_ui_find (valence_scale, GTK_TYPE_LABEL, "How did you feel overall?"));
}

/* Three stops for Tab, in the order in which they are asked. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  const GType types[] = { THAW_TYPE_PLEASURE_SCALE, THAW_TYPE_FEELING_SCALE, THAW_TYPE_VALENCE_SCALE };

  thaw_session_levels_set_asks_pleasure (fixture->levels, "How pleasant was doing it?");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->levels));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (fixture->window), types[i]));
      thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD);
    }
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/session-levels/answer", Fixture, NULL, set_up, test_answer, tear_down);
  g_test_add ("/ui/session-levels/pleasure", Fixture, NULL, set_up, test_pleasure, tear_down);
  g_test_add ("/ui/session-levels/show", Fixture, NULL, set_up, test_show, tear_down);
  g_test_add ("/ui/session-levels/past", Fixture, NULL, set_up, test_past, tear_down);
  g_test_add ("/ui/session-levels/focus", Fixture, NULL, set_up, test_focus, tear_down);

  return g_test_run ();
}
