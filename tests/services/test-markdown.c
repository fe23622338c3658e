/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-markdown"

#include "config.h"

#include "content/thaw-coping-loader.h"
#include "content/thaw-vocabulary-loader.h"
#include "exchange/thaw-markdown-writer.h"
#include "thaw-test-exchange.h"

static ThawEntryWriter *
create_writer (GOutputStream *stream)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawVocabulary) vocabulary = thaw_vocabulary_loader_load (&error);
  g_autoptr (ThawCopingCatalog) coping_catalog = thaw_coping_loader_load (&error);

  g_assert_no_error (error);

  return thaw_markdown_writer_new (stream, vocabulary, coping_catalog);
}

static void
test_write (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *markdown = NULL;
  ThawEntry *entry;

  entry = thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00", "First line\nsecond line\n\nA new paragraph.\n");
  thaw_entry_set_feeling (entry, 3);
  thaw_entry_set_valence (entry, -1.0 / 3.0);
  thaw_entry_set_emotion (entry, "sadness", 2);
  thaw_entry_set_emotion (entry, "shut-down", 3);
  thaw_entry_set_emotion (entry, "heimweh", 1);
  thaw_entry_set_tag (entry, "Mia", THAW_TAG_PERSON, FALSE);
  thaw_entry_set_tag (entry, "phone call", THAW_TAG_EVENT, TRUE);
  thaw_entry_set_tag (entry, "it is me", THAW_TAG_THOUGHT, FALSE);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2);
  thaw_entry_set_sensation (entry, THAW_REGION_HANDS, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_BETTER);
  thaw_entry_set_coping (entry, "sat on the stairs", THAW_OUTCOME_NONE);
  thaw_entry_set_prompt (entry, "What was hard?\n# No heading");
  thaw_entry_set_title (entry, "After the call");
  g_ptr_array_add (entries, entry);

  entry = thaw_test_make_entry ("2026-11-23T21:05:00.000+01:00", "");
  thaw_entry_set_answer (entry, THAW_ANSWER_NOTHING);
  thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_UNSURE);
  g_ptr_array_add (entries, entry);

  g_ptr_array_add (entries, thaw_test_make_entry ("2026-11-24T00:00:00.000+01:00", "Words alone"));

  markdown = thaw_test_write_entries (create_writer, entries);
  g_assert_cmpstr (markdown, ==,
                   "# Journal\n"
                   "\n"
                   "## Monday, 23 November 2026\n"
                   "\n"
                   "### 09:15 · After the call\n"
                   "\n"
                   "- Could feel: 3 of 10 (a little)\n"
                   "- How pleasant: slightly unpleasant\n"
                   "- Felt: sadness (clearly), feeling shut down (strongly), heimweh (a little)\n"
                   "- In the body: chest: tight, clearly; hands\n"
                   "- Person: Mia\n"
                   "- Event: phone call (trigger)\n"
                   "- Thought: it is me\n"
                   "- Done about it: Took a walk (better), sat on the stairs\n"
                   "\n"
                   "> What was hard?\n"
                   "> \\# No heading\n"
                   "\n"
                   "First line  \n"
                   "second line\n"
                   "\n"
                   "A new paragraph.\n"
                   "\n"
                   "### 21:05\n"
                   "\n"
                   "- Felt: nothing\n"
                   "- In the body: can’t tell\n"
                   "\n"
                   "## Tuesday, 24 November 2026\n"
                   "\n"
                   "### 00:00\n"
                   "\n"
                   "Words alone\n");
}

/* The person's own marks stay; what would pass for the journal's headings, or for HTML, does not. */
static void
test_escapes (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *markdown = NULL;

  g_ptr_array_add (entries,
                   thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00",
                                         "# no heading\r\n *really* <3\n<script>\n---\n- item\n====\n--\n"));
  thaw_entry_set_title (entries->pdata[0], "two\nlines <b>");
  markdown = thaw_test_write_entries (create_writer, entries);
  g_assert_cmpstr (markdown, ==,
                   "# Journal\n"
                   "\n"
                   "## Monday, 23 November 2026\n"
                   "\n"
                   "### 09:15 · two lines \\<b>\n"
                   "\n"
                   "\\# no heading  \n"
                   " *really* <3  \n"
                   "\\<script>  \n"
                   "\\---  \n"
                   "- item  \n"
                   "\\====  \n"
                   "\\--\n");
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *markdown = thaw_test_write_entries (create_writer, none);

  g_assert_cmpstr (markdown, ==, "# Journal\n\nThere are no entries yet.\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/markdown/write", test_write);
  g_test_add_func ("/services/markdown/escapes", test_escapes);
  g_test_add_func ("/services/markdown/empty", test_empty);

  return g_test_run ();
}
