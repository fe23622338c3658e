/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-mood-groups.h"

G_BEGIN_DECLS

#define THAW_TYPE_MOOD_TABLE (thaw_mood_table_get_type ())
G_DECLARE_FINAL_TYPE (ThawMoodTable, thaw_mood_table, THAW, MOOD_TABLE, AdwBin)

GListModel *thaw_mood_table_get_rows   (ThawMoodTable    *self);
void        thaw_mood_table_set_series (ThawMoodTable    *self,
                                        ThawMoodSeries   *series,
                                        ThawMoodGrouping  grouping);

G_END_DECLS
