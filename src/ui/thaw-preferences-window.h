/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PREFERENCES_WINDOW (thaw_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawPreferencesWindow, thaw_preferences_window, THAW, PREFERENCES_WINDOW, AdwPreferencesWindow)

ThawPreferencesWindow *thaw_preferences_window_new (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
