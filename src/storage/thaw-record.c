/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-record"

#include "config.h"
#include "thaw-record.h"

#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

/* The end of the year 9999. */
#define MAX_MS G_GINT64_CONSTANT (253402300799999)

static char **
get_uuid (const ThawRecordKind *kind,
          gpointer              record)
{
  return &G_STRUCT_MEMBER (char *, record, kind->uuid_offset);
}

static gint64 *
get_modified_ms (const ThawRecordKind *kind,
                 gpointer              record)
{
  return &G_STRUCT_MEMBER (gint64, record, kind->modified_offset);
}

/**
 * thaw_record_refuse:
 * @message: why something cannot be stored, translated
 *
 * Sets %THAW_STORAGE_ERROR_INVALID.
 *
 * Returns: %FALSE
 */
gboolean
thaw_record_refuse (GError     **error,
                    const char  *message)
{
  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID, message);

  return FALSE;
}

/**
 * thaw_record_bind_moment:
 * @index: the first of three parameters: `utc_ms`, `offset_secs` and `day`
 * @moment: a valid moment
 */
void
thaw_record_bind_moment (ThawStatement    *statement,
                         int               index,
                         const ThawMoment *moment)
{
  thaw_statement_bind_int64 (statement, index, moment->utc_ms);
  thaw_statement_bind_int64 (statement, index + 1, moment->offset_secs);
  thaw_record_bind_day (statement, index + 2, moment->day);
}

/**
 * thaw_record_get_moment:
 * @column: the first of three columns: `utc_ms`, `offset_secs` and `day`
 * @out_moment: (out): the moment
 *
 * Returns: whether it is valid
 */
gboolean
thaw_record_get_moment (ThawStatement *row,
                        int            column,
                        ThawMoment    *out_moment)
{
  out_moment->utc_ms = thaw_statement_get_int64 (row, column);
  out_moment->offset_secs = (gint32) thaw_statement_get_int64 (row, column + 1);
  out_moment->day = thaw_day_from_iso (thaw_statement_get_text (row, column + 2));

  return thaw_moment_is_valid (out_moment);
}

void
thaw_record_bind_day (ThawStatement *statement,
                      int            index,
                      ThawDay        day)
{
  char iso[THAW_DAY_ISO_SIZE];

  thaw_day_write_iso (day, iso);
  thaw_statement_bind_copy (statement, index, iso);
}

/**
 * thaw_record_bind_number:
 * @number: a number
 * @none: what @number is if it was left out, which is stored as NULL
 */
void
thaw_record_bind_number (ThawStatement *statement,
                         int            index,
                         int            number,
                         int            none)
{
  if (number != none)
    thaw_statement_bind_int64 (statement, index, number);
}

/**
 * thaw_record_get_number:
 * @lowest: the lowest number that makes sense
 * @highest: the highest
 * @none: what stands for NULL, and for what makes no sense
 *
 * Returns: the number, or @none
 */
int
thaw_record_get_number (ThawStatement *row,
                        int            column,
                        int            lowest,
                        int            highest,
                        int            none)
{
  gint64 number = thaw_statement_get_int64 (row, column);

  return thaw_statement_is_null (row, column) || number < lowest || number > highest ? none : (int) number;
}

/**
 * thaw_record_text_is_valid:
 * @text: (nullable): what a person wrote, perhaps nothing
 * @max_bytes: how long it may be
 *
 * Returns: whether @text can be stored, on any number of lines
 */
gboolean
thaw_record_text_is_valid (const char *text,
                           gsize       max_bytes)
{
  return text == NULL || (strlen (text) <= max_bytes && g_utf8_validate (text, -1, NULL));
}

/**
 * thaw_record_take_identity:
 * @sql: a constant that selects the UUID of the one with the key ?1
 * @key: what there must be only one of
 * @uuid: (inout): the identity of a record; that of the one that is there, if there is one
 * @error: return location for an error
 *
 * Returns: whether that went well
 */
gboolean
thaw_record_take_identity (ThawConnection  *connection,
                           const char      *sql,
                           const char      *key,
                           char           **uuid,
                           GError         **error)
{
  g_autoptr (ThawStatement) row = thaw_statement_new (connection, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;

  thaw_statement_bind_text (row, 1, key);
  if (thaw_statement_next (row, &local_error))
    {
      g_free (*uuid);
      *uuid = thaw_statement_dup_text (row, 0);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * thaw_record_check:
 * @record: a record
 * @error: return location for %THAW_STORAGE_ERROR_INVALID
 *
 * Returns: whether the record can be stored
 */
gboolean
thaw_record_check (const ThawRecordKind  *kind,
                   gpointer               record,
                   GError               **error)
{
  const char *uuid = *get_uuid (kind, record);
  gint64 modified_ms = *get_modified_ms (kind, record);

  if (!kind->check (record, error))
    return FALSE;
  if (uuid != NULL && !thaw_uuid_is_valid (uuid))
    return thaw_record_refuse (error, _("There is no valid UUID"));
  if (modified_ms < 0 || modified_ms > MAX_MS)
    return thaw_record_refuse (error, _("There is no valid time of the last change"));

  return TRUE;
}

static gboolean
identify (const ThawRecordKind  *kind,
          ThawConnection        *connection,
          gpointer               record,
          gint64                 now_ms,
          GError               **error)
{
  char **uuid = get_uuid (kind, record);

  if (kind->identify != NULL && !kind->identify (connection, record, error))
    return FALSE;

  if (*uuid == NULL)
    *uuid = thaw_uuid_new (now_ms);

  return TRUE;
}

/* Whoever saves something that was deleted meanwhile wants to keep it. */
static gboolean
put (const ThawRecordKind  *kind,
     ThawConnection        *connection,
     gpointer               record,
     GError               **error)
{
  g_autoptr (ThawStatement) raise = NULL;

  if (!kind->put (connection, record, error))
    return FALSE;

  raise = thaw_statement_new (connection, "DELETE FROM tombstone WHERE uuid = ?1", error);
  if (raise == NULL)
    return FALSE;

  thaw_statement_bind_text (raise, 1, *get_uuid (kind, record));

  return thaw_statement_run (raise, error);
}

/**
 * thaw_record_save:
 * @record: a record; gets an identity if it has none, and @now_ms as its time
 * @now_ms: the time, in milliseconds of Unix time
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Adds a record, or changes one that is there. One that was removed comes back.
 *
 * Returns: whether it is on the disk
 */
gboolean
thaw_record_save (const ThawRecordKind  *kind,
                  ThawConnection        *connection,
                  gpointer               record,
                  gint64                 now_ms,
                  GError               **error)
{
  g_autoptr (ThawTransaction) transaction = NULL;

  if (!thaw_record_check (kind, record, error))
    return FALSE;

  transaction = thaw_transaction_begin_write (connection, error);
  if (transaction == NULL || !identify (kind, connection, record, now_ms, error))
    return FALSE;

  *get_modified_ms (kind, record) = now_ms;

  return put (kind, connection, record, error) && thaw_transaction_commit (transaction, error);
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

/* Within a transaction. That there is none is no error. */
static gboolean
delete_and_bury (const ThawRecordKind  *kind,
                 ThawConnection        *connection,
                 const char            *sql,
                 const char            *key,
                 gint64                 now_ms,
                 GError               **error)
{
  g_autoptr (ThawStatement) row = thaw_statement_new (connection, sql, error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *uuid = NULL;

  if (row == NULL)
    return FALSE;

  thaw_statement_bind_text (row, 1, key);
  if (thaw_statement_next (row, &local_error))
    uuid = thaw_statement_dup_text (row, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return uuid == NULL || (thaw_statement_run (row, error) && bury (connection, uuid, kind->name, now_ms, error));
}

/**
 * thaw_record_remove:
 * @key: what to delete: its UUID, or what the person knows it by
 * @now_ms: the time, in milliseconds of Unix time
 * @error: return location for an error
 *
 * Deletes a record and leaves its tombstone. That there is none is no error.
 *
 * Returns: whether it is gone
 */
gboolean
thaw_record_remove (const ThawRecordKind  *kind,
                    ThawConnection        *connection,
                    const char            *key,
                    gint64                 now_ms,
                    GError               **error)
{
  const char *sql = kind->delete_by_key_sql != NULL ? kind->delete_by_key_sql : kind->delete_sql;
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

  return transaction != NULL && delete_and_bury (kind, connection, sql, key, now_ms, error) &&
         thaw_transaction_commit (transaction, error);
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
 * thaw_record_forget:
 * @uuid: what was deleted elsewhere
 * @deleted_ms: when that was, in milliseconds of Unix time
 * @error: return location for an error
 *
 * Deletes it here, too, unless it was saved after that; within a transaction of the
 * caller's. What is not here is not forgotten: it stays deleted when it comes back from
 * an older copy.
 *
 * Returns: whether that went well
 */
gboolean
thaw_record_forget (const ThawRecordKind  *kind,
                    ThawConnection        *connection,
                    const char            *uuid,
                    gint64                 deleted_ms,
                    GError               **error)
{
  gboolean is_there;
  gint64 stored_ms;

  if (!look_up_time (connection, kind->modified_sql, uuid, &is_there, &stored_ms, error))
    return FALSE;

  if (!is_there)
    return bury (connection, uuid, kind->name, deleted_ms, error);

  return stored_ms > deleted_ms || delete_and_bury (kind, connection, kind->delete_sql, uuid, deleted_ms, error);
}

/* The newer one wins; a deletion wins over what was saved before it. */
static gboolean
decide_import (const ThawRecordKind  *kind,
               ThawConnection        *connection,
               const char            *uuid,
               gint64                 modified_ms,
               ThawRecordImport      *out_import,
               GError               **error)
{
  gboolean is_deleted, is_there;
  gint64 deleted_ms, stored_ms;

  if (!look_up_time (connection, "SELECT deleted_ms FROM tombstone WHERE uuid = ?1", uuid, &is_deleted, &deleted_ms,
                     error) ||
      !look_up_time (connection, kind->modified_sql, uuid, &is_there, &stored_ms, error))
    return FALSE;

  if ((is_deleted && deleted_ms >= modified_ms) || (is_there && stored_ms >= modified_ms))
    *out_import = THAW_RECORD_IMPORT_SKIP;
  else
    *out_import = is_there ? THAW_RECORD_IMPORT_CHANGE : THAW_RECORD_IMPORT_ADD;

  return TRUE;
}

/**
 * thaw_record_import:
 * @record: a record; gets an identity and a time if it has none
 * @now_ms: the time, in milliseconds of Unix time
 * @out_import: (out): what became of it
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Takes over a record from elsewhere, within a transaction of the caller's.
 *
 * Returns: whether that went well
 */
gboolean
thaw_record_import (const ThawRecordKind  *kind,
                    ThawConnection        *connection,
                    gpointer               record,
                    gint64                 now_ms,
                    ThawRecordImport      *out_import,
                    GError               **error)
{
  gint64 *modified_ms = get_modified_ms (kind, record);

  if (!thaw_record_check (kind, record, error) || !identify (kind, connection, record, now_ms, error) ||
      !decide_import (kind, connection, *get_uuid (kind, record), *modified_ms, out_import, error))
    return FALSE;

  /* Not before: what says no time is not newer than what is there. */
  if (*modified_ms == 0)
    *modified_ms = now_ms;

  return *out_import == THAW_RECORD_IMPORT_SKIP || put (kind, connection, record, error);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const ThawRecordKind *kind = data;

  return kind->compare (*(gconstpointer *) a, *(gconstpointer *) b);
}

/**
 * thaw_record_read:
 * @rows: rows with the columns of @kind
 * @error: return location for an error
 *
 * What makes no sense is passed over: the others are no less worth for it.
 *
 * Returns: (transfer full) (nullable): what the rows say, or %NULL with an error
 */
GPtrArray *
thaw_record_read (const ThawRecordKind  *kind,
                  ThawStatement         *rows,
                  GError               **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (kind->free);
  g_autoptr (GError) local_error = NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      gpointer record = kind->read (rows);

      /* What makes no sense is passed over: the others are no less worth for it. */
      if (record != NULL && thaw_record_check (kind, record, NULL))
        g_ptr_array_add (all, record);
      else if (record != NULL)
        kind->free (record);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (kind->compare != NULL)
    g_ptr_array_sort_with_data (all, compare_records, (gpointer) kind);

  return g_steal_pointer (&all);
}

/**
 * thaw_record_read_all:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all records of that kind, or %NULL with an error
 */
GPtrArray *
thaw_record_read_all (const ThawRecordKind  *kind,
                      ThawConnection        *connection,
                      GError               **error)
{
  g_autoptr (ThawStatement) rows = thaw_statement_new (connection, kind->list_sql, error);

  return rows != NULL ? thaw_record_read (kind, rows, error) : NULL;
}
