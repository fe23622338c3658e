/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-store-rows"

#include "config.h"
#include "thaw-store-private.h"

#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

/* The end of the year 9999. */
#define MAX_MS G_GINT64_CONSTANT (253402300799999)

/**
 * thaw_store_read_rows:
 * @sql: a constant without parameters
 * @read_func: what makes something of a row
 * @free_func: how to free that
 * @error: return location for an error
 *
 * What makes no sense is passed over: the others are no less worth for it.
 *
 * Returns: (transfer full) (nullable): what the rows say, or %NULL with an error
 */
GPtrArray *
thaw_store_read_rows (ThawConnection     *connection,
                      const char         *sql,
                      ThawStoreReadFunc   read_func,
                      GDestroyNotify      free_func,
                      GError            **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_func);
  g_autoptr (ThawStatement) rows = thaw_statement_new (connection, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      gpointer one = read_func (rows);

      if (one != NULL)
        g_ptr_array_add (all, one);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&all);
}

gboolean
thaw_store_set_invalid (GError     **error,
                        const char  *message)
{
  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID, message);

  return FALSE;
}

/**
 * thaw_store_check_identity:
 * @uuid: (nullable): an identity, if there is one yet
 * @modified_ms: when it was saved, 0 if it was not yet
 * @error: return location for %THAW_STORAGE_ERROR_INVALID
 *
 * Returns: whether both can be stored
 */
gboolean
thaw_store_check_identity (const char  *uuid,
                           gint64       modified_ms,
                           GError     **error)
{
  if (uuid != NULL && !thaw_uuid_is_valid (uuid))
    return thaw_store_set_invalid (error, _("There is no valid UUID"));
  if (modified_ms < 0 || modified_ms > MAX_MS)
    return thaw_store_set_invalid (error, _("There is no valid time of the last change"));

  return TRUE;
}

gboolean
thaw_store_run_with_text (ThawConnection  *connection,
                          const char      *sql,
                          const char      *text,
                          GError         **error)
{
  g_autoptr (ThawStatement) statement = thaw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_text (statement, 1, text);

  return thaw_statement_run (statement, error);
}

/* Whoever saves something that was deleted meanwhile wants to keep it. */
gboolean
thaw_store_raise (ThawConnection  *connection,
                  const char      *uuid,
                  GError         **error)
{
  return thaw_store_run_with_text (connection, "DELETE FROM tombstone WHERE uuid = ?1", uuid, error);
}

/* Keeps that something was deleted, and nothing of what it was. */
static gboolean
bury (ThawConnection  *connection,
      const char      *uuid,
      const char      *kind,
      gint64           now_ms,
      GError         **error)
{
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT OR REPLACE INTO tombstone (uuid, kind, deleted_ms) VALUES (?1, ?2, ?3)",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, 1, uuid);
  thaw_statement_bind_text (insert, 2, kind);
  thaw_statement_bind_int64 (insert, 3, now_ms);

  return thaw_statement_run (insert, error);
}

/**
 * thaw_store_remove:
 * @delete_sql: a constant that deletes by ?1 and returns the UUID of what it deleted
 * @text: what to delete
 * @kind: what it is, for its tombstone
 * @now_ms: when
 * @error: return location for an error
 *
 * That there is none is no error.
 *
 * Returns: whether it is gone
 */
gboolean
thaw_store_remove (ThawConnection  *connection,
                   const char      *delete_sql,
                   const char      *text,
                   const char      *kind,
                   gint64           now_ms,
                   GError         **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);
  g_autoptr (ThawStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  if (transaction == NULL)
    return FALSE;

  row = thaw_statement_new (connection, delete_sql, error);
  if (row == NULL)
    return FALSE;

  thaw_statement_bind_text (row, 1, text);
  if (thaw_statement_next (row, &local_error))
    {
      g_autofree char *uuid = thaw_statement_dup_text (row, 0);

      if (!thaw_statement_run (row, error) || !bury (connection, uuid, kind, now_ms, error))
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return thaw_transaction_commit (transaction, error);
}

static gboolean
look_up_time (ThawConnection  *connection,
              const char      *sql,
              const char      *uuid,
              gboolean        *out_is_there,
              gint64          *out_ms,
              GError         **error)
{
  g_autoptr (ThawStatement) row = thaw_statement_new (connection, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;

  thaw_statement_bind_text (row, 1, uuid);
  *out_is_there = thaw_statement_next (row, &local_error);
  *out_ms = *out_is_there ? thaw_statement_get_int64 (row, 0) : 0;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * thaw_store_decide_import:
 * @modified_sql: a constant that selects `modified_ms` of the one with the UUID ?1
 * @uuid: what is imported
 * @modified_ms: when that was saved
 * @out_import: (out): what becomes of it
 * @error: return location for an error
 *
 * The newer one wins; a deletion wins over what was saved before it.
 *
 * Returns: whether it could be found out
 */
gboolean
thaw_store_decide_import (ThawConnection   *connection,
                          const char       *modified_sql,
                          const char       *uuid,
                          gint64            modified_ms,
                          ThawStoreImport  *out_import,
                          GError          **error)
{
  gboolean is_deleted, is_there;
  gint64 deleted_ms, stored_ms;

  if (!look_up_time (connection, "SELECT deleted_ms FROM tombstone WHERE uuid = ?1", uuid, &is_deleted, &deleted_ms,
                     error) ||
      !look_up_time (connection, modified_sql, uuid, &is_there, &stored_ms, error))
    return FALSE;

  if ((is_deleted && deleted_ms >= modified_ms) || (is_there && stored_ms >= modified_ms))
    *out_import = THAW_STORE_IMPORT_SKIP;
  else
    *out_import = is_there ? THAW_STORE_IMPORT_CHANGE : THAW_STORE_IMPORT_ADD;

  return TRUE;
}
