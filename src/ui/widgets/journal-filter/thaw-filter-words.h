/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-coping-catalog.h"
#include "thaw-journal-filter.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

/**
 * ThawFilterPart:
 * @THAW_FILTER_EMOTION: an emotion that is named
 * @THAW_FILTER_ANSWER: what was said instead
 * @THAW_FILTER_BODY: what was noticed in the body
 * @THAW_FILTER_TAG: a tag, and whether it set it off
 * @THAW_FILTER_COPING: what was done about it
 * @THAW_FILTER_DAYS: the first and the last day
 *
 * The parts of a filter that can be named and taken away, in the order in which
 * they are shown. The query is none of them.
 */
typedef enum
{
  THAW_FILTER_EMOTION,
  THAW_FILTER_ANSWER,
  THAW_FILTER_BODY,
  THAW_FILTER_TAG,
  THAW_FILTER_COPING,
  THAW_FILTER_DAYS,
} ThawFilterPart;

#define THAW_N_FILTER_PARTS (THAW_FILTER_DAYS + 1)

char *thaw_filter_part_to_words (const ThawJournalFilter *filter,
                                 ThawFilterPart           part,
                                 ThawVocabulary          *vocabulary,
                                 ThawCopingCatalog       *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_filter_to_words      (const ThawJournalFilter *filter,
                                 ThawVocabulary          *vocabulary,
                                 ThawCopingCatalog       *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;
void  thaw_filter_clear_part    (ThawJournalFilter       *filter,
                                 ThawFilterPart           part);

G_END_DECLS
