/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_people_export_ask   (AdwToastOverlay *overlay,
                               ThawServices    *services,
                               GPtrArray       *people);
void thaw_people_export_write (AdwToastOverlay *overlay,
                               ThawServices    *services,
                               GPtrArray       *people,
                               GFile           *file);

G_END_DECLS
