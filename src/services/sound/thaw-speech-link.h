/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define THAW_TYPE_SPEECH_LINK (thaw_speech_link_get_type ())
G_DECLARE_FINAL_TYPE (ThawSpeechLink, thaw_speech_link, THAW, SPEECH_LINK, GObject)

ThawSpeechLink *thaw_speech_link_new     (GIOStream      *stream) G_GNUC_WARN_UNUSED_RESULT;

void            thaw_speech_link_set     (ThawSpeechLink *self,
                                          const char     *name,
                                          const char     *value);
void            thaw_speech_link_say     (ThawSpeechLink *self,
                                          const char     *text);
void            thaw_speech_link_cancel  (ThawSpeechLink *self);
void            thaw_speech_link_quit    (ThawSpeechLink *self);

gboolean        thaw_speech_link_is_open (ThawSpeechLink *self);

G_END_DECLS
