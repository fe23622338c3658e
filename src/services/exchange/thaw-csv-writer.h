/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-entry-writer.h"

G_BEGIN_DECLS

#define THAW_TYPE_CSV_WRITER (thaw_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (ThawCsvWriter, thaw_csv_writer, THAW, CSV_WRITER, ThawEntryWriter)

ThawEntryWriter *thaw_csv_writer_new (GOutputStream *stream) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
