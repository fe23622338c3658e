/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-timeline.h"

G_BEGIN_DECLS

/**
 * ThawPracticeLine:
 * @text: (not nullable): a sentence or two
 * @pause_secs: how long it is quiet after it in the shortest version, in seconds;
 *   longer versions stretch the pauses, never the reading
 * @from_minutes: only in versions of at least so many minutes; 0 in all
 */
typedef struct
{
  char *text;
  int   pause_secs;
  int   from_minutes;
} ThawPracticeLine;

/**
 * ThawPracticePart:
 * @name: (nullable): what the part is called, as "Someone difficult"
 * @is_optional: whether it is only there if the person wants it
 * @lines: (element-type ThawPracticeLine): what is said
 */
typedef struct
{
  char      *name;
  gboolean   is_optional;
  GPtrArray *lines;
} ThawPracticePart;

/**
 * ThawPractice:
 * @id: (not nullable): the stable name, as `body-scan`
 * @name: (not nullable): what it is called
 * @summary: (not nullable): what it is like, in a sentence
 * @why: (nullable): why it may help
 * @source: (nullable): where @why is from
 * @minutes: (element-type int): how long it can be, shortest first; there is one at least
 * @is_open: whether it is a silent sitting with bells, of any length, and no lines but
 *   those at its beginning
 * @option: (nullable): what adds the optional parts, as the label of a switch
 * @parts: (element-type ThawPracticePart): what is said
 *
 * A guided practice. Never changes after it was loaded.
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *summary;
  char      *why;
  char      *source;
  GArray    *minutes;
  gboolean   is_open;
  char      *option;
  GPtrArray *parts;
} ThawPractice;

ThawPracticeLine *thaw_practice_line_new  (const char *text,
                                           int         pause_secs,
                                           int         from_minutes) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_practice_line_free (ThawPracticeLine *self);
ThawPracticePart *thaw_practice_part_new  (const char *name,
                                           gboolean    is_optional) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_practice_part_free (ThawPracticePart *self);
ThawPractice     *thaw_practice_new       (const char *id,
                                           const char *name,
                                           const char *summary) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_practice_free      (ThawPractice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawPracticeLine, thaw_practice_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawPracticePart, thaw_practice_part_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawPractice, thaw_practice_free)

ThawTimeline     *thaw_practice_make_timeline (const ThawPractice *self,
                                               int                 minutes,
                                               int                 bell_minutes,
                                               gboolean            with_option) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
