/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-statement"

#include "config.h"
#include "thaw-statement.h"

#include <math.h>

/**
 * ThawStatement:
 *
 * A prepared statement while somebody uses it. Parameters count from 1, columns
 * from 0, as in SQLite. What goes wrong in binding is told by the next step.
 */
struct _ThawStatement
{
  ThawConnection *connection; /* (unowned) */
  const char *sql;            /* (unowned) */
  sqlite3_stmt *stmt;         /* (owned) */
  int bind_result;
};

static void
note_result (ThawStatement *self,
             int            result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

static int
step (ThawStatement  *self,
      GError        **error)
{
  int result = self->bind_result != SQLITE_OK ? self->bind_result : sqlite3_step (self->stmt);

  if (result != SQLITE_ROW && result != SQLITE_DONE)
    thaw_connection_set_error (self->connection, result, error);

  return result;
}

/**
 * thaw_statement_new:
 * @connection: a connection of this thread
 * @sql: one statement, a string constant
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the statement, ready for its values, or
 *   %NULL with an error
 */
ThawStatement *
thaw_statement_new (ThawConnection  *connection,
                    const char      *sql,
                    GError         **error)
{
  sqlite3_stmt *stmt = thaw_connection_take_statement (connection, sql, error);
  ThawStatement *self;

  if (stmt == NULL)
    return NULL;

  self = g_new0 (ThawStatement, 1);
  self->connection = connection;
  self->sql = sql;
  self->stmt = stmt;

  return self;
}

void
thaw_statement_free (ThawStatement *self)
{
  if (self == NULL)
    return;

  thaw_connection_give_statement (self->connection, self->sql, self->stmt);
  g_free (self);
}

void
thaw_statement_bind_int64 (ThawStatement *self,
                           int            index,
                           gint64         value)
{
  note_result (self, sqlite3_bind_int64 (self->stmt, index, value));
}

/**
 * thaw_statement_bind_double:
 * @index: which parameter
 * @value: a number; NAN is stored as NULL
 */
void
thaw_statement_bind_double (ThawStatement *self,
                            int            index,
                            double         value)
{
  note_result (self, isnan (value) ? sqlite3_bind_null (self->stmt, index)
                                   : sqlite3_bind_double (self->stmt, index, value));
}

/**
 * thaw_statement_bind_text:
 * @index: which parameter
 * @text: (nullable): a text, which must stay until the statement is freed or reset
 */
void
thaw_statement_bind_text (ThawStatement *self,
                          int            index,
                          const char    *text)
{
  note_result (self, text == NULL ? sqlite3_bind_null (self->stmt, index)
                                  : sqlite3_bind_text64 (self->stmt, index, text, strlen (text),
                                                         SQLITE_STATIC, SQLITE_UTF8));
}

/**
 * thaw_statement_bind_copy:
 * @index: which parameter
 * @text: (nullable): a short text, which is copied
 */
void
thaw_statement_bind_copy (ThawStatement *self,
                          int            index,
                          const char    *text)
{
  note_result (self, sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_TRANSIENT));
}

/**
 * thaw_statement_bind_bytes:
 * @index: which parameter
 * @bytes: bytes, which must stay until the statement is freed or reset
 */
void
thaw_statement_bind_bytes (ThawStatement *self,
                           int            index,
                           GBytes        *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  note_result (self, sqlite3_bind_blob64 (self->stmt, index, data, size, SQLITE_STATIC));
}

/**
 * thaw_statement_next:
 * @error: return location for an error
 *
 * Returns: %TRUE if there is a row; %FALSE after the last one, and with @error set if it went wrong
 */
gboolean
thaw_statement_next (ThawStatement  *self,
                     GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return step (self, error) == SQLITE_ROW;
}

/**
 * thaw_statement_run:
 * @error: return location for an error
 *
 * Runs a statement that gives no rows and makes it ready for the next values.
 *
 * Returns: whether it went well
 */
gboolean
thaw_statement_run (ThawStatement  *self,
                    GError        **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);

  result = step (self, error);
  thaw_statement_reset (self);

  return result == SQLITE_DONE || result == SQLITE_ROW;
}

/**
 * thaw_statement_reset:
 *
 * Makes the statement ready for the next values; those that are not bound again stay.
 */
void
thaw_statement_reset (ThawStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->stmt);
  self->bind_result = SQLITE_OK;
}

gboolean
thaw_statement_is_null (ThawStatement *self,
                        int            column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

gint64
thaw_statement_get_int64 (ThawStatement *self,
                          int            column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * thaw_statement_get_double:
 * @column: which column
 *
 * Returns: the number, NAN for NULL
 */
double
thaw_statement_get_double (ThawStatement *self,
                           int            column)
{
  return thaw_statement_is_null (self, column) ? NAN : sqlite3_column_double (self->stmt, column);
}

/**
 * thaw_statement_get_text:
 * @column: which column
 *
 * Returns: (transfer none) (nullable): the text as it is stored, until the next step
 */
const char *
thaw_statement_get_text (ThawStatement *self,
                         int            column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/**
 * thaw_statement_dup_text:
 * @column: which column
 *
 * Returns: (transfer full) (nullable): the text as valid UTF-8, also from a damaged file
 */
char *
thaw_statement_dup_text (ThawStatement *self,
                         int            column)
{
  const char *text = thaw_statement_get_text (self, column);

  if (text == NULL)
    return NULL;

  return g_utf8_make_valid (text, -1);
}

GBytes *
thaw_statement_dup_bytes (ThawStatement *self,
                          int            column)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->stmt, column));
}
