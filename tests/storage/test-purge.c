/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-purge"

#include "config.h"
#include "thaw-storage-test.h"

static void
unhide (ThawStorageTest *test,
        const char      *uuid,
        GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;

  thaw_journal_unhide_async (test->journal, uuid, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_journal_unhide_finish (test->journal, awaited, error);
}

static void
test_purge (ThawStorageTest *test,
            gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "about Xyzzyplugh today");
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  ThawJournalImportCounts counts;

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *iso = g_strdup_printf ("2026-01-01T08:%02d:00Z", i);
      g_autofree char *uuid = thaw_storage_test_add (test, iso, "some other words about the day that stay");

      g_assert_nonnull (uuid);
    }

  thaw_entry_set_title (entry, "Qwertitle");
  thaw_entry_set_tag (entry, "Zaphodtag", THAW_TAG_PERSON, FALSE);
  thaw_entry_set_emotion (entry, "vwemotion", 1);
  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "yzzyplugh"), >, 0);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "wertitle"), >, 0);

  thaw_storage_test_hide (test, thaw_entry_get_uuid (saved));
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "yzzyplugh"), >, 0);

  thaw_storage_test_purge (test, NULL);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "yzzyplugh"), ==, 0);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "wertitle"), ==, 0);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "aphodtag"), ==, 0);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "wemotion"), ==, 0);

  unhide (test, thaw_entry_get_uuid (saved), &error);
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  tags = thaw_journal_list_tags (test->journal, NULL, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tags->len, ==, 0);

  /* What was deleted here does not come back with an older export. */
  g_ptr_array_add (entries, g_object_ref (saved));
  thaw_journal_import_sync (test->journal, entries, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_skipped, ==, 1);
  g_assert_cmpuint (counts.n_added, ==, 0);

  thaw_database_verify_sync (test->database, NULL, &error);
  g_assert_no_error (error);

  /* Whoever saves it again wants it. */
  g_clear_object (&entry);
  entry = thaw_journal_save_sync (test->journal, saved, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_uuid (entry), ==, thaw_entry_get_uuid (saved));
}

/* A large journal is purged in steps, with others' writes in between. */
static void
test_purge_in_steps (ThawStorageTest *test,
                     gconstpointer    data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", "saved meanwhile");
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GAsyncResult) purged = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *iso = g_strdup_printf ("2026-01-%02dT08:%02d:00Z", i / 120 + 1, i % 60);
      g_autoptr (GString) text = g_string_new (NULL);

      for (int j = 0; j < 200; j++)
        g_string_append_printf (text, "%08x ", g_rand_int (rand));
      g_ptr_array_add (entries, thaw_storage_test_make_entry (iso, text->str));
    }
  thaw_journal_import_sync (test->journal, entries, FALSE, NULL, &error);
  g_assert_no_error (error);
  uuid = thaw_storage_test_add (test, "2026-03-10T08:00:00Z", "about Xyzzyplugh today");
  thaw_storage_test_hide (test, uuid);

  thaw_journal_purge_async (test->journal, NULL, NULL, thaw_test_store_result_cb, &purged);
  thaw_journal_save_async (test->journal, entry, NULL, NULL, thaw_test_store_result_cb, &written);
  awaited = thaw_test_await (&written);
  saved = thaw_journal_save_finish (test->journal, awaited, &error);
  g_assert_no_error (error);
  g_assert_null (purged);
  g_clear_object (&awaited);
  awaited = thaw_test_await (&purged);
  thaw_journal_purge_finish (test->journal, awaited, &error);
  g_assert_no_error (error);
  g_clear_object (&awaited);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "yzzyplugh"), ==, 0);

  /* Closed in the middle: it is still there, and still hidden, and the next purge begins again. */
  g_clear_pointer (&uuid, g_free);
  uuid = thaw_storage_test_add (test, "2026-03-10T08:00:00Z", "about Xyzzyplugh today");
  thaw_storage_test_hide (test, uuid);
  thaw_journal_purge_async (test->journal, NULL, NULL, thaw_test_store_result_cb, &second);
  thaw_database_close (test->database);
  awaited = thaw_test_await (&second);
  g_assert_false (thaw_journal_purge_finish (test->journal, awaited, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_clear_error (&error);
  thaw_storage_test_reopen (test);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "yzzyplugh"), >, 0);
  g_assert_null (thaw_journal_get_entry (test->journal, uuid, NULL));
  thaw_storage_test_purge (test, NULL);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "yzzyplugh"), ==, 0);

  thaw_database_verify_sync (test->database, NULL, &error);
  g_assert_no_error (error);
}

/* What is being taken away for good is one entry; another that was deleted meanwhile can still be brought back. */
static void
test_one (ThawStorageTest *test,
          gconstpointer    data)
{
  g_autofree char *first = thaw_storage_test_add (test, "2026-03-10T08:00:00Z", "about Xyzzyplugh today");
  g_autofree char *second = thaw_storage_test_add (test, "2026-03-10T08:00:00Z", "about Grueplover today");
  g_autoptr (ThawEntry) back = NULL;
  g_autoptr (GError) error = NULL;

  /* In the same instant: the clock stands still. */
  thaw_storage_test_hide (test, first);
  thaw_storage_test_hide (test, second);
  thaw_storage_test_purge (test, first);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "yzzyplugh"), ==, 0);

  unhide (test, first, &error);
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  unhide (test, second, &error);
  g_assert_no_error (error);
  back = thaw_journal_get_entry (test->journal, second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (back), ==, "about Grueplover today");

  /* One that is not hidden stays, and one that is not there is no error. */
  thaw_storage_test_purge (test, second);
  thaw_storage_test_purge (test, first);
  thaw_storage_test_hide (test, second);
  thaw_storage_test_purge (test, NULL);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "rueplover"), ==, 0);
}

static void
save_draft (ThawStorageTest *test,
            const char      *key,
            const char      *text)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-10T08:00:00Z", text);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  thaw_drafts_save_async (test->drafts, key, entry, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_drafts_save_finish (test->drafts, awaited, &error);
  g_assert_no_error (error);
}

static guint
count_drafts (ThawStorageTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = thaw_drafts_list (test->drafts, &error);

  g_assert_no_error (error);

  return drafts->len;
}

/* What was typed into an entry and not saved is deleted with it, and is there again if it is brought back. */
static void
test_draft (ThawStorageTest *test,
            gconstpointer    data)
{
  g_autofree char *uuid = thaw_storage_test_add (test, "2026-03-10T08:00:00Z", "about the day");
  g_autofree char *other = thaw_storage_test_add (test, "2026-03-11T08:00:00Z", "about another day");
  g_autofree char *key = g_strconcat (THAW_DRAFT_ENTRY_PREFIX, uuid, NULL);
  g_autofree char *other_key = g_strconcat (THAW_DRAFT_ENTRY_PREFIX, other, NULL);
  g_autoptr (ThawDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  save_draft (test, key, "about Xyzzyplugh");
  save_draft (test, other_key, "about Grueplover");
  save_draft (test, THAW_DRAFT_CHECK_IN, "about now");

  /* Nobody goes on with it at the next start. */
  thaw_storage_test_hide (test, uuid);
  g_assert_cmpuint (count_drafts (test), ==, 2);
  unhide (test, uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_drafts (test), ==, 3);
  thaw_storage_test_purge (test, NULL);
  g_assert_cmpuint (count_drafts (test), ==, 3);

  thaw_storage_test_hide (test, uuid);
  thaw_storage_test_purge (test, uuid);
  draft = thaw_drafts_get (test->drafts, key, &error);
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
  g_assert_null (draft);
  g_assert_cmpuint (count_drafts (test), ==, 2);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "yzzyplugh"), ==, 0);
  g_assert_cmpuint (thaw_storage_test_count_bytes (test, "rueplover"), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/storage/purge/" name, ThawStorageTest, NULL, thaw_storage_test_set_up, func, thaw_storage_test_tear_down)
  ADD ("words-are-gone", test_purge);
  ADD ("in-steps", test_purge_in_steps);
  ADD ("one", test_one);
  ADD ("draft", test_draft);
#undef ADD

  return g_test_run ();
}
