/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_CARE_SECTION (thaw_care_section_get_type ())
G_DECLARE_FINAL_TYPE (ThawCareSection, thaw_care_section, THAW, CARE_SECTION, GtkBox)

GtkWidget *thaw_care_section_new  (ThawServices       *services,
                                   AdwToastOverlay    *overlay,
                                   ThawCarePart        part) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_care_section_show (ThawCareSection    *self,
                                   GPtrArray          *items,
                                   GPtrArray          *people);
void       thaw_care_section_edit (ThawCareSection    *self,
                                   const ThawCareItem *item);
void       thaw_care_section_move (ThawCareSection    *self,
                                   const char         *id,
                                   int                 by);
void       thaw_care_section_collect (ThawCareSection *self,
                                      GPtrArray       *items);

G_END_DECLS
