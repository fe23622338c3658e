/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-plan"

#include "config.h"
#include "thaw-plan.h"

G_DEFINE_BOXED_TYPE (ThawPlan, thaw_plan, thaw_plan_copy, thaw_plan_free)

/**
 * thaw_plan_new:
 * @day: for which day
 * @kind: what kind of thing
 * @activity: what
 * @name: what that is called
 *
 * Returns: (transfer full): a plan for any time of the day
 */
ThawPlan *
thaw_plan_new (ThawDay           day,
               ThawActivityKind  kind,
               const char       *activity,
               const char       *name)
{
  ThawPlan *self;

  g_return_val_if_fail (activity != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (ThawPlan, 1);
  self->day = day;
  self->minute = THAW_PLAN_ANY_TIME;
  self->kind = kind;
  self->activity = g_strdup (activity);
  self->name = g_strdup (name);

  return self;
}

ThawPlan *
thaw_plan_copy (const ThawPlan *self)
{
  ThawPlan *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ThawPlan, 1);
  *copy = *self;
  copy->uuid = g_strdup (self->uuid);
  copy->activity = g_strdup (self->activity);
  copy->name = g_strdup (self->name);

  return copy;
}

void
thaw_plan_free (ThawPlan *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->activity);
  g_free (self->name);
  g_free (self);
}

/**
 * thaw_plan_was_done_in:
 * @session: a session
 *
 * What was over before the plan was made is not what was planned: who walked in the
 * morning may mean to walk again.
 *
 * Returns: whether @session is what was planned
 */
gboolean
thaw_plan_was_done_in (const ThawPlan    *self,
                       const ThawSession *session)
{
  g_return_val_if_fail (self != NULL && session != NULL, FALSE);

  return session->ending != THAW_SESSION_RUNNING && session->moment.day == self->day &&
         g_str_equal (session->activity, self->activity) &&
         session->moment.utc_ms + session->actual_ms >= self->modified_ms;
}
