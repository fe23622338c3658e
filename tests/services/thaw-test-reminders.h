/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminders/thaw-reminder-engine.h"
#include "thaw-test-notifier.h"
#include "thaw-test.h"

G_BEGIN_DECLS

/**
 * ThawTestReminders:
 * @directory: where the journal is
 * @clock: stands still, at 8 o'clock on Monday, 2026-11-23, in Berlin
 * @zone: Berlin
 * @notifier: who should show notifications; a restart does not change it
 * @n_changed: how often the engine said that something has changed
 *
 * An engine with a real journal, which can be closed, killed and opened again.
 */
typedef struct
{
  char               *directory;
  ThawClock          *clock;
  GTimeZone          *zone;
  ThawSettings       *settings;
  ThawTestNotifier   *notifier;
  ThawDatabase       *database;
  ThawJournal        *journal;
  ThawSessionStore   *sessions;
  ThawPeopleStore    *people;
  ThawReminderStore  *store;
  ThawReminderEngine *engine;
  guint               n_changed;
} ThawTestReminders;

void thaw_test_reminders_set_up    (ThawTestReminders *self,
                                    gconstpointer      data);
void thaw_test_reminders_tear_down (ThawTestReminders *self,
                                    gconstpointer      data);

void thaw_test_reminders_open      (ThawTestReminders *self);
void thaw_test_reminders_load      (ThawTestReminders *self);
void thaw_test_reminders_close     (ThawTestReminders *self);
void thaw_test_reminders_kill      (ThawTestReminders *self);
void thaw_test_reminders_flush     (ThawTestReminders *self);

void thaw_test_reminders_set_utc_ms (ThawTestReminders *self,
                                     gint64             utc_ms);
void thaw_test_reminders_set_now    (ThawTestReminders *self,
                                     const char        *iso);
void thaw_test_reminders_set_zone   (ThawTestReminders *self,
                                     const char        *name);

const char        *thaw_test_reminders_add         (ThawTestReminders *self,
                                                    const char        *digit,
                                                    const char        *opens,
                                                    int                minute);
void               thaw_test_reminders_save        (ThawTestReminders  *self,
                                                    const ThawReminder *rule);
ThawReminderState  thaw_test_reminders_read_state  (ThawTestReminders *self,
                                                    const char        *uuid);
void               thaw_test_reminders_assert_log  (ThawTestReminders *self,
                                                    const char        *expected);

G_END_DECLS
