/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vocabulary"

#include "config.h"
#include "thaw-vocabulary.h"

/**
 * ThawVocabulary:
 *
 * The words for emotions that Thaw brings along, by family, in the person's
 * language. A person's own words are not in it: for these the word is the slug.
 *
 * Unchanging once it is made, so any thread may read it.
 */
struct _ThawVocabulary
{
  GObject parent_instance;

  GPtrArray *families; /* (owned) (element-type ThawEmotionFamily) */
  GPtrArray *emotions; /* (owned) (element-type ThawEmotion) */
  GHashTable *by_slug; /* (owned) (key-type utf8) (value-type ThawEmotion): both of @emotions */
};

G_DEFINE_FINAL_TYPE (ThawVocabulary, thaw_vocabulary, G_TYPE_OBJECT)

static void
emotion_near_free (gpointer data)
{
  ThawEmotionNear *near = data;

  g_free (near->slug);
  g_free (near->difference);
  g_free (near);
}

/**
 * thaw_emotion_near_new:
 * @slug: an emotion
 * @difference: how it differs from the one it is near to
 *
 * Returns: (transfer full): for #ThawEmotion.near, which frees it
 */
ThawEmotionNear *
thaw_emotion_near_new (const char *slug,
                       const char *difference)
{
  ThawEmotionNear *near = g_new0 (ThawEmotionNear, 1);

  near->slug = g_strdup (slug);
  near->difference = g_strdup (difference);

  return near;
}

/**
 * thaw_emotion_new:
 *
 * Returns: (transfer full): an emotion without any text yet, for a loader to fill
 */
ThawEmotion *
thaw_emotion_new (void)
{
  ThawEmotion *self = g_new0 (ThawEmotion, 1);

  self->near = g_ptr_array_new_with_free_func (emotion_near_free);
  self->opposites = g_new0 (char *, 1);
  self->hints = g_array_new (FALSE, FALSE, sizeof (ThawEmotionHint));

  return self;
}

void
thaw_emotion_free (ThawEmotion *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self->family);
  g_free (self->word);
  g_free (self->also);
  g_free (self->definition);
  g_free (self->body);
  g_free (self->moment);
  g_ptr_array_unref (self->near);
  g_strfreev (self->opposites);
  g_array_unref (self->hints);
  g_free (self);
}

/**
 * thaw_emotion_family_new:
 *
 * Returns: (transfer full): a family without any text yet, for a loader to fill
 */
ThawEmotionFamily *
thaw_emotion_family_new (void)
{
  return g_new0 (ThawEmotionFamily, 1);
}

void
thaw_emotion_family_free (ThawEmotionFamily *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self->name);
  g_free (self->about);
  g_free (self);
}

static void
thaw_vocabulary_finalize (GObject *object)
{
  ThawVocabulary *self = THAW_VOCABULARY (object);

  g_clear_pointer (&self->by_slug, g_hash_table_unref);
  g_clear_pointer (&self->emotions, g_ptr_array_unref);
  g_clear_pointer (&self->families, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_vocabulary_parent_class)->finalize (object);
}

static void
thaw_vocabulary_class_init (ThawVocabularyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_vocabulary_finalize;
}

static void
thaw_vocabulary_init (ThawVocabulary *self)
{
  self->by_slug = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * thaw_vocabulary_new:
 * @families: (element-type ThawEmotionFamily): in the order in which they are
 *   shown; frees its elements, and is not changed any more
 * @emotions: (element-type ThawEmotion): family by family; likewise
 *
 * Returns: (transfer full): the vocabulary
 */
ThawVocabulary *
thaw_vocabulary_new (GPtrArray *families,
                     GPtrArray *emotions)
{
  ThawVocabulary *self;

  g_return_val_if_fail (families != NULL && emotions != NULL, NULL);

  self = g_object_new (THAW_TYPE_VOCABULARY, NULL);
  self->families = g_ptr_array_ref (families);
  self->emotions = g_ptr_array_ref (emotions);
  for (guint i = 0; i < emotions->len; i++)
    {
      ThawEmotion *emotion = g_ptr_array_index (emotions, i);

      g_hash_table_insert (self->by_slug, emotion->slug, emotion);
    }

  return self;
}

/**
 * thaw_vocabulary_get_families:
 *
 * Returns: (transfer none) (element-type ThawEmotionFamily): in the order in
 *   which they are shown
 */
GPtrArray *
thaw_vocabulary_get_families (ThawVocabulary *self)
{
  g_return_val_if_fail (THAW_IS_VOCABULARY (self), NULL);

  return self->families;
}

/**
 * thaw_vocabulary_find_family:
 * @slug: (nullable): a slug
 *
 * Returns: (transfer none) (nullable): the family, or %NULL if there is none of that name
 */
const ThawEmotionFamily *
thaw_vocabulary_find_family (ThawVocabulary *self,
                             const char     *slug)
{
  g_return_val_if_fail (THAW_IS_VOCABULARY (self), NULL);

  for (guint i = 0; i < self->families->len; i++)
    {
      ThawEmotionFamily *family = g_ptr_array_index (self->families, i);

      if (g_strcmp0 (family->slug, slug) == 0)
        return family;
    }

  return NULL;
}

/**
 * thaw_vocabulary_get_emotions:
 *
 * Returns: (transfer none) (element-type ThawEmotion): all emotions, family by family
 */
GPtrArray *
thaw_vocabulary_get_emotions (ThawVocabulary *self)
{
  g_return_val_if_fail (THAW_IS_VOCABULARY (self), NULL);

  return self->emotions;
}

/**
 * thaw_vocabulary_find_emotion:
 * @slug: a slug
 *
 * Returns: (transfer none) (nullable): the emotion, or %NULL if @slug is a
 *   person's own word
 */
const ThawEmotion *
thaw_vocabulary_find_emotion (ThawVocabulary *self,
                              const char     *slug)
{
  g_return_val_if_fail (THAW_IS_VOCABULARY (self), NULL);
  g_return_val_if_fail (slug != NULL, NULL);

  return g_hash_table_lookup (self->by_slug, slug);
}

/**
 * thaw_vocabulary_get_word:
 * @self: (nullable): a vocabulary; without one, each slug is its own word
 * @slug: a slug
 *
 * Returns: (transfer none): the translated word, or @slug itself if it is the
 *   person's own word
 */
const char *
thaw_vocabulary_get_word (ThawVocabulary *self,
                          const char     *slug)
{
  const ThawEmotion *emotion = self != NULL ? thaw_vocabulary_find_emotion (self, slug) : NULL;

  return emotion != NULL ? emotion->word : slug;
}
