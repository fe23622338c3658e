/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-moment.h"

G_BEGIN_DECLS

char    *thaw_day_to_words         (ThawDay day,
                                    ThawDay today) G_GNUC_WARN_UNUSED_RESULT;
char    *thaw_day_to_short_words   (ThawDay day,
                                    ThawDay today) G_GNUC_WARN_UNUSED_RESULT;
char    *thaw_day_to_full_words    (ThawDay day) G_GNUC_WARN_UNUSED_RESULT;
char    *thaw_day_to_date_words    (ThawDay day,
                                    ThawDay today) G_GNUC_WARN_UNUSED_RESULT;
char    *thaw_moment_to_time_words (const ThawMoment *moment) G_GNUC_WARN_UNUSED_RESULT;
char    *thaw_minute_to_time_words (int minute) G_GNUC_WARN_UNUSED_RESULT;

gboolean thaw_locale_uses_12_hours (void);

G_END_DECLS
