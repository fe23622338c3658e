/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-connection.h"

G_BEGIN_DECLS

gboolean thaw_integrity_check (ThawConnection  *connection,
                               const char      *sql,
                               gboolean        *out_fts_is_wrong,
                               GError         **error);

G_END_DECLS
