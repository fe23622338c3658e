/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-import-batch.h"
#include "thaw-person.h"

G_BEGIN_DECLS

/* A picture that somebody took with a telephone has some 5 MB. */
#define THAW_VCARD_MAX_PHOTO_BYTES (16 * 1024 * 1024)

/**
 * ThawVcardLoss:
 * @THAW_VCARD_LOSS_EMPTY: it says neither who somebody is nor how to reach them, and was left out
 * @THAW_VCARD_LOSS_TEXT: a text was too long, and was shortened
 * @THAW_VCARD_LOSS_WAYS: ways to reach them were too long or too many, and were left out
 * @THAW_VCARD_LOSS_PHOTO: the picture cannot be read, or is too large, and was left out
 *
 * What of a contact was not taken over.
 */
typedef enum
{
  THAW_VCARD_LOSS_EMPTY,
  THAW_VCARD_LOSS_TEXT,
  THAW_VCARD_LOSS_WAYS,
  THAW_VCARD_LOSS_PHOTO,
} ThawVcardLoss;

#define THAW_N_VCARD_LOSSES (THAW_VCARD_LOSS_PHOTO + 1)

/**
 * ThawVcardContact:
 * @person: (not nullable): somebody, with an identity that follows from the file
 * @photo: (nullable): their picture as it is in the file, in any format and size
 *
 * Somebody from a file of contacts.
 */
typedef struct
{
  ThawPerson *person;
  GBytes     *photo;
} ThawVcardContact;

/**
 * ThawVcardBatch:
 * @contacts: (element-type ThawVcardContact): those in the file, in its order
 * @n_lost: of how many contacts something was not taken over
 *
 * What is in a file of contacts.
 */
typedef struct
{
  GPtrArray *contacts;
  guint      n_lost[THAW_N_VCARD_LOSSES];
} ThawVcardBatch;

ThawVcardBatch  *thaw_vcard_batch_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_vcard_batch_free        (ThawVcardBatch       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawVcardBatch, thaw_vcard_batch_free)

GStrv            thaw_vcard_batch_dup_losses  (const ThawVcardBatch *self) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_vcard_batch_drop_photos (ThawVcardBatch       *self);
ThawImportBatch *thaw_vcard_batch_make_import (const ThawVcardBatch *self,
                                               GPtrArray            *people_there,
                                               gint64                now_ms,
                                               guint                *out_n_there) G_GNUC_WARN_UNUSED_RESULT;

ThawVcardContact *thaw_vcard_contact_new      (ThawPerson           *person,
                                               GBytes               *photo) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_vcard_contact_free     (ThawVcardContact     *self);
void              thaw_vcard_contact_set_photo (ThawVcardContact    *self,
                                                GBytes              *photo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawVcardContact, thaw_vcard_contact_free)

G_END_DECLS
