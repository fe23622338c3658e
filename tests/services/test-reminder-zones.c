/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-zones"

#include "config.h"
#include "thaw-test-reminders.h"

/*
 * Both changes of the clocks, in Berlin, on a machine that is switched on a second before
 * something should happen: real timers, the real clock of the program, and a system that
 * believes what faketime says.
 */

#define LIVE "--live"
#define PATIENCE_SECS 2

/* The other half: the program, which lives until something comes or two seconds are over. */

static gboolean
on_over_cb (gpointer user_data)
{
  gboolean *is_over = user_data;

  *is_over = TRUE;

  return G_SOURCE_REMOVE;
}

static void
on_sent_cb (gboolean   *is_over,
            const char *id)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%d %H:%M");

  g_print ("%s", when);
  *is_over = TRUE;
}

static int
live (const char *directory)
{
  static const int minutes[] = { 60 + 30, 2 * 60 + 30, 21 * 60 };
  ThawTestReminders test = { 0 };
  gboolean is_over = FALSE;

  test.directory = g_strdup (directory);
  test.clock = thaw_clock_new ();
  test.settings = thaw_settings_new ();
  test.notifier = thaw_test_notifier_new ();
  g_signal_connect_swapped (test.notifier, "sent", G_CALLBACK (on_sent_cb), &is_over);
  thaw_clock_start (test.clock);
  thaw_test_reminders_open (&test);
  if (thaw_reminder_engine_get_n_reminders (test.engine) == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
        {
          char digit[] = { (char) ('1' + i), '\0' };

          thaw_test_reminders_add (&test, digit, NULL, minutes[i]);
        }
    }

  g_timeout_add_seconds (PATIENCE_SECS, on_over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  /* There is word of it, which is noted. */
  thaw_test_reminders_flush (&test);
  thaw_test_reminders_close (&test);
  thaw_clock_stop (test.clock);
  g_clear_object (&test.notifier);
  g_clear_object (&test.settings);
  g_clear_object (&test.clock);
  g_free (test.directory);

  return 0;
}

/* This half: somebody who sets the clock. */

typedef struct
{
  const char *from;
  const char *comes; /* "" for nothing */
} Moment;

static void
look (const char   *directory,
      const Moment *moment)
{
  gint64 from_ms = thaw_moment_from_iso (moment->from, NULL).utc_ms;
  g_autofree char *secs = g_strdup_printf ("@%" G_GINT64_FORMAT, from_ms / 1000);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) program = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "TZ", "Europe/Berlin", TRUE);
  g_subprocess_launcher_setenv (launcher, "FAKETIME_FMT", "%s", TRUE);
  /* The library of faketime comes before those of a sanitizer, which is no mistake. */
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", "verify_asan_link_order=0", TRUE);
  program = g_subprocess_launcher_spawn (launcher, &error, "faketime", "-m", "-f", secs, self, LIVE, directory, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (program, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (program));
  g_test_message ("From %s: “%s”", moment->from, output);
  g_assert_cmpstr (output, ==, moment->comes);
}

static void
test_moments (gconstpointer data)
{
  g_autofree char *faketime = g_find_program_in_path ("faketime");
  g_autoptr (ThawTestDir) directory = NULL;

  if (faketime == NULL)
    {
      g_test_skip ("there is no faketime");
      return;
    }

  directory = thaw_test_make_dir ();
  for (const Moment *moment = data; moment->from != NULL; moment++)
    look (directory, moment);
}

/* There is no half past two on the 28th: the clock shows three when it would be. */
static const Moment forward[] = {
  { "2027-03-27T22:00:00+01:00", "" },
  { "2027-03-28T01:29:59+01:00", "28 01:30" },
  { "2027-03-28T01:59:59+01:00", "28 03:00" },
  { "2027-03-28T03:29:59+02:00", "" },
  { "2027-03-28T20:59:59+02:00", "28 21:00" },
  { "2027-03-29T01:29:59+02:00", "29 01:30" },
  { "2027-03-29T02:29:59+02:00", "29 02:30" },
  { NULL, NULL },
};

/* There are two times half past two on the 31st, and one reminder. */
static const Moment back[] = {
  { "2027-10-30T22:00:00+02:00", "" },
  { "2027-10-31T01:29:59+02:00", "31 01:30" },
  { "2027-10-31T02:29:59+02:00", "31 02:30" },
  { "2027-10-31T02:59:59+02:00", "" },
  { "2027-10-31T02:29:59+01:00", "" },
  { "2027-10-31T20:59:59+01:00", "31 21:00" },
  { NULL, NULL },
};

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], LIVE))
    return live (argv[2]);

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/services/reminder-zones/forward", forward, test_moments);
  g_test_add_data_func ("/services/reminder-zones/back", back, test_moments);

  return g_test_run ();
}
