/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define THAW_TYPE_SPEAKER (thaw_speaker_get_type ())
G_DECLARE_FINAL_TYPE (ThawSpeaker, thaw_speaker, THAW, SPEAKER, GObject)

ThawSpeaker *thaw_speaker_new          (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean     thaw_speaker_is_available (ThawSpeaker *self);
void         thaw_speaker_say          (ThawSpeaker *self,
                                        const char  *text);
void         thaw_speaker_stop         (ThawSpeaker *self);

G_END_DECLS
