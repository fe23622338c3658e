/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PRACTICE_ACTIONS (thaw_practice_actions_get_type ())
G_DECLARE_FINAL_TYPE (ThawPracticeActions, thaw_practice_actions, THAW, PRACTICE_ACTIONS, GSimpleActionGroup)

ThawPracticeActions *thaw_practice_actions_new (ThawServices    *services,
                                                AdwToastOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
