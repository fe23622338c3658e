/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-session.h"

G_BEGIN_DECLS

#define THAW_PLAN_ANY_TIME (-1)

/**
 * ThawPlan:
 * @uuid: (nullable): the identity, %NULL before it was saved
 * @day: for which day
 * @minute: for what time, in minutes since midnight, or %THAW_PLAN_ANY_TIME
 * @kind: what kind of thing
 * @activity: (not nullable): what, as in #ThawSession
 * @name: (not nullable): what that is called
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * Something that a person means to do on a day. That it was not done is no failure, and
 * nothing says so: it is only shown on its day. That it was done is read off the sessions
 * of that day.
 */
typedef struct
{
  char             *uuid;
  ThawDay           day;
  int               minute;
  ThawActivityKind  kind;
  char             *activity;
  char             *name;
  gint64            modified_ms;
} ThawPlan;

#define THAW_TYPE_PLAN (thaw_plan_get_type ())
GType     thaw_plan_get_type (void);
ThawPlan *thaw_plan_new      (ThawDay           day,
                              ThawActivityKind  kind,
                              const char       *activity,
                              const char       *name) G_GNUC_WARN_UNUSED_RESULT;
ThawPlan *thaw_plan_copy     (const ThawPlan   *self) G_GNUC_WARN_UNUSED_RESULT;
void      thaw_plan_free     (ThawPlan         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawPlan, thaw_plan_free)

gboolean thaw_plan_was_done_in (const ThawPlan    *self,
                                const ThawSession *session);

G_END_DECLS
