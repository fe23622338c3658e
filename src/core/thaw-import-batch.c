/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-import-batch"

#include "config.h"
#include "thaw-import-batch.h"

#include "thaw-article-mark.h"
#include "thaw-breath-pattern.h"
#include "thaw-care-item.h"
#include "thaw-own-line.h"
#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-person.h"
#include "thaw-photo.h"
#include "thaw-plan.h"
#include "thaw-reflection.h"
#include "thaw-reminder.h"
#include "thaw-session.h"

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
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_session_free);
  self->own_activities = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_free);
  self->favourites = g_ptr_array_new_with_free_func (g_free);
  self->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_breath_pattern_free);
  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_plan_free);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_person_free);
  self->photos = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_photo_free);
  self->care_items = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_care_item_free);
  self->own_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_own_line_free);
  self->article_marks = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_article_mark_free);
  self->reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_free);

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
  copy->sessions = g_ptr_array_ref (self->sessions);
  copy->own_activities = g_ptr_array_ref (self->own_activities);
  copy->favourites = g_ptr_array_ref (self->favourites);
  copy->patterns = g_ptr_array_ref (self->patterns);
  copy->plans = g_ptr_array_ref (self->plans);
  copy->people = g_ptr_array_ref (self->people);
  copy->photos = g_ptr_array_ref (self->photos);
  copy->care_items = g_ptr_array_ref (self->care_items);
  copy->own_lines = g_ptr_array_ref (self->own_lines);
  copy->article_marks = g_ptr_array_ref (self->article_marks);
  copy->reminders = g_ptr_array_ref (self->reminders);

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
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->own_activities);
  g_ptr_array_unref (self->favourites);
  g_ptr_array_unref (self->patterns);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->photos);
  g_ptr_array_unref (self->care_items);
  g_ptr_array_unref (self->own_lines);
  g_ptr_array_unref (self->article_marks);
  g_ptr_array_unref (self->reminders);
  g_free (self);
}

/**
 * thaw_import_batch_get_n_others:
 *
 * Returns: how many things there are beside the entries
 */
guint
thaw_import_batch_get_n_others (const ThawImportBatch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->own_words->len + self->hidden_words->len + self->own_prompts->len + self->reflections->len +
         self->sessions->len + self->own_activities->len + self->favourites->len + self->patterns->len +
         self->plans->len + self->people->len + self->photos->len + self->care_items->len + self->own_lines->len +
         self->article_marks->len + self->reminders->len;
}
