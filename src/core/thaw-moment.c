/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-moment"

#include "config.h"
#include "thaw-moment.h"

#define MS_PER_DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)

/* A position is the local day (upper bits) and the instant within it (lower bits). Seen in UTC, a local day
 * starts up to 18 h before the UTC day of the same name and ends up to 18 h after it: 60 h fit into 28 bits of
 * milliseconds. */
#define POSITION_BITS_PER_DAY 38

/**
 * thaw_moment_from_time:
 * @time: a time in the person's zone
 *
 * Returns: the moment, cut to whole milliseconds
 */
ThawMoment
thaw_moment_from_time (GDateTime *time)
{
  ThawMoment moment = { 0 };

  g_return_val_if_fail (time != NULL, moment);

  moment.utc_ms = g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
  moment.offset_secs = (gint32) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND);
  moment.day = thaw_day_from_time (time);

  return moment;
}

/**
 * thaw_moment_from_iso:
 * @iso: (nullable): a date and time in ISO 8601, as `2026-11-23T09:15:00.250+01:00`
 * @zone: (nullable): the zone for a time without an offset; %NULL to refuse one
 *
 * Returns: the moment; one that thaw_moment_is_valid() refuses if @iso is no time
 */
ThawMoment
thaw_moment_from_iso (const char *iso,
                      GTimeZone  *zone)
{
  g_autoptr (GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, zone) : NULL;

  if (time == NULL)
    return (ThawMoment) { 0 };

  return thaw_moment_from_time (time);
}

/**
 * thaw_moment_is_valid:
 * @moment: a moment
 *
 * Returns: whether the day, the instant and the offset are possible and agree
 */
gboolean
thaw_moment_is_valid (const ThawMoment *moment)
{
  gint64 from_day_start;

  if (!thaw_day_is_valid (moment->day) || ABS (moment->offset_secs) > THAW_MOMENT_MAX_OFFSET_SECS)
    return FALSE;

  from_day_start = moment->utc_ms + moment->offset_secs * G_GINT64_CONSTANT (1000) -
                   (moment->day - THAW_DAY_EPOCH) * MS_PER_DAY;

  return from_day_start >= 0 && from_day_start < MS_PER_DAY;
}

gboolean
thaw_moment_equal (const ThawMoment *a,
                   const ThawMoment *b)
{
  return a->utc_ms == b->utc_ms && a->offset_secs == b->offset_secs && a->day == b->day;
}

/**
 * thaw_moment_to_time:
 * @moment: a valid moment
 *
 * Returns: (transfer full): @moment as the person's clock showed it
 */
GDateTime *
thaw_moment_to_time (const ThawMoment *moment)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (moment->offset_secs);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) whole_seconds = NULL;
  gint64 ms = moment->utc_ms % 1000;

  g_return_val_if_fail (thaw_moment_is_valid (moment), NULL);

  if (ms < 0)
    ms += 1000;
  utc = g_date_time_new_from_unix_utc ((moment->utc_ms - ms) / 1000);
  whole_seconds = g_date_time_to_timezone (utc, zone);

  return g_date_time_add (whole_seconds, ms * G_TIME_SPAN_MILLISECOND);
}

/**
 * thaw_moment_to_iso:
 * @moment: a valid moment
 *
 * Returns: (transfer full): @moment as `2026-11-23T09:15:00.250+01:00`, always
 *   with milliseconds and the offset
 */
char *
thaw_moment_to_iso (const ThawMoment *moment)
{
  g_autoptr (GDateTime) time = thaw_moment_to_time (moment);
  g_autofree char *seconds = NULL;
  int offset_mins, offset_secs;
  char sign;

  g_return_val_if_fail (time != NULL, NULL);

  sign = moment->offset_secs < 0 ? '-' : '+';
  offset_mins = ABS (moment->offset_secs) / 60;
  offset_secs = ABS (moment->offset_secs) % 60;
  seconds = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03d%c%02d:%02d",
                             g_date_time_get_year (time), g_date_time_get_month (time),
                             g_date_time_get_day_of_month (time), g_date_time_get_hour (time),
                             g_date_time_get_minute (time), g_date_time_get_second (time),
                             g_date_time_get_microsecond (time) / 1000, sign, offset_mins / 60, offset_mins % 60);

  /* Zones before standard time had offsets with seconds; ISO 8601 has no room for them, the instant stays right. */
  if (offset_secs != 0)
    g_debug ("Offset of %d s written to the minute", moment->offset_secs);

  return g_steal_pointer (&seconds);
}

/**
 * thaw_day_get_first_position:
 * @day: a day
 *
 * Returns: a position no later than that of any moment on @day, and later than
 *   that of any moment on an earlier day
 */
gint64
thaw_day_get_first_position (ThawDay day)
{
  return (gint64) day << POSITION_BITS_PER_DAY;
}

/**
 * thaw_moment_get_position:
 * @moment: a valid moment
 *
 * The place of a moment in the journal. Positions sort by the local day first
 * and by the instant within the day second, so that a journal read in this order
 * never leaves a day and comes back to it, wherever the person travelled.
 * The next %THAW_MOMENT_POSITIONS_PER_MS − 1 numbers belong to the same millisecond.
 *
 * Returns: the lowest position of the moment
 */
gint64
thaw_moment_get_position (const ThawMoment *moment)
{
  gint64 ms_in_day;

  g_return_val_if_fail (thaw_moment_is_valid (moment), 0);

  ms_in_day = moment->utc_ms - (moment->day - THAW_DAY_EPOCH) * MS_PER_DAY +
              THAW_MOMENT_MAX_OFFSET_SECS * G_GINT64_CONSTANT (1000);

  return thaw_day_get_first_position (moment->day) + ms_in_day * THAW_MOMENT_POSITIONS_PER_MS;
}
