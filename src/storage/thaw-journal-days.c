/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-days"

#include "config.h"
#include "thaw-journal-private.h"

/* Reads about days, not about single entries. */

/* The first six parameters are the condition's. */
#define DAY_MOODS(condition) \
  "SELECT day, count (*)," \
  "    count (feeling), avg (feeling), min (feeling), max (feeling)," \
  "    count (valence), avg (valence), min (valence), max (valence)" \
  "  FROM entry WHERE hidden_ms IS NULL AND day BETWEEN ?7 AND ?8" condition \
  "  GROUP BY day ORDER BY day"

GArray *
thaw_journal_read_days (ThawConnection  *connection,
                        ThawDay          first,
                        ThawDay          last,
                        GError         **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ThawDay));
  g_autoptr (ThawStatement) rows = NULL;
  char first_iso[THAW_DAY_ISO_SIZE], last_iso[THAW_DAY_ISO_SIZE];
  GError *local_error = NULL;

  rows = thaw_statement_new (connection,
                             "SELECT DISTINCT day FROM entry"
                             "  WHERE hidden_ms IS NULL AND day BETWEEN ?1 AND ?2 ORDER BY day",
                             error);
  if (rows == NULL)
    return NULL;

  thaw_day_write_iso (first, first_iso);
  thaw_day_write_iso (last, last_iso);
  thaw_statement_bind_text (rows, 1, first_iso);
  thaw_statement_bind_text (rows, 2, last_iso);
  while (thaw_statement_next (rows, &local_error))
    {
      ThawDay day = thaw_day_from_iso (thaw_statement_get_text (rows, 0));

      if (day != THAW_DAY_NONE)
        g_array_append_val (days, day);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&days);
}

gboolean
thaw_journal_read_extent (ThawConnection  *connection,
                          ThawDay         *out_first,
                          ThawDay         *out_last,
                          GError         **error)
{
  g_autoptr (ThawStatement) row = NULL;

  row = thaw_statement_new (connection,
                            "SELECT (SELECT day FROM entry WHERE hidden_ms IS NULL ORDER BY day LIMIT 1),"
                            "       (SELECT day FROM entry WHERE hidden_ms IS NULL ORDER BY day DESC LIMIT 1)",
                            error);
  if (row == NULL || !thaw_statement_next (row, error))
    return FALSE;

  *out_first = thaw_day_from_iso (thaw_statement_get_text (row, 0));
  *out_last = thaw_day_from_iso (thaw_statement_get_text (row, 1));

  return TRUE;
}

static void
read_scale (ThawStatement *row,
            int            column,
            ThawDayScale  *out_scale)
{
  out_scale->n = (guint) thaw_statement_get_int64 (row, column);
  out_scale->mean = thaw_statement_get_double (row, column + 1);
  out_scale->min = thaw_statement_get_double (row, column + 2);
  out_scale->max = thaw_statement_get_double (row, column + 3);
}

/* Of the entries that pass the filter; each day as a whole if there is none. */
GArray *
thaw_journal_read_day_moods (ThawConnection           *connection,
                             ThawDay                   first,
                             ThawDay                   last,
                             const ThawJournalFilter  *filter,
                             GError                  **error)
{
  g_autoptr (GArray) moods = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));
  g_auto (ThawJournalCondition) condition = { 0 };
  g_autoptr (ThawStatement) rows = NULL;
  char first_iso[THAW_DAY_ISO_SIZE], last_iso[THAW_DAY_ISO_SIZE];
  GError *local_error = NULL;

  thaw_journal_condition_init (&condition, filter, THAW_JOURNAL_NEWEST);
  if (thaw_journal_filter_is_empty (filter))
    rows = thaw_statement_new (connection, DAY_MOODS (""), error);
  else if (condition.match == NULL)
    rows = thaw_statement_new (connection,
                               DAY_MOODS (" AND position >= ?1 AND position < ?2"
                                          THAW_JOURNAL_CONDITION_CHECKS ("entry.position")),
                               error);
  else
    rows = thaw_statement_new (connection,
                               DAY_MOODS (" AND position IN (SELECT rowid FROM entry_fts"
                                          "   WHERE entry_fts MATCH ?3 AND rowid >= ?1 AND rowid < ?2)"
                                          THAW_JOURNAL_CONDITION_CHECKS ("entry.position")),
                               error);
  if (rows == NULL)
    return NULL;

  thaw_day_write_iso (first, first_iso);
  thaw_day_write_iso (last, last_iso);
  thaw_journal_condition_bind (&condition, rows);
  thaw_statement_bind_text (rows, 7, first_iso);
  thaw_statement_bind_text (rows, 8, last_iso);
  while (thaw_statement_next (rows, &local_error))
    {
      ThawDayMood mood = { .day = thaw_day_from_iso (thaw_statement_get_text (rows, 0)) };

      mood.n_entries = (guint) thaw_statement_get_int64 (rows, 1);
      read_scale (rows, 2, &mood.feeling);
      read_scale (rows, 6, &mood.valence);
      if (mood.day != THAW_DAY_NONE)
        g_array_append_val (moods, mood);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&moods);
}
