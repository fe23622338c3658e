/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made fixtures/storage/journal-v5.db. See the README there for when it is run again. */
#define G_LOG_DOMAIN "make-fixture"

#include "config.h"
#include "fixture-v5.h"
#include "thaw-people-store.h"
#include "thaw-reminder-store.h"
#include "thaw-session-store.h"
#include "thaw-storage-test.h"

#include <stdio.h>

static void
save_draft (ThawStorageTest *test)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-29T09:15:00+02:00", "half a sent");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  thaw_entry_set_feeling (entry, 4);
  thaw_entry_set_sensation (entry, THAW_REGION_THROAT, THAW_QUALITY_TIGHT, 1);
  thaw_drafts_save_async (test->drafts, THAW_DRAFT_CHECK_IN, entry, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_drafts_save_finish (test->drafts, awaited, &error);
  g_assert_no_error (error);
}

/* One of a reminder that is there, one of the one that was removed. */
static void
save_states (ThawReminderStore *reminders)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_record_free);
  ThawReminderState state = fixture_v5_state ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, thaw_reminder_record_new ("0195e4a0-0000-7000-8000-000000000501", &state));
  g_ptr_array_add (records, thaw_reminder_record_new ("0195e4a0-0000-7000-8000-000000000504", &state));
  thaw_reminder_store_save_states_async (reminders, records, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_reminder_store_save_states_finish (reminders, awaited, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSessionStore) sessions = NULL;
  g_autoptr (ThawPeopleStore) people = NULL;
  g_autoptr (ThawReminderStore) reminders = NULL;
  g_autofree char *deleted = NULL;
  ThawStorageTest test = { 0 };

  if (argc != 2)
    {
      fprintf (stderr, "Usage: make-fixture FILE\n");
      return 2;
    }

  thaw_storage_test_set_up (&test, NULL);
  thaw_journal_import_batch_sync (test.journal, fixture_v5_batch_new (), FALSE, NULL, &error);
  g_assert_no_error (error);
  sessions = thaw_session_store_new (test.database, test.clock);
  thaw_session_store_remove_sync (sessions, "0195e4a0-0000-7000-8000-000000000204", &error);
  g_assert_no_error (error);
  people = thaw_people_store_new (test.database, test.clock);
  thaw_people_store_remove_sync (people, "0195e4a0-0000-7000-8000-000000000403", &error);
  g_assert_no_error (error);
  reminders = thaw_reminder_store_new (test.database, test.clock);
  thaw_reminder_store_remove_sync (reminders, "0195e4a0-0000-7000-8000-000000000504", &error);
  g_assert_no_error (error);
  save_states (reminders);
  deleted = thaw_storage_test_add (&test, "2026-03-01T08:00:00Z", "deleted for good");
  thaw_storage_test_hide (&test, deleted);
  thaw_storage_test_purge (&test, NULL);
  save_draft (&test);
  thaw_database_backup_sync (test.database, argv[1], &error);
  g_assert_no_error (error);
  g_clear_object (&sessions);
  g_clear_object (&people);
  g_clear_object (&reminders);
  thaw_storage_test_tear_down (&test, NULL);

  return 0;
}
