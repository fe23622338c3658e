/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-day.h"
#include "thaw-storage-error.h"

G_BEGIN_DECLS

typedef struct _ThawConnection ThawConnection;

/**
 * ThawBackup:
 * @path: (not nullable): the file
 * @time_ms: when it was made, in milliseconds of Unix time
 * @n_bytes: how large it is
 * @n_entries: how many entries it holds, −1 if it cannot be read
 *
 * A copy of the whole journal: one file, which nothing needs to stand beside.
 */
typedef struct
{
  char  *path;
  gint64 time_ms;
  gint64 n_bytes;
  gint64 n_entries;
} ThawBackup;

void thaw_backup_free (ThawBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawBackup, thaw_backup_free)

gboolean   thaw_backup_write            (ThawConnection  *source,
                                         const char      *path,
                                         GError         **error);
gboolean   thaw_backup_before_migration (ThawConnection  *source,
                                         const char      *directory,
                                         int              version,
                                         GError         **error);
gboolean   thaw_backup_make_daily       (ThawConnection  *source,
                                         const char      *directory,
                                         ThawDay          today,
                                         gboolean        *out_made,
                                         GError         **error);

gboolean   thaw_backup_check            (const char  *path,
                                         gint64      *out_n_entries,
                                         GError     **error);
gboolean   thaw_backup_exists           (const char *directory);
GPtrArray *thaw_backup_list             (const char  *directory,
                                         GError     **error);
GArray    *thaw_backup_choose_expired   (const ThawDay *days,
                                         guint          n_days);

G_END_DECLS
