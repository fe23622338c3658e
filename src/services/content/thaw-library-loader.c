/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-library-loader"

#include "config.h"
#include "content/thaw-library-loader.h"

#include "content/thaw-article-loader.h"
#include "content/thaw-content-reader.h"
#include "thaw-link-target.h"

#define FOLDER "articles"

/* Whether there is what a link leads to. How it is written was looked at by the loader of articles. */
static gboolean
check_link (const ThawArticleLink  *link,
            GHashTable             *ids,
            ThawPracticeCatalog    *practices,
            ThawVocabulary         *vocabulary,
            GError                **error)
{
  ThawLinkKind kind;
  const char *name;
  gboolean is_there = thaw_link_target_parse (link->target, &kind, &name);

  if (is_there && kind == THAW_LINK_ARTICLE)
    is_there = g_hash_table_contains (ids, name);
  else if (is_there && kind == THAW_LINK_PRACTICE)
    is_there = thaw_practice_catalog_get_name (practices, name) != NULL;
  else if (is_there && kind == THAW_LINK_WORD)
    is_there = thaw_vocabulary_find_emotion (vocabulary, name) != NULL;
  else if (is_there && kind == THAW_LINK_PERSON)
    is_there = FALSE;

  if (!is_there)
    thaw_content_set_error (error, link->file, link->line, "there is no “%s”", link->target);

  return is_there;
}

/**
 * thaw_library_loader_load:
 * @practices: what there is to practise
 * @vocabulary: the words for emotions
 * @error: return location for a #ThawContentError
 *
 * Loads the library that is part of the program. From any thread.
 *
 * Returns: (transfer full) (nullable): the library in the person's language, or %NULL with
 *   an error
 */
ThawLibrary *
thaw_library_loader_load (ThawPracticeCatalog  *practices,
                          ThawVocabulary       *vocabulary,
                          GError              **error)
{
  g_autoptr (GPtrArray) files = thaw_content_list_shipped (FOLDER, error);

  return files != NULL ? thaw_library_loader_read (files, practices, vocabulary, error) : NULL;
}

/**
 * thaw_library_loader_read:
 * @files: (element-type ThawContentFile): an article each
 * @practices: what there is to practise
 * @vocabulary: the words for emotions
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable): the library in the person's language, in which each
 *   link leads somewhere, or %NULL with an error
 */
ThawLibrary *
thaw_library_loader_read (GPtrArray            *files,
                          ThawPracticeCatalog  *practices,
                          ThawVocabulary       *vocabulary,
                          GError              **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_article_free);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_article_link_free);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (files != NULL, NULL);
  g_return_val_if_fail (THAW_IS_PRACTICE_CATALOG (practices), NULL);
  g_return_val_if_fail (THAW_IS_VOCABULARY (vocabulary), NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const ThawContentFile *file = g_ptr_array_index (files, i);
      ThawArticle *article = thaw_article_loader_read (file->bytes, file->name, ids, links, error);

      if (article == NULL)
        return NULL;
      g_ptr_array_add (articles, article);
    }

  /* One article may lead to another that comes later. */
  for (guint i = 0; i < links->len; i++)
    {
      if (!check_link (g_ptr_array_index (links, i), ids, practices, vocabulary, error))
        return NULL;
    }

  return thaw_library_new (articles);
}
