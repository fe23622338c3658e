/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-sound-mixer"

#include "config.h"
#include "thaw-sound-mixer.h"

#include <math.h>

/* How long a sound takes to go away when it is to be quiet: soon, and without a click. */
#define FADE_SECS 0.15

typedef struct
{
  ThawSound sound;
  float *frames;      /* (owned) */
  gsize n_frames;
  gsize place;
  float level;        /* 1 until it fades */
  gboolean is_fading;
} Voice;

struct _ThawSoundMixer
{
  GPtrArray *voices;  /* (owned) (element-type Voice) */
  float gain;         /* what it is at */
  float wanted_gain;  /* what it goes to, evenly, with the next frames */
};

static void
voice_free (Voice *voice)
{
  g_free (voice->frames);
  g_free (voice);
}

/**
 * thaw_sound_mixer_new:
 *
 * Returns: (transfer full): a mixer in which nothing sounds, as loud as it gets
 */
ThawSoundMixer *
thaw_sound_mixer_new (void)
{
  ThawSoundMixer *self = g_new0 (ThawSoundMixer, 1);

  self->voices = g_ptr_array_new_with_free_func ((GDestroyNotify) voice_free);
  self->gain = self->wanted_gain = 1;

  return self;
}

void
thaw_sound_mixer_free (ThawSoundMixer *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->voices);
  g_free (self);
}

/**
 * thaw_sound_mixer_add:
 *
 * Adds a sound, from its beginning. Bells ring into each other; of the sounds of
 * a breath the new one takes the place of the last.
 */
void
thaw_sound_mixer_add (ThawSoundMixer *self,
                      ThawSound       sound)
{
  Voice *voice;

  g_return_if_fail (self != NULL);
  g_return_if_fail (sound < THAW_N_SOUNDS);

  if (!thaw_sound_is_bell (sound))
    thaw_sound_mixer_fade_out (self, FALSE, TRUE);

  voice = g_new0 (Voice, 1);
  voice->sound = sound;
  voice->frames = thaw_sound_make (sound);
  voice->n_frames = thaw_sound_get_length (sound);
  voice->level = 1;
  g_ptr_array_add (self->voices, voice);
}

/**
 * thaw_sound_mixer_fade_out:
 * @bells: whether the bells go away
 * @breath: whether the sounds of a breath do
 *
 * Lets what sounds go away soon.
 */
void
thaw_sound_mixer_fade_out (ThawSoundMixer *self,
                           gboolean        bells,
                           gboolean        breath)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->voices->len; i++)
    {
      Voice *voice = g_ptr_array_index (self->voices, i);

      if (thaw_sound_is_bell (voice->sound) ? bells : breath)
        voice->is_fading = TRUE;
    }
}

/**
 * thaw_sound_mixer_set_gain:
 * @gain: what each frame is multiplied by, from 0 to 1
 */
void
thaw_sound_mixer_set_gain (ThawSoundMixer *self,
                           double          gain)
{
  g_return_if_fail (self != NULL);

  self->wanted_gain = (float) gain;
  if (self->voices->len == 0)
    self->gain = self->wanted_gain;
}

static float
next_frame (Voice *voice)
{
  float frame;

  if (voice->place == voice->n_frames)
    return 0;

  frame = voice->frames[voice->place++] * voice->level;
  if (voice->is_fading)
    voice->level = MAX (0, voice->level - 1 / (float) (FADE_SECS * THAW_SOUND_RATE));

  return frame;
}

static void
drop_silent (ThawSoundMixer *self)
{
  for (guint i = self->voices->len; i > 0; i--)
    {
      Voice *voice = g_ptr_array_index (self->voices, i - 1);

      if (voice->place == voice->n_frames || voice->level <= 0)
        g_ptr_array_remove_index (self->voices, i - 1);
    }
}

/**
 * thaw_sound_mixer_mix:
 * @frames: (out caller-allocates) (array length=n_frames): what is heard next
 * @n_frames: how much of it
 *
 * Returns: whether anything sounds; %FALSE leaves @frames alone
 */
gboolean
thaw_sound_mixer_mix (ThawSoundMixer *self,
                      gint16         *frames,
                      gsize           n_frames)
{
  float step;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (n_frames > 0, FALSE);

  drop_silent (self);
  if (self->voices->len == 0)
    return FALSE;

  step = (self->wanted_gain - self->gain) / (float) n_frames;
  for (gsize i = 0; i < n_frames; i++)
    {
      float sum = 0;

      for (guint j = 0; j < self->voices->len; j++)
        sum += next_frame (g_ptr_array_index (self->voices, j));

      self->gain += step;
      frames[i] = (gint16) lrintf (CLAMP (sum * self->gain, -1, 1) * G_MAXINT16);
    }
  self->gain = self->wanted_gain;

  return TRUE;
}
