/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-entry-writer.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

ThawEntry *thaw_test_make_entry   (const char *iso,
                                   const char *text) G_GNUC_WARN_UNUSED_RESULT;
ThawEntry *thaw_test_make_full_entry (const char *iso) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_test_add_practice (ThawImportBatch *batch);

char      *thaw_test_write_entries (ThawEntryWriter *(*create) (GOutputStream *stream),
                                    GPtrArray       *entries);
GBytes    *thaw_test_read_fixture  (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_test_assert_same   (ThawEntry *a,
                                    ThawEntry *b);

G_END_DECLS
