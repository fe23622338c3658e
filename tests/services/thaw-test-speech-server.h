/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ThawTestSpeechServer:
 *
 * Stands where Speech Dispatcher does: takes one command at a time, as that does, and
 * keeps what it was told.
 */
typedef struct _ThawTestSpeechServer ThawTestSpeechServer;

ThawTestSpeechServer *thaw_test_speech_server_start  (const char           *path) G_GNUC_WARN_UNUSED_RESULT;
void                  thaw_test_speech_server_stop   (ThawTestSpeechServer *self);

char                 *thaw_test_speech_server_await  (ThawTestSpeechServer *self) G_GNUC_WARN_UNUSED_RESULT;
void                  thaw_test_speech_server_refuse (ThawTestSpeechServer *self,
                                                      const char           *command);
void                  thaw_test_speech_server_hold   (ThawTestSpeechServer *self,
                                                      gboolean              is_holding);
void                  thaw_test_speech_server_drop   (ThawTestSpeechServer *self);

G_END_DECLS
