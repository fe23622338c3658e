/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-plan-store"

#include "config.h"
#include "thaw-plan-store.h"

#include "thaw-store-private.h"

#include <glib/gi18n-lib.h>

#define MINUTES_PER_DAY (24 * 60)

/**
 * ThawPlanStore:
 *
 * What a person means to do on a day. Nothing counts what was not done.
 */
struct _ThawPlanStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawPlanStore, thaw_plan_store, THAW_TYPE_STORE)

/* The columns of a row. */
enum
{
  COLUMN_UUID,
  COLUMN_DAY,
  COLUMN_MINUTE,
  COLUMN_KIND,
  COLUMN_ACTIVITY,
  COLUMN_NAME,
  COLUMN_MODIFIED_MS,
};

#define COLUMNS "uuid, day, minute, kind, activity, name, modified_ms"

/* What is for any time of the day stands after what has a time. */
#define ORDER "ORDER BY day, minute IS NULL, minute, uuid"

static gboolean
check_plan (gconstpointer   record,
            GError        **error)
{
  const ThawPlan *plan = record;

  if (!thaw_day_is_valid (plan->day))
    return thaw_record_refuse (error, _("A plan is for no day that there is"));
  if (plan->minute != THAW_PLAN_ANY_TIME && (plan->minute < 0 || plan->minute >= MINUTES_PER_DAY))
    return thaw_record_refuse (error, _("A plan is for no time that there is"));
  if ((guint) plan->kind >= THAW_N_ACTIVITY_KINDS || !thaw_activity_id_is_valid (plan->activity))
    return thaw_record_refuse (error, _("A plan does not say what is planned"));
  if (!thaw_activity_name_is_valid (plan->name))
    return thaw_record_refuse (error, _("The name in a plan is empty, too long or not one line of UTF-8"));

  return TRUE;
}

static gboolean
put_plan (ThawConnection  *connection,
          gconstpointer    record,
          GError         **error)
{
  const ThawPlan *plan = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT OR REPLACE INTO plan (" COLUMNS ")"
                               "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, plan->uuid);
  thaw_record_bind_day (insert, COLUMN_DAY + 1, plan->day);
  thaw_record_bind_number (insert, COLUMN_MINUTE + 1, plan->minute, THAW_PLAN_ANY_TIME);
  thaw_statement_bind_text (insert, COLUMN_KIND + 1, thaw_activity_kind_to_slug (plan->kind));
  thaw_statement_bind_text (insert, COLUMN_ACTIVITY + 1, plan->activity);
  thaw_statement_bind_text (insert, COLUMN_NAME + 1, plan->name);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, plan->modified_ms);

  return thaw_statement_run (insert, error);
}

static gpointer
read_row (ThawStatement *row)
{
  const char *activity = thaw_statement_get_text (row, COLUMN_ACTIVITY);
  const char *name = thaw_statement_get_text (row, COLUMN_NAME);
  ThawDay day = thaw_day_from_iso (thaw_statement_get_text (row, COLUMN_DAY));
  ThawActivityKind kind;
  ThawPlan *plan;

  if (day == THAW_DAY_NONE || !thaw_activity_id_is_valid (activity) || !thaw_activity_name_is_valid (name) ||
      !thaw_activity_kind_from_slug (thaw_statement_get_text (row, COLUMN_KIND), &kind))
    return NULL;

  plan = thaw_plan_new (day, kind, activity, name);
  plan->uuid = thaw_statement_dup_text (row, COLUMN_UUID);
  plan->minute = thaw_record_get_number (row, COLUMN_MINUTE, 0, MINUTES_PER_DAY - 1, THAW_PLAN_ANY_TIME);
  plan->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);

  return plan;
}

const ThawRecordKind thaw_plan_records = {
  .name = "plan",
  .uuid_offset = G_STRUCT_OFFSET (ThawPlan, uuid),
  .modified_offset = G_STRUCT_OFFSET (ThawPlan, modified_ms),
  .copy = (GBoxedCopyFunc) thaw_plan_copy,
  .free = (GBoxedFreeFunc) thaw_plan_free,
  .check = check_plan,
  .put = put_plan,
  .read = read_row,
  .list_sql = "SELECT " COLUMNS " FROM plan " ORDER,
  .modified_sql = "SELECT modified_ms FROM plan WHERE uuid = ?1",
  .delete_sql = "DELETE FROM plan WHERE uuid = ?1 RETURNING uuid",
};

static void
thaw_plan_store_class_init (ThawPlanStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_PLANS;
  store_class->record_kind = &thaw_plan_records;
}

static void
thaw_plan_store_init (ThawPlanStore *self)
{
}

/**
 * thaw_plan_store_new:
 * @database: where the plans are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the plans
 */
ThawPlanStore *
thaw_plan_store_new (ThawDatabase *database,
                     ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_PLAN_STORE, database, clock);
}

/**
 * thaw_plan_store_list:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawPlan) (nullable): all plans, in their
 *   order, or %NULL with an error
 */
GPtrArray *
thaw_plan_store_list (ThawPlanStore  *self,
                      GError        **error)
{
  g_return_val_if_fail (THAW_IS_PLAN_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_plan_store_list_day:
 * @day: a day
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawPlan) (nullable): what is planned for
 *   @day, by time, what is for any time last; %NULL with an error
 */
GPtrArray *
thaw_plan_store_list_day (ThawPlanStore  *self,
                          ThawDay         day,
                          GError        **error)
{
  g_autoptr (ThawStatement) rows = NULL;

  g_return_val_if_fail (THAW_IS_PLAN_STORE (self), NULL);
  g_return_val_if_fail (thaw_day_is_valid (day), NULL);

  rows = thaw_store_query (THAW_STORE (self), "SELECT " COLUMNS " FROM plan WHERE day = ?1 " ORDER, error);
  if (rows == NULL)
    return NULL;

  thaw_record_bind_day (rows, 1, day);

  return thaw_record_read (&thaw_plan_records, rows, error);
}

/**
 * thaw_plan_store_save_async:
 * @plan: a plan; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a plan, or changes one that is there. One that was removed comes back.
 */
void
thaw_plan_store_save_async (ThawPlanStore       *self,
                            const ThawPlan      *plan,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (THAW_IS_PLAN_STORE (self));
  g_return_if_fail (plan != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_plan_store_save_async, plan, cancellable, callback, user_data);
}

/**
 * thaw_plan_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the plan as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawPlan *
thaw_plan_store_save_finish (ThawPlanStore  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_plan_store_save_sync:
 *
 * As thaw_plan_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the plan as it is on the disk now
 */
ThawPlan *
thaw_plan_store_save_sync (ThawPlanStore   *self,
                           const ThawPlan  *plan,
                           GError         **error)
{
  g_return_val_if_fail (THAW_IS_PLAN_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), plan, error);
}

/**
 * thaw_plan_store_remove_async:
 * @uuid: the identity of a plan
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a plan. That there is none is no error.
 */
void
thaw_plan_store_remove_async (ThawPlanStore       *self,
                              const char          *uuid,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (THAW_IS_PLAN_STORE (self));
  g_return_if_fail (uuid != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_plan_store_remove_async, uuid, cancellable, callback,
                                  user_data);
}

/**
 * thaw_plan_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the plan is gone
 */
gboolean
thaw_plan_store_remove_finish (ThawPlanStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_plan_store_remove_sync:
 *
 * As thaw_plan_store_remove_async(), and waits for it.
 *
 * Returns: whether the plan is gone
 */
gboolean
thaw_plan_store_remove_sync (ThawPlanStore  *self,
                             const char     *uuid,
                             GError        **error)
{
  g_return_val_if_fail (THAW_IS_PLAN_STORE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), uuid, error);
}
