/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-line-store"

#include "config.h"
#include "thaw-line-store.h"

#include "thaw-contact-way.h"
#include "thaw-store-private.h"
#include "thaw-text.h"

#include <glib/gi18n-lib.h>

/**
 * ThawLineStore:
 *
 * Lines to call that the person added.
 */
struct _ThawLineStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawLineStore, thaw_line_store, THAW_TYPE_STORE)

/* The columns of a row. */
enum
{
  COLUMN_UUID,
  COLUMN_NAME,
  COLUMN_NUMBER,
  COLUMN_NOTE,
  COLUMN_MODIFIED_MS,
};

#define COLUMNS "uuid, name, number, note, modified_ms"

/* A UUID begins with the time when it was made, up to the millisecond: one that was removed and comes back is in its
 * place again. */
#define ORDER "ORDER BY substr (uuid, 1, 13), id"

static gpointer
copy_stored (gpointer record)
{
  ThawOwnLine *copy = thaw_own_line_copy (record);

  if (copy->note != NULL && copy->note[0] == '\0')
    g_clear_pointer (&copy->note, g_free);

  return copy;
}

static gboolean
check_line (gconstpointer   record,
            GError        **error)
{
  const ThawOwnLine *line = record;

  if (!thaw_text_is_line (line->name, THAW_OWN_LINE_MAX_NAME_BYTES))
    return thaw_record_refuse (error, _("The name of a line to call is empty, too long or not one line of UTF-8"));
  if (!thaw_text_is_line (line->number, THAW_CONTACT_MAX_VALUE_BYTES))
    return thaw_record_refuse (error, _("The number of a line to call is empty, too long or not one line of UTF-8"));
  if (!thaw_record_text_is_valid (line->note, THAW_OWN_LINE_MAX_NOTE_BYTES))
    return thaw_record_refuse (error, _("The note about a line to call is too long or not valid UTF-8"));

  return TRUE;
}

static gboolean
put_line (ThawConnection  *connection,
          gconstpointer    record,
          GError         **error)
{
  const ThawOwnLine *line = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO own_line (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5)"
                               "  ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, number = excluded.number,"
                               "    note = excluded.note, modified_ms = excluded.modified_ms",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, line->id);
  thaw_statement_bind_text (insert, COLUMN_NAME + 1, line->name);
  thaw_statement_bind_text (insert, COLUMN_NUMBER + 1, line->number);
  thaw_statement_bind_text (insert, COLUMN_NOTE + 1, line->note);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, line->modified_ms);

  return thaw_statement_run (insert, error);
}

static gpointer
read_row (ThawStatement *row)
{
  const char *name = thaw_statement_get_text (row, COLUMN_NAME);
  const char *number = thaw_statement_get_text (row, COLUMN_NUMBER);
  ThawOwnLine *line;

  if (!thaw_text_is_line (name, THAW_OWN_LINE_MAX_NAME_BYTES) ||
      !thaw_text_is_line (number, THAW_CONTACT_MAX_VALUE_BYTES))
    return NULL;

  line = thaw_own_line_new (name, number);
  line->id = thaw_statement_dup_text (row, COLUMN_UUID);
  line->note = thaw_statement_dup_text (row, COLUMN_NOTE);
  line->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);

  return line;
}

const ThawRecordKind thaw_own_line_records = {
  .name = "own-line",
  .uuid_offset = G_STRUCT_OFFSET (ThawOwnLine, id),
  .modified_offset = G_STRUCT_OFFSET (ThawOwnLine, modified_ms),
  .copy = copy_stored,
  .free = (GBoxedFreeFunc) thaw_own_line_free,
  .check = check_line,
  .put = put_line,
  .read = read_row,
  .list_sql = "SELECT " COLUMNS " FROM own_line " ORDER,
  .modified_sql = "SELECT modified_ms FROM own_line WHERE uuid = ?1",
  .delete_sql = "DELETE FROM own_line WHERE uuid = ?1 RETURNING uuid",
};

static void
thaw_line_store_class_init (ThawLineStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_LINES;
  store_class->record_kind = &thaw_own_line_records;
}

static void
thaw_line_store_init (ThawLineStore *self)
{
}

/**
 * thaw_line_store_new:
 * @database: where the lines are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the lines
 */
ThawLineStore *
thaw_line_store_new (ThawDatabase *database,
                     ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_LINE_STORE, database, clock);
}

/**
 * thaw_line_store_list:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawOwnLine) (nullable): all lines, in the order
 *   in which they were added, or %NULL with an error
 */
GPtrArray *
thaw_line_store_list (ThawLineStore  *self,
                      GError        **error)
{
  g_return_val_if_fail (THAW_IS_LINE_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_line_store_save_async:
 * @line: a line to call; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a line to call, or changes one that is there. One that was removed comes back.
 */
void
thaw_line_store_save_async (ThawLineStore       *self,
                            const ThawOwnLine   *line,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (THAW_IS_LINE_STORE (self));
  g_return_if_fail (line != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_line_store_save_async, line, cancellable, callback, user_data);
}

/**
 * thaw_line_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the line as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawOwnLine *
thaw_line_store_save_finish (ThawLineStore  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_line_store_save_sync:
 *
 * As thaw_line_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the line as it is on the disk now
 */
ThawOwnLine *
thaw_line_store_save_sync (ThawLineStore      *self,
                           const ThawOwnLine  *line,
                           GError            **error)
{
  g_return_val_if_fail (THAW_IS_LINE_STORE (self), NULL);
  g_return_val_if_fail (line != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), line, error);
}

/**
 * thaw_line_store_remove_async:
 * @id: the identity of a line to call
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a line to call. That there is none is no error.
 */
void
thaw_line_store_remove_async (ThawLineStore       *self,
                              const char          *id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (THAW_IS_LINE_STORE (self));
  g_return_if_fail (id != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_line_store_remove_async, id, cancellable, callback,
                                  user_data);
}

/**
 * thaw_line_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the line is gone
 */
gboolean
thaw_line_store_remove_finish (ThawLineStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_line_store_remove_sync:
 *
 * As thaw_line_store_remove_async(), and waits for it.
 *
 * Returns: whether the line is gone
 */
gboolean
thaw_line_store_remove_sync (ThawLineStore  *self,
                             const char     *id,
                             GError        **error)
{
  g_return_val_if_fail (THAW_IS_LINE_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), id, error);
}
