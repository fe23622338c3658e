/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-stores"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-prompt-store.h"
#include "thaw-reflection-store.h"
#include "thaw-word-store.h"

#include <sqlite3.h>

typedef struct
{
  ThawStorageTest base;
  ThawWordStore *words;
  ThawPromptStore *prompts;
  ThawReflectionStore *reflections;
  guint n_words_changed;
  guint n_prompts_changed;
  guint n_reflections_changed;
  guint n_journal_changed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_storage_test_set_up (&fixture->base, data);
  fixture->words = thaw_word_store_new (fixture->base.database, fixture->base.clock);
  fixture->prompts = thaw_prompt_store_new (fixture->base.database, fixture->base.clock);
  fixture->reflections = thaw_reflection_store_new (fixture->base.database, fixture->base.clock);
  g_signal_connect_swapped (fixture->words, "changed", G_CALLBACK (count_cb), &fixture->n_words_changed);
  g_signal_connect_swapped (fixture->prompts, "changed", G_CALLBACK (count_cb), &fixture->n_prompts_changed);
  g_signal_connect_swapped (fixture->reflections, "changed", G_CALLBACK (count_cb), &fixture->n_reflections_changed);
  g_signal_connect_swapped (fixture->base.journal, "changed", G_CALLBACK (count_cb), &fixture->n_journal_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->words));
  g_assert_finalize_object (g_steal_pointer (&fixture->prompts));
  g_assert_finalize_object (g_steal_pointer (&fixture->reflections));
  thaw_storage_test_tear_down (&fixture->base, data);
}

static void
set_now (Fixture *fixture,
         int      day)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 4, day, 0, 0, 0);

  thaw_clock_set_now (fixture->base.clock, now);
}

/* Past the library: what a newer Thaw, or damage, may have left. */
static void
execute (Fixture    *fixture,
         const char *sql)
{
  sqlite3 *db;

  thaw_database_close (fixture->base.database);
  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  thaw_storage_test_reopen (&fixture->base);
}

static gint64
count_tombstones (Fixture    *fixture,
                  const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM tombstone WHERE kind = '%s'", kind);
  sqlite3_stmt *row;
  sqlite3 *db;
  gint64 n;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (db);

  return n;
}

/* "saudade (sadness)|wistful (-)" */
static char *
list_words (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = thaw_word_store_list_own (fixture->words, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < words->len; i++)
    {
      ThawOwnWord *word = g_ptr_array_index (words, i);

      g_assert_nonnull (word->uuid);
      g_string_append_printf (all, "%s%s (%s)", i > 0 ? "|" : "", word->word,
                              word->family != NULL ? word->family : "-");
    }

  return g_string_free (all, FALSE);
}

static char *
list_hidden (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) slugs = thaw_word_store_list_hidden (fixture->words, &error);

  g_assert_no_error (error);

  return g_strjoinv ("|", slugs);
}

static char *
list_prompts (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) prompts = thaw_prompt_store_list (fixture->prompts, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < prompts->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", ((ThawOwnPrompt *) g_ptr_array_index (prompts, i))->text);

  return g_string_free (all, FALSE);
}

static char *
list_notes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reflections = thaw_reflection_store_list (fixture->reflections, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < reflections->len; i++)
    {
      ThawReflection *reflection = g_ptr_array_index (reflections, i);

      g_string_append_printf (all, "%s%s %d", i > 0 ? "|" : "", reflection->note, reflection->levels[0]);
    }

  return g_string_free (all, FALSE);
}

#define ASSERT_LIST(list, fixture, expected)              \
  G_STMT_START                                            \
    {                                                     \
      g_autofree char *listed_ = list (fixture);          \
      g_assert_cmpstr (listed_, ==, (expected));          \
    }                                                     \
  G_STMT_END

static ThawOwnWord *
save_word (Fixture    *fixture,
           const char *word,
           const char *family)
{
  g_autoptr (ThawOwnWord) own = thaw_own_word_new (word, family);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;
  ThawOwnWord *saved;

  thaw_word_store_save_own_async (fixture->words, own, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_word_store_save_own_finish (fixture->words, result, &error);
  g_assert_no_error (error);

  return saved;
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawOwnWord) saudade = save_word (fixture, "saudade", NULL);
  g_autoptr (ThawOwnWord) moved = NULL;
  g_autoptr (ThawOwnWord) other = save_word (fixture, "Fernweh", "love");
  g_autoptr (ThawOwnWord) bad = thaw_own_word_new ("a\nb", NULL);
  g_autoptr (ThawOwnWord) back = NULL;
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "one");
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (ThawEntry) read = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  g_assert_cmpuint (fixture->n_words_changed, ==, 2);
  g_assert_cmpuint (fixture->n_prompts_changed + fixture->n_journal_changed, ==, 0);
  moved = save_word (fixture, "saudade", "sadness");
  g_assert_cmpstr (moved->uuid, ==, saudade->uuid);
  ASSERT_LIST (list_words, fixture, "Fernweh (love)|saudade (sadness)");

  g_assert_null (thaw_word_store_save_own_sync (fixture->words, bad, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
  g_clear_error (&error);

  thaw_entry_set_emotion (entry, "saudade", 2);
  saved = thaw_journal_save_sync (fixture->base.journal, entry, &error);
  g_assert_no_error (error);
  thaw_word_store_remove_own_async (fixture->words, "saudade", NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_word_store_remove_own_finish (fixture->words, result, &error));
  ASSERT_LIST (list_words, fixture, "Fernweh (love)");
  read = thaw_journal_get_entry (fixture->base.journal, thaw_entry_get_uuid (saved), &error);
  g_assert_no_error (error);
  g_assert_true (thaw_entry_equal (entry, read));
  g_assert_cmpint (count_tombstones (fixture, "own-word"), ==, 1);

  back = thaw_word_store_save_own_sync (fixture->words, moved, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->uuid, ==, moved->uuid);
  g_assert_cmpint (count_tombstones (fixture, "own-word"), ==, 0);
  g_assert_true (thaw_word_store_remove_own_sync (fixture->words, "never there", &error));
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_word_store_set_hidden_async (fixture->words, "love", TRUE, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_word_store_set_hidden_finish (fixture->words, result, &error));
  g_assert_true (thaw_word_store_set_hidden_sync (fixture->words, "anger", TRUE, &error));
  g_assert_true (thaw_word_store_set_hidden_sync (fixture->words, "love", TRUE, &error));
  ASSERT_LIST (list_hidden, fixture, "anger|love");
  g_assert_true (thaw_word_store_set_hidden_sync (fixture->words, "love", FALSE, &error));
  ASSERT_LIST (list_hidden, fixture, "anger");
  g_assert_false (thaw_word_store_set_hidden_sync (fixture->words, "\xff", TRUE, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
}

static void
test_prompts (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const refused[] = { "", " \n ", "\xff\xfe" };
  g_autofree char *long_text = g_strnfill (3000, 'x');
  g_autoptr (ThawOwnPrompt) first = thaw_own_prompt_new ("First?");
  g_autoptr (ThawOwnPrompt) second = thaw_own_prompt_new ("Second?");
  g_autoptr (ThawOwnPrompt) too_long = thaw_own_prompt_new (long_text);
  g_autoptr (ThawOwnPrompt) saved_first = NULL;
  g_autoptr (ThawOwnPrompt) saved_second = NULL;
  g_autoptr (ThawOwnPrompt) back = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_prompt_store_save_async (fixture->prompts, first, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved_first = thaw_prompt_store_save_finish (fixture->prompts, result, &error);
  g_assert_no_error (error);
  set_now (fixture, 2);
  saved_second = thaw_prompt_store_save_sync (fixture->prompts, second, &error);
  g_assert_no_error (error);
  ASSERT_LIST (list_prompts, fixture, "Second?|First?");
  g_assert_cmpuint (fixture->n_prompts_changed, ==, 2);

  thaw_prompt_store_remove_async (fixture->prompts, saved_first->uuid, NULL, thaw_test_store_result_cb, &slot);
  removed = thaw_test_await (&slot);
  g_assert_true (thaw_prompt_store_remove_finish (fixture->prompts, removed, &error));
  ASSERT_LIST (list_prompts, fixture, "Second?");
  g_assert_cmpint (count_tombstones (fixture, "own-prompt"), ==, 1);
  back = thaw_prompt_store_save_sync (fixture->prompts, saved_first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->uuid, ==, saved_first->uuid);
  g_assert_cmpint (count_tombstones (fixture, "own-prompt"), ==, 0);
  /* That there was nothing to remove leaves no stone. */
  g_assert_true (thaw_prompt_store_remove_sync (fixture->prompts, "0195e4a0-0000-7000-8000-0000000000ff", &error));
  g_assert_cmpint (count_tombstones (fixture, "own-prompt"), ==, 0);

  g_assert_null (thaw_prompt_store_save_sync (fixture->prompts, too_long, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (ThawOwnPrompt) prompt = thaw_own_prompt_new (refused[i]);

      g_clear_error (&error);
      g_assert_null (thaw_prompt_store_save_sync (fixture->prompts, prompt, &error));
      g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
    }
}

static ThawReflection *
make_reflection (const char *iso,
                 int         level,
                 const char *note)
{
  ThawReflection *reflection = thaw_reflection_new ();

  reflection->moment = thaw_moment_from_iso (iso, NULL);
  reflection->levels[0] = level;
  thaw_reflection_set_note (reflection, note);

  return reflection;
}

static void
test_reflections (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ThawReflection) later = make_reflection ("2026-03-20T08:00:00+01:00", 7, "later");
  g_autoptr (ThawReflection) first = make_reflection ("2026-03-01T08:00:00+01:00", THAW_REFLECTION_UNKNOWN, "first");
  g_autoptr (ThawReflection) absurd = make_reflection ("2026-03-01T08:00:00+01:00", 11, "");
  g_autoptr (ThawReflection) empty = make_reflection ("2026-03-01T08:00:00+01:00", THAW_REFLECTION_UNKNOWN, "  ");
  g_autoptr (ThawReflection) no_moment = thaw_reflection_new ();
  g_autoptr (ThawReflection) not_utf8 = make_reflection ("2026-03-01T08:00:00+01:00", 1, "\xff");
  ThawReflection *const refused[] = { absurd, empty, no_moment, not_utf8 };
  g_autoptr (ThawReflection) saved = NULL;
  g_autoptr (ThawReflection) saved_first = NULL;
  g_autoptr (ThawReflection) back = NULL;
  g_autoptr (GError) error = NULL;

  no_moment->levels[0] = 1;
  saved = thaw_reflection_store_save_sync (fixture->reflections, later, &error);
  g_assert_no_error (error);
  saved_first = thaw_reflection_store_save_sync (fixture->reflections, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_reflections_changed, ==, 2);
  ASSERT_LIST (list_notes, fixture, "first -1|later 7");

  g_assert_true (thaw_reflection_store_remove_sync (fixture->reflections, saved->uuid, &error));
  ASSERT_LIST (list_notes, fixture, "first -1");
  g_assert_cmpint (count_tombstones (fixture, "reflection"), ==, 1);
  back = thaw_reflection_store_save_sync (fixture->reflections, saved, &error);
  g_assert_no_error (error);
  ASSERT_LIST (list_notes, fixture, "first -1|later 7");
  g_assert_cmpint (count_tombstones (fixture, "reflection"), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_null (thaw_reflection_store_save_sync (fixture->reflections, refused[i], &error));
      g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
      g_clear_error (&error);
    }
}

#define UUID "0195e4a0-0000-7000-8000-00000000000"

/* What makes no sense is passed over, and the rest is there. */
static void
test_damaged_rows (Fixture       *fixture,
                   gconstpointer  data)
{
  execute (fixture,
           "PRAGMA ignore_check_constraints = ON;"
           "INSERT INTO own_word (uuid, word, family, modified_ms) VALUES"
           "  ('" UUID "1', 'fine', CAST (x'ff' AS TEXT), 1), ('" UUID "2', CAST (x'ff' AS TEXT), NULL, 1),"
           "  ('a', 'nobody', NULL, 1);"
           "INSERT INTO hidden_word (slug, modified_ms) VALUES ('', 1), ('love', 1), ('of-the-future', 1);"
           "INSERT INTO own_prompt (uuid, text, modified_ms) VALUES ('" UUID "1', ' ', 1),"
           "  ('" UUID "2', 'Fine?', 1), ('a', 'Nobody?', 1);"
           "INSERT INTO reflection (uuid, utc_ms, offset_secs, day, response, note, modified_ms) VALUES"
           "  ('" UUID "1', 0, 0, '2026-99-99', 1, 'no day', 1),"
           "  ('" UUID "2', 0, 0, '1970-01-01', 99, 'fine', 1),"
           "  ('" UUID "3', 0, 0, '1970-01-01', NULL, '', 1), ('a', 0, 0, '1970-01-01', 1, 'nobody', 1);");
  ASSERT_LIST (list_words, fixture, "fine (-)");
  ASSERT_LIST (list_hidden, fixture, "love|of-the-future");
  ASSERT_LIST (list_prompts, fixture, "Fine?");
  ASSERT_LIST (list_notes, fixture, "fine -1");
}

static ThawImportBatch *
make_batch (gint64      modified_ms,
            const char *suffix)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  g_autofree char *text = g_strconcat ("Asked ", suffix, NULL);
  ThawOwnWord *word = thaw_own_word_new ("saudade", suffix);
  ThawOwnPrompt *prompt = thaw_own_prompt_new (text);
  ThawReflection *reflection = make_reflection ("2026-03-20T08:00:00+01:00", 3, text);

  word->uuid = g_strdup (UUID "1");
  prompt->uuid = g_strdup (UUID "2");
  reflection->uuid = g_strdup (UUID "3");
  word->modified_ms = prompt->modified_ms = reflection->modified_ms = modified_ms;
  g_ptr_array_add (batch->entries, thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "an entry"));
  thaw_entry_set_uuid (g_ptr_array_index (batch->entries, 0), UUID "4");
  g_ptr_array_add (batch->own_words, word);
  g_ptr_array_add (batch->hidden_words, g_strdup ("love"));
  g_ptr_array_add (batch->own_prompts, prompt);
  g_ptr_array_add (batch->reflections, reflection);

  return batch;
}

static ThawJournalImportCounts
import (Fixture         *fixture,
        ThawImportBatch *batch,
        gboolean         dry_run)
{
  g_autoptr (GError) error = NULL;
  ThawJournalImportCounts counts = { 0 };

  thaw_journal_import_batch_sync (fixture->base.journal, batch, dry_run, &counts, &error);
  g_assert_no_error (error);

  return counts;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 now_ms = thaw_clock_get_utc_ms (fixture->base.clock);
  ThawImportBatch *batch;

  g_assert_cmpuint (import (fixture, make_batch (1000, "old"), TRUE).n_others, ==, 4);
  ASSERT_LIST (list_words, fixture, "");
  g_assert_cmpuint (fixture->n_words_changed, ==, 0);

  g_assert_cmpuint (import (fixture, make_batch (1000, "old"), FALSE).n_others, ==, 4);
  g_assert_cmpuint (fixture->n_words_changed, ==, 1);
  g_assert_cmpuint (fixture->n_prompts_changed, ==, 1);
  g_assert_cmpuint (fixture->n_reflections_changed, ==, 1);
  g_assert_cmpuint (fixture->n_journal_changed, ==, 1);
  g_assert_cmpuint (import (fixture, make_batch (1000, "old"), FALSE).n_others, ==, 0);
  g_assert_cmpuint (import (fixture, make_batch (999, "older"), FALSE).n_others, ==, 0);
  ASSERT_LIST (list_words, fixture, "saudade (old)");
  ASSERT_LIST (list_hidden, fixture, "love");

  g_assert_cmpuint (import (fixture, make_batch (2000, "new"), FALSE).n_others, ==, 3);
  ASSERT_LIST (list_words, fixture, "saudade (new)");
  ASSERT_LIST (list_prompts, fixture, "Asked new");
  ASSERT_LIST (list_notes, fixture, "Asked new 3");

  /* Deleted after it was saved there, and then saved there once more. */
  thaw_word_store_remove_own_sync (fixture->words, "saudade", &error);
  thaw_prompt_store_remove_sync (fixture->prompts, UUID "2", &error);
  thaw_reflection_store_remove_sync (fixture->reflections, UUID "3", &error);
  g_assert_cmpuint (import (fixture, make_batch (now_ms, "same time"), FALSE).n_others, ==, 0);
  ASSERT_LIST (list_prompts, fixture, "");
  g_assert_cmpuint (import (fixture, make_batch (now_ms + 1, "later"), FALSE).n_others, ==, 3);
  ASSERT_LIST (list_prompts, fixture, "Asked later");
  g_assert_cmpint (count_tombstones (fixture, "own-prompt"), ==, 0);

  /* The same word from another journal is no second one. */
  batch = thaw_import_batch_new ();
  g_ptr_array_add (batch->own_words, thaw_own_word_new ("saudade", "love"));
  ((ThawOwnWord *) g_ptr_array_index (batch->own_words, 0))->uuid = g_strdup (UUID "9");
  ((ThawOwnWord *) g_ptr_array_index (batch->own_words, 0))->modified_ms = now_ms + 2;
  g_assert_cmpuint (import (fixture, batch, FALSE).n_others, ==, 1);
  ASSERT_LIST (list_words, fixture, "saudade (love)");
}

/* What says no time is taken once, and takes no place of what is there, or was. */
static void
test_import_without_time (Fixture       *fixture,
                          gconstpointer  data)
{
  gint64 now_ms = thaw_clock_get_utc_ms (fixture->base.clock);
  g_autoptr (GDateTime) later = g_date_time_new_from_unix_utc (now_ms / 1000 + 60);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (import (fixture, make_batch (0, "first"), FALSE).n_others, ==, 4);
  thaw_clock_set_now (fixture->base.clock, later);
  g_assert_cmpuint (import (fixture, make_batch (0, "again"), FALSE).n_others, ==, 0);
  ASSERT_LIST (list_prompts, fixture, "Asked first");
  thaw_prompt_store_remove_sync (fixture->prompts, UUID "2", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import (fixture, make_batch (0, "again"), FALSE).n_others, ==, 0);
  ASSERT_LIST (list_prompts, fixture, "");
}

/* One thing that cannot be stored, and nothing is. */
static void
test_import_all_or_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  ThawImportBatch *batch = make_batch (1000, "old");
  ThawReflection *reflection = g_ptr_array_index (batch->reflections, 0);

  reflection->levels[1] = -2;
  g_assert_false (thaw_journal_import_batch_sync (fixture->base.journal, batch, FALSE, NULL, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
  ASSERT_LIST (list_words, fixture, "");
  ASSERT_LIST (list_hidden, fixture, "");
  g_clear_error (&error);
  g_assert_null (thaw_journal_get_entry (fixture->base.journal, UUID "4", &error));

  batch = make_batch (-1, "before time");
  g_clear_error (&error);
  g_assert_false (thaw_journal_import_batch_sync (fixture->base.journal, batch, FALSE, NULL, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/stores/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("words", test_words);
  ADD ("hidden", test_hidden);
  ADD ("prompts", test_prompts);
  ADD ("reflections", test_reflections);
  ADD ("damaged-rows", test_damaged_rows);
  ADD ("import", test_import);
  ADD ("import-without-time", test_import_without_time);
  ADD ("import-all-or-nothing", test_import_all_or_nothing);
#undef ADD

  return g_test_run ();
}
