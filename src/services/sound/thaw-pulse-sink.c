/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-pulse-sink"

#include "config.h"
#include "thaw-sound-sink.h"

#include <gmodule.h>
#include <pulse/simple.h>

#include "thaw-sound.h"

/* How much the server has in hand. A busy machine makes no gap within that time, and what is added to a sound, or
 * taken away, is heard that much later. */
#define BUFFER_SECS 0.2

/*
 * The library is loaded when the first bell rings, and by the thread that plays it: until then it costs nothing, and
 * a machine without it is only silent. Once there, it stays.
 */
static struct
{
  __typeof__ (pa_simple_new) *open;
  __typeof__ (pa_simple_write) *write;
  __typeof__ (pa_simple_drain) *drain;
  __typeof__ (pa_simple_free) *free;
} pulse;

static gboolean
load_library (void)
{
  static gsize state;

  if (g_once_init_enter (&state))
    {
      GModule *library = g_module_open ("libpulse-simple.so.0", G_MODULE_BIND_LOCAL);
      gboolean is_loaded = library != NULL &&
                           g_module_symbol (library, "pa_simple_new", (gpointer *) &pulse.open) &&
                           g_module_symbol (library, "pa_simple_write", (gpointer *) &pulse.write) &&
                           g_module_symbol (library, "pa_simple_drain", (gpointer *) &pulse.drain) &&
                           g_module_symbol (library, "pa_simple_free", (gpointer *) &pulse.free);

      if (!is_loaded)
        g_debug ("No sound: %s", g_module_error ());

      g_once_init_leave (&state, is_loaded ? 1 : 2);
    }

  return state == 1;
}

static gpointer
pulse_open (void)
{
  const pa_sample_spec spec = {
    .format = PA_SAMPLE_S16NE,
    .rate = THAW_SOUND_RATE,
    .channels = 1,
  };
  const pa_buffer_attr buffer = {
    .maxlength = (guint32) -1,
    .tlength = (guint32) (BUFFER_SECS * THAW_SOUND_RATE) * sizeof (gint16),
    .prebuf = (guint32) -1,
    .minreq = (guint32) -1,
    .fragsize = (guint32) -1,
  };
  pa_simple *stream;
  int code = 0;

  if (!load_library ())
    return NULL;

  stream = pulse.open (NULL, "Thaw", PA_STREAM_PLAYBACK, NULL, "Thaw", &spec, NULL, &buffer, &code);
  if (stream == NULL)
    g_debug ("No sound: the server cannot be reached, or refuses (code %d)", code);

  return stream;
}

static gboolean
pulse_write (gpointer      stream,
             const gint16 *frames,
             gsize         n_frames)
{
  return pulse.write (stream, frames, n_frames * sizeof *frames, NULL) == 0;
}

static void
pulse_close (gpointer stream,
             gboolean is_heard_out)
{
  if (is_heard_out)
    pulse.drain (stream, NULL);
  pulse.free (stream);
}

const ThawSoundSink thaw_pulse_sink = {
  pulse_open,
  pulse_write,
  pulse_close,
};
