/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-vocabulary.h"

G_BEGIN_DECLS

/**
 * ThawBodyWord:
 * @emotion: (unowned): a word that the body may point to; belongs to the vocabulary
 * @score: how much points to it, greater than 0
 * @n_sensations: how many of the sensations do
 */
typedef struct
{
  const ThawEmotion *emotion;
  double             score;
  guint              n_sensations;
} ThawBodyWord;

GPtrArray *thaw_body_words_rank (ThawVocabulary     *vocabulary,
                                 GPtrArray          *sensations,
                                 const char *const  *hidden,
                                 guint               n_max) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
