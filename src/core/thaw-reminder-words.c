/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-words"

#include "config.h"
#include "thaw-reminder-words.h"

#include <glib/gi18n-lib.h>

#include "thaw-date-words.h"
#include "thaw-link-target.h"

#define MS_PER_HOUR 3600000

/* A time of day that is no further away needs no day beside it. */
#define HOURS_WITHOUT_DAY 12

/* “A”, “A and B”, “A, B and C”. */
static char *
join (const GPtrArray *parts)
{
  char *list = g_strdup (g_ptr_array_index (parts, 0));

  for (guint i = 1; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      g_autofree char *before = g_steal_pointer (&list);

      if (i < parts->len - 1)
        /* Translators: the beginning of a list of weekdays or times, and what comes next in it, as in
         * “Mondays, Tuesdays” of “Mondays, Tuesdays and Fridays” */
        list = g_strdup_printf (C_("list of days or times", "%s, %s"), before, part);
      else
        /* Translators: a list of weekdays or times, and what is last in it, as in “08:30 and 21:00” */
        list = g_strdup_printf (C_("list of days or times", "%s and %s"), before, part);
    }

  return list;
}

static char *
weekdays_to_words (guint weekdays)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *list = NULL;
  int first = thaw_day_get_first_weekday ();

  if (weekdays == THAW_REMINDER_EVERY_DAY)
    /* Translators: the beginning of when a reminder comes, as in “Every day at 08:30” */
    return g_strdup (C_("days of a reminder", "Every day"));
  if (weekdays == THAW_REMINDER_WORKDAYS)
    /* Translators: Monday to Friday: the beginning of when a reminder comes, as in “Weekdays at 08:30” */
    return g_strdup (C_("days of a reminder", "Weekdays"));
  if (weekdays == THAW_REMINDER_WEEKEND)
    /* Translators: Saturday and Sunday: the beginning of when a reminder comes, as in “Weekends at 08:30” */
    return g_strdup (C_("days of a reminder", "Weekends"));

  names = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < 7; i++)
    {
      int weekday = (first - 1 + i) % 7;

      /* The first day of the calendar is a Monday. */
      if ((weekdays & (1u << weekday)) != 0)
        /* Translators: a weekday on which a reminder comes each week, as “Mondays” in “Mondays and Fridays at 08:30”;
         * the code is that of g_date_time_format() and gives “Monday”, as the locale writes it */
        g_ptr_array_add (names, thaw_day_format (THAW_DAY_FIRST + weekday, C_("days of a reminder", "%As")));
    }

  list = join (names);

  /* Translators: weekdays on which a reminder comes each week, as “Mondays and Fridays”: the beginning of “Mondays and
   * Fridays at 08:30”; here is room for words before them, as “Every”, if yours needs some */
  return g_strdup_printf (C_("days of a reminder", "%s"), list);
}

/* Whether all days on which it comes are one. */
static gboolean
has_one_day (const ThawReminder *rule)
{
  return rule->from != THAW_DAY_NONE && rule->from == rule->until &&
         (rule->weekdays & (1u << (thaw_day_get_weekday (rule->from) - 1))) != 0;
}

static char *
days_to_words (const ThawReminder *rule,
               ThawDay             today)
{
  if (has_one_day (rule))
    {
      g_autofree char *date = thaw_day_to_date_words (rule->from, today);

      /* Translators: the only day on which a reminder comes: the beginning of “On 3 December at 08:30” */
      return g_strdup_printf (C_("days of a reminder", "On %s"), date);
    }

  return weekdays_to_words (rule->weekdays);
}

static char *
times_to_words (const ThawReminder *rule,
                const char         *days)
{
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < rule->n_times; i++)
    g_ptr_array_add (times, thaw_minute_to_time_words (rule->times[i]));
  list = join (times);

  /* Translators: when a reminder comes: days, and a time or several, as “Every day at 08:30 and 21:00” or “Mondays,
   * Wednesdays and Fridays at 08:30” */
  return g_strdup_printf (C_("reminder", "%s at %s"), days, list);
}

static char *
window_to_words (const ThawReminder *rule,
                 const char         *days)
{
  g_autofree char *start = thaw_minute_to_time_words (rule->window_start);
  g_autofree char *end = thaw_minute_to_time_words (rule->window_end);

  if (rule->n_in_window == 1)
    /* Translators: when a reminder comes: days, and between which times of day, as “Weekends at some time between 14:00
     * and 18:00” */
    return g_strdup_printf (C_("reminder", "%s at some time between %s and %s"), days, start, end);

  if (rule->n_in_window == 2)
    /* Translators: when a reminder comes: days, and between which times of day, as “Weekends, twice between 14:00 and
     * 18:00” */
    return g_strdup_printf (C_("reminder", "%s, twice between %s and %s"), days, start, end);

  /* Translators: when a reminder comes: days, how often on each, and between which times of day, as “Every day, 3 times
   * between 10:00 and 18:00” */
  return g_strdup_printf (ngettext ("%s, %u time between %s and %s", "%s, %u times between %s and %s",
                                    rule->n_in_window),
                          days, rule->n_in_window, start, end);
}

/**
 * thaw_reminder_to_words:
 * @rule: a reminder with valid times
 * @today: the day that it is
 *
 * Where a reminder begins is only said as long as that is to come.
 *
 * Returns: (transfer full): when it comes, as “Weekdays at 08:30” or “Every day at some time
 *   between 14:00 and 18:00, until 3 December”
 */
char *
thaw_reminder_to_words (const ThawReminder *rule,
                        ThawDay             today)
{
  g_autofree char *days = NULL, *when = NULL, *from = NULL, *until = NULL;

  g_return_val_if_fail (rule != NULL && thaw_reminder_has_valid_times (rule), NULL);

  days = days_to_words (rule, today);
  when = rule->timing == THAW_REMINDER_AT_TIMES ? times_to_words (rule, days) : window_to_words (rule, days);
  if (has_one_day (rule))
    return g_steal_pointer (&when);

  if (rule->from != THAW_DAY_NONE && rule->from > today)
    from = thaw_day_to_date_words (rule->from, today);
  if (rule->until != THAW_DAY_NONE)
    until = thaw_day_to_date_words (rule->until, today);

  if (from != NULL && until != NULL)
    /* Translators: when a reminder comes, and the first and the last day, as “Weekdays at 08:30, from 3 December until
     * 9 January 2027” */
    return g_strdup_printf (C_("reminder", "%s, from %s until %s"), when, from, until);
  if (from != NULL)
    /* Translators: when a reminder comes, and the first day, as “Weekdays at 08:30, from 3 December” */
    return g_strdup_printf (C_("reminder", "%s, from %s"), when, from);
  if (until != NULL)
    /* Translators: when a reminder comes, and the last day, as “Weekdays at 08:30, until 3 December” */
    return g_strdup_printf (C_("reminder", "%s, until %s"), when, until);

  return g_steal_pointer (&when);
}

/* Until when all reminders rest. */
static char *
pause_to_words (const ThawReminderConditions *conditions,
                ThawDay                       today)
{
  ThawCivil end = thaw_civil_from_utc_ms (conditions->paused_until_ms, conditions->zone);
  ThawDay day = thaw_civil_get_day (end);
  g_autofree char *time = thaw_minute_to_time_words (thaw_civil_get_minute (end));
  g_autofree char *date = NULL;
  gboolean is_whole_day;

  if (day >= THAW_DAY_LAST)
    /* Translators: in place of when a reminder comes next: all of them rest, and no end was chosen */
    return g_strdup (C_("reminder", "resting"));

  is_whole_day = conditions->paused_until_ms <= thaw_civil_to_utc_ms (thaw_civil_new (day, 0), conditions->zone);
  if (is_whole_day && day == today + 1)
    /* Translators: in place of when a reminder comes next: not today any more */
    return g_strdup (C_("reminder", "rests today"));

  if (!is_whole_day &&
      (day == today || conditions->paused_until_ms - conditions->now_ms < (gint64) HOURS_WITHOUT_DAY * MS_PER_HOUR))
    /* Translators: in place of when a reminder comes next; %s is a time, as “15:00” */
    return g_strdup_printf (C_("reminder that rests until a time", "resting until %s"), time);

  date = thaw_day_to_date_words (day, today);
  if (is_whole_day)
    /* Translators: in place of when a reminder comes next; %s is a day, as “3 December” */
    return g_strdup_printf (C_("reminder that rests until a day", "resting until %s"), date);

  /* Translators: in place of when a reminder comes next: a day and a time, as “resting until 3 December, 15:00” */
  return g_strdup_printf (C_("reminder", "resting until %s, %s"), date, time);
}

static gboolean
is_same_year (ThawDay a,
              ThawDay b)
{
  int year_a = 0, year_b = 0;

  thaw_day_split (a, &year_a, NULL, NULL);
  thaw_day_split (b, &year_b, NULL, NULL);

  return year_a == year_b;
}

static char *
next_day_to_words (ThawDay day,
                   ThawDay today)
{
  if (day == today)
    /* Translators: when a reminder comes next */
    return g_strdup (C_("reminder", "next today"));
  if (day == today + 1)
    /* Translators: when a reminder comes next */
    return g_strdup (C_("reminder", "next tomorrow"));
  if (day > today && day < today + 7)
    /* Translators: when a reminder comes next, as “next on Monday”; the code is that of g_date_time_format() */
    return thaw_day_format (day, C_("reminder", "next on %A"));
  if (is_same_year (day, today))
    /* Translators: when a reminder comes next, as “next on 3 December”; the codes are those of g_date_time_format() */
    return thaw_day_format (day, C_("reminder", "next on %-d %B"));

  /* Translators: when a reminder comes next, as “next on 3 January 2027”; the codes are those of
   * g_date_time_format() */
  return thaw_day_format (day, C_("reminder", "next on %-d %B %Y"));
}

static gboolean
is_own_time (const ThawReminder *rule,
             int                 minute)
{
  for (guint i = 0; i < rule->n_times; i++)
    {
      if (rule->times[i] == minute)
        return TRUE;
    }

  return FALSE;
}

static char *
next_moment_to_words (const ThawReminder *rule,
                      ThawCivil           moment,
                      ThawDay             today)
{
  ThawDay day = thaw_civil_get_day (moment);
  int minute = thaw_civil_get_minute (moment);
  g_autofree char *words = next_day_to_words (day, today);
  g_autofree char *time = NULL;

  /* Its times were said before: which of them is worth a word on the same day alone. Where quiet hours end later than
   * that, it is another one. */
  if (rule->timing != THAW_REMINDER_AT_TIMES ||
      (is_own_time (rule, minute) && (day != today || rule->n_times == 1)))
    return g_steal_pointer (&words);

  time = thaw_minute_to_time_words (minute);

  /* Translators: when a reminder comes next; %1$s is “next today”, “next tomorrow” or “next on Monday”, %2$s a time,
   * as “08:30” */
  return g_strdup_printf (C_("reminder", "%1$s at %2$s"), words, time);
}

/**
 * thaw_reminder_next_to_words:
 * @rule: a reminder with valid times
 * @state: (nullable): what became of it so far, or %NULL for nothing
 * @conditions: what time it is
 *
 * Of a moment that nobody shall know before, only the day is told.
 *
 * Returns: (transfer full): when it comes next, as the end of a line: “next tomorrow”; or
 *   why it does not: “switched off”, “rests today”
 */
char *
thaw_reminder_next_to_words (const ThawReminder           *rule,
                             const ThawReminderState      *state,
                             const ThawReminderConditions *conditions)
{
  ThawCivil next;
  ThawDay today;

  g_return_val_if_fail (rule != NULL && conditions != NULL, NULL);

  today = thaw_civil_get_day (thaw_civil_from_utc_ms (conditions->now_ms, conditions->zone));
  if (!rule->is_on)
    /* Translators: in place of when a reminder comes next */
    return g_strdup (C_("reminder", "switched off"));
  if (rule->until != THAW_DAY_NONE && rule->until < today)
    /* Translators: in place of when a reminder comes next: its last day is over */
    return g_strdup (C_("reminder", "is over"));
  if (conditions->now_ms < conditions->paused_until_ms)
    return pause_to_words (conditions, today);
  if (state != NULL && state->put_off_day == today)
    return g_strdup (C_("reminder", "rests today"));

  if (state != NULL && state->snoozed_until_ms > conditions->now_ms)
    {
      ThawCivil again = thaw_civil_from_utc_ms (state->snoozed_until_ms, conditions->zone);
      g_autofree char *time = thaw_minute_to_time_words (thaw_civil_get_minute (again));

      /* Translators: when a reminder that was put off for some minutes comes again; %s is a time, as “08:45” */
      return g_strdup_printf (C_("reminder", "again at %s"), time);
    }

  if (thaw_reminder_list_next (rule, state, conditions, 1, &next) > 0)
    return next_moment_to_words (rule, next, today);
  if (rule->until != THAW_DAY_NONE)
    return g_strdup (C_("reminder", "is over"));

  /* Translators: in place of when a reminder comes next: all its times are in the quiet hours */
  return g_strdup (C_("reminder", "never in the quiet hours"));
}

/* “Tomorrow”, as the beginning of a line. */
static char *
day_to_words (ThawDay day,
              ThawDay today)
{
  if (day == today + 1)
    return g_strdup (_("Tomorrow"));

  return thaw_day_to_words (day, today);
}

/**
 * thaw_reminder_moment_to_words:
 * @rule: a reminder with valid times
 * @moment: when it comes
 * @today: the day that it is
 *
 * Of a moment that nobody shall know before only the day is told: in which window it lies
 * is what the reminder says.
 *
 * Returns: (transfer full): as “Tomorrow, 08:30”, or “Tomorrow”
 */
char *
thaw_reminder_moment_to_words (const ThawReminder *rule,
                               ThawCivil           moment,
                               ThawDay             today)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (rule != NULL && moment != THAW_CIVIL_NONE, NULL);

  day = day_to_words (thaw_civil_get_day (moment), today);
  if (rule->timing == THAW_REMINDER_IN_WINDOW)
    return g_steal_pointer (&day);

  time = thaw_minute_to_time_words (thaw_civil_get_minute (moment));

  /* Translators: when a reminder comes: a day and a time, as “Tomorrow, 08:30” */
  return g_strdup_printf (C_("reminder", "%s, %s"), day, time);
}

/**
 * thaw_reminder_opens_to_words:
 * @opens: (nullable): what a reminder opens
 *
 * Returns: (transfer none) (nullable): what the button that opens it is called, %NULL if it
 *   only says something
 */
const char *
thaw_reminder_opens_to_words (const char *opens)
{
  ThawLinkKind kind;
  const char *name;

  if (opens == NULL || !thaw_link_target_parse (opens, &kind, &name))
    return NULL;

  switch (kind)
    {
    case THAW_LINK_CHECK_IN:
      /* Translators: a button of a reminder; it opens the check-in */
      return _("Check In");

    case THAW_LINK_ENTRY:
      /* Translators: a button of a reminder; it opens a new entry of the journal */
      return _("Write");

    case THAW_LINK_PRACTICE:
      /* Translators: a button of a reminder; it opens something to practise or to do */
      return _("Begin");

    case THAW_LINK_ARTICLE:
    case THAW_LINK_WORD:
    case THAW_LINK_HELP:
    case THAW_LINK_PAGE:
    case THAW_LINK_PERSON:
    default:
      /* Translators: a button of a reminder; it opens an article, a page, or somebody in one’s life */
      return _("Open");
    }
}
