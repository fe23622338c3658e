/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-drafts.h"
#include "thaw-journal.h"
#include "thaw-reminder-state.h"
#include "thaw-test.h"

G_BEGIN_DECLS

/**
 * ThawStorageTest:
 * @directory: an empty folder of the test's own
 * @clock: stopped at 2026-03-29 09:15 in Berlin
 * @database: open for reading and writing
 * @journal: of @database
 * @drafts: of @database
 *
 * A real journal on the disk, for one test.
 */
typedef struct
{
  char         *directory;
  ThawClock    *clock;
  ThawDatabase *database;
  ThawJournal  *journal;
  ThawDrafts   *drafts;
} ThawStorageTest;

void       thaw_storage_test_set_up    (ThawStorageTest *self,
                                        gconstpointer    data);
void       thaw_storage_test_tear_down (ThawStorageTest *self,
                                        gconstpointer    data);
void       thaw_storage_test_reopen    (ThawStorageTest *self);

ThawEntry *thaw_storage_test_make_entry (const char *iso,
                                         const char *text) G_GNUC_WARN_UNUSED_RESULT;
char      *thaw_storage_test_add        (ThawStorageTest *self,
                                         const char      *iso,
                                         const char      *text);
void       thaw_storage_test_hide       (ThawStorageTest *self,
                                         const char      *uuid);
void       thaw_storage_test_purge      (ThawStorageTest *self,
                                         const char      *uuid);
guint      thaw_storage_test_count_bytes (ThawStorageTest *self,
                                          const char      *word);
char      *thaw_storage_test_join       (GPtrArray *summaries);
char      *thaw_storage_test_describe_reminder (const ThawReminder      *reminder) G_GNUC_WARN_UNUSED_RESULT;
char      *thaw_storage_test_describe_state    (const ThawReminderState *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
