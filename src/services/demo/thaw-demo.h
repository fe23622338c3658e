/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

/* Three years, some 2,500 entries. */
#define THAW_DEMO_DEFAULT_DAYS 1095

ThawImportBatch *thaw_demo_generate (guint32    seed,
                                     ThawDay    last_day,
                                     guint      n_days,
                                     GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
