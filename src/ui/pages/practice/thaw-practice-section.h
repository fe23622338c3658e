/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define THAW_TYPE_PRACTICE_SECTION (thaw_practice_section_get_type ())
G_DECLARE_FINAL_TYPE (ThawPracticeSection, thaw_practice_section, THAW, PRACTICE_SECTION, AdwPreferencesGroup)

GtkWidget *thaw_practice_row_new        (const char          *activity,
                                         const char          *title,
                                         const char          *subtitle) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_practice_section_begin  (ThawPracticeSection *self);
void       thaw_practice_section_add    (ThawPracticeSection *self,
                                         const char          *activity,
                                         const char          *title,
                                         const char          *subtitle);
void       thaw_practice_section_end    (ThawPracticeSection *self);

gboolean   thaw_practice_section_focus  (ThawPracticeSection *self,
                                         const char          *activity);

G_END_DECLS
