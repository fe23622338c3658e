/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

gboolean thaw_demo_people_fill (ThawImportBatch  *batch,
                                ThawDay           last_day,
                                GTimeZone        *zone,
                                GError          **error);

G_END_DECLS
