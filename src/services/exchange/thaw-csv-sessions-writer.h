/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-entry-writer.h"

G_BEGIN_DECLS

#define THAW_TYPE_CSV_SESSIONS_WRITER (thaw_csv_sessions_writer_get_type ())
G_DECLARE_FINAL_TYPE (ThawCsvSessionsWriter, thaw_csv_sessions_writer, THAW, CSV_SESSIONS_WRITER, ThawEntryWriter)

ThawEntryWriter *thaw_csv_sessions_writer_new (GOutputStream *stream) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
