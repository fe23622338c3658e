/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-parts"

#include "config.h"
#include "thaw-journal-private.h"

#include "thaw-uuid.h"

/* Writes what is in the tables around an entry. */

/* Binds what a row of a list of marks has besides the entry and its place, from ?3 on. */
typedef gboolean (*BindFunc) (ThawConnection  *connection,
                              ThawStatement   *insert,
                              gpointer         mark,
                              gint64           modified_ms,
                              GError         **error);

static gboolean
bind_emotion (ThawConnection  *connection,
              ThawStatement   *insert,
              gpointer         mark,
              gint64           modified_ms,
              GError         **error)
{
  ThawEmotionMark *emotion = mark;

  thaw_statement_bind_text (insert, 3, emotion->slug);
  thaw_statement_bind_int64 (insert, 4, emotion->intensity);

  return TRUE;
}

static gboolean
bind_sensation (ThawConnection  *connection,
                ThawStatement   *insert,
                gpointer         mark,
                gint64           modified_ms,
                GError         **error)
{
  ThawSensation *sensation = mark;

  thaw_statement_bind_text (insert, 3, thaw_body_region_to_slug (sensation->region));
  thaw_statement_bind_text (insert, 4, thaw_sensation_quality_to_slug (sensation->quality));
  if (sensation->strength != THAW_SENSATION_NO_STRENGTH)
    thaw_statement_bind_int64 (insert, 5, sensation->strength);
  else
    thaw_statement_bind_text (insert, 5, NULL);

  return TRUE;
}

static gboolean
bind_tag (ThawConnection  *connection,
          ThawStatement   *insert,
          gpointer         mark,
          gint64           modified_ms,
          GError         **error)
{
  ThawTagMark *tag = mark;
  gint64 id;

  if (!thaw_journal_put_tag (connection, tag->kind, tag->name, modified_ms, &id, error))
    return FALSE;

  thaw_statement_bind_int64 (insert, 3, id);
  thaw_statement_bind_int64 (insert, 4, tag->is_trigger);

  return TRUE;
}

static gboolean
bind_coping (ThawConnection  *connection,
             ThawStatement   *insert,
             gpointer         mark,
             gint64           modified_ms,
             GError         **error)
{
  ThawCopingMark *coping = mark;

  thaw_statement_bind_text (insert, 3, coping->slug);
  thaw_statement_bind_text (insert, 4, thaw_coping_outcome_to_slug (coping->outcome));

  return TRUE;
}

static gboolean
write_list (ThawConnection  *connection,
            const char      *sql,
            gint64           id,
            GPtrArray       *marks,
            BindFunc         bind_func,
            gint64           modified_ms,
            GError         **error)
{
  g_autoptr (ThawStatement) insert = NULL;

  if (marks->len == 0)
    return TRUE;

  insert = thaw_statement_new (connection, sql, error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < marks->len; i++)
    {
      thaw_statement_bind_int64 (insert, 1, id);
      thaw_statement_bind_int64 (insert, 2, i);
      if (!bind_func (connection, insert, g_ptr_array_index (marks, i), modified_ms, error) ||
          !thaw_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_text (ThawConnection  *connection,
            const char      *sql,
            gint64           id,
            const char      *text,
            GError         **error)
{
  g_autoptr (ThawStatement) insert = NULL;

  if (text == NULL || text[0] == '\0')
    return TRUE;

  insert = thaw_statement_new (connection, sql, error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_int64 (insert, 1, id);
  thaw_statement_bind_text (insert, 2, text);

  return thaw_statement_run (insert, error);
}

/**
 * thaw_journal_put_tag:
 * @kind: what the tag stands for
 * @name: a normalized name
 * @modified_ms: when it is used
 * @out_id: (out): its row
 * @error: return location for an error
 *
 * Finds the tag, or makes it. Within a transaction.
 *
 * Returns: whether it is there
 */
gboolean
thaw_journal_put_tag (ThawConnection  *connection,
                      ThawTagKind      kind,
                      const char      *name,
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
  thaw_statement_bind_text (statement, 2, thaw_tag_kind_to_slug (kind));
  thaw_statement_bind_text (statement, 3, name);
  thaw_statement_bind_int64 (statement, 4, modified_ms);
  if (!thaw_statement_next (statement, error))
    return FALSE;

  *out_id = thaw_statement_get_int64 (statement, 0);

  return thaw_statement_run (statement, error);
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

/**
 * thaw_journal_write_parts:
 * @id: the entry's row, which has no parts yet
 * @entry: the entry
 * @error: return location for an error
 *
 * Within a transaction.
 *
 * Returns: whether all parts were written
 */
gboolean
thaw_journal_write_parts (ThawConnection  *connection,
                          gint64           id,
                          ThawEntry       *entry,
                          GError         **error)
{
  gint64 modified_ms = thaw_entry_get_modified_ms (entry);

  return write_list (connection,
                     "INSERT INTO entry_emotion (entry, ordinal, slug, intensity) VALUES (?1, ?2, ?3, ?4)",
                     id, thaw_entry_get_emotions (entry), bind_emotion, modified_ms, error) &&
         write_list (connection,
                     "INSERT INTO entry_sensation (entry, ordinal, region, quality, strength)"
                     "  VALUES (?1, ?2, ?3, ?4, ?5)",
                     id, thaw_entry_get_sensations (entry), bind_sensation, modified_ms, error) &&
         write_list (connection,
                     "INSERT INTO entry_tag (entry, ordinal, tag, is_trigger) VALUES (?1, ?2, ?3, ?4)",
                     id, thaw_entry_get_tags (entry), bind_tag, modified_ms, error) &&
         write_list (connection,
                     "INSERT INTO entry_coping (entry, ordinal, slug, outcome) VALUES (?1, ?2, ?3, ?4)",
                     id, thaw_entry_get_copings (entry), bind_coping, modified_ms, error) &&
         write_text (connection, "INSERT INTO entry_body (entry, answer) VALUES (?1, ?2)",
                     id, thaw_body_answer_to_slug (thaw_entry_get_body_answer (entry)), error) &&
         write_text (connection, "INSERT INTO entry_prompt (entry, prompt) VALUES (?1, ?2)",
                     id, thaw_entry_get_prompt (entry), error);
}

static gboolean
delete_part (ThawConnection  *connection,
             const char      *sql,
             gint64           id,
             GError         **error)
{
  g_autoptr (ThawStatement) statement = thaw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_int64 (statement, 1, id);

  return thaw_statement_run (statement, error);
}

/**
 * thaw_journal_delete_parts:
 * @id: the entry's row
 * @out_had_tags: (out): whether tags may be unused now
 * @error: return location for an error
 *
 * Within a transaction.
 *
 * Returns: whether the entry has no parts now
 */
gboolean
thaw_journal_delete_parts (ThawConnection  *connection,
                           gint64           id,
                           gboolean        *out_had_tags,
                           GError         **error)
{
  gint64 n_changes;

  if (!delete_part (connection, "DELETE FROM entry_emotion WHERE entry = ?1", id, error) ||
      !delete_part (connection, "DELETE FROM entry_sensation WHERE entry = ?1", id, error) ||
      !delete_part (connection, "DELETE FROM entry_coping WHERE entry = ?1", id, error) ||
      !delete_part (connection, "DELETE FROM entry_body WHERE entry = ?1", id, error) ||
      !delete_part (connection, "DELETE FROM entry_prompt WHERE entry = ?1", id, error))
    return FALSE;

  n_changes = thaw_connection_get_n_changes (connection);
  if (!delete_part (connection, "DELETE FROM entry_tag WHERE entry = ?1", id, error))
    return FALSE;

  *out_had_tags = thaw_connection_get_n_changes (connection) > n_changes;

  return TRUE;
}
