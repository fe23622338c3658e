/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/thaw-content.h"
#include "thaw-journal.h"

G_BEGIN_DECLS

/**
 * ThawCliJournal:
 * @database: (owned): the open database
 * @journal: (owned): its entries
 * @content: (owned): the words for what is in them
 *
 * An open journal.
 */
typedef struct
{
  ThawDatabase *database;
  ThawJournal *journal;
  ThawContent *content;
} ThawCliJournal;

ThawCliJournal *thaw_cli_journal_open       (const char        *directory,
                                             ThawDatabaseMode   mode,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
ThawCliJournal *thaw_cli_journal_open_to_read (const char  *directory,
                                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void            thaw_cli_journal_close      (ThawCliJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawCliJournal, thaw_cli_journal_close)

char           *thaw_cli_journal_make_backup_folder (ThawCliJournal  *self,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        thaw_cli_journal_write      (const char               *directory,
                                             const ThawImportBatch    *batch,
                                             gboolean                  dry_run,
                                             ThawJournalImportCounts  *out_counts,
                                             GError                  **error);

G_END_DECLS
