/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-mood-series.h"
#include "thaw-period.h"

G_BEGIN_DECLS

#define THAW_TYPE_MOOD_CHART (thaw_mood_chart_get_type ())
G_DECLARE_FINAL_TYPE (ThawMoodChart, thaw_mood_chart, THAW, MOOD_CHART, GtkWidget)

GtkWidget         *thaw_mood_chart_new             (void) G_GNUC_WARN_UNUSED_RESULT;

ThawMoodSeries    *thaw_mood_chart_get_series      (ThawMoodChart    *self);
void               thaw_mood_chart_set_series      (ThawMoodChart    *self,
                                                    ThawMoodSeries   *series,
                                                    const ThawPeriod *period,
                                                    const char       *scope);

ThawDay            thaw_mood_chart_get_cursor_day  (ThawMoodChart    *self);
void               thaw_mood_chart_set_cursor_day  (ThawMoodChart    *self,
                                                    ThawDay           day);
const ThawDayMood *thaw_mood_chart_get_cursor_mood (ThawMoodChart    *self);

G_END_DECLS
