/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-coping"

#include "config.h"
#include "thaw-coping.h"

#include "thaw-slug.h"

#include <glib/gi18n-lib.h>

static const char *const outcome_slugs[THAW_N_OUTCOMES] = { NULL, "worse", "same", "better" };

G_DEFINE_BOXED_TYPE (ThawCopingMark, thaw_coping_mark, thaw_coping_mark_copy, thaw_coping_mark_free)

/**
 * thaw_coping_mark_new:
 * @slug: a name as thaw_tag_name_normalize() gives it, or a stable name
 * @outcome: how it was afterwards
 *
 * Returns: (transfer full): a new mark
 */
ThawCopingMark *
thaw_coping_mark_new (const char       *slug,
                      ThawCopingOutcome outcome)
{
  ThawCopingMark *self;

  g_return_val_if_fail (slug != NULL, NULL);
  g_return_val_if_fail (outcome < THAW_N_OUTCOMES, NULL);

  self = g_new0 (ThawCopingMark, 1);
  self->slug = g_strdup (slug);
  self->outcome = outcome;

  return self;
}

ThawCopingMark *
thaw_coping_mark_copy (const ThawCopingMark *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return thaw_coping_mark_new (self->slug, self->outcome);
}

void
thaw_coping_mark_free (ThawCopingMark *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self);
}

gboolean
thaw_coping_mark_equal (const ThawCopingMark *a,
                        const ThawCopingMark *b)
{
  return a->outcome == b->outcome && g_str_equal (a->slug, b->slug);
}

/**
 * thaw_coping_outcome_to_slug:
 *
 * Returns: (transfer none) (nullable): the name that files and the database use,
 *   or %NULL for %THAW_OUTCOME_NONE
 */
const char *
thaw_coping_outcome_to_slug (ThawCopingOutcome outcome)
{
  g_return_val_if_fail (outcome < THAW_N_OUTCOMES, NULL);

  return outcome_slugs[outcome];
}

/**
 * thaw_coping_outcome_from_slug:
 * @slug: (nullable): a name from a file, %NULL for %THAW_OUTCOME_NONE
 * @out_outcome: (out): the outcome, %THAW_OUTCOME_NONE if there is none of that name
 *
 * Returns: whether @slug names an outcome
 */
gboolean
thaw_coping_outcome_from_slug (const char        *slug,
                               ThawCopingOutcome *out_outcome)
{
  guint at;
  gboolean is_found = thaw_slug_find (outcome_slugs, G_N_ELEMENTS (outcome_slugs), slug, &at);

  *out_outcome = (ThawCopingOutcome) at;

  return is_found;
}

/**
 * thaw_coping_outcome_get_word:
 *
 * Returns: (transfer none): the outcome as a translated word, empty for %THAW_OUTCOME_NONE
 */
const char *
thaw_coping_outcome_get_word (ThawCopingOutcome outcome)
{
  switch (outcome)
    {
    case THAW_OUTCOME_NONE:
      return "";
    case THAW_OUTCOME_WORSE:
      /* Translators: how it was after what a person did about it */
      return C_("outcome", "worse");
    case THAW_OUTCOME_SAME:
      /* Translators: how it was after what a person did about it */
      return C_("outcome", "the same");
    case THAW_OUTCOME_BETTER:
      /* Translators: how it was after what a person did about it */
      return C_("outcome", "better");
    default:
      g_return_val_if_reached ("");
    }
}
