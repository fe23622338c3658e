/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-pages"

#include "config.h"
#include "thaw-cli-pages.h"

#include <glib/gi18n-lib.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-output.h"
#include "thaw-cli.h"

/* How many entries are in memory at a time. */
#define PAGE_ENTRIES 500

gboolean
thaw_cli_check_limit (int limit)
{
  if (limit >= 0)
    return TRUE;

  /* Translators: keep “--limit” as it is */
  thaw_cli_complain ("%s", _("--limit takes a number from 1 on"));

  return FALSE;
}

/**
 * thaw_cli_print_pages:
 * @directory: the folder of the journal
 * @filter: which entries
 * @limit: how many at most, 0 for all
 *
 * Prints entries, the newest first, one a line.
 *
 * Returns: what the shell is told
 */
int
thaw_cli_print_pages (const char              *directory,
                      const ThawJournalFilter *filter,
                      guint                    limit)
{
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = THAW_JOURNAL_NEWEST;
  guint n_left = limit > 0 ? limit : G_MAXUINT;

  journal = thaw_cli_journal_open_to_read (directory, &error);
  if (journal == NULL)
    return thaw_cli_fail (error);

  while (n_left > 0)
    {
      guint n_wanted = MIN (n_left, PAGE_ENTRIES);
      g_autoptr (GPtrArray) page = thaw_journal_find_sync (journal->journal, filter, before, n_wanted, &error);

      if (page == NULL)
        return thaw_cli_fail (error);

      for (guint i = 0; i < page->len; i++)
        {
          ThawEntrySummary *summary = g_ptr_array_index (page, i);

          thaw_cli_print_summary (summary, journal->content);
          before = thaw_entry_summary_get_position (summary);
        }

      if (page->len < n_wanted)
        break;
      n_left -= page->len;
    }

  return THAW_CLI_OK;
}
