/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-edit"

#include "config.h"
#include "thaw-reminder-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "thaw-link-target.h"

/* One more time of day is proposed while people are awake, some hours after the last one. */
#define FIRST_TIME (9 * 60)
#define DAY_START (8 * 60)
#define DAY_END (21 * 60)
#define HOURS_LATER (4 * 60)

/* People think in quarters of an hour. */
#define STEP 15

/**
 * thaw_reminder_comes_alike:
 *
 * Returns: whether they come at the same times and ask for the same, whatever they say
 */
gboolean
thaw_reminder_comes_alike (const ThawReminder *a,
                           const ThawReminder *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->opens, b->opens) == 0 && a->is_on == b->is_on && a->weekdays == b->weekdays &&
         a->from == b->from && a->until == b->until && a->timing == b->timing && a->n_times == b->n_times &&
         memcmp (a->times, b->times, a->n_times * sizeof *a->times) == 0 && a->window_start == b->window_start &&
         a->window_end == b->window_end && a->n_in_window == b->n_in_window && a->distance == b->distance &&
         a->skips_if_done == b->skips_if_done && a->ignores_quiet == b->ignores_quiet;
}

/**
 * thaw_reminder_equal:
 *
 * Returns: whether they are the same, but for when they were saved
 */
gboolean
thaw_reminder_equal (const ThawReminder *a,
                     const ThawReminder *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->uuid, b->uuid) == 0 && g_strcmp0 (a->title, b->title) == 0 && thaw_reminder_comes_alike (a, b);
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * thaw_reminder_set_times:
 * @minutes: (array length=n_minutes): times of day in any order, in minutes since midnight
 * @n_minutes: how many, up to %THAW_REMINDER_MAX_A_DAY
 *
 * Makes these the times at which it comes: in order, each of them once.
 */
void
thaw_reminder_set_times (ThawReminder *self,
                         const int    *minutes,
                         guint         n_minutes)
{
  int sorted[THAW_REMINDER_MAX_A_DAY];

  g_return_if_fail (self != NULL);
  g_return_if_fail (n_minutes <= THAW_REMINDER_MAX_A_DAY && (minutes != NULL || n_minutes == 0));

  for (guint i = 0; i < n_minutes; i++)
    sorted[i] = minutes[i];
  qsort (sorted, n_minutes, sizeof *sorted, compare_minutes);

  self->n_times = 0;
  for (guint i = 0; i < n_minutes; i++)
    {
      if (self->n_times == 0 || self->times[self->n_times - 1] < sorted[i])
        self->times[self->n_times++] = sorted[i];
    }
}

/* The middle of where it is quiet longest over the day. */
static int
find_gap (const ThawReminder *self)
{
  int start = DAY_START, widest_start = DAY_START, widest = 0;

  for (guint i = 0; i <= self->n_times; i++)
    {
      int end = i < self->n_times ? CLAMP (self->times[i], DAY_START, DAY_END) : DAY_END;

      if (end - start > widest)
        {
          widest = end - start;
          widest_start = start;
        }
      start = end;
    }

  return (widest_start + widest / 2) / STEP * STEP;
}

/**
 * thaw_reminder_suggest_time:
 * @self: a reminder with fewer than %THAW_REMINDER_MAX_A_DAY times
 *
 * Returns: one more time of day for it, in minutes since midnight: some hours after the
 *   last one, or in the middle of the longest gap. None that it has.
 */
int
thaw_reminder_suggest_time (const ThawReminder *self)
{
  int later;

  g_return_val_if_fail (self != NULL && self->n_times < THAW_REMINDER_MAX_A_DAY, FIRST_TIME);

  if (self->n_times == 0)
    return FIRST_TIME;

  later = self->times[self->n_times - 1] + HOURS_LATER;

  return later >= DAY_START && later <= DAY_END ? later : find_gap (self);
}

/**
 * thaw_reminder_opens_can_be_done:
 * @opens: (nullable): what a reminder opens
 *
 * Returns: whether Thaw knows when that was done, so that it need not be reminded of
 */
gboolean
thaw_reminder_opens_can_be_done (const char *opens)
{
  ThawLinkKind kind;
  const char *name;

  if (opens == NULL || !thaw_link_target_parse (opens, &kind, &name))
    return FALSE;

  return kind == THAW_LINK_CHECK_IN || kind == THAW_LINK_ENTRY || kind == THAW_LINK_PRACTICE ||
         kind == THAW_LINK_PERSON;
}

/* What is not as it has to be. */
static ThawReminderHitch
find_fault (const ThawReminder *self)
{
  if (self->weekdays == 0)
    return THAW_REMINDER_NO_WEEKDAY;
  if (self->from != THAW_DAY_NONE && self->until != THAW_DAY_NONE && self->until < self->from)
    return THAW_REMINDER_DAYS_BACKWARDS;
  if (self->timing == THAW_REMINDER_AT_TIMES)
    return self->n_times == 0 ? THAW_REMINDER_NO_TIME : THAW_REMINDER_COMES;
  if (self->window_end <= self->window_start)
    return THAW_REMINDER_WINDOW_BACKWARDS;
  if ((int) (self->n_in_window - 1) * self->distance > self->window_end - self->window_start)
    return THAW_REMINDER_WINDOW_TOO_SHORT;

  return THAW_REMINDER_COMES;
}

static gboolean
would_come (const ThawReminder           *self,
            const ThawReminderConditions *conditions,
            gboolean                      even_in_quiet)
{
  g_autoptr (ThawReminder) freed = thaw_reminder_copy (self);
  ThawReminderConditions other = *conditions;
  ThawCivil moment;

  other.paused_until_ms = 0;
  if (even_in_quiet)
    freed->ignores_quiet = TRUE;

  return thaw_reminder_list_next (freed, NULL, &other, 1, &moment) > 0;
}

/* Nothing does after a pause without an end, which need not be looked for until the end of the calendar. */
static gboolean
comes_after_pause (const ThawReminder           *self,
                   const ThawReminderConditions *conditions)
{
  ThawCivil moment;

  return conditions->paused_until_ms != G_MAXINT64 &&
         thaw_reminder_list_next (self, NULL, conditions, 1, &moment) > 0;
}

/* Whether a day that is chosen lies between the first and the last one. */
static gboolean
has_day (const ThawReminder *self)
{
  if (self->from == THAW_DAY_NONE || self->until == THAW_DAY_NONE)
    return TRUE;

  for (ThawDay day = self->from; day <= self->until && day < self->from + 7; day++)
    {
      if ((self->weekdays & (1u << (thaw_day_get_weekday (day) - 1))) != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * thaw_reminder_find_hitch:
 * @self: a reminder as it is being written
 * @conditions: what time it is
 *
 * Returns: why it does not come, or %THAW_REMINDER_COMES. That it is switched off does not
 *   count.
 */
ThawReminderHitch
thaw_reminder_find_hitch (const ThawReminder           *self,
                          const ThawReminderConditions *conditions)
{
  ThawReminderHitch fault;

  g_return_val_if_fail (self != NULL && conditions != NULL, THAW_REMINDER_COMES);

  fault = find_fault (self);
  if (fault != THAW_REMINDER_COMES)
    return fault;

  if (!has_day (self))
    return THAW_REMINDER_NO_DAY_BETWEEN;
  if (would_come (self, conditions, FALSE))
    return comes_after_pause (self, conditions) ? THAW_REMINDER_COMES : THAW_REMINDER_RESTS;
  if (would_come (self, conditions, TRUE))
    return THAW_REMINDER_ONLY_QUIET;

  return THAW_REMINDER_IS_OVER;
}

/**
 * thaw_reminder_hitch_to_words:
 * @hitch: why a reminder does not come
 *
 * Returns: (nullable): a sentence that says so and how to go on, %NULL if it comes
 */
const char *
thaw_reminder_hitch_to_words (ThawReminderHitch hitch)
{
  switch (hitch)
    {
    case THAW_REMINDER_COMES:
      return NULL;
    case THAW_REMINDER_NO_WEEKDAY:
      return _("Choose at least one day of the week.");
    case THAW_REMINDER_NO_TIME:
      return _("Add a time at which it comes.");
    case THAW_REMINDER_WINDOW_BACKWARDS:
      return _("The window has to end after it begins, on the same day.");
    case THAW_REMINDER_WINDOW_TOO_SHORT:
      return _("That does not all fit in there. Fewer times, less time in between, or a longer window will do.");
    case THAW_REMINDER_DAYS_BACKWARDS:
      return _("The last day is before the first one.");
    case THAW_REMINDER_IS_OVER:
      return _("Its last day is over, so it does not come any more.");
    case THAW_REMINDER_NO_DAY_BETWEEN:
      return _("None of these days of the week lies between the first and the last day.");
    case THAW_REMINDER_ONLY_QUIET:
      return _("It would only come in the quiet hours, so it does not come.");
    case THAW_REMINDER_RESTS:
      return _("All reminders are resting, so it does not come.");
    default:
      g_return_val_if_reached (NULL);
    }
}
