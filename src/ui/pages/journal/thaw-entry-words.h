/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-coping-catalog.h"
#include "thaw-entry-summary.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

char *thaw_entry_words_describe    (ThawEntrySummary  *summary,
                                    ThawVocabulary    *vocabulary,
                                    ThawCopingCatalog *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_entry_words_for_feeling (int feeling) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_entry_words_for_tag     (const ThawTagMark *tag) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_entry_words_for_body_answer (ThawBodyAnswer answer) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_entry_words_for_coping  (const ThawCopingMark *coping,
                                    ThawCopingCatalog    *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
