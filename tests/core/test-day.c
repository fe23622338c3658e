/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "thaw-day.h"

static void
test_calendar (void)
{
  g_assert_cmpint (thaw_day_new (1970, 1, 1), ==, THAW_DAY_EPOCH);
  g_assert_cmpint (thaw_day_new (1, 1, 1), ==, THAW_DAY_FIRST);
  g_assert_cmpint (thaw_day_new (9999, 12, 31), ==, THAW_DAY_LAST);
  g_assert_cmpint (thaw_day_new (2024, 2, 29), ==, thaw_day_new (2024, 3, 1) - 1);
  g_assert_cmpint (thaw_day_new (2023, 2, 29), ==, THAW_DAY_NONE);
  g_assert_cmpint (thaw_day_new (0, 1, 1), ==, THAW_DAY_NONE);
  g_assert_cmpint (thaw_day_new (10000, 1, 1), ==, THAW_DAY_NONE);
  g_assert_cmpint (thaw_day_new (2024, 13, 1), ==, THAW_DAY_NONE);
  g_assert_false (thaw_day_is_valid (THAW_DAY_NONE));
  g_assert_false (thaw_day_is_valid (-1));
  g_assert_false (thaw_day_is_valid (THAW_DAY_LAST + 1));
}

static void
test_iso (void)
{
  static const char *const refused[] = { "", "2024-2-29", "2024-02-30", "20240229", "2024-02-29 ", " 2024-02-29",
                                         "2024/02/29", "0000-01-01", "٢٠٢٤-02-29", "2024-02-2", "+024-02-29" };
  char buffer[THAW_DAY_ISO_SIZE];

  g_assert_cmpint (thaw_day_from_iso ("2024-02-29"), ==, thaw_day_new (2024, 2, 29));
  g_assert_cmpint (thaw_day_from_iso (NULL), ==, THAW_DAY_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (thaw_day_from_iso (refused[i]), ==, THAW_DAY_NONE);

  for (ThawDay day = THAW_DAY_FIRST; day <= THAW_DAY_LAST; day += 997)
    {
      thaw_day_write_iso (day, buffer);
      g_assert_cmpint (thaw_day_from_iso (buffer), ==, day);
    }
}

static void
test_weekdays (void)
{
  ThawDay sunday = thaw_day_new (2026, 11, 22);

  g_assert_cmpint (thaw_day_get_weekday (sunday), ==, 7);
  g_assert_cmpint (thaw_day_get_weekday (sunday + 1), ==, 1);
  g_assert_cmpint (thaw_day_start_of_week (sunday, 1), ==, sunday - 6);
  g_assert_cmpint (thaw_day_start_of_week (sunday, 7), ==, sunday);
  g_assert_cmpint (thaw_day_start_of_week (sunday, 6), ==, sunday - 1);
  g_assert_cmpint (thaw_day_start_of_week (THAW_DAY_FIRST, 7), ==, THAW_DAY_FIRST);

  /* The same weekday as GDate says, over a leap cycle. */
  for (ThawDay day = thaw_day_new (1999, 1, 1); day < thaw_day_new (2005, 1, 1); day++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) day);
      g_assert_cmpint (thaw_day_get_weekday (day), ==, g_date_get_weekday (&date));
    }
}

static void
test_months (void)
{
  ThawDay day = thaw_day_new (2024, 1, 31);

  g_assert_cmpint (thaw_day_add_months (day, 1), ==, thaw_day_new (2024, 2, 29));
  g_assert_cmpint (thaw_day_add_months (day, 13), ==, thaw_day_new (2025, 2, 28));
  g_assert_cmpint (thaw_day_add_months (day, -2), ==, thaw_day_new (2023, 11, 30));
  g_assert_cmpint (thaw_day_add_months (day, 0), ==, day);
  g_assert_cmpint (thaw_day_add_months (day, G_MAXINT), ==, THAW_DAY_LAST);
  g_assert_cmpint (thaw_day_add_months (day, G_MININT), ==, THAW_DAY_FIRST);
  g_assert_cmpint (thaw_day_start_of_month (day), ==, thaw_day_new (2024, 1, 1));
  g_assert_cmpint (thaw_day_days_in_month (thaw_day_new (2024, 2, 3)), ==, 29);
  g_assert_cmpint (thaw_day_days_in_month (thaw_day_new (2100, 2, 3)), ==, 28);
}

static void
test_midnight (void)
{
  /* In São Paulo the clocks of 2018-11-04 went from 23:59:59 to 01:00. */
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Sao_Paulo");
  g_autoptr (GDateTime) midnight = NULL;

  if (zone == NULL)
    {
      g_test_skip ("No time zone data");
      return;
    }

  midnight = thaw_day_to_midnight (thaw_day_new (2018, 11, 4), zone);
  g_assert_cmpint (thaw_day_from_time (midnight), ==, thaw_day_new (2018, 11, 4));
}

/* A locale of which the sources are there, wherever it is not. */
static gboolean
make_locale (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *source = g_strndup (name, strcspn (name, "."));
  const char *argv[] = { "localedef", "-i", source, "-f", "UTF-8", path, NULL };
  int status = 0;

  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, &status, NULL) &&
         g_spawn_check_wait_status (status, NULL);
}

static void
remove_folder (const char *folder)
{
  const char *argv[] = { "rm", "-r", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

static void
test_first_weekday (void)
{
  static const struct
  {
    const char *locale;
    int first;
  } cases[] = { { "en_US.UTF-8", 7 }, { "de_DE.UTF-8", 1 }, { "ar_EG.UTF-8", 6 } };
  g_autofree char *folder = g_dir_make_tmp ("thaw-day-XXXXXX", NULL);
  g_autofree char *former = g_strdup (g_getenv ("LOCPATH"));
  guint n_made = 0;

  setlocale (LC_TIME, "C");
  g_assert_cmpint (thaw_day_get_first_weekday (), ==, 1);

  g_setenv ("LOCPATH", folder, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (!make_locale (folder, cases[i].locale))
        continue;
      g_assert_nonnull (setlocale (LC_TIME, cases[i].locale));
      g_assert_cmpint (thaw_day_get_first_weekday (), ==, cases[i].first);
      n_made++;
    }

  if (former != NULL)
    g_setenv ("LOCPATH", former, TRUE);
  else
    g_unsetenv ("LOCPATH");
  setlocale (LC_TIME, "");
  remove_folder (folder);
  if (n_made == 0)
    g_test_skip ("No locale can be made here: localedef and the sources of locales are not there");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/day/calendar", test_calendar);
  g_test_add_func ("/core/day/iso", test_iso);
  g_test_add_func ("/core/day/weekdays", test_weekdays);
  g_test_add_func ("/core/day/months", test_months);
  g_test_add_func ("/core/day/midnight", test_midnight);
  g_test_add_func ("/core/day/first-weekday", test_first_weekday);

  return g_test_run ();
}
