/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-reader"

#include "config.h"
#include "thaw-vcard-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "vcard/thaw-vcard-person.h"
#include "vcard/thaw-vcard-scanner.h"

/* How often to look whether to stop. */
#define CARDS_PER_CHECK 256

/* Some telephones write UTF-16, and say so with the first two bytes. */
static GBytes *
make_utf8 (GBytes *bytes)
{
  gsize n_bytes, n_text;
  const char *start = g_bytes_get_data (bytes, &n_bytes);
  char *text = NULL;

  if (n_bytes >= 2 && (memcmp (start, "\xff\xfe", 2) == 0 || memcmp (start, "\xfe\xff", 2) == 0))
    text = g_convert (start, (gssize) n_bytes, "UTF-8", "UTF-16", NULL, &n_text, NULL);

  return text != NULL ? g_bytes_new_take (text, n_text) : g_bytes_ref (bytes);
}

/* An address book that gives the same identity to different people must not make one of them; what is there twice to
 * the letter is there once. */
static gboolean
is_new (GHashTable *cards,
        ThawPerson *person,
        GPtrArray  *card)
{
  g_autofree char *card_id = thaw_vcard_make_card_id (card);
  const char *other = g_hash_table_lookup (cards, person->id);

  if (other != NULL)
    {
      if (g_str_equal (other, card_id) || g_hash_table_contains (cards, card_id))
        return FALSE;
      g_free (person->id);
      person->id = g_strdup (card_id);
    }

  g_hash_table_insert (cards, g_strdup (person->id), g_steal_pointer (&card_id));

  return TRUE;
}

/**
 * thaw_vcard_read:
 * @bytes: a whole file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads vCards of version 2.1, 3.0 and 4.0. All of the file is read, or nothing; what is no
 * damage, as a card without a name, is counted in the batch. Nobody in it has a time of the
 * last change: see thaw_vcard_batch_make_import().
 *
 * Returns: (transfer full) (nullable): who is in the file, or %NULL with @error set, in
 *   %THAW_EXCHANGE_ERROR; it names the line
 */
ThawVcardBatch *
thaw_vcard_read (GBytes        *bytes,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (ThawVcardBatch) batch = thaw_vcard_batch_new ();
  g_autoptr (ThawVcardScanner) scanner = NULL;
  g_autoptr (GHashTable) cards = NULL;
  g_autoptr (GBytes) utf8 = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  utf8 = make_utf8 (bytes);
  scanner = thaw_vcard_scanner_new (utf8);
  cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint n_cards = 1;; n_cards++)
    {
      g_autoptr (GPtrArray) card = NULL;
      g_autoptr (ThawVcardContact) contact = NULL;
      gboolean lost[THAW_N_VCARD_LOSSES];

      if (n_cards % CARDS_PER_CHECK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!thaw_vcard_scanner_next (scanner, &card, error))
        return NULL;
      if (card == NULL)
        return g_steal_pointer (&batch);

      if (n_cards > THAW_VCARD_MAX_CONTACTS)
        {
          g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE,
                       /* Translators: %u is a number, as 50000 */
                       _("There are more than %u contacts in the file"), (guint) THAW_VCARD_MAX_CONTACTS);
          return NULL;
        }

      contact = thaw_vcard_person_read (card, lost);
      if (contact != NULL && !is_new (cards, contact->person, card))
        continue;

      for (guint i = 0; i < THAW_N_VCARD_LOSSES; i++)
        batch->n_lost[i] += lost[i] ? 1 : 0;
      if (contact != NULL)
        g_ptr_array_add (batch->contacts, g_steal_pointer (&contact));
    }
}
