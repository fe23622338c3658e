/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-length-words"

#include "config.h"
#include "thaw-length-words.h"

#include <glib/gi18n-lib.h>

#define MS_PER_SECOND 1000
#define SECONDS_PER_MINUTE 60
#define MINUTES_PER_HOUR 60

static char *
format_seconds (int seconds)
{
  return g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong) seconds), seconds);
}

static char *
format_minutes (int minutes)
{
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
}

static char *
format_hours (int hours)
{
  return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) hours), hours);
}

/**
 * thaw_length_to_words:
 * @ms: a length of time in milliseconds
 *
 * Says how long something takes, to the second, and from an hour on to the minute.
 *
 * Returns: (transfer full): as "5 minutes 10 seconds" or "1 hour 20 minutes"
 */
char *
thaw_length_to_words (gint64 ms)
{
  gint64 seconds = (MAX (ms, 0) + MS_PER_SECOND / 2) / MS_PER_SECOND;
  g_autofree char *large = NULL;
  g_autofree char *small = NULL;

  if (seconds < SECONDS_PER_MINUTE)
    return format_seconds ((int) seconds);

  if (seconds < SECONDS_PER_MINUTE * MINUTES_PER_HOUR)
    {
      large = format_minutes ((int) (seconds / SECONDS_PER_MINUTE));
      if (seconds % SECONDS_PER_MINUTE != 0)
        small = format_seconds ((int) (seconds % SECONDS_PER_MINUTE));
    }
  else
    {
      gint64 minutes = (seconds + SECONDS_PER_MINUTE / 2) / SECONDS_PER_MINUTE;

      large = format_hours ((int) (minutes / MINUTES_PER_HOUR));
      if (minutes % MINUTES_PER_HOUR != 0)
        small = format_minutes ((int) (minutes % MINUTES_PER_HOUR));
    }

  if (small == NULL)
    return g_steal_pointer (&large);

  /* Translators: a length of time: the first %s is as "5 minutes", the second as "10 seconds" */
  return g_strdup_printf (C_("length", "%s %s"), large, small);
}

/**
 * thaw_length_to_clock:
 * @ms: a length of time in milliseconds
 *
 * Writes a length as a stopwatch does: seconds that are not complete do not count.
 *
 * Returns: (transfer full): as "5:10" or "1:20:00"
 */
char *
thaw_length_to_clock (gint64 ms)
{
  const int seconds = (int) (MAX (ms, 0) / MS_PER_SECOND);
  const int minutes = seconds / SECONDS_PER_MINUTE;
  const int hours = minutes / MINUTES_PER_HOUR;

  if (hours > 0)
    /* Translators: a running time: hours, minutes, seconds */
    return g_strdup_printf (_("%d:%02d:%02d"), hours, minutes % MINUTES_PER_HOUR, seconds % SECONDS_PER_MINUTE);

  /* Translators: a running time: minutes, seconds */
  return g_strdup_printf (_("%d:%02d"), minutes, seconds % SECONDS_PER_MINUTE);
}
