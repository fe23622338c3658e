/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-search"

#include "config.h"
#include "thaw-storage-test.h"

static GPtrArray *
find (ThawStorageTest         *test,
      const ThawJournalFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = thaw_journal_find_sync (test->journal, filter, THAW_JOURNAL_NEWEST, 100, &error);

  g_assert_no_error (error);

  return found;
}

static char *
find_query (ThawStorageTest *test,
            const char      *query)
{
  ThawJournalFilter filter = { .query = (char *) query };

  return thaw_storage_test_join (find (test, &filter));
}

#define ASSERT_FINDS(test, query, expected)                    \
  G_STMT_START                                                 \
    {                                                          \
      g_autofree char *found_ = find_query ((test), (query));  \
      g_test_message ("%s", (query));                          \
      g_assert_cmpstr (found_, ==, (expected));                \
    }                                                          \
  G_STMT_END

static void
add_marked (ThawStorageTest *test,
            const char      *iso,
            const char      *text,
            const char      *emotion,
            const char      *tag,
            ThawTagKind      kind)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry (iso, text);
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;

  if (emotion != NULL)
    thaw_entry_set_emotion (entry, emotion, 2);
  if (tag != NULL)
    thaw_entry_set_tag (entry, tag, kind, FALSE);
  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);
}

static void
add (ThawStorageTest *test,
     const char      *iso,
     const char      *text)
{
  g_autofree char *uuid = thaw_storage_test_add (test, iso, text);

  g_assert_nonnull (uuid);
}

static void
test_words (ThawStorageTest *test,
            gconstpointer    data)
{
  add (test, "2026-03-01T08:00:00Z", "A long walk");
  add (test, "2026-03-02T08:00:00Z", "The walk was long and cold");
  add (test, "2026-03-03T08:00:00Z", "Coffee, no walking");

  ASSERT_FINDS (test, "walk", "Coffee, no walking|The walk was long and cold|A long walk");
  ASSERT_FINDS (test, "WALKi", "Coffee, no walking");
  ASSERT_FINDS (test, "walk long", "The walk was long and cold|A long walk");
  ASSERT_FINDS (test, "wal lo co", "The walk was long and cold");
  ASSERT_FINDS (test, "alk", "");
  ASSERT_FINDS (test, "\"long walk\"", "A long walk");
  ASSERT_FINDS (test, "\"walk lo\"", "");
  ASSERT_FINDS (test, "\"long wa", "A long walk");
  ASSERT_FINDS (test, "\"no walking\" coff", "Coffee, no walking");
  ASSERT_FINDS (test, "coffee,no", "Coffee, no walking");
}

static void
test_accents_and_scripts (ThawStorageTest *test,
                          gconstpointer    data)
{
  add (test, "2026-03-01T08:00:00Z", "Im Café, traurig über alles");
  add (test, "2026-03-02T08:00:00Z", "cafe\u0301 decomposed");
  add (test, "2026-03-03T08:00:00Z", "Ångström Straße İstanbul");
  add (test, "2026-03-04T08:00:00Z", "היום הרגשתי שקט");
  add (test, "2026-03-05T08:00:00Z", "شعرت بالهدوء اليوم");
  add (test, "2026-03-06T08:00:00Z", "आज हिन्दी में लिखा");
  add (test, "2026-03-07T08:00:00Z", "Smile 🙂 and 🌧️ rain");
  add (test, "2026-03-08T08:00:00Z", "今日は静か");

  ASSERT_FINDS (test, "cafe", "cafe\u0301 decomposed|Im Café, traurig über alles");
  ASSERT_FINDS (test, "café", "cafe\u0301 decomposed|Im Café, traurig über alles");
  ASSERT_FINDS (test, "CAFE\u0301", "cafe\u0301 decomposed|Im Café, traurig über alles");
  ASSERT_FINDS (test, "uber", "Im Café, traurig über alles");
  ASSERT_FINDS (test, "angstrom", "Ångström Straße İstanbul");
  ASSERT_FINDS (test, "הרגש", "היום הרגשתי שקט");
  ASSERT_FINDS (test, "الي", "شعرت بالهدوء اليوم");
  ASSERT_FINDS (test, "हिन्द", "आज हिन्दी में लिखा");
  ASSERT_FINDS (test, "🙂", "Smile 🙂 and 🌧️ rain");
  ASSERT_FINDS (test, "🌧", "Smile 🙂 and 🌧️ rain");
  ASSERT_FINDS (test, "🙃", "");
  ASSERT_FINDS (test, "今日", "今日は静か");
}

/* Whatever is typed is answered, and means what it says. */
static void
test_injections (ThawStorageTest *test,
                 gconstpointer    data)
{
  static const char *const queries[] = {
    "\"", "\"\"\"", "'", "''", "*", "**", "a*b", "NEAR(", "NEAR(a b, 3)", "a NEAR b", "AND", "OR", "NOT", "a AND", "OR a",
    "a OR", "a NOT b", "(", ")", "((a)", "{", "}", "{title}:a", "title:a", "title : a", "-a", "- a", "+", "a + b",
    "^", "^a", "^ a", ":", "a:b:c", ",", ";", "\\", "\\\"", "a\"b", "a\"b\"c\"", "%", "_", "?", "?1", "@a", "$a", "#",
    "a\nb", "a\tb", "a\vb", "a\001", "\177", "\u2028", "\u200b", "\u202e", "\ufeff", "\ufffd", "\ue000e6a6f79",
    "entry_fts", "rank", "rowid", "thaw_excerpt(entry_fts,0,0)", "' OR 1=1 --", "x'00'", "\xff\xfe", "\xc3", "🙂\"🙂*",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z",
  };

  add_marked (test, "2026-03-01T08:00:00Z", "Only this", "joy", NULL, THAW_TAG_PERSON);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *found = find_query (test, queries[i]);

      g_test_message ("%u", i);
      g_assert_true (g_str_equal (found, "") || g_str_equal (found, "Only this"));
    }

  /* Not a word to look for: as if nothing had been typed yet. */
  ASSERT_FINDS (test, "\"", "Only this");
  ASSERT_FINDS (test, "?!", "Only this");
  ASSERT_FINDS (test, "\ue000e6a6f79", "");
  ASSERT_FINDS (test, "e6a6f79", "");
}

static void
test_marks (ThawStorageTest *test,
            gconstpointer    data)
{
  ThawJournalFilter filter = { 0 };
  g_autofree char *found = NULL;

  add_marked (test, "2026-03-01T08:00:00Z", "one", "joy", "Anna", THAW_TAG_PERSON);
  add_marked (test, "2026-03-02T08:00:00Z", "two", "joyful", "Anna", THAW_TAG_PLACE);
  add_marked (test, "2026-03-03T08:00:00Z", "three", "joy", "Anna Maria", THAW_TAG_PERSON);
  add_marked (test, "2026-03-04T08:00:00Z", "four", "a \"quoted\" word*", "anna", THAW_TAG_PERSON);

  /* As words they are searched like all others. */
  ASSERT_FINDS (test, "joy", "three|two|one");
  ASSERT_FINDS (test, "anna", "four|three|two|one");
  ASSERT_FINDS (test, "anna two", "two");

  /* As filters they mean exactly what they name. */
  filter.emotion = (char *) "joy";
  found = thaw_storage_test_join (find (test, &filter));
  g_assert_cmpstr (found, ==, "three|one");
  g_clear_pointer (&found, g_free);

  filter.tag = (char *) "Anna";
  filter.tag_kind = THAW_TAG_PERSON;
  found = thaw_storage_test_join (find (test, &filter));
  g_assert_cmpstr (found, ==, "one");
  g_clear_pointer (&found, g_free);

  filter.emotion = NULL;
  filter.tag_kind = THAW_TAG_PLACE;
  found = thaw_storage_test_join (find (test, &filter));
  g_assert_cmpstr (found, ==, "two");
  g_clear_pointer (&found, g_free);

  filter.tag = NULL;
  filter.emotion = (char *) "a \"quoted\" word*";
  found = thaw_storage_test_join (find (test, &filter));
  g_assert_cmpstr (found, ==, "four");
  g_clear_pointer (&found, g_free);

  filter.query = (char *) "thr";
  filter.emotion = (char *) "joy";
  found = thaw_storage_test_join (find (test, &filter));
  g_assert_cmpstr (found, ==, "three");
}

static void
test_days_and_pages (ThawStorageTest *test,
                     gconstpointer    data)
{
  ThawJournalFilter filter = { .query = (char *) "e" };
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = THAW_JOURNAL_NEWEST;
  guint n_found = 0;

  for (int day = 1; day <= 20; day++)
    {
      g_autofree char *iso = g_strdup_printf ("2026-03-%02dT08:00:00Z", day);
      g_autofree char *text = g_strdup_printf ("entry %d", day);

      add (test, iso, text);
    }

  filter.first_day = thaw_day_new (2026, 3, 4);
  filter.last_day = thaw_day_new (2026, 3, 13);
  while (TRUE)
    {
      g_clear_pointer (&page, g_ptr_array_unref);
      page = thaw_journal_find_sync (test->journal, &filter, before, 4, &error);
      g_assert_no_error (error);
      if (page->len == 0)
        break;

      for (guint i = 0; i < page->len; i++)
        {
          ThawEntrySummary *summary = g_ptr_array_index (page, i);

          g_assert_cmpint (thaw_entry_summary_get_moment (summary)->day, ==, filter.last_day - (int) n_found);
          g_assert_cmpint (thaw_entry_summary_get_position (summary), <, before);
          before = thaw_entry_summary_get_position (summary);
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, ==, 10);

  /* The same without a word. */
  filter.query = NULL;
  g_clear_pointer (&page, g_ptr_array_unref);
  page = find (test, &filter);
  g_assert_cmpuint (page->len, ==, 10);
}

static void
assert_highlight (ThawEntrySummary *summary,
                  const char       *expected)
{
  const char *excerpt = thaw_entry_summary_get_excerpt (summary);
  GArray *highlights = thaw_entry_summary_get_excerpt_highlights (summary);
  g_autoptr (GString) shown = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < highlights->len; i++)
    {
      ThawHighlight *highlight = &g_array_index (highlights, ThawHighlight, i);

      g_assert_cmpuint (highlight->start, >=, at);
      g_assert_cmpuint (highlight->start + highlight->length, <=, strlen (excerpt));
      g_string_append_len (shown, excerpt + at, highlight->start - at);
      g_string_append_printf (shown, "[%.*s]", (int) highlight->length, excerpt + highlight->start);
      at = highlight->start + highlight->length;
    }
  g_string_append (shown, excerpt + at);
  g_assert_true (g_utf8_validate (shown->str, -1, NULL));
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_highlights (ThawStorageTest *test,
                 gconstpointer    data)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *shown;
  } cases[] = {
    { "A long walk", "walk", "A long [walk]" },
    { "A long walk", "wa lo", "A [long] [walk]" },
    { "A long walk", "\"long walk\"", "A [long walk]" },
    { "Über Äpfel", "apf ub", "[Über] [Äpfel]" },
    { "  Two\n\nlines\tof   it  ", "lines it", "Two [lines] of [it]" },
    { "walk-walk walk", "walk", "[walk]-[walk] [walk]" },
    { "a b a b a", "\"a b a\"", "[a b a b a]" },
    { "one \ue000two\ue001 three", "three", "one \ue000two\ue001 [three]" },
    { "cafe\u0301 now", "now", "cafe\u0301 [now]" },
    { "cafe\u0301 now", "cafe", "[cafe\u0301] now" },
    { "יום שקט", "שקט", "יום [שקט]" },
    { "x 🙂 y", "🙂", "x [🙂] y" },
    { "<b>a &amp; b</b>", "amp", "<b>a &[amp]; b</b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uuid = thaw_storage_test_add (test, "2026-03-01T08:00:00Z", cases[i].text);
      ThawJournalFilter filter = { .query = (char *) cases[i].query };
      g_autoptr (GPtrArray) found = find (test, &filter);

      g_test_message ("“%s” in “%s”", cases[i].query, cases[i].text);
      g_assert_cmpuint (found->len, ==, 1);
      assert_highlight (g_ptr_array_index (found, 0), cases[i].shown);
      thaw_storage_test_hide (test, uuid);
    }
}

static void
test_title_highlights (ThawStorageTest *test,
                       gconstpointer    data)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", "text");
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .query = (char *) "evening" };
  GArray *highlights;

  thaw_entry_set_title (entry, "A  quiet\tevening");
  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);

  found = find (test, &filter);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (thaw_entry_summary_get_title (g_ptr_array_index (found, 0)), ==, "A  quiet\tevening");
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (g_ptr_array_index (found, 0)), ==, "text");
  g_assert_cmpuint (thaw_entry_summary_get_excerpt_highlights (g_ptr_array_index (found, 0))->len, ==, 0);
  highlights = thaw_entry_summary_get_title_highlights (g_ptr_array_index (found, 0));
  g_assert_cmpuint (highlights->len, ==, 1);
  g_assert_cmpuint (g_array_index (highlights, ThawHighlight, 0).start, ==, 9);
  g_assert_cmpuint (g_array_index (highlights, ThawHighlight, 0).length, ==, 7);
}

static void
test_long_text (ThawStorageTest *test,
                gconstpointer    data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (ThawEntry) read = NULL;
  ThawJournalFilter filter = { 0 };
  ThawEntrySummary *summary;

  for (int i = 0; i < 1000; i++)
    g_string_append_printf (text, "word%d ünd\n", i);
  g_string_append (text, "needle in the middle ");
  while (text->len < 10 * 1024 * 1024)
    g_string_append (text, "and so it goes on and on with ever more words in it\n");
  g_string_append (text, "lastword");
  uuid = thaw_storage_test_add (test, "2026-03-01T08:00:00Z", text->str);

  read = thaw_journal_get_entry (test->journal, uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (read), ==, text->str);

  /* Shows where it was found. */
  filter.query = (char *) "needle";
  found = find (test, &filter);
  g_assert_cmpuint (found->len, ==, 1);
  summary = g_ptr_array_index (found, 0);
  g_assert_true (g_str_has_prefix (thaw_entry_summary_get_excerpt (summary), "…word996 ünd"));
  g_assert_true (g_str_has_suffix (thaw_entry_summary_get_excerpt (summary), "…"));
  g_assert_cmpint (g_utf8_strlen (thaw_entry_summary_get_excerpt (summary), -1), <=, 282);
  g_assert_cmpuint (thaw_entry_summary_get_excerpt_highlights (summary)->len, ==, 1);
  g_clear_pointer (&found, g_ptr_array_unref);

  /* What is too far to look for is found all the same, and shown by its beginning. */
  filter.query = (char *) "lastword";
  found = find (test, &filter);
  g_assert_cmpuint (found->len, ==, 1);
  summary = g_ptr_array_index (found, 0);
  g_assert_true (g_str_has_prefix (thaw_entry_summary_get_excerpt (summary), "word0 ünd word1"));
  g_assert_cmpuint (thaw_entry_summary_get_excerpt_highlights (summary)->len, ==, 0);
}

static void
test_follows_changes (ThawStorageTest *test,
                      gconstpointer    data)
{
  g_autofree char *uuid = thaw_storage_test_add (test, "2026-03-01T08:00:00Z", "before");
  g_autoptr (ThawEntry) entry = NULL;
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment moment = thaw_moment_from_iso ("2026-02-01T08:00:00Z", NULL);

  entry = thaw_journal_get_entry (test->journal, uuid, &error);
  g_assert_no_error (error);
  thaw_entry_set_text (entry, "after");
  thaw_entry_set_moment (entry, &moment);
  saved = thaw_journal_save_sync (test->journal, entry, &error);
  g_assert_no_error (error);
  ASSERT_FINDS (test, "before", "");
  ASSERT_FINDS (test, "after", "after");

  thaw_storage_test_hide (test, uuid);
  ASSERT_FINDS (test, "after", "");

  thaw_database_verify_sync (test->database, NULL, &error);
  g_assert_no_error (error);
}

static void
test_cancel (ThawStorageTest *test,
             gconstpointer    data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .query = (char *) "a" };

  add (test, "2026-03-01T08:00:00Z", "a");
  thaw_journal_find_async (test->journal, &filter, THAW_JOURNAL_NEWEST, 10, cancellable, thaw_test_store_result_cb,
                           &first);
  thaw_journal_find_async (test->journal, &filter, THAW_JOURNAL_NEWEST, 10, NULL, thaw_test_store_result_cb, &second);
  g_cancellable_cancel (cancellable);

  awaited = thaw_test_await (&first);
  g_assert_null (thaw_journal_find_finish (test->journal, awaited, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_clear_object (&awaited);

  /* The one after it is not touched by that. */
  awaited = thaw_test_await (&second);
  found = thaw_journal_find_finish (test->journal, awaited, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_index (ThawStorageTest *test,
            gconstpointer    data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *listed = NULL;
  ThawJournalFilter filter = { .query = (char *) "yes" };

  add (test, "2026-03-01T08:00:00Z", "yes 1");
  add (test, "2026-03-02T08:00:00Z", "no 2");
  add (test, "2026-03-03T08:00:00Z", "yes 3");

  thaw_journal_index_async (test->journal, &filter, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  places = thaw_journal_index_finish (test->journal, awaited, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (places->len, ==, 2);
  g_assert_cmpint (g_array_index (places, ThawJournalPlace, 0).day, ==, thaw_day_new (2026, 3, 3));
  g_assert_cmpint (g_array_index (places, ThawJournalPlace, 1).day, ==, thaw_day_new (2026, 3, 1));

  listed = thaw_storage_test_join (thaw_journal_list_places (test->journal, (ThawJournalPlace *) places->data,
                                                             places->len, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (listed, ==, "yes 3|yes 1");
}

/* An emotion is found by its word in the person's language as well as by its slug: saved or imported, by either. */
static void
test_translated_words (ThawStorageTest *test,
                       gconstpointer    data)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_family_free);
  g_autoptr (GPtrArray) emotions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_free);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawVocabulary) vocabulary = NULL;
  g_autoptr (GError) error = NULL;
  ThawEmotion *emotion = thaw_emotion_new ();
  ThawEntry *entry = thaw_storage_test_make_entry ("2026-11-22T09:00:00Z", "imported");
  ThawJournalImportCounts counts;

  emotion->slug = g_strdup ("frozen");
  emotion->family = g_strdup ("numbness");
  emotion->word = g_strdup ("wie erstarrt");
  g_ptr_array_add (emotions, emotion);
  vocabulary = thaw_vocabulary_new (families, emotions);
  g_clear_object (&test->journal);
  test->journal = thaw_journal_new (test->database, test->clock, vocabulary, NULL);

  add_marked (test, "2026-11-21T09:00:00Z", "saved", "frozen", NULL, THAW_TAG_EVENT);
  thaw_entry_set_emotion (entry, "frozen", 1);
  g_ptr_array_add (entries, entry);
  g_assert_true (thaw_journal_import_sync (test->journal, entries, FALSE, &counts, &error));
  g_assert_no_error (error);

  ASSERT_FINDS (test, "erstarrt", "imported|saved");
  ASSERT_FINDS (test, "frozen", "imported|saved");
  ASSERT_FINDS (test, "numbness", "");

  /* The words are the journal's as long as it is there. */
  g_clear_object (&test->journal);
  g_assert_finalize_object (g_steal_pointer (&vocabulary));
  test->journal = thaw_journal_new (test->database, test->clock, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/search/" name, ThawStorageTest, NULL, thaw_storage_test_set_up, func, thaw_storage_test_tear_down)
  ADD ("words", test_words);
  ADD ("accents-and-scripts", test_accents_and_scripts);
  ADD ("injections", test_injections);
  ADD ("marks", test_marks);
  ADD ("days-and-pages", test_days_and_pages);
  ADD ("highlights", test_highlights);
  ADD ("title-highlights", test_title_highlights);
  ADD ("long-text", test_long_text);
  ADD ("follows-changes", test_follows_changes);
  ADD ("cancel", test_cancel);
  ADD ("index", test_index);
  ADD ("translated-words", test_translated_words);
#undef ADD

  return g_test_run ();
}
