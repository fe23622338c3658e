/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_PREFERENCES (thaw_reminder_preferences_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderPreferences, thaw_reminder_preferences, THAW, REMINDER_PREFERENCES,
                      AdwPreferencesGroup)

void thaw_reminder_preferences_set_services (ThawReminderPreferences *self,
                                             ThawServices            *services);

G_END_DECLS
