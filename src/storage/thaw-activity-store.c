/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-activity-store"

#include "config.h"
#include "thaw-activity-store.h"

#include "thaw-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * ThawActivityStore:
 *
 * What a person does that Thaw did not think of, and what of all there is to do
 * they starred: breathing, guided practices and activities, own ones or not.
 */
struct _ThawActivityStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawActivityStore, thaw_activity_store, THAW_TYPE_STORE)

/* The columns of a row. */
enum
{
  COLUMN_UUID,
  COLUMN_KIND,
  COLUMN_NAME,
  COLUMN_BEGIN,
  COLUMN_MINUTES,
  COLUMN_MODIFIED_MS,
};

#define COLUMNS "uuid, kind, name, how_to_begin, minutes, modified_ms"

/* Why it may help is a thing of those that Thaw brings along. */
static gpointer
copy_own (gpointer record)
{
  const ThawActivity *activity = record;
  ThawActivity *copy = thaw_activity_new (activity->id, activity->kind, activity->name);

  if (activity->begin != NULL && activity->begin[0] != '\0')
    copy->begin = g_strdup (activity->begin);
  copy->minutes = activity->minutes;
  copy->modified_ms = activity->modified_ms;

  return copy;
}

static gboolean
check_activity (gconstpointer   record,
                GError        **error)
{
  const ThawActivity *activity = record;

  if ((guint) activity->kind >= THAW_N_ACTIVITY_KINDS)
    return thaw_record_refuse (error, _("An activity is of no kind that there is"));
  if (!thaw_activity_name_is_valid (activity->name))
    return thaw_record_refuse (error, _("The name of an activity is empty, too long or not one line of UTF-8"));
  if (activity->begin != NULL && (strlen (activity->begin) > THAW_ACTIVITY_MAX_BEGIN_BYTES ||
                                  !g_utf8_validate (activity->begin, -1, NULL)))
    return thaw_record_refuse (error, _("How to begin an activity is too long or not valid UTF-8"));
  if (activity->minutes < 0 || activity->minutes > THAW_ACTIVITY_MAX_MINUTES)
    return thaw_record_refuse (error, _("An activity takes from 0 to 1440 minutes"));

  return TRUE;
}

static gboolean
put_activity (ThawConnection  *connection,
              gconstpointer    record,
              GError         **error)
{
  const ThawActivity *activity = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT OR REPLACE INTO own_activity (" COLUMNS ")"
                               "  VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, activity->id);
  thaw_statement_bind_text (insert, COLUMN_KIND + 1, thaw_activity_kind_to_slug (activity->kind));
  thaw_statement_bind_text (insert, COLUMN_NAME + 1, activity->name);
  thaw_statement_bind_text (insert, COLUMN_BEGIN + 1, activity->begin);
  thaw_statement_bind_int64 (insert, COLUMN_MINUTES + 1, activity->minutes);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, activity->modified_ms);

  return thaw_statement_run (insert, error);
}

static gpointer
read_row (ThawStatement *row)
{
  const char *name = thaw_statement_get_text (row, COLUMN_NAME);
  ThawActivityKind kind;
  ThawActivity *activity;

  if (!thaw_activity_name_is_valid (name) ||
      !thaw_activity_kind_from_slug (thaw_statement_get_text (row, COLUMN_KIND), &kind))
    return NULL;

  activity = thaw_activity_new (thaw_statement_get_text (row, COLUMN_UUID), kind, name);
  activity->begin = thaw_statement_dup_text (row, COLUMN_BEGIN);
  activity->minutes = thaw_record_get_number (row, COLUMN_MINUTES, 0, THAW_ACTIVITY_MAX_MINUTES, 0);
  activity->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);

  return activity;
}

const ThawRecordKind thaw_own_activity_records = {
  .name = "own-activity",
  .uuid_offset = G_STRUCT_OFFSET (ThawActivity, id),
  .modified_offset = G_STRUCT_OFFSET (ThawActivity, modified_ms),
  .copy = copy_own,
  .free = (GBoxedFreeFunc) thaw_activity_free,
  .check = check_activity,
  .put = put_activity,
  .read = read_row,
  .list_sql = "SELECT " COLUMNS " FROM own_activity ORDER BY name COLLATE NOCASE, uuid",
  .modified_sql = "SELECT modified_ms FROM own_activity WHERE uuid = ?1",
  .delete_sql = "DELETE FROM own_activity WHERE uuid = ?1 RETURNING uuid",
};

const ThawSlugSet thaw_favourite_slugs = {
  .is_valid = thaw_activity_id_is_valid,
  .refusal = N_("A favourite is nothing that there could be"),
  .list_sql = "SELECT id FROM favourite ORDER BY modified_ms, id",
  .insert_sql = "INSERT OR IGNORE INTO favourite (id, modified_ms) VALUES (?1, ?2)",
  .delete_sql = "DELETE FROM favourite WHERE id = ?1",
};

static void
thaw_activity_store_class_init (ThawActivityStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_ACTIVITIES;
  store_class->record_kind = &thaw_own_activity_records;
  store_class->slug_set = &thaw_favourite_slugs;
}

static void
thaw_activity_store_init (ThawActivityStore *self)
{
}

/**
 * thaw_activity_store_new:
 * @database: where the activities are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the activities
 */
ThawActivityStore *
thaw_activity_store_new (ThawDatabase *database,
                         ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_ACTIVITY_STORE, database, clock);
}

/**
 * thaw_activity_store_list:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawActivity) (nullable): the person's own
 *   activities, by name, or %NULL with an error
 */
GPtrArray *
thaw_activity_store_list (ThawActivityStore  *self,
                          GError            **error)
{
  g_return_val_if_fail (THAW_IS_ACTIVITY_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_activity_store_list_favourites:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the ids of what the person
 *   starred, in that order, or %NULL with an error; some may be gone
 */
GPtrArray *
thaw_activity_store_list_favourites (ThawActivityStore  *self,
                                     GError            **error)
{
  g_return_val_if_fail (THAW_IS_ACTIVITY_STORE (self), NULL);

  return thaw_store_list_slugs (THAW_STORE (self), error);
}

/**
 * thaw_activity_store_save_async:
 * @activity: an activity; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds an activity of the person's own, or changes one that is there. One that was
 * removed comes back.
 */
void
thaw_activity_store_save_async (ThawActivityStore   *self,
                                const ThawActivity  *activity,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (THAW_IS_ACTIVITY_STORE (self));
  g_return_if_fail (activity != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_activity_store_save_async, activity, cancellable, callback,
                                user_data);
}

/**
 * thaw_activity_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the activity as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawActivity *
thaw_activity_store_save_finish (ThawActivityStore  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_activity_store_save_sync:
 *
 * As thaw_activity_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the activity as it is on the disk now
 */
ThawActivity *
thaw_activity_store_save_sync (ThawActivityStore   *self,
                               const ThawActivity  *activity,
                               GError             **error)
{
  g_return_val_if_fail (THAW_IS_ACTIVITY_STORE (self), NULL);
  g_return_val_if_fail (activity != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), activity, error);
}

/**
 * thaw_activity_store_remove_async:
 * @id: the identity of an activity
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes an activity of the person's own. Sessions and plans keep its name. That
 * there is none is no error.
 */
void
thaw_activity_store_remove_async (ThawActivityStore   *self,
                                  const char          *id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (THAW_IS_ACTIVITY_STORE (self));
  g_return_if_fail (id != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_activity_store_remove_async, id, cancellable, callback,
                                  user_data);
}

/**
 * thaw_activity_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the activity is gone
 */
gboolean
thaw_activity_store_remove_finish (ThawActivityStore  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_activity_store_remove_sync:
 *
 * As thaw_activity_store_remove_async(), and waits for it.
 *
 * Returns: whether the activity is gone
 */
gboolean
thaw_activity_store_remove_sync (ThawActivityStore  *self,
                                 const char         *id,
                                 GError            **error)
{
  g_return_val_if_fail (THAW_IS_ACTIVITY_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), id, error);
}

/**
 * thaw_activity_store_set_favourite_async:
 * @id: the id of a breathing pattern, a guided practice or an activity
 * @is_favourite: whether it is starred
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Stars something, or takes the star away.
 */
void
thaw_activity_store_set_favourite_async (ThawActivityStore   *self,
                                         const char          *id,
                                         gboolean             is_favourite,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_return_if_fail (THAW_IS_ACTIVITY_STORE (self));
  g_return_if_fail (id != NULL);

  thaw_store_change_slugs_async (THAW_STORE (self), thaw_activity_store_set_favourite_async, id, is_favourite,
                                 cancellable, callback, user_data);
}

/**
 * thaw_activity_store_set_favourite_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: whether it is so now
 */
gboolean
thaw_activity_store_set_favourite_finish (ThawActivityStore  *self,
                                          GAsyncResult       *result,
                                          GError            **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_activity_store_set_favourite_sync:
 *
 * As thaw_activity_store_set_favourite_async(), and waits for it.
 *
 * Returns: whether it is so now
 */
gboolean
thaw_activity_store_set_favourite_sync (ThawActivityStore  *self,
                                        const char         *id,
                                        gboolean            is_favourite,
                                        GError            **error)
{
  g_return_val_if_fail (THAW_IS_ACTIVITY_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return thaw_store_change_slugs_sync (THAW_STORE (self), id, is_favourite, error);
}
