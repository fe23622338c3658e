/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-entry.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

#define THAW_TYPE_ENTRY_WRITER (thaw_entry_writer_get_type ())
G_DECLARE_DERIVABLE_TYPE (ThawEntryWriter, thaw_entry_writer, THAW, ENTRY_WRITER, GObject)

/**
 * ThawEntryWriterClass:
 * @set_beside: (nullable): takes what there is beside the entries; %NULL for a format that
 *   has no room for it
 * @append_start: appends what comes before the first entry
 * @append_entry: (nullable): appends one entry; %NULL for a format without entries
 * @append_end: appends what comes after the last entry
 *
 * A format is some functions that append text; none of them can fail.
 */
struct _ThawEntryWriterClass
{
  GObjectClass parent_class;

  void (*set_beside)   (ThawEntryWriter       *self,
                        const ThawImportBatch *beside);
  void (*append_start) (ThawEntryWriter *self,
                        GString         *out);
  void (*append_entry) (ThawEntryWriter *self,
                        ThawEntry       *entry,
                        GString         *out);
  void (*append_end)   (ThawEntryWriter *self,
                        GString         *out);
};

void     thaw_entry_writer_set_beside    (ThawEntryWriter       *self,
                                          const ThawImportBatch *beside);
gboolean thaw_entry_writer_takes_entries (ThawEntryWriter       *self);
gboolean thaw_entry_writer_write_sync  (ThawEntryWriter  *self,
                                        ThawEntry        *entry,
                                        GCancellable     *cancellable,
                                        GError          **error);
gboolean thaw_entry_writer_finish_sync (ThawEntryWriter  *self,
                                        GCancellable     *cancellable,
                                        GError          **error);
guint    thaw_entry_writer_get_n_entries (ThawEntryWriter *self);

G_END_DECLS
