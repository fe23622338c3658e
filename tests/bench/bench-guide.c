/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the breathing guide costs of the processor in each frame, over a whole breath in a real window, beside an empty
 * window that is drawn as often; and how many frames are drawn while it is paused, or not seen. */

#include "config.h"

#include <adwaita.h>

#include "practice/thaw-breath-guide.h"
#include "thaw-bench.h"
#include "thaw-style.h"

#define WIDTH  1000
#define HEIGHT 700

/* Ten seconds of the usual display: a breath. */
#define N_FRAMES 600
#define N_FIRST  30 /* that find nothing ready */

#define QUIET_MS 2000

static GtkWindow *
open_window (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  while (gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);

  return window;
}

typedef struct
{
  double former_ms;
  int n_frames;
  GArray *samples_ms;
} Frames;

static void
on_painted_cb (Frames *frames)
{
  double now_ms = thaw_bench_process_cpu_ms ();
  double took_ms = now_ms - frames->former_ms;

  frames->former_ms = now_ms;
  if (++frames->n_frames > N_FIRST)
    g_array_append_val (frames->samples_ms, took_ms);
}

/* All that the process does from one frame to the next. */
static void
measure_frames (GtkWindow  *window,
                const char *name)
{
  g_autoptr (GArray) samples_ms = g_array_new (FALSE, FALSE, sizeof (double));
  Frames frames = { .samples_ms = samples_ms };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted_cb), &frames);

  while (frames.n_frames < N_FIRST + N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  thaw_bench_report (name, samples_ms);
}

static void
on_counted_cb (int *count)
{
  *count += 1;
}

static gboolean
on_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
count_frames (GtkWindow  *window,
              const char *name)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean is_over = FALSE;
  int n_frames = 0;
  gulong handler;

  /* The one that shows the change is none that counts. */
  g_timeout_add (QUIET_MS / 4, on_over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);

  is_over = FALSE;
  handler = g_signal_connect_swapped (clock, "update", G_CALLBACK (on_counted_cb), &n_frames);
  g_timeout_add (QUIET_MS, on_over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  g_print ("{\"name\": \"%s\", \"frames\": %d}\n", name, n_frames);
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *frame_clock,
            gpointer       user_data)
{
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
measure_floor (void)
{
  GtkWidget *empty = gtk_drawing_area_new ();
  GtkWindow *window = open_window (empty);

  gtk_widget_add_tick_callback (empty, on_tick_cb, NULL, NULL);
  measure_frames (window, "guide-empty-window");
  gtk_window_destroy (window);
}

static void
measure_guide (ThawPracticeClock *clock,
               const int         *tenths,
               const char        *name)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, "");
  g_autoptr (ThawTimeline) timeline = NULL;
  g_autoptr (ThawPracticeTimer) timer = NULL;
  GtkWidget *guide = thaw_breath_guide_new ();
  GtkWindow *window;
  g_autofree char *paused_name = g_strconcat (name, "-paused", NULL);
  g_autofree char *hidden_name = g_strconcat (name, "-hidden", NULL);

  memcpy (pattern->tenths, tenths, sizeof pattern->tenths);
  timeline = thaw_timeline_new_breathing (pattern, 0);
  timer = thaw_practice_timer_new (clock, timeline);
  thaw_breath_guide_set_timer (THAW_BREATH_GUIDE (guide), timer);
  window = open_window (guide);

  thaw_practice_timer_start (timer);
  measure_frames (window, name);
  thaw_practice_timer_pause (timer);
  count_frames (window, paused_name);
  thaw_practice_timer_resume (timer);
  gtk_widget_set_visible (guide, FALSE);
  count_frames (window, hidden_name);
  thaw_practice_timer_leave (timer);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  static const int slow[THAW_N_BREATH_PHASES] = { 50, 0, 0, 50, 0 };
  static const int all_phases[THAW_N_BREATH_PHASES] = { 20, 10, 20, 40, 10 };
  g_autoptr (ThawPracticeClock) clock = thaw_practice_clock_new ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  adw_init ();
  gtk_css_provider_load_from_resource (style, "/io/github/thawapp/Thaw/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  thaw_style_load_rest ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);

  measure_floor ();
  measure_guide (clock, slow, "guide-slow");
  measure_guide (clock, all_phases, "guide-all-phases");

  return 0;
}
