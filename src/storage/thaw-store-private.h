/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-database-private.h"
#include "thaw-own-word.h"
#include "thaw-record.h"
#include "thaw-slug-set.h"
#include "thaw-store.h"

/* What the repositories beside the journal have in common. */

G_BEGIN_DECLS

gpointer      thaw_store_new          (GType         type,
                                       ThawDatabase *database,
                                       ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;
ThawDatabase *thaw_store_get_database (ThawStore *self);
gint64        thaw_store_get_now_ms   (ThawStore *self);
void          thaw_store_write_async  (ThawStore           *self,
                                       gpointer             source_tag,
                                       ThawDatabaseFunc     func,
                                       gpointer             request,
                                       GDestroyNotify       request_free,
                                       GDestroyNotify       result_free,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gpointer      thaw_store_write_sync   (ThawStore         *self,
                                       ThawDatabaseFunc   func,
                                       gpointer           request,
                                       GError           **error);
gpointer      thaw_store_finish       (gpointer       self,
                                       GAsyncResult  *result,
                                       GError       **error);

/* Those that keep records; each of them gives these functions its own types. */

GPtrArray *thaw_store_list_records        (ThawStore  *self,
                                           GError    **error);
void       thaw_store_save_record_async   (ThawStore           *self,
                                           gpointer             source_tag,
                                           gconstpointer        record,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gpointer   thaw_store_save_record_sync    (ThawStore      *self,
                                           gconstpointer   record,
                                           GError        **error);
void       thaw_store_remove_record_async (ThawStore           *self,
                                           gpointer             source_tag,
                                           const char          *key,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean   thaw_store_remove_record_sync  (ThawStore   *self,
                                           const char  *key,
                                           GError     **error);

/* Those that keep a set of slugs. */

GPtrArray *thaw_store_list_slugs         (ThawStore  *self,
                                          GError    **error);
void       thaw_store_change_slugs_async (ThawStore           *self,
                                          gpointer             source_tag,
                                          const char          *slug,
                                          gboolean             is_in,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean   thaw_store_change_slugs_sync  (ThawStore   *self,
                                          const char  *slug,
                                          gboolean     is_in,
                                          GError     **error);

/* thaw-store-rows.c */

/**
 * ThawStoreImport:
 * @THAW_STORE_IMPORT_ADD: it was not there
 * @THAW_STORE_IMPORT_CHANGE: it was there, and is newer in the import
 * @THAW_STORE_IMPORT_SKIP: it was there, as new or newer, or was deleted since
 *
 * What becomes of something in an import.
 */
typedef enum
{
  THAW_STORE_IMPORT_ADD,
  THAW_STORE_IMPORT_CHANGE,
  THAW_STORE_IMPORT_SKIP,
} ThawStoreImport;

/**
 * ThawStoreReadFunc:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): what it says, %NULL if that makes no sense
 */
typedef gpointer (*ThawStoreReadFunc) (ThawStatement *row);

GPtrArray *thaw_store_read_rows    (ThawConnection     *connection,
                                    const char         *sql,
                                    ThawStoreReadFunc   read_func,
                                    GDestroyNotify      free_func,
                                    GError            **error);
gboolean thaw_store_set_invalid    (GError     **error,
                                    const char  *message);
gboolean thaw_store_check_identity (const char  *uuid,
                                    gint64       modified_ms,
                                    GError     **error);
gboolean thaw_store_run_with_text  (ThawConnection  *connection,
                                    const char      *sql,
                                    const char      *text,
                                    GError         **error);
gboolean thaw_store_raise          (ThawConnection  *connection,
                                    const char      *uuid,
                                    GError         **error);
gboolean thaw_store_remove         (ThawConnection  *connection,
                                    const char      *delete_sql,
                                    const char      *text,
                                    const char      *kind,
                                    gint64           now_ms,
                                    GError         **error);
gboolean thaw_store_decide_import  (ThawConnection   *connection,
                                    const char       *modified_sql,
                                    const char       *uuid,
                                    gint64            modified_ms,
                                    ThawStoreImport  *out_import,
                                    GError          **error);

/* All there are, in whichever thread the connection belongs to. */

GPtrArray *thaw_word_store_read_own       (ThawConnection  *connection,
                                           GError         **error);
GPtrArray *thaw_word_store_read_hidden    (ThawConnection  *connection,
                                           GError         **error);

/* One of an import, within its transaction. It may be changed: it gets an identity and a time. */

gboolean thaw_word_store_import        (ThawConnection   *connection,
                                        ThawOwnWord      *word,
                                        gint64            now_ms,
                                        ThawStoreImport  *out_import,
                                        GError          **error);
gboolean thaw_word_store_import_hidden (ThawConnection   *connection,
                                        const char       *slug,
                                        gint64            now_ms,
                                        ThawStoreImport  *out_import,
                                        GError          **error);

/* What there is beside the entries. */

extern const ThawRecordKind thaw_own_prompt_records;
extern const ThawRecordKind thaw_reflection_records;

G_END_DECLS
