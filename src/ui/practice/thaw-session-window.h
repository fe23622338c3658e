/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_WINDOW (thaw_session_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionWindow, thaw_session_window, THAW, SESSION_WINDOW, AdwWindow)

ThawSessionWindow *thaw_session_window_new (AdwToastOverlay   *overlay,
                                            ThawServices      *services,
                                            const ThawSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
