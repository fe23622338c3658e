/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-coping-catalog.h"
#include "thaw-entry.h"
#include "thaw-journal.h"

G_BEGIN_DECLS

#define THAW_TYPE_COPING_EDITOR (thaw_coping_editor_get_type ())
G_DECLARE_FINAL_TYPE (ThawCopingEditor, thaw_coping_editor, THAW, COPING_EDITOR, GtkBox)

GtkWidget *thaw_coping_editor_new         (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_coping_editor_set_catalog (ThawCopingEditor  *self,
                                           ThawCopingCatalog *catalog);
void       thaw_coping_editor_set_journal (ThawCopingEditor  *self,
                                           ThawJournal       *journal);

void       thaw_coping_editor_load_entry  (ThawCopingEditor  *self,
                                           ThawEntry         *entry);
void       thaw_coping_editor_store_entry (ThawCopingEditor  *self,
                                           ThawEntry         *entry);

G_END_DECLS
