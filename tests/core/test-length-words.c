/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-length-words.h"

#include <locale.h>

static void
assert_words (gint64      ms,
              const char *expected)
{
  g_autofree char *words = thaw_length_to_words (ms);

  g_assert_cmpstr (words, ==, expected);
}

static void
assert_clock (gint64      ms,
              const char *expected)
{
  g_autofree char *clock = thaw_length_to_clock (ms);

  g_assert_cmpstr (clock, ==, expected);
}

static void
test_words (void)
{
  assert_words (-1, "0 seconds");
  assert_words (0, "0 seconds");
  assert_words (1000, "1 second");
  assert_words (59499, "59 seconds");
  assert_words (59500, "1 minute");
  assert_words (61000, "1 minute 1 second");
  assert_words (300000, "5 minutes");
  assert_words (3599499, "59 minutes 59 seconds");
  assert_words (3600000, "1 hour");
  assert_words (3600000 + 20 * 60000 + 29000, "1 hour 20 minutes");
  /* Never 60 minutes of an hour. */
  assert_words (2 * 3600000 - 1000, "2 hours");
}

static void
test_clock (void)
{
  assert_clock (-1, "0:00");
  assert_clock (999, "0:00");
  assert_clock (61000, "1:01");
  assert_clock (3599999, "59:59");
  assert_clock (3600000, "1:00:00");
  assert_clock (3600000 + 62000, "1:01:02");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/length-words/words", test_words);
  g_test_add_func ("/core/length-words/clock", test_clock);

  return g_test_run ();
}
