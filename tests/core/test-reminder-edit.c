/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-edit"

#include "config.h"
#include "thaw-reminder-edit.h"

#include "thaw-test.h"

/* A Sunday. */
#define TODAY "2026-03-29"

static ThawReminderConditions
make_conditions (GTimeZone *zone)
{
  const ThawReminderConditions conditions = {
    .zone = zone,
    .now_ms = thaw_civil_to_utc_ms (thaw_civil_new (thaw_day_from_iso (TODAY), 12 * 60), zone),
    .quiet = { 22 * 60, 7 * 60 },
    .catch_up_minutes = 120,
  };

  return conditions;
}

static void
assert_times (const ThawReminder *reminder,
              const int          *minutes,
              guint               n_minutes)
{
  g_assert_cmpmem (reminder->times, reminder->n_times * sizeof (int), minutes, n_minutes * sizeof (int));
}

static void
test_times (void)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("", NULL);
  const int mixed[] = { 600, 60, 600, 1439, 0, 60 };
  const int sorted[] = { 0, 60, 600, 1439 };
  int all[THAW_REMINDER_MAX_A_DAY];

  thaw_reminder_set_times (reminder, mixed, G_N_ELEMENTS (mixed));
  assert_times (reminder, sorted, G_N_ELEMENTS (sorted));
  g_assert_true (thaw_reminder_has_valid_times (reminder));

  for (int i = 0; i < THAW_REMINDER_MAX_A_DAY; i++)
    all[i] = (THAW_REMINDER_MAX_A_DAY - i) * 10;
  thaw_reminder_set_times (reminder, all, THAW_REMINDER_MAX_A_DAY);
  g_assert_cmpuint (reminder->n_times, ==, THAW_REMINDER_MAX_A_DAY);
  g_assert_true (thaw_reminder_has_valid_times (reminder));

  /* Its own times may be given back to it. */
  thaw_reminder_set_times (reminder, reminder->times, 3);
  assert_times (reminder, (int[]) { 10, 20, 30 }, 3);

  thaw_reminder_set_times (reminder, NULL, 0);
  g_assert_cmpuint (reminder->n_times, ==, 0);
}

static int
suggest (ThawReminder *reminder,
         const int    *minutes,
         guint         n_minutes)
{
  thaw_reminder_set_times (reminder, minutes, n_minutes);

  return thaw_reminder_suggest_time (reminder);
}

static void
test_suggest (void)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("", NULL);

  g_assert_cmpint (suggest (reminder, NULL, 0), ==, 9 * 60);
  g_assert_cmpint (suggest (reminder, (int[]) { 9 * 60 }, 1), ==, 13 * 60);
  g_assert_cmpint (suggest (reminder, (int[]) { 17 * 60 }, 1), ==, 21 * 60);
  /* Nobody is woken: the middle of the day that is left. */
  g_assert_cmpint (suggest (reminder, (int[]) { 21 * 60 }, 1), ==, 14 * 60 + 30);
  g_assert_cmpint (suggest (reminder, (int[]) { 2 * 60 }, 1), ==, 14 * 60 + 30);
  g_assert_cmpint (suggest (reminder, (int[]) { 9 * 60, 13 * 60, 18 * 60 }, 3), ==, 15 * 60 + 30);
}

/* However the times lie, there is one more, until there are as many as can be. */
static void
test_suggest_many (void)
{
  for (guint32 seed = 0; seed < 2000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ThawReminder) reminder = thaw_reminder_new ("", NULL);
      int times[THAW_REMINDER_MAX_A_DAY];
      guint n = (guint) g_rand_int_range (rand, 0, THAW_REMINDER_MAX_A_DAY);

      for (guint i = 0; i < n; i++)
        times[i] = g_rand_int_range (rand, 0, seed % 2 == 0 ? 1440 : 200) + (seed % 2 == 0 ? 0 : 1240);
      thaw_reminder_set_times (reminder, times, n);

      while (reminder->n_times < THAW_REMINDER_MAX_A_DAY)
        {
          guint before = reminder->n_times;
          int minutes[THAW_REMINDER_MAX_A_DAY];

          memcpy (minutes, reminder->times, sizeof minutes);
          minutes[before] = thaw_reminder_suggest_time (reminder);
          g_assert_cmpint (minutes[before], >=, 8 * 60);
          g_assert_cmpint (minutes[before], <=, 21 * 60);
          thaw_reminder_set_times (reminder, minutes, before + 1);
          g_assert_cmpuint (reminder->n_times, ==, before + 1);
        }
    }
}

static void
test_equal (void)
{
  g_autoptr (ThawReminder) a = thaw_reminder_new ("Rest", "practice:body-scan");
  g_autoptr (ThawReminder) b = thaw_reminder_copy (a);

#define ASSERT_COUNTS(field, value) \
  G_STMT_START \
    { \
      __typeof__ (b->field) before = b->field; \
\
      g_assert_true (thaw_reminder_equal (a, b)); \
      b->field = value; \
      g_assert_false (thaw_reminder_equal (a, b)); \
      b->field = before; \
    } \
  G_STMT_END
  ASSERT_COUNTS (title, (char *) "Move");
  ASSERT_COUNTS (opens, (char *) "entry:new");
  ASSERT_COUNTS (opens, NULL);
  ASSERT_COUNTS (is_on, FALSE);
  ASSERT_COUNTS (weekdays, 1);
  ASSERT_COUNTS (from, 700000);
  ASSERT_COUNTS (until, 700000);
  ASSERT_COUNTS (timing, THAW_REMINDER_IN_WINDOW);
  ASSERT_COUNTS (n_times, 2);
  ASSERT_COUNTS (times[0], 1);
  ASSERT_COUNTS (window_start, 1);
  ASSERT_COUNTS (window_end, 1);
  ASSERT_COUNTS (n_in_window, 2);
  ASSERT_COUNTS (distance, 2);
  ASSERT_COUNTS (skips_if_done, FALSE);
  ASSERT_COUNTS (ignores_quiet, TRUE);
#undef ASSERT_COUNTS

  b->modified_ms = 1;
  /* What stood there before is no time. */
  b->times[3] = 7;
  g_assert_true (thaw_reminder_equal (a, b));
}

static void
test_can_be_done (void)
{
  g_assert_true (thaw_reminder_opens_can_be_done ("check-in:now"));
  g_assert_true (thaw_reminder_opens_can_be_done ("entry:new"));
  g_assert_true (thaw_reminder_opens_can_be_done ("practice:walk"));
  g_assert_true (thaw_reminder_opens_can_be_done ("person:0190a8f4-0000-7000-8000-000000000001"));
  g_assert_false (thaw_reminder_opens_can_be_done ("page:today"));
  g_assert_false (thaw_reminder_opens_can_be_done ("help:now"));
  g_assert_false (thaw_reminder_opens_can_be_done ("nonsense"));
  g_assert_false (thaw_reminder_opens_can_be_done (NULL));
}

/* What cannot be kept has a hitch, and the other way round. */
static void
assert_fault (const ThawReminder           *reminder,
              const ThawReminderConditions *conditions,
              ThawReminderHitch             expected)
{
  g_assert_cmpint (thaw_reminder_find_hitch (reminder, conditions), ==, expected);
  g_assert_cmpint (thaw_reminder_has_valid_times (reminder), ==,
                   expected == THAW_REMINDER_COMES || expected > THAW_REMINDER_DAYS_BACKWARDS);
  if (expected == THAW_REMINDER_COMES)
    g_assert_null (thaw_reminder_hitch_to_words (expected));
  else
    g_assert_nonnull (thaw_reminder_hitch_to_words (expected));
}

static void
test_faults (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  const ThawReminderConditions conditions = make_conditions (zone);
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Rest", NULL);

  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);
  reminder->weekdays = 0;
  assert_fault (reminder, &conditions, THAW_REMINDER_NO_WEEKDAY);
  reminder->weekdays = THAW_REMINDER_EVERY_DAY;
  reminder->n_times = 0;
  assert_fault (reminder, &conditions, THAW_REMINDER_NO_TIME);

  reminder->timing = THAW_REMINDER_IN_WINDOW;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);
  reminder->window_end = reminder->window_start;
  assert_fault (reminder, &conditions, THAW_REMINDER_WINDOW_BACKWARDS);
  reminder->window_end = reminder->window_start - 1;
  assert_fault (reminder, &conditions, THAW_REMINDER_WINDOW_BACKWARDS);
  reminder->window_end = reminder->window_start + 120;
  reminder->n_in_window = 3;
  reminder->distance = 60;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);
  reminder->distance = 61;
  assert_fault (reminder, &conditions, THAW_REMINDER_WINDOW_TOO_SHORT);
  reminder->n_in_window = 2;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);

  reminder->from = thaw_day_from_iso ("2026-04-02");
  reminder->until = thaw_day_from_iso ("2026-04-01");
  assert_fault (reminder, &conditions, THAW_REMINDER_DAYS_BACKWARDS);
  reminder->until = reminder->from;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);
}

static void
test_never (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  ThawReminderConditions conditions = make_conditions (zone);
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Rest", NULL);

  /* It was in the morning, for the last time. */
  reminder->until = thaw_day_from_iso (TODAY);
  assert_fault (reminder, &conditions, THAW_REMINDER_IS_OVER);
  reminder->times[0] = 13 * 60;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);

  /* From a Monday to a Tuesday, but at weekends. */
  reminder->from = thaw_day_from_iso ("2026-04-06");
  reminder->until = thaw_day_from_iso ("2026-04-07");
  reminder->weekdays = THAW_REMINDER_WEEKEND;
  assert_fault (reminder, &conditions, THAW_REMINDER_NO_DAY_BETWEEN);
  reminder->from = THAW_DAY_NONE;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);
  reminder->until = THAW_DAY_NONE;
  reminder->weekdays = THAW_REMINDER_EVERY_DAY;

  reminder->times[0] = 23 * 60;
  assert_fault (reminder, &conditions, THAW_REMINDER_ONLY_QUIET);
  reminder->ignores_quiet = TRUE;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);
  reminder->is_on = FALSE;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);

  conditions.paused_until_ms = conditions.now_ms + 1;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);
  reminder->until = thaw_day_from_iso ("2026-03-30");
  conditions.paused_until_ms = thaw_civil_to_utc_ms (thaw_civil_new (reminder->until + 1, 0), zone);
  assert_fault (reminder, &conditions, THAW_REMINDER_RESTS);
  reminder->until = THAW_DAY_NONE;
  assert_fault (reminder, &conditions, THAW_REMINDER_COMES);
  conditions.paused_until_ms = G_MAXINT64;
  assert_fault (reminder, &conditions, THAW_REMINDER_RESTS);
  reminder->weekdays = 0;
  assert_fault (reminder, &conditions, THAW_REMINDER_NO_WEEKDAY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reminder-edit/times", test_times);
  g_test_add_func ("/core/reminder-edit/suggest", test_suggest);
  g_test_add_func ("/core/reminder-edit/suggest-many", test_suggest_many);
  g_test_add_func ("/core/reminder-edit/equal", test_equal);
  g_test_add_func ("/core/reminder-edit/can-be-done", test_can_be_done);
  g_test_add_func ("/core/reminder-edit/faults", test_faults);
  g_test_add_func ("/core/reminder-edit/never", test_never);

  return g_test_run ();
}
