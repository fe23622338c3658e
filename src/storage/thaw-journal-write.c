/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-write"

#include "config.h"
#include "thaw-journal-private.h"

#include "thaw-search-index.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

#define INSERT_FTS "INSERT INTO entry_fts (rowid, title, text, words) VALUES (?1, ?2, ?3, ?4)"
#define DELETE_FTS "INSERT INTO entry_fts (entry_fts, rowid, title, text, words) VALUES ('delete', ?1, ?2, ?3, ?4)"

static gboolean
set_invalid (GError     **error,
             const char  *message)
{
  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID, message);

  return FALSE;
}

void
thaw_journal_stored_clear (ThawJournalStored *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->words, g_free);
}

/* Leaves @stored as it is if there is no such entry. */
gboolean
thaw_journal_read_stored (ThawConnection     *connection,
                          const char         *uuid,
                          ThawJournalStored  *stored,
                          GError            **error)
{
  g_autoptr (ThawStatement) row = NULL;
  GError *local_error = NULL;

  row = thaw_statement_new (connection,
                            "SELECT id, utc_ms, offset_secs, day, position, created_ms, modified_ms,"
                            "    hidden_ms IS NOT NULL, title, text, words"
                            "  FROM entry WHERE uuid = ?1",
                            error);
  if (row == NULL)
    return FALSE;

  thaw_statement_bind_text (row, 1, uuid);
  if (thaw_statement_next (row, &local_error))
    {
      stored->id = thaw_statement_get_int64 (row, 0);
      stored->moment.utc_ms = thaw_statement_get_int64 (row, 1);
      stored->moment.offset_secs = (gint32) thaw_statement_get_int64 (row, 2);
      stored->moment.day = thaw_day_from_iso (thaw_statement_get_text (row, 3));
      stored->position = thaw_statement_get_int64 (row, 4);
      stored->created_ms = thaw_statement_get_int64 (row, 5);
      stored->modified_ms = thaw_statement_get_int64 (row, 6);
      stored->is_hidden = thaw_statement_get_int64 (row, 7) != 0;
      /* To the byte: the full-text index forgets exactly what it is told. */
      stored->title = g_strdup (thaw_statement_get_text (row, 8));
      stored->text = g_strdup (thaw_statement_get_text (row, 9));
      stored->words = g_strdup (thaw_statement_get_text (row, 10));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
change_fts (ThawConnection  *connection,
            const char      *sql,
            gint64           position,
            const char      *title,
            const char      *text,
            const char      *words,
            GError         **error)
{
  g_autoptr (ThawStatement) statement = thaw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_int64 (statement, 1, position);
  thaw_statement_bind_text (statement, 2, title);
  thaw_statement_bind_text (statement, 3, text);
  thaw_statement_bind_text (statement, 4, words);

  return thaw_statement_run (statement, error);
}

/* The first number of the moment that no entry has, not even a hidden one. */
static gboolean
find_position (ThawConnection    *connection,
               const ThawMoment  *moment,
               gint64            *out_position,
               GError           **error)
{
  g_autoptr (ThawStatement) rows = NULL;
  gint64 first = thaw_moment_get_position (moment);
  gint64 position = first;
  GError *local_error = NULL;

  rows = thaw_statement_new (connection,
                             "SELECT position FROM entry WHERE position >= ?1 AND position < ?2 ORDER BY position",
                             error);
  if (rows == NULL)
    return FALSE;

  thaw_statement_bind_int64 (rows, 1, first);
  thaw_statement_bind_int64 (rows, 2, first + THAW_MOMENT_POSITIONS_PER_MS);
  while (thaw_statement_next (rows, &local_error) && thaw_statement_get_int64 (rows, 0) == position)
    position++;

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  if (position == first + THAW_MOMENT_POSITIONS_PER_MS)
    return set_invalid (error, _("Too many entries share one millisecond"));

  *out_position = position;

  return TRUE;
}

static gboolean
write_row (ThawConnection  *connection,
           ThawEntry       *entry,
           gint64           position,
           const char      *words,
           gint64          *out_id,
           GError         **error)
{
  g_autoptr (ThawStatement) statement = NULL;
  g_autofree char *excerpt = thaw_text_make_excerpt (thaw_entry_get_text (entry));
  const ThawMoment *moment = thaw_entry_get_moment (entry);
  char day[THAW_DAY_ISO_SIZE];

  statement = thaw_statement_new (connection,
                                  "INSERT INTO entry (uuid, position, utc_ms, offset_secs, day, valence, feeling,"
                                  "    answer, created_ms, modified_ms, title, excerpt, words, text)"
                                  "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
                                  "  ON CONFLICT (uuid) DO UPDATE SET position = excluded.position,"
                                  "    utc_ms = excluded.utc_ms, offset_secs = excluded.offset_secs,"
                                  "    day = excluded.day, valence = excluded.valence, feeling = excluded.feeling,"
                                  "    answer = excluded.answer, created_ms = excluded.created_ms,"
                                  "    modified_ms = excluded.modified_ms, hidden_ms = NULL,"
                                  "    title = excluded.title, excerpt = excluded.excerpt,"
                                  "    words = excluded.words, text = excluded.text"
                                  "  RETURNING id",
                                  error);
  if (statement == NULL)
    return FALSE;

  thaw_day_write_iso (moment->day, day);
  thaw_statement_bind_text (statement, 1, thaw_entry_get_uuid (entry));
  thaw_statement_bind_int64 (statement, 2, position);
  thaw_statement_bind_int64 (statement, 3, moment->utc_ms);
  thaw_statement_bind_int64 (statement, 4, moment->offset_secs);
  thaw_statement_bind_text (statement, 5, day);
  thaw_statement_bind_double (statement, 6, thaw_entry_get_valence (entry));
  if (thaw_entry_get_feeling (entry) != THAW_FEELING_UNKNOWN)
    thaw_statement_bind_int64 (statement, 7, thaw_entry_get_feeling (entry));
  thaw_statement_bind_text (statement, 8, thaw_answer_to_slug (thaw_entry_get_answer (entry)));
  thaw_statement_bind_int64 (statement, 9, thaw_entry_get_created_ms (entry));
  thaw_statement_bind_int64 (statement, 10, thaw_entry_get_modified_ms (entry));
  thaw_statement_bind_text (statement, 11, thaw_entry_get_title (entry));
  thaw_statement_bind_text (statement, 12, excerpt);
  thaw_statement_bind_text (statement, 13, words);
  thaw_statement_bind_text (statement, 14, thaw_entry_get_text (entry));
  if (!thaw_statement_next (statement, error))
    return FALSE;

  *out_id = thaw_statement_get_int64 (statement, 0);

  return thaw_statement_run (statement, error);
}

static gboolean
run_with_text (ThawConnection  *connection,
               const char      *sql,
               const char      *text,
               GError         **error)
{
  g_autoptr (ThawStatement) statement = thaw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_text (statement, 1, text);

  return thaw_statement_run (statement, error);
}

static gboolean
update_fts (ThawConnection           *connection,
            const ThawJournalStored  *stored,
            ThawEntry                *entry,
            gint64                    position,
            const char               *words,
            GError                  **error)
{
  const char *title = thaw_entry_get_title (entry), *text = thaw_entry_get_text (entry);

  if (stored->id != 0 && !stored->is_hidden)
    {
      if (stored->position == position && g_strcmp0 (stored->title, title) == 0 &&
          g_strcmp0 (stored->words, words) == 0 && g_strcmp0 (stored->text, text) == 0)
        return TRUE;

      if (!change_fts (connection, DELETE_FTS, stored->position, stored->title, stored->text, stored->words, error))
        return FALSE;
    }

  return change_fts (connection, INSERT_FTS, position, title, text, words, error);
}

/* Within a transaction. The entry has its UUID and its times. */
gboolean
thaw_journal_put_entry (ThawConnection             *connection,
                        const ThawJournalStored    *stored,
                        ThawEntry                  *entry,
                        const ThawJournalCatalogs  *catalogs,
                        gboolean                    keep_fts,
                        GError                    **error)
{
  g_autofree char *words = thaw_journal_make_words (entry, catalogs);
  gint64 position = stored->position, id;
  gboolean had_tags = FALSE;

  if ((stored->id == 0 || !thaw_moment_equal (&stored->moment, thaw_entry_get_moment (entry))) &&
      !find_position (connection, thaw_entry_get_moment (entry), &position, error))
    return FALSE;

  if (stored->id != 0 && !thaw_journal_delete_parts (connection, stored->id, &had_tags, error))
    return FALSE;

  return (!keep_fts || update_fts (connection, stored, entry, position, words, error)) &&
         write_row (connection, entry, position, words, &id, error) &&
         thaw_journal_write_parts (connection, id, entry, error) &&
         (!had_tags || thaw_journal_remove_unused_tags (connection, error));
}

/* Saves an entry, which gets its UUID and its times, and removes the draft it grew from. */
gboolean
thaw_journal_write_entry (ThawConnection             *connection,
                          ThawEntry                  *entry,
                          const ThawJournalCatalogs  *catalogs,
                          const char                 *draft,
                          gint64                      now_ms,
                          GError                    **error)
{
  g_autoptr (ThawTransaction) transaction = NULL;
  g_auto (ThawJournalStored) stored = { 0 };

  if (!thaw_journal_check_entry (entry, error))
    return FALSE;

  if (thaw_entry_get_uuid (entry) == NULL)
    {
      g_autofree char *uuid = thaw_uuid_new (now_ms);

      thaw_entry_set_uuid (entry, uuid);
    }

  transaction = thaw_transaction_begin_write (connection, error);
  if (transaction == NULL || !thaw_journal_read_stored (connection, thaw_entry_get_uuid (entry), &stored, error))
    return FALSE;

  if (stored.id != 0)
    thaw_entry_set_created_ms (entry, stored.created_ms);
  else if (thaw_entry_get_created_ms (entry) == 0)
    thaw_entry_set_created_ms (entry, now_ms);
  thaw_entry_set_modified_ms (entry, now_ms);

  /* Whoever saves an entry that was purged meanwhile wants to keep it. */
  return thaw_journal_put_entry (connection, &stored, entry, catalogs, TRUE, error) &&
         run_with_text (connection, "DELETE FROM tombstone WHERE uuid = ?1", thaw_entry_get_uuid (entry), error) &&
         (draft == NULL || run_with_text (connection, "DELETE FROM draft WHERE key = ?1", draft, error)) &&
         thaw_transaction_commit (transaction, error);
}

/* Within a transaction. The entry is there, and is not yet as it shall be. */
gboolean
thaw_journal_put_hidden (ThawConnection           *connection,
                         const ThawJournalStored  *stored,
                         gboolean                  is_hidden,
                         gint64                    now_ms,
                         GError                  **error)
{
  g_autoptr (ThawStatement) update = thaw_statement_new (connection, "UPDATE entry SET hidden_ms = ?2 WHERE id = ?1",
                                                         error);

  if (update == NULL)
    return FALSE;

  thaw_statement_bind_int64 (update, 1, stored->id);
  if (is_hidden)
    thaw_statement_bind_int64 (update, 2, now_ms);

  return change_fts (connection, is_hidden ? DELETE_FTS : INSERT_FTS, stored->position, stored->title, stored->text,
                     stored->words, error) &&
         thaw_statement_run (update, error);
}

/* Hides an entry from every list and every search, or brings it back. */
gboolean
thaw_journal_write_hidden (ThawConnection  *connection,
                           const char      *uuid,
                           gboolean         is_hidden,
                           gint64           now_ms,
                           GError         **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);
  g_auto (ThawJournalStored) stored = { 0 };

  if (transaction == NULL || !thaw_journal_read_stored (connection, uuid, &stored, error))
    return FALSE;

  if (stored.id == 0)
    {
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND,
                   /* Translators: %s is the UUID of an entry */
                   _("There is no entry %s"), uuid);
      return FALSE;
    }

  return (stored.is_hidden == is_hidden ||
          thaw_journal_put_hidden (connection, &stored, is_hidden, now_ms, error)) &&
         thaw_transaction_commit (transaction, error);
}

static gboolean
rewrite_one (ThawConnection             *connection,
             ThawJournalMarks           *marks,
             const char                 *uuid,
             const ThawJournalCatalogs  *catalogs,
             gboolean                    keep_fts,
             gint64                      now_ms,
             GError                    **error)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawStatement) update = NULL;
  g_auto (ThawJournalStored) stored = { 0 };
  g_autofree char *words = NULL;
  gint64 modified_ms;

  if (!thaw_journal_read_stored (connection, uuid, &stored, error) ||
      !thaw_journal_marks_read_entry (marks, stored.id, entry, error))
    return FALSE;

  words = thaw_journal_make_words (entry, catalogs);
  if (keep_fts && !stored.is_hidden && g_strcmp0 (words, stored.words) != 0 &&
      (!change_fts (connection, DELETE_FTS, stored.position, stored.title, stored.text, stored.words, error) ||
       !change_fts (connection, INSERT_FTS, stored.position, stored.title, stored.text, words, error)))
    return FALSE;

  update = thaw_statement_new (connection, "UPDATE entry SET words = ?2, modified_ms = ?3 WHERE id = ?1", error);
  if (update == NULL)
    return FALSE;

  /* Later than before, whatever the clock says: the change shall win over a copy of the entry elsewhere. */
  modified_ms = MAX (now_ms, stored.modified_ms + 1);
  thaw_statement_bind_int64 (update, 1, stored.id);
  thaw_statement_bind_text (update, 2, words);
  thaw_statement_bind_int64 (update, 3, modified_ms);

  return thaw_statement_run (update, error);
}

/**
 * thaw_journal_rewrite_words:
 * @uuids: (element-type utf8): entries whose tags were changed in the tables
 * @catalogs: the words in the person's language
 * @now_ms: when
 * @error: return location for an error
 *
 * Brings the search, and when the entries were changed, into step. Within a
 * transaction.
 *
 * Returns: whether it went well
 */
gboolean
thaw_journal_rewrite_words (ThawConnection             *connection,
                            GPtrArray                  *uuids,
                            const ThawJournalCatalogs  *catalogs,
                            gint64                      now_ms,
                            GError                    **error)
{
  g_auto (ThawJournalMarks) marks = { NULL };
  gint64 n_present;
  gboolean is_bulk;

  if (!thaw_journal_marks_init (&marks, connection, THAW_JOURNAL_MARKS_ENTRY, error) ||
      !thaw_connection_get_int64 (connection, "SELECT count (*) FROM entry", &n_present, error))
    return FALSE;

  is_bulk = thaw_search_index_is_bulk (uuids->len, n_present);
  for (guint i = 0; i < uuids->len; i++)
    {
      if (!rewrite_one (connection, &marks, g_ptr_array_index (uuids, i), catalogs, !is_bulk, now_ms, error))
        return FALSE;
    }

  return !is_bulk || thaw_search_index_rebuild (connection, error);
}
