/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"

G_BEGIN_DECLS

/**
 * ThawPeriodRange:
 * @THAW_PERIOD_WEEK: a week, starting on the person's first weekday
 * @THAW_PERIOD_MONTH: a month of the calendar
 * @THAW_PERIOD_QUARTER: three months in a row, whole ones
 * @THAW_PERIOD_YEAR: a year of the calendar
 * @THAW_PERIOD_ALL: everything, from the first entry until today
 *
 * How much time is looked at.
 */
typedef enum
{
  THAW_PERIOD_WEEK,
  THAW_PERIOD_MONTH,
  THAW_PERIOD_QUARTER,
  THAW_PERIOD_YEAR,
  THAW_PERIOD_ALL,
} ThawPeriodRange;

#define THAW_N_PERIOD_RANGES (THAW_PERIOD_ALL + 1)

/**
 * ThawPeriodBounds:
 * @first: the first day worth looking at
 * @last: the last day worth looking at
 *
 * How far the journal reaches, today included.
 */
typedef struct
{
  ThawDay first;
  ThawDay last;
} ThawPeriodBounds;

/**
 * ThawPeriod:
 * @range: how much time
 * @first: the first day
 * @last: the last day, which is part of it
 *
 * A stretch of days with a name that a person would give it.
 */
typedef struct
{
  ThawPeriodRange range;
  ThawDay         first;
  ThawDay         last;
} ThawPeriod;

const char      *thaw_period_range_to_slug   (ThawPeriodRange range);
gboolean         thaw_period_range_from_slug (const char      *slug,
                                              ThawPeriodRange *out_range);

ThawPeriodBounds thaw_period_bounds_new      (ThawDay first_entry,
                                              ThawDay last_entry,
                                              ThawDay today);

ThawPeriod       thaw_period_new             (ThawPeriodRange         range,
                                              ThawDay                 anchor,
                                              int                     first_weekday,
                                              const ThawPeriodBounds *bounds);
gboolean         thaw_period_get_previous    (const ThawPeriod       *self,
                                              const ThawPeriodBounds *bounds,
                                              ThawPeriod             *out_period);
gboolean         thaw_period_get_next        (const ThawPeriod       *self,
                                              const ThawPeriodBounds *bounds,
                                              ThawPeriod             *out_period);
gboolean         thaw_period_is_latest       (const ThawPeriod       *self,
                                              const ThawPeriodBounds *bounds);
gboolean         thaw_period_contains        (const ThawPeriod       *self,
                                              ThawDay                 day);
int              thaw_period_get_n_days      (const ThawPeriod       *self);
char            *thaw_period_dup_title       (const ThawPeriod       *self);
char            *thaw_period_dup_scoped_title (const ThawPeriod      *self,
                                               const char            *scope);

G_END_DECLS
