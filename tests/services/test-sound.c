/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "sound/thaw-sound.h"

static const char * const names[THAW_N_SOUNDS] = {
  "bell-start", "bell-interval", "bell-end", "breath-in", "breath-top-up", "breath-hold-full", "breath-out",
  "breath-hold-empty",
};

static double
decibels (double value)
{
  return 20 * log10 (value);
}

static double
get_peak (const float *frames,
          gsize        n_frames)
{
  double peak = 0;

  for (gsize i = 0; i < n_frames; i++)
    peak = MAX (peak, fabs (frames[i]));

  return peak;
}

static double
get_rms (const float *frames,
         gsize        n_frames)
{
  double sum = 0;

  for (gsize i = 0; i < n_frames; i++)
    sum += (double) frames[i] * frames[i];

  return sqrt (sum / (double) n_frames);
}

/* How loud a pure tone of this pitch is in there (Goertzel’s way, with a window that keeps others out). */
static double
get_tone (const float *frames,
          gsize        n_frames,
          double       hz)
{
  double along = 0, across = 0, sum = 0;

  for (gsize i = 0; i < n_frames; i++)
    {
      double window = 0.5 - 0.5 * cos (2 * G_PI * (double) i / (double) n_frames);
      double turns = 2 * G_PI * hz * (double) i / THAW_SOUND_RATE;

      along += window * frames[i] * cos (turns);
      across += window * frames[i] * sin (turns);
      sum += window;
    }

  return 2 * sqrt (along * along + across * across) / sum;
}

/* The pitch at which it is loudest, by steps of a semitone’s fifth. */
static double
find_pitch (const float *frames,
            gsize        n_frames)
{
  double found = 0, loudest = 0;

  for (double hz = 60; hz < 6000; hz *= pow (2, 1 / 60.0))
    {
      double level = get_tone (frames, n_frames, hz);

      if (level > loudest)
        {
          loudest = level;
          found = hz;
        }
    }

  return found;
}

/* Where the middle of its power is: what makes a sound dark or bright. */
static double
get_centre (const float *frames,
            gsize        n_frames)
{
  double weighted = 0, power = 0;

  for (double hz = 60; hz < 6000; hz *= pow (2, 1 / 60.0))
    {
      double level = get_tone (frames, n_frames, hz);

      weighted += level * level * hz * hz;   /* times the step, which grows with the pitch */
      power += level * level * hz;
    }

  return weighted / power;
}

/* What any sound of ours has to be. */
static void
test_shape (gconstpointer data)
{
  ThawSound sound = GPOINTER_TO_UINT (data);
  g_autofree float *frames = thaw_sound_make (sound);
  g_autofree float *again = thaw_sound_make (sound);
  gsize n_frames = thaw_sound_get_length (sound);
  gsize n_edge = THAW_SOUND_RATE / 1000;
  double peak = get_peak (frames, n_frames);
  double mean = 0, jump = 0;

  for (gsize i = 0; i < n_frames; i++)
    {
      g_assert_true (isfinite (frames[i]));
      mean += frames[i] / (double) n_frames;
      if (i > 0)
        jump = MAX (jump, fabs (frames[i] - frames[i - 1]));
    }

  g_assert_cmpmem (frames, n_frames * sizeof *frames, again, n_frames * sizeof *again);
  g_assert_cmpfloat (fabs (mean), <, 1e-4);
  g_assert_cmpfloat (decibels (peak), <, -3);

  /* It neither begins nor ends with a click, nor has one within: no step as steep as a tone of 4 kHz. */
  g_assert_cmpfloat (fabs (frames[0]), <, 1e-6);
  g_assert_cmpfloat (fabs (frames[n_frames - 1]), <, 1e-6);
  g_assert_cmpfloat (get_peak (frames, n_edge), <, peak * 0.05);
  g_assert_cmpfloat (get_peak (frames + n_frames - n_edge, n_edge), <, peak * 0.001);
  g_assert_cmpfloat (jump, <, peak * 2 * G_PI * 4000 / THAW_SOUND_RATE);
}

static void
test_loudness (void)
{
  for (ThawSound sound = 0; sound < THAW_N_SOUNDS; sound++)
    {
      g_autofree float *frames = thaw_sound_make (sound);
      gsize n_frames = thaw_sound_get_length (sound);
      double seconds = (double) n_frames / THAW_SOUND_RATE;
      double rms = decibels (get_rms (frames, MIN (n_frames, THAW_SOUND_RATE)));

      g_test_message ("%s: %.1f s, %.1f dB in the first second", names[sound], seconds, rms);
      if (thaw_sound_is_bell (sound))
        {
          g_assert_cmpfloat (rms, >, -24);
          g_assert_cmpfloat (rms, <, -14);
          g_assert_cmpfloat (seconds, >=, 3);
          g_assert_cmpfloat (seconds, <=, 10);
        }
      else
        {
          g_assert_cmpfloat (rms, >, -34);
          g_assert_cmpfloat (rms, <, -22);
          g_assert_cmpfloat (seconds, >=, 0.5);
          g_assert_cmpfloat (seconds, <=, 2.5);
        }
    }
}

/* Each bell is a bowl: a lowest tone that carries, overtones in no simple ratio, and less and less of all. */
static void
test_bowl (void)
{
  static const struct
  {
    ThawSound sound;
    double hz;
  } bells[] = {
    { THAW_SOUND_BELL_START, 293.66 },
    { THAW_SOUND_BELL_INTERVAL, 440 },
    { THAW_SOUND_BELL_END, 220 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bells); i++)
    {
      g_autofree float *frames = thaw_sound_make (bells[i].sound);
      gsize n_frames = thaw_sound_get_length (bells[i].sound);
      gsize n_begin = THAW_SOUND_RATE / 2;
      double lowest = get_tone (frames, n_begin, bells[i].hz);
      double second = get_tone (frames, n_begin, bells[i].hz * 2.71);
      double last = 0;

      g_assert_cmpfloat (fabs (find_pitch (frames, n_begin) / bells[i].hz - 1), <, 0.02);
      g_assert_cmpfloat (second, >, lowest * 0.2);
      g_assert_cmpfloat (second, <, lowest * 0.8);
      g_assert_cmpfloat (get_tone (frames, n_begin, bells[i].hz * 2), <, lowest * 0.02);

      /* The overtone is gone sooner than the tone. */
      g_assert_cmpfloat (get_tone (frames + 4 * n_begin, n_begin, bells[i].hz * 2.71) / second, <,
                         get_tone (frames + 4 * n_begin, n_begin, bells[i].hz) / lowest * 0.7);

      for (gsize place = 0; place + THAW_SOUND_RATE <= n_frames; place += THAW_SOUND_RATE)
        {
          double rms = get_rms (frames + place, THAW_SOUND_RATE);

          if (place > 0)
            g_assert_cmpfloat (rms, <, last);
          last = rms;
        }
      g_assert_cmpfloat (decibels (last / get_rms (frames, THAW_SOUND_RATE)), <, -20);
    }
}

/* The three differ, and belong together: the bell on the way is the brightest, the last one the darkest. */
static void
test_family (void)
{
  g_autofree float *start = thaw_sound_make (THAW_SOUND_BELL_START);
  g_autofree float *interval = thaw_sound_make (THAW_SOUND_BELL_INTERVAL);
  g_autofree float *end = thaw_sound_make (THAW_SOUND_BELL_END);
  gsize n_frames = THAW_SOUND_RATE / 2;
  double start_hz = get_centre (start, n_frames);
  double interval_hz = get_centre (interval, n_frames);
  double end_hz = get_centre (end, n_frames);

  g_test_message ("centres: %.0f, %.0f, %.0f Hz", start_hz, interval_hz, end_hz);
  g_assert_cmpfloat (end_hz, >, 220);
  g_assert_cmpfloat (end_hz, <, 330);
  g_assert_cmpfloat (start_hz / end_hz, >, 1.2);
  g_assert_cmpfloat (interval_hz / start_hz, >, 1.3);
  g_assert_cmpfloat (interval_hz, <, 660);

  g_assert_cmpuint (thaw_sound_get_length (THAW_SOUND_BELL_INTERVAL), <, thaw_sound_get_length (THAW_SOUND_BELL_START));
  g_assert_cmpuint (thaw_sound_get_length (THAW_SOUND_BELL_START), <, thaw_sound_get_length (THAW_SOUND_BELL_END));
}

static double
find_pitch_at (ThawSound sound,
               double    part)
{
  g_autofree float *frames = thaw_sound_make (sound);
  gsize n_frames = thaw_sound_get_length (sound);
  gsize n_part = n_frames / 5;

  return find_pitch (frames + (gsize) (part * (double) (n_frames - n_part)), n_part);
}

/* With closed eyes, up is in and down is out; and a pause stays where the breath has come to. */
static void
test_direction (void)
{
  double top = find_pitch_at (THAW_SOUND_BREATH_IN, 0.9);
  double bottom = find_pitch_at (THAW_SOUND_BREATH_OUT, 0.9);

  g_assert_cmpfloat (top, >, find_pitch_at (THAW_SOUND_BREATH_IN, 0.1) * 1.2);
  g_assert_cmpfloat (bottom, <, find_pitch_at (THAW_SOUND_BREATH_OUT, 0.1) / 1.2);
  g_assert_cmpfloat (find_pitch_at (THAW_SOUND_BREATH_TOP_UP, 0.9), >, top * 1.05);
  g_assert_cmpfloat (fabs (find_pitch_at (THAW_SOUND_BREATH_HOLD_FULL, 0.5) / top - 1), <, 0.06);
  g_assert_cmpfloat (fabs (find_pitch_at (THAW_SOUND_BREATH_HOLD_EMPTY, 0.5) / bottom - 1), <, 0.06);
}

static void
test_choice (void)
{
  g_assert_cmpint (thaw_sound_for_bell (THAW_BELL_START), ==, THAW_SOUND_BELL_START);
  g_assert_cmpint (thaw_sound_for_bell (THAW_BELL_INTERVAL), ==, THAW_SOUND_BELL_INTERVAL);
  g_assert_cmpint (thaw_sound_for_bell (THAW_BELL_END), ==, THAW_SOUND_BELL_END);
  g_assert_cmpint (thaw_sound_for_phase (THAW_BREATH_IN), ==, THAW_SOUND_BREATH_IN);
  g_assert_cmpint (thaw_sound_for_phase (THAW_BREATH_TOP_UP), ==, THAW_SOUND_BREATH_TOP_UP);
  g_assert_cmpint (thaw_sound_for_phase (THAW_BREATH_HOLD_FULL), ==, THAW_SOUND_BREATH_HOLD_FULL);
  g_assert_cmpint (thaw_sound_for_phase (THAW_BREATH_OUT), ==, THAW_SOUND_BREATH_OUT);
  g_assert_cmpint (thaw_sound_for_phase (THAW_BREATH_HOLD_EMPTY), ==, THAW_SOUND_BREATH_HOLD_EMPTY);

  for (ThawSound sound = 0; sound < THAW_N_SOUNDS; sound++)
    g_assert_true (thaw_sound_is_bell (sound) == (sound <= THAW_SOUND_BELL_END));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (ThawSound sound = 0; sound < THAW_N_SOUNDS; sound++)
    {
      g_autofree char *path = g_strconcat ("/services/sound/shape/", names[sound], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (sound), test_shape);
    }
  g_test_add_func ("/services/sound/loudness", test_loudness);
  g_test_add_func ("/services/sound/bowl", test_bowl);
  g_test_add_func ("/services/sound/family", test_family);
  g_test_add_func ("/services/sound/direction", test_direction);
  g_test_add_func ("/services/sound/choice", test_choice);

  return g_test_run ();
}
