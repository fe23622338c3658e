/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-journal-summary"

#include "config.h"

#include <math.h>

#include "thaw-journal-summary.h"

static ThawEntry *
make_entry (const char *day)
{
  g_autofree char *iso = g_strconcat (day, "T09:15:00.000+01:00", NULL);
  ThawMoment moment = thaw_moment_from_iso (iso, NULL);
  ThawEntry *entry = thaw_entry_new ();

  thaw_entry_set_moment (entry, &moment);

  return entry;
}

static void
add_feeling (ThawJournalSummary *summary,
             const char         *day,
             int                 feeling)
{
  g_autoptr (ThawEntry) entry = make_entry (day);

  thaw_entry_set_feeling (entry, feeling);
  thaw_journal_summary_add (summary, entry);
}

static void
add_emotion (ThawJournalSummary *summary,
             const char         *day,
             const char         *slug)
{
  g_autoptr (ThawEntry) entry = make_entry (day);

  thaw_entry_set_emotion (entry, slug, 2);
  thaw_journal_summary_add (summary, entry);
}

static void
test_nothing (void)
{
  g_autoptr (ThawJournalSummary) summary = thaw_journal_summary_new ();
  g_autoptr (GPtrArray) emotions = thaw_journal_summary_list_emotions (summary);
  ThawSummaryScale feeling = thaw_journal_summary_get_feeling (summary);
  ThawDay first, last;

  g_assert_false (thaw_journal_summary_get_extent (summary, &first, &last));
  g_assert_cmpint (first, ==, THAW_DAY_NONE);
  g_assert_cmpuint (feeling.n_days, ==, 0);
  g_assert_true (isnan (feeling.mean));
  g_assert_true (isnan (feeling.min));
  g_assert_true (isnan (thaw_journal_summary_get_variety (summary)));
  g_assert_cmpuint (emotions->len, ==, 0);
}

/* A day with many entries counts once, a day without one not at all. */
static void
test_mean_of_days (void)
{
  g_autoptr (ThawJournalSummary) summary = thaw_journal_summary_new ();

  for (guint i = 0; i < 10; i++)
    add_feeling (summary, "2026-11-20", i % 2 == 0 ? 0 : 2);
  add_feeling (summary, "2026-11-21", 4);
  g_assert_true (isnan (thaw_journal_summary_get_feeling (summary).mean));

  add_feeling (summary, "2026-11-22", THAW_FEELING_UNKNOWN);
  g_assert_true (isnan (thaw_journal_summary_get_feeling (summary).mean));

  add_feeling (summary, "2026-11-30", 10);
  g_assert_cmpfloat (thaw_journal_summary_get_feeling (summary).mean, ==, 5.0);
  g_assert_cmpuint (thaw_journal_summary_get_feeling (summary).n_days, ==, 3);
  g_assert_cmpuint (thaw_journal_summary_get_feeling (summary).n_entries, ==, 12);
  g_assert_cmpfloat (thaw_journal_summary_get_feeling (summary).min, ==, 0.0);
  g_assert_cmpfloat (thaw_journal_summary_get_feeling (summary).max, ==, 10.0);
  g_assert_cmpuint (thaw_journal_summary_get_n_days (summary), ==, 4);

  /* Asking changes nothing. */
  add_feeling (summary, "2026-11-30", 0);
  g_assert_cmpfloat (thaw_journal_summary_get_feeling (summary).mean, ==, 10.0 / 3.0);
}

static void
test_variety (void)
{
  g_autoptr (ThawJournalSummary) summary = thaw_journal_summary_new ();

  add_emotion (summary, "2026-11-20", "joy");
  add_emotion (summary, "2026-11-20", "joy");
  add_emotion (summary, "2026-11-21", "joy");
  g_assert_true (isnan (thaw_journal_summary_get_variety (summary)));
  add_emotion (summary, "2026-11-22", "joy");
  g_assert_cmpfloat (thaw_journal_summary_get_variety (summary), ==, 1.0);

  for (guint i = 0; i < 4; i++)
    add_emotion (summary, "2026-11-23", "fear");
  g_assert_cmpfloat_with_epsilon (thaw_journal_summary_get_variety (summary), 2.0, 1e-12);

  /* A third that is rare adds less than one. */
  add_emotion (summary, "2026-11-24", "anger");
  g_assert_cmpfloat (thaw_journal_summary_get_variety (summary), >, 2.0);
  g_assert_cmpfloat (thaw_journal_summary_get_variety (summary), <, 3.0);
}

static void
test_counts (void)
{
  g_autoptr (ThawJournalSummary) summary = thaw_journal_summary_new ();
  g_autoptr (ThawEntry) entry = make_entry ("2026-11-20");
  g_autoptr (GPtrArray) tags = NULL;
  const ThawSummaryCount *count;

  thaw_entry_set_tag (entry, "Mia", THAW_TAG_PERSON, TRUE);
  thaw_entry_set_tag (entry, "Mia", THAW_TAG_PLACE, FALSE);
  thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);
  thaw_journal_summary_add (summary, entry);
  thaw_entry_clear_tags (entry);
  thaw_entry_set_tag (entry, "Mia", THAW_TAG_PLACE, FALSE);
  thaw_journal_summary_add (summary, entry);

  tags = thaw_journal_summary_list_tags (summary);
  g_assert_cmpuint (tags->len, ==, 2);
  count = tags->pdata[0];
  g_assert_cmpint (count->kind, ==, THAW_TAG_PLACE);
  g_assert_cmpuint (count->n_entries, ==, 2);
  count = tags->pdata[1];
  g_assert_cmpint (count->kind, ==, THAW_TAG_PERSON);
  g_assert_cmpuint (count->n_triggers, ==, 1);
  g_assert_cmpuint (thaw_journal_summary_get_n_answers (summary, THAW_ANSWER_UNSURE), ==, 2);
  g_assert_cmpuint (thaw_journal_summary_get_n_answers (summary, THAW_ANSWER_NONE), ==, 0);
}

/* A place or a quality counts once in an entry, and a tag among the triggers only where it is one. */
static void
test_noticing (void)
{
  g_autoptr (ThawJournalSummary) summary = thaw_journal_summary_new ();
  g_autoptr (GPtrArray) regions = NULL;
  g_autoptr (GPtrArray) qualities = NULL;
  g_autoptr (GPtrArray) triggers = NULL;
  g_autoptr (GPtrArray) copings = NULL;
  const ThawSummaryCount *count;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ThawEntry) entry = make_entry ("2026-11-20");

      thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 1);
      thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
      if (i == 0)
        thaw_entry_set_sensation (entry, THAW_REGION_FEET, THAW_QUALITY_TIGHT, 1);
      thaw_entry_set_tag (entry, "often, once a trigger", THAW_TAG_PLACE, i == 0);
      if (i < 2)
        thaw_entry_set_tag (entry, "call", THAW_TAG_EVENT, TRUE);
      thaw_entry_set_tag (entry, "never a trigger", THAW_TAG_EVENT, FALSE);
      thaw_entry_set_coping (entry, "walk", i == 0 ? THAW_OUTCOME_NONE : THAW_OUTCOME_BETTER);
      thaw_journal_summary_add (summary, entry);
    }
  for (guint answer = THAW_BODY_ANSWER_NOWHERE; answer < THAW_N_BODY_ANSWERS; answer++)
    {
      g_autoptr (ThawEntry) entry = make_entry ("2026-11-21");

      thaw_entry_set_body_answer (entry, answer);
      thaw_journal_summary_add (summary, entry);
    }
  add_feeling (summary, "2026-11-22", 3);

  g_assert_cmpuint (thaw_journal_summary_get_n_bodies (summary, THAW_BODY_ANSWER_NONE), ==, 3);
  g_assert_cmpuint (thaw_journal_summary_get_n_bodies (summary, THAW_BODY_ANSWER_NOWHERE), ==, 1);
  g_assert_cmpuint (thaw_journal_summary_get_n_bodies (summary, THAW_BODY_ANSWER_UNSURE), ==, 1);

  regions = thaw_journal_summary_list_regions (summary);
  g_assert_cmpuint (regions->len, ==, 2);
  count = g_ptr_array_index (regions, 0);
  g_assert_cmpstr (count->name, ==, "chest");
  g_assert_cmpuint (count->n_entries, ==, 3);
  qualities = thaw_journal_summary_list_qualities (summary);
  g_assert_cmpuint (qualities->len, ==, 1);
  g_assert_cmpuint (((ThawSummaryCount *) g_ptr_array_index (qualities, 0))->n_entries, ==, 3);

  triggers = thaw_journal_summary_list_triggers (summary);
  g_assert_cmpuint (triggers->len, ==, 2);
  g_assert_cmpstr (((ThawSummaryCount *) g_ptr_array_index (triggers, 0))->name, ==, "call");
  g_assert_cmpuint (((ThawSummaryCount *) g_ptr_array_index (triggers, 1))->n_triggers, ==, 1);

  copings = thaw_journal_summary_list_copings (summary);
  g_assert_cmpuint (copings->len, ==, 1);
  count = g_ptr_array_index (copings, 0);
  g_assert_cmpuint (count->n_entries, ==, 3);
  g_assert_cmpuint (count->n_outcomes[THAW_OUTCOME_NONE], ==, 1);
  g_assert_cmpuint (count->n_outcomes[THAW_OUTCOME_BETTER], ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/journal-summary/nothing", test_nothing);
  g_test_add_func ("/core/journal-summary/mean-of-days", test_mean_of_days);
  g_test_add_func ("/core/journal-summary/variety", test_variety);
  g_test_add_func ("/core/journal-summary/counts", test_counts);
  g_test_add_func ("/core/journal-summary/noticing", test_noticing);

  return g_test_run ();
}
