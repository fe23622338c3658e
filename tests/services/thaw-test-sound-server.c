/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-sound-server"

#include "config.h"
#include "thaw-test-sound-server.h"

#include <gio/gio.h>
#include <math.h>
#include <pulse/simple.h>
#include <string.h>

#include "thaw-test.h"

#define RATE 48000
#define CHUNK_FRAMES (RATE / 20)

/* As for sound, so low that there is none. */
#define SILENCE_DB -120

static const char * const programs[] = { "pipewire", "pipewire-pulse", "wireplumber" };

struct _ThawTestSoundServer
{
  ThawTestDir *directory;                         /* (owned) */
  GTestDBus *bus;                                 /* (owned) */
  GSubprocess *processes[G_N_ELEMENTS (programs)];  /* (owned) */
  pa_simple *ear;                                 /* (owned) */
};

/* A device that only keeps time. */
static const char null_sink[] =
  "context.objects = [\n"
  "  { factory = adapter\n"
  "    args = {\n"
  "      factory.name = support.null-audio-sink\n"
  "      node.name = thaw-test\n"
  "      media.class = Audio/Sink\n"
  "      audio.position = [ FL FR ]\n"
  "    }\n"
  "  }\n"
  "]\n";

/**
 * thaw_test_sound_server_is_possible:
 *
 * Returns: whether this machine has what it takes
 */
gboolean
thaw_test_sound_server_is_possible (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_find_program_in_path (programs[i]);

      if (path == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
write_null_sink (const char *directory)
{
  g_autofree char *folder = g_build_filename (directory, "pipewire", "pipewire.conf.d", NULL);
  g_autofree char *path = g_build_filename (folder, "null-sink.conf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_file_set_contents (path, null_sink, -1, &error);
  g_assert_no_error (error);
}

static GSubprocess *
start_program (const char *name)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                           &error, name, NULL);

  g_assert_no_error (error);

  return process;
}

static void
await_file (const char *path)
{
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    thaw_test_spin (10);
}

/**
 * thaw_test_sound_server_start:
 *
 * Starts it, and waits until it plays and is heard. From then on it is the server of
 * this process. To be called before there is any other thread.
 *
 * Returns: (transfer full): the server
 */
ThawTestSoundServer *
thaw_test_sound_server_start (void)
{
  const pa_sample_spec spec = { .format = PA_SAMPLE_S16NE, .rate = RATE, .channels = 1 };
  const pa_buffer_attr buffer = {
    .maxlength = (guint32) -1,
    .fragsize = CHUNK_FRAMES * sizeof (gint16),
  };
  ThawTestSoundServer *self = g_new0 (ThawTestSoundServer, 1);
  g_autofree char *pipewire_path = NULL;
  g_autofree char *pulse_path = NULL;
  g_autofree char *pulse_server = NULL;

  self->directory = thaw_test_make_dir ();
  write_null_sink (self->directory);
  pipewire_path = g_build_filename (self->directory, "pipewire-0", NULL);
  pulse_path = g_build_filename (self->directory, "pulse", "native", NULL);
  pulse_server = g_strconcat ("unix:", pulse_path, NULL);

  /* WirePlumber does not start without one. */
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);

  /* None of the machine’s, and nothing of the person’s. */
  g_setenv ("HOME", self->directory, TRUE);
  g_setenv ("XDG_CONFIG_HOME", self->directory, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", self->directory, TRUE);
  g_setenv ("XDG_STATE_HOME", self->directory, TRUE);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_setenv ("PULSE_SERVER", pulse_server, TRUE);

  self->processes[0] = start_program (programs[0]);
  await_file (pipewire_path);
  self->processes[1] = start_program (programs[1]);
  self->processes[2] = start_program (programs[2]);
  await_file (pulse_path);

  while (self->ear == NULL)
    {
      self->ear = pa_simple_new (NULL, "Ear", PA_STREAM_RECORD, "thaw-test.monitor", "Ear", &spec, NULL, &buffer, NULL);
      if (self->ear == NULL)
        thaw_test_spin (50);
    }

  return self;
}

void
thaw_test_sound_server_stop (ThawTestSoundServer *self)
{
  pa_simple_free (self->ear);
  for (guint i = G_N_ELEMENTS (self->processes); i > 0; i--)
    {
      g_subprocess_send_signal (self->processes[i - 1], SIGTERM);
      g_subprocess_wait (self->processes[i - 1], NULL, NULL);
      g_object_unref (self->processes[i - 1]);
    }
  g_test_dbus_down (self->bus);
  g_object_unref (self->bus);
  thaw_test_remove_dir (self->directory);
  g_free (self);
}

static double
get_decibels (const gint16 *frames,
              gsize         n_frames)
{
  double sum = 0;

  for (gsize i = 0; i < n_frames; i++)
    sum += (double) frames[i] * frames[i];

  return sum > 0 ? 10 * log10 (sum / (double) n_frames) - 20 * log10 (G_MAXINT16) : SILENCE_DB;
}

/**
 * thaw_test_sound_server_listen:
 * @seconds: how long
 *
 * Returns: how loud the loudest twentieth of a second was, in decibels below the
 *   loudest there is
 */
double
thaw_test_sound_server_listen (ThawTestSoundServer *self,
                               double               seconds)
{
  gint16 frames[CHUNK_FRAMES];
  double loudest = SILENCE_DB;

  for (int i = 0; i < seconds * RATE / CHUNK_FRAMES; i++)
    {
      g_assert_cmpint (pa_simple_read (self->ear, frames, sizeof frames, NULL), ==, 0);
      loudest = MAX (loudest, get_decibels (frames, CHUNK_FRAMES));
    }

  return loudest;
}
