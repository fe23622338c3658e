/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-store"

#include "config.h"
#include "thaw-reflection-store.h"

#include "thaw-store-private.h"

#include <glib/gi18n-lib.h>

/* The columns of a row; a moment takes three, and from FIRST_LEVEL on those of the areas stand in their order. */
enum
{
  COLUMN_UUID,
  COLUMN_MOMENT,
  COLUMN_NOTE = COLUMN_MOMENT + 3,
  COLUMN_MODIFIED_MS,
  FIRST_LEVEL,
};

/**
 * ThawReflectionStore:
 *
 * The person's looks at numbness, every two weeks or so. A lifetime of them is
 * some hundreds.
 */
struct _ThawReflectionStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawReflectionStore, thaw_reflection_store, THAW_TYPE_STORE)

static gboolean
check_reflection (gconstpointer   record,
                  GError        **error)
{
  const ThawReflection *reflection = record;

  if (!thaw_moment_is_valid (&reflection->moment))
    return thaw_record_refuse (error, _("A reflection has no valid moment"));
  if (!g_utf8_validate (reflection->note, -1, NULL))
    return thaw_record_refuse (error, _("The text is not valid UTF-8"));
  if (thaw_reflection_is_empty (reflection))
    return thaw_record_refuse (error, _("A reflection is empty"));

  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      int level = reflection->levels[i];

      if (level != THAW_REFLECTION_UNKNOWN && (level < THAW_REFLECTION_MIN || level > THAW_REFLECTION_MAX))
        return thaw_record_refuse (error, _("A reflection has a number that is none of the scale"));
    }

  return TRUE;
}

static gboolean
put_reflection (ThawConnection  *connection,
                gconstpointer    record,
                GError         **error)
{
  const ThawReflection *reflection = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT OR REPLACE INTO reflection (uuid, utc_ms, offset_secs, day, note, modified_ms,"
                               "    response, naming, range, closeness)"
                               "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, 1, reflection->uuid);
  thaw_record_bind_moment (insert, 2, &reflection->moment);
  thaw_statement_bind_text (insert, 5, reflection->note);
  thaw_statement_bind_int64 (insert, 6, reflection->modified_ms);
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    thaw_record_bind_number (insert, 7 + i, reflection->levels[i], THAW_REFLECTION_UNKNOWN);

  return thaw_statement_run (insert, error);
}

static gpointer
read_row (ThawStatement *row)
{
  g_autoptr (ThawReflection) reflection = thaw_reflection_new ();
  g_autofree char *note = thaw_statement_dup_text (row, COLUMN_NOTE);

  reflection->uuid = thaw_statement_dup_text (row, COLUMN_UUID);
  if (!thaw_record_get_moment (row, COLUMN_MOMENT, &reflection->moment))
    return NULL;

  thaw_reflection_set_note (reflection, note);
  reflection->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    reflection->levels[i] = thaw_record_get_number (row, FIRST_LEVEL + i, THAW_REFLECTION_MIN, THAW_REFLECTION_MAX,
                                                    THAW_REFLECTION_UNKNOWN);

  return g_steal_pointer (&reflection);
}

const ThawRecordKind thaw_reflection_records = {
  .name = "reflection",
  .uuid_offset = G_STRUCT_OFFSET (ThawReflection, uuid),
  .modified_offset = G_STRUCT_OFFSET (ThawReflection, modified_ms),
  .copy = (GBoxedCopyFunc) thaw_reflection_copy,
  .free = (GBoxedFreeFunc) thaw_reflection_free,
  .check = check_reflection,
  .put = put_reflection,
  .read = read_row,
  .list_sql = "SELECT uuid, utc_ms, offset_secs, day, note, modified_ms, response, naming, range, closeness"
              "  FROM reflection ORDER BY day, utc_ms, uuid",
  .modified_sql = "SELECT modified_ms FROM reflection WHERE uuid = ?1",
  .delete_sql = "DELETE FROM reflection WHERE uuid = ?1 RETURNING uuid",
};

static void
thaw_reflection_store_class_init (ThawReflectionStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_REFLECTIONS;
  store_class->record_kind = &thaw_reflection_records;
}

static void
thaw_reflection_store_init (ThawReflectionStore *self)
{
}

/**
 * thaw_reflection_store_new:
 * @database: where the reflections are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the reflections
 */
ThawReflectionStore *
thaw_reflection_store_new (ThawDatabase *database,
                           ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_REFLECTION_STORE, database, clock);
}

/**
 * thaw_reflection_store_list:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawReflection) (nullable): all reflections,
 *   oldest first, or %NULL with an error
 */
GPtrArray *
thaw_reflection_store_list (ThawReflectionStore  *self,
                            GError              **error)
{
  g_return_val_if_fail (THAW_IS_REFLECTION_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_reflection_store_save_async:
 * @reflection: a reflection; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a reflection, or changes one that is there. One that was removed comes back.
 */
void
thaw_reflection_store_save_async (ThawReflectionStore  *self,
                                  const ThawReflection *reflection,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  g_return_if_fail (THAW_IS_REFLECTION_STORE (self));
  g_return_if_fail (reflection != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_reflection_store_save_async, reflection, cancellable, callback,
                                user_data);
}

/**
 * thaw_reflection_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the reflection as it is on the disk now, with
 *   its UUID, or %NULL with an error
 */
ThawReflection *
thaw_reflection_store_save_finish (ThawReflectionStore  *self,
                                   GAsyncResult         *result,
                                   GError              **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_reflection_store_save_sync:
 *
 * As thaw_reflection_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the reflection as it is on the disk now
 */
ThawReflection *
thaw_reflection_store_save_sync (ThawReflectionStore   *self,
                                 const ThawReflection  *reflection,
                                 GError               **error)
{
  g_return_val_if_fail (THAW_IS_REFLECTION_STORE (self), NULL);
  g_return_val_if_fail (reflection != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), reflection, error);
}

/**
 * thaw_reflection_store_remove_async:
 * @uuid: the identity of a reflection
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a reflection; saving it again with its UUID brings it back. That there is
 * none is no error.
 */
void
thaw_reflection_store_remove_async (ThawReflectionStore *self,
                                    const char          *uuid,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (THAW_IS_REFLECTION_STORE (self));
  g_return_if_fail (uuid != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_reflection_store_remove_async, uuid, cancellable, callback,
                                  user_data);
}

/**
 * thaw_reflection_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the reflection is gone
 */
gboolean
thaw_reflection_store_remove_finish (ThawReflectionStore  *self,
                                     GAsyncResult         *result,
                                     GError              **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_reflection_store_remove_sync:
 *
 * As thaw_reflection_store_remove_async(), and waits for it.
 *
 * Returns: whether the reflection is gone
 */
gboolean
thaw_reflection_store_remove_sync (ThawReflectionStore  *self,
                                   const char           *uuid,
                                   GError              **error)
{
  g_return_val_if_fail (THAW_IS_REFLECTION_STORE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), uuid, error);
}
