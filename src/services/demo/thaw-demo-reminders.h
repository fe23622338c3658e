/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

void thaw_demo_reminders_fill (ThawImportBatch *batch,
                               ThawDay          last_day,
                               GTimeZone       *zone);

G_END_DECLS
