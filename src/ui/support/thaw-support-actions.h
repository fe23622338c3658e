/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_SUPPORT_ACTIONS (thaw_support_actions_get_type ())
G_DECLARE_FINAL_TYPE (ThawSupportActions, thaw_support_actions, THAW, SUPPORT_ACTIONS, GSimpleActionGroup)

ThawSupportActions *thaw_support_actions_new       (ThawServices       *services,
                                                    AdwToastOverlay    *overlay) G_GNUC_WARN_UNUSED_RESULT;

void                thaw_support_actions_open_link (ThawSupportActions *self,
                                                    const char         *target);
void                thaw_support_actions_come_back (ThawSupportActions *self);
void                thaw_support_actions_stay_away (ThawSupportActions *self);

G_END_DECLS
