/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-database-idle"

#include "config.h"
#include "thaw-database-idle.h"

#include "thaw-search-index.h"

/* What the writer of a ThawDatabase does while nothing waits: it merges the full-text index and moves a long log into
 * the file, so that no save has to; a while later it empties the log. */

/* How much is merged at once, and what time is left to others between two pieces. A save may have to wait for one. */
#define MERGE_STEP_PAGES 64
#define PAUSE_MS 5

/* From how many pages on the log is long. */
#define LONG_LOG_PAGES 1000

/* How long after that the log is emptied, and how long that waits for readers. */
#define CHECKPOINT_AFTER_MS 28000
#define CHECKPOINT_PATIENCE_MS 100

/* Returns whether there is more to merge. What fails is tried again after the next write. */
static gboolean
merge_step (ThawConnection *writer)
{
  g_autoptr (GError) error = NULL;
  gboolean is_merged = FALSE;

  if (thaw_search_index_merge (writer, THAW_SEARCH_INDEX_MERGE_USUAL, MERGE_STEP_PAGES, &is_merged, &error))
    return !is_merged;

  g_debug ("The full-text index stays as it is for now: %s", error->message);

  return FALSE;
}

/**
 * thaw_database_idle_step:
 * @writer: the connection that writes, on its thread
 * @n_changes_merged: (inout): thaw_connection_get_n_changes() when there was nothing left to merge
 *
 * Does a piece of the work that waits for a quiet moment, short enough for a
 * save to wait for it.
 *
 * Returns: after how many milliseconds without a job to call it again, 0 if all is done until the next write
 */
guint
thaw_database_idle_step (ThawConnection *writer,
                         gint64         *n_changes_merged)
{
  g_autoptr (GError) error = NULL;

  if (thaw_connection_get_n_log_pages (writer) >= LONG_LOG_PAGES)
    {
      thaw_connection_write_back (writer);
      return PAUSE_MS;
    }

  if (thaw_connection_get_n_changes (writer) != *n_changes_merged)
    {
      if (merge_step (writer))
        return PAUSE_MS;

      *n_changes_merged = thaw_connection_get_n_changes (writer);

      return CHECKPOINT_AFTER_MS;
    }

  if (!thaw_connection_checkpoint (writer, CHECKPOINT_PATIENCE_MS, &error))
    g_debug ("The log stays for now: %s", error != NULL ? error->message : "somebody reads");

  return 0;
}
