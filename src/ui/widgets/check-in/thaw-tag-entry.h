/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-entry.h"
#include "thaw-journal.h"

G_BEGIN_DECLS

#define THAW_TYPE_TAG_ENTRY (thaw_tag_entry_get_type ())
G_DECLARE_FINAL_TYPE (ThawTagEntry, thaw_tag_entry, THAW, TAG_ENTRY, GtkBox)

GtkWidget   *thaw_tag_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;

ThawJournal *thaw_tag_entry_get_journal (ThawTagEntry *self);
void         thaw_tag_entry_set_journal (ThawTagEntry *self,
                                         ThawJournal  *journal);

void         thaw_tag_entry_load_entry  (ThawTagEntry *self,
                                         ThawEntry    *entry);
void         thaw_tag_entry_store_entry (ThawTagEntry *self,
                                         ThawEntry    *entry);

G_END_DECLS
