/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"

G_BEGIN_DECLS

/**
 * ThawMoment:
 * @utc_ms: milliseconds since 1970-01-01 00:00 UTC
 * @offset_secs: seconds that the person's clock was ahead of UTC, −18 h to +18 h
 * @day: the calendar day which the person's clock showed
 *
 * When something was felt: the instant, and what the clock on the wall said.
 * The day is stored and never derived again, so that an entry stays on its day
 * when the person moves to another time zone.
 */
typedef struct
{
  gint64  utc_ms;
  gint32  offset_secs;
  ThawDay day;
} ThawMoment;

#define THAW_MOMENT_MAX_OFFSET_SECS (18 * 3600)

ThawMoment thaw_moment_from_time (GDateTime *time);
ThawMoment thaw_moment_from_iso  (const char *iso,
                                  GTimeZone  *zone);

gboolean   thaw_moment_is_valid  (const ThawMoment *moment);
gboolean   thaw_moment_equal     (const ThawMoment *a,
                                  const ThawMoment *b);

GDateTime *thaw_moment_to_time   (const ThawMoment *moment);
char      *thaw_moment_to_iso    (const ThawMoment *moment);
int        thaw_moment_get_ms_of_day (const ThawMoment *moment);

gint64     thaw_moment_get_position (const ThawMoment *moment);

/* Positions between two neighbouring milliseconds: entries that share one. */
#define THAW_MOMENT_POSITIONS_PER_MS 1024

gint64     thaw_day_get_first_position (ThawDay day);
ThawDay    thaw_day_from_position      (gint64 position);

G_END_DECLS
