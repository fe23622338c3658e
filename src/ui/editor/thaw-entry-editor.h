/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_ENTRY_EDITOR (thaw_entry_editor_get_type ())
G_DECLARE_FINAL_TYPE (ThawEntryEditor, thaw_entry_editor, THAW, ENTRY_EDITOR, GtkBox)

GtkWidget *thaw_entry_editor_new     (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_entry_editor_begin   (ThawEntryEditor  *self,
                                      const ThawMoment *moment);
void       thaw_entry_editor_edit    (ThawEntryEditor *self,
                                      ThawEntry       *entry);
void       thaw_entry_editor_restore (ThawEntryEditor *self,
                                      const ThawDraft *draft);

void       thaw_entry_editor_save    (ThawEntryEditor *self);
void       thaw_entry_editor_close   (ThawEntryEditor *self);
gboolean   thaw_entry_editor_is_modified (ThawEntryEditor *self);

G_END_DECLS
