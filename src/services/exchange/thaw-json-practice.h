/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-json-place.h"
#include "thaw-breath-pattern.h"
#include "thaw-plan.h"
#include "thaw-session.h"

G_BEGIN_DECLS

/* What the phases of a breath are called in the format. */
extern const char *const thaw_json_phase_members[THAW_N_BREATH_PHASES];

ThawSession       *thaw_json_session_read      (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
ThawActivity      *thaw_json_own_activity_read (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
ThawBreathPattern *thaw_json_pattern_read      (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
ThawPlan          *thaw_json_plan_read         (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
