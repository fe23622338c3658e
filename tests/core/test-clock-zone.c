/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "thaw-test.h"

/*
 * Somebody who travels: a program that runs finds out, by /etc/localtime, that it is
 * somewhere else. It is given an /etc of its own, for which the system has to let a test
 * mount something that nobody else sees.
 */

#define LIVE "--live"

static void
print_zone (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_print ("%s\n", g_time_zone_get_identifier (g_date_time_get_timezone (now)));
}

static void
on_changed_cb (gboolean *is_changed)
{
  *is_changed = TRUE;
}

static int
live (void)
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  gboolean is_changed = FALSE;

  g_signal_connect_swapped (clock, "changed", G_CALLBACK (on_changed_cb), &is_changed);
  thaw_clock_start (clock);
  print_zone ();
  while (!is_changed)
    g_main_context_iteration (NULL, TRUE);
  print_zone ();
  thaw_clock_stop (clock);

  return 0;
}

static void
link_zone (const char *directory,
           const char *target)
{
  g_autofree char *path = g_build_filename (directory, "localtime", NULL);
  g_autofree char *aside = g_strconcat (path, ".new", NULL);

  g_assert_no_errno (symlink (target, aside));
  g_assert_no_errno (g_rename (aside, path));
}

static gboolean
may_mount (const char *directory)
{
  g_autofree char *command = g_strdup_printf ("mount --bind %s /etc", directory);
  g_autoptr (GSubprocess) program = NULL;

  program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "unshare", "--user", "--map-root-user", "--mount",
                              "sh", "-c", command, NULL);

  return program != NULL && g_subprocess_wait_check (program, NULL, NULL);
}

static void
test_travel (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *command = g_strdup_printf ("mount --bind %s /etc && exec %s " LIVE, directory, self);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  link_zone (directory, "/usr/share/zoneinfo/Europe/Berlin");
  if (!may_mount (directory))
    {
      g_test_skip ("the system lets no test mount anything");
      return;
    }

  g_subprocess_launcher_unsetenv (launcher, "TZ");
  program = g_subprocess_launcher_spawn (launcher, &error, "unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                                         command, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (program));
  before = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (before, ==, "Europe/Berlin");
  link_zone (directory, "/usr/share/zoneinfo/Asia/Tokyo");
  after = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, "Asia/Tokyo");
  g_subprocess_wait_check (program, NULL, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 2 && g_str_equal (argv[1], LIVE))
    return live ();

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/clock-zone/travel", test_travel);

  return g_test_run ();
}
