/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-civil.h"

G_BEGIN_DECLS

/* How often a reminder may come on a day, at most. */
#define THAW_REMINDER_MAX_A_DAY 12

/* A title is one line. */
#define THAW_REMINDER_MAX_TITLE_BYTES 200

/* More than any name of what it may open has. */
#define THAW_REMINDER_MAX_OPENS_BYTES 100

#define THAW_REMINDER_EVERY_DAY 0x7fu
#define THAW_REMINDER_WORKDAYS 0x1fu
#define THAW_REMINDER_WEEKEND 0x60u

/**
 * ThawReminderTiming:
 * @THAW_REMINDER_AT_TIMES: at times of day
 * @THAW_REMINDER_IN_WINDOW: at moments that nobody knows before, from one time of day to
 *   another
 *
 * When on a day a reminder comes.
 */
typedef enum
{
  THAW_REMINDER_AT_TIMES,
  THAW_REMINDER_IN_WINDOW,
} ThawReminderTiming;

/**
 * ThawReminder:
 * @uuid: (nullable): the identity, %NULL before it was saved
 * @title: (not nullable): what it says, in the person's words: one line
 * @opens: (nullable): what it opens, a target as in thaw_link_target_parse(), or %NULL if it
 *   only says something
 * @is_on: whether it comes at all
 * @weekdays: on which days of the week, a bit each, the lowest for Monday
 * @from: (nullable): the first day, or %THAW_DAY_NONE
 * @until: (nullable): the last day, or %THAW_DAY_NONE
 * @timing: which of the following say when
 * @n_times: how many times of day, 1 to %THAW_REMINDER_MAX_A_DAY
 * @times: minutes since midnight, each later than the one before
 * @window_start: where the window begins, in minutes since midnight
 * @window_end: where it ends, later than that; up to 1439
 * @n_in_window: how often it comes in it, 1 to %THAW_REMINDER_MAX_A_DAY
 * @distance: how many minutes there are between two of these, at least; all of them fit in
 *   the window
 * @skips_if_done: whether it does not come if what it opens was done already that day, since
 *   it came last
 * @ignores_quiet: whether it comes in quiet hours, too
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * Something that the person wants to be reminded of, and when. What came of it on this
 * computer is a #ThawReminderState.
 */
typedef struct
{
  char               *uuid;
  char               *title;
  char               *opens;
  gboolean            is_on;
  guint               weekdays;
  ThawDay             from;
  ThawDay             until;
  ThawReminderTiming  timing;
  guint               n_times;
  int                 times[THAW_REMINDER_MAX_A_DAY];
  int                 window_start;
  int                 window_end;
  guint               n_in_window;
  int                 distance;
  gboolean            skips_if_done;
  gboolean            ignores_quiet;
  gint64              modified_ms;
} ThawReminder;

#define THAW_TYPE_REMINDER (thaw_reminder_get_type ())
GType         thaw_reminder_get_type (void);
ThawReminder *thaw_reminder_new      (const char         *title,
                                      const char         *opens) G_GNUC_WARN_UNUSED_RESULT;
ThawReminder *thaw_reminder_copy     (const ThawReminder *self) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_reminder_free     (ThawReminder       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawReminder, thaw_reminder_free)

gboolean      thaw_reminder_opens_is_valid (const char         *opens);
gboolean      thaw_reminder_has_valid_times (const ThawReminder *self);
gboolean      thaw_reminder_make_rarer     (ThawReminder       *self);

/**
 * ThawQuietHours:
 * @start: minutes since midnight
 * @end: minutes since midnight; before @start if they go on over midnight, the same if
 *   there are none
 *
 * When nothing shall come.
 */
typedef struct
{
  int start;
  int end;
} ThawQuietHours;

gboolean thaw_quiet_hours_contain (ThawQuietHours quiet,
                                   int            minute);

guint    thaw_reminder_list_day   (const ThawReminder *self,
                                   ThawDay             day,
                                   ThawQuietHours      quiet,
                                   int                 out_minutes[THAW_REMINDER_MAX_A_DAY]);
guint    thaw_reminder_list_rest_of_day (const ThawReminder *self,
                                         ThawDay             day,
                                         int                 after,
                                         ThawQuietHours      quiet,
                                         int                 out_minutes[THAW_REMINDER_MAX_A_DAY]);

G_END_DECLS
