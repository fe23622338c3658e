/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-coping-catalog.h"
#include "thaw-entry-summary.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

#define THAW_TYPE_ENTRY_TILE (thaw_entry_tile_get_type ())
G_DECLARE_FINAL_TYPE (ThawEntryTile, thaw_entry_tile, THAW, ENTRY_TILE, GtkWidget)

GtkWidget        *thaw_entry_tile_new         (ThawVocabulary    *vocabulary,
                                               ThawCopingCatalog *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;

ThawEntrySummary *thaw_entry_tile_get_summary (ThawEntryTile    *self);
void              thaw_entry_tile_set_summary (ThawEntryTile    *self,
                                               ThawEntrySummary *summary);

const char       *thaw_entry_tile_get_heading (ThawEntryTile *self);
void              thaw_entry_tile_set_heading (ThawEntryTile *self,
                                               const char    *heading);

G_END_DECLS
