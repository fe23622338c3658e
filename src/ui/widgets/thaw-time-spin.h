/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_TIME_SPIN (thaw_time_spin_get_type ())
G_DECLARE_FINAL_TYPE (ThawTimeSpin, thaw_time_spin, THAW, TIME_SPIN, GtkBox)

int  thaw_time_spin_get_minute (ThawTimeSpin *self);
void thaw_time_spin_set_minute (ThawTimeSpin *self,
                                int           minute);
void thaw_time_spin_update     (ThawTimeSpin *self);

G_END_DECLS
