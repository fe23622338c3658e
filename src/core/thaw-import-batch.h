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
 * @sessions: (element-type ThawSession): what was done
 * @own_activities: (element-type ThawActivity): things to do that the person added
 * @favourites: (element-type utf8): ids of what the person starred
 * @patterns: (element-type ThawBreathPattern): ways of breathing that the person added
 * @plans: (element-type ThawPlan): what is planned for a day
 * @people: (element-type ThawPerson): people in the person’s life
 * @photos: (element-type ThawPhoto): photos of them
 * @care_items: (element-type ThawCareItem): lines of the care plan
 * @own_lines: (element-type ThawOwnLine): lines to call that the person added
 * @article_marks: (element-type ThawArticleMark): what the person has to do with articles
 * @reminders: (element-type ThawReminder): what the person wants to be reminded of
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
  GPtrArray *sessions;
  GPtrArray *own_activities;
  GPtrArray *favourites;
  GPtrArray *patterns;
  GPtrArray *plans;
  GPtrArray *people;
  GPtrArray *photos;
  GPtrArray *care_items;
  GPtrArray *own_lines;
  GPtrArray *article_marks;
  GPtrArray *reminders;
} ThawImportBatch;

ThawImportBatch *thaw_import_batch_new              (void) G_GNUC_WARN_UNUSED_RESULT;
ThawImportBatch *thaw_import_batch_new_from_entries (GPtrArray             *entries) G_GNUC_WARN_UNUSED_RESULT;
ThawImportBatch *thaw_import_batch_copy             (const ThawImportBatch *self) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_import_batch_free             (ThawImportBatch       *self);
guint            thaw_import_batch_get_n_others     (const ThawImportBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawImportBatch, thaw_import_batch_free)

G_END_DECLS
