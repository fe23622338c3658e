/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-tally-words.h"

#include <locale.h>
#include <math.h>

static ThawActivityTally
make_tally (void)
{
  const ThawSpread none = { 0, NAN, NAN };

  return (ThawActivityTally) {
    .n_sessions = 5,
    .total_ms = 42 * 60000 + 16000,
    .first_day = thaw_day_new (2026, 3, 1),
    .last_day = thaw_day_new (2026, 3, 28),
    .feeling = none,
    .valence = none,
    .expected = none,
    .felt = none,
  };
}

static void
test_times (void)
{
  ThawActivityTally tally = make_tally ();
  g_autofree char *several = thaw_tally_describe_times (&tally, thaw_day_new (2026, 3, 29));
  g_autofree char *once = NULL;
  g_autofree char *open = NULL;

  g_assert_cmpstr (several, ==, "5 times, 42 minutes in all, last: Yesterday");

  tally.n_sessions = 1;
  once = thaw_tally_describe_times (&tally, thaw_day_new (2026, 3, 28));
  g_assert_cmpstr (once, ==, "1 time, 42 minutes in all, last: Today");

  /* Nobody said how long. */
  tally.total_ms = 0;
  open = thaw_tally_describe_times (&tally, thaw_day_new (2026, 3, 28));
  g_assert_cmpstr (open, ==, "1 time, last: Today");
}

/* Below three, nothing is compared. */
static void
test_too_few (void)
{
  ThawActivityTally tally = make_tally ();

  g_assert_null (thaw_tally_describe_feeling (&tally));
  tally.feeling = tally.valence = tally.expected = tally.felt = (ThawSpread) { 2, 1.0, 0.5 };
  g_assert_null (thaw_tally_describe_feeling (&tally));
  g_assert_null (thaw_tally_describe_valence (&tally));
  g_assert_null (thaw_tally_describe_pleasure (&tally));
}

static void
assert_feeling (double      mean,
                const char *expected)
{
  ThawActivityTally tally = make_tally ();
  g_autofree char *words = NULL;

  tally.feeling = (ThawSpread) { 3, mean, 0.8 };
  words = thaw_tally_describe_feeling (&tally);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_feeling (void)
{
  assert_feeling (1.4, "Feeling afterwards: 1.4 more on average, give or take 0.8 (3 times)");
  assert_feeling (-1.4, "Feeling afterwards: 1.4 less on average, give or take 0.8 (3 times)");
  assert_feeling (0.0, "Feeling afterwards: the same on average, give or take 0.8 (3 times)");
  /* Never “0.0 more”. */
  assert_feeling (0.04, "Feeling afterwards: the same on average, give or take 0.8 (3 times)");
  assert_feeling (-0.05, "Feeling afterwards: 0.1 less on average, give or take 0.8 (3 times)");
}

/* In steps of the scale, of which there are six from one end to the other. */
static void
test_valence (void)
{
  ThawActivityTally tally = make_tally ();
  g_autofree char *more = NULL;
  g_autofree char *less = NULL;

  tally.valence = (ThawSpread) { 4, 1.0 / 3, 2.0 / 3 };
  more = thaw_tally_describe_valence (&tally);
  g_assert_cmpstr (more, ==, "Mood afterwards: 1.0 steps more pleasant on average, give or take 2.0 (4 times)");

  tally.valence.mean = -2.0;
  less = thaw_tally_describe_valence (&tally);
  g_assert_cmpstr (less, ==, "Mood afterwards: 6.0 steps less pleasant on average, give or take 2.0 (4 times)");
}

static void
test_pleasure (void)
{
  ThawActivityTally tally = make_tally ();
  g_autofree char *words = NULL;

  tally.expected = (ThawSpread) { 4, 2.25, 1 };
  tally.felt = (ThawSpread) { 4, 5, 1 };
  words = thaw_tally_describe_pleasure (&tally);
  g_assert_cmpstr (words, ==, "Pleasure: expected 2.2, felt 5.0 on average (4 times)");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/tally-words/times", test_times);
  g_test_add_func ("/core/tally-words/too-few", test_too_few);
  g_test_add_func ("/core/tally-words/feeling", test_feeling);
  g_test_add_func ("/core/tally-words/valence", test_valence);
  g_test_add_func ("/core/tally-words/pleasure", test_pleasure);

  return g_test_run ();
}
