/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-batch"

#include "config.h"
#include "thaw-vcard-batch.h"

#include <glib/gi18n-lib.h>

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
                                           "%u contact was left out: there is neither a name nor a way to reach anybody",
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
