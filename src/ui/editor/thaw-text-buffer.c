/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-text-buffer"

#include "config.h"
#include "editor/thaw-text-buffer.h"

/* A text view lays out a line as a whole, each time that something in it changes. So long, that takes no time. */
#define MAX_LINE_BYTES 4096

/* Where a line is only broken for the view. The text itself has no carriage return: a line ends with a line feed. */
#define SOFT_BREAK '\r'

/**
 * ThawTextBuffer:
 *
 * A text that may be long, and may have lines of a megabyte without making its
 * view stop: such lines are broken inside the buffer, at spaces where there are
 * any, by a character that is no part of the text. thaw_text_buffer_dup_text()
 * gives what the person wrote.
 *
 * Line ends of other systems become line feeds as they come in.
 */
struct _ThawTextBuffer
{
  GtkTextBuffer parent_instance;

  gboolean is_verbatim; /* what comes in went out of this buffer */
};

G_DEFINE_FINAL_TYPE (ThawTextBuffer, thaw_text_buffer, GTK_TYPE_TEXT_BUFFER)

/* How many bytes from @start go into a line of their own, if the line that starts there has more than @max: up to the
 * last space, or as many whole characters as fit. */
static gsize
find_soft_break (const char *start,
                 gsize       max)
{
  const char *end = start + max;

  for (const char *p = end; p > start; p--)
    {
      if (p[-1] == ' ' || p[-1] == '\t')
        return (gsize) (p - start);
    }

  while (end > start && ((guchar) *end & 0xc0) == 0x80)
    end--;

  return (gsize) (end - start);
}

/* Appends the line of @n_bytes at @line, which comes after @n_before bytes of the same line. Returns how long the last
 * piece of it is. */
static gsize
append_line (GString    *text,
             const char *line,
             gsize       n_bytes,
             gsize       n_before)
{
  if (n_before > 0 && n_before + MIN (n_bytes, MAX_LINE_BYTES) > MAX_LINE_BYTES)
    {
      g_string_append_c (text, SOFT_BREAK);
      n_before = 0;
    }

  while (n_bytes > MAX_LINE_BYTES)
    {
      gsize n_piece = find_soft_break (line, MAX_LINE_BYTES);

      g_string_append_len (text, line, (gssize) n_piece);
      g_string_append_c (text, SOFT_BREAK);
      line += n_piece;
      n_bytes -= n_piece;
      n_before = 0;
    }

  g_string_append_len (text, line, (gssize) n_bytes);

  return n_before + n_bytes;
}

/* @text as it goes into a buffer, after @n_before bytes of a line. */
static GString *
break_lines (const char *text,
             gsize       n_bytes,
             gsize       n_before)
{
  GString *broken = g_string_sized_new (n_bytes + n_bytes / MAX_LINE_BYTES + 1);
  const char *p = text, *end = text + n_bytes;

  while (p < end)
    {
      const char *line_end = p;

      while (line_end < end && *line_end != '\n' && *line_end != '\r')
        line_end++;

      append_line (broken, p, (gsize) (line_end - p), n_before);
      n_before = 0;
      if (line_end < end)
        {
          g_string_append_c (broken, '\n');
          if (*line_end == '\r' && line_end + 1 < end && line_end[1] == '\n')
            line_end++;
          line_end++;
        }
      p = line_end;
    }

  return broken;
}

static gboolean
needs_breaks (const char *text,
              gsize       n_bytes,
              gsize       n_before)
{
  return n_before + n_bytes > MAX_LINE_BYTES || memchr (text, '\r', n_bytes) != NULL;
}

static void
thaw_text_buffer_insert_text (GtkTextBuffer *buffer,
                              GtkTextIter   *place,
                              const char    *text,
                              int            n_bytes)
{
  ThawTextBuffer *self = THAW_TEXT_BUFFER (buffer);
  GtkTextBufferClass *parent_class = GTK_TEXT_BUFFER_CLASS (thaw_text_buffer_parent_class);
  gsize size = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  gsize n_before = (gsize) gtk_text_iter_get_line_index (place);

  if (!self->is_verbatim && needs_breaks (text, size, n_before))
    {
      GString *broken = break_lines (text, size, n_before);

      parent_class->insert_text (buffer, place, broken->str, (int) broken->len);
      g_string_free (broken, TRUE);
      return;
    }

  parent_class->insert_text (buffer, place, text, n_bytes);
}

static void
thaw_text_buffer_undo (GtkTextBuffer *buffer)
{
  ThawTextBuffer *self = THAW_TEXT_BUFFER (buffer);

  self->is_verbatim = TRUE;
  GTK_TEXT_BUFFER_CLASS (thaw_text_buffer_parent_class)->undo (buffer);
  self->is_verbatim = FALSE;
}

static void
thaw_text_buffer_redo (GtkTextBuffer *buffer)
{
  ThawTextBuffer *self = THAW_TEXT_BUFFER (buffer);

  self->is_verbatim = TRUE;
  GTK_TEXT_BUFFER_CLASS (thaw_text_buffer_parent_class)->redo (buffer);
  self->is_verbatim = FALSE;
}

static void
thaw_text_buffer_class_init (ThawTextBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  buffer_class->insert_text = thaw_text_buffer_insert_text;
  buffer_class->undo = thaw_text_buffer_undo;
  buffer_class->redo = thaw_text_buffer_redo;
}

static void
thaw_text_buffer_init (ThawTextBuffer *self)
{
}

GtkTextBuffer *
thaw_text_buffer_new (void)
{
  return g_object_new (THAW_TYPE_TEXT_BUFFER, NULL);
}

/**
 * thaw_text_buffer_dup_text:
 *
 * Returns: (transfer full): what the person wrote
 */
char *
thaw_text_buffer_dup_text (ThawTextBuffer *self)
{
  GtkTextIter start, end;
  char *text, *to;

  g_return_val_if_fail (THAW_IS_TEXT_BUFFER (self), NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);

  to = text;
  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from != SOFT_BREAK)
        *to++ = *from;
    }
  *to = '\0';

  return text;
}

/**
 * thaw_text_buffer_load:
 * @text: valid UTF-8
 *
 * Replaces what is there, with nothing to undo afterwards and the cursor at the start.
 */
void
thaw_text_buffer_load (ThawTextBuffer *self,
                       const char     *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start;

  g_return_if_fail (THAW_IS_TEXT_BUFFER (self));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static gboolean
is_not_space (gunichar c,
              gpointer user_data)
{
  return !g_unichar_isspace (c);
}

/**
 * thaw_text_buffer_is_blank:
 *
 * Costs nothing, however long the text is.
 *
 * Returns: whether there is nothing but white space
 */
gboolean
thaw_text_buffer_is_blank (ThawTextBuffer *self)
{
  GtkTextIter start;

  g_return_val_if_fail (THAW_IS_TEXT_BUFFER (self), TRUE);

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  if (gtk_text_iter_is_end (&start))
    return TRUE;

  return !is_not_space (gtk_text_iter_get_char (&start), NULL) &&
         !gtk_text_iter_forward_find_char (&start, is_not_space, NULL, NULL);
}
