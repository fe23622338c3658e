/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-running"

#include "config.h"
#include "thaw-cli-test.h"

#include <string.h>

#include "dbus/thaw-journal-service.h"
#include "thaw-session-store.h"

/* thaw-cli beside a Thaw that is running: this process has the journal open. */
typedef struct
{
  ThawCliTest cli;
  ThawDatabase *database;      /* (owned) */
  ThawJournal *journal;        /* (owned) */
  ThawJournalService *service; /* (owned) (nullable) */
  guint name_id;
  gboolean has_name;
} Fixture;

static void
on_name_acquired_cb (GDBusConnection *connection,
                     const char      *name,
                     gpointer         user_data)
{
  ((Fixture *) user_data)->has_name = TRUE;
}

static void
offer_journal (Fixture *fixture)
{
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->service = thaw_journal_service_new (fixture->journal, fixture->cli.directory);
  g_assert_true (thaw_journal_service_export (fixture->service, connection, &error));
  fixture->name_id = g_bus_own_name_on_connection (connection, APP_ID, G_BUS_NAME_OWNER_FLAGS_NONE,
                                                   on_name_acquired_cb, NULL, fixture, NULL);
  while (!fixture->has_name)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (GError) error = NULL;

  thaw_cli_test_set_up (&fixture->cli, NULL);
  fixture->database = thaw_database_new (fixture->cli.directory);
  g_assert_true (thaw_database_open_sync (fixture->database, THAW_DATABASE_READ_WRITE, &error));
  fixture->journal = thaw_journal_new (fixture->database, clock, NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->service != NULL)
    {
      g_bus_unown_name (fixture->name_id);
      thaw_journal_service_unexport (fixture->service);
      g_clear_object (&fixture->service);
    }
  g_clear_object (&fixture->journal);
  thaw_database_close (fixture->database);
  g_clear_object (&fixture->database);
  thaw_cli_test_tear_down (&fixture->cli, NULL);
}

static void
test_hand_over (Fixture       *fixture,
                gconstpointer  data)
{
  ThawCliTest *cli = &fixture->cli;
  g_autofree char *daylio = g_test_build_filename (G_TEST_DIST, "fixtures", "daylio", "new.csv", NULL);
  g_autofree char *bad = g_test_build_filename (G_TEST_DIST, "fixtures", "daylio", "impossible-day.csv", NULL);
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawSessionStore) store = thaw_session_store_new (fixture->database, clock);
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *before = NULL;

  offer_journal (fixture);
  thaw_cli_test_run (cli, "add", "--feeling", "4", "--emotion", "joy:1", "--at", "2026-11-23T09:15", "from outside", NULL);
  thaw_cli_test_assert (cli, 0);
  g_assert_cmpstr (cli->out, ==, "Saved: 2026-11-23 09:15\n");

  newest = thaw_journal_list_newest (fixture->journal, THAW_JOURNAL_NEWEST, 10, NULL);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (newest->pdata[0]), ==, "from outside");

  /* What was done, and an activity that was not known, go the same way. */
  thaw_cli_test_run (cli, "add-session", "--at", "2026-11-23T10:00", "--new", "creative", "--felt", "3", "Knit", NULL);
  thaw_cli_test_assert (cli, 0);
  sessions = thaw_session_store_list_days (store, THAW_DAY_NONE, THAW_DAY_NONE, NULL);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpstr (((ThawSession *) sessions->pdata[0])->name, ==, "Knit");
  thaw_cli_test_run (cli, "list-sessions", NULL);
  g_assert_cmpstr (cli->out, ==, "2026-11-23 10:00 · Knit · felt 3\n");
  thaw_cli_test_run (cli, "list-activities", NULL);
  g_assert_true (g_str_has_suffix (cli->out, "  Knit\n"));

  thaw_cli_test_run (cli, "import", "--dry-run", daylio, NULL);
  thaw_cli_test_assert (cli, 0);
  g_assert_nonnull (strstr (cli->out, "7 added"));
  thaw_cli_test_run (cli, "list", NULL);
  before = g_strdup (cli->out);
  g_assert_nonnull (strstr (before, "from outside"));

  thaw_cli_test_run (cli, "import", bad, NULL);
  thaw_cli_test_assert (cli, 1);
  thaw_cli_test_run (cli, "list", NULL);
  g_assert_cmpstr (cli->out, ==, before);

  thaw_cli_test_run (cli, "import", daylio, NULL);
  thaw_cli_test_assert (cli, 0);
  thaw_cli_test_run (cli, "import", daylio, NULL);
  g_assert_nonnull (strstr (cli->out, "0 added, 0 changed, 7 there already"));
  thaw_cli_test_run (cli, "demo", NULL);
  thaw_cli_test_assert (cli, 1);
}

static void
test_read_meanwhile (Fixture       *fixture,
                     gconstpointer  data)
{
  ThawCliTest *cli = &fixture->cli;
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  ThawMoment moment = thaw_moment_from_iso ("2026-11-23T09:15:00.000+01:00", NULL);

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_text (entry, "just saved");
  saved = thaw_journal_save_sync (fixture->journal, entry, NULL);
  g_assert_nonnull (saved);

  thaw_cli_test_run (cli, "list", NULL);
  thaw_cli_test_assert (cli, 0);
  g_assert_cmpstr (cli->out, ==, "2026-11-23 09:15 · just saved\n");
  thaw_cli_test_run (cli, "search", "saved", NULL);
  g_assert_cmpstr (cli->out, ==, "2026-11-23 09:15 · just saved\n");
  thaw_cli_test_run (cli, "export", "--format", "json", NULL);
  thaw_cli_test_assert (cli, 0);
  g_assert_nonnull (strstr (cli->out, "just saved"));
  thaw_cli_test_run (cli, "summary", "--json", NULL);
  thaw_cli_test_assert (cli, 0);
  thaw_cli_test_run (cli, "verify", NULL);
  thaw_cli_test_assert (cli, 0);
  thaw_cli_test_run (cli, "backup", NULL);
  thaw_cli_test_assert (cli, 0);
}

/* Somebody has the journal open and is not on the bus, or there is no bus: said in one line, and nothing is written. */
static void
test_nobody_answers (Fixture       *fixture,
                     gconstpointer  data)
{
  ThawCliTest *cli = &fixture->cli;
  ThawDay first, last;

  thaw_cli_test_run (cli, "add", "word", NULL);
  thaw_cli_test_assert (cli, 1);
  g_assert_nonnull (strstr (cli->err, "nothing was written"));

  g_subprocess_launcher_setenv (cli->launcher, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  thaw_cli_test_run (cli, "add", "word", NULL);
  thaw_cli_test_assert (cli, 1);
  g_assert_nonnull (strstr (cli->err, "nothing was written"));

  g_assert_true (thaw_journal_get_extent (fixture->journal, &first, &last, NULL));
  g_assert_cmpint (first, ==, THAW_DAY_NONE);
}

/* The Thaw on the bus has another journal open than the one that is meant. */
static void
test_other_journal (Fixture       *fixture,
                    gconstpointer  data)
{
  ThawCliTest *cli = &fixture->cli;
  g_autofree char *other = g_build_filename (cli->folder, "other", NULL);
  g_autoptr (ThawDatabase) locked = thaw_database_new (other);
  ThawDay first, last;

  offer_journal (fixture);
  g_assert_true (thaw_database_open_sync (locked, THAW_DATABASE_READ_WRITE, NULL));
  thaw_cli_test_run (cli, "add", "--data-dir", other, "word", NULL);
  thaw_database_close (locked);
  thaw_cli_test_assert (cli, 1);

  g_assert_true (thaw_journal_get_extent (fixture->journal, &first, &last, NULL));
  g_assert_cmpint (first, ==, THAW_DAY_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GTestDBus) bus = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);

#define ADD(name, func) g_test_add ("/cli/running/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("hand-over", test_hand_over);
  ADD ("read-meanwhile", test_read_meanwhile);
  ADD ("nobody-answers", test_nobody_answers);
  ADD ("other-journal", test_other_journal);
#undef ADD

  status = g_test_run ();
  g_test_dbus_down (bus);

  return status;
}
