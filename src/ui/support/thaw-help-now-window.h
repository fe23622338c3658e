/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_HELP_NOW_WINDOW (thaw_help_now_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawHelpNowWindow, thaw_help_now_window, THAW, HELP_NOW_WINDOW, AdwWindow)

GtkWindow *thaw_help_now_window_new (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
