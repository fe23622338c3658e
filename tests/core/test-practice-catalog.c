/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-practice-catalog.h"

static void
test_find (void)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_breath_pattern_free);
  g_autoptr (GPtrArray) practices = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_practice_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_group_free);
  g_autoptr (ThawPracticeCatalog) catalog = NULL;
  ThawActivityGroup *group = thaw_activity_group_new ("rest", "Rest");
  ThawActivity *tea = thaw_activity_new ("tea", THAW_ACTIVITY_REST, "A cup of tea");

  g_ptr_array_add (patterns, thaw_breath_pattern_new ("box", "Box breathing"));
  g_ptr_array_add (practices, thaw_practice_new ("body-scan", "Body scan", "Slowly"));
  g_ptr_array_add (group->activities, thaw_activity_new ("nap", THAW_ACTIVITY_REST, "A nap"));
  g_ptr_array_add (group->activities, tea);
  g_ptr_array_add (groups, group);
  catalog = thaw_practice_catalog_new (patterns, practices, groups);

  g_assert_true (thaw_practice_catalog_get_patterns (catalog) == patterns);
  g_assert_true (thaw_practice_catalog_get_practices (catalog) == practices);
  g_assert_true (thaw_practice_catalog_get_groups (catalog) == groups);

  g_assert_cmpstr (thaw_practice_catalog_find_pattern (catalog, "box")->name, ==, "Box breathing");
  g_assert_cmpstr (thaw_practice_catalog_find_practice (catalog, "body-scan")->name, ==, "Body scan");
  g_assert_true (thaw_practice_catalog_find_activity (catalog, "tea") == tea);

  /* What is one is not another, and a group is nothing to do. */
  g_assert_null (thaw_practice_catalog_find_pattern (catalog, "tea"));
  g_assert_null (thaw_practice_catalog_find_practice (catalog, "box"));
  g_assert_null (thaw_practice_catalog_find_activity (catalog, "body-scan"));
  g_assert_null (thaw_practice_catalog_find_activity (catalog, "rest"));

  g_assert_cmpstr (thaw_practice_catalog_get_name (catalog, "box"), ==, "Box breathing");
  g_assert_cmpstr (thaw_practice_catalog_get_name (catalog, "body-scan"), ==, "Body scan");
  g_assert_cmpstr (thaw_practice_catalog_get_name (catalog, "tea"), ==, "A cup of tea");
  g_assert_null (thaw_practice_catalog_get_name (catalog, "01890000-0000-7000-8000-000000000000"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/practice-catalog/find", test_find);

  return g_test_run ();
}
