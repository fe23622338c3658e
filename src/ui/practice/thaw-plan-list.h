/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PLAN_LIST (thaw_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (ThawPlanList, thaw_plan_list, THAW, PLAN_LIST, GtkBox)

void thaw_plan_list_set_services (ThawPlanList *self,
                                  ThawServices *services);
void thaw_plan_list_update       (ThawPlanList *self);

G_END_DECLS
