/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawSoundSink:
 * @open: opens a stream of 16-bit frames of one channel at %THAW_SOUND_RATE; %NULL if
 *   there is nothing that would play it
 * @write: writes frames to it, and waits until they are taken; %FALSE if they never
 *   will be
 * @close: ends it, after what was written has been heard if @is_heard_out
 *
 * Where sound goes to. Each function may wait, and none is called in the main thread.
 */
typedef struct
{
  gpointer (*open)  (void);
  gboolean (*write) (gpointer      stream,
                     const gint16 *frames,
                     gsize         n_frames);
  void     (*close) (gpointer      stream,
                     gboolean      is_heard_out);
} ThawSoundSink;

/* The sound server of the desktop: PipeWire or PulseAudio. */
extern const ThawSoundSink thaw_pulse_sink;

G_END_DECLS
