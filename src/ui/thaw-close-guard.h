/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-words-keeper.h"

G_BEGIN_DECLS

#define THAW_TYPE_CLOSE_GUARD (thaw_close_guard_get_type ())
G_DECLARE_FINAL_TYPE (ThawCloseGuard, thaw_close_guard, THAW, CLOSE_GUARD, GObject)

ThawCloseGuard *thaw_close_guard_new       (GtkWindow       *window) G_GNUC_WARN_UNUSED_RESULT;

void            thaw_close_guard_watch     (ThawCloseGuard  *self,
                                            ThawWordsKeeper *keeper);
gboolean        thaw_close_guard_may_close (ThawCloseGuard  *self);

G_END_DECLS
