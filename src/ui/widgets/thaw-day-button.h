/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-clock.h"

G_BEGIN_DECLS

#define THAW_TYPE_DAY_BUTTON (thaw_day_button_get_type ())
G_DECLARE_FINAL_TYPE (ThawDayButton, thaw_day_button, THAW, DAY_BUTTON, GtkBox)

void    thaw_day_button_set_clock (ThawDayButton *self,
                                   ThawClock     *clock);
ThawDay thaw_day_button_get_day   (ThawDayButton *self);
void    thaw_day_button_set_day   (ThawDayButton *self,
                                   ThawDay        day);

G_END_DECLS
