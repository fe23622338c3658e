/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

char    *thaw_demo_make_id     (const char       *kind,
                                const char       *name) G_GNUC_WARN_UNUSED_RESULT;

gboolean thaw_demo_people_fill (ThawImportBatch  *batch,
                                ThawDay           last_day,
                                GTimeZone        *zone,
                                GError          **error);

G_END_DECLS
