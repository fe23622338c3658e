/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-civil.h"

G_BEGIN_DECLS

gint64  thaw_reminder_pause_for_an_hour (gint64     now_ms);
gint64  thaw_reminder_pause_until_day   (ThawDay    day,
                                         GTimeZone *zone);
char   *thaw_reminder_pause_to_words    (gint64     until_ms,
                                         gint64     now_ms,
                                         GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
