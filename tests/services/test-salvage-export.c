/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-salvage-export"

#include "config.h"

#include "exchange/thaw-json-reader.h"
#include "thaw-salvage-export.h"
#include "thaw-session.h"
#include "thaw-test.h"
#include "thaw-test-exchange.h"

static char *
make_journal (const char *directory)
{
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T09:15:00+01:00");
  g_autoptr (ThawDatabase) database = thaw_database_new (directory);
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, clock, NULL, NULL);
  g_autoptr (GError) error = NULL;
  ThawImportBatch *batch = thaw_import_batch_new ();

  g_ptr_array_add (batch->entries, thaw_test_make_entry ("2026-11-23T08:00:00+01:00", "Words"));
  thaw_test_add_practice (batch);
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  thaw_journal_import_batch_sync (journal, batch, FALSE, NULL, &error);
  g_assert_no_error (error);
  thaw_database_close (database);

  return g_strdup (thaw_database_get_path (database));
}

static char *
export_file (const char       *directory,
             const char       *journal_path,
             ThawExportFormat  format)
{
  g_autofree char *path = g_build_filename (directory, "export", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  char *contents;

  thaw_salvage_export_async (journal_path, file, format, NULL, NULL, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_salvage_export_finish (result, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));

  return contents;
}

/* What can be read of a damaged journal is more than its entries. */
static void
test_beside (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = make_journal (directory);
  g_autofree char *markdown = export_file (directory, path, THAW_EXPORT_MARKDOWN);
  g_autofree char *csv = export_file (directory, path, THAW_EXPORT_CSV_SESSIONS);
  char *json = export_file (directory, path, THAW_EXPORT_JSON);
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) batch = thaw_json_reader_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batch->entries->len, ==, 1);
  g_assert_cmpuint (batch->sessions->len, ==, THAW_N_ACTIVITY_KINDS);
  g_assert_cmpuint (batch->own_activities->len, ==, 2);
  g_assert_cmpuint (batch->favourites->len, ==, 3);
  g_assert_cmpuint (batch->patterns->len, ==, 1);
  g_assert_cmpuint (batch->plans->len, ==, 2);

  /* The days stand in their order, whatever the order of the rows. */
  g_assert_nonnull (strstr (markdown, "## Monday, 9 November 2026"));
  g_assert_true (strstr (markdown, "## Monday, 9 November 2026") < strstr (markdown, "## Monday, 23 November 2026"));
  g_assert_nonnull (strstr (csv, "\r\n2026-11-09,21:40:12,-03:30,"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/salvage-export/beside", test_beside);

  return g_test_run ();
}
