/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sound/thaw-sound-sink.h"
#include "sound/thaw-sound.h"

G_BEGIN_DECLS

/**
 * ThawSoundPlayer:
 *
 * Plays sounds on a thread of its own, which is there only while something sounds.
 * What it is told to do it does soon; it never makes anybody wait.
 */
typedef struct _ThawSoundPlayer ThawSoundPlayer;

ThawSoundPlayer *thaw_sound_player_new      (const ThawSoundSink *sink) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_sound_player_unref    (ThawSoundPlayer     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawSoundPlayer, thaw_sound_player_unref)

void             thaw_sound_player_play     (ThawSoundPlayer     *self,
                                             ThawSound            sound);
void             thaw_sound_player_fade_out (ThawSoundPlayer     *self,
                                             gboolean             bells,
                                             gboolean             breath);
void             thaw_sound_player_set_gain (ThawSoundPlayer     *self,
                                             double               gain);

G_END_DECLS
