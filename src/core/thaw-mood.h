/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How much can you feel right now? */
#define THAW_FEELING_NUMB    0
#define THAW_FEELING_VIVID   10
#define THAW_FEELING_UNKNOWN (-1) /* not asked, or can't tell */

/* How pleasant is it? From −1 to +1 in seven steps, or NAN: not asked, or can't tell. */
#define THAW_VALENCE_N_STEPS 7
#define THAW_VALENCE_STEP_UNKNOWN (-1)

/**
 * ThawAnswer:
 * @THAW_ANSWER_NONE: the question was left out
 * @THAW_ANSWER_NAMED: at least one emotion was named
 * @THAW_ANSWER_NOTHING: "nothing"
 * @THAW_ANSWER_UNSURE: "not sure"
 * @THAW_ANSWER_NO_WORD: "something, no word yet"
 *
 * What a person says when asked what they feel. All are answers of equal worth.
 */
typedef enum
{
  THAW_ANSWER_NONE,
  THAW_ANSWER_NAMED,
  THAW_ANSWER_NOTHING,
  THAW_ANSWER_UNSURE,
  THAW_ANSWER_NO_WORD,
} ThawAnswer;

#define THAW_N_ANSWERS (THAW_ANSWER_NO_WORD + 1)

gboolean    thaw_feeling_is_valid       (int feeling);
const char *thaw_feeling_get_word       (int feeling);

gboolean    thaw_valence_is_valid       (double valence);
gboolean    thaw_valence_equal          (double a,
                                         double b);
int         thaw_valence_to_step        (double valence);
double      thaw_valence_from_step      (int step);
const char *thaw_valence_step_get_word  (int step);

gboolean    thaw_mood_is_lowest         (int    feeling,
                                         double valence);

const char *thaw_answer_to_slug         (ThawAnswer answer);
gboolean    thaw_answer_from_slug       (const char *slug,
                                         ThawAnswer *out_answer);
const char *thaw_answer_get_word        (ThawAnswer answer);

G_END_DECLS
