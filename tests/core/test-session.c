/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-session"

#include "config.h"
#include "thaw-session.h"

static ThawSession *
make_session (void)
{
  ThawSession *session = thaw_session_new (THAW_ACTIVITY_PHYSICAL, "walk", "A walk outside");

  session->uuid = g_strdup ("0195e4a0-0000-7000-8000-000000000001");
  session->moment = thaw_moment_from_iso ("2026-03-29T09:15:00+02:00", NULL);
  session->planned_ms = 600000;
  session->actual_ms = 540000;
  session->ending = THAW_SESSION_LEFT;
  session->expected = 2;
  session->felt = 5;
  session->before = (ThawMoodLevel) { 1, NAN };
  session->after = (ThawMoodLevel) { THAW_FEELING_UNKNOWN, 0.5 };
  thaw_session_set_note (session, " Birds.\n");

  return session;
}

static void
test_equal (void)
{
  g_autoptr (ThawSession) session = make_session ();
  g_autoptr (ThawSession) copy = thaw_session_copy (session);

  g_assert_cmpstr (copy->note, ==, "Birds.");
  copy->modified_ms++;
  g_assert_true (thaw_session_equal (session, copy));

#define ASSERT_DIFFERS(change)                                \
  G_STMT_START                                                \
    {                                                         \
      g_autoptr (ThawSession) other = make_session ();        \
                                                              \
      change;                                                 \
      g_assert_false (thaw_session_equal (session, other));   \
    }                                                         \
  G_STMT_END

  ASSERT_DIFFERS (g_clear_pointer (&other->uuid, g_free));
  ASSERT_DIFFERS (other->moment.offset_secs -= 3600);
  ASSERT_DIFFERS (other->kind = THAW_ACTIVITY_REST);
  ASSERT_DIFFERS (other->activity[0] = 't');
  ASSERT_DIFFERS (other->name[0] = 'O');
  ASSERT_DIFFERS (other->planned_ms++);
  ASSERT_DIFFERS (other->actual_ms++);
  ASSERT_DIFFERS (other->ending = THAW_SESSION_RUNNING);
  ASSERT_DIFFERS (other->expected = THAW_PLEASURE_UNKNOWN);
  ASSERT_DIFFERS (other->felt = 0);
  ASSERT_DIFFERS (other->before.valence = 0.0);
  ASSERT_DIFFERS (other->after.feeling = 0);
  ASSERT_DIFFERS (thaw_session_set_note (other, NULL));
#undef ASSERT_DIFFERS
}

static void
test_scales (void)
{
  static const struct
  {
    ThawMoodLevel level;
    gboolean is_valid;
  } levels[] = {
    { { THAW_FEELING_UNKNOWN, NAN }, TRUE },
    { { 0, -1.0 }, TRUE },
    { { 10, 1.0 }, TRUE },
    { { -2, 0.0 }, FALSE },
    { { 11, 0.0 }, FALSE },
    { { 5, 1.01 }, FALSE },
    { { 5, -INFINITY }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_assert_cmpint (thaw_mood_level_is_valid (&levels[i].level), ==, levels[i].is_valid);

  g_assert_true (thaw_pleasure_is_valid (THAW_PLEASURE_UNKNOWN));
  g_assert_true (thaw_pleasure_is_valid (0));
  g_assert_true (thaw_pleasure_is_valid (10));
  g_assert_false (thaw_pleasure_is_valid (-2));
  g_assert_false (thaw_pleasure_is_valid (11));
}

static void
test_endings (void)
{
  ThawSessionEnding ending = THAW_SESSION_LOGGED;

  for (guint i = 0; i < THAW_N_SESSION_ENDINGS; i++)
    {
      g_assert_true (thaw_session_ending_from_slug (thaw_session_ending_to_slug (i), &ending));
      g_assert_cmpint (ending, ==, i);
    }
  g_assert_false (thaw_session_ending_from_slug ("abandoned", &ending));
  g_assert_cmpint (ending, ==, THAW_SESSION_LOGGED);
}

/* Each has a place of its own, in the order in which they are told. */
static void
test_positions (void)
{
  ThawMoment moment = thaw_moment_from_iso ("2026-03-29T09:15:00+02:00", NULL);
  ThawMoment later = thaw_moment_from_iso ("2026-03-29T09:15:00.001+02:00", NULL);
  gint64 entry = thaw_moment_get_position (&moment);
  gint64 first = thaw_session_get_position (&moment, 0);
  gint64 second = thaw_session_get_position (&moment, first);
  gint64 third = thaw_session_get_position (&later, second);

  g_assert_cmpint (first, >, entry + 100);
  g_assert_cmpint (second, ==, first + 1);
  g_assert_cmpint (third, ==, thaw_session_get_position (&later, 0));
  g_assert_cmpint (second, <, thaw_moment_get_position (&later));
  g_assert_cmpint (thaw_day_from_position (second), ==, moment.day);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/session/equal", test_equal);
  g_test_add_func ("/core/session/scales", test_scales);
  g_test_add_func ("/core/session/endings", test_endings);
  g_test_add_func ("/core/session/positions", test_positions);

  return g_test_run ();
}
