/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawImportBatch:
 * @entries: (element-type ThawEntry): the entries
 * @own_words: (element-type ThawOwnWord): words that the person added
 * @hidden_words: (element-type utf8): slugs of words of the vocabulary that are hidden
 * @own_prompts: (element-type ThawOwnPrompt): questions that the person wrote
 * @reflections: (element-type ThawReflection): looks at numbness
 *
 * What a file brings into a journal: entries, and what there is beside them. All
 * of it is written, or nothing.
 */
typedef struct
{
  GPtrArray *entries;
  GPtrArray *own_words;
  GPtrArray *hidden_words;
  GPtrArray *own_prompts;
  GPtrArray *reflections;
} ThawImportBatch;

ThawImportBatch *thaw_import_batch_new              (void) G_GNUC_WARN_UNUSED_RESULT;
ThawImportBatch *thaw_import_batch_new_from_entries (GPtrArray             *entries) G_GNUC_WARN_UNUSED_RESULT;
ThawImportBatch *thaw_import_batch_copy             (const ThawImportBatch *self) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_import_batch_free             (ThawImportBatch       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawImportBatch, thaw_import_batch_free)

G_END_DECLS
