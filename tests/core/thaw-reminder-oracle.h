/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder-state.h"

G_BEGIN_DECLS

/**
 * ThawReminderOracle:
 *
 * What a reminder is to do, told minute by minute by somebody who only looks at the clock on
 * the wall and knows none of the ways of thaw_reminder_evaluate(): no day is listed, nothing
 * is found by a search for the next, and nothing waits for a timer. Slow, and simple enough
 * to be believed.
 */
typedef struct _ThawReminderOracle ThawReminderOracle;

/**
 * ThawReminderVerdict:
 * @comes: whether it comes in this minute
 * @settled: the latest moment that is done with
 * @is_shown: whether it is to be seen in this minute
 * @missed: (nullable): what could not come in time
 * @snoozed_until_ms: when it comes again, or 0
 * @n_unanswered_days: on how many days on end there was no answer
 */
typedef struct
{
  gboolean  comes;
  ThawCivil settled;
  gboolean  is_shown;
  ThawCivil missed;
  gint64    snoozed_until_ms;
  int       n_unanswered_days;
} ThawReminderVerdict;

ThawReminderOracle *thaw_reminder_oracle_new     (void);
void                thaw_reminder_oracle_free    (ThawReminderOracle           *self);

/* What somebody does, in a minute in which the program runs. */
void                thaw_reminder_oracle_begin   (ThawReminderOracle           *self,
                                                  const ThawReminder           *rule,
                                                  const ThawReminderConditions *conditions);
void                thaw_reminder_oracle_look_again (ThawReminderOracle        *self);
void                thaw_reminder_oracle_answer  (ThawReminderOracle           *self);
void                thaw_reminder_oracle_do      (ThawReminderOracle           *self,
                                                  gint64                        done_ms);
void                thaw_reminder_oracle_snooze  (ThawReminderOracle           *self,
                                                  const ThawReminderConditions *conditions,
                                                  int                           minutes);
void                thaw_reminder_oracle_put_off (ThawReminderOracle           *self,
                                                  const ThawReminderConditions *conditions);

/* What is right in a minute in which the program runs; and it being killed before it could store that. */
ThawReminderVerdict thaw_reminder_oracle_tick    (ThawReminderOracle           *self,
                                                  const ThawReminder           *rule,
                                                  const ThawReminderConditions *conditions);
void                thaw_reminder_oracle_store   (ThawReminderOracle           *self);
void                thaw_reminder_oracle_crash   (ThawReminderOracle           *self);

G_END_DECLS
