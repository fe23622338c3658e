/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-breath-pattern.h"

G_BEGIN_DECLS

#define THAW_PHASE_ROW_INVALID (-1)

#define THAW_TYPE_PHASE_ROW (thaw_phase_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawPhaseRow, thaw_phase_row, THAW, PHASE_ROW, AdwActionRow)

GtkWidget *thaw_phase_row_new        (ThawBreathPhase  phase) G_GNUC_WARN_UNUSED_RESULT;
int        thaw_phase_row_get_tenths (ThawPhaseRow    *self);
void       thaw_phase_row_set_tenths (ThawPhaseRow    *self,
                                      int              tenths);

G_END_DECLS
