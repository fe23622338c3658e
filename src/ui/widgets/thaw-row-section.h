/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define THAW_TYPE_ROW_SECTION (thaw_row_section_get_type ())
G_DECLARE_FINAL_TYPE (ThawRowSection, thaw_row_section, THAW, ROW_SECTION, AdwPreferencesGroup)

void     thaw_row_section_begin (ThawRowSection *self);
void     thaw_row_section_add   (ThawRowSection *self,
                                 const char     *key,
                                 GtkWidget      *row);
void     thaw_row_section_end   (ThawRowSection *self);

gboolean thaw_row_section_focus (ThawRowSection *self,
                                 const char     *key);

G_END_DECLS
