/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole application: its start until the page is drawn, and with the argument "search" the time from a letter
 * typed into the journal's search to the frame that shows what was found. */

#include "config.h"

#include <stdlib.h>

#include "bench-first-frame.h"
#include "thaw-application.h"
#include "thaw-bench.h"

/* A person types 300 characters a minute at the most. */
#define KEY_PAUSE_MS 200

static const char *const typed_words[] = { "coffee", "sister", "walk home", "morning", "quiet", "rain" };

static gboolean measures_search;
static GtkListView *list_view;
static GtkEditable *search_entry;
static guint word_index, letter_index;
static double pressed_ms;
static gboolean is_waiting, is_model_new;
static GArray *samples_ms;

static GtkWidget *
find_widget (GtkWidget  *root,
             GType       type,
             const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (css_class == NULL || gtk_widget_has_css_class (root, css_class)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, css_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_visible_page (GtkWindow *window)
{
  GtkWidget *stack = find_widget (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK, NULL);

  return stack != NULL ? adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack)) : NULL;
}

static gboolean
is_page_shown (GtkWindow *window)
{
  GtkWidget *page = get_visible_page (window);

  return page != NULL && gtk_widget_get_mapped (page) && gtk_widget_get_first_child (page) != NULL;
}

static gboolean
on_next_key_cb (gpointer user_data)
{
  const char *word = typed_words[word_index];
  int end;

  if (letter_index == 0)
    gtk_editable_set_text (search_entry, "");

  end = (int) g_utf8_strlen (gtk_editable_get_text (search_entry), -1);
  is_waiting = TRUE;
  is_model_new = FALSE;
  pressed_ms = thaw_bench_now_ms ();
  gtk_editable_insert_text (search_entry, word + letter_index, 1, &end);

  return G_SOURCE_REMOVE;
}

static void
on_model_changed_cb (void)
{
  is_model_new = TRUE;
}

static void
on_frame_cb (void)
{
  double took_ms;

  if (!is_waiting || !is_model_new)
    return;

  took_ms = thaw_bench_now_ms () - pressed_ms;
  g_array_append_val (samples_ms, took_ms);
  is_waiting = FALSE;

  if (typed_words[word_index][++letter_index] == '\0')
    {
      letter_index = 0;
      if (++word_index == G_N_ELEMENTS (typed_words))
        {
          thaw_bench_report ("search-key-to-frame", samples_ms);
          exit (0);
        }
    }
  g_timeout_add (KEY_PAUSE_MS, on_next_key_cb, NULL);
}

static void
type_searches (GtkWindow *window)
{
  GtkWidget *page;

  samples_ms = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  page = get_visible_page (window);
  list_view = GTK_LIST_VIEW (find_widget (page, GTK_TYPE_LIST_VIEW, "entry-list"));
  search_entry = GTK_EDITABLE (find_widget (page, GTK_TYPE_SEARCH_ENTRY, NULL));
  g_assert_nonnull (list_view);
  g_assert_nonnull (search_entry);
  g_signal_connect (list_view, "notify::model", G_CALLBACK (on_model_changed_cb), NULL);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (on_frame_cb), NULL);
  g_timeout_add (1000, on_next_key_cb, NULL);
}

static void
on_window_added_cb (GtkApplication *application,
                    GtkWindow      *window)
{
  bench_report_first_frame (window, is_page_shown, measures_search ? type_searches : NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawApplication) application = thaw_application_new ();

  measures_search = argc > 1 && g_str_equal (argv[1], "search");
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
