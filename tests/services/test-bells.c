/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>

#include "sound/thaw-bells.h"
#include "thaw-test.h"

/* Where sound would be played: PULSE_SERVER says so. */
static char *socket_path;

/* Stands where the sound server does, and never answers. */
typedef struct
{
  GSocketService *service;
  GPtrArray *connections;
} MuteServer;

static gboolean
on_incoming_cb (GSocketService    *service,
                GSocketConnection *connection,
                GObject           *source,
                MuteServer        *server)
{
  g_ptr_array_add (server->connections, g_object_ref (connection));

  return TRUE;
}

static void
mute_server_start (MuteServer *server)
{
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (socket_path);
  g_autoptr (GError) error = NULL;

  server->connections = g_ptr_array_new_with_free_func (g_object_unref);
  server->service = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (server->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (server->service, "incoming", G_CALLBACK (on_incoming_cb), server);
}

/* Whoever waits for an answer is told that there will be none. */
static void
mute_server_stop (MuteServer *server)
{
  for (guint i = 0; i < server->connections->len; i++)
    g_io_stream_close (g_ptr_array_index (server->connections, i), NULL, NULL);

  g_socket_service_stop (server->service);
  g_socket_listener_close (G_SOCKET_LISTENER (server->service));
  g_clear_object (&server->service);
  g_clear_pointer (&server->connections, g_ptr_array_unref);
  g_assert_no_errno (g_unlink (socket_path));
}

static void
await_connections (MuteServer *server,
                   guint       n_connections)
{
  while (server->connections->len < n_connections)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_given_up (MuteServer *server,
             guint       connection)
{
  GSocketConnection *socket_connection = g_ptr_array_index (server->connections, connection);

  return (g_socket_condition_check (g_socket_connection_get_socket (socket_connection), G_IO_HUP) & G_IO_HUP) != 0;
}

/* A machine without sound: nothing is said about it, and nothing stays behind. */
static void
test_no_server (void)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autoptr (ThawBells) bells = NULL;

  thaw_settings_set_practice_phase_sounds (settings, TRUE);

  bells = thaw_bells_new (settings);
  for (guint i = 0; i < 5; i++)
    {
      thaw_bells_ring (bells, THAW_BELL_START);
      thaw_bells_play_phase (bells, THAW_BREATH_OUT);
      thaw_test_spin (20);
    }
  thaw_bells_stop (bells);
  thaw_bells_ring (bells, THAW_BELL_NONE);

  g_object_add_weak_pointer (G_OBJECT (bells), (gpointer *) &bells);
  g_object_unref (bells);
  g_assert_null (bells);
  thaw_test_spin (50);

  thaw_settings_set_practice_phase_sounds (settings, FALSE);
}

/* Nobody but the thread of the bells waits for the server, which is still waited for when the bells are long gone. */
static void
test_hung_server (void)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autoptr (ThawBells) bells = thaw_bells_new (settings);
  MuteServer server;

  mute_server_start (&server);
  thaw_bells_ring (bells, THAW_BELL_START);
  await_connections (&server, 1);
  thaw_bells_ring (bells, THAW_BELL_INTERVAL);
  thaw_settings_set_practice_volume (settings, 0.3);
  thaw_bells_stop (bells);
  g_clear_object (&bells);
  g_assert_false (is_given_up (&server, 0));
  mute_server_stop (&server);
  thaw_test_spin (50);

  thaw_settings_set_practice_volume (settings, 0.6);
}

/* What is not wanted does not even ask for the server. */
static void
test_switches (void)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autoptr (ThawBells) quiet = thaw_bells_new (settings);
  g_autoptr (ThawBells) bells = thaw_bells_new (settings);
  g_autoptr (ThawBells) breath = thaw_bells_new (settings);
  MuteServer server;

  mute_server_start (&server);

  thaw_settings_set_practice_bells (settings, FALSE);
  thaw_bells_ring (quiet, THAW_BELL_START);
  thaw_bells_play_phase (quiet, THAW_BREATH_IN);

  thaw_settings_set_practice_bells (settings, TRUE);
  thaw_settings_set_practice_phase_sounds (settings, TRUE);
  thaw_settings_set_practice_volume (settings, 0);
  thaw_bells_ring (quiet, THAW_BELL_END);
  thaw_bells_play_phase (quiet, THAW_BREATH_HOLD_FULL);

  thaw_test_spin (100);
  g_assert_cmpuint (server.connections->len, ==, 0);

  thaw_settings_set_practice_volume (settings, 0.1);
  thaw_bells_ring (bells, THAW_BELL_END);
  await_connections (&server, 1);
  thaw_bells_play_phase (breath, THAW_BREATH_IN);
  await_connections (&server, 2);

  mute_server_stop (&server);
  thaw_test_spin (50);
  thaw_settings_set_practice_phase_sounds (settings, FALSE);
  thaw_settings_set_practice_volume (settings, 0.6);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *server = g_strconcat ("unix:", directory, "/native", NULL);

  g_test_init (&argc, &argv, NULL);
  g_setenv ("PULSE_SERVER", server, TRUE);
  socket_path = server + strlen ("unix:");

  g_test_add_func ("/services/bells/no-server", test_no_server);
  g_test_add_func ("/services/bells/hung-server", test_hung_server);
  g_test_add_func ("/services/bells/switches", test_switches);

  return g_test_run ();
}
