/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mood"

#include "config.h"
#include "thaw-mood.h"

#include "thaw-slug.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The end of the scale, and what is next to it. */
#define LOWEST_FEELING 1

static const char *const answer_slugs[THAW_N_ANSWERS] = { NULL, "named", "nothing", "unsure", "no-word" };

/**
 * thaw_feeling_is_valid:
 * @feeling: a number
 *
 * Returns: whether @feeling is 0 to 10, or %THAW_FEELING_UNKNOWN
 */
gboolean
thaw_feeling_is_valid (int feeling)
{
  return feeling == THAW_FEELING_UNKNOWN || (feeling >= THAW_FEELING_NUMB && feeling <= THAW_FEELING_VIVID);
}

/**
 * thaw_feeling_get_word:
 * @feeling: 0 to 10, or %THAW_FEELING_UNKNOWN
 *
 * Returns: (transfer none): a translated word for how much is felt
 */
const char *
thaw_feeling_get_word (int feeling)
{
  g_return_val_if_fail (thaw_feeling_is_valid (feeling), "");

  if (feeling == THAW_FEELING_UNKNOWN)
    /* Translators: an answer to "How much can you feel right now?" */
    return C_("feeling", "can’t tell");
  if (feeling == 0)
    /* Translators: how much a person can feel, 0 of 10 */
    return C_("feeling", "numb");
  if (feeling <= 2)
    /* Translators: how much a person can feel, 1 or 2 of 10 */
    return C_("feeling", "barely");
  if (feeling <= 4)
    /* Translators: how much a person can feel, 3 or 4 of 10 */
    return C_("feeling", "a little");
  if (feeling <= 6)
    /* Translators: how much a person can feel, 5 or 6 of 10 */
    return C_("feeling", "somewhat");
  if (feeling <= 8)
    /* Translators: how much a person can feel, 7 or 8 of 10 */
    return C_("feeling", "clearly");

  /* Translators: how much a person can feel, 9 or 10 of 10 */
  return C_("feeling", "vividly");
}

/**
 * thaw_valence_is_valid:
 * @valence: a number
 *
 * Returns: whether @valence is −1 to +1, or NAN for "can't tell"
 */
gboolean
thaw_valence_is_valid (double valence)
{
  return isnan (valence) || (valence >= -1.0 && valence <= 1.0);
}

/**
 * thaw_valence_equal:
 *
 * Returns: whether both say the same; two "can't tell" do
 */
gboolean
thaw_valence_equal (double a,
                    double b)
{
  return (isnan (a) && isnan (b)) || fabs (a - b) < 1e-12;
}

/**
 * thaw_valence_to_step:
 * @valence: −1 to +1, or NAN
 *
 * Returns: the nearest of the seven steps, 0 (very unpleasant) to 6 (very
 *   pleasant), or %THAW_VALENCE_STEP_UNKNOWN
 */
int
thaw_valence_to_step (double valence)
{
  g_return_val_if_fail (thaw_valence_is_valid (valence), THAW_VALENCE_STEP_UNKNOWN);

  if (isnan (valence))
    return THAW_VALENCE_STEP_UNKNOWN;

  return (int) lround ((valence + 1.0) * (THAW_VALENCE_N_STEPS - 1) / 2.0);
}

/**
 * thaw_valence_from_step:
 * @step: 0 to 6, or %THAW_VALENCE_STEP_UNKNOWN
 *
 * Returns: −1 to +1, or NAN
 */
double
thaw_valence_from_step (int step)
{
  g_return_val_if_fail (step >= THAW_VALENCE_STEP_UNKNOWN && step < THAW_VALENCE_N_STEPS, NAN);

  if (step == THAW_VALENCE_STEP_UNKNOWN)
    return NAN;

  return step * 2.0 / (THAW_VALENCE_N_STEPS - 1) - 1.0;
}

/**
 * thaw_valence_step_get_word:
 * @step: 0 to 6, or %THAW_VALENCE_STEP_UNKNOWN
 *
 * Returns: (transfer none): a translated word for how pleasant it is
 */
const char *
thaw_valence_step_get_word (int step)
{
  switch (step)
    {
    case 0:
      return C_("valence", "very unpleasant");
    case 1:
      return C_("valence", "unpleasant");
    case 2:
      return C_("valence", "slightly unpleasant");
    case 3:
      /* Translators: neither pleasant nor unpleasant */
      return C_("valence", "neutral");
    case 4:
      return C_("valence", "slightly pleasant");
    case 5:
      return C_("valence", "pleasant");
    case 6:
      return C_("valence", "very pleasant");
    case THAW_VALENCE_STEP_UNKNOWN:
      /* Translators: an answer to "How pleasant is it?" */
      return C_("valence", "can’t tell");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * thaw_mood_is_lowest:
 * @feeling: 0 to 10, or %THAW_FEELING_UNKNOWN
 * @valence: −1 to +1, or NAN
 *
 * Whether somebody to talk to may be offered, quietly. What was left out counts for
 * nothing, and what was written is never looked at.
 *
 * Returns: whether one of the two is at its lowest
 */
gboolean
thaw_mood_is_lowest (int    feeling,
                     double valence)
{
  g_return_val_if_fail (thaw_feeling_is_valid (feeling), FALSE);
  g_return_val_if_fail (thaw_valence_is_valid (valence), FALSE);

  return (feeling != THAW_FEELING_UNKNOWN && feeling <= LOWEST_FEELING) || thaw_valence_to_step (valence) == 0;
}

/**
 * thaw_answer_to_slug:
 * @answer: an answer
 *
 * Returns: (transfer none) (nullable): the name that files and the database
 *   use, or %NULL for %THAW_ANSWER_NONE
 */
const char *
thaw_answer_to_slug (ThawAnswer answer)
{
  g_return_val_if_fail (answer < THAW_N_ANSWERS, NULL);

  return answer_slugs[answer];
}

/**
 * thaw_answer_from_slug:
 * @slug: (nullable): a name from a file, %NULL for %THAW_ANSWER_NONE
 * @out_answer: (out): the answer
 *
 * Returns: whether @slug names an answer
 */
gboolean
thaw_answer_from_slug (const char *slug,
                       ThawAnswer *out_answer)
{
  guint at;
  gboolean is_found = thaw_slug_find (answer_slugs, G_N_ELEMENTS (answer_slugs), slug, &at);

  *out_answer = (ThawAnswer) at;

  return is_found;
}

/**
 * thaw_answer_get_word:
 * @answer: an answer that is not a named emotion
 *
 * Returns: (transfer none): the answer in the person's words, empty for
 *   %THAW_ANSWER_NONE and %THAW_ANSWER_NAMED
 */
const char *
thaw_answer_get_word (ThawAnswer answer)
{
  switch (answer)
    {
    case THAW_ANSWER_NOTHING:
      /* Translators: an answer to "What do you feel?" */
      return C_("answer", "nothing");
    case THAW_ANSWER_UNSURE:
      /* Translators: an answer to "What do you feel?" */
      return C_("answer", "not sure");
    case THAW_ANSWER_NO_WORD:
      /* Translators: an answer to "What do you feel?" */
      return C_("answer", "something, no word yet");
    case THAW_ANSWER_NONE:
    case THAW_ANSWER_NAMED:
      return "";
    default:
      g_return_val_if_reached ("");
    }
}
