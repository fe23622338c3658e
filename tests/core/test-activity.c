/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-activity"

#include "config.h"
#include "thaw-activity.h"

static void
test_ids (void)
{
  static const char *const valid[] = {
    "walk", "4-7-8", "a", "0195e4a0-0000-7000-8000-000000000001",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  };
  static const char *const invalid[] = {
    NULL, "", "Walk", "a walk", "walk\n", "wälk", "\xff", "<b>walk</b>",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (thaw_activity_id_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (thaw_activity_id_is_valid (invalid[i]));
}

static void
test_names (void)
{
  g_autofree char *longest = g_strnfill (THAW_ACTIVITY_MAX_NAME_BYTES, 'x');
  g_autofree char *too_long = g_strconcat (longest, "x", NULL);
  const char *const valid[] = { "A walk outside", "<b>Walk</b> & rest", "הליכה", "🙂", longest };
  const char *const invalid[] = { NULL, "", " \t", " ", "two\nlines", "\xff", too_long };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (thaw_activity_name_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (thaw_activity_name_is_valid (invalid[i]));
}

static void
test_kinds (void)
{
  for (guint i = 0; i < THAW_N_ACTIVITY_KINDS; i++)
    {
      ThawActivityKind kind = THAW_N_ACTIVITY_KINDS;

      g_assert_true (thaw_activity_kind_from_slug (thaw_activity_kind_to_slug (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (thaw_activity_kind_get_name (i), !=, "");
    }
}

static void
test_copy (void)
{
  g_autoptr (ThawActivity) walk = thaw_activity_new ("walk", THAW_ACTIVITY_PHYSICAL, "A walk outside");
  g_autoptr (ThawActivity) copy = NULL;
  ThawActivityKind kind = THAW_ACTIVITY_REST;

  walk->why = g_strdup ("why");
  walk->begin = g_strdup ("begin");
  walk->source = g_strdup ("source");
  walk->minutes = 20;
  copy = thaw_activity_copy (walk);
  g_assert_cmpstr (copy->id, ==, "walk");
  g_assert_cmpint (copy->kind, ==, THAW_ACTIVITY_PHYSICAL);
  g_assert_cmpstr (copy->name, ==, "A walk outside");
  g_assert_cmpstr (copy->why, ==, "why");
  g_assert_cmpstr (copy->begin, ==, "begin");
  g_assert_cmpstr (copy->source, ==, "source");
  g_assert_cmpint (copy->minutes, ==, 20);

  g_assert_false (thaw_activity_kind_from_slug ("sleep", &kind));
  g_assert_cmpint (kind, ==, THAW_ACTIVITY_REST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/activity/ids", test_ids);
  g_test_add_func ("/core/activity/names", test_names);
  g_test_add_func ("/core/activity/kinds", test_kinds);
  g_test_add_func ("/core/activity/copy", test_copy);

  return g_test_run ();
}
