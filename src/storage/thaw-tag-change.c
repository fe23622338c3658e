/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tag-change"

#include "config.h"
#include "thaw-tag-change-private.h"

#include "thaw-journal-private.h"

#include <glib/gi18n-lib.h>

/* A tag as it is, or was, in its table. */
typedef struct
{
  gint64 id; /* 0 if there is none */
  char *uuid; /* (owned) (nullable) */
  ThawTagKind kind;
  char *name; /* (owned) (nullable) */
  gint64 modified_ms;
} Tag;

/* How an entry had the tag before the change. */
typedef struct
{
  char *uuid; /* (owned) */
  gint64 ordinal;
  gboolean was_trigger;
  gboolean had_target;
  gboolean target_was_trigger;
} Use;

/**
 * ThawTagChange:
 *
 * What was done to a tag, with all that is needed to take it back. Unchanging,
 * so any thread may read it.
 */
struct _ThawTagChange
{
  Tag source;
  Tag target; /* no name if the tag was deleted */
  gboolean is_merge;
  GArray *uses; /* (owned) (element-type Use) */
};

G_DEFINE_BOXED_TYPE (ThawTagChange, thaw_tag_change, thaw_tag_change_ref, thaw_tag_change_unref)

static void
tag_clear (Tag *tag)
{
  g_clear_pointer (&tag->uuid, g_free);
  g_clear_pointer (&tag->name, g_free);
}

static void
use_clear (gpointer data)
{
  g_free (((Use *) data)->uuid);
}

static void
change_clear (gpointer data)
{
  ThawTagChange *self = data;

  tag_clear (&self->source);
  tag_clear (&self->target);
  g_clear_pointer (&self->uses, g_array_unref);
}

static ThawTagChange *
change_new (void)
{
  ThawTagChange *self = g_atomic_rc_box_new0 (ThawTagChange);

  self->uses = g_array_new (FALSE, FALSE, sizeof (Use));
  g_array_set_clear_func (self->uses, use_clear);

  return self;
}

ThawTagChange *
thaw_tag_change_ref (ThawTagChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
thaw_tag_change_unref (ThawTagChange *self)
{
  g_atomic_rc_box_release_full (self, change_clear);
}

/**
 * thaw_tag_change_get_n_entries:
 *
 * Returns: how many entries had the tag, hidden ones included
 */
guint
thaw_tag_change_get_n_entries (ThawTagChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->uses->len;
}

/**
 * thaw_tag_change_is_merge:
 *
 * Returns: whether the tag became one that was there already
 */
gboolean
thaw_tag_change_is_merge (ThawTagChange *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_merge;
}

/* Runs a constant with up to three numbers, of which those that are not in it are 0. */
static gboolean
run (ThawConnection  *connection,
     const char      *sql,
     gint64           first,
     gint64           second,
     gint64           third,
     GError         **error)
{
  g_autoptr (ThawStatement) statement = thaw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_int64 (statement, 1, first);
  if (second != 0)
    thaw_statement_bind_int64 (statement, 2, second);
  if (third != 0)
    thaw_statement_bind_int64 (statement, 3, third);

  return thaw_statement_run (statement, error);
}

/* Takes what a row about a tag says; leaves @tag as it is if there is none. */
static gboolean
read_tag (ThawStatement  *row,
          Tag            *tag,
          GError        **error)
{
  g_autoptr (GError) local_error = NULL;

  if (thaw_statement_next (row, &local_error))
    {
      tag_clear (tag);
      tag->id = thaw_statement_get_int64 (row, 0);
      tag->uuid = thaw_statement_dup_text (row, 1);
      thaw_tag_kind_from_slug (thaw_statement_get_text (row, 2), &tag->kind);
      tag->name = thaw_statement_dup_text (row, 3);
      tag->modified_ms = thaw_statement_get_int64 (row, 4);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
find_tag (ThawConnection  *connection,
          const char      *uuid,
          Tag             *tag,
          GError         **error)
{
  g_autoptr (ThawStatement) row = NULL;

  row = thaw_statement_new (connection, "SELECT id, uuid, kind, name, modified_ms FROM tag WHERE uuid = ?1", error);
  if (row == NULL)
    return FALSE;

  thaw_statement_bind_text (row, 1, uuid);
  if (!read_tag (row, tag, error))
    return FALSE;

  if (tag->id != 0)
    return TRUE;

  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND, _("The tag is not there any more"));

  return FALSE;
}

/* Whether there is one or not: then it has no id. */
static gboolean
find_tag_by_name (ThawConnection  *connection,
                  ThawTagKind      kind,
                  const char      *name,
                  Tag             *tag,
                  GError         **error)
{
  g_autoptr (ThawStatement) row = NULL;

  row = thaw_statement_new (connection,
                            "SELECT id, uuid, kind, name, modified_ms FROM tag WHERE kind = ?1 AND name = ?2", error);
  if (row == NULL)
    return FALSE;

  tag_clear (tag);
  *tag = (Tag) { .kind = kind, .name = g_strdup (name) };
  thaw_statement_bind_text (row, 1, thaw_tag_kind_to_slug (kind));
  thaw_statement_bind_text (row, 2, name);

  return read_tag (row, tag, error);
}

static gboolean
find_target (ThawConnection              *connection,
             const ThawTagChangeRequest  *request,
             const Tag                   *source,
             Tag                         *target,
             GError                     **error)
{
  g_autofree char *name = NULL;

  switch (request->what)
    {
    case THAW_TAG_CHANGE_RENAME:
      name = thaw_tag_name_normalize (request->text);
      if (name != NULL)
        return find_tag_by_name (connection, source->kind, name, target, error);
      g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID, _("A tag has no valid name"));
      return FALSE;
    case THAW_TAG_CHANGE_MERGE:
      return find_tag (connection, request->text, target, error);
    case THAW_TAG_CHANGE_KIND:
      return find_tag_by_name (connection, request->kind, source->name, target, error);
    case THAW_TAG_CHANGE_DELETE:
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
collect_uses (ThawConnection  *connection,
              ThawTagChange   *self,
              GError         **error)
{
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  rows = thaw_statement_new (connection,
                             "SELECT entry.uuid, used.ordinal, used.is_trigger, other.is_trigger"
                             "  FROM entry_tag AS used JOIN entry ON entry.id = used.entry"
                             "    LEFT JOIN entry_tag AS other ON other.tag = ?2 AND other.entry = used.entry"
                             "  WHERE used.tag = ?1 ORDER BY used.entry",
                             error);
  if (rows == NULL)
    return FALSE;

  thaw_statement_bind_int64 (rows, 1, self->source.id);
  thaw_statement_bind_int64 (rows, 2, self->target.id);
  while (thaw_statement_next (rows, &local_error))
    {
      Use use = { .ordinal = thaw_statement_get_int64 (rows, 1),
                  .was_trigger = thaw_statement_get_int64 (rows, 2) != 0,
                  .had_target = !thaw_statement_is_null (rows, 3),
                  .target_was_trigger = thaw_statement_get_int64 (rows, 3) != 0 };

      use.uuid = thaw_statement_dup_text (rows, 0);
      g_array_append_val (self->uses, use);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The tables only; the words of the entries come after it. */
static gboolean
change_tables (ThawConnection       *connection,
               const ThawTagChange  *self,
               GError              **error)
{
  gint64 source = self->source.id, target = self->target.id;
  g_autoptr (ThawStatement) update = NULL;

  if (self->target.name == NULL)
    return run (connection, "DELETE FROM entry_tag WHERE tag = ?1", source, 0, 0, error) &&
           run (connection, "DELETE FROM tag WHERE id = ?1", source, 0, 0, error);

  if (self->is_merge)
    return run (connection,
                "UPDATE entry_tag SET is_trigger = 1 WHERE tag = ?2 AND is_trigger = 0 AND entry IN"
                "  (SELECT entry FROM entry_tag WHERE tag = ?1 AND is_trigger = 1)",
                source, target, 0, error) &&
           run (connection,
                "DELETE FROM entry_tag WHERE tag = ?1 AND entry IN (SELECT entry FROM entry_tag WHERE tag = ?2)",
                source, target, 0, error) &&
           run (connection, "UPDATE entry_tag SET tag = ?2 WHERE tag = ?1", source, target, 0, error) &&
           run (connection,
                "UPDATE tag SET modified_ms = max (modified_ms, ifnull (?2, 0)) WHERE id = ?1",
                target, self->source.modified_ms, 0, error) &&
           run (connection, "DELETE FROM tag WHERE id = ?1", source, 0, 0, error);

  update = thaw_statement_new (connection, "UPDATE tag SET kind = ?2, name = ?3 WHERE id = ?1", error);
  if (update == NULL)
    return FALSE;

  thaw_statement_bind_int64 (update, 1, source);
  thaw_statement_bind_text (update, 2, thaw_tag_kind_to_slug (self->target.kind));
  thaw_statement_bind_text (update, 3, self->target.name);

  return thaw_statement_run (update, error);
}

/**
 * thaw_tag_change_apply:
 * @connection: the writer
 * @request: what to do
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND, %THAW_STORAGE_ERROR_INVALID and others
 *
 * Changes a tag and the entries that have it, all or nothing.
 *
 * Returns: (transfer full) (nullable): what was done, or %NULL with an error
 */
ThawTagChange *
thaw_tag_change_apply (ThawConnection              *connection,
                       const ThawTagChangeRequest  *request,
                       GError                     **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);
  g_autoptr (ThawTagChange) self = change_new ();
  g_autoptr (GPtrArray) uuids = g_ptr_array_new ();

  if (transaction == NULL || !find_tag (connection, request->uuid, &self->source, error) ||
      !find_target (connection, request, &self->source, &self->target, error))
    return NULL;

  /* Nothing to do, and nothing to take back. */
  if (self->target.id == self->source.id)
    return thaw_transaction_commit (transaction, error) ? g_steal_pointer (&self) : NULL;

  self->is_merge = self->target.id != 0;
  if (!collect_uses (connection, self, error) || !change_tables (connection, self, error))
    return NULL;

  for (guint i = 0; i < self->uses->len; i++)
    g_ptr_array_add (uuids, g_array_index (self->uses, Use, i).uuid);
  if (!thaw_journal_rewrite_words (connection, uuids, request->catalogs, request->now_ms, error) ||
      !thaw_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* How an entry has both tags now. */
typedef struct
{
  gint64 id; /* 0 if the entry is gone */
  gboolean has_source;
  gboolean has_target;
  gboolean target_is_trigger;
  gboolean ordinal_is_free;
} Now;

static gboolean
look_up_now (ThawConnection  *connection,
             const Use       *use,
             gint64           source,
             gint64           target,
             Now             *now,
             GError         **error)
{
  g_autoptr (ThawStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  *now = (Now) { 0 };
  row = thaw_statement_new (connection,
                            "SELECT id,"
                            "    EXISTS (SELECT 1 FROM entry_tag WHERE tag = ?2 AND entry = entry.id),"
                            "    (SELECT is_trigger FROM entry_tag WHERE tag = ?3 AND entry = entry.id),"
                            "    NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry = entry.id AND ordinal = ?4)"
                            "  FROM entry WHERE uuid = ?1",
                            error);
  if (row == NULL)
    return FALSE;

  thaw_statement_bind_text (row, 1, use->uuid);
  thaw_statement_bind_int64 (row, 2, source);
  thaw_statement_bind_int64 (row, 3, target);
  thaw_statement_bind_int64 (row, 4, use->ordinal);
  if (thaw_statement_next (row, &local_error))
    {
      now->id = thaw_statement_get_int64 (row, 0);
      now->has_source = thaw_statement_get_int64 (row, 1) != 0;
      now->has_target = !thaw_statement_is_null (row, 2);
      now->target_is_trigger = thaw_statement_get_int64 (row, 2) != 0;
      now->ordinal_is_free = thaw_statement_get_int64 (row, 3) != 0;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
add_back (ThawConnection  *connection,
          const Use       *use,
          const Now       *now,
          gint64           source,
          GError         **error)
{
  g_autoptr (ThawStatement) insert = NULL;

  /* Was the entry saved since, its tags have other places; then it comes last. */
  insert = thaw_statement_new (connection,
                               "INSERT INTO entry_tag (entry, ordinal, tag, is_trigger) VALUES (?1,"
                               "    ifnull (?2, (SELECT ifnull (max (ordinal), -1) + 1 FROM entry_tag"
                               "      WHERE entry = ?1)),"
                               "    ?3, ?4)",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_int64 (insert, 1, now->id);
  if (now->ordinal_is_free)
    thaw_statement_bind_int64 (insert, 2, use->ordinal);
  thaw_statement_bind_int64 (insert, 3, source);
  thaw_statement_bind_int64 (insert, 4, use->was_trigger);

  return thaw_statement_run (insert, error);
}

static gboolean
set_trigger (ThawConnection  *connection,
             gint64           entry,
             gint64           tag,
             gboolean         is_trigger,
             GError         **error)
{
  return run (connection,
              is_trigger ? "UPDATE entry_tag SET is_trigger = 1 WHERE entry = ?1 AND tag = ?2"
                         : "UPDATE entry_tag SET is_trigger = 0 WHERE entry = ?1 AND tag = ?2",
              entry, tag, 0, error);
}

/* What the person changed on an entry since stays: a tag they took away does not come back in either name, and a mark
 * that they set is theirs. */
static gboolean
undo_one (ThawConnection       *connection,
          const ThawTagChange  *self,
          const Use            *use,
          gint64                source,
          gint64                target,
          gboolean             *out_is_changed,
          GError              **error)
{
  Now now;

  *out_is_changed = FALSE;
  if (!look_up_now (connection, use, source, target, &now, error))
    return FALSE;

  if (now.id == 0 || now.has_source || (self->target.name != NULL && !now.has_target))
    return TRUE;

  *out_is_changed = TRUE;
  if (self->target.name != NULL && !use->had_target)
    return run (connection, "UPDATE entry_tag SET tag = ?3 WHERE entry = ?1 AND tag = ?2",
                now.id, target, source, error);

  if (use->had_target && now.target_is_trigger == (use->was_trigger || use->target_was_trigger) &&
      !set_trigger (connection, now.id, target, use->target_was_trigger, error))
    return FALSE;

  return add_back (connection, use, &now, source, error);
}

/* Back to when each tag was used last, and the tag that is there again to its identity. */
static gboolean
restore_tag (ThawConnection  *connection,
             const Tag       *tag,
             gint64           id,
             GError         **error)
{
  g_autoptr (ThawStatement) update = NULL;

  update = thaw_statement_new (connection, "UPDATE OR IGNORE tag SET uuid = ?2, modified_ms = ?3 WHERE id = ?1", error);
  if (update == NULL)
    return FALSE;

  thaw_statement_bind_int64 (update, 1, id);
  thaw_statement_bind_text (update, 2, tag->uuid);
  thaw_statement_bind_int64 (update, 3, tag->modified_ms);

  return thaw_statement_run (update, error);
}

/**
 * thaw_tag_change_undo:
 * @connection: the writer
 * @change: what was done
 * @catalogs: the words in the person's language
 * @now_ms: when
 * @error: return location for an error
 *
 * Gives the entries the tag back, as they had it, all or nothing. What was
 * changed on an entry since stays as it is.
 *
 * Returns: whether it was taken back
 */
gboolean
thaw_tag_change_undo (ThawConnection             *connection,
                      ThawTagChange              *change,
                      const ThawJournalCatalogs  *catalogs,
                      gint64                      now_ms,
                      GError                    **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);
  g_autoptr (GPtrArray) uuids = g_ptr_array_new ();
  Tag source = { 0 }, target = { 0 };
  gint64 source_id;
  gboolean had_source, ok;

  if (transaction == NULL)
    return FALSE;
  if (change->uses->len == 0)
    return thaw_transaction_commit (transaction, error);

  ok = find_tag_by_name (connection, change->source.kind, change->source.name, &source, error) &&
       (change->target.name == NULL ||
        find_tag_by_name (connection, change->target.kind, change->target.name, &target, error));
  had_source = source.id != 0;
  ok = ok && thaw_journal_put_tag (connection, change->source.kind, change->source.name, change->source.modified_ms,
                                   &source_id, error);
  for (guint i = 0; ok && i < change->uses->len; i++)
    {
      const Use *use = &g_array_index (change->uses, Use, i);
      gboolean is_changed;

      ok = undo_one (connection, change, use, source_id, target.id, &is_changed, error);
      if (ok && is_changed)
        g_ptr_array_add (uuids, use->uuid);
    }

  /* First the tag goes that was renamed and is not needed any more: both have one identity. */
  ok = ok && thaw_journal_remove_unused_tags (connection, error) &&
       (had_source || restore_tag (connection, &change->source, source_id, error)) &&
       thaw_journal_rewrite_words (connection, uuids, catalogs, now_ms, error) &&
       thaw_transaction_commit (transaction, error);
  tag_clear (&source);
  tag_clear (&target);

  return ok;
}
