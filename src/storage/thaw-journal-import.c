/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-import"

#include "config.h"
#include "thaw-journal-private.h"

#include "thaw-database-private.h"
#include "thaw-search-index.h"
#include "thaw-store-private.h"
#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

#define BULK_CACHE_KIB (64 * 1024)

static gboolean
is_deleted (ThawConnection  *connection,
            const char      *uuid,
            gboolean        *out_is_deleted,
            GError         **error)
{
  g_autoptr (ThawStatement) row = thaw_statement_new (connection,
                                                      "SELECT EXISTS (SELECT 1 FROM tombstone WHERE uuid = ?1)",
                                                      error);

  if (row == NULL)
    return FALSE;

  thaw_statement_bind_text (row, 1, uuid);
  if (!thaw_statement_next (row, error))
    return FALSE;

  *out_is_deleted = thaw_statement_get_int64 (row, 0) != 0;

  return TRUE;
}

static gboolean
import_one (ThawConnection             *connection,
            ThawEntry                  *original,
            const ThawJournalCatalogs  *catalogs,
            gboolean                    keep_fts,
            gint64                      now_ms,
            ThawJournalImportCounts    *counts,
            GError                    **error)
{
  g_autoptr (ThawEntry) entry = thaw_entry_copy (original);
  g_auto (ThawJournalStored) stored = { 0 };
  gboolean was_deleted = FALSE;

  if (!thaw_journal_check_entry (entry, error))
    return FALSE;

  if (thaw_entry_get_uuid (entry) == NULL)
    {
      g_autofree char *uuid = thaw_uuid_new (now_ms);

      thaw_entry_set_uuid (entry, uuid);
    }
  else if (!thaw_journal_read_stored (connection, thaw_entry_get_uuid (entry), &stored, error) ||
           !is_deleted (connection, thaw_entry_get_uuid (entry), &was_deleted, error))
    {
      return FALSE;
    }

  if (thaw_entry_get_created_ms (entry) == 0)
    thaw_entry_set_created_ms (entry, now_ms);
  if (thaw_entry_get_modified_ms (entry) == 0)
    thaw_entry_set_modified_ms (entry, now_ms);

  if (was_deleted || (stored.id != 0 && (stored.is_hidden || stored.modified_ms >= thaw_entry_get_modified_ms (entry))))
    {
      counts->n_skipped++;
      return TRUE;
    }

  if (stored.id != 0)
    counts->n_changed++;
  else
    counts->n_added++;

  return thaw_journal_put_entry (connection, &stored, entry, catalogs, keep_fts, error);
}

static gboolean
import_records (ThawConnection           *connection,
                const ThawRecordKind     *kind,
                GPtrArray                *records,
                gint64                    now_ms,
                ThawJournalImportCounts  *counts,
                GError                  **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      /* It gets an identity and a time, and whoever made the batch keeps what they made. */
      gpointer record = kind->copy (g_ptr_array_index (records, i));
      ThawRecordImport import;
      gboolean is_imported = thaw_record_import (kind, connection, record, now_ms, &import, error);

      kind->free (record);
      if (!is_imported)
        return FALSE;
      if (import != THAW_RECORD_IMPORT_SKIP)
        counts->n_others++;
    }

  return TRUE;
}

static gboolean
import_slugs (ThawConnection           *connection,
              const ThawSlugSet        *set,
              GPtrArray                *slugs,
              gint64                    now_ms,
              ThawJournalImportCounts  *counts,
              GError                  **error)
{
  for (guint i = 0; i < slugs->len; i++)
    {
      ThawRecordImport import;

      if (!thaw_slug_set_import (set, connection, g_ptr_array_index (slugs, i), now_ms, &import, error))
        return FALSE;
      if (import != THAW_RECORD_IMPORT_SKIP)
        counts->n_others++;
    }

  return TRUE;
}

static gboolean
import_others (ThawConnection           *connection,
               ThawImportBatch          *batch,
               gint64                    now_ms,
               ThawJournalImportCounts  *counts,
               GError                  **error)
{
  return import_records (connection, &thaw_own_word_records, batch->own_words, now_ms, counts, error) &&
         import_slugs (connection, &thaw_hidden_word_slugs, batch->hidden_words, now_ms, counts, error) &&
         import_records (connection, &thaw_own_prompt_records, batch->own_prompts, now_ms, counts, error) &&
         import_records (connection, &thaw_reflection_records, batch->reflections, now_ms, counts, error) &&
         import_records (connection, &thaw_session_records, batch->sessions, now_ms, counts, error) &&
         import_records (connection, &thaw_own_activity_records, batch->own_activities, now_ms, counts, error) &&
         import_slugs (connection, &thaw_favourite_slugs, batch->favourites, now_ms, counts, error) &&
         import_records (connection, &thaw_breath_pattern_records, batch->patterns, now_ms, counts, error) &&
         import_records (connection, &thaw_plan_records, batch->plans, now_ms, counts, error) &&
         import_records (connection, &thaw_photo_records, batch->photos, now_ms, counts, error) &&
         import_records (connection, &thaw_person_records, batch->people, now_ms, counts, error) &&
         import_records (connection, &thaw_care_item_records, batch->care_items, now_ms, counts, error) &&
         import_records (connection, &thaw_own_line_records, batch->own_lines, now_ms, counts, error) &&
         import_records (connection, &thaw_article_mark_records, batch->article_marks, now_ms, counts, error) &&
         import_records (connection, &thaw_reminder_records, batch->reminders, now_ms, counts, error);
}

static gboolean
import_in_transaction (ThawConnection             *connection,
                       ThawImportBatch            *batch,
                       const ThawJournalCatalogs  *catalogs,
                       gboolean                    dry_run,
                       gboolean                    is_bulk,
                       gint64                      now_ms,
                       ThawJournalImportCounts    *counts,
                       GError                    **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);
  GPtrArray *entries = batch->entries;

  if (transaction == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      if (!import_one (connection, g_ptr_array_index (entries, i), catalogs, !is_bulk && !dry_run, now_ms, counts,
                       error))
        {
          /* Translators: goes before what is wrong with an entry; %u is its place in the import, from 1 on */
          g_prefix_error (error, _("Entry %u: "), i + 1);
          return FALSE;
        }
    }

  if (!import_others (connection, batch, now_ms, counts, error))
    return FALSE;

  /* The transaction goes, and all it did. */
  if (dry_run)
    return TRUE;

  return (!is_bulk || counts->n_added + counts->n_changed == 0 || thaw_search_index_rebuild (connection, error)) &&
         thaw_transaction_commit (transaction, error);
}

/* All of it, or nothing. */
gboolean
thaw_journal_write_import (ThawConnection             *connection,
                           ThawImportBatch            *batch,
                           const ThawJournalCatalogs  *catalogs,
                           gboolean                    dry_run,
                           gint64                      now_ms,
                           ThawJournalImportCounts    *counts,
                           GError                    **error)
{
  gboolean is_bulk, ok;
  gint64 n_present;

  if (!thaw_connection_get_int64 (connection, "SELECT count (*) FROM entry", &n_present, error))
    return FALSE;

  *counts = (ThawJournalImportCounts) { 0 };
  is_bulk = thaw_search_index_is_bulk (batch->entries->len, n_present);

  if (is_bulk)
    thaw_connection_set_cache (connection, BULK_CACHE_KIB);
  ok = import_in_transaction (connection, batch, catalogs, dry_run, is_bulk, now_ms, counts, error);
  if (is_bulk)
    thaw_connection_set_cache (connection, 0);

  return ok;
}

static gboolean
write_tombstone (ThawConnection       *connection,
                 const ThawTombstone  *tombstone,
                 GError              **error)
{
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO tombstone (uuid, kind, deleted_ms) VALUES (?1, ?2, ?3)"
                               "  ON CONFLICT (uuid) DO NOTHING",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, 1, tombstone->uuid);
  thaw_statement_bind_text (insert, 2, tombstone->kind);
  thaw_statement_bind_int64 (insert, 3, tombstone->deleted_ms);

  return thaw_statement_run (insert, error);
}

static gboolean
delete_entry (ThawConnection       *connection,
              const ThawTombstone  *tombstone,
              guint                *n_deleted,
              GError              **error)
{
  g_auto (ThawJournalStored) stored = { 0 };

  if (!thaw_journal_read_stored (connection, tombstone->uuid, &stored, error) ||
      !write_tombstone (connection, tombstone, error))
    return FALSE;

  if (stored.id == 0 || stored.is_hidden)
    return TRUE;

  (*n_deleted)++;

  return thaw_journal_put_hidden (connection, &stored, TRUE, tombstone->deleted_ms, error);
}

/* What is of a kind that is not known here, or has no life of its own as tags have, stays as it is. */
static gboolean
forget_record (ThawConnection       *connection,
               const ThawTombstone  *tombstone,
               GError              **error)
{
  static const ThawRecordKind *const kinds[] = {
    &thaw_own_word_records, &thaw_own_prompt_records, &thaw_reflection_records, &thaw_session_records,
    &thaw_own_activity_records, &thaw_breath_pattern_records, &thaw_plan_records, &thaw_person_records,
    &thaw_photo_records, &thaw_care_item_records, &thaw_own_line_records, &thaw_article_mark_records,
    &thaw_reminder_records,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i]->name, tombstone->kind))
        return thaw_record_forget (kinds[i], connection, tombstone->uuid, tombstone->deleted_ms, error);
    }

  return TRUE;
}

/* Deletes what was deleted elsewhere: an entry is hidden, and goes for good with the next purge. All of it, or none. */
gboolean
thaw_journal_write_deleted (ThawConnection  *connection,
                            GPtrArray       *tombstones,
                            guint           *out_n_deleted,
                            GError         **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

  if (transaction == NULL)
    return FALSE;

  *out_n_deleted = 0;
  for (guint i = 0; i < tombstones->len; i++)
    {
      const ThawTombstone *tombstone = g_ptr_array_index (tombstones, i);
      gboolean is_deleted = g_str_equal (tombstone->kind, "entry")
                              ? delete_entry (connection, tombstone, out_n_deleted, error)
                              : forget_record (connection, tombstone, error);

      if (!is_deleted)
        return FALSE;
    }

  return thaw_transaction_commit (transaction, error);
}
