/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-database.h"

G_BEGIN_DECLS

gboolean thaw_reminder_rescue_sync (ThawDatabase  *database,
                                    const char    *damaged,
                                    GError       **error);

G_END_DECLS
