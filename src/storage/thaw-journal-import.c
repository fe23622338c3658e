/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-import"

#include "config.h"
#include "thaw-journal-private.h"

#include "thaw-search-index.h"
#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

/* From this many entries on, and if there are not many more in the journal already, making the full-text index anew
 * is cheaper than adding one after the other. */
#define MIN_BULK 500
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
import_in_transaction (ThawConnection             *connection,
                       GPtrArray                  *entries,
                       const ThawJournalCatalogs  *catalogs,
                       gboolean                    dry_run,
                       gboolean                    is_bulk,
                       gint64                      now_ms,
                       ThawJournalImportCounts    *counts,
                       GError                    **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

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

  /* The transaction goes, and all it did. */
  if (dry_run)
    return TRUE;

  return (!is_bulk || counts->n_added + counts->n_changed == 0 || thaw_search_index_rebuild (connection, error)) &&
         thaw_transaction_commit (transaction, error);
}

/* All entries, or none. */
gboolean
thaw_journal_write_import (ThawConnection             *connection,
                           GPtrArray                  *entries,
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
  is_bulk = entries->len >= MIN_BULK && entries->len >= n_present / 4;

  if (is_bulk)
    thaw_connection_set_cache (connection, BULK_CACHE_KIB);
  ok = import_in_transaction (connection, entries, catalogs, dry_run, is_bulk, now_ms, counts, error);
  if (is_bulk)
    thaw_connection_set_cache (connection, 0);

  return ok;
}
