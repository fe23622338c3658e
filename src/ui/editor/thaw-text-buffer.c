/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-text-buffer"

#include "config.h"
#include "editor/thaw-text-buffer.h"

/* A text view lays out a line as a whole, each time that something in it changes. So long, that takes no time. */
#define MAX_LINE_BYTES 4096

/* Where a line is only broken for the view. The text itself has no carriage return: a line ends with a line feed. */
#define SOFT_BREAK '\r'

/* How much goes in before looking at the time, and how long until a frame can be drawn. */
#define SLICE_BYTES (32 * 1024)
#define SLICE_TIME_US 6000

/* After a frame is drawn, and before a view measures lines that nobody sees. */
#define FILL_PRIORITY (GDK_PRIORITY_REDRAW + 1)

/**
 * ThawTextBuffer:
 *
 * A text that may be long, and may have lines of a megabyte without making its
 * view stop: such lines are broken inside the buffer, at spaces where there are
 * any, by a character that is no part of the text. thaw_text_buffer_dup_text()
 * gives what the person wrote.
 *
 * Line ends of other systems become line feeds as they come in.
 *
 * A large text goes in by slices, with frames drawn in between. As long as
 * #ThawTextBuffer:is-filling says so, the view should not let the person edit;
 * whoever reads the text gets all of it.
 */
struct _ThawTextBuffer
{
  GtkTextBuffer parent_instance;

  gboolean is_verbatim; /* what comes in went out of this buffer, or was broken already */
  gboolean is_loading;  /* what comes in was not written by the person now */

  GString *rest;          /* (owned) (nullable): what is going in, broken into lines */
  gsize rest_at;          /* how much of it is in */
  GtkTextMark *rest_mark; /* (unowned): where it goes on */
  guint fill_source;
};

G_DEFINE_FINAL_TYPE (ThawTextBuffer, thaw_text_buffer, GTK_TYPE_TEXT_BUFFER)

enum
{
  PROP_IS_FILLING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Whether the two belong to one sign, as a letter and its accent or the parts of an emoji. */
static gboolean
is_joined (const char *before,
           const char *after)
{
  const gunichar joiner = 0x200d, first_skin = 0x1f3fb, last_skin = 0x1f3ff;
  gunichar b = g_utf8_get_char (before), a = g_utf8_get_char (after);

  return b == joiner || a == joiner || g_unichar_ismark (a) || (a >= first_skin && a <= last_skin);
}

/* How many bytes from @start go into a line of their own, if the line that starts there has more than @max: up to the
 * last space, or as many whole signs as fit. */
static gsize
find_soft_break (const char *start,
                 gsize       max)
{
  const char *limit = g_utf8_find_prev_char (start, start + max + 1);
  const char *p;

  for (p = limit; p > start; p--)
    {
      if (is_blank (p[-1]))
        return (gsize) (p - start);
    }

  for (p = limit; p > start && is_joined (g_utf8_prev_char (p), p);)
    p = g_utf8_prev_char (p);

  return (gsize) ((p > start ? p : limit) - start);
}

/* How many bytes of @line still belong to the line before it: those of the word in which it begins. */
static gsize
find_word_end (const char *line,
               gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (is_blank (line[i]))
        return i + 1;
    }

  return n_bytes;
}

/* What comes before a text that goes into a buffer. */
typedef struct
{
  gsize n_bytes;      /* of the same line */
  gboolean is_spaced; /* no word goes on */
} Before;

/* Appends the line of @n_bytes at @line, which goes on from @before. */
static void
append_line (GString      *text,
             const char   *line,
             gsize         n_bytes,
             const Before *before)
{
  if (before->n_bytes > 0 && before->n_bytes + n_bytes > MAX_LINE_BYTES)
    {
      gsize n_word = before->is_spaced ? 0 : find_word_end (line, n_bytes);

      /* A word that is typed may go on for a while; one without an end may not. */
      if (before->n_bytes + n_word > 2 * MAX_LINE_BYTES)
        n_word = 0;
      g_string_append_len (text, line, (gssize) n_word);
      line += n_word;
      n_bytes -= n_word;
      if (n_bytes > 0)
        g_string_append_c (text, SOFT_BREAK);
    }

  while (n_bytes > MAX_LINE_BYTES)
    {
      gsize n_piece = find_soft_break (line, MAX_LINE_BYTES);

      g_string_append_len (text, line, (gssize) n_piece);
      g_string_append_c (text, SOFT_BREAK);
      line += n_piece;
      n_bytes -= n_piece;
    }

  g_string_append_len (text, line, (gssize) n_bytes);
}

/* @text as it goes into a buffer. */
static GString *
break_lines (const char   *text,
             gsize         n_bytes,
             const Before *before)
{
  GString *broken = g_string_sized_new (n_bytes + n_bytes / MAX_LINE_BYTES + 1);
  const Before nothing = { 0, TRUE };
  const char *p = text, *end = text + n_bytes;

  while (p < end)
    {
      const char *line_end = p;

      while (line_end < end && *line_end != '\n' && *line_end != '\r')
        line_end++;

      append_line (broken, p, (gsize) (line_end - p), before);
      before = &nothing;
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

static Before
look_before (const GtkTextIter *place)
{
  Before before = { (gsize) gtk_text_iter_get_line_index (place), TRUE };
  GtkTextIter previous = *place;

  if (before.n_bytes > 0 && gtk_text_iter_backward_char (&previous))
    before.is_spaced = g_unichar_isspace (gtk_text_iter_get_char (&previous));

  return before;
}

/* Where the slice that begins at @start ends. */
static gsize
find_slice_end (const GString *text,
                gsize          start)
{
  gsize end = start + SLICE_BYTES;

  if (end >= text->len)
    return text->len;

  while (((guchar) text->str[end] & 0xc0) == 0x80)
    end--;

  return end;
}

/* Puts in what is to go in until @deadline, but a slice at least; G_MAXINT64 for all of it. */
static void
fill (ThawTextBuffer *self,
      GtkTextIter    *place,
      gint64          deadline)
{
  self->is_verbatim = TRUE;
  do
    {
      gsize end = find_slice_end (self->rest, self->rest_at);

      gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), place, self->rest->str + self->rest_at,
                              (int) (end - self->rest_at));
      self->rest_at = end;
    }
  while (self->rest_at < self->rest->len && g_get_monotonic_time () < deadline);
  self->is_verbatim = FALSE;
}

static void
fill_on (ThawTextBuffer *self,
         gint64          deadline)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), &place, self->rest_mark);
  fill (self, &place, deadline);
}

static void
end_filling (ThawTextBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  if (self->rest == NULL)
    return;

  g_clear_handle_id (&self->fill_source, g_source_remove);
  gtk_text_buffer_delete_mark (buffer, g_steal_pointer (&self->rest_mark));
  g_string_free (g_steal_pointer (&self->rest), TRUE);
  self->rest_at = 0;
  if (self->is_loading)
    gtk_text_buffer_end_irreversible_action (buffer);
  else
    gtk_text_buffer_end_user_action (buffer);
  self->is_loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_FILLING]);
}

static gboolean
on_fill_cb (gpointer user_data)
{
  ThawTextBuffer *self = user_data;

  fill_on (self, g_get_monotonic_time () + SLICE_TIME_US);
  if (self->rest_at < self->rest->len)
    return G_SOURCE_CONTINUE;

  self->fill_source = 0;
  end_filling (self);

  return G_SOURCE_REMOVE;
}

static void
finish_filling (ThawTextBuffer *self)
{
  if (self->rest == NULL)
    return;

  fill_on (self, G_MAXINT64);
  end_filling (self);
}

/* Puts in the first slice of @text (transfer full) now and the others from the main loop. What is written is undone at
 * once; what is loaded cannot be undone. */
static void
start_filling (ThawTextBuffer *self,
               GtkTextIter    *place,
               GString        *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  if (self->is_loading)
    gtk_text_buffer_begin_irreversible_action (buffer);
  else
    gtk_text_buffer_begin_user_action (buffer);

  self->rest = text;
  fill (self, place, 0);
  self->rest_mark = gtk_text_buffer_create_mark (buffer, NULL, place, FALSE);
  self->fill_source = g_idle_add_full (FILL_PRIORITY, on_fill_cb, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_FILLING]);
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
  g_autoptr (GString) broken = NULL;
  Before before;

  if (self->is_verbatim)
    {
      parent_class->insert_text (buffer, place, text, n_bytes);
      return;
    }

  before = look_before (place);
  if (before.n_bytes + size <= MAX_LINE_BYTES && memchr (text, '\r', size) == NULL)
    {
      parent_class->insert_text (buffer, place, text, n_bytes);
      return;
    }

  broken = break_lines (text, size, &before);
  if (broken->len <= SLICE_BYTES || self->rest != NULL)
    {
      parent_class->insert_text (buffer, place, broken->str, (int) broken->len);
      return;
    }

  /* Whoever listens hears of each slice instead. */
  g_signal_stop_emission_by_name (buffer, "insert-text");
  start_filling (self, place, g_steal_pointer (&broken));
}

static void
thaw_text_buffer_changed (GtkTextBuffer *buffer)
{
  if (GTK_TEXT_BUFFER_CLASS (thaw_text_buffer_parent_class)->changed != NULL)
    GTK_TEXT_BUFFER_CLASS (thaw_text_buffer_parent_class)->changed (buffer);

  if (!THAW_TEXT_BUFFER (buffer)->is_loading)
    g_signal_emit (buffer, signals[SIGNAL_EDITED], 0);
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
thaw_text_buffer_dispose (GObject *object)
{
  ThawTextBuffer *self = THAW_TEXT_BUFFER (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);

  G_OBJECT_CLASS (thaw_text_buffer_parent_class)->dispose (object);
}

static void
thaw_text_buffer_finalize (GObject *object)
{
  ThawTextBuffer *self = THAW_TEXT_BUFFER (object);

  if (self->rest != NULL)
    g_string_free (self->rest, TRUE);

  G_OBJECT_CLASS (thaw_text_buffer_parent_class)->finalize (object);
}

static void
thaw_text_buffer_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ThawTextBuffer *self = THAW_TEXT_BUFFER (object);

  switch (prop_id)
    {
    case PROP_IS_FILLING:
      g_value_set_boolean (value, self->rest != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_text_buffer_class_init (ThawTextBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->dispose = thaw_text_buffer_dispose;
  object_class->finalize = thaw_text_buffer_finalize;
  object_class->get_property = thaw_text_buffer_get_property;
  buffer_class->changed = thaw_text_buffer_changed;
  buffer_class->insert_text = thaw_text_buffer_insert_text;
  buffer_class->undo = thaw_text_buffer_undo;
  buffer_class->redo = thaw_text_buffer_redo;

  properties[PROP_IS_FILLING] = g_param_spec_boolean ("is-filling", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawTextBuffer::edited:
   *
   * The text changed, and not because another one was loaded.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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

static void
remove_soft_breaks (char *text)
{
  const char *from = strchr (text, SOFT_BREAK);
  char *to = text + (from != NULL ? from - text : 0);

  while (from != NULL)
    {
      const char *start = from + 1;
      gsize length;

      from = strchr (start, SOFT_BREAK);
      length = from != NULL ? (gsize) (from - start) : strlen (start);
      memmove (to, start, length);
      to += length;
      *to = '\0';
    }
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
  char *text;

  g_return_val_if_fail (THAW_IS_TEXT_BUFFER (self), NULL);

  finish_filling (self);
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
  remove_soft_breaks (text);

  return text;
}

/**
 * thaw_text_buffer_dup_selection:
 *
 * Returns: (transfer full) (nullable): the part that is selected, as the person
 *   wrote it, or %NULL
 */
char *
thaw_text_buffer_dup_selection (ThawTextBuffer *self)
{
  GtkTextIter start, end;
  char *text;

  g_return_val_if_fail (THAW_IS_TEXT_BUFFER (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return NULL;

  text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
  remove_soft_breaks (text);

  return text;
}

/**
 * thaw_text_buffer_get_length:
 *
 * Costs nothing, however long the text is.
 *
 * Returns: about how many characters there are, or will be when all is in
 */
gsize
thaw_text_buffer_get_length (ThawTextBuffer *self)
{
  gsize n_chars;

  g_return_val_if_fail (THAW_IS_TEXT_BUFFER (self), 0);

  n_chars = (gsize) gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self));

  return self->rest != NULL ? n_chars + self->rest->len - self->rest_at : n_chars;
}

/**
 * thaw_text_buffer_step_over_break:
 * @is_forward: which way
 *
 * Moves the cursor to the other side of a break that is no part of the text, so
 * that what is deleted next is.
 */
void
thaw_text_buffer_step_over_break (ThawTextBuffer *self,
                                  gboolean        is_forward)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter place, beyond;

  g_return_if_fail (THAW_IS_TEXT_BUFFER (self));

  if (gtk_text_buffer_get_has_selection (buffer))
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
  beyond = place;
  if (is_forward ? gtk_text_iter_forward_char (&beyond) : gtk_text_iter_backward_char (&beyond))
    {
      if (gtk_text_iter_get_char (is_forward ? &place : &beyond) == SOFT_BREAK)
        gtk_text_buffer_place_cursor (buffer, &beyond);
    }
}

/**
 * thaw_text_buffer_load:
 * @text: valid UTF-8
 *
 * Replaces what is there, with nothing to undo afterwards and the cursor at the
 * start. This is not an edit.
 */
void
thaw_text_buffer_load (ThawTextBuffer *self,
                       const char     *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start;

  g_return_if_fail (THAW_IS_TEXT_BUFFER (self));
  g_return_if_fail (text != NULL);

  end_filling (self);
  self->is_loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->is_loading = self->rest != NULL;

  /* What is still to come goes in behind the cursor. */
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
