/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-reminder-edit.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_PREVIEW (thaw_reminder_preview_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderPreview, thaw_reminder_preview, THAW, REMINDER_PREVIEW, AdwPreferencesGroup)

void              thaw_reminder_preview_set_services (ThawReminderPreview *self,
                                                      ThawServices        *services);
ThawReminderHitch thaw_reminder_preview_show         (ThawReminderPreview *self,
                                                      const ThawReminder  *reminder);

G_END_DECLS
