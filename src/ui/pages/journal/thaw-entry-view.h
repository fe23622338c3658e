/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/journal/thaw-entry-list.h"
#include "thaw-coping-catalog.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

#define THAW_TYPE_ENTRY_VIEW (thaw_entry_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawEntryView, thaw_entry_view, THAW, ENTRY_VIEW, AdwBin)

GtkWidget     *thaw_entry_view_new            (void) G_GNUC_WARN_UNUSED_RESULT;

ThawEntryList *thaw_entry_view_get_list       (ThawEntryView *self);
void           thaw_entry_view_set_list       (ThawEntryView *self,
                                               ThawEntryList *list);

ThawDay        thaw_entry_view_get_today      (ThawEntryView *self);
void           thaw_entry_view_set_today      (ThawEntryView *self,
                                               ThawDay        today);

void           thaw_entry_view_set_catalogs   (ThawEntryView     *self,
                                               ThawVocabulary    *vocabulary,
                                               ThawCopingCatalog *coping_catalog);

void           thaw_entry_view_scroll_to      (ThawEntryView *self,
                                               guint          index);
void           thaw_entry_view_focus_entry    (ThawEntryView *self,
                                               guint          index);

G_END_DECLS
