/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-mood-series.h"
#include "thaw-period.h"

G_BEGIN_DECLS

/**
 * ThawMoodGrouping:
 * @THAW_MOOD_BY_DAY: each day on its own
 * @THAW_MOOD_BY_WEEK: by the weeks of the person's calendar
 * @THAW_MOOD_BY_MONTH: by months
 * @THAW_MOOD_BY_YEAR: by years
 *
 * How days are put together in a table.
 */
typedef enum
{
  THAW_MOOD_BY_DAY,
  THAW_MOOD_BY_WEEK,
  THAW_MOOD_BY_MONTH,
  THAW_MOOD_BY_YEAR,
} ThawMoodGrouping;

/**
 * ThawMoodGroup:
 * @first_day: the first day of the group, with or without an entry
 * @last_day: the last day of the group, with or without an entry
 * @n_days: how many days have an entry
 * @n_entries: how many entries there are
 * @n_sessions: how often something was practised or done
 * @scales: for each question the mean of the days' means, the least and the
 *   greatest answer, and how many days have one
 *
 * A row of the table.
 */
typedef struct
{
  ThawDay      first_day;
  ThawDay      last_day;
  guint        n_days;
  guint        n_entries;
  guint        n_sessions;
  ThawDayScale scales[THAW_N_MOOD_SCALES];
} ThawMoodGroup;

ThawMoodGrouping thaw_mood_grouping_for_period (const ThawPeriod *period);

GArray          *thaw_mood_series_group        (ThawMoodSeries   *series,
                                                ThawMoodGrouping  grouping,
                                                int               first_weekday) G_GNUC_WARN_UNUSED_RESULT;

char            *thaw_mood_group_dup_title     (const ThawMoodGroup *self,
                                                ThawMoodGrouping     grouping);

G_END_DECLS
