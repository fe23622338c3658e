/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-breathing-loader.h"
#include "thaw-test-content.h"

#define HEAD     "<breathing><pattern id=\"a\" breaths=\"3\"><name>A</name><summary>S.</summary><why>W.</why>"
#define TAIL     "</pattern></breathing>"
#define IN       "<phase id=\"in\" seconds=\"4\"/>"
#define OUT      "<phase id=\"out\" seconds=\"6\"/>"
#define WITH(x)  HEAD "\n" x TAIL
#define TEXTS    "<name>A</name><summary>S.</summary><why>W.</why>"
#define LIKE(x)  "<breathing>\n<pattern " x ">" TEXTS IN OUT TAIL

static const ThawTestBroken broken[] = {
  { "no XML", "<breathing>", 1, "", TRUE },
  { "another file", "<coping/>", 1, "no element “coping”", FALSE },
  { "no pattern", "<breathing>\n</breathing>", 1, "has no “pattern”", FALSE },
  { "no name", "<breathing>\n<pattern id=\"a\" breaths=\"3\"><summary>S.</summary><why>W.</why>" IN OUT TAIL, 2,
    "“name” has to stand before “summary”", FALSE },
  { "no summary", "<breathing>\n<pattern id=\"a\" breaths=\"3\"><name>A</name><why>W.</why>" IN OUT TAIL, 2,
    "“summary” has to stand before “why”", FALSE },
  { "an empty reason", "<breathing><pattern id=\"a\" breaths=\"3\"><name>A</name><summary>S.</summary>\n<why> </why>" IN
    OUT TAIL, 2, "“why” is empty", FALSE },
  { "no phase", HEAD TAIL, 1, "has no “phase”", FALSE },
  { "no breath in", WITH (OUT), 1, "“a” lacks the breath in or out", FALSE },
  { "no breath out", WITH (IN), 1, "“a” lacks the breath in or out", FALSE },
  { "an unknown phase", WITH ("<phase id=\"sniff\" seconds=\"1\"/>" OUT), 2, "no phase “sniff”", FALSE },
  { "a phase twice", WITH (IN "\n" IN OUT), 3, "“in” stands too late, or twice", FALSE },
  { "a phase too late", WITH (OUT "\n" IN), 3, "“in” stands too late", FALSE },
  { "a breath of no time", WITH ("<phase id=\"in\" seconds=\"0\"/>" OUT), 2, "“in” cannot take 0 seconds", FALSE },
  { "a hold of no time", WITH (IN "<phase id=\"hold-full\" seconds=\"0.0\"/>" OUT), 2,
    "“hold-full” cannot take 0.0 seconds", FALSE },
  { "a breath too short", WITH ("<phase id=\"in\" seconds=\"0.4\"/>" OUT), 2, "“in” cannot take 0.4 seconds", FALSE },
  { "a breath too long", WITH (IN "<phase id=\"out\" seconds=\"30.1\"/>"), 2, "“out” cannot take 30.1 seconds", FALSE },
  { "an hour of a breath", WITH ("<phase id=\"in\" seconds=\"3600\"/>" OUT), 2, "“in” cannot take 3600 seconds",
    FALSE },
  { "far too many digits", WITH ("<phase id=\"in\" seconds=\"99999999999999\"/>" OUT), 2, "are no seconds", FALSE },
  { "less than no time", WITH ("<phase id=\"in\" seconds=\"-4\"/>" OUT), 2, "“-4” are no seconds", FALSE },
  { "a time in words", WITH ("<phase id=\"in\" seconds=\"four\"/>" OUT), 2, "“four” are no seconds", FALSE },
  { "hundredths", WITH ("<phase id=\"in\" seconds=\"4.55\"/>" OUT), 2, "more exact than tenths", FALSE },
  { "a point with nothing behind", WITH ("<phase id=\"in\" seconds=\"4.\"/>" OUT), 2, "“4.” are no seconds", FALSE },
  { "a point with nothing before", WITH ("<phase id=\"in\" seconds=\".5\"/>" OUT), 2, "“.5” are no seconds", FALSE },
  { "a comma", WITH ("<phase id=\"in\" seconds=\"4,5\"/>" OUT), 2, "“4,5” are no seconds", FALSE },
  { "no breaths", LIKE ("id=\"a\" breaths=\"0\""), 2, "the breaths “0”", FALSE },
  { "too many breaths", LIKE ("id=\"a\" breaths=\"1000\""), 2, "the breaths “1000” is not a number from 1 to 999",
    FALSE },
  { "a limit of nothing", LIKE ("id=\"a\" breaths=\"4\" first-limit=\"0\""), 2, "the first-limit “0”", FALSE },
  { "more than the limit", LIKE ("id=\"a\" breaths=\"5\" first-limit=\"4\""), 2, "the breaths “5”", FALSE },
  { "no id", LIKE ("id=\"A b\" breaths=\"4\""), 2, "“A b” is not an id", FALSE },
  { "an id that was taken", LIKE ("id=\"taken\" breaths=\"4\""), 2, "there is “taken” already", FALSE },
  { "an id twice", "<breathing><pattern id=\"a\" breaths=\"3\">" TEXTS IN OUT "</pattern>\n<pattern id=\"a\" breaths=\"3\">"
    TEXTS IN OUT TAIL, 2, "there is “a” already", FALSE },
};

static gpointer
read_it (GBytes      *bytes,
         const char  *file,
         GError     **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (ids, (gpointer) "taken");

  return thaw_breathing_loader_read (bytes, file, ids, error);
}

static void
test_broken (void)
{
  thaw_test_assert_broken (read_it, broken, G_N_ELEMENTS (broken));
}

static void
test_good (void)
{
  static const char file[] = "<breathing><pattern id=\"a-1\" breaths=\"5\" first-limit=\"7\"><name> A\n  b </name>"
                             "<summary>S.</summary><why>W.</why><source>Someone\n 2020</source>"
                             "<phase id=\"in\" seconds=\"4.5\"/><phase id=\"top-up\" seconds=\"0.1\"/>"
                             "<phase id=\"out\" seconds=\"30\"/><phase id=\"hold-empty\" seconds=\"2.0\"/>"
                             "</pattern></breathing>";
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) patterns = thaw_breathing_loader_read (bytes, "good.xml", ids, &error);
  const ThawBreathPattern *pattern;

  g_assert_no_error (error);
  g_assert_cmpuint (patterns->len, ==, 1);
  pattern = g_ptr_array_index (patterns, 0);
  g_assert_cmpstr (pattern->id, ==, "a-1");
  g_assert_cmpstr (pattern->name, ==, "A b");
  g_assert_cmpstr (pattern->summary, ==, "S.");
  g_assert_cmpstr (pattern->why, ==, "W.");
  g_assert_cmpstr (pattern->source, ==, "Someone 2020");
  g_assert_cmpint (pattern->breaths, ==, 5);
  g_assert_cmpint (pattern->first_limit, ==, 7);
  g_assert_cmpint (pattern->tenths[THAW_BREATH_IN], ==, 45);
  g_assert_cmpint (pattern->tenths[THAW_BREATH_TOP_UP], ==, 1);
  g_assert_cmpint (pattern->tenths[THAW_BREATH_HOLD_FULL], ==, 0);
  g_assert_cmpint (pattern->tenths[THAW_BREATH_OUT], ==, 300);
  g_assert_cmpint (pattern->tenths[THAW_BREATH_HOLD_EMPTY], ==, 20);

  /* The set outlives what was read. */
  g_clear_pointer (&patterns, g_ptr_array_unref);
  g_assert_true (g_hash_table_contains (ids, "a-1"));
}

static void
test_shipped (void)
{
  static const struct
  {
    const char *id;
    const char *lengths;
  } wanted[] = {
    { "slow-5-5", "5 · 5" }, { "slow-4-6", "4 · 6" },   { "long-exhale", "4 · 8" },
    { "box", "4 · 4 · 4 · 4" }, { "sighing", "2 · 1 · 6" }, { "4-7-8", "4 · 7 · 8" },
  };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) patterns = thaw_breathing_loader_load (ids, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (patterns->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < patterns->len; i++)
    {
      const ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);
      g_autofree char *lengths = thaw_breath_pattern_describe (pattern);
      gboolean is_limited = g_str_equal (pattern->id, "4-7-8");

      g_assert_cmpstr (pattern->id, ==, wanted[i].id);
      g_assert_cmpstr (lengths, ==, wanted[i].lengths);
      g_assert_true (g_hash_table_contains (ids, pattern->id));
      g_assert_cmpint (pattern->first_limit, ==, is_limited ? 4 : 0);

      /* Between one minute and six */
      g_assert_cmpint (pattern->breaths * thaw_breath_pattern_get_ms (pattern), >=, 60000);
      g_assert_cmpint (pattern->breaths * thaw_breath_pattern_get_ms (pattern), <=, 360000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/breathing-loader/broken", test_broken);
  g_test_add_func ("/services/breathing-loader/good", test_good);
  g_test_add_func ("/services/breathing-loader/shipped", test_shipped);

  return g_test_run ();
}
