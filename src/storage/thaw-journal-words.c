/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-words"

#include "config.h"
#include "thaw-journal-private.h"

#include "thaw-search-query.h"

/*
 * What the full-text index knows of an entry besides its title and text: words to search for, and marks to filter by.
 * Whoever changes what is written here changes what filters look for; the entries that are there then need new words.
 */

#define MARK_EMOTION 'e'
#define MARK_TAG 't'
#define MARK_REGION 'r'
#define MARK_QUALITY 'q'
#define MARK_SENSATION 's' /* this quality in this region */
#define MARK_COPING 'c'

static char *
make_pair_mark (char        kind,
                const char *first,
                const char *second)
{
  g_autofree char *pair = g_strconcat (first, ":", second, NULL);

  return thaw_search_mark_new (kind, pair);
}

static char *
make_tag_mark (ThawTagKind  kind,
               const char  *name)
{
  return make_pair_mark (MARK_TAG, thaw_tag_kind_to_slug (kind), name);
}

static void
add_words (GString    *words,
           char        kind,
           const char *slug,
           const char *word)
{
  g_autofree char *mark = thaw_search_mark_new (kind, slug);

  g_string_append_printf (words, "%s %s\n", slug, mark);
  if (!g_str_equal (word, slug))
    g_string_append_printf (words, "%s\n", word);
}

static void
add_sensation (GString       *words,
               ThawSensation *sensation)
{
  const char *region = thaw_body_region_to_slug (sensation->region);
  const char *quality = thaw_sensation_quality_to_slug (sensation->quality);

  add_words (words, MARK_REGION, region, thaw_body_region_get_word (sensation->region));
  if (quality != NULL)
    {
      g_autofree char *mark = make_pair_mark (MARK_SENSATION, region, quality);

      add_words (words, MARK_QUALITY, quality, thaw_sensation_quality_get_word (sensation->quality));
      g_string_append_printf (words, "%s\n", mark);
    }
}

/**
 * thaw_journal_make_words:
 * @entry: an entry
 * @catalogs: the words in the person's language
 *
 * Returns: (transfer full): what a search finds the entry by besides its title
 *   and text: its emotions and sensations in both tongues, its tags, what was
 *   done, and marks for filters
 */
char *
thaw_journal_make_words (ThawEntry                 *entry,
                         const ThawJournalCatalogs *catalogs)
{
  GPtrArray *emotions = thaw_entry_get_emotions (entry);
  GPtrArray *sensations = thaw_entry_get_sensations (entry);
  GPtrArray *tags = thaw_entry_get_tags (entry);
  GPtrArray *copings = thaw_entry_get_copings (entry);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < emotions->len; i++)
    {
      ThawEmotionMark *emotion = g_ptr_array_index (emotions, i);

      add_words (words, MARK_EMOTION, emotion->slug, thaw_vocabulary_get_word (catalogs->vocabulary, emotion->slug));
    }

  for (guint i = 0; i < sensations->len; i++)
    add_sensation (words, g_ptr_array_index (sensations, i));

  for (guint i = 0; i < tags->len; i++)
    {
      ThawTagMark *tag = g_ptr_array_index (tags, i);
      g_autofree char *mark = make_tag_mark (tag->kind, tag->name);

      g_string_append_printf (words, "%s %s\n", tag->name, mark);
    }

  for (guint i = 0; i < copings->len; i++)
    {
      ThawCopingMark *coping = g_ptr_array_index (copings, i);
      const char *word = thaw_coping_catalog_get_word (catalogs->coping_catalog, coping->slug);

      add_words (words, MARK_COPING, coping->slug, word);
    }

  return g_string_free (words, FALSE);
}

static void
add_match (GString    *match,
           const char *quote,
           const char *term)
{
  if (match->len > 0)
    g_string_append (match, " AND ");
  g_string_append_printf (match, "%s%s%s", quote, term, quote);
}

/* Takes @mark. */
static void
add_mark (GString *match,
          char    *mark)
{
  add_match (match, "\"", mark);
  g_free (mark);
}

static void
add_body (GString                 *match,
          const ThawJournalFilter *filter)
{
  const char *region = filter->has_region ? thaw_body_region_to_slug (filter->region) : NULL;
  const char *quality = thaw_sensation_quality_to_slug (filter->quality);

  if (region != NULL && quality != NULL)
    add_mark (match, make_pair_mark (MARK_SENSATION, region, quality));
  else if (region != NULL)
    add_mark (match, thaw_search_mark_new (MARK_REGION, region));
  else if (quality != NULL)
    add_mark (match, thaw_search_mark_new (MARK_QUALITY, quality));
}

/**
 * thaw_journal_condition_init:
 * @filter: (nullable): which entries are wanted; must stay as it is as long as the condition
 * @before: the first position after the wanted ones
 */
void
thaw_journal_condition_init (ThawJournalCondition    *self,
                             const ThawJournalFilter *filter,
                             gint64                   before)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autofree char *query = NULL;

  *self = (ThawJournalCondition) { .before = before };
  if (filter == NULL)
    return;

  if (thaw_day_is_valid (filter->first_day))
    self->from = thaw_day_get_first_position (filter->first_day);
  if (thaw_day_is_valid (filter->last_day))
    self->before = MIN (before, thaw_day_get_first_position (filter->last_day + 1));

  /* The rarest first. */
  if (filter->tag != NULL)
    add_mark (match, make_tag_mark (filter->tag_kind, filter->tag));
  if (filter->coping != NULL)
    add_mark (match, thaw_search_mark_new (MARK_COPING, filter->coping));
  add_body (match, filter);
  if (filter->emotion != NULL)
    add_mark (match, thaw_search_mark_new (MARK_EMOTION, filter->emotion));
  query = thaw_search_query_to_match (filter->query);
  if (query != NULL)
    add_match (match, "", query);
  if (match->len > 0)
    self->match = g_strdup (match->str);

  self->answer = thaw_answer_to_slug (filter->answer);
  if (filter->is_trigger && filter->tag != NULL)
    {
      self->trigger_kind = thaw_tag_kind_to_slug (filter->tag_kind);
      self->trigger = filter->tag;
    }
  self->has_checks = self->answer != NULL || self->trigger != NULL;
}

void
thaw_journal_condition_clear (ThawJournalCondition *self)
{
  g_clear_pointer (&self->match, g_free);
}

/**
 * thaw_journal_condition_bind:
 * @statement: one whose parameters ?1 to ?6 are those of a condition
 */
void
thaw_journal_condition_bind (const ThawJournalCondition *self,
                             ThawStatement              *statement)
{
  thaw_statement_bind_int64 (statement, 1, self->from);
  thaw_statement_bind_int64 (statement, 2, self->before);
  if (self->match != NULL)
    thaw_statement_bind_text (statement, 3, self->match);
  thaw_statement_bind_text (statement, 4, self->answer);
  thaw_statement_bind_text (statement, 5, self->trigger_kind);
  thaw_statement_bind_text (statement, 6, self->trigger);
}
