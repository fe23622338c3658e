/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-own-word.h"
#include "thaw-vocabulary.h"

static ThawEmotion *
make_emotion (const char *slug,
              const char *word)
{
  ThawEmotion *emotion = thaw_emotion_new ();

  emotion->slug = g_strdup (slug);
  emotion->family = g_strdup ("joy");
  emotion->word = g_strdup (word);

  return emotion;
}

static void
test_find (void)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_family_free);
  g_autoptr (GPtrArray) emotions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_free);
  g_autoptr (ThawVocabulary) vocabulary = NULL;
  ThawEmotionFamily *family = thaw_emotion_family_new ();

  family->slug = g_strdup ("joy");
  family->name = g_strdup ("Joy");
  g_ptr_array_add (families, family);
  g_ptr_array_add (emotions, make_emotion ("joy", "joy"));
  g_ptr_array_add (emotions, make_emotion ("shut-down", "feeling shut down"));
  vocabulary = thaw_vocabulary_new (families, emotions);

  g_assert_true (thaw_vocabulary_get_families (vocabulary) == families);
  g_assert_true (thaw_vocabulary_get_emotions (vocabulary) == emotions);
  g_assert_true (thaw_vocabulary_find_family (vocabulary, "joy") == family);
  g_assert_null (thaw_vocabulary_find_family (vocabulary, "fear"));
  g_assert_null (thaw_vocabulary_find_family (vocabulary, NULL));
  g_assert_true (thaw_vocabulary_find_emotion (vocabulary, "shut-down") == emotions->pdata[1]);
  g_assert_null (thaw_vocabulary_find_emotion (vocabulary, "saudade"));

  g_assert_cmpstr (thaw_vocabulary_get_word (vocabulary, "shut-down"), ==, "feeling shut down");
  g_assert_cmpstr (thaw_vocabulary_get_word (vocabulary, "saudade"), ==, "saudade");
  g_assert_cmpstr (thaw_vocabulary_get_word (NULL, "shut-down"), ==, "shut-down");

  g_assert_finalize_object (g_steal_pointer (&vocabulary));
}

static void
test_own_word (void)
{
  g_autoptr (ThawOwnWord) word = thaw_own_word_new ("saudade", "sadness");
  g_autoptr (ThawOwnWord) lonely = thaw_own_word_new ("saudade", NULL);
  g_autoptr (ThawOwnWord) copy = NULL;

  word->uuid = g_strdup ("0190a7c0-0000-7000-8000-000000000000");
  word->modified_ms = 7;
  copy = thaw_own_word_copy (word);
  g_assert_cmpstr (copy->word, ==, "saudade");
  g_assert_cmpstr (copy->family, ==, "sadness");
  g_assert_cmpstr (copy->uuid, ==, word->uuid);
  g_assert_true (copy->word != word->word);
  g_assert_cmpint (copy->modified_ms, ==, 7);
  g_assert_null (lonely->family);
  g_assert_null (lonely->uuid);
  thaw_own_word_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/vocabulary/find", test_find);
  g_test_add_func ("/core/vocabulary/own-word", test_own_word);

  return g_test_run ();
}
