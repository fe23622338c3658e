/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_reminder_changes_remove     (AdwToastOverlay    *overlay,
                                       ThawServices       *services,
                                       const ThawReminder *reminder);
void thaw_reminder_changes_offer_undo (AdwToastOverlay    *overlay,
                                       ThawServices       *services,
                                       const ThawReminder *before,
                                       const ThawReminder *after);

G_END_DECLS
