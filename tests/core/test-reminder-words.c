/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "thaw-reminder-words.h"

/* A Wednesday, in the middle of a week and at the end of a year. */
#define TODAY (thaw_day_new (2026, 12, 2))

typedef struct
{
  GTimeZone              *zone;
  ThawReminderConditions  conditions;
} Fixture;

static gint64
to_ms (ThawDay day,
       int     hour,
       int     minute)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return thaw_civil_to_utc_ms (thaw_civil_new (day, hour * 60 + minute), utc);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->zone = g_time_zone_new_utc ();
  fixture->conditions = (ThawReminderConditions) {
    .zone = fixture->zone,
    .now_ms = to_ms (TODAY, 12, 0),
    .catch_up_minutes = 120,
  };
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_time_zone_unref (fixture->zone);
}

static ThawReminder *
make_rule (guint weekdays)
{
  ThawReminder *rule = thaw_reminder_new ("Breathe", NULL);

  rule->uuid = g_strdup ("018f3c5e-7b1a-7000-8000-0123456789ab");
  rule->weekdays = weekdays;
  rule->times[0] = 8 * 60 + 30;

  return rule;
}

static ThawReminder *
make_window (guint weekdays,
             guint n)
{
  ThawReminder *rule = make_rule (weekdays);

  rule->timing = THAW_REMINDER_IN_WINDOW;
  rule->window_start = 14 * 60;
  rule->window_end = 18 * 60;
  rule->n_in_window = n;

  return rule;
}

static void
assert_words (const ThawReminder *rule,
              const char         *expected)
{
  g_autofree char *words = thaw_reminder_to_words (rule, TODAY);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_days (void)
{
  static const struct
  {
    guint       weekdays;
    const char *words;
  } cases[] = {
    { THAW_REMINDER_EVERY_DAY, "Every day at 08:30" },
    { THAW_REMINDER_WORKDAYS, "Weekdays at 08:30" },
    { THAW_REMINDER_WEEKEND, "Weekends at 08:30" },
    { 0x01, "Mondays at 08:30" },
    { 0x11, "Mondays and Fridays at 08:30" },
    { 0x15, "Mondays, Wednesdays and Fridays at 08:30" },
    { 0x4a, "Tuesdays, Thursdays and Sundays at 08:30" },
  };

  /* Weeks start on Sunday in the C locale of glibc, and no order of days shall depend on that here. */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ThawReminder) rule = make_rule (cases[i].weekdays);

      if (cases[i].weekdays == 0x4a && thaw_day_get_first_weekday () == 7)
        assert_words (rule, "Sundays, Tuesdays and Thursdays at 08:30");
      else
        assert_words (rule, cases[i].words);
    }
}

static void
test_times (void)
{
  g_autoptr (ThawReminder) rule = make_rule (THAW_REMINDER_EVERY_DAY);

  rule->times[rule->n_times++] = 13 * 60;
  assert_words (rule, "Every day at 08:30 and 13:00");
  rule->times[rule->n_times++] = 21 * 60;
  assert_words (rule, "Every day at 08:30, 13:00 and 21:00");
}

static void
test_window (void)
{
  g_autoptr (ThawReminder) once = make_window (THAW_REMINDER_EVERY_DAY, 1);
  g_autoptr (ThawReminder) twice = make_window (THAW_REMINDER_WEEKEND, 2);
  g_autoptr (ThawReminder) often = make_window (0x08, 4);

  assert_words (once, "Every day at some time between 14:00 and 18:00");
  assert_words (twice, "Weekends, twice between 14:00 and 18:00");
  assert_words (often, "Thursdays, 4 times between 14:00 and 18:00");
}

static void
test_first_and_last_day (void)
{
  g_autoptr (ThawReminder) rule = make_rule (THAW_REMINDER_WORKDAYS);

  rule->from = TODAY + 1;
  assert_words (rule, "Weekdays at 08:30, from 3 December");
  rule->until = thaw_day_new (2027, 1, 9);
  assert_words (rule, "Weekdays at 08:30, from 3 December until 9 January 2027");
  rule->from = TODAY;
  assert_words (rule, "Weekdays at 08:30, until 9 January 2027");
  rule->until = TODAY;
  assert_words (rule, "On 2 December at 08:30");
  /* A Saturday, which is none of its days. */
  rule->from = rule->until = TODAY + 3;
  assert_words (rule, "Weekdays at 08:30, from 5 December until 5 December");
}

static void
test_12_hours (void)
{
  g_autoptr (ThawReminder) rule = make_rule (THAW_REMINDER_WORKDAYS);
  g_autofree char *words = NULL;

  if (setlocale (LC_TIME, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("The locale en_US.UTF-8 is not installed");
      return;
    }

  words = thaw_reminder_to_words (rule, TODAY);
  setlocale (LC_TIME, "C.UTF-8");

  g_assert_cmpstr (words, ==, "Weekdays at 8:30 AM");
}

/* A language can have words before the weekdays; what those are called is up to the locale. */
static void
test_german (void)
{
  g_autofree char *catalogue = g_build_filename (g_getenv ("THAW_LOCALEDIR"), "de", "LC_MESSAGES",
                                                 GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *monday = thaw_day_format (THAW_DAY_FIRST, "%A");
  g_autofree char *friday = thaw_day_format (THAW_DAY_FIRST + 4, "%A");
  g_autofree char *expected = g_strdup_printf ("Jeden %s und %s um 08:30", monday, friday);
  g_autofree char *words = NULL;
  g_autoptr (ThawReminder) rule = make_rule (0x11);

  if (!g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The translations are not built");
      return;
    }

  g_setenv ("LANGUAGE", "de", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("THAW_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  words = thaw_reminder_to_words (rule, TODAY);
  g_unsetenv ("LANGUAGE");

  g_assert_cmpstr (words, ==, expected);
}

static void
assert_next (Fixture                 *fixture,
             const ThawReminder      *rule,
             const ThawReminderState *state,
             const char              *expected)
{
  g_autofree char *words = thaw_reminder_next_to_words (rule, state, &fixture->conditions);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_next (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ThawReminder) rule = make_rule (THAW_REMINDER_EVERY_DAY);
  g_autoptr (ThawReminder) window = make_window (THAW_REMINDER_EVERY_DAY, 1);

  assert_next (fixture, rule, NULL, "next tomorrow");
  /* Nobody shall know when. */
  assert_next (fixture, window, NULL, "next today");

  fixture->conditions.now_ms = to_ms (TODAY, 8, 29);
  assert_next (fixture, rule, NULL, "next today");
  fixture->conditions.quiet = (ThawQuietHours) { 22 * 60, 9 * 60 };
  assert_next (fixture, rule, NULL, "next today at 09:00");
  fixture->conditions.quiet = (ThawQuietHours) { 0, 0 };
  fixture->conditions.now_ms = to_ms (TODAY, 8, 30);
  assert_next (fixture, rule, NULL, "next tomorrow");
  fixture->conditions.quiet = (ThawQuietHours) { 22 * 60, 9 * 60 };
  fixture->conditions.now_ms = to_ms (TODAY, 9, 30);
  assert_next (fixture, rule, NULL, "next tomorrow at 09:00");
  rule->weekdays = 0x02;
  assert_next (fixture, rule, NULL, "next on Tuesday at 09:00");
  rule->weekdays = THAW_REMINDER_EVERY_DAY;
  fixture->conditions.quiet = (ThawQuietHours) { 0, 0 };

  rule->n_times = 2;
  rule->times[1] = 21 * 60;
  assert_next (fixture, rule, NULL, "next today at 21:00");
  rule->n_times = 1;

  /* Tuesdays: six days on. Wednesdays: a week on, and “Wednesday” could be today. */
  rule->weekdays = 0x02;
  assert_next (fixture, rule, NULL, "next on Tuesday");
  rule->weekdays = 0x04;
  assert_next (fixture, rule, NULL, "next on 9 December");
  rule->from = thaw_day_new (2027, 2, 1);
  assert_next (fixture, rule, NULL, "next on 3 February 2027");
}

static void
test_not_next (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (ThawReminder) rule = make_rule (THAW_REMINDER_EVERY_DAY);
  ThawReminderState state = { 0 };

  state.put_off_day = TODAY;
  assert_next (fixture, rule, &state, "rests today");
  state.put_off_day = TODAY - 1;
  assert_next (fixture, rule, &state, "next tomorrow");
  state.snoozed_until_ms = to_ms (TODAY, 12, 15);
  assert_next (fixture, rule, &state, "again at 12:15");
  state.snoozed_until_ms = 0;

  rule->until = TODAY;
  assert_next (fixture, rule, &state, "is over");
  rule->until = TODAY - 1;
  assert_next (fixture, rule, &state, "is over");
  rule->until = TODAY + 1;
  assert_next (fixture, rule, &state, "next tomorrow");
  rule->until = THAW_DAY_NONE;

  fixture->conditions.quiet = (ThawQuietHours) { 8 * 60, 0 };
  assert_next (fixture, rule, &state, "never in the quiet hours");
  rule->is_on = FALSE;
  assert_next (fixture, rule, &state, "switched off");
}

static void
test_pause (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    int         days;
    int         hour;
    int         minute;
    const char *words;
  } cases[] = {
    { 0, 11, 59, "next tomorrow" },
    { 0, 15, 0, "resting until 15:00" },
    { 0, 23, 59, "resting until 23:59" },
    { 1, 0, 0, "rests today" },
    { 1, 8, 0, "resting until 3 December, 08:00" },
    { 2, 0, 0, "resting until 4 December" },
    { 40, 0, 0, "resting until 11 January 2027" },
  };
  g_autoptr (ThawReminder) rule = make_rule (THAW_REMINDER_EVERY_DAY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->conditions.paused_until_ms = to_ms (TODAY + cases[i].days, cases[i].hour, cases[i].minute);
      assert_next (fixture, rule, NULL, cases[i].words);
    }

  fixture->conditions.paused_until_ms = G_MAXINT64;
  assert_next (fixture, rule, NULL, "resting");

  /* An hour, shortly before midnight. */
  fixture->conditions.now_ms = to_ms (TODAY, 23, 30);
  fixture->conditions.paused_until_ms = to_ms (TODAY + 1, 0, 30);
  assert_next (fixture, rule, NULL, "resting until 00:30");
}

static void
assert_moment (const ThawReminder *rule,
               ThawDay             day,
               const char         *expected)
{
  g_autofree char *words = thaw_reminder_moment_to_words (rule, thaw_civil_new (day, 8 * 60 + 30), TODAY);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_moment (void)
{
  g_autoptr (ThawReminder) rule = make_rule (THAW_REMINDER_EVERY_DAY);
  g_autoptr (ThawReminder) window = make_window (THAW_REMINDER_EVERY_DAY, 1);

  assert_moment (rule, TODAY, "Today, 08:30");
  assert_moment (rule, TODAY + 1, "Tomorrow, 08:30");
  assert_moment (rule, TODAY + 2, "Friday 4 December, 08:30");
  assert_moment (rule, thaw_day_new (2027, 1, 1), "Friday 1 January 2027, 08:30");
  assert_moment (window, TODAY + 1, "Tomorrow");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reminder-words/days", test_days);
  g_test_add_func ("/core/reminder-words/times", test_times);
  g_test_add_func ("/core/reminder-words/window", test_window);
  g_test_add_func ("/core/reminder-words/first-and-last-day", test_first_and_last_day);
  g_test_add_func ("/core/reminder-words/12-hours", test_12_hours);
  g_test_add_func ("/core/reminder-words/german", test_german);
  g_test_add ("/core/reminder-words/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/core/reminder-words/not-next", Fixture, NULL, set_up, test_not_next, tear_down);
  g_test_add ("/core/reminder-words/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add_func ("/core/reminder-words/moment", test_moment);

  return g_test_run ();
}
