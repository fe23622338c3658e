/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"
#include "thaw-mood.h"
#include "thaw-sensation.h"
#include "thaw-tag.h"

G_BEGIN_DECLS

/**
 * ThawJournalFilter:
 * @query: (nullable): what the person typed into the search, as they typed it
 * @emotion: (nullable): the slug of an emotion that must be named
 * @tag: (nullable): the name of a tag that must be there
 * @tag_kind: the kind of @tag
 * @is_trigger: whether @tag must have set it off
 * @has_region: whether something must have been noticed in @region
 * @region: a place in the body
 * @quality: what it must be like, in @region if there is one; %THAW_QUALITY_NONE if that does not matter
 * @coping: (nullable): the slug of what must have been done about it
 * @answer: what must have been said when asked what one feels; %THAW_ANSWER_NONE if that does not matter
 * @first_day: the first day, or %THAW_DAY_NONE for no bound
 * @last_day: the last day, or %THAW_DAY_NONE for no bound
 *
 * Which entries of the journal are wanted. All that is set must hold.
 */
typedef struct
{
  char                *query;
  char                *emotion;
  char                *tag;
  ThawTagKind          tag_kind;
  gboolean             is_trigger;
  gboolean             has_region;
  ThawBodyRegion       region;
  ThawSensationQuality quality;
  char                *coping;
  ThawAnswer           answer;
  ThawDay              first_day;
  ThawDay              last_day;
} ThawJournalFilter;

#define THAW_TYPE_JOURNAL_FILTER (thaw_journal_filter_get_type ())
GType              thaw_journal_filter_get_type (void);
ThawJournalFilter *thaw_journal_filter_new      (void) G_GNUC_WARN_UNUSED_RESULT;
ThawJournalFilter *thaw_journal_filter_copy     (const ThawJournalFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void               thaw_journal_filter_free     (ThawJournalFilter *self);
gboolean           thaw_journal_filter_is_empty (const ThawJournalFilter *self);
gboolean           thaw_journal_filter_has_day  (const ThawJournalFilter *self,
                                                 ThawDay                  day);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawJournalFilter, thaw_journal_filter_free)

G_END_DECLS
