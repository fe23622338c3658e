/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PRACTICE_OFFER (thaw_practice_offer_get_type ())
G_DECLARE_FINAL_TYPE (ThawPracticeOffer, thaw_practice_offer, THAW, PRACTICE_OFFER, AdwBin)

GtkWidget *thaw_practice_offer_new    (ThawServices      *services) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_practice_offer_update (ThawPracticeOffer *self);

G_END_DECLS
