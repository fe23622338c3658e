/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_FIRST_START_WINDOW (thaw_first_start_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawFirstStartWindow, thaw_first_start_window, THAW, FIRST_START_WINDOW, AdwWindow)

GtkWindow *thaw_first_start_window_new       (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;
gboolean   thaw_first_start_window_is_wanted (ThawServices *services);

G_END_DECLS
