/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-daylio"

#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange/thaw-daylio-reader.h"
#include "exchange/thaw-daylio-time.h"
#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-html-text.h"
#include "exchange/thaw-import-format.h"
#include "thaw-test-exchange.h"
#include "thaw-uuid.h"

#define HEADER "full_date,date,weekday,time,mood,activities,note_title,note\n"

static ThawDaylioReader *
make_reader (const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  g_assert_nonnull (zone);

  return thaw_daylio_reader_new (zone);
}

static GPtrArray *
read_csv (ThawDaylioReader *reader,
          const char       *csv,
          GError          **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));

  return thaw_daylio_reader_read (reader, bytes, NULL, error);
}

static GPtrArray *
read_fixture (ThawDaylioReader *reader,
              const char       *name)
{
  g_autofree char *path = g_strconcat ("daylio/", name, NULL);
  g_autoptr (GBytes) bytes = thaw_test_read_fixture (path);
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = thaw_daylio_reader_read (reader, bytes, NULL, &error);

  g_assert_no_error (error);

  return entries;
}

static void
assert_time (ThawEntry  *entry,
             const char *iso)
{
  g_autofree char *actual = thaw_moment_to_iso (thaw_entry_get_moment (entry));

  g_assert_cmpstr (actual, ==, iso);
}

static void
assert_tag (ThawEntry  *entry,
            guint       i,
            const char *name,
            ThawTagKind kind)
{
  GPtrArray *tags = thaw_entry_get_tags (entry);
  ThawTagMark *mark;

  g_assert_cmpuint (i, <, tags->len);
  mark = tags->pdata[i];
  g_assert_cmpstr (mark->name, ==, name);
  g_assert_cmpint (mark->kind, ==, kind);
  g_assert_false (mark->is_trigger);
}

static void
test_new_header (void)
{
  g_autoptr (ThawDaylioReader) reader = make_reader ("Europe/Berlin");
  g_autoptr (GPtrArray) entries = read_fixture (reader, "new.csv");
  g_auto (GStrv) unknown = thaw_daylio_reader_dup_unknown_moods (reader);
  g_autoptr (GHashTable) uuids = g_hash_table_new (g_str_hash, g_str_equal);
  ThawEntry *entry;

  g_assert_cmpuint (entries->len, ==, 7);
  for (guint i = 0; i < entries->len; i++)
    {
      g_assert_true (thaw_uuid_is_valid (thaw_entry_get_uuid (entries->pdata[i])));
      g_assert_true (g_hash_table_add (uuids, (char *) thaw_entry_get_uuid (entries->pdata[i])));
    }

  /* Oldest first. */
  assert_time (entries->pdata[0], "2021-03-25T07:00:00.000+01:00");
  g_assert_cmpfloat (thaw_entry_get_valence (entries->pdata[0]), ==, -1.0);
  g_assert_cmpfloat (thaw_entry_get_valence (entries->pdata[2]), ==, -2.0 / 3.0);
  g_assert_cmpfloat (thaw_entry_get_valence (entries->pdata[3]), ==, 1.0);
  g_assert_cmpstr (thaw_entry_get_text (entries->pdata[3]), ==, "Two lines\nin one note");
  g_assert_cmpfloat (thaw_entry_get_valence (entries->pdata[4]), ==, 0.0);

  entry = entries->pdata[5];
  assert_time (entry, "2021-03-27T08:05:00.000+01:00");
  g_assert_cmpfloat (thaw_entry_get_valence (entry), ==, 2.0 / 3.0);
  g_assert_cmpint (thaw_entry_get_feeling (entry), ==, THAW_FEELING_UNKNOWN);
  g_assert_cmpint (thaw_entry_get_answer (entry), ==, THAW_ANSWER_NONE);
  g_assert_cmpuint (thaw_entry_get_tags (entry)->len, ==, 3);
  assert_tag (entry, 0, "coffee", THAW_TAG_ACTIVITY);
  assert_tag (entry, 2, "walk", THAW_TAG_ACTIVITY);
  g_assert_cmpstr (thaw_entry_get_title (entry), ==, "A slow morning");
  g_assert_cmpstr (thaw_entry_get_text (entry), ==,
                   "Made coffee.\nThen:\n• sat in the sun\n• read & listened\nFelt \"light\", <3");

  /* A mood that the person named themselves: kept, and not guessed at. */
  entry = entries->pdata[6];
  g_assert_true (isnan (thaw_entry_get_valence (entry)));
  assert_tag (entry, 0, "irritable", THAW_TAG_EVENT);
  assert_tag (entry, 1, "take care of kids", THAW_TAG_ACTIVITY);
  g_assert_cmpuint (g_strv_length (unknown), ==, 1);
  g_assert_cmpstr (unknown[0], ==, "irritable");
}

static void
test_old_header (void)
{
  g_autoptr (ThawDaylioReader) reader = make_reader ("America/New_York");
  g_autoptr (GPtrArray) entries = read_fixture (reader, "old.csv");

  g_assert_cmpuint (entries->len, ==, 2);
  assert_time (entries->pdata[0], "2018-05-18T00:10:00.000-04:00");
  g_assert_cmpfloat (thaw_entry_get_valence (entries->pdata[0]), ==, -2.0 / 3.0);
  assert_time (entries->pdata[1], "2018-05-18T23:54:00.000-04:00");
  g_assert_cmpstr (thaw_entry_get_text (entries->pdata[1]), ==, "Late, but fine");
}

static void
test_same_uuids (void)
{
  g_autoptr (ThawDaylioReader) reader = make_reader ("Europe/Berlin");
  g_autoptr (ThawDaylioReader) elsewhere = make_reader ("Asia/Tokyo");
  g_autoptr (GPtrArray) entries = read_fixture (reader, "new.csv");
  g_autoptr (GPtrArray) again = read_fixture (reader, "new.csv");
  g_autoptr (GPtrArray) abroad = read_fixture (elsewhere, "new.csv");

  for (guint i = 0; i < entries->len; i++)
    {
      thaw_test_assert_same (again->pdata[i], entries->pdata[i]);
      g_assert_cmpstr (thaw_entry_get_uuid (abroad->pdata[i]), ==, thaw_entry_get_uuid (entries->pdata[i]));
      g_assert_cmpint (thaw_entry_get_modified_ms (abroad->pdata[i]), ==,
                       thaw_entry_get_modified_ms (entries->pdata[i]));
    }
}

static void
test_told_moods (void)
{
  g_autoptr (ThawDaylioReader) reader = make_reader ("Europe/Berlin");
  g_autoptr (GPtrArray) before = read_fixture (reader, "new.csv");
  g_autoptr (GPtrArray) after = NULL;
  g_auto (GStrv) unknown = NULL;

  thaw_daylio_reader_set_mood (reader, " Irritable", -0.5);
  thaw_daylio_reader_set_mood (reader, "rad", 0.9);
  after = read_fixture (reader, "new.csv");
  unknown = thaw_daylio_reader_dup_unknown_moods (reader);

  g_assert_cmpuint (g_strv_length (unknown), ==, 0);
  g_assert_cmpfloat (thaw_entry_get_valence (after->pdata[6]), ==, -0.5);
  assert_tag (after->pdata[6], 0, "irritable", THAW_TAG_EVENT);
  g_assert_cmpfloat (thaw_entry_get_valence (after->pdata[3]), ==, 0.9);

  /* The same entry, and newer, so that it replaces the one imported before; the others stay as they are. */
  g_assert_cmpstr (thaw_entry_get_uuid (after->pdata[6]), ==, thaw_entry_get_uuid (before->pdata[6]));
  g_assert_cmpint (thaw_entry_get_modified_ms (after->pdata[6]), >, thaw_entry_get_modified_ms (before->pdata[6]));
  g_assert_cmpint (thaw_entry_get_modified_ms (after->pdata[5]), ==, thaw_entry_get_modified_ms (before->pdata[5]));
}

static void
test_columns (void)
{
  g_autoptr (ThawDaylioReader) reader = make_reader ("UTC");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
    read_csv (reader,
              "Mood,time,full_date,Scale,note,Photo\n"
              "good,09:00,2024-02-29,7 of 10,hello,\n"
              "good,09:01,2024-02-29,,,IMG_1.jpg\n"
              "good,09:02,2024-02-29\n"
              ",09:03,2024-02-29,,,\n", &error);

  g_assert_no_error (error);

  /* The last row says nothing. */
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (thaw_entry_get_text (entries->pdata[2]), ==, "hello\n\nScale: 7 of 10");
  g_assert_cmpstr (thaw_entry_get_text (entries->pdata[1]), ==, "Photo: IMG_1.jpg");
  g_assert_cmpstr (thaw_entry_get_text (entries->pdata[0]), ==, "");
}

static void
test_long_activity (void)
{
  g_autoptr (ThawDaylioReader) reader = make_reader ("UTC");
  g_autofree char *name = g_strnfill (500, 'x');
  g_autofree char *csv = g_strconcat (HEADER "2024-02-29,,,09:00,good,a | ", name, " |  | b,,\n", NULL);
  g_autofree char *kept = g_strconcat ("activities: ", name, NULL);
  g_autoptr (GPtrArray) entries = read_csv (reader, csv, NULL);

  g_assert_nonnull (entries);
  g_assert_cmpuint (thaw_entry_get_tags (entries->pdata[0])->len, ==, 2);
  g_assert_cmpstr (thaw_entry_get_text (entries->pdata[0]), ==, kept);
}

static void
test_gap_in_local_time (void)
{
  g_autoptr (ThawDaylioReader) reader = make_reader ("Europe/Berlin");
  g_autoptr (GPtrArray) entries = read_csv (reader, HEADER "2026-03-29,,,02:30,good,,,\n", NULL);

  /* No clock showed this time, but the entry is kept, on its day. */
  g_assert_nonnull (entries);
  g_assert_true (thaw_moment_is_valid (thaw_entry_get_moment (entries->pdata[0])));
  g_assert_cmpint (thaw_entry_get_moment (entries->pdata[0])->day, ==, thaw_day_from_iso ("2026-03-29"));
}

static void
test_refused (void)
{
  const struct
  {
    const char *csv;
    ThawExchangeError code;
    const char *says;
  } cases[] = {
    { "", THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, NULL },
    { "{}", THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, NULL },
    { "date,mood\n2021-01-01,good\n", THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, NULL },
    { HEADER "2021-02-30,,,09:00,good,,,\n", THAW_EXCHANGE_ERROR_INVALID, "2021-02-30" },
    { HEADER "2021-02-01,,,09:00,good,,,\n99999-01-01,,,09:00,good,,,\n", THAW_EXCHANGE_ERROR_INVALID, "Line 3" },
    { HEADER "0000-01-01,,,09:00,good,,,\n", THAW_EXCHANGE_ERROR_INVALID, NULL },
    { HEADER "2021-02-01,,,25:00,good,,,\n", THAW_EXCHANGE_ERROR_INVALID, "25:00" },
    { HEADER "2021-02-01,,,13:00 pm,good,,,\n", THAW_EXCHANGE_ERROR_INVALID, "13:00 pm" },
    { HEADER "2021-02-01,,,,good,,,\n", THAW_EXCHANGE_ERROR_INVALID, "Line 2" },
    { HEADER "2021-02-01\n", THAW_EXCHANGE_ERROR_INVALID, "Line 2" },
    { HEADER "2021-02-01,,,09:00,good,,,,,,\n", THAW_EXCHANGE_ERROR_DAMAGED, "Line 2" },
    { HEADER "2021-02-01,,,09:00,good,,,\"never closed\n", THAW_EXCHANGE_ERROR_DAMAGED, "line 2" },
    { HEADER "2021-02-01,,,09:00,good,,,\xe9t\xe9\n", THAW_EXCHANGE_ERROR_DAMAGED, "Line 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ThawDaylioReader) reader = make_reader ("UTC");
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = read_csv (reader, cases[i].csv, &error);

      g_assert_null (entries);
      g_assert_error (error, THAW_EXCHANGE_ERROR, (int) cases[i].code);
      g_assert_null (strchr (error->message, '\n'));
      if (cases[i].says != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_impossible_day (void)
{
  g_autoptr (GBytes) bytes = thaw_test_read_fixture ("daylio/impossible-day.csv");
  g_autoptr (ThawDaylioReader) reader = make_reader ("UTC");
  g_autoptr (GError) error = NULL;

  g_assert_null (thaw_daylio_reader_read (reader, bytes, NULL, &error));
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "29 February"));
}

/* Bytes that flipped are refused, or read as something that can be stored; never more than that. */
static void
test_flipped_bytes (void)
{
  g_autoptr (GBytes) original = thaw_test_read_fixture ("daylio/new.csv");
  g_autoptr (ThawDaylioReader) reader = make_reader ("Europe/Berlin");
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  const char likely[] = "\",\r\n<>&;#/: 0";

  for (guint round = 0; round < 3000; round++)
    {
      gsize size = g_bytes_get_size (original);
      char *broken = g_memdup2 (g_bytes_get_data (original, NULL), size);
      g_autoptr (GBytes) bytes = g_bytes_new_take (broken, size);
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GError) error = NULL;

      for (gint32 n = g_rand_int_range (random, 1, 5); n > 0; n--)
        broken[g_rand_int_range (random, 0, (gint32) size)] =
          g_rand_boolean (random) ? likely[g_rand_int_range (random, 0, sizeof likely - 1)]
                                  : (char) g_rand_int_range (random, 0, 256);

      entries = thaw_daylio_reader_read (reader, bytes, NULL, &error);
      g_assert_true ((entries == NULL) == (error != NULL));
      for (guint i = 0; entries != NULL && i < entries->len; i++)
        {
          g_assert_false (thaw_entry_is_empty (entries->pdata[i]));
          g_assert_true (thaw_moment_is_valid (thaw_entry_get_moment (entries->pdata[i])));
          g_assert_true (g_utf8_validate (thaw_entry_get_text (entries->pdata[i]), -1, NULL));
        }
    }
}

static void
test_times (void)
{
  const struct
  {
    const char *time;
    int minute;
  } cases[] = {
    { "00:00", 0 }, { "9:05", 545 }, { "23:59", 1439 }, { "12:00 am", 0 }, { "12:00 PM", 720 },
    { "1:05 p. m.", 785 }, { "11:54\xe2\x80\xafpm", 1434 }, { "24:00", -1 }, { "9", -1 }, { "9:5x", -1 },
    { "123:00", -1 }, { "9:123", -1 }, { "0:30 am", -1 }, { "9:30 xm", -1 }, { "", -1 }, { "-9:30", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (thaw_daylio_read_minute (cases[i].time), ==, cases[i].minute);

  g_assert_cmpint (thaw_daylio_read_day (NULL, "2018", "18 May"), ==, thaw_day_from_iso ("2018-05-18"));
  g_assert_cmpint (thaw_daylio_read_day (NULL, "2018", "September 3"), ==, thaw_day_from_iso ("2018-09-03"));
  g_assert_cmpint (thaw_daylio_read_day (NULL, "2018", "3 sept."), ==, thaw_day_from_iso ("2018-09-03"));
  g_assert_cmpint (thaw_daylio_read_day (NULL, "2018", "18 Mai"), ==, THAW_DAY_NONE);
  g_assert_cmpint (thaw_daylio_read_day (NULL, "2018", "May"), ==, THAW_DAY_NONE);
  g_assert_cmpint (thaw_daylio_read_day (NULL, "2018", "118 May"), ==, THAW_DAY_NONE);
  g_assert_cmpint (thaw_daylio_read_day (NULL, "x", "18 May"), ==, THAW_DAY_NONE);
  g_assert_cmpint (thaw_daylio_read_day (NULL, NULL, NULL), ==, THAW_DAY_NONE);
}

static void
test_html (void)
{
  const struct
  {
    const char *html;
    const char *text;
  } cases[] = {
    { "", "" },
    { "plain & simple", "plain & simple" },
    { "a <3 b < c <x> <-- d", "a <3 b < c <x> <-- d" },
    { "<p>one</p><p>two</p>", "one\ntwo" },
    { "<div>one</div>two<BR/>three<br />four<br>", "one\ntwo\nthree\nfour" },
    { "<ol><li>a</li><li>b</li></ol><ul><li>c</li></ul>end", "1. a\n2. b\n• c\nend" },
    { "<span style=\"color:red\">x</span>", "x" },
    { "&lt;b&gt; &quot;&apos;&#39;&#x1F9CA;&nbsp;|", "<b> \"''🧊\302\240|" },
    { "&unknown; & &; &#0; &#xD800; &#99999999; &", "&unknown; & &; &#0; &#xD800; &#99999999; &" },
    { "half a <b", "half a <b" },
    { "<", "<" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = thaw_html_to_text (cases[i].html);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_detect (void)
{
  const struct
  {
    const char *start;
    ThawImportFormat format;
  } cases[] = {
    { "{\"format\":1}", THAW_IMPORT_JSON },
    { "\xef\xbb\xbf\n {", THAW_IMPORT_JSON },
    { HEADER, THAW_IMPORT_DAYLIO },
    { "\xef\xbb\xbf" HEADER, THAW_IMPORT_DAYLIO },
    { "", THAW_IMPORT_UNKNOWN },
    { "Dear diary, my\nmood is fine", THAW_IMPORT_UNKNOWN },
    { "\x89PNG\r\n", THAW_IMPORT_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].start, strlen (cases[i].start));

      g_assert_cmpint (thaw_import_format_from_bytes (bytes), ==, cases[i].format);
    }

  g_assert_cmpint (thaw_import_format_from_slug ("json"), ==, THAW_IMPORT_JSON);
  g_assert_cmpint (thaw_import_format_from_slug ("daylio"), ==, THAW_IMPORT_DAYLIO);
  g_assert_cmpint (thaw_import_format_from_slug ("csv"), ==, THAW_IMPORT_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/daylio/new-header", test_new_header);
  g_test_add_func ("/services/daylio/old-header", test_old_header);
  g_test_add_func ("/services/daylio/same-uuids", test_same_uuids);
  g_test_add_func ("/services/daylio/told-moods", test_told_moods);
  g_test_add_func ("/services/daylio/columns", test_columns);
  g_test_add_func ("/services/daylio/long-activity", test_long_activity);
  g_test_add_func ("/services/daylio/gap-in-local-time", test_gap_in_local_time);
  g_test_add_func ("/services/daylio/refused", test_refused);
  g_test_add_func ("/services/daylio/impossible-day", test_impossible_day);
  g_test_add_func ("/services/daylio/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/services/daylio/times", test_times);
  g_test_add_func ("/services/daylio/html", test_html);
  g_test_add_func ("/services/daylio/detect", test_detect);

  return g_test_run ();
}
