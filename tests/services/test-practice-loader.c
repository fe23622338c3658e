/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-practice-loader.h"
#include "thaw-test-content.h"

#define TEXTS    "<name>A</name><summary>S.</summary><why>W.</why>"
#define LINE     "<line pause=\"2\">L.</line>"
#define PART     "<part>" LINE "</part>"
#define TAIL     "</practice></practices>"
#define WITH(x)  "<practices><practice id=\"a\" minutes=\"5 10\">" TEXTS "\n" x TAIL
#define LIKE(x)  "<practices>\n<practice " x ">" TEXTS PART TAIL
#define SAYING(x) WITH ("<part>" LINE "\n" x "</part>")

static const ThawTestBroken broken[] = {
  { "no XML", "practices", 1, "", TRUE },
  { "no practice", "<practices/>", 1, "has no “practice”", FALSE },
  { "no name", "<practices><practice id=\"a\" minutes=\"5\">\n<summary>S.</summary><why>W.</why>" PART TAIL, 2,
    "“name” has to stand before “summary”", FALSE },
  { "no summary", "<practices><practice id=\"a\" minutes=\"5\"><name>A</name>\n<why>W.</why>" PART TAIL, 2,
    "“summary” has to stand before “why”", FALSE },
  { "no reason", "<practices><practice id=\"a\" minutes=\"5\"><name>A</name><summary>S.</summary>\n" PART TAIL, 2,
    "“why” has to stand before “part”", FALSE },
  { "no part", WITH (""), 1, "has no “part”", FALSE },
  { "no line", WITH ("<part><name>P</name></part>"), 2, "has no “line”", FALSE },
  { "an empty line", SAYING ("<line pause=\"2\"/>"), 3, "“line” is empty", FALSE },
  { "a line without a pause", SAYING ("<line>L.</line>"), 3, "has no attribute “pause”", FALSE },
  { "no pause", SAYING ("<line pause=\"0\">L.</line>"), 3, "the pause “0” is not a number from 1 to 120", FALSE },
  { "a long pause", SAYING ("<line pause=\"121\">L.</line>"), 3, "the pause “121”", FALSE },
  { "half a pause", SAYING ("<line pause=\"1.5\">L.</line>"), 3, "the pause “1.5”", FALSE },
  { "a line for no version", SAYING ("<line pause=\"2\" from=\"7\">L.</line>"), 3, "no longer version of “a” takes 7",
    FALSE },
  { "a line from the shortest on", SAYING ("<line pause=\"2\" from=\"5\">L.</line>"), 3,
    "no longer version of “a” takes 5", FALSE },
  { "a line in the middle of silence", "<practices><practice id=\"a\" minutes=\"5 10\" open=\"yes\">" TEXTS "<part>" LINE
    "\n<line pause=\"2\" from=\"10\">L.</line></part>" TAIL, 2, "no longer version of “a” takes 10", FALSE },
  { "an invitation for some", WITH ("<part><line pause=\"2\" from=\"10\">L.</line></part>"), 1,
    "the first line of “a” is not in all versions", FALSE },
  { "an invitation for those who want it", WITH ("<option>O</option><part optional=\"yes\">" LINE "</part>" PART), 1,
    "the first line of “a” is not in all versions", FALSE },
  { "an optional part without a switch", WITH (PART "\n<part optional=\"yes\">" LINE "</part>"), 3,
    "has no “option” for its optional part", FALSE },
  { "a switch for nothing", WITH ("<option>O</option>" PART), 1, "“a” has no optional part for its “option”", FALSE },
  { "a part that is half optional", WITH ("<option>O</option>" PART "\n<part optional=\"perhaps\">" LINE "</part>"), 3,
    "optional is “yes” or left out, not “perhaps”", FALSE },
  { "half open", LIKE ("id=\"a\" minutes=\"5\" open=\"no\""), 2, "open is “yes” or left out, not “no”", FALSE },
  { "no minutes", LIKE ("id=\"a\" minutes=\"0\""), 2, "the minutes “0” are not numbers from 1 to 60", FALSE },
  { "minutes in words", LIKE ("id=\"a\" minutes=\"five\""), 2, "the minutes “five”", FALSE },
  { "a blank too many", LIKE ("id=\"a\" minutes=\"5  10\""), 2, "the minutes “5  10”", FALSE },
  { "minutes out of order", LIKE ("id=\"a\" minutes=\"10 5\""), 2, "smallest first", FALSE },
  { "minutes twice", LIKE ("id=\"a\" minutes=\"5 5\""), 2, "smallest first", FALSE },
  { "more than an hour", LIKE ("id=\"a\" minutes=\"5 61\""), 2, "the minutes “5 61”", FALSE },
  { "an id that was taken", LIKE ("id=\"taken\" minutes=\"5\""), 2, "there is “taken” already", FALSE },
  { "an id twice", "<practices><practice id=\"a\" minutes=\"5\">" TEXTS PART "</practice>\n<practice id=\"a\" minutes=\"5\">"
    TEXTS PART TAIL, 2, "there is “a” already", FALSE },
};

static gpointer
read_it (GBytes      *bytes,
         const char  *file,
         GError     **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (ids, (gpointer) "taken");

  return thaw_practice_loader_read (bytes, file, ids, error);
}

static void
test_broken (void)
{
  thaw_test_assert_broken (read_it, broken, G_N_ELEMENTS (broken));
}

static void
test_good (void)
{
  static const char file[] = "<practices><practice id=\"a\" minutes=\"3 7\"><name>A</name><summary>S.</summary><why>W.</why>"
                             "<source>Someone 2020</source><option>Also that</option><part>"
                             "<line pause=\"4\">One\n line.</line><line pause=\"5\" from=\"7\">Two.</line></part>"
                             "<part optional=\"yes\"><name>P</name><line pause=\"6\">Three.</line></part></practice>"
                             "<practice id=\"b\" minutes=\"5\" open=\"yes\">" TEXTS PART TAIL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) practices = thaw_practice_loader_read (bytes, "good.xml", ids, &error);
  const ThawPractice *practice;
  const ThawPracticePart *part;
  const ThawPracticeLine *line;

  g_assert_no_error (error);
  g_assert_cmpuint (practices->len, ==, 2);
  practice = g_ptr_array_index (practices, 0);
  g_assert_cmpstr (practice->id, ==, "a");
  g_assert_cmpstr (practice->name, ==, "A");
  g_assert_cmpstr (practice->summary, ==, "S.");
  g_assert_cmpstr (practice->why, ==, "W.");
  g_assert_cmpstr (practice->source, ==, "Someone 2020");
  g_assert_cmpstr (practice->option, ==, "Also that");
  g_assert_false (practice->is_open);
  g_assert_cmpuint (practice->minutes->len, ==, 2);
  g_assert_cmpint (g_array_index (practice->minutes, int, 0), ==, 3);
  g_assert_cmpint (g_array_index (practice->minutes, int, 1), ==, 7);
  g_assert_cmpuint (practice->parts->len, ==, 2);

  part = g_ptr_array_index (practice->parts, 0);
  g_assert_null (part->name);
  g_assert_false (part->is_optional);
  g_assert_cmpuint (part->lines->len, ==, 2);
  line = g_ptr_array_index (part->lines, 0);
  g_assert_cmpstr (line->text, ==, "One line.");
  g_assert_cmpint (line->pause_secs, ==, 4);
  g_assert_cmpint (line->from_minutes, ==, 0);
  line = g_ptr_array_index (part->lines, 1);
  g_assert_cmpint (line->pause_secs, ==, 5);
  g_assert_cmpint (line->from_minutes, ==, 7);

  part = g_ptr_array_index (practice->parts, 1);
  g_assert_cmpstr (part->name, ==, "P");
  g_assert_true (part->is_optional);

  practice = g_ptr_array_index (practices, 1);
  g_assert_true (practice->is_open);
  g_assert_null (practice->source);
  g_assert_null (practice->option);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 2);
}

static void
test_shipped (void)
{
  static const char *const wanted[] = {
    "body-scan", "loving-kindness", "savouring", "grounding", "urge-surfing", "open-sitting",
  };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) practices = thaw_practice_loader_load (ids, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (practices->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < practices->len; i++)
    {
      const ThawPractice *practice = g_ptr_array_index (practices, i);

      g_assert_cmpstr (practice->id, ==, wanted[i]);
      g_assert_true (g_hash_table_contains (ids, practice->id));
      g_assert_true (practice->is_open == g_str_equal (practice->id, "open-sitting"));
      g_assert_true ((practice->option != NULL) == g_str_equal (practice->id, "loving-kindness"));
      thaw_test_assert_lengths (practice);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/practice-loader/broken", test_broken);
  g_test_add_func ("/services/practice-loader/good", test_good);
  g_test_add_func ("/services/practice-loader/shipped", test_shipped);

  return g_test_run ();
}
