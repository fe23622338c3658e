/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mood-series"

#include "config.h"
#include "thaw-mood-series.h"

#include <math.h>

#include "thaw-mood.h"

/* A point of the rolling mean. */
typedef struct
{
  ThawDay day;
  double value;
} RollingPoint;

/**
 * ThawMoodSeries:
 *
 * The days of a period as a chart shows them. It never changes, and holds only
 * what is there: a day without an entry, or without an answer, is missing, and
 * never zero.
 *
 * The mean of a day is that of its answers, and every day counts the same,
 * however often somebody checked in. The rolling mean of a day is the mean of the
 * day means of that day and the six days before it, and exists only where at
 * least three of the seven have one. Days before the first one of the series are
 * taken into account for it if they are handed in.
 */
struct _ThawMoodSeries
{
  gatomicrefcount ref_count;
  ThawDay first;
  ThawDay last;
  GArray *days;                        /* (owned) (element-type ThawDayMood) between first and last */
  GArray *rolling[THAW_N_MOOD_SCALES]; /* (owned) (element-type RollingPoint) between first and last */
};

G_DEFINE_BOXED_TYPE (ThawMoodSeries, thaw_mood_series, thaw_mood_series_ref, thaw_mood_series_unref)

static gboolean
is_sorted (GArray *days)
{
  for (guint i = 1; i < days->len; i++)
    {
      if (g_array_index (days, ThawDayMood, i).day <= g_array_index (days, ThawDayMood, i - 1).day)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_answer (const ThawDayScale *scale)
{
  return scale->n > 0 && isfinite (scale->mean);
}

/* What storage leaves out of a day with an answer must not spread into the chart. */
static void
complete_scale (ThawDayScale *scale)
{
  if (!has_answer (scale))
    {
      *scale = (ThawDayScale) { NAN, NAN, NAN, 0 };
      return;
    }

  if (!isfinite (scale->min) || scale->min > scale->mean)
    scale->min = scale->mean;
  if (!isfinite (scale->max) || scale->max < scale->mean)
    scale->max = scale->mean;
}

static GArray *
copy_days (GArray  *days,
           ThawDay  first,
           ThawDay  last)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));

  for (guint i = 0; i < days->len; i++)
    {
      ThawDayMood mood = g_array_index (days, ThawDayMood, i);

      if (mood.day < first || mood.day > last)
        continue;

      complete_scale (&mood.feeling);
      complete_scale (&mood.valence);
      g_array_append_val (copies, mood);
    }

  return copies;
}

/* Adds the points for the days from that of @mood up to the one before the next
 * day with an answer. */
static void
append_rolling (GArray  *points,
                GArray  *window,
                ThawDay  from,
                ThawDay  until)
{
  guint start = 0;

  for (ThawDay day = from; day < until; day++)
    {
      double sum = 0.0;
      guint n;

      while (start < window->len &&
             g_array_index (window, RollingPoint, start).day <= day - THAW_MOOD_ROLLING_DAYS)
        start++;

      n = window->len - start;
      if (n < THAW_MOOD_ROLLING_MIN_DAYS)
        break;

      for (guint i = start; i < window->len; i++)
        sum += g_array_index (window, RollingPoint, i).value;

      g_array_append_vals (points, &(RollingPoint) { day, sum / n }, 1);
    }

  g_array_remove_range (window, 0, start);
}

/* Goes from one day with an answer to the next, so that it costs what the journal
 * holds and not what the calendar does. */
static GArray *
compute_rolling (GArray        *days,
                 ThawMoodScale  scale,
                 ThawDay        first,
                 ThawDay        last)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (RollingPoint));
  g_autoptr (GArray) window = g_array_new (FALSE, FALSE, sizeof (RollingPoint));
  ThawDay reached = THAW_DAY_NONE;

  for (guint i = 0; i < days->len; i++)
    {
      const ThawDayMood *mood = &g_array_index (days, ThawDayMood, i);
      const ThawDayScale *answers = thaw_day_mood_get_scale (mood, scale);

      if (mood->day > last)
        break;
      if (mood->day <= first - THAW_MOOD_ROLLING_DAYS || !has_answer (answers))
        continue;

      if (reached != THAW_DAY_NONE)
        append_rolling (points, window, MAX (reached, first), mood->day);

      g_array_append_vals (window, &(RollingPoint) { mood->day, answers->mean }, 1);
      reached = mood->day;
    }

  if (reached != THAW_DAY_NONE)
    append_rolling (points, window, MAX (reached, first), last + 1);

  return points;
}

/* How many of the days are before @day. */
static guint
count_before (ThawMoodSeries *self,
              ThawDay         day)
{
  guint low = 0;
  guint high = self->days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->days, ThawDayMood, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static int
compare_rolling_day (const void *a,
                     const void *b)
{
  const RollingPoint *left = a;
  const RollingPoint *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

/**
 * thaw_mood_series_new:
 * @days: (element-type ThawDayMood): the days that have something, the earliest first
 *   and each once; from up to six days before @first for the rolling mean
 * @first: the first day to show
 * @last: the last day to show
 *
 * Days outside @first and @last are not shown. A @last before @first gives an
 * empty series.
 *
 * Returns: (transfer full): the series
 */
ThawMoodSeries *
thaw_mood_series_new (GArray  *days,
                      ThawDay  first,
                      ThawDay  last)
{
  ThawMoodSeries *self;

  g_return_val_if_fail (days != NULL && is_sorted (days), NULL);
  g_return_val_if_fail (thaw_day_is_valid (first) && thaw_day_is_valid (last), NULL);

  self = g_new0 (ThawMoodSeries, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->first = first;
  self->last = last;
  self->days = copy_days (days, first, last);
  for (int scale = 0; scale < THAW_N_MOOD_SCALES; scale++)
    self->rolling[scale] = compute_rolling (days, (ThawMoodScale) scale, first, last);

  return self;
}

/**
 * thaw_mood_series_ref:
 *
 * Returns: (transfer full): @self
 */
ThawMoodSeries *
thaw_mood_series_ref (ThawMoodSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
thaw_mood_series_unref (ThawMoodSeries *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->days);
  for (int scale = 0; scale < THAW_N_MOOD_SCALES; scale++)
    g_array_unref (self->rolling[scale]);
  g_free (self);
}

double
thaw_mood_scale_get_min (ThawMoodScale scale)
{
  return scale == THAW_MOOD_FEELING ? THAW_FEELING_NUMB : -1.0;
}

double
thaw_mood_scale_get_max (ThawMoodScale scale)
{
  return scale == THAW_MOOD_FEELING ? THAW_FEELING_VIVID : 1.0;
}

const ThawDayScale *
thaw_day_mood_get_scale (const ThawDayMood *mood,
                         ThawMoodScale      scale)
{
  return scale == THAW_MOOD_FEELING ? &mood->feeling : &mood->valence;
}

/**
 * thaw_mood_axis_get_column:
 * @axis_first: the first day of the time axis
 * @axis_last: the last day of the time axis
 * @n_columns: into how many parts of the same length the axis is cut
 * @day: a day on it
 *
 * Returns: the part that @day is in
 */
guint
thaw_mood_axis_get_column (ThawDay axis_first,
                           ThawDay axis_last,
                           guint   n_columns,
                           ThawDay day)
{
  return (guint) ((day - axis_first + 0.5) * n_columns / (axis_last - axis_first + 1));
}

ThawDay
thaw_mood_series_get_first (ThawMoodSeries *self)
{
  g_return_val_if_fail (self != NULL, THAW_DAY_NONE);

  return self->first;
}

ThawDay
thaw_mood_series_get_last (ThawMoodSeries *self)
{
  g_return_val_if_fail (self != NULL, THAW_DAY_NONE);

  return self->last;
}

/**
 * thaw_mood_series_get_days:
 * @out_n_days: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_days): the days with entries, sessions
 *   or both, the earliest first
 */
const ThawDayMood *
thaw_mood_series_get_days (ThawMoodSeries *self,
                           guint          *out_n_days)
{
  g_return_val_if_fail (self != NULL, NULL);

  *out_n_days = self->days->len;

  return (const ThawDayMood *) (gpointer) self->days->data;
}

guint
thaw_mood_series_get_n_entries (ThawMoodSeries *self)
{
  guint n_entries = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->days->len; i++)
    n_entries += g_array_index (self->days, ThawDayMood, i).n_entries;

  return n_entries;
}

/**
 * thaw_mood_series_get_day:
 *
 * Returns: (transfer none) (nullable): @day, or %NULL if it has nothing
 */
const ThawDayMood *
thaw_mood_series_get_day (ThawMoodSeries *self,
                          ThawDay         day)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  index = count_before (self, day);
  if (index == self->days->len || g_array_index (self->days, ThawDayMood, index).day != day)
    return NULL;

  return &g_array_index (self->days, ThawDayMood, index);
}

/**
 * thaw_mood_series_find_nearest:
 * @day: a place on the time axis; a day's middle is its number
 *
 * Returns: (transfer none) (nullable): the day with something that is nearest to
 *   @day, the earlier of two, or %NULL if there is none at all
 */
const ThawDayMood *
thaw_mood_series_find_nearest (ThawMoodSeries *self,
                               double          day)
{
  const ThawDayMood *before, *after;
  guint index;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (!isnan (day), NULL);

  if (self->days->len == 0)
    return NULL;

  index = count_before (self, (ThawDay) CLAMP (ceil (day), THAW_DAY_FIRST, THAW_DAY_LAST));
  if (index == 0)
    return &g_array_index (self->days, ThawDayMood, 0);

  before = &g_array_index (self->days, ThawDayMood, index - 1);
  if (index == self->days->len)
    return before;

  after = &g_array_index (self->days, ThawDayMood, index);

  return day - before->day <= after->day - day ? before : after;
}

/**
 * thaw_mood_series_find_before:
 *
 * Returns: (transfer none) (nullable): the last day with something before @day
 */
const ThawDayMood *
thaw_mood_series_find_before (ThawMoodSeries *self,
                              ThawDay         day)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  index = count_before (self, day);

  return index > 0 ? &g_array_index (self->days, ThawDayMood, index - 1) : NULL;
}

/**
 * thaw_mood_series_find_after:
 *
 * Returns: (transfer none) (nullable): the first day with something after @day
 */
const ThawDayMood *
thaw_mood_series_find_after (ThawMoodSeries *self,
                             ThawDay         day)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  index = count_before (self, day + 1);

  return index < self->days->len ? &g_array_index (self->days, ThawDayMood, index) : NULL;
}

/**
 * thaw_mood_series_get_rolling:
 *
 * Returns: the rolling mean on @day, NAN where it has none
 */
double
thaw_mood_series_get_rolling (ThawMoodSeries *self,
                              ThawMoodScale   scale,
                              ThawDay         day)
{
  RollingPoint wanted = { day, 0.0 };
  guint index;

  g_return_val_if_fail (self != NULL && scale < THAW_N_MOOD_SCALES, NAN);

  if (!g_array_binary_search (self->rolling[scale], &wanted, compare_rolling_day, &index))
    return NAN;

  return g_array_index (self->rolling[scale], RollingPoint, index).value;
}

/**
 * thaw_mood_series_get_extremes:
 * @out_extremes: (out): what can be said about @scale
 */
void
thaw_mood_series_get_extremes (ThawMoodSeries   *self,
                               ThawMoodScale     scale,
                               ThawMoodExtremes *out_extremes)
{
  ThawMoodExtremes extremes = { 0, NAN, THAW_DAY_NONE, NAN, THAW_DAY_NONE, NAN };
  double sum = 0.0;

  g_return_if_fail (self != NULL && scale < THAW_N_MOOD_SCALES && out_extremes != NULL);

  for (guint i = 0; i < self->days->len; i++)
    {
      const ThawDayMood *mood = &g_array_index (self->days, ThawDayMood, i);
      const ThawDayScale *answers = thaw_day_mood_get_scale (mood, scale);

      if (!has_answer (answers))
        continue;

      if (extremes.n_days == 0 || answers->mean < extremes.lowest_mean)
        {
          extremes.lowest = mood->day;
          extremes.lowest_mean = answers->mean;
        }
      if (extremes.n_days == 0 || answers->mean > extremes.highest_mean)
        {
          extremes.highest = mood->day;
          extremes.highest_mean = answers->mean;
        }
      extremes.n_days++;
      sum += answers->mean;
    }

  if (extremes.n_days > 0)
    extremes.mean = sum / extremes.n_days;
  *out_extremes = extremes;
}

/* Puts days into columns one after the other. */
typedef struct
{
  GArray *columns;
  ThawDay axis_first;
  ThawDay axis_last;
  guint n_columns;
  int widest_join; /* days from one day to the next that still leave no gap */
  int current;
  double sum;
} Reducer;

static void
reducer_init (Reducer *reducer,
              ThawDay  axis_first,
              ThawDay  axis_last,
              guint    n_columns)
{
  *reducer = (Reducer) {
    .columns = g_array_new (FALSE, FALSE, sizeof (ThawMoodColumn)),
    .axis_first = axis_first,
    .axis_last = axis_last,
    .n_columns = n_columns,
    .current = -1,
  };

  /* A missing day breaks the line as long as a day is wider than a pixel. Of a
   * gap that is narrower than that nothing can be seen. */
  reducer->widest_join = MAX (1, (int) ceil ((axis_last - axis_first + 1.0) / n_columns));
}

static void
reducer_add (Reducer *reducer,
             ThawDay  day,
             double   mean,
             double   min,
             double   max)
{
  int column = (int) thaw_mood_axis_get_column (reducer->axis_first, reducer->axis_last, reducer->n_columns, day);
  ThawMoodColumn *last = NULL;

  if (reducer->columns->len > 0)
    last = &g_array_index (reducer->columns, ThawMoodColumn, reducer->columns->len - 1);

  if (last != NULL && column == reducer->current)
    {
      last->last_day = day;
      last->n_days++;
      last->min = MIN (last->min, min);
      last->max = MAX (last->max, max);
      reducer->sum += mean;
      last->mean = reducer->sum / last->n_days;
      return;
    }

  reducer->current = column;
  reducer->sum = mean;
  g_array_append_vals (reducer->columns,
                       &(ThawMoodColumn) {
                         .first_day = day,
                         .last_day = day,
                         .n_days = 1,
                         .mean = mean,
                         .min = min,
                         .max = max,
                         .is_joined = last != NULL && day - last->last_day <= reducer->widest_join,
                       },
                       1);
}

/**
 * thaw_mood_series_reduce:
 * @scale: which question
 * @axis_first: the first day of the time axis
 * @axis_last: the last day of the time axis
 * @n_columns: how many columns of pixels the axis has
 *
 * Puts the days into columns, as many as can be seen. Where a day is wider than a
 * column each day stays on its own. Columns without an answer are not there.
 *
 * Returns: (transfer full) (element-type ThawMoodColumn): the columns, the
 *   earliest first
 */
GArray *
thaw_mood_series_reduce (ThawMoodSeries *self,
                         ThawMoodScale   scale,
                         ThawDay         axis_first,
                         ThawDay         axis_last,
                         guint           n_columns)
{
  Reducer reducer;

  g_return_val_if_fail (self != NULL && scale < THAW_N_MOOD_SCALES, NULL);
  g_return_val_if_fail (axis_first <= axis_last && n_columns > 0, NULL);

  reducer_init (&reducer, axis_first, axis_last, n_columns);
  for (guint i = 0; i < self->days->len; i++)
    {
      const ThawDayMood *mood = &g_array_index (self->days, ThawDayMood, i);
      const ThawDayScale *answers = thaw_day_mood_get_scale (mood, scale);

      if (mood->day >= axis_first && mood->day <= axis_last && has_answer (answers))
        reducer_add (&reducer, mood->day, answers->mean, answers->min, answers->max);
    }

  return reducer.columns;
}

/**
 * thaw_mood_series_reduce_rolling:
 * @scale: which question
 * @axis_first: the first day of the time axis
 * @axis_last: the last day of the time axis
 * @n_columns: how many columns of pixels the axis has
 *
 * The same for the rolling mean. A column's mean is that of the rolling means of
 * its days.
 *
 * Returns: (transfer full) (element-type ThawMoodColumn): the columns, the
 *   earliest first
 */
GArray *
thaw_mood_series_reduce_rolling (ThawMoodSeries *self,
                                 ThawMoodScale   scale,
                                 ThawDay         axis_first,
                                 ThawDay         axis_last,
                                 guint           n_columns)
{
  Reducer reducer;

  g_return_val_if_fail (self != NULL && scale < THAW_N_MOOD_SCALES, NULL);
  g_return_val_if_fail (axis_first <= axis_last && n_columns > 0, NULL);

  reducer_init (&reducer, axis_first, axis_last, n_columns);
  for (guint i = 0; i < self->rolling[scale]->len; i++)
    {
      const RollingPoint *point = &g_array_index (self->rolling[scale], RollingPoint, i);

      if (point->day >= axis_first && point->day <= axis_last)
        reducer_add (&reducer, point->day, point->value, point->value, point->value);
    }

  return reducer.columns;
}
