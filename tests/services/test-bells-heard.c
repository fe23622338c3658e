/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "sound/thaw-bells.h"
#include "thaw-test-sound-server.h"

/* Nothing that anybody would hear. */
#define QUIET_DB -80

typedef struct
{
  ThawTestSoundServer *server;
  ThawSettings *settings;
  ThawBells *bells;
} Fixture;

static Fixture fixture;

static double
listen_to (double seconds)
{
  double loudness = thaw_test_sound_server_listen (fixture.server, seconds);

  g_test_message ("%.1f dB in %.1f s", loudness, seconds);

  return loudness;
}

/* Waits for a sound to begin, however busy the machine is; how loud it gets. */
static double
await_sound (void)
{
  double begin, rest;

  do
    begin = listen_to (0.1);
  while (begin < QUIET_DB);
  rest = listen_to (0.4);

  return MAX (begin, rest);
}

/* Waits until nothing sounds; how many seconds of it there were until then. */
static double
await_quiet (void)
{
  double seconds = 0;

  while (listen_to (0.1) > QUIET_DB)
    seconds += 0.1;

  return seconds;
}

static double
ring_at (double volume)
{
  double loudness;

  thaw_settings_set_practice_volume (fixture.settings, volume);
  thaw_bells_ring (fixture.bells, THAW_BELL_START);
  loudness = await_sound ();
  thaw_bells_stop (fixture.bells);
  await_quiet ();

  return loudness;
}

/* What comes out is as loud as it was made, and softer by so much as was set. */
static void
test_volume (void)
{
  double loud = ring_at (1), soft = ring_at (0.5);

  g_assert_cmpfloat (loud, >, -16);
  g_assert_cmpfloat (loud, <, -7);
  g_assert_cmpfloat_with_epsilon (loud - soft, 20 * log10 (8), 3);
}

/* It rings on for seconds, unless it is stopped. */
static void
test_stop (void)
{
  thaw_settings_set_practice_volume (fixture.settings, 1);
  thaw_bells_ring (fixture.bells, THAW_BELL_END);
  await_sound ();
  g_assert_cmpfloat (listen_to (1), >, -30);

  thaw_bells_stop (fixture.bells);
  g_assert_cmpfloat (await_quiet (), <, 2);
}

static void
test_switches (void)
{
  thaw_settings_set_practice_volume (fixture.settings, 1);
  thaw_settings_set_practice_bells (fixture.settings, FALSE);
  thaw_bells_ring (fixture.bells, THAW_BELL_START);
  thaw_bells_play_phase (fixture.bells, THAW_BREATH_IN);
  g_assert_cmpfloat (listen_to (0.7), <, QUIET_DB);

  /* Who turns them off while one rings is not to hear the rest of it. */
  thaw_settings_set_practice_bells (fixture.settings, TRUE);
  thaw_bells_ring (fixture.bells, THAW_BELL_END);
  await_sound ();
  thaw_settings_set_practice_bells (fixture.settings, FALSE);
  g_assert_cmpfloat (await_quiet (), <, 2);

  thaw_settings_set_practice_bells (fixture.settings, TRUE);
}

/* The sounds of a breath are heard, and much softer than a bell. */
static void
test_breath (void)
{
  double bell = ring_at (1), breath;

  thaw_settings_set_practice_phase_sounds (fixture.settings, TRUE);
  thaw_bells_play_phase (fixture.bells, THAW_BREATH_TOP_UP);
  breath = await_sound ();
  g_assert_cmpfloat (breath, >, -32);
  g_assert_cmpfloat (breath, <, bell - 6);

  thaw_settings_set_practice_phase_sounds (fixture.settings, FALSE);
  await_quiet ();
}

/* The last bell of a session is heard out, whatever becomes of the session. */
static void
test_gone (void)
{
  ThawBells *bells = thaw_bells_new (fixture.settings);

  thaw_settings_set_practice_volume (fixture.settings, 1);
  thaw_bells_ring (bells, THAW_BELL_INTERVAL);
  g_object_unref (bells);
  await_sound ();
  g_assert_cmpfloat (await_quiet (), >, 1);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  if (!thaw_test_sound_server_is_possible ())
    {
      g_print ("1..0 # SKIP PipeWire and WirePlumber are not installed\n");
      return 0;
    }

  fixture.server = thaw_test_sound_server_start ();
  fixture.settings = thaw_settings_new ();
  fixture.bells = thaw_bells_new (fixture.settings);

  g_test_add_func ("/services/bells-heard/volume", test_volume);
  g_test_add_func ("/services/bells-heard/stop", test_stop);
  g_test_add_func ("/services/bells-heard/switches", test_switches);
  g_test_add_func ("/services/bells-heard/breath", test_breath);
  g_test_add_func ("/services/bells-heard/gone", test_gone);
  status = g_test_run ();

  g_object_unref (fixture.bells);
  g_object_unref (fixture.settings);
  thaw_test_sound_server_stop (fixture.server);

  return status;
}
