/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-clock.h"

G_BEGIN_DECLS

#define THAW_TYPE_MOMENT_BUTTON (thaw_moment_button_get_type ())
G_DECLARE_FINAL_TYPE (ThawMomentButton, thaw_moment_button, THAW, MOMENT_BUTTON, GtkBox)

GtkWidget        *thaw_moment_button_new        (void) G_GNUC_WARN_UNUSED_RESULT;

void              thaw_moment_button_set_clock  (ThawMomentButton *self,
                                                 ThawClock        *clock);

const ThawMoment *thaw_moment_button_get_moment (ThawMomentButton *self);
void              thaw_moment_button_set_moment (ThawMomentButton *self,
                                                 const ThawMoment *moment);

G_END_DECLS
