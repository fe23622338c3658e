/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-coping-loader.h"
#include "content/thaw-vocabulary-loader.h"
#include "widgets/journal-filter/thaw-filter-words.h"

static ThawVocabulary *vocabulary;        /* (owned) */
static ThawCopingCatalog *coping_catalog; /* (owned) */

static void
assert_words (const ThawJournalFilter *filter,
              const char              *expected)
{
  g_autofree char *words = thaw_filter_to_words (filter, vocabulary, coping_catalog);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();

  assert_words (filter, NULL);
  filter->query = g_strdup ("water");
  assert_words (filter, NULL);

  filter->emotion = g_strdup ("joy");
  filter->tag = g_strdup ("Anna");
  assert_words (filter, "with joy, tagged Anna");
  filter->is_trigger = TRUE;
  assert_words (filter, "with joy, set off by Anna");

  filter->answer = THAW_ANSWER_NO_WORD;
  thaw_filter_clear_part (filter, THAW_FILTER_EMOTION);
  assert_words (filter, "answered “something, no word yet”, set off by Anna");
}

static void
test_body_and_coping (void)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();

  filter->has_region = TRUE;
  filter->region = THAW_REGION_CHEST;
  assert_words (filter, "in the body: chest");
  filter->quality = THAW_QUALITY_TIGHT;
  assert_words (filter, "in the body: chest: tight");
  filter->has_region = FALSE;
  assert_words (filter, "in the body: tight");

  thaw_filter_clear_part (filter, THAW_FILTER_BODY);
  filter->coping = g_strdup ("walk");
  assert_words (filter, "what I did: Took a walk");
  g_free (filter->coping);
  filter->coping = g_strdup ("sang");
  assert_words (filter, "what I did: sang");
}

/* Taking every part away leaves a filter that all pass. */
static void
test_clear (void)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();

  filter->emotion = g_strdup ("joy");
  filter->answer = THAW_ANSWER_NOTHING;
  filter->has_region = TRUE;
  filter->quality = THAW_QUALITY_NUMB;
  filter->tag = g_strdup ("Anna");
  filter->is_trigger = TRUE;
  filter->coping = g_strdup ("walk");
  filter->first_day = thaw_day_new (2026, 3, 1);
  for (int i = 0; i < THAW_N_FILTER_PARTS; i++)
    {
      g_autofree char *words = thaw_filter_part_to_words (filter, (ThawFilterPart) i, vocabulary, coping_catalog);

      g_assert_nonnull (words);
      g_assert_false (thaw_journal_filter_is_empty (filter));
      thaw_filter_clear_part (filter, (ThawFilterPart) i);
    }
  g_assert_true (thaw_journal_filter_is_empty (filter));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  vocabulary = thaw_vocabulary_loader_load (NULL);
  coping_catalog = thaw_coping_loader_load (NULL);

  g_test_add_func ("/ui/filter-words/words", test_words);
  g_test_add_func ("/ui/filter-words/body-and-coping", test_body_and_coping);
  g_test_add_func ("/ui/filter-words/clear", test_clear);

  result = g_test_run ();
  g_clear_object (&vocabulary);
  g_clear_object (&coping_catalog);

  return result;
}
