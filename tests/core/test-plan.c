/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-plan"

#include "config.h"
#include "thaw-plan.h"

static gboolean
was_done (const char        *iso,
          gint64             actual_ms,
          const char        *activity,
          ThawSessionEnding  ending)
{
  ThawMoment made = thaw_moment_from_iso ("2026-03-29T09:15:00+02:00", NULL);
  g_autoptr (ThawPlan) plan = thaw_plan_new (made.day, THAW_ACTIVITY_PHYSICAL, "walk", "A walk");
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_PHYSICAL, activity, "A walk");

  plan->minute = 18 * 60;
  plan->modified_ms = made.utc_ms;
  session->moment = thaw_moment_from_iso (iso, NULL);
  session->actual_ms = actual_ms;
  session->ending = ending;

  return thaw_plan_was_done_in (plan, session);
}

/* At whatever time of its day, and however it ended. */
static void
test_done (void)
{
  g_assert_true (was_done ("2026-03-29T10:00:00+02:00", 600000, "walk", THAW_SESSION_FINISHED));
  g_assert_true (was_done ("2026-03-29T23:00:00+02:00", 0, "walk", THAW_SESSION_LEFT));
  g_assert_true (was_done ("2026-03-29T09:15:00+02:00", 0, "walk", THAW_SESSION_LOGGED));
  /* It was under way when the plan was made. */
  g_assert_true (was_done ("2026-03-29T09:10:00+02:00", 600000, "walk", THAW_SESSION_FINISHED));
}

static void
test_not_done (void)
{
  g_assert_false (was_done ("2026-03-29T10:00:00+02:00", 600000, "box", THAW_SESSION_FINISHED));
  g_assert_false (was_done ("2026-03-29T10:00:00+02:00", 0, "walk", THAW_SESSION_RUNNING));
  g_assert_false (was_done ("2026-03-30T10:00:00+02:00", 600000, "walk", THAW_SESSION_FINISHED));
  /* Over before the plan was made. */
  g_assert_false (was_done ("2026-03-29T08:00:00+02:00", 600000, "walk", THAW_SESSION_FINISHED));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plan/done", test_done);
  g_test_add_func ("/core/plan/not-done", test_not_done);

  return g_test_run ();
}
