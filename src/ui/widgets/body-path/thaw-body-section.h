/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-body-path.h"
#include "widgets/check-in/thaw-emotion-chips.h"

G_BEGIN_DECLS

#define THAW_TYPE_BODY_SECTION (thaw_body_section_get_type ())
G_DECLARE_FINAL_TYPE (ThawBodySection, thaw_body_section, THAW, BODY_SECTION, GtkBox)

GtkWidget *thaw_body_section_new (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_body_section_set_emotion_chips (ThawBodySection  *self,
                                                ThawEmotionChips *chips);
void       thaw_body_section_set_word_func     (ThawBodySection  *self,
                                                ThawBodyWordFunc  func,
                                                gpointer          user_data,
                                                GDestroyNotify    destroy);
GtkWindow *thaw_body_section_get_window        (ThawBodySection  *self);

void       thaw_body_section_load_entry        (ThawBodySection  *self,
                                                ThawEntry        *entry);
void       thaw_body_section_store_entry       (ThawBodySection  *self,
                                                ThawEntry        *entry);

G_END_DECLS
