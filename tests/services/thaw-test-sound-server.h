/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawTestSoundServer:
 *
 * A PipeWire of the test’s own, with a loudspeaker that is none, and an ear at it.
 */
typedef struct _ThawTestSoundServer ThawTestSoundServer;

gboolean             thaw_test_sound_server_is_possible (void);
ThawTestSoundServer *thaw_test_sound_server_start       (void) G_GNUC_WARN_UNUSED_RESULT;
void                 thaw_test_sound_server_stop        (ThawTestSoundServer *self);

double               thaw_test_sound_server_listen      (ThawTestSoundServer *self,
                                                         double               seconds);

G_END_DECLS
