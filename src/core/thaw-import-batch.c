/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-import-batch"

#include "config.h"
#include "thaw-import-batch.h"

#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-reflection.h"

/**
 * thaw_import_batch_new:
 *
 * Returns: (transfer full): a batch with nothing in it
 */
ThawImportBatch *
thaw_import_batch_new (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  return thaw_import_batch_new_from_entries (entries);
}

/**
 * thaw_import_batch_new_from_entries:
 * @entries: (element-type ThawEntry): entries, which are not copied
 *
 * Returns: (transfer full): a batch with @entries and nothing beside them
 */
ThawImportBatch *
thaw_import_batch_new_from_entries (GPtrArray *entries)
{
  ThawImportBatch *self;

  g_return_val_if_fail (entries != NULL, NULL);

  self = g_new0 (ThawImportBatch, 1);
  self->entries = g_ptr_array_ref (entries);
  self->own_words = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_own_word_free);
  self->hidden_words = g_ptr_array_new_with_free_func (g_free);
  self->own_prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_own_prompt_free);
  self->reflections = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reflection_free);

  return self;
}

/**
 * thaw_import_batch_copy:
 *
 * Returns: (transfer full): another batch with the same lists, which are not
 *   copied and not to be changed from then on
 */
ThawImportBatch *
thaw_import_batch_copy (const ThawImportBatch *self)
{
  ThawImportBatch *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (ThawImportBatch, 1);
  copy->entries = g_ptr_array_ref (self->entries);
  copy->own_words = g_ptr_array_ref (self->own_words);
  copy->hidden_words = g_ptr_array_ref (self->hidden_words);
  copy->own_prompts = g_ptr_array_ref (self->own_prompts);
  copy->reflections = g_ptr_array_ref (self->reflections);

  return copy;
}

void
thaw_import_batch_free (ThawImportBatch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->own_words);
  g_ptr_array_unref (self->hidden_words);
  g_ptr_array_unref (self->own_prompts);
  g_ptr_array_unref (self->reflections);
  g_free (self);
}
