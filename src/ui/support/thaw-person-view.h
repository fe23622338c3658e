/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PERSON_VIEW (thaw_person_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawPersonView, thaw_person_view, THAW, PERSON_VIEW, GtkBox)

void     thaw_person_view_show       (ThawPersonView   *self,
                                      ThawServices     *services,
                                      const ThawPerson *person);
gboolean thaw_person_view_focus_ways (ThawPersonView   *self);

G_END_DECLS
