/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-library"

#include "config.h"
#include "thaw-library.h"

#include <string.h>

#include "thaw-text.h"

/* Where something is looked for, the best place first. */
typedef enum
{
  PLACE_TITLE,
  PLACE_ALSO,
  PLACE_SUMMARY,
  PLACE_TEXT,
} Place;

#define N_PLACES (PLACE_TEXT + 1)

/* What is in each place, folded, with a blank before each word and behind the last. */
typedef struct
{
  char *places[N_PLACES];
} FoldedArticle;

struct _ThawLibrary
{
  GObject parent_instance;

  GPtrArray *articles;   /* (owned) (element-type ThawArticle) */
  GHashTable *by_id;     /* (owned) (element-type utf8 ThawArticle): both belong to the articles */
  gsize is_folded;       /* for g_once_init_enter() */
  FoldedArticle *folded; /* (owned) (nullable): as many as articles; made by the first search for words */
};

G_DEFINE_FINAL_TYPE (ThawLibrary, thaw_library, G_TYPE_OBJECT)

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const ThawArticle *article = *(const ThawArticle * const *) a;
  const ThawArticle *other = *(const ThawArticle * const *) b;

  if (article->kind != other->kind)
    return (int) article->kind - (int) other->kind;
  if (article->place != other->place)
    return article->place - other->place;

  return g_utf8_collate (article->title, other->title);
}

static void
thaw_library_finalize (GObject *object)
{
  ThawLibrary *self = THAW_LIBRARY (object);

  for (guint i = 0; self->folded != NULL && i < self->articles->len; i++)
    {
      for (guint place = 0; place < N_PLACES; place++)
        g_free (self->folded[i].places[place]);
    }
  g_free (self->folded);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_library_parent_class)->finalize (object);
}

static void
thaw_library_class_init (ThawLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_library_finalize;
}

static void
thaw_library_init (ThawLibrary *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * thaw_library_new:
 * @articles: (element-type ThawArticle): all there is, no two with the same id; sorted here, by
 *   kind, place and title, and not to be changed afterwards
 *
 * Returns: (transfer full): the library
 */
ThawLibrary *
thaw_library_new (GPtrArray *articles)
{
  ThawLibrary *self;

  g_return_val_if_fail (articles != NULL, NULL);

  self = g_object_new (THAW_TYPE_LIBRARY, NULL);
  self->articles = g_ptr_array_ref (articles);
  g_ptr_array_sort (self->articles, compare_articles);
  for (guint i = 0; i < articles->len; i++)
    {
      ThawArticle *article = g_ptr_array_index (articles, i);

      g_hash_table_insert (self->by_id, article->id, article);
    }

  return self;
}

/**
 * thaw_library_get_articles:
 *
 * Returns: (transfer none) (element-type ThawArticle): all of them, by kind; pages and
 *   questions in the order in which they are best read, the others by title
 */
GPtrArray *
thaw_library_get_articles (ThawLibrary *self)
{
  g_return_val_if_fail (THAW_IS_LIBRARY (self), NULL);

  return self->articles;
}

/**
 * thaw_library_find:
 * @id: (nullable): a slug
 *
 * Returns: (transfer none) (nullable): the article, or %NULL if there is none
 */
const ThawArticle *
thaw_library_find (ThawLibrary *self,
                   const char  *id)
{
  g_return_val_if_fail (THAW_IS_LIBRARY (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static char *
fold (const char *text)
{
  g_autofree char *folded = thaw_text_fold (text);

  return g_strconcat (" ", folded, " ", NULL);
}

static char *
fold_sections (const ThawArticle *article)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < article->sections->len; i++)
    {
      const ThawArticleSection *section = g_ptr_array_index (article->sections, i);

      /* The headings of a kind of support are the same for all of them, and so none is found by them. */
      if (section->heading != NULL && section->role == NULL)
        g_string_append_printf (text, "%s\n", section->heading);
      for (guint j = 0; j < section->blocks->len; j++)
        g_string_append_printf (text, "%s\n", ((ThawBlock *) g_ptr_array_index (section->blocks, j))->text->plain);
    }

  return fold (text->str);
}

/* Most that somebody opens, they open from a list. Any thread may be the first to search. */
static void
fold_all (ThawLibrary *self)
{
  if (!g_once_init_enter (&self->is_folded))
    return;

  self->folded = g_new0 (FoldedArticle, self->articles->len);
  for (guint i = 0; i < self->articles->len; i++)
    {
      const ThawArticle *article = g_ptr_array_index (self->articles, i);

      self->folded[i].places[PLACE_TITLE] = fold (article->title);
      self->folded[i].places[PLACE_ALSO] = fold (article->also != NULL ? article->also : "");
      self->folded[i].places[PLACE_SUMMARY] = fold (article->summary);
      self->folded[i].places[PLACE_TEXT] = fold_sections (article);
    }
  g_once_init_leave (&self->is_folded, 1);
}

/* What is looked for in a folded text: words as they are, and as the last one what may still be typed on. Languages
 * that write words together are the reason why a part of one is enough where the articles are named. */
static GPtrArray *
make_needles (const char *words,
              Place       place)
{
  GPtrArray *needles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = thaw_text_fold (words);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  gboolean is_named = place == PLACE_TITLE || place == PLACE_ALSO;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean is_last = parts[i + 1] == NULL;

      g_ptr_array_add (needles, g_strconcat (is_last && is_named ? "" : " ", parts[i], is_last ? "" : " ", NULL));
    }

  return needles;
}

/* The last place that is needed to find all words, or N_PLACES if one of them is nowhere. */
static guint
rank_article (const FoldedArticle *article,
              GPtrArray           *needles[N_PLACES])
{
  guint rank = 0;

  for (guint i = 0; i < needles[0]->len; i++)
    {
      guint place = 0;

      while (place < N_PLACES && strstr (article->places[place], g_ptr_array_index (needles[place], i)) == NULL)
        place++;
      rank = MAX (rank, place);
    }

  return rank;
}

/* The ranks of all articles. */
static guint *
rank_all (ThawLibrary *self,
          const char  *words)
{
  guint *ranks = g_new0 (guint, self->articles->len);
  GPtrArray *needles[N_PLACES];

  for (guint place = 0; place < N_PLACES; place++)
    needles[place] = make_needles (words != NULL ? words : "", place);

  if (needles[0]->len > 0)
    {
      fold_all (self);
      for (guint i = 0; i < self->articles->len; i++)
        ranks[i] = rank_article (&self->folded[i], needles);
    }

  for (guint place = 0; place < N_PLACES; place++)
    g_ptr_array_unref (needles[place]);

  return ranks;
}

static gboolean
is_of_kind (const ThawArticle       *article,
            const ThawLibraryFilter *filter)
{
  return article->kind == filter->kind &&
         (filter->helpers == 0 || (article->helpers & filter->helpers) != 0) &&
         (filter->companies == 0 || (article->companies & filter->companies) != 0);
}

/**
 * thaw_library_search:
 * @filter: what to look for
 *
 * Returns: (transfer full) (element-type ThawArticle): what fits, in the order of the library,
 *   with those first in whose title all words are, then those that are also called so, and
 *   those whose summary says so; the articles belong to the library
 */
GPtrArray *
thaw_library_search (ThawLibrary             *self,
                     const ThawLibraryFilter *filter)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree guint *ranks = NULL;

  g_return_val_if_fail (THAW_IS_LIBRARY (self), found);
  g_return_val_if_fail (filter != NULL, found);

  ranks = rank_all (self, filter->words);
  for (guint rank = 0; rank < N_PLACES; rank++)
    {
      for (guint i = 0; i < self->articles->len; i++)
        {
          ThawArticle *article = g_ptr_array_index (self->articles, i);

          if (ranks[i] == rank && is_of_kind (article, filter))
            g_ptr_array_add (found, article);
        }
    }

  return found;
}
