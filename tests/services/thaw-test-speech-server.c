/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-speech-server"

#include "config.h"
#include "thaw-test-speech-server.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

/* Between two turns of the client’s main loop: so that it finds all that happens meanwhile at once. */
#define TURN_US 1000

struct _ThawTestSpeechServer
{
  GSocketService *service;      /* (owned) */
  GAsyncQueue *heard;           /* (owned) (element-type utf8): commands, and texts with their lines joined by “|” */
  char *path;                   /* (owned) */

  GMutex mutex;                 /* for all below */
  GCond changed;
  GSocketConnection *client;    /* (owned) (nullable): the last one */
  char *refused;                /* (owned) (nullable): how commands begin that are answered with an error */
  gboolean is_holding;
  guint n_clients;              /* which are being talked with */
};

static void
answer (GSocketConnection *client,
        const char        *reply)
{
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (client)), reply, strlen (reply),
                             NULL, NULL, NULL);
}

static gboolean
is_refused (ThawTestSpeechServer *self,
            const char           *line)
{
  gboolean refused;

  g_mutex_lock (&self->mutex);
  refused = self->refused != NULL && g_str_has_prefix (line, self->refused);
  g_mutex_unlock (&self->mutex);

  return refused;
}

/* Whoever sends more before the last was answered does not know the language. */
static void
wait_while_holding (ThawTestSpeechServer *self,
                    GSocketConnection    *client)
{
  g_mutex_lock (&self->mutex);
  while (self->is_holding)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);

  g_assert_cmpint (g_socket_get_available_bytes (g_socket_connection_get_socket (client)), ==, 0);
}

static char *
receive_text (GDataInputStream *input)
{
  GString *text = g_string_new (NULL);

  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

      if (line == NULL || g_str_equal (line, "."))
        return g_string_free (text, FALSE);

      if (text->len > 0)
        g_string_append_c (text, '|');
      g_string_append (text, *line == '.' ? line + 1 : line);
    }
}

static void
talk_with (ThawTestSpeechServer *self,
           GSocketConnection    *client)
{
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (client)));

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

      if (line == NULL)
        return;

      g_async_queue_push (self->heard, g_strdup (line));
      wait_while_holding (self, client);

      if (is_refused (self, line))
        {
          answer (client, "300 ERR INTERNAL\r\n");
        }
      else if (g_str_equal (line, "SPEAK"))
        {
          answer (client, "230 OK RECEIVING DATA\r\n");
          g_async_queue_push (self->heard, receive_text (input));
          answer (client, "225-21\r\n225 OK MESSAGE QUEUED\r\n");
        }
      else if (g_str_equal (line, "QUIT"))
        {
          answer (client, "231 HAPPY HACKING\r\n");
          return;
        }
      else
        {
          answer (client, "200-SOME DETAIL\r\n200 OK DONE\r\n");
        }
    }
}

/* In a thread for each client, as the real one. */
static gboolean
on_run_cb (GThreadedSocketService *service,
           GSocketConnection      *client,
           GObject                *source,
           ThawTestSpeechServer   *self)
{
  g_mutex_lock (&self->mutex);
  g_set_object (&self->client, client);
  self->n_clients++;
  g_mutex_unlock (&self->mutex);

  talk_with (self, client);
  g_io_stream_close (G_IO_STREAM (client), NULL, NULL);

  g_mutex_lock (&self->mutex);
  self->n_clients--;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);

  return TRUE;
}

/**
 * thaw_test_speech_server_start:
 * @path: where its socket is
 *
 * Returns: (transfer full): a server that listens
 */
ThawTestSpeechServer *
thaw_test_speech_server_start (const char *path)
{
  ThawTestSpeechServer *self = g_new0 (ThawTestSpeechServer, 1);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->path = g_strdup (path);
  self->heard = g_async_queue_new_full (g_free);
  self->service = g_threaded_socket_service_new (4);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (self->service, "run", G_CALLBACK (on_run_cb), self);

  return self;
}

static void
run_main_loop (void)
{
  g_usleep (TURN_US);
  while (g_main_context_iteration (NULL, FALSE))
    g_usleep (TURN_US);
}

/**
 * thaw_test_speech_server_stop:
 *
 * Everything it was told has to have been asked for.
 */
void
thaw_test_speech_server_stop (ThawTestSpeechServer *self)
{
  g_socket_service_stop (self->service);
  g_mutex_lock (&self->mutex);
  while (self->n_clients > 0)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
  run_main_loop ();
  g_assert_cmpint (g_async_queue_length (self->heard), ==, 0);

  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  g_clear_object (&self->client);
  g_async_queue_unref (self->heard);
  g_assert_no_errno (g_unlink (self->path));
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->path);
  g_free (self->refused);
  g_free (self);
}

/**
 * thaw_test_speech_server_await:
 *
 * Returns: (transfer full): the next command, or the text after SPEAK, as soon as it is
 *   there
 */
char *
thaw_test_speech_server_await (ThawTestSpeechServer *self)
{
  char *heard;

  while ((heard = g_async_queue_try_pop (self->heard)) == NULL)
    run_main_loop ();

  return heard;
}

/**
 * thaw_test_speech_server_refuse:
 * @command: (nullable): how the commands begin that are answered with an error
 */
void
thaw_test_speech_server_refuse (ThawTestSpeechServer *self,
                                const char           *command)
{
  g_mutex_lock (&self->mutex);
  g_free (self->refused);
  self->refused = g_strdup (command);
  g_mutex_unlock (&self->mutex);
}

/**
 * thaw_test_speech_server_hold:
 * @is_holding: whether the next command waits for its answer until this is over
 */
void
thaw_test_speech_server_hold (ThawTestSpeechServer *self,
                              gboolean              is_holding)
{
  g_mutex_lock (&self->mutex);
  self->is_holding = is_holding;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/**
 * thaw_test_speech_server_drop:
 *
 * Hangs up on the last client.
 */
void
thaw_test_speech_server_drop (ThawTestSpeechServer *self)
{
  g_mutex_lock (&self->mutex);
  g_socket_shutdown (g_socket_connection_get_socket (self->client), TRUE, TRUE, NULL);
  g_mutex_unlock (&self->mutex);
}
