/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-period.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REFLECTION_SECTION (thaw_reflection_section_get_type ())
G_DECLARE_FINAL_TYPE (ThawReflectionSection, thaw_reflection_section, THAW, REFLECTION_SECTION, GtkBox)

void thaw_reflection_section_set_services (ThawReflectionSection *self,
                                           ThawServices          *services);
void thaw_reflection_section_set_period   (ThawReflectionSection *self,
                                           const ThawPeriod      *period);

G_END_DECLS
