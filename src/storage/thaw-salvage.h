/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-journal.h"

G_BEGIN_DECLS

gboolean thaw_salvage_entries_sync (const char     *path,
                                    ThawEntryFunc   func,
                                    gpointer        user_data,
                                    GCancellable   *cancellable,
                                    GError        **error);
void     thaw_salvage_others_sync  (const char      *path,
                                    ThawImportBatch *batch,
                                    GHashTable      *bare_people);

GPtrArray *thaw_salvage_tombstones_sync (const char  *path,
                                         GError     **error);

G_END_DECLS
