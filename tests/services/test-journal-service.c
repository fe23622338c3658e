/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memfd_create(). */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "test-journal-service"

#include "config.h"

#include <gio/gunixfdlist.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "dbus/thaw-journal-bus.h"
#include "dbus/thaw-journal-remote.h"
#include "dbus/thaw-journal-service.h"
#include "exchange/thaw-exchange-error.h"
#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-reflection.h"
#include "thaw-test-exchange.h"
#include "thaw-test.h"
#include "thaw-uuid.h"

/* A running Thaw without its window. */
typedef struct
{
  char *directory;             /* (owned) */
  ThawDatabase *database;      /* (owned) */
  ThawJournal *journal;        /* (owned) */
  ThawJournalService *service; /* (owned) */
  GDBusConnection *connection; /* (owned) */
  guint name_id;
  gboolean has_name;
  guint n_changes;
} Fixture;

/* What the other program does, on a thread of its own as if it were one. */
typedef struct
{
  const char *directory;
  const ThawImportBatch *batch;
  gboolean dry_run;
  ThawJournalImportCounts counts;
  GError *error;
} Handover;

static void
on_name_acquired_cb (GDBusConnection *connection,
                     const char      *name,
                     gpointer         user_data)
{
  ((Fixture *) user_data)->has_name = TRUE;
}

static void
on_journal_changed_cb (ThawJournal *journal,
                       gpointer     user_data)
{
  g_assert_true (g_main_context_is_owner (NULL));
  ((Fixture *) user_data)->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T09:15:00+01:00");
  g_autoptr (GError) error = NULL;

  fixture->directory = thaw_test_make_dir ();
  fixture->database = thaw_database_new (fixture->directory);
  g_assert_true (thaw_database_open_sync (fixture->database, THAW_DATABASE_READ_WRITE, &error));
  fixture->journal = thaw_journal_new (fixture->database, clock, NULL, NULL);
  g_signal_connect (fixture->journal, "changed", G_CALLBACK (on_journal_changed_cb), fixture);

  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->service = thaw_journal_service_new (fixture->journal, fixture->directory);
  g_assert_true (thaw_journal_service_export (fixture->service, fixture->connection, &error));

  fixture->name_id = g_bus_own_name_on_connection (fixture->connection, APP_ID, G_BUS_NAME_OWNER_FLAGS_NONE,
                                                   on_name_acquired_cb, NULL, fixture, NULL);
  while (!fixture->has_name)
    g_main_context_iteration (NULL, TRUE);
}

/* A worker thread that read for the service lets go of it a moment after it was answered. If it never does, the
 * test runs out of time. */
static void
wait_for_end (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL)
    thaw_test_spin (1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_bus_unown_name (fixture->name_id);
  thaw_journal_service_unexport (fixture->service);
  wait_for_end (g_steal_pointer (&fixture->service));
  g_clear_object (&fixture->connection);
  g_clear_object (&fixture->journal);
  thaw_database_close (fixture->database);
  g_assert_finalize_object (g_steal_pointer (&fixture->database));
  g_clear_pointer (&fixture->directory, thaw_test_remove_dir);
}

static void
hand_over_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  Handover *handover = task_data;

  thaw_journal_remote_import_sync (handover->directory, handover->batch, handover->dry_run, &handover->counts, NULL,
                                   &handover->error);
  g_task_return_boolean (task, TRUE);
}

static void
hand_over (Handover *handover)
{
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, thaw_test_store_result_cb, &result);

  g_task_set_task_data (task, handover, NULL);
  g_task_run_in_thread (task, hand_over_in_thread);
  awaited = thaw_test_await (&result);
}

/* Entries, and something in each of the lists beside them. */
static ThawImportBatch *
make_batch (guint n_entries)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  GPtrArray *entries = batch->entries;
  ThawOwnWord *word = thaw_own_word_new ("kribbelig", "fear");
  ThawOwnPrompt *prompt = thaw_own_prompt_new ("Was war leicht?");
  ThawReflection *reflection = thaw_reflection_new ();

  word->uuid = thaw_uuid_new_from_name ("word");
  word->modified_ms = 1;
  g_ptr_array_add (batch->own_words, word);
  prompt->uuid = thaw_uuid_new_from_name ("prompt");
  prompt->modified_ms = 2;
  g_ptr_array_add (batch->own_prompts, prompt);
  reflection->uuid = thaw_uuid_new_from_name ("reflection");
  reflection->moment = thaw_moment_from_iso ("2026-11-23T09:15:00.250+01:00", NULL);
  reflection->levels[THAW_REFLECTION_RANGE] = 3;
  reflection->modified_ms = 3;
  g_ptr_array_add (batch->reflections, reflection);
  g_ptr_array_add (batch->hidden_words, g_strdup ("rage"));

  g_ptr_array_add (entries, thaw_test_make_full_entry ("2026-11-23T09:15:00.250+01:00"));
  for (guint i = 1; i < n_entries; i++)
    {
      g_autofree char *text = g_strdup_printf ("Entry %u", i);
      g_autofree char *iso = g_strdup_printf ("2026-11-22T09:%02u:%02u.%03u+01:00", i / 60 % 60, i % 60, i % 1000);

      g_ptr_array_add (entries, thaw_test_make_entry (iso, text));
    }

  return batch;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawImportBatch) batch = make_batch (3000);
  g_autoptr (ThawEntry) stored = NULL;
  Handover handover = { .directory = fixture->directory, .batch = batch };
  g_autoptr (GError) error = NULL;

  hand_over (&handover);
  g_assert_no_error (handover.error);
  g_assert_cmpuint (handover.counts.n_added, ==, 3000);
  g_assert_cmpuint (handover.counts.n_changed, ==, 0);
  g_assert_cmpuint (handover.counts.n_skipped, ==, 0);
  g_assert_cmpuint (handover.counts.n_others, ==, 4);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  stored = thaw_journal_get_entry (fixture->journal, thaw_entry_get_uuid (batch->entries->pdata[0]), &error);
  g_assert_no_error (error);
  thaw_test_assert_same (stored, batch->entries->pdata[0]);

  thaw_entry_set_text (batch->entries->pdata[7], "changed");
  thaw_entry_set_modified_ms (batch->entries->pdata[7], thaw_entry_get_modified_ms (batch->entries->pdata[7]) + 1);
  hand_over (&handover);
  g_assert_no_error (handover.error);
  g_assert_cmpuint (handover.counts.n_added, ==, 0);
  g_assert_cmpuint (handover.counts.n_changed, ==, 1);
  g_assert_cmpuint (handover.counts.n_skipped, ==, 2999);
  g_assert_cmpuint (handover.counts.n_others, ==, 0);
}

static void
test_dry_run (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawImportBatch) batch = make_batch (5);
  Handover handover = { .directory = fixture->directory, .batch = batch, .dry_run = TRUE };
  ThawDay first, last;

  hand_over (&handover);
  g_assert_no_error (handover.error);
  g_assert_cmpuint (handover.counts.n_added, ==, 5);
  g_assert_cmpuint (handover.counts.n_others, ==, 4);
  g_assert_true (thaw_journal_get_extent (fixture->journal, &first, &last, NULL));
  g_assert_cmpint (first, ==, THAW_DAY_NONE);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* The folder may be named in another way, but it must be the same one. */
static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawImportBatch) batch = make_batch (1);
  g_autoptr (ThawTestDir) other = thaw_test_make_dir ();
  g_autofree char *roundabout = g_strconcat (fixture->directory, "/../", strrchr (fixture->directory, '/') + 1, NULL);
  Handover handover = { .directory = other, .batch = batch };

  hand_over (&handover);
  g_assert_error (handover.error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_REACHED);
  g_clear_error (&handover.error);
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  handover.directory = roundabout;
  hand_over (&handover);
  g_assert_no_error (handover.error);
  g_assert_cmpuint (handover.counts.n_added, ==, 1);
}

static void
test_nobody_there (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (ThawImportBatch) batch = make_batch (1);
  Handover handover = { .directory = fixture->directory, .batch = batch };

  thaw_journal_service_unexport (fixture->service);
  hand_over (&handover);
  g_assert_error (handover.error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_REACHED);
  g_clear_error (&handover.error);

  g_bus_unown_name (fixture->name_id);
  hand_over (&handover);
  g_assert_error (handover.error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_REACHED);
  g_assert_null (strchr (handover.error->message, '\n'));
  g_clear_error (&handover.error);

  fixture->name_id = g_bus_own_name_on_connection (fixture->connection, APP_ID, G_BUS_NAME_OWNER_FLAGS_NONE,
                                                   NULL, NULL, NULL, NULL);
}

/* What the storage says arrives as it was said. */
static void
test_storage_error (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ThawImportBatch) batch = make_batch (1);
  Handover handover = { .directory = fixture->directory, .batch = batch };

  thaw_database_close (fixture->database);
  hand_over (&handover);
  g_assert_error (handover.error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_assert_null (strstr (handover.error->message, "GDBus"));
  g_clear_error (&handover.error);
}

static GError *
call_import (Fixture  *fixture,
             GVariant *arguments,
             int       fd)
{
  g_autoptr (GUnixFDList) fds = fd >= 0 ? g_unix_fd_list_new_from_array (&fd, 1) : NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GVariant) reply = NULL;
  GAsyncResult *result = NULL;
  GError *error = NULL;

  g_dbus_connection_call_with_unix_fd_list (fixture->connection, APP_ID, THAW_JOURNAL_BUS_PATH, APP_ID ".Journal1",
                                            "Import", arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, fds, NULL,
                                            thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  reply = g_dbus_connection_call_with_unix_fd_list_finish (fixture->connection, NULL, awaited, &error);
  g_assert_true ((reply == NULL) == (error != NULL));

  return error;
}

static int
make_memory_file (const char *contents)
{
  int fd = memfd_create ("test", MFD_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, contents, strlen (contents)), ==, (gssize) strlen (contents));

  return fd;
}

static void
test_bad_files (Fixture       *fixture,
                gconstpointer  data)
{
  const struct
  {
    const char *contents;
    ThawExchangeError code;
  } cases[] = {
    { "", THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT },
    { "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":2,\"entries\":[", THAW_EXCHANGE_ERROR_DAMAGED },
    { "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":9,\"entries\":[]}", THAW_EXCHANGE_ERROR_TOO_NEW },
    { "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":2,\"entries\":[{}]}", THAW_EXCHANGE_ERROR_INVALID },
  };
  g_autoptr (GError) error = NULL;
  int pipe_fds[2];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      error = call_import (fixture, g_variant_new ("(hb)", 0, FALSE), make_memory_file (cases[i].contents));
      g_assert_error (error, THAW_EXCHANGE_ERROR, (int) cases[i].code);
      g_clear_error (&error);
    }

  /* Would never end. */
  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  error = call_import (fixture, g_variant_new ("(hb)", 0, FALSE), pipe_fds[0]);
  close (pipe_fds[1]);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT);
  g_clear_error (&error);

  error = call_import (fixture, g_variant_new ("(hb)", 0, FALSE), -1);
  g_assert_nonnull (error);
  g_clear_error (&error);

  error = call_import (fixture, g_variant_new ("(hb)", 5, FALSE), make_memory_file (""));
  g_assert_nonnull (error);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* Quitting while something is handed over: the call is answered, and nothing is half written. */
static void
test_unexport_meanwhile (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (ThawImportBatch) batch = make_batch (2000);
  Handover handover = { .directory = fixture->directory, .batch = batch };
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, thaw_test_store_result_cb, &result);
  ThawDay first, last;

  g_task_set_task_data (task, &handover, NULL);
  g_task_run_in_thread (task, hand_over_in_thread);
  for (guint i = 0; i < 6 && result == NULL; i++)
    g_main_context_iteration (NULL, TRUE);
  thaw_journal_service_unexport (fixture->service);
  awaited = thaw_test_await (&result);

  g_assert_true (thaw_journal_get_extent (fixture->journal, &first, &last, NULL));
  if (handover.error == NULL)
    g_assert_cmpuint (handover.counts.n_added, ==, 2000);
  else
    g_assert_cmpint (first, ==, THAW_DAY_NONE);
  g_clear_error (&handover.error);
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

#define ADD(name, func) g_test_add ("/services/journal-service/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("import", test_import);
  ADD ("dry-run", test_dry_run);
  ADD ("folder", test_folder);
  ADD ("nobody-there", test_nobody_there);
  ADD ("storage-error", test_storage_error);
  ADD ("bad-files", test_bad_files);
  ADD ("unexport-meanwhile", test_unexport_meanwhile);
#undef ADD

  status = g_test_run ();
  g_test_dbus_down (bus);

  return status;
}
