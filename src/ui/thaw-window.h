/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_WINDOW (thaw_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawWindow, thaw_window, THAW, WINDOW, AdwApplicationWindow)

ThawWindow *thaw_window_new (GtkApplication *application,
                             ThawServices   *services) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
