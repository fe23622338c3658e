/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "thaw-storage-error.h"

G_BEGIN_DECLS

/**
 * ThawConnectionMode:
 * @THAW_CONNECTION_READ_WRITE: read and write; there is only one of these
 * @THAW_CONNECTION_READ_ONLY: read, also while another connection writes
 * @THAW_CONNECTION_IMMUTABLE: read a file that nobody can write to, such as one on a read-only medium
 */
typedef enum
{
  THAW_CONNECTION_READ_WRITE,
  THAW_CONNECTION_READ_ONLY,
  THAW_CONNECTION_IMMUTABLE,
} ThawConnectionMode;

typedef struct _ThawConnection ThawConnection;

ThawConnection *thaw_connection_open  (const char          *path,
                                       ThawConnectionMode   mode,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void            thaw_connection_close (ThawConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawConnection, thaw_connection_close)

gboolean thaw_connection_start_writing  (ThawConnection  *self,
                                         GError         **error);
void     thaw_connection_set_thread     (ThawConnection *self,
                                         GThread        *thread);
void     thaw_connection_set_cancellable (ThawConnection *self,
                                          GCancellable   *cancellable);

void     thaw_connection_stop           (ThawConnection *self);
void     thaw_connection_set_cache      (ThawConnection *self,
                                         int             n_kib);

sqlite3 *thaw_connection_get_handle     (ThawConnection *self);
gboolean thaw_connection_execute        (ThawConnection  *self,
                                         const char      *sql,
                                         GError         **error);
gboolean thaw_connection_get_int64      (ThawConnection  *self,
                                         const char      *sql,
                                         gint64          *out_value,
                                         GError         **error);
gint64   thaw_connection_get_n_changes  (ThawConnection  *self);
int      thaw_connection_get_n_log_pages (ThawConnection *self);
void     thaw_connection_write_back     (ThawConnection  *self);
gboolean thaw_connection_checkpoint     (ThawConnection  *self,
                                         int              patience_ms,
                                         GError         **error);
gboolean thaw_connection_set_error      (ThawConnection  *self,
                                         int              result,
                                         GError         **error);

sqlite3_stmt *thaw_connection_take_statement (ThawConnection  *self,
                                              const char      *sql,
                                              GError         **error);
void          thaw_connection_give_statement (ThawConnection *self,
                                              const char     *sql,
                                              sqlite3_stmt   *statement);

/**
 * ThawTransaction:
 *
 * A transaction that is rolled back when it goes out of scope without
 * thaw_transaction_commit().
 */
typedef struct _ThawTransaction ThawTransaction;

ThawTransaction *thaw_transaction_begin_write (ThawConnection  *connection,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;
ThawTransaction *thaw_transaction_begin_read  (ThawConnection  *connection,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         thaw_transaction_commit      (ThawTransaction *self,
                                               GError         **error);
void             thaw_transaction_free        (ThawTransaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawTransaction, thaw_transaction_free)

G_END_DECLS
