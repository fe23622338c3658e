/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-library.h"

static ThawArticle *
add_article (GPtrArray       *articles,
             const char      *id,
             ThawArticleKind  kind,
             const char      *title,
             const char      *summary)
{
  ThawArticle *article = thaw_article_new (id, kind, title, summary);

  g_ptr_array_add (articles, article);

  return article;
}

static void
add_text (ThawArticle *article,
          const char  *role,
          const char  *heading,
          const char  *text)
{
  thaw_article_section_add (thaw_article_add_section (article, role, heading), THAW_BLOCK_PARAGRAPH, text);
}

static ThawLibrary *
make_library (void)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_article_free);
  ThawArticle *article;

  article = add_article (articles, "sleep", THAW_ARTICLE_PAGE, "Sleep", "Why it matters.");
  article->place = 2;
  article = add_article (articles, "why-numb", THAW_ARTICLE_PAGE, "Why numb?", "Where it comes from.");
  article->place = 1;

  article = add_article (articles, "music", THAW_ARTICLE_SUPPORT, "Musiktherapie", "Töne statt Worte.");
  article->helpers = THAW_HELPER_PROFESSIONAL | THAW_HELPER_CREATIVE;
  article->companies = THAW_COMPANY_ALONE | THAW_COMPANY_GROUP;
  add_text (article, "what", "What it is", "Nobody has to play an instrument.");

  article = add_article (articles, "cbt", THAW_ARTICLE_SUPPORT, "Cognitive behavioural therapy (CBT)",
                         "Thoughts and what they do.");
  article->also = g_strdup ("thinking, behavior");
  article->helpers = THAW_HELPER_PROFESSIONAL;
  article->companies = THAW_COMPANY_ALONE;
  add_text (article, "what", "What it is", "You talk about music, [too](article:music). It is an experience.");

  article = add_article (articles, "peers", THAW_ARTICLE_SUPPORT, "Mutual help", "Music and thinking, now and then.");
  article->helpers = THAW_HELPER_PEER;
  article->companies = THAW_COMPANY_GROUP;

  return thaw_library_new (articles);
}

static void
assert_ids (GPtrArray         *articles,
            const char *const *ids)
{
  for (guint i = 0; i < articles->len; i++)
    g_assert_cmpstr (((ThawArticle *) g_ptr_array_index (articles, i))->id, ==, ids[i]);
  g_assert_null (ids[articles->len]);
}

#define ASSERT_IDS(articles, ...) assert_ids (articles, (const char *[]) { __VA_ARGS__, NULL })

#define ASSERT_FOUND(library, filter, ...)                                               \
  G_STMT_START                                                                           \
    {                                                                                    \
      ThawLibraryFilter what = filter;                                                   \
      g_autoptr (GPtrArray) found = thaw_library_search (library, &what);                \
      ASSERT_IDS (found, __VA_ARGS__);                                                   \
    }                                                                                    \
  G_STMT_END

#define SUPPORT(said) ((ThawLibraryFilter) { .kind = THAW_ARTICLE_SUPPORT, .words = said })

static void
test_order (void)
{
  g_autoptr (ThawLibrary) library = make_library ();

  /* Kinds of support are found by their names, pages are read one after the other. */
  ASSERT_IDS (thaw_library_get_articles (library), "cbt", "music", "peers", "why-numb", "sleep");
}

static void
test_find (void)
{
  g_autoptr (ThawLibrary) library = make_library ();

  g_assert_cmpstr (thaw_library_find (library, "sleep")->title, ==, "Sleep");
  g_assert_null (thaw_library_find (library, "slee"));
  g_assert_null (thaw_library_find (library, NULL));
}

static void
test_filter (void)
{
  g_autoptr (ThawLibrary) library = make_library ();
  ThawLibraryFilter filter = SUPPORT (NULL);

  ASSERT_FOUND (library, filter, "cbt", "music", "peers");

  filter.helpers = THAW_HELPER_PROFESSIONAL;
  ASSERT_FOUND (library, filter, "cbt", "music");
  filter.helpers = THAW_HELPER_PEER | THAW_HELPER_CREATIVE;
  ASSERT_FOUND (library, filter, "music", "peers");

  filter.companies = THAW_COMPANY_ALONE;
  ASSERT_FOUND (library, filter, "music");
  filter.words = "mutual";
  ASSERT_FOUND (library, filter, NULL);
  filter.companies = 0;
  ASSERT_FOUND (library, filter, "peers");

  filter = (ThawLibraryFilter) { .kind = THAW_ARTICLE_PAGE };
  ASSERT_FOUND (library, filter, "why-numb", "sleep");
  filter.kind = THAW_ARTICLE_QUESTION;
  ASSERT_FOUND (library, filter, NULL);
}

static void
test_search (void)
{
  g_autoptr (ThawLibrary) library = make_library ();

  /* The title, what else it is called, the summary, the text: in that order. */
  ASSERT_FOUND (library, SUPPORT ("musi"), "music", "peers", "cbt");
  ASSERT_FOUND (library, SUPPORT ("thinking"), "cbt", "peers");

  /* Case, accents and punctuation are nothing; words come in any order and from any place. */
  ASSERT_FOUND (library, SUPPORT ("  TÖNE, Worte"), "music");
  ASSERT_FOUND (library, SUPPORT ("tone"), "music");
  ASSERT_FOUND (library, SUPPORT ("therapy cognitive"), "cbt");
  ASSERT_FOUND (library, SUPPORT ("thoughts cbt"), "cbt");
  ASSERT_FOUND (library, SUPPORT ("cognitive instrument"), NULL);

  /* Only the last may be a part of a word: one of a name, or the beginning of one in a text. */
  ASSERT_FOUND (library, SUPPORT ("cognitive thera"), "cbt");
  ASSERT_FOUND (library, SUPPORT ("cogni therapy"), NULL);
  ASSERT_FOUND (library, SUPPORT ("therapie"), "music");
  ASSERT_FOUND (library, SUPPORT ("experi"), "cbt");
  ASSERT_FOUND (library, SUPPORT ("perience"), NULL);

  /* What stands around a link, but not where it leads; not the headings that all of them have. */
  ASSERT_FOUND (library, SUPPORT ("music too it"), "cbt");
  ASSERT_FOUND (library, SUPPORT ("article"), NULL);
  ASSERT_FOUND (library, SUPPORT ("what"), "cbt");

  /* What has no letter in it is no word. */
  ASSERT_FOUND (library, SUPPORT (" ?! "), "cbt", "music", "peers");
  ASSERT_FOUND (library, SUPPORT (""), "cbt", "music", "peers");
}

static gpointer
search_in_thread (gpointer data)
{
  ASSERT_FOUND (data, SUPPORT ("instrument"), "music");

  return NULL;
}

/* Any thread may be the first to look for a word. */
static void
test_threads (void)
{
  g_autoptr (ThawLibrary) library = make_library ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("search", search_in_thread, library);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/library/order", test_order);
  g_test_add_func ("/core/library/find", test_find);
  g_test_add_func ("/core/library/filter", test_filter);
  g_test_add_func ("/core/library/search", test_search);
  g_test_add_func ("/core/library/threads", test_threads);

  return g_test_run ();
}
