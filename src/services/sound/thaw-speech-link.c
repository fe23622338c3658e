/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-speech-link"

#include "config.h"
#include "thaw-speech-link.h"

/**
 * ThawSpeechLink:
 *
 * A connection to Speech Dispatcher, in its own language, SSIP: a line is a command,
 * and the next may be sent only when it was answered. So what is wanted waits in a
 * queue, and nobody waits for it. A link that broke stays so, and says nothing.
 *
 * It lives until the other side has hung up; thaw_speech_link_quit() asks for that.
 */
struct _ThawSpeechLink
{
  GObject parent_instance;

  GIOStream *stream;        /* (owned) */
  GDataInputStream *input;  /* (owned) */
  GQueue commands;          /* (owned) (element-type Command): not sent yet */
  struct _Command *sent;    /* (owned) (nullable): waits for its answer */
  gboolean is_open;
  gboolean is_writing;
  char *early_answer;       /* (owned) (nullable): came before it was known that all was written */
};

G_DEFINE_FINAL_TYPE (ThawSpeechLink, thaw_speech_link, G_TYPE_OBJECT)

typedef struct _Command
{
  char *line;               /* (nullable): %NULL once it was sent */
  char *text;               /* (nullable): what it says, once the server is ready for it */
} Command;

static void
command_free (Command *self)
{
  g_free (self->line);
  g_free (self->text);
  g_free (self);
}

/* What is on its way out; it may outlive the command. */
typedef struct
{
  ThawSpeechLink *link;
  char *bytes;
} Writing;

static void on_answered (ThawSpeechLink *self,
                         const char     *line);
static void send_next   (ThawSpeechLink *self);

static void
hang_up (ThawSpeechLink *self)
{
  if (!self->is_open)
    return;

  self->is_open = FALSE;
  g_queue_clear_full (&self->commands, (GDestroyNotify) command_free);
  g_clear_pointer (&self->sent, command_free);
  g_io_stream_close_async (self->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Writing *writing = user_data;
  g_autoptr (ThawSpeechLink) self = writing->link;
  g_autofree char *early_answer = g_steal_pointer (&self->early_answer);
  g_autoptr (GError) error = NULL;

  g_free (writing->bytes);
  g_free (writing);

  self->is_writing = FALSE;
  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    {
      g_debug ("Cannot write: %s", error->message);
      hang_up (self);
    }
  else if (early_answer != NULL)
    {
      on_answered (self, early_answer);
    }
}

static void
write_line (ThawSpeechLink *self,
            char           *bytes)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->link = g_object_ref (self);
  writing->bytes = bytes;
  self->is_writing = TRUE;
  g_output_stream_write_all_async (g_io_stream_get_output_stream (self->stream), bytes, strlen (bytes),
                                   G_PRIORITY_DEFAULT, NULL, on_written_cb, writing);
}

/* The end of an answer: a number that begins with 2 if all is well. */
static void
on_answered (ThawSpeechLink *self,
             const char     *line)
{
  if (self->sent == NULL)
    return;

  if (self->is_writing)
    {
      g_free (self->early_answer);
      self->early_answer = g_strdup (line);
      return;
    }

  if (*line == '2' && self->sent->text != NULL)
    {
      write_line (self, g_steal_pointer (&self->sent->text));
      return;
    }

  if (*line != '2')
    g_debug ("Refused: %s", line);
  g_clear_pointer (&self->sent, command_free);
  send_next (self);
}

static void
on_line_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ThawSpeechLink) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line_finish_utf8 (self->input, result, NULL, &error);

  if (line == NULL)
    {
      g_debug ("Closed: %s", error != NULL ? error->message : "by the server");
      hang_up (self);
      return;
    }

  /* All lines of an answer but the last have a hyphen after the number. */
  if (strlen (line) > 3 && line[3] == ' ')
    on_answered (self, line);
  if (self->is_open)
    g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, on_line_read_cb, g_object_ref (self));
}

static void
send_next (ThawSpeechLink *self)
{
  if (!self->is_open || self->sent != NULL)
    return;

  self->sent = g_queue_pop_head (&self->commands);
  if (self->sent != NULL)
    write_line (self, g_steal_pointer (&self->sent->line));
}

static void
queue_command (ThawSpeechLink *self,
               char           *line,
               char           *text)
{
  Command *command = g_new0 (Command, 1);

  command->line = line;
  command->text = text;
  if (!self->is_open)
    {
      command_free (command);
      return;
    }

  g_queue_push_tail (&self->commands, command);
  send_next (self);
}

/* What waits to be said, and is no longer wanted. */
static void
drop_waiting_texts (ThawSpeechLink *self)
{
  GList *next;

  for (GList *link = self->commands.head; link != NULL; link = next)
    {
      Command *command = link->data;

      next = link->next;
      if (command->text != NULL)
        {
          g_queue_delete_link (&self->commands, link);
          command_free (command);
        }
    }
}

static void
thaw_speech_link_finalize (GObject *object)
{
  ThawSpeechLink *self = THAW_SPEECH_LINK (object);

  g_queue_clear_full (&self->commands, (GDestroyNotify) command_free);
  g_clear_pointer (&self->sent, command_free);
  g_free (self->early_answer);
  g_clear_object (&self->input);
  g_clear_object (&self->stream);

  G_OBJECT_CLASS (thaw_speech_link_parent_class)->finalize (object);
}

static void
thaw_speech_link_class_init (ThawSpeechLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = thaw_speech_link_finalize;
}

static void
thaw_speech_link_init (ThawSpeechLink *self)
{
  g_queue_init (&self->commands);
}

/**
 * thaw_speech_link_new:
 * @stream: a connection to Speech Dispatcher
 *
 * Returns: (transfer full): a link over it
 */
ThawSpeechLink *
thaw_speech_link_new (GIOStream *stream)
{
  ThawSpeechLink *self = g_object_new (THAW_TYPE_SPEECH_LINK, NULL);

  g_return_val_if_fail (G_IS_IO_STREAM (stream), self);

  self->stream = g_object_ref (stream);
  self->input = g_data_input_stream_new (g_io_stream_get_input_stream (stream));
  g_data_input_stream_set_newline_type (self->input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  self->is_open = TRUE;
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, on_line_read_cb, g_object_ref (self));

  return self;
}

/**
 * thaw_speech_link_set:
 * @name: a parameter of SSIP, as `LANGUAGE`
 * @value: its value, of one word
 */
void
thaw_speech_link_set (ThawSpeechLink *self,
                      const char     *name,
                      const char     *value)
{
  g_return_if_fail (THAW_IS_SPEECH_LINK (self));

  queue_command (self, g_strdup_printf ("SET self %s %s\r\n", name, value), NULL);
}

/**
 * thaw_speech_link_say:
 * @text: what to say
 *
 * Says it instead of what was to be said before.
 */
void
thaw_speech_link_say (ThawSpeechLink *self,
                      const char     *text)
{
  g_auto (GStrv) lines = NULL;
  GString *block;

  g_return_if_fail (THAW_IS_SPEECH_LINK (self));
  g_return_if_fail (text != NULL);

  /* A line with a single dot ends the text, so a line that begins with one has another before it. */
  block = g_string_new (NULL);
  lines = g_strsplit_set (text, "\r\n", -1);
  for (char **line = lines; *line != NULL; line++)
    g_string_append_printf (block, "%s%s\r\n", **line == '.' ? "." : "", *line);
  g_string_append (block, ".\r\n");

  drop_waiting_texts (self);
  queue_command (self, g_strdup ("SPEAK\r\n"), g_string_free (block, FALSE));
}

/**
 * thaw_speech_link_cancel:
 *
 * Makes it quiet: what is being said breaks off, what waits is not said. What other
 * programs say goes on.
 */
void
thaw_speech_link_cancel (ThawSpeechLink *self)
{
  g_return_if_fail (THAW_IS_SPEECH_LINK (self));

  drop_waiting_texts (self);
  queue_command (self, g_strdup ("CANCEL self\r\n"), NULL);
}

/**
 * thaw_speech_link_quit:
 *
 * Takes leave, after all that is still to be sent.
 */
void
thaw_speech_link_quit (ThawSpeechLink *self)
{
  g_return_if_fail (THAW_IS_SPEECH_LINK (self));

  queue_command (self, g_strdup ("QUIT\r\n"), NULL);
}

/**
 * thaw_speech_link_is_open:
 *
 * Returns: whether the other side is still there, as far as is known
 */
gboolean
thaw_speech_link_is_open (ThawSpeechLink *self)
{
  g_return_val_if_fail (THAW_IS_SPEECH_LINK (self), FALSE);

  return self->is_open;
}
