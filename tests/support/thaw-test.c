/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For nftw(). */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#define G_LOG_DOMAIN "thaw-test"

#include "config.h"
#include "thaw-test.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>

static int
remove_one (const char        *path,
            const struct stat *info,
            int                type,
            struct FTW        *walk)
{
  return remove (path);
}

/**
 * thaw_test_make_dir:
 *
 * Returns: (transfer full): a new empty folder; hold it as
 *   `g_autoptr (ThawTestDir)` and it goes away with all that is in it
 */
char *
thaw_test_make_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *directory = g_dir_make_tmp ("thaw-test-XXXXXX", &error);

  g_assert_no_error (error);

  return directory;
}

/**
 * thaw_test_remove_dir:
 * @directory: (transfer full) (nullable): a folder
 *
 * Removes the folder with all that is in it.
 */
void
thaw_test_remove_dir (char *directory)
{
  if (directory == NULL)
    return;

  nftw (directory, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (directory);
}

/**
 * thaw_test_make_clock:
 * @iso: a time with its offset, as `2026-03-29T09:15:00+01:00`
 *
 * Returns: (transfer full): a clock stopped at that time
 */
ThawClock *
thaw_test_make_clock (const char *iso)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (now);

  return thaw_clock_new_stopped (now);
}

/**
 * thaw_test_store_result_cb:
 * @user_data: (type GAsyncResult**): where thaw_test_await() looks
 *
 * The callback to pass to an asynchronous function together with the address of
 * a %NULL result.
 */
void
thaw_test_store_result_cb (GObject      *source,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  g_assert_null (*slot);
  *slot = g_object_ref (result);
}

/**
 * thaw_test_await:
 * @result: the result that was passed along with thaw_test_store_result_cb()
 *
 * Runs the main loop until the result is there.
 *
 * Returns: (transfer full): the result; @result is %NULL again
 */
GAsyncResult *
thaw_test_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (result);
}

static gboolean
on_time_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * thaw_test_spin:
 * @milliseconds: how long
 *
 * Runs the main loop for a while, where there is nothing to wait for.
 */
void
thaw_test_spin (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, on_time_over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}
