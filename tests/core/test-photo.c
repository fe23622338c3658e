/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "thaw-photo.h"

static gboolean
is_valid (const char *beginning,
          gsize       n_beginning,
          gsize       n_bytes)
{
  g_autofree char *content = g_malloc0 (n_bytes + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ThawPhoto) photo = NULL;

  memcpy (content, beginning, MIN (n_beginning, n_bytes));
  bytes = g_bytes_new (content, n_bytes);
  photo = thaw_photo_new (bytes);

  return thaw_photo_is_valid (photo);
}

static void
test_valid (void)
{
  static const char jpeg[] = "\xff\xd8\xff\xe0";
  static const char png[] = "\x89PNG\r\n\x1a\n";
  static const char gif[] = "GIF89a";

  g_assert_true (is_valid (jpeg, sizeof jpeg - 1, 1000));
  g_assert_true (is_valid (png, sizeof png - 1, 1000));
  g_assert_true (is_valid (jpeg, sizeof jpeg - 1, THAW_PHOTO_MAX_BYTES));

  g_assert_false (is_valid (jpeg, sizeof jpeg - 1, THAW_PHOTO_MAX_BYTES + 1));
  g_assert_false (is_valid (jpeg, sizeof jpeg - 1, 3));
  g_assert_false (is_valid (png, sizeof png - 1, 8));
  g_assert_false (is_valid (png, sizeof png - 1, 7));
  g_assert_false (is_valid (gif, sizeof gif - 1, 1000));
  g_assert_false (is_valid ("", 0, 1000));
  g_assert_false (is_valid ("", 0, 0));
}

static void
test_copy (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (ThawPhoto) photo = thaw_photo_new (bytes);
  g_autoptr (ThawPhoto) copy = NULL;

  photo->id = g_strdup ("id");
  photo->modified_ms = 7;
  copy = thaw_photo_copy (photo);
  g_clear_pointer (&photo, thaw_photo_free);

  g_assert_cmpstr (copy->id, ==, "id");
  g_assert_cmpint (copy->modified_ms, ==, 7);
  g_assert_true (g_bytes_equal (copy->data, bytes));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/photo/valid", test_valid);
  g_test_add_func ("/core/photo/copy", test_copy);

  return g_test_run ();
}
