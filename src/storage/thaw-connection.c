/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-connection"

#include "config.h"
#include "thaw-connection.h"

#include "thaw-excerpt-function.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define BUSY_TIMEOUT_MS 5000
#define PROGRESS_STEPS 2000
#define USUAL_CACHE_KIB 2000

/* At how many pages a commit moves the log into the file itself: so many that the writer had time for it before. */
#define MAX_LOG_PAGES 4000

/**
 * ThawConnection:
 *
 * A connection to an SQLite file, set up as Thaw wants every one of them, with
 * its prepared statements. Used by one thread at a time.
 */
struct _ThawConnection
{
  sqlite3 *db;                /* (owned) */
  GHashTable *statements;     /* (owned) (element-type utf8 sqlite3_stmt): those not in use now */
  GThread *thread;            /* the only thread that may use it */
  GCancellable *cancellable;  /* (owned) (nullable) */
  int is_stopped;             /* set by another thread */
  int n_log_pages;            /* of the writer: how much of the log is not in the file yet */
};

struct _ThawTransaction
{
  ThawConnection *connection; /* (unowned) */
  gboolean is_open;
};

static ThawStorageError
get_system_code (int              system_errno,
                 ThawStorageError fallback)
{
  switch (system_errno)
    {
    case ENOSPC:
    case EDQUOT:
      return THAW_STORAGE_ERROR_FULL;
    case EROFS:
      return THAW_STORAGE_ERROR_READ_ONLY;
    case EACCES:
    case EPERM:
      return THAW_STORAGE_ERROR_NO_ACCESS;
    case EIO:
      return THAW_STORAGE_ERROR_IO;
    default:
      return fallback;
    }
}

static ThawStorageError
get_code (int result,
          int system_errno)
{
  /* Somebody moved or removed the file under our feet; what is written now goes nowhere. */
  if (result == SQLITE_READONLY_DBMOVED)
    return THAW_STORAGE_ERROR_IO;

  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return THAW_STORAGE_ERROR_FULL;
    case SQLITE_CORRUPT:
      return THAW_STORAGE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return THAW_STORAGE_ERROR_NOT_A_JOURNAL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return THAW_STORAGE_ERROR_IN_USE;
    case SQLITE_READONLY:
      return THAW_STORAGE_ERROR_READ_ONLY;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return THAW_STORAGE_ERROR_NO_ACCESS;
    case SQLITE_CANTOPEN:
      return get_system_code (system_errno, THAW_STORAGE_ERROR_NO_ACCESS);
    case SQLITE_IOERR:
      return get_system_code (system_errno, THAW_STORAGE_ERROR_IO);
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return THAW_STORAGE_ERROR_INVALID;
    default:
      return THAW_STORAGE_ERROR_FAILED;
    }
}

static int
on_progress (void *user_data)
{
  ThawConnection *self = user_data;

  return g_atomic_int_get (&self->is_stopped) || g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
check_not_stopped (ThawConnection  *self,
                   GError         **error)
{
  if (!g_atomic_int_get (&self->is_stopped))
    return TRUE;

  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED, _("The journal is closed"));

  return FALSE;
}

static void
write_back (ThawConnection *self)
{
  /* What a reader still needs stays for the next time; an error then comes again where somebody can be told. */
  sqlite3_wal_checkpoint_v2 (self->db, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  self->n_log_pages = 0;
}

static int
on_commit (void       *user_data,
           sqlite3    *db,
           const char *schema,
           int         n_log_pages)
{
  ThawConnection *self = user_data;

  self->n_log_pages = n_log_pages;
  if (n_log_pages >= MAX_LOG_PAGES)
    write_back (self);

  /* The commit itself went well, and only that is told. */
  return SQLITE_OK;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static gboolean
configure (ThawConnection  *self,
           GError         **error)
{
  const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    /* Until the file is known to be ours it stays as it is, and only the writer ever moves the log into it. */
    { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int result = sqlite3_db_config (self->db, options[i].option, options[i].value, NULL);

      if (result != SQLITE_OK)
        return thaw_connection_set_error (self, result, error);
    }

  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->db, PROGRESS_STEPS, on_progress, self);

  /* Sorting in memory: a temporary file would hold what people wrote, in /var/tmp. */
  return thaw_connection_execute (self,
                                  "PRAGMA temp_store = MEMORY;"
                                  "PRAGMA mmap_size = 0;"
                                  "PRAGMA cell_size_check = ON;"
                                  "PRAGMA foreign_keys = ON;"
                                  "PRAGMA secure_delete = ON;",
                                  error) &&
         thaw_excerpt_function_register (self, error);
}

/**
 * thaw_connection_open:
 * @path: a file that exists, named without any symbolic link
 * @mode: what for
 * @error: return location for an error
 *
 * Opens a file. Nothing in it changes before thaw_connection_start_writing().
 *
 * Returns: (transfer full) (nullable): the connection, for the calling thread;
 *   %NULL with a #ThawStorageError
 */
ThawConnection *
thaw_connection_open (const char          *path,
                      ThawConnectionMode   mode,
                      GError             **error)
{
  g_autoptr (ThawConnection) self = g_new0 (ThawConnection, 1);
  g_autofree char *name = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE;
  int result;

  g_return_val_if_fail (path != NULL, NULL);

  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_statement);

  flags |= mode == THAW_CONNECTION_READ_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  if (mode == THAW_CONNECTION_IMMUTABLE)
    {
      g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

      name = g_strconcat ("file:", escaped, "?immutable=1", NULL);
      flags |= SQLITE_OPEN_URI;
    }
  else
    {
      name = g_strdup (path);
    }

  result = sqlite3_open_v2 (name, &self->db, flags, NULL);
  if (result != SQLITE_OK)
    {
      thaw_connection_set_error (self, result, error);
      return NULL;
    }

  if (!configure (self, error))
    return NULL;

  if (mode == THAW_CONNECTION_READ_WRITE && sqlite3_db_readonly (self->db, "main") == 1)
    {
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY,
                   /* Translators: %s is a file */
                   _("“%s” cannot be written to"), path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * thaw_connection_close:
 * @self: (transfer full) (nullable): a connection without a statement in use
 *
 * Closes it. The writer, closed as the last, leaves no log behind.
 */
void
thaw_connection_close (ThawConnection *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (self->db != NULL)
    {
      int result = sqlite3_close (self->db);

      if (result != SQLITE_OK)
        g_critical ("A statement is still in use: %s", sqlite3_errstr (result));
    }
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * thaw_connection_start_writing:
 * @error: return location for an error
 *
 * Makes the file one in which a commit lasts: write-ahead log, synced at each
 * commit. For a file that is known to be ours.
 *
 * Returns: whether it went well
 */
gboolean
thaw_connection_start_writing (ThawConnection  *self,
                               GError         **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);

  result = sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  if (result != SQLITE_OK)
    return thaw_connection_set_error (self, result, error);

  /* In place of SQLite's own, which has every so many saves wait for it. */
  sqlite3_wal_hook (self->db, on_commit, self);

  return thaw_connection_execute (self,
                                  "PRAGMA journal_mode = WAL;"
                                  "PRAGMA synchronous = FULL;"
                                  "PRAGMA journal_size_limit = 1048576;",
                                  error);
}

/**
 * thaw_connection_set_thread:
 * @thread: a thread
 *
 * Hands the connection over: from now on only @thread may use it.
 */
void
thaw_connection_set_thread (ThawConnection *self,
                            GThread        *thread)
{
  g_return_if_fail (self != NULL);

  self->thread = thread;
}

/**
 * thaw_connection_set_cancellable:
 * @cancellable: (nullable): what ends the statements that run from now on
 *
 * A statement that is ended so fails with %G_IO_ERROR_CANCELLED.
 */
void
thaw_connection_set_cancellable (ThawConnection *self,
                                 GCancellable   *cancellable)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->cancellable, cancellable);
}

/**
 * thaw_connection_stop:
 *
 * Ends the statement that runs, and refuses all that come after it, so that the
 * connection can soon be closed. The only function here that may be called from
 * any thread, as long as the connection is open.
 */
void
thaw_connection_stop (ThawConnection *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->is_stopped, TRUE);
}

/**
 * thaw_connection_set_cache:
 * @n_kib: how much of the file to keep in memory at most, 0 for as much as usual
 *
 * For a while in which a lot of the file is touched.
 */
void
thaw_connection_set_cache (ThawConnection *self,
                           int             n_kib)
{
  g_autofree char *sql = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n_kib >= 0);

  sql = g_strdup_printf ("PRAGMA cache_size = %d", -(n_kib > 0 ? n_kib : USUAL_CACHE_KIB));
  sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  if (n_kib == 0)
    sqlite3_db_release_memory (self->db);
}

sqlite3 *
thaw_connection_get_handle (ThawConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->db;
}

/**
 * thaw_connection_execute:
 * @sql: one or more statements without parameters
 * @error: return location for an error
 *
 * Runs statements whose rows nobody wants.
 *
 * Returns: whether it went well
 */
gboolean
thaw_connection_execute (ThawConnection  *self,
                         const char      *sql,
                         GError         **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);
  g_assert (self->thread == g_thread_self ());

  result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  if (result != SQLITE_OK)
    return thaw_connection_set_error (self, result, error);

  return TRUE;
}

/**
 * thaw_connection_get_int64:
 * @sql: a statement that gives one number, such as a pragma
 * @out_value: (out): the number
 * @error: return location for an error
 *
 * Returns: whether it went well
 */
gboolean
thaw_connection_get_int64 (ThawConnection  *self,
                           const char      *sql,
                           gint64          *out_value,
                           GError         **error)
{
  sqlite3_stmt *statement;
  int result;

  g_return_val_if_fail (self != NULL, FALSE);
  g_assert (self->thread == g_thread_self ());

  result = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);
  if (result != SQLITE_OK)
    return thaw_connection_set_error (self, result, error);

  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *out_value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  if (result != SQLITE_ROW)
    return thaw_connection_set_error (self, result, error);

  return TRUE;
}

/**
 * thaw_connection_get_n_changes:
 *
 * Returns: how many rows were changed through this connection, those of
 *   transactions that were taken back included
 */
gint64
thaw_connection_get_n_changes (ThawConnection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_total_changes64 (self->db);
}

/**
 * thaw_connection_get_n_log_pages:
 *
 * Returns: how many pages of the log a checkpoint would have to look at
 */
int
thaw_connection_get_n_log_pages (ThawConnection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_log_pages;
}

/**
 * thaw_connection_write_back:
 *
 * Moves as much of the log into the file as can be moved without waiting for
 * anybody. Only the writer may.
 */
void
thaw_connection_write_back (ThawConnection *self)
{
  g_return_if_fail (self != NULL);
  g_assert (self->thread == g_thread_self ());

  write_back (self);
}

/**
 * thaw_connection_checkpoint:
 * @patience_ms: how long to wait for readers
 * @error: return location for an error
 *
 * Moves the log into the file and empties it, so that nothing that was deleted
 * stays in it. Only the writer may. If a reader stands in the way, the log is
 * emptied next time.
 *
 * Returns: whether the log is empty; %FALSE without @error if a reader stood in the way
 */
gboolean
thaw_connection_checkpoint (ThawConnection  *self,
                            int              patience_ms,
                            GError         **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);
  g_assert (self->thread == g_thread_self ());

  sqlite3_busy_timeout (self->db, patience_ms);
  result = sqlite3_wal_checkpoint_v2 (self->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);

  if ((result & 0xff) == SQLITE_BUSY)
    return FALSE;
  if (result != SQLITE_OK)
    return thaw_connection_set_error (self, result, error);

  self->n_log_pages = 0;

  return TRUE;
}

/**
 * thaw_connection_set_error:
 * @result: what an SQLite function returned
 * @error: return location for an error
 *
 * Turns SQLite's result into an error by its cause.
 *
 * Returns: %FALSE
 */
gboolean
thaw_connection_set_error (ThawConnection  *self,
                           int              result,
                           GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_not_stopped (self, error))
    return FALSE;

  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
  else
    g_set_error (error, THAW_STORAGE_ERROR, get_code (result, self->db != NULL ? sqlite3_system_errno (self->db) : 0),
                 "SQLite: %s (%d)", self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (result), result);

  return FALSE;
}

/**
 * thaw_connection_take_statement:
 * @sql: a string constant; its address is its identity
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a statement prepared before and not in
 *   use, or a new one; give it back with thaw_connection_give_statement()
 */
sqlite3_stmt *
thaw_connection_take_statement (ThawConnection  *self,
                                const char      *sql,
                                GError         **error)
{
  gpointer statement;
  int result;

  g_return_val_if_fail (self != NULL, NULL);
  g_assert (self->thread == g_thread_self ());

  if (!check_not_stopped (self, error))
    return NULL;

  if (g_hash_table_steal_extended (self->statements, sql, NULL, &statement))
    return statement;

  result = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, (sqlite3_stmt **) &statement, NULL);
  if (result != SQLITE_OK)
    {
      thaw_connection_set_error (self, result, error);
      return NULL;
    }

  return statement;
}

/**
 * thaw_connection_give_statement:
 * @sql: what it was taken with
 * @statement: (transfer full): the statement
 *
 * Resets a statement, forgets its values and keeps it for the next time.
 */
void
thaw_connection_give_statement (ThawConnection *self,
                                const char     *sql,
                                sqlite3_stmt   *statement)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
}

static ThawTransaction *
begin (ThawConnection  *connection,
       const char      *sql,
       GError         **error)
{
  ThawTransaction *self;

  if (!thaw_connection_execute (connection, sql, error))
    return NULL;

  self = g_new0 (ThawTransaction, 1);
  self->connection = connection;
  self->is_open = TRUE;

  return self;
}

/**
 * thaw_transaction_begin_write:
 * @connection: the writer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a transaction that writes, or %NULL with an error
 */
ThawTransaction *
thaw_transaction_begin_write (ThawConnection  *connection,
                              GError         **error)
{
  return begin (connection, "BEGIN IMMEDIATE", error);
}

/**
 * thaw_transaction_begin_read:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a transaction in which all that is read
 *   belongs together, or %NULL with an error
 */
ThawTransaction *
thaw_transaction_begin_read (ThawConnection  *connection,
                             GError         **error)
{
  return begin (connection, "BEGIN DEFERRED", error);
}

/**
 * thaw_transaction_commit:
 * @error: return location for an error
 *
 * Commits; once this returned %TRUE, what was written is on the disk.
 *
 * Returns: whether it was committed; if not, all was rolled back
 */
gboolean
thaw_transaction_commit (ThawTransaction  *self,
                         GError          **error)
{
  g_return_val_if_fail (self != NULL && self->is_open, FALSE);

  if (!thaw_connection_execute (self->connection, "COMMIT", error))
    return FALSE;

  self->is_open = FALSE;

  return TRUE;
}

/**
 * thaw_transaction_free:
 * @self: (transfer full) (nullable): a transaction
 *
 * Rolls back what was not committed.
 */
void
thaw_transaction_free (ThawTransaction *self)
{
  if (self == NULL)
    return;

  /* After some errors SQLite has rolled back by itself. */
  if (self->is_open && sqlite3_get_autocommit (self->connection->db) == 0)
    sqlite3_exec (self->connection->db, "ROLLBACK", NULL, NULL, NULL);
  g_free (self);
}
