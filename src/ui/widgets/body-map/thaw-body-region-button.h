/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-body-figure.h"

G_BEGIN_DECLS

#define THAW_TYPE_BODY_REGION_BUTTON (thaw_body_region_button_get_type ())
G_DECLARE_FINAL_TYPE (ThawBodyRegionButton, thaw_body_region_button, THAW, BODY_REGION_BUTTON, GtkButton)

/* Beside the strengths of a sensation, which count from 0: there is none. */
#define THAW_BODY_REGION_EMPTY (-1)

GtkWidget      *thaw_body_region_button_new (ThawBodySide   side,
                                             ThawBodyRegion region) G_GNUC_WARN_UNUSED_RESULT;

ThawBodySide    thaw_body_region_button_get_side   (ThawBodyRegionButton *self);
ThawBodyRegion  thaw_body_region_button_get_region (ThawBodyRegionButton *self);
const char     *thaw_body_region_button_get_name   (ThawBodyRegionButton *self);

int             thaw_body_region_button_get_strength (ThawBodyRegionButton *self);
void            thaw_body_region_button_show         (ThawBodyRegionButton *self,
                                                      int                   strength,
                                                      const char           *description,
                                                      gboolean              is_current);
void            thaw_body_region_button_allocate     (ThawBodyRegionButton *self,
                                                      double                x,
                                                      double                y,
                                                      double                height);

G_END_DECLS
