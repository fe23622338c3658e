/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-search"

#include "config.h"
#include "thaw-journal-private.h"

#include "thaw-excerpt-function.h"
#include "thaw-search-query.h"

#include <glib/gi18n-lib.h>

#define MARK_EMOTION 'e'
#define MARK_TAG 't'

/* What a filter means to the database: a range of places, and an expression for the full-text index. */
typedef struct
{
  gint64 from;   /* the first position that is wanted */
  gint64 before; /* the first one after that is not */
  char *match;   /* (owned) (nullable): NULL if the full-text index is not needed */
} Condition;

static void
condition_clear (Condition *condition)
{
  g_clear_pointer (&condition->match, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Condition, condition_clear)

static char *
make_emotion_mark (const char *slug)
{
  return thaw_search_mark_new (MARK_EMOTION, slug);
}

static char *
make_tag_mark (ThawTagKind  kind,
               const char  *name)
{
  g_autofree char *full_name = g_strconcat (thaw_tag_kind_to_slug (kind), ":", name, NULL);

  return thaw_search_mark_new (MARK_TAG, full_name);
}

static void
add_match (GString    *match,
           const char *quote,
           const char *term)
{
  if (term == NULL)
    return;

  if (match->len > 0)
    g_string_append (match, " AND ");
  g_string_append_printf (match, "%s%s%s", quote, term, quote);
}

static void
condition_init (Condition               *condition,
                const ThawJournalFilter *filter,
                gint64                   before)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autofree char *query = NULL;
  g_autofree char *emotion = NULL;
  g_autofree char *tag = NULL;

  condition->from = 0;
  condition->before = before;
  condition->match = NULL;
  if (filter == NULL)
    return;

  if (thaw_day_is_valid (filter->first_day))
    condition->from = thaw_day_get_first_position (filter->first_day);
  if (thaw_day_is_valid (filter->last_day))
    condition->before = MIN (before, thaw_day_get_first_position (filter->last_day + 1));

  query = thaw_search_query_to_match (filter->query);
  if (filter->emotion != NULL)
    emotion = make_emotion_mark (filter->emotion);
  if (filter->tag != NULL)
    tag = make_tag_mark (filter->tag_kind, filter->tag);

  /* The rarest first. */
  add_match (match, "\"", tag);
  add_match (match, "\"", emotion);
  add_match (match, "", query);
  if (match->len > 0)
    condition->match = g_strdup (match->str);
}

static void
bind_condition (ThawStatement   *statement,
                const Condition *condition)
{
  thaw_statement_bind_int64 (statement, 1, condition->from);
  thaw_statement_bind_int64 (statement, 2, condition->before);
  if (condition->match != NULL)
    thaw_statement_bind_text (statement, 3, condition->match);
}

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
find_in_index (ThawConnection   *connection,
               const Condition  *condition,
               guint             n_max,
               GError          **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_read (connection, error);
  g_autoptr (ThawStatement) found = NULL;
  g_autoptr (ThawStatement) row = NULL;
  g_auto (ThawJournalMarks) marks = { NULL };
  GError *local_error = NULL;

  if (transaction == NULL || !thaw_journal_marks_init (&marks, connection, error))
    return NULL;

  found = thaw_statement_new (connection,
                              "SELECT rowid, thaw_excerpt (entry_fts, 0, 0), thaw_excerpt (entry_fts, 1, 1)"
                              "  FROM entry_fts WHERE entry_fts MATCH ?3 AND rowid >= ?1 AND rowid < ?2"
                              "  ORDER BY rowid DESC LIMIT ?4",
                              error);
  if (found == NULL)
    return NULL;

  row = thaw_statement_new (connection,
                            "SELECT " THAW_JOURNAL_SUMMARY_COLUMNS
                            "  FROM entry WHERE position = ?1 AND hidden_ms IS NULL",
                            error);
  if (row == NULL)
    return NULL;

  bind_condition (found, condition);
  thaw_statement_bind_int64 (found, 4, n_max);
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

/**
 * thaw_journal_make_words:
 * @entry: an entry
 * @catalogs: the words in the person's language
 *
 * Returns: (transfer full): what a search finds the entry by besides its title
 *   and text: its emotions in both tongues and its tags, and marks for filters
 */
char *
thaw_journal_make_words (ThawEntry                 *entry,
                         const ThawJournalCatalogs *catalogs)
{
  GPtrArray *emotions = thaw_entry_get_emotions (entry);
  GPtrArray *tags = thaw_entry_get_tags (entry);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < emotions->len; i++)
    {
      ThawEmotionMark *emotion = g_ptr_array_index (emotions, i);
      g_autofree char *mark = make_emotion_mark (emotion->slug);
      const char *word = thaw_vocabulary_get_word (catalogs->vocabulary, emotion->slug);

      g_string_append_printf (words, "%s %s\n", emotion->slug, mark);
      if (!g_str_equal (word, emotion->slug))
        g_string_append_printf (words, "%s\n", word);
    }

  for (guint i = 0; i < tags->len; i++)
    {
      ThawTagMark *tag = g_ptr_array_index (tags, i);
      g_autofree char *mark = make_tag_mark (tag->kind, tag->name);

      g_string_append_printf (words, "%s %s\n", tag->name, mark);
    }

  return g_string_free (words, FALSE);
}

/* The entries that pass the filter, newest first. */
GPtrArray *
thaw_journal_find (ThawConnection           *connection,
                   const ThawJournalFilter  *filter,
                   gint64                    before,
                   guint                     n_max,
                   GError                  **error)
{
  g_auto (Condition) condition = { 0 };

  condition_init (&condition, filter, before);
  if (condition.match == NULL)
    return thaw_journal_read_newest (connection, condition.from, condition.before, n_max, error);

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
  g_auto (Condition) condition = { 0 };
  GError *local_error = NULL;

  condition_init (&condition, filter, THAW_JOURNAL_NEWEST);
  rows = thaw_statement_new (connection,
                             condition.match == NULL
                               ? "SELECT position FROM entry"
                                 "  WHERE hidden_ms IS NULL AND position >= ?1 AND position < ?2"
                                 "  ORDER BY position DESC"
                               : "SELECT rowid FROM entry_fts"
                                 "  WHERE entry_fts MATCH ?3 AND rowid >= ?1 AND rowid < ?2 ORDER BY rowid DESC",
                             error);
  if (rows == NULL)
    return NULL;

  bind_condition (rows, &condition);
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
  g_auto (Condition) condition = { 0 };
  GError *local_error = NULL;

  if (transaction == NULL || !thaw_journal_marks_init (&marks, connection, error))
    return FALSE;

  condition_init (&condition, filter, THAW_JOURNAL_NEWEST);
  rows = thaw_statement_new (connection,
                             condition.match == NULL
                               ? "SELECT " THAW_JOURNAL_ENTRY_COLUMNS " FROM entry"
                                 "  WHERE hidden_ms IS NULL AND position >= ?1 AND position < ?2 ORDER BY position"
                               : "SELECT " THAW_JOURNAL_ENTRY_COLUMNS " FROM entry WHERE position IN"
                                 "  (SELECT rowid FROM entry_fts"
                                 "    WHERE entry_fts MATCH ?3 AND rowid >= ?1 AND rowid < ?2) ORDER BY position",
                             error);
  if (rows == NULL)
    return FALSE;

  bind_condition (rows, &condition);
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
