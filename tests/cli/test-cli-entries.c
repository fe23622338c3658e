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

/* What is noticed in the body and done about it is said, shown, and found again. */
static void
test_noticing (ThawCliTest   *test,
               gconstpointer  data)
{
  const char first[] = "2026-11-20 09:00 · not sure · chest: tight, clearly; throat; hands: strongly · #Mia, #it is me! · "
                       "Took a walk (better), sat: there, Cried · a text\n";
  const char second[] = "2026-11-21 09:00 · nothing · in the body: nowhere\n";

  thaw_cli_test_run (test, "add", "--at", "2026-11-20T09:00", "--answer", "unsure", "--sensation", "chest:tight:2",
                     "--sensation", "throat", "--sensation", "hands:3", "--trigger", "thought:it is me",
                     "--tag", "person:Mia", "--did", "walk:better", "--did", "sat: there", "--did", "cry", "--prompt", " What is there? ",
                     "a text", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "add", "--at", "2026-11-21T09:00", "--answer", "nothing", "--body", "nowhere", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "add", "--at", "2026-11-22T09:00", "--body", "unsure", NULL);
  thaw_cli_test_assert (test, 0);

  thaw_cli_test_run (test, "list", "--to", "2026-11-21", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_true (g_str_has_prefix (test->out, second));
  g_assert_cmpstr (test->out + strlen (second), ==, first);
  thaw_cli_test_run (test, "export", "--format", "json", NULL);
  g_assert_nonnull (strstr (test->out, "\"prompt\":\"What is there?\""));
  g_assert_nonnull (strstr (test->out, "{\"region\":\"hands\",\"quality\":null,\"strength\":3}"));
  g_assert_nonnull (strstr (test->out, "{\"name\":\"it is me\",\"kind\":\"thought\",\"trigger\":true}"));

  {
    const char *const filters[][2] = {
      { "--sensation", "chest:tight" }, { "--sensation", "hands" },        { "--sensation", "tight" },
      { "--did", "walk" },              { "--trigger", "thought:it is me" }, { "--tag", "thought:it  is me" },
      { "--answer", "unsure" },         { "--did", "sat: there" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
      {
        g_test_message ("%s %s", filters[i][0], filters[i][1]);
        thaw_cli_test_run (test, "list", filters[i][0], filters[i][1], NULL);
        thaw_cli_test_assert (test, 0);
        g_assert_cmpstr (test->out, ==, first);
        thaw_cli_test_run (test, "search", filters[i][0], filters[i][1], "text", NULL);
        g_assert_cmpstr (test->out, ==, first);
      }
  }

  thaw_cli_test_run (test, "list", "--sensation", "hands:tight", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "");
  thaw_cli_test_run (test, "list", "--emotion", "joy", NULL);
  g_assert_cmpstr (test->out, ==, "");
  /* There, but not what set it off. */
  thaw_cli_test_run (test, "list", "--trigger", "person:Mia", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "");
  thaw_cli_test_run (test, "list", "--answer", "nothing", NULL);
  g_assert_cmpstr (test->out, ==, second);
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

static int
get_count (JsonObject *summary,
           const char *list,
           guint       at,
           const char *key,
           const char *name,
           const char *count)
{
  JsonObject *item = json_array_get_object_element (json_object_get_array_member (summary, list), at);

  g_assert_cmpstr (json_object_get_string_member (item, key), ==, name);

  return (int) json_object_get_int_member (item, count);
}

/* Numbers, and nothing that they are supposed to prove. */
static void
test_summary_of_noticing (ThawCliTest   *test,
                          gconstpointer  data)
{
  const char reflections[] =
    "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":2,\"entries\":[],\"reflections\":["
    "{\"uuid\":\"0190c2a0-0003-7000-8000-000000000001\",\"time\":\"2026-11-08T20:00:00.000+01:00\",\"response\":1},"
    "{\"uuid\":\"0190c2a0-0003-7000-8000-000000000002\",\"time\":\"2026-11-22T20:00:00.000+01:00\",\"response\":3,"
    "\"closeness\":0}]}";
  g_autofree char *path = thaw_cli_test_write (test, "reflections.json", reflections, -1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *summary, *last;

  thaw_cli_test_run (test, "add", "--at", "2026-11-20T09:00", "--sensation", "chest:tight", "--sensation", "chest:warm",
                     "--sensation", "jaw:tight", "--did", "walk:better", "--trigger", "event:call", NULL);
  thaw_cli_test_run (test, "add", "--at", "2026-11-21T09:00", "--sensation", "chest", "--did", "walk:same",
                     "--did", "cry", "--trigger", "event:call", "--tag", "person:Mia", NULL);
  thaw_cli_test_run (test, "add", "--at", "2026-11-22T09:00", "--body", "nowhere", "--did", "walk", NULL);
  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);

  thaw_cli_test_run (test, "summary", "--json", NULL);
  summary = parse_summary (test, parser);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (summary, "body"), "somewhere"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (summary, "body"), "nowhere"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (summary, "body"), "unsure"), ==, 0);
  /* Twice in one entry is one entry. */
  g_assert_cmpint (get_count (summary, "regions", 0, "region", "chest", "entries"), ==, 2);
  g_assert_cmpint (get_count (summary, "regions", 1, "region", "jaw", "entries"), ==, 1);
  g_assert_cmpint (get_count (summary, "qualities", 0, "quality", "tight", "entries"), ==, 1);
  g_assert_cmpint (get_count (summary, "tags", 0, "name", "call", "as_trigger"), ==, 2);
  g_assert_cmpint (get_count (summary, "copings", 0, "activity", "walk", "entries"), ==, 3);
  g_assert_cmpint (get_count (summary, "copings", 0, "activity", "walk", "better"), ==, 1);
  g_assert_cmpint (get_count (summary, "copings", 0, "activity", "walk", "same"), ==, 1);
  g_assert_cmpint (get_count (summary, "copings", 0, "activity", "walk", "worse"), ==, 0);
  last = json_object_get_object_member (json_object_get_object_member (summary, "reflections"), "last");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (summary, "reflections"), "number"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (last, "day"), ==, "2026-11-22");
  g_assert_cmpint (json_object_get_int_member (last, "response"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (last, "closeness"), ==, 0);
  g_assert_true (json_object_get_null_member (last, "naming"));

  thaw_cli_test_run (test, "summary", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out,
                            "In the body:\n     2  chest\n     1  jaw\n     1  nowhere\n"
                            "What it was like there:\n     1  tight\n     1  warm\n"
                            "Marked as trigger:\n     2  call\n"
                            "Done about it:\n"
                            "     3  Took a walk (afterwards worse 0, the same 1, better 1, not said 1)\n"
                            "     1  Cried (afterwards worse 0, the same 0, better 0, not said 1)\n"
                            "2 reflections, the last on 2026-11-22: response 3, naming –, range –, closeness 0\n"));

  /* Some days have the reflections of these days. */
  thaw_cli_test_run (test, "summary", "--to", "2026-11-21", NULL);
  g_assert_nonnull (strstr (test->out, "1 reflection, on 2026-11-08: response 1"));
  thaw_cli_test_run (test, "summary", "--json", "--from", "2026-11-23", NULL);
  summary = parse_summary (test, parser);
  g_assert_true (json_object_get_null_member (json_object_get_object_member (summary, "reflections"), "last"));
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
  ADD ("noticing", test_noticing);
  ADD ("now", test_now);
  ADD ("standard-input", test_standard_input);
  ADD ("invalid-argument-bytes", test_invalid_argument_bytes);
  ADD ("one-line", test_one_line);
  ADD ("add-at-once", test_add_at_once);
  ADD ("search", test_search);
  ADD ("pages", test_pages);
  ADD ("summary", test_summary);
  ADD ("summary-of-noticing", test_summary_of_noticing);
  ADD ("verify-and-backup", test_verify_and_backup);
  ADD ("damaged", test_damaged);
  ADD ("demo", test_demo);
#undef ADD

  return g_test_run ();
}
