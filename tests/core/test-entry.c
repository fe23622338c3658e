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
  thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_NOWHERE);
  g_assert_false (thaw_entry_is_empty (entry));
  thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_NONE);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
  g_assert_false (thaw_entry_is_empty (entry));
  thaw_entry_clear_sensations (entry);
  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_NONE);
  g_assert_false (thaw_entry_is_empty (entry));
  thaw_entry_clear_copings (entry);

  /* A question is not an answer. */
  thaw_entry_set_prompt (entry, "What is around you?");
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
test_sensations (void)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  GPtrArray *sensations = thaw_entry_get_sensations (entry);

  /* A place is an answer, and an answer without a place takes the places away. */
  thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_UNSURE);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 1);
  g_assert_cmpint (thaw_entry_get_body_answer (entry), ==, THAW_BODY_ANSWER_NONE);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_WARM, 2);
  thaw_entry_set_sensation (entry, THAW_REGION_JAW, THAW_QUALITY_TIGHT, THAW_SENSATION_NO_STRENGTH);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 3);
  g_assert_cmpuint (sensations->len, ==, 3);
  g_assert_cmpint (((ThawSensation *) sensations->pdata[0])->strength, ==, 3);
  g_assert_cmpint (((ThawSensation *) sensations->pdata[1])->strength, ==, 2);

  thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_NONE);
  g_assert_cmpuint (sensations->len, ==, 3);
  thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_NOWHERE);
  g_assert_cmpuint (sensations->len, ==, 0);
  g_assert_cmpint (thaw_entry_get_body_answer (entry), ==, THAW_BODY_ANSWER_NOWHERE);
}

static void
test_copings (void)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  GPtrArray *copings = thaw_entry_get_copings (entry);

  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_NONE);
  thaw_entry_set_coping (entry, "fed the ducks", THAW_OUTCOME_SAME);
  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_BETTER);
  g_assert_cmpuint (copings->len, ==, 2);
  g_assert_cmpstr (((ThawCopingMark *) copings->pdata[0])->slug, ==, "walk");
  g_assert_cmpint (((ThawCopingMark *) copings->pdata[0])->outcome, ==, THAW_OUTCOME_BETTER);
  g_assert_cmpint (((ThawCopingMark *) copings->pdata[1])->outcome, ==, THAW_OUTCOME_SAME);
}

/* Each part alone makes two entries different, and a copy has it. */
static void
test_new_parts_are_compared (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (ThawEntry) entry = thaw_entry_new ();
      g_autoptr (ThawEntry) plain = thaw_entry_new ();
      g_autoptr (ThawEntry) copy = NULL;

      if (i == 0)
        thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_UNSURE);
      else if (i == 1)
        thaw_entry_set_sensation (entry, THAW_REGION_FEET, THAW_QUALITY_COLD, 1);
      else if (i == 2)
        thaw_entry_set_coping (entry, "rest", THAW_OUTCOME_WORSE);
      else
        thaw_entry_set_prompt (entry, "What is around you?");

      copy = thaw_entry_copy (entry);
      g_assert_false (thaw_entry_equal (entry, plain));
      g_assert_true (thaw_entry_equal (entry, copy));
    }
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
  thaw_entry_set_prompt (entry, "prompt");
  thaw_entry_set_prompt (entry, thaw_entry_get_prompt (entry));
  g_assert_cmpstr (thaw_entry_get_prompt (entry), ==, "prompt");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/entry/empty", test_empty);
  g_test_add_func ("/core/entry/emotions", test_emotions);
  g_test_add_func ("/core/entry/tags", test_tags);
  g_test_add_func ("/core/entry/sensations", test_sensations);
  g_test_add_func ("/core/entry/copings", test_copings);
  g_test_add_func ("/core/entry/new-parts-are-compared", test_new_parts_are_compared);
  g_test_add_func ("/core/entry/copy-is-independent", test_copy_is_independent);
  g_test_add_func ("/core/entry/setting-to-itself", test_setting_to_itself);

  return g_test_run ();
}
