/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-storage-error.h"

/* The folder and the file on the disk, before SQLite sees them. */

G_BEGIN_DECLS

#define THAW_JOURNAL_FILE_NAME "journal.db"
#define THAW_JOURNAL_LOCK_NAME "thaw.lock"
#define THAW_JOURNAL_BACKUPS_NAME "backups"

gboolean thaw_journal_file_prepare_directory (const char  *directory,
                                              char       **out_real_directory,
                                              GError     **error);
char    *thaw_journal_file_find_directory    (const char  *directory,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
int      thaw_journal_file_lock              (const char  *real_directory,
                                              GError     **error);
gboolean thaw_journal_file_check             (const char  *real_directory,
                                              gboolean    *out_exists,
                                              GError     **error);
gboolean thaw_journal_file_create            (const char  *real_directory,
                                              gboolean    *out_created,
                                              GError     **error);
gboolean thaw_journal_file_make_private      (const char  *real_directory,
                                              GError     **error);
gboolean thaw_journal_file_has_log           (const char *real_directory);
void     thaw_journal_file_remove            (const char *real_directory);

G_END_DECLS
