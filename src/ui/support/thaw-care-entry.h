/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_CARE_ENTRY (thaw_care_entry_get_type ())
G_DECLARE_FINAL_TYPE (ThawCareEntry, thaw_care_entry, THAW, CARE_ENTRY, AdwEntryRow)

GtkWidget          *thaw_care_entry_new      (ThawServices       *services,
                                              const ThawCareItem *item) G_GNUC_WARN_UNUSED_RESULT;

const ThawCareItem *thaw_care_entry_get_item (ThawCareEntry      *self);
void                thaw_care_entry_set_item (ThawCareEntry      *self,
                                              const ThawCareItem *item);
ThawCareItem       *thaw_care_entry_dup_written (ThawCareEntry   *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean            thaw_care_entry_is_blank (ThawCareEntry      *self);

G_END_DECLS
