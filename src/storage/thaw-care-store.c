/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-store"

#include "config.h"
#include "thaw-care-store.h"

#include "thaw-activity.h"
#include "thaw-store-private.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

/**
 * ThawCareStore:
 *
 * The plan for a hard time. What a line stands for may be gone: each has words of its own.
 */
struct _ThawCareStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawCareStore, thaw_care_store, THAW_TYPE_STORE)

/* The columns of a row. */
enum
{
  COLUMN_UUID,
  COLUMN_PART,
  COLUMN_POSITION,
  COLUMN_TEXT,
  COLUMN_PERSON,
  COLUMN_ACTIVITY,
  COLUMN_MODIFIED_MS,
};

#define COLUMNS "uuid, part, position, text, person, activity, modified_ms"

static gboolean
text_says_something (const char *text)
{
  return text != NULL && thaw_record_text_is_valid (text, THAW_CARE_MAX_TEXT_BYTES) && !thaw_text_is_blank (text);
}

static gboolean
check_item (gconstpointer   record,
            GError        **error)
{
  const ThawCareItem *item = record;

  if ((guint) item->part >= THAW_N_CARE_PARTS)
    return thaw_record_refuse (error, _("A line of the care plan is in no part that there is"));
  if (item->position < 0 || item->position > THAW_CARE_MAX_POSITION)
    return thaw_record_refuse (error, _("A line of the care plan is in no place that there is"));
  if (!text_says_something (item->text))
    return thaw_record_refuse (error, _("A line of the care plan says nothing, is too long or not valid UTF-8"));
  if (item->person != NULL && item->activity != NULL)
    return thaw_record_refuse (error, _("A line of the care plan stands for a person and for something to do"));
  if (item->person != NULL && !thaw_uuid_is_valid (item->person))
    return thaw_record_refuse (error, _("A line of the care plan stands for nobody that there could be"));
  if (item->activity != NULL && !thaw_activity_id_is_valid (item->activity))
    return thaw_record_refuse (error, _("A line of the care plan stands for nothing to do that there could be"));

  return TRUE;
}

static gboolean
put_item (ThawConnection  *connection,
          gconstpointer    record,
          GError         **error)
{
  const ThawCareItem *item = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT OR REPLACE INTO care_item (" COLUMNS ")"
                               "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, item->id);
  thaw_statement_bind_text (insert, COLUMN_PART + 1, thaw_care_part_to_slug (item->part));
  thaw_statement_bind_int64 (insert, COLUMN_POSITION + 1, item->position);
  thaw_statement_bind_text (insert, COLUMN_TEXT + 1, item->text);
  thaw_statement_bind_text (insert, COLUMN_PERSON + 1, item->person);
  thaw_statement_bind_text (insert, COLUMN_ACTIVITY + 1, item->activity);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, item->modified_ms);

  return thaw_statement_run (insert, error);
}

/* What a line stands for may make no sense; its words are still there. */
static gpointer
read_row (ThawStatement *row)
{
  g_autofree char *text = thaw_statement_dup_text (row, COLUMN_TEXT);
  const char *person = thaw_statement_get_text (row, COLUMN_PERSON);
  const char *activity = thaw_statement_get_text (row, COLUMN_ACTIVITY);
  ThawCarePart part;
  ThawCareItem *item;

  if (!text_says_something (text) ||
      !thaw_care_part_from_slug (thaw_statement_get_text (row, COLUMN_PART), &part))
    return NULL;

  item = thaw_care_item_new (part, 0, text);
  item->id = thaw_statement_dup_text (row, COLUMN_UUID);
  item->position = thaw_record_get_number (row, COLUMN_POSITION, 0, THAW_CARE_MAX_POSITION, 0);
  item->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);
  if (person != NULL && thaw_uuid_is_valid (person))
    item->person = g_strdup (person);
  else if (thaw_activity_id_is_valid (activity))
    item->activity = g_strdup (activity);

  return item;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const ThawCareItem *item_a = a;
  const ThawCareItem *item_b = b;

  if (item_a->part != item_b->part)
    return (int) item_a->part - (int) item_b->part;
  if (item_a->position != item_b->position)
    return item_a->position - item_b->position;

  return g_strcmp0 (item_a->id, item_b->id);
}

const ThawRecordKind thaw_care_item_records = {
  .name = "care-item",
  .uuid_offset = G_STRUCT_OFFSET (ThawCareItem, id),
  .modified_offset = G_STRUCT_OFFSET (ThawCareItem, modified_ms),
  .copy = (GBoxedCopyFunc) thaw_care_item_copy,
  .free = (GBoxedFreeFunc) thaw_care_item_free,
  .check = check_item,
  .put = put_item,
  .read = read_row,
  .compare = compare_items,
  .list_sql = "SELECT " COLUMNS " FROM care_item",
  .modified_sql = "SELECT modified_ms FROM care_item WHERE uuid = ?1",
  .delete_sql = "DELETE FROM care_item WHERE uuid = ?1 RETURNING uuid",
};

static void
thaw_care_store_class_init (ThawCareStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_CARE;
  store_class->record_kind = &thaw_care_item_records;
}

static void
thaw_care_store_init (ThawCareStore *self)
{
}

/**
 * thaw_care_store_new:
 * @database: where the lines of the care plan are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the lines of the care plan
 */
ThawCareStore *
thaw_care_store_new (ThawDatabase *database,
                     ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_CARE_STORE, database, clock);
}

/**
 * thaw_care_store_list:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawCareItem) (nullable): all lines, by part,
 *   position and identity, or %NULL with an error
 */
GPtrArray *
thaw_care_store_list (ThawCareStore  *self,
                      GError        **error)
{
  g_return_val_if_fail (THAW_IS_CARE_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_care_store_save_async:
 * @item: a line of the care plan; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a line, or changes one that is there. One that was removed comes back.
 */
void
thaw_care_store_save_async (ThawCareStore       *self,
                            const ThawCareItem  *item,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (THAW_IS_CARE_STORE (self));
  g_return_if_fail (item != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_care_store_save_async, item, cancellable, callback, user_data);
}

/**
 * thaw_care_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the line as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawCareItem *
thaw_care_store_save_finish (ThawCareStore  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_care_store_save_sync:
 *
 * As thaw_care_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the line as it is on the disk now
 */
ThawCareItem *
thaw_care_store_save_sync (ThawCareStore       *self,
                           const ThawCareItem  *item,
                           GError             **error)
{
  g_return_val_if_fail (THAW_IS_CARE_STORE (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), item, error);
}

/**
 * thaw_care_store_remove_async:
 * @id: the identity of a line of the care plan
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a line; the person or the activity that it stood for stays. That there is none
 * is no error.
 */
void
thaw_care_store_remove_async (ThawCareStore       *self,
                              const char          *id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (THAW_IS_CARE_STORE (self));
  g_return_if_fail (id != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_care_store_remove_async, id, cancellable, callback,
                                  user_data);
}

/**
 * thaw_care_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the line is gone
 */
gboolean
thaw_care_store_remove_finish (ThawCareStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_care_store_remove_sync:
 *
 * As thaw_care_store_remove_async(), and waits for it.
 *
 * Returns: whether the line is gone
 */
gboolean
thaw_care_store_remove_sync (ThawCareStore  *self,
                             const char     *id,
                             GError        **error)
{
  g_return_val_if_fail (THAW_IS_CARE_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), id, error);
}
