/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-usage"

#include "config.h"
#include "thaw-cli-test.h"

#include <string.h>

static const char *const commands[] = {
  "add", "list", "search", "add-session", "list-sessions", "list-activities", "list-people",
  "list-reminders", "export", "import", "summary", "verify", "backup", "demo",
};

static gboolean
has_journal (ThawCliTest *test)
{
  return g_file_test (test->directory, G_FILE_TEST_EXISTS);
}

static void
test_help (ThawCliTest   *test,
           gconstpointer  data)
{
  const char *const words[] = { "--help", "-h", "help" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      thaw_cli_test_run (test, words[i], NULL);
      thaw_cli_test_assert (test, 0);
      for (guint j = 0; j < G_N_ELEMENTS (commands); j++)
        g_assert_nonnull (strstr (test->out, commands[j]));
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      thaw_cli_test_run (test, commands[i], "--help", NULL);
      thaw_cli_test_assert (test, 0);
      g_assert_nonnull (strstr (test->out, "--data-dir"));
    }

  g_assert_false (has_journal (test));
}

/* What help shows is in the man page, and what is there is in the help. */
static void
test_man_page (ThawCliTest   *test,
               gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "thaw-cli.1", NULL);
  g_autoptr (GRegex) option = g_regex_new ("--[a-z-]+", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (GString) all_help = g_string_new ("--version");
  g_autofree char *source = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
  g_string_append (page, source);
  g_string_replace (page, "\\-", "-", 0);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GMatchInfo) in_help = NULL;
      g_autofree char *heading = g_strconcat (".SS \"thaw-cli ", commands[i], NULL);

      g_assert_nonnull (strstr (page->str, heading));
      thaw_cli_test_run (test, commands[i], "--help", NULL);
      g_string_append (all_help, test->out);
      for (g_regex_match (option, test->out, 0, &in_help); g_match_info_matches (in_help);
           g_match_info_next (in_help, NULL))
        {
          g_autofree char *word = g_match_info_fetch (in_help, 0);

          g_test_message ("%s %s", commands[i], word);
          g_assert_nonnull (strstr (page->str, word));
        }
    }

  for (g_regex_match (option, page->str, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);

      g_test_message ("%s", word);
      g_assert_nonnull (strstr (all_help->str, word));
    }
}

static void
test_version (ThawCliTest   *test,
              gconstpointer  data)
{
  thaw_cli_test_run (test, "--version", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "thaw-cli " THAW_VERSION "\n");
}

static void
test_wrong_usage (ThawCliTest   *test,
                  gconstpointer  data)
{
  const char *const lines[] = {
    "nothing-like-that",
    "--data-dir=/tmp list",
    "list --from yesterday-ish",
    "list --from 2026-02-30",
    "list --to 99999-01-01",
    "list --limit -1",
    "list --limit many",
    "list --no-such-option",
    "list something",
    "search",
    "export",
    "export --format pdf",
    "export --format json file",
    "import",
    "import one two",
    "import --format csv file",
    "import --mood irritable file",
    "import --mood irritable=2 file",
    "import --mood irritable=nan file",
    "import --mood =0.5 file",
    "summary more",
    "verify more",
    "backup one two",
    "demo --days 0",
    "demo --days 1000000",
    "demo --seed -1",
    "demo --until never",
    "demo --until 0001-02-01",
    "add",
    "add --feeling 11",
    "add --feeling -1",
    "add --feeling 3.5",
    "add --feeling vivid",
    "add --valence 1.5",
    "add --valence nan",
    "add --valence inf",
    "add --valence 0,5",
    "add --emotion joy:0",
    "add --emotion joy:4",
    "add --emotion :2",
    "add --answer perhaps",
    "add --answer named",
    "add --answer nothing --emotion joy",
    "add --tag person:",
    "add --sensation soul",
    "add --sensation chest:odd",
    "add --sensation chest:tight:4",
    "add --sensation chest:0",
    "add --sensation chest:tight:2:3",
    "add --sensation :tight",
    "add --body here",
    "add --body nowhere --sensation chest",
    "add --did :better",
    "add --prompt Why?",
    "list --sensation soul",
    "list --sensation chest:tight:2",
    "list --sensation :",
    "list --answer perhaps",
    "list --tag Mia",
    "list --tag animal:Mia",
    "list --trigger person:",
    "list --tag person:Mia --trigger event:call",
    "search --sensation soul word",
    "add --at now word",
    "add --at 25:00 word",
    "add --at 2026-02-30T09:00 word",
    "add --at 2026-11-23 word",
    "add --at 0000-01-01T09:00 word",
    "add --at 99999-01-01T09:00 word",
    "add --title x --feeling",
  };

  thaw_cli_test_run (test, NULL);
  thaw_cli_test_assert (test, 2);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      g_test_message ("thaw-cli %s", lines[i]);
      g_assert_cmpuint (g_strv_length (words), <=, 5);
      thaw_cli_test_run (test, words[0], words[1], words[1] != NULL ? words[2] : NULL,
                         g_strv_length (words) > 3 ? words[3] : NULL, g_strv_length (words) > 4 ? words[4] : NULL,
                         NULL);
      thaw_cli_test_assert (test, 2);
    }

  g_assert_false (has_journal (test));
}

/* Reading makes no journal where there is none. */
static void
test_no_journal (ThawCliTest   *test,
                 gconstpointer  data)
{
  const char *const lines[] = { "list", "search word", "summary", "summary --json", "verify", "backup", "export --format=json" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      thaw_cli_test_run (test, words[0], words[1], NULL);
      thaw_cli_test_assert (test, 1);
      g_assert_nonnull (strstr (test->err, "There is no journal"));
    }

  g_assert_false (has_journal (test));
}

static void
test_not_a_journal (ThawCliTest   *test,
                    gconstpointer  data)
{
  const char *const lines[] = { "list", "verify", "add word", "demo", "export --format=csv", "backup" };
  g_autofree char *path = g_build_filename (test->directory, "journal.db", NULL);
  g_autofree char *contents = NULL;

  g_assert_cmpint (g_mkdir_with_parents (test->directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "Dear diary, this is a text.", -1, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      thaw_cli_test_run (test, words[0], words[1], NULL);
      thaw_cli_test_assert (test, 1);
    }

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "Dear diary, this is a text.");
}

static void
test_data_dir (ThawCliTest   *test,
               gconstpointer  data)
{
  thaw_cli_test_run (test, "add", "--data-dir", "elsewhere", "word", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_false (has_journal (test));

  thaw_cli_test_run (test, "list", "--data-dir=elsewhere", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "word"));
}

/* A locale without these letters changes nothing of what goes in or comes out. */
static void
test_plain_locale (ThawCliTest   *test,
                   gconstpointer  data)
{
  g_subprocess_launcher_setenv (test->launcher, "LC_ALL", "C", TRUE);
  thaw_cli_test_run (test, "add", "--tag", "Café", "--title", "Ψ", "größer", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_nonnull (strstr (test->out, "#Café · Ψ · größer"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/cli/usage/" name, ThawCliTest, NULL, thaw_cli_test_set_up, func, thaw_cli_test_tear_down)
  ADD ("help", test_help);
  ADD ("man-page", test_man_page);
  ADD ("version", test_version);
  ADD ("wrong-usage", test_wrong_usage);
  ADD ("no-journal", test_no_journal);
  ADD ("not-a-journal", test_not_a_journal);
  ADD ("data-dir", test_data_dir);
  ADD ("plain-locale", test_plain_locale);
#undef ADD

  return g_test_run ();
}
