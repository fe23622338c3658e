/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-practice"

#include "config.h"
#include "thaw-json-practice.h"

#include <glib/gi18n-lib.h>

#define LAST_MINUTE (24 * 60 - 1)

const char *const thaw_json_phase_members[THAW_N_BREATH_PHASES] = {
  [THAW_BREATH_IN] = "in",
  [THAW_BREATH_TOP_UP] = "top_up",
  [THAW_BREATH_HOLD_FULL] = "hold_full",
  [THAW_BREATH_OUT] = "out",
  [THAW_BREATH_HOLD_EMPTY] = "hold_empty",
};

static gboolean
read_kind (const ThawJsonPlace *place,
           ThawActivityKind    *out_kind)
{
  if (thaw_json_place_get_member (place, "kind") == NULL ||
      thaw_activity_kind_from_slug (thaw_json_place_get_string (place, "kind"), out_kind))
    return TRUE;

  return thaw_json_place_refuse (place, "kind",
                                 /* Translators: completes “… should be …”; the six words stay as they are */
                                 _("mindfulness, physical, creative, connection, rest or other"));
}

static gboolean
read_name (const ThawJsonPlace  *place,
           const char           *fallback,
           const char          **out_name)
{
  *out_name = thaw_json_place_get_string (place, "name");
  if (thaw_json_place_get_member (place, "name") == NULL)
    *out_name = fallback;

  return thaw_activity_name_is_valid (*out_name) || thaw_json_place_refuse (place, "name", _("one line of text"));
}

/* What was done, or is planned; without a name it is called as its id. */
static gboolean
read_activity (const ThawJsonPlace  *place,
               ThawActivityKind     *out_kind,
               const char          **out_activity,
               const char          **out_name)
{
  *out_kind = THAW_ACTIVITY_OTHER;
  *out_activity = thaw_json_place_get_string (place, "activity");
  if (!thaw_activity_id_is_valid (*out_activity))
    return thaw_json_place_refuse (place, "activity",
                                   /* Translators: completes “… should be …”; “walk” stays as it is */
                                   _("a short name of small letters, as “walk”, or a UUID"));

  return read_kind (place, out_kind) && read_name (place, *out_activity, out_name);
}

static gboolean
read_length (const ThawJsonPlace *place,
             const char          *member,
             gint64              *out_ms)
{
  int ms = 0;

  if (!thaw_json_place_read_int (place, member, 0, (int) THAW_SESSION_MAX_MS, &ms))
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (place, member, _("a number of milliseconds, at most 24 hours"));

  *out_ms = ms;

  return TRUE;
}

static gboolean
read_pleasure (const ThawJsonPlace *place,
               const char          *member,
               int                 *out_pleasure)
{
  return thaw_json_place_read_int (place, member, THAW_PLEASURE_MIN, THAW_PLEASURE_MAX, out_pleasure) ||
         thaw_json_place_refuse (place, member, _("a whole number from 0 to 10, or null"));
}

static gboolean
read_ending (const ThawJsonPlace *place,
             ThawSessionEnding   *out_ending)
{
  *out_ending = THAW_SESSION_LOGGED;
  if (thaw_json_place_get_member (place, "ending") == NULL)
    return TRUE;

  if (thaw_session_ending_from_slug (thaw_json_place_get_string (place, "ending"), out_ending) &&
      *out_ending != THAW_SESSION_RUNNING)
    return TRUE;

  /* Translators: completes “… should be …”; the three words stay as they are */
  return thaw_json_place_refuse (place, "ending", _("finished, left or logged"));
}

/**
 * thaw_json_session_read:
 * @place: a session as ThawJsonWriter writes it
 *
 * What is missing is taken as not said; the UUID, the time and what was done must be
 * there.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawSession *
thaw_json_session_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autofree char *note = NULL;
  g_autoptr (ThawSession) session = NULL;
  const char *activity, *name;
  ThawActivityKind kind;
  ThawMoment moment;

  if (uuid == NULL || !thaw_json_place_read_moment (place, &moment) ||
      !read_activity (place, &kind, &activity, &name))
    return NULL;

  session = thaw_session_new (kind, activity, name);
  session->uuid = g_steal_pointer (&uuid);
  session->moment = moment;
  session->modified_ms = MAX (moment.utc_ms, 0);
  if (!read_length (place, "planned_ms", &session->planned_ms) ||
      !read_length (place, "actual_ms", &session->actual_ms) ||
      !read_ending (place, &session->ending) ||
      !read_pleasure (place, "expected", &session->expected) ||
      !read_pleasure (place, "felt", &session->felt) ||
      !thaw_json_place_read_mood (place, "feeling_before", "valence_before", &session->before) ||
      !thaw_json_place_read_mood (place, "feeling_after", "valence_after", &session->after) ||
      !thaw_json_place_read_short_text (place, "note", THAW_SESSION_MAX_NOTE_BYTES, &note) ||
      !thaw_json_place_read_ms (place, "modified_ms", &session->modified_ms))
    return NULL;

  if (note != NULL)
    {
      g_free (session->note);
      session->note = g_steal_pointer (&note);
    }

  return g_steal_pointer (&session);
}

/**
 * thaw_json_own_activity_read:
 * @place: an activity as ThawJsonWriter writes it
 *
 * Returns: (transfer full) (nullable): the activity, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawActivity *
thaw_json_own_activity_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (ThawActivity) activity = NULL;
  ThawActivityKind kind = THAW_ACTIVITY_OTHER;
  const char *name;

  if (uuid == NULL || !read_kind (place, &kind) || !read_name (place, NULL, &name))
    return NULL;

  activity = thaw_activity_new (uuid, kind, name);
  if (!thaw_json_place_read_int (place, "minutes", 0, THAW_ACTIVITY_MAX_MINUTES, &activity->minutes))
    {
      /* Translators: completes “… should be …” */
      thaw_json_place_refuse (place, "minutes", _("a whole number from 0 to 1440"));
      return NULL;
    }
  if (!thaw_json_place_read_short_text (place, "begin", THAW_ACTIVITY_MAX_BEGIN_BYTES, &activity->begin) ||
      !thaw_json_place_read_ms (place, "modified_ms", &activity->modified_ms))
    return NULL;

  return g_steal_pointer (&activity);
}

static gboolean
read_phases (const ThawJsonPlace *place,
             ThawBreathPattern   *pattern)
{
  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    {
      const char *member = thaw_json_phase_members[i];

      pattern->tenths[i] = 0;
      if (!thaw_json_place_read_int (place, member, 0, THAW_BREATH_MAX_TENTHS, &pattern->tenths[i]) ||
          !thaw_breath_phase_is_valid ((ThawBreathPhase) i, pattern->tenths[i]))
        return thaw_json_place_refuse (place, member,
                                       /* Translators: completes “… should be …” */
                                       _("a whole number of tenths of a second, from 0 to 300; at least 5 for "
                                         "breathing in and out"));
    }

  return TRUE;
}

/**
 * thaw_json_pattern_read:
 * @place: a way of breathing as ThawJsonWriter writes it
 *
 * Returns: (transfer full) (nullable): the way of breathing, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawBreathPattern *
thaw_json_pattern_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (ThawBreathPattern) pattern = NULL;
  const char *name;

  if (uuid == NULL || !read_name (place, NULL, &name))
    return NULL;

  pattern = thaw_breath_pattern_new (uuid, name);
  if (!read_phases (place, pattern))
    return NULL;
  if (!thaw_json_place_read_int (place, "breaths", 1, THAW_BREATH_MAX_BREATHS, &pattern->breaths))
    {
      /* Translators: completes “… should be …” */
      thaw_json_place_refuse (place, "breaths", _("a whole number from 1 to 999"));
      return NULL;
    }

  return thaw_json_place_read_ms (place, "modified_ms", &pattern->modified_ms) ? g_steal_pointer (&pattern) : NULL;
}

/**
 * thaw_json_plan_read:
 * @place: a plan as ThawJsonWriter writes it
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawPlan *
thaw_json_plan_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (ThawPlan) plan = NULL;
  const char *activity, *name, *iso;
  ThawActivityKind kind;
  ThawDay day;

  if (uuid == NULL)
    return NULL;

  iso = thaw_json_place_get_string (place, "day");
  day = iso != NULL ? thaw_day_from_iso (iso) : THAW_DAY_NONE;
  if (day == THAW_DAY_NONE)
    {
      /* Translators: completes “… should be …”; keep the example as it is */
      thaw_json_place_refuse (place, "day", _("a day, as 2026-11-23"));
      return NULL;
    }

  if (!read_activity (place, &kind, &activity, &name))
    return NULL;

  plan = thaw_plan_new (day, kind, activity, name);
  plan->uuid = g_steal_pointer (&uuid);
  if (!thaw_json_place_read_int (place, "minute", 0, LAST_MINUTE, &plan->minute))
    {
      /* Translators: completes “… should be …” */
      thaw_json_place_refuse (place, "minute", _("a whole number from 0 to 1439, or null"));
      return NULL;
    }

  return thaw_json_place_read_ms (place, "modified_ms", &plan->modified_ms) ? g_steal_pointer (&plan) : NULL;
}
