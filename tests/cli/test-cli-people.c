/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-people"

#include "config.h"
#include "thaw-cli-test.h"

#include <string.h>

#define CONTACTS \
  "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a\r\nFN:Ann Lee\r\nROLE:my sponsor\r\nTEL;TYPE=CELL:555-0100\r\n" \
  "EMAIL:ann@example.org\r\nX-THAW-KIND:mentor\r\nX-THAW-FAVOURITE:1\r\nX-THAW-LAST-CONTACT:2026-11-23\r\n" \
  "X-THAW-ASK:Tea\\, no words\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4CBubyBwaWN0dXJl\r\nEND:VCARD\r\n" \
  "BEGIN:VCARD\r\nVERSION:2.1\r\nUID:b\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Fran=E7ois;Ren=E9\r\n" \
  "END:VCARD\r\n" \
  "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:c\r\nFN:<b>Zoe</b> & 🧊\r\nTEL:1-800-555-HELP\r\nEND:VCARD\r\n"

#define LISTED \
  "Ann Lee · Sponsor or mentor · my sponsor · favourite · 555-0100 (mobile), ann@example.org · last contact 2026-11-23\n" \
  "<b>Zoe</b> & 🧊 · Somebody else · 1-800-555-HELP\n" \
  "René François · Somebody else\n"

static void
import (ThawCliTest *test,
        const char  *contents,
        const char  *says)
{
  g_autofree char *path = thaw_cli_test_write (test, "contacts.vcf", contents, -1);

  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, says);
}

/* Also into a journal that is not there yet; and again, which doubles nobody. */
static void
test_import (ThawCliTest   *test,
             gconstpointer  data)
{
  import (test, CONTACTS, "3 people added, 0 there already\n");
  thaw_cli_test_run (test, "list-people", NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, LISTED);

  import (test, CONTACTS "BEGIN:VCARD\r\nFN:Bo\r\nEND:VCARD\r\n", "1 person added, 3 there already\n");
  import (test, CONTACTS, "0 people added, 3 there already\n");
  thaw_cli_test_run (test, "verify", NULL);
  thaw_cli_test_assert (test, 0);
}

/* What the address book says later does not replace what is in the journal. */
static void
test_left_alone (ThawCliTest   *test,
                 gconstpointer  data)
{
  import (test, CONTACTS, "3 people added, 0 there already\n");
  import (test, "BEGIN:VCARD\nUID:a\nFN:Somebody else\nREV:2030-01-01T00:00:00Z\nEND:VCARD\n",
          "0 people added, 1 there already\n");
  thaw_cli_test_run (test, "list-people", NULL);
  g_assert_cmpstr (test->out, ==, LISTED);
}

static void
test_dry_run (ThawCliTest   *test,
              gconstpointer  data)
{
  g_autofree char *path = thaw_cli_test_write (test, "contacts.vcf", CONTACTS, -1);

  thaw_cli_test_run (test, "import", "--dry-run", path, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "Nothing was written. An import would be:\n3 people added, 0 there already\n");
  g_assert_false (g_file_test (test->directory, G_FILE_TEST_EXISTS));
}

/* What is no damage is taken as far as it goes, and it is said what was not. */
static void
test_losses (ThawCliTest   *test,
             gconstpointer  data)
{
  import (test, "BEGIN:VCARD\nBDAY:1980-02-29\nEND:VCARD\nBEGIN:VCARD\nFN:Ann\nPHOTO;ENCODING=b:R0lGODlh\nEND:VCARD\n",
          "1 person added, 0 there already\n"
          "1 contact was left out: there is neither a name nor a way to reach anybody\n"
          "The picture of 1 contact could not be taken over\n");
}

static void
test_refused (ThawCliTest   *test,
              gconstpointer  data)
{
  static const struct
  {
    const char *contents;
    const char *says;
  } files[] = {
    { "BEGIN:VCARD\nFN:Ann\nEND:VCARD\nBEGIN:VCARD\nFN:B", "the contact that begins in line 4 has no end" },
    { "BEGIN:VCARD\nFN:Ann\nEND:VCARD\nDear diary\n", "line 4 belongs to no contact" },
    { "Dear diary", "nor contacts (vCards)" },
  };

  g_autoptr (GBytes) diary = g_bytes_new_static ("Dear diary", 10);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = thaw_cli_test_write (test, "contacts.vcf", files[i].contents, -1);

      thaw_cli_test_run (test, "import", path, NULL);
      thaw_cli_test_assert (test, 1);
      g_assert_nonnull (strstr (test->err, files[i].says));
      g_assert_cmpstr (test->out, ==, "");
      g_assert_false (g_file_test (test->directory, G_FILE_TEST_EXISTS));
    }

  thaw_cli_test_run_with (test, diary, "import", "--format", "vcard", "-", NULL);
  thaw_cli_test_assert (test, 1);
  g_assert_nonnull (strstr (test->err, "There are no contacts (vCards) in the file"));
}

/* UTF-16 from a telephone is found out as well. */
static void
test_utf16 (ThawCliTest   *test,
            gconstpointer  data)
{
  gsize n_bytes;
  g_autofree char *wide = g_convert ("BEGIN:VCARD\nFN:Zoë 🙂\nEND:VCARD\n", -1, "UTF-16", "UTF-8", NULL, &n_bytes, NULL);
  g_autofree char *path = thaw_cli_test_write (test, "contacts.vcf", wide, (gssize) n_bytes);

  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list-people", NULL);
  g_assert_cmpstr (test->out, ==, "Zoë 🙂 · Somebody else\n");
}

/* What was exported makes the same people elsewhere, but for what is private. */
static void
test_export (ThawCliTest   *test,
             gconstpointer  data)
{
  g_autofree char *json = g_strdup (
    "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":5,\"entries\":[],\"people\":["
    "{\"uuid\":\"0190c2a0-0000-7000-8000-000000000001\",\"name\":\"Ben\",\"keep_distance\":true,\"nudge_days\":9}]}");
  g_autofree char *vcards = g_build_filename (test->folder, "out.vcf", NULL);
  g_autofree char *other = g_build_filename (test->folder, "other", NULL);
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;

  import (test, CONTACTS, "3 people added, 0 there already\n");
  path = thaw_cli_test_write (test, "more.json", json, -1);
  thaw_cli_test_run (test, "import", path, NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "list-people", NULL);
  g_assert_cmpstr (test->out, ==, LISTED "Ben · Somebody else · keep distance\n");

  thaw_cli_test_run (test, "export", "--format", "vcard", "--output", vcards, NULL);
  thaw_cli_test_assert (test, 0);
  thaw_cli_test_run (test, "import", vcards, NULL);
  g_assert_cmpstr (test->out, ==, "0 people added, 4 there already\n");

  thaw_cli_test_run (test, "import", "--data-dir", other, vcards, NULL);
  thaw_cli_test_assert (test, 0);
  g_assert_cmpstr (test->out, ==, "4 people added, 0 there already\n");
  thaw_cli_test_run (test, "list-people", "--data-dir", other, NULL);
  g_assert_nonnull (strstr (test->out, "Ann Lee · Sponsor or mentor · my sponsor · favourite · 555-0100 (mobile), "
                                       "ann@example.org · last contact 2026-11-23\n"));
  g_assert_nonnull (strstr (test->out, "Ben · Somebody else\n"));
  g_assert_null (strstr (test->out, "keep distance"));

  /* With the picture, and what may be asked. */
  thaw_cli_test_run (test, "export", "--format", "json", "--data-dir", other, NULL);
  g_assert_nonnull (strstr (test->out, "\"/9j/4CBubyBwaWN0dXJl\""));
  g_assert_nonnull (strstr (test->out, "\"Tea, no words\""));
}

static void
test_many (ThawCliTest   *test,
           gconstpointer  data)
{
  g_autoptr (GString) contacts = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (contacts, "BEGIN:VCARD\r\nUID:%u\r\nFN:Person %u\r\nTEL:555-0100\r\nEND:VCARD\r\n", i, i);
  import (test, contacts->str, "5000 people added, 0 there already\n");
  import (test, contacts->str, "0 people added, 5000 there already\n");
}

/* People are somebody's own, too: a sample does not go among them. */
static void
test_demo (ThawCliTest   *test,
           gconstpointer  data)
{
  import (test, CONTACTS, "3 people added, 0 there already\n");
  thaw_cli_test_run (test, "demo", "--days", "10", NULL);
  thaw_cli_test_assert (test, 1);
  thaw_cli_test_run (test, "list-people", NULL);
  g_assert_cmpstr (test->out, ==, LISTED);
}

/* Nor among anything else: a note on an article would be taken for an older one of the sample. */
static void
test_demo_beside (ThawCliTest   *test,
                  gconstpointer  data)
{
  static const char *const lists[] = {
    "\"article_marks\":[{\"uuid\":\"0190c2a0-0000-7000-8000-000000000001\",\"article\":\"twelve-step\",\"note\":\"Mine\"}]",
    "\"own_words\":[{\"uuid\":\"0190c2a0-0000-7000-8000-000000000001\",\"word\":\"glassy\"}]",
    "\"plans\":[{\"uuid\":\"0190c2a0-0000-7000-8000-000000000001\",\"day\":\"2026-11-23\",\"activity\":\"walk\"}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":5,"
                                               "\"entries\":[],%s}", lists[i]);
      g_autofree char *path = thaw_cli_test_write (test, "journal.json", json, -1);
      g_autofree char *directory = g_strdup_printf ("%u", i);
      g_autofree char *before = NULL;

      thaw_cli_test_run (test, "import", "--data-dir", directory, path, NULL);
      thaw_cli_test_assert (test, 0);
      thaw_cli_test_run (test, "export", "--format", "json", "--data-dir", directory, NULL);
      before = g_strdup (test->out);
      thaw_cli_test_run (test, "demo", "--days", "10", "--data-dir", directory, NULL);
      thaw_cli_test_assert (test, 1);
      thaw_cli_test_run (test, "export", "--format", "json", "--data-dir", directory, NULL);
      g_assert_cmpstr (test->out, ==, before);
    }
}

#define ADD(name, function) \
  g_test_add ("/cli/people/" name, ThawCliTest, NULL, thaw_cli_test_set_up, function, thaw_cli_test_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("import", test_import);
  ADD ("left-alone", test_left_alone);
  ADD ("dry-run", test_dry_run);
  ADD ("losses", test_losses);
  ADD ("refused", test_refused);
  ADD ("utf16", test_utf16);
  ADD ("export", test_export);
  ADD ("many", test_many);
  ADD ("demo", test_demo);
  ADD ("demo-beside", test_demo_beside);

  return g_test_run ();
}
