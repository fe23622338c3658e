/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_FILTER_POPOVER (thaw_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (ThawFilterPopover, thaw_filter_popover, THAW, FILTER_POPOVER, GtkPopover)

GtkWidget               *thaw_filter_popover_new          (void) G_GNUC_WARN_UNUSED_RESULT;

void                     thaw_filter_popover_set_services (ThawFilterPopover       *self,
                                                           ThawServices            *services);

const ThawJournalFilter *thaw_filter_popover_get_filter   (ThawFilterPopover       *self);
void                     thaw_filter_popover_set_filter   (ThawFilterPopover       *self,
                                                           const ThawJournalFilter *filter);

G_END_DECLS
