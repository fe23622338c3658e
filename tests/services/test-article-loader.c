/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-article-loader.h"
#include "thaw-test-content.h"

#define DAY          " checked=\"2026-11-29\""
#define NAMES        "<title>T</title><summary>S.</summary>"
#define SECTION(x)   "<section role=\"" x "\"><p>P.</p></section>"
#define FIRST_FIVE   SECTION ("what") SECTION ("session") SECTION ("suits") SECTION ("benefits") SECTION ("limits")
#define ALL          FIRST_FIVE SECTION ("questions") SECTION ("finding") SECTION ("research")

#define SUPPORT(x)   "<article id=\"broken\" kind=\"support\" helpers=\"peer\" companies=\"group\"" DAY ">" \
                     NAMES "\n" x "</article>"
#define PAGE(x)      "<article id=\"broken\" kind=\"page\"" DAY ">" NAMES "\n" x "</article>"
#define TEXT(x)      PAGE ("<section>\n" x "</section>")
#define LIKE(x)      "<article " x ">" NAMES "<section><p>P.</p></section></article>"
#define SUPPORTED(x) "<article id=\"broken\" kind=\"support\" " x DAY ">" NAMES ALL "</article>"
#define SOURCE       "<source id=\"a-2020\">A 2020</source>"

static const ThawTestBroken broken[] = {
  { "no XML", "article", 1, "", TRUE },
  { "half of it", "<article id=\"broken\" kind=\"page\"" DAY "><title>T", 1, "", TRUE },
  { "no title", "<article id=\"broken\" kind=\"page\"" DAY ">\n<summary>S.</summary></article>", 2,
    "“title” has to stand before “summary”", FALSE },
  { "no section", PAGE (""), 1, "has no “section”", FALSE },
  { "an empty section", PAGE ("<section/>"), 2, "“section” has no “p”", FALSE },
  { "an empty text", TEXT ("<p> </p>"), 3, "“p” is empty", FALSE },
  { "another file", LIKE ("id=\"other\" kind=\"page\"" DAY), 1, "“other” belongs into a file “other.xml”", FALSE },
  { "no id", LIKE ("id=\"Broken\" kind=\"page\"" DAY), 1, "“Broken” is not an id", FALSE },
  { "an id that was taken", LIKE ("id=\"taken\" kind=\"page\"" DAY), 1, "there is “taken” already", FALSE },
  { "another kind", LIKE ("id=\"broken\" kind=\"poem\"" DAY), 1, "there is no kind “poem”", FALSE },
  { "never checked", LIKE ("id=\"broken\" kind=\"page\""), 1, "has no attribute “checked”", FALSE },
  { "checked on no day", LIKE ("id=\"broken\" kind=\"page\" checked=\"2026-02-30\""), 1,
    "the day “2026-02-30” does not exist", FALSE },
  { "no place", LIKE ("id=\"broken\" kind=\"page\"" DAY " place=\"first\""), 1, "the place “first”", FALSE },
  { "a page by helpers", LIKE ("id=\"broken\" kind=\"page\" helpers=\"peer\"" DAY), 1, "helpers and companies", FALSE },
  { "a question in company", LIKE ("id=\"broken\" kind=\"question\" companies=\"alone\"" DAY), 1,
    "helpers and companies", FALSE },
  { "support by nobody", SUPPORTED ("companies=\"alone\""), 1, "helpers and companies", FALSE },
  { "support with nobody", SUPPORTED ("helpers=\"peer\""), 1, "helpers and companies", FALSE },
  { "another helper", SUPPORTED ("helpers=\"peer cat\" companies=\"alone\""), 1,
    "“cat” is not among the helpers", FALSE },
  { "a helper twice", SUPPORTED ("helpers=\"peer peer\" companies=\"alone\""), 1, "or there twice", FALSE },
  { "other company", SUPPORTED ("helpers=\"peer\" companies=\"crowd\""), 1,
    "“crowd” is not among the companies", FALSE },

  { "a role left out", SUPPORT (SECTION ("what") "\n" SECTION ("suits")), 3,
    "here comes the section “session”", FALSE },
  { "a role twice", SUPPORT (SECTION ("what") "\n" SECTION ("what")), 3, "here comes the section “session”", FALSE },
  { "no role", SUPPORT ("<section><p>P.</p></section>"), 2, "here comes the section “what”", FALSE },
  { "the last roles left out", SUPPORT (FIRST_FIVE), 1, "“broken” has no section “questions”", FALSE },
  { "a role too many", SUPPORT (ALL "\n" SECTION ("research")), 3, "there are too many sections", FALSE },
  { "a heading of its own", SUPPORT ("<section role=\"what\"><heading>H</heading><p>P.</p></section>"), 2,
    "the heading of “what” is known", FALSE },
  { "a page with a role", PAGE (SECTION ("what")), 2, "the role “what” is for kinds of support", FALSE },
  { "a heading at once", PAGE ("<section><heading>H</heading><p>P.</p></section>"), 2,
    "the first section has a heading", FALSE },
  { "a second without", PAGE ("<section><p>P.</p></section>\n<section><p>P.</p></section>"), 3,
    "the section has no heading", FALSE },

  { "a figure", TEXT ("<p>In 27 studies.</p>"), 3, "a figure without a source in “In 27 studies.”", FALSE },
  { "a figure in an item", TEXT ("<p>P.</p>\n<item>Half of 10.</item>"), 4, "a figure without a source", FALSE },
  { "a figure in a link", TEXT ("<p>[In 27](page:today) studies.</p>"), 3, "a figure without a source", FALSE },
  { "a figure in the summary",
    "<article id=\"broken\" kind=\"page\"" DAY "><title>T</title>\n<summary>Of 9.</summary>"
    "<section><p>P.</p></section></article>", 2,
    "a figure in “summary” can have no source", FALSE },
  { "a figure in a heading",
    PAGE ("<section><p>P.</p></section><section>\n<heading>24 hours</heading><p>P.</p></section>"), 3,
    "a figure in “heading” can have no source", FALSE },
  { "a source that is not there", TEXT ("<p source=\"b-2021\">So 27.</p>"), 3, "there is no source “b-2021”", FALSE },
  { "one of two sources that is not there",
    PAGE ("<section><p source=\"a-2020 b-2021\">So 27.</p></section>" SOURCE), 2,
    "there is no source “b-2021”", FALSE },
  { "a source for nothing", PAGE ("<section><p>P.</p></section>\n" SOURCE), 3,
    "nothing is from the source “a-2020”", FALSE },
  { "a source twice", PAGE ("<section><p source=\"a-2020\">P.</p></section>" SOURCE "\n" SOURCE), 3,
    "there is “a-2020” already", FALSE },

  { "a link to nowhere", TEXT ("<p>[Look](there).</p>"), 3, "“there” is nothing that a link leads to", FALSE },
  { "a link to the web", TEXT ("<p>[Look](https://example.org).</p>"), 3, "is nothing that a link leads to", FALSE },
  { "a link that is half a link", TEXT ("<p>[Look] (article:cbt).</p>"), 3, "a bracket that is no link", FALSE },
  { "a link in the title",
    "<article id=\"broken\" kind=\"page\"" DAY ">\n<title>[T](article:cbt)</title>"
    "<summary>S.</summary><section><p>P.</p></section></article>", 2,
    "a bracket in “title”", FALSE },
  { "a link to itself", TEXT ("<p>[Look](article:broken).</p>"), 3, "“article:broken” leads to itself", FALSE },
  { "see nothing", PAGE ("<section><p>P.</p></section>\n<see>cbt</see>"), 3,
    "“cbt” is nothing that a link leads to", FALSE },
  { "see itself", PAGE ("<section><p>P.</p></section>\n<see>article:broken</see>"), 3, "leads to itself", FALSE },
};

static gpointer
read_it (GBytes      *bytes,
         const char  *file,
         GError     **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_article_link_free);

  g_hash_table_add (ids, (gpointer) "taken");

  return thaw_article_loader_read (bytes, file, ids, links, error);
}

static void
test_broken (void)
{
  thaw_test_assert_broken (read_it, broken, G_N_ELEMENTS (broken));
}

static ThawArticle *
read_good (const char *content,
           const char *file,
           GPtrArray  *links)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;
  ThawArticle *article = thaw_article_loader_read (bytes, file, ids, links, &error);

  g_assert_no_error (error);
  g_assert_true (g_hash_table_contains (ids, article->id));

  return article;
}

static void
assert_link (GPtrArray  *links,
             guint       at,
             int         line,
             const char *target)
{
  const ThawArticleLink *link = g_ptr_array_index (links, at);

  g_assert_cmpstr (link->file, ==, "articles/cbt.xml");
  g_assert_cmpint (link->line, ==, line);
  g_assert_cmpstr (link->target, ==, target);
}

static void
test_support (void)
{
  static const char file[] = "<article id=\"cbt\" kind=\"support\" helpers=\"medical professional\" companies=\"alone\""
                             "" DAY "><title>Thoughts\n and so on</title><summary>S.</summary>"
                             "<also>12 steps, that</also>"
                             "<section role=\"what\"><p>First.</p>\n"
                             "<item>[Scan](practice:body-scan) and [joy](word:joy).</item>"
                             "<p>Last.</p></section>" SECTION ("session") SECTION ("suits") SECTION ("benefits")
                             SECTION ("limits") SECTION ("questions") SECTION ("finding")
                             "<section role=\"research\"><p source=\"a-2020 b-2021\">In 27 studies.</p></section>"
                             SOURCE "<source id=\"b-2021\">B 2021</source>\n<see>article:dbt</see></article>";
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_article_link_free);
  g_autoptr (ThawArticle) article = read_good (file, "articles/cbt.xml", links);
  g_autofree char *checked = thaw_day_to_iso (article->checked);
  const ThawArticleSection *section;
  const ThawBlock *block;

  g_assert_cmpstr (article->id, ==, "cbt");
  g_assert_cmpint (article->kind, ==, THAW_ARTICLE_SUPPORT);
  g_assert_cmpstr (article->title, ==, "Thoughts and so on");
  g_assert_cmpstr (article->summary, ==, "S.");
  g_assert_cmpstr (article->also, ==, "12 steps, that");
  g_assert_cmpuint (article->helpers, ==, THAW_HELPER_MEDICAL | THAW_HELPER_PROFESSIONAL);
  g_assert_cmpuint (article->companies, ==, THAW_COMPANY_ALONE);
  g_assert_cmpstr (checked, ==, "2026-11-29");
  g_assert_cmpint (article->place, ==, 0);

  g_assert_cmpuint (article->sections->len, ==, 8);
  section = g_ptr_array_index (article->sections, 0);
  g_assert_cmpstr (section->role, ==, "what");
  g_assert_cmpstr (section->heading, ==, "What it is");
  g_assert_cmpuint (section->blocks->len, ==, 3);
  block = g_ptr_array_index (section->blocks, 1);
  g_assert_cmpint (block->kind, ==, THAW_BLOCK_ITEM);
  g_assert_cmpstr (block->text->plain, ==, "Scan and joy.");
  block = g_ptr_array_index (section->blocks, 2);
  g_assert_cmpint (block->kind, ==, THAW_BLOCK_PARAGRAPH);
  section = g_ptr_array_index (article->sections, 7);
  g_assert_cmpstr (section->heading, ==, "What research says");

  g_assert_cmpuint (article->sources->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (article->sources, 1), ==, "B 2021");
  g_assert_cmpuint (article->see->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (article->see, 0), ==, "article:dbt");

  g_assert_cmpuint (links->len, ==, 3);
  assert_link (links, 0, 3, "practice:body-scan");
  assert_link (links, 1, 3, "word:joy");
  assert_link (links, 2, 4, "article:dbt");
}

static void
test_page (void)
{
  static const char file[] = "<article id=\"sleep\" kind=\"page\" place=\"3\"" DAY ">" NAMES
                             "<section><p>P.</p></section>"
                             "<section><heading>More\n of it</heading><item>I.</item></section></article>";
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_article_link_free);
  g_autoptr (ThawArticle) article = read_good (file, "sleep.xml", links);
  const ThawArticleSection *section;

  g_assert_cmpint (article->kind, ==, THAW_ARTICLE_PAGE);
  g_assert_null (article->also);
  g_assert_cmpuint (article->helpers, ==, 0);
  g_assert_cmpuint (article->companies, ==, 0);
  g_assert_cmpint (article->place, ==, 3);
  g_assert_cmpuint (article->sources->len, ==, 0);
  g_assert_cmpuint (links->len, ==, 0);

  g_assert_cmpuint (article->sections->len, ==, 2);
  section = g_ptr_array_index (article->sections, 0);
  g_assert_null (section->role);
  g_assert_null (section->heading);
  section = g_ptr_array_index (article->sections, 1);
  g_assert_null (section->role);
  g_assert_cmpstr (section->heading, ==, "More of it");
  g_assert_cmpuint (section->blocks->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/article-loader/broken", test_broken);
  g_test_add_func ("/services/article-loader/support", test_support);
  g_test_add_func ("/services/article-loader/page", test_page);

  return g_test_run ();
}
