/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PEOPLE_WINDOW (thaw_people_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawPeopleWindow, thaw_people_window, THAW, PEOPLE_WINDOW, AdwWindow)

GtkWindow *thaw_people_window_new (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
