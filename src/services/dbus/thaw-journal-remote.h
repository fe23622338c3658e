/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-journal.h"

G_BEGIN_DECLS

gboolean thaw_journal_remote_import_sync (const char               *directory,
                                          const ThawImportBatch    *batch,
                                          gboolean                  dry_run,
                                          ThawJournalImportCounts  *out_counts,
                                          GCancellable             *cancellable,
                                          GError                  **error);

G_END_DECLS
