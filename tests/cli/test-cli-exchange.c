/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-exchange"

#include "config.h"
#include "thaw-cli-test.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "thaw-uuid.h"

static char *
get_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}

static void
assert_empty_journal (ThawCliTest *test)
{
  thaw_cli_test_run (test, "list", NULL);
  if (test->status == 1)
    g_assert_nonnull (strstr (test->err, "There is no journal"));
  else
    g_assert_cmpstr (test->out, ==, "");
}

/* Entries with all that can be in one, several in the same millisecond, in other zones and centuries. */
static char *
make_rich_json (void)
{
  GString *json = g_string_new ("{\n\"format\":\"io.github.thawapp.Thaw.Journal\",\n\"version\":5,\n\"entries\":[");
  const char *const times[] = {
    "0001-01-01T00:00:00.000+18:00", "1890-06-01T12:00:00.001+00:53:28", "2026-03-29T02:30:00.000+01:00",
    "2026-03-29T02:30:00.000+01:00", "2026-03-29T02:30:00.000+01:00", "2026-11-23T21:40:12.003-03:30",
    "9999-12-31T23:59:59.999-18:00",
  };
  const char *const valences[] = { "null", "-1", "-0.6666666666666666", "0.1", "0", "0.30000000000000004", "1" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *name = g_strdup_printf ("rich %u", i);
      g_autofree char *uuid = thaw_uuid_new_from_name (name);

      g_string_append_printf (json, "%s\n{\"uuid\":\"%s\",\"time\":\"%s\",\"feeling\":%u,\"valence\":%s,", i > 0 ? "," : "",
                              uuid, times[i], i, valences[i]);
      g_string_append (json, i % 2 == 0
                               ? "\"answer\":\"named\",\"emotions\":[{\"emotion\":\"joy\",\"intensity\":1},"
                                 "{\"emotion\":\"Sehnsucht, \\\"sehr\\\"\",\"intensity\":3}],"
                               : "\"answer\":\"unsure\",\"emotions\":[],");
      g_string_append (json, i % 3 == 0
                               ? "\"body\":\"nowhere\",\"sensations\":[],"
                               : "\"body\":null,\"sensations\":[{\"region\":\"chest\",\"quality\":\"tight\",\"strength\":2},"
                                 "{\"region\":\"chest\",\"quality\":null,\"strength\":null}],");
      g_string_append (json, "\"tags\":[{\"name\":\"Zoë\",\"kind\":\"person\",\"trigger\":true},"
                             "{\"name\":\"Zoë\",\"kind\":\"place\",\"trigger\":false},"
                             "{\"name\":\"Zoë\",\"kind\":\"thought\",\"trigger\":true}],"
                             "\"copings\":[{\"activity\":\"walk\",\"outcome\":\"better\"},"
                             "{\"activity\":\"Tee, \\\"heiß\\\"\",\"outcome\":null}],\"prompt\":\"Was?\\n\","
                             "\"title\":\"T\\\\\\\"\\n\",\"text\":\"\\u0001\\t\\r\\n 🧊 \xe2\x80\xa8\x7f\",");
      g_string_append_printf (json, "\"created_ms\":%d,\"modified_ms\":%d}", (int) i - 10, 1000 + (int) i);
    }
  g_string_append (json,
                   "\n],\n\"own_words\":[\n"
                   "{\"uuid\":\"0190c2a0-0001-7000-8000-000000000001\",\"word\":\"Sehnsucht, \\\"sehr\\\"\","
                   "\"family\":\"sadness\",\"modified_ms\":1000},\n"
                   "{\"uuid\":\"0190c2a0-0001-7000-8000-000000000002\",\"word\":\"kribbelig\","
                   "\"family\":null,\"modified_ms\":999}\n],\n"
                   "\"hidden_words\":[\n\"contempt\",\n\"rage\"\n],\n"
                   "\"own_prompts\":[\n"
                   "{\"uuid\":\"0190c2a0-0002-7000-8000-000000000001\",\"text\":\"Was?\\n\",\"modified_ms\":1000}\n],\n"
                   "\"reflections\":[\n"
                   "{\"uuid\":\"0190c2a0-0003-7000-8000-000000000001\",\"time\":\"2026-03-29T02:30:00.000+01:00\","
                   "\"response\":0,\"naming\":10,\"range\":null,\"closeness\":3,\"note\":\"\",\"modified_ms\":1000},\n"
                   "{\"uuid\":\"0190c2a0-0003-7000-8000-000000000002\",\"time\":\"2026-11-23T21:40:12.003-03:30\","
                   "\"response\":null,\"naming\":null,\"range\":null,\"closeness\":null,\"note\":\"Nur das.\","
                   "\"modified_ms\":1001}\n],\n"
                   "\"sessions\":[\n"
                   "{\"uuid\":\"0190c2a0-0004-7000-8000-000000000001\",\"time\":\"0001-01-01T00:00:00.000+18:00\","
                   "\"kind\":\"rest\",\"activity\":\"nap\",\"name\":\"<b>Schläfchen</b>\",\"planned_ms\":0,"
                   "\"actual_ms\":86400000,\"ending\":\"logged\",\"expected\":0,\"felt\":10,\"feeling_before\":null,"
                   "\"valence_before\":-0.6666666666666666,\"feeling_after\":0,\"valence_after\":null,\"note\":\"\","
                   "\"modified_ms\":1000},\n"
                   "{\"uuid\":\"0190c2a0-0004-7000-8000-000000000002\",\"time\":\"2026-11-23T21:40:12.003-03:30\","
                   "\"kind\":\"other\",\"activity\":\"0190c2a0-0005-7000-8000-000000000001\",\"name\":\"כפתורים\","
                   "\"planned_ms\":1,\"actual_ms\":0,\"ending\":\"left\",\"expected\":null,\"felt\":null,"
                   "\"feeling_before\":10,\"valence_before\":null,\"feeling_after\":null,\"valence_after\":0,"
                   "\"note\":\" Über \\\"das\\\"\\n\",\"modified_ms\":1001}\n],\n"
                   "\"own_activities\":[\n"
                   "{\"uuid\":\"0190c2a0-0005-7000-8000-000000000001\",\"kind\":\"other\",\"name\":\"כפתורים\","
                   "\"begin\":\"Nur einen.\",\"minutes\":5,\"modified_ms\":1000}\n],\n"
                   "\"favourites\":[\n\"0190c2a0-0005-7000-8000-000000000001\",\n\"4-7-8\"\n],\n"
                   "\"patterns\":[\n"
                   "{\"uuid\":\"0190c2a0-0006-7000-8000-000000000001\",\"name\":\"Meiner\",\"in\":5,\"top_up\":0,"
                   "\"hold_full\":300,\"out\":51,\"hold_empty\":1,\"breaths\":999,\"modified_ms\":1000}\n],\n"
                   "\"plans\":[\n"
                   "{\"uuid\":\"0190c2a0-0007-7000-8000-000000000001\",\"day\":\"2026-11-24\",\"minute\":0,"
                   "\"kind\":\"rest\",\"activity\":\"nap\",\"name\":\"Schläfchen\",\"modified_ms\":1000}\n],\n"
                   "\"people\":[\n"
                   "{\"uuid\":\"0190c2a0-0008-7000-8000-000000000001\",\"kind\":\"mentor\",\"name\":\"Ünal „U.“\","
                   "\"role\":\"mein <b>Sponsor</b>\",\"ways\":[{\"kind\":\"phone\",\"label\":null,"
                   "\"value\":\"1-800-662-HELP\"},{\"kind\":\"messenger\",\"label\":\"Signal\",\"value\":\"@u.01\"}],"
                   "\"ask\":\"Tee,\\nohne Worte\",\"notes\":null,\"photo\":\"0190c2a0-0009-7000-8000-000000000001\","
                   "\"last_contact\":\"2026-11-23\",\"favourite\":true,\"keep_distance\":false,\"nudge_days\":14,"
                   "\"modified_ms\":1000},\n"
                   "{\"uuid\":\"0190c2a0-0008-7000-8000-000000000002\",\"kind\":\"family\",\"name\":\"נור\","
                   "\"role\":null,\"ways\":[],\"ask\":null,\"notes\":null,\"photo\":null,\"last_contact\":null,"
                   "\"favourite\":false,\"keep_distance\":true,\"nudge_days\":0,\"modified_ms\":1001}\n],\n"
                   "\"photos\":[\n"
                   "{\"uuid\":\"0190c2a0-0009-7000-8000-000000000001\",\"data\":\"/9j/4CBubyBwaWN0dXJl\","
                   "\"modified_ms\":1000}\n],\n"
                   "\"care_items\":[\n"
                   "{\"uuid\":\"0190c2a0-000a-7000-8000-000000000001\",\"part\":\"safety\",\"position\":7,"
                   "\"text\":\"Zwei\\nZeilen\",\"person\":null,\"activity\":\"walk\",\"modified_ms\":1000},\n"
                   "{\"uuid\":\"0190c2a0-000a-7000-8000-000000000002\",\"part\":\"people\",\"position\":0,"
                   "\"text\":\"Ünal\",\"person\":\"0190c2a0-0008-7000-8000-000000000001\",\"activity\":null,"
                   "\"modified_ms\":1001}\n],\n"
                   "\"own_lines\":[\n"
                   "{\"uuid\":\"0190c2a0-000b-7000-8000-000000000001\",\"name\":\"Nachttelefon\","
                   "\"number\":\"555-0100\",\"note\":\"Ab 20 Uhr\",\"modified_ms\":1000}\n],\n"
                   "\"article_marks\":[\n"
                   "{\"uuid\":\"0190c2a0-000c-7000-8000-000000000001\",\"article\":\"cbt\",\"stance\":\"tried\","
                   "\"note\":\"Gut.\",\"bookmarked\":true,\"position\":0.3333333333333333,\"modified_ms\":1000}\n],\n"
                   "\"reminders\":[\n"
                   "{\"uuid\":\"0190c2a0-000d-7000-8000-000000000001\",\"title\":\"Wie ist „es“? <b>🧊</b>\","
                   "\"opens\":\"check-in:now\",\"on\":true,\"weekdays\":[\"mon\",\"fri\"],\"from\":null,"
                   "\"until\":null,\"times\":[\"00:00\",\"23:59\"],\"window\":null,\"skip_if_done\":true,"
                   "\"quiet_hours_too\":false,\"modified_ms\":1000},\n"
                   "{\"uuid\":\"0190c2a0-000d-7000-8000-000000000002\",\"title\":\" כפתורים \",\"opens\":null,"
                   "\"on\":false,\"weekdays\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],"
                   "\"from\":\"2026-11-23\",\"until\":\"9999-12-31\",\"times\":[],\"window\":{\"start\":\"00:00\","
                   "\"end\":\"23:59\",\"count\":12,\"distance\":130},\"skip_if_done\":false,"
                   "\"quiet_hours_too\":true,\"modified_ms\":1001}\n]\n"
                   "}\n");

  return g_string_free (json, FALSE);
}

static void
test_round_trip (ThawCliTest   *test,
                 gconstpointer  data)
{
  g_autofree char *json = make_rich_json ();
  g_autofree char *path = thaw_cli_test_write (test, "rich.json", json, -1);

  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "7 added, 0 changed, 0 there already\nand 23 other things, as words, prompts, reflections, sessions, people and reminders\n");
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, json);

  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "0 added, 0 changed, 7 there already\n");
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  g_assert_cmpstr (test->out, ==, json);
}

static void
test_round_trip_of_many (ThawCliTest   *test,
                         gconstpointer  data)
{
  g_autofree char *first = g_build_filename (test->folder, "first.json", NULL);
  g_autofree char *second = g_build_filename (test->folder, "second.json", NULL);
  g_autofree char *first_json = NULL;
  g_autofree char *second_json = NULL;
  GStatBuf info;

  thaw_cli_test_run (test, "demo", "--days", "1095", "--until", "2026-11-22", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "export", "--format", "json", "--output", first, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "");
  thaw_cli_test_run (test, "import", "--data-dir", "other", first, NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "export", "-f", "json", "-o", second, "--data-dir", "other", NULL);
  thaw_cli_test_assert (test, 0);

  g_assert_true (g_file_get_contents (first, &first_json, NULL, NULL));
  g_assert_true (g_file_get_contents (second, &second_json, NULL, NULL));
  g_assert_true (g_str_equal (first_json, second_json));
  g_assert_cmpuint (strlen (first_json), >, 500000);

  /* For the person's eyes only. */
  g_assert_cmpint (g_stat (first, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_dry_run (ThawCliTest   *test,
              gconstpointer  data)
{
  g_autofree char *path = get_fixture ("json/version-1.json");

  thaw_cli_test_run (test, "import", "--dry-run", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "Nothing was written"));
  g_assert_nonnull (strstr (test->out, "3 added"));
  g_assert_false (g_file_test (test->directory, G_FILE_TEST_EXISTS));

  thaw_cli_test_run (test, "add", "--at", "2026-01-01T09:00", "here already", NULL);
  thaw_cli_test_run (test, "import", "--dry-run", path, NULL);
  g_assert_nonnull (strstr (test->out, "3 added"));
  thaw_cli_test_run (test, "list", NULL);
  g_assert_cmpstr (test->out, ==, "2026-01-01 09:00 · here already\n");
}

/* What is beside the entries is looked at and left alone, too. */
static void
test_dry_run_beside (ThawCliTest   *test,
                     gconstpointer  data)
{
  g_autofree char *path = get_fixture ("json/version-2.json");
  g_autofree char *before = NULL;
  g_autofree char *json = NULL;

  thaw_cli_test_run (test, "import", "--dry-run", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "4 added, 0 changed, 0 there already\nand 7 other things, as words, prompts, reflections, sessions, people and reminders\n"));
  g_assert_false (g_file_test (test->directory, G_FILE_TEST_EXISTS));

  thaw_cli_test_run (test, "add", "--at", "2026-01-01T09:00", "here already", NULL);
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  before = g_strdup (test->out);
  thaw_cli_test_run (test, "import", "--dry-run", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "and 7 other things, as words, prompts, reflections, sessions, people and reminders\n"));
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  g_assert_cmpstr (test->out, ==, before);

  /* A file in which only one of them is new brings that one. */
  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  {
    g_auto (GStrv) halves = g_strsplit (json, "\"contempt\"", -1);
    g_autofree char *other_json = g_strjoinv ("\"boredom\"", halves);
    g_autofree char *other = thaw_cli_test_write (test, "other.json", other_json, -1);

    thaw_cli_test_run (test, "import", other, NULL);
    thaw_cli_test_assert (test, 0);
    g_assert_cmpstr (test->out, ==, "0 added, 0 changed, 4 there already\nand 1 other thing, as a word, a prompt, a reflection, a session, a person or a reminder\n");
  }
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  g_assert_nonnull (strstr (test->out, "\"boredom\",\n\"contempt\",\n\"rage\"\n"));
}

/* An export of some days has the reflections, sessions and plans of these days, and all of the rest. */
static void
test_days_beside (ThawCliTest   *test,
                  gconstpointer  data)
{
  g_autofree char *path = get_fixture ("json/version-2.json");
  g_autofree char *practice = get_fixture ("json/version-3.json");

  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_run (test, "import", practice, NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "export", "--format", "json", "--from", "2026-11-10", "--to", "2026-11-23", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_null (strstr (test->out, "0190c2a0-0003-7000-8000-000000000001"));
  g_assert_nonnull (strstr (test->out, "0190c2a0-0003-7000-8000-000000000002"));
  g_assert_nonnull (strstr (test->out, "\"heimweh\",\"family\""));
  g_assert_nonnull (strstr (test->out, "\"contempt\""));
  g_assert_null (strstr (test->out, "0190c2a0-0004-7000-8000-000000000001"));
  g_assert_nonnull (strstr (test->out, "0190c2a0-0004-7000-8000-000000000002"));
  g_assert_nonnull (strstr (test->out, "0190c2a0-0004-7000-8000-000000000005"));
  g_assert_null (strstr (test->out, "0190c2a0-0004-7000-8000-000000000006"));
  g_assert_nonnull (strstr (test->out, "0190c2a0-0007-7000-8000-000000000001"));
  g_assert_null (strstr (test->out, "0190c2a0-0007-7000-8000-000000000002"));
  g_assert_nonnull (strstr (test->out, "\"Stricken\",\"begin\""));
  g_assert_nonnull (strstr (test->out, "\n\"walk\"\n"));
  g_assert_nonnull (strstr (test->out, "\"Mein Atem\""));

  thaw_cli_test_run (test, "export", "--format", "json", "--to", "2026-11-22", NULL);
  g_assert_nonnull (strstr (test->out, "0190c2a0-0003-7000-8000-000000000001"));
  g_assert_null (strstr (test->out, "0190c2a0-0003-7000-8000-000000000002"));
}

static void
test_newer_wins (ThawCliTest   *test,
                 gconstpointer  data)
{
  const char format[] =
    "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":1,\"entries\":[{\"uuid\":"
    "\"0190c2a0-0000-7000-8000-000000000001\",\"time\":\"2026-11-23T09:15:00.000+01:00\",\"text\":\"%s\","
    "\"modified_ms\":%d}]}";
  g_autofree char *old = g_strdup_printf (format, "old", 1000);
  g_autofree char *new = g_strdup_printf (format, "new", 2000);
  g_autofree char *old_path = thaw_cli_test_write (test, "old.json", old, -1);
  g_autofree char *new_path = thaw_cli_test_write (test, "new.json", new, -1);

  thaw_cli_test_run (test, "import", old_path, NULL);
  thaw_cli_test_run (test, "import", new_path, NULL);
  g_assert_cmpstr (test->out, ==, "0 added, 1 changed, 0 there already\n");
  thaw_cli_test_run (test, "import", old_path, NULL);
  g_assert_cmpstr (test->out, ==, "0 added, 0 changed, 1 there already\n");
  thaw_cli_test_run (test, "list", NULL);
  g_assert_cmpstr (test->out, ==, "2026-11-23 09:15 · new\n");
}

/* What an import changed can be had back. */
static void
test_copy_before (ThawCliTest   *test,
                  gconstpointer  data)
{
  g_autofree char *path = get_fixture ("json/version-1.json");
  g_autofree char *copy = g_build_filename (test->directory, "backups", "before-import.db", NULL);
  g_autofree char *elsewhere = g_build_filename (test->folder, "old", NULL);
  g_autofree char *old = g_build_filename (elsewhere, "journal.db", NULL);

  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));

  /* Twice: the second time changes nothing, and leaves the copy as it is. */
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *daylio = get_fixture ("daylio/old.csv");

      thaw_cli_test_run (test, "import", daylio, NULL);
      thaw_cli_test_assert (test, 0);
    }

  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (g_rename (copy, old), ==, 0);
  thaw_cli_test_run (test, "list", "--data-dir", elsewhere, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_null (strstr (test->out, "Late, but fine"));
  g_assert_nonnull (strstr (test->out, "Nach dem Anruf"));
}

static void
test_daylio (ThawCliTest   *test,
             gconstpointer  data)
{
  g_autofree char *path = get_fixture ("daylio/new.csv");
  g_autofree char *before = NULL;

  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_true (g_str_has_prefix (test->out, "7 added, 0 changed, 0 there already\n"));
  g_assert_nonnull (strstr (test->out, "irritable"));
  thaw_cli_test_run (test, "import", "--format", "daylio", path, NULL);
  g_assert_true (g_str_has_prefix (test->out, "0 added, 0 changed, 7 there already\n"));

  /* Telling later what a mood means corrects the entries that have it, and only those. */
  thaw_cli_test_run (test, "import", "--mood", "Irritable=-0.5", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "0 added, 1 changed, 6 there already\n");
  thaw_cli_test_run (test, "list", "--limit", "2", NULL);
  g_assert_cmpstr (test->out, ==,
                   "2021-03-27 20:39 · slightly unpleasant · #irritable, #take care of kids\n"
                   "2021-03-27 08:05 · pleasant · #coffee, #reading, #walk · A slow morning · "
                   "Made coffee. Then: • sat in the sun • read & listened Felt \"light\", <3\n");

  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  before = g_strdup (test->out);
  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  g_assert_cmpstr (test->out, ==, before);
}

static void
test_import_from_standard_input (ThawCliTest   *test,
                                 gconstpointer  data)
{
  g_autofree char *json = make_rich_json ();
  g_autoptr (GBytes) input = g_bytes_new (json, strlen (json));

  thaw_cli_test_run_with (test, input, "import", "-", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "export", "--format", "json", "--output", "-", NULL);
  g_assert_cmpstr (test->out, ==, json);
}

/* All or nothing: the bad entry is the last one each time. */
static void
test_bad_files (ThawCliTest   *test,
                gconstpointer  data)
{
  g_autofree char *json = make_rich_json ();
  g_autofree char *impossible_day = get_fixture ("daylio/impossible-day.csv");
  g_autofree char *cut = thaw_cli_test_write (test, "cut.json", json, (gssize) strlen (json) - 40);
  g_autofree char *nul = thaw_cli_test_write (test, "nul.json", json, (gssize) strlen (json) + 1);
  g_autofree char *text = thaw_cli_test_write (test, "text", "Dear diary,\nnothing.", -1);
  g_autofree char *empty = thaw_cli_test_write (test, "empty", "", -1);
  g_autofree char *brackets = g_strnfill (3000000, '[');
  g_autofree char *deep_json = g_strconcat ("{\"format\":\"x\",\"entries\":", brackets, NULL);
  g_autofree char *deep = thaw_cli_test_write (test, "deep.json", deep_json, -1);
  g_auto (GStrv) halves = g_strsplit (json, "\"feeling\":6", -1);
  g_autofree char *invalid_json = g_strjoinv ("\"feeling\":60", halves);
  g_autofree char *invalid = thaw_cli_test_write (test, "invalid.json", invalid_json, -1);
  const char *const paths[] = { impossible_day, cut, nul, text, empty, deep, invalid, test->folder, "not-there" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      thaw_cli_test_run (test, "import", paths[i], NULL);
      thaw_cli_test_assert (test, 1);
      g_assert_cmpuint (strlen (test->err), <, 300);
      assert_empty_journal (test);
    }

  thaw_cli_test_run (test, "import", "--format", "daylio", cut, NULL);
  thaw_cli_test_assert (test, 1);
  thaw_cli_test_run (test, "import", "--format", "json", impossible_day, NULL);
  thaw_cli_test_assert (test, 1);
  assert_empty_journal (test);
}

static void
test_long_text (ThawCliTest   *test,
                gconstpointer  data)
{
  g_autofree char *text = g_strnfill (10 * 1024 * 1024, 'x');
  g_autoptr (GBytes) input = g_bytes_new_static (text, strlen (text));
  g_autofree char *json = NULL;

  thaw_cli_test_run_with (test, input, "add", "--at", "2026-11-23T09:15", "-", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "export", "--format", "json", "--output", "a.json", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "import", "--data-dir", "b", "a.json", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  json = g_strdup (test->out);
  thaw_cli_test_run (test, "export", "--format", "json", "--data-dir", "b", NULL);
  g_assert_true (g_str_equal (test->out, json));
  g_assert_nonnull (strstr (json, text));
}

static void
test_formats (ThawCliTest   *test,
              gconstpointer  data)
{
  thaw_cli_test_run (test, "add", "--at", "2026-11-22T09:15", "--title", "One", "first", NULL);
  thaw_cli_test_run (test, "add", "--at", "2026-11-23T09:15", "--title", "Two", "second, \"quoted\"", NULL);

  thaw_cli_test_run (test, "export", "--format", "csv", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_true (g_str_has_prefix (test->out, "date,time,utc_offset,feeling,"));
  g_assert_nonnull (strstr (test->out, "\r\n2026-11-23,09:15:00,+00:00,,,,,,,,,,Two,\"second, \"\"quoted\"\"\","));

  thaw_cli_test_run (test, "export", "--format", "markdown", "--from", "2026-11-23", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==,
                   "# Journal\n\n## Monday, 23 November 2026\n\n### 09:15 · Two\n\nsecond, \"quoted\"\n");
}

/* An export that fails leaves what was there. */
static void
test_failing_export (ThawCliTest   *test,
                     gconstpointer  data)
{
  g_autofree char *path = thaw_cli_test_write (test, "kept.json", "kept", -1);
  g_autofree char *contents = NULL;

  thaw_cli_test_run (test, "export", "--format", "json", "--output", path, NULL);
  thaw_cli_test_assert (test, 1);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "kept");

  thaw_cli_test_run (test, "add", "word", NULL);
  thaw_cli_test_run (test, "export", "--format", "json", "--output", "no/such/folder/a.json", NULL);
  thaw_cli_test_assert (test, 1);
  thaw_cli_test_run (test, "export", "--format", "json", "--output", path, NULL);
  thaw_cli_test_assert (test, 0);
}

/* Runs a line of shell with $THAW_CLI, for what happens to the standard streams. */
static int
run_shell (ThawCliTest *test,
           const char  *line,
           char       **out_err)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_launcher_spawn (test->launcher, &error, "sh", "-c", line, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, "", NULL, NULL, out_err, &error);
  g_assert_no_error (error);

  return g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
}

/* The file that says who may write, and any other, takes the number of a stream that is closed. */
static void
assert_nothing_printed_into_files (ThawCliTest *test)
{
  g_autoptr (GDir) directory = g_dir_open (test->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (test->directory, name, NULL);
      g_autofree char *contents = NULL;
      gsize size;

      if (!g_file_get_contents (path, &contents, &size, NULL))
        continue;
      for (gsize i = 0; i + 6 <= size; i++)
        g_assert_cmpint (memcmp (contents + i, "Saved:", 6), !=, 0);
    }
}

static void
test_closed_streams (ThawCliTest   *test,
                     gconstpointer  data)
{
  const char *const lines[] = {
    "\"$THAW_CLI\" list >&-", "\"$THAW_CLI\" export -f json >&-", "\"$THAW_CLI\" summary --json >&-",
    "\"$THAW_CLI\" --help >&-", "\"$THAW_CLI\" list >/dev/full", "\"$THAW_CLI\" export -f csv >/dev/full",
    "\"$THAW_CLI\" import - <&-",
  };

  thaw_cli_test_run (test, "add", "word", NULL);
  thaw_cli_test_assert (test, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *err = NULL;

      g_test_message ("%s", lines[i]);
      g_assert_cmpint (run_shell (test, lines[i], &err), ==, 1);
      g_assert_true (g_str_has_prefix (err, "thaw-cli: "));
      g_assert_true (strchr (err, '\n') == err + strlen (err) - 1);
    }

  /* With all streams closed, what is printed must not end up in the journal. */
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *err = NULL;

      run_shell (test, i % 2 == 0 ? "exec <&- >&- 2>&-; \"$THAW_CLI\" add more" : "\"$THAW_CLI\" add more >&-", &err);
    }
  assert_nothing_printed_into_files (test);
  thaw_cli_test_run (test, "verify", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "search", "more", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpuint (strlen (test->out), >, 5 * strlen ("2026-11-23 09:15 · more"));
}

static void
test_no_space (ThawCliTest   *test,
               gconstpointer  data)
{
  g_autofree char *err = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *path = thaw_cli_test_write (test, "kept.json", "kept", -1);

  thaw_cli_test_run (test, "demo", "--days", "300", NULL);
  thaw_cli_test_assert (test, 0);

  /* Files may grow to 80 KiB only: enough for SQLite to read, and to begin. */
  g_assert_cmpint (run_shell (test, "trap '' XFSZ; ulimit -f 160; exec \"$THAW_CLI\" export -f json -o kept.json", &err),
                   ==, 1);
  g_assert_true (g_str_has_prefix (err, "thaw-cli: "));
  g_assert_nonnull (strstr (err, g_strerror (EFBIG)));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "kept");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/cli/exchange/" name, ThawCliTest, NULL, thaw_cli_test_set_up, func, thaw_cli_test_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("round-trip-of-many", test_round_trip_of_many);
  ADD ("dry-run", test_dry_run);
  ADD ("dry-run-beside", test_dry_run_beside);
  ADD ("days-beside", test_days_beside);
  ADD ("newer-wins", test_newer_wins);
  ADD ("copy-before", test_copy_before);
  ADD ("daylio", test_daylio);
  ADD ("import-from-standard-input", test_import_from_standard_input);
  ADD ("bad-files", test_bad_files);
  ADD ("long-text", test_long_text);
  ADD ("formats", test_formats);
  ADD ("failing-export", test_failing_export);
  ADD ("closed-streams", test_closed_streams);
  ADD ("no-space", test_no_space);
#undef ADD

  return g_test_run ();
}
