/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-prompt-catalog.h"

G_BEGIN_DECLS

#define THAW_TYPE_PROMPT_PICKER (thaw_prompt_picker_get_type ())
G_DECLARE_FINAL_TYPE (ThawPromptPicker, thaw_prompt_picker, THAW, PROMPT_PICKER, GtkPopover)

GtkWidget *thaw_prompt_picker_new  (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_prompt_picker_fill (ThawPromptPicker  *self,
                                    ThawPromptCatalog *catalog,
                                    GPtrArray         *own);

G_END_DECLS
