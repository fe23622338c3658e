/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-day"

#include "config.h"
#include "thaw-day.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>

G_STATIC_ASSERT (THAW_DAY_EPOCH == 719163);

/**
 * thaw_day_is_valid:
 * @day: a day, or anything
 *
 * Returns: whether @day is a day between the years 1 and 9999
 */
gboolean
thaw_day_is_valid (ThawDay day)
{
  return day >= THAW_DAY_FIRST && day <= THAW_DAY_LAST;
}

/**
 * thaw_day_new:
 * @year: the year, 1 to 9999
 * @month: the month, 1 to 12
 * @day_of_month: the day, 1 to 31
 *
 * Returns: the day, or %THAW_DAY_NONE if the calendar has no such day
 */
ThawDay
thaw_day_new (int year,
              int month,
              int day_of_month)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day_of_month < 1 || day_of_month > 31 ||
      !g_date_valid_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year))
    return THAW_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);

  return (ThawDay) g_date_get_julian (&date);
}

/**
 * thaw_day_from_iso:
 * @iso: (nullable): a day as `YYYY-MM-DD`
 *
 * Returns: the day, or %THAW_DAY_NONE if @iso is anything else
 */
ThawDay
thaw_day_from_iso (const char *iso)
{
  if (iso == NULL)
    return THAW_DAY_NONE;

  for (int i = 0; i < 10; i++)
    {
      gboolean is_dash = i == 4 || i == 7;

      if (is_dash ? iso[i] != '-' : !g_ascii_isdigit (iso[i]))
        return THAW_DAY_NONE;
    }

  if (iso[10] != '\0')
    return THAW_DAY_NONE;

#define DIGIT(i) (iso[i] - '0')
  return thaw_day_new (DIGIT (0) * 1000 + DIGIT (1) * 100 + DIGIT (2) * 10 + DIGIT (3),
                       DIGIT (5) * 10 + DIGIT (6),
                       DIGIT (8) * 10 + DIGIT (9));
#undef DIGIT
}

/**
 * thaw_day_from_time:
 * @time: a time
 *
 * Returns: the calendar day which @time shows in its own zone
 */
ThawDay
thaw_day_from_time (GDateTime *time)
{
  int year, month, day_of_month;

  g_return_val_if_fail (time != NULL, THAW_DAY_NONE);

  g_date_time_get_ymd (time, &year, &month, &day_of_month);

  return thaw_day_new (year, month, day_of_month);
}

/**
 * thaw_day_split:
 * @day: a valid day
 * @out_year: (out) (optional): 1 to 9999
 * @out_month: (out) (optional): 1 to 12
 * @out_day_of_month: (out) (optional): 1 to 31
 *
 * Takes a day apart.
 */
void
thaw_day_split (ThawDay day,
                int    *out_year,
                int    *out_month,
                int    *out_day_of_month)
{
  GDate date;

  g_return_if_fail (thaw_day_is_valid (day));

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);

  if (out_year != NULL)
    *out_year = g_date_get_year (&date);
  if (out_month != NULL)
    *out_month = g_date_get_month (&date);
  if (out_day_of_month != NULL)
    *out_day_of_month = g_date_get_day (&date);
}

/**
 * thaw_day_write_iso:
 * @day: a valid day
 * @buffer: (out caller-allocates): where to write
 *
 * Writes @day as `YYYY-MM-DD` without allocating.
 */
void
thaw_day_write_iso (ThawDay day,
                    char    buffer[THAW_DAY_ISO_SIZE])
{
  int year = 0, month = 0, day_of_month = 0;

  buffer[0] = '\0';
  thaw_day_split (day, &year, &month, &day_of_month);
  g_snprintf (buffer, THAW_DAY_ISO_SIZE, "%04d-%02d-%02d", year, month, day_of_month);
}

/**
 * thaw_day_to_iso:
 * @day: a valid day
 *
 * Returns: (transfer full): @day as `YYYY-MM-DD`
 */
char *
thaw_day_to_iso (ThawDay day)
{
  char buffer[THAW_DAY_ISO_SIZE];

  g_return_val_if_fail (thaw_day_is_valid (day), NULL);

  thaw_day_write_iso (day, buffer);

  return g_strdup (buffer);
}

/**
 * thaw_day_to_midnight:
 * @day: a valid day
 * @zone: a time zone
 *
 * Where the zone skips midnight, this is the first moment after the gap.
 *
 * Returns: (transfer full): the start of @day in @zone
 */
GDateTime *
thaw_day_to_midnight (ThawDay    day,
                      GTimeZone *zone)
{
  int year = 1, month = 1, day_of_month = 1;

  g_return_val_if_fail (thaw_day_is_valid (day), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  thaw_day_split (day, &year, &month, &day_of_month);

  return g_date_time_new (zone, year, month, day_of_month, 0, 0, 0);
}

/**
 * thaw_day_format:
 * @day: a valid day
 * @format: a format for g_date_time_format(), already translated
 *
 * Returns: (transfer full): @day in words
 */
char *
thaw_day_format (ThawDay     day,
                 const char *format)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) midnight = thaw_day_to_midnight (day, utc);

  g_return_val_if_fail (midnight != NULL, NULL);

  return g_date_time_format (midnight, format);
}

/**
 * thaw_day_get_weekday:
 * @day: a valid day
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
thaw_day_get_weekday (ThawDay day)
{
  /* 1 January of year 1 is a Monday in the calendar that GDate uses. */
  return (day - 1) % 7 + 1;
}

/**
 * thaw_day_add_months:
 * @day: a valid day
 * @months: how many months, may be negative
 *
 * 31 January and a month is the last day of February.
 *
 * Returns: the day, no earlier than %THAW_DAY_FIRST and no later than %THAW_DAY_LAST
 */
ThawDay
thaw_day_add_months (ThawDay day,
                     int     months)
{
  gint64 month_index;
  int year, month, day_of_month;
  GDateYear new_year;
  GDateMonth new_month;

  g_return_val_if_fail (thaw_day_is_valid (day), THAW_DAY_NONE);

  thaw_day_split (day, &year, &month, &day_of_month);
  month_index = (gint64) year * 12 + month - 1 + months;
  if (month_index < 12)
    return THAW_DAY_FIRST;
  if (month_index >= 10000 * 12)
    return THAW_DAY_LAST;

  new_year = (GDateYear) (month_index / 12);
  new_month = (GDateMonth) (month_index % 12 + 1);

  return thaw_day_new (new_year, new_month, MIN (day_of_month, g_date_get_days_in_month (new_month, new_year)));
}

/**
 * thaw_day_start_of_week:
 * @day: a valid day
 * @first_weekday: the day on which weeks start, 1 for Monday to 7 for Sunday
 *
 * Returns: the first day of the week that @day is in
 */
ThawDay
thaw_day_start_of_week (ThawDay day,
                        int     first_weekday)
{
  int days_into_week;

  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, THAW_DAY_NONE);

  days_into_week = (thaw_day_get_weekday (day) - first_weekday + 7) % 7;

  return MAX (day - days_into_week, THAW_DAY_FIRST);
}

/**
 * thaw_day_start_of_month:
 * @day: a valid day
 *
 * Returns: the first day of the month that @day is in
 */
ThawDay
thaw_day_start_of_month (ThawDay day)
{
  int day_of_month = 1;

  thaw_day_split (day, NULL, NULL, &day_of_month);

  return day - day_of_month + 1;
}

/**
 * thaw_day_days_in_month:
 * @day: a valid day
 *
 * Returns: how many days the month of @day has
 */
int
thaw_day_days_in_month (ThawDay day)
{
  int year = 1, month = 1;

  thaw_day_split (day, &year, &month, NULL);

  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/**
 * thaw_day_get_first_weekday:
 *
 * Returns: the day on which weeks start in the person's locale, 1 for Monday to
 *   7 for Sunday; Monday, as in ISO 8601, in the locale of no country
 */
int
thaw_day_get_first_weekday (void)
{
#ifdef HAVE_NL_TIME_FIRST_WEEKDAY
  const char *locale = setlocale (LC_TIME, NULL);
  /* glibc gives the first weekday as an offset from a reference day, itself
   * packed into a pointer: 19971130 is a Sunday, 19971201 a Monday. */
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  guint reference = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  int from_sunday = (first - 1 + (reference == 19971201 ? 1 : 0)) % 7;

  if (g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") || g_str_has_prefix (locale, "C."))
    return 1;

  return from_sunday == 0 ? 7 : from_sunday;
#else
  return 1;
#endif
}
