/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder-state.h"

G_BEGIN_DECLS

/**
 * ThawSimFlaws:
 * @THAW_SIM_FORGETS_TO_STORE: a state is not written
 * @THAW_SIM_STORES_FIRST: it is written before the notification is sent
 * @THAW_SIM_SLEEPS_ON: nobody looks at the clock after the computer slept
 * @THAW_SIM_STAYS_AT_HOME: nobody looks when the zone changes
 * @THAW_SIM_TRUSTS_TIMERS: nobody looks when the clock is set
 *
 * What an engine around thaw_reminder_evaluate() may do wrong.
 */
typedef enum
{
  THAW_SIM_FORGETS_TO_STORE = 1 << 0,
  THAW_SIM_STORES_FIRST = 1 << 1,
  THAW_SIM_SLEEPS_ON = 1 << 2,
  THAW_SIM_STAYS_AT_HOME = 1 << 3,
  THAW_SIM_TRUSTS_TIMERS = 1 << 4,
} ThawSimFlaws;

typedef ThawReminderOutcome (*ThawSimEvaluate) (const ThawReminder           *rule,
                                                const ThawReminderState      *state,
                                                const ThawReminderConditions *conditions);

/**
 * ThawSimEngine:
 *
 * What is put to the test: a way to evaluate, and what is around it.
 */
typedef struct
{
  const char      *name;
  ThawSimEvaluate  evaluate;
  guint            flaws;
} ThawSimEngine;

/**
 * ThawSimCounts:
 *
 * What happened in the simulated worlds.
 */
typedef struct
{
  guint64 n_rule_days;
  guint64 n_evaluations;
  guint64 n_sent;
  guint64 n_sent_again;
  guint64 n_missed;
  guint64 n_snoozes;
  guint64 n_put_off;
  guint64 n_answers;
  guint64 n_edits;
  guint64 n_pauses;
  guint64 n_suspends;
  guint64 n_restarts;
  guint64 n_crashes;
  guint64 n_steps;
  guint64 n_zones;
} ThawSimCounts;

char *thaw_sim_run (const ThawSimEngine *engine,
                    guint32              seed,
                    ThawSimCounts       *counts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
