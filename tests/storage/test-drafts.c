/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-drafts"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-draft-format.h"

#include <math.h>

static void
save (ThawStorageTest *test,
      const char      *key,
      ThawEntry       *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  thaw_drafts_save_async (test->drafts, key, entry, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_drafts_save_finish (test->drafts, awaited, &error);
  g_assert_no_error (error);
}

static void
remove_draft (ThawStorageTest *test,
              const char      *key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  thaw_drafts_remove_async (test->drafts, key, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_drafts_remove_finish (test->drafts, awaited, &error);
  g_assert_no_error (error);
}

static void
assert_keys (ThawStorageTest *test,
             const char      *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  drafts = thaw_drafts_list (test->drafts, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < drafts->len; i++)
    g_string_append_printf (keys, "%s|", ((ThawDraft *) g_ptr_array_index (drafts, i))->key);
  g_assert_cmpstr (keys->str, ==, expected);
}

/* Unfinished in every way: no identity, no moment, blank text. */
static void
test_unfinished (ThawStorageTest *test,
                 gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  save (test, THAW_DRAFT_CHECK_IN, entry);
  draft = thaw_drafts_get (test->drafts, THAW_DRAFT_CHECK_IN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->key, ==, THAW_DRAFT_CHECK_IN);
  g_assert_cmpint (draft->modified_ms, ==, thaw_clock_get_utc_ms (test->clock));
  g_assert_true (thaw_entry_equal (draft->entry, entry));
  g_assert_null (thaw_entry_get_uuid (draft->entry));
  g_assert_true (thaw_entry_is_empty (draft->entry));
}

static void
test_all_fields (ThawStorageTest *test,
                 gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-28T21:40:12.345-05:00", "  half a sent");
  g_autoptr (ThawDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  thaw_entry_set_uuid (entry, "0195e4a0-0000-7000-8000-000000000001");
  thaw_entry_set_feeling (entry, 0);
  thaw_entry_set_valence (entry, thaw_valence_from_step (1));
  thaw_entry_set_emotion (entry, "sadness", 2);
  thaw_entry_set_emotion (entry, "joy", 1);
  thaw_entry_set_tag (entry, "Anna", THAW_TAG_PERSON, TRUE);
  thaw_entry_set_title (entry, "Title");
  thaw_entry_set_created_ms (entry, 7);
  thaw_entry_set_modified_ms (entry, 8);

  save (test, "editor", entry);
  thaw_storage_test_reopen (test);
  draft = thaw_drafts_get (test->drafts, "editor", &error);
  g_assert_no_error (error);
  g_assert_true (thaw_entry_equal (draft->entry, entry));
  g_assert_cmpstr (thaw_entry_get_uuid (draft->entry), ==, thaw_entry_get_uuid (entry));
  g_assert_cmpint (thaw_entry_get_created_ms (draft->entry), ==, 7);
  g_assert_cmpint (thaw_entry_get_modified_ms (draft->entry), ==, 8);
}

static void
test_list (ThawStorageTest *test,
           gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-28T21:40:00Z", "a");
  g_autoptr (GDateTime) later = g_date_time_new_from_iso8601 ("2026-03-30T09:15:00+02:00", NULL);
  g_autoptr (ThawDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  assert_keys (test, "");
  save (test, "one", entry);
  thaw_clock_set_now (test->clock, later);
  save (test, "two", entry);
  assert_keys (test, "two|one|");

  thaw_entry_set_text (entry, "ab");
  save (test, "one", entry);
  assert_keys (test, "one|two|");
  draft = thaw_drafts_get (test->drafts, "one", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (draft->entry), ==, "ab");

  remove_draft (test, "one");
  remove_draft (test, "never there");
  assert_keys (test, "two|");
  g_assert_null (thaw_drafts_get (test->drafts, "one", &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
}

/* With the entry that grew from it, in the same transaction: never both, never neither. */
static void
test_goes_with_the_entry (ThawStorageTest *test,
                          gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-28T21:40:00Z", "a");
  g_autoptr (ThawEntry) empty = thaw_storage_test_make_entry ("2026-03-28T21:40:00Z", "");
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  save (test, "editor", entry);
  save (test, "other", entry);
  thaw_journal_save_async (test->journal, empty, "editor", NULL, thaw_test_store_result_cb, &first);
  awaited = thaw_test_await (&first);
  g_assert_null (thaw_journal_save_finish (test->journal, awaited, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
  g_clear_error (&error);
  g_clear_object (&awaited);
  assert_keys (test, "editor|other|");

  thaw_journal_save_async (test->journal, entry, "editor", NULL, thaw_test_store_result_cb, &second);
  awaited = thaw_test_await (&second);
  saved = thaw_journal_save_finish (test->journal, awaited, &error);
  g_assert_no_error (error);
  assert_keys (test, "other|");
}

static void
test_long_text (ThawStorageTest *test,
                gconstpointer    data)
{
  g_autofree char *text = g_strnfill (10 * 1024 * 1024, 'x');
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-28T21:40:00Z", text);
  g_autoptr (ThawDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  save (test, "editor", entry);
  draft = thaw_drafts_get (test->drafts, "editor", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (draft->entry), ==, text);
}

/* What comes from a damaged file or another version makes no nonsense and no crash. */
static void
test_format_is_careful (void)
{
  static const char noise[] = "\x01\x02\xff\xfe noise that is no variant at all \x00\x10";
  g_autoptr (GVariant) odd = NULL;
  g_autoptr (GBytes) noise_bytes = g_bytes_new_static (noise, sizeof noise);
  g_autoptr (GBytes) odd_bytes = NULL;
  g_autoptr (ThawEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  GVariantDict dict;

  entry = thaw_draft_format_parse (noise_bytes, &error);
  g_assert_null (entry);
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "feeling", "i", 4711);
  g_variant_dict_insert (&dict, "valence", "d", 17.0);
  g_variant_dict_insert (&dict, "answer", "s", "perhaps");
  g_variant_dict_insert (&dict, "moment", "(xii)", (gint64) 0, 0, 5);
  g_variant_dict_insert (&dict, "title", "i", 1);
  g_variant_dict_insert (&dict, "text", "s", "the text");
  g_variant_dict_insert (&dict, "body", "s", "not known yet");
  odd = g_variant_ref_sink (g_variant_dict_end (&dict));
#if G_BYTE_ORDER == G_BIG_ENDIAN
  odd = g_variant_byteswap (g_steal_pointer (&odd));
#endif
  odd_bytes = g_variant_get_data_as_bytes (odd);
  entry = thaw_draft_format_parse (odd_bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "the text");
  g_assert_cmpstr (thaw_entry_get_title (entry), ==, "");
  g_assert_cmpint (thaw_entry_get_feeling (entry), ==, THAW_FEELING_UNKNOWN);
  g_assert_true (isnan (thaw_entry_get_valence (entry)));
  g_assert_cmpint (thaw_entry_get_answer (entry), ==, THAW_ANSWER_NONE);
  g_assert_false (thaw_moment_is_valid (thaw_entry_get_moment (entry)));
}

/* What was answered comes back as it was, also in another Thaw, and is no entry. */
static void
test_reflection (ThawStorageTest *test,
                 gconstpointer    data)
{
  g_autoptr (ThawReflection) reflection = thaw_reflection_new ();
  g_autoptr (ThawReflection) found = NULL;
  g_autoptr (ThawReflection) none = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  reflection->uuid = g_strdup ("0196-some");
  reflection->moment = thaw_clock_get_moment (test->clock);
  reflection->levels[THAW_REFLECTION_NAMING] = THAW_REFLECTION_MIN;
  reflection->levels[THAW_REFLECTION_CLOSENESS] = THAW_REFLECTION_MAX;
  thaw_reflection_set_note (reflection, "grau in grau");
  thaw_drafts_save_reflection_async (test->drafts, THAW_DRAFT_REFLECTION, reflection, NULL,
                                     thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_drafts_save_finish (test->drafts, awaited, &error);
  g_assert_no_error (error);

  thaw_storage_test_reopen (test);
  assert_keys (test, "");
  found = thaw_drafts_get_reflection (test->drafts, THAW_DRAFT_REFLECTION, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_reflection_equal (found, reflection));
  g_assert_cmpstr (found->uuid, ==, reflection->uuid);
  g_assert_true (thaw_moment_equal (&found->moment, &reflection->moment));

  remove_draft (test, THAW_DRAFT_REFLECTION);
  none = thaw_drafts_get_reflection (test->drafts, THAW_DRAFT_REFLECTION, &error);
  g_assert_null (none);
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/drafts/" name, ThawStorageTest, NULL, thaw_storage_test_set_up, func, thaw_storage_test_tear_down)
  ADD ("unfinished", test_unfinished);
  ADD ("all-fields", test_all_fields);
  ADD ("list", test_list);
  ADD ("goes-with-the-entry", test_goes_with_the_entry);
  ADD ("long-text", test_long_text);
  ADD ("reflection", test_reflection);
  g_test_add_func ("/drafts/format-is-careful", test_format_is_careful);
#undef ADD

  return g_test_run ();
}
