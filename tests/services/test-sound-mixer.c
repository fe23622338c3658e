/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "sound/thaw-sound-mixer.h"

#define CHUNK 480

/* Mixes so much of what sounds, and returns how loud that is. */
static double
mix_rms (ThawSoundMixer *mixer,
         guint           n_chunks)
{
  gint16 frames[CHUNK];
  double sum = 0;

  for (guint i = 0; i < n_chunks; i++)
    {
      g_assert_true (thaw_sound_mixer_mix (mixer, frames, CHUNK));
      for (guint j = 0; j < CHUNK; j++)
        sum += (double) frames[j] * frames[j];
    }

  return sqrt (sum / (n_chunks * CHUNK)) / G_MAXINT16;
}

static gsize
count_chunks (ThawSoundMixer *mixer)
{
  gint16 frames[CHUNK];
  gsize n_chunks = 0;

  while (thaw_sound_mixer_mix (mixer, frames, CHUNK))
    n_chunks++;

  return n_chunks;
}

static void
test_silent (void)
{
  g_autoptr (ThawSoundMixer) mixer = thaw_sound_mixer_new ();
  gint16 frames[CHUNK] = { 7 };

  g_assert_false (thaw_sound_mixer_mix (mixer, frames, CHUNK));
  g_assert_cmpint (frames[0], ==, 7);
}

/* What comes out is the sound itself, to its last frame, and then nothing. */
static void
test_one (void)
{
  g_autoptr (ThawSoundMixer) mixer = thaw_sound_mixer_new ();
  g_autofree float *sound = thaw_sound_make (THAW_SOUND_BREATH_TOP_UP);
  gsize n_frames = thaw_sound_get_length (THAW_SOUND_BREATH_TOP_UP);
  gint16 frames[CHUNK];
  gsize place = 0;

  thaw_sound_mixer_add (mixer, THAW_SOUND_BREATH_TOP_UP);
  while (thaw_sound_mixer_mix (mixer, frames, CHUNK))
    {
      for (guint i = 0; i < CHUNK && place < n_frames; i++)
        g_assert_cmpint (frames[i], ==, lrintf (sound[place++] * G_MAXINT16));
    }
  g_assert_cmpuint (place, ==, n_frames);
}

static void
test_gain (void)
{
  g_autoptr (ThawSoundMixer) loud = thaw_sound_mixer_new ();
  g_autoptr (ThawSoundMixer) quiet = thaw_sound_mixer_new ();
  double loud_rms, quiet_rms;

  thaw_sound_mixer_set_gain (quiet, 0.25);
  thaw_sound_mixer_add (loud, THAW_SOUND_BELL_START);
  thaw_sound_mixer_add (quiet, THAW_SOUND_BELL_START);
  loud_rms = mix_rms (loud, 20);
  quiet_rms = mix_rms (quiet, 20);
  g_assert_cmpfloat_with_epsilon (quiet_rms / loud_rms, 0.25, 0.002);

  /* While it sounds, it goes over without a step. */
  thaw_sound_mixer_set_gain (loud, 0.25);
  g_assert_cmpfloat (mix_rms (loud, 1), >, mix_rms (quiet, 1) * 1.5);
  g_assert_cmpfloat_with_epsilon (mix_rms (loud, 20) / mix_rms (quiet, 20), 1, 0.01);
}

static void
test_bells_overlap (void)
{
  g_autoptr (ThawSoundMixer) mixer = thaw_sound_mixer_new ();
  gsize n_frames = thaw_sound_get_length (THAW_SOUND_BELL_START);
  double one, both;

  thaw_sound_mixer_add (mixer, THAW_SOUND_BELL_START);
  one = mix_rms (mixer, 20);
  thaw_sound_mixer_add (mixer, THAW_SOUND_BELL_INTERVAL);
  both = mix_rms (mixer, 20);
  g_assert_cmpfloat (both, >, one);
  g_assert_cmpuint (count_chunks (mixer), ==, n_frames / CHUNK - 40);
}

/* However many there are, none wraps around. */
static void
test_many (void)
{
  g_autoptr (ThawSoundMixer) mixer = thaw_sound_mixer_new ();
  gint16 frames[CHUNK], last = 0;

  for (guint i = 0; i < 8; i++)
    thaw_sound_mixer_add (mixer, THAW_SOUND_BELL_START);
  for (guint i = 0; i < 20; i++)
    {
      thaw_sound_mixer_mix (mixer, frames, CHUNK);
      for (guint j = 0; j < CHUNK; j++)
        {
          g_assert_cmpint (ABS (frames[j] - last), <, G_MAXINT16);
          last = frames[j];
        }
    }
}

static void
test_breath_replaces (void)
{
  g_autoptr (ThawSoundMixer) mixer = thaw_sound_mixer_new ();

  thaw_sound_mixer_add (mixer, THAW_SOUND_BREATH_OUT);
  mix_rms (mixer, 20);
  thaw_sound_mixer_add (mixer, THAW_SOUND_BREATH_HOLD_EMPTY);

  /* The short one is over before the rest of the long one would be. */
  g_assert_cmpuint (count_chunks (mixer), ==, thaw_sound_get_length (THAW_SOUND_BREATH_HOLD_EMPTY) / CHUNK);
}

static void
test_fade_out (void)
{
  g_autoptr (ThawSoundMixer) mixer = thaw_sound_mixer_new ();
  double before;
  gsize n_left;

  thaw_sound_mixer_add (mixer, THAW_SOUND_BELL_END);
  before = mix_rms (mixer, 20);

  thaw_sound_mixer_fade_out (mixer, FALSE, TRUE);
  g_assert_cmpfloat (mix_rms (mixer, 20), >, before * 0.7);

  thaw_sound_mixer_fade_out (mixer, TRUE, FALSE);
  g_assert_cmpfloat (mix_rms (mixer, 2), >, before * 0.5);
  n_left = count_chunks (mixer);
  g_assert_cmpuint (n_left, >, 5);
  g_assert_cmpuint (n_left, <, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/sound-mixer/silent", test_silent);
  g_test_add_func ("/services/sound-mixer/one", test_one);
  g_test_add_func ("/services/sound-mixer/gain", test_gain);
  g_test_add_func ("/services/sound-mixer/bells-overlap", test_bells_overlap);
  g_test_add_func ("/services/sound-mixer/many", test_many);
  g_test_add_func ("/services/sound-mixer/breath-replaces", test_breath_replaces);
  g_test_add_func ("/services/sound-mixer/fade-out", test_fade_out);

  return g_test_run ();
}
