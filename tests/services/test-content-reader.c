/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-content-reader.h"
#include "thaw-test-content.h"

/* Paragraphs and items in any order, with a heading before them and a foot behind them. */
static const ThawContentRule mixed[] = {
  { .name = "section",
    .children = { { "heading", THAW_CONTENT_OPTIONAL },
                  { "p", THAW_CONTENT_MIXED },
                  { "item", THAW_CONTENT_MIXED },
                  { "foot", THAW_CONTENT_OPTIONAL } } },
  { .name = "heading", .has_text = TRUE },
  { .name = "p", .has_text = TRUE },
  { .name = "item", .has_text = TRUE },
  { .name = "foot", .has_text = TRUE },
  { .name = NULL },
};

#define HEADING "<heading>H</heading>"
#define P       "<p>P</p>"
#define ITEM    "<item>I</item>"
#define FOOT    "<foot>F</foot>"

static gpointer
read_mixed (GBytes      *bytes,
            const char  *file,
            GError     **error)
{
  return thaw_content_read (bytes, file, mixed, error);
}

static void
test_mixed (void)
{
  static const char *const good[] = {
    P, ITEM, P P, ITEM P, P ITEM P ITEM ITEM P, HEADING P, HEADING ITEM P ITEM, P FOOT, HEADING ITEM P FOOT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *file = g_strconcat ("<section>", good[i], "</section>", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
      g_autoptr (GString) again = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawContentNode) root = thaw_content_read (bytes, "good.xml", mixed, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < root->children->len; j++)
        {
          const ThawContentNode *child = g_ptr_array_index (root->children, j);

          g_string_append_printf (again, "<%s>%s</%s>", child->rule->name, child->text->str, child->rule->name);
        }
      g_assert_cmpstr (again->str, ==, good[i]);
    }
}

static void
test_mixed_broken (void)
{
  static const ThawTestBroken broken[] = {
    { "nothing", "<section/>", 1, "“section” has no “p”", FALSE },
    { "a heading alone", "<section>" HEADING "</section>", 1, "“section” has no “p”", FALSE },
    { "a foot alone", "<section>\n" FOOT "</section>", 2, "“p” has to stand before “foot”", FALSE },
    { "a heading behind a paragraph", "<section>" P "\n" HEADING "</section>", 2, "“heading” stands too late", FALSE },
    { "a heading among items", "<section>" ITEM "\n" HEADING ITEM "</section>", 2, "“heading” stands too late", FALSE },
    { "an item behind the foot", "<section>" P FOOT "\n" ITEM "</section>", 2, "“item” stands too late", FALSE },
    { "two headings", "<section>" HEADING "\n" HEADING P "</section>", 2, "a second “heading”", FALSE },
    { "two feet", "<section>" P FOOT "\n" FOOT "</section>", 2, "a second “foot”", FALSE },
  };

  thaw_test_assert_broken (read_mixed, broken, G_N_ELEMENTS (broken));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/content-reader/mixed", test_mixed);
  g_test_add_func ("/services/content-reader/mixed-broken", test_mixed_broken);

  return g_test_run ();
}
