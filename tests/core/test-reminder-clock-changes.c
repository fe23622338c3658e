/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-test-reminder.h"

#define MS_PER_MINUTE 60000

#define NIGHT ((ThawQuietHours) { 22 * 60, 7 * 60 })

/* The hour that comes twice: once for each moment in it, whichever of the two the computer was on for. */
static void
test_hour_that_comes_twice (ThawTestReminder *fixture,
                            gconstpointer     data)
{
  thaw_test_reminder_set_times (fixture, 2, 2 * 60 + 10, 2 * 60 + 30);
  fixture->conditions.catch_up_minutes = 0;
  thaw_test_reminder_begin (fixture, "2026-10-24T12:00");
  thaw_test_reminder_comes (fixture, "2026-10-25T00:10Z");
  thaw_test_reminder_next (fixture, "2026-10-25T00:30Z");
  thaw_test_reminder_comes (fixture, "2026-10-25T00:30Z");
  thaw_test_reminder_next (fixture, "2026-10-25T23:00Z");
  thaw_test_reminder_nothing (fixture, "2026-10-25T01:10Z");
  thaw_test_reminder_next (fixture, "2026-10-25T23:00Z");
  thaw_test_reminder_nothing (fixture, "2026-10-25T01:30Z");

  /* Only on for the second: the clock on the wall says that it is not late. */
  thaw_test_reminder_begin (fixture, "2026-10-24T12:00");
  thaw_test_reminder_nothing (fixture, "2026-10-25T01:05Z");
  thaw_test_reminder_next (fixture, "2026-10-25T01:10Z");
  thaw_test_reminder_comes (fixture, "2026-10-25T01:10Z");
  thaw_test_reminder_next (fixture, "2026-10-25T01:30Z");
  thaw_test_reminder_comes (fixture, "2026-10-25T01:30Z");
}

static void
test_hour_that_is_left_out (ThawTestReminder *fixture,
                            gconstpointer     data)
{
  thaw_test_reminder_set_times (fixture, 2, 2 * 60 + 10, 2 * 60 + 30);
  fixture->conditions.catch_up_minutes = 0;
  thaw_test_reminder_begin (fixture, "2026-03-28T12:00");
  thaw_test_reminder_nothing (fixture, "2026-03-29T00:59Z");
  thaw_test_reminder_next (fixture, "2026-03-29T01:00Z");
  thaw_test_reminder_comes (fixture, "2026-03-29T01:00Z");
  thaw_test_reminder_missed (fixture, NULL);
  thaw_test_reminder_next (fixture, "2026-03-29T22:00Z");

  /* Quiet hours that end in it. */
  fixture->conditions.quiet = (ThawQuietHours) { 22 * 60, 2 * 60 + 15 };
  thaw_test_reminder_begin (fixture, "2026-03-28T12:00");
  thaw_test_reminder_nothing (fixture, "2026-03-29T00:59Z");
  thaw_test_reminder_next (fixture, "2026-03-29T01:00Z");
  thaw_test_reminder_comes (fixture, "2026-03-29T01:00Z");
}

/* Nothing that was to come on a day that was left out comes at midnight of the next. */
static void
test_day_that_is_left_out (ThawTestReminder *fixture,
                           gconstpointer     data)
{
  thaw_test_reminder_set_zone (fixture, "Pacific/Apia");
  thaw_test_reminder_begin (fixture, "2011-12-28T12:00");
  thaw_test_reminder_comes (fixture, "2011-12-29T09:00");
  thaw_test_reminder_withdrawn (fixture, "2011-12-31T00:00");
  thaw_test_reminder_missed (fixture, NULL);
  thaw_test_reminder_next (fixture, "2011-12-31T09:00");
  thaw_test_reminder_comes (fixture, "2011-12-31T09:00");
}

/* Ten days around a change, only looked at when it is asked for: each day has its reminder, at the right time. */
static void
test_follow_next (ThawTestReminder *fixture,
                  gconstpointer     data)
{
  static const struct
  {
    const char *zone;
    const char *change;
    int         n_days;
  } cases[] = {
    { "Europe/Berlin", "2026-03-29", 10 },       { "Europe/Berlin", "2026-10-25", 10 },
    { "America/New_York", "2026-03-08", 10 },    { "America/New_York", "2026-11-01", 10 },
    { "Australia/Lord_Howe", "2026-04-05", 10 }, { "Australia/Lord_Howe", "2026-10-04", 10 },
    { "America/Sao_Paulo", "2018-11-04", 10 },   { "America/Sao_Paulo", "2018-02-18", 10 },
    { "America/St_Johns", "2010-11-07", 10 },    { "America/Nuuk", "2026-03-28", 10 },
    { "Europe/Dublin", "2026-10-25", 10 },       { "Europe/Moscow", "2014-10-26", 10 },
    { "Asia/Kathmandu", "2026-03-29", 10 },      { "Pacific/Apia", "2011-12-30", 9 },
  };
  static const int times[] = { 0, 30, 90, 125, 150, 179, 180, 9 * 60, 23 * 60 + 30, 23 * 60 + 59 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (times); j++)
      {
        ThawDay first_day = thaw_test_reminder_to_day (cases[i].change) - 5;
        gint64 end_ms;
        int n_came = 0, n_steps = 0;

        g_test_message ("%s, %s, %d", cases[i].zone, cases[i].change, times[j]);
        thaw_test_reminder_set_zone (fixture, cases[i].zone);
        thaw_test_reminder_set_times (fixture, 1, times[j]);
        fixture->conditions.catch_up_minutes = 0;
        fixture->state = (ThawReminderState) { 0 };
        fixture->conditions.now_ms = thaw_civil_to_utc_ms (thaw_civil_new (first_day, 0) - 1, fixture->conditions.zone);
        fixture->rule->modified_ms = fixture->conditions.now_ms;
        thaw_reminder_state_begin (&fixture->state, fixture->rule, &fixture->conditions);
        end_ms = thaw_civil_to_utc_ms (thaw_civil_new (first_day + 10, 0), fixture->conditions.zone);

        for (gint64 ms = fixture->conditions.now_ms; ms < end_ms; ms = fixture->outcome.next_ms)
          {
            thaw_test_reminder_evaluate_ms (fixture, ms);
            g_assert_cmpint (fixture->outcome.next_ms, >, ms);
            n_came += fixture->outcome.comes;
            n_steps++;
          }

        g_assert_cmpint (fixture->state.missed, ==, THAW_CIVIL_NONE);
        g_assert_cmpint (n_came, ==, cases[i].n_days);
        g_assert_cmpint (n_steps, <=, 2 * 11);
      }
}

static void
test_end_of_the_calendar (ThawTestReminder *fixture,
                          gconstpointer     data)
{
  ThawCivil moments[5];
  gint64 year_later_ms;

  thaw_test_reminder_set_times (fixture, 2, 9 * 60, 23 * 60);
  thaw_test_reminder_begin (fixture, "9999-12-30T12:00");
  fixture->conditions.quiet = NIGHT;
  g_assert_cmpuint (thaw_reminder_list_next (fixture->rule, NULL, &fixture->conditions, 5, moments), ==, 1);
  thaw_test_reminder_comes (fixture, "9999-12-31T09:00");
  thaw_test_reminder_next (fixture, NULL);
  thaw_test_reminder_evaluate (fixture, "9999-12-31T23:00");
  g_assert_cmpint (fixture->outcome.next_ms, >=, fixture->conditions.now_ms + MS_PER_MINUTE);

  /* A clock beyond it must not lead to a loop without end. */
  year_later_ms = thaw_test_reminder_to_ms (fixture, "9999-12-31T23:00") +
                  G_GINT64_CONSTANT (400) * THAW_CIVIL_MINUTES_PER_DAY * MS_PER_MINUTE;
  thaw_test_reminder_evaluate_ms (fixture, year_later_ms);
  g_assert_true (fixture->outcome.next_ms == 0 ||
                 fixture->outcome.next_ms >= fixture->conditions.now_ms + MS_PER_MINUTE);
  thaw_test_reminder_snooze (fixture, "9999-12-31T12:00", 15);
  g_assert_cmpint (fixture->state.snoozed_until_ms, ==, thaw_test_reminder_to_ms (fixture, "9999-12-31T12:15"));
}

static void
test_snooze_ends_with_the_day (ThawTestReminder *fixture,
                               gconstpointer     data)
{
  static const struct
  {
    const char *zone;
    const char *now;
    const char *until;
  } cases[] = {
    { "Europe/Berlin", "2026-12-02T22:50Z", "2026-12-02T22:59Z" },
    { "Europe/Berlin", "2026-12-02T22:59Z", NULL },
    { "Europe/Berlin", "2026-10-25T00:50Z", "2026-10-25T01:05Z" },
    /* The last hour of the day comes twice. */
    { "America/Sao_Paulo", "2018-02-18T01:50Z", "2018-02-18T02:05Z" },
    { "America/Sao_Paulo", "2018-02-18T02:30Z", "2018-02-18T02:45Z" },
    { "America/Sao_Paulo", "2018-02-18T02:50Z", "2018-02-18T02:59Z" },
    { "America/St_Johns", "2010-11-07T03:00Z", "2010-11-07T03:15Z" },
    /* The last hour of the day, or the first one, is left out. */
    { "America/Nuuk", "2026-03-29T00:50Z", "2026-03-29T00:59Z" },
    { "America/Sao_Paulo", "2018-11-04T02:50Z", "2018-11-04T02:59Z" },
    /* The next day is left out. */
    { "Pacific/Apia", "2011-12-30T09:50Z", "2011-12-30T09:59Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s", cases[i].zone, cases[i].now);
      thaw_test_reminder_set_zone (fixture, cases[i].zone);
      thaw_test_reminder_snooze (fixture, cases[i].now, 15);
      g_assert_cmpint (fixture->state.snoozed_until_ms, ==,
                       cases[i].until != NULL ? thaw_test_reminder_to_ms (fixture, cases[i].until) : 0);
    }
}

static void
test_put_off_and_travels (ThawTestReminder *fixture,
                          gconstpointer     data)
{
  /* Eastwards a new day begins sooner. */
  thaw_test_reminder_set_times (fixture, 2, 9 * 60, 15 * 60);
  thaw_test_reminder_set_zone (fixture, "America/New_York");
  thaw_test_reminder_begin (fixture, "2026-12-01T16:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  thaw_reminder_state_put_off (&fixture->state, thaw_test_reminder_to_day ("2026-12-02"));
  thaw_test_reminder_set_zone (fixture, "Pacific/Auckland");
  thaw_test_reminder_comes (fixture, "2026-12-03T09:00");

  /* Westwards it was tomorrow. What was done with does not come again, and the day that was meant stays without. */
  thaw_test_reminder_set_zone (fixture, "Pacific/Kiritimati");
  thaw_test_reminder_begin (fixture, "2026-12-01T16:00");
  thaw_test_reminder_comes (fixture, "2026-12-02T09:00");
  thaw_reminder_state_put_off (&fixture->state, thaw_test_reminder_to_day ("2026-12-02"));
  thaw_test_reminder_set_zone (fixture, "Pacific/Pago_Pago");
  thaw_test_reminder_nothing (fixture, "2026-12-01T15:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T09:00");
  thaw_test_reminder_nothing (fixture, "2026-12-02T15:00");
  thaw_test_reminder_comes (fixture, "2026-12-03T09:00");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/core/reminder-clock-changes/" path, ThawTestReminder, NULL, thaw_test_reminder_set_up, function, \
              thaw_test_reminder_tear_down)
  ADD ("snooze-ends-with-the-day", test_snooze_ends_with_the_day);
  ADD ("put-off", test_put_off_and_travels);
  ADD ("hour-that-comes-twice", test_hour_that_comes_twice);
  ADD ("hour-that-is-left-out", test_hour_that_is_left_out);
  ADD ("day-that-is-left-out", test_day_that_is_left_out);
  ADD ("follow-next", test_follow_next);
  ADD ("end-of-the-calendar", test_end_of_the_calendar);
#undef ADD

  return g_test_run ();
}
