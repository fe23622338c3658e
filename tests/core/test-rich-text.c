/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-rich-text.h"

static void
assert_link (const ThawRichText *text,
             guint               at,
             const char         *words,
             const char         *target)
{
  const ThawLink *link = g_ptr_array_index (text->links, at);
  g_autofree char *linked = g_strndup (text->plain + link->start, link->end - link->start);

  g_assert_cmpstr (linked, ==, words);
  g_assert_cmpstr (link->target, ==, target);
}

static void
test_parse (void)
{
  g_autoptr (ThawRichText) text = thaw_rich_text_parse ("Begin with [a ‘scan’](practice:body-scan)[, joy](word:joy).");
  g_autoptr (ThawRichText) only = thaw_rich_text_parse ("[a](article:b)");
  g_autoptr (ThawRichText) plain = thaw_rich_text_parse ("Nothing.");
  g_autoptr (ThawRichText) empty = thaw_rich_text_parse ("");

  g_assert_cmpstr (text->plain, ==, "Begin with a ‘scan’, joy.");
  g_assert_cmpuint (text->links->len, ==, 2);
  assert_link (text, 0, "a ‘scan’", "practice:body-scan");
  assert_link (text, 1, ", joy", "word:joy");

  g_assert_cmpstr (only->plain, ==, "a");
  assert_link (only, 0, "a", "article:b");
  g_assert_cmpstr (plain->plain, ==, "Nothing.");
  g_assert_cmpuint (plain->links->len, ==, 0);
  g_assert_cmpstr (empty->plain, ==, "");
}

/* Brackets that are no link stay what they are. */
static void
test_brackets (void)
{
  static const char *const texts[] = {
    "[", "]", "[]", "()", "[a]", "[a] (b:c)", "[a](b:c", "[a](", "](b:c)", "[](b:c)", "[a]()", "a) [b", "((a))", "[[a]]",
    "[a] b](c:d)",
  };
  g_autoptr (ThawRichText) nested = thaw_rich_text_parse ("[a [b](c:d)]");
  g_autoptr (ThawRichText) later = thaw_rich_text_parse ("[as said] and [b](c:d)");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ThawRichText) text = thaw_rich_text_parse (texts[i]);

      g_assert_cmpstr (text->plain, ==, texts[i]);
      g_assert_cmpuint (text->links->len, ==, 0);
    }

  g_assert_cmpstr (nested->plain, ==, "[a b]");
  g_assert_cmpuint (nested->links->len, ==, 1);
  assert_link (nested, 0, "b", "c:d");
  g_assert_cmpstr (later->plain, ==, "[as said] and b");
  g_assert_cmpuint (later->links->len, ==, 1);
}

static void
assert_markup (const char *written,
               const char *markup)
{
  g_autoptr (ThawRichText) text = thaw_rich_text_parse (written);
  g_autofree char *made = thaw_rich_text_dup_markup (text);

  g_assert_cmpstr (made, ==, markup);
}

static void
test_markup (void)
{
  assert_markup ("", "");
  assert_markup ("a & <b>", "a &amp; &lt;b&gt;");
  assert_markup ("See [a & b](article:c), now.", "See <a href=\"article:c\">a &amp; b</a>, now.");
  assert_markup ("[a](b:c)[d](e:f)", "<a href=\"b:c\">a</a><a href=\"e:f\">d</a>");
  assert_markup ("[a](\"b\")", "<a href=\"&quot;b&quot;\">a</a>");
}

static void
test_copy (void)
{
  g_autoptr (ThawRichText) text = thaw_rich_text_parse ("A [b](c:d) e.");
  g_autoptr (ThawRichText) copy = thaw_rich_text_copy (text);
  g_autoptr (ThawRichText) letter = thaw_rich_text_new ("A [b](c:d) e.");

  g_clear_pointer (&text, thaw_rich_text_free);
  g_assert_cmpstr (copy->plain, ==, "A b e.");
  assert_link (copy, 0, "b", "c:d");

  /* What a person wrote is taken to the letter. */
  g_assert_cmpstr (letter->plain, ==, "A [b](c:d) e.");
  g_assert_cmpuint (letter->links->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/rich-text/parse", test_parse);
  g_test_add_func ("/core/rich-text/brackets", test_brackets);
  g_test_add_func ("/core/rich-text/markup", test_markup);
  g_test_add_func ("/core/rich-text/copy", test_copy);

  return g_test_run ();
}
