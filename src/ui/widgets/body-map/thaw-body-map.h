/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-body-figure.h"

G_BEGIN_DECLS

#define THAW_TYPE_BODY_MAP (thaw_body_map_get_type ())
G_DECLARE_FINAL_TYPE (ThawBodyMap, thaw_body_map, THAW, BODY_MAP, GtkWidget)

GtkWidget *thaw_body_map_new (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_body_map_set_sensations (ThawBodyMap    *self,
                                         GPtrArray      *sensations);

int        thaw_body_map_get_current    (ThawBodyMap    *self);
void       thaw_body_map_set_current    (ThawBodyMap    *self,
                                         int             region);

GtkWidget *thaw_body_map_get_button     (ThawBodyMap    *self,
                                         ThawBodySide    side,
                                         ThawBodyRegion  region);

G_END_DECLS
