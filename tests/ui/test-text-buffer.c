/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-text-buffer"

#include "config.h"
#include "editor/thaw-text-buffer.h"
#include "thaw-test-ui.h"

#define MEGABYTE (1024 * 1024)

static char *
repeat (const char *unit,
        gsize       n_bytes)
{
  GString *text = g_string_sized_new (n_bytes);

  while (text->len < n_bytes)
    g_string_append (text, unit);

  return g_string_free (text, FALSE);
}

static void
assert_text (ThawTextBuffer *buffer,
             const char     *expected)
{
  g_autofree char *text = thaw_text_buffer_dup_text (buffer);

  /* Not g_assert_cmpstr(): nobody wants to read ten megabytes. */
  g_assert_cmpuint (strlen (text), ==, strlen (expected));
  g_assert_true (g_str_equal (text, expected));
}

static int
get_longest_line (ThawTextBuffer *buffer)
{
  GtkTextIter iter;
  int longest = 0;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &iter);
  do
    longest = MAX (longest, gtk_text_iter_get_bytes_in_line (&iter));
  while (gtk_text_iter_forward_line (&iter));

  return longest;
}

static void
insert_at_cursor (ThawTextBuffer *buffer,
                  const char     *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (buffer), text, -1, TRUE);
}

static void
test_texts (void)
{
  static const char *const texts[] = {
    "", "a", "\n", "\n\n", "one\ntwo", "<b>&amp;", "עברית 😀 e\xcc\x81", "tab\there", "  ",
  };
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      thaw_text_buffer_load (buffer, texts[i]);
      assert_text (buffer, texts[i]);
      g_assert_false (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (buffer)));
    }
}

static void
test_line_ends (void)
{
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());

  insert_at_cursor (buffer, "one\r\ntwo\rthree\n\r\nfour");
  assert_text (buffer, "one\ntwo\nthree\n\nfour");
}

static void
test_long_lines (void)
{
  static const char *const units[] = { "a", "word ", "ö", "😀", "語", "\xcc\x81" };
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *line = repeat (units[i], MEGABYTE);
      g_autofree char *lines = g_strconcat ("short\n", line, "\n\nshort", NULL);

      thaw_text_buffer_load (buffer, lines);
      assert_text (buffer, lines);
      g_assert_cmpint (get_longest_line (buffer), <=, 4097);
    }
}

static void
test_line_that_grows (void)
{
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());
  g_autofree char *piece = repeat ("some words ", 1000);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (int i = 0; i < 200; i++)
    {
      insert_at_cursor (buffer, piece);
      g_string_append (expected, piece);
    }

  assert_text (buffer, expected->str);
  g_assert_cmpint (get_longest_line (buffer), <=, 4097);
}

static void
test_undo (void)
{
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());
  g_autofree char *line = repeat ("some words ", 100000);
  g_autofree char *both = g_strconcat ("before ", line, NULL);

  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (buffer), TRUE);
  thaw_text_buffer_load (buffer, "");
  insert_at_cursor (buffer, "before ");
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (buffer));
  insert_at_cursor (buffer, line);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, both);

  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  while (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (buffer)))
    gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, "");
  while (gtk_text_buffer_get_can_redo (GTK_TEXT_BUFFER (buffer)))
    gtk_text_buffer_redo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, both);
}

static void
test_blank (void)
{
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());

  g_assert_true (thaw_text_buffer_is_blank (buffer));
  thaw_text_buffer_load (buffer, " \n\t \n");
  g_assert_true (thaw_text_buffer_is_blank (buffer));
  thaw_text_buffer_load (buffer, " \n .");
  g_assert_false (thaw_text_buffer_is_blank (buffer));
  thaw_text_buffer_load (buffer, "a");
  g_assert_false (thaw_text_buffer_is_blank (buffer));
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

/* Ten megabytes, in lines and in one, in a view on the screen: the program goes on to draw and to answer. */
static void
test_ten_megabytes (void)
{
  static const char *const units[] = { "A line of about eighty characters, as somebody would write it in a letter.\n",
                                       "no end to this line " };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());
      GtkWidget *view = gtk_text_view_new_with_buffer (GTK_TEXT_BUFFER (buffer));
      GtkWidget *scroller = gtk_scrolled_window_new ();
      g_autofree char *text = repeat (units[i], 10 * MEGABYTE);
      GtkWindow *window;
      Rounds rounds = { 0 };
      guint source;

      gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
      window = thaw_test_ui_present (scroller);

      rounds.last_us = g_get_monotonic_time ();
      source = g_timeout_add_full (G_PRIORITY_HIGH, 1, on_round_cb, &rounds, NULL);
      insert_at_cursor (buffer, text);
      thaw_test_ui_flush (view);
      insert_at_cursor (buffer, "x");
      thaw_test_ui_flush (view);
      g_source_remove (source);
      g_test_message ("At most %d ms without an answer", (int) (rounds.longest_us / 1000));

      thaw_test_ui_close (window);
    }
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/text-buffer/texts", test_texts);
  g_test_add_func ("/ui/text-buffer/line-ends", test_line_ends);
  g_test_add_func ("/ui/text-buffer/long-lines", test_long_lines);
  g_test_add_func ("/ui/text-buffer/line-that-grows", test_line_that_grows);
  g_test_add_func ("/ui/text-buffer/undo", test_undo);
  g_test_add_func ("/ui/text-buffer/blank", test_blank);
  g_test_add_func ("/ui/text-buffer/ten-megabytes", test_ten_megabytes);

  return g_test_run ();
}
