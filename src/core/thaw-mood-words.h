/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-mood-series.h"

G_BEGIN_DECLS

const char *thaw_mood_scale_get_title     (ThawMoodScale scale);
const char *thaw_mood_scale_get_low_word  (ThawMoodScale scale);
const char *thaw_mood_scale_get_high_word (ThawMoodScale scale);

char       *thaw_mood_scale_format_value (ThawMoodScale scale,
                                          double        value);
char       *thaw_mood_scale_format_range (ThawMoodScale scale,
                                          double        min,
                                          double        max);
char       *thaw_mood_scale_describe     (ThawMoodScale       scale,
                                          const ThawDayScale *answers);

char       *thaw_day_mood_format_counts  (const ThawDayMood  *mood);
char       *thaw_day_mood_describe       (const ThawDayMood  *mood);
char       *thaw_mood_series_describe    (ThawMoodSeries     *series,
                                          const char         *title);

G_END_DECLS
