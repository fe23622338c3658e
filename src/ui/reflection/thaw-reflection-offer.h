/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REFLECTION_OFFER (thaw_reflection_offer_get_type ())
G_DECLARE_FINAL_TYPE (ThawReflectionOffer, thaw_reflection_offer, THAW, REFLECTION_OFFER, AdwBin)

void thaw_reflection_offer_set_services (ThawReflectionOffer *self,
                                         ThawServices        *services);
void thaw_reflection_offer_update       (ThawReflectionOffer *self);

G_END_DECLS
