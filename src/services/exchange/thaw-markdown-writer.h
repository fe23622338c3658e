/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-entry-writer.h"
#include "thaw-coping-catalog.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

#define THAW_TYPE_MARKDOWN_WRITER (thaw_markdown_writer_get_type ())
G_DECLARE_FINAL_TYPE (ThawMarkdownWriter, thaw_markdown_writer, THAW, MARKDOWN_WRITER, ThawEntryWriter)

ThawEntryWriter *thaw_markdown_writer_new (GOutputStream     *stream,
                                           ThawVocabulary    *vocabulary,
                                           ThawCopingCatalog *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
