/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-sessions"

#include "config.h"
#include "thaw-cli-test.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
add (ThawCliTest *test,
     const char  *at,
     const char  *activity,
     const char  *expected,
     const char  *felt)
{
  thaw_cli_test_run (test, "add-session", "--at", at, "--minutes", "10", "--expected", expected, "--felt", felt,
                     activity, NULL);
  thaw_cli_test_assert (test, 0);
}

static void
test_add_and_list (ThawCliTest   *test,
                   gconstpointer  data)
{
  thaw_cli_test_run (test, "add-session", "--minutes", "25.5", "--expected", "2", "--felt", "5", "--feeling-before", "0",
                     "--feeling-after", "3", "--valence-after", "0.4", "--at", "2026-11-22T09:15", "--note",
                     "Birds.\n<b>Two</b>\t\033[31m", "walk", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "Saved: 2026-11-22 09:15 · A walk outside\n");

  /* By what it is called, however that is written. */
  thaw_cli_test_run (test, "add-session", "--at", "2026-11-23T21:40:00+05:30", "--valence-before", "-1", "BODY", "scan",
                     NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "add-session", "--at", "2026-11-24T08:00", "4-7-8", NULL);
  thaw_cli_test_assert (test, 0);

  thaw_cli_test_run (test, "list-sessions", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==,
                   "2026-11-24 08:00 · 4-7-8 breathing\n"
                   "2026-11-23 21:40 · Body scan · before: very unpleasant\n"
                   "2026-11-22 09:15 · A walk outside · 25 minutes 30 seconds · expected 2, felt 5 · "
                   "before: feeling 0 · after: feeling 3, slightly pleasant · Birds. <b>Two</b> [31m\n");

  thaw_cli_test_run (test, "list-sessions", "--to", "2026-11-22", NULL);
  g_assert_true (g_str_has_prefix (test->out, "2026-11-22"));
  thaw_cli_test_run (test, "list-sessions", "--limit", "1", NULL);
  g_assert_cmpstr (test->out, ==, "2026-11-24 08:00 · 4-7-8 breathing\n");
  thaw_cli_test_run (test, "list-sessions", "--from", "2027-01-01", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "");

  /* They are no entries. */
  thaw_cli_test_run (test, "list", NULL);
  g_assert_cmpstr (test->out, ==, "");
  thaw_cli_test_run (test, "verify", NULL);
  thaw_cli_test_assert (test, 0);
}

/* Without a time it has just ended: it began as long ago as it took. */
static void
test_just_ended (ThawCliTest   *test,
                 gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) begin = g_date_time_add_minutes (now, -1440);
  g_autofree char *day = g_date_time_format (begin, "%Y-%m-%d");

  thaw_cli_test_run (test, "add-session", "--minutes", "1440", "walk", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, day));
  thaw_cli_test_run (test, "list-sessions", NULL);
  g_assert_nonnull (strstr (test->out, "24 hours"));
}

static void
test_own (ThawCliTest   *test,
          gconstpointer  data)
{
  thaw_cli_test_run (test, "add-session", "Knit", "a row", NULL);
  thaw_cli_test_assert (test, 2);
  g_assert_nonnull (strstr (test->err, "“Knit a row” is nothing that Thaw knows"));
  thaw_cli_test_run (test, "add-session", "--new", "wool", "Knit a row", NULL);
  thaw_cli_test_assert (test, 2);
  thaw_cli_test_run (test, "add-session", "--new", "creative", "  ", NULL);
  thaw_cli_test_assert (test, 2);
  thaw_cli_test_run (test, "list-sessions", NULL);
  thaw_cli_test_assert (test, 1);

  thaw_cli_test_run (test, "add-session", "--new", "creative", "--at", "2026-11-22T09:15", "Knit", "a row", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list-activities", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "walk              A walk outside\n"));
  g_assert_nonnull (strstr (test->out, "box               Box breathing\n"));
  g_assert_true (g_str_has_suffix (test->out, "  Knit a row\n"));

  /* It is known from now on, and there is one of it. */
  thaw_cli_test_run (test, "add-session", "--new", "rest", "--at", "2026-11-23T09:15", "knit a ROW", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "summary", NULL);
  g_assert_nonnull (strstr (test->out, "     2  Knit a row\n"));
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  g_assert_null (strstr (strstr (test->out, "\"name\":\"Knit a row\",\"begin\"") + 1,
                         "\"name\":\"Knit a row\",\"begin\""));
}

/* What makes no sense is said in one line, and nothing is written. */
static void
test_refused (ThawCliTest   *test,
              gconstpointer  data)
{
  static const struct
  {
    const char *option;
    const char *value;
  } cases[] = {
    { "--minutes", "-1" }, { "--minutes", "1441" }, { "--minutes", "long" }, { "--minutes", "nan" },
    { "--expected", "11" }, { "--expected", "-1" }, { "--felt", "5.5" }, { "--felt", "" },
    { "--feeling-before", "12" }, { "--feeling-after", "vivid" }, { "--valence-before", "1.1" },
    { "--valence-after", "inf" }, { "--at", "0000-01-01T00:00" }, { "--at", "25:00" },
  };
  g_autofree char *book = g_strnfill (100 * 1024, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *option = g_strconcat (cases[i].option, "=", cases[i].value, NULL);

      thaw_cli_test_run (test, "add-session", option, "walk", NULL);
      thaw_cli_test_assert (test, 2);
      g_assert_cmpstr (test->out, ==, "");
      g_assert_nonnull (strstr (test->err, i < 12 ? cases[i].option : "is no time"));
    }

  thaw_cli_test_run (test, "add-session", "--note", book, "walk", NULL);
  thaw_cli_test_assert (test, 2);
  thaw_cli_test_run (test, "add-session", NULL);
  thaw_cli_test_assert (test, 2);
  thaw_cli_test_run (test, "add-session", "\xff\xfe", NULL);
  thaw_cli_test_assert (test, 2);
  thaw_cli_test_run (test, "list-sessions", "--limit", "-1", NULL);
  thaw_cli_test_assert (test, 2);
  thaw_cli_test_run (test, "list-sessions", "walk", NULL);
  thaw_cli_test_assert (test, 2);
  g_assert_false (g_file_test (test->directory, G_FILE_TEST_EXISTS));

  /* Bytes of a note that are no UTF-8 are replaced, as in a text. */
  thaw_cli_test_run (test, "add-session", "--at", "2026-11-22T09:15", "--note", "a\xff", "walk", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list-sessions", NULL);
  g_assert_cmpstr (test->out, ==, "2026-11-22 09:15 · A walk outside · a\xef\xbf\xbd\n");
}

static void
test_summary (ThawCliTest   *test,
              gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *sessions, *walk, *nap, *spread;
  JsonArray *activities;

  add (test, "2026-11-20T09:00", "walk", "1", "4");
  add (test, "2026-11-21T09:00", "walk", "2", "5");
  add (test, "2026-11-22T09:00", "walk", "3", "9");
  add (test, "2026-11-22T10:00", "lie-down", "3", "3");

  thaw_cli_test_run (test, "summary", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==,
                   "There are no entries yet.\n"
                   "4 sessions, 40 minutes in all:\n"
                   "     3  A walk outside (30 minutes), expected 2.0, felt 6.0 on average, both said 3 times\n"
                   "     1  Lying down for a while (10 minutes)\n");

  thaw_cli_test_run (test, "summary", "--json", NULL);
  thaw_cli_test_assert (test, 0);
  json_parser_load_from_data (parser, test->out, -1, &error);
  g_assert_no_error (error);
  sessions = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "sessions");
  g_assert_cmpint (json_object_get_int_member (sessions, "number"), ==, 4);
  g_assert_cmpfloat (json_object_get_double_member (sessions, "minutes"), ==, 40.0);
  activities = json_object_get_array_member (sessions, "activities");
  g_assert_cmpuint (json_array_get_length (activities), ==, 2);
  walk = json_array_get_object_element (activities, 0);
  nap = json_array_get_object_element (activities, 1);
  g_assert_cmpstr (json_object_get_string_member (walk, "activity"), ==, "walk");
  g_assert_cmpstr (json_object_get_string_member (walk, "name"), ==, "A walk outside");
  g_assert_cmpstr (json_object_get_string_member (walk, "kind"), ==, "physical");
  g_assert_cmpint (json_object_get_int_member (walk, "sessions"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (walk, "first_day"), ==, "2026-11-20");
  g_assert_cmpstr (json_object_get_string_member (walk, "last_day"), ==, "2026-11-22");
  spread = json_object_get_object_member (walk, "felt");
  g_assert_cmpint (json_object_get_int_member (spread, "sessions"), ==, 3);
  g_assert_cmpfloat (json_object_get_double_member (spread, "mean"), ==, 6.0);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (spread, "deviation"), 2.646, 0.001);
  g_assert_true (json_object_get_null_member (json_object_get_object_member (walk, "feeling_change"), "mean"));
  /* Of one there is no mean. */
  spread = json_object_get_object_member (nap, "expected");
  g_assert_cmpint (json_object_get_int_member (spread, "sessions"), ==, 1);
  g_assert_true (json_object_get_null_member (spread, "mean"));

  thaw_cli_test_run (test, "summary", "--from", "2026-11-22", NULL);
  g_assert_nonnull (strstr (test->out, "2 sessions, 20 minutes in all:\n"));
  thaw_cli_test_run (test, "summary", "--from", "2026-11-23", NULL);
  g_assert_cmpstr (test->out, ==, "There are no entries yet.\n");
}

static void
test_export (ThawCliTest   *test,
             gconstpointer  data)
{
  add (test, "2026-11-20T09:00:00+01:00", "walk", "1", "4");
  add (test, "2026-11-21T09:00:00+01:00", "call", "2", "5");
  thaw_cli_test_run (test, "add", "--at", "2026-11-20T10:00:00+01:00", "Words", NULL);

  thaw_cli_test_run (test, "export", "--format", "csv-sessions", "--to", "2026-11-20", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_true (g_str_has_prefix (test->out, "date,time,utc_offset,kind,activity,name,planned_minutes,minutes,"));
  g_assert_nonnull (strstr (test->out, "\r\n2026-11-20,09:00:00,+01:00,physical,walk,A walk outside,,10,logged,1,4,,,,,,"));
  g_assert_null (strstr (test->out, "2026-11-21"));

  thaw_cli_test_run (test, "export", "--format", "markdown", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "### 09:00 · A walk outside\n\n- Done: Movement, 10 minutes\n"
                                       "- Pleasure: expected 1 of 10, felt 4 of 10\n\n### 10:00\n\nWords\n"));
  thaw_cli_test_run (test, "export", "--format", "csv", NULL);
  g_assert_null (strstr (test->out, "walk"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/cli/sessions/" name, ThawCliTest, NULL, thaw_cli_test_set_up, func, thaw_cli_test_tear_down)
  ADD ("add-and-list", test_add_and_list);
  ADD ("just-ended", test_just_ended);
  ADD ("own", test_own);
  ADD ("refused", test_refused);
  ADD ("summary", test_summary);
  ADD ("export", test_export);
#undef ADD

  return g_test_run ();
}
