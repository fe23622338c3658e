/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-text-view"

#include "config.h"
#include "editor/thaw-text-buffer.h"
#include "editor/thaw-text-view.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"

typedef struct
{
  GtkWindow *window;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  int n_edits;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->view = GTK_TEXT_VIEW (thaw_text_view_new ());
  gtk_text_view_set_wrap_mode (fixture->view, GTK_WRAP_WORD_CHAR);
  fixture->buffer = gtk_text_view_get_buffer (fixture->view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  fixture->window = thaw_test_ui_present (scrolled);
  g_signal_connect_swapped (fixture->buffer, "edited", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_edits);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

/* About @n_bytes of @unit, numbered, so that no two parts are the same. */
static char *
make_text (const char *unit,
           gsize       n_bytes)
{
  GString *text = g_string_sized_new (n_bytes);

  for (guint i = 0; text->len < n_bytes; i++)
    g_string_append_printf (text, "%s%u", unit, i);

  return g_string_free (text, FALSE);
}

static void
assert_text (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *text = thaw_text_buffer_dup_text (THAW_TEXT_BUFFER (fixture->buffer));

  g_assert_cmpuint (strlen (text), ==, strlen (expected));
  g_assert_true (g_str_equal (text, expected));
}

/* Returns how many bytes of the text are before the second line. */
static gssize
place_cursor_at_break (Fixture *fixture,
                       gboolean is_before)
{
  GtkTextIter start, at;
  g_autofree char *piece = NULL;

  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  gtk_text_buffer_get_iter_at_line (fixture->buffer, &at, 1);
  gtk_text_buffer_place_cursor (fixture->buffer, &at);
  gtk_text_iter_backward_char (&at);
  piece = gtk_text_buffer_get_text (fixture->buffer, &start, &at, TRUE);
  if (is_before)
    gtk_text_buffer_place_cursor (fixture->buffer, &at);

  return (gssize) strlen (piece);
}

/* Each key does something to the text, on either side of a break that is no part of it. */
static void
test_keys_at_a_break (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *text = make_text ("walked along the cold water ", 20000);
  g_autoptr (GString) expected = g_string_new (text);
  gssize cut;

  thaw_text_buffer_load (THAW_TEXT_BUFFER (fixture->buffer), text);
  cut = place_cursor_at_break (fixture, FALSE);
  g_signal_emit_by_name (fixture->view, "backspace");
  g_string_erase (expected, cut - 1, 1);
  assert_text (fixture, expected->str);
  g_signal_emit_by_name (fixture->view, "backspace");
  g_string_erase (expected, cut - 2, 1);
  assert_text (fixture, expected->str);

  cut = place_cursor_at_break (fixture, TRUE);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  g_string_erase (expected, cut, 1);
  assert_text (fixture, expected->str);

  cut = place_cursor_at_break (fixture, FALSE);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, -1);
  g_string_erase (expected, cut - 1, 1);
  assert_text (fixture, expected->str);

  for (guint i = 0; i < 2; i++)
    {
      cut = place_cursor_at_break (fixture, i == 0);
      g_signal_emit_by_name (fixture->view, "insert-at-cursor", "snow");
      g_string_insert (expected, cut, "snow");
      assert_text (fixture, expected->str);
    }

  while (gtk_text_buffer_get_can_undo (fixture->buffer))
    gtk_text_buffer_undo (fixture->buffer);
  assert_text (fixture, text);
  while (gtk_text_buffer_get_can_redo (fixture->buffer))
    gtk_text_buffer_redo (fixture->buffer);
  assert_text (fixture, expected->str);
}

static void
paste (Fixture *fixture)
{
  fixture->n_edits = 0;
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  while (fixture->n_edits == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_clipboard (Fixture       *fixture,
                gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  g_autofree char *text = make_text ("walked along the cold water ", 20000);
  g_autofree char *twice = g_strconcat (text, text, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *copied = NULL;

  gdk_clipboard_set_text (clipboard, text);
  paste (fixture);
  assert_text (fixture, text);

  gdk_clipboard_set_text (clipboard, "");
  g_signal_emit_by_name (fixture->view, "select-all", TRUE);
  g_signal_emit_by_name (fixture->view, "copy-clipboard");
  assert_text (fixture, text);
  g_signal_emit_by_name (fixture->view, "cut-clipboard");
  assert_text (fixture, "");
  gdk_clipboard_read_text_async (clipboard, NULL, thaw_test_store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  copied = gdk_clipboard_read_text_finish (clipboard, result, NULL);
  g_assert_true (g_str_equal (copied, text));

  /* What is selected is replaced; else it goes in where the cursor is. */
  g_signal_emit_by_name (fixture->view, "insert-at-cursor", "All of this is selected");
  g_signal_emit_by_name (fixture->view, "select-all", TRUE);
  paste (fixture);
  assert_text (fixture, text);
  paste (fixture);
  assert_text (fixture, twice);

  /* One step to take back, what was selected and all. */
  gtk_text_buffer_undo (fixture->buffer);
  assert_text (fixture, text);
  gtk_text_buffer_undo (fixture->buffer);
  assert_text (fixture, "All of this is selected");
}

/* No text: a picture, or nothing. */
static void
test_nothing_to_paste (Fixture       *fixture,
                       gconstpointer  data)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), NULL);
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_text (fixture, "");

  /* And a view that is gone when the text comes. */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), "late");
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
}

/* When the main loop last came round, and the longest that it took. */
typedef struct
{
  gint64 last_us;
  gint64 longest_us;
} Rounds;

static gboolean
on_round_cb (gpointer user_data)
{
  Rounds *rounds = user_data;
  gint64 now_us = g_get_monotonic_time ();

  rounds->longest_us = MAX (rounds->longest_us, now_us - rounds->last_us);
  rounds->last_us = now_us;

  return G_SOURCE_CONTINUE;
}

static void
await_filled (Fixture *fixture)
{
  while (!gtk_text_view_get_editable (fixture->view))
    g_main_context_iteration (NULL, TRUE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->view));
}

/* Ten megabytes, in lines, in one, and in one word: the program goes on to draw and to answer. */
static void
test_ten_megabytes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *text = make_text (data, 10 * 1000 * 1000);
  g_autoptr (GString) expected = g_string_new (text);
  Rounds rounds = { 0 };
  guint source;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), text);
  thaw_test_ui_flush (GTK_WIDGET (fixture->view));
  rounds.last_us = g_get_monotonic_time ();
  source = g_timeout_add_full (G_PRIORITY_HIGH, 1, on_round_cb, &rounds, NULL);

  paste (fixture);
  g_assert_false (gtk_text_view_get_editable (fixture->view));
  await_filled (fixture);
  g_test_message ("Pasting: at most %d ms without an answer", (int) (rounds.longest_us / 1000));

  rounds.longest_us = 0;
  g_signal_emit_by_name (fixture->view, "insert-at-cursor", "x");
  thaw_test_ui_flush (GTK_WIDGET (fixture->view));
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, -1, FALSE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->view));
  g_test_message ("Going about: at most %d ms", (int) (rounds.longest_us / 1000));
  g_string_append_c (expected, 'x');
  assert_text (fixture, expected->str);

  rounds.last_us = g_get_monotonic_time ();
  rounds.longest_us = 0;
  thaw_text_buffer_load (THAW_TEXT_BUFFER (fixture->buffer), text);
  await_filled (fixture);
  g_test_message ("Opening: at most %d ms", (int) (rounds.longest_us / 1000));
  assert_text (fixture, text);

  g_source_remove (source);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/text-view/keys-at-a-break", Fixture, NULL, set_up, test_keys_at_a_break, tear_down);
  g_test_add ("/ui/text-view/nothing-to-paste", Fixture, NULL, set_up, test_nothing_to_paste, tear_down);

  /* By hand, with "-m slow": the clipboard of a virtual display answers late, or never. */
  if (g_test_slow ())
    {
      g_test_add ("/ui/text-view/clipboard", Fixture, NULL, set_up, test_clipboard, tear_down);
      g_test_add ("/ui/text-view/ten-megabytes/lines", Fixture, "walked along the cold water, and then home\n", set_up,
                  test_ten_megabytes, tear_down);
      g_test_add ("/ui/text-view/ten-megabytes/one-line", Fixture, "walked along the cold water ", set_up,
                  test_ten_megabytes, tear_down);
      g_test_add ("/ui/text-view/ten-megabytes/one-word", Fixture, "walked-along-the-cold-water-", set_up,
                  test_ten_megabytes, tear_down);
    }

  return g_test_run ();
}
