/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-entry-writer.h"

G_BEGIN_DECLS

#define THAW_TYPE_VCARD_WRITER (thaw_vcard_writer_get_type ())
G_DECLARE_FINAL_TYPE (ThawVcardWriter, thaw_vcard_writer, THAW, VCARD_WRITER, ThawEntryWriter)

ThawEntryWriter *thaw_vcard_writer_new (GOutputStream *stream) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
