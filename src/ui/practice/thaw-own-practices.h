/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_OWN_PRACTICES (thaw_own_practices_get_type ())
G_DECLARE_FINAL_TYPE (ThawOwnPractices, thaw_own_practices, THAW, OWN_PRACTICES, GObject)

ThawOwnPractices *thaw_own_practices_new          (ThawServices     *services,
                                                   AdwToastOverlay  *overlay) G_GNUC_WARN_UNUSED_RESULT;

void              thaw_own_practices_add_pattern  (ThawOwnPractices *self);
void              thaw_own_practices_add_activity (ThawOwnPractices *self);
void              thaw_own_practices_edit         (ThawOwnPractices *self,
                                                   const char       *id);
void              thaw_own_practices_adjust       (ThawOwnPractices *self,
                                                   const char       *id);
void              thaw_own_practices_delete       (ThawOwnPractices *self,
                                                   const char       *id);

G_END_DECLS
