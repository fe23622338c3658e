/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-content-reader.h"
#include "content/thaw-content.h"
#include "content/thaw-library-loader.h"

/* What is to be read is a page with a text on its second line. */
static void
add_page (GPtrArray  *files,
          const char *name,
          const char *id,
          const char *text)
{
  g_autofree char *page = g_strdup_printf ("<article id=\"%s\" kind=\"page\" checked=\"2026-11-29\"><title>T</title>"
                                           "<summary>S.</summary><section>\n<p>%s</p></section></article>", id, text);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));

  g_ptr_array_add (files, thaw_content_file_new (name, bytes));
}

static GPtrArray *
make_files (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_content_file_free);
}

static ThawLibrary *
read_files (GPtrArray  *files,
            GError    **error)
{
  g_autoptr (ThawContent) content = thaw_content_load ();

  return thaw_library_loader_read (files, content->practice_catalog, content->vocabulary, error);
}

static void
test_links (void)
{
  g_autoptr (GPtrArray) files = make_files ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawLibrary) library = NULL;

  /* To what comes later and what was before, a way of breathing, a guided practice, something to do. */
  add_page (files, "articles/a.xml", "a", "[B](article:b), [box](practice:box), [scan](practice:body-scan).");
  add_page (files, "articles/b.xml", "b", "[A](article:a), [walk](practice:walk), [joy](word:joy), [now](help:now).");
  library = read_files (files, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (thaw_library_get_articles (library)->len, ==, 2);
  g_assert_nonnull (thaw_library_find (library, "b"));
}

static void
assert_broken (GPtrArray  *files,
               int         code,
               const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_files (files, &error));
  g_assert_error (error, THAW_CONTENT_ERROR, code);
  if (!g_str_has_prefix (error->message, message))
    g_error ("“%s” does not begin with “%s”", error->message, message);
}

static void
test_broken_links (void)
{
  static const char *const nowhere[] = { "article:c", "practice:juggling", "word:grumpiness", "word:fear-family" };

  for (guint i = 0; i < G_N_ELEMENTS (nowhere); i++)
    {
      g_autoptr (GPtrArray) files = make_files ();
      g_autofree char *text = g_strdup_printf ("[Look](%s).", nowhere[i]);
      g_autofree char *message = g_strdup_printf ("articles/b.xml, line 2: there is no “%s”", nowhere[i]);

      add_page (files, "articles/a.xml", "a", "Nothing.");
      add_page (files, "articles/b.xml", "b", text);
      assert_broken (files, THAW_CONTENT_ERROR_INVALID, message);
    }
}

static void
test_broken_files (void)
{
  g_autoptr (GPtrArray) twice = make_files ();
  g_autoptr (GPtrArray) renamed = make_files ();
  g_autoptr (GPtrArray) damaged = make_files ();
  g_autoptr (GBytes) half = g_bytes_new_static ("<article id=\"b\"", 15);

  add_page (twice, "articles/a.xml", "a", "One.");
  add_page (twice, "articles/a.xml", "a", "The other.");
  assert_broken (twice, THAW_CONTENT_ERROR_INVALID, "articles/a.xml, line 1: there is “a” already");

  add_page (renamed, "articles/a.xml", "b", "One.");
  assert_broken (renamed, THAW_CONTENT_ERROR_INVALID, "articles/a.xml, line 1: “b” belongs into a file “b.xml”");

  add_page (damaged, "articles/a.xml", "a", "One.");
  g_ptr_array_add (damaged, thaw_content_file_new ("articles/b.xml", half));
  assert_broken (damaged, THAW_CONTENT_ERROR_MALFORMED, "articles/b.xml, line 1: ");
}

static void
test_missing (void)
{
  g_autoptr (GError) file_error = NULL;
  g_autoptr (GError) folder_error = NULL;

  g_assert_null (thaw_content_open_shipped ("articles/none.xml", &file_error));
  g_assert_error (file_error, THAW_CONTENT_ERROR, THAW_CONTENT_ERROR_MISSING);
  g_assert_cmpstr (file_error->message, ==, "articles/none.xml is not there");

  g_assert_null (thaw_content_list_shipped ("poems", &folder_error));
  g_assert_error (folder_error, THAW_CONTENT_ERROR, THAW_CONTENT_ERROR_MISSING);
}

static void
assert_shipped (ThawLibrary       *library,
                ThawArticleKind    kind,
                const char *const *ids,
                guint              n_ids)
{
  ThawLibraryFilter filter = { .kind = kind };
  g_autoptr (GPtrArray) articles = thaw_library_search (library, &filter);

  g_assert_cmpuint (articles->len, ==, n_ids);
  for (guint i = 0; i < n_ids; i++)
    g_assert_cmpstr (((ThawArticle *) g_ptr_array_index (articles, i))->id, ==, ids[i]);
}

/* A file that is in no program is missed by nobody. */
static void
assert_all_are_there (ThawLibrary *library)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "library", "articles", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strlen (name) - strlen (".xml"));

      g_test_message ("%s", name);
      g_assert_nonnull (thaw_library_find (library, id));
    }
}

/* Kinds of support by title, pages and questions in the order in which they are best read. */
static void
test_shipped (void)
{
  static const char *const support[] = {
    "act", "art-therapy", "body-therapy", "cbt", "contingency-management", "dbt", "emdr", "family-therapy",
    "group-therapy", "online-groups", "medication", "more", "mindfulness-relapse-prevention",
    "motivational-interviewing", "music-therapy", "individual-counselling", "mutual-help", "outpatient",
    "residential", "twelve-step",
  };
  static const char *const pages[] = {
    "signs-of-numbness", "why-numb", "naming-feelings", "looking-inward", "not-linear", "lapses",
    "asking-for-help", "listening", "rebuilding-trust", "sleep", "food", "movement",
  };
  static const char *const questions[] = {
    "is-it-permanent", "does-medication-help", "how-long", "not-sharing", "normal-again",
  };
  g_autoptr (ThawContent) content = thaw_content_load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawLibrary) library = thaw_library_loader_load (content->practice_catalog, content->vocabulary, &error);

  g_assert_no_error (error);
  assert_shipped (library, THAW_ARTICLE_SUPPORT, support, G_N_ELEMENTS (support));
  assert_shipped (library, THAW_ARTICLE_PAGE, pages, G_N_ELEMENTS (pages));
  assert_shipped (library, THAW_ARTICLE_QUESTION, questions, G_N_ELEMENTS (questions));
  assert_all_are_there (library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/library-loader/links", test_links);
  g_test_add_func ("/services/library-loader/broken-links", test_broken_links);
  g_test_add_func ("/services/library-loader/broken-files", test_broken_files);
  g_test_add_func ("/services/library-loader/missing", test_missing);
  g_test_add_func ("/services/library-loader/shipped", test_shipped);

  return g_test_run ();
}
