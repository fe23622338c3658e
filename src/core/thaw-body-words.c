/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-body-words"

#include "config.h"
#include "thaw-body-words.h"

/* What a hint of weight 1 is worth. That it is felt just so in the very same place counts more than anything that only
 * fits in part, and no feeling is ruled out because somebody else feels it elsewhere. */
#define EXACT_VALUE     3.0 /* place and quality are those of the hint */
#define ANYWHERE_VALUE  2.0 /* so is the quality, and to the hint no place matters */
#define PLACE_VALUE     1.0 /* so is the place, and either says nothing of a quality */
#define ELSEWHERE_VALUE 0.5 /* so is the quality, but to the hint it belongs to another place */

/* A word while the list is put in order. */
typedef struct
{
  ThawBodyWord word;
  guint at;   /* its place in the vocabulary */
  guint turn; /* how many of its family with the same score come before it */
} Candidate;

static double
get_hint_value (const ThawEmotionHint *hint,
                const ThawSensation   *sensation)
{
  gboolean is_place = hint->has_region && hint->region == sensation->region;
  gboolean is_quality = hint->quality != THAW_QUALITY_NONE && hint->quality == sensation->quality;
  gboolean has_both_qualities = hint->quality != THAW_QUALITY_NONE && sensation->quality != THAW_QUALITY_NONE;

  if (is_place && is_quality)
    return EXACT_VALUE * hint->weight;
  if (is_quality)
    return (hint->has_region ? ELSEWHERE_VALUE : ANYWHERE_VALUE) * hint->weight;
  if (is_place && !has_both_qualities)
    return PLACE_VALUE * hint->weight;

  return 0.0;
}

static void
score (Candidate *candidate,
       GPtrArray *sensations)
{
  GArray *hints = candidate->word.emotion->hints;

  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);
      double best = 0.0;

      for (guint j = 0; j < hints->len; j++)
        best = MAX (best, get_hint_value (&g_array_index (hints, ThawEmotionHint, j), sensation));

      if (best > 0.0)
        candidate->word.n_sensations++;
      candidate->word.score += best * MAX (sensation->strength, THAW_SENSATION_MIN_STRENGTH);
    }
}

/* By how much points to them. All scores are multiples of a half, which are compared exactly. */
static int
compare_words (const ThawBodyWord *a,
               const ThawBodyWord *b)
{
  if (a->score != b->score)
    return a->score > b->score ? -1 : 1;

  return (int) b->n_sensations - (int) a->n_sensations;
}

static int
compare_candidates (gconstpointer data_a,
                    gconstpointer data_b)
{
  const Candidate *a = data_a, *b = data_b;
  int order = compare_words (&a->word, &b->word);

  if (order == 0)
    order = (int) a->turn - (int) b->turn;

  return order != 0 ? order : (int) a->at - (int) b->at;
}

/* Among equals no family comes twice before each had its turn. */
static void
take_turns (GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      for (guint j = 0; j < i; j++)
        {
          const Candidate *earlier = &g_array_index (candidates, Candidate, j);

          if (compare_words (&earlier->word, &candidate->word) == 0 &&
              g_str_equal (earlier->word.emotion->family, candidate->word.emotion->family))
            candidate->turn++;
        }
    }
}

/**
 * thaw_body_words_rank:
 * @vocabulary: the words
 * @sensations: (element-type ThawSensation): what was noticed in the body
 * @hidden: (nullable) (array zero-terminated=1): slugs of words that the person does not want to see
 * @n_max: how many words at most
 *
 * Looks up which words people often use for what the body does. It is a table
 * and a sum, nothing that learns:
 *
 * Each sensation gives a word the best of its hints: three times its weight if
 * place and quality are the same; twice, if the quality is and no place matters
 * to the hint; once, if the place is and the person, or the hint, names no
 * quality; half, if the quality is but the hint is about another place. That,
 * times the strength if one was said. The sum over all sensations is the score.
 *
 * Of equal words the one that fits more sensations comes first, then one of each
 * family before the second of any, then the order of the vocabulary.
 *
 * Returns: (transfer full) (element-type ThawBodyWord): the words, best first;
 *   empty if there is no sensation, or none that a hint knows
 */
GPtrArray *
thaw_body_words_rank (ThawVocabulary     *vocabulary,
                      GPtrArray          *sensations,
                      const char *const  *hidden,
                      guint               n_max)
{
  g_autoptr (GArray) candidates = NULL;
  GPtrArray *emotions, *words;

  g_return_val_if_fail (THAW_IS_VOCABULARY (vocabulary), NULL);
  g_return_val_if_fail (sensations != NULL, NULL);

  candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  emotions = thaw_vocabulary_get_emotions (vocabulary);
  for (guint i = 0; i < emotions->len; i++)
    {
      Candidate candidate = { .word.emotion = g_ptr_array_index (emotions, i), .at = i };

      if (hidden != NULL && g_strv_contains (hidden, candidate.word.emotion->slug))
        continue;

      score (&candidate, sensations);
      if (candidate.word.n_sensations > 0)
        g_array_append_val (candidates, candidate);
    }
  take_turns (candidates);
  g_array_sort (candidates, compare_candidates);

  words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MIN (candidates->len, n_max); i++)
    g_ptr_array_add (words, g_memdup2 (&g_array_index (candidates, Candidate, i).word, sizeof (ThawBodyWord)));

  return words;
}
