/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-clock.h"
#include "thaw-journal.h"
#include "thaw-settings.h"

G_BEGIN_DECLS

#define THAW_TYPE_UPKEEP (thaw_upkeep_get_type ())
G_DECLARE_FINAL_TYPE (ThawUpkeep, thaw_upkeep, THAW, UPKEEP, GObject)

ThawUpkeep *thaw_upkeep_new   (ThawJournal  *journal,
                               ThawDatabase *database,
                               ThawClock    *clock,
                               ThawSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

void        thaw_upkeep_start (ThawUpkeep *self);
void        thaw_upkeep_stop  (ThawUpkeep *self);

G_END_DECLS
