/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#include "sound/thaw-speaker.h"
#include "thaw-test-speech-server.h"
#include "thaw-test.h"

static ThawTestDir *directory;
static char *socket_path;

static void
assert_heard (ThawTestSpeechServer *server,
              const char           *expected)
{
  g_autofree char *heard = thaw_test_speech_server_await (server);

  g_assert_cmpstr (heard, ==, expected);
}

/* What comes before the first words. */
static void
assert_introduced (ThawTestSpeechServer *server,
                   const char           *language)
{
  g_autofree char *name = thaw_test_speech_server_await (server);
  g_autofree char *set_language = g_strconcat ("SET self LANGUAGE ", language, NULL);

  g_assert_true (g_regex_match_simple ("^SET self CLIENT_NAME [A-Za-z0-9_-]+:thaw:practice$", name, 0, 0));
  assert_heard (server, set_language);
  assert_heard (server, "SET self PRIORITY text");
}

/* Lets go of a speaker that speaks, and sees it take leave. */
static void
dismiss (ThawSpeaker          *speaker,
         ThawTestSpeechServer *server)
{
  g_object_add_weak_pointer (G_OBJECT (speaker), (gpointer *) &speaker);
  g_object_unref (speaker);
  g_assert_null (speaker);
  assert_heard (server, "CANCEL self");
  assert_heard (server, "QUIT");
  thaw_test_speech_server_stop (server);
}

static void
write_program (const char *name,
               const char *script)
{
  g_autofree char *path = g_build_filename (directory, "bin", name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
}

static void
remove_program (const char *name)
{
  g_autofree char *path = g_build_filename (directory, "bin", name, NULL);

  g_assert_no_errno (g_unlink (path));
}

/* A machine without a voice: nothing is said, not even about that. */
static void
test_absent (void)
{
  g_autoptr (ThawSpeaker) speaker = thaw_speaker_new ();

  g_assert_false (thaw_speaker_is_available (speaker));
  thaw_speaker_say (speaker, "Breathe in.");
  thaw_speaker_say (speaker, "Breathe out.");
  thaw_test_spin (20);
  thaw_speaker_stop (speaker);
  thaw_speaker_say (speaker, "Breathe in.");
  thaw_test_spin (20);

  g_object_add_weak_pointer (G_OBJECT (speaker), (gpointer *) &speaker);
  g_object_unref (speaker);
  g_assert_null (speaker);
}

static void
test_say (void)
{
  ThawTestSpeechServer *server = thaw_test_speech_server_start (socket_path);
  ThawSpeaker *speaker = thaw_speaker_new ();

  g_assert_true (thaw_speaker_is_available (speaker));
  thaw_speaker_say (speaker, "Notice how warm your hands are. 50 % will do.");
  assert_introduced (server, "en");
  assert_heard (server, "SPEAK");
  assert_heard (server, "Notice how warm your hands are. 50 % will do.");

  thaw_speaker_say (speaker, "Wärme – überall\n.\n..und noch mehr");
  assert_heard (server, "SPEAK");
  assert_heard (server, "Wärme – überall|.|..und noch mehr");

  thaw_speaker_stop (speaker);
  assert_heard (server, "CANCEL self");
  dismiss (speaker, server);
}

/* While the voice is not there yet, or is slow, only the last words are kept: they belong to now. */
static void
test_newest (void)
{
  ThawTestSpeechServer *server = thaw_test_speech_server_start (socket_path);
  ThawSpeaker *speaker = thaw_speaker_new ();

  thaw_speaker_say (speaker, "One");
  thaw_speaker_say (speaker, "Two");
  assert_introduced (server, "en");
  assert_heard (server, "SPEAK");
  assert_heard (server, "Two");

  thaw_test_speech_server_hold (server, TRUE);
  thaw_speaker_stop (speaker);
  assert_heard (server, "CANCEL self");
  thaw_speaker_say (speaker, "Three");
  thaw_speaker_say (speaker, "Four");
  thaw_speaker_say (speaker, "Five");
  thaw_test_spin (20);
  thaw_test_speech_server_hold (server, FALSE);
  assert_heard (server, "SPEAK");
  assert_heard (server, "Five");

  /* And what was stopped in time is not said at all. */
  thaw_test_speech_server_hold (server, TRUE);
  thaw_speaker_stop (speaker);
  assert_heard (server, "CANCEL self");
  thaw_speaker_say (speaker, "Six");
  thaw_speaker_stop (speaker);
  thaw_test_speech_server_hold (server, FALSE);
  assert_heard (server, "CANCEL self");

  dismiss (speaker, server);
}

static void
test_stopped_before (void)
{
  ThawTestSpeechServer *server = thaw_test_speech_server_start (socket_path);
  ThawSpeaker *speaker = thaw_speaker_new ();

  thaw_speaker_say (speaker, "One");
  thaw_speaker_stop (speaker);
  assert_introduced (server, "en");
  thaw_test_spin (20);
  dismiss (speaker, server);
}

/* A server that refuses some of it is not stuck with the rest. */
static void
test_refused (void)
{
  ThawTestSpeechServer *server = thaw_test_speech_server_start (socket_path);
  ThawSpeaker *speaker = thaw_speaker_new ();

  thaw_test_speech_server_refuse (server, "SET self LANGUAGE");
  thaw_speaker_say (speaker, "One");
  assert_introduced (server, "en");
  assert_heard (server, "SPEAK");
  assert_heard (server, "One");

  thaw_test_speech_server_refuse (server, "SPEAK");
  thaw_speaker_say (speaker, "Two");
  assert_heard (server, "SPEAK");
  thaw_speaker_stop (speaker);
  assert_heard (server, "CANCEL self");
  dismiss (speaker, server);
}

/* A server that went away is looked for again when there is something to say. */
static void
test_dropped (void)
{
  ThawTestSpeechServer *server = thaw_test_speech_server_start (socket_path);
  ThawSpeaker *speaker = thaw_speaker_new ();

  thaw_speaker_say (speaker, "One");
  assert_introduced (server, "en");
  assert_heard (server, "SPEAK");
  assert_heard (server, "One");
  thaw_test_speech_server_drop (server);
  thaw_test_spin (20);

  thaw_speaker_stop (speaker);
  thaw_speaker_say (speaker, "Two");
  assert_introduced (server, "en");
  assert_heard (server, "SPEAK");
  assert_heard (server, "Two");
  dismiss (speaker, server);
}

/* Where there is a server that sleeps, it is started, by its own rules, and once. */
static void
test_started (void)
{
  g_autofree char *told_path = g_build_filename (directory, "told", NULL);
  g_autofree char *told = NULL;
  g_autofree char *expected = g_strdup_printf ("--spawn --communication-method unix_socket --socket-path %s\n",
                                               socket_path);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\n"
                                             "echo \"$@\" >>'%s'\n"
                                             "until test -S '%s'; do /bin/sleep 0.01; done\n",
                                             told_path, socket_path);
  ThawSpeaker *speaker = thaw_speaker_new ();
  ThawTestSpeechServer *server;

  write_program ("speech-dispatcher", script);
  g_assert_true (thaw_speaker_is_available (speaker));
  thaw_speaker_say (speaker, "One");
  while (!g_file_test (told_path, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  thaw_speaker_say (speaker, "Two");

  server = thaw_test_speech_server_start (socket_path);
  assert_introduced (server, "en");
  assert_heard (server, "SPEAK");
  assert_heard (server, "Two");
  g_assert_true (g_file_get_contents (told_path, &told, NULL, NULL));
  g_assert_cmpstr (told, ==, expected);

  dismiss (speaker, server);
  remove_program ("speech-dispatcher");
}

/* One that does not start is not asked for with each line. */
static void
test_not_started (void)
{
  g_autofree char *told_path = g_build_filename (directory, "told-again", NULL);
  g_autofree char *told = NULL;
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\necho asked >>'%s'\nexit 1\n", told_path);
  g_autoptr (ThawSpeaker) speaker = thaw_speaker_new ();

  write_program ("speech-dispatcher", script);
  for (guint i = 0; i < 4; i++)
    {
      thaw_speaker_say (speaker, "One");
      thaw_test_spin (60);
    }
  g_assert_true (g_file_get_contents (told_path, &told, NULL, NULL));
  g_assert_cmpstr (told, ==, "asked\n");
  remove_program ("speech-dispatcher");
}

/* Words in German are not read as if they were English. */
static void
test_language (void)
{
  g_autofree char *catalogue = g_build_filename (g_getenv ("THAW_LOCALEDIR"), "de", "LC_MESSAGES",
                                                 GETTEXT_PACKAGE ".mo", NULL);
  ThawTestSpeechServer *server;
  ThawSpeaker *speaker;

  if (!g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The translations are not built");
      return;
    }

  g_setenv ("LANGUAGE", "de", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("THAW_LOCALEDIR"));
  server = thaw_test_speech_server_start (socket_path);
  speaker = thaw_speaker_new ();
  thaw_speaker_say (speaker, "Ein");
  assert_introduced (server, "de");
  assert_heard (server, "SPEAK");
  assert_heard (server, "Ein");
  dismiss (speaker, server);
  g_unsetenv ("LANGUAGE");
}

/* Thaw goes on no network, not even to a voice. */
static void
test_network (void)
{
  g_autoptr (ThawSpeaker) speaker = thaw_speaker_new ();

  g_setenv ("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:6560", TRUE);
  g_assert_false (thaw_speaker_is_available (speaker));
  thaw_speaker_say (speaker, "One");
  thaw_test_spin (20);
  g_unsetenv ("SPEECHD_ADDRESS");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *bin = NULL;
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  /* Nothing of the machine’s: a runtime folder, and programs, of the test’s own. */
  directory = thaw_test_make_dir ();
  folder = g_build_filename (directory, "speech-dispatcher", NULL);
  bin = g_build_filename (directory, "bin", NULL);
  socket_path = g_build_filename (folder, "speechd.sock", NULL);
  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_no_errno (g_mkdir (bin, 0700));
  g_setenv ("XDG_RUNTIME_DIR", directory, TRUE);
  g_setenv ("PATH", bin, TRUE);
  g_unsetenv ("SPEECHD_ADDRESS");

  g_test_add_func ("/services/speaker/absent", test_absent);
  g_test_add_func ("/services/speaker/say", test_say);
  g_test_add_func ("/services/speaker/newest", test_newest);
  g_test_add_func ("/services/speaker/stopped-before", test_stopped_before);
  g_test_add_func ("/services/speaker/refused", test_refused);
  g_test_add_func ("/services/speaker/dropped", test_dropped);
  g_test_add_func ("/services/speaker/started", test_started);
  g_test_add_func ("/services/speaker/not-started", test_not_started);
  g_test_add_func ("/services/speaker/language", test_language);
  g_test_add_func ("/services/speaker/network", test_network);
  status = g_test_run ();

  thaw_test_remove_dir (directory);
  g_free (socket_path);

  return status;
}
