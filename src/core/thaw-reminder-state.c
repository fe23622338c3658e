/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-state"

#include "config.h"
#include "thaw-reminder-state.h"

#include "thaw-reminder-moments.h"

#define MS_PER_MINUTE 60000

/* No two clocks of the world are further apart. What lies further ahead was written by a clock that was wrong. */
#define MAX_AHEAD_MINUTES (26 * 60)

static ThawCivil
get_now (const ThawReminderConditions *conditions)
{
  return thaw_civil_from_utc_ms (conditions->now_ms, conditions->zone);
}

static gint64
to_ms (ThawCivil                     civil,
       const ThawReminderConditions *conditions)
{
  return thaw_civil_to_utc_ms (civil, conditions->zone);
}

static gboolean
is_quiet (const ThawReminder           *rule,
          const ThawReminderConditions *conditions,
          ThawCivil                     civil)
{
  return !rule->ignores_quiet && thaw_quiet_hours_contain (conditions->quiet, thaw_civil_get_minute (civil));
}

/* A timer is never exact: the last minute lasts as long as the clock on the wall shows it. */
static gboolean
is_in_time (gint64                        due_ms,
            const ThawReminderConditions *conditions)
{
  return conditions->now_ms - due_ms < (gint64) (conditions->catch_up_minutes + 1) * MS_PER_MINUTE;
}

/* When a moment that is over was, for the clock on the wall: of a minute that came twice, what was seen last. */
static gint64
to_due_ms (ThawCivil                     moment,
           const ThawReminderConditions *conditions)
{
  gint64 ms = thaw_civil_to_last_utc_ms (moment, conditions->zone);

  return ms <= conditions->now_ms ? ms : to_ms (moment, conditions);
}

/* The other way round: a minute that comes twice may be over for the first time and still to come. Never now, whatever
 * a clock beyond the calendar says: nobody shall ask again and again. */
static gint64
to_ms_from_now (ThawCivil                     civil,
                const ThawReminderConditions *conditions)
{
  gint64 ms = to_ms (civil, conditions);

  if (ms <= conditions->now_ms)
    ms = thaw_civil_to_last_utc_ms (civil, conditions->zone);

  return ms > conditions->now_ms ? ms : conditions->now_ms + MS_PER_MINUTE;
}

static ThawCivil
get_midnight (ThawCivil civil)
{
  return civil - thaw_civil_get_minute (civil);
}

static ThawCivil
get_next_midnight (ThawCivil civil)
{
  return get_midnight (civil) + THAW_CIVIL_MINUTES_PER_DAY;
}

/* A zone that changes to the other side of the date line has a day less. */
static gboolean
is_day_left_out (ThawCivil                     moment,
                 const ThawReminderConditions *conditions)
{
  gint64 midnight_ms = to_ms (get_midnight (moment), conditions);

  return thaw_civil_get_day (thaw_civil_from_utc_ms (midnight_ms, conditions->zone)) != thaw_civil_get_day (moment);
}

/* Done today, since it came last; not what a wrong clock says will be. */
static gboolean
is_done (const ThawReminder           *rule,
         const ThawReminderState      *state,
         const ThawReminderConditions *conditions,
         ThawCivil                     moment)
{
  ThawCivil midnight = get_midnight (moment);
  ThawCivil before;

  if (!rule->skips_if_done || state->done_ms == 0 || state->done_ms > conditions->now_ms)
    return FALSE;

  before = thaw_reminder_find_latest (rule, conditions->quiet, midnight - 1, moment - 1);

  return state->done_ms >= to_ms (before != THAW_CIVIL_NONE ? before : midnight, conditions);
}

/* Nothing shall be kept from coming for days by a clock that was ahead for a minute. */
static void
distrust_the_future (ThawReminderOutcome          *outcome,
                     const ThawReminderConditions *conditions,
                     ThawCivil                     now)
{
  ThawReminderState *state = &outcome->state;

  if (state->last > now + MAX_AHEAD_MINUTES)
    state->last = now;
  if (state->shown > now + MAX_AHEAD_MINUTES)
    {
      state->shown = THAW_CIVIL_NONE;
      outcome->is_withdrawn = TRUE;
    }
  if (state->missed > now + MAX_AHEAD_MINUTES)
    state->missed = THAW_CIVIL_NONE;
  if (state->put_off_day > thaw_civil_get_day (now) + 1)
    state->put_off_day = THAW_DAY_NONE;
  if (state->snoozed_until_ms > conditions->now_ms + (gint64) MAX_AHEAD_MINUTES * MS_PER_MINUTE)
    state->snoozed_until_ms = 0;
}

/* What came on a day is over with it, and so is what was put off for some minutes. */
static void
end_days_before (ThawReminderOutcome          *outcome,
                 const ThawReminderConditions *conditions,
                 ThawDay                       today)
{
  ThawReminderState *state = &outcome->state;

  if (state->shown != THAW_CIVIL_NONE && thaw_civil_get_day (state->shown) < today)
    {
      state->shown = THAW_CIVIL_NONE;
      state->n_unanswered_days++;
      outcome->is_withdrawn = TRUE;
    }

  if (state->snoozed_until_ms != 0 &&
      thaw_civil_get_day (thaw_civil_from_utc_ms (state->snoozed_until_ms, conditions->zone)) < today)
    state->snoozed_until_ms = 0;
}

static void
come (ThawReminderOutcome *outcome,
      ThawCivil            now)
{
  outcome->state.shown = now;
  outcome->state.snoozed_until_ms = 0;
  outcome->comes = TRUE;
  outcome->is_withdrawn = FALSE;
}

/* Whether nobody would miss this one. */
static gboolean
is_passed_over (const ThawReminder           *rule,
                const ThawReminderState      *state,
                const ThawReminderConditions *conditions,
                ThawCivil                     moment)
{
  return to_ms (moment, conditions) < conditions->paused_until_ms ||
         thaw_civil_get_day (moment) == state->put_off_day ||
         is_day_left_out (moment, conditions) ||
         is_done (rule, state, conditions, moment);
}

/* Of several moments that went by only the latest comes, if it is not too late for it; of those for which it is, the
 * latest is missed. */
static void
deal_with_moments (ThawReminderOutcome          *outcome,
                   const ThawReminder           *rule,
                   const ThawReminderConditions *conditions,
                   ThawCivil                     now)
{
  ThawReminderState *state = &outcome->state;
  ThawCivil before = MAX (state->last, now - THAW_REMINDER_MAX_DAYS * THAW_CIVIL_MINUTES_PER_DAY);
  ThawCivil moment = thaw_reminder_find_latest (rule, conditions->quiet, before, now);

  if (moment != THAW_CIVIL_NONE)
    state->last = moment;

  for (; moment != THAW_CIVIL_NONE; moment = thaw_reminder_find_latest (rule, conditions->quiet, before, moment - 1))
    {
      if (is_passed_over (rule, state, conditions, moment))
        continue;

      if (!is_in_time (to_due_ms (moment, conditions), conditions))
        {
          state->missed = moment;
          return;
        }

      if (!outcome->comes)
        come (outcome, now);
    }
}

/* What would come again while it is quiet does so when that ends. */
static gint64
get_snooze_ms (const ThawReminder           *rule,
               const ThawReminderState      *state,
               const ThawReminderConditions *conditions)
{
  ThawCivil until = thaw_civil_from_utc_ms (state->snoozed_until_ms, conditions->zone);

  if (!is_quiet (rule, conditions, until) || conditions->quiet.end <= thaw_civil_get_minute (until))
    return state->snoozed_until_ms;

  return MAX (state->snoozed_until_ms, to_due_ms (get_midnight (until) + conditions->quiet.end, conditions));
}

static void
deal_with_snooze (ThawReminderOutcome          *outcome,
                  const ThawReminder           *rule,
                  const ThawReminderConditions *conditions,
                  ThawCivil                     now)
{
  ThawReminderState *state = &outcome->state;

  if (state->snoozed_until_ms == 0 || conditions->now_ms < state->snoozed_until_ms)
    return;

  if (state->snoozed_until_ms >= conditions->paused_until_ms)
    {
      if (is_in_time (get_snooze_ms (rule, state, conditions), conditions))
        come (outcome, now);
      else
        state->missed = state->last;
    }
  state->snoozed_until_ms = 0;
}

static gint64
get_quiet_end_ms (const ThawReminderConditions *conditions,
                  ThawCivil                     now)
{
  int wait = conditions->quiet.end - thaw_civil_get_minute (now);

  if (wait <= 0)
    wait += THAW_CIVIL_MINUTES_PER_DAY;

  return to_ms_from_now (now + wait, conditions);
}

static gint64
find_next_ms (const ThawReminder           *rule,
              const ThawReminderState      *state,
              const ThawReminderConditions *conditions,
              ThawCivil                     now)
{
  gint64 next_ms = G_MAXINT64;

  if (is_quiet (rule, conditions, now))
    {
      next_ms = get_quiet_end_ms (conditions, now);
    }
  else
    {
      ThawCivil next = thaw_reminder_find_next (rule, conditions->quiet, state->last, MAX (state->last, now));

      if (next != THAW_CIVIL_NONE)
        next_ms = to_ms_from_now (next, conditions);
      if (state->snoozed_until_ms > conditions->now_ms)
        next_ms = MIN (next_ms, state->snoozed_until_ms);
    }

  /* The day ends for what has no answer, and for what was put off for some minutes. */
  if ((state->shown != THAW_CIVIL_NONE || state->snoozed_until_ms != 0) && thaw_civil_get_day (now) < THAW_DAY_LAST)
    next_ms = MIN (next_ms, to_ms_from_now (get_next_midnight (now), conditions));

  return next_ms != G_MAXINT64 ? next_ms : 0;
}

/**
 * thaw_reminder_state_begin:
 * @state: a state, or zeros
 * @rule: what it is about
 * @conditions: what time it is
 *
 * Makes it a state of this rule as it is now, if it is not that already. Nothing that lies
 * before the rule was written comes, nor anything that was dealt with before it was another.
 * Of a rule that was written long ago and is new here, as by an import, nothing comes late.
 */
void
thaw_reminder_state_begin (ThawReminderState            *state,
                           const ThawReminder           *rule,
                           const ThawReminderConditions *conditions)
{
  ThawCivil now, written, earliest, dealt_with;

  g_return_if_fail (state != NULL && rule != NULL && conditions != NULL);

  if (state->rule_ms == rule->modified_ms && state->last != THAW_CIVIL_NONE)
    return;

  now = get_now (conditions);
  written = thaw_civil_from_utc_ms (rule->modified_ms, conditions->zone);
  earliest = thaw_civil_from_utc_ms (conditions->now_ms - (gint64) conditions->catch_up_minutes * MS_PER_MINUTE,
                                     conditions->zone);
  if (state->last != THAW_CIVIL_NONE)
    dealt_with = MAX (state->last, earliest);
  else
    dealt_with = written >= earliest ? written : now;

  *state = (ThawReminderState) {
    .rule_ms = rule->modified_ms,
    .last = MIN (MAX (written, dealt_with), now),
    .put_off_day = state->put_off_day,
    .is_offer_over = state->is_offer_over,
    .done_ms = state->done_ms,
  };
}

/**
 * thaw_reminder_evaluate:
 * @rule: a reminder with valid times
 * @state: what became of it so far, begun with thaw_reminder_state_begin()
 * @conditions: what time it is
 *
 * What is to be done about a reminder now. A function of what it is given: no clock is
 * asked, and nothing is remembered. Moments are told apart by what the clock on the wall
 * shows, so none comes twice when that is put back or carried to another zone.
 *
 * Returns: what is to be done
 */
ThawReminderOutcome
thaw_reminder_evaluate (const ThawReminder           *rule,
                        const ThawReminderState      *state,
                        const ThawReminderConditions *conditions)
{
  ThawReminderOutcome outcome = { 0 };
  ThawCivil now;

  g_return_val_if_fail (rule != NULL && state != NULL && conditions != NULL, outcome);

  outcome.state = *state;
  if (!rule->is_on)
    {
      outcome.is_withdrawn = state->shown != THAW_CIVIL_NONE;
      outcome.state.shown = THAW_CIVIL_NONE;
      outcome.state.snoozed_until_ms = 0;
      return outcome;
    }

  now = get_now (conditions);
  distrust_the_future (&outcome, conditions, now);
  end_days_before (&outcome, conditions, thaw_civil_get_day (now));
  if (!is_quiet (rule, conditions, now))
    {
      deal_with_moments (&outcome, rule, conditions, now);
      deal_with_snooze (&outcome, rule, conditions, now);
    }
  outcome.next_ms = find_next_ms (rule, &outcome.state, conditions, now);

  return outcome;
}

/**
 * thaw_reminder_list_next:
 * @rule: a reminder with valid times
 * @state: (nullable): what became of it so far, or %NULL for nothing
 * @conditions: what time it is
 * @n_wanted: how many moments to look for
 * @out_moments: (out caller-allocates) (array length=n_wanted): when it comes next, in order
 *
 * When it will come if nothing is done before, without what is paused or put off. One that
 * is switched off is looked at as if it were on.
 *
 * Returns: how many were found; fewer than @n_wanted if there are no more
 */
guint
thaw_reminder_list_next (const ThawReminder           *rule,
                         const ThawReminderState      *state,
                         const ThawReminderConditions *conditions,
                         guint                         n_wanted,
                         ThawCivil                    *out_moments)
{
  ThawCivil dealt_with, after;
  guint n = 0;

  g_return_val_if_fail (rule != NULL && conditions != NULL, 0);

  dealt_with = after = get_now (conditions);
  if (state != NULL && state->last <= after + MAX_AHEAD_MINUTES)
    {
      dealt_with = state->last;
      after = MAX (after, state->last);
    }
  if (conditions->paused_until_ms > conditions->now_ms)
    after = MAX (after, thaw_civil_from_utc_ms (conditions->paused_until_ms, conditions->zone) - 1);

  while (n < n_wanted)
    {
      after = thaw_reminder_find_next (rule, conditions->quiet, dealt_with, after);
      if (after == THAW_CIVIL_NONE)
        break;
      if (to_ms (after, conditions) >= conditions->paused_until_ms &&
          (state == NULL || thaw_civil_get_day (after) != state->put_off_day))
        out_moments[n++] = after;
    }

  return n;
}

/**
 * thaw_reminder_state_answer:
 *
 * It was answered: it asks for nothing more.
 */
void
thaw_reminder_state_answer (ThawReminderState *state)
{
  g_return_if_fail (state != NULL);

  state->shown = THAW_CIVIL_NONE;
  state->missed = THAW_CIVIL_NONE;
  state->snoozed_until_ms = 0;
  state->n_unanswered_days = 0;
}

/**
 * thaw_reminder_state_snooze:
 * @conditions: what time it is
 * @minutes: in how many minutes it shall come again
 *
 * It shall come again, today: what would be tomorrow comes in the last minute of today, and
 * not at all in that minute.
 */
void
thaw_reminder_state_snooze (ThawReminderState            *state,
                            const ThawReminderConditions *conditions,
                            int                           minutes)
{
  ThawCivil midnight;
  gint64 last_ms;

  g_return_if_fail (state != NULL && conditions != NULL);
  g_return_if_fail (minutes > 0);

  /* Whatever the clock leaves out, or shows twice, before that. */
  midnight = get_next_midnight (get_now (conditions));
  last_ms = thaw_civil_to_last_utc_ms (midnight, conditions->zone) - MS_PER_MINUTE;
  thaw_reminder_state_answer (state);
  if (conditions->now_ms < last_ms)
    state->snoozed_until_ms = MIN (conditions->now_ms + (gint64) minutes * MS_PER_MINUTE, last_ms);
}

/**
 * thaw_reminder_state_put_off:
 * @day: today
 *
 * It shall not come again on @day.
 */
void
thaw_reminder_state_put_off (ThawReminderState *state,
                             ThawDay            day)
{
  g_return_if_fail (state != NULL);

  thaw_reminder_state_answer (state);
  state->put_off_day = day;
}

/**
 * thaw_reminder_state_wants_offer:
 *
 * Returns: whether it is time to ask, once, if another time would suit better
 */
gboolean
thaw_reminder_state_wants_offer (const ThawReminderState *state)
{
  g_return_val_if_fail (state != NULL, FALSE);

  return state->n_unanswered_days >= THAW_REMINDER_UNANSWERED_DAYS && !state->is_offer_over;
}
