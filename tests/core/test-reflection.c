/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-reflection.h"

static void
test_empty (void)
{
  g_autoptr (ThawReflection) reflection = thaw_reflection_new ();

  g_assert_true (thaw_reflection_is_empty (reflection));
  g_assert_cmpstr (reflection->note, ==, "");
  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      g_assert_cmpint (reflection->levels[i], ==, THAW_REFLECTION_UNKNOWN);
      reflection->levels[i] = THAW_REFLECTION_MIN;
      g_assert_false (thaw_reflection_is_empty (reflection));
      reflection->levels[i] = THAW_REFLECTION_UNKNOWN;
    }

  thaw_reflection_set_note (reflection, " \n\u00a0");
  g_assert_true (thaw_reflection_is_empty (reflection));
  thaw_reflection_set_note (reflection, "…");
  g_assert_false (thaw_reflection_is_empty (reflection));
  thaw_reflection_set_note (reflection, reflection->note);
  g_assert_cmpstr (reflection->note, ==, "…");
  thaw_reflection_set_note (reflection, NULL);
  g_assert_cmpstr (reflection->note, ==, "");
}

static void
test_copy_is_independent (void)
{
  g_autoptr (ThawReflection) reflection = thaw_reflection_new ();
  g_autoptr (ThawReflection) copy = NULL;

  reflection->uuid = g_strdup ("0190a7c0-0000-7000-8000-000000000000");
  reflection->moment = thaw_moment_from_iso ("2026-11-23T09:15:00Z", NULL);
  reflection->levels[THAW_REFLECTION_RANGE] = 4;
  reflection->modified_ms = 7;
  thaw_reflection_set_note (reflection, "a note");
  copy = thaw_reflection_copy (reflection);
  thaw_reflection_set_note (reflection, "another");
  reflection->levels[THAW_REFLECTION_RANGE] = 5;

  g_assert_cmpstr (copy->uuid, ==, reflection->uuid);
  g_assert_true (copy->uuid != reflection->uuid);
  g_assert_true (thaw_moment_equal (&copy->moment, &reflection->moment));
  g_assert_cmpint (copy->levels[THAW_REFLECTION_RANGE], ==, 4);
  g_assert_cmpint (copy->modified_ms, ==, 7);
  g_assert_cmpstr (copy->note, ==, "a note");
  thaw_reflection_free (NULL);
}

static void
test_areas (void)
{
  static const char *const slugs[] = { "response", "naming", "range", "closeness" };
  ThawReflectionArea area;

  G_STATIC_ASSERT (G_N_ELEMENTS (slugs) == THAW_N_REFLECTION_AREAS);
  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      g_assert_cmpstr (thaw_reflection_area_to_slug ((ThawReflectionArea) i), ==, slugs[i]);
      g_assert_true (thaw_reflection_area_from_slug (slugs[i], &area));
      g_assert_cmpint (area, ==, i);
    }
  g_assert_false (thaw_reflection_area_from_slug ("mood", &area));
  g_assert_cmpint (area, ==, THAW_REFLECTION_RESPONSE);
  g_assert_false (thaw_reflection_area_from_slug (NULL, &area));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reflection/empty", test_empty);
  g_test_add_func ("/core/reflection/copy-is-independent", test_copy_is_independent);
  g_test_add_func ("/core/reflection/areas", test_areas);

  return g_test_run ();
}
