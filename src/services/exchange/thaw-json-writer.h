/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-entry-writer.h"

G_BEGIN_DECLS

/* What a file of ours says it is, and the newest version of the format. */
#define THAW_JSON_FORMAT "io.github.thawapp.Thaw.Journal"
#define THAW_JSON_VERSION 5

#define THAW_TYPE_JSON_WRITER (thaw_json_writer_get_type ())
G_DECLARE_FINAL_TYPE (ThawJsonWriter, thaw_json_writer, THAW, JSON_WRITER, ThawEntryWriter)

ThawEntryWriter *thaw_json_writer_new (GOutputStream *stream) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
