/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sound/thaw-sound.h"

G_BEGIN_DECLS

/**
 * ThawSoundMixer:
 *
 * Makes one stream of the sounds that are heard at a time. For one thread alone.
 */
typedef struct _ThawSoundMixer ThawSoundMixer;

ThawSoundMixer *thaw_sound_mixer_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void            thaw_sound_mixer_free      (ThawSoundMixer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawSoundMixer, thaw_sound_mixer_free)

void            thaw_sound_mixer_add       (ThawSoundMixer *self,
                                            ThawSound       sound);
void            thaw_sound_mixer_fade_out  (ThawSoundMixer *self,
                                            gboolean        bells,
                                            gboolean        breath);
void            thaw_sound_mixer_set_gain  (ThawSoundMixer *self,
                                            double          gain);
gboolean        thaw_sound_mixer_mix       (ThawSoundMixer *self,
                                            gint16         *frames,
                                            gsize           n_frames);

G_END_DECLS
