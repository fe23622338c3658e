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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/moment/iso-is-exact", test_iso_is_exact);
  g_test_add_func ("/core/moment/every-millisecond", test_every_millisecond);
  g_test_add_func ("/core/moment/other-forms", test_other_forms);
  g_test_add_func ("/core/moment/no-time", test_no_time);

  return g_test_run ();
}
