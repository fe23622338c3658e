/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mood-groups"

#include "config.h"
#include "thaw-mood-groups.h"

#include <math.h>

#include "thaw-date-words.h"

/* A table longer than this is no longer read but scrolled past. */
#define MAX_ROWS       36
#define DAYS_PER_WEEK  7
#define DAYS_PER_MONTH 31

static void
get_bounds (ThawDay           day,
            ThawMoodGrouping  grouping,
            int               first_weekday,
            ThawDay          *out_first,
            ThawDay          *out_last)
{
  int year = 1;

  switch (grouping)
    {
    case THAW_MOOD_BY_DAY:
      *out_first = day;
      *out_last = day;
      break;
    case THAW_MOOD_BY_WEEK:
      *out_first = thaw_day_start_of_week (day, first_weekday);
      *out_last = *out_first + DAYS_PER_WEEK - 1;
      break;
    case THAW_MOOD_BY_MONTH:
      *out_first = thaw_day_start_of_month (day);
      *out_last = *out_first + thaw_day_days_in_month (day) - 1;
      break;
    case THAW_MOOD_BY_YEAR:
      thaw_day_split (day, &year, NULL, NULL);
      *out_first = thaw_day_new (year, 1, 1);
      *out_last = thaw_day_new (year, 12, 31);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* While days are added, the mean of a group holds their sum. */
static void
add_day (ThawMoodGroup     *group,
         const ThawDayMood *mood)
{
  group->n_days += mood->n_entries > 0;
  group->n_entries += mood->n_entries;
  group->n_sessions += mood->n_sessions;

  for (int i = 0; i < THAW_N_MOOD_SCALES; i++)
    {
      const ThawDayScale *answers = thaw_day_mood_get_scale (mood, (ThawMoodScale) i);
      ThawDayScale *scale = &group->scales[i];

      if (answers->n == 0)
        continue;

      scale->mean = scale->n == 0 ? answers->mean : scale->mean + answers->mean;
      scale->min = scale->n == 0 ? answers->min : MIN (scale->min, answers->min);
      scale->max = scale->n == 0 ? answers->max : MAX (scale->max, answers->max);
      scale->n++;
    }
}

static void
finish_group (ThawMoodGroup *group)
{
  for (int i = 0; i < THAW_N_MOOD_SCALES; i++)
    {
      if (group->scales[i].n > 0)
        group->scales[i].mean /= group->scales[i].n;
    }
}

/**
 * thaw_mood_grouping_for_period:
 * @period: a period
 *
 * Returns: the finest way to put the days of @period together that keeps the table
 *   small
 */
ThawMoodGrouping
thaw_mood_grouping_for_period (const ThawPeriod *period)
{
  int n_days;

  g_return_val_if_fail (period != NULL, THAW_MOOD_BY_DAY);

  n_days = thaw_period_get_n_days (period);
  if (n_days <= DAYS_PER_MONTH)
    return THAW_MOOD_BY_DAY;
  if (n_days <= 100)
    return THAW_MOOD_BY_WEEK;
  if (n_days <= MAX_ROWS * (DAYS_PER_MONTH - 1))
    return THAW_MOOD_BY_MONTH;

  return THAW_MOOD_BY_YEAR;
}

/**
 * thaw_mood_series_group:
 * @series: a series
 * @grouping: how to put its days together
 * @first_weekday: the day on which weeks start, 1 for Monday to 7 for Sunday
 *
 * Every day with an answer counts the same within its group.
 *
 * Returns: (transfer full) (element-type ThawMoodGroup): the groups that have
 *   something, the earliest first
 */
GArray *
thaw_mood_series_group (ThawMoodSeries   *series,
                        ThawMoodGrouping  grouping,
                        int               first_weekday)
{
  GArray *groups;
  const ThawDayMood *days;
  ThawMoodGroup *group = NULL;
  guint n_days;

  g_return_val_if_fail (series != NULL, NULL);

  groups = g_array_new (FALSE, FALSE, sizeof (ThawMoodGroup));
  days = thaw_mood_series_get_days (series, &n_days);

  for (guint i = 0; i < n_days; i++)
    {
      if (group == NULL || days[i].day > group->last_day)
        {
          ThawMoodGroup fresh = { .scales = { { NAN, NAN, NAN, 0 }, { NAN, NAN, NAN, 0 } } };

          get_bounds (days[i].day, grouping, first_weekday, &fresh.first_day, &fresh.last_day);
          g_array_append_val (groups, fresh);
          group = &g_array_index (groups, ThawMoodGroup, groups->len - 1);
        }

      add_day (group, &days[i]);
    }

  for (guint i = 0; i < groups->len; i++)
    finish_group (&g_array_index (groups, ThawMoodGroup, i));

  return groups;
}

/**
 * thaw_mood_group_dup_title:
 * @self: a group
 * @grouping: how it was made
 *
 * Returns: (transfer full): the group's time in words
 */
char *
thaw_mood_group_dup_title (const ThawMoodGroup *self,
                           ThawMoodGrouping     grouping)
{
  ThawPeriod period;

  g_return_val_if_fail (self != NULL, NULL);

  if (grouping == THAW_MOOD_BY_DAY)
    return thaw_day_to_words (self->first_day, THAW_DAY_NONE);

  period = (ThawPeriod) {
    .range = grouping == THAW_MOOD_BY_WEEK   ? THAW_PERIOD_WEEK
             : grouping == THAW_MOOD_BY_MONTH ? THAW_PERIOD_MONTH
                                              : THAW_PERIOD_YEAR,
    .first = self->first_day,
    .last = self->last_day,
  };

  return thaw_period_dup_title (&period);
}
