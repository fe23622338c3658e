/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-word-list.h"

G_BEGIN_DECLS

#define THAW_TYPE_FAMILY_CHIPS (thaw_family_chips_get_type ())
G_DECLARE_FINAL_TYPE (ThawFamilyChips, thaw_family_chips, THAW, FAMILY_CHIPS, GtkWidget)

GtkWidget  *thaw_family_chips_new        (void) G_GNUC_WARN_UNUSED_RESULT;

void        thaw_family_chips_set_list   (ThawFamilyChips *self,
                                          ThawWordList    *list);

const char *thaw_family_chips_get_family (ThawFamilyChips *self);
void        thaw_family_chips_set_family (ThawFamilyChips *self,
                                          const char      *family);

G_END_DECLS
