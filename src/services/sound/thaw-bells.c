/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-bells"

#include "config.h"
#include "thaw-bells.h"

#include "thaw-sound-player.h"

/**
 * ThawBells:
 *
 * What is heard in a practice, as the person set it: bells, and soft sounds that say
 * how a breath goes on. A machine without sound is silent, and that is no error.
 *
 * Nothing is loaded or opened before the first sound, and nobody waits for one. A bell
 * rings to its end even if its #ThawBells goes away meanwhile.
 */
struct _ThawBells
{
  GObject parent_instance;

  ThawSettings *settings;   /* (owned) */
  ThawSoundPlayer *player;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawBells, thaw_bells, G_TYPE_OBJECT)

/* Ears go by ratios: half of the way is to be heard as half as loud, roughly. */
static void
on_volume_changed_cb (ThawBells *self)
{
  double volume = thaw_settings_get_practice_volume (self->settings);

  thaw_sound_player_set_gain (self->player, volume * volume * volume);
}

static void
on_switch_changed_cb (ThawBells *self)
{
  thaw_sound_player_fade_out (self->player,
                              !thaw_settings_get_practice_bells (self->settings),
                              !thaw_settings_get_practice_phase_sounds (self->settings));
}

static gboolean
is_audible (ThawBells *self)
{
  return thaw_settings_get_practice_volume (self->settings) > 0;
}

static void
thaw_bells_finalize (GObject *object)
{
  ThawBells *self = THAW_BELLS (object);

  g_clear_object (&self->settings);
  thaw_sound_player_unref (self->player);

  G_OBJECT_CLASS (thaw_bells_parent_class)->finalize (object);
}

static void
thaw_bells_class_init (ThawBellsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = thaw_bells_finalize;
}

static void
thaw_bells_init (ThawBells *self)
{
  self->player = thaw_sound_player_new (&thaw_pulse_sink);
}

/**
 * thaw_bells_new:
 * @settings: what may be heard, and how loud
 *
 * Returns: (transfer full): bells that hang still
 */
ThawBells *
thaw_bells_new (ThawSettings *settings)
{
  ThawBells *self = g_object_new (THAW_TYPE_BELLS, NULL);

  g_return_val_if_fail (THAW_IS_SETTINGS (settings), self);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "notify::practice-volume", G_CALLBACK (on_volume_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::practice-bells", G_CALLBACK (on_switch_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::practice-phase-sounds", G_CALLBACK (on_switch_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_volume_changed_cb (self);

  return self;
}

/**
 * thaw_bells_ring:
 * @bell: a bell; %THAW_BELL_NONE does nothing
 *
 * Rings a bell, unless the person wants none.
 */
void
thaw_bells_ring (ThawBells *self,
                 ThawBell   bell)
{
  g_return_if_fail (THAW_IS_BELLS (self));

  if (bell == THAW_BELL_NONE || !is_audible (self) || !thaw_settings_get_practice_bells (self->settings))
    return;

  thaw_sound_player_play (self->player, thaw_sound_for_bell (bell));
}

/**
 * thaw_bells_play_phase:
 * @phase: the phase of a breath that begins
 *
 * Plays a soft sound for it, if the person wants that.
 */
void
thaw_bells_play_phase (ThawBells       *self,
                       ThawBreathPhase  phase)
{
  g_return_if_fail (THAW_IS_BELLS (self));

  if (!is_audible (self) || !thaw_settings_get_practice_phase_sounds (self->settings))
    return;

  thaw_sound_player_play (self->player, thaw_sound_for_phase (phase));
}

/**
 * thaw_bells_stop:
 *
 * Lets all that sounds go away within a moment.
 */
void
thaw_bells_stop (ThawBells *self)
{
  g_return_if_fail (THAW_IS_BELLS (self));

  thaw_sound_player_fade_out (self->player, TRUE, TRUE);
}
