/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-coping-catalog.h"
#include "thaw-coping.h"

static void
test_outcomes (void)
{
  ThawCopingOutcome outcome;

  for (guint i = 0; i < THAW_N_OUTCOMES; i++)
    {
      g_assert_true (thaw_coping_outcome_from_slug (thaw_coping_outcome_to_slug ((ThawCopingOutcome) i), &outcome));
      g_assert_cmpint (outcome, ==, i);
      g_assert_cmpint (thaw_coping_outcome_get_word (outcome)[0] == '\0', ==, outcome == THAW_OUTCOME_NONE);
    }
  g_assert_null (thaw_coping_outcome_to_slug (THAW_OUTCOME_NONE));
  g_assert_cmpstr (thaw_coping_outcome_to_slug (THAW_OUTCOME_WORSE), ==, "worse");
  g_assert_false (thaw_coping_outcome_from_slug ("much better", &outcome));
  g_assert_cmpint (outcome, ==, THAW_OUTCOME_NONE);
}

static void
test_mark (void)
{
  g_autoptr (ThawCopingMark) mark = thaw_coping_mark_new ("walk", THAW_OUTCOME_BETTER);
  g_autoptr (ThawCopingMark) copy = thaw_coping_mark_copy (mark);
  g_autoptr (ThawCopingMark) other = thaw_coping_mark_new ("swim", THAW_OUTCOME_BETTER);

  g_assert_true (thaw_coping_mark_equal (mark, copy));
  g_assert_false (thaw_coping_mark_equal (mark, other));
  copy->outcome = THAW_OUTCOME_SAME;
  g_assert_false (thaw_coping_mark_equal (mark, copy));
  thaw_coping_mark_free (NULL);
}

static void
test_catalog (void)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_coping_group_free);
  g_autoptr (ThawCopingCatalog) catalog = NULL;
  ThawCopingGroup *group = thaw_coping_group_new ("body", "Body");

  g_ptr_array_add (group->activities, thaw_coping_activity_new ("walk", "Took a walk"));
  g_ptr_array_add (groups, group);
  group = thaw_coping_group_new ("mind", "Mind");
  g_ptr_array_add (group->activities, thaw_coping_activity_new ("cry", "Cried"));
  g_ptr_array_add (groups, group);
  catalog = thaw_coping_catalog_new (groups);

  g_assert_true (thaw_coping_catalog_get_groups (catalog) == groups);
  g_assert_cmpstr (thaw_coping_catalog_find_activity (catalog, "cry")->name, ==, "Cried");
  g_assert_null (thaw_coping_catalog_find_activity (catalog, "body"));
  g_assert_cmpstr (thaw_coping_catalog_get_word (catalog, "walk"), ==, "Took a walk");
  g_assert_cmpstr (thaw_coping_catalog_get_word (catalog, "fed the ducks"), ==, "fed the ducks");
  g_assert_cmpstr (thaw_coping_catalog_get_word (NULL, "walk"), ==, "walk");

  g_assert_finalize_object (g_steal_pointer (&catalog));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/coping/outcomes", test_outcomes);
  g_test_add_func ("/core/coping/mark", test_mark);
  g_test_add_func ("/core/coping/catalog", test_catalog);

  return g_test_run ();
}
