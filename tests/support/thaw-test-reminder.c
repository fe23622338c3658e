/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-test-reminder.h"

/* Of “2026-12-02T09:00” as a clock in the zone shows it for the first time, or with “Z” at its end, in UTC. */
gint64
thaw_test_reminder_to_ms (ThawTestReminder *fixture,
                          const char       *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *day = g_strndup (iso, 10);
  gboolean is_utc = iso[16] == 'Z';

  return thaw_civil_to_utc_ms (thaw_civil_new (thaw_day_from_iso (day),
                                               (int) g_ascii_strtoll (iso + 11, NULL, 10) * 60 +
                                               (int) g_ascii_strtoll (iso + 14, NULL, 10)),
                               is_utc ? utc : fixture->conditions.zone);
}

ThawCivil
thaw_test_reminder_to_civil (ThawTestReminder *fixture,
                             const char       *iso)
{
  return thaw_civil_from_utc_ms (thaw_test_reminder_to_ms (fixture, iso), fixture->conditions.zone);
}

ThawDay
thaw_test_reminder_to_day (const char *iso)
{
  g_autofree char *day = g_strndup (iso, 10);

  return thaw_day_from_iso (day);
}

void
thaw_test_reminder_set_zone (ThawTestReminder *fixture,
                             const char       *name)
{
  g_clear_pointer (&fixture->conditions.zone, g_time_zone_unref);
  fixture->conditions.zone = g_time_zone_new_identifier (name);
  g_assert_nonnull (fixture->conditions.zone);
}

/* The rule as it is now was written at that time, and its state begins. */
void
thaw_test_reminder_begin (ThawTestReminder *fixture,
                          const char       *iso)
{
  fixture->state = (ThawReminderState) { 0 };
  fixture->rule->modified_ms = fixture->conditions.now_ms = thaw_test_reminder_to_ms (fixture, iso);
  thaw_reminder_state_begin (&fixture->state, fixture->rule, &fixture->conditions);
}

void
thaw_test_reminder_set_times (ThawTestReminder *fixture,
                              guint             n,
                              ...)
{
  va_list args;

  va_start (args, n);
  fixture->rule->n_times = n;
  for (guint i = 0; i < n; i++)
    fixture->rule->times[i] = va_arg (args, int);
  va_end (args);
}

void
thaw_test_reminder_evaluate_ms (ThawTestReminder *fixture,
                                gint64            now_ms)
{
  fixture->conditions.now_ms = now_ms;
  fixture->outcome = thaw_reminder_evaluate (fixture->rule, &fixture->state, &fixture->conditions);
  fixture->state = fixture->outcome.state;
  g_assert_true (fixture->outcome.next_ms == 0 || fixture->outcome.next_ms > now_ms);
}

void
thaw_test_reminder_evaluate (ThawTestReminder *fixture,
                             const char       *iso)
{
  thaw_test_reminder_evaluate_ms (fixture, thaw_test_reminder_to_ms (fixture, iso));
}

void
thaw_test_reminder_comes (ThawTestReminder *fixture,
                          const char       *iso)
{
  g_test_message ("comes at %s", iso);
  thaw_test_reminder_evaluate (fixture, iso);
  g_assert_true (fixture->outcome.comes);
  g_assert_false (fixture->outcome.is_withdrawn);
  g_assert_cmpint (fixture->state.shown, !=, THAW_CIVIL_NONE);
  thaw_test_reminder_evaluate (fixture, iso);
  g_assert_false (fixture->outcome.comes);
  g_assert_false (fixture->outcome.is_withdrawn);
}

void
thaw_test_reminder_nothing (ThawTestReminder *fixture,
                            const char       *iso)
{
  g_test_message ("nothing at %s", iso);
  thaw_test_reminder_evaluate (fixture, iso);
  g_assert_false (fixture->outcome.comes);
  g_assert_false (fixture->outcome.is_withdrawn);
}

void
thaw_test_reminder_withdrawn (ThawTestReminder *fixture,
                              const char       *iso)
{
  g_test_message ("withdrawn at %s", iso);
  thaw_test_reminder_evaluate (fixture, iso);
  g_assert_false (fixture->outcome.comes);
  g_assert_true (fixture->outcome.is_withdrawn);
  g_assert_cmpint (fixture->state.shown, ==, THAW_CIVIL_NONE);
}

/* Of the last evaluation; %NULL for never. */
void
thaw_test_reminder_next (ThawTestReminder *fixture,
                         const char       *iso)
{
  g_assert_cmpint (fixture->outcome.next_ms, ==, iso != NULL ? thaw_test_reminder_to_ms (fixture, iso) : 0);
}

void
thaw_test_reminder_missed (ThawTestReminder *fixture,
                           const char       *iso)
{
  g_assert_cmpint (fixture->state.missed, ==,
                   iso != NULL ? thaw_test_reminder_to_civil (fixture, iso) : THAW_CIVIL_NONE);
}

void
thaw_test_reminder_set_up (ThawTestReminder *fixture,
                           gconstpointer     data)
{
  fixture->rule = thaw_reminder_new ("Breathe", "check-in:now");
  fixture->rule->uuid = g_strdup ("018f3c5e-7b1a-7000-8000-0123456789ab");
  fixture->conditions.catch_up_minutes = 120;
  thaw_test_reminder_set_zone (fixture, "Europe/Berlin");
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
}

void
thaw_test_reminder_tear_down (ThawTestReminder *fixture,
                              gconstpointer     data)
{
  thaw_reminder_free (fixture->rule);
  g_time_zone_unref (fixture->conditions.zone);
}

void
thaw_test_reminder_snooze (ThawTestReminder *fixture,
                           const char       *iso,
                           int               minutes)
{
  fixture->conditions.now_ms = thaw_test_reminder_to_ms (fixture, iso);
  thaw_reminder_state_snooze (&fixture->state, &fixture->conditions, minutes);
}
