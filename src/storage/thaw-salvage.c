/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-salvage"

#include "config.h"
#include "thaw-salvage.h"

#include "thaw-journal-private.h"
#include "thaw-session.h"
#include "thaw-store-private.h"
#include "thaw-uuid.h"

/*
 * Reads a damaged journal row by row.
 *
 * A damaged page makes every query fail that comes across it. So the rows are
 * asked for by ranges of their ids, and a range that fails is halved until what
 * cannot be read is single rows.
 */

/* More rows than a person can write; where the largest id cannot be read, either. */
#define MAX_ID (G_GINT64_CONSTANT (1) << 31)

/* A file of which nearly every page is damaged shall end, too. There are far fewer tombstones than entries. */
#define MAX_FAILURES 200000
#define MAX_TOMBSTONE_FAILURES 20000

typedef struct _Salvage Salvage;

/* Hands out the rows of a range, in order, as far as they can be read. FALSE with @error set only if whoever gets
 * them wants to stop; @out_is_whole tells about the file. */
typedef gboolean (*ReadRange) (Salvage   *self,
                               gint64     first,
                               gint64     last,
                               gboolean   with_marks,
                               gboolean  *out_is_whole,
                               GError   **error);

struct _Salvage
{
  ThawConnection *connection; /* (unowned) */
  ReadRange read_range;
  ThawEntryFunc func;
  gpointer user_data;
  const char *sql;           /* what @read_range asks, if there is more than one thing */
  const ThawRecordKind *kind; /* what records they are, if they are that */
  GHashTable *bare;          /* (unowned) (nullable) (element-type utf8): gets who comes without what they had */
  GCancellable *cancellable; /* (unowned) (nullable) */
  ThawJournalMarksWhich which;
  gint64 next_id;            /* what is not yet handed out */
  guint n_failures;
  guint max_failures;
};

/* A statement that cannot be prepared finds no tables: no other range would be any better. */
static gboolean
give_up (Salvage *self)
{
  self->n_failures = self->max_failures + 1;

  return TRUE;
}

/* What could not be stored again would keep all others from it, too: of an entry that was nothing but marks nothing
 * may be left. Words are worth more than what they are known by. */
static gboolean
is_worth_keeping (ThawEntry *entry)
{
  const char *uuid = thaw_entry_get_uuid (entry);

  if (uuid == NULL || !thaw_uuid_is_valid (uuid))
    {
      g_autofree char *new_uuid = thaw_uuid_new (thaw_entry_get_moment (entry)->utc_ms);

      thaw_entry_set_uuid (entry, new_uuid);
    }

  return thaw_journal_check_entry (entry, NULL);
}

static gboolean
read_entries (Salvage   *self,
              gint64     first,
              gint64     last,
              gboolean   with_marks,
              gboolean  *out_is_whole,
              GError   **error)
{
  g_autoptr (ThawStatement) rows = NULL;
  g_auto (ThawJournalMarks) marks = { NULL };
  g_autoptr (GError) damage = NULL;

  *out_is_whole = FALSE;
  if (with_marks && !thaw_journal_marks_init (&marks, self->connection, self->which, &damage))
    return TRUE;

  rows = thaw_statement_new (self->connection,
                             "SELECT " THAW_JOURNAL_ENTRY_COLUMNS " FROM entry"
                             "  WHERE id BETWEEN ?1 AND ?2 AND hidden_ms IS NULL ORDER BY id",
                             &damage);
  if (rows == NULL)
    return give_up (self);

  thaw_statement_bind_int64 (rows, 1, first);
  thaw_statement_bind_int64 (rows, 2, last);
  while (thaw_statement_next (rows, &damage))
    {
      gint64 id = thaw_statement_get_int64 (rows, 0);
      g_autoptr (ThawEntry) entry = thaw_journal_read_entry_row (rows, with_marks ? &marks : NULL, &damage);

      if (entry == NULL)
        return TRUE;

      if (is_worth_keeping (entry) && !self->func (entry, self->user_data, error))
        return FALSE;
      self->next_id = id + 1;
    }

  *out_is_whole = damage == NULL;
  if (*out_is_whole)
    self->next_id = last + 1;

  return TRUE;
}

static gboolean
read_tombstones (Salvage   *self,
                 gint64     first,
                 gint64     last,
                 gboolean   with_marks,
                 gboolean  *out_is_whole,
                 GError   **error)
{
  GPtrArray *tombstones = self->user_data;
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) damage = NULL;

  *out_is_whole = FALSE;
  rows = thaw_statement_new (self->connection, self->sql, &damage);
  if (rows == NULL)
    return give_up (self);

  thaw_statement_bind_int64 (rows, 1, first);
  thaw_statement_bind_int64 (rows, 2, last);
  while (thaw_statement_next (rows, &damage))
    {
      const char *uuid = thaw_statement_get_text (rows, 1);
      const char *kind = thaw_statement_get_text (rows, 3);
      ThawTombstone *tombstone;

      self->next_id = thaw_statement_get_int64 (rows, 0) + 1;
      if (uuid == NULL || kind == NULL || !thaw_uuid_is_valid (uuid))
        continue;

      tombstone = g_new0 (ThawTombstone, 1);
      tombstone->uuid = g_strdup (uuid);
      tombstone->deleted_ms = thaw_statement_get_int64 (rows, 2);
      tombstone->kind = g_strdup (kind);
      g_ptr_array_add (tombstones, tombstone);
    }

  *out_is_whole = damage == NULL;
  if (*out_is_whole)
    self->next_id = last + 1;

  return TRUE;
}

/* From damage may come what is written well and still cannot be stored: one of that kind would keep all the others
 * from being taken over. */
static gboolean
is_sound (const ThawRecordKind *kind,
          gpointer              record)
{
  g_autoptr (GError) damage = NULL;

  if (thaw_record_check (kind, record, &damage))
    return TRUE;

  g_info ("Something beside the entries makes no sense: %s", damage->message);

  return FALSE;
}

static gboolean
read_records (Salvage   *self,
              gint64     first,
              gint64     last,
              gboolean   with_marks,
              gboolean  *out_is_whole,
              GError   **error)
{
  const ThawRecordKind *kind = self->kind;
  GPtrArray *records = self->user_data;
  const char *sql = with_marks || kind->bare_range_sql == NULL ? kind->range_sql : kind->bare_range_sql;
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) damage = NULL;

  *out_is_whole = FALSE;
  rows = thaw_statement_new (self->connection, sql, &damage);
  if (rows == NULL)
    return give_up (self);

  thaw_statement_bind_int64 (rows, 1, first);
  thaw_statement_bind_int64 (rows, 2, last);
  while (thaw_statement_next (rows, &damage))
    {
      gpointer record = kind->read (rows);

      self->next_id = thaw_statement_get_int64 (rows, kind->row_column) + 1;
      if (record != NULL && is_sound (kind, record))
        {
          const char *uuid = G_STRUCT_MEMBER (const char *, record, kind->uuid_offset);

          g_ptr_array_add (records, record);
          if (!with_marks && self->bare != NULL && uuid != NULL)
            g_hash_table_add (self->bare, g_strdup (uuid));
        }
      else if (record != NULL)
        kind->free (record);
    }

  *out_is_whole = damage == NULL;
  if (*out_is_whole)
    self->next_id = last + 1;

  return TRUE;
}

static gboolean
salvage_range (Salvage  *self,
               gint64    first,
               gint64    last,
               GError  **error)
{
  gboolean is_whole;

  /* What went well before the damage was met is not read again. */
  first = MAX (first, self->next_id);
  if (first > last || self->n_failures > self->max_failures)
    return TRUE;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (!self->read_range (self, first, last, TRUE, &is_whole, error))
    return FALSE;
  if (is_whole)
    return TRUE;

  self->n_failures++;
  first = MAX (first, self->next_id);
  if (first < last)
    {
      gint64 middle = first + (last - first) / 2;

      return salvage_range (self, first, middle, error) && salvage_range (self, middle + 1, last, error);
    }

  /* The words may be there where the emotions and tags are not. */
  if (first == last && !self->read_range (self, first, last, FALSE, &is_whole, error))
    return FALSE;
  self->next_id = last + 1;

  return TRUE;
}

/**
 * thaw_salvage_entries_sync:
 * @path: (type filename): a journal that may be damaged
 * @func: (scope call): called with each entry that can be read
 * @user_data: what to pass along
 * @cancellable: (nullable): to stop it
 * @error: return location for an error: that the file cannot be read at all, or
 *   what @func returned
 *
 * Reads every entry that can still be read. The file is not changed. An entry
 * whose emotions or tags are damaged comes without them.
 *
 * Returns: whether there was something to read, even if it was not everything
 */
gboolean
thaw_salvage_entries_sync (const char     *path,
                           ThawEntryFunc   func,
                           gpointer        user_data,
                           GCancellable   *cancellable,
                           GError        **error)
{
  g_autoptr (ThawConnection) connection = NULL;
  gint64 last = MAX_ID, version = 0;
  Salvage self = {
    .read_range = read_entries, .func = func, .user_data = user_data, .cancellable = cancellable,
    .which = THAW_JOURNAL_MARKS_ENTRY, .max_failures = MAX_FAILURES
  };

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  connection = thaw_connection_open (path, THAW_CONNECTION_READ_ONLY, error);
  if (connection == NULL)
    return FALSE;

  self.connection = connection;
  /* What is damaged was not brought to the newest version any more. */
  if (thaw_connection_get_int64 (connection, "PRAGMA user_version", &version, NULL) && version == 1)
    self.which = THAW_JOURNAL_MARKS_ENTRY_V1;
  if (!thaw_connection_get_int64 (connection, "SELECT max (id) FROM entry", &last, NULL))
    last = MAX_ID;

  return salvage_range (&self, 0, last, error);
}

/**
 * thaw_salvage_tombstones_sync:
 * @path: (type filename): a journal that may be damaged
 * @error: return location for an error: that the file cannot be read at all
 *
 * Reads, as far as it can be read, what was deleted from a journal: also what was
 * hidden and still waited to be deleted for good. The file is not changed.
 *
 * Returns: (transfer full) (element-type ThawTombstone) (nullable): what was
 *   deleted, even if it is not everything, or %NULL with an error
 */
GPtrArray *
thaw_salvage_tombstones_sync (const char  *path,
                              GError     **error)
{
  /* By their ids alone: an index may be damaged where the rows are not. */
  static const struct
  {
    const char *last;
    const char *rows;
  } queries[] = {
    { "SELECT max (rowid) FROM tombstone",
      "SELECT rowid, uuid, deleted_ms, kind FROM tombstone NOT INDEXED"
      "  WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid" },
    { "SELECT max (id) FROM entry",
      "SELECT id, uuid, hidden_ms, 'entry' FROM entry NOT INDEXED"
      "  WHERE id BETWEEN ?1 AND ?2 AND hidden_ms IS NOT NULL ORDER BY id" },
  };
  g_autoptr (GPtrArray) tombstones = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_tombstone_free);
  g_autoptr (ThawConnection) connection = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  connection = thaw_connection_open (path, THAW_CONNECTION_READ_ONLY, error);
  if (connection == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gint64 last = MAX_ID;
      Salvage self = {
        .connection = connection, .read_range = read_tombstones, .user_data = tombstones, .sql = queries[i].rows,
        .max_failures = MAX_TOMBSTONE_FAILURES
      };

      if (!thaw_connection_get_int64 (connection, queries[i].last, &last, NULL))
        last = MAX_ID;
      if (!salvage_range (&self, 0, last, error))
        return NULL;
    }

  return g_steal_pointer (&tombstones);
}

/* Puts @others in the place of @target, if they could be read. */
static void
take_over_list (GPtrArray     *others,
                GPtrArray    **target,
                const GError  *damage)
{
  if (others == NULL)
    {
      g_info ("Something beside the entries cannot be read: %s", damage->message);
      return;
    }

  g_ptr_array_unref (*target);
  *target = others;
}

static void
take_over_records (ThawConnection        *connection,
                   const ThawRecordKind  *kind,
                   GPtrArray            **target)
{
  g_autoptr (GError) damage = NULL;
  GPtrArray *others = thaw_record_read_all (kind, connection, &damage);

  for (guint i = others != NULL ? others->len : 0; i > 0; i--)
    {
      if (!is_sound (kind, g_ptr_array_index (others, i - 1)))
        g_ptr_array_remove_index (others, i - 1);
    }
  take_over_list (others, target, damage);
}

static void
take_over_slugs (ThawConnection     *connection,
                 const ThawSlugSet  *set,
                 GPtrArray         **target)
{
  g_autoptr (GError) damage = NULL;
  GPtrArray *others = thaw_slug_set_read (set, connection, &damage);

  take_over_list (others, target, damage);
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const ThawSession *session_a = *(const ThawSession *const *) a;
  const ThawSession *session_b = *(const ThawSession *const *) b;
  gint64 position_a = thaw_moment_get_position (&session_a->moment);
  gint64 position_b = thaw_moment_get_position (&session_b->moment);

  return (position_a > position_b) - (position_a < position_b);
}

/* They may be on many pages, of which some can be read. */
static void
salvage_records (ThawConnection       *connection,
                 const ThawRecordKind *kind,
                 GPtrArray            *records,
                 GHashTable           *bare)
{
  gint64 last = MAX_ID;
  Salvage self = {
    .connection = connection, .read_range = read_records, .kind = kind, .user_data = records,
    .bare = bare, .max_failures = MAX_FAILURES
  };

  if (!thaw_connection_get_int64 (connection, kind->last_row_sql, &last, NULL))
    last = MAX_ID;
  salvage_range (&self, 0, last, NULL);
}

/**
 * thaw_salvage_others_sync:
 * @path: (type filename): a journal that may be damaged
 * @batch: gets what there is beside the entries, as far as it can be read; sessions
 *   oldest first
 * @bare_people: (nullable) (element-type utf8): gets the identities of those whose ways to be
 *   reached cannot be read, and who come without any; owns them
 *
 * Reads what is beside the entries: sessions, people, photos and marks on articles, whose
 * notes may be long, row by row; each other kind is a page or two, so it is there or it
 * is not. The file is not changed.
 */
void
thaw_salvage_others_sync (const char      *path,
                          ThawImportBatch *batch,
                          GHashTable      *bare_people)
{
  g_autoptr (ThawConnection) connection = NULL;

  g_return_if_fail (path != NULL);
  g_return_if_fail (batch != NULL);

  connection = thaw_connection_open (path, THAW_CONNECTION_READ_ONLY, NULL);
  if (connection == NULL)
    return;

  take_over_records (connection, &thaw_own_word_records, &batch->own_words);
  take_over_slugs (connection, &thaw_hidden_word_slugs, &batch->hidden_words);
  take_over_records (connection, &thaw_own_prompt_records, &batch->own_prompts);
  take_over_records (connection, &thaw_reflection_records, &batch->reflections);
  take_over_records (connection, &thaw_own_activity_records, &batch->own_activities);
  take_over_slugs (connection, &thaw_favourite_slugs, &batch->favourites);
  take_over_records (connection, &thaw_breath_pattern_records, &batch->patterns);
  take_over_records (connection, &thaw_plan_records, &batch->plans);
  take_over_records (connection, &thaw_care_item_records, &batch->care_items);
  take_over_records (connection, &thaw_own_line_records, &batch->own_lines);
  take_over_records (connection, &thaw_reminder_records, &batch->reminders);
  salvage_records (connection, &thaw_session_records, batch->sessions, NULL);
  g_ptr_array_sort (batch->sessions, compare_sessions);
  salvage_records (connection, &thaw_person_records, batch->people, bare_people);
  salvage_records (connection, &thaw_photo_records, batch->photos, NULL);
  salvage_records (connection, &thaw_article_mark_records, batch->article_marks, NULL);
}
