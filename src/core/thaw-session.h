/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-activity.h"
#include "thaw-moment.h"
#include "thaw-mood.h"

#include <math.h>

G_BEGIN_DECLS

/* How pleasant something is expected to be, and was: from 0, not at all, to 10. */
#define THAW_PLEASURE_MIN     0
#define THAW_PLEASURE_MAX     10
#define THAW_PLEASURE_UNKNOWN (-1) /* left out */

/* Longer than a day is no session. */
#define THAW_SESSION_MAX_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)

/* Left sooner, and without an answer, it was only looked at. */
#define THAW_SESSION_LEAST_MS 5000

/* A few words; whoever writes more has the journal. */
#define THAW_SESSION_MAX_NOTE_BYTES (64 * 1024)

/**
 * ThawSessionEnding:
 * @THAW_SESSION_RUNNING: it has not ended; or Thaw was, before it could say so
 * @THAW_SESSION_FINISHED: it went on until its end
 * @THAW_SESSION_LEFT: it was left before, which is as good
 * @THAW_SESSION_LOGGED: it was written down afterwards
 *
 * How a session ended.
 */
typedef enum
{
  THAW_SESSION_RUNNING,
  THAW_SESSION_FINISHED,
  THAW_SESSION_LEFT,
  THAW_SESSION_LOGGED,
} ThawSessionEnding;

#define THAW_N_SESSION_ENDINGS (THAW_SESSION_LOGGED + 1)

/**
 * ThawMoodLevel:
 * @feeling: 0 to 10, or %THAW_FEELING_UNKNOWN
 * @valence: −1 to +1, or NAN
 *
 * The two answers of a check-in, each of which may be left out.
 */
typedef struct
{
  int    feeling;
  double valence;
} ThawMoodLevel;

#define THAW_MOOD_LEVEL_UNKNOWN ((ThawMoodLevel) { THAW_FEELING_UNKNOWN, NAN })

/**
 * ThawSession:
 * @uuid: (nullable): the identity, %NULL before it was saved
 * @moment: when it began
 * @kind: what kind of thing was done
 * @activity: (not nullable): what was done: the id of a breathing pattern, of a guided
 *   practice, or of an activity; a slug, or the UUID of one of the person’s own
 * @name: (not nullable): what that was called then, for what is called otherwise now, or
 *   is gone
 * @planned_ms: how long it was meant to take, in milliseconds; 0 if that was open
 * @actual_ms: how long it took, without pauses
 * @ending: how it ended
 * @expected: how pleasant it was expected to be, or %THAW_PLEASURE_UNKNOWN
 * @felt: how pleasant it was, or %THAW_PLEASURE_UNKNOWN
 * @before: how the person was before
 * @after: how the person was afterwards
 * @note: (not nullable): a few words, or ""
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * One time of doing something that may bring feeling back.
 */
typedef struct
{
  char              *uuid;
  ThawMoment         moment;
  ThawActivityKind   kind;
  char              *activity;
  char              *name;
  gint64             planned_ms;
  gint64             actual_ms;
  ThawSessionEnding  ending;
  int                expected;
  int                felt;
  ThawMoodLevel      before;
  ThawMoodLevel      after;
  char              *note;
  gint64             modified_ms;
} ThawSession;

#define THAW_TYPE_SESSION (thaw_session_get_type ())
GType        thaw_session_get_type (void);
ThawSession *thaw_session_new      (ThawActivityKind   kind,
                                    const char        *activity,
                                    const char        *name) G_GNUC_WARN_UNUSED_RESULT;
ThawSession *thaw_session_copy     (const ThawSession *self) G_GNUC_WARN_UNUSED_RESULT;
void         thaw_session_free     (ThawSession       *self);
void         thaw_session_set_note (ThawSession       *self,
                                    const char        *note);
gboolean     thaw_session_equal    (const ThawSession *self,
                                    const ThawSession *other);
gint64       thaw_session_get_position (const ThawMoment  *moment,
                                        gint64             former);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawSession, thaw_session_free)

const char  *thaw_session_ending_to_slug   (ThawSessionEnding  ending);
gboolean     thaw_session_ending_from_slug (const char        *slug,
                                            ThawSessionEnding *out_ending);

gboolean     thaw_pleasure_is_valid (int pleasure);

gboolean     thaw_mood_level_equal    (const ThawMoodLevel *a,
                                       const ThawMoodLevel *b);
gboolean     thaw_mood_level_is_valid (const ThawMoodLevel *self);

G_END_DECLS
