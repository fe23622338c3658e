/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawCopingOutcome:
 * @THAW_OUTCOME_NONE: not said
 * @THAW_OUTCOME_WORSE: it was worse afterwards
 * @THAW_OUTCOME_SAME: it was the same
 * @THAW_OUTCOME_BETTER: it was better
 *
 * How it was after what a person did about it.
 */
typedef enum
{
  THAW_OUTCOME_NONE,
  THAW_OUTCOME_WORSE,
  THAW_OUTCOME_SAME,
  THAW_OUTCOME_BETTER,
} ThawCopingOutcome;

#define THAW_N_OUTCOMES (THAW_OUTCOME_BETTER + 1)

/**
 * ThawCopingMark:
 * @slug: (not nullable): what was done: the stable name of a shipped activity, as
 *   `walk`, or the person's own words
 * @outcome: how it was afterwards
 *
 * What a person did about what they felt.
 */
typedef struct
{
  char             *slug;
  ThawCopingOutcome outcome;
} ThawCopingMark;

#define THAW_TYPE_COPING_MARK (thaw_coping_mark_get_type ())
GType           thaw_coping_mark_get_type (void);
ThawCopingMark *thaw_coping_mark_new      (const char       *slug,
                                           ThawCopingOutcome outcome) G_GNUC_WARN_UNUSED_RESULT;
ThawCopingMark *thaw_coping_mark_copy     (const ThawCopingMark *self) G_GNUC_WARN_UNUSED_RESULT;
void            thaw_coping_mark_free     (ThawCopingMark *self);
gboolean        thaw_coping_mark_equal    (const ThawCopingMark *a,
                                           const ThawCopingMark *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawCopingMark, thaw_coping_mark_free)

const char *thaw_coping_outcome_to_slug   (ThawCopingOutcome  outcome);
gboolean    thaw_coping_outcome_from_slug (const char        *slug,
                                           ThawCopingOutcome *out_outcome);
const char *thaw_coping_outcome_get_word  (ThawCopingOutcome  outcome);

G_END_DECLS
