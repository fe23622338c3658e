/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_planner_save   (AdwToastOverlay *overlay,
                          ThawServices    *services,
                          const ThawPlan  *plan);
void thaw_planner_remove (AdwToastOverlay *overlay,
                          ThawServices    *services,
                          const ThawPlan  *plan);

G_END_DECLS
