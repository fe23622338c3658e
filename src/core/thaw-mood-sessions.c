/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mood-sessions"

#include "config.h"
#include "thaw-mood-sessions.h"

#include <math.h>

/* What was practised or done, beside what was felt: it has a place among the days of a chart, and none in its means. */

/**
 * thaw_day_moods_add_sessions:
 * @days: (element-type ThawDayMood): the days with entries, the earliest first
 * @counts: (element-type ThawDayCount): how many sessions a day has, likewise
 *
 * Returns: (transfer full) (element-type ThawDayMood): the days with entries, sessions
 *   or both, the earliest first
 */
GArray *
thaw_day_moods_add_sessions (GArray *days,
                             GArray *counts)
{
  GArray *all;
  guint next_day = 0;

  g_return_val_if_fail (days != NULL && counts != NULL, NULL);

  all = g_array_sized_new (FALSE, FALSE, sizeof (ThawDayMood), days->len + counts->len);
  for (guint i = 0; i < counts->len; i++)
    {
      const ThawDayCount *count = &g_array_index (counts, ThawDayCount, i);
      ThawDayMood mood = { count->day, { NAN, NAN, NAN, 0 }, { NAN, NAN, NAN, 0 }, 0, 0 };

      while (next_day < days->len && g_array_index (days, ThawDayMood, next_day).day < count->day)
        g_array_append_val (all, g_array_index (days, ThawDayMood, next_day++));
      if (next_day < days->len && g_array_index (days, ThawDayMood, next_day).day == count->day)
        mood = g_array_index (days, ThawDayMood, next_day++);

      mood.n_sessions = count->n;
      g_array_append_val (all, mood);
    }

  if (next_day < days->len)
    g_array_append_vals (all, &g_array_index (days, ThawDayMood, next_day), days->len - next_day);

  return all;
}

/**
 * thaw_mood_series_get_n_sessions:
 *
 * Returns: how many sessions all its days have
 */
guint
thaw_mood_series_get_n_sessions (ThawMoodSeries *self)
{
  const ThawDayMood *days;
  guint n_days;
  guint n_sessions = 0;

  g_return_val_if_fail (self != NULL, 0);

  days = thaw_mood_series_get_days (self, &n_days);
  for (guint i = 0; i < n_days; i++)
    n_sessions += days[i].n_sessions;

  return n_sessions;
}

/**
 * thaw_mood_series_count_sessions:
 * @axis_first: the first day of the time axis
 * @axis_last: the last day of the time axis
 * @n_columns: into how many parts of the same length the axis is cut
 *
 * Returns: (transfer full) (element-type guint): how many sessions there are in each
 *   part, the earliest first
 */
GArray *
thaw_mood_series_count_sessions (ThawMoodSeries *self,
                                 ThawDay         axis_first,
                                 ThawDay         axis_last,
                                 guint           n_columns)
{
  GArray *columns;
  const ThawDayMood *days;
  guint n_days;

  g_return_val_if_fail (self != NULL && n_columns > 0, NULL);
  g_return_val_if_fail (axis_first <= axis_last, NULL);

  columns = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_columns);
  g_array_set_size (columns, n_columns);
  days = thaw_mood_series_get_days (self, &n_days);
  for (guint i = 0; i < n_days; i++)
    {
      if (days[i].day < axis_first || days[i].day > axis_last)
        continue;

      g_array_index (columns, guint, thaw_mood_axis_get_column (axis_first, axis_last, n_columns, days[i].day)) +=
        days[i].n_sessions;
    }

  return columns;
}
