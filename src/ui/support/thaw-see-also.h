/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-library.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_SEE_ALSO (thaw_see_also_get_type ())
G_DECLARE_FINAL_TYPE (ThawSeeAlso, thaw_see_also, THAW, SEE_ALSO, AdwPreferencesGroup)

GtkWidget *thaw_see_also_new         (ThawServices *services,
                                      ThawLibrary  *library) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_see_also_set_targets (ThawSeeAlso  *self,
                                      GPtrArray    *targets);

G_END_DECLS
