/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-read"

#include "config.h"
#include "thaw-journal-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The columns of THAW_JOURNAL_ENTRY_COLUMNS. */
enum
{
  COLUMN_ID,
  COLUMN_UUID,
  COLUMN_POSITION,
  COLUMN_UTC_MS,
  COLUMN_OFFSET_SECS,
  COLUMN_DAY,
  COLUMN_FEELING,
  COLUMN_VALENCE,
  COLUMN_ANSWER,
  COLUMN_TITLE,
  COLUMN_EXCERPT,
  COLUMN_CREATED_MS,
  COLUMN_MODIFIED_MS,
  COLUMN_TEXT,
};

static gboolean
set_damaged_moment (ThawStatement  *row,
                    GError        **error)
{
  g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED,
               /* Translators: %s is the UUID of an entry */
               _("Entry %s has no valid moment"), thaw_statement_get_text (row, COLUMN_UUID));

  return FALSE;
}

static gboolean
read_moment (ThawStatement  *row,
             ThawMoment     *out_moment,
             GError        **error)
{
  out_moment->utc_ms = thaw_statement_get_int64 (row, COLUMN_UTC_MS);
  out_moment->offset_secs = (gint32) thaw_statement_get_int64 (row, COLUMN_OFFSET_SECS);
  out_moment->day = thaw_day_from_iso (thaw_statement_get_text (row, COLUMN_DAY));

  return thaw_moment_is_valid (out_moment) || set_damaged_moment (row, error);
}

/* What is left of a torn page may have none, whatever the schema says. */
static gboolean
check_uuid (ThawStatement  *row,
            GError        **error)
{
  if (!thaw_statement_is_null (row, COLUMN_UUID))
    return TRUE;

  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED, _("An entry has no UUID"));

  return FALSE;
}

static int
read_feeling (ThawStatement *row)
{
  int feeling = (int) thaw_statement_get_int64 (row, COLUMN_FEELING);

  if (thaw_statement_is_null (row, COLUMN_FEELING) || !thaw_feeling_is_valid (feeling))
    return THAW_FEELING_UNKNOWN;

  return feeling;
}

static double
read_valence (ThawStatement *row)
{
  double valence = thaw_statement_get_double (row, COLUMN_VALENCE);

  return thaw_valence_is_valid (valence) ? valence : NAN;
}

static ThawAnswer
read_answer (ThawStatement *row)
{
  ThawAnswer answer;

  thaw_answer_from_slug (thaw_statement_get_text (row, COLUMN_ANSWER), &answer);

  return answer;
}

/**
 * thaw_journal_read_entry_row:
 * @row: a row with %THAW_JOURNAL_ENTRY_COLUMNS
 * @marks: (nullable): of %THAW_JOURNAL_MARKS_ENTRY; %NULL to leave out what is in other tables
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL with an error
 */
ThawEntry *
thaw_journal_read_entry_row (ThawStatement     *row,
                             ThawJournalMarks  *marks,
                             GError           **error)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autofree char *title = thaw_statement_dup_text (row, COLUMN_TITLE);
  g_autofree char *text = thaw_statement_dup_text (row, COLUMN_TEXT);
  gint64 id = thaw_statement_get_int64 (row, COLUMN_ID);
  ThawMoment moment;

  if (!read_moment (row, &moment, error))
    return NULL;

  thaw_entry_set_uuid (entry, thaw_statement_get_text (row, COLUMN_UUID));
  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_feeling (entry, read_feeling (row));
  thaw_entry_set_valence (entry, read_valence (row));
  thaw_entry_set_title (entry, title);
  thaw_entry_set_text (entry, text);
  thaw_entry_set_created_ms (entry, thaw_statement_get_int64 (row, COLUMN_CREATED_MS));
  thaw_entry_set_modified_ms (entry, thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS));
  if (marks != NULL && !thaw_journal_marks_read_entry (marks, id, entry, error))
    return NULL;

  /* After the emotions, which set it, too. */
  thaw_entry_set_answer (entry, read_answer (row));

  return g_steal_pointer (&entry);
}

/**
 * thaw_journal_read_summary_row:
 * @row: a row that starts with %THAW_JOURNAL_SUMMARY_COLUMNS
 * @marks: of %THAW_JOURNAL_MARKS_SUMMARY
 * @title: (nullable): a title to show instead of the stored one
 * @excerpt: (nullable): an excerpt to show instead of the stored one
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the summary, or %NULL with an error
 */
ThawEntrySummary *
thaw_journal_read_summary_row (ThawStatement     *row,
                               ThawJournalMarks  *marks,
                               const char        *title,
                               const char        *excerpt,
                               GError           **error)
{
  g_autoptr (ThawEntrySummary) summary = NULL;
  g_autofree char *stored_title = title == NULL ? thaw_statement_dup_text (row, COLUMN_TITLE) : NULL;
  g_autofree char *stored_excerpt = excerpt == NULL ? thaw_statement_dup_text (row, COLUMN_EXCERPT) : NULL;
  gint64 id = thaw_statement_get_int64 (row, COLUMN_ID);
  ThawMoment moment;

  if (!check_uuid (row, error) || !read_moment (row, &moment, error))
    return NULL;

  summary = thaw_entry_summary_new (thaw_statement_get_text (row, COLUMN_UUID),
                                    thaw_statement_get_int64 (row, COLUMN_POSITION), &moment,
                                    read_feeling (row), read_valence (row), read_answer (row),
                                    title != NULL ? title : stored_title,
                                    excerpt != NULL ? excerpt : stored_excerpt);
  if (!thaw_journal_marks_read_summary (marks, id, summary, error))
    return NULL;

  return g_steal_pointer (&summary);
}

/**
 * thaw_journal_read_summaries:
 * @connection: the connection of @rows
 * @rows: a statement, ready to run, that gives %THAW_JOURNAL_SUMMARY_COLUMNS
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawEntrySummary) (nullable): all rows,
 *   or %NULL with an error
 */
GPtrArray *
thaw_journal_read_summaries (ThawConnection  *connection,
                             ThawStatement   *rows,
                             GError         **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (ThawJournalMarks) marks = { NULL };
  GError *local_error = NULL;

  if (!thaw_journal_marks_init (&marks, connection, THAW_JOURNAL_MARKS_SUMMARY, error))
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      ThawEntrySummary *summary = thaw_journal_read_summary_row (rows, &marks, NULL, NULL, error);

      if (summary == NULL)
        return NULL;
      g_ptr_array_add (summaries, summary);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&summaries);
}

ThawEntry *
thaw_journal_read_entry (ThawConnection  *connection,
                         const char      *uuid,
                         GError         **error)
{
  g_autoptr (ThawStatement) row = NULL;
  g_auto (ThawJournalMarks) marks = { NULL };
  GError *local_error = NULL;

  row = thaw_statement_new (connection,
                            "SELECT " THAW_JOURNAL_ENTRY_COLUMNS
                            "  FROM entry WHERE uuid = ?1 AND hidden_ms IS NULL",
                            error);
  if (row == NULL || !thaw_journal_marks_init (&marks, connection, THAW_JOURNAL_MARKS_ENTRY, error))
    return NULL;

  thaw_statement_bind_text (row, 1, uuid);
  if (thaw_statement_next (row, &local_error))
    return thaw_journal_read_entry_row (row, &marks, error);

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else
    g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND,
                 /* Translators: %s is the UUID of an entry */
                 _("There is no entry %s"), uuid);

  return NULL;
}

/* From @from on, before @before. */
GPtrArray *
thaw_journal_read_newest (ThawConnection  *connection,
                          gint64           from,
                          gint64           before,
                          guint            n_max,
                          GError         **error)
{
  g_autoptr (ThawStatement) rows = NULL;

  rows = thaw_statement_new (connection,
                             "SELECT " THAW_JOURNAL_SUMMARY_COLUMNS
                             "  FROM entry WHERE hidden_ms IS NULL AND position >= ?1 AND position < ?2"
                             "  ORDER BY position DESC LIMIT ?3",
                             error);
  if (rows == NULL)
    return NULL;

  thaw_statement_bind_int64 (rows, 1, from);
  thaw_statement_bind_int64 (rows, 2, before);
  thaw_statement_bind_int64 (rows, 3, n_max);

  return thaw_journal_read_summaries (connection, rows, error);
}

GPtrArray *
thaw_journal_read_places (ThawConnection          *connection,
                          const ThawJournalPlace  *places,
                          guint                    n_places,
                          GError                 **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_read (connection, error);
  g_autoptr (ThawStatement) row = NULL;
  g_auto (ThawJournalMarks) marks = { NULL };

  if (transaction == NULL || !thaw_journal_marks_init (&marks, connection, THAW_JOURNAL_MARKS_SUMMARY, error))
    return NULL;

  row = thaw_statement_new (connection,
                            "SELECT " THAW_JOURNAL_SUMMARY_COLUMNS
                            "  FROM entry WHERE position = ?1 AND hidden_ms IS NULL",
                            error);
  if (row == NULL)
    return NULL;

  for (guint i = 0; i < n_places; i++)
    {
      GError *local_error = NULL;

      thaw_statement_bind_int64 (row, 1, places[i].position);
      if (thaw_statement_next (row, &local_error))
        {
          ThawEntrySummary *summary = thaw_journal_read_summary_row (row, &marks, NULL, NULL, error);

          if (summary == NULL)
            return NULL;
          g_ptr_array_add (summaries, summary);
        }
      thaw_statement_reset (row);

      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return NULL;
        }
    }

  return g_steal_pointer (&summaries);
}

GPtrArray *
thaw_journal_read_tags (ThawConnection  *connection,
                        const char      *prefix,
                        guint            n_max,
                        GError         **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_tag_mark_free);
  g_autoptr (ThawStatement) rows = NULL;
  gboolean any = prefix == NULL || prefix[0] == '\0';
  GError *local_error = NULL;

  rows = thaw_statement_new (connection, "SELECT name, kind FROM tag ORDER BY modified_ms DESC, id DESC", error);
  if (rows == NULL)
    return NULL;

  while (tags->len < n_max && thaw_statement_next (rows, &local_error))
    {
      g_autofree char *name = thaw_statement_dup_text (rows, 0);
      ThawTagKind kind;

      if (name != NULL && thaw_tag_kind_from_slug (thaw_statement_get_text (rows, 1), &kind) &&
          (any || g_str_match_string (prefix, name, TRUE)))
        g_ptr_array_add (tags, thaw_tag_mark_new (name, kind, FALSE));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&tags);
}

GStrv
thaw_journal_read_emotions (ThawConnection  *connection,
                            GError         **error)
{
  g_autoptr (GStrvBuilder) slugs = g_strv_builder_new ();
  g_autoptr (ThawStatement) rows = NULL;
  GError *local_error = NULL;

  /* Jumps through the index from one slug to the next, so that it costs the same however many entries there are. */
  rows = thaw_statement_new (connection,
                             "WITH RECURSIVE used (slug) AS ("
                             "  SELECT min (slug) FROM entry_emotion"
                             "  UNION ALL"
                             "  SELECT (SELECT min (slug) FROM entry_emotion WHERE slug > used.slug)"
                             "    FROM used WHERE used.slug IS NOT NULL)"
                             "SELECT slug FROM used WHERE slug IS NOT NULL AND EXISTS ("
                             "  SELECT 1 FROM entry_emotion JOIN entry ON entry.id = entry_emotion.entry"
                             "    WHERE entry_emotion.slug = used.slug AND entry.hidden_ms IS NULL)",
                             error);
  if (rows == NULL)
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      const char *slug = thaw_statement_get_text (rows, 0);

      if (thaw_emotion_slug_is_valid (slug))
        g_strv_builder_add (slugs, slug);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_strv_builder_end (slugs);
}

static void
emotion_use_clear (gpointer data)
{
  g_free (((ThawEmotionUse *) data)->slug);
}

/* What was named in the newest @n_entries entries, the one named last first. */
GArray *
thaw_journal_read_used_emotions (ThawConnection  *connection,
                                 guint            n_entries,
                                 GError         **error)
{
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (ThawEmotionUse));
  g_autoptr (ThawStatement) rows = NULL;
  GError *local_error = NULL;

  g_array_set_clear_func (uses, emotion_use_clear);
  rows = thaw_statement_new (connection,
                             "SELECT slug, count (*), max (position)"
                             "  FROM (SELECT id, position FROM entry WHERE hidden_ms IS NULL"
                             "      ORDER BY position DESC LIMIT ?1) AS newest"
                             "    JOIN entry_emotion ON entry_emotion.entry = newest.id"
                             "  GROUP BY slug ORDER BY max (position) DESC, slug",
                             error);
  if (rows == NULL)
    return NULL;

  thaw_statement_bind_int64 (rows, 1, n_entries);
  while (thaw_statement_next (rows, &local_error))
    {
      const char *slug = thaw_statement_get_text (rows, 0);
      ThawEmotionUse use = { .n_entries = (guint) thaw_statement_get_int64 (rows, 1),
                             .last_position = thaw_statement_get_int64 (rows, 2) };

      if (!thaw_emotion_slug_is_valid (slug))
        continue;

      use.slug = g_strdup (slug);
      g_array_append_val (uses, use);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&uses);
}
