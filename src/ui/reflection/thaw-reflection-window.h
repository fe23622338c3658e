/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REFLECTION_WINDOW (thaw_reflection_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawReflectionWindow, thaw_reflection_window, THAW, REFLECTION_WINDOW, AdwWindow)

ThawReflectionWindow *thaw_reflection_window_new  (ThawServices         *services,
                                                   const ThawReflection *reflection) G_GNUC_WARN_UNUSED_RESULT;

ThawReflectionWindow *thaw_reflection_window_open (GtkWidget            *origin,
                                                   ThawServices         *services,
                                                   const ThawReflection *reflection);

G_END_DECLS
