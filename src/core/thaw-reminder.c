/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder"

#include "config.h"
#include "thaw-reminder.h"

#include <string.h>

#include "thaw-link-target.h"

#define MINUTES_PER_DAY THAW_CIVIL_MINUTES_PER_DAY

/* What a new reminder has, until the person says otherwise. */
#define DEFAULT_TIME (9 * 60)
#define DEFAULT_WINDOW_START (10 * 60)
#define DEFAULT_WINDOW_END (18 * 60)
#define DEFAULT_DISTANCE 60

/* Monday, Wednesday and Friday: what is left of every day if it shall be fewer. */
#define FEWER_DAYS 0x15u

G_DEFINE_BOXED_TYPE (ThawReminder, thaw_reminder, thaw_reminder_copy, thaw_reminder_free)

/**
 * thaw_reminder_new:
 * @title: what it says
 * @opens: (nullable): what it opens
 *
 * Returns: (transfer full): a reminder for every day at nine, which is on
 */
ThawReminder *
thaw_reminder_new (const char *title,
                   const char *opens)
{
  ThawReminder *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (ThawReminder, 1);
  self->title = g_strdup (title);
  self->opens = g_strdup (opens);
  self->is_on = TRUE;
  self->weekdays = THAW_REMINDER_EVERY_DAY;
  self->timing = THAW_REMINDER_AT_TIMES;
  self->n_times = 1;
  self->times[0] = DEFAULT_TIME;
  self->window_start = DEFAULT_WINDOW_START;
  self->window_end = DEFAULT_WINDOW_END;
  self->n_in_window = 1;
  self->distance = DEFAULT_DISTANCE;
  self->skips_if_done = TRUE;

  return self;
}

ThawReminder *
thaw_reminder_copy (const ThawReminder *self)
{
  ThawReminder *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ThawReminder, 1);
  *copy = *self;
  copy->uuid = g_strdup (self->uuid);
  copy->title = g_strdup (self->title);
  copy->opens = g_strdup (self->opens);

  return copy;
}

void
thaw_reminder_free (ThawReminder *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->title);
  g_free (self->opens);
  g_free (self);
}

/**
 * thaw_reminder_opens_is_valid:
 * @opens: (nullable): what a reminder opens
 *
 * Whether there is such a practice or person is another matter: that may come and go.
 *
 * Returns: whether a reminder may open that
 */
gboolean
thaw_reminder_opens_is_valid (const char *opens)
{
  ThawLinkKind kind;
  const char *name;

  return opens == NULL || (strlen (opens) <= THAW_REMINDER_MAX_OPENS_BYTES &&
                           thaw_link_target_parse (opens, &kind, &name));
}

static gboolean
is_minute (int minute)
{
  return minute >= 0 && minute < MINUTES_PER_DAY;
}

static gboolean
has_valid_list (const ThawReminder *self)
{
  if (self->n_times < 1 || self->n_times > THAW_REMINDER_MAX_A_DAY)
    return FALSE;

  for (guint i = 0; i < self->n_times; i++)
    {
      if (!is_minute (self->times[i]) || (i > 0 && self->times[i] <= self->times[i - 1]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_valid_window (const ThawReminder *self)
{
  return is_minute (self->window_start) && is_minute (self->window_end) && self->window_start < self->window_end &&
         self->n_in_window >= 1 && self->n_in_window <= THAW_REMINDER_MAX_A_DAY &&
         self->distance >= 1 && self->distance < MINUTES_PER_DAY &&
         (int) (self->n_in_window - 1) * self->distance <= self->window_end - self->window_start;
}

/**
 * thaw_reminder_has_valid_times:
 *
 * Returns: whether it says when it comes: which times of which days
 */
gboolean
thaw_reminder_has_valid_times (const ThawReminder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->weekdays != 0 && (self->weekdays & ~THAW_REMINDER_EVERY_DAY) == 0 &&
         (self->from == THAW_DAY_NONE || thaw_day_is_valid (self->from)) &&
         (self->until == THAW_DAY_NONE || thaw_day_is_valid (self->until)) &&
         (self->from == THAW_DAY_NONE || self->until == THAW_DAY_NONE || self->from <= self->until) &&
         (self->timing == THAW_REMINDER_AT_TIMES ? has_valid_list (self) : has_valid_window (self));
}

static guint
count_weekdays (guint weekdays)
{
  guint n = 0;

  for (; weekdays != 0; weekdays >>= 1)
    n += weekdays & 1;

  return n;
}

/**
 * thaw_reminder_make_rarer:
 *
 * Half as often on a day, if it comes more than once; else on fewer days of the week.
 *
 * Returns: whether it could be made rarer: not what comes once a week
 */
gboolean
thaw_reminder_make_rarer (ThawReminder *self)
{
  guint fewer;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->timing == THAW_REMINDER_AT_TIMES && self->n_times > 1)
    {
      self->n_times /= 2;
      return TRUE;
    }

  if (self->timing == THAW_REMINDER_IN_WINDOW && self->n_in_window > 1)
    {
      self->n_in_window /= 2;
      return TRUE;
    }

  if (count_weekdays (self->weekdays) < 2)
    return FALSE;

  fewer = self->weekdays & FEWER_DAYS;
  /* The first of them, if they are those few already or none of them. */
  if (fewer == 0 || fewer == self->weekdays)
    fewer = self->weekdays & -self->weekdays;
  self->weekdays = fewer;

  return TRUE;
}

/**
 * thaw_quiet_hours_contain:
 * @minute: minutes since midnight
 *
 * Returns: whether it is quiet then; their end does not belong to them
 */
gboolean
thaw_quiet_hours_contain (ThawQuietHours quiet,
                          int            minute)
{
  if (quiet.start <= quiet.end)
    return minute >= quiet.start && minute < quiet.end;

  return minute >= quiet.start || minute < quiet.end;
}

static gboolean
comes_on_day (const ThawReminder *self,
              ThawDay             day)
{
  return (self->weekdays & (1u << (thaw_day_get_weekday (day) - 1))) != 0 &&
         (self->from == THAW_DAY_NONE || day >= self->from) &&
         (self->until == THAW_DAY_NONE || day <= self->until);
}

/* What falls into quiet hours comes when they end, if that is on the same day. */
static guint
list_times (const ThawReminder *self,
            int                 after,
            ThawQuietHours      quiet,
            int                *out_minutes)
{
  guint n = 0;

  for (guint i = 0; i < self->n_times; i++)
    {
      int minute = self->times[i];

      if (minute <= after)
        continue;

      if (!self->ignores_quiet && thaw_quiet_hours_contain (quiet, minute))
        {
          if (quiet.end <= minute)
            continue;
          minute = quiet.end;
        }

      if (n == 0 || out_minutes[n - 1] < minute)
        out_minutes[n++] = minute;
    }

  return n;
}

/* Where a sequence of numbers that look like chance starts for this reminder and this day: the same day has the same
 * moments whenever it is asked. FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
static guint64
get_seed (const ThawReminder *self,
          ThawDay             day)
{
  guint64 seed = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *p = self->uuid != NULL ? self->uuid : ""; *p != '\0'; p++)
    seed = (seed ^ (guint8) *p) * G_GUINT64_CONSTANT (1099511628211);

  return (seed ^ (guint64) day) * G_GUINT64_CONSTANT (1099511628211);
}

/* SplitMix64, by Steele, Lea and Flood, “Fast splittable pseudorandom number generators” (OOPSLA 2014): a day needs a
 * few numbers, and a generator of GLib’s takes longer to begin than all else here. */
static int
draw (guint64 *state,
      int      limit)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return (int) ((z ^ (z >> 31)) % (guint64) limit);
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Minutes on end, from the first to the last. */
typedef struct
{
  int first;
  int last;
} Stretch;

static int
get_length (Stretch stretch)
{
  return MAX (stretch.last - stretch.first + 1, 0);
}

/* Where the window is not quiet: at most before quiet hours and after them. */
static void
find_loud (const ThawReminder *self,
           ThawQuietHours      quiet,
           Stretch             out_loud[2])
{
  const Stretch window = { self->window_start, self->window_end };
  const Stretch nothing = { 0, -1 };

  out_loud[0] = window;
  out_loud[1] = nothing;
  if (self->ignores_quiet || quiet.start == quiet.end)
    return;

  if (quiet.start > quiet.end)
    {
      out_loud[0].first = MAX (window.first, quiet.end);
      out_loud[0].last = MIN (window.last, quiet.start - 1);
      return;
    }

  out_loud[0].last = MIN (window.last, quiet.start - 1);
  out_loud[1].first = MAX (window.first, quiet.end);
  out_loud[1].last = window.last;
}

/* The moments are drawn on a line from which quiet hours and the least distances are cut out, and put back after that:
 * each way to lie is as likely as any other. */
static guint
list_moments (const ThawReminder *self,
              ThawDay             day,
              ThawQuietHours      quiet,
              int                *out_minutes)
{
  guint64 state = get_seed (self, day);
  int n = (int) self->n_in_window;
  Stretch loud[2];
  int n_before, n_loud, n_free;

  find_loud (self, quiet, loud);
  n_before = get_length (loud[0]);
  n_loud = n_before + get_length (loud[1]);
  if (n_loud == 0)
    return 0;

  n = MIN (n, (n_loud - 1) / self->distance + 1);
  n_free = n_loud - (n - 1) * self->distance;
  for (int i = 0; i < n; i++)
    out_minutes[i] = draw (&state, n_free);
  qsort (out_minutes, (size_t) n, sizeof *out_minutes, compare_minutes);
  for (int i = 0; i < n; i++)
    {
      int place = out_minutes[i] + i * self->distance;

      out_minutes[i] = place < n_before ? loud[0].first + place : loud[1].first + place - n_before;
    }

  return (guint) n;
}

/**
 * thaw_reminder_list_day:
 * @self: a reminder with valid times
 * @day: a day
 * @quiet: when nothing shall come
 * @out_minutes: (out caller-allocates): minutes since midnight, each later than the one before
 *
 * What falls into quiet hours comes when they end, if that is still on @day, and not at all
 * otherwise. Moments in a window are drawn from where it is not quiet.
 *
 * Returns: how often it comes on @day
 */
guint
thaw_reminder_list_day (const ThawReminder *self,
                        ThawDay             day,
                        ThawQuietHours      quiet,
                        int                 out_minutes[THAW_REMINDER_MAX_A_DAY])
{
  g_return_val_if_fail (self != NULL, 0);

  return thaw_reminder_list_rest_of_day (self, day, -1, quiet, out_minutes);
}

static guint
drop_until (int    after,
            int   *minutes,
            guint  n)
{
  guint n_over = 0;

  while (n_over < n && minutes[n_over] <= after)
    n_over++;
  memmove (minutes, minutes + n_over, (n - n_over) * sizeof *minutes);

  return n - n_over;
}

/**
 * thaw_reminder_list_rest_of_day:
 * @self: a reminder with valid times
 * @day: a day
 * @after: the minute of @day up to which all was dealt with, or -1
 * @quiet: when nothing shall come
 * @out_minutes: (out caller-allocates): minutes since midnight, each later than the one before
 *
 * As thaw_reminder_list_day(), without what was to come by @after. Of what falls into quiet
 * hours its own time counts: it may have come before there were any.
 *
 * Returns: how often it comes on the rest of @day
 */
guint
thaw_reminder_list_rest_of_day (const ThawReminder *self,
                                ThawDay             day,
                                int                 after,
                                ThawQuietHours      quiet,
                                int                 out_minutes[THAW_REMINDER_MAX_A_DAY])
{
  g_return_val_if_fail (self != NULL, 0);

  if (!comes_on_day (self, day))
    return 0;

  if (self->timing == THAW_REMINDER_AT_TIMES)
    return list_times (self, after, quiet, out_minutes);

  return drop_until (after, out_minutes, list_moments (self, day, quiet, out_minutes));
}
