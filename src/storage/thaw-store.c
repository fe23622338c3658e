/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-store"

#include "config.h"
#include "thaw-store-private.h"

/**
 * ThawStore:
 *
 * A repository beside the journal. Reads are bounded and answered at once, in
 * the thread that opened the database; writes are done by its one writer, and
 * everybody hears “changed” when they are on the disk, whoever wrote.
 */
typedef struct
{
  ThawDatabase *database; /* (owned) */
  ThawClock *clock;       /* (owned) */
} ThawStorePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ThawStore, thaw_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_database_written_cb (ThawStore *self,
                        guint      topics)
{
  if ((topics & THAW_STORE_GET_CLASS (self)->topics) != 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
tell (gpointer source)
{
  ThawStorePrivate *priv = thaw_store_get_instance_private (source);

  thaw_database_emit_written (priv->database, THAW_STORE_GET_CLASS (source)->topics);
}

static void
thaw_store_dispose (GObject *object)
{
  ThawStorePrivate *priv = thaw_store_get_instance_private (THAW_STORE (object));

  g_clear_object (&priv->database);
  g_clear_object (&priv->clock);

  G_OBJECT_CLASS (thaw_store_parent_class)->dispose (object);
}

static void
thaw_store_class_init (ThawStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_store_dispose;

  /**
   * ThawStore::changed:
   *
   * Something that the repository lists may have changed on the disk. Emitted in
   * the thread that asked for it, before its callback is called.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
thaw_store_init (ThawStore *self)
{
}

/**
 * thaw_store_new:
 * @type: a type of repository
 * @database: where its things are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the repository
 */
gpointer
thaw_store_new (GType         type,
                ThawDatabase *database,
                ThawClock    *clock)
{
  ThawStore *self = g_object_new (type, NULL);
  ThawStorePrivate *priv = thaw_store_get_instance_private (self);

  g_return_val_if_fail (THAW_IS_DATABASE (database), self);
  g_return_val_if_fail (THAW_IS_CLOCK (clock), self);

  priv->database = g_object_ref (database);
  priv->clock = g_object_ref (clock);
  g_signal_connect_object (database, "written", G_CALLBACK (on_database_written_cb), self, G_CONNECT_SWAPPED);

  return self;
}

ThawDatabase *
thaw_store_get_database (ThawStore *self)
{
  ThawStorePrivate *priv = thaw_store_get_instance_private (self);

  return priv->database;
}

gint64
thaw_store_get_now_ms (ThawStore *self)
{
  ThawStorePrivate *priv = thaw_store_get_instance_private (self);

  return thaw_clock_get_utc_ms (priv->clock);
}

/**
 * thaw_store_query:
 * @sql: a constant that selects something, bounded and indexed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a statement for this thread, or %NULL with an error
 */
ThawStatement *
thaw_store_query (ThawStore   *self,
                  const char  *sql,
                  GError     **error)
{
  ThawConnection *connection = thaw_database_peek_connection (thaw_store_get_database (self), error);

  return connection != NULL ? thaw_statement_new (connection, sql, error) : NULL;
}

/**
 * thaw_store_query_flag:
 * @sql: a constant that selects one number, bounded and indexed
 * @out_flag: (out): whether that is another than 0
 * @error: return location for an error
 *
 * Returns: whether the answer is known
 */
gboolean
thaw_store_query_flag (ThawStore   *self,
                       const char  *sql,
                       gboolean    *out_flag,
                       GError     **error)
{
  g_autoptr (ThawStatement) row = thaw_store_query (self, sql, error);

  if (row == NULL || !thaw_statement_next (row, error))
    return FALSE;

  *out_flag = thaw_statement_get_int64 (row, 0) != 0;

  return TRUE;
}

/**
 * thaw_store_write_async:
 * @source_tag: which function asks for it
 * @func: what to do
 * @request: (transfer full): what it needs to know
 * @request_free: how to free @request
 * @result_free: (nullable): how to free a result that nobody takes
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Has the writer do something. The task returns a pointer.
 */
void
thaw_store_write_async (ThawStore           *self,
                        gpointer             source_tag,
                        ThawDatabaseFunc     func,
                        gpointer             request,
                        GDestroyNotify       request_free,
                        GDestroyNotify       result_free,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  ThawStorePrivate *priv = thaw_store_get_instance_private (self);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, request, request_free);
  thaw_database_write_async (priv->database, task, func, result_free, tell);
}

/**
 * thaw_store_write_sync:
 * @func: what to do
 * @request: what it needs to know
 * @error: return location for an error
 *
 * As thaw_store_write_async(), and waits for it.
 *
 * Returns: what @func returned
 */
gpointer
thaw_store_write_sync (ThawStore         *self,
                       ThawDatabaseFunc   func,
                       gpointer           request,
                       GError           **error)
{
  ThawStorePrivate *priv = thaw_store_get_instance_private (self);
  gpointer result = thaw_database_write_sync (priv->database, func, request, error);

  if (result != NULL)
    tell (self);

  return result;
}

/**
 * thaw_store_read_async:
 * @source_tag: which function asks for it
 * @func: what to do
 * @request: (transfer full) (nullable): what it needs to know
 * @request_free: (nullable): how to free @request
 * @result_free: how to free a result that nobody takes
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Has the reader do something that is not bounded. The task returns a pointer.
 */
void
thaw_store_read_async (ThawStore           *self,
                       gpointer             source_tag,
                       ThawDatabaseFunc     func,
                       gpointer             request,
                       GDestroyNotify       request_free,
                       GDestroyNotify       result_free,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  ThawStorePrivate *priv = thaw_store_get_instance_private (self);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, request, request_free);
  thaw_database_read_async (priv->database, task, func, result_free);
}

/**
 * thaw_store_finish:
 * @self: the repository that was asked
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the task returned
 */
gpointer
thaw_store_finish (gpointer       self,
                   GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
