/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-word-list"

#include "config.h"
#include "thaw-word-list.h"

#include "thaw-text.h"

/* As many as can be taken in at a glance. */
#define N_MAX_RECENT 5
#define N_MAX_FREQUENT 5

/* Named once is not yet a habit. */
#define N_MIN_FREQUENT 2

/* How well a word fits a search, the best first. */
enum
{
  RANK_STARTS,  /* the word starts with what was typed */
  RANK_CONTAINS,
  RANK_ALSO,     /* something else that people call it does start with it */
  RANK_TEXT,    /* its definition or a word near to it does */
  N_RANKS
};

/* A word with what a search looks at, which is folded once and not at each key. */
typedef struct
{
  ThawWord word; /* first, so that each is the other */
  char *folded_word;
  char *folded_also; /* (nullable): what else people call it */
  char *folded_text; /* the definition and the near words, one a line */
} Item;

/**
 * ThawWordList:
 *
 * The words that a person can choose from: those of the vocabulary and their own,
 * without what they hid, and how often and when they used each.
 *
 * An own word stands behind the shipped ones of its family, or in a group of its
 * own where it has none. Words that only stand in entries, such as an own word
 * that was removed, are not offered.
 *
 * It is made anew when something of this changes.
 */
struct _ThawWordList
{
  GObject parent_instance;

  ThawVocabulary *vocabulary; /* (owned) */
  GPtrArray *items;           /* (owned) (element-type Item): by family, own words without one last */
  GHashTable *by_slug;        /* (owned) (key-type utf8) (value-type Item): both of @items */
};

G_DEFINE_FINAL_TYPE (ThawWordList, thaw_word_list, G_TYPE_OBJECT)

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->word.slug);
  g_free (item->word.word);
  g_clear_pointer (&item->word.own, thaw_own_word_free);
  g_free (item->folded_word);
  g_free (item->folded_also);
  g_free (item->folded_text);
  g_free (item);
}

static void
section_free (gpointer data)
{
  ThawWordSection *section = data;

  g_ptr_array_unref (section->words);
  g_free (section);
}

static Item *
add_item (ThawWordList *self,
          const char   *slug,
          const char   *word)
{
  Item *item = g_new0 (Item, 1);

  item->word.slug = g_strdup (slug);
  item->word.word = g_strdup (word);
  item->folded_word = thaw_text_fold (word);
  g_ptr_array_add (self->items, item);
  g_hash_table_insert (self->by_slug, item->word.slug, item);

  return item;
}

static char *
fold_text (ThawWordList      *self,
           const ThawEmotion *emotion)
{
  g_autofree char *definition = thaw_text_fold (emotion->definition);
  GString *text = g_string_new (definition);

  for (guint i = 0; i < emotion->near->len; i++)
    {
      const ThawEmotionNear *near = g_ptr_array_index (emotion->near, i);
      g_autofree char *word = thaw_text_fold (thaw_vocabulary_get_word (self->vocabulary, near->slug));

      g_string_append_printf (text, "\n%s", word);
    }

  return g_string_free (text, FALSE);
}

static void
add_emotion (ThawWordList            *self,
             const ThawEmotion       *emotion,
             const ThawEmotionFamily *family)
{
  Item *item = add_item (self, emotion->slug, emotion->word);

  item->word.family = family;
  item->word.emotion = emotion;
  if (emotion->also != NULL)
    item->folded_also = thaw_text_fold (emotion->also);
  item->folded_text = fold_text (self, emotion);
}

/* Those of one family, or those whose family there is not. */
static void
add_own_words (ThawWordList            *self,
               GPtrArray               *own_words,
               const ThawEmotionFamily *family)
{
  for (guint i = 0; i < own_words->len; i++)
    {
      const ThawOwnWord *own = g_ptr_array_index (own_words, i);
      Item *item;

      if (thaw_vocabulary_find_family (self->vocabulary, own->family) != family ||
          g_hash_table_contains (self->by_slug, own->word))
        continue;

      item = add_item (self, own->word, own->word);
      item->word.family = family;
      item->word.own = thaw_own_word_copy (own);
      item->folded_text = g_strdup ("");
    }
}

static int
compare_own_words (gconstpointer a,
                   gconstpointer b)
{
  const ThawOwnWord *one = *(const ThawOwnWord *const *) a;
  const ThawOwnWord *other = *(const ThawOwnWord *const *) b;

  return g_utf8_collate (one->word, other->word);
}

static void
fill (ThawWordList *self,
      GPtrArray    *own_words)
{
  GPtrArray *families = thaw_vocabulary_get_families (self->vocabulary);
  GPtrArray *emotions = thaw_vocabulary_get_emotions (self->vocabulary);
  g_autoptr (GPtrArray) sorted = own_words != NULL ? g_ptr_array_copy (own_words, NULL, NULL) : g_ptr_array_new ();

  /* The copy owns nothing. */
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_own_words);

  for (guint i = 0; i < families->len; i++)
    {
      const ThawEmotionFamily *family = g_ptr_array_index (families, i);

      for (guint j = 0; j < emotions->len; j++)
        {
          const ThawEmotion *emotion = g_ptr_array_index (emotions, j);

          if (g_str_equal (emotion->family, family->slug))
            add_emotion (self, emotion, family);
        }
      add_own_words (self, sorted, family);
    }
  add_own_words (self, sorted, NULL);
}

static void
thaw_word_list_finalize (GObject *object)
{
  ThawWordList *self = THAW_WORD_LIST (object);

  g_clear_pointer (&self->by_slug, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->vocabulary);

  G_OBJECT_CLASS (thaw_word_list_parent_class)->finalize (object);
}

static void
thaw_word_list_class_init (ThawWordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_word_list_finalize;
}

static void
thaw_word_list_init (ThawWordList *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->by_slug = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * thaw_word_list_new:
 * @vocabulary: the shipped words
 * @own_words: (nullable) (element-type ThawOwnWord): the person's own; one that is
 *   in the vocabulary, too, is left out
 * @hidden: (nullable) (array zero-terminated=1): slugs of shipped words
 *
 * Returns: (transfer full): the words, of which none was used yet
 */
ThawWordList *
thaw_word_list_new (ThawVocabulary    *vocabulary,
                    GPtrArray         *own_words,
                    const char *const *hidden)
{
  ThawWordList *self;

  g_return_val_if_fail (THAW_IS_VOCABULARY (vocabulary), NULL);

  self = g_object_new (THAW_TYPE_WORD_LIST, NULL);
  self->vocabulary = g_object_ref (vocabulary);
  fill (self, own_words);

  for (guint i = 0; hidden != NULL && hidden[i] != NULL; i++)
    {
      Item *item = g_hash_table_lookup (self->by_slug, hidden[i]);

      if (item != NULL)
        item->word.is_hidden = TRUE;
    }

  return self;
}

/**
 * thaw_word_list_add_use:
 * @slug: an emotion that entries name
 * @n_entries: how many
 * @last_position: where the last of them stands in the journal; higher is later
 *
 * Says how a word was used. One that is not in the list is passed over.
 */
void
thaw_word_list_add_use (ThawWordList *self,
                        const char   *slug,
                        guint         n_entries,
                        gint64        last_position)
{
  Item *item;

  g_return_if_fail (THAW_IS_WORD_LIST (self));
  g_return_if_fail (slug != NULL);

  item = g_hash_table_lookup (self->by_slug, slug);
  if (item == NULL)
    return;

  item->word.n_entries = n_entries;
  item->word.last_position = last_position;
}

/**
 * thaw_word_list_get_vocabulary:
 *
 * Returns: (transfer none): the shipped words
 */
ThawVocabulary *
thaw_word_list_get_vocabulary (ThawWordList *self)
{
  g_return_val_if_fail (THAW_IS_WORD_LIST (self), NULL);

  return self->vocabulary;
}

/**
 * thaw_word_list_has_own:
 *
 * Returns: whether there is any word of the person's own
 */
gboolean
thaw_word_list_has_own (ThawWordList *self)
{
  g_return_val_if_fail (THAW_IS_WORD_LIST (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      if (((Item *) g_ptr_array_index (self->items, i))->word.own != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * thaw_word_list_has_hidden:
 *
 * Returns: whether the person hid any word
 */
gboolean
thaw_word_list_has_hidden (ThawWordList *self)
{
  g_return_val_if_fail (THAW_IS_WORD_LIST (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      if (((Item *) g_ptr_array_index (self->items, i))->word.is_hidden)
        return TRUE;
    }

  return FALSE;
}

/**
 * thaw_word_list_find:
 * @slug: a slug
 *
 * Returns: (transfer none) (nullable): the word, hidden or not
 */
const ThawWord *
thaw_word_list_find (ThawWordList *self,
                     const char   *slug)
{
  g_return_val_if_fail (THAW_IS_WORD_LIST (self), NULL);
  g_return_val_if_fail (slug != NULL, NULL);

  return g_hash_table_lookup (self->by_slug, slug);
}

static gboolean
item_is (Item       *item,
         const char *query,
         const char *folded_query)
{
  /* What has no letter in it is nothing when folded. */
  return folded_query[0] != '\0' ? g_str_equal (item->folded_word, folded_query)
                                 : g_str_equal (item->word.word, query);
}

/**
 * thaw_word_list_find_exact:
 * @query: what was typed
 *
 * Returns: (transfer none) (nullable): the word that @query is, apart from case,
 *   accents and spaces; hidden or not
 */
const ThawWord *
thaw_word_list_find_exact (ThawWordList *self,
                           const char   *query)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (THAW_IS_WORD_LIST (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  folded = thaw_text_fold (query);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item_is (item, query, folded))
        return &item->word;
    }

  return NULL;
}

/**
 * thaw_word_list_dup_new_word:
 * @query: what was typed
 *
 * Returns: (transfer full) (nullable): the own word that could be made of @query,
 *   without needless spaces; %NULL if there is such a word already, or if it
 *   cannot be one
 */
char *
thaw_word_list_dup_new_word (ThawWordList *self,
                             const char   *query)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) word = NULL;

  g_return_val_if_fail (THAW_IS_WORD_LIST (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  valid = g_utf8_make_valid (query, -1);
  word = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (word, c);
      else if (word->len > 0 && word->str[word->len - 1] != ' ')
        g_string_append_c (word, ' ');
    }
  if (word->len > 0 && word->str[word->len - 1] == ' ')
    g_string_truncate (word, word->len - 1);

  if (!thaw_emotion_slug_is_valid (word->str) || thaw_word_list_find (self, word->str) != NULL ||
      thaw_word_list_find_exact (self, word->str) != NULL)
    return NULL;

  return g_strdup (word->str);
}

static gboolean
is_in_family (const ThawWord *word,
              const char     *family)
{
  if (family == NULL)
    return TRUE;
  if (g_str_equal (family, THAW_WORD_LIST_OWN))
    return word->own != NULL;

  return word->family != NULL && g_str_equal (word->family->slug, family);
}

static gboolean
starts_a_word (const char *text,
               const char *start)
{
  for (const char *p = strstr (text, start); p != NULL; p = strstr (p + 1, start))
    {
      if (p == text || p[-1] == ' ')
        return TRUE;
    }

  return FALSE;
}

/* N_RANKS if it does not fit. */
static int
rank_item (Item       *item,
           const char *folded_query,
           GStrv       terms)
{
  int worst = RANK_STARTS;

  if (g_str_has_prefix (item->folded_word, folded_query))
    return RANK_STARTS;

  for (guint i = 0; terms[i] != NULL; i++)
    {
      int rank = N_RANKS;

      if (g_str_has_prefix (item->folded_word, terms[i]))
        rank = RANK_STARTS;
      else if (strstr (item->folded_word, terms[i]) != NULL)
        rank = RANK_CONTAINS;
      else if (item->folded_also != NULL && starts_a_word (item->folded_also, terms[i]))
        rank = RANK_ALSO;
      else if (strstr (item->folded_text, terms[i]) != NULL)
        rank = RANK_TEXT;

      worst = MAX (worst, rank);
    }

  return worst;
}

/**
 * thaw_word_list_search:
 * @query: what was typed
 * @family: (nullable): the slug of a family or %THAW_WORD_LIST_OWN, to look there alone
 * @with_hidden: whether to find what the person hid
 *
 * Finds the words in which, or in whose definition or near words, there is
 * everything that was typed, whatever its case and accents: first those that
 * start with it, then those that have it in them, then those that people call so
 * otherwise, as “empty” for emptiness, then the others; alike ones in the order of
 * the vocabulary. A hidden word is also found by its whole name, for
 * whoever types that asks for it.
 *
 * Returns: (transfer container) (element-type ThawWord): what was found, all if
 *   there is nothing to look for in @query
 */
GPtrArray *
thaw_word_list_search (ThawWordList *self,
                       const char   *query,
                       const char   *family,
                       gboolean      with_hidden)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) terms = NULL;
  GPtrArray *found;

  g_return_val_if_fail (THAW_IS_WORD_LIST (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  folded = thaw_text_fold (query);
  terms = g_strsplit (folded, " ", -1);
  found = g_ptr_array_new ();

  for (int rank = 0; rank < N_RANKS; rank++)
    {
      for (guint i = 0; i < self->items->len; i++)
        {
          Item *item = g_ptr_array_index (self->items, i);

          if (!is_in_family (&item->word, family) ||
              (item->word.is_hidden && !with_hidden && !item_is (item, query, folded)))
            continue;

          if (rank_item (item, folded, terms) == rank)
            g_ptr_array_add (found, &item->word);
        }
    }

  return found;
}

static int
compare_recent (gconstpointer a,
                gconstpointer b)
{
  const ThawWord *one = *(const ThawWord *const *) a;
  const ThawWord *other = *(const ThawWord *const *) b;

  return (one->last_position < other->last_position) - (one->last_position > other->last_position);
}

static int
compare_frequent (gconstpointer a,
                  gconstpointer b)
{
  const ThawWord *one = *(const ThawWord *const *) a;
  const ThawWord *other = *(const ThawWord *const *) b;

  if (one->n_entries != other->n_entries)
    return one->n_entries < other->n_entries ? 1 : -1;

  return compare_recent (a, b);
}

/* The best @n_max of the words that were used at least @n_min times and are not in @except. */
static GPtrArray *
list_used (ThawWordList *self,
           guint         n_min,
           guint         n_max,
           GCompareFunc  compare,
           GPtrArray    *except)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->word.n_entries >= n_min && !item->word.is_hidden &&
          (except == NULL || !g_ptr_array_find (except, &item->word, NULL)))
        g_ptr_array_add (words, &item->word);
    }

  g_ptr_array_sort (words, compare);
  if (words->len > n_max)
    g_ptr_array_set_size (words, (int) n_max);

  return words;
}

static GPtrArray *
list_family (ThawWordList            *self,
             const ThawEmotionFamily *family,
             gboolean                 with_hidden)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->word.family == family && (with_hidden || !item->word.is_hidden))
        g_ptr_array_add (words, &item->word);
    }

  return words;
}

/* Takes @words. */
static void
add_section (GPtrArray               *sections,
             ThawWordSectionKind      kind,
             const ThawEmotionFamily *family,
             GPtrArray               *words)
{
  ThawWordSection *section;

  if (words->len == 0)
    {
      g_ptr_array_unref (words);
      return;
    }

  section = g_new0 (ThawWordSection, 1);
  section->kind = kind;
  section->family = family;
  section->words = words;
  g_ptr_array_add (sections, section);
}

/**
 * thaw_word_list_build_sections:
 * @query: what was typed
 * @family: (nullable): the slug of a family or %THAW_WORD_LIST_OWN, to show that alone
 * @with_hidden: whether to show what the person hid
 *
 * Makes what is shown: what a search found; or, if nothing was typed, a family,
 * or what was named lately and often and then all families.
 *
 * Returns: (transfer full) (element-type ThawWordSection): the sections that have
 *   words, in the order in which they are shown; free them before @self
 */
GPtrArray *
thaw_word_list_build_sections (ThawWordList *self,
                               const char   *query,
                               const char   *family,
                               gboolean      with_hidden)
{
  GPtrArray *sections, *families;

  g_return_val_if_fail (THAW_IS_WORD_LIST (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  sections = g_ptr_array_new_with_free_func (section_free);
  families = thaw_vocabulary_get_families (self->vocabulary);

  if (!thaw_text_is_blank (query))
    {
      add_section (sections, THAW_WORD_SECTION_FOUND, NULL, thaw_word_list_search (self, query, family, with_hidden));
      return sections;
    }

  if (g_strcmp0 (family, THAW_WORD_LIST_OWN) == 0)
    {
      add_section (sections, THAW_WORD_SECTION_OWN, NULL, thaw_word_list_search (self, "", family, with_hidden));
      return sections;
    }

  if (family == NULL)
    {
      GPtrArray *recent = list_used (self, 1, N_MAX_RECENT, compare_recent, NULL);
      GPtrArray *frequent = list_used (self, N_MIN_FREQUENT, N_MAX_FREQUENT, compare_frequent, recent);

      add_section (sections, THAW_WORD_SECTION_RECENT, NULL, recent);
      add_section (sections, THAW_WORD_SECTION_FREQUENT, NULL, frequent);
    }

  for (guint i = 0; i < families->len; i++)
    {
      const ThawEmotionFamily *at = g_ptr_array_index (families, i);

      if (family == NULL || g_str_equal (family, at->slug))
        add_section (sections, THAW_WORD_SECTION_FAMILY, at, list_family (self, at, with_hidden));
    }

  if (family == NULL)
    add_section (sections, THAW_WORD_SECTION_OWN, NULL, list_family (self, NULL, with_hidden));

  return sections;
}
