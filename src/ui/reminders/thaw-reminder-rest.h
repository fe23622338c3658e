/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_REST (thaw_reminder_rest_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderRest, thaw_reminder_rest, THAW, REMINDER_REST, GtkBox)

void thaw_reminder_rest_set_services (ThawReminderRest *self,
                                      ThawServices     *services);
void thaw_reminder_rest_update       (ThawReminderRest *self);

G_END_DECLS
