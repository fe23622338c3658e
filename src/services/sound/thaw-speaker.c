/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-speaker"

#include "config.h"
#include "thaw-speaker.h"

#include <gio/gunixsocketaddress.h>
#include <libintl.h>

#include "thaw-speech-link.h"

/* Who does not answer within this is not there. */
#define CONNECT_TIMEOUT_SECS 5

/**
 * ThawSpeaker:
 *
 * The voice of a practice: Speech Dispatcher, which screen readers speak with too, and
 * which every desktop has or lacks. Where it is missing, nothing is said, and that is
 * no error. It is looked for when there is something to say, and nobody waits for it.
 */
struct _ThawSpeaker
{
  GObject parent_instance;

  ThawSpeechLink *link;     /* (owned) (nullable) */
  char *text;               /* (owned) (nullable): to be said as soon as there is a link */
  gboolean is_connecting;
  gboolean was_started;     /* the server was asked for once; that is enough */
};

G_DEFINE_FINAL_TYPE (ThawSpeaker, thaw_speaker, G_TYPE_OBJECT)

static void connect_link (ThawSpeaker *self);

/* Where the server listens, as its own library looks for it; NULL if that is on a network, where Thaw does not go. */
static char *
dup_socket_path (void)
{
  const char *address = g_getenv ("SPEECHD_ADDRESS");

  if (address != NULL && g_str_has_prefix (address, "unix_socket:"))
    return g_strdup (address + strlen ("unix_socket:"));
  if (address != NULL && !g_str_equal (address, "unix_socket"))
    return NULL;

  return g_build_filename (g_get_user_runtime_dir (), "speech-dispatcher", "speechd.sock", NULL);
}

/* The language of what Thaw shows, which need not be the desktop’s: the catalogue says what it is in. */
static char *
dup_language (void)
{
  const char *header = dgettext (GETTEXT_PACKAGE, "");
  const char *found = strstr (header, "\nLanguage: ");
  char *language;

  if (found == NULL)
    return g_strdup ("en");

  found += strlen ("\nLanguage: ");
  language = g_strndup (found, strcspn (found, "\n.@ "));

  return g_strdelimit (language, "_", '-');
}

/* Names are of few characters: the person’s, the program’s, and which part of it speaks. */
static char *
make_client_name (void)
{
  g_autofree char *person = g_strdup (g_get_user_name ());

  g_strcanon (person, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_", '_');

  return g_strdup_printf ("%s:thaw:practice", person);
}

static void
give_up (ThawSpeaker *self)
{
  self->is_connecting = FALSE;
  g_clear_pointer (&self->text, g_free);
}

/* Has the server started, as its library does: it goes to the background by itself, and away when nobody needs it. */
static void
start_server_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  const char *socket_path = task_data;
  g_autoptr (GSubprocess) process = NULL;
  GError *error = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              "speech-dispatcher", "--spawn", "--communication-method", "unix_socket",
                              "--socket-path", socket_path, NULL);
  if (process != NULL && g_subprocess_wait_check (process, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_started_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  ThawSpeaker *self = THAW_SPEAKER (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      connect_link (self);
    }
  else
    {
      g_debug ("The server does not start: %s", error->message);
      give_up (self);
    }
}

/* In a thread: to start a program takes a large one some milliseconds. */
static void
start_server (ThawSpeaker *self,
              const char  *socket_path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_started_cb, NULL);

  self->was_started = TRUE;
  g_task_set_source_tag (task, start_server);
  g_task_set_task_data (task, g_strdup (socket_path), g_free);
  g_task_run_in_thread (task, start_server_thread);
}

static void
on_connected_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ThawSpeaker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection = g_socket_client_connect_finish (G_SOCKET_CLIENT (source), result, &error);
  g_autofree char *socket_path = dup_socket_path ();
  g_autofree char *language = NULL;
  g_autofree char *name = NULL;

  if (connection == NULL)
    {
      if (self->was_started)
        give_up (self);
      else
        start_server (self, socket_path);
      return;
    }

  g_socket_set_timeout (g_socket_connection_get_socket (connection), 0);
  self->is_connecting = FALSE;
  self->link = thaw_speech_link_new (G_IO_STREAM (connection));
  name = make_client_name ();
  language = dup_language ();
  thaw_speech_link_set (self->link, "CLIENT_NAME", name);
  thaw_speech_link_set (self->link, "LANGUAGE", language);
  thaw_speech_link_set (self->link, "PRIORITY", "text");

  if (self->text != NULL)
    thaw_speech_link_say (self->link, self->text);
  g_clear_pointer (&self->text, g_free);
}

static void
connect_link (ThawSpeaker *self)
{
  g_autofree char *socket_path = dup_socket_path ();
  g_autoptr (GSocketClient) client = NULL;
  g_autoptr (GSocketAddress) address = NULL;

  if (socket_path == NULL)
    {
      give_up (self);
      return;
    }

  /* Proxies are for networks, and looking for them loads libraries. */
  client = g_socket_client_new ();
  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_set_timeout (client, CONNECT_TIMEOUT_SECS);
  address = g_unix_socket_address_new (socket_path);
  self->is_connecting = TRUE;
  g_socket_client_connect_async (client, G_SOCKET_CONNECTABLE (address), NULL, on_connected_cb, g_object_ref (self));
}

static void
thaw_speaker_dispose (GObject *object)
{
  ThawSpeaker *self = THAW_SPEAKER (object);

  if (self->link != NULL)
    {
      thaw_speaker_stop (self);
      thaw_speech_link_quit (self->link);
      g_clear_object (&self->link);
    }
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (thaw_speaker_parent_class)->dispose (object);
}

static void
thaw_speaker_class_init (ThawSpeakerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_speaker_dispose;
}

static void
thaw_speaker_init (ThawSpeaker *self)
{
}

/**
 * thaw_speaker_new:
 *
 * Returns: (transfer full): a voice that has said nothing yet
 */
ThawSpeaker *
thaw_speaker_new (void)
{
  return g_object_new (THAW_TYPE_SPEAKER, NULL);
}

/**
 * thaw_speaker_is_available:
 *
 * Returns: whether this machine has a voice, as far as can be told without asking it
 */
gboolean
thaw_speaker_is_available (ThawSpeaker *self)
{
  g_autofree char *socket_path = dup_socket_path ();
  g_autofree char *program = NULL;

  g_return_val_if_fail (THAW_IS_SPEAKER (self), FALSE);

  if (socket_path == NULL)
    return FALSE;
  if (g_file_test (socket_path, G_FILE_TEST_EXISTS))
    return TRUE;

  program = g_find_program_in_path ("speech-dispatcher");

  return program != NULL;
}

/**
 * thaw_speaker_say:
 * @text: what to say, in the language that Thaw is shown in
 *
 * Says it, instead of what it was just saying.
 */
void
thaw_speaker_say (ThawSpeaker *self,
                  const char  *text)
{
  g_return_if_fail (THAW_IS_SPEAKER (self));
  g_return_if_fail (text != NULL);

  if (self->link != NULL && thaw_speech_link_is_open (self->link))
    {
      thaw_speech_link_say (self->link, text);
      return;
    }

  g_clear_object (&self->link);
  g_free (self->text);
  self->text = g_strdup (text);
  if (!self->is_connecting)
    connect_link (self);
}

/**
 * thaw_speaker_stop:
 *
 * Falls silent. What other programs say goes on.
 */
void
thaw_speaker_stop (ThawSpeaker *self)
{
  g_return_if_fail (THAW_IS_SPEAKER (self));

  g_clear_pointer (&self->text, g_free);
  if (self->link != NULL)
    thaw_speech_link_cancel (self->link);
}
