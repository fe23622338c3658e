/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-sensation.h"

static void
test_slugs (void)
{
  ThawBodyRegion region;
  ThawSensationQuality quality;
  ThawBodyAnswer answer;

  for (guint i = 0; i < THAW_N_BODY_REGIONS; i++)
    {
      g_assert_true (thaw_body_region_from_slug (thaw_body_region_to_slug ((ThawBodyRegion) i), &region));
      g_assert_cmpint (region, ==, i);
      g_assert_cmpstr (thaw_body_region_get_word (region), !=, "");
    }
  for (guint i = 0; i < THAW_N_QUALITIES; i++)
    {
      g_assert_true (thaw_sensation_quality_from_slug (thaw_sensation_quality_to_slug ((ThawSensationQuality) i),
                                                       &quality));
      g_assert_cmpint (quality, ==, i);
      g_assert_cmpint (thaw_sensation_quality_get_word (quality)[0] == '\0', ==, quality == THAW_QUALITY_NONE);
    }
  for (guint i = 0; i < THAW_N_BODY_ANSWERS; i++)
    {
      g_assert_true (thaw_body_answer_from_slug (thaw_body_answer_to_slug ((ThawBodyAnswer) i), &answer));
      g_assert_cmpint (answer, ==, i);
      g_assert_cmpint (thaw_body_answer_get_word (answer)[0] == '\0', ==, answer == THAW_BODY_ANSWER_NONE);
    }

  /* These stand in people's journals. */
  g_assert_cmpstr (thaw_body_region_to_slug (THAW_REGION_LOWER_BELLY), ==, "lower-belly");
  g_assert_cmpstr (thaw_sensation_quality_to_slug (THAW_QUALITY_POUNDING), ==, "pounding");
  g_assert_cmpstr (thaw_body_answer_to_slug (THAW_BODY_ANSWER_UNSURE), ==, "unsure");
  g_assert_null (thaw_sensation_quality_to_slug (THAW_QUALITY_NONE));
  g_assert_null (thaw_body_answer_to_slug (THAW_BODY_ANSWER_NONE));
}

static void
test_unknown_slugs (void)
{
  ThawBodyRegion region = THAW_REGION_FEET;
  ThawSensationQuality quality = THAW_QUALITY_NUMB;
  ThawBodyAnswer answer = THAW_BODY_ANSWER_UNSURE;

  g_assert_false (thaw_body_region_from_slug ("tail", &region));
  g_assert_cmpint (region, ==, THAW_REGION_HEAD);
  g_assert_false (thaw_body_region_from_slug (NULL, &region));
  g_assert_false (thaw_sensation_quality_from_slug ("", &quality));
  g_assert_cmpint (quality, ==, THAW_QUALITY_NONE);
  g_assert_false (thaw_body_answer_from_slug ("Nowhere", &answer));
  g_assert_cmpint (answer, ==, THAW_BODY_ANSWER_NONE);
}

static void
test_value (void)
{
  g_autoptr (ThawSensation) sensation = thaw_sensation_new (THAW_REGION_JAW, THAW_QUALITY_TIGHT, 7);
  g_autoptr (ThawSensation) copy = thaw_sensation_copy (sensation);

  g_assert_cmpint (sensation->strength, ==, THAW_SENSATION_MAX_STRENGTH);
  g_assert_true (thaw_sensation_equal (sensation, copy));
  copy->strength = THAW_SENSATION_NO_STRENGTH;
  g_assert_false (thaw_sensation_equal (sensation, copy));
  copy->strength = sensation->strength;
  copy->region = THAW_REGION_HEAD;
  g_assert_false (thaw_sensation_equal (sensation, copy));
  copy->region = sensation->region;
  copy->quality = THAW_QUALITY_NONE;
  g_assert_false (thaw_sensation_equal (sensation, copy));
  thaw_sensation_free (NULL);
}

static void
test_words (void)
{
  static const struct
  {
    ThawSensation sensation;
    const char *words;
  } cases[] = {
    { { THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2 }, "chest: tight, clearly" },
    { { THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 0 }, "chest: tight" },
    { { THAW_REGION_LOWER_BACK, THAW_QUALITY_NONE, 3 }, "lower back: strongly" },
    { { THAW_REGION_LOWER_BACK, THAW_QUALITY_NONE, 0 }, "lower back" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = thaw_sensation_to_words (&cases[i].sensation);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_cmpstr (thaw_sensation_strength_get_word (1), ==, "a little");
  g_assert_cmpstr (thaw_sensation_strength_get_word (THAW_SENSATION_NO_STRENGTH), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/sensation/slugs", test_slugs);
  g_test_add_func ("/core/sensation/unknown-slugs", test_unknown_slugs);
  g_test_add_func ("/core/sensation/value", test_value);
  g_test_add_func ("/core/sensation/words", test_words);

  return g_test_run ();
}
