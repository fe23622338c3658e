/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-period.h"

G_BEGIN_DECLS

#define THAW_TYPE_RANGE_SWITCH (thaw_range_switch_get_type ())
G_DECLARE_FINAL_TYPE (ThawRangeSwitch, thaw_range_switch, THAW, RANGE_SWITCH, GtkWidget)

ThawPeriodRange thaw_range_switch_get_range (ThawRangeSwitch *self);
void            thaw_range_switch_set_range (ThawRangeSwitch *self,
                                             ThawPeriodRange  range);

G_END_DECLS
