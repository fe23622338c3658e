/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_plan_dialog_present (AdwToastOverlay  *overlay,
                               ThawServices     *services,
                               ThawActivityKind  kind,
                               const char       *activity,
                               const char       *name);

G_END_DECLS
