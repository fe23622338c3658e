/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-civil.h"

#define MS_PER_MINUTE 60000

static gint64
parse_utc (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * 1000;
}

/* “2026-03-29 02:30” */
static ThawCivil
parse_civil (const char *text)
{
  g_autofree char *day = g_strndup (text, 10);

  return thaw_civil_new (thaw_day_from_iso (day),
                         (int) g_ascii_strtoll (text + 11, NULL, 10) * 60 +
                         (int) g_ascii_strtoll (text + 14, NULL, 10));
}

static void
test_parts (void)
{
  ThawCivil civil = thaw_civil_new (thaw_day_new (2026, 12, 2), 8 * 60 + 30);

  g_assert_cmpint (thaw_civil_get_day (civil), ==, thaw_day_new (2026, 12, 2));
  g_assert_cmpint (thaw_civil_get_minute (civil), ==, 8 * 60 + 30);
  g_assert_cmpint (thaw_civil_new (THAW_DAY_EPOCH + 1, 0), ==, thaw_civil_new (THAW_DAY_EPOCH, 23 * 60 + 59) + 1);
  g_assert_cmpint (thaw_civil_get_day (THAW_CIVIL_NONE), ==, THAW_DAY_NONE);
}

static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    const char *civil;
    const char *first;
    const char *last;
  } cases[] = {
    /* An hour is left out, and one comes twice. */
    { "Europe/Berlin", "2026-03-29 01:59", "2026-03-29T00:59:00Z", NULL },
    { "Europe/Berlin", "2026-03-29 02:30", "2026-03-29T01:00:00Z", NULL },
    { "Europe/Berlin", "2026-03-29 03:00", "2026-03-29T01:00:00Z", NULL },
    { "Europe/Berlin", "2026-10-25 02:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z" },
    { "Europe/Berlin", "2026-10-25 03:00", "2026-10-25T02:00:00Z", NULL },
    { "America/New_York", "2026-03-08 02:30", "2026-03-08T07:00:00Z", NULL },
    { "America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z" },
    /* Half an hour. */
    { "Australia/Lord_Howe", "2026-10-04 02:10", "2026-10-03T15:30:00Z", NULL },
    { "Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z" },
    /* Winter is what is called daylight saving. */
    { "Europe/Dublin", "2026-10-25 01:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z" },
    /* Neither side is called daylight saving. */
    { "Europe/Moscow", "2014-10-26 01:30", "2014-10-25T21:30:00Z", "2014-10-25T22:30:00Z" },
    /* Midnight is left out; the last hour of a day comes twice, once with a minute of the next before it. */
    { "America/Sao_Paulo", "2018-11-04 00:30", "2018-11-04T03:00:00Z", NULL },
    { "America/Sao_Paulo", "2018-02-17 23:30", "2018-02-18T01:30:00Z", "2018-02-18T02:30:00Z" },
    { "America/St_Johns", "2010-11-06 23:30", "2010-11-07T02:00:00Z", "2010-11-07T03:00:00Z" },
    { "America/St_Johns", "2010-11-07 00:00", "2010-11-07T02:30:00Z", "2010-11-07T03:30:00Z" },
    /* No change, and no whole hours. */
    { "Asia/Kathmandu", "2026-06-01 00:00", "2026-05-31T18:15:00Z", NULL },
    /* The 30th was left out. */
    { "Pacific/Apia", "2011-12-29 23:59", "2011-12-30T09:59:00Z", NULL },
    { "Pacific/Apia", "2011-12-30 12:00", "2011-12-30T10:00:00Z", NULL },
    { "Pacific/Apia", "2011-12-31 00:00", "2011-12-30T10:00:00Z", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      ThawCivil civil = parse_civil (cases[i].civil);

      g_assert_nonnull (zone);
      g_test_message ("%s, %s", cases[i].zone, cases[i].civil);
      g_assert_cmpint (thaw_civil_to_utc_ms (civil, zone), ==, parse_utc (cases[i].first));
      g_assert_cmpint (thaw_civil_to_last_utc_ms (civil, zone), ==,
                       parse_utc (cases[i].last != NULL ? cases[i].last : cases[i].first));
    }
}

/* Days around a change of the clock, minute by minute: what it shows is asked of GDateTime, and each minute that it
 * shows comes back as when it is first and last seen, one that it does not show as when the next one is. */
static void
test_minute_by_minute (void)
{
  static const struct
  {
    const char *zone;
    const char *day;
  } cases[] = {
    { "Europe/Berlin", "2026-03-29" }, { "Europe/Berlin", "2026-10-25" }, { "America/New_York", "2026-03-08" },
    { "America/New_York", "2026-11-01" }, { "Australia/Lord_Howe", "2026-04-05" },
    { "Australia/Lord_Howe", "2026-10-04" }, { "Europe/Dublin", "2026-10-25" }, { "Europe/Moscow", "2014-10-26" },
    { "America/Sao_Paulo", "2018-11-04" }, { "America/Sao_Paulo", "2018-02-18" }, { "America/St_Johns", "2010-11-07" },
    { "Asia/Kathmandu", "2026-03-29" }, { "Pacific/Apia", "2011-12-30" }, { "America/Nuuk", "2026-03-28" },
    { "Africa/Casablanca", "2026-02-15" }, { "Pacific/Kiritimati", "1994-12-31" }, { "UTC", "2026-03-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autoptr (GHashTable) first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      g_autoptr (GHashTable) last = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      ThawCivil middle = thaw_civil_new (thaw_day_from_iso (cases[i].day), 0);
      gint64 middle_ms, shown_next = 0;

      g_assert_nonnull (zone);
      middle_ms = thaw_civil_to_utc_ms (middle, zone);
      for (int minute = -4 * 1440; minute < 4 * 1440; minute++)
        {
          gint64 ms = middle_ms + (gint64) minute * MS_PER_MINUTE;
          g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (ms / 1000);
          g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
          ThawCivil civil = thaw_civil_new (thaw_day_from_time (local),
                                            g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local));

          g_assert_cmpint (thaw_civil_from_utc_ms (ms, zone), ==, civil);
          g_assert_cmpint (thaw_civil_from_utc_ms (ms + MS_PER_MINUTE - 1, zone), ==, civil);
          if (!g_hash_table_contains (first, &civil))
            g_hash_table_insert (first, g_memdup2 (&civil, sizeof civil), g_memdup2 (&ms, sizeof ms));
          g_hash_table_insert (last, g_memdup2 (&civil, sizeof civil), g_memdup2 (&ms, sizeof ms));
        }

      for (ThawCivil civil = middle + 2 * 1440; civil > middle - 2 * 1440; civil--)
        {
          gint64 *first_ms = g_hash_table_lookup (first, &civil);
          gint64 *last_ms = g_hash_table_lookup (last, &civil);

          if (first_ms != NULL)
            shown_next = *first_ms;
          g_assert_cmpint (thaw_civil_to_utc_ms (civil, zone), ==, shown_next);
          g_assert_cmpint (thaw_civil_to_last_utc_ms (civil, zone), ==, last_ms != NULL ? *last_ms : shown_next);
        }
    }
}

static void
test_ends_of_the_calendar (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) east = g_time_zone_new_identifier ("Pacific/Kiritimati");
  g_autoptr (GTimeZone) west = g_time_zone_new_identifier ("Pacific/Pago_Pago");
  GTimeZone *zones[] = { utc, east, west };
  const ThawCivil first = thaw_civil_new (THAW_DAY_FIRST, 0);
  const ThawCivil last = thaw_civil_new (THAW_DAY_LAST, 1439);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_assert_cmpint (thaw_civil_from_utc_ms (G_MAXINT64, zones[i]), ==, last);
      g_assert_cmpint (thaw_civil_from_utc_ms (G_MININT64, zones[i]), ==, first);
      g_assert_cmpint (thaw_civil_from_utc_ms (thaw_civil_to_utc_ms (last, zones[i]), zones[i]), ==, last);
      g_assert_cmpint (thaw_civil_from_utc_ms (thaw_civil_to_utc_ms (first, zones[i]), zones[i]), ==, first);
    }

  /* Before Unix time began. */
  g_assert_cmpint (thaw_civil_from_utc_ms (-1, utc), ==, thaw_civil_new (THAW_DAY_EPOCH - 1, 1439));
  g_assert_cmpint (thaw_civil_from_utc_ms (-MS_PER_MINUTE, utc), ==, thaw_civil_new (THAW_DAY_EPOCH - 1, 1439));
  g_assert_cmpint (thaw_civil_from_utc_ms (-MS_PER_MINUTE - 1, utc), ==, thaw_civil_new (THAW_DAY_EPOCH - 1, 1438));
  g_assert_cmpint (thaw_civil_from_utc_ms (0, utc), ==, thaw_civil_new (THAW_DAY_EPOCH, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/civil/parts", test_parts);
  g_test_add_func ("/core/civil/zones", test_zones);
  g_test_add_func ("/core/civil/minute-by-minute", test_minute_by_minute);
  g_test_add_func ("/core/civil/ends-of-the-calendar", test_ends_of_the_calendar);

  return g_test_run ();
}
