/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-entry-writer.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

/* How the newest format ends where there are no reminders, and nothing else of what version 5 added. */
#define THAW_TEST_JSON_NO_REMINDERS ",\n\"reminders\":[\n]\n}\n"

/* The same where there are no people either, and nothing else of what version 4 added. */
#define THAW_TEST_JSON_NO_SUPPORT \
  ",\n\"people\":[\n],\n\"photos\":[\n],\n\"care_items\":[\n],\n\"own_lines\":[\n],\n\"article_marks\":[\n]" \
  THAW_TEST_JSON_NO_REMINDERS

ThawEntry *thaw_test_make_entry   (const char *iso,
                                   const char *text) G_GNUC_WARN_UNUSED_RESULT;
ThawEntry *thaw_test_make_full_entry (const char *iso) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_test_add_practice (ThawImportBatch *batch);
void       thaw_test_add_support  (ThawImportBatch *batch);
void       thaw_test_add_reminders (ThawImportBatch *batch);

char      *thaw_test_write_entries (ThawEntryWriter *(*create) (GOutputStream *stream),
                                    GPtrArray       *entries);
GBytes    *thaw_test_read_fixture  (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_test_assert_same   (ThawEntry *a,
                                    ThawEntry *b);

G_END_DECLS
