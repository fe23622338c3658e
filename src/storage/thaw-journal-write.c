/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-write"

#include "config.h"
#include "thaw-journal-private.h"

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
run_with_int64 (ThawConnection  *connection,
                const char      *sql,
                gint64           value,
                GError         **error)
{
  g_autoptr (ThawStatement) statement = thaw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_int64 (statement, 1, value);

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
write_emotions (ThawConnection  *connection,
                gint64           id,
                GPtrArray       *emotions,
                GError         **error)
{
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO entry_emotion (entry, ordinal, slug, intensity) VALUES (?1, ?2, ?3, ?4)",
                               error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < emotions->len; i++)
    {
      ThawEmotionMark *emotion = g_ptr_array_index (emotions, i);

      thaw_statement_bind_int64 (insert, 1, id);
      thaw_statement_bind_int64 (insert, 2, i);
      thaw_statement_bind_text (insert, 3, emotion->slug);
      thaw_statement_bind_int64 (insert, 4, emotion->intensity);
      if (!thaw_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_tag (ThawConnection  *connection,
           ThawTagMark     *tag,
           gint64           modified_ms,
           gint64          *out_id,
           GError         **error)
{
  g_autofree char *uuid = thaw_uuid_new (modified_ms);
  g_autoptr (ThawStatement) statement = NULL;

  statement = thaw_statement_new (connection,
                                  "INSERT INTO tag (uuid, kind, name, modified_ms) VALUES (?1, ?2, ?3, ?4)"
                                  "  ON CONFLICT (kind, name) DO UPDATE"
                                  "    SET modified_ms = max (modified_ms, excluded.modified_ms)"
                                  "  RETURNING id",
                                  error);
  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_text (statement, 1, uuid);
  thaw_statement_bind_text (statement, 2, thaw_tag_kind_to_slug (tag->kind));
  thaw_statement_bind_text (statement, 3, tag->name);
  thaw_statement_bind_int64 (statement, 4, modified_ms);
  if (!thaw_statement_next (statement, error))
    return FALSE;

  *out_id = thaw_statement_get_int64 (statement, 0);

  return thaw_statement_run (statement, error);
}

static gboolean
write_tags (ThawConnection  *connection,
            gint64           id,
            GPtrArray       *tags,
            gint64           modified_ms,
            GError         **error)
{
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO entry_tag (entry, ordinal, tag, is_trigger) VALUES (?1, ?2, ?3, ?4)",
                               error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < tags->len; i++)
    {
      ThawTagMark *tag = g_ptr_array_index (tags, i);
      gint64 tag_id;

      if (!write_tag (connection, tag, modified_ms, &tag_id, error))
        return FALSE;

      thaw_statement_bind_int64 (insert, 1, id);
      thaw_statement_bind_int64 (insert, 2, i);
      thaw_statement_bind_int64 (insert, 3, tag_id);
      thaw_statement_bind_int64 (insert, 4, tag->is_trigger);
      if (!thaw_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/* A tag is there as long as an entry has it. */
gboolean
thaw_journal_remove_unused_tags (ThawConnection  *connection,
                                 GError         **error)
{
  return thaw_connection_execute (connection,
                                  "DELETE FROM tag WHERE NOT EXISTS"
                                  "  (SELECT 1 FROM entry_tag WHERE entry_tag.tag = tag.id)",
                                  error);
}

static gboolean
has_tags (ThawConnection  *connection,
          gint64           id,
          gboolean        *out_has_tags,
          GError         **error)
{
  g_autoptr (ThawStatement) row = thaw_statement_new (connection,
                                                      "SELECT EXISTS (SELECT 1 FROM entry_tag WHERE entry = ?1)",
                                                      error);

  if (row == NULL)
    return FALSE;

  thaw_statement_bind_int64 (row, 1, id);
  if (!thaw_statement_next (row, error))
    return FALSE;

  *out_has_tags = thaw_statement_get_int64 (row, 0) != 0;

  return TRUE;
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

  if (stored->id != 0 &&
      (!has_tags (connection, stored->id, &had_tags, error) ||
       !run_with_int64 (connection, "DELETE FROM entry_emotion WHERE entry = ?1", stored->id, error) ||
       !run_with_int64 (connection, "DELETE FROM entry_tag WHERE entry = ?1", stored->id, error)))
    return FALSE;

  return (!keep_fts || update_fts (connection, stored, entry, position, words, error)) &&
         write_row (connection, entry, position, words, &id, error) &&
         write_emotions (connection, id, thaw_entry_get_emotions (entry), error) &&
         write_tags (connection, id, thaw_entry_get_tags (entry), thaw_entry_get_modified_ms (entry), error) &&
         (!had_tags || thaw_journal_remove_unused_tags (connection, error));
}

/**
 * thaw_journal_check_entry:
 * @entry: an entry
 * @error: return location for %THAW_STORAGE_ERROR_INVALID
 *
 * Returns: whether the entry can be stored
 */
gboolean
thaw_journal_check_entry (ThawEntry  *entry,
                          GError    **error)
{
  GPtrArray *emotions = thaw_entry_get_emotions (entry);
  GPtrArray *tags = thaw_entry_get_tags (entry);

  if (!g_utf8_validate (thaw_entry_get_title (entry), -1, NULL) ||
      !g_utf8_validate (thaw_entry_get_text (entry), -1, NULL))
    return set_invalid (error, _("The text is not valid UTF-8"));

  if (thaw_entry_is_empty (entry))
    return set_invalid (error, _("The entry is empty"));

  if (!thaw_moment_is_valid (thaw_entry_get_moment (entry)))
    return set_invalid (error, _("The entry has no valid moment"));

  if (thaw_entry_get_uuid (entry) != NULL && !thaw_uuid_is_valid (thaw_entry_get_uuid (entry)))
    return set_invalid (error, _("The entry has no valid UUID"));

  for (guint i = 0; i < emotions->len; i++)
    {
      if (!thaw_emotion_slug_is_valid (((ThawEmotionMark *) g_ptr_array_index (emotions, i))->slug))
        return set_invalid (error, _("An emotion has no valid name"));
    }

  for (guint i = 0; i < tags->len; i++)
    {
      g_autofree char *name = thaw_tag_name_normalize (((ThawTagMark *) g_ptr_array_index (tags, i))->name);

      if (name == NULL)
        return set_invalid (error, _("A tag has no valid name"));
    }

  return TRUE;
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

/* Hides an entry from every list and every search, or brings it back. */
gboolean
thaw_journal_write_hidden (ThawConnection  *connection,
                           const char      *uuid,
                           gboolean         is_hidden,
                           gint64           now_ms,
                           GError         **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);
  g_autoptr (ThawStatement) update = NULL;
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

  if (stored.is_hidden == is_hidden)
    return thaw_transaction_commit (transaction, error);

  update = thaw_statement_new (connection, "UPDATE entry SET hidden_ms = ?2 WHERE id = ?1", error);
  if (update == NULL)
    return FALSE;

  thaw_statement_bind_int64 (update, 1, stored.id);
  if (is_hidden)
    thaw_statement_bind_int64 (update, 2, now_ms);

  return change_fts (connection, is_hidden ? DELETE_FTS : INSERT_FTS, stored.position, stored.title, stored.text,
                     stored.words, error) &&
         thaw_statement_run (update, error) &&
         thaw_transaction_commit (transaction, error);
}
