/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-search"

#include "config.h"
#include "thaw-journal-private.h"

#include "thaw-excerpt-function.h"

#include <glib/gi18n-lib.h>

static void
set_highlights (GArray *target,
                GArray *highlights)
{
  if (highlights->len > 0)
    g_array_append_vals (target, highlights->data, highlights->len);
}

static char *
dup_excerpt (ThawStatement *found,
             int            column,
             GArray        *highlights)
{
  g_autoptr (GBytes) bytes = NULL;

  if (thaw_statement_is_null (found, column))
    return NULL;

  bytes = thaw_statement_dup_bytes (found, column);

  return thaw_excerpt_parse (bytes, highlights);
}

static gboolean
add_found (ThawStatement     *found,
           ThawStatement     *row,
           ThawJournalMarks  *marks,
           GPtrArray         *summaries,
           GError           **error)
{
  g_autoptr (GArray) title_highlights = g_array_new (FALSE, FALSE, sizeof (ThawHighlight));
  g_autoptr (GArray) excerpt_highlights = g_array_new (FALSE, FALSE, sizeof (ThawHighlight));
  g_autofree char *title = dup_excerpt (found, 1, title_highlights);
  g_autofree char *excerpt = dup_excerpt (found, 2, excerpt_highlights);
  ThawEntrySummary *summary;
  GError *local_error = NULL;

  thaw_statement_bind_int64 (row, 1, thaw_statement_get_int64 (found, 0));
  if (!thaw_statement_next (row, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      else
        g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED,
                             _("The search index is out of step"));
      return FALSE;
    }

  summary = thaw_journal_read_summary_row (row, marks, title, excerpt, error);
  thaw_statement_reset (row);
  if (summary == NULL)
    return FALSE;

  set_highlights (thaw_entry_summary_get_title_highlights (summary), title_highlights);
  set_highlights (thaw_entry_summary_get_excerpt_highlights (summary), excerpt_highlights);
  g_ptr_array_add (summaries, summary);

  return TRUE;
}

static GPtrArray *
find_in_index (ThawConnection              *connection,
               const ThawJournalCondition  *condition,
               guint                        n_max,
               GError                     **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_read (connection, error);
  g_autoptr (ThawStatement) found = NULL;
  g_autoptr (ThawStatement) row = NULL;
  g_auto (ThawJournalMarks) marks = { NULL };
  GError *local_error = NULL;

  if (transaction == NULL || !thaw_journal_marks_init (&marks, connection, THAW_JOURNAL_MARKS_SUMMARY, error))
    return NULL;

  found = thaw_statement_new (connection,
                              "SELECT rowid, thaw_excerpt (entry_fts, 0, 0), thaw_excerpt (entry_fts, 1, 1)"
                              "  FROM entry_fts WHERE entry_fts MATCH ?3 AND rowid >= ?1 AND rowid < ?2"
                              THAW_JOURNAL_CONDITION_CHECKS ("entry_fts.rowid")
                              "  ORDER BY rowid DESC LIMIT ?7",
                              error);
  if (found == NULL)
    return NULL;

  row = thaw_statement_new (connection,
                            "SELECT " THAW_JOURNAL_SUMMARY_COLUMNS
                            "  FROM entry WHERE position = ?1 AND hidden_ms IS NULL",
                            error);
  if (row == NULL)
    return NULL;

  thaw_journal_condition_bind (condition, found);
  thaw_statement_bind_int64 (found, 7, n_max);
  while (thaw_statement_next (found, &local_error))
    {
      if (!add_found (found, row, &marks, summaries, error))
        return NULL;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&summaries);
}

static GPtrArray *
find_by_checks (ThawConnection              *connection,
                const ThawJournalCondition  *condition,
                guint                        n_max,
                GError                     **error)
{
  g_autoptr (ThawStatement) rows = NULL;

  rows = thaw_statement_new (connection,
                             "SELECT " THAW_JOURNAL_SUMMARY_COLUMNS
                             "  FROM entry WHERE hidden_ms IS NULL AND position >= ?1 AND position < ?2"
                             THAW_JOURNAL_CONDITION_CHECKS ("entry.position")
                             "  ORDER BY position DESC LIMIT ?7",
                             error);
  if (rows == NULL)
    return NULL;

  thaw_journal_condition_bind (condition, rows);
  thaw_statement_bind_int64 (rows, 7, n_max);

  return thaw_journal_read_summaries (connection, rows, error);
}

/* The entries that pass the filter, newest first. */
GPtrArray *
thaw_journal_find (ThawConnection           *connection,
                   const ThawJournalFilter  *filter,
                   gint64                    before,
                   guint                     n_max,
                   GError                  **error)
{
  g_auto (ThawJournalCondition) condition = { 0 };

  thaw_journal_condition_init (&condition, filter, before);
  if (condition.match == NULL && !condition.has_checks)
    return thaw_journal_read_newest (connection, condition.from, condition.before, n_max, error);
  if (condition.match == NULL)
    return find_by_checks (connection, &condition, n_max, error);

  return find_in_index (connection, &condition, n_max, error);
}

/* The places of all entries that pass the filter, newest first. */
GArray *
thaw_journal_index (ThawConnection           *connection,
                    const ThawJournalFilter  *filter,
                    GError                  **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (ThawJournalPlace));
  g_autoptr (ThawStatement) rows = NULL;
  g_auto (ThawJournalCondition) condition = { 0 };
  GError *local_error = NULL;

  thaw_journal_condition_init (&condition, filter, THAW_JOURNAL_NEWEST);
  rows = thaw_statement_new (connection,
                             condition.match == NULL
                               ? "SELECT position FROM entry"
                                 "  WHERE hidden_ms IS NULL AND position >= ?1 AND position < ?2"
                                 THAW_JOURNAL_CONDITION_CHECKS ("entry.position")
                                 "  ORDER BY position DESC"
                               : "SELECT rowid FROM entry_fts"
                                 "  WHERE entry_fts MATCH ?3 AND rowid >= ?1 AND rowid < ?2"
                                 THAW_JOURNAL_CONDITION_CHECKS ("entry_fts.rowid")
                                 "  ORDER BY rowid DESC",
                             error);
  if (rows == NULL)
    return NULL;

  thaw_journal_condition_bind (&condition, rows);
  while (thaw_statement_next (rows, &local_error))
    {
      ThawJournalPlace place = { .position = thaw_statement_get_int64 (rows, 0) };

      place.day = thaw_day_from_position (place.position);
      g_array_append_val (places, place);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&places);
}

/* Calls @func with each entry that passes the filter, oldest first. */
gboolean
thaw_journal_for_each (ThawConnection           *connection,
                       const ThawJournalFilter  *filter,
                       ThawEntryFunc             func,
                       gpointer                  user_data,
                       GError                  **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_read (connection, error);
  g_autoptr (ThawStatement) rows = NULL;
  g_auto (ThawJournalMarks) marks = { NULL };
  g_auto (ThawJournalCondition) condition = { 0 };
  GError *local_error = NULL;

  if (transaction == NULL || !thaw_journal_marks_init (&marks, connection, THAW_JOURNAL_MARKS_ENTRY, error))
    return FALSE;

  thaw_journal_condition_init (&condition, filter, THAW_JOURNAL_NEWEST);
  rows = thaw_statement_new (connection,
                             condition.match == NULL
                               ? "SELECT " THAW_JOURNAL_ENTRY_COLUMNS " FROM entry"
                                 "  WHERE hidden_ms IS NULL AND position >= ?1 AND position < ?2"
                                 THAW_JOURNAL_CONDITION_CHECKS ("entry.position")
                                 "  ORDER BY position"
                               : "SELECT " THAW_JOURNAL_ENTRY_COLUMNS " FROM entry WHERE position IN"
                                 "  (SELECT rowid FROM entry_fts"
                                 "    WHERE entry_fts MATCH ?3 AND rowid >= ?1 AND rowid < ?2)"
                                 THAW_JOURNAL_CONDITION_CHECKS ("entry.position")
                                 "  ORDER BY position",
                             error);
  if (rows == NULL)
    return FALSE;

  thaw_journal_condition_bind (&condition, rows);
  while (thaw_statement_next (rows, &local_error))
    {
      g_autoptr (ThawEntry) entry = thaw_journal_read_entry_row (rows, &marks, error);

      if (entry == NULL || !func (entry, user_data, error))
        return FALSE;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  return TRUE;
}
