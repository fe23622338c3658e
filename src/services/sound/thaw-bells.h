/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-settings.h"
#include "thaw-timeline.h"

G_BEGIN_DECLS

#define THAW_TYPE_BELLS (thaw_bells_get_type ())
G_DECLARE_FINAL_TYPE (ThawBells, thaw_bells, THAW, BELLS, GObject)

ThawBells *thaw_bells_new        (ThawSettings    *settings) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_bells_ring       (ThawBells       *self,
                                  ThawBell         bell);
void       thaw_bells_play_phase (ThawBells       *self,
                                  ThawBreathPhase  phase);
void       thaw_bells_stop       (ThawBells       *self);

G_END_DECLS
