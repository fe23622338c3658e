/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-store-records"

#include "config.h"
#include "thaw-store-private.h"

/* What a repository does that keeps records, a set of slugs, or both. */

/* Made by the caller, then only touched by the writer. */
typedef struct
{
  const ThawRecordKind *kind;  /* (nullable) */
  const ThawSlugSet *slug_set; /* (nullable) */
  gpointer record;             /* (owned) (nullable) */
  char *key;                   /* (owned) (nullable) */
  gboolean is_in;
  gint64 now_ms;
} Request;

static void
request_init (Request       *request,
              ThawStore     *self,
              gconstpointer  record,
              const char    *key)
{
  ThawStoreClass *klass = THAW_STORE_GET_CLASS (self);

  request->kind = klass->record_kind;
  request->slug_set = klass->slug_set;
  request->record = record != NULL ? request->kind->copy ((gpointer) record) : NULL;
  request->key = g_strdup (key);
  request->now_ms = thaw_store_get_now_ms (self);
}

static Request *
request_new (ThawStore     *self,
             gconstpointer  record,
             const char    *key)
{
  Request *request = g_new0 (Request, 1);

  request_init (request, self, record, key);

  return request;
}

static void
request_clear (Request *request)
{
  if (request->record != NULL)
    request->kind->free (request->record);
  g_free (request->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
request_free (gpointer data)
{
  request_clear (data);
  g_free (data);
}

static gpointer
do_save (ThawConnection  *connection,
         gpointer         data,
         GError         **error)
{
  Request *request = data;

  if (!thaw_record_save (request->kind, connection, request->record, request->now_ms, error))
    return NULL;

  return g_steal_pointer (&request->record);
}

static gpointer
do_remove (ThawConnection  *connection,
           gpointer         data,
           GError         **error)
{
  Request *request = data;

  return GINT_TO_POINTER (thaw_record_remove (request->kind, connection, request->key, request->now_ms, error));
}

static gpointer
do_change_slugs (ThawConnection  *connection,
                 gpointer         data,
                 GError         **error)
{
  Request *request = data;

  return GINT_TO_POINTER (thaw_slug_set_change (request->slug_set, connection, request->key, request->is_in,
                                                request->now_ms, error));
}

/**
 * thaw_store_list_records:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all records, or %NULL with an error
 */
GPtrArray *
thaw_store_list_records (ThawStore  *self,
                         GError    **error)
{
  ThawConnection *connection = thaw_database_peek_connection (thaw_store_get_database (self), error);

  return connection != NULL ? thaw_record_read_all (THAW_STORE_GET_CLASS (self)->record_kind, connection, error) : NULL;
}

/**
 * thaw_store_get_record:
 * @sql: a constant that selects the one with the key ?1, in the columns of the records
 * @key: what is looked for
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the record; %NULL if there is none, without an
 *   error, or with one
 */
gpointer
thaw_store_get_record (ThawStore   *self,
                       const char  *sql,
                       const char  *key,
                       GError     **error)
{
  g_autoptr (ThawStatement) rows = thaw_store_query (self, sql, error);
  g_autoptr (GPtrArray) records = NULL;

  if (rows == NULL)
    return NULL;

  thaw_statement_bind_text (rows, 1, key);
  records = thaw_record_read (THAW_STORE_GET_CLASS (self)->record_kind, rows, error);

  return records != NULL && records->len > 0 ? g_ptr_array_steal_index (records, 0) : NULL;
}

/**
 * thaw_store_save_record_async:
 * @source_tag: which function asks for it
 * @record: a record; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a record, or changes one that is there. One that was removed comes back. The
 * task returns the record as it is on the disk.
 */
void
thaw_store_save_record_async (ThawStore           *self,
                              gpointer             source_tag,
                              gconstpointer        record,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  thaw_store_write_async (self, source_tag, do_save, request_new (self, record, NULL), request_free,
                          THAW_STORE_GET_CLASS (self)->record_kind->free, cancellable, callback, user_data);
}

gpointer
thaw_store_save_record_sync (ThawStore      *self,
                             gconstpointer   record,
                             GError        **error)
{
  g_auto (Request) request = { 0 };

  request_init (&request, self, record, NULL);

  return thaw_store_write_sync (self, do_save, &request, error);
}

/**
 * thaw_store_remove_record_async:
 * @source_tag: which function asks for it
 * @key: what to remove
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a record; that there is none is no error.
 */
void
thaw_store_remove_record_async (ThawStore           *self,
                                gpointer             source_tag,
                                const char          *key,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  thaw_store_write_async (self, source_tag, do_remove, request_new (self, NULL, key), request_free, NULL, cancellable,
                          callback, user_data);
}

gboolean
thaw_store_remove_record_sync (ThawStore   *self,
                               const char  *key,
                               GError     **error)
{
  g_auto (Request) request = { 0 };

  request_init (&request, self, NULL, key);

  return thaw_store_write_sync (self, do_remove, &request, error) != NULL;
}

/**
 * thaw_store_list_slugs:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what is in the set, or %NULL
 *   with an error
 */
GPtrArray *
thaw_store_list_slugs (ThawStore  *self,
                       GError    **error)
{
  ThawConnection *connection = thaw_database_peek_connection (thaw_store_get_database (self), error);

  return connection != NULL ? thaw_slug_set_read (THAW_STORE_GET_CLASS (self)->slug_set, connection, error) : NULL;
}

/**
 * thaw_store_change_slugs_async:
 * @source_tag: which function asks for it
 * @slug: a name
 * @is_in: whether it is to be in the set
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Puts a slug into the set, or takes it out.
 */
void
thaw_store_change_slugs_async (ThawStore           *self,
                               gpointer             source_tag,
                               const char          *slug,
                               gboolean             is_in,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Request *request = request_new (self, NULL, slug);

  request->is_in = is_in;
  thaw_store_write_async (self, source_tag, do_change_slugs, request, request_free, NULL, cancellable, callback,
                          user_data);
}

gboolean
thaw_store_change_slugs_sync (ThawStore   *self,
                              const char  *slug,
                              gboolean     is_in,
                              GError     **error)
{
  g_auto (Request) request = { 0 };

  request_init (&request, self, NULL, slug);
  request.is_in = is_in;

  return thaw_store_write_sync (self, do_change_slugs, &request, error) != NULL;
}
