/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-practice-catalog.h"
#include "thaw-session.h"

G_BEGIN_DECLS

/**
 * ThawSuggestionReason:
 * @THAW_SUGGESTION_FELT_MORE: after it, the person could feel more, more often than not
 * @THAW_SUGGESTION_FAVOURITE: it is one of their favourites
 * @THAW_SUGGESTION_GENTLE: it is short and gentle, for a numb or a hard moment
 * @THAW_SUGGESTION_EVENING: it is slow, for the end of the day
 * @THAW_SUGGESTION_NEW: it was not tried yet
 *
 * Why something is suggested.
 */
typedef enum
{
  THAW_SUGGESTION_FELT_MORE,
  THAW_SUGGESTION_FAVOURITE,
  THAW_SUGGESTION_GENTLE,
  THAW_SUGGESTION_EVENING,
  THAW_SUGGESTION_NEW,
} ThawSuggestionReason;

/**
 * ThawPracticeSituation:
 * @catalog: (unowned) (not nullable): what Thaw brings along
 * @own_patterns: (unowned) (nullable) (element-type ThawBreathPattern): the person’s own
 *   ways of breathing
 * @own_activities: (unowned) (nullable) (element-type ThawActivity): what they added to do
 * @favourites: (unowned) (nullable) (element-type utf8): the ids of their favourites
 * @tallies: (unowned) (nullable) (element-type ThawActivityTally): what their sessions say
 * @level: what they answered last today, each of which may be unknown
 * @day: the day that it is
 * @minute: the minute of that day
 *
 * What a suggestion depends on, and all that it depends on.
 */
typedef struct
{
  ThawPracticeCatalog *catalog;
  GPtrArray           *own_patterns;
  GPtrArray           *own_activities;
  GPtrArray           *favourites;
  GPtrArray           *tallies;
  ThawMoodLevel        level;
  ThawDay              day;
  int                  minute;
} ThawPracticeSituation;

/**
 * ThawPracticeSuggestion:
 * @activity: (not nullable): what to do, as in #ThawSession
 * @name: (not nullable): what that is called
 * @reason: why it is suggested
 * @sentence: (not nullable): the same in words
 *
 * Something that a person might like to do now.
 */
typedef struct
{
  char                 *activity;
  char                 *name;
  ThawSuggestionReason  reason;
  char                 *sentence;
} ThawPracticeSuggestion;

ThawPracticeSuggestion *
     thaw_practice_suggestion_new  (const ThawPracticeSituation *situation) G_GNUC_WARN_UNUSED_RESULT;
void thaw_practice_suggestion_free (ThawPracticeSuggestion      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawPracticeSuggestion, thaw_practice_suggestion_free)

G_END_DECLS
