/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-period.h"
#include "thaw-reflection.h"

G_BEGIN_DECLS

#define THAW_TYPE_REFLECTION_TABLE (thaw_reflection_table_get_type ())
G_DECLARE_FINAL_TYPE (ThawReflectionTable, thaw_reflection_table, THAW, REFLECTION_TABLE, AdwBin)

GListModel *thaw_reflection_table_get_rows        (ThawReflectionTable *self);
void        thaw_reflection_table_set_reflections (ThawReflectionTable *self,
                                                   GPtrArray           *reflections,
                                                   const ThawPeriod    *period);

G_END_DECLS
