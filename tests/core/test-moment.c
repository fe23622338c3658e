/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-moment"

#include "config.h"

#include "thaw-moment.h"

static void
test_iso_is_exact (void)
{
  const char *const times[] = {
    "2026-11-23T09:15:00.250+01:00",
    "2026-03-29T23:59:59.999-03:30",
    "1969-12-31T23:59:59.999+00:00",
    "1890-06-01T12:00:00.001+00:53:28",
    "1890-06-01T00:00:00.000-00:25:21",
    /* Seen in UTC, these are in the years 0 and 10000. */
    "0001-01-01T00:00:00.000+18:00",
    "9999-12-31T23:59:59.999-18:00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      ThawMoment moment = thaw_moment_from_iso (times[i], NULL);
      g_autofree char *iso = NULL;
      g_autoptr (GDateTime) time = NULL;
      ThawMoment again;

      g_assert_true (thaw_moment_is_valid (&moment));
      iso = thaw_moment_to_iso (&moment);
      g_assert_cmpstr (iso, ==, times[i]);

      time = thaw_moment_to_time (&moment);
      g_assert_nonnull (time);
      again = thaw_moment_from_time (time);
      g_assert_true (thaw_moment_equal (&again, &moment));
    }
}

static void
test_every_millisecond (void)
{
  for (int ms = 0; ms < 60000; ms += 7)
    {
      ThawMoment moment = { .utc_ms = G_GINT64_CONSTANT (1795420800000) + ms, .offset_secs = 3600 };
      g_autofree char *iso = NULL;
      ThawMoment again;

      moment.day = thaw_day_from_iso ("2026-11-23");
      g_assert_true (thaw_moment_is_valid (&moment));
      g_assert_cmpint (thaw_moment_get_ms_of_day (&moment) % 60000, ==, ms);
      iso = thaw_moment_to_iso (&moment);
      again = thaw_moment_from_iso (iso, NULL);
      g_assert_true (thaw_moment_equal (&again, &moment));
    }
}

static void
test_other_forms (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7200);
  ThawMoment moment = thaw_moment_from_iso ("2026-11-23T09:15:00", zone);

  g_assert_true (thaw_moment_is_valid (&moment));
  g_assert_cmpint (moment.offset_secs, ==, 7200);

  moment = thaw_moment_from_iso ("20261123T091500Z", NULL);
  g_assert_true (thaw_moment_is_valid (&moment));
  g_assert_cmpint (moment.offset_secs, ==, 0);
}

static void
test_no_time (void)
{
  const char *const nonsense[] = {
    NULL,
    "",
    "today",
    "2026-11-23",
    "2026-11-23T09:15:00",
    "2026-02-30T09:15:00.000+00:00",
    "0000-01-01T00:00:00.000+00:00",
    "99999-01-01T00:00:00.000+00:00",
    "2026-11-23T24:01:00.000+00:00",
    "2026-11-23T09:60:00.000+00:00",
    "2026-11-23T09:15:00.000+19:00",
    "2026-11-23T09:15:00.000+01:00 or so",
  };

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      ThawMoment moment = thaw_moment_from_iso (nonsense[i], NULL);

      g_assert_false (thaw_moment_is_valid (&moment));
    }
}

static void
test_refused (void)
{
  static const char *const refused[] = { "", "yesterday", "2026-02-30T10:00:00Z", "2026-11-23",
                                         "2026-11-23T25:00:00Z", "2026-11-23T09:15:00" };
  ThawMoment moment;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      moment = thaw_moment_from_iso (refused[i], NULL);
      g_assert_false (thaw_moment_is_valid (&moment));
    }

  moment = thaw_moment_from_iso (NULL, NULL);
  g_assert_false (thaw_moment_is_valid (&moment));

  /* A day that the instant and the offset contradict. */
  moment = thaw_moment_from_iso ("2026-11-23T09:15:00Z", NULL);
  moment.day++;
  g_assert_false (thaw_moment_is_valid (&moment));
  moment.day = THAW_DAY_NONE;
  g_assert_false (thaw_moment_is_valid (&moment));
  moment.utc_ms = G_MAXINT64;
  moment.day = THAW_DAY_LAST;
  g_assert_false (thaw_moment_is_valid (&moment));
  moment.utc_ms = G_MININT64;
  g_assert_false (thaw_moment_is_valid (&moment));
}

static void
test_day_is_local (void)
{
  ThawMoment tokyo = thaw_moment_from_iso ("2026-11-24T06:00:00+09:00", NULL);
  ThawMoment berlin = thaw_moment_from_iso ("2026-11-23T22:00:00+01:00", NULL);

  g_assert_cmpint (tokyo.utc_ms, ==, berlin.utc_ms);
  g_assert_cmpint (tokyo.day, ==, thaw_day_new (2026, 11, 24));
  g_assert_cmpint (berlin.day, ==, thaw_day_new (2026, 11, 23));
  g_assert_false (thaw_moment_equal (&tokyo, &berlin));
}

/* Two entries with the same local day stay together however the zones differ, and within a day the earlier instant
 * comes first. */
static void
test_positions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 20000; i++)
    {
      ThawMoment a = { 0 }, b = { 0 };
      ThawMoment *both[] = { &a, &b };
      gint64 pos_a, pos_b;

      for (int j = 0; j < 2; j++)
        {
          gint64 local_ms;

          both[j]->day = THAW_DAY_EPOCH + g_rand_int_range (rand, 20000, 20003);
          both[j]->offset_secs = g_rand_int_range (rand, -18, 19) * 3600;
          local_ms = (both[j]->day - THAW_DAY_EPOCH) * G_GINT64_CONSTANT (86400000) + g_rand_int_range (rand, 0, 86400000);
          both[j]->utc_ms = local_ms - both[j]->offset_secs * 1000;
          g_assert_true (thaw_moment_is_valid (both[j]));
        }

      pos_a = thaw_moment_get_position (&a);
      pos_b = thaw_moment_get_position (&b);
      if (a.day != b.day)
        g_assert_true ((pos_a < pos_b) == (a.day < b.day));
      else if (a.utc_ms != b.utc_ms)
        g_assert_true ((pos_a < pos_b) == (a.utc_ms < b.utc_ms));
      else
        g_assert_true (pos_a == pos_b);

      if (pos_a != pos_b)
        g_assert_cmpint (ABS (pos_a - pos_b), >=, THAW_MOMENT_POSITIONS_PER_MS);
      g_assert_cmpint (pos_a, >=, thaw_day_get_first_position (a.day));
      g_assert_cmpint (pos_a + THAW_MOMENT_POSITIONS_PER_MS, <=, thaw_day_get_first_position (a.day + 1));
    }
}

static void
test_extremes_fit (void)
{
  ThawMoment first = { .utc_ms = (THAW_DAY_FIRST - THAW_DAY_EPOCH) * G_GINT64_CONSTANT (86400000),
                       .day = THAW_DAY_FIRST };
  ThawMoment last = thaw_moment_from_iso ("9999-12-31T23:59:59.999+00:00", NULL);

  g_assert_true (thaw_moment_is_valid (&first));
  g_assert_true (thaw_moment_is_valid (&last));
  g_assert_cmpint (thaw_moment_get_position (&first), >, 0);
  g_assert_cmpint (thaw_moment_get_position (&last), >, thaw_moment_get_position (&first));
  g_assert_cmpint (thaw_day_get_first_position (THAW_DAY_LAST + 1), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/moment/iso-is-exact", test_iso_is_exact);
  g_test_add_func ("/core/moment/every-millisecond", test_every_millisecond);
  g_test_add_func ("/core/moment/other-forms", test_other_forms);
  g_test_add_func ("/core/moment/no-time", test_no_time);
  g_test_add_func ("/core/moment/refused", test_refused);
  g_test_add_func ("/core/moment/day-is-local", test_day_is_local);
  g_test_add_func ("/core/moment/positions", test_positions);
  g_test_add_func ("/core/moment/extremes-fit", test_extremes_fit);

  return g_test_run ();
}
