/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-practice-page DIRECTORY: the page of practices over a journal: from the click on its tab, when it is built, until
 * it is drawn, beside an empty page in the same window. */

#include "config.h"

#include "pages/practice/thaw-practice-page.h"
#include "thaw-bench.h"
#include "thaw-style.h"

#define N_OPENINGS 21
#define PAUSE_MS   100

static ThawServices *services;

static void
set_flag_cb (gboolean *flag)
{
  *flag = TRUE;
}

static void
pause_ms (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, (GSourceFunc) G_CALLBACK (set_flag_cb), &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_frame (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean is_painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_flag_cb), &is_painted);

  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static GtkWidget *
create_page (void)
{
  return thaw_practice_page_new (services);
}

static GtkWidget *
create_empty (void)
{
  return gtk_label_new ("Empty");
}

static double
open_page (GtkWindow  *window,
           GtkWidget *(*create) (void))
{
  double started_ms = thaw_bench_now_ms ();

  adw_window_set_content (ADW_WINDOW (window), create ());
  wait_for_frame (window);

  return thaw_bench_now_ms () - started_ms;
}

static void
measure (GtkWindow *window)
{
  g_autoptr (GArray) empty_samples_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) page_samples_ms = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_OPENINGS; i++)
    {
      double empty_ms, page_ms;

      empty_ms = open_page (window, create_empty);
      pause_ms (PAUSE_MS);
      page_ms = open_page (window, create_page);
      pause_ms (PAUSE_MS);

      /* The first of each pays for what all others find ready. */
      if (i == 0)
        continue;
      g_array_append_val (empty_samples_ms, empty_ms);
      g_array_append_val (page_samples_ms, page_ms);
    }
  thaw_bench_report ("practice-page-empty", empty_samples_ms);
  thaw_bench_report ("practice-page-open", page_samples_ms);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawSettings) settings = NULL;
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  if (argc != 2)
    return 2;

  adw_init ();
  gtk_css_provider_load_from_resource (style, "/io/github/thawapp/Thaw/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  thaw_style_load_rest ();
  settings = thaw_settings_new ();
  services = thaw_services_new (argv[1], clock, settings);
  if (!thaw_database_open_sync (thaw_services_get_database (services), THAW_DATABASE_READ_ONLY, &error))
    g_error ("%s", error->message);

  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (window, 960, 720);
  adw_window_set_content (ADW_WINDOW (window), create_empty ());
  gtk_window_present (window);
  wait_for_frame (window);
  measure (window);

  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  thaw_database_close (thaw_services_get_database (services));
  g_clear_object (&services);

  return 0;
}
