/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-search-index"

#include "config.h"
#include "thaw-search-index.h"

#include "thaw-statement.h"

/*
 * The upkeep of the full-text index. Each save adds a small part to it; from time to time parts of a level are merged
 * into one of the next. Left to itself FTS5 does that within the commit of some save, which then takes seconds in a
 * journal of many years. So the writer merges while nobody waits, a little at a time; only when it never gets to that
 * FTS5 still steps in, at many small parts.
 */

/* At how many parts of a level FTS5 merges them all within a commit: as many as a search can look into unnoticed. */
#define MAX_PARTS "64"

/* How much of the index is collected in memory before it becomes a part, for all of it and usually. */
#define BULK_HASH_BYTES "16777216"
#define USUAL_HASH_BYTES "1048576"

/* From this many entries on, and if there are not many more in the journal, making the index anew is cheaper than
 * changing one after the other. */
#define MIN_BULK 500

/**
 * thaw_search_index_is_bulk:
 * @n_changed: how many entries are to be changed in the index
 * @n_present: how many are in the journal
 *
 * Returns: whether to make the index anew after it instead
 */
gboolean
thaw_search_index_is_bulk (gint64 n_changed,
                           gint64 n_present)
{
  return n_changed >= MIN_BULK && n_changed >= n_present / 4;
}

/**
 * thaw_search_index_prepare:
 * @connection: the writer
 * @error: return location for an error
 *
 * Sees to it that saves do not merge. FTS5 keeps that in the file, so there is
 * something to write only once.
 *
 * Returns: whether it went well
 */
gboolean
thaw_search_index_prepare (ThawConnection  *connection,
                           GError         **error)
{
  gint64 n_set;

  if (!thaw_connection_get_int64 (connection,
                                  "SELECT count (*) FROM entry_fts_config"
                                  "  WHERE (k = 'automerge' AND v = 0) OR (k = 'crisismerge' AND v = " MAX_PARTS ")",
                                  &n_set, error))
    return FALSE;

  return n_set == 2 ||
         thaw_connection_execute (connection,
                                  "INSERT INTO entry_fts (entry_fts, rank) VALUES ('automerge', 0);"
                                  "INSERT INTO entry_fts (entry_fts, rank) VALUES ('crisismerge', " MAX_PARTS ");",
                                  error);
}

/**
 * thaw_search_index_merge:
 * @connection: the writer
 * @which: what to merge
 * @n_pages: about how many pages to write, more than 0; a word that is in very many entries may need more
 * @out_is_merged: (out): whether there is nothing left to merge
 * @error: return location for an error
 *
 * Merges a piece of the index.
 *
 * Returns: whether it went well
 */
gboolean
thaw_search_index_merge (ThawConnection        *connection,
                         ThawSearchIndexMerge   which,
                         int                    n_pages,
                         gboolean              *out_is_merged,
                         GError               **error)
{
  gint64 n_before = thaw_connection_get_n_changes (connection);
  g_autoptr (ThawStatement) merge = NULL;

  g_return_val_if_fail (n_pages > 0, FALSE);

  merge = thaw_statement_new (connection, "INSERT INTO entry_fts (entry_fts, rank) VALUES ('merge', ?1)", error);
  if (merge == NULL)
    return FALSE;

  thaw_statement_bind_int64 (merge, 1, which == THAW_SEARCH_INDEX_MERGE_ALL ? -n_pages : n_pages);
  if (!thaw_statement_run (merge, error))
    return FALSE;

  /* FTS5 tells by the number of changed rows whether there was anything left. */
  *out_is_merged = thaw_connection_get_n_changes (connection) - n_before < 2;

  return TRUE;
}

/**
 * thaw_search_index_rebuild:
 * @connection: the writer
 * @error: return location for an error
 *
 * Makes the index anew from the entries, in one part: whatever comes after it is
 * merged without it for a long time.
 *
 * Returns: whether it went well
 */
gboolean
thaw_search_index_rebuild (ThawConnection  *connection,
                           GError         **error)
{
  return thaw_connection_execute (connection,
                                  "INSERT INTO entry_fts (entry_fts, rank) VALUES ('hashsize', " BULK_HASH_BYTES ");"
                                  "INSERT INTO entry_fts (entry_fts) VALUES ('rebuild');"
                                  "INSERT INTO entry_fts (entry_fts) VALUES ('optimize');"
                                  "INSERT INTO entry_fts (entry_fts, rank) VALUES ('hashsize', " USUAL_HASH_BYTES ");",
                                  error);
}
