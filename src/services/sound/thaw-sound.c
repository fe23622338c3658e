/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-sound"

#include "config.h"
#include "thaw-sound.h"

#include <math.h>

/*
 * No sound is recorded, or kept in a file: each is worked out when it is wanted, which takes a few milliseconds
 * and gives the same each time.
 *
 * A bell is a singing bowl. It rings in a few tones at once, whose pitches are in no simple ratio; the higher one
 * is, the sooner it is gone. A bowl is never quite round, so each tone is two that are a little apart and beat. All
 * three bells are the same bowl in another size.
 *
 * The sounds of a breath are tones that glide, and swell so slowly that they have no beginning.
 */

/* One of the tones a bowl rings in, as against its lowest. */
typedef struct
{
  double ratio;       /* of the pitch */
  double loudness;
  double ring;        /* of the time it rings */
  double beat_hz;     /* how far its two halves are apart */
} Partial;

static const Partial bowl[] = {
  { 1.00, 1.00, 1.00, 0.6 },
  { 2.71, 0.42, 0.55, 1.3 },
  { 5.02, 0.16, 0.30, 2.1 },
  { 7.93, 0.05, 0.18, 2.9 },
};

/* How loud the lesser half of each tone is: so much that it beats, and never falls silent. */
#define LESSER_HALF 0.18

typedef struct
{
  double seconds;
  double peak;        /* of 1, the loudest there is */
  double start_hz;
  double end_hz;      /* the same for a bell */
  double ring_secs;   /* until it is at 1/e; 0 for what swells */
} Design;

static const Design designs[] = {
  [THAW_SOUND_BELL_START]        = { 6.0, 0.50, 293.66, 293.66, 1.5 },
  [THAW_SOUND_BELL_INTERVAL]     = { 4.0, 0.35, 440.00, 440.00, 1.0 },
  [THAW_SOUND_BELL_END]          = { 8.0, 0.50, 220.00, 220.00, 2.0 },
  [THAW_SOUND_BREATH_IN]         = { 1.8, 0.15, 196.00, 293.66, 0 },
  [THAW_SOUND_BREATH_TOP_UP]     = { 0.8, 0.15, 293.66, 349.23, 0 },
  [THAW_SOUND_BREATH_HOLD_FULL]  = { 0.9, 0.10, 293.66, 293.66, 0 },
  [THAW_SOUND_BREATH_OUT]        = { 2.2, 0.15, 293.66, 196.00, 0 },
  [THAW_SOUND_BREATH_HOLD_EMPTY] = { 0.9, 0.12, 196.00, 196.00, 0 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (designs) == THAW_N_SOUNDS);

/* A mallet of felt takes a moment; whatever is left at the end goes away in the last part. */
#define STRIKE_SECS 0.010
#define FADE_PART 0.25

/* What small loudspeakers can play of a low tone is mostly its octave. */
#define OCTAVE_LOUDNESS 0.25

/* From 0 to 1, without a corner at either end. */
static double
ease (double x)
{
  return 0.5 - 0.5 * cos (G_PI * CLAMP (x, 0, 1));
}

/* A tone that dies away, as a hand that turns and shrinks: a step costs no sine. */
typedef struct
{
  double along, across;             /* where it is; what is heard is how far it is across */
  double turn_along, turn_across;   /* what a frame turns it by */
} Tone;

static Tone
strike_tone (double hz,
             double loudness,
             double ring_secs)
{
  double angle = 2 * G_PI * hz / THAW_SOUND_RATE;
  double shrink = exp (-1 / (ring_secs * THAW_SOUND_RATE));

  return (Tone) { loudness, 0, shrink * cos (angle), shrink * sin (angle) };
}

static double
step_tone (Tone *tone)
{
  double value = tone->across;
  double along = tone->along * tone->turn_along - tone->across * tone->turn_across;

  tone->across = tone->along * tone->turn_across + tone->across * tone->turn_along;
  tone->along = along;

  return value;
}

static void
ring_bowl (const Design *design,
           float        *frames,
           gsize         n_frames)
{
  Tone tones[2 * G_N_ELEMENTS (bowl)];

  for (guint i = 0; i < G_N_ELEMENTS (bowl); i++)
    {
      double hz = design->start_hz * bowl[i].ratio;
      double ring_secs = design->ring_secs * bowl[i].ring;

      tones[2 * i] = strike_tone (hz, (1 - LESSER_HALF) * bowl[i].loudness, ring_secs);
      tones[2 * i + 1] = strike_tone (hz + bowl[i].beat_hz, LESSER_HALF * bowl[i].loudness, ring_secs);
    }

  for (gsize i = 0; i < n_frames; i++)
    {
      double value = 0;

      for (guint j = 0; j < G_N_ELEMENTS (tones); j++)
        value += step_tone (&tones[j]);

      frames[i] = (float) value;
    }
}

/* Neither end has a corner that clicks. */
static void
smooth_ends (float  *frames,
             gsize   n_frames,
             double  start_secs,
             double  end_secs)
{
  const gsize n_start = (gsize) (start_secs * THAW_SOUND_RATE);
  const gsize n_end = (gsize) (end_secs * THAW_SOUND_RATE);

  for (gsize i = 0; i < n_start; i++)
    frames[i] *= (float) ease ((double) i / (double) n_start);
  for (gsize i = 0; i < n_end; i++)
    frames[n_frames - 1 - i] *= (float) ease ((double) i / (double) n_end);
}

static void
glide (const Design *design,
       float        *frames,
       gsize         n_frames)
{
  double turns = 0;

  for (gsize i = 0; i < n_frames; i++)
    {
      double part = (double) i / (double) n_frames;
      double swell = sin (G_PI * part);

      frames[i] = (float) (swell * swell * (sin (turns) + OCTAVE_LOUDNESS * sin (2 * turns)));
      turns += 2 * G_PI * design->start_hz * pow (design->end_hz / design->start_hz, ease (part)) / THAW_SOUND_RATE;
    }
}

/**
 * thaw_sound_for_bell:
 * @bell: a bell, not %THAW_BELL_NONE
 *
 * Returns: how it sounds
 */
ThawSound
thaw_sound_for_bell (ThawBell bell)
{
  switch (bell)
    {
    case THAW_BELL_START:
      return THAW_SOUND_BELL_START;

    case THAW_BELL_INTERVAL:
      return THAW_SOUND_BELL_INTERVAL;

    case THAW_BELL_END:
      return THAW_SOUND_BELL_END;

    case THAW_BELL_NONE:
    default:
      g_return_val_if_reached (THAW_SOUND_BELL_INTERVAL);
    }
}

/**
 * thaw_sound_for_phase:
 * @phase: a phase of a breath
 *
 * Returns: how it sounds
 */
ThawSound
thaw_sound_for_phase (ThawBreathPhase phase)
{
  switch (phase)
    {
    case THAW_BREATH_IN:
      return THAW_SOUND_BREATH_IN;

    case THAW_BREATH_TOP_UP:
      return THAW_SOUND_BREATH_TOP_UP;

    case THAW_BREATH_HOLD_FULL:
      return THAW_SOUND_BREATH_HOLD_FULL;

    case THAW_BREATH_OUT:
      return THAW_SOUND_BREATH_OUT;

    case THAW_BREATH_HOLD_EMPTY:
      return THAW_SOUND_BREATH_HOLD_EMPTY;

    default:
      g_return_val_if_reached (THAW_SOUND_BREATH_IN);
    }
}

/**
 * thaw_sound_is_bell:
 *
 * Returns: whether it is a bell, and not a sound of breathing
 */
gboolean
thaw_sound_is_bell (ThawSound sound)
{
  g_return_val_if_fail (sound < THAW_N_SOUNDS, FALSE);

  return designs[sound].ring_secs > 0;
}

/**
 * thaw_sound_get_length:
 *
 * Returns: how many frames it has
 */
gsize
thaw_sound_get_length (ThawSound sound)
{
  g_return_val_if_fail (sound < THAW_N_SOUNDS, 0);

  return (gsize) (designs[sound].seconds * THAW_SOUND_RATE);
}

/**
 * thaw_sound_make:
 *
 * Works out a sound. May be called in any thread.
 *
 * Returns: (transfer full): its frames, between −1 and 1
 */
float *
thaw_sound_make (ThawSound sound)
{
  const gsize n_frames = thaw_sound_get_length (sound);
  float *frames = g_new (float, n_frames);
  float peak = 0;

  if (thaw_sound_is_bell (sound))
    {
      ring_bowl (&designs[sound], frames, n_frames);
      smooth_ends (frames, n_frames, STRIKE_SECS, designs[sound].seconds * FADE_PART);
    }
  else
    {
      glide (&designs[sound], frames, n_frames);
    }

  for (gsize i = 0; i < n_frames; i++)
    peak = MAX (peak, fabsf (frames[i]));
  for (gsize i = 0; i < n_frames; i++)
    frames[i] *= (float) designs[sound].peak / peak;

  return frames;
}
