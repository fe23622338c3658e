/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-salvage"

#include "config.h"
#include "thaw-salvage.h"

#include "thaw-journal-private.h"
#include "thaw-store-private.h"

/*
 * Reads a damaged journal entry by entry.
 *
 * A damaged page makes every query fail that comes across it. So the entries are
 * asked for by ranges of their row ids, and a range that fails is halved until
 * what cannot be read is single rows.
 */

/* More rows than a person can write; where the largest id cannot be read, either. */
#define MAX_ID (G_GINT64_CONSTANT (1) << 31)

/* A file of which nearly every page is damaged shall end, too. */
#define MAX_FAILURES 200000

typedef struct
{
  ThawConnection *connection; /* (unowned) */
  ThawEntryFunc func;
  gpointer user_data;
  GCancellable *cancellable; /* (unowned) (nullable) */
  ThawJournalMarksWhich which;
  gint64 next_id;            /* what is not yet handed out */
  guint n_failures;
} Salvage;

/* Hands out the entries of a range, in order, as far as they can be read. FALSE with @error set only if whoever gets
 * them wants to stop; @out_is_whole tells about the file. */
static gboolean
read_range (Salvage   *self,
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
    return TRUE;

  thaw_statement_bind_int64 (rows, 1, first);
  thaw_statement_bind_int64 (rows, 2, last);
  while (thaw_statement_next (rows, &damage))
    {
      gint64 id = thaw_statement_get_int64 (rows, 0);
      g_autoptr (ThawEntry) entry = thaw_journal_read_entry_row (rows, with_marks ? &marks : NULL, &damage);

      if (entry == NULL)
        return TRUE;

      if (!self->func (entry, self->user_data, error))
        return FALSE;
      self->next_id = id + 1;
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
  if (first > last || self->n_failures > MAX_FAILURES)
    return TRUE;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (!read_range (self, first, last, TRUE, &is_whole, error))
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
  if (first == last && !read_range (self, first, last, FALSE, &is_whole, error))
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
  Salvage self = { .func = func, .user_data = user_data, .cancellable = cancellable,
                   .which = THAW_JOURNAL_MARKS_ENTRY };

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

typedef GPtrArray *(*ReadFunc) (ThawConnection  *connection,
                                GError         **error);

/* Puts what can be read in the place of @target. */
static void
take_over (ThawConnection  *connection,
           ReadFunc         read_func,
           GPtrArray      **target)
{
  g_autoptr (GError) damage = NULL;
  GPtrArray *others = read_func (connection, &damage);

  if (others == NULL)
    {
      g_info ("Something beside the entries cannot be read: %s", damage->message);
      return;
    }

  g_ptr_array_unref (*target);
  *target = others;
}

/**
 * thaw_salvage_others_sync:
 * @path: (type filename): a journal that may be damaged
 * @batch: gets the own and hidden words, own prompts and reflections, as far as they can be read
 *
 * Reads what is beside the entries. Each kind is a page or two, so it is there or
 * it is not. The file is not changed.
 */
void
thaw_salvage_others_sync (const char      *path,
                          ThawImportBatch *batch)
{
  g_autoptr (ThawConnection) connection = NULL;

  g_return_if_fail (path != NULL);
  g_return_if_fail (batch != NULL);

  connection = thaw_connection_open (path, THAW_CONNECTION_READ_ONLY, NULL);
  if (connection == NULL)
    return;

  take_over (connection, thaw_word_store_read_own, &batch->own_words);
  take_over (connection, thaw_word_store_read_hidden, &batch->hidden_words);
  take_over (connection, thaw_prompt_store_read, &batch->own_prompts);
  take_over (connection, thaw_reflection_store_read, &batch->reflections);
}
