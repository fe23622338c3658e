/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-store.h"

G_BEGIN_DECLS

/**
 * ThawChangeWords:
 * @saved: (nullable): said when something new was saved, with a way back; %NULL to say nothing
 * @not_saved: said when something could not be saved, with another try
 * @removed: said when something was removed, with a way back
 * @not_removed: said when something could not be removed, with another try
 *
 * What the person hears about a change, in their language.
 */
typedef struct
{
  const char *saved;
  const char *not_saved;
  const char *removed;
  const char *not_removed;
} ThawChangeWords;

void thaw_record_change_save       (AdwToastOverlay       *overlay,
                                    ThawStore             *store,
                                    gconstpointer          record,
                                    const ThawChangeWords *words);
void thaw_record_change_remove     (AdwToastOverlay       *overlay,
                                    ThawStore             *store,
                                    gconstpointer          record,
                                    const ThawChangeWords *words);
void thaw_record_change_offer_undo (AdwToastOverlay       *overlay,
                                    ThawStore             *store,
                                    const char            *sentence,
                                    gconstpointer          before,
                                    gconstpointer          after,
                                    const ThawChangeWords *words);

G_END_DECLS
