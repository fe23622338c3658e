/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-entry.h"

static void
test_answers_and_words (void)
{
  g_autoptr (ThawEntry) early = thaw_entry_new ();
  g_autoptr (ThawEntry) late = thaw_entry_new ();
  g_autoptr (ThawEntry) nothing_new = NULL;
  g_autoptr (ThawEntry) merged = NULL;
  g_autoptr (ThawEntry) answered = NULL;

  thaw_entry_set_feeling (early, 3);
  thaw_entry_set_valence (early, 0.5);
  thaw_entry_set_emotion (early, "joy", 1);
  thaw_entry_set_tag (early, "Anna", THAW_TAG_PERSON, FALSE);
  thaw_entry_set_text (early, "First.");

  nothing_new = thaw_entry_merge (early, late);
  g_assert_true (thaw_entry_equal (nothing_new, early));

  thaw_entry_set_feeling (late, 0);
  thaw_entry_set_emotion (late, "fear", 2);
  thaw_entry_set_tag (late, "Anna", THAW_TAG_PERSON, TRUE);
  thaw_entry_set_text (late, "Second.");

  merged = thaw_entry_merge (early, late);
  g_assert_cmpint (thaw_entry_get_feeling (merged), ==, 0);
  g_assert_cmpfloat (thaw_entry_get_valence (merged), ==, 0.5);
  g_assert_cmpuint (thaw_entry_get_emotions (merged)->len, ==, 2);
  g_assert_cmpint (thaw_entry_get_answer (merged), ==, THAW_ANSWER_NAMED);
  g_assert_cmpuint (thaw_entry_get_tags (merged)->len, ==, 1);
  g_assert_true (((ThawTagMark *) g_ptr_array_index (thaw_entry_get_tags (merged), 0))->is_trigger);
  g_assert_cmpstr (thaw_entry_get_text (merged), ==, "First.\nSecond.");

  /* "Nothing" stands alone, and is the later word. */
  thaw_entry_clear_emotions (late);
  thaw_entry_set_answer (late, THAW_ANSWER_NOTHING);
  answered = thaw_entry_merge (early, late);
  g_assert_cmpuint (thaw_entry_get_emotions (answered)->len, ==, 0);
  g_assert_cmpint (thaw_entry_get_answer (answered), ==, THAW_ANSWER_NOTHING);
}

static void
test_body (void)
{
  g_autoptr (ThawEntry) early = thaw_entry_new ();
  g_autoptr (ThawEntry) late = thaw_entry_new ();
  g_autoptr (ThawEntry) silent = thaw_entry_new ();
  g_autoptr (ThawEntry) kept = NULL;
  g_autoptr (ThawEntry) added = NULL;
  g_autoptr (ThawEntry) answered = NULL;
  g_autoptr (ThawEntry) found = NULL;

  thaw_entry_set_sensation (early, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 1);
  kept = thaw_entry_merge (early, silent);
  g_assert_true (thaw_entry_equal (kept, early));

  thaw_entry_set_sensation (late, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 3);
  thaw_entry_set_sensation (late, THAW_REGION_JAW, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
  added = thaw_entry_merge (early, late);
  g_assert_cmpuint (thaw_entry_get_sensations (added)->len, ==, 2);
  g_assert_cmpint (((ThawSensation *) thaw_entry_get_sensations (added)->pdata[0])->strength, ==, 3);

  /* "Nowhere" stands alone, and is the later word; and so is a place after it. */
  thaw_entry_set_body_answer (late, THAW_BODY_ANSWER_NOWHERE);
  answered = thaw_entry_merge (early, late);
  g_assert_cmpuint (thaw_entry_get_sensations (answered)->len, ==, 0);
  g_assert_cmpint (thaw_entry_get_body_answer (answered), ==, THAW_BODY_ANSWER_NOWHERE);
  found = thaw_entry_merge (answered, early);
  g_assert_cmpuint (thaw_entry_get_sensations (found)->len, ==, 1);
  g_assert_cmpint (thaw_entry_get_body_answer (found), ==, THAW_BODY_ANSWER_NONE);
}

static void
test_context (void)
{
  g_autoptr (ThawEntry) early = thaw_entry_new ();
  g_autoptr (ThawEntry) late = thaw_entry_new ();
  g_autoptr (ThawEntry) merged = NULL;
  g_autoptr (ThawEntry) answered = NULL;

  thaw_entry_set_coping (early, "walk", THAW_OUTCOME_NONE);
  thaw_entry_set_prompt (early, "What is around you?");
  thaw_entry_set_text (early, "Rain.");
  thaw_entry_set_coping (late, "walk", THAW_OUTCOME_BETTER);
  thaw_entry_set_coping (late, "rest", THAW_OUTCOME_SAME);
  thaw_entry_set_prompt (late, "How did you sleep?");

  merged = thaw_entry_merge (early, late);
  g_assert_cmpuint (thaw_entry_get_copings (merged)->len, ==, 2);
  g_assert_cmpint (((ThawCopingMark *) thaw_entry_get_copings (merged)->pdata[0])->outcome, ==, THAW_OUTCOME_BETTER);

  /* A question that was not answered is not the one that the text is about. */
  g_assert_cmpstr (thaw_entry_get_prompt (merged), ==, "What is around you?");
  thaw_entry_set_text (late, "Well.");
  answered = thaw_entry_merge (early, late);
  g_assert_cmpstr (thaw_entry_get_prompt (answered), ==, "How did you sleep?");
  g_assert_cmpstr (thaw_entry_get_text (answered), ==, "Rain.\nWell.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/entry-merge/answers-and-words", test_answers_and_words);
  g_test_add_func ("/core/entry-merge/body", test_body);
  g_test_add_func ("/core/entry-merge/context", test_context);

  return g_test_run ();
}
