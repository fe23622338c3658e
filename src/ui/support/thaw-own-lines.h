/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_OWN_LINES (thaw_own_lines_get_type ())
G_DECLARE_FINAL_TYPE (ThawOwnLines, thaw_own_lines, THAW, OWN_LINES, GObject)

ThawOwnLines *thaw_own_lines_new    (ThawServices    *services,
                                     AdwToastOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT;

void          thaw_own_lines_add    (ThawOwnLines    *self);
void          thaw_own_lines_edit   (ThawOwnLines    *self,
                                     const char      *id);
void          thaw_own_lines_delete (ThawOwnLines    *self,
                                     const char      *id);

G_END_DECLS
