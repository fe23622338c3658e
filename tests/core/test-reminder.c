/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-reminder.h"

/* A Wednesday. */
#define DAY (thaw_day_new (2026, 12, 2))

#define NO_QUIET ((ThawQuietHours) { 0, 0 })

static ThawReminder *
make_rule (void)
{
  ThawReminder *rule = thaw_reminder_new ("Breathe", "check-in:now");

  rule->uuid = g_strdup ("018f3c5e-7b1a-7000-8000-0123456789ab");

  return rule;
}

static ThawReminder *
make_window (int   start,
             int   end,
             guint n,
             int   distance)
{
  ThawReminder *rule = make_rule ();

  rule->timing = THAW_REMINDER_IN_WINDOW;
  rule->window_start = start;
  rule->window_end = end;
  rule->n_in_window = n;
  rule->distance = distance;

  return rule;
}

static char *
list_day (const ThawReminder *rule,
          ThawDay             day,
          ThawQuietHours      quiet)
{
  int minutes[THAW_REMINDER_MAX_A_DAY];
  guint n = thaw_reminder_list_day (rule, day, quiet, minutes);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%02d:%02d", i > 0 ? " " : "", minutes[i] / 60, minutes[i] % 60);

  return g_string_free (list, FALSE);
}

static void
test_copy (void)
{
  g_autoptr (ThawReminder) rule = make_rule ();
  g_autoptr (ThawReminder) copy = thaw_reminder_copy (rule);

  g_assert_true (copy->uuid != rule->uuid && copy->title != rule->title && copy->opens != rule->opens);
  g_assert_cmpstr (copy->uuid, ==, rule->uuid);
  g_assert_cmpstr (copy->title, ==, "Breathe");
  g_assert_cmpstr (copy->opens, ==, "check-in:now");
  g_assert_true (thaw_reminder_has_valid_times (copy));
  thaw_reminder_free (NULL);
}

static void
test_valid_times (void)
{
  g_autoptr (ThawReminder) rule = make_rule ();
  g_autoptr (ThawReminder) window = make_window (600, 720, 3, 60);

  g_assert_true (thaw_reminder_has_valid_times (rule));
  rule->n_times = 0;
  g_assert_false (thaw_reminder_has_valid_times (rule));
  rule->n_times = 2;
  rule->times[1] = rule->times[0];
  g_assert_false (thaw_reminder_has_valid_times (rule));
  rule->times[1] = 1440;
  g_assert_false (thaw_reminder_has_valid_times (rule));
  rule->times[1] = 1439;
  g_assert_true (thaw_reminder_has_valid_times (rule));
  rule->n_times = THAW_REMINDER_MAX_A_DAY + 1;
  g_assert_false (thaw_reminder_has_valid_times (rule));
  rule->n_times = 1;
  rule->weekdays = 0;
  g_assert_false (thaw_reminder_has_valid_times (rule));
  rule->weekdays = 0x80;
  g_assert_false (thaw_reminder_has_valid_times (rule));
  rule->weekdays = 0x40;
  rule->from = DAY;
  rule->until = DAY - 1;
  g_assert_false (thaw_reminder_has_valid_times (rule));
  rule->until = DAY;
  g_assert_true (thaw_reminder_has_valid_times (rule));
  rule->until = THAW_DAY_LAST + 1;
  g_assert_false (thaw_reminder_has_valid_times (rule));

  g_assert_true (thaw_reminder_has_valid_times (window));
  window->distance = 61;
  g_assert_false (thaw_reminder_has_valid_times (window));
  window->distance = 0;
  g_assert_false (thaw_reminder_has_valid_times (window));
  window->distance = 1;
  window->window_end = window->window_start;
  g_assert_false (thaw_reminder_has_valid_times (window));
}

static void
test_rarer (void)
{
  static const struct
  {
    guint before;
    guint after;
  } cases[] = {
    { THAW_REMINDER_EVERY_DAY, 0x15 },
    { THAW_REMINDER_WORKDAYS, 0x15 },
    { 0x15, 0x01 },
    { THAW_REMINDER_WEEKEND, 0x20 },
    { 0x0a, 0x02 },
    { 0x03, 0x01 },
  };
  g_autoptr (ThawReminder) rule = make_rule ();
  g_autoptr (ThawReminder) window = make_window (600, 720, 5, 10);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rule->weekdays = cases[i].before;
      g_assert_true (thaw_reminder_make_rarer (rule));
      g_assert_cmpuint (rule->weekdays, ==, cases[i].after);
    }
  rule->weekdays = 0x40;
  g_assert_false (thaw_reminder_make_rarer (rule));
  g_assert_cmpuint (rule->weekdays, ==, 0x40);

  rule->n_times = 3;
  rule->times[1] = 700;
  rule->times[2] = 800;
  g_assert_true (thaw_reminder_make_rarer (rule));
  g_assert_cmpuint (rule->n_times, ==, 1);
  g_assert_true (thaw_reminder_has_valid_times (rule));

  g_assert_true (thaw_reminder_make_rarer (window));
  g_assert_cmpuint (window->n_in_window, ==, 2);
  g_assert_cmpuint (window->weekdays, ==, THAW_REMINDER_EVERY_DAY);
}

static void
test_quiet_hours (void)
{
  ThawQuietHours night = { 22 * 60, 7 * 60 };
  ThawQuietHours noon = { 12 * 60, 14 * 60 };

  g_assert_true (thaw_quiet_hours_contain (night, 22 * 60));
  g_assert_true (thaw_quiet_hours_contain (night, 0));
  g_assert_true (thaw_quiet_hours_contain (night, 7 * 60 - 1));
  g_assert_false (thaw_quiet_hours_contain (night, 7 * 60));
  g_assert_false (thaw_quiet_hours_contain (night, 22 * 60 - 1));
  g_assert_true (thaw_quiet_hours_contain (noon, 12 * 60));
  g_assert_false (thaw_quiet_hours_contain (noon, 14 * 60));
  for (int minute = 0; minute < 1440; minute++)
    {
      g_assert_false (thaw_quiet_hours_contain (NO_QUIET, minute));
      g_assert_false (thaw_quiet_hours_contain ((ThawQuietHours) { 720, 720 }, minute));
      /* All but one minute is the most that can be said. */
      g_assert_true (thaw_quiet_hours_contain ((ThawQuietHours) { 720, 719 }, minute) == (minute != 719));
    }
}

static void
test_days (void)
{
  g_autoptr (ThawReminder) rule = make_rule ();
  g_autofree char *out = NULL;

  rule->weekdays = 0x05;
  rule->from = DAY;
  rule->until = DAY + 5;
  for (ThawDay day = DAY - 14; day <= DAY + 14; day++)
    {
      int minutes[THAW_REMINDER_MAX_A_DAY];

      /* The Wednesday, and the Monday after. */
      g_assert_cmpuint (thaw_reminder_list_day (rule, day, NO_QUIET, minutes), ==, day == DAY || day == DAY + 5);
    }

  out = list_day (rule, DAY, NO_QUIET);
  g_assert_cmpstr (out, ==, "09:00");
}

static void
test_times_and_quiet_hours (void)
{
  static const struct
  {
    ThawQuietHours quiet;
    const char    *times;
  } cases[] = {
    { { 0, 0 }, "00:00 06:30 07:00 13:00 23:00" },
    { { 720, 720 }, "00:00 06:30 07:00 13:00 23:00" },
    /* What would be the next day does not come. */
    { { 22 * 60, 7 * 60 }, "07:00 13:00" },
    { { 22 * 60, 7 * 60 + 1 }, "07:01 13:00" },
    { { 22 * 60, 6 * 60 }, "06:00 06:30 07:00 13:00" },
    { { 12 * 60, 14 * 60 }, "00:00 06:30 07:00 14:00 23:00" },
    { { 6 * 60, 23 * 60 }, "00:00 23:00" },
    { { 0, 1439 }, "23:59" },
    { { 1, 0 }, "00:00" },
    { { 720, 719 }, "11:59" },
  };
  g_autoptr (ThawReminder) rule = make_rule ();
  const int times[] = { 0, 6 * 60 + 30, 7 * 60, 13 * 60, 23 * 60 };

  rule->n_times = G_N_ELEMENTS (times);
  for (guint i = 0; i < rule->n_times; i++)
    rule->times[i] = times[i];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *list = list_day (rule, DAY, cases[i].quiet);
      g_autofree char *loud = NULL;

      g_assert_cmpstr (list, ==, cases[i].times);
      rule->ignores_quiet = TRUE;
      loud = list_day (rule, DAY, cases[i].quiet);
      g_assert_cmpstr (loud, ==, cases[0].times);
      rule->ignores_quiet = FALSE;
    }
}

/* Windows, distances and quiet hours of all kinds: what must hold of any moments. */
static void
test_moments_hold (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261202);

  for (int round = 0; round < 20000; round++)
    {
      int start = g_rand_int_range (rand, 0, 1438);
      int end = g_rand_int_range (rand, start + 1, 1440);
      guint n = (guint) g_rand_int_range (rand, 1, THAW_REMINDER_MAX_A_DAY + 1);
      int most = n == 1 ? 1439 : (end - start) / (int) (n - 1);
      ThawQuietHours quiet = { g_rand_int_range (rand, 0, 1440), g_rand_int_range (rand, 0, 1440) };
      g_autoptr (ThawReminder) rule = NULL;
      int minutes[THAW_REMINDER_MAX_A_DAY];
      guint n_found, n_loud = 0, n_fit;

      if (most < 1)
        continue;

      rule = make_window (start, end, n, g_rand_int_range (rand, 1, MIN (most, 1438) + 1));
      rule->ignores_quiet = g_rand_int_range (rand, 0, 4) == 0;
      g_assert_true (thaw_reminder_has_valid_times (rule));
      n_found = thaw_reminder_list_day (rule, DAY + round, quiet, minutes);

      for (int minute = start; minute <= end; minute++)
        n_loud += rule->ignores_quiet || !thaw_quiet_hours_contain (quiet, minute);
      n_fit = n_loud == 0 ? 0 : (n_loud - 1) / (guint) rule->distance + 1;
      g_assert_cmpuint (n_found, ==, MIN (n, n_fit));

      for (guint i = 0; i < n_found; i++)
        {
          g_assert_cmpint (minutes[i], >=, start);
          g_assert_cmpint (minutes[i], <=, end);
          g_assert_true (rule->ignores_quiet || !thaw_quiet_hours_contain (quiet, minutes[i]));
          if (i > 0)
            g_assert_cmpint (minutes[i] - minutes[i - 1], >=, rule->distance);
        }
    }
}

static void
test_moments_stay (void)
{
  g_autoptr (ThawReminder) rule = make_window (600, 1200, 3, 60);
  g_autoptr (ThawReminder) other = make_window (600, 1200, 3, 60);
  g_autofree char *a = list_day (rule, DAY, NO_QUIET);
  g_autofree char *same = list_day (rule, DAY, NO_QUIET);
  g_autofree char *tomorrow = list_day (rule, DAY + 1, NO_QUIET);
  g_autofree char *of_other = NULL;

  g_free (other->uuid);
  other->uuid = g_strdup ("018f3c5e-7b1a-7000-8000-0123456789ac");
  of_other = list_day (other, DAY, NO_QUIET);

  g_assert_cmpstr (a, ==, same);
  g_assert_cmpstr (a, !=, tomorrow);
  g_assert_cmpstr (a, !=, of_other);
}

/* Each part of the window is as likely as any other: of 40 000 days, about 1000 in each of 40. */
static void
test_moments_spread (void)
{
  g_autoptr (ThawReminder) rule = make_window (600, 679, 1, 1);
  guint counts[40] = { 0 };

  for (ThawDay day = DAY; day < DAY + 40000; day++)
    {
      int minutes[THAW_REMINDER_MAX_A_DAY];

      g_assert_cmpuint (thaw_reminder_list_day (rule, day, NO_QUIET, minutes), ==, 1);
      counts[(minutes[0] - 600) / 2]++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_assert_cmpuint (counts[i], >, 850);
      g_assert_cmpuint (counts[i], <, 1150);
    }
}

static void
test_opens (void)
{
  g_assert_true (thaw_reminder_opens_is_valid (NULL));
  g_assert_true (thaw_reminder_opens_is_valid ("check-in:now"));
  g_assert_true (thaw_reminder_opens_is_valid ("practice:walk"));
  g_assert_false (thaw_reminder_opens_is_valid (""));
  g_assert_false (thaw_reminder_opens_is_valid ("https://example.org"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reminder/copy", test_copy);
  g_test_add_func ("/core/reminder/valid-times", test_valid_times);
  g_test_add_func ("/core/reminder/rarer", test_rarer);
  g_test_add_func ("/core/reminder/quiet-hours", test_quiet_hours);
  g_test_add_func ("/core/reminder/days", test_days);
  g_test_add_func ("/core/reminder/times-and-quiet-hours", test_times_and_quiet_hours);
  g_test_add_func ("/core/reminder/moments-hold", test_moments_hold);
  g_test_add_func ("/core/reminder/moments-stay", test_moments_stay);
  g_test_add_func ("/core/reminder/moments-spread", test_moments_spread);
  g_test_add_func ("/core/reminder/opens", test_opens);

  return g_test_run ();
}
