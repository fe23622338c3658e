/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_session_changes_delete     (AdwToastOverlay   *overlay,
                                      ThawServices      *services,
                                      const ThawSession *session);
void thaw_session_changes_offer_undo (AdwToastOverlay   *overlay,
                                      ThawServices      *services,
                                      const char        *sentence,
                                      const ThawSession *before,
                                      const ThawSession *after);

G_END_DECLS
