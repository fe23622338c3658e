/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-setup"

#include "config.h"
#include "practice/thaw-session-setup.h"

#include <glib/gi18n-lib.h>

#define MS_PER_MINUTE 60000


G_DEFINE_BOXED_TYPE (ThawSessionSetup, thaw_session_setup, thaw_session_setup_copy, thaw_session_setup_free)

static ThawSessionSetup *
create (const char       *activity,
        ThawActivityKind  kind,
        const char       *name)
{
  ThawSessionSetup *self = g_new0 (ThawSessionSetup, 1);

  self->activity = g_strdup (activity);
  self->kind = kind;
  self->name = g_strdup (name);
  self->limit = THAW_BREATH_MAX_BREATHS;

  return self;
}

static ThawSessionSetup *
create_for_pattern (ThawServices             *services,
                    const ThawBreathPattern  *pattern,
                    GError                  **error)
{
  ThawSessionSetup *self;
  ThawDay first_day = THAW_DAY_NONE;

  /* Asked for only where it makes a difference. */
  if (pattern->first_limit > 0)
    {
      g_autoptr (GError) local_error = NULL;

      first_day = thaw_session_store_get_first_day (thaw_services_get_sessions (services), pattern->id, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  self = create (pattern->id, THAW_ACTIVITY_MINDFULNESS, pattern->name);
  self->pattern = thaw_breath_pattern_copy (pattern);
  self->limit = thaw_breath_pattern_get_limit (pattern, first_day,
                                               thaw_clock_get_today (thaw_services_get_clock (services)));
  self->breaths = MIN (pattern->breaths, self->limit);

  return self;
}

static ThawSessionSetup *
create_for_practice (const ThawPractice *practice)
{
  ThawSessionSetup *self = create (practice->id, THAW_ACTIVITY_MINDFULNESS, practice->name);

  self->practice = practice;
  self->minutes = g_array_index (practice->minutes, int, 0);

  return self;
}

static ThawSessionSetup *
create_for_activity (const ThawActivity *activity)
{
  ThawSessionSetup *self = create (activity->id, activity->kind, activity->name);

  self->minutes = activity->minutes;

  return self;
}

static ThawSessionSetup *
create_for_own (ThawServices  *services,
                const char    *id,
                GError       **error)
{
  g_autoptr (GPtrArray) patterns = thaw_pattern_store_list (thaw_services_get_patterns (services), error);
  g_autoptr (GPtrArray) activities = NULL;
  const ThawBreathPattern *pattern;
  const ThawActivity *activity;

  if (patterns == NULL)
    return NULL;

  pattern = thaw_breath_pattern_find (patterns, id);
  if (pattern != NULL)
    return create_for_pattern (services, pattern, error);

  activities = thaw_activity_store_list (thaw_services_get_activities (services), error);
  if (activities == NULL)
    return NULL;

  activity = thaw_activity_find (activities, id);
  if (activity != NULL)
    return create_for_activity (activity);

  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND, _("This is not there any more"));

  return NULL;
}

/**
 * thaw_session_setup_new:
 * @services: where the person’s own things are, and those that Thaw brings along
 * @activity: what to do: the id of a breathing pattern, of a guided practice, or of an
 *   activity
 * @error: return location for an error; %THAW_STORAGE_ERROR_NOT_FOUND if there is no
 *   such thing (any more)
 *
 * Returns: (transfer full) (nullable): what is offered for it first, or %NULL with an error
 */
ThawSessionSetup *
thaw_session_setup_new (ThawServices  *services,
                        const char    *activity,
                        GError       **error)
{
  ThawPracticeCatalog *catalog;
  const ThawBreathPattern *pattern;
  const ThawPractice *practice;
  const ThawActivity *shipped;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (activity != NULL, NULL);

  catalog = thaw_services_get_practice_catalog (services);
  pattern = thaw_practice_catalog_find_pattern (catalog, activity);
  if (pattern != NULL)
    return create_for_pattern (services, pattern, error);

  practice = thaw_practice_catalog_find_practice (catalog, activity);
  if (practice != NULL)
    return create_for_practice (practice);

  shipped = thaw_practice_catalog_find_activity (catalog, activity);
  if (shipped != NULL)
    return create_for_activity (shipped);

  return create_for_own (services, activity, error);
}

/* The length that is offered which is nearest to the one of last time. */
static int
get_nearest_minutes (const ThawPractice *practice,
                     int                 minutes)
{
  int nearest = g_array_index (practice->minutes, int, 0);

  for (guint i = 1; i < practice->minutes->len; i++)
    {
      int one = g_array_index (practice->minutes, int, i);

      if (ABS (one - minutes) < ABS (nearest - minutes))
        nearest = one;
    }

  return nearest;
}

/**
 * thaw_session_setup_new_again:
 * @services: where the person’s own things are, and those that Thaw brings along
 * @last: a session
 * @error: return location for an error, as in thaw_session_setup_new()
 *
 * Returns: (transfer full) (nullable): the same thing for as long as it was meant to take
 *   in @last, or %NULL with an error
 */
ThawSessionSetup *
thaw_session_setup_new_again (ThawServices       *services,
                              const ThawSession  *last,
                              GError            **error)
{
  ThawSessionSetup *self;
  int minutes;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (last != NULL, NULL);

  self = thaw_session_setup_new (services, last->activity, error);
  if (self == NULL)
    return NULL;

  /* What was written down afterwards says how long it took, and not how long it was meant to. */
  if (last->ending == THAW_SESSION_LOGGED)
    return self;

  minutes = (int) ((last->planned_ms + MS_PER_MINUTE / 2) / MS_PER_MINUTE);
  if (self->pattern != NULL)
    {
      gint64 breath_ms = thaw_breath_pattern_get_ms (self->pattern);

      if (last->planned_ms > 0)
        self->breaths = (int) CLAMP ((last->planned_ms + breath_ms / 2) / breath_ms, 1, self->limit);
    }
  else if (self->practice != NULL && !self->practice->is_open)
    {
      self->minutes = get_nearest_minutes (self->practice, minutes);
    }
  else
    {
      self->minutes = MIN (minutes, THAW_ACTIVITY_MAX_MINUTES);
    }

  return self;
}

ThawSessionSetup *
thaw_session_setup_copy (const ThawSessionSetup *self)
{
  ThawSessionSetup *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ThawSessionSetup, 1);
  *copy = *self;
  copy->activity = g_strdup (self->activity);
  copy->name = g_strdup (self->name);
  copy->pattern = self->pattern != NULL ? thaw_breath_pattern_copy (self->pattern) : NULL;

  return copy;
}

void
thaw_session_setup_free (ThawSessionSetup *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->pattern, thaw_breath_pattern_free);
  g_free (self->activity);
  g_free (self->name);
  g_free (self);
}

/**
 * thaw_session_setup_make_timeline:
 *
 * Returns: (transfer full): what is to happen, one thing after another
 */
ThawTimeline *
thaw_session_setup_make_timeline (const ThawSessionSetup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->pattern != NULL)
    return thaw_timeline_new_breathing (self->pattern, (guint) CLAMP (self->breaths, 1, self->limit));
  if (self->practice != NULL)
    return thaw_practice_make_timeline (self->practice, self->minutes, self->bell_minutes, self->with_option);

  return thaw_timeline_new_sitting (self->minutes, self->bell_minutes);
}
