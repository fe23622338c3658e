/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-entry-writer.h"
#include "thaw-journal.h"

G_BEGIN_DECLS

/**
 * ThawExportFormat:
 * @THAW_EXPORT_JSON: our own format; nothing is lost
 * @THAW_EXPORT_CSV: a table
 * @THAW_EXPORT_MARKDOWN: pages to read
 * @THAW_EXPORT_CSV_SESSIONS: a table of what was done, without the entries
 * @THAW_EXPORT_VCARD: the people, for an address book
 *
 * What can be written.
 */
typedef enum
{
  THAW_EXPORT_JSON,
  THAW_EXPORT_CSV,
  THAW_EXPORT_MARKDOWN,
  THAW_EXPORT_CSV_SESSIONS,
  THAW_EXPORT_VCARD,
} ThawExportFormat;

gboolean         thaw_export_format_from_slug (const char       *slug,
                                               ThawExportFormat *out_format);

ThawEntryWriter *thaw_exporter_create_writer  (ThawExportFormat   format,
                                               GOutputStream     *stream,
                                               ThawVocabulary    *vocabulary,
                                               ThawCopingCatalog *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;
ThawImportBatch *thaw_exporter_list_beside    (ThawDatabase             *database,
                                               ThawClock                *clock,
                                               const ThawJournalFilter  *filter,
                                               GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         thaw_exporter_write_sync     (ThawJournal              *journal,
                                               const ThawJournalFilter  *filter,
                                               ThawEntryWriter          *writer,
                                               GCancellable             *cancellable,
                                               GError                  **error);

G_END_DECLS
