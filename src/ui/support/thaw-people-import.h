/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_people_import_ask       (AdwToastOverlay *overlay,
                                   ThawServices    *services);
void thaw_people_import_take_file (AdwToastOverlay *overlay,
                                   ThawServices    *services,
                                   GFile           *file);

G_END_DECLS
