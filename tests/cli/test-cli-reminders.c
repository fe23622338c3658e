/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-reminders"

#include "config.h"
#include "thaw-cli-test.h"

#include <string.h>

#define ID(number) "\"uuid\":\"0190c2a0-000d-7000-8000-00000000000" number "\""

#define MORNING \
  "{" ID ("1") ",\"title\":\"<b>Wie</b> ist es? & 🧊\",\"opens\":\"check-in:now\",\"on\":true," \
  "\"weekdays\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\"],\"from\":null,\"until\":null,\"times\":[\"08:30\"]," \
  "\"window\":null,\"skip_if_done\":true,\"quiet_hours_too\":false,\"modified_ms\":1000}"
#define WINDOW \
  "{" ID ("2") ",\"title\":\"הליכה %s\",\"opens\":null,\"on\":false," \
  "\"weekdays\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],\"from\":null,\"until\":null,\"times\":[]," \
  "\"window\":{\"start\":\"14:00\",\"end\":\"18:00\",\"count\":3,\"distance\":60},\"skip_if_done\":true," \
  "\"quiet_hours_too\":false,\"modified_ms\":1001}"

#define LISTED \
  "<b>Wie</b> ist es? & 🧊 · Weekdays at 08:30 · check-in:now\n" \
  "הליכה %s · Every day, 3 times between 14:00 and 18:00 · switched off\n"

/* In the order of their making, whatever that of the file. */
#define JSON "[\n" MORNING ",\n" WINDOW "\n]\n"

static char *
write_file (ThawCliTest *test,
            const char  *reminders)
{
  g_autofree char *json = g_strconcat ("{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":5,\"entries\":[],"
                                       "\"reminders\":[", reminders, "]}", NULL);

  return thaw_cli_test_write (test, "reminders.json", json, -1);
}

static void
import (ThawCliTest *test,
        const char  *reminders,
        const char  *says)
{
  g_autofree char *path = write_file (test, reminders);

  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, says);
}

static void
assert_listed (ThawCliTest *test)
{
  thaw_cli_test_run (test, "list-reminders", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, LISTED);
  thaw_cli_test_run (test, "list-reminders", "--json", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, JSON);
}

#define NOTHING_NEW "0 added, 0 changed, 0 there already\n"
#define TWO_NEW NOTHING_NEW "and 2 other things, as words, prompts, reflections, sessions, people and reminders\n"
#define ONE_NEW NOTHING_NEW "and 1 other thing, as a word, a prompt, a reflection, a session, a person or a reminder\n"

/* Again, which doubles none. */
static void
test_list (ThawCliTest   *test,
           gconstpointer  data)
{
  import (test, WINDOW "," MORNING, TWO_NEW);
  assert_listed (test);
  import (test, MORNING "," WINDOW, NOTHING_NEW);
  assert_listed (test);
  thaw_cli_test_run (test, "verify", NULL);
  thaw_cli_test_assert (test, 0);
}

static void
test_empty (ThawCliTest   *test,
            gconstpointer  data)
{
  thaw_cli_test_run (test, "list-reminders", NULL);
  thaw_cli_test_assert (test, 1);
  g_assert_nonnull (strstr (test->err, "There is no journal"));

  thaw_cli_test_run (test, "add", "word", NULL);
  thaw_cli_test_run (test, "list-reminders", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "");
  thaw_cli_test_run (test, "list-reminders", "--json", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "[\n]\n");
}

static void
test_dry_run (ThawCliTest   *test,
              gconstpointer  data)
{
  g_autofree char *path = write_file (test, MORNING);

  thaw_cli_test_run (test, "import", "--dry-run", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "Nothing was written. An import would be:\n" ONE_NEW);
  g_assert_false (g_file_test (test->directory, G_FILE_TEST_EXISTS));
}

/* What was changed later wins, in either direction. */
static void
test_newer_wins (ThawCliTest   *test,
                 gconstpointer  data)
{
  import (test, MORNING "," WINDOW, TWO_NEW);
  import (test, "{" ID ("1") ",\"title\":\"Older\",\"times\":[\"08:00\"],\"modified_ms\":999}", NOTHING_NEW);
  assert_listed (test);
  import (test, "{" ID ("1") ",\"title\":\"Newer\",\"times\":[\"07:00\",\"19:00\"],\"modified_ms\":1001}", ONE_NEW);
  thaw_cli_test_run (test, "list-reminders", NULL);
  g_assert_nonnull (strstr (test->out, "Newer · Every day at 07:00 and 19:00\n"));
}

/* One bad value, and nothing of the file comes in. */
static void
test_refused (ThawCliTest   *test,
              gconstpointer  data)
{
  static const struct
  {
    const char *second;
    const char *says;
  } files[] = {
    { "{" ID ("3") ",\"title\":\"Tea\",\"times\":[\"25:00\"]}", "Reminder 3: “times” should be" },
    { "{" ID ("3") ",\"title\":\"\",\"times\":[\"08:00\"]}", "Reminder 3: “title” should be one line of text" },
    { "{" ID ("1") ",\"title\":\"Tea\",\"times\":[\"08:00\"]}", "Reminder 3 has the same UUID as number 1" },
    { "{" ID ("3") ",\"title\":\"\xff\",\"times\":[\"08:00\"]}", "Line 1 is not UTF-8 text" },
    { "{" ID ("3") ",\"title\":\"Tea\"", "Line 1 is not written as it should be" },
  };

  import (test, MORNING "," WINDOW, TWO_NEW);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *reminders = g_strconcat ("{" ID ("1") ",\"title\":\"Newer\",\"times\":[\"07:00\"],"
                                                "\"modified_ms\":2000},"
                                                "{" ID ("4") ",\"title\":\"Another\",\"times\":[\"07:00\"]},",
                                                files[i].second, NULL);
      g_autofree char *path = write_file (test, reminders);

      thaw_cli_test_run (test, "import", path, NULL);
      thaw_cli_test_assert (test, 1);
      g_test_message ("%s", test->err);
      g_assert_cmpstr (test->out, ==, "");
      g_assert_nonnull (strstr (test->err, files[i].says));
      assert_listed (test);
    }
}

static void
test_too_long (ThawCliTest   *test,
               gconstpointer  data)
{
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *reminder = g_strconcat ("{" ID ("1") ",\"times\":[\"07:00\"],\"title\":\"", book, "\"}", NULL);
  g_autofree char *path = write_file (test, reminder);

  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 1);
  g_assert_nonnull (strstr (test->err, "Reminder 1: “title”"));
  g_assert_cmpuint (strlen (test->err), <, 1000);
  g_assert_false (g_file_test (test->directory, G_FILE_TEST_EXISTS));
}

/* A sample has some, which come over whole; but it does not go among somebody’s own. */
static void
test_demo (ThawCliTest   *test,
           gconstpointer  data)
{
  g_autofree char *json = g_build_filename (test->folder, "out.json", NULL);
  g_autofree char *own = g_build_filename (test->folder, "own", NULL);
  g_autofree char *other = g_build_filename (test->folder, "other", NULL);
  g_autofree char *listed = NULL;
  g_autofree char *path = NULL;

  thaw_cli_test_run (test, "demo", "--days", "10", NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list-reminders", "--json", NULL);
  thaw_cli_test_assert (test, 0);
  listed = g_strdup (test->out);
  g_assert_nonnull (strstr (listed, "\"check-in:now\""));

  thaw_cli_test_run (test, "export", "--format", "json", "--output", json, NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "import", "--data-dir", other, json, NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list-reminders", "--json", "--data-dir", other, NULL);
  g_assert_cmpstr (test->out, ==, listed);

  path = write_file (test, MORNING);
  thaw_cli_test_run (test, "import", "--data-dir", own, path, NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "demo", "--days", "10", "--data-dir", own, NULL);
  thaw_cli_test_assert (test, 1);
}

#define ADD(name, function) \
  g_test_add ("/cli/reminders/" name, ThawCliTest, NULL, thaw_cli_test_set_up, function, thaw_cli_test_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("list", test_list);
  ADD ("empty", test_empty);
  ADD ("dry-run", test_dry_run);
  ADD ("newer-wins", test_newer_wins);
  ADD ("refused", test_refused);
  ADD ("too-long", test_too_long);
  ADD ("demo", test_demo);

  return g_test_run ();
}
