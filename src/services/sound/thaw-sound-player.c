/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-sound-player"

#include "config.h"
#include "thaw-sound-player.h"

#include "thaw-sound-mixer.h"

/* What is handed over at a time: a sixtieth of a second. */
#define CHUNK_FRAMES (THAW_SOUND_RATE / 60)

/* What could not begin within so many seconds is no longer wanted: it tells of a moment. */
#define LATEST_BELL_SECS 2
#define LATEST_BREATH_SECS 0.5

typedef struct
{
  ThawSound sound;
  gint64 wanted_us;   /* when, by the monotonic clock */
} Order;

struct _ThawSoundPlayer
{
  gatomicrefcount ref_count;
  const ThawSoundSink *sink;

  GMutex mutex;       /* for all below */
  GArray *orders;     /* (owned) (element-type Order): what is to begin */
  double gain;
  gboolean fade_bells;
  gboolean fade_breath;
  gboolean is_playing;  /* a thread looks after the orders */
};

/**
 * thaw_sound_player_new:
 * @sink: where the sound goes to
 *
 * Returns: (transfer full): a player, as loud as it gets
 */
ThawSoundPlayer *
thaw_sound_player_new (const ThawSoundSink *sink)
{
  ThawSoundPlayer *self = g_new0 (ThawSoundPlayer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->orders = g_array_new (FALSE, FALSE, sizeof (Order));
  self->sink = sink;
  self->gain = 1;

  return self;
}

/**
 * thaw_sound_player_unref:
 *
 * Lets go of the player. What sounds goes on until it is over.
 */
void
thaw_sound_player_unref (ThawSoundPlayer *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->orders);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* On its thread */

/* Passes what is wanted on to the mixer. @orders is an empty array, and is so again. */
static void
follow_orders (ThawSoundPlayer *self,
               ThawSoundMixer  *mixer,
               GArray         **orders)
{
  GArray *empty = *orders;

  g_mutex_lock (&self->mutex);
  *orders = self->orders;
  self->orders = empty;
  thaw_sound_mixer_set_gain (mixer, self->gain);
  thaw_sound_mixer_fade_out (mixer, self->fade_bells, self->fade_breath);
  self->fade_bells = self->fade_breath = FALSE;
  g_mutex_unlock (&self->mutex);

  for (guint i = 0; i < (*orders)->len; i++)
    {
      const Order *order = &g_array_index (*orders, Order, i);
      double latest_secs = thaw_sound_is_bell (order->sound) ? LATEST_BELL_SECS : LATEST_BREATH_SECS;

      if ((double) (g_get_monotonic_time () - order->wanted_us) < latest_secs * G_USEC_PER_SEC)
        thaw_sound_mixer_add (mixer, order->sound);
    }
  g_array_set_size (*orders, 0);
}

/* Whether there is nothing more to do; from then on this thread does not look after the orders. */
static gboolean
try_end (ThawSoundPlayer *self)
{
  gboolean is_over;

  g_mutex_lock (&self->mutex);
  is_over = self->orders->len == 0;
  self->is_playing = !is_over;
  g_mutex_unlock (&self->mutex);

  return is_over;
}

/* There is nothing that would play: whoever wants something next may try again. */
static void
give_up (ThawSoundPlayer *self)
{
  g_mutex_lock (&self->mutex);
  g_array_set_size (self->orders, 0);
  self->is_playing = FALSE;
  g_mutex_unlock (&self->mutex);
}

static gboolean
play_orders (ThawSoundPlayer *self,
             gpointer         stream)
{
  g_autoptr (ThawSoundMixer) mixer = thaw_sound_mixer_new ();
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (Order));
  gint16 frames[CHUNK_FRAMES];

  do
    {
      follow_orders (self, mixer, &orders);
      while (thaw_sound_mixer_mix (mixer, frames, CHUNK_FRAMES))
        {
          if (!self->sink->write (stream, frames, CHUNK_FRAMES))
            return FALSE;
          follow_orders (self, mixer, &orders);
        }
    }
  while (!try_end (self));

  return TRUE;
}

static gpointer
play_thread (gpointer data)
{
  g_autoptr (ThawSoundPlayer) self = data;
  gpointer stream = self->sink->open ();
  gboolean is_played = stream != NULL && play_orders (self, stream);

  if (!is_played)
    give_up (self);
  if (stream != NULL)
    self->sink->close (stream, is_played);

  return NULL;
}

/* From outside */

/**
 * thaw_sound_player_play:
 *
 * Begins a sound now; or lets it be, if it cannot begin soon.
 */
void
thaw_sound_player_play (ThawSoundPlayer *self,
                        ThawSound        sound)
{
  Order order = { sound, g_get_monotonic_time () };
  gboolean is_first;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  g_array_append_val (self->orders, order);
  is_first = !self->is_playing;
  self->is_playing = TRUE;
  g_mutex_unlock (&self->mutex);

  if (is_first)
    {
      g_autoptr (GThread) thread = NULL;

      g_atomic_ref_count_inc (&self->ref_count);
      thread = g_thread_try_new ("thaw-sound", play_thread, self, NULL);
      if (thread == NULL)
        {
          give_up (self);
          thaw_sound_player_unref (self);
        }
    }
}

/**
 * thaw_sound_player_fade_out:
 * @bells: whether the bells go away
 * @breath: whether the sounds of a breath do
 *
 * Lets what sounds go away soon.
 */
void
thaw_sound_player_fade_out (ThawSoundPlayer *self,
                            gboolean         bells,
                            gboolean         breath)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  for (guint i = self->orders->len; i > 0; i--)
    {
      if (thaw_sound_is_bell (g_array_index (self->orders, Order, i - 1).sound) ? bells : breath)
        g_array_remove_index (self->orders, i - 1);
    }
  self->fade_bells |= bells && self->is_playing;
  self->fade_breath |= breath && self->is_playing;
  g_mutex_unlock (&self->mutex);
}

/**
 * thaw_sound_player_set_gain:
 * @gain: what each frame is multiplied by, from 0 to 1
 *
 * Also changes how loud that is which sounds already.
 */
void
thaw_sound_player_set_gain (ThawSoundPlayer *self,
                            double           gain)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (gain >= 0 && gain <= 1);

  g_mutex_lock (&self->mutex);
  self->gain = gain;
  g_mutex_unlock (&self->mutex);
}
