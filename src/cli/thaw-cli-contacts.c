/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-contacts"

#include "config.h"
#include "thaw-cli-contacts.h"

#include <glib/gi18n-lib.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-output.h"
#include "thaw-people-store.h"

/* Imports of people from an address book. */

static GPtrArray *
list_people (const char  *directory,
             ThawClock   *clock,
             GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ThawCliJournal) journal = thaw_cli_journal_open_to_read (directory, &local_error);
  g_autoptr (ThawPeopleStore) store = NULL;

  if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
    return g_ptr_array_new ();
  if (journal == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  store = thaw_people_store_new (journal->database, clock);

  return thaw_people_store_list (store, error);
}

/**
 * thaw_cli_contacts_make_import:
 * @directory: the folder of a journal, which need not be there yet
 * @contacts: who is in a file
 * @out_n_there: (out): how many of them are in the journal already
 * @error: return location for a #ThawStorageError
 *
 * Returns: (transfer full) (nullable): those who are new, or %NULL with @error set
 */
ThawImportBatch *
thaw_cli_contacts_make_import (const char            *directory,
                               const ThawVcardBatch  *contacts,
                               guint                 *out_n_there,
                               GError               **error)
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (GPtrArray) people = list_people (directory, clock, error);

  if (people == NULL)
    return NULL;

  return thaw_vcard_batch_make_import (contacts, people, thaw_clock_get_utc_ms (clock), out_n_there);
}

/**
 * thaw_cli_contacts_print:
 * @contacts: who is in a file
 * @n_there: how many of them were in the journal already
 *
 * Says what an import brought, and what of the file it could not take.
 */
void
thaw_cli_contacts_print (const ThawVcardBatch *contacts,
                         guint                 n_there)
{
  guint n_added = contacts->contacts->len - n_there;
  g_auto (GStrv) losses = thaw_vcard_batch_dup_losses (contacts);

  /* Translators: what an import of contacts did; the second number is of those who were in the journal before */
  thaw_cli_print (g_dngettext (GETTEXT_PACKAGE, "%u person added, %u there already",
                               "%u people added, %u there already", n_added),
                  n_added, n_there);
  thaw_cli_print ("\n");
  for (guint i = 0; losses[i] != NULL; i++)
    thaw_cli_print ("%s\n", losses[i]);
}
