/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-draft-rescue"

#include "config.h"
#include "thaw-draft-rescue.h"

#include "thaw-database-private.h"
#include "thaw-statement.h"

/* Drafts from a damaged journal into the one that takes its place. Nobody looks into them here: what cannot be made
 * sense of is passed over by whoever reads them later. */

typedef struct
{
  char *key;          /* (owned) */
  gint64 modified_ms;
  GBytes *content;    /* (owned) */
} Row;

typedef struct
{
  GPtrArray *rows;   /* (owned) (element-type Row) */
  gboolean is_whole; /* whether there are no others */
} Request;

static void
row_free (Row *row)
{
  g_free (row->key);
  g_bytes_unref (row->content);
  g_free (row);
}

static void
read_rows (const char *path,
           Request    *request)
{
  g_autoptr (ThawConnection) connection = NULL;
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) damage = NULL;

  connection = thaw_connection_open (path, THAW_CONNECTION_READ_ONLY, &damage);
  if (connection != NULL)
    rows = thaw_statement_new (connection, "SELECT key, modified_ms, content FROM draft NOT INDEXED", &damage);
  while (rows != NULL && thaw_statement_next (rows, &damage))
    {
      Row *row = g_new0 (Row, 1);

      row->key = thaw_statement_dup_text (rows, 0);
      row->modified_ms = thaw_statement_get_int64 (rows, 1);
      row->content = thaw_statement_dup_bytes (rows, 2);
      g_ptr_array_add (request->rows, row);
    }

  request->is_whole = damage == NULL;
  if (damage != NULL)
    g_info ("Not all drafts can be read: %s", damage->message);
}

static gboolean
put_row (ThawConnection  *connection,
         const Row       *row,
         GError         **error)
{
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT OR REPLACE INTO draft (key, modified_ms, content) VALUES (?1, ?2, ?3)", error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, 1, row->key);
  thaw_statement_bind_int64 (insert, 2, row->modified_ms);
  thaw_statement_bind_bytes (insert, 3, row->content);

  return thaw_statement_run (insert, error);
}

static gpointer
do_take_over (ThawConnection  *connection,
              gpointer         data,
              GError         **error)
{
  Request *request = data;
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

  if (transaction == NULL ||
      (request->is_whole && !thaw_connection_execute (connection, "DELETE FROM draft", error)))
    return NULL;

  for (guint i = 0; i < request->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (request->rows, i);

      if (row->key != NULL && !put_row (connection, row, error))
        return NULL;
    }

  return GINT_TO_POINTER (thaw_transaction_commit (transaction, error));
}

/**
 * thaw_draft_rescue_sync:
 * @database: an open journal
 * @damaged: (type filename): the one it takes the place of
 * @error: return location for an error; that something cannot be read is none
 *
 * Brings what was typed last and not yet saved. What the journal has from before
 * is saved or thrown away by now, so it goes if it is sure that there is no more.
 *
 * Returns: whether it went well; if not, nothing has changed
 */
gboolean
thaw_draft_rescue_sync (ThawDatabase  *database,
                        const char    *damaged,
                        GError       **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  Request request = { .rows = rows };

  g_return_val_if_fail (THAW_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (damaged != NULL, FALSE);

  read_rows (damaged, &request);

  return thaw_database_write_sync (database, do_take_over, &request, error) != NULL;
}
