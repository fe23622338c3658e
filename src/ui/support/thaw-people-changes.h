/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_people_changes_remove     (AdwToastOverlay  *overlay,
                                     ThawServices     *services,
                                     const ThawPerson *person);
void thaw_people_changes_talked     (AdwToastOverlay  *overlay,
                                     ThawServices     *services,
                                     const ThawPerson *person);
void thaw_people_changes_offer_undo (AdwToastOverlay  *overlay,
                                     ThawServices     *services,
                                     const ThawPerson *before,
                                     const ThawPerson *after);

G_END_DECLS
