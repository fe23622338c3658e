/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-coping.h"
#include "thaw-marks.h"
#include "thaw-slug.h"

static GPtrArray *
make_marks (const char *first,
            const char *second)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_coping_mark_free);

  g_ptr_array_add (marks, thaw_coping_mark_new (first, THAW_OUTCOME_NONE));
  if (second != NULL)
    g_ptr_array_add (marks, thaw_coping_mark_new (second, THAW_OUTCOME_SAME));

  return marks;
}

static void
test_copy (void)
{
  g_autoptr (GPtrArray) marks = make_marks ("walk", "cry");
  g_autoptr (GPtrArray) copy = thaw_marks_copy (marks, THAW_TYPE_COPING_MARK);

  g_assert_true (thaw_marks_equal (marks, copy, (GEqualFunc) thaw_coping_mark_equal));
  g_assert_true (copy->pdata[0] != marks->pdata[0]);

  /* The copy frees its own. */
  g_ptr_array_set_size (copy, 1);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpstr (((ThawCopingMark *) marks->pdata[1])->slug, ==, "cry");
}

static void
test_equal (void)
{
  g_autoptr (GPtrArray) marks = make_marks ("walk", "cry");
  g_autoptr (GPtrArray) shorter = make_marks ("walk", NULL);
  g_autoptr (GPtrArray) other = make_marks ("walk", "rest");

  g_assert_false (thaw_marks_equal (marks, shorter, (GEqualFunc) thaw_coping_mark_equal));
  g_assert_false (thaw_marks_equal (shorter, marks, (GEqualFunc) thaw_coping_mark_equal));
  g_assert_false (thaw_marks_equal (marks, other, (GEqualFunc) thaw_coping_mark_equal));
}

static void
test_slugs (void)
{
  static const char *const slugs[] = { "first", NULL, "third" };
  guint at = 9;

  g_assert_true (thaw_slug_find (slugs, G_N_ELEMENTS (slugs), "third", &at));
  g_assert_cmpuint (at, ==, 2);
  g_assert_true (thaw_slug_find (slugs, G_N_ELEMENTS (slugs), NULL, &at));
  g_assert_cmpuint (at, ==, 1);
  g_assert_false (thaw_slug_find (slugs, G_N_ELEMENTS (slugs), "fourth", &at));
  g_assert_cmpuint (at, ==, 0);
  g_assert_false (thaw_slug_find (slugs, 1, "third", &at));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/marks/copy", test_copy);
  g_test_add_func ("/core/marks/equal", test_equal);
  g_test_add_func ("/core/marks/slugs", test_slugs);

  return g_test_run ();
}
