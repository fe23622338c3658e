/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_TODAY_PRACTICE (thaw_today_practice_get_type ())
G_DECLARE_FINAL_TYPE (ThawTodayPractice, thaw_today_practice, THAW, TODAY_PRACTICE, GtkBox)

void thaw_today_practice_set_services (ThawTodayPractice *self,
                                       ThawServices      *services);

G_END_DECLS
