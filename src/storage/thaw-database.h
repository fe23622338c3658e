/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-day.h"
#include "thaw-storage-error.h"

G_BEGIN_DECLS

/**
 * ThawDatabaseMode:
 * @THAW_DATABASE_READ_WRITE: take the lock, create or migrate as needed, read and write
 * @THAW_DATABASE_READ_ONLY: only read; works while another process writes
 *
 * What a database is opened for.
 */
typedef enum
{
  THAW_DATABASE_READ_WRITE,
  THAW_DATABASE_READ_ONLY,
} ThawDatabaseMode;

/**
 * ThawDatabaseCheck:
 * @THAW_DATABASE_CHECK_PAGES: that every page can be read and every row belongs somewhere; nobody has to wait for it
 * @THAW_DATABASE_CHECK_ALL: also that the search finds what is written; saves wait meanwhile
 *
 * How closely to look.
 */
typedef enum
{
  THAW_DATABASE_CHECK_PAGES,
  THAW_DATABASE_CHECK_ALL,
} ThawDatabaseCheck;

#define THAW_TYPE_DATABASE (thaw_database_get_type ())
G_DECLARE_FINAL_TYPE (ThawDatabase, thaw_database, THAW, DATABASE, GObject)

char         *thaw_database_dup_default_directory (void);

ThawDatabase *thaw_database_new (const char *directory) G_GNUC_WARN_UNUSED_RESULT;

const char   *thaw_database_get_directory (ThawDatabase *self);
const char   *thaw_database_get_path      (ThawDatabase *self);
gboolean      thaw_database_is_open       (ThawDatabase *self);
gboolean      thaw_database_is_writable   (ThawDatabase *self);

void     thaw_database_open_async  (ThawDatabase        *self,
                                    ThawDatabaseMode     mode,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean thaw_database_open_finish (ThawDatabase  *self,
                                    GAsyncResult  *result,
                                    GError       **error);
gboolean thaw_database_open_sync   (ThawDatabase      *self,
                                    ThawDatabaseMode   mode,
                                    GError           **error);
void     thaw_database_close       (ThawDatabase *self);

gboolean thaw_database_verify_sync   (ThawDatabase  *self,
                                      GCancellable  *cancellable,
                                      GError       **error);
void     thaw_database_verify_async  (ThawDatabase        *self,
                                      ThawDatabaseCheck    check,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean thaw_database_verify_finish (ThawDatabase  *self,
                                      GAsyncResult  *result,
                                      GError       **error);

gboolean thaw_database_backup_sync   (ThawDatabase  *self,
                                      const char    *path,
                                      GError       **error);

char    *thaw_database_dup_backup_directory (ThawDatabase *self);
void     thaw_database_backup_daily_async   (ThawDatabase        *self,
                                             ThawDay              today,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean thaw_database_backup_daily_finish  (ThawDatabase  *self,
                                             GAsyncResult  *result,
                                             GError       **error);

G_END_DECLS
