/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "thaw-emotion.h"
#include "thaw-mood.h"
#include "thaw-tag.h"

static void
test_feeling (void)
{
  g_assert_true (thaw_feeling_is_valid (THAW_FEELING_UNKNOWN));
  g_assert_true (thaw_feeling_is_valid (0));
  g_assert_true (thaw_feeling_is_valid (10));
  g_assert_false (thaw_feeling_is_valid (11));
  g_assert_false (thaw_feeling_is_valid (-2));
  for (int feeling = THAW_FEELING_UNKNOWN; feeling <= THAW_FEELING_VIVID; feeling++)
    g_assert_cmpuint (strlen (thaw_feeling_get_word (feeling)), >, 0);
}

static void
test_valence_steps (void)
{
  g_assert_cmpfloat (thaw_valence_from_step (0), ==, -1.0);
  g_assert_cmpfloat (thaw_valence_from_step (3), ==, 0.0);
  g_assert_cmpfloat (thaw_valence_from_step (6), ==, 1.0);
  for (int step = THAW_VALENCE_STEP_UNKNOWN; step < THAW_VALENCE_N_STEPS; step++)
    {
      g_assert_cmpint (thaw_valence_to_step (thaw_valence_from_step (step)), ==, step);
      g_assert_cmpuint (strlen (thaw_valence_step_get_word (step)), >, 0);
    }
  g_assert_cmpint (thaw_valence_to_step (0.1), ==, 3);
  g_assert_cmpint (thaw_valence_to_step (0.2), ==, 4);
  g_assert_false (thaw_valence_is_valid (1.0001));
  g_assert_false (thaw_valence_is_valid (INFINITY));
  g_assert_true (thaw_valence_is_valid (NAN));
  g_assert_true (thaw_valence_equal (NAN, NAN));
  g_assert_false (thaw_valence_equal (NAN, 0.0));
  g_assert_false (thaw_valence_equal (0.0, 1.0 / 3));
}

static void
test_answers (void)
{
  ThawAnswer parsed;

  for (int answer = 0; answer < THAW_N_ANSWERS; answer++)
    {
      g_assert_true (thaw_answer_from_slug (thaw_answer_to_slug ((ThawAnswer) answer), &parsed));
      g_assert_cmpint (parsed, ==, answer);
    }
  g_assert_null (thaw_answer_to_slug (THAW_ANSWER_NONE));
  g_assert_false (thaw_answer_from_slug ("numb", &parsed));
  g_assert_cmpint (parsed, ==, THAW_ANSWER_NONE);
}

static void
test_emotion_slugs (void)
{
  g_autofree char *long_slug = g_strnfill (201, 'x');

  g_assert_true (thaw_emotion_slug_is_valid ("saudade"));
  g_assert_true (thaw_emotion_slug_is_valid ("🌱 שקט"));
  g_assert_false (thaw_emotion_slug_is_valid (NULL));
  g_assert_false (thaw_emotion_slug_is_valid (""));
  g_assert_false (thaw_emotion_slug_is_valid ("  "));
  g_assert_false (thaw_emotion_slug_is_valid ("two\nlines"));
  g_assert_false (thaw_emotion_slug_is_valid ("\xff"));
  g_assert_false (thaw_emotion_slug_is_valid (long_slug));
}

static void
test_tag_names (void)
{
  static const struct
  {
    const char *typed;
    const char *name;
  } names[] = {
    { "work", "work" },
    { "  two \t\n words ", "two words" },
    { "cafe\u0301", "caf\u00e9" },
    { "", NULL },
    { "   ", NULL },
    { "\xff\xfe", NULL },
    { "a\vb", "a b" },
    { "مرحبا", "مرحبا" },
  };
  g_autofree char *too_long = g_strnfill (201, 'x');
  g_autofree char *absurd = g_strnfill (10 * 1024 * 1024, 'x');
  ThawTagKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = thaw_tag_name_normalize (names[i].typed);

      g_assert_cmpstr (name, ==, names[i].name);
    }
  g_assert_null (thaw_tag_name_normalize (NULL));
  g_assert_null (thaw_tag_name_normalize (too_long));
  g_assert_null (thaw_tag_name_normalize (absurd));

  for (int i = 0; i < THAW_N_TAG_KINDS; i++)
    {
      g_assert_true (thaw_tag_kind_from_slug (thaw_tag_kind_to_slug ((ThawTagKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (thaw_tag_kind_from_slug ("mood", &kind));
  g_assert_cmpint (kind, ==, THAW_TAG_EVENT);
}

/* Either is enough; nothing is made of what was left out. */
static void
test_lowest (void)
{
  g_assert_true (thaw_mood_is_lowest (0, NAN));
  g_assert_true (thaw_mood_is_lowest (1, 1.0));
  g_assert_true (thaw_mood_is_lowest (THAW_FEELING_UNKNOWN, -1.0));
  g_assert_true (thaw_mood_is_lowest (9, thaw_valence_from_step (0)));

  g_assert_false (thaw_mood_is_lowest (2, NAN));
  g_assert_false (thaw_mood_is_lowest (THAW_FEELING_UNKNOWN, NAN));
  g_assert_false (thaw_mood_is_lowest (THAW_FEELING_UNKNOWN, thaw_valence_from_step (1)));
  g_assert_false (thaw_mood_is_lowest (5, 0.0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/mood/feeling", test_feeling);
  g_test_add_func ("/core/mood/valence-steps", test_valence_steps);
  g_test_add_func ("/core/mood/lowest", test_lowest);
  g_test_add_func ("/core/mood/answers", test_answers);
  g_test_add_func ("/core/mood/emotion-slugs", test_emotion_slugs);
  g_test_add_func ("/core/mood/tag-names", test_tag_names);

  return g_test_run ();
}
