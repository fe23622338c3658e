/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "thaw-connection.h"
#include "thaw-drafts.h"
#include "thaw-journal.h"
#include "thaw-prompt-store.h"
#include "thaw-reflection-store.h"
#include "thaw-rescue.h"
#include "thaw-salvage.h"
#include "thaw-test.h"
#include "thaw-uuid.h"
#include "thaw-word-store.h"

#define N_IN_BACKUP 300
#define N_ENTRIES 500
#define PAGE_SIZE 4096

typedef struct
{
  char *directory;
  char *journal_path;
  ThawClock *clock;
  ThawDatabase *database;
  ThawJournal *journal;
} Fixture;

static ThawEntry *
make_entry (int number)
{
  ThawEntry *entry = thaw_entry_new ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (1700000000 + number * 3600);
  ThawMoment moment = thaw_moment_from_time (time);
  g_autofree char *uuid = thaw_uuid_new (moment.utc_ms);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    g_string_append_printf (text, "word%d-%d ", number, i);
  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_created_ms (entry, moment.utc_ms);
  thaw_entry_set_modified_ms (entry, moment.utc_ms);
  thaw_entry_set_feeling (entry, number % 11);
  thaw_entry_set_emotion (entry, "joy", 1);
  thaw_entry_set_tag (entry, "home", THAW_TAG_PLACE, FALSE);
  thaw_entry_set_text (entry, text->str);

  return entry;
}

static void
import_entries (Fixture *fixture,
                int      first,
                int      last)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  ThawJournalImportCounts counts;

  for (int i = first; i < last; i++)
    g_ptr_array_add (entries, make_entry (i));
  thaw_journal_import_sync (fixture->journal, entries, FALSE, &counts, &error);
  g_assert_no_error (error);
}

static void
open_journal (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->database = thaw_database_new (fixture->directory);
  fixture->journal = thaw_journal_new (fixture->database, fixture->clock, NULL, NULL);
  thaw_database_open_sync (fixture->database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
close_journal (Fixture *fixture)
{
  if (fixture->database != NULL)
    thaw_database_close (fixture->database);
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->database);
}

static void
save_word (Fixture    *fixture,
           const char *word)
{
  g_autoptr (ThawWordStore) words = thaw_word_store_new (fixture->database, fixture->clock);
  g_autoptr (ThawOwnWord) own = thaw_own_word_new (word, "joy");
  g_autoptr (ThawOwnWord) saved = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_word_store_save_own_sync (words, own, &error);
  g_assert_no_error (error);
}

static char *
save_prompt (Fixture    *fixture,
             const char *text)
{
  g_autoptr (ThawPromptStore) prompts = thaw_prompt_store_new (fixture->database, fixture->clock);
  g_autoptr (ThawOwnPrompt) prompt = thaw_own_prompt_new (text);
  g_autoptr (ThawOwnPrompt) saved = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_prompt_store_save_sync (prompts, prompt, &error);
  g_assert_no_error (error);

  return g_strdup (saved->uuid);
}

static char *
save_reflection (Fixture    *fixture,
                 const char *note)
{
  g_autoptr (ThawReflectionStore) reflections = thaw_reflection_store_new (fixture->database, fixture->clock);
  g_autoptr (ThawReflection) reflection = thaw_reflection_new ();
  g_autoptr (ThawReflection) saved = NULL;
  g_autoptr (GError) error = NULL;

  reflection->moment = thaw_clock_get_moment (fixture->clock);
  thaw_reflection_set_note (reflection, note);
  saved = thaw_reflection_store_save_sync (reflections, reflection, &error);
  g_assert_no_error (error);

  return g_strdup (saved->uuid);
}

/* What the person made beside the entries, as one line. */
static char *
list_others (Fixture *fixture)
{
  g_autoptr (ThawWordStore) words = thaw_word_store_new (fixture->database, fixture->clock);
  g_autoptr (ThawPromptStore) prompts = thaw_prompt_store_new (fixture->database, fixture->clock);
  g_autoptr (ThawReflectionStore) reflections = thaw_reflection_store_new (fixture->database, fixture->clock);
  g_autoptr (GPtrArray) own = thaw_word_store_list_own (words, NULL);
  g_autoptr (GPtrArray) asked = thaw_prompt_store_list (prompts, NULL);
  g_autoptr (GPtrArray) reflected = thaw_reflection_store_list (reflections, NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < own->len; i++)
    g_string_append_printf (all, "%s ", ((ThawOwnWord *) own->pdata[i])->word);
  for (guint i = 0; i < asked->len; i++)
    g_string_append_printf (all, "%s ", ((ThawOwnPrompt *) asked->pdata[i])->text);
  for (guint i = 0; i < reflected->len; i++)
    g_string_append_printf (all, "%s ", ((ThawReflection *) reflected->pdata[i])->note);

  return g_string_free (all, FALSE);
}

#define ASSERT_OTHERS(fixture, expected)                  \
  G_STMT_START                                            \
    {                                                     \
      g_autofree char *others_ = list_others (fixture);   \
      g_assert_cmpstr (others_, ==, (expected));          \
    }                                                     \
  G_STMT_END

static void
make_backup (Fixture *fixture,
             ThawDay  day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_database_backup_daily_async (fixture->database, day, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_database_backup_daily_finish (fixture->database, result, &error);
  g_assert_no_error (error);
}

/* A journal with a backup of its first entries. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock ("2026-11-23T09:15:00+01:00");
  fixture->journal_path = g_build_filename (fixture->directory, "journal.db", NULL);
  open_journal (fixture);
  import_entries (fixture, 0, N_IN_BACKUP);
  make_backup (fixture, thaw_day_new (2026, 11, 22));
  import_entries (fixture, N_IN_BACKUP, N_ENTRIES);
  close_journal (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_journal (fixture);
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->journal_path, g_free);
  thaw_test_remove_dir (fixture->directory);
}

/* Overwrites pages all over the file with noise, but not the first ones. */
static void
damage_pages (const char *path,
              int         n_pages,
              guint32     seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GStatBuf info;
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  for (int i = 0; i < n_pages; i++)
    {
      guint32 noise[PAGE_SIZE / 4];
      goffset page = g_rand_int_range (rand, 30, (int) (info.st_size / PAGE_SIZE));

      for (guint j = 0; j < G_N_ELEMENTS (noise); j++)
        noise[j] = g_rand_int (rand);
      g_assert_cmpint (pwrite (fd, noise, PAGE_SIZE, page * PAGE_SIZE), ==, PAGE_SIZE);
    }
  close (fd);
}

static gboolean
count_entry (ThawEntry *entry,
             gpointer   user_data,
             GError   **error)
{
  g_assert_true (g_str_has_prefix (thaw_entry_get_text (entry), "word"));
  (*(guint *) user_data)++;

  return TRUE;
}

static guint
count_salvaged (const char *path)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  thaw_salvage_entries_sync (path, count_entry, &n, NULL, &error);
  g_assert_no_error (error);

  return n;
}

static guint
count_listed (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = thaw_journal_list_newest (fixture->journal, THAW_JOURNAL_NEWEST, 10000, &error);

  g_assert_no_error (error);

  return all->len;
}

static void
test_salvage_sound (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_cmpuint (count_salvaged (fixture->journal_path), ==, N_ENTRIES);
}

static void
test_salvage_damaged (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  guint n;

  damage_pages (fixture->journal_path, 5, 1);
  g_file_get_contents (fixture->journal_path, &before, &n_before, NULL);
  n = count_salvaged (fixture->journal_path);
  g_assert_cmpuint (n, >, N_ENTRIES * 8 / 10);
  g_file_get_contents (fixture->journal_path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (ThawRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *kept_path = NULL;
  g_autofree char *kept = NULL;
  gsize n_damaged, n_kept;
  ThawBackup *backup;

  damage_pages (fixture->journal_path, 5, 2);
  g_file_get_contents (fixture->journal_path, &damaged, &n_damaged, NULL);

  backups = thaw_rescue_list_backups (fixture->directory, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->n_entries, ==, N_IN_BACKUP);

  report = thaw_rescue_restore_sync (fixture->directory, backup->path, fixture->clock, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_restored, ==, N_IN_BACKUP);
  g_assert_cmpuint (report->n_rescued, >, (N_ENTRIES - N_IN_BACKUP) / 2);

  /* The damaged file is kept as it was. */
  kept_path = g_build_filename (report->kept_directory, "journal.db", NULL);
  g_file_get_contents (kept_path, &kept, &n_kept, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (kept, n_kept, damaged, n_damaged);

  open_journal (fixture);
  thaw_database_verify_sync (fixture->database, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_listed (fixture), ==, N_IN_BACKUP + report->n_rescued);
}

static void
test_restore_over_nothing_readable (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (ThawRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;
  int fd = open (fixture->journal_path, O_WRONLY | O_CLOEXEC);
  static const char zeroes[PAGE_SIZE];

  g_assert_cmpint (pwrite (fd, zeroes, sizeof zeroes, 0), ==, PAGE_SIZE);
  close (fd);

  backups = thaw_rescue_list_backups (fixture->directory, &error);
  report = thaw_rescue_restore_sync (fixture->directory, ((ThawBackup *) backups->pdata[0])->path, fixture->clock,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_rescued, ==, 0);
  open_journal (fixture);
  g_assert_cmpuint (count_listed (fixture), ==, N_IN_BACKUP);
}

static char *
dup_uuid (Fixture *fixture,
          int      number)
{
  g_autoptr (GPtrArray) all = thaw_journal_list_newest (fixture->journal, THAW_JOURNAL_NEWEST, 10000, NULL);

  return g_strdup (thaw_entry_summary_get_uuid (all->pdata[(int) all->len - 1 - number]));
}

static void
hide (Fixture    *fixture,
      const char *uuid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_journal_hide_async (fixture->journal, uuid, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_journal_hide_finish (fixture->journal, result, &error);
  g_assert_no_error (error);
}

static void
purge (Fixture    *fixture,
       const char *uuid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_journal_purge_async (fixture->journal, uuid, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_journal_purge_finish (fixture->journal, result, &error);
  g_assert_no_error (error);
}

/* Of all that a backup brings back, what the person deleted since is not wanted. */
static void
test_restore_keeps_deleted (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *purged = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *newer = NULL;
  g_autoptr (ThawEntry) old = NULL;
  g_autoptr (GDateTime) later = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) tombstones = NULL;
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  ThawJournalImportCounts counts;
  gint64 deleted_ms = thaw_clock_get_utc_ms (fixture->clock);
  gsize length;

  open_journal (fixture);
  purged = dup_uuid (fixture, 10);
  hidden = dup_uuid (fixture, 20);
  newer = dup_uuid (fixture, N_IN_BACKUP + 10);
  old = thaw_journal_get_entry (fixture->journal, purged, NULL);
  hide (fixture, purged);
  purge (fixture, purged);
  hide (fixture, newer);
  purge (fixture, newer);
  /* Thaw ended before this one was purged. */
  hide (fixture, hidden);
  close_journal (fixture);
  damage_pages (fixture->journal_path, 5, 2);
  later = g_date_time_new_from_unix_utc (deleted_ms / 1000 + 3600);
  thaw_clock_set_now (fixture->clock, later);

  backups = thaw_rescue_list_backups (fixture->directory, &error);
  report = thaw_rescue_restore_sync (fixture->directory, ((ThawBackup *) backups->pdata[0])->path, fixture->clock,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_restored, ==, N_IN_BACKUP - 2);

  open_journal (fixture);
  g_assert_cmpuint (count_listed (fixture), ==, report->n_restored + report->n_rescued);
  g_assert_null (thaw_journal_get_entry (fixture->journal, purged, NULL));
  g_assert_null (thaw_journal_get_entry (fixture->journal, hidden, NULL));
  g_assert_null (thaw_journal_get_entry (fixture->journal, newer, NULL));

  /* As at each start: then it is gone for good, and an older export does not bring it back. */
  purge (fixture, NULL);
  g_ptr_array_add (again, g_object_ref (old));
  thaw_journal_import_sync (fixture->journal, again, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_skipped, ==, 1);
  thaw_database_verify_sync (fixture->database, NULL, &error);
  g_assert_no_error (error);
  close_journal (fixture);
  g_assert_true (g_file_get_contents (fixture->journal_path, &contents, &length, NULL));
  g_assert_null (g_strstr_len (contents, (gssize) length, "word10-17"));

  /* When it was deleted stays as well. */
  tombstones = thaw_salvage_tombstones_sync (fixture->journal_path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tombstones->len, ==, 3);
  for (guint i = 0; i < tombstones->len; i++)
    g_assert_cmpint (((ThawTombstone *) tombstones->pdata[i])->deleted_ms, ==, deleted_ms);
}

static void
restore_newest (Fixture *fixture)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (ThawRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;

  backups = thaw_rescue_list_backups (fixture->directory, &error);
  g_assert_no_error (error);
  report = thaw_rescue_restore_sync (fixture->directory, ((ThawBackup *) backups->pdata[0])->path, fixture->clock,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Nor is what they deleted beside the entries. */
static void
test_restore_keeps_others_deleted (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *prompt = NULL;
  g_autofree char *kept_prompt = NULL;
  g_autofree char *reflection = NULL;
  g_autofree char *kept_reflection = NULL;
  g_autoptr (ThawWordStore) words = NULL;
  g_autoptr (ThawPromptStore) prompts = NULL;
  g_autoptr (ThawReflectionStore) reflections = NULL;
  g_autoptr (GError) error = NULL;

  open_journal (fixture);
  save_word (fixture, "again");
  save_word (fixture, "gone");
  save_word (fixture, "kept");
  prompt = save_prompt (fixture, "Gone?");
  kept_prompt = save_prompt (fixture, "Kept?");
  reflection = save_reflection (fixture, "gone.");
  kept_reflection = save_reflection (fixture, "kept.");
  make_backup (fixture, thaw_day_new (2026, 11, 23));

  words = thaw_word_store_new (fixture->database, fixture->clock);
  prompts = thaw_prompt_store_new (fixture->database, fixture->clock);
  reflections = thaw_reflection_store_new (fixture->database, fixture->clock);
  g_assert_true (thaw_word_store_remove_own_sync (words, "gone", &error));
  g_assert_true (thaw_word_store_remove_own_sync (words, "again", &error));
  g_assert_true (thaw_prompt_store_remove_sync (prompts, prompt, &error));
  g_assert_true (thaw_reflection_store_remove_sync (reflections, reflection, &error));
  save_word (fixture, "again");
  ASSERT_OTHERS (fixture, "again kept Kept? kept. ");
  close_journal (fixture);

  restore_newest (fixture);
  open_journal (fixture);
  ASSERT_OTHERS (fixture, "again kept Kept? kept. ");
}

static void
save_draft (Fixture    *fixture,
            const char *key,
            const char *text)
{
  g_autoptr (ThawDrafts) drafts = thaw_drafts_new (fixture->database, fixture->clock);
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment moment = thaw_clock_get_moment (fixture->clock);
  GAsyncResult *slot = NULL;

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_text (entry, text);
  thaw_drafts_save_async (drafts, key, entry, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_drafts_save_finish (drafts, result, &error);
  g_assert_no_error (error);
}

/* What was typed last, and nothing that was saved or thrown away since the backup. */
static void
test_restore_drafts (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawDrafts) drafts = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  open_journal (fixture);
  save_draft (fixture, THAW_DRAFT_CHECK_IN, "Old words");
  save_draft (fixture, THAW_DRAFT_ENTRY_PREFIX "1", "Saved since");
  make_backup (fixture, thaw_day_new (2026, 11, 23));
  drafts = thaw_drafts_new (fixture->database, fixture->clock);
  thaw_drafts_remove_async (drafts, THAW_DRAFT_ENTRY_PREFIX "1", NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_clear_object (&drafts);
  save_draft (fixture, THAW_DRAFT_CHECK_IN, "New words");
  close_journal (fixture);

  restore_newest (fixture);
  open_journal (fixture);
  drafts = thaw_drafts_new (fixture->database, fixture->clock);
  kept = thaw_drafts_list (drafts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpstr (thaw_entry_get_text (((ThawDraft *) kept->pdata[0])->entry), ==, "New words");
}

/* Overwrites the first page of a table or of an index. */
static void
damage_table (Fixture    *fixture,
              const char *name)
{
  g_autoptr (ThawConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", name);
  char noise[PAGE_SIZE];
  gint64 page;
  int fd;

  connection = thaw_connection_open (fixture->journal_path, THAW_CONNECTION_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_connection_get_int64 (connection, sql, &page, NULL));
  g_clear_pointer (&connection, thaw_connection_close);

  memset (noise, 0x5a, sizeof noise);
  fd = open (fixture->journal_path, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (pwrite (fd, noise, sizeof noise, (page - 1) * PAGE_SIZE), ==, sizeof noise);
  close (fd);
}

/* An entry of which nothing is left is no reason to lose the others. */
static void
test_restore_without_marks (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  ThawMoment moment = thaw_clock_get_moment (fixture->clock);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (ThawRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_HEAVY, 2);
  open_journal (fixture);
  saved = thaw_journal_save_sync (fixture->journal, entry, &error);
  g_assert_no_error (error);
  close_journal (fixture);
  damage_table (fixture, "entry_sensation");

  backups = thaw_rescue_list_backups (fixture->directory, &error);
  report = thaw_rescue_restore_sync (fixture->directory, ((ThawBackup *) backups->pdata[0])->path, fixture->clock,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_rescued, ==, N_ENTRIES - N_IN_BACKUP);
}

/* Nor is one thing beside the entries that makes no sense. */
static void
test_restore_with_nonsense (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (ThawConnection) connection = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (ThawRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reflection = NULL;
  g_autofree char *prompt = NULL;

  open_journal (fixture);
  save_word (fixture, "kept");
  prompt = save_prompt (fixture, "Kept?");
  reflection = save_reflection (fixture, "kept.");
  close_journal (fixture);

  connection = thaw_connection_open (fixture->journal_path, THAW_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  thaw_connection_execute (connection,
                           "UPDATE entry SET uuid = 'nonsense' WHERE id = 400;"
                           "INSERT INTO own_word (uuid, word, modified_ms) VALUES ('nonsense', 'word', 1);"
                           "INSERT INTO own_prompt (uuid, text, modified_ms) VALUES ('nonsense', 'Text', 1);"
                           "INSERT INTO reflection (uuid, utc_ms, offset_secs, day, note, modified_ms)"
                           "  SELECT 'nonsense', utc_ms, offset_secs, day, note, modified_ms FROM reflection;"
                           "INSERT INTO reflection (uuid, utc_ms, offset_secs, day, note, modified_ms)"
                           "  SELECT '01940000-0000-7000-8000-000000000001', utc_ms, offset_secs, day, '', 1"
                           "  FROM reflection WHERE uuid = 'nonsense'",
                           &error);
  g_assert_no_error (error);
  g_clear_pointer (&connection, thaw_connection_close);

  backups = thaw_rescue_list_backups (fixture->directory, &error);
  report = thaw_rescue_restore_sync (fixture->directory, ((ThawBackup *) backups->pdata[0])->path, fixture->clock,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
  /* Words are worth more than what they are known by. */
  g_assert_cmpuint (report->n_rescued, ==, N_ENTRIES - N_IN_BACKUP);
  open_journal (fixture);
  ASSERT_OTHERS (fixture, "kept Kept? kept. ");
}

/* A log that belongs to the damaged file must not be read into the restored one. */
static void
test_restore_with_log (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (ThawRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log_path = g_strconcat (fixture->journal_path, "-wal", NULL);
  g_autofree char *kept_log_path = NULL;

  g_file_set_contents (log_path, "a log of another time", -1, &error);
  g_assert_no_error (error);

  backups = thaw_rescue_list_backups (fixture->directory, &error);
  report = thaw_rescue_restore_sync (fixture->directory, ((ThawBackup *) backups->pdata[0])->path, fixture->clock,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
  kept_log_path = g_build_filename (report->kept_directory, "journal.db-wal", NULL);
  g_assert_true (g_file_test (kept_log_path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (report->n_rescued, ==, N_ENTRIES - N_IN_BACKUP);
}

static void
test_bad_backup_changes_nothing (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (ThawRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bad = g_build_filename (fixture->directory, "bad.db", NULL);

  g_file_set_contents (bad, "not a database", -1, NULL);
  report = thaw_rescue_restore_sync (fixture->directory, bad, fixture->clock, NULL, NULL, &error);
  g_assert_null (report);
  g_assert_nonnull (error);
  g_assert_true (error->domain == THAW_STORAGE_ERROR);
  g_clear_error (&error);

  open_journal (fixture);
  g_assert_cmpuint (count_listed (fixture), ==, N_ENTRIES);

  /* Nor is a journal replaced that somebody has open. */
  report = thaw_rescue_restore_sync (fixture->directory, bad, fixture->clock, NULL, NULL, &error);
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IN_USE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/storage/rescue/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("salvage-sound", test_salvage_sound);
  ADD ("salvage-damaged", test_salvage_damaged);
  ADD ("restore", test_restore);
  ADD ("restore-over-nothing-readable", test_restore_over_nothing_readable);
  ADD ("restore-keeps-deleted", test_restore_keeps_deleted);
  ADD ("restore-keeps-others-deleted", test_restore_keeps_others_deleted);
  ADD ("restore-drafts", test_restore_drafts);
  ADD ("restore-without-marks", test_restore_without_marks);
  ADD ("restore-with-nonsense", test_restore_with_nonsense);
  ADD ("restore-with-log", test_restore_with_log);
  ADD ("bad-backup-changes-nothing", test_bad_backup_changes_nothing);
#undef ADD

  return g_test_run ();
}
