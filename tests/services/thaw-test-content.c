/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-test-content.h"

#include <string.h>

/**
 * thaw_test_assert_broken:
 * @read: a function that reads a file of content
 * @broken: (array length=n_broken): files that are wrong
 * @n_broken: how many
 *
 * Asserts that reading each ends with an error that names the file, the line and
 * what is wrong.
 */
void
thaw_test_assert_broken (ThawTestRead          read,
                         const ThawTestBroken *broken,
                         guint                 n_broken)
{
  for (guint i = 0; i < n_broken; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i].file, strlen (broken[i].file));
      g_autofree char *place = g_strdup_printf ("broken.xml, line %d: ", broken[i].line);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i].name);
      g_assert_null (read (bytes, "broken.xml", &error));
      g_assert_error (error, THAW_CONTENT_ERROR,
                      broken[i].is_malformed ? THAW_CONTENT_ERROR_MALFORMED : THAW_CONTENT_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (strstr (error->message, broken[i].what));
    }
}

/**
 * thaw_test_assert_lengths:
 * @practice: a practice
 *
 * Asserts that each of its versions is exactly as long as it says, with the optional
 * parts and without them.
 */
void
thaw_test_assert_lengths (const ThawPractice *practice)
{
  for (guint i = 0; i < practice->minutes->len; i++)
    {
      int minutes = g_array_index (practice->minutes, int, i);

      for (int with_option = 0; with_option <= (practice->option != NULL); with_option++)
        {
          g_autoptr (ThawTimeline) timeline = thaw_practice_make_timeline (practice, minutes, 0, with_option);

          g_test_message ("%s, %d minutes", practice->id, minutes);
          g_assert_cmpint (thaw_timeline_get_length_ms (timeline), ==, (gint64) minutes * 60 * 1000);
        }
    }
}
