/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "thaw-entry.h"

static void
test_empty (void)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();

  g_assert_true (thaw_entry_is_empty (entry));
  thaw_entry_set_text (entry, " \n\t\u00a0\u2003");
  g_assert_true (thaw_entry_is_empty (entry));
  thaw_entry_set_text (entry, "…");
  g_assert_false (thaw_entry_is_empty (entry));
  thaw_entry_set_text (entry, NULL);
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "");

  thaw_entry_set_feeling (entry, THAW_FEELING_NUMB);
  g_assert_false (thaw_entry_is_empty (entry));
  thaw_entry_set_feeling (entry, THAW_FEELING_UNKNOWN);
  thaw_entry_set_valence (entry, 0.0);
  g_assert_false (thaw_entry_is_empty (entry));
  thaw_entry_set_valence (entry, NAN);
  thaw_entry_set_answer (entry, THAW_ANSWER_NOTHING);
  g_assert_false (thaw_entry_is_empty (entry));
  thaw_entry_set_answer (entry, THAW_ANSWER_NONE);
  thaw_entry_set_tag (entry, "work", THAW_TAG_PLACE, FALSE);
  g_assert_false (thaw_entry_is_empty (entry));
  thaw_entry_clear_tags (entry);
  g_assert_true (thaw_entry_is_empty (entry));
}

static void
test_emotions (void)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  GPtrArray *emotions = thaw_entry_get_emotions (entry);

  thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);
  thaw_entry_set_emotion (entry, "joy", 2);
  g_assert_cmpint (thaw_entry_get_answer (entry), ==, THAW_ANSWER_NAMED);
  thaw_entry_set_emotion (entry, "fear", 1);
  thaw_entry_set_emotion (entry, "joy", 3);
  g_assert_cmpuint (emotions->len, ==, 2);
  g_assert_cmpstr (((ThawEmotionMark *) emotions->pdata[0])->slug, ==, "joy");
  g_assert_cmpint (((ThawEmotionMark *) emotions->pdata[0])->intensity, ==, 3);

  thaw_entry_set_emotion (entry, "never named", 0);
  thaw_entry_set_emotion (entry, "joy", 0);
  g_assert_cmpuint (emotions->len, ==, 1);
  g_assert_cmpint (thaw_entry_get_answer (entry), ==, THAW_ANSWER_NAMED);
  thaw_entry_set_emotion (entry, "fear", 0);
  g_assert_cmpint (thaw_entry_get_answer (entry), ==, THAW_ANSWER_NONE);
}

static void
test_tags (void)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  GPtrArray *tags = thaw_entry_get_tags (entry);

  thaw_entry_set_tag (entry, "Mara", THAW_TAG_PERSON, FALSE);
  thaw_entry_set_tag (entry, "Mara", THAW_TAG_PLACE, FALSE);
  thaw_entry_set_tag (entry, "Mara", THAW_TAG_PERSON, TRUE);
  g_assert_cmpuint (tags->len, ==, 2);
  g_assert_true (((ThawTagMark *) tags->pdata[0])->is_trigger);
  g_assert_false (((ThawTagMark *) tags->pdata[1])->is_trigger);
}

static void
test_copy_is_independent (void)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) copy = NULL;
  ThawMoment moment = thaw_moment_from_iso ("2026-11-23T09:15:00Z", NULL);

  thaw_entry_set_uuid (entry, "0190a7c0-0000-7000-8000-000000000000");
  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_feeling (entry, 4);
  thaw_entry_set_valence (entry, -1.0 / 3);
  thaw_entry_set_emotion (entry, "sadness", 2);
  thaw_entry_set_tag (entry, "rain", THAW_TAG_EVENT, TRUE);
  thaw_entry_set_title (entry, "A title");
  thaw_entry_set_text (entry, "Some text");
  thaw_entry_set_created_ms (entry, 1);
  thaw_entry_set_modified_ms (entry, 2);

  copy = thaw_entry_copy (entry);
  g_assert_true (thaw_entry_equal (entry, copy));
  g_assert_cmpstr (thaw_entry_get_uuid (copy), ==, thaw_entry_get_uuid (entry));
  g_assert_cmpint (thaw_entry_get_created_ms (copy), ==, 1);
  g_assert_cmpint (thaw_entry_get_modified_ms (copy), ==, 2);

  thaw_entry_set_emotion (copy, "sadness", 3);
  g_assert_false (thaw_entry_equal (entry, copy));
  thaw_entry_set_emotion (copy, "sadness", 2);
  g_assert_true (thaw_entry_equal (entry, copy));
  thaw_entry_clear_tags (copy);
  g_assert_false (thaw_entry_equal (entry, copy));
  g_assert_cmpuint (thaw_entry_get_tags (entry)->len, ==, 1);

  g_assert_finalize_object (g_steal_pointer (&copy));
}

static void
test_setting_to_itself (void)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();

  thaw_entry_set_text (entry, "the same");
  thaw_entry_set_text (entry, thaw_entry_get_text (entry));
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "the same");
  thaw_entry_set_title (entry, "title");
  thaw_entry_set_title (entry, thaw_entry_get_title (entry));
  g_assert_cmpstr (thaw_entry_get_title (entry), ==, "title");
}

static void
test_merge (void)
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/entry/empty", test_empty);
  g_test_add_func ("/core/entry/emotions", test_emotions);
  g_test_add_func ("/core/entry/tags", test_tags);
  g_test_add_func ("/core/entry/copy-is-independent", test_copy_is_independent);
  g_test_add_func ("/core/entry/setting-to-itself", test_setting_to_itself);
  g_test_add_func ("/core/entry/merge", test_merge);

  return g_test_run ();
}
