/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-sensation.h"

G_BEGIN_DECLS

#define THAW_TYPE_QUALITY_CHIPS (thaw_quality_chips_get_type ())
G_DECLARE_FINAL_TYPE (ThawQualityChips, thaw_quality_chips, THAW, QUALITY_CHIPS, GtkWidget)

GtkWidget *thaw_quality_chips_new (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean   thaw_quality_chips_get_chosen (ThawQualityChips     *self,
                                          ThawSensationQuality  quality);
void       thaw_quality_chips_set_chosen (ThawQualityChips     *self,
                                          ThawSensationQuality  quality,
                                          gboolean              is_chosen);

G_END_DECLS
