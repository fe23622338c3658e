/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-first-frame.h"

#include <stdlib.h>
#include <time.h>

/* Time for what is left to an idle moment after the first frame, before the memory is read. */
#define SETTLE_MS 1500

static BenchReadyFunc ready_func;
static BenchDoneFunc done_func;
static gboolean is_reported;

/* Milliseconds since whoever started this process noted the time in BENCH_START_NS. */
static double
elapsed_ms (void)
{
  struct timespec now;
  const char *start = g_getenv ("BENCH_START_NS");

  g_assert_nonnull (start);
  clock_gettime (CLOCK_MONOTONIC, &now);

  return ((double) now.tv_sec * 1e9 + (double) now.tv_nsec - g_ascii_strtod (start, NULL)) / 1e6;
}

static glong
read_pss_kb (void)
{
  g_autofree char *rollup = NULL;
  const char *pss;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    return 0;
  pss = strstr (rollup, "\nPss:");

  return pss != NULL ? strtol (pss + 5, NULL, 10) : 0;
}

static gboolean
on_settled_cb (gpointer user_data)
{
  g_print ("{\"name\": \"pss\", \"kb\": %ld}\n", read_pss_kb ());
  if (done_func != NULL)
    done_func (user_data);
  else
    exit (0);

  return G_SOURCE_REMOVE;
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   GtkWindow     *window)
{
  if (is_reported || (ready_func != NULL && !ready_func (window)))
    return;

  is_reported = TRUE;
  g_print ("{\"name\": \"first-frame\", \"ms\": %.3f}\n", elapsed_ms ());
  g_timeout_add (SETTLE_MS, on_settled_cb, window);
}

static void
on_realize_cb (GtkWidget *widget,
               gpointer   user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_after_paint_cb), widget);
}

/**
 * bench_report_first_frame:
 * @window: a window that is not realized yet
 * @is_ready: (nullable): whether what a frame shows is what is waited for
 * @done: (nullable): what to do after the memory was read; %NULL to exit
 *
 * Prints the time of the first such frame since BENCH_START_NS, and the
 * proportional set size a while later.
 */
void
bench_report_first_frame (GtkWindow      *window,
                          BenchReadyFunc  is_ready,
                          BenchDoneFunc   done)
{
  ready_func = is_ready;
  done_func = done;
  g_signal_connect (window, "realize", G_CALLBACK (on_realize_cb), NULL);
}
