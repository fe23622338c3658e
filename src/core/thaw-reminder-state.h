/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder.h"

G_BEGIN_DECLS

/* After so many days without an answer it is asked whether another time would suit better. */
#define THAW_REMINDER_UNANSWERED_DAYS 3

/**
 * ThawReminderState:
 * @rule_ms: @modified_ms of the #ThawReminder that this is about; of another one nothing else here is true
 * @last: (nullable): the latest moment that was dealt with: it came, or was passed over
 * @shown: (nullable): when it came, late or not, if there was no answer yet
 * @missed: (nullable): the latest moment at which it could not come in time, until the
 *   person has seen that
 * @snoozed_until_ms: when it comes again, in milliseconds of Unix time, or 0
 * @put_off_day: (nullable): the day of which it was said “not today”
 * @n_unanswered_days: on how many days on end there was no answer
 * @is_offer_over: whether it was asked already if another time would suit better
 * @done_ms: when what it opens was done last, in milliseconds of Unix time, or 0; this is not
 *   stored
 *
 * What came of a reminder on this computer. Plain values: copied by assignment.
 */
typedef struct
{
  gint64    rule_ms;
  ThawCivil last;
  ThawCivil shown;
  ThawCivil missed;
  gint64    snoozed_until_ms;
  ThawDay   put_off_day;
  int       n_unanswered_days;
  gboolean  is_offer_over;
  gint64    done_ms;
} ThawReminderState;

/**
 * ThawReminderConditions:
 * @zone: where the person's clock hangs
 * @now_ms: what time it is, in milliseconds of Unix time
 * @quiet: when nothing shall come
 * @paused_until_ms: until when all reminders rest, or 0
 * @catch_up_minutes: how much too late a reminder may come
 *
 * What else decides whether a reminder comes.
 */
typedef struct
{
  GTimeZone      *zone;
  gint64          now_ms;
  ThawQuietHours  quiet;
  gint64          paused_until_ms;
  int             catch_up_minutes;
} ThawReminderConditions;

/**
 * ThawReminderOutcome:
 * @state: the state from now on
 * @comes: whether it comes now
 * @is_withdrawn: whether one that came before is over
 * @next_ms: when to ask again, in milliseconds of Unix time and later than now, or 0 for never
 *
 * What is to be done about a reminder.
 */
typedef struct
{
  ThawReminderState state;
  gboolean          comes;
  gboolean          is_withdrawn;
  gint64            next_ms;
} ThawReminderOutcome;

void                thaw_reminder_state_begin    (ThawReminderState            *state,
                                                  const ThawReminder           *rule,
                                                  const ThawReminderConditions *conditions);
ThawReminderOutcome thaw_reminder_evaluate       (const ThawReminder           *rule,
                                                  const ThawReminderState      *state,
                                                  const ThawReminderConditions *conditions);
guint               thaw_reminder_list_next      (const ThawReminder           *rule,
                                                  const ThawReminderState      *state,
                                                  const ThawReminderConditions *conditions,
                                                  guint                         n_wanted,
                                                  ThawCivil                    *out_moments);

void                thaw_reminder_state_answer   (ThawReminderState            *state);
void                thaw_reminder_state_snooze   (ThawReminderState            *state,
                                                  const ThawReminderConditions *conditions,
                                                  int                           minutes);
void                thaw_reminder_state_put_off  (ThawReminderState            *state,
                                                  ThawDay                       day);
gboolean            thaw_reminder_state_wants_offer (const ThawReminderState   *state);

G_END_DECLS
