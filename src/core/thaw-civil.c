/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-civil"

#include "config.h"
#include "thaw-civil.h"

#define SECS_PER_MINUTE 60
#define SECS_PER_DAY (24 * 60 * 60)
#define MS_PER_SEC 1000

/* From the start of the calendar to that of Unix time. */
#define EPOCH_SECS ((gint64) THAW_DAY_EPOCH * SECS_PER_DAY)

/* The first and the last second that a day has, in Unix time. */
#define FIRST_SECS ((gint64) THAW_DAY_FIRST * SECS_PER_DAY - EPOCH_SECS)
#define LAST_SECS ((gint64) (THAW_DAY_LAST + 1) * SECS_PER_DAY - EPOCH_SECS - 1)

/**
 * thaw_civil_new:
 * @day: a valid day
 * @minute: minutes since midnight, 0 to 1439
 *
 * Returns: that minute of that day
 */
ThawCivil
thaw_civil_new (ThawDay day,
                int     minute)
{
  g_return_val_if_fail (thaw_day_is_valid (day), THAW_CIVIL_NONE);
  g_return_val_if_fail (minute >= 0 && minute < THAW_CIVIL_MINUTES_PER_DAY, THAW_CIVIL_NONE);

  return (ThawCivil) day * THAW_CIVIL_MINUTES_PER_DAY + minute;
}

/**
 * thaw_civil_get_day:
 *
 * Returns: the day, or %THAW_DAY_NONE of %THAW_CIVIL_NONE
 */
ThawDay
thaw_civil_get_day (ThawCivil civil)
{
  return (ThawDay) (civil / THAW_CIVIL_MINUTES_PER_DAY);
}

/**
 * thaw_civil_get_minute:
 *
 * Returns: minutes since midnight
 */
int
thaw_civil_get_minute (ThawCivil civil)
{
  return (int) (civil % THAW_CIVIL_MINUTES_PER_DAY);
}

/**
 * thaw_civil_from_utc_ms:
 * @utc_ms: milliseconds of Unix time
 * @zone: where the clock hangs
 *
 * A time that no day has is the first or the last minute that a day does have.
 *
 * Returns: the minute that the clock shows then
 */
ThawCivil
thaw_civil_from_utc_ms (gint64     utc_ms,
                        GTimeZone *zone)
{
  gint64 secs = utc_ms / MS_PER_SEC;
  int interval;

  g_return_val_if_fail (zone != NULL, THAW_CIVIL_NONE);

  if (utc_ms % MS_PER_SEC < 0)
    secs--;
  secs = CLAMP (secs, FIRST_SECS - SECS_PER_DAY, LAST_SECS + SECS_PER_DAY);
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, secs);
  secs = CLAMP (secs + g_time_zone_get_offset (zone, interval), FIRST_SECS, LAST_SECS);

  return (secs + EPOCH_SECS) / SECS_PER_MINUTE;
}

static gint64
to_utc_ms (ThawCivil  civil,
           GTimeZone *zone,
           GTimeType  type)
{
  gint64 secs = civil * SECS_PER_MINUTE - EPOCH_SECS;
  int interval = g_time_zone_adjust_time (zone, type, &secs);

  return (secs - g_time_zone_get_offset (zone, interval)) * MS_PER_SEC;
}

/**
 * thaw_civil_to_utc_ms:
 * @zone: where the clock hangs
 *
 * A minute that the clock shows twice, when it is put back, is the first of the two; one
 * that it leaves out is when it is put forward.
 *
 * Returns: when the clock first shows that minute, in milliseconds of Unix time
 */
gint64
thaw_civil_to_utc_ms (ThawCivil  civil,
                      GTimeZone *zone)
{
  g_return_val_if_fail (zone != NULL, 0);

  return MIN (to_utc_ms (civil, zone, G_TIME_TYPE_DAYLIGHT), to_utc_ms (civil, zone, G_TIME_TYPE_STANDARD));
}

/**
 * thaw_civil_to_last_utc_ms:
 * @zone: where the clock hangs
 *
 * Returns: when the clock shows that minute for the last time, if it does so twice; else
 *   what thaw_civil_to_utc_ms() does
 */
gint64
thaw_civil_to_last_utc_ms (ThawCivil  civil,
                           GTimeZone *zone)
{
  g_return_val_if_fail (zone != NULL, 0);

  return MAX (to_utc_ms (civil, zone, G_TIME_TYPE_DAYLIGHT), to_utc_ms (civil, zone, G_TIME_TYPE_STANDARD));
}
