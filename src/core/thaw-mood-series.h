/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day-mood.h"

G_BEGIN_DECLS

/**
 * ThawMoodScale:
 * @THAW_MOOD_FEELING: how much could be felt, 0 to 10
 * @THAW_MOOD_VALENCE: how pleasant it was, −1 to +1
 *
 * The two questions of a check-in.
 */
typedef enum
{
  THAW_MOOD_FEELING,
  THAW_MOOD_VALENCE,
} ThawMoodScale;

#define THAW_N_MOOD_SCALES (THAW_MOOD_VALENCE + 1)

/* The rolling mean looks at a day and the six days before it, and is drawn only
 * where at least three of these seven have an answer. */
#define THAW_MOOD_ROLLING_DAYS     7
#define THAW_MOOD_ROLLING_MIN_DAYS 3

/**
 * ThawMoodColumn:
 * @first_day: the first day with an answer in it
 * @last_day: the last day with an answer in it
 * @n_days: how many of the days between have an answer
 * @mean: the mean of the days' means
 * @min: the least answer
 * @max: the greatest answer
 * @is_joined: whether no gap lies between this column and the one before it
 *
 * What can be drawn of some neighbouring days. There is no column without data.
 */
typedef struct
{
  ThawDay  first_day;
  ThawDay  last_day;
  int      n_days;
  double   mean;
  double   min;
  double   max;
  gboolean is_joined;
} ThawMoodColumn;

/**
 * ThawMoodExtremes:
 * @n_days: how many days have an answer
 * @mean: the mean of the days' means, NAN without days
 * @lowest: the day with the lowest mean, the earliest of several, or %THAW_DAY_NONE
 * @lowest_mean: its mean
 * @highest: the day with the highest mean, the earliest of several, or %THAW_DAY_NONE
 * @highest_mean: its mean
 *
 * What a sentence can say about a series on one scale.
 */
typedef struct
{
  int     n_days;
  double  mean;
  ThawDay lowest;
  double  lowest_mean;
  ThawDay highest;
  double  highest_mean;
} ThawMoodExtremes;

typedef struct _ThawMoodSeries ThawMoodSeries;

#define THAW_TYPE_MOOD_SERIES (thaw_mood_series_get_type ())
GType           thaw_mood_series_get_type (void);
ThawMoodSeries *thaw_mood_series_new      (GArray  *days,
                                           ThawDay  first,
                                           ThawDay  last) G_GNUC_WARN_UNUSED_RESULT;
ThawMoodSeries *thaw_mood_series_ref      (ThawMoodSeries *self);
void            thaw_mood_series_unref    (ThawMoodSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawMoodSeries, thaw_mood_series_unref)

double              thaw_mood_scale_get_min  (ThawMoodScale scale);
double              thaw_mood_scale_get_max  (ThawMoodScale scale);
const ThawDayScale *thaw_day_mood_get_scale  (const ThawDayMood *mood,
                                              ThawMoodScale      scale);

guint              thaw_mood_axis_get_column      (ThawDay         axis_first,
                                                   ThawDay         axis_last,
                                                   guint           n_columns,
                                                   ThawDay         day);

ThawDay            thaw_mood_series_get_first     (ThawMoodSeries *self);
ThawDay            thaw_mood_series_get_last      (ThawMoodSeries *self);
const ThawDayMood *thaw_mood_series_get_days      (ThawMoodSeries *self,
                                                   guint          *out_n_days);
guint              thaw_mood_series_get_n_entries (ThawMoodSeries *self);

const ThawDayMood *thaw_mood_series_get_day       (ThawMoodSeries *self,
                                                   ThawDay         day);
const ThawDayMood *thaw_mood_series_find_nearest  (ThawMoodSeries *self,
                                                   double          day);
const ThawDayMood *thaw_mood_series_find_before   (ThawMoodSeries *self,
                                                   ThawDay         day);
const ThawDayMood *thaw_mood_series_find_after    (ThawMoodSeries *self,
                                                   ThawDay         day);

double             thaw_mood_series_get_rolling    (ThawMoodSeries *self,
                                                    ThawMoodScale   scale,
                                                    ThawDay         day);
void               thaw_mood_series_get_extremes   (ThawMoodSeries   *self,
                                                    ThawMoodScale     scale,
                                                    ThawMoodExtremes *out_extremes);

GArray            *thaw_mood_series_reduce         (ThawMoodSeries *self,
                                                    ThawMoodScale   scale,
                                                    ThawDay         axis_first,
                                                    ThawDay         axis_last,
                                                    guint           n_columns) G_GNUC_WARN_UNUSED_RESULT;
GArray            *thaw_mood_series_reduce_rolling (ThawMoodSeries *self,
                                                    ThawMoodScale   scale,
                                                    ThawDay         axis_first,
                                                    ThawDay         axis_last,
                                                    guint           n_columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
