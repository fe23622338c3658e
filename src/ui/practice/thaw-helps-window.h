/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_HELPS_WINDOW (thaw_helps_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawHelpsWindow, thaw_helps_window, THAW, HELPS_WINDOW, AdwWindow)

ThawHelpsWindow *thaw_helps_window_new (GtkWindow    *parent,
                                        ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
