/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vcard/thaw-vcard-batch.h"

G_BEGIN_DECLS

/* What vCards have no words for; a favourite has `1`, the day is as `2026-11-23`, the kind as in the journal. */
#define THAW_VCARD_KIND         "X-THAW-KIND"
#define THAW_VCARD_ASK          "X-THAW-ASK"
#define THAW_VCARD_FAVOURITE    "X-THAW-FAVOURITE"
#define THAW_VCARD_LAST_CONTACT "X-THAW-LAST-CONTACT"

char             *thaw_vcard_make_card_id (GPtrArray *card) G_GNUC_WARN_UNUSED_RESULT;
ThawVcardContact *thaw_vcard_person_read  (GPtrArray *card,
                                           gboolean   out_lost[THAW_N_VCARD_LOSSES]) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
