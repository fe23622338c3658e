/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-session-view"

#include "config.h"
#include "practice/thaw-session-view.h"

#include "practice/thaw-breath-guide.h"
#include "practice/thaw-line-view.h"
#include "practice/thaw-session-controls.h"
#include "practice/thaw-session-stage.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  ThawPracticeClock *clock;
  ThawSessionRunner *runner;
  GtkWindow *window;
  GtkWidget *view;
  int n_over;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ThawSettings *settings;

  thaw_test_services_set_up (&fixture->services);
  settings = thaw_services_get_settings (fixture->services.services);
  thaw_settings_set_practice_show_seconds (settings, FALSE);
  thaw_settings_set_practice_speech (settings, FALSE);
  fixture->clock = thaw_practice_clock_new_stopped ();
  fixture->view = thaw_session_view_new (settings);
  g_signal_connect_swapped (fixture->view, "over", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_over);
  fixture->window = thaw_test_ui_present (fixture->view);
}

static void
await_saved (Fixture *fixture)
{
  while (fixture->runner != NULL && thaw_session_runner_is_saving (fixture->runner))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  if (fixture->runner != NULL)
    thaw_session_runner_leave (fixture->runner);
  await_saved (fixture);
  g_clear_object (&fixture->runner);
  g_clear_object (&fixture->clock);
  thaw_test_services_tear_down (&fixture->services);
}

static void
start (Fixture    *fixture,
       const char *activity,
       int         breaths,
       int         minutes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSessionSetup) setup = thaw_session_setup_new (fixture->services.services, activity, &error);

  g_assert_no_error (error);
  setup->breaths = breaths;
  setup->minutes = minutes;
  fixture->runner = thaw_session_runner_new (fixture->services.services, fixture->clock, setup);
  thaw_session_view_set_runner (THAW_SESSION_VIEW (fixture->view), fixture->runner);
  gtk_widget_grab_focus (fixture->view);
  thaw_session_runner_start (fixture->runner);
  thaw_test_ui_flush (fixture->view);
}

static ThawPracticeState
get_state (Fixture *fixture)
{
  return thaw_practice_timer_get_state (thaw_session_runner_get_timer (fixture->runner));
}

static ThawTimelinePlace
get_place (Fixture *fixture)
{
  ThawTimelinePlace place;

  thaw_practice_timer_get_place (thaw_session_runner_get_timer (fixture->runner), &place);

  return place;
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return thaw_test_ui_find (fixture->view, type, text);
}

static gboolean
is_mapped (Fixture    *fixture,
           GType       type,
           const char *text)
{
  GtkWidget *widget = find (fixture, type, text);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), keyval, 0));
}

static void
assert_announced (Fixture    *fixture,
                  const char *words)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (fixture, THAW_TYPE_SESSION_STAGE, NULL)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, words);
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  start (fixture, "slow-5-5", 3, 0);
  g_assert_true (is_mapped (fixture, THAW_TYPE_BREATH_GUIDE, NULL));
  g_assert_true (is_mapped (fixture, GTK_TYPE_BUTTON, "_Pause"));

  press (fixture, GDK_KEY_space);
  g_assert_cmpint (get_state (fixture), ==, THAW_PRACTICE_PAUSED);
  g_assert_true (is_mapped (fixture, GTK_TYPE_BUTTON, "_Resume"));
  g_assert_true (is_mapped (fixture, GTK_TYPE_LABEL, "Paused. Go on whenever you like."));
  assert_announced (fixture, "Paused. Go on whenever you like.");

  press (fixture, GDK_KEY_space);
  g_assert_cmpint (get_state (fixture), ==, THAW_PRACTICE_RUNNING);
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "Paused. Go on whenever you like."));

  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Pause"), "clicked");
  g_assert_cmpint (get_state (fixture), ==, THAW_PRACTICE_PAUSED);
}

/* It ends by itself, on a whole breath, and once. */
static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  start (fixture, "slow-5-5", 3, 0);
  g_assert_true (is_mapped (fixture, GTK_TYPE_LABEL, "Breath 1 of 3"));
  thaw_practice_clock_advance (fixture->clock, 10 * G_USEC_PER_SEC);
  g_assert_true (is_mapped (fixture, GTK_TYPE_LABEL, "Breath 2 of 3"));
  g_assert_cmpint (fixture->n_over, ==, 0);
  thaw_practice_clock_advance (fixture->clock, 20 * G_USEC_PER_SEC);
  g_assert_cmpint (fixture->n_over, ==, 1);
  g_assert_cmpint (thaw_session_runner_get_session (fixture->runner)->ending, ==, THAW_SESSION_FINISHED);
}

static void
test_end_after_breath (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *button;

  start (fixture, "slow-5-5", 3, 0);
  thaw_practice_clock_advance (fixture->clock, 7 * G_USEC_PER_SEC);
  button = find (fixture, GTK_TYPE_BUTTON, "_End After This Breath");
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (is_mapped (fixture, GTK_TYPE_LABEL, "This breath is the last one."));
  g_assert_false (gtk_widget_is_sensitive (button));
  /* The focus is not lost with it. */
  g_assert_true (THAW_IS_SESSION_STAGE (gtk_window_get_focus (fixture->window)));
  g_assert_cmpint (fixture->n_over, ==, 0);
  thaw_practice_clock_advance (fixture->clock, 3 * G_USEC_PER_SEC);
  g_assert_cmpint (fixture->n_over, ==, 1);
  g_assert_cmpint (thaw_session_runner_get_session (fixture->runner)->ending, ==, THAW_SESSION_FINISHED);
}

static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  start (fixture, "slow-5-5", 3, 0);
  thaw_practice_clock_advance (fixture->clock, 7 * G_USEC_PER_SEC);
  press (fixture, GDK_KEY_Escape);
  g_assert_cmpint (fixture->n_over, ==, 1);
  g_assert_cmpint (thaw_session_runner_get_session (fixture->runner)->ending, ==, THAW_SESSION_LEFT);
  g_assert_cmpint (thaw_session_runner_get_session (fixture->runner)->actual_ms, ==, 7000);
}

static const char *
get_line (Fixture *fixture)
{
  return thaw_line_view_get_line (THAW_LINE_VIEW (find (fixture, THAW_TYPE_LINE_VIEW, NULL)));
}

static const char *
get_step_text (Fixture *fixture,
               guint    step)
{
  ThawPracticeTimer *timer = thaw_session_runner_get_timer (fixture->runner);

  return thaw_timeline_get_step (thaw_practice_timer_get_timeline (timer), step)->text;
}

/* Line by line, in time and by the arrows, and each is announced. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  start (fixture, "body-scan", 0, 5);
  g_assert_cmpstr (get_line (fixture), ==, get_step_text (fixture, 0));
  assert_announced (fixture, get_step_text (fixture, 0));
  g_assert_false (is_mapped (fixture, GTK_TYPE_BUTTON, "_End After This Breath"));

  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (get_place (fixture).step, ==, 1);
  g_assert_cmpstr (get_line (fixture), ==, get_step_text (fixture, 1));
  assert_announced (fixture, get_step_text (fixture, 1));

  press (fixture, GDK_KEY_Left);
  g_assert_cmpstr (get_line (fixture), ==, get_step_text (fixture, 0));

  thaw_practice_clock_advance (fixture->clock, get_place (fixture).step_length_us);
  g_assert_cmpstr (get_line (fixture), ==, get_step_text (fixture, 1));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Go On to the Next"), "clicked");
  g_assert_cmpstr (get_line (fixture), ==, get_step_text (fixture, 2));
}

/* From right to left, Left goes on. */
static void
test_lines_rtl (Fixture       *fixture,
                gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  start (fixture, "body-scan", 0, 5);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (get_place (fixture).step, ==, 1);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (get_place (fixture).step, ==, 0);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Phases are announced, but none that is over before its word was said. */
static void
test_announcements (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *in, *out;

  start (fixture, "sighing", 3, 0);
  in = thaw_breath_phase_get_word (THAW_BREATH_IN);
  out = thaw_breath_phase_get_word (THAW_BREATH_OUT);
  assert_announced (fixture, in);
  thaw_practice_clock_advance (fixture->clock, 2 * G_USEC_PER_SEC);
  assert_announced (fixture, in);
  thaw_practice_clock_advance (fixture->clock, G_USEC_PER_SEC);
  assert_announced (fixture, out);
}

/* Not in two voices at once. */
static void
test_spoken (Fixture       *fixture,
             gconstpointer  data)
{
  const char *name;

  start (fixture, "body-scan", 0, 5);
  name = get_step_text (fixture, 0);
  gtk_widget_activate_action (fixture->view, "session-switches.speech", NULL);
  g_assert_true (thaw_settings_get_practice_speech (thaw_services_get_settings (fixture->services.services)));
  press (fixture, GDK_KEY_Right);
  g_assert_cmpstr (get_line (fixture), ==, get_step_text (fixture, 1));
  assert_announced (fixture, name);
}

static void
test_seconds (Fixture       *fixture,
              gconstpointer  data)
{
  start (fixture, "walk", 0, 15);
  thaw_practice_clock_advance (fixture->clock, 61 * G_USEC_PER_SEC);
  gtk_widget_activate_action (fixture->view, "session-switches.seconds", NULL);
  g_assert_true (is_mapped (fixture, GTK_TYPE_LABEL, "1:01 of 15:00"));
  gtk_widget_activate_action (fixture->view, "session-switches.seconds", NULL);
  g_assert_false (is_mapped (fixture, GTK_TYPE_LABEL, "1:01 of 15:00"));
}

/* Nobody leaves a walk that was shorter than planned: it is done. */
static void
test_shorter (Fixture       *fixture,
              gconstpointer  data)
{
  start (fixture, "walk", 0, 15);
  thaw_practice_clock_advance (fixture->clock, 300 * G_USEC_PER_SEC);
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Done"), "clicked");
  g_assert_cmpint (fixture->n_over, ==, 1);
  g_assert_cmpint (thaw_session_runner_get_session (fixture->runner)->actual_ms, ==, 300000);
}

/* Something that takes as long as it takes: no bar, and it is done when the person says so. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  start (fixture, "walk", 0, 0);
  g_assert_false (is_mapped (fixture, GTK_TYPE_PROGRESS_BAR, NULL));
  g_assert_nonnull (strstr (get_line (fixture), "Come back here when you are done."));
  thaw_practice_clock_advance (fixture->clock, 600 * G_USEC_PER_SEC);
  /* There is nothing to skip. */
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (get_state (fixture), ==, THAW_PRACTICE_RUNNING);
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Done"), "clicked");
  g_assert_cmpint (fixture->n_over, ==, 1);
  g_assert_cmpint (thaw_session_runner_get_session (fixture->runner)->actual_ms, ==, 600000);
}

static void
test_slept (Fixture       *fixture,
            gconstpointer  data)
{
  const char *sentence = "The computer was asleep, so this was paused. Go on whenever you like.";

  start (fixture, "slow-5-5", 3, 0);
  thaw_practice_clock_advance (fixture->clock, 2 * G_USEC_PER_SEC);
  thaw_practice_clock_sleep (fixture->clock, G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC);
  thaw_practice_clock_advance (fixture->clock, 5 * G_USEC_PER_SEC);
  g_assert_cmpint (get_state (fixture), ==, THAW_PRACTICE_PAUSED);
  g_assert_true (is_mapped (fixture, GTK_TYPE_LABEL, sentence));

  press (fixture, GDK_KEY_space);
  press (fixture, GDK_KEY_space);
  /* Paused by the person, it says so. */
  g_assert_true (is_mapped (fixture, GTK_TYPE_LABEL, "Paused. Go on whenever you like."));
}

/* Whatever runs fits into the smallest window, by scrolling if need be. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  const char *activity = data;
  int width, height;

  start (fixture, activity, 3, 5);
  gtk_widget_measure (fixture->view, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (fixture->view, GTK_ORIENTATION_VERTICAL, 360, &height, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  g_assert_cmpint (height, <=, 294);
}

/* The controls fade where they may, and come back with any key. */
static void
test_fade (Fixture       *fixture,
           gconstpointer  data)
{
  ThawSessionControls *controls;

  start (fixture, "slow-5-5", 3, 0);
  controls = THAW_SESSION_CONTROLS (find (fixture, THAW_TYPE_SESSION_CONTROLS, NULL));
  g_assert_false (thaw_session_controls_is_faded (controls));
  thaw_session_controls_set_fades (controls, TRUE);
  while (!thaw_session_controls_is_faded (controls))
    g_main_context_iteration (NULL, TRUE);
  /* Still there for the keyboard. */
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (controls)));
  thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Shift_L, 0);
  g_assert_false (thaw_session_controls_is_faded (controls));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define add(name, test) g_test_add ("/ui/session-view/" name, Fixture, NULL, set_up, test, tear_down)
  add ("pause", test_pause);
  add ("end", test_end);
  add ("end-after-breath", test_end_after_breath);
  add ("leave", test_leave);
  add ("lines", test_lines);
  add ("lines-rtl", test_lines_rtl);
  add ("announcements", test_announcements);
  add ("spoken", test_spoken);
  add ("seconds", test_seconds);
  add ("open", test_open);
  add ("shorter", test_shorter);
  add ("slept", test_slept);
  add ("fade", test_fade);
#undef add
  g_test_add ("/ui/session-view/narrow/breathing", Fixture, "box", set_up, test_narrow, tear_down);
  g_test_add ("/ui/session-view/narrow/lines", Fixture, "body-scan", set_up, test_narrow, tear_down);
  g_test_add ("/ui/session-view/narrow/quiet", Fixture, "walk", set_up, test_narrow, tear_down);

  return g_test_run ();
}
