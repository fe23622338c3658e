/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-coping-catalog.h"
#include "thaw-practice-catalog.h"
#include "thaw-prompt-catalog.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

/**
 * ThawContent:
 * @vocabulary: (not nullable): the words for emotions
 * @coping_catalog: (not nullable): what people do about what they feel
 * @prompt_catalog: (not nullable): the questions for the blank page
 * @practice_catalog: (not nullable): ways of breathing, guided practices and things to do
 *
 * All that Thaw brings along to be read, in the person's language.
 */
typedef struct
{
  ThawVocabulary      *vocabulary;
  ThawCopingCatalog   *coping_catalog;
  ThawPromptCatalog   *prompt_catalog;
  ThawPracticeCatalog *practice_catalog;
} ThawContent;

ThawContent *thaw_content_load (void) G_GNUC_WARN_UNUSED_RESULT;
void         thaw_content_free (ThawContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawContent, thaw_content_free)

G_END_DECLS
