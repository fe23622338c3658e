/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_care_changes_save   (AdwToastOverlay    *overlay,
                               ThawServices       *services,
                               const ThawCareItem *item);
void thaw_care_changes_remove (AdwToastOverlay    *overlay,
                               ThawServices       *services,
                               const ThawCareItem *item);

G_END_DECLS
