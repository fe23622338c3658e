/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-journal.h"

G_BEGIN_DECLS

#define THAW_TYPE_ENTRY_REMOVER (thaw_entry_remover_get_type ())
G_DECLARE_FINAL_TYPE (ThawEntryRemover, thaw_entry_remover, THAW, ENTRY_REMOVER, GObject)

ThawEntryRemover *thaw_entry_remover_new (ThawJournal     *journal,
                                          AdwToastOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT;

void thaw_entry_remover_remove   (ThawEntryRemover *self,
                                  const char       *uuid);
void thaw_entry_remover_undo     (ThawEntryRemover *self,
                                  const char       *uuid);
void thaw_entry_remover_finish   (ThawEntryRemover *self);

G_END_DECLS
