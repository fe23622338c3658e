/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-purge"

#include "config.h"
#include "thaw-journal-private.h"

#include "thaw-database-private.h"
#include "thaw-drafts.h"
#include "thaw-search-index.h"

/*
 * Deleting for good. The full-text index keeps the words of a deleted entry until its parts are merged, which for a
 * journal of many years takes seconds. So the parts are merged first, a piece at a time, with room for others' writes
 * in between, and only when that is done the rows go. If it ends half-way they are still there, hidden, and the next
 * purge begins again.
 */

/* How many pages of the index are merged before somebody else may write: the whole of a usual journal's. */
#define STEP_PAGES 2000

/* How long to wait for readers until the log can be emptied. */
#define CHECKPOINT_PATIENCE_MS 2000

typedef struct
{
  gint64 id;
  gint64 hidden_ms;
} Hidden;

typedef struct
{
  char *uuid; /* (owned) (nullable): the one entry, or NULL for all */
  gint64 now_ms;
  GArray *hidden; /* (owned) (nullable) (element-type Hidden): NULL before the first step */
} Purge;

/* What a step returns; not 0, which is a failure. */
typedef enum
{
  STEP_MORE = 1,
  STEP_DONE,
} Step;

static void
purge_free (Purge *purge)
{
  g_clear_pointer (&purge->hidden, g_array_unref);
  g_free (purge->uuid);
  g_free (purge);
}

static GArray *
list_hidden (ThawConnection  *connection,
             const char      *uuid,
             GError         **error)
{
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (Hidden));
  g_autoptr (ThawStatement) rows = NULL;
  GError *local_error = NULL;

  rows = thaw_statement_new (connection,
                             uuid != NULL ? "SELECT id, hidden_ms FROM entry WHERE hidden_ms IS NOT NULL AND uuid = ?1"
                                          : "SELECT id, hidden_ms FROM entry WHERE hidden_ms IS NOT NULL",
                             error);
  if (rows == NULL)
    return NULL;

  if (uuid != NULL)
    thaw_statement_bind_text (rows, 1, uuid);
  while (thaw_statement_next (rows, &local_error))
    {
      Hidden one = { thaw_statement_get_int64 (rows, 0), thaw_statement_get_int64 (rows, 1) };

      g_array_append_val (hidden, one);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&hidden);
}

static gboolean
merge (ThawConnection        *connection,
       ThawSearchIndexMerge   which,
       gboolean              *out_is_merged,
       GError               **error)
{
  return thaw_search_index_merge (connection, which, STEP_PAGES, out_is_merged, error);
}

static gboolean
run_for_one (ThawConnection  *connection,
             const char      *sql,
             const Hidden    *hidden,
             gint64           now_ms,
             GError         **error)
{
  g_autoptr (ThawStatement) statement = thaw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_int64 (statement, 1, hidden->id);
  thaw_statement_bind_int64 (statement, 2, hidden->hidden_ms);
  if (now_ms != 0)
    thaw_statement_bind_int64 (statement, 3, now_ms);

  return thaw_statement_run (statement, error);
}

/* Whatever was brought back meanwhile stays. */
static gboolean
delete_rows (ThawConnection  *connection,
             Purge           *purge,
             GError         **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

  if (transaction == NULL)
    return FALSE;

  for (guint i = 0; i < purge->hidden->len; i++)
    {
      const Hidden *hidden = &g_array_index (purge->hidden, Hidden, i);

      if (!run_for_one (connection,
                        "INSERT INTO tombstone (uuid, kind, deleted_ms)"
                        "  SELECT uuid, 'entry', ?3 FROM entry WHERE id = ?1 AND hidden_ms = ?2"
                        "  ON CONFLICT (uuid) DO NOTHING",
                        hidden, purge->now_ms, error) ||
          !run_for_one (connection,
                        "DELETE FROM draft WHERE key ="
                        "  (SELECT '" THAW_DRAFT_ENTRY_PREFIX "' || uuid FROM entry WHERE id = ?1 AND hidden_ms = ?2)",
                        hidden, 0, error) ||
          !run_for_one (connection, "DELETE FROM entry WHERE id = ?1 AND hidden_ms = ?2", hidden, 0, error))
        return FALSE;
    }

  return thaw_journal_remove_unused_tags (connection, error) && thaw_transaction_commit (transaction, error);
}

static gpointer
do_step (ThawConnection  *connection,
         gpointer         data,
         GError         **error)
{
  Purge *purge = data;
  gboolean is_first = purge->hidden == NULL, is_merged = FALSE;

  if (is_first)
    {
      purge->hidden = list_hidden (connection, purge->uuid, error);
      if (purge->hidden == NULL)
        return NULL;
      if (purge->hidden->len == 0)
        return GINT_TO_POINTER (STEP_DONE);
    }

  if (!merge (connection, is_first ? THAW_SEARCH_INDEX_MERGE_ALL : THAW_SEARCH_INDEX_MERGE_USUAL, &is_merged, error) ||
      (is_first && !is_merged && !merge (connection, THAW_SEARCH_INDEX_MERGE_USUAL, &is_merged, error)))
    return NULL;
  if (!is_merged)
    return GINT_TO_POINTER (STEP_MORE);

  if (!delete_rows (connection, purge, error))
    return NULL;

  if (!thaw_connection_checkpoint (connection, CHECKPOINT_PATIENCE_MS, NULL))
    g_info ("The log is emptied later");

  return GINT_TO_POINTER (STEP_DONE);
}

static void
run_step (GTask *task);

static void
on_step_done_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  switch ((Step) GPOINTER_TO_INT (g_task_propagate_pointer (G_TASK (result), &error)))
    {
    case STEP_MORE:
      run_step (task);
      break;
    case STEP_DONE:
      g_task_return_boolean (task, TRUE);
      break;
    default:
      g_task_return_error (task, error);
      break;
    }
}

/* Each step is a job of its own, so that jobs which were asked for meanwhile come before the next. */
static void
run_step (GTask *task)
{
  ThawJournal *self = g_task_get_source_object (task);
  GTask *step = g_task_new (self, g_task_get_cancellable (task), on_step_done_cb, g_object_ref (task));

  /* Belongs to the outer task, which waits for this one. */
  g_task_set_task_data (step, g_task_get_task_data (task), NULL);
  thaw_database_write_async (self->database, step, do_step, NULL, NULL);
}

/**
 * thaw_journal_purge_async:
 * @uuid: (nullable): which entry, or %NULL for all
 * @cancellable: (nullable): ends it before its next step; what is hidden then stays so
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Deletes for good the entry, or all, if hidden when its turn comes, with what was
 * typed into it and not saved. The words are then nowhere in the journal's files
 * any more; backups keep them until they expire. That the entry is not hidden, or not there, is no error.
 */
void
thaw_journal_purge_async (ThawJournal         *self,
                          const char          *uuid,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Purge *purge;

  g_return_if_fail (THAW_IS_JOURNAL (self));

  purge = g_new0 (Purge, 1);
  purge->uuid = g_strdup (uuid);
  purge->now_ms = thaw_clock_get_utc_ms (self->clock);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_journal_purge_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, purge, (GDestroyNotify) purge_free);
  run_step (task);
}

/**
 * thaw_journal_purge_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether what was hidden is gone
 */
gboolean
thaw_journal_purge_finish (ThawJournal   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
