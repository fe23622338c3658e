/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-long-text"

#include "config.h"
#include "thaw-long-text.h"

/*
 * Texts of any length in a GtkTextBuffer.
 *
 * A text view lays out one line at a time, the whole of it: a line of a megabyte
 * stops the program for many seconds. So a line that is far longer than any
 * paragraph is shown in pieces. The breaks between the pieces carry a tag and are
 * left out when the text is read again.
 */

#define TAG_NAME "thaw-shown-break"
#define DATA_KEY "thaw-long-text"

/* The longest paragraph that is laid out at once, in bytes. */
#define MAX_LINE_BYTES 20000

typedef struct
{
  GtkTextTag *tag; /* (unowned): the buffer's */
  gboolean is_splitting;
} LongText;

static gsize
find_break (const char *text,
            gsize       length)
{
  const char *end = text + length;
  const char *space;

  if (length <= MAX_LINE_BYTES)
    return 0;

  space = g_strrstr_len (text, MAX_LINE_BYTES, " ");
  if (space != NULL && space > text)
    return (gsize) (space + 1 - text);

  return (gsize) (g_utf8_find_next_char (text + MAX_LINE_BYTES - 4, end) - text);
}

/* Inserts a text so that no line of it is too long. */
static void
insert_in_pieces (GtkTextBuffer *buffer,
                  LongText      *self,
                  GtkTextIter   *at,
                  const char    *text,
                  gsize          length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));
      gsize line_length = (gsize) ((newline != NULL ? newline + 1 : end) - text);
      gsize piece;

      while ((piece = find_break (text, line_length)) > 0)
        {
          gtk_text_buffer_insert (buffer, at, text, (int) piece);
          gtk_text_buffer_insert_with_tags (buffer, at, "\n", 1, self->tag, NULL);
          text += piece;
          line_length -= piece;
        }

      gtk_text_buffer_insert (buffer, at, text, (int) line_length);
      text += line_length;
    }
}

static gboolean
has_long_line (const char *text,
               gsize       length)
{
  const char *end = text + length;

  while ((gsize) (end - text) > MAX_LINE_BYTES)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));

      if (newline == NULL || newline - text > MAX_LINE_BYTES)
        return TRUE;
      text = newline + 1;
    }

  return FALSE;
}

/* Whatever is typed, pasted or dropped comes by here. */
static void
on_insert_text_cb (GtkTextBuffer *buffer,
                   GtkTextIter   *at,
                   char          *text,
                   int            length,
                   LongText      *self)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;

  if (self->is_splitting || !has_long_line (text, n_bytes))
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  self->is_splitting = TRUE;
  gtk_text_buffer_begin_user_action (buffer);
  insert_in_pieces (buffer, self, at, text, n_bytes);
  gtk_text_buffer_end_user_action (buffer);
  self->is_splitting = FALSE;
}

/**
 * thaw_long_text_attach:
 * @buffer: a buffer
 *
 * From here on the buffer shows lines that are too long in pieces.
 */
void
thaw_long_text_attach (GtkTextBuffer *buffer)
{
  LongText *self = g_new0 (LongText, 1);

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (g_object_get_data (G_OBJECT (buffer), DATA_KEY) == NULL);

  self->tag = gtk_text_buffer_create_tag (buffer, TAG_NAME, NULL);
  g_object_set_data_full (G_OBJECT (buffer), DATA_KEY, self, g_free);
  g_signal_connect (buffer, "insert-text", G_CALLBACK (on_insert_text_cb), self);
}

/**
 * thaw_long_text_load:
 * @buffer: a buffer after thaw_long_text_attach()
 * @text: valid UTF-8
 *
 * Sets the text; there is nothing to undo afterwards.
 */
void
thaw_long_text_load (GtkTextBuffer *buffer,
                     const char    *text)
{
  GtkTextIter start;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * thaw_long_text_dup_text:
 * @buffer: a buffer after thaw_long_text_attach()
 *
 * Returns: (transfer full): the text, without the breaks that were only shown
 */
char *
thaw_long_text_dup_text (GtkTextBuffer *buffer)
{
  LongText *self = g_object_get_data (G_OBJECT (buffer), DATA_KEY);
  GString *text = NULL;
  GtkTextIter from, to, end;

  g_return_val_if_fail (self != NULL, NULL);

  gtk_text_buffer_get_bounds (buffer, &from, &end);
  to = from;
  if (!gtk_text_iter_has_tag (&to, self->tag) && !gtk_text_iter_forward_to_tag_toggle (&to, self->tag))
    return gtk_text_buffer_get_text (buffer, &from, &end, TRUE);

  text = g_string_new (NULL);
  while (TRUE)
    {
      g_autofree char *piece = gtk_text_buffer_get_text (buffer, &from, &to, TRUE);

      g_string_append (text, piece);
      from = to;
      /* Over the break, or to the end. */
      if (!gtk_text_iter_forward_to_tag_toggle (&from, self->tag))
        break;
      to = from;
      if (!gtk_text_iter_forward_to_tag_toggle (&to, self->tag))
        to = end;
    }

  return g_string_free (text, FALSE);
}
