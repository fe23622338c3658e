/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-reflection-words.h"

static ThawReflection *
make (const char *iso,
      int         response,
      int         naming,
      int         range,
      int         closeness)
{
  ThawReflection *reflection = thaw_reflection_new ();

  reflection->moment.day = thaw_day_from_iso (iso);
  reflection->levels[THAW_REFLECTION_RESPONSE] = response;
  reflection->levels[THAW_REFLECTION_NAMING] = naming;
  reflection->levels[THAW_REFLECTION_RANGE] = range;
  reflection->levels[THAW_REFLECTION_CLOSENESS] = closeness;

  return reflection;
}

static void
test_due (void)
{
  ThawDay today = thaw_day_from_iso ("2026-11-25");

  g_assert_true (thaw_reflection_is_due (THAW_DAY_NONE, today));
  g_assert_false (thaw_reflection_is_due (today, today));
  g_assert_false (thaw_reflection_is_due (today - 13, today));
  g_assert_true (thaw_reflection_is_due (today - 14, today));
  /* Of a day to come, as after a journey over the date line. */
  g_assert_false (thaw_reflection_is_due (today + 1, today));
}

static void
test_joined (void)
{
  g_autoptr (ThawReflection) first = make ("2026-10-01", 4, -1, 0, 5);
  g_autoptr (ThawReflection) second = make ("2026-11-12", 5, 3, -1, 10);
  g_autoptr (ThawReflection) late = make ("2026-11-13", 5, 3, 1, 10);

  g_assert_true (thaw_reflection_is_joined (first, second, THAW_REFLECTION_RESPONSE));
  g_assert_false (thaw_reflection_is_joined (first, second, THAW_REFLECTION_NAMING));
  g_assert_false (thaw_reflection_is_joined (first, second, THAW_REFLECTION_RANGE));
  g_assert_false (thaw_reflection_is_joined (first, late, THAW_REFLECTION_RESPONSE));
}

static void
test_equal (void)
{
  g_autoptr (ThawReflection) one = make ("2026-10-01", 4, -1, 0, 5);
  g_autoptr (ThawReflection) other = make ("2026-10-09", 4, -1, 0, 5);

  g_assert_true (thaw_reflection_equal (one, other));
  thaw_reflection_set_note (other, "hm");
  g_assert_false (thaw_reflection_equal (one, other));
  thaw_reflection_set_note (other, NULL);
  other->levels[THAW_REFLECTION_NAMING] = 0;
  g_assert_false (thaw_reflection_equal (one, other));
}

static void
test_words (void)
{
  g_autoptr (ThawReflection) reflection = make ("2026-11-12", 5, -1, 0, 7);
  g_autofree char *sentence = NULL;

  thaw_reflection_set_note (reflection, "Quieter than last time.");
  sentence = thaw_reflection_describe (reflection);
  g_assert_cmpstr (sentence, ==,
                   "Thursday 12 November 2026: Being moved: 5 of 10, now and then; Finding words: left out; "
                   "Range of feelings: 0 of 10, all the same; Closeness: 7 of 10. Quieter than last time.");
}

static void
test_words_for_several (void)
{
  g_autoptr (GPtrArray) reflections = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reflection_free);
  g_autofree char *none = thaw_reflections_describe (reflections, "November 2026");
  g_autofree char *two = NULL;

  g_assert_cmpstr (none, ==, "A look at numbness, November 2026: none in this time.");

  g_ptr_array_add (reflections, make ("2026-11-01", 1, 1, 1, 1));
  g_ptr_array_add (reflections, make ("2026-11-12", 2, 3, 4, 6));
  two = thaw_reflections_describe (reflections, "November 2026");
  g_assert_true (g_str_has_prefix (two, "A look at numbness, November 2026: 2 reflections. The latest: Thursday 12 "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reflection-words/due", test_due);
  g_test_add_func ("/core/reflection-words/joined", test_joined);
  g_test_add_func ("/core/reflection-words/equal", test_equal);
  g_test_add_func ("/core/reflection-words/words", test_words);
  g_test_add_func ("/core/reflection-words/words-for-several", test_words_for_several);

  return g_test_run ();
}
