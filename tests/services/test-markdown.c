/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-markdown"

#include "config.h"

#include "content/thaw-coping-loader.h"
#include "content/thaw-vocabulary-loader.h"
#include "exchange/thaw-markdown-writer.h"
#include "thaw-session.h"
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

static char *
write_beside (GPtrArray             *entries,
              const ThawImportBatch *beside)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ThawEntryWriter) writer = create_writer (stream);
  g_autoptr (GError) error = NULL;

  thaw_entry_writer_set_beside (writer, beside);
  for (guint i = 0; i < entries->len; i++)
    thaw_entry_writer_write_sync (writer, entries->pdata[i], NULL, &error);
  thaw_entry_writer_finish_sync (writer, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static ThawSession *
add_session (ThawImportBatch  *batch,
             const char       *iso,
             ThawActivityKind  kind,
             const char       *name)
{
  ThawSession *session = thaw_session_new (kind, "walk", name);

  session->moment = thaw_moment_from_iso (iso, NULL);
  session->ending = THAW_SESSION_FINISHED;
  g_ptr_array_add (batch->sessions, session);

  return session;
}

/* What was done stands among the entries of its day, and on days of its own. */
static void
test_sessions (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autofree char *markdown = NULL;
  ThawSession *session;

  add_session (batch, "2026-11-21T08:00:00.000+01:00", THAW_ACTIVITY_REST, "# A nap <b>");

  session = add_session (batch, "2026-11-23T08:30:00.000+01:00", THAW_ACTIVITY_MINDFULNESS, "Body scan");
  session->planned_ms = 20 * 60000;
  session->actual_ms = 5 * 60000 + 10000;
  session->ending = THAW_SESSION_LEFT;
  session->before = (ThawMoodLevel) { 0, NAN };
  session->after = (ThawMoodLevel) { 3, -1.0 / 3.0 };
  thaw_session_set_note (session, "Warm feet.\n# no heading");

  session = add_session (batch, "2026-11-23T17:00:00.000+01:00", THAW_ACTIVITY_PHYSICAL, "A walk outside");
  session->actual_ms = 25 * 60000;
  session->ending = THAW_SESSION_LEFT;
  session->expected = 2;
  session->felt = 5;
  session->before = (ThawMoodLevel) { THAW_FEELING_UNKNOWN, 0.0 };

  session = add_session (batch, "2026-11-24T07:00:00.000+01:00", THAW_ACTIVITY_CREATIVE, "Knitting");
  session->expected = 0;
  session = add_session (batch, "2026-11-24T07:00:00.000+01:00", THAW_ACTIVITY_CREATIVE, "Drawing");
  session->felt = 10;

  g_ptr_array_add (entries, thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00", "Words alone"));
  markdown = write_beside (entries, batch);
  g_assert_cmpstr (markdown, ==,
                   "# Journal\n"
                   "\n"
                   "## Saturday, 21 November 2026\n"
                   "\n"
                   "### 08:00 · \\# A nap \\<b>\n"
                   "\n"
                   "- Done: Rest and nature\n"
                   "\n"
                   "## Monday, 23 November 2026\n"
                   "\n"
                   "### 08:30 · Body scan\n"
                   "\n"
                   "- Done: Mindfulness, 5 minutes 10 seconds of 20 minutes\n"
                   "- Before: could feel 0 of 10 (numb)\n"
                   "- Afterwards: could feel 3 of 10 (a little), slightly unpleasant\n"
                   "\n"
                   "Warm feet.  \n"
                   "\\# no heading\n"
                   "\n"
                   "### 09:15\n"
                   "\n"
                   "Words alone\n"
                   "\n"
                   "### 17:00 · A walk outside\n"
                   "\n"
                   "- Done: Movement, 25 minutes\n"
                   "- Pleasure: expected 2 of 10, felt 5 of 10\n"
                   "- Before: neutral\n"
                   "\n"
                   "## Tuesday, 24 November 2026\n"
                   "\n"
                   "### 07:00 · Knitting\n"
                   "\n"
                   "- Done: Creative things\n"
                   "- Pleasure: expected 0 of 10\n"
                   "\n"
                   "### 07:00 · Drawing\n"
                   "\n"
                   "- Done: Creative things\n"
                   "- Pleasure: felt 10 of 10\n");

  /* A journal of nothing but sessions is not empty. */
  g_ptr_array_set_size (entries, 0);
  g_free (markdown);
  markdown = write_beside (entries, batch);
  g_assert_null (g_strrstr (markdown, "There are no entries yet."));
  g_assert_nonnull (g_strrstr (markdown, "Drawing"));
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
  g_test_add_func ("/services/markdown/sessions", test_sessions);
  g_test_add_func ("/services/markdown/empty", test_empty);

  return g_test_run ();
}
