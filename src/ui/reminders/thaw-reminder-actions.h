/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_ACTIONS (thaw_reminder_actions_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderActions, thaw_reminder_actions, THAW, REMINDER_ACTIONS, GSimpleActionGroup)

ThawReminderActions *thaw_reminder_actions_new (ThawServices    *services,
                                                AdwToastOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
