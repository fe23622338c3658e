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

/* Reads @n_digits digits, and nothing else. */
static gboolean
read_digits (const char **at,
             int          n_digits,
             int         *out_number)
{
  int number = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      number = number * 10 + ((*at)[i] - '0');
    }

  *at += n_digits;
  *out_number = number;

  return TRUE;
}

static gboolean
read_char (const char **at,
           char         c)
{
  if (**at != c)
    return FALSE;

  (*at)++;

  return TRUE;
}

/* What thaw_moment_to_iso() writes, to the digit. GDateTime reads neither offsets with seconds nor instants that
 * lie, seen in UTC, in the years 0 and 10000. */
static gboolean
read_written (const char *iso,
              ThawMoment *out_moment)
{
  ThawMoment moment = { 0 };
  const char *at = iso;
  int year, month, day, hour, minute, second, ms, offset_hours, offset_mins, offset_secs = 0;
  gboolean is_behind;

  if (!read_digits (&at, 4, &year) || !read_char (&at, '-') ||
      !read_digits (&at, 2, &month) || !read_char (&at, '-') ||
      !read_digits (&at, 2, &day) || !read_char (&at, 'T') ||
      !read_digits (&at, 2, &hour) || !read_char (&at, ':') ||
      !read_digits (&at, 2, &minute) || !read_char (&at, ':') ||
      !read_digits (&at, 2, &second) || !read_char (&at, '.') ||
      !read_digits (&at, 3, &ms))
    return FALSE;

  is_behind = *at == '-';
  if (!(read_char (&at, '+') || read_char (&at, '-')) ||
      !read_digits (&at, 2, &offset_hours) || !read_char (&at, ':') || !read_digits (&at, 2, &offset_mins) ||
      (*at != '\0' && (!read_char (&at, ':') || !read_digits (&at, 2, &offset_secs) || *at != '\0')))
    return FALSE;

  moment.day = thaw_day_new (year, month, day);
  if (moment.day == THAW_DAY_NONE || hour > 23 || minute > 59 || second > 59 || offset_mins > 59 || offset_secs > 59)
    return FALSE;

  moment.offset_secs = (offset_hours * 3600 + offset_mins * 60 + offset_secs) * (is_behind ? -1 : 1);
  moment.utc_ms = (moment.day - THAW_DAY_EPOCH) * MS_PER_DAY +
                  ((hour * 60 + minute) * 60 + second) * G_GINT64_CONSTANT (1000) + ms -
                  moment.offset_secs * G_GINT64_CONSTANT (1000);
  *out_moment = moment;

  return thaw_moment_is_valid (&moment);
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
  g_autoptr (GDateTime) time = NULL;
  ThawMoment moment;

  if (iso == NULL)
    return (ThawMoment) { 0 };

  if (read_written (iso, &moment))
    return moment;

  time = g_date_time_new_from_iso8601 (iso, zone);
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
  gint64 day_start;

  if (!thaw_day_is_valid (moment->day) || ABS (moment->offset_secs) > THAW_MOMENT_MAX_OFFSET_SECS)
    return FALSE;

  day_start = (moment->day - THAW_DAY_EPOCH) * MS_PER_DAY - moment->offset_secs * G_GINT64_CONSTANT (1000);

  return moment->utc_ms >= day_start && moment->utc_ms < day_start + MS_PER_DAY;
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
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) midnight = NULL;

  g_return_val_if_fail (thaw_moment_is_valid (moment), NULL);

  /* Not by way of UTC: there, the first and last hours of the journal's years are in the years 0 and 10000. */
  zone = g_time_zone_new_offset (moment->offset_secs);
  midnight = thaw_day_to_midnight (moment->day, zone);

  return g_date_time_add (midnight, thaw_moment_get_ms_of_day (moment) * G_TIME_SPAN_MILLISECOND);
}

/**
 * thaw_moment_to_iso:
 * @moment: a valid moment
 *
 * Nothing is lost: thaw_moment_from_iso() gives the same moment back.
 *
 * Returns: (transfer full): @moment as `2026-11-23T09:15:00.250+01:00`, always
 *   with milliseconds and the offset; offsets from before standard time have
 *   seconds, as `+00:53:28`
 */
char *
thaw_moment_to_iso (const ThawMoment *moment)
{
  char day[THAW_DAY_ISO_SIZE], seconds[8] = "";
  int ms, offset;

  g_return_val_if_fail (thaw_moment_is_valid (moment), NULL);

  thaw_day_write_iso (moment->day, day);
  ms = thaw_moment_get_ms_of_day (moment);
  offset = ABS (moment->offset_secs);
  if (offset % 60 != 0)
    g_snprintf (seconds, sizeof seconds, ":%02d", offset % 60);

  return g_strdup_printf ("%sT%02d:%02d:%02d.%03d%c%02d:%02d%s",
                          day, ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000,
                          moment->offset_secs < 0 ? '-' : '+', offset / 3600, offset / 60 % 60, seconds);
}

/**
 * thaw_moment_get_ms_of_day:
 * @moment: a valid moment
 *
 * Returns: how far into its day the person's clock was, in milliseconds
 */
int
thaw_moment_get_ms_of_day (const ThawMoment *moment)
{
  g_return_val_if_fail (thaw_moment_is_valid (moment), 0);

  return (int) (moment->utc_ms + moment->offset_secs * G_GINT64_CONSTANT (1000) -
                (moment->day - THAW_DAY_EPOCH) * MS_PER_DAY);
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
 * thaw_day_from_position:
 * @position: where an entry stands in the journal
 *
 * Returns: the day that the entry belongs to
 */
ThawDay
thaw_day_from_position (gint64 position)
{
  return (ThawDay) (position >> POSITION_BITS_PER_DAY);
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
