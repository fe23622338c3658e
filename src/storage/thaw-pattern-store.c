/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-pattern-store"

#include "config.h"
#include "thaw-pattern-store.h"

#include "thaw-activity.h"
#include "thaw-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * ThawPatternStore:
 *
 * The person's own ways of breathing.
 */
struct _ThawPatternStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawPatternStore, thaw_pattern_store, THAW_TYPE_STORE)

/* The columns of a row; the phases stand in their order. */
enum
{
  COLUMN_UUID,
  COLUMN_NAME,
  COLUMN_PHASES,
  COLUMN_BREATHS = COLUMN_PHASES + THAW_N_BREATH_PHASES,
  COLUMN_MODIFIED_MS,
};

#define COLUMNS "uuid, name, breathe_in, top_up, hold_full, breathe_out, hold_empty, breaths, modified_ms"

/* What it is like, and a limit for the first days, are things of those that Thaw brings along. */
static gpointer
copy_own (gpointer record)
{
  const ThawBreathPattern *pattern = record;
  ThawBreathPattern *copy = thaw_breath_pattern_new (pattern->id, pattern->name);

  memcpy (copy->tenths, pattern->tenths, sizeof copy->tenths);
  copy->breaths = pattern->breaths;
  copy->modified_ms = pattern->modified_ms;

  return copy;
}

static gboolean
check_pattern (gconstpointer   record,
               GError        **error)
{
  const ThawBreathPattern *pattern = record;

  if (!thaw_activity_name_is_valid (pattern->name))
    return thaw_record_refuse (error, _("The name of a breathing pattern is empty, too long or not one line of UTF-8"));
  if (!thaw_breath_pattern_is_valid (pattern))
    return thaw_record_refuse (error, _("A breathing pattern has a phase, or a number of breaths, that is too short "
                                        "or too long"));

  return TRUE;
}

static gboolean
put_pattern (ThawConnection  *connection,
             gconstpointer    record,
             GError         **error)
{
  const ThawBreathPattern *pattern = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT OR REPLACE INTO breath_pattern (" COLUMNS ")"
                               "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, pattern->id);
  thaw_statement_bind_text (insert, COLUMN_NAME + 1, pattern->name);
  for (int i = 0; i < THAW_N_BREATH_PHASES; i++)
    thaw_statement_bind_int64 (insert, COLUMN_PHASES + 1 + i, pattern->tenths[i]);
  thaw_statement_bind_int64 (insert, COLUMN_BREATHS + 1, pattern->breaths);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, pattern->modified_ms);

  return thaw_statement_run (insert, error);
}

static gpointer
read_row (ThawStatement *row)
{
  const char *name = thaw_statement_get_text (row, COLUMN_NAME);
  g_autoptr (ThawBreathPattern) pattern = NULL;

  if (!thaw_activity_name_is_valid (name))
    return NULL;

  pattern = thaw_breath_pattern_new (thaw_statement_get_text (row, COLUMN_UUID), name);
  for (int i = 0; i < THAW_N_BREATH_PHASES; i++)
    pattern->tenths[i] = thaw_record_get_number (row, COLUMN_PHASES + i, 0, THAW_BREATH_MAX_TENTHS, -1);
  pattern->breaths = thaw_record_get_number (row, COLUMN_BREATHS, 1, THAW_BREATH_MAX_BREATHS, 1);
  pattern->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);

  /* Nobody shall breathe along with damage. */
  return thaw_breath_pattern_is_valid (pattern) ? g_steal_pointer (&pattern) : NULL;
}

const ThawRecordKind thaw_breath_pattern_records = {
  .name = "breath-pattern",
  .uuid_offset = G_STRUCT_OFFSET (ThawBreathPattern, id),
  .modified_offset = G_STRUCT_OFFSET (ThawBreathPattern, modified_ms),
  .copy = copy_own,
  .free = (GBoxedFreeFunc) thaw_breath_pattern_free,
  .check = check_pattern,
  .put = put_pattern,
  .read = read_row,
  .list_sql = "SELECT " COLUMNS " FROM breath_pattern ORDER BY name COLLATE NOCASE, uuid",
  .modified_sql = "SELECT modified_ms FROM breath_pattern WHERE uuid = ?1",
  .delete_sql = "DELETE FROM breath_pattern WHERE uuid = ?1 RETURNING uuid",
};

static void
thaw_pattern_store_class_init (ThawPatternStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_PATTERNS;
  store_class->record_kind = &thaw_breath_pattern_records;
}

static void
thaw_pattern_store_init (ThawPatternStore *self)
{
}

/**
 * thaw_pattern_store_new:
 * @database: where the patterns are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the patterns
 */
ThawPatternStore *
thaw_pattern_store_new (ThawDatabase *database,
                        ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_PATTERN_STORE, database, clock);
}

/**
 * thaw_pattern_store_list:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawBreathPattern) (nullable): the person's own
 *   ways of breathing, by name, or %NULL with an error
 */
GPtrArray *
thaw_pattern_store_list (ThawPatternStore  *self,
                         GError           **error)
{
  g_return_val_if_fail (THAW_IS_PATTERN_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_pattern_store_save_async:
 * @pattern: a pattern; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a way of breathing, or changes one that is there. One that was removed comes
 * back.
 */
void
thaw_pattern_store_save_async (ThawPatternStore        *self,
                               const ThawBreathPattern *pattern,
                               GCancellable            *cancellable,
                               GAsyncReadyCallback      callback,
                               gpointer                 user_data)
{
  g_return_if_fail (THAW_IS_PATTERN_STORE (self));
  g_return_if_fail (pattern != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_pattern_store_save_async, pattern, cancellable, callback,
                                user_data);
}

/**
 * thaw_pattern_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the pattern as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawBreathPattern *
thaw_pattern_store_save_finish (ThawPatternStore  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_pattern_store_save_sync:
 *
 * As thaw_pattern_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the pattern as it is on the disk now
 */
ThawBreathPattern *
thaw_pattern_store_save_sync (ThawPatternStore         *self,
                              const ThawBreathPattern  *pattern,
                              GError                  **error)
{
  g_return_val_if_fail (THAW_IS_PATTERN_STORE (self), NULL);
  g_return_val_if_fail (pattern != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), pattern, error);
}

/**
 * thaw_pattern_store_remove_async:
 * @id: the identity of a pattern
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a way of breathing. Sessions and plans keep its name. That there is none is
 * no error.
 */
void
thaw_pattern_store_remove_async (ThawPatternStore    *self,
                                 const char          *id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (THAW_IS_PATTERN_STORE (self));
  g_return_if_fail (id != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_pattern_store_remove_async, id, cancellable, callback,
                                  user_data);
}

/**
 * thaw_pattern_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the pattern is gone
 */
gboolean
thaw_pattern_store_remove_finish (ThawPatternStore  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_pattern_store_remove_sync:
 *
 * As thaw_pattern_store_remove_async(), and waits for it.
 *
 * Returns: whether the pattern is gone
 */
gboolean
thaw_pattern_store_remove_sync (ThawPatternStore  *self,
                                const char        *id,
                                GError           **error)
{
  g_return_val_if_fail (THAW_IS_PATTERN_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), id, error);
}
