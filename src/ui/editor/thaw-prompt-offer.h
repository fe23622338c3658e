/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-day.h"
#include "thaw-prompt-catalog.h"

G_BEGIN_DECLS

#define THAW_TYPE_PROMPT_OFFER (thaw_prompt_offer_get_type ())
G_DECLARE_FINAL_TYPE (ThawPromptOffer, thaw_prompt_offer, THAW, PROMPT_OFFER, GtkBox)

GtkWidget *thaw_prompt_offer_new      (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean   thaw_prompt_offer_set_day  (ThawPromptOffer   *self,
                                       ThawPromptCatalog *catalog,
                                       GPtrArray         *own,
                                       ThawDay            day);

G_END_DECLS
