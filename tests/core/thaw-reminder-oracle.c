/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-reminder-oracle.h"

#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MINUTES_PER_HOUR 60
#define MINUTES_PER_DAY (24 * 60)
#define EPOCH_MINUTES ((ThawCivil) THAW_DAY_EPOCH * MINUTES_PER_DAY)

/* As the rules have it: no clocks of the world are further apart, and what is older than that is not missed. */
#define FURTHEST_APART (26 * MINUTES_PER_HOUR)
#define LONGEST_AGO (8 * MINUTES_PER_DAY)

/* What outlives the program. */
typedef struct
{
  ThawCivil settled;
  ThawCivil shown;
  ThawCivil missed;
  gint64    snoozed_until_ms;
  ThawDay   put_off_day;
  int       n_unanswered_days;
} Memory;

struct _ThawReminderOracle
{
  Memory    memory;
  Memory    stored;
  gint64    done_ms;

  /* Up to where it was looked, and there was nothing after what is settled. */
  ThawCivil looked;

  /* The minutes of one day, and whether the reminder comes in them: if so, the one in which it would without quiet
   * hours, and one more. */
  ThawDay   mapped_day;
  guint16   map[MINUTES_PER_DAY];
};

static int
ask_offset (GTimeZone *zone,
            gint64     minute)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (minute * 60);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return (int) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE);
}

/* What was asked is kept by the hour, as long as it is the same all hour. Zones live as long as the program. */
static int
get_offset_minutes (GTimeZone *zone,
                    gint64     minute)
{
  static struct
  {
    GTimeZone *zone;
    gint64     hour;
    int        offset;
  } kept[1024];
  gint64 hour = minute / MINUTES_PER_HOUR;
  gsize i = ((gsize) hour * 31 + (gsize) zone / 16) % G_N_ELEMENTS (kept);

  if (kept[i].zone != zone || kept[i].hour != hour)
    {
      int offset = ask_offset (zone, hour * MINUTES_PER_HOUR);

      if (offset != ask_offset (zone, (hour + 1) * MINUTES_PER_HOUR - 1))
        return ask_offset (zone, minute);

      kept[i].zone = zone;
      kept[i].hour = hour;
      kept[i].offset = offset;
    }

  return kept[i].offset;
}

static ThawCivil
get_wall (const ThawReminderConditions *conditions,
          gint64                        ms)
{
  gint64 minute = ms / MS_PER_MINUTE;

  return EPOCH_MINUTES + minute + get_offset_minutes (conditions->zone, minute);
}

static ThawDay
to_day (ThawCivil civil)
{
  return (ThawDay) (civil / MINUTES_PER_DAY);
}

/* When the clock shows that for the first time and the last; or, if never, when it first shows more. By trying what
 * is used a day before and a day after. */
static void
find_instants (const ThawReminderConditions *conditions,
               ThawCivil                     civil,
               gint64                       *out_first_ms,
               gint64                       *out_last_ms)
{
  gint64 naive = civil - EPOCH_MINUTES;
  gint64 before = naive - get_offset_minutes (conditions->zone, naive - 2 * MINUTES_PER_DAY);
  gint64 after = naive - get_offset_minutes (conditions->zone, naive + 2 * MINUTES_PER_DAY);
  gboolean is_before = get_wall (conditions, before * MS_PER_MINUTE) == civil;
  gboolean is_after = get_wall (conditions, after * MS_PER_MINUTE) == civil;
  gint64 first = is_before && is_after ? MIN (before, after) : is_before ? before : after;
  gint64 last = is_before && is_after ? MAX (before, after) : first;

  if (!is_before && !is_after)
    {
      first = MIN (before, after);
      while (get_wall (conditions, first * MS_PER_MINUTE) < civil)
        first++;
      last = first;
    }

  *out_first_ms = first * MS_PER_MINUTE;
  *out_last_ms = last * MS_PER_MINUTE;
}

static gint64
find_first (const ThawReminderConditions *conditions,
            ThawCivil                     civil)
{
  gint64 first, last;

  find_instants (conditions, civil, &first, &last);

  return first;
}

/* By which time of two it is told how late it is: the last one that is over. */
static gint64
find_due (const ThawReminderConditions *conditions,
          ThawCivil                     civil)
{
  gint64 first, last;

  find_instants (conditions, civil, &first, &last);

  return last <= conditions->now_ms ? last : first;
}

static gboolean
is_quiet_at (const ThawReminder           *rule,
             const ThawReminderConditions *conditions,
             ThawCivil                     civil)
{
  int minute = (int) (civil % MINUTES_PER_DAY);
  int start = conditions->quiet.start;
  int length = (conditions->quiet.end - start + MINUTES_PER_DAY) % MINUTES_PER_DAY;

  return !rule->ignores_quiet && (minute - start + MINUTES_PER_DAY) % MINUTES_PER_DAY < length;
}

static void
map_day (ThawReminderOracle           *self,
         const ThawReminder           *rule,
         const ThawReminderConditions *conditions,
         ThawDay                       day)
{
  GDate date;

  if (self->mapped_day == day)
    return;

  self->mapped_day = day;
  memset (self->map, 0, sizeof self->map);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if ((rule->weekdays >> (g_date_get_weekday (&date) - G_DATE_MONDAY) & 1) == 0 ||
      (rule->from != THAW_DAY_NONE && day < rule->from) || (rule->until != THAW_DAY_NONE && day > rule->until))
    return;

  if (rule->timing == THAW_REMINDER_AT_TIMES)
    {
      for (guint i = 0; i < rule->n_times; i++)
        {
          int minute = rule->times[i];

          while (minute < MINUTES_PER_DAY && is_quiet_at (rule, conditions, minute))
            minute++;
          if (minute < MINUTES_PER_DAY)
            self->map[minute] = (guint16) (rule->times[i] + 1);
        }
    }
  else
    {
      int minutes[THAW_REMINDER_MAX_A_DAY];
      guint n = thaw_reminder_list_day (rule, day, conditions->quiet, minutes);

      /* Chance cannot be foretold; that it keeps to its bounds is tested where it is made. */
      for (guint i = 0; i < n; i++)
        self->map[minutes[i]] = (guint16) (minutes[i] + 1);
    }
}

static gboolean
is_moment (ThawReminderOracle           *self,
           const ThawReminder           *rule,
           const ThawReminderConditions *conditions,
           ThawCivil                     civil)
{
  map_day (self, rule, conditions, to_day (civil));

  return self->map[civil % MINUTES_PER_DAY] != 0;
}

/* It was settled at its own time, before that became a quiet one. */
static gboolean
was_before_it_was_quiet (ThawReminderOracle *self,
                         ThawCivil           moment)
{
  int minute = (int) (moment % MINUTES_PER_DAY);

  return moment - minute + self->map[minute] - 1 <= self->memory.settled;
}

static gboolean
was_done (ThawReminderOracle           *self,
          const ThawReminder           *rule,
          const ThawReminderConditions *conditions,
          ThawCivil                     moment)
{
  ThawCivil since = moment - 1;

  if (!rule->skips_if_done || self->done_ms == 0 || self->done_ms > conditions->now_ms)
    return FALSE;

  while (since % MINUTES_PER_DAY != MINUTES_PER_DAY - 1 && !is_moment (self, rule, conditions, since))
    since--;
  if (since % MINUTES_PER_DAY == MINUTES_PER_DAY - 1)
    since++;

  return self->done_ms >= find_first (conditions, since);
}

/* Whether that day was left out by the zone. */
static gboolean
is_no_day (const ThawReminderConditions *conditions,
           ThawDay                       day)
{
  for (int hour = 0; hour < 24; hour++)
    {
      ThawCivil civil = (ThawCivil) day * MINUTES_PER_DAY + hour * MINUTES_PER_HOUR;

      if (get_wall (conditions, find_first (conditions, civil)) == civil)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_wanted (ThawReminderOracle           *self,
           const ThawReminder           *rule,
           const ThawReminderConditions *conditions,
           ThawCivil                     moment)
{
  return find_first (conditions, moment) >= conditions->paused_until_ms &&
         to_day (moment) != self->memory.put_off_day && !was_done (self, rule, conditions, moment) &&
         !is_no_day (conditions, to_day (moment));
}

static gboolean
is_in_time (const ThawReminderConditions *conditions,
            gint64                        due_ms)
{
  return (conditions->now_ms - due_ms) / MS_PER_MINUTE <= conditions->catch_up_minutes;
}

/* Everything between what is settled and now, each minute of it. */
static gboolean
look (ThawReminderOracle           *self,
      const ThawReminder           *rule,
      const ThawReminderConditions *conditions,
      ThawCivil                     wall)
{
  ThawCivil missed = THAW_CIVIL_NONE;
  gboolean comes = FALSE;
  ThawCivil start;

  /* The clock was put back, maybe by years. */
  if (self->looked > wall)
    self->looked = self->memory.settled;
  start = MAX (MAX (self->memory.settled, wall - LONGEST_AGO), self->looked);

  for (ThawCivil civil = start + 1; civil <= wall; civil++)
    {
      if (!is_moment (self, rule, conditions, civil) || was_before_it_was_quiet (self, civil))
        continue;

      self->memory.settled = civil;
      if (!is_wanted (self, rule, conditions, civil))
        continue;

      if (is_in_time (conditions, find_due (conditions, civil)))
        comes = TRUE;
      else
        missed = civil;
    }

  self->looked = wall;
  if (missed != THAW_CIVIL_NONE)
    self->memory.missed = missed;

  return comes;
}

/* What was to come again: at once, when it is no longer quiet, or not any more today. */
static gboolean
look_at_snooze (ThawReminderOracle           *self,
                const ThawReminder           *rule,
                const ThawReminderConditions *conditions)
{
  Memory *memory = &self->memory;
  gint64 ms = memory->snoozed_until_ms;

  if (ms == 0 || ms > conditions->now_ms)
    return FALSE;

  memory->snoozed_until_ms = 0;
  if (ms < conditions->paused_until_ms)
    return FALSE;

  for (gint64 later = ms; later <= conditions->now_ms; later += MS_PER_MINUTE)
    {
      ThawCivil wall = get_wall (conditions, later);

      if (to_day (wall) != to_day (get_wall (conditions, ms)))
        break;
      if (!is_quiet_at (rule, conditions, wall))
        {
          ms = later;
          break;
        }
    }

  if (is_in_time (conditions, ms))
    return TRUE;

  memory->missed = memory->settled;

  return FALSE;
}

/* The clock was wrong when that was written. */
static void
distrust (ThawReminderOracle           *self,
          const ThawReminderConditions *conditions,
          ThawCivil                     wall)
{
  Memory *memory = &self->memory;

  if (memory->settled - wall > FURTHEST_APART)
    memory->settled = self->looked = wall;
  if (memory->shown - wall > FURTHEST_APART)
    memory->shown = THAW_CIVIL_NONE;
  if (memory->missed - wall > FURTHEST_APART)
    memory->missed = THAW_CIVIL_NONE;
  if (memory->put_off_day - to_day (wall) > 1)
    memory->put_off_day = THAW_DAY_NONE;
  if (memory->snoozed_until_ms - conditions->now_ms > FURTHEST_APART * MS_PER_MINUTE)
    memory->snoozed_until_ms = 0;
}

static void
end_days_before (ThawReminderOracle           *self,
                 const ThawReminderConditions *conditions,
                 ThawCivil                     wall)
{
  Memory *memory = &self->memory;

  if (memory->shown != THAW_CIVIL_NONE && to_day (memory->shown) < to_day (wall))
    {
      memory->shown = THAW_CIVIL_NONE;
      memory->n_unanswered_days++;
    }
  if (memory->snoozed_until_ms != 0 && to_day (get_wall (conditions, memory->snoozed_until_ms)) < to_day (wall))
    memory->snoozed_until_ms = 0;
}

ThawReminderVerdict
thaw_reminder_oracle_tick (ThawReminderOracle           *self,
                           const ThawReminder           *rule,
                           const ThawReminderConditions *conditions)
{
  ThawCivil wall = get_wall (conditions, conditions->now_ms);
  Memory *memory = &self->memory;
  gboolean comes = FALSE;

  if (rule->is_on)
    {
      distrust (self, conditions, wall);
      end_days_before (self, conditions, wall);
    }

  if (rule->is_on && !is_quiet_at (rule, conditions, wall))
    {
      comes = look (self, rule, conditions, wall);
      if (comes)
        memory->snoozed_until_ms = 0;
      else
        comes = look_at_snooze (self, rule, conditions);
    }

  if (comes)
    memory->shown = wall;

  return (ThawReminderVerdict) {
    .comes = comes,
    .settled = memory->settled,
    .is_shown = memory->shown != THAW_CIVIL_NONE,
    .missed = memory->missed,
    .snoozed_until_ms = memory->snoozed_until_ms,
    .n_unanswered_days = memory->n_unanswered_days,
  };
}

void
thaw_reminder_oracle_begin (ThawReminderOracle           *self,
                            const ThawReminder           *rule,
                            const ThawReminderConditions *conditions)
{
  self->memory = (Memory) {
    .settled = get_wall (conditions, conditions->now_ms),
    .put_off_day = self->memory.put_off_day,
  };
  self->looked = self->memory.settled;
  self->mapped_day = THAW_DAY_NONE;
}

/* The minutes in which it comes are others now. */
void
thaw_reminder_oracle_look_again (ThawReminderOracle *self)
{
  self->looked = self->memory.settled;
  self->mapped_day = THAW_DAY_NONE;
}

void
thaw_reminder_oracle_answer (ThawReminderOracle *self)
{
  self->memory.shown = THAW_CIVIL_NONE;
  self->memory.missed = THAW_CIVIL_NONE;
  self->memory.snoozed_until_ms = 0;
  self->memory.n_unanswered_days = 0;
}

void
thaw_reminder_oracle_do (ThawReminderOracle *self,
                         gint64              done_ms)
{
  self->done_ms = done_ms;
}

void
thaw_reminder_oracle_snooze (ThawReminderOracle           *self,
                             const ThawReminderConditions *conditions,
                             int                           minutes)
{
  ThawDay today = to_day (get_wall (conditions, conditions->now_ms));

  thaw_reminder_oracle_answer (self);
  for (int i = minutes; i > 0; i--)
    {
      gint64 ms = conditions->now_ms + i * MS_PER_MINUTE;

      if (to_day (get_wall (conditions, ms)) == today)
        {
          self->memory.snoozed_until_ms = ms;
          break;
        }
    }
}

void
thaw_reminder_oracle_put_off (ThawReminderOracle           *self,
                              const ThawReminderConditions *conditions)
{
  thaw_reminder_oracle_answer (self);
  self->memory.put_off_day = to_day (get_wall (conditions, conditions->now_ms));
}

void
thaw_reminder_oracle_store (ThawReminderOracle *self)
{
  self->stored = self->memory;
}

void
thaw_reminder_oracle_crash (ThawReminderOracle *self)
{
  self->memory = self->stored;
  self->looked = self->memory.settled;
}

ThawReminderOracle *
thaw_reminder_oracle_new (void)
{
  return g_new0 (ThawReminderOracle, 1);
}

void
thaw_reminder_oracle_free (ThawReminderOracle *self)
{
  g_free (self);
}
