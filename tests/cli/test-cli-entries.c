/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-entries"

#include "config.h"
#include "thaw-cli-test.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_add_and_list (ThawCliTest   *test,
                   gconstpointer  data)
{
  thaw_cli_test_run (test, "add", "--feeling", "3", "--valence", "-0.3333333333333333",
                     "--emotion", "sadness:3", "--emotion", "my: own word", "--tag", "person:Mia",
                     "--trigger", "place:the  station", "--trigger", "odd:name", "--at", "2026-11-22 9:15",
                     "--title", "A title", "Two", "words", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "Saved: 2026-11-22 09:15\n");

  thaw_cli_test_run (test, "add", "--answer", "no-word", "--at", "2026-11-23T21:40:00+05:30", NULL);
  thaw_cli_test_assert (test, 0);

  thaw_cli_test_run (test, "list", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==,
                   "2026-11-23 21:40 · something, no word yet\n"
                   "2026-11-22 09:15 · feeling 3 · slightly unpleasant · sadness 3, my: own word 2 · "
                   "#Mia, #the station!, #odd:name! · A title · Two words\n");

  thaw_cli_test_run (test, "list", "--to", "2026-11-22", NULL);
  g_assert_true (g_str_has_prefix (test->out, "2026-11-22"));
  thaw_cli_test_run (test, "list", "--from", "2026-11-23", NULL);
  g_assert_cmpstr (test->out, ==, "2026-11-23 21:40 · something, no word yet\n");
  thaw_cli_test_run (test, "list", "--limit", "1", NULL);
  g_assert_cmpstr (test->out, ==, "2026-11-23 21:40 · something, no word yet\n");
  thaw_cli_test_run (test, "list", "--from", "2027-01-01", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "");
}

static void
test_now (ThawCliTest   *test,
          gconstpointer  data)
{
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();
  g_autoptr (GDateTime) after = NULL;
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;

  thaw_cli_test_run (test, "add", "--feeling", "0", NULL);
  thaw_cli_test_assert (test, 0);
  after = g_date_time_new_now_local ();
  earliest = g_date_time_format (before, "Saved: %Y-%m-%d %H:%M\n");
  latest = g_date_time_format (after, "Saved: %Y-%m-%d %H:%M\n");
  g_assert_cmpstr (test->out, >=, earliest);
  g_assert_cmpstr (test->out, <=, latest);
}

static void
test_standard_input (ThawCliTest   *test,
                     gconstpointer  data)
{
  g_autoptr (GBytes) input = g_bytes_new_static ("caf\xc3\xa9 \xff|a\0b|\r\nline\ttwo\n", 23);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("\n", 1);

  thaw_cli_test_run_with (test, input, "add", "-", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "\"text\":\"café \357\277\275|ab|\\nline\\ttwo\""));

  thaw_cli_test_run_with (test, nothing, "add", "-", NULL);
  thaw_cli_test_assert (test, 2);
}

static void
test_invalid_argument_bytes (ThawCliTest   *test,
                             gconstpointer  data)
{
  thaw_cli_test_run (test, "add", "--title", "a\xff", "--tag", "t\xfe", "--emotion", "e\xfd:1", "b\xff", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list", NULL);
  g_assert_true (g_utf8_validate (test->out, -1, NULL));
  g_assert_nonnull (strstr (test->out, "a\357\277\275 · b\357\277\275"));

  thaw_cli_test_run (test, "search", "b\xff", NULL);
  thaw_cli_test_assert (test, 0);
}

/* A line for each entry, whatever is in it; nothing that a terminal obeys. */
static void
test_one_line (ThawCliTest   *test,
               gconstpointer  data)
{
  thaw_cli_test_run (test, "add", "--title", "a\nb\t\x1b[31mc", "--", "--x\n\n\x1b]0;title\x07 y", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_true (strchr (test->out, '\n') == test->out + strlen (test->out) - 1);
  g_assert_null (strchr (test->out, '\x1b'));
  g_assert_null (strchr (test->out, '\x07'));
  g_assert_null (strchr (test->out, '\t'));
  g_assert_nonnull (strstr (test->out, "a b [31mc · --x ]0;title y"));
}

/* Several at once, as from a script: each waits for the other, and nothing is lost. */
static void
test_add_at_once (ThawCliTest   *test,
                  gconstpointer  data)
{
  GSubprocess *processes[6];
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      processes[i] = g_subprocess_launcher_spawn (test->launcher, &error, g_getenv ("THAW_CLI"), "add", "word", NULL);
      g_assert_no_error (error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      g_assert_true (g_subprocess_wait_check (processes[i], NULL, &error));
      g_assert_no_error (error);
      g_object_unref (processes[i]);
    }

  thaw_cli_test_run (test, "list", NULL);
  lines = g_strsplit (test->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (processes) + 1);
}

static void
test_search (ThawCliTest   *test,
             gconstpointer  data)
{
  const char *const strange[] = { "\"", "*", "NEAR(", "a AND", "-", "'; DROP TABLE entry; --", "\"a", "^", "(" };

  thaw_cli_test_run (test, "add", "--at", "2026-11-22T09:15", "Swam in the cold lake", NULL);
  thaw_cli_test_run (test, "add", "--at", "2026-11-23T09:15", "--tag", "Lakeside Café", "Walked", NULL);
  thaw_cli_test_run (test, "add", "--at", "2026-11-23T10:15", "Nothing of that", NULL);

  thaw_cli_test_run (test, "search", "lake", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "Swam"));
  g_assert_nonnull (strstr (test->out, "Walked"));
  g_assert_null (strstr (test->out, "Nothing"));

  thaw_cli_test_run (test, "search", "cold", "lake", NULL);
  g_assert_null (strstr (test->out, "Walked"));
  thaw_cli_test_run (test, "search", "lake", "--from", "2026-11-23", NULL);
  g_assert_null (strstr (test->out, "Swam"));
  thaw_cli_test_run (test, "search", "lake", "--limit", "1", NULL);
  g_assert_null (strstr (test->out, "Swam"));
  thaw_cli_test_run (test, "search", "cafe", NULL);
  g_assert_nonnull (strstr (test->out, "Walked"));

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      thaw_cli_test_run (test, "search", "--", strange[i], NULL);
      thaw_cli_test_assert (test, 0);
    }
}

/* More than fit on one page of what is read at a time. */
static void
test_pages (ThawCliTest   *test,
            gconstpointer  data)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *before = NULL;

  thaw_cli_test_run (test, "demo", "--seed", "7", "--days", "600", "--until", "2026-11-22", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list", NULL);
  thaw_cli_test_assert (test, 0);
  lines = g_strsplit (test->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 1001);
  for (guint i = 1; i + 1 < g_strv_length (lines); i++)
    {
      g_free (before);
      before = g_strndup (lines[i - 1], 16);
      g_assert_cmpint (strncmp (lines[i], before, 16), <=, 0);
    }

  thaw_cli_test_run (test, "list", "--limit", "501", NULL);
  g_assert_true (g_str_has_suffix (test->out, "\n"));
  g_clear_pointer (&lines, g_strfreev);
  lines = g_strsplit (test->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 502);
}

static JsonObject *
parse_summary (ThawCliTest *test,
               JsonParser  *parser)
{
  g_autoptr (GError) error = NULL;

  thaw_cli_test_assert (test, 0);
  json_parser_load_from_data (parser, test->out, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_summary (ThawCliTest   *test,
              gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *summary, *scale;

  thaw_cli_test_run (test, "add", "--at", "2026-11-20T09:00", "--feeling", "2", "--emotion", "joy:1", NULL);
  thaw_cli_test_run (test, "add", "--at", "2026-11-20T10:00", "--feeling", "4", "--emotion", "joy:2", NULL);
  thaw_cli_test_run (test, "add", "--at", "2026-11-21T10:00", "--feeling", "5", "--emotion", "fear:3", NULL);

  thaw_cli_test_run (test, "summary", "--json", NULL);
  summary = parse_summary (test, parser);
  scale = json_object_get_object_member (summary, "feeling");
  g_assert_cmpint (json_object_get_int_member (summary, "entries"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (summary, "days"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (scale, "entries"), ==, 3);
  /* Two days are too few to say anything. */
  g_assert_true (json_object_get_null_member (scale, "mean"));
  g_assert_true (json_object_get_null_member (summary, "variety"));
  thaw_cli_test_run (test, "summary", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "too few days"));

  thaw_cli_test_run (test, "add", "--at", "2026-11-22T10:00", "--feeling", "10", "--emotion", "fear", "--tag", "x", NULL);
  thaw_cli_test_run (test, "add", "--at", "2026-11-23T10:00", "--answer", "nothing", "--trigger", "x", NULL);
  thaw_cli_test_run (test, "summary", "--json", NULL);
  summary = parse_summary (test, parser);
  scale = json_object_get_object_member (summary, "feeling");
  g_assert_cmpstr (json_object_get_string_member (summary, "first_day"), ==, "2026-11-20");
  g_assert_cmpstr (json_object_get_string_member (summary, "last_day"), ==, "2026-11-23");
  /* (3 + 5 + 10) / 3: the first day counts once, the last one, which says nothing on it, not at all. */
  g_assert_cmpint (json_object_get_int_member (scale, "days"), ==, 3);
  g_assert_cmpfloat (json_object_get_double_member (scale, "mean"), ==, 6.0);
  g_assert_cmpint (json_object_get_int_member (scale, "min"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (scale, "max"), ==, 10);
  /* Two words, each named twice. */
  g_assert_cmpfloat (json_object_get_double_member (summary, "variety"), ==, 2.0);
  scale = json_object_get_object_member (summary, "valence");
  g_assert_true (json_object_get_null_member (scale, "mean"));
  g_assert_true (json_object_get_null_member (scale, "min"));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (summary, "answers"), "nothing"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (summary, "answers"), "named"), ==, 4);

  thaw_cli_test_run (test, "summary", "--json", "--from", "2026-11-23", NULL);
  summary = parse_summary (test, parser);
  g_assert_cmpint (json_object_get_int_member (summary, "entries"), ==, 1);

  thaw_cli_test_run (test, "summary", "--json", "--from", "2027-11-23", NULL);
  summary = parse_summary (test, parser);
  g_assert_cmpint (json_object_get_int_member (summary, "entries"), ==, 0);
  g_assert_true (json_object_get_null_member (summary, "first_day"));
}

static void
test_verify_and_backup (ThawCliTest   *test,
                        gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (test->folder, "copy", "journal.db", NULL);
  g_autofree char *copy_folder = g_path_get_dirname (copy);
  g_autofree char *export = NULL;

  thaw_cli_test_run (test, "add", "kept", NULL);
  thaw_cli_test_run (test, "verify", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  export = g_strdup (test->out);

  thaw_cli_test_run (test, "backup", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_true (g_file_test (g_strchomp (test->out), G_FILE_TEST_IS_REGULAR));

  thaw_cli_test_run (test, "backup", copy, NULL);
  thaw_cli_test_assert (test, 1);
  g_assert_cmpint (g_mkdir_with_parents (copy_folder, 0700), ==, 0);
  thaw_cli_test_run (test, "backup", "copy/journal.db", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "export", "--format", "json", "--data-dir", "copy", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, export);
}

static void
test_damaged (ThawCliTest   *test,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (test->directory, "journal.db", NULL);
  g_autofree char *contents = NULL;
  gsize size;

  thaw_cli_test_run (test, "demo", "--days", "200", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpuint (size, >, 40 * 4096);
  memset (contents + 8 * 4096, 0x5a, 24 * 4096);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));

  thaw_cli_test_run (test, "verify", NULL);
  thaw_cli_test_assert (test, 1);
}

static void
test_demo (ThawCliTest   *test,
           gconstpointer  data)
{
  g_autofree char *first = NULL;

  thaw_cli_test_run (test, "demo", "--seed", "3", "--days", "60", "--until", "2026-11-22", "--data-dir", "a", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "demo", "--seed", "3", "--days", "60", "--until", "2026-11-22", "--data-dir", "b", NULL);
  thaw_cli_test_run (test, "export", "--format", "json", "--data-dir", "a", NULL);
  thaw_cli_test_assert (test, 0);
  first = g_strdup (test->out);
  thaw_cli_test_run (test, "export", "--format", "json", "--data-dir", "b", NULL);
  g_assert_cmpstr (test->out, ==, first);
  g_assert_nonnull (strstr (first, "\"2026-11-2"));

  /* Never among somebody's own entries. */
  thaw_cli_test_run (test, "demo", "--data-dir", "a", NULL);
  thaw_cli_test_assert (test, 1);
  thaw_cli_test_run (test, "export", "--format", "json", "--data-dir", "a", NULL);
  g_assert_cmpstr (test->out, ==, first);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/cli/entries/" name, ThawCliTest, NULL, thaw_cli_test_set_up, func, thaw_cli_test_tear_down)
  ADD ("add-and-list", test_add_and_list);
  ADD ("now", test_now);
  ADD ("standard-input", test_standard_input);
  ADD ("invalid-argument-bytes", test_invalid_argument_bytes);
  ADD ("one-line", test_one_line);
  ADD ("add-at-once", test_add_at_once);
  ADD ("search", test_search);
  ADD ("pages", test_pages);
  ADD ("summary", test_summary);
  ADD ("verify-and-backup", test_verify_and_backup);
  ADD ("damaged", test_damaged);
  ADD ("demo", test_demo);
#undef ADD

  return g_test_run ();
}
