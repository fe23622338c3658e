/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PEOPLE_NUDGE (thaw_people_nudge_get_type ())
G_DECLARE_FINAL_TYPE (ThawPeopleNudge, thaw_people_nudge, THAW, PEOPLE_NUDGE, AdwBin)

GtkWidget *thaw_people_nudge_new    (ThawServices    *services) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_people_nudge_update (ThawPeopleNudge *self);

G_END_DECLS
