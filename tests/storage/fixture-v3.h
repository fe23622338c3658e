/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture-v2.h"
#include "thaw-breath-pattern.h"
#include "thaw-plan.h"
#include "thaw-session.h"

/* What is in fixtures/storage/journal-v3.db. Frozen, like the file. */

#define FIXTURE_V3_N_SESSIONS 4

static inline ThawSession *
fixture_v3_session_new (guint i)
{
  static const char *const isos[FIXTURE_V3_N_SESSIONS] = {
    "2026-01-02T08:15:00.250+01:00", "2026-01-02T23:59:59.999-10:00", "2026-01-03T12:00:00.000+05:45",
    "1999-12-31T23:00:00.000+00:00",
  };
  static const char *const activities[FIXTURE_V3_N_SESSIONS] = {
    "4-7-8", "0195e4a0-0000-7000-8000-000000000301", "walk", "nap",
  };
  static const ThawActivityKind kinds[FIXTURE_V3_N_SESSIONS] = {
    THAW_ACTIVITY_MINDFULNESS, THAW_ACTIVITY_CREATIVE, THAW_ACTIVITY_PHYSICAL, THAW_ACTIVITY_REST,
  };
  ThawSession *session = thaw_session_new (kinds[i], activities[i], i == 1 ? "Stricken — „eine Reihe“" : activities[i]);

  session->uuid = g_strdup_printf ("0195e4a0-0000-7000-8000-%012u", 201 + i);
  session->moment = thaw_moment_from_iso (isos[i], NULL);
  session->modified_ms = G_GINT64_CONSTANT (1767528000100) + i;
  session->ending = (ThawSessionEnding) i;
  switch (i)
    {
    case 0:
      session->planned_ms = 76000;
      session->actual_ms = 38000;
      session->before.feeling = 0;
      break;
    case 1:
      session->planned_ms = session->actual_ms = THAW_SESSION_MAX_MS;
      session->expected = 0;
      session->felt = 10;
      session->before = (ThawMoodLevel) { 3, thaw_valence_from_step (1) };
      session->after = (ThawMoodLevel) { 10, thaw_valence_from_step (6) };
      thaw_session_set_note (session, "Drei Reihen.\n\nÜber nichts — 🙂");
      break;
    case 2:
      session->planned_ms = 600000;
      session->actual_ms = 61000;
      session->felt = 0;
      session->after.valence = -1.0;
      break;
    case 3:
      break;
    default:
      g_assert_not_reached ();
    }

  return session;
}

/* All that is in the file but the draft and what was deleted. */
static inline ThawImportBatch *
fixture_v3_batch_new (void)
{
  ThawImportBatch *batch = fixture_v2_batch_new ();
  ThawActivity *activity = thaw_activity_new ("0195e4a0-0000-7000-8000-000000000301", THAW_ACTIVITY_CREATIVE, "Stricken");
  ThawBreathPattern *pattern = thaw_breath_pattern_new ("0195e4a0-0000-7000-8000-000000000302", "Mein Atem");
  ThawPlan *plan = thaw_plan_new (thaw_day_new (2026, 1, 5), THAW_ACTIVITY_PHYSICAL, "walk", "Spazieren");

  for (guint i = 0; i < FIXTURE_V3_N_SESSIONS; i++)
    g_ptr_array_add (batch->sessions, fixture_v3_session_new (i));

  activity->begin = g_strdup ("Wolle nehmen.\nNur eine Reihe.");
  activity->minutes = 20;
  activity->modified_ms = G_GINT64_CONSTANT (1767528000200);
  g_ptr_array_add (batch->own_activities, activity);
  g_ptr_array_add (batch->favourites, g_strdup ("4-7-8"));
  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    pattern->tenths[i] = 5 + (int) i * 70;
  pattern->breaths = 7;
  pattern->modified_ms = G_GINT64_CONSTANT (1767528000201);
  g_ptr_array_add (batch->patterns, pattern);
  plan->uuid = g_strdup ("0195e4a0-0000-7000-8000-000000000303");
  plan->minute = 17 * 60 + 30;
  plan->modified_ms = G_GINT64_CONSTANT (1767528000202);
  g_ptr_array_add (batch->plans, plan);

  return batch;
}
