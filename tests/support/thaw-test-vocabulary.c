/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-vocabulary"

#include "config.h"
#include "thaw-test-vocabulary.h"

static const struct
{
  const char *slug;
  const char *name;
} families[] = {
  { "joy", "Joy" },
  { "fear", "Fear" },
  { "calm", "Calm" },
};

static const struct
{
  const char *family;
  const char *slug;
  const char *word;
  const char *definition;
  const char *near;     /* (nullable) */
  const char *opposite; /* (nullable) */
} emotions[] = {
  { "joy", "joy", "joy", "Happiness about what is here.", "excitement", "dread" },
  { "joy", "excitement", "excitement", "A lively looking forward to something.", "nervousness", NULL },
  { "joy", "joie", "Joie de vivre", "A delight in being alive, a fête of it.", "joy", NULL },
  { "fear", "anxiety", "anxiety", "A worry about what may come.", "dread", "calm" },
  { "fear", "nervousness", "nervousness", "An unrest before something that counts.", "excitement", "calm" },
  { "fear", "dread", "dread", "Fear of what is sure to come, far from joy.", "anxiety", NULL },
  { "calm", "calm", "calm", "Nothing presses.", NULL, "anxiety" },
  { "calm", "self-trust", "self-trust", "Leaning on yourself without fear.", "calm", NULL },
};

static GPtrArray *
create_families (void)
{
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_family_free);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      ThawEmotionFamily *family = thaw_emotion_family_new ();

      family->slug = g_strdup (families[i].slug);
      family->name = g_strdup (families[i].name);
      family->about = g_strdup_printf ("Words of the family %s.", families[i].name);
      g_ptr_array_add (array, family);
    }

  return array;
}

static ThawEmotion *
create_emotion (const char *family,
                const char *slug,
                const char *word,
                const char *definition,
                const char *near,
                const char *opposite)
{
  ThawEmotion *emotion = thaw_emotion_new ();

  emotion->slug = g_strdup (slug);
  emotion->family = g_strdup (family);
  emotion->word = g_strdup (word);
  if (g_str_equal (slug, "anxiety"))
    emotion->also = g_strdup ("uneasy, on edge");
  emotion->definition = g_strdup (definition);
  emotion->body = g_strdup_printf ("How %s may feel in the body.", word);
  emotion->moment = g_strdup_printf ("When %s often comes.", word);
  if (near != NULL)
    {
      g_autofree char *difference = g_strdup_printf ("It is not %s, but near to it.", word);

      g_ptr_array_add (emotion->near, thaw_emotion_near_new (near, difference));
    }
  if (opposite != NULL)
    {
      g_strfreev (emotion->opposites);
      emotion->opposites = g_strdupv ((char *[]) { (char *) opposite, NULL });
    }

  return emotion;
}

/**
 * thaw_test_vocabulary_new:
 *
 * Returns: (transfer full): eight words in the families joy, fear and calm
 */
ThawVocabulary *
thaw_test_vocabulary_new (void)
{
  return thaw_test_vocabulary_new_many (G_N_ELEMENTS (emotions));
}

/**
 * thaw_test_vocabulary_new_many:
 * @n_words: how many words, at least eight
 *
 * Returns: (transfer full): the eight words, and others with longer texts, in three families
 */
ThawVocabulary *
thaw_test_vocabulary_new_many (guint n_words)
{
  g_autoptr (GPtrArray) family_array = create_families ();
  g_autoptr (GPtrArray) emotion_array = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_free);

  for (guint i = 0; i < G_N_ELEMENTS (emotions); i++)
    g_ptr_array_add (emotion_array, create_emotion (emotions[i].family, emotions[i].slug, emotions[i].word,
                                                    emotions[i].definition, emotions[i].near, emotions[i].opposite));

  for (guint i = G_N_ELEMENTS (emotions); i < n_words; i++)
    {
      g_autofree char *slug = g_strdup_printf ("shade-%u", i);
      g_autofree char *word = g_strdup_printf ("shade %u", i);
      g_autofree char *definition = g_strdup_printf ("The %u. shade of a feeling that has not got a better name yet, and "
                                                     "is told apart from the others by its number alone.", i);

      g_ptr_array_add (emotion_array, create_emotion (families[i % G_N_ELEMENTS (families)].slug, slug, word, definition,
                                                      "calm", "dread"));
    }

  return thaw_vocabulary_new (family_array, emotion_array);
}
