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

/* Sentences are cut between words, and nothing between a letter and its accents. */
static void
test_where_lines_break (void)
{
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());
  g_autofree char *words = repeat ("walked along the cold water ", 30000);
  GtkTextIter at;

  thaw_text_buffer_load (buffer, words);
  g_assert_cmpint (gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer)), >, 6);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &at);
  while (gtk_text_iter_forward_line (&at))
    {
      GtkTextIter before = at;

      gtk_text_iter_backward_chars (&before, 2);
      g_assert_cmpuint (gtk_text_iter_get_char (&before), ==, ' ');
    }

  /* Wherever the limit falls. */
  for (int offset = 0; offset < 6; offset++)
    {
      g_autofree char *accents = repeat ("e\xcc\x81\xcc\xa7", 30000);
      g_autofree char *text = g_strdup_printf ("%.*s%s", offset, "xxxxxx", accents);

      thaw_text_buffer_load (buffer, text);
      assert_text (buffer, text);
      gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &at);
      while (gtk_text_iter_forward_line (&at))
        g_assert_false (g_unichar_ismark (gtk_text_iter_get_char (&at)));
    }
}

/* A paragraph without an end, typed letter by letter, breaks between words as well. */
static void
test_typed_line (void)
{
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());
  g_autofree char *text = repeat ("walked along the cold water ", 20000);
  GtkTextIter at;

  for (const char *p = text; *p != '\0'; p++)
    gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (buffer), p, 1, TRUE);

  assert_text (buffer, text);
  /* The last word goes over the limit before it ends. */
  g_assert_cmpint (get_longest_line (buffer), <=, 4097 + 8);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &at);
  while (gtk_text_iter_forward_line (&at))
    {
      GtkTextIter before = at;

      gtk_text_iter_backward_chars (&before, 2);
      g_assert_cmpuint (gtk_text_iter_get_char (&before), ==, ' ');
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

static gboolean
is_filling (ThawTextBuffer *buffer)
{
  gboolean is_filling;

  g_object_get (buffer, "is-filling", &is_filling, NULL);

  return is_filling;
}

static void
await_filled (ThawTextBuffer *buffer)
{
  while (is_filling (buffer))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_slices (void)
{
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());
  g_autofree char *one = repeat ("walked along the cold water 語\n", MEGABYTE);
  g_autofree char *other = repeat ("sat still at home ", MEGABYTE);
  GtkTextIter at;
  int n_edits = 0;

  g_signal_connect_swapped (buffer, "edited", G_CALLBACK (thaw_test_ui_count_cb), &n_edits);

  /* Read half-way. */
  thaw_text_buffer_load (buffer, one);
  g_assert_true (is_filling (buffer));
  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)), <, MEGABYTE / 2);
  g_assert_cmpuint (thaw_text_buffer_get_length (buffer), >, MEGABYTE / 2);
  assert_text (buffer, one);
  g_assert_false (is_filling (buffer));

  /* Replaced half-way. */
  thaw_text_buffer_load (buffer, one);
  thaw_text_buffer_load (buffer, other);
  await_filled (buffer);
  assert_text (buffer, other);
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer), &at,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
  g_assert_true (gtk_text_iter_is_start (&at));
  g_assert_cmpint (n_edits, ==, 0);
  g_assert_false (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (buffer)));

  thaw_text_buffer_load (buffer, one);
  thaw_text_buffer_load (buffer, "");
  assert_text (buffer, "");
  g_assert_cmpint (n_edits, ==, 0);

  /* Written in, and something elsewhere meanwhile. */
  thaw_text_buffer_load (buffer, "end");
  insert_at_cursor (buffer, one);
  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (buffer), &at);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (buffer), &at, ".", 1);
  await_filled (buffer);
  g_assert_cmpint (n_edits, >, 0);
  {
    g_autofree char *expected = g_strconcat (one, "end.", NULL);

    assert_text (buffer, expected);
  }

  /* Gone half-way. */
  thaw_text_buffer_load (buffer, one);
}

/* What goes in by slices is one step to take back. */
static void
test_undo_slices (void)
{
  g_autoptr (ThawTextBuffer) buffer = THAW_TEXT_BUFFER (thaw_text_buffer_new ());
  g_autofree char *large = repeat ("some words ", MEGABYTE);
  g_autofree char *both = g_strconcat (large, "here", NULL);
  GtkTextIter start, end;

  thaw_text_buffer_load (buffer, "here");
  insert_at_cursor (buffer, large);
  await_filled (buffer);
  assert_text (buffer, both);
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, "here");
  g_assert_false (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (buffer)));
  gtk_text_buffer_redo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, both);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  gtk_text_buffer_delete_interactive (GTK_TEXT_BUFFER (buffer), &start, &end, TRUE);
  assert_text (buffer, "");
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, both);
  g_assert_cmpint (get_longest_line (buffer), <=, 4097);
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

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/text-buffer/texts", test_texts);
  g_test_add_func ("/ui/text-buffer/line-ends", test_line_ends);
  g_test_add_func ("/ui/text-buffer/long-lines", test_long_lines);
  g_test_add_func ("/ui/text-buffer/where-lines-break", test_where_lines_break);
  g_test_add_func ("/ui/text-buffer/typed-line", test_typed_line);
  g_test_add_func ("/ui/text-buffer/line-that-grows", test_line_that_grows);
  g_test_add_func ("/ui/text-buffer/undo", test_undo);
  g_test_add_func ("/ui/text-buffer/slices", test_slices);
  g_test_add_func ("/ui/text-buffer/undo-slices", test_undo_slices);
  g_test_add_func ("/ui/text-buffer/blank", test_blank);

  return g_test_run ();
}
