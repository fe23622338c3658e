/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-sensation.h"

G_BEGIN_DECLS

#define THAW_TYPE_STRENGTH_SCALES (thaw_strength_scales_get_type ())
G_DECLARE_FINAL_TYPE (ThawStrengthScales, thaw_strength_scales, THAW, STRENGTH_SCALES, GtkBox)

GtkWidget *thaw_strength_scales_new (void) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_strength_scales_get_sensations (ThawStrengthScales *self);
void       thaw_strength_scales_set_sensations (ThawStrengthScales *self,
                                                GPtrArray          *sensations);

G_END_DECLS
