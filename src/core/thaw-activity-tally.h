/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-session.h"

G_BEGIN_DECLS

/* Fewer sessions are shown as what they are, and not as a comparison. */
#define THAW_TALLY_MIN_SESSIONS 3

/**
 * ThawSpread:
 * @n: of how many sessions
 * @mean: their mean, NAN without any
 * @deviation: their sample standard deviation, NAN below two
 */
typedef struct
{
  guint  n;
  double mean;
  double deviation;
} ThawSpread;

/**
 * ThawActivityTally:
 * @activity: (not nullable): what was done, as in #ThawSession
 * @name: (not nullable): what it was called last
 * @kind: what kind of thing it is
 * @n_sessions: how often it was done
 * @total_ms: for how long all in all
 * @first_day: the day of the first time
 * @last_day: the day of the last time
 * @feeling: how much feeling changed from before to after; sessions with both only
 * @valence: how much valence changed, likewise
 * @expected: how pleasant it was expected to be; sessions with both answers only
 * @felt: how pleasant it was; the same sessions as @expected
 * @n_feeling_more: in how many of the sessions of @feeling there was more of it afterwards
 *
 * What the sessions of one activity say. A description, not a cause.
 */
typedef struct
{
  char             *activity;
  char             *name;
  ThawActivityKind  kind;
  guint             n_sessions;
  gint64            total_ms;
  ThawDay           first_day;
  ThawDay           last_day;
  ThawSpread        feeling;
  ThawSpread        valence;
  ThawSpread        expected;
  ThawSpread        felt;
  guint             n_feeling_more;
} ThawActivityTally;

ThawActivityTally *thaw_activity_tally_copy (const ThawActivityTally *self) G_GNUC_WARN_UNUSED_RESULT;
void               thaw_activity_tally_free (ThawActivityTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawActivityTally, thaw_activity_tally_free)

/* Counts sessions one after another, in any order; runs in any thread. */
typedef struct _ThawSessionCount ThawSessionCount;

ThawSessionCount *thaw_session_count_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_session_count_free   (ThawSessionCount  *self);
void              thaw_session_count_add    (ThawSessionCount  *self,
                                             const ThawSession *session);
GPtrArray        *thaw_session_count_finish (ThawSessionCount  *self) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawSessionCount, thaw_session_count_free)

G_END_DECLS
