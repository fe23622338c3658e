/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_reflection_offer_undo (AdwToastOverlay      *overlay,
                                 ThawServices         *services,
                                 const char           *sentence,
                                 const ThawReflection *before,
                                 const ThawReflection *after);

G_END_DECLS
