/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-reminder-store.h"

G_BEGIN_DECLS

void thaw_reminder_rarer_make (AdwToastOverlay    *overlay,
                               ThawReminderStore  *store,
                               const ThawReminder *reminder);

G_END_DECLS
