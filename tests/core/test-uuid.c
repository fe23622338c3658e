/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-uuid"

#include "config.h"

#include "thaw-uuid.h"

static void
test_new (void)
{
  g_autofree char *earlier = thaw_uuid_new (G_GINT64_CONSTANT (1795420800000));
  g_autofree char *later = thaw_uuid_new (G_GINT64_CONSTANT (1795420800001));

  g_assert_true (thaw_uuid_is_valid (earlier));
  g_assert_cmpint (earlier[14], ==, '7');
  g_assert_cmpstr (earlier, <, later);
}

static void
test_from_name (void)
{
  g_autofree char *one = thaw_uuid_new_from_name ("one");
  g_autofree char *one_again = thaw_uuid_new_from_name ("one");
  g_autofree char *other = thaw_uuid_new_from_name ("other");

  g_assert_true (thaw_uuid_is_valid (one));
  g_assert_cmpint (one[14], ==, '5');
  g_assert_nonnull (strchr ("89ab", one[19]));
  g_assert_cmpstr (one, ==, one_again);
  g_assert_cmpstr (one, !=, other);

  /* Journals hold these: they must never change. */
  g_assert_cmpstr (one, ==, "90e5d67f-ed3f-560e-a523-bab79e08676e");
}

static void
test_is_valid (void)
{
  g_assert_false (thaw_uuid_is_valid (NULL));
  g_assert_false (thaw_uuid_is_valid (""));
  g_assert_false (thaw_uuid_is_valid ("E747D886-48FA-5C5D-82A4-99AB274855F6"));
  g_assert_false (thaw_uuid_is_valid ("e747d886-48fa-5c5d-82a4-99ab274855f"));
  g_assert_false (thaw_uuid_is_valid ("e747d886-48fa-5c5d-82a4-99ab274855f66"));
  g_assert_false (thaw_uuid_is_valid ("e747d886048fa-5c5d-82a4-99ab274855f6"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/uuid/new", test_new);
  g_test_add_func ("/core/uuid/from-name", test_from_name);
  g_test_add_func ("/core/uuid/is-valid", test_is_valid);

  return g_test_run ();
}
