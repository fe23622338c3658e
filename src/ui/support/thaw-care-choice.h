/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_care_choice_present_people     (AdwToastOverlay *overlay,
                                          ThawServices    *services,
                                          ThawCarePart     part,
                                          int              position);
void thaw_care_choice_present_activities (AdwToastOverlay *overlay,
                                          ThawServices    *services,
                                          ThawCarePart     part,
                                          int              position);

G_END_DECLS
