/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define THAW_TYPE_SUPPORT_OFFER (thaw_support_offer_get_type ())
G_DECLARE_FINAL_TYPE (ThawSupportOffer, thaw_support_offer, THAW, SUPPORT_OFFER, AdwBin)

void thaw_support_offer_show_in (AdwBin   *bin,
                                 gboolean  is_wanted);

G_END_DECLS
