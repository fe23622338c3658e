/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_CARE_PLAN_WINDOW (thaw_care_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawCarePlanWindow, thaw_care_plan_window, THAW, CARE_PLAN_WINDOW, AdwWindow)

GtkWindow *thaw_care_plan_window_new (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
