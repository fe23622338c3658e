/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-moments"

#include "config.h"
#include "thaw-reminder-moments.h"

/* thaw-reminder-moments: which moments a reminder has, over several days. */

/* What is left of a day when all was dealt with up to a moment. */
static guint
list_rest (const ThawReminder *rule,
           ThawQuietHours      quiet,
           ThawCivil           dealt_with,
           ThawDay             day,
           int                *out_minutes)
{
  int after = thaw_civil_get_day (dealt_with) == day ? thaw_civil_get_minute (dealt_with) : -1;

  return thaw_reminder_list_rest_of_day (rule, day, after, quiet, out_minutes);
}

/**
 * thaw_reminder_find_latest:
 * @rule: a reminder with valid times
 * @quiet: when nothing shall come
 * @dealt_with: up to which moment all was dealt with
 * @until: the latest moment to be looked at
 *
 * Of what falls into quiet hours its own time says whether it was dealt with.
 *
 * Returns: the latest moment up to @until that was not dealt with, or %THAW_CIVIL_NONE
 */
ThawCivil
thaw_reminder_find_latest (const ThawReminder *rule,
                           ThawQuietHours      quiet,
                           ThawCivil           dealt_with,
                           ThawCivil           until)
{
  ThawDay first_day = thaw_civil_get_day (dealt_with);
  ThawDay last_day = thaw_civil_get_day (until);
  int minutes[THAW_REMINDER_MAX_A_DAY];

  if (rule->until != THAW_DAY_NONE)
    last_day = MIN (last_day, rule->until);

  for (ThawDay day = last_day; day >= MAX (first_day, THAW_DAY_FIRST); day--)
    {
      for (guint n = list_rest (rule, quiet, dealt_with, day, minutes); n > 0; n--)
        {
          ThawCivil moment = thaw_civil_new (day, minutes[n - 1]);

          if (moment <= until)
            return moment;
        }
    }

  return THAW_CIVIL_NONE;
}

/**
 * thaw_reminder_find_next:
 * @rule: a reminder with valid times
 * @quiet: when nothing shall come
 * @dealt_with: up to which moment all was dealt with
 * @after: a moment that is not earlier than that
 *
 * Returns: the first moment after @after that was not dealt with, or %THAW_CIVIL_NONE if there is
 *   none any more
 */
ThawCivil
thaw_reminder_find_next (const ThawReminder *rule,
                         ThawQuietHours      quiet,
                         ThawCivil           dealt_with,
                         ThawCivil           after)
{
  ThawDay first_day = MAX (thaw_civil_get_day (after), THAW_DAY_FIRST);
  int minutes[THAW_REMINDER_MAX_A_DAY];
  ThawDay last_day;

  if (rule->from != THAW_DAY_NONE)
    first_day = MAX (first_day, rule->from);
  last_day = MIN (first_day + THAW_REMINDER_MAX_DAYS, THAW_DAY_LAST);
  if (rule->until != THAW_DAY_NONE)
    last_day = MIN (last_day, rule->until);

  for (ThawDay day = first_day; day <= last_day; day++)
    {
      guint n = list_rest (rule, quiet, dealt_with, day, minutes);

      for (guint i = 0; i < n; i++)
        {
          if (thaw_civil_new (day, minutes[i]) > after)
            return thaw_civil_new (day, minutes[i]);
        }
    }

  return THAW_CIVIL_NONE;
}
