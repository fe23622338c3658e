/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-test-reminder.h"

#define MS_PER_MINUTE 60000

#define NIGHT ((ThawQuietHours) { 22 * 60, 7 * 60 })

static void
test_once (ThawTestReminder *fixture,
           gconstpointer     data)
{
  thaw_test_reminder_nothing (fixture, "2026-12-01T12:00");
  thaw_test_reminder_next (fixture, "2026-12-02T09:00");
  thaw_test_reminder_evaluate_ms (fixture, thaw_test_reminder_to_ms (fixture, "2026-12-02T09:00") - 1);
  g_assert_false (fixture->outcome.comes);
  thaw_test_reminder_next (fixture, "2026-12-02T09:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  g_assert_cmpint (fixture->state.last, ==, thaw_test_reminder_to_civil (fixture, "2026-12-02T09:00"));
  thaw_test_reminder_next (fixture, "2026-12-03T00:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T23:59");
  thaw_test_reminder_withdrawn (fixture, "2026-12-03T00:00");
  thaw_test_reminder_next (fixture, "2026-12-03T09:00");
}

static void
test_off (ThawTestReminder *fixture,
          gconstpointer     data)
{
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  fixture->rule->is_on = FALSE;
  thaw_test_reminder_withdrawn (fixture, "2026-12-02T09:05");
  thaw_test_reminder_next (fixture, NULL);
  g_assert_cmpint (fixture->state.n_unanswered_days, ==, 0);
  thaw_test_reminder_nothing (fixture, "2026-12-03T09:00");
}

static void
test_catch_up (ThawTestReminder *fixture,
               gconstpointer     data)
{
  /* In time to the end of the last minute. */
  thaw_test_reminder_comes (fixture, "2026-12-02T11:00");
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T11:01");
  thaw_test_reminder_missed (fixture, "2026-12-02T09:00");

  /* No timer is exact: what must not be late may be so by less than a minute. */
  fixture->conditions.catch_up_minutes = 0;
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_evaluate_ms (fixture, thaw_test_reminder_to_ms (fixture, "2026-12-02T09:00") + 250);
  g_assert_true (fixture->outcome.comes);
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_evaluate_ms (fixture, thaw_test_reminder_to_ms (fixture, "2026-12-02T09:00") + MS_PER_MINUTE);
  g_assert_false (fixture->outcome.comes);
  thaw_test_reminder_missed (fixture, "2026-12-02T09:00");
}

static void
test_only_the_latest (ThawTestReminder *fixture,
                      gconstpointer     data)
{
  thaw_test_reminder_set_times (fixture, 3, 9 * 60, 9 * 60 + 30, 10 * 60);
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T10:10");
  thaw_test_reminder_missed (fixture, NULL);
  g_assert_cmpint (fixture->state.last, ==, thaw_test_reminder_to_civil (fixture, "2026-12-02T10:00"));

  fixture->conditions.catch_up_minutes = 15;
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T10:10");
  thaw_test_reminder_missed (fixture, "2026-12-02T09:30");

  /* Away for a week. */
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_nothing (fixture, "2026-12-08T12:00");
  thaw_test_reminder_missed (fixture, "2026-12-08T10:00");
  thaw_test_reminder_next (fixture, "2026-12-09T09:00");
}

/* What comes late, after midnight, belongs to the day on which it came. */
static void
test_late_evening (ThawTestReminder *fixture,
                   gconstpointer     data)
{
  thaw_test_reminder_set_times (fixture, 1, 23 * 60 + 30);
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T00:30");
  thaw_test_reminder_nothing (fixture, "2026-12-02T00:31");
  g_assert_cmpint (fixture->state.n_unanswered_days, ==, 0);
  thaw_test_reminder_comes (fixture, "2026-12-02T23:30");
  thaw_test_reminder_withdrawn (fixture, "2026-12-03T00:00");
  g_assert_cmpint (fixture->state.n_unanswered_days, ==, 1);
}

/* What does not come on its day does not keep from coming what was before it. */
static void
test_passed_over_hides_nothing (ThawTestReminder *fixture,
                                gconstpointer     data)
{
  thaw_test_reminder_set_times (fixture, 2, 5, 23 * 60 + 30);
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  fixture->state.put_off_day = thaw_test_reminder_to_day ("2026-12-02");
  thaw_test_reminder_comes (fixture, "2026-12-02T00:10");
  g_assert_cmpint (fixture->state.last, ==, thaw_test_reminder_to_civil (fixture, "2026-12-02T00:05"));

  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  fixture->state.put_off_day = thaw_test_reminder_to_day ("2026-12-02");
  thaw_test_reminder_nothing (fixture, "2026-12-02T12:00");
  thaw_test_reminder_missed (fixture, "2026-12-01T23:30");
}

static void
test_last_day (ThawTestReminder *fixture,
               gconstpointer     data)
{
  fixture->rule->until = thaw_test_reminder_to_day ("2026-12-02");
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  thaw_test_reminder_withdrawn (fixture, "2026-12-03T00:00");
  thaw_test_reminder_next (fixture, NULL);

  /* What ended months ago was not missed today. */
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_nothing (fixture, "2026-12-03T08:00");
  thaw_test_reminder_missed (fixture, "2026-12-02T09:00");
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_nothing (fixture, "2027-03-01T08:00");
  thaw_test_reminder_missed (fixture, NULL);

  fixture->rule->from = fixture->rule->until = thaw_test_reminder_to_day ("2030-01-01");
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_nothing (fixture, "2026-12-01T12:00");
  thaw_test_reminder_next (fixture, "2030-01-01T09:00");
}

static void
test_quiet_hours (ThawTestReminder *fixture,
                  gconstpointer     data)
{
  fixture->conditions.quiet = NIGHT;
  thaw_test_reminder_set_times (fixture, 3, 6 * 60, 21 * 60, 21 * 60 + 50);
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_comes (fixture, "2026-12-01T21:00");

  /* Late for 21:50, but it is quiet; and what has no answer goes at midnight all the same. */
  thaw_test_reminder_nothing (fixture, "2026-12-01T22:30");
  thaw_test_reminder_next (fixture, "2026-12-02T00:00");
  thaw_test_reminder_withdrawn (fixture, "2026-12-02T00:00");
  thaw_test_reminder_next (fixture, "2026-12-02T07:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T07:00");
  thaw_test_reminder_missed (fixture, "2026-12-01T21:50");

  fixture->rule->ignores_quiet = TRUE;
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_comes (fixture, "2026-12-01T22:30");
  thaw_test_reminder_next (fixture, "2026-12-02T00:00");
  thaw_test_reminder_withdrawn (fixture, "2026-12-02T00:00");
  thaw_test_reminder_next (fixture, "2026-12-02T06:00");
}

/* It came, and then its time became a quiet one: the end of that does not bring it again. */
static void
test_quiet_hours_change (ThawTestReminder *fixture,
                         gconstpointer     data)
{
  ThawCivil moments[2];

  thaw_test_reminder_set_times (fixture, 2, 9 * 60, 9 * 60 + 40);
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  fixture->conditions.quiet = (ThawQuietHours) { 8 * 60, 9 * 60 + 30 };
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:10");
  g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, &fixture->state, &fixture->conditions, 2, moments), ==, 2);
  g_assert_cmpint (moments[0], ==, thaw_test_reminder_to_civil (fixture, "2026-12-02T09:40"));
  g_assert_cmpint (moments[1], ==, thaw_test_reminder_to_civil (fixture, "2026-12-03T09:30"));
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:30");
  thaw_test_reminder_next (fixture, "2026-12-02T09:40");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:40");
  thaw_test_reminder_comes (fixture, "2026-12-03T09:30");

  /* Nor does their end sooner than it was. */
  fixture->conditions.quiet = (ThawQuietHours) { 0, 0 };
  thaw_test_reminder_nothing (fixture, "2026-12-03T09:31");
  thaw_test_reminder_comes (fixture, "2026-12-03T09:40");
}

static void
test_always_quiet (ThawTestReminder *fixture,
                   gconstpointer     data)
{
  ThawCivil moments[3];

  fixture->conditions.quiet = (ThawQuietHours) { 8 * 60, 7 * 60 + 59 };
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:00");
  thaw_test_reminder_next (fixture, "2026-12-03T07:59");
  thaw_test_reminder_nothing (fixture, "2026-12-03T07:59");
  thaw_test_reminder_next (fixture, NULL);
  thaw_test_reminder_missed (fixture, NULL);
  g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, &fixture->state, &fixture->conditions, 3, moments), ==, 0);
}

static void
test_pause (ThawTestReminder *fixture,
            gconstpointer     data)
{
  thaw_test_reminder_set_times (fixture, 3, 9 * 60, 10 * 60, 11 * 60);
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  fixture->conditions.paused_until_ms = thaw_test_reminder_to_ms (fixture, "2026-12-02T10:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:00");
  thaw_test_reminder_missed (fixture, NULL);
  thaw_test_reminder_comes (fixture, "2026-12-02T10:00");

  /* What was before its end does not come after it, and was not missed. */
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:59");
  thaw_test_reminder_missed (fixture, NULL);
  fixture->conditions.paused_until_ms = thaw_test_reminder_to_ms (fixture, "2026-12-02T10:30");
  thaw_test_reminder_nothing (fixture, "2026-12-02T10:59");
  thaw_test_reminder_missed (fixture, NULL);
  thaw_test_reminder_comes (fixture, "2026-12-02T11:00");

  /* Ended before its time: what was passed over meanwhile stays that. */
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  fixture->conditions.paused_until_ms = thaw_test_reminder_to_ms (fixture, "2026-12-05T00:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:00");
  fixture->conditions.paused_until_ms = 0;
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:30");
  thaw_test_reminder_comes (fixture, "2026-12-02T10:00");
}

static void
test_pause_without_end (ThawTestReminder *fixture,
                        gconstpointer     data)
{
  ThawCivil moments[5];

  fixture->conditions.paused_until_ms = G_MAXINT64;
  for (int i = 0; i < 1000; i++)
    g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, &fixture->state, &fixture->conditions, 5, moments), ==,
                      0);

  thaw_test_reminder_nothing (fixture, "2026-12-02T09:00");
  thaw_test_reminder_missed (fixture, NULL);
  fixture->state.snoozed_until_ms = thaw_test_reminder_to_ms (fixture, "2026-12-02T09:30");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:30");
  g_assert_cmpint (fixture->state.snoozed_until_ms, ==, 0);
  thaw_test_reminder_next (fixture, "2026-12-03T09:00");
}

static void
test_snooze (ThawTestReminder *fixture,
             gconstpointer     data)
{
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  thaw_test_reminder_snooze (fixture, "2026-12-02T09:10", 15);
  g_assert_cmpint (fixture->state.shown, ==, THAW_CIVIL_NONE);
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:10");
  thaw_test_reminder_next (fixture, "2026-12-02T09:25");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:25");
  thaw_test_reminder_next (fixture, "2026-12-03T00:00");

  /* Late, and too late. */
  thaw_test_reminder_snooze (fixture, "2026-12-02T09:30", 15);
  thaw_test_reminder_comes (fixture, "2026-12-02T11:45");
  thaw_test_reminder_snooze (fixture, "2026-12-02T12:00", 15);
  thaw_test_reminder_nothing (fixture, "2026-12-02T15:00");
  thaw_test_reminder_missed (fixture, "2026-12-02T09:00");

  /* Kept over the end of the program, ended with the day. */
  thaw_test_reminder_snooze (fixture, "2026-12-02T15:00", 15);
  thaw_test_reminder_nothing (fixture, "2026-12-03T00:00");
  g_assert_cmpint (fixture->state.snoozed_until_ms, ==, 0);
  thaw_test_reminder_next (fixture, "2026-12-03T09:00");
}

static void
test_snooze_and_quiet_hours (ThawTestReminder *fixture,
                             gconstpointer     data)
{
  /* They end on the same day: it comes then, however long they are. */
  fixture->conditions.quiet = (ThawQuietHours) { 12 * 60, 16 * 60 };
  thaw_test_reminder_set_times (fixture, 1, 11 * 60 + 50);
  thaw_test_reminder_begin (fixture, "2026-12-01T12:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T11:50");
  thaw_test_reminder_snooze (fixture, "2026-12-02T11:50", 15);
  thaw_test_reminder_nothing (fixture, "2026-12-02T12:05");
  thaw_test_reminder_next (fixture, "2026-12-02T16:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T16:00");

  fixture->conditions.quiet = NIGHT;
  thaw_test_reminder_snooze (fixture, "2026-12-02T21:50", 15);
  thaw_test_reminder_nothing (fixture, "2026-12-02T22:05");
  /* It ends with the day, and not when it is no longer quiet. */
  thaw_test_reminder_next (fixture, "2026-12-03T00:00");
  thaw_test_reminder_nothing (fixture, "2026-12-03T07:00");
  g_assert_cmpint (fixture->state.snoozed_until_ms, ==, 0);
}

static void
test_snooze_and_pause (ThawTestReminder *fixture,
                       gconstpointer     data)
{
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  thaw_test_reminder_snooze (fixture, "2026-12-02T09:00", 15);
  fixture->conditions.paused_until_ms = thaw_test_reminder_to_ms (fixture, "2026-12-02T09:10");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:05");
  thaw_test_reminder_next (fixture, "2026-12-02T09:15");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:15");

  thaw_test_reminder_snooze (fixture, "2026-12-02T09:20", 15);
  fixture->conditions.paused_until_ms = thaw_test_reminder_to_ms (fixture, "2026-12-02T10:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T10:00");
  thaw_test_reminder_missed (fixture, NULL);
  g_assert_cmpint (fixture->state.snoozed_until_ms, ==, 0);
}

static void
test_put_off (ThawTestReminder *fixture,
              gconstpointer     data)
{
  ThawCivil next;

  thaw_test_reminder_set_times (fixture, 2, 9 * 60, 15 * 60);
  thaw_test_reminder_begin (fixture, "2026-12-01T16:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  thaw_reminder_state_put_off (&fixture->state, thaw_test_reminder_to_day ("2026-12-02"));
  g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, &fixture->state, &fixture->conditions, 1, &next), ==, 1);
  g_assert_cmpint (next, ==, thaw_test_reminder_to_civil (fixture, "2026-12-03T09:00"));
  thaw_test_reminder_nothing (fixture, "2026-12-02T15:00");
  thaw_test_reminder_missed (fixture, NULL);
  g_assert_cmpint (fixture->state.n_unanswered_days, ==, 0);
  thaw_test_reminder_comes (fixture, "2026-12-03T09:00");
}

static void
test_done (ThawTestReminder *fixture,
           gconstpointer     data)
{
  thaw_test_reminder_set_times (fixture, 2, 9 * 60, 15 * 60);
  thaw_test_reminder_begin (fixture, "2026-12-01T16:00");

  fixture->state.done_ms = thaw_test_reminder_to_ms (fixture, "2026-12-01T23:59");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");

  thaw_test_reminder_begin (fixture, "2026-12-01T16:00");
  fixture->state.done_ms = thaw_test_reminder_to_ms (fixture, "2026-12-02T00:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T15:00");

  thaw_test_reminder_begin (fixture, "2026-12-01T16:00");
  fixture->state.done_ms = thaw_test_reminder_to_ms (fixture, "2026-12-02T09:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T15:00");
  thaw_test_reminder_missed (fixture, NULL);

  fixture->rule->skips_if_done = FALSE;
  thaw_test_reminder_begin (fixture, "2026-12-01T16:00");
  fixture->state.done_ms = thaw_test_reminder_to_ms (fixture, "2026-12-02T08:59");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
}

static void
test_unanswered (ThawTestReminder *fixture,
                 gconstpointer     data)
{
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  thaw_test_reminder_comes (fixture, "2026-12-03T09:00");
  thaw_test_reminder_comes (fixture, "2026-12-04T09:00");
  g_assert_cmpint (fixture->state.n_unanswered_days, ==, 2);
  g_assert_false (thaw_reminder_state_wants_offer (&fixture->state));
  thaw_test_reminder_withdrawn (fixture, "2026-12-05T00:00");
  g_assert_true (thaw_reminder_state_wants_offer (&fixture->state));
  fixture->state.is_offer_over = TRUE;
  g_assert_false (thaw_reminder_state_wants_offer (&fixture->state));
  fixture->state.is_offer_over = FALSE;
  thaw_reminder_state_answer (&fixture->state);
  g_assert_false (thaw_reminder_state_wants_offer (&fixture->state));
}

/* A clock that is ahead by years for a while, and everything it left behind. */
static void
test_wrong_clock (ThawTestReminder *fixture,
                  gconstpointer     data)
{
  thaw_test_reminder_evaluate (fixture, "2036-12-02T09:00");
  g_assert_true (fixture->outcome.comes);
  thaw_test_reminder_snooze (fixture, "2036-12-02T09:00", 15);
  fixture->state.shown = fixture->state.missed = fixture->state.last;
  fixture->state.put_off_day = thaw_test_reminder_to_day ("2036-12-02");
  fixture->state.done_ms = thaw_test_reminder_to_ms (fixture, "2036-12-02T09:01");

  /* It is right again. */
  thaw_test_reminder_withdrawn (fixture, "2026-12-02T08:00");
  thaw_test_reminder_missed (fixture, NULL);
  g_assert_cmpint (fixture->state.snoozed_until_ms, ==, 0);
  g_assert_cmpint (fixture->state.put_off_day, ==, THAW_DAY_NONE);
  thaw_test_reminder_next (fixture, "2026-12-02T09:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
}

static void
test_wrong_clock_that_was_behind (ThawTestReminder *fixture,
                                  gconstpointer     data)
{
  thaw_test_reminder_begin (fixture, "1970-01-01T12:00");
  thaw_test_reminder_comes (fixture, "1970-01-02T09:00");
  /* At most one is missed, and at most one comes late. */
  thaw_test_reminder_withdrawn (fixture, "2026-12-02T08:00");
  thaw_test_reminder_missed (fixture, "2026-12-01T09:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
}

static void
test_clock_steps (ThawTestReminder *fixture,
                  gconstpointer     data)
{
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T08:00");
  thaw_test_reminder_next (fixture, "2026-12-03T00:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:00");
  thaw_test_reminder_nothing (fixture, "2026-12-01T22:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:00");
  thaw_test_reminder_comes (fixture, "2026-12-03T09:00");
}

static void
test_garbage (ThawTestReminder *fixture,
              gconstpointer     data)
{
  static const gint64 values[] = { G_MININT64, G_MAXINT64, -1, 1, 1439, 1440, G_MAXINT32 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      fixture->state = (ThawReminderState) {
        .rule_ms = fixture->rule->modified_ms,
        .last = values[i],
        .shown = values[i],
        .missed = values[i],
        .snoozed_until_ms = values[i],
        .put_off_day = (ThawDay) CLAMP (values[i], G_MININT32, G_MAXINT32),
        .done_ms = values[i],
      };
      thaw_test_reminder_evaluate (fixture, "2026-12-02T08:00");
      thaw_test_reminder_next (fixture, "2026-12-02T09:00");
      thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
    }
}

static void
test_begin (ThawTestReminder *fixture,
            gconstpointer     data)
{
  /* It is a state of the rule already. */
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  thaw_reminder_state_begin (&fixture->state, fixture->rule, &fixture->conditions);
  g_assert_cmpint (fixture->state.shown, !=, THAW_CIVIL_NONE);

  /* Edited: what lies before that does not come, nor does what it was before stay. */
  fixture->state.is_offer_over = TRUE;
  fixture->state.n_unanswered_days = 2;
  fixture->state.done_ms = 5;
  fixture->state.put_off_day = thaw_test_reminder_to_day ("2026-12-01");
  thaw_test_reminder_set_times (fixture, 2, 9 * 60 + 30, 10 * 60);
  fixture->rule->modified_ms = fixture->conditions.now_ms = thaw_test_reminder_to_ms (fixture, "2026-12-02T09:45");
  thaw_reminder_state_begin (&fixture->state, fixture->rule, &fixture->conditions);
  g_assert_cmpint (fixture->state.shown, ==, THAW_CIVIL_NONE);
  g_assert_cmpint (fixture->state.n_unanswered_days, ==, 0);
  g_assert_cmpint (fixture->state.done_ms, ==, 5);
  g_assert_cmpint (fixture->state.put_off_day, ==, thaw_test_reminder_to_day ("2026-12-01"));
  /* Once is once. */
  g_assert_true (fixture->state.is_offer_over);
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:45");
  thaw_test_reminder_comes (fixture, "2026-12-02T10:00");

  /* Edited while nothing ran: it may be late as ever. */
  fixture->rule->modified_ms = thaw_test_reminder_to_ms (fixture, "2026-12-03T09:40");
  fixture->conditions.now_ms = thaw_test_reminder_to_ms (fixture, "2026-12-03T10:10");
  thaw_reminder_state_begin (&fixture->state, fixture->rule, &fixture->conditions);
  thaw_test_reminder_comes (fixture, "2026-12-03T10:10");

  /* A newer one, brought by an import after it came: it does not come again. */
  fixture->rule->modified_ms = thaw_test_reminder_to_ms (fixture, "2026-12-03T09:50");
  fixture->conditions.now_ms = thaw_test_reminder_to_ms (fixture, "2026-12-03T10:20");
  thaw_reminder_state_begin (&fixture->state, fixture->rule, &fixture->conditions);
  thaw_test_reminder_nothing (fixture, "2026-12-03T10:20");

  /* Brought by an import, written long ago: nothing comes late here, and nothing was missed. */
  fixture->state = (ThawReminderState) { 0 };
  fixture->rule->modified_ms = thaw_test_reminder_to_ms (fixture, "2026-01-01T00:00");
  fixture->conditions.now_ms = thaw_test_reminder_to_ms (fixture, "2026-12-03T10:10");
  thaw_reminder_state_begin (&fixture->state, fixture->rule, &fixture->conditions);
  thaw_test_reminder_nothing (fixture, "2026-12-03T10:10");
  thaw_test_reminder_missed (fixture, NULL);
  fixture->state = (ThawReminderState) { 0 };
  fixture->rule->modified_ms = thaw_test_reminder_to_ms (fixture, "2026-01-01T00:00");
  fixture->conditions.now_ms = thaw_test_reminder_to_ms (fixture, "2026-12-03T15:00");
  thaw_reminder_state_begin (&fixture->state, fixture->rule, &fixture->conditions);
  thaw_test_reminder_nothing (fixture, "2026-12-03T15:00");
  thaw_test_reminder_missed (fixture, NULL);

  /* Written by a clock that was ahead. */
  fixture->state = (ThawReminderState) { 0 };
  fixture->rule->modified_ms = thaw_test_reminder_to_ms (fixture, "2036-01-01T00:00");
  fixture->conditions.now_ms = thaw_test_reminder_to_ms (fixture, "2026-12-04T08:00");
  thaw_reminder_state_begin (&fixture->state, fixture->rule, &fixture->conditions);
  thaw_test_reminder_comes (fixture, "2026-12-04T09:30");
}

static void
test_list_next (ThawTestReminder *fixture,
                gconstpointer     data)
{
  ThawCivil moments[5];

  thaw_test_reminder_set_times (fixture, 2, 9 * 60, 15 * 60);
  fixture->rule->weekdays = THAW_REMINDER_WEEKEND;
  thaw_test_reminder_begin (fixture, "2026-12-05T09:00");
  g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, NULL, &fixture->conditions, 4, moments), ==, 4);
  g_assert_cmpint (moments[0], ==, thaw_test_reminder_to_civil (fixture, "2026-12-05T15:00"));
  g_assert_cmpint (moments[1], ==, thaw_test_reminder_to_civil (fixture, "2026-12-06T09:00"));
  g_assert_cmpint (moments[2], ==, thaw_test_reminder_to_civil (fixture, "2026-12-06T15:00"));
  g_assert_cmpint (moments[3], ==, thaw_test_reminder_to_civil (fixture, "2026-12-12T09:00"));

  fixture->rule->until = thaw_test_reminder_to_day ("2026-12-06");
  g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, &fixture->state, &fixture->conditions, 5, moments), ==, 3);
  fixture->rule->until = THAW_DAY_NONE;

  /* Years of a pause cost nothing. */
  fixture->conditions.paused_until_ms = thaw_test_reminder_to_ms (fixture, "2056-12-02T15:00");
  g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, &fixture->state, &fixture->conditions, 1, moments), ==, 1);
  g_assert_cmpint (moments[0], ==, thaw_test_reminder_to_civil (fixture, "2056-12-02T15:00"));
  fixture->conditions.paused_until_ms = 0;

  /* As evaluating does, it does not believe what a wrong clock left. */
  fixture->state.last = thaw_test_reminder_to_civil (fixture, "2036-12-05T09:00");
  g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, &fixture->state, &fixture->conditions, 1, moments), ==, 1);
  g_assert_cmpint (moments[0], ==, thaw_test_reminder_to_civil (fixture, "2026-12-05T15:00"));

  /* Switched off, it is looked at as if it were on. */
  fixture->rule->is_on = FALSE;
  g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, NULL, &fixture->conditions, 5, moments), ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/core/reminder-state/" path, ThawTestReminder, NULL, thaw_test_reminder_set_up, function, \
              thaw_test_reminder_tear_down)
  ADD ("once", test_once);
  ADD ("off", test_off);
  ADD ("catch-up", test_catch_up);
  ADD ("only-the-latest", test_only_the_latest);
  ADD ("late-evening", test_late_evening);
  ADD ("passed-over-hides-nothing", test_passed_over_hides_nothing);
  ADD ("last-day", test_last_day);
  ADD ("quiet-hours", test_quiet_hours);
  ADD ("quiet-hours-change", test_quiet_hours_change);
  ADD ("always-quiet", test_always_quiet);
  ADD ("pause", test_pause);
  ADD ("pause-without-end", test_pause_without_end);
  ADD ("snooze", test_snooze);
  ADD ("snooze-and-quiet-hours", test_snooze_and_quiet_hours);
  ADD ("snooze-and-pause", test_snooze_and_pause);
  ADD ("put-off", test_put_off);
  ADD ("done", test_done);
  ADD ("unanswered", test_unanswered);
  ADD ("wrong-clock", test_wrong_clock);
  ADD ("wrong-clock-that-was-behind", test_wrong_clock_that_was_behind);
  ADD ("clock-steps", test_clock_steps);
  ADD ("garbage", test_garbage);
  ADD ("begin", test_begin);
  ADD ("list-next", test_list_next);
#undef ADD

  return g_test_run ();
}
