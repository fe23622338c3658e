/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-mood-series.h"

G_BEGIN_DECLS

GArray *thaw_day_moods_add_sessions     (GArray         *days,
                                         GArray         *counts) G_GNUC_WARN_UNUSED_RESULT;

guint   thaw_mood_series_get_n_sessions (ThawMoodSeries *self);
GArray *thaw_mood_series_count_sessions (ThawMoodSeries *self,
                                         ThawDay         axis_first,
                                         ThawDay         axis_last,
                                         guint           n_columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
