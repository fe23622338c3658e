/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-body-words.h"

#define NOWHERE (-1)

static GPtrArray *families, *emotions; /* (owned) */

static void
add_emotion (const char *family,
             const char *slug)
{
  ThawEmotion *emotion = thaw_emotion_new ();

  emotion->slug = g_strdup (slug);
  emotion->family = g_strdup (family);
  emotion->word = g_strdup (slug);
  g_ptr_array_add (emotions, emotion);
}

/* To the emotion added last. */
static void
add_hint (int                  region,
          ThawSensationQuality quality,
          int                  weight)
{
  ThawEmotion *emotion = g_ptr_array_index (emotions, emotions->len - 1);
  const ThawEmotionHint hint = {
    .has_region = region != NOWHERE,
    .region = region != NOWHERE ? (ThawBodyRegion) region : THAW_REGION_HEAD,
    .quality = quality,
    .weight = weight,
  };

  g_array_append_val (emotion->hints, hint);
}

/* The list as "word score, …", with scores in halves. */
static char *
rank (guint          n_max,
      ThawSensation *first,
      ...)
{
  g_autoptr (ThawVocabulary) vocabulary = thaw_vocabulary_new (families, emotions);
  g_autoptr (GPtrArray) sensations = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);
  g_autoptr (GPtrArray) words = NULL;
  GString *list = g_string_new (NULL);
  va_list args;

  va_start (args, first);
  for (ThawSensation *sensation = first; sensation != NULL; sensation = va_arg (args, ThawSensation *))
    g_ptr_array_add (sensations, sensation);
  va_end (args);

  words = thaw_body_words_rank (vocabulary, sensations, NULL, n_max);
  for (guint i = 0; i < words->len; i++)
    {
      const ThawBodyWord *word = g_ptr_array_index (words, i);

      g_string_append_printf (list, "%s%s %d", i > 0 ? ", " : "", word->emotion->slug, (int) (2 * word->score));
    }

  return g_string_free (list, FALSE);
}

#define ASSERT_RANK(wanted, ...) \
  G_STMT_START { \
    g_autofree char *list_ = rank (G_MAXUINT, __VA_ARGS__, NULL); \
    g_assert_cmpstr (list_, ==, wanted); \
  } G_STMT_END

static void
set_up (void)
{
  families = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_family_free);
  emotions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_free);
}

static void
tear_down (void)
{
  g_clear_pointer (&families, g_ptr_array_unref);
  g_clear_pointer (&emotions, g_ptr_array_unref);
}

static void
test_values (void)
{
  set_up ();
  add_emotion ("a", "elsewhere");
  add_hint (THAW_REGION_JAW, THAW_QUALITY_TIGHT, 3);
  add_emotion ("a", "place");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_NONE, 3);
  add_emotion ("a", "anywhere");
  add_hint (NOWHERE, THAW_QUALITY_TIGHT, 3);
  add_emotion ("a", "exact");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 3);
  add_emotion ("a", "weak");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 1);
  add_emotion ("a", "other");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_WARM, 3);
  add_emotion ("a", "silent");

  ASSERT_RANK ("exact 18, anywhere 12, place 6, weak 6, elsewhere 3",
               thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 0));

  /* With no quality said, whatever is known of the place counts, and what is known of a quality alone does not. */
  ASSERT_RANK ("place 6, exact 6, other 6, weak 2", thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_NONE, 0));
  ASSERT_RANK ("", thaw_sensation_new (THAW_REGION_FEET, THAW_QUALITY_NONE, 0));
  tear_down ();
}

static void
test_best_hint_and_strength (void)
{
  set_up ();
  add_emotion ("a", "rich");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 1);
  add_hint (NOWHERE, THAW_QUALITY_TIGHT, 3);
  add_hint (THAW_REGION_JAW, THAW_QUALITY_TIGHT, 2);

  /* Not the sum of the hints: a word does not win by having many. */
  ASSERT_RANK ("rich 12", thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 0));
  ASSERT_RANK ("rich 12", thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 1));
  ASSERT_RANK ("rich 24", thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2));
  ASSERT_RANK ("rich 36", thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 3));

  /* But the sum of the sensations. */
  ASSERT_RANK ("rich 48", thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 3),
               thaw_sensation_new (THAW_REGION_JAW, THAW_QUALITY_TIGHT, 0));
  tear_down ();
}

static void
test_ties (void)
{
  set_up ();
  add_emotion ("a", "first");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_HEAVY, 2);
  add_emotion ("a", "second");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_HEAVY, 2);
  add_emotion ("b", "third");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_HEAVY, 2);
  add_emotion ("b", "both");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_HEAVY, 1);
  add_hint (THAW_REGION_HANDS, THAW_QUALITY_COLD, 1);
  add_emotion ("c", "fourth");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_HEAVY, 2);

  /* What fits more sensations comes first, then one of each family; "third" is not the second of its family here. */
  ASSERT_RANK ("both 12, first 12, third 12, fourth 12, second 12",
               thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_HEAVY, 0),
               thaw_sensation_new (THAW_REGION_HANDS, THAW_QUALITY_COLD, 0));
  tear_down ();
}

static void
test_few (void)
{
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;
  g_autofree char *zero = NULL;

  set_up ();
  add_emotion ("a", "first");
  add_hint (NOWHERE, THAW_QUALITY_NUMB, 1);
  add_emotion ("a", "second");
  add_hint (NOWHERE, THAW_QUALITY_NUMB, 2);

  none = rank (8, NULL);
  g_assert_cmpstr (none, ==, "");
  one = rank (1, thaw_sensation_new (THAW_REGION_FEET, THAW_QUALITY_NUMB, 0), NULL);
  g_assert_cmpstr (one, ==, "second 8");
  zero = rank (0, thaw_sensation_new (THAW_REGION_FEET, THAW_QUALITY_NUMB, 0), NULL);
  g_assert_cmpstr (zero, ==, "");
  tear_down ();
}

static void
test_hidden (void)
{
  static const char *const hidden[] = { "exact", NULL };
  g_autoptr (GPtrArray) sensations = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);
  g_autoptr (ThawVocabulary) vocabulary = NULL;
  g_autoptr (GPtrArray) words = NULL;

  set_up ();
  add_emotion ("a", "exact");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 3);
  add_emotion ("a", "weak");
  add_hint (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 1);
  vocabulary = thaw_vocabulary_new (families, emotions);
  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2));

  words = thaw_body_words_rank (vocabulary, sensations, hidden, 1);
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_cmpstr (((ThawBodyWord *) g_ptr_array_index (words, 0))->emotion->slug, ==, "weak");
  tear_down ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/body-words/values", test_values);
  g_test_add_func ("/core/body-words/best-hint-and-strength", test_best_hint_and_strength);
  g_test_add_func ("/core/body-words/ties", test_ties);
  g_test_add_func ("/core/body-words/few", test_few);
  g_test_add_func ("/core/body-words/hidden", test_hidden);

  return g_test_run ();
}
