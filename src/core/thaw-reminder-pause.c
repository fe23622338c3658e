/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-pause"

#include "config.h"
#include "thaw-reminder-pause.h"

#include <glib/gi18n-lib.h>

#include "thaw-date-words.h"

#define MS_PER_HOUR ((gint64) 3600 * 1000)

/**
 * thaw_reminder_pause_for_an_hour:
 * @now_ms: what time it is, in milliseconds of Unix time
 *
 * Returns: when a pause ends that begins now
 */
gint64
thaw_reminder_pause_for_an_hour (gint64 now_ms)
{
  return now_ms + MS_PER_HOUR;
}

/**
 * thaw_reminder_pause_until_day:
 * @day: the first day after the pause
 * @zone: where the person’s clock hangs
 *
 * Returns: when @day begins, in milliseconds of Unix time
 */
gint64
thaw_reminder_pause_until_day (ThawDay    day,
                               GTimeZone *zone)
{
  g_return_val_if_fail (thaw_day_is_valid (day), 0);
  g_return_val_if_fail (zone != NULL, 0);

  return thaw_civil_to_utc_ms (thaw_civil_new (day, 0), zone);
}

static char *
make_sentence (ThawCivil until,
               ThawDay   today,
               gboolean  is_near)
{
  ThawDay day = thaw_civil_get_day (until);
  g_autofree char *words = NULL;

  if (day == today + 1 && thaw_civil_get_minute (until) == 0)
    return g_strdup (_("Paused until tomorrow"));

  if (is_near)
    {
      words = thaw_minute_to_time_words (thaw_civil_get_minute (until));
      /* Translators: %s is a time, as “15:30” */
      return g_strdup_printf (C_("time", "Paused until %s"), words);
    }

  words = thaw_day_to_words (day, today);
  /* Translators: %s is a day, as “Monday 3 March” */
  return g_strdup_printf (C_("day", "Paused until %s"), words);
}

/**
 * thaw_reminder_pause_to_words:
 * @until_ms: when the pause ends, in milliseconds of Unix time, %G_MAXINT64 if nobody said so,
 *   0 for no pause
 * @now_ms: what time it is
 * @zone: where the person’s clock hangs
 *
 * Returns: (transfer full) (nullable): until when all reminders rest, as “Paused until
 *   tomorrow”, or %NULL if they do not
 */
char *
thaw_reminder_pause_to_words (gint64     until_ms,
                              gint64     now_ms,
                              GTimeZone *zone)
{
  ThawCivil until;

  g_return_val_if_fail (zone != NULL, NULL);

  if (until_ms <= now_ms)
    return NULL;
  if (until_ms == G_MAXINT64)
    return g_strdup (_("Paused until you say otherwise"));

  until = thaw_civil_from_utc_ms (until_ms, zone);

  return make_sentence (until, thaw_civil_get_day (thaw_civil_from_utc_ms (now_ms, zone)),
                        until_ms - now_ms < 24 * MS_PER_HOUR && thaw_civil_get_minute (until) != 0);
}
