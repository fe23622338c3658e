/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-daylio-time"

#include "config.h"
#include "thaw-daylio-time.h"

#include <string.h>

static const char *const months[] = {
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
};

/* Phones put a narrow no-break space between the time and “pm”. Also drops the points of “p. m.”. */
static char *
fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x202f && c != '.')
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
take_number (const char **at,
             int          n_max_digits,
             int         *out_number)
{
  int n_digits = 0;

  *out_number = 0;
  while (n_digits < n_max_digits && g_ascii_isdigit ((*at)[n_digits]))
    *out_number = *out_number * 10 + ((*at)[n_digits++] - '0');
  *at += n_digits;

  return n_digits > 0 && !g_ascii_isdigit (**at);
}

/* “May 18”, “18 May” or “May 18,” without the spaces. */
static ThawDay
read_day_and_month (const char *text,
                    int         year)
{
  const char *word = text;
  const char *number = text + strcspn (text, "0123456789");
  int day_of_month;

  if (!take_number (&number, 2, &day_of_month))
    return THAW_DAY_NONE;
  if (g_ascii_isdigit (*word))
    word = number;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (g_str_has_prefix (word, months[i]))
        return thaw_day_new (year, (int) i + 1, day_of_month);
    }

  return THAW_DAY_NONE;
}

/**
 * thaw_daylio_read_day:
 * @full_date: (nullable): `2021-03-27`, as newer exports have it
 * @year: (nullable): `2018`, in older exports
 * @date: (nullable): `18 May` or `May 18`, in older exports
 *
 * Returns: the day, or %THAW_DAY_NONE if the calendar has no such day
 */
ThawDay
thaw_daylio_read_day (const char *full_date,
                      const char *year,
                      const char *date)
{
  g_autofree char *folded = NULL;
  guint64 number;

  if (full_date != NULL)
    return thaw_day_from_iso (full_date);

  if (year == NULL || date == NULL || !g_ascii_string_to_unsigned (year, 10, 1, 9999, &number, NULL))
    return THAW_DAY_NONE;

  folded = fold (date);

  return read_day_and_month (folded, (int) number);
}

/**
 * thaw_daylio_read_minute:
 * @time: `20:39`, `8:39 pm` or `8:39 p. m.`
 *
 * Returns: the minutes since midnight, or −1 if this is no time
 */
int
thaw_daylio_read_minute (const char *time)
{
  g_autofree char *folded = fold (time);
  const char *at = folded;
  int hour, minute;

  if (!take_number (&at, 2, &hour) || *at++ != ':' || !take_number (&at, 2, &minute) || minute > 59)
    return -1;

  if (*at == '\0')
    return hour <= 23 ? hour * 60 + minute : -1;

  if (hour < 1 || hour > 12)
    return -1;
  if (g_str_equal (at, "am"))
    return hour % 12 * 60 + minute;
  if (g_str_equal (at, "pm"))
    return (hour % 12 + 12) * 60 + minute;

  return -1;
}
