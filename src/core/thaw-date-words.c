/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-date-words"

#include "config.h"
#include "thaw-date-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

static gboolean
is_same_year (ThawDay a,
              ThawDay b)
{
  int year_a = 0, year_b = 0;

  thaw_day_split (a, &year_a, NULL, NULL);
  thaw_day_split (b, &year_b, NULL, NULL);

  return year_a == year_b;
}

/**
 * thaw_day_to_words:
 * @day: a valid day
 * @today: the day it is now, or %THAW_DAY_NONE to always name the date in full
 *
 * Returns: (transfer full): @day as a heading: “Today”, “Yesterday”, “Monday 3 March”
 *   or, in another year, “Monday 3 March 2025”
 */
char *
thaw_day_to_words (ThawDay day,
                   ThawDay today)
{
  g_return_val_if_fail (thaw_day_is_valid (day), NULL);

  if (today != THAW_DAY_NONE && day == today)
    return g_strdup (_("Today"));
  if (today != THAW_DAY_NONE && day == today - 1)
    return g_strdup (_("Yesterday"));
  if (today != THAW_DAY_NONE && is_same_year (day, today))
    /* Translators: a day of this year, as “Monday 3 March”; the codes are those of g_date_time_format() */
    return thaw_day_format (day, C_("date format", "%A %-d %B"));

  /* Translators: a day, as “Monday 3 March 2025”; the codes are those of g_date_time_format() */
  return thaw_day_format (day, C_("date format", "%A %-d %B %Y"));
}

/**
 * thaw_day_to_short_words:
 * @day: a valid day
 * @today: the day it is now, or %THAW_DAY_NONE to always name the year
 *
 * Returns: (transfer full): @day where there is little room: “3 Mar” or, in
 *   another year, “3 Mar 2025”
 */
char *
thaw_day_to_short_words (ThawDay day,
                         ThawDay today)
{
  g_return_val_if_fail (thaw_day_is_valid (day), NULL);

  if (today != THAW_DAY_NONE && is_same_year (day, today))
    /* Translators: a day of this year, as “3 Mar”; the codes are those of g_date_time_format() */
    return thaw_day_format (day, C_("date format", "%-d %b"));

  /* Translators: a day, as “3 Mar 2025”; the codes are those of g_date_time_format() */
  return thaw_day_format (day, C_("date format", "%-d %b %Y"));
}

/**
 * thaw_locale_uses_12_hours:
 *
 * Returns: whether clocks in the person's locale show 1 to 12 and a half of the day
 */
gboolean
thaw_locale_uses_12_hours (void)
{
  const char *format = nl_langinfo (T_FMT);
  const char *half = nl_langinfo (AM_STR);

  if (half[0] == '\0')
    return FALSE;

  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL || strstr (format, "%l") != NULL ||
         strstr (format, "%p") != NULL;
}

static char *
time_to_words (GDateTime *time)
{
  if (thaw_locale_uses_12_hours ())
    /* Translators: a time in locales with 12 hours, as “9:15 AM”; the codes are those of g_date_time_format() */
    return g_date_time_format (time, C_("time format", "%-I:%M %p"));

  /* Translators: a time in locales with 24 hours, as “09:15”; the codes are those of g_date_time_format() */
  return g_date_time_format (time, C_("time format", "%H:%M"));
}

/**
 * thaw_day_to_full_words:
 * @day: a valid day
 *
 * Returns: (transfer full): @day within a sentence: “3 March 2025”
 */
char *
thaw_day_to_full_words (ThawDay day)
{
  g_return_val_if_fail (thaw_day_is_valid (day), NULL);

  /* Translators: a day, as “3 March 2025”; the codes are those of g_date_time_format() */
  return thaw_day_format (day, C_("date format", "%-d %B %Y"));
}

/**
 * thaw_day_to_date_words:
 * @day: a valid day
 * @today: the day it is now
 *
 * Returns: (transfer full): @day within a sentence: “3 March” or, in another year, “3 March 2025”
 */
char *
thaw_day_to_date_words (ThawDay day,
                        ThawDay today)
{
  g_return_val_if_fail (thaw_day_is_valid (day), NULL);

  if (thaw_day_is_valid (today) && is_same_year (day, today))
    /* Translators: a day of this year, as “3 March”; the codes are those of g_date_time_format() */
    return thaw_day_format (day, C_("date format", "%-d %B"));

  return thaw_day_to_full_words (day);
}

/**
 * thaw_moment_to_time_words:
 * @moment: a valid moment
 *
 * Returns: (transfer full): what the person's clock showed, as “09:15” or “9:15 AM”
 *   by their locale
 */
char *
thaw_moment_to_time_words (const ThawMoment *moment)
{
  g_autoptr (GDateTime) time = thaw_moment_to_time (moment);

  g_return_val_if_fail (time != NULL, NULL);

  return time_to_words (time);
}

/**
 * thaw_minute_to_time_words:
 * @minute: a minute of a day, from 0 to 1439
 *
 * Returns: (transfer full): the time as clocks in the person's locale show it
 */
char *
thaw_minute_to_time_words (int minute)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (minute >= 0 && minute < 24 * 60, NULL);

  time = g_date_time_new_utc (2000, 1, 1, minute / 60, minute % 60, 0);

  return time_to_words (time);
}
