/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "thaw-article.h"

static void
assert_block (const ThawDocument *document,
              guint               at,
              ThawBlockKind       kind,
              const char         *plain)
{
  const ThawBlock *block = g_ptr_array_index (document->blocks, at);

  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpstr (block->text->plain, ==, plain);
}

static ThawArticle *
make_article (void)
{
  ThawArticle *article = thaw_article_new ("sleep", THAW_ARTICLE_PAGE, "Sleep", "Nights.");
  ThawArticleSection *section = thaw_article_add_section (article, NULL, NULL);

  thaw_article_section_add (section, THAW_BLOCK_PARAGRAPH, "First [this](practice:body-scan).");
  section = thaw_article_add_section (article, NULL, "More");
  thaw_article_section_add (section, THAW_BLOCK_ITEM, "One.");
  thaw_article_section_add (section, THAW_BLOCK_ITEM, "Two.");
  article->checked = thaw_day_new (2026, 11, 29);

  return article;
}

static void
test_document (void)
{
  g_autoptr (ThawArticle) article = make_article ();
  g_autoptr (ThawDocument) document = NULL;
  const ThawBlock *block;

  g_ptr_array_add (article->sources, g_strdup ("A 2020 [sic](x:y)"));
  g_ptr_array_add (article->sources, g_strdup ("B 2021"));
  document = thaw_article_to_document (article);

  g_assert_cmpstr (document->title, ==, "Sleep");
  g_assert_cmpuint (document->blocks->len, ==, 8);
  assert_block (document, 0, THAW_BLOCK_PARAGRAPH, "First this.");
  block = g_ptr_array_index (document->blocks, 0);
  g_assert_cmpstr (((ThawLink *) g_ptr_array_index (block->text->links, 0))->target, ==, "practice:body-scan");
  assert_block (document, 1, THAW_BLOCK_HEADING, "More");
  assert_block (document, 2, THAW_BLOCK_ITEM, "One.");
  assert_block (document, 3, THAW_BLOCK_ITEM, "Two.");
  assert_block (document, 4, THAW_BLOCK_HEADING, "Sources");
  assert_block (document, 5, THAW_BLOCK_SOURCE, "A 2020 [sic](x:y)");
  assert_block (document, 6, THAW_BLOCK_SOURCE, "B 2021");

  block = g_ptr_array_index (document->blocks, 7);
  g_assert_cmpint (block->kind, ==, THAW_BLOCK_NOTE);
  g_assert_nonnull (strstr (block->text->plain, "Checked on 29 November 2026."));
  g_assert_nonnull (strstr (block->text->plain, "not medical advice"));
}

static void
test_no_sources (void)
{
  g_autoptr (ThawArticle) article = make_article ();
  g_autoptr (ThawDocument) document = thaw_article_to_document (article);

  g_assert_cmpuint (document->blocks->len, ==, 5);
  assert_block (document, 3, THAW_BLOCK_ITEM, "Two.");
  g_assert_cmpint (((ThawBlock *) g_ptr_array_index (document->blocks, 4))->kind, ==, THAW_BLOCK_NOTE);
}

static void
test_kinds (void)
{
  static const char *const slugs[] = { "support", "page", "question" };
  ThawArticleKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (slugs); i++)
    {
      g_assert_true (thaw_article_kind_from_slug (slugs[i], &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpstr (thaw_article_kind_to_slug (kind), ==, slugs[i]);
    }
  g_assert_false (thaw_article_kind_from_slug ("poem", &kind));
  g_assert_false (thaw_article_kind_from_slug (NULL, &kind));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/article/document", test_document);
  g_test_add_func ("/core/article/no-sources", test_no_sources);
  g_test_add_func ("/core/article/kinds", test_kinds);

  return g_test_run ();
}
