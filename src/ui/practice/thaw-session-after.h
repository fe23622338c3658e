/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "practice/thaw-session-runner.h"
#include "thaw-words-keeper.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_AFTER (thaw_session_after_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionAfter, thaw_session_after, THAW, SESSION_AFTER, GtkBox)

GtkWidget *thaw_session_after_new        (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_session_after_set_runner (ThawSessionAfter  *self,
                                          ThawSessionRunner *runner);

G_END_DECLS
