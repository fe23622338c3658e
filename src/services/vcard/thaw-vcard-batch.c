/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-batch"

#include "config.h"
#include "thaw-vcard-batch.h"

#include <glib/gi18n-lib.h>

#include "thaw-photo.h"
#include "thaw-uuid.h"

/**
 * thaw_vcard_contact_new:
 * @person: (transfer full): somebody
 * @photo: (transfer full) (nullable): their picture
 *
 * Returns: (transfer full): a contact
 */
ThawVcardContact *
thaw_vcard_contact_new (ThawPerson *person,
                        GBytes     *photo)
{
  ThawVcardContact *self = g_new (ThawVcardContact, 1);

  self->person = person;
  self->photo = photo;

  return self;
}

void
thaw_vcard_contact_free (ThawVcardContact *self)
{
  if (self == NULL)
    return;

  thaw_person_free (self->person);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

/**
 * thaw_vcard_contact_set_photo:
 * @photo: (nullable): the picture as it can be stored, or %NULL for none
 *
 * For whoever can make pictures small.
 */
void
thaw_vcard_contact_set_photo (ThawVcardContact *self,
                              GBytes           *photo)
{
  g_return_if_fail (self != NULL);

  if (photo != NULL)
    g_bytes_ref (photo);
  g_clear_pointer (&self->photo, g_bytes_unref);
  self->photo = photo;
}

/**
 * thaw_vcard_batch_new:
 *
 * Returns: (transfer full): a batch with nobody in it
 */
ThawVcardBatch *
thaw_vcard_batch_new (void)
{
  ThawVcardBatch *self = g_new0 (ThawVcardBatch, 1);

  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_vcard_contact_free);

  return self;
}

void
thaw_vcard_batch_free (ThawVcardBatch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->contacts);
  g_free (self);
}

static char *
format_loss (ThawVcardLoss loss,
             guint         n)
{
  switch (loss)
    {
    case THAW_VCARD_LOSS_EMPTY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           /* Translators: of a file with contacts; %u is how many of them */
                                           "%u contact was left out: there is neither a name nor a way to reach "
                                           "anybody",
                                           "%u contacts were left out: there is neither a name nor a way to reach "
                                           "anybody", n), n);
    case THAW_VCARD_LOSS_TEXT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           /* Translators: of a file with contacts; %u is how many of them */
                                           "The text of %u contact was too long and was shortened",
                                           "The text of %u contacts was too long and was shortened", n), n);
    case THAW_VCARD_LOSS_WAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           /* Translators: of a file with contacts; %u is how many of them */
                                           "Some ways to reach %u contact were too long or too many and were left out",
                                           "Some ways to reach %u contacts were too long or too many and were left out",
                                           n), n);
    case THAW_VCARD_LOSS_PHOTO:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           /* Translators: of a file with contacts; %u is how many of them */
                                           "The picture of %u contact could not be taken over",
                                           "The pictures of %u contacts could not be taken over", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * thaw_vcard_batch_dup_losses:
 *
 * Returns: (transfer full): what was not taken over, and of how many contacts; a sentence
 *   without a full stop for each, none if there is nothing to say
 */
GStrv
thaw_vcard_batch_dup_losses (const ThawVcardBatch *self)
{
  g_autoptr (GStrvBuilder) losses = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < THAW_N_VCARD_LOSSES; i++)
    {
      if (self->n_lost[i] > 0)
        {
          g_autofree char *loss = format_loss ((ThawVcardLoss) i, self->n_lost[i]);

          g_strv_builder_add (losses, loss);
        }
    }

  return g_strv_builder_end (losses);
}

static gboolean
photo_fits (GBytes *data)
{
  g_autoptr (ThawPhoto) photo = thaw_photo_new (data);

  return thaw_photo_is_valid (photo);
}

/**
 * thaw_vcard_batch_drop_photos:
 *
 * For whoever cannot make pictures small: lets go of those that cannot be stored as they
 * are, and counts them among the losses.
 */
void
thaw_vcard_batch_drop_photos (ThawVcardBatch *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->contacts->len; i++)
    {
      ThawVcardContact *contact = g_ptr_array_index (self->contacts, i);

      if (contact->photo != NULL && !photo_fits (contact->photo))
        {
          thaw_vcard_contact_set_photo (contact, NULL);
          self->n_lost[THAW_VCARD_LOSS_PHOTO]++;
        }
    }
}

static void
take_photo (ThawImportBatch        *import,
            ThawPerson             *person,
            const ThawVcardContact *contact,
            gint64                  now_ms)
{
  g_autoptr (ThawPhoto) photo = NULL;
  g_autofree char *name = NULL;

  if (contact->photo == NULL || !photo_fits (contact->photo))
    return;

  photo = thaw_photo_new (contact->photo);
  name = g_strconcat ("photo\n", person->id, NULL);
  photo->id = thaw_uuid_new_from_name (name);
  photo->modified_ms = now_ms;
  person->photo = g_strdup (photo->id);
  g_ptr_array_add (import->photos, g_steal_pointer (&photo));
}

/**
 * thaw_vcard_batch_make_import:
 * @people_there: (element-type ThawPerson): who is in the journal already
 * @now_ms: the time, in milliseconds of Unix time
 * @out_n_there: (out) (optional): how many of the file are in the journal already
 *
 * Who is there stays as they are: what the person wrote of them is worth more than what an
 * address book says. Who was deleted comes back, since the person asks for it. A picture
 * that is no JPEG or PNG image, or larger than %THAW_PHOTO_MAX_BYTES, is left out: see
 * thaw_vcard_contact_set_photo().
 *
 * Returns: (transfer full): those who are new, with their pictures, for
 *   thaw_journal_import_async()
 */
ThawImportBatch *
thaw_vcard_batch_make_import (const ThawVcardBatch *self,
                              GPtrArray            *people_there,
                              gint64                now_ms,
                              guint                *out_n_there)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  ThawImportBatch *import;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (people_there != NULL, NULL);

  for (guint i = 0; i < people_there->len; i++)
    g_hash_table_add (there, ((ThawPerson *) g_ptr_array_index (people_there, i))->id);

  import = thaw_import_batch_new ();
  for (guint i = 0; i < self->contacts->len; i++)
    {
      const ThawVcardContact *contact = g_ptr_array_index (self->contacts, i);
      ThawPerson *person;

      if (g_hash_table_contains (there, contact->person->id))
        continue;

      person = thaw_person_copy (contact->person);
      person->modified_ms = now_ms;
      take_photo (import, person, contact, now_ms);
      g_ptr_array_add (import->people, person);
    }

  if (out_n_there != NULL)
    *out_n_there = self->contacts->len - import->people->len;

  return import;
}
