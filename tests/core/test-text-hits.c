/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-text-hits.h"

/* What is found is what the person sees: the bytes of the text itself. */
static void
assert_hits (const char         *text,
             const char         *query,
             const char * const *expected)
{
  g_autoptr (GArray) hits = thaw_text_find_hits (text, query);
  guint n = 0;

  for (; expected[n] != NULL; n++)
    {
      const ThawTextHit *hit = &g_array_index (hits, ThawTextHit, n);
      g_autofree char *found = NULL;

      g_assert_cmpuint (n, <, hits->len);
      found = g_strndup (text + hit->start, hit->end - hit->start);
      g_assert_cmpstr (found, ==, expected[n]);
    }
  g_assert_cmpuint (hits->len, ==, n);
}

#define HITS(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define NO_HITS   ((const char *const[]) { NULL })

static void
test_find (void)
{
  assert_hits ("Numb, and number than numb", "numb", HITS ("Numb", "numb", "numb"));
  assert_hits ("aaaa", "aa", HITS ("aa", "aa"));
  assert_hits ("joy", "joyful", NO_HITS);
  assert_hits ("", "joy", NO_HITS);
  assert_hits ("two words", " two words ", HITS ("two words"));
}

static void
test_blank (void)
{
  assert_hits ("some text", "", NO_HITS);
  assert_hits ("some text", "  \t", NO_HITS);
}

static void
test_folding (void)
{
  assert_hits ("Über die GEFÜHLE", "gefuhle", HITS ("GEFÜHLE"));
  assert_hits ("Uber die Gefuhle", "Gefühle", HITS ("Gefuhle"));
  assert_hits ("cafe\xcc\x81 and café", "cafe", HITS ("cafe\xcc\x81", "café"));
  assert_hits ("what didn’t help – “yet”", "didn't help - \"yet\"", HITS ("didn’t help – “yet”"));
  assert_hits ("no\xc2\xa0" "break", "no break", HITS ("no\xc2\xa0" "break"));
}

/* One letter that is folded to two is found by both, and by the first of them. */
static void
test_long_letters (void)
{
  assert_hits ("große Straße", "strasse", HITS ("Straße"));
  assert_hits ("große Straße", "stras", HITS ("Straß"));
  assert_hits ("Fuß", "s", HITS ("ß"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text-hits/find", test_find);
  g_test_add_func ("/core/text-hits/blank", test_blank);
  g_test_add_func ("/core/text-hits/folding", test_folding);
  g_test_add_func ("/core/text-hits/long-letters", test_long_letters);

  return g_test_run ();
}
