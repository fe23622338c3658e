/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-period"

#include "config.h"
#include "thaw-period.h"

#include <glib/gi18n-lib.h>

#define DAYS_PER_WEEK      7
#define MONTHS_PER_QUARTER 3

static const char *const range_slugs[THAW_N_PERIOD_RANGES] = { "week", "month", "quarter", "year", "all" };

static ThawDay
get_last_of_month (ThawDay day)
{
  return thaw_day_start_of_month (day) + thaw_day_days_in_month (day) - 1;
}

static ThawDay
get_last_of_week (ThawDay first)
{
  return MIN (first + DAYS_PER_WEEK - 1, THAW_DAY_LAST);
}

/* @first is the first day of a month. */
static ThawPeriod
make_months (ThawPeriodRange range,
             ThawDay         first,
             int             n_months)
{
  return (ThawPeriod) {
    .range = range,
    .first = first,
    .last = get_last_of_month (thaw_day_add_months (first, n_months - 1)),
  };
}

/* The period of the same range that is @steps further on. */
static ThawPeriod
make_neighbour (const ThawPeriod *self,
                int               steps)
{
  ThawPeriod neighbour = *self;

  switch (self->range)
    {
    case THAW_PERIOD_WEEK:
      neighbour.first = CLAMP (self->first + steps * DAYS_PER_WEEK, THAW_DAY_FIRST, THAW_DAY_LAST);
      neighbour.last = get_last_of_week (neighbour.first);
      return neighbour;
    case THAW_PERIOD_MONTH:
      return make_months (self->range, thaw_day_start_of_month (thaw_day_add_months (self->first, steps)), 1);
    case THAW_PERIOD_QUARTER:
      return make_months (self->range,
                          thaw_day_start_of_month (thaw_day_add_months (self->first, steps * MONTHS_PER_QUARTER)),
                          MONTHS_PER_QUARTER);
    case THAW_PERIOD_YEAR:
      return make_months (self->range, thaw_day_start_of_month (thaw_day_add_months (self->first, steps * 12)), 12);
    case THAW_PERIOD_ALL:
      return neighbour;
    default:
      g_assert_not_reached ();
    }
}

/**
 * thaw_period_range_to_slug:
 * @range: a range
 *
 * Returns: (transfer none): the name that the settings use
 */
const char *
thaw_period_range_to_slug (ThawPeriodRange range)
{
  g_return_val_if_fail (range < THAW_N_PERIOD_RANGES, NULL);

  return range_slugs[range];
}

/**
 * thaw_period_range_from_slug:
 * @slug: (nullable): a name from the settings
 * @out_range: (out): the range, %THAW_PERIOD_MONTH if @slug names none
 *
 * Returns: whether @slug names a range
 */
gboolean
thaw_period_range_from_slug (const char      *slug,
                             ThawPeriodRange *out_range)
{
  *out_range = THAW_PERIOD_MONTH;

  for (guint i = 0; i < G_N_ELEMENTS (range_slugs); i++)
    {
      if (g_strcmp0 (slug, range_slugs[i]) == 0)
        {
          *out_range = (ThawPeriodRange) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * thaw_period_bounds_new:
 * @first_entry: the day of the first entry, or %THAW_DAY_NONE if there is none
 * @last_entry: the day of the last entry, or %THAW_DAY_NONE if there is none
 * @today: today
 *
 * Entries of a later day than today are possible, after a journey or with a clock
 * that was wrong. They must stay within reach.
 *
 * Returns: how far one can look back and ahead
 */
ThawPeriodBounds
thaw_period_bounds_new (ThawDay first_entry,
                        ThawDay last_entry,
                        ThawDay today)
{
  ThawPeriodBounds bounds = { today, today };

  if (first_entry != THAW_DAY_NONE)
    bounds.first = MIN (first_entry, today);
  if (last_entry != THAW_DAY_NONE)
    bounds.last = MAX (last_entry, today);

  return bounds;
}

/**
 * thaw_period_new:
 * @range: how much time
 * @anchor: a day that is wanted in it
 * @first_weekday: the day on which weeks start, 1 for Monday to 7 for Sunday
 * @bounds: how far the journal reaches
 *
 * Weeks, months and years are those of the calendar. A quarter is the month of
 * @anchor and the two before it, so that the first days of a new quarter do not
 * show an empty chart.
 *
 * Returns: the period around @anchor
 */
ThawPeriod
thaw_period_new (ThawPeriodRange         range,
                 ThawDay                 anchor,
                 int                     first_weekday,
                 const ThawPeriodBounds *bounds)
{
  ThawPeriod self = { range, anchor, anchor };

  g_return_val_if_fail (range < THAW_N_PERIOD_RANGES, self);
  g_return_val_if_fail (thaw_day_is_valid (anchor), self);
  g_return_val_if_fail (bounds != NULL, self);

  switch (range)
    {
    case THAW_PERIOD_WEEK:
      self.first = thaw_day_start_of_week (anchor, first_weekday);
      self.last = get_last_of_week (self.first);
      break;
    case THAW_PERIOD_MONTH:
      self = make_months (range, thaw_day_start_of_month (anchor), 1);
      break;
    case THAW_PERIOD_QUARTER:
      self = make_months (range,
                          thaw_day_start_of_month (thaw_day_add_months (anchor, 1 - MONTHS_PER_QUARTER)),
                          MONTHS_PER_QUARTER);
      break;
    case THAW_PERIOD_YEAR:
      {
        int month = 1;

        thaw_day_split (anchor, NULL, &month, NULL);
        self = make_months (range, thaw_day_start_of_month (thaw_day_add_months (anchor, 1 - month)), 12);
      }
      break;
    case THAW_PERIOD_ALL:
      self.first = bounds->first;
      self.last = bounds->last;
      break;
    default:
      g_return_val_if_reached (self);
    }

  return self;
}

/**
 * thaw_period_get_previous:
 * @self: a period
 * @bounds: how far the journal reaches
 * @out_period: (out): the period before; @self if there is none
 *
 * Returns: whether there is anything to look at before @self
 */
gboolean
thaw_period_get_previous (const ThawPeriod       *self,
                          const ThawPeriodBounds *bounds,
                          ThawPeriod             *out_period)
{
  g_return_val_if_fail (self != NULL && bounds != NULL && out_period != NULL, FALSE);

  *out_period = *self;
  if (self->range == THAW_PERIOD_ALL || self->first <= bounds->first)
    return FALSE;

  *out_period = make_neighbour (self, -1);

  return TRUE;
}

/**
 * thaw_period_get_next:
 * @self: a period
 * @bounds: how far the journal reaches
 * @out_period: (out): the period after; @self if there is none
 *
 * Returns: whether there is anything to look at after @self
 */
gboolean
thaw_period_get_next (const ThawPeriod       *self,
                      const ThawPeriodBounds *bounds,
                      ThawPeriod             *out_period)
{
  g_return_val_if_fail (self != NULL && bounds != NULL && out_period != NULL, FALSE);

  *out_period = *self;
  if (thaw_period_is_latest (self, bounds))
    return FALSE;

  *out_period = make_neighbour (self, 1);

  return TRUE;
}

/**
 * thaw_period_is_latest:
 * @self: a period
 * @bounds: how far the journal reaches
 *
 * Returns: whether nothing comes after @self
 */
gboolean
thaw_period_is_latest (const ThawPeriod       *self,
                       const ThawPeriodBounds *bounds)
{
  g_return_val_if_fail (self != NULL && bounds != NULL, TRUE);

  return self->range == THAW_PERIOD_ALL || self->last >= bounds->last;
}

gboolean
thaw_period_contains (const ThawPeriod *self,
                      ThawDay           day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return day >= self->first && day <= self->last;
}

int
thaw_period_get_n_days (const ThawPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->last - self->first + 1;
}

static char *
format_week (const ThawPeriod *self)
{
  int first_year, first_month, last_year, last_month;
  const char *first_format;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  thaw_day_split (self->first, &first_year, &first_month, NULL);
  thaw_day_split (self->last, &last_year, &last_month, NULL);

  if (first_year != last_year)
    /* Translators: the first day of a week that ends in another year, as in “28 December 2026 – 3 January 2027” */
    first_format = C_("first day of a week", "%-d %B %Y");
  else if (first_month != last_month)
    /* Translators: the first day of a week that ends in another month, as in “30 November – 6 December 2026” */
    first_format = C_("first day of a week", "%-d %B");
  else
    /* Translators: the first day of a week that ends in the same month, as in “16 – 22 November 2026” */
    first_format = C_("first day of a week", "%-d");

  first = thaw_day_format (self->first, first_format);
  /* Translators: the last day of a week, as in “16 – 22 November 2026” */
  last = thaw_day_format (self->last, C_("last day of a week", "%-d %B %Y"));

  /* Translators: from the first to the last day of a week, as in “16 – 22 November 2026” */
  return g_strdup_printf (C_("week", "%s – %s"), first, last);
}

static char *
format_months (const ThawPeriod *self)
{
  int first_year, first_month, last_year, last_month;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  thaw_day_split (self->first, &first_year, &first_month, NULL);
  thaw_day_split (self->last, &last_year, &last_month, NULL);

  /* Translators: a month with its year, standing alone, as in “November 2026” */
  last = thaw_day_format (self->last, C_("month", "%OB %Y"));
  if (first_year == last_year && first_month == last_month)
    return g_steal_pointer (&last);

  if (first_year == last_year)
    /* Translators: the first of some months that are in one year, as in “September – November 2026” */
    first = thaw_day_format (self->first, C_("first of some months", "%OB"));
  else
    first = thaw_day_format (self->first, C_("month", "%OB %Y"));

  /* Translators: from the first to the last month, as in “September – November 2026” */
  return g_strdup_printf (C_("months", "%s – %s"), first, last);
}

/**
 * thaw_period_dup_title:
 * @self: a period
 *
 * Returns: (transfer full): the period in words, as in “November 2026”
 */
char *
thaw_period_dup_title (const ThawPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->range)
    {
    case THAW_PERIOD_WEEK:
      return format_week (self);
    case THAW_PERIOD_MONTH:
    case THAW_PERIOD_QUARTER:
    case THAW_PERIOD_ALL:
      return format_months (self);
    case THAW_PERIOD_YEAR:
      /* Translators: a year, standing alone, as in “2026” */
      return thaw_day_format (self->first, C_("year", "%Y"));
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * thaw_period_dup_scoped_title:
 * @scope: (nullable): which entries alone are looked at, in words
 *
 * Returns: (transfer full): the period and what is looked at of it
 */
char *
thaw_period_dup_scoped_title (const ThawPeriod *self,
                              const char       *scope)
{
  g_autofree char *title = thaw_period_dup_title (self);

  if (scope == NULL)
    return g_steal_pointer (&title);

  /* Translators: a time, and which of its entries alone are looked at, as in “November 2026, only entries:
   * with joy” */
  return g_strdup_printf (_("%s, only entries: %s"), title, scope);
}
