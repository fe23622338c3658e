/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder-state.h"

G_BEGIN_DECLS

/**
 * ThawTestReminder:
 *
 * A fixture: a rule (every day at nine) with what became of it, a place (Berlin), and what
 * time it is there. Times are “2026-12-02T09:00”, as a clock of the zone shows it for the
 * first time, or with “Z” at the end in UTC.
 */
typedef struct
{
  ThawReminder           *rule;
  ThawReminderState       state;
  ThawReminderConditions  conditions;
  ThawReminderOutcome     outcome;
} ThawTestReminder;

void      thaw_test_reminder_set_up      (ThawTestReminder *fixture,
                                          gconstpointer     data);
void      thaw_test_reminder_tear_down   (ThawTestReminder *fixture,
                                          gconstpointer     data);

gint64    thaw_test_reminder_to_ms       (ThawTestReminder *fixture,
                                          const char       *iso);
ThawCivil thaw_test_reminder_to_civil    (ThawTestReminder *fixture,
                                          const char       *iso);
ThawDay   thaw_test_reminder_to_day      (const char       *iso);

void      thaw_test_reminder_set_zone    (ThawTestReminder *fixture,
                                          const char       *name);
void      thaw_test_reminder_set_times   (ThawTestReminder *fixture,
                                          guint             n,
                                          ...);
void      thaw_test_reminder_begin       (ThawTestReminder *fixture,
                                          const char       *iso);

void      thaw_test_reminder_evaluate    (ThawTestReminder *fixture,
                                          const char       *iso);
void      thaw_test_reminder_evaluate_ms (ThawTestReminder *fixture,
                                          gint64            now_ms);
void      thaw_test_reminder_snooze      (ThawTestReminder *fixture,
                                          const char       *iso,
                                          int               minutes);

/* Evaluate, and assert what is to be done then. */
void      thaw_test_reminder_comes       (ThawTestReminder *fixture,
                                          const char       *iso);
void      thaw_test_reminder_nothing     (ThawTestReminder *fixture,
                                          const char       *iso);
void      thaw_test_reminder_withdrawn   (ThawTestReminder *fixture,
                                          const char       *iso);

/* Assert what came of the last evaluation; NULL for nothing. */
void      thaw_test_reminder_next        (ThawTestReminder *fixture,
                                          const char       *iso);
void      thaw_test_reminder_missed      (ThawTestReminder *fixture,
                                          const char       *iso);

G_END_DECLS
