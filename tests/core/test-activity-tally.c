/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-activity-tally.h"

#define TODAY ((ThawDay) 739000)

static ThawSession *
make_session (const char *activity,
              ThawDay     day)
{
  ThawSession *session = thaw_session_new (THAW_ACTIVITY_REST, activity, activity);

  session->moment.day = day;
  session->moment.utc_ms = (gint64) day * 86400000;
  session->ending = THAW_SESSION_FINISHED;
  session->actual_ms = 60000;

  return session;
}

static void
add_feeling (ThawSessionCount *count,
             int               before,
             int               after)
{
  g_autoptr (ThawSession) session = make_session ("walk", TODAY);

  session->before.feeling = before;
  session->after.feeling = after;
  thaw_session_count_add (count, session);
}

static void
add_plain (ThawSessionCount *count,
           const char       *activity,
           ThawDay           day)
{
  g_autoptr (ThawSession) session = make_session (activity, day);

  thaw_session_count_add (count, session);
}

static const ThawActivityTally *
get_tally (GPtrArray *tallies,
           guint      i)
{
  g_assert_cmpuint (i, <, tallies->len);

  return g_ptr_array_index (tallies, i);
}

static void
assert_spread (const ThawSpread *spread,
               guint             n,
               double            mean,
               double            deviation)
{
  g_assert_cmpuint (spread->n, ==, n);
  if (isnan (mean))
    g_assert_true (isnan (spread->mean));
  else
    g_assert_cmpfloat_with_epsilon (spread->mean, mean, 1e-9);
  if (isnan (deviation))
    g_assert_true (isnan (spread->deviation));
  else
    g_assert_cmpfloat_with_epsilon (spread->deviation, deviation, 1e-9);
}

static void
test_empty (void)
{
  g_autoptr (ThawSessionCount) count = thaw_session_count_new ();
  g_autoptr (ThawSession) running = make_session ("walk", TODAY);
  g_autoptr (GPtrArray) tallies = NULL;

  running->ending = THAW_SESSION_RUNNING;
  thaw_session_count_add (count, running);
  tallies = thaw_session_count_finish (count);

  g_assert_cmpuint (tallies->len, ==, 0);
}

static void
test_change (void)
{
  g_autoptr (ThawSessionCount) count = thaw_session_count_new ();
  g_autoptr (GPtrArray) tallies = NULL;
  const ThawActivityTally *tally;

  add_feeling (count, 2, 4);
  add_feeling (count, 5, 5);
  add_feeling (count, 0, 7);
  add_feeling (count, 6, 5);

  /* Half an answer is none. */
  add_feeling (count, 0, THAW_FEELING_UNKNOWN);
  add_feeling (count, THAW_FEELING_UNKNOWN, 10);
  tallies = thaw_session_count_finish (count);

  tally = get_tally (tallies, 0);
  g_assert_cmpuint (tally->n_sessions, ==, 6);
  g_assert_cmpint (tally->total_ms, ==, 6 * 60000);
  g_assert_cmpuint (tally->n_feeling_more, ==, 2);
  assert_spread (&tally->feeling, 4, 2.0, sqrt (38.0 / 3.0));
  assert_spread (&tally->valence, 0, NAN, NAN);
  assert_spread (&tally->expected, 0, NAN, NAN);
}

static void
test_valence_and_pleasure (void)
{
  g_autoptr (ThawSessionCount) count = thaw_session_count_new ();
  g_autoptr (ThawSession) first = make_session ("walk", TODAY);
  g_autoptr (ThawSession) second = make_session ("walk", TODAY);
  g_autoptr (GPtrArray) tallies = NULL;
  const ThawActivityTally *tally;

  first->before.valence = -1.0;
  first->after.valence = 0.5;
  first->expected = 2;
  first->felt = 5;
  second->after.valence = 1.0;
  second->felt = 9;
  thaw_session_count_add (count, first);
  thaw_session_count_add (count, second);
  tallies = thaw_session_count_finish (count);

  tally = get_tally (tallies, 0);
  assert_spread (&tally->valence, 1, 1.5, NAN);
  assert_spread (&tally->expected, 1, 2.0, NAN);
  assert_spread (&tally->felt, 1, 5.0, NAN);
}

/* The days and the last name, in whatever order the sessions come. */
static void
test_days_and_name (void)
{
  g_autoptr (ThawSessionCount) count = thaw_session_count_new ();
  g_autoptr (ThawSession) old = make_session ("walk", TODAY - 30);
  g_autoptr (ThawSession) last = make_session ("walk", TODAY);
  g_autoptr (GPtrArray) tallies = NULL;
  g_autoptr (ThawActivityTally) copy = NULL;

  old->ending = THAW_SESSION_LOGGED;
  last->name = (g_free (last->name), g_strdup ("A walk by the river"));
  last->kind = THAW_ACTIVITY_PHYSICAL;
  last->ending = THAW_SESSION_LEFT;
  thaw_session_count_add (count, last);
  thaw_session_count_add (count, old);
  tallies = thaw_session_count_finish (count);

  g_assert_cmpuint (tallies->len, ==, 1);
  copy = thaw_activity_tally_copy (get_tally (tallies, 0));
  g_assert_cmpstr (copy->activity, ==, "walk");
  g_assert_cmpstr (copy->name, ==, "A walk by the river");
  g_assert_cmpint (copy->kind, ==, THAW_ACTIVITY_PHYSICAL);
  g_assert_cmpint (copy->first_day, ==, TODAY - 30);
  g_assert_cmpint (copy->last_day, ==, TODAY);
}

static void
test_order (void)
{
  static const char *const wanted[] = { "often", "later", "apple", "pear" };
  g_autoptr (ThawSessionCount) count = thaw_session_count_new ();
  g_autoptr (GPtrArray) tallies = NULL;

  add_plain (count, "pear", TODAY - 1);
  add_plain (count, "later", TODAY);
  add_plain (count, "often", TODAY - 9);
  add_plain (count, "often", TODAY - 8);
  add_plain (count, "apple", TODAY - 1);
  tallies = thaw_session_count_finish (count);

  g_assert_cmpuint (tallies->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < tallies->len; i++)
    g_assert_cmpstr (get_tally (tallies, i)->activity, ==, wanted[i]);
}

/* As the formula in the book, which looks at each value twice. */
static void
test_against_definition (void)
{
  for (int run = 0; run < 100; run++)
    {
      g_autoptr (ThawSessionCount) count = thaw_session_count_new ();
      g_autoptr (GPtrArray) tallies = NULL;
      guint n = (guint) g_test_rand_int_range (2, 300);
      g_autofree int *changes = g_new (int, n);
      double mean = 0.0;
      double squares = 0.0;

      for (guint i = 0; i < n; i++)
        {
          int before = g_test_rand_int_range (0, 11);
          int after = g_test_rand_int_range (0, 11);

          changes[i] = after - before;
          mean += (double) changes[i] / n;
          add_feeling (count, before, after);
        }
      for (guint i = 0; i < n; i++)
        squares += (changes[i] - mean) * (changes[i] - mean);

      tallies = thaw_session_count_finish (count);
      assert_spread (&get_tally (tallies, 0)->feeling, n, mean, sqrt (squares / (n - 1)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/activity-tally/empty", test_empty);
  g_test_add_func ("/core/activity-tally/change", test_change);
  g_test_add_func ("/core/activity-tally/valence-and-pleasure", test_valence_and_pleasure);
  g_test_add_func ("/core/activity-tally/days-and-name", test_days_and_name);
  g_test_add_func ("/core/activity-tally/order", test_order);
  g_test_add_func ("/core/activity-tally/against-definition", test_against_definition);

  return g_test_run ();
}
