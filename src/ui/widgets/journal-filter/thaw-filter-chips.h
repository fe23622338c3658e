/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-coping-catalog.h"
#include "thaw-journal-filter.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

#define THAW_TYPE_FILTER_CHIPS (thaw_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (ThawFilterChips, thaw_filter_chips, THAW, FILTER_CHIPS, GtkWidget)

GtkWidget               *thaw_filter_chips_new            (void) G_GNUC_WARN_UNUSED_RESULT;

void                     thaw_filter_chips_set_catalogs   (ThawFilterChips         *self,
                                                           ThawVocabulary          *vocabulary,
                                                           ThawCopingCatalog       *coping_catalog);

const ThawJournalFilter *thaw_filter_chips_get_filter     (ThawFilterChips         *self);
void                     thaw_filter_chips_set_filter     (ThawFilterChips         *self,
                                                           const ThawJournalFilter *filter);

G_END_DECLS
