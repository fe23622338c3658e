/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"

G_BEGIN_DECLS

/**
 * ThawDayScale:
 * @mean: the mean of the day's answers, NAN if there is none
 * @min: the least of them, NAN if there is none
 * @max: the greatest of them, NAN if there is none
 * @n: how many answers there are
 *
 * What a day's entries say on one scale. "Can't tell" is no answer, and no
 * answer is never zero.
 */
typedef struct
{
  double mean;
  double min;
  double max;
  guint  n;
} ThawDayScale;

/**
 * ThawDayMood:
 * @day: the day
 * @feeling: how much could be felt, 0 to 10
 * @valence: how pleasant it was, −1 to +1
 * @n_entries: how many entries the day has, with or without these answers
 * @n_sessions: how often something was practised or done, where that is asked for; a
 *   day may have this alone
 *
 * A day of the journal in numbers.
 */
typedef struct
{
  ThawDay      day;
  ThawDayScale feeling;
  ThawDayScale valence;
  guint        n_entries;
  guint        n_sessions;
} ThawDayMood;

/**
 * ThawDayCount:
 * @day: a day
 * @n: how many there are of what is counted, 1 at least
 */
typedef struct
{
  ThawDay day;
  guint   n;
} ThawDayCount;

G_END_DECLS
