/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-photo-store"

#include "config.h"
#include "thaw-photo-store.h"

#include "thaw-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * ThawPhotoStore:
 *
 * The photos of people: small pictures, each read when it is shown.
 *
 * A photo that was replaced, or whose person was removed, stays until the journal is
 * opened next, so that undoing that needs nothing but its identity.
 * thaw_photo_store_clean_async() then takes it away.
 */
struct _ThawPhotoStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawPhotoStore, thaw_photo_store, THAW_TYPE_STORE)

/* The columns of a row. */
enum
{
  COLUMN_UUID,
  COLUMN_MODIFIED_MS,
  COLUMN_DATA,
  COLUMN_ROW,
};

#define COLUMNS "uuid, modified_ms, data"
#define IS_SOMEBODYS "EXISTS (SELECT 1 FROM person WHERE person.photo = photo.uuid)"
#define ORPHANS "photo WHERE NOT " IS_SOMEBODYS
#define HAS_ORPHANS "SELECT EXISTS (SELECT 1 FROM " ORPHANS ")"

static gboolean
check_photo (gconstpointer   record,
             GError        **error)
{
  if (!thaw_photo_is_valid (record))
    return thaw_record_refuse (error, _("A photo is no small JPEG or PNG image"));

  return TRUE;
}

static gboolean
put_photo (ThawConnection  *connection,
           gconstpointer    record,
           GError         **error)
{
  const ThawPhoto *photo = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO photo (" COLUMNS ") VALUES (?1, ?2, ?3)"
                               "  ON CONFLICT (uuid) DO UPDATE SET modified_ms = excluded.modified_ms,"
                               "    data = excluded.data",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, photo->id);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, photo->modified_ms);
  thaw_statement_bind_bytes (insert, COLUMN_DATA + 1, photo->data);

  return thaw_statement_run (insert, error);
}

static gpointer
read_row (ThawStatement *row)
{
  g_autoptr (GBytes) data = thaw_statement_dup_bytes (row, COLUMN_DATA);
  ThawPhoto *photo = thaw_photo_new (data);

  photo->id = thaw_statement_dup_text (row, COLUMN_UUID);
  photo->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);

  return photo;
}

const ThawRecordKind thaw_photo_records = {
  .name = "photo",
  .uuid_offset = G_STRUCT_OFFSET (ThawPhoto, id),
  .modified_offset = G_STRUCT_OFFSET (ThawPhoto, modified_ms),
  .copy = (GBoxedCopyFunc) thaw_photo_copy,
  .free = (GBoxedFreeFunc) thaw_photo_free,
  .check = check_photo,
  .put = put_photo,
  .read = read_row,
  .list_sql = "SELECT " COLUMNS " FROM photo ORDER BY uuid",
  .modified_sql = "SELECT modified_ms FROM photo WHERE uuid = ?1",
  .delete_sql = "DELETE FROM photo WHERE uuid = ?1 RETURNING uuid",
  .last_row_sql = "SELECT max (id) FROM photo",
  .range_sql = "SELECT " COLUMNS ", id FROM photo NOT INDEXED WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
  .row_column = COLUMN_ROW,
};

static void
thaw_photo_store_class_init (ThawPhotoStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_PHOTOS;
  store_class->record_kind = &thaw_photo_records;
}

static void
thaw_photo_store_init (ThawPhotoStore *self)
{
}

/**
 * thaw_photo_store_new:
 * @database: where the photos are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the photos
 */
ThawPhotoStore *
thaw_photo_store_new (ThawDatabase *database,
                      ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_PHOTO_STORE, database, clock);
}

/**
 * thaw_photo_store_list:
 * @error: return location for an error
 *
 * For an export: whoever shows people reads each photo when it is seen.
 *
 * Returns: (transfer full) (element-type ThawPhoto) (nullable): the photos that are
 *   somebody’s, or %NULL with an error
 */
GPtrArray *
thaw_photo_store_list (ThawPhotoStore  *self,
                       GError         **error)
{
  g_autoptr (ThawStatement) rows = NULL;

  g_return_val_if_fail (THAW_IS_PHOTO_STORE (self), NULL);

  rows = thaw_store_query (THAW_STORE (self),
                           "SELECT " COLUMNS " FROM photo WHERE " IS_SOMEBODYS " ORDER BY uuid",
                           error);

  return rows != NULL ? thaw_record_read (&thaw_photo_records, rows, error) : NULL;
}

/**
 * thaw_photo_store_get:
 * @id: the identity of a photo
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full) (nullable): the photo, or %NULL with an error
 */
ThawPhoto *
thaw_photo_store_get (ThawPhotoStore  *self,
                      const char      *id,
                      GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  ThawPhoto *photo;

  g_return_val_if_fail (THAW_IS_PHOTO_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  photo = thaw_store_get_record (THAW_STORE (self), "SELECT " COLUMNS " FROM photo WHERE uuid = ?1", id, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (photo == NULL)
    g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND, _("There is no such photo"));

  return photo;
}

/**
 * thaw_photo_store_save_async:
 * @photo: a photo; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a photo, or changes one that is there. It belongs to nobody before a #ThawPerson
 * with its identity is saved.
 */
void
thaw_photo_store_save_async (ThawPhotoStore      *self,
                             const ThawPhoto     *photo,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (THAW_IS_PHOTO_STORE (self));
  g_return_if_fail (photo != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_photo_store_save_async, photo, cancellable, callback,
                                user_data);
}

/**
 * thaw_photo_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the photo as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawPhoto *
thaw_photo_store_save_finish (ThawPhotoStore  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_photo_store_save_sync:
 *
 * As thaw_photo_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the photo as it is on the disk now
 */
ThawPhoto *
thaw_photo_store_save_sync (ThawPhotoStore   *self,
                            const ThawPhoto  *photo,
                            GError          **error)
{
  g_return_val_if_fail (THAW_IS_PHOTO_STORE (self), NULL);
  g_return_val_if_fail (photo != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), photo, error);
}

/**
 * thaw_photo_store_remove_async:
 * @id: the identity of a photo
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a photo. Somebody whose photo it was has none then. That there is none is no
 * error.
 */
void
thaw_photo_store_remove_async (ThawPhotoStore      *self,
                               const char          *id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (THAW_IS_PHOTO_STORE (self));
  g_return_if_fail (id != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_photo_store_remove_async, id, cancellable, callback,
                                  user_data);
}

/**
 * thaw_photo_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the photo is gone
 */
gboolean
thaw_photo_store_remove_finish (ThawPhotoStore  *self,
                                GAsyncResult    *result,
                                GError         **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_photo_store_remove_sync:
 *
 * As thaw_photo_store_remove_async(), and waits for it.
 *
 * Returns: whether the photo is gone
 */
gboolean
thaw_photo_store_remove_sync (ThawPhotoStore  *self,
                              const char      *id,
                              GError         **error)
{
  g_return_val_if_fail (THAW_IS_PHOTO_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), id, error);
}

static gpointer
do_clean (ThawConnection  *connection,
          gpointer         data,
          GError         **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

  /* Without tombstones: nobody deleted them, and with a person of an import they may come back. */
  return GINT_TO_POINTER (transaction != NULL &&
                          thaw_connection_execute (connection, "DELETE FROM " ORPHANS, error) &&
                          thaw_transaction_commit (transaction, error));
}

/**
 * thaw_photo_store_clean_async:
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * For when the journal was opened, before anything else is written: takes away photos that
 * are nobody’s. If there are none, nothing is written.
 */
void
thaw_photo_store_clean_async (ThawPhotoStore      *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  gboolean is_needed = FALSE;
  GError *error = NULL;

  g_return_if_fail (THAW_IS_PHOTO_STORE (self));

  if (!thaw_store_query_flag (THAW_STORE (self), HAS_ORPHANS, &is_needed, &error) || !is_needed)
    {
      g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

      g_task_set_source_tag (task, thaw_photo_store_clean_async);
      if (error != NULL)
        g_task_return_error (task, error);
      else
        g_task_return_pointer (task, GINT_TO_POINTER (TRUE), NULL);
      return;
    }

  thaw_store_write_async (THAW_STORE (self), thaw_photo_store_clean_async, do_clean, NULL, NULL, NULL, cancellable,
                          callback, user_data);
}

/**
 * thaw_photo_store_clean_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether every photo is somebody’s now
 */
gboolean
thaw_photo_store_clean_finish (ThawPhotoStore  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}
