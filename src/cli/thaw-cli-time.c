/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-time"

#include "config.h"
#include "thaw-cli-time.h"

#include <string.h>

/* Whether the text is “9:15” or “09:15”. */
static gboolean
is_time_of_day (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");

  return (n_digits == 1 || n_digits == 2) && text[n_digits] == ':' && strlen (text + n_digits) == 3;
}

/**
 * thaw_cli_parse_time:
 * @text: `09:15`, `2026-11-23T09:15`, `2026-11-23 09:15:30` or any other form of
 *   ISO 8601 with a day and a time, with or without an offset
 * @clock: says what day it is, and in which zone
 *
 * Returns: the moment; one that thaw_moment_is_valid() refuses if @text is no time
 */
ThawMoment
thaw_cli_parse_time (const char *text,
                     ThawClock  *clock)
{
  g_autoptr (GDateTime) now = thaw_clock_dup_now (clock);
  g_autofree char *iso = NULL;
  char *time_of_day;

  if (is_time_of_day (text))
    {
      char today[THAW_DAY_ISO_SIZE];

      thaw_day_write_iso (thaw_clock_get_today (clock), today);
      iso = g_strdup_printf ("%sT%s%s:00", today, text[1] == ':' ? "0" : "", text);
      return thaw_moment_from_iso (iso, g_date_time_get_timezone (now));
    }

  iso = g_strdup (text);
  time_of_day = strpbrk (iso, " Tt");
  if (time_of_day == NULL)
    return (ThawMoment) { 0 };

  *time_of_day++ = 'T';
  if (is_time_of_day (time_of_day))
    {
      g_autofree char *with_seconds = g_strdup_printf ("%.*s%s%s:00", (int) (time_of_day - iso), iso,
                                                       time_of_day[1] == ':' ? "0" : "", time_of_day);

      return thaw_moment_from_iso (with_seconds, g_date_time_get_timezone (now));
    }

  return thaw_moment_from_iso (iso, g_date_time_get_timezone (now));
}
