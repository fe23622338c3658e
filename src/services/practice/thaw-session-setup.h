/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-services.h"
#include "thaw-session.h"
#include "thaw-timeline.h"

G_BEGIN_DECLS

/* Between two bells of a silent sitting, in minutes. */
#define THAW_SETUP_MAX_BELL_MINUTES 60

/**
 * ThawSessionSetup:
 * @activity: (not nullable): what is done, as in #ThawSession
 * @name: (not nullable): what that is called
 * @kind: what kind of thing it is
 * @pattern: (nullable): the way of breathing, if it is one
 * @practice: (nullable): the guided practice, if it is one; owned by the catalog
 * @breaths: for a way of breathing: how many breaths
 * @minutes: for all others: how many minutes, 0 for as long as it lasts
 * @bell_minutes: for a silent sitting: how far apart the bells are, 0 for none
 * @with_option: for a guided practice: with its optional part
 * @limit: for a way of breathing: at most how many breaths for now
 *
 * What there is to choose before a session, and what was chosen.
 */
typedef struct
{
  char               *activity;
  char               *name;
  ThawActivityKind    kind;
  ThawBreathPattern  *pattern;
  const ThawPractice *practice;
  int                 breaths;
  int                 minutes;
  int                 bell_minutes;
  gboolean            with_option;
  int                 limit;
} ThawSessionSetup;

#define THAW_TYPE_SESSION_SETUP (thaw_session_setup_get_type ())
GType             thaw_session_setup_get_type       (void);
ThawSessionSetup *thaw_session_setup_new            (ThawServices           *services,
                                                     const char             *activity,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
ThawSessionSetup *thaw_session_setup_new_again      (ThawServices           *services,
                                                     const ThawSession      *last,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
ThawSessionSetup *thaw_session_setup_copy           (const ThawSessionSetup *self) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_session_setup_free           (ThawSessionSetup       *self);
ThawTimeline     *thaw_session_setup_make_timeline  (const ThawSessionSetup *self) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawSessionSetup, thaw_session_setup_free)

G_END_DECLS
