/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-exporter.h"

G_BEGIN_DECLS

void     thaw_salvage_export_async  (const char          *journal_path,
                                     GFile               *file,
                                     ThawExportFormat     format,
                                     ThawVocabulary      *vocabulary,
                                     ThawCopingCatalog   *coping_catalog,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean thaw_salvage_export_finish (GAsyncResult  *result,
                                     guint         *out_n_entries,
                                     GError       **error);

G_END_DECLS
