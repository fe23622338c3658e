/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-mood-groups.h"

G_BEGIN_DECLS

/**
 * ThawMoodRowField:
 * @THAW_MOOD_ROW_TIME: the day, week, month or year
 * @THAW_MOOD_ROW_FEELING: how much could be felt
 * @THAW_MOOD_ROW_VALENCE: how pleasant it was
 * @THAW_MOOD_ROW_ENTRIES: how many entries there are
 * @THAW_MOOD_ROW_SESSIONS: how often something was practised or done
 *
 * The columns of the table.
 */
typedef enum
{
  THAW_MOOD_ROW_TIME,
  THAW_MOOD_ROW_FEELING,
  THAW_MOOD_ROW_VALENCE,
  THAW_MOOD_ROW_ENTRIES,
  THAW_MOOD_ROW_SESSIONS,
} ThawMoodRowField;

#define THAW_MOOD_ROW_N_FIELDS (THAW_MOOD_ROW_SESSIONS + 1)

#define THAW_TYPE_MOOD_ROW (thaw_mood_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawMoodRow, thaw_mood_row, THAW, MOOD_ROW, GObject)

ThawMoodRow         *thaw_mood_row_new       (const ThawMoodGroup *group,
                                              ThawMoodGrouping     grouping) G_GNUC_WARN_UNUSED_RESULT;

const ThawMoodGroup *thaw_mood_row_get_group (ThawMoodRow         *self);
char                *thaw_mood_row_dup_text  (ThawMoodRow         *self,
                                              ThawMoodRowField     field);

G_END_DECLS
