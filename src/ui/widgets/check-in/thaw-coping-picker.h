/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-coping-catalog.h"

G_BEGIN_DECLS

#define THAW_TYPE_COPING_PICKER (thaw_coping_picker_get_type ())
G_DECLARE_FINAL_TYPE (ThawCopingPicker, thaw_coping_picker, THAW, COPING_PICKER, GtkPopover)

GtkWidget *thaw_coping_picker_new  (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_coping_picker_fill (ThawCopingPicker   *self,
                                    ThawCopingCatalog  *catalog,
                                    const char *const  *lately,
                                    const char *const  *chosen);

G_END_DECLS
