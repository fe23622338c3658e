/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-period.h"
#include "thaw-reflection.h"

G_BEGIN_DECLS

#define THAW_TYPE_REFLECTION_CHART (thaw_reflection_chart_get_type ())
G_DECLARE_FINAL_TYPE (ThawReflectionChart, thaw_reflection_chart, THAW, REFLECTION_CHART, GtkWidget)

GtkWidget            *thaw_reflection_chart_new             (void) G_GNUC_WARN_UNUSED_RESULT;

void                  thaw_reflection_chart_set_reflections (ThawReflectionChart *self,
                                                             GPtrArray           *reflections,
                                                             const ThawPeriod    *period);
const ThawReflection *thaw_reflection_chart_get_cursor      (ThawReflectionChart *self);

G_END_DECLS
