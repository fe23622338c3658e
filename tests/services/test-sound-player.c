/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "sound/thaw-sound-player.h"

/* A sink that the test looks into, and lets go on step by step. */
static struct
{
  GMutex mutex;
  GCond changed;
  gboolean is_absent;       /* cannot be opened */
  gboolean is_hung;         /* does not come back from being opened, or written to */
  gboolean is_broken;       /* takes nothing */
  guint n_opened;
  guint n_closed;
  guint n_heard_out;
  gsize n_frames;
  double power;
} fake;

static void
wait_while_hung (void)
{
  while (fake.is_hung)
    g_cond_wait (&fake.changed, &fake.mutex);
}

static gpointer
fake_open (void)
{
  gboolean is_absent;

  g_mutex_lock (&fake.mutex);
  fake.n_opened++;
  g_cond_broadcast (&fake.changed);
  wait_while_hung ();
  is_absent = fake.is_absent;
  if (is_absent)
    fake.n_closed++;
  g_cond_broadcast (&fake.changed);
  g_mutex_unlock (&fake.mutex);

  return is_absent ? NULL : &fake;
}

static gboolean
fake_write (gpointer      stream,
            const gint16 *frames,
            gsize         n_frames)
{
  gboolean is_broken;

  g_assert_true (stream == &fake);

  g_mutex_lock (&fake.mutex);
  wait_while_hung ();
  is_broken = fake.is_broken;
  for (gsize i = 0; i < n_frames; i++)
    fake.power += (double) frames[i] * frames[i] / G_MAXINT16 / G_MAXINT16;
  fake.n_frames += n_frames;
  g_cond_broadcast (&fake.changed);
  g_mutex_unlock (&fake.mutex);

  return !is_broken;
}

static void
fake_close (gpointer stream,
            gboolean is_heard_out)
{
  g_assert_true (stream == &fake);

  g_mutex_lock (&fake.mutex);
  fake.n_closed++;
  fake.n_heard_out += is_heard_out ? 1 : 0;
  g_cond_broadcast (&fake.changed);
  g_mutex_unlock (&fake.mutex);
}

static const ThawSoundSink fake_sink = { fake_open, fake_write, fake_close };

static void
fake_reset (void)
{
  fake.is_absent = fake.is_hung = fake.is_broken = FALSE;
  fake.n_opened = fake.n_closed = fake.n_heard_out = 0;
  fake.n_frames = 0;
  fake.power = 0;
}

/* Waits until so many streams have been closed, or could not be opened. */
static void
await_closed (guint n_closed)
{
  g_mutex_lock (&fake.mutex);
  while (fake.n_closed < n_closed)
    g_cond_wait (&fake.changed, &fake.mutex);
  g_mutex_unlock (&fake.mutex);
}

static void
await_opened (guint n_opened)
{
  g_mutex_lock (&fake.mutex);
  while (fake.n_opened < n_opened)
    g_cond_wait (&fake.changed, &fake.mutex);
  g_mutex_unlock (&fake.mutex);
}

static void
set_hung (gboolean is_hung)
{
  g_mutex_lock (&fake.mutex);
  fake.is_hung = is_hung;
  g_cond_broadcast (&fake.changed);
  g_mutex_unlock (&fake.mutex);
}

/* Nothing is opened before the first sound, and nothing stays open after the last. */
static void
test_play (void)
{
  g_autoptr (ThawSoundPlayer) player = NULL;

  fake_reset ();
  player = thaw_sound_player_new (&fake_sink);
  g_assert_cmpuint (fake.n_opened, ==, 0);

  thaw_sound_player_play (player, THAW_SOUND_BREATH_TOP_UP);
  await_closed (1);
  g_assert_cmpuint (fake.n_opened, ==, 1);
  g_assert_cmpuint (fake.n_heard_out, ==, 1);
  g_assert_cmpuint (fake.n_frames, >=, thaw_sound_get_length (THAW_SOUND_BREATH_TOP_UP));
  g_assert_cmpuint (fake.n_frames, <, thaw_sound_get_length (THAW_SOUND_BREATH_TOP_UP) + THAW_SOUND_RATE / 50);
  g_assert_cmpfloat (fake.power, >, 10);

  thaw_sound_player_play (player, THAW_SOUND_BREATH_IN);
  await_closed (2);
  g_assert_cmpuint (fake.n_opened, ==, 2);
}

/* Who is told while the sink hangs is not kept waiting; and what is told goes into one stream. */
static void
test_hung (void)
{
  g_autoptr (ThawSoundPlayer) player = NULL;

  fake_reset ();
  fake.is_hung = TRUE;
  player = thaw_sound_player_new (&fake_sink);
  thaw_sound_player_play (player, THAW_SOUND_BELL_START);
  await_opened (1);
  thaw_sound_player_play (player, THAW_SOUND_BELL_INTERVAL);
  thaw_sound_player_set_gain (player, 0.5);
  g_assert_cmpuint (fake.n_frames, ==, 0);

  set_hung (FALSE);
  await_closed (1);
  g_assert_cmpuint (fake.n_opened, ==, 1);
  g_assert_cmpuint (fake.n_frames, >=, thaw_sound_get_length (THAW_SOUND_BELL_START));
}

/* A sound of a breath that could not begin in time does not come later. */
static void
test_late (void)
{
  g_autoptr (ThawSoundPlayer) player = NULL;

  fake_reset ();
  fake.is_hung = TRUE;
  player = thaw_sound_player_new (&fake_sink);
  thaw_sound_player_play (player, THAW_SOUND_BREATH_IN);
  await_opened (1);
  g_usleep (G_USEC_PER_SEC * 6 / 10);
  set_hung (FALSE);
  await_closed (1);
  g_assert_cmpuint (fake.n_frames, ==, 0);
}

/* No server is no error; and it is asked again for the next sound. */
static void
test_absent (void)
{
  g_autoptr (ThawSoundPlayer) player = NULL;

  fake_reset ();
  fake.is_absent = TRUE;
  player = thaw_sound_player_new (&fake_sink);

  /* What is wanted before the player knows that the last try came to nothing goes with it. */
  g_mutex_lock (&fake.mutex);
  while (fake.n_closed < 3)
    {
      g_mutex_unlock (&fake.mutex);
      thaw_sound_player_play (player, THAW_SOUND_BELL_START);
      g_thread_yield ();
      g_mutex_lock (&fake.mutex);
    }
  g_mutex_unlock (&fake.mutex);
  g_assert_cmpuint (fake.n_frames, ==, 0);
}

static void
test_broken (void)
{
  g_autoptr (ThawSoundPlayer) player = NULL;

  fake_reset ();
  fake.is_broken = TRUE;
  player = thaw_sound_player_new (&fake_sink);
  thaw_sound_player_play (player, THAW_SOUND_BELL_START);
  await_closed (1);
  g_assert_cmpuint (fake.n_heard_out, ==, 0);
  g_assert_cmpuint (fake.n_frames, <, THAW_SOUND_RATE / 10);
}

static void
test_fade_out (void)
{
  g_autoptr (ThawSoundPlayer) player = NULL;

  fake_reset ();
  fake.is_hung = TRUE;
  player = thaw_sound_player_new (&fake_sink);

  /* What has not begun never does. */
  thaw_sound_player_play (player, THAW_SOUND_BELL_START);
  await_opened (1);
  thaw_sound_player_play (player, THAW_SOUND_BREATH_TOP_UP);
  thaw_sound_player_fade_out (player, TRUE, FALSE);
  set_hung (FALSE);
  await_closed (1);
  g_assert_cmpuint (fake.n_frames, >=, thaw_sound_get_length (THAW_SOUND_BREATH_TOP_UP));
  g_assert_cmpuint (fake.n_frames, <, THAW_SOUND_RATE);
}

/* A bell that is ringing goes on when nobody holds the player any more. */
static void
test_unref (void)
{
  ThawSoundPlayer *player;

  fake_reset ();
  fake.is_hung = TRUE;
  player = thaw_sound_player_new (&fake_sink);
  thaw_sound_player_play (player, THAW_SOUND_BELL_END);
  await_opened (1);
  thaw_sound_player_unref (player);
  set_hung (FALSE);
  await_closed (1);
  g_assert_cmpuint (fake.n_frames, >=, thaw_sound_get_length (THAW_SOUND_BELL_END));
  g_assert_cmpuint (fake.n_heard_out, ==, 1);
}

static double
play_power (double gain)
{
  g_autoptr (ThawSoundPlayer) player = NULL;

  fake_reset ();
  player = thaw_sound_player_new (&fake_sink);
  thaw_sound_player_set_gain (player, gain);
  thaw_sound_player_play (player, THAW_SOUND_BELL_INTERVAL);
  await_closed (1);

  return fake.power;
}

static void
test_gain (void)
{
  double loud = play_power (1), quiet = play_power (0.5);

  g_assert_cmpfloat_with_epsilon (sqrt (quiet / loud), 0.5, 0.002);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/sound-player/play", test_play);
  g_test_add_func ("/services/sound-player/hung", test_hung);
  g_test_add_func ("/services/sound-player/late", test_late);
  g_test_add_func ("/services/sound-player/absent", test_absent);
  g_test_add_func ("/services/sound-player/broken", test_broken);
  g_test_add_func ("/services/sound-player/fade-out", test_fade_out);
  g_test_add_func ("/services/sound-player/unref", test_unref);
  g_test_add_func ("/services/sound-player/gain", test_gain);

  return g_test_run ();
}
