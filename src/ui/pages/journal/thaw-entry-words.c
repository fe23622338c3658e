/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-words"

#include "config.h"
#include "pages/journal/thaw-entry-words.h"

#include "thaw-date-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* After these a voice pauses by itself. */
#define SENTENCE_ENDS ".!?…。؟।"

static void
add_sentence (GString    *sentences,
              const char *sentence)
{
  if (sentence[0] == '\0')
    return;

  if (sentences->len > 0)
    g_string_append_c (sentences, ' ');
  g_string_append (sentences, sentence);

  /* What a person wrote may bring its own end. */
  if (g_utf8_strchr (SENTENCE_ENDS, -1, g_utf8_get_char (g_utf8_prev_char (sentences->str + sentences->len))) == NULL)
    g_string_append_c (sentences, '.');
}

static void
add_emotions (GString        *sentences,
              GPtrArray      *emotions,
              ThawVocabulary *vocabulary)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      if (i > 0)
        /* Translators: between the items of a list that is read out, as in “joy, clearly; fear, a little” */
        g_string_append (list, C_("list separator", "; "));
      /* Translators: an emotion and how strong it is, as in “joy, clearly” */
      g_string_append_printf (list, C_("emotion and intensity", "%s, %s"),
                              thaw_vocabulary_get_word (vocabulary, mark->slug),
                              thaw_emotion_get_intensity_word (mark->intensity));
    }

  add_sentence (sentences, list->str);
}

/* "; " between the items. */
static void
add_item (GString    *list,
          const char *item)
{
  if (list->len > 0)
    g_string_append (list, C_("list separator", "; "));
  g_string_append (list, item);
}

static void
add_body (GString          *sentences,
          ThawEntrySummary *summary)
{
  GPtrArray *sensations = thaw_entry_summary_get_sensations (summary);
  g_autofree char *answer = thaw_entry_words_for_body_answer (thaw_entry_summary_get_body_answer (summary));
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (answer != NULL)
    add_sentence (sentences, answer);
  if (sensations->len == 0)
    return;

  for (guint i = 0; i < sensations->len; i++)
    {
      g_autofree char *words = thaw_sensation_to_words (g_ptr_array_index (sensations, i));

      add_item (list, words);
    }

  /* Translators: read out by a screen reader; %s is a list as “chest: tight; jaw” */
  sentence = g_strdup_printf (_("In the body: %s"), list->str);
  add_sentence (sentences, sentence);
}

static void
add_copings (GString           *sentences,
             GPtrArray         *copings,
             ThawCopingCatalog *coping_catalog)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (copings->len == 0)
    return;

  for (guint i = 0; i < copings->len; i++)
    {
      g_autofree char *words = thaw_entry_words_for_coping (g_ptr_array_index (copings, i), coping_catalog);

      add_item (list, words);
    }

  /* Translators: read out by a screen reader; %s is a list as “Took a walk: better; Cried” */
  sentence = g_strdup_printf (_("What I did: %s"), list->str);
  add_sentence (sentences, sentence);
}

static void
add_tags (GString   *sentences,
          GPtrArray *tags)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (tags->len == 0)
    return;

  for (guint i = 0; i < tags->len; i++)
    {
      g_autofree char *words = thaw_entry_words_for_tag (g_ptr_array_index (tags, i));

      add_item (list, words);
    }

  /* Translators: read out by a screen reader; %s is a list of tags as “Anna; work” */
  sentence = g_strdup_printf (_("Tags: %s"), list->str);
  add_sentence (sentences, sentence);
}

/**
 * thaw_entry_words_for_feeling:
 * @feeling: 0 to 10
 *
 * Returns: (transfer full): the number and the word, as “6 somewhat”
 */
char *
thaw_entry_words_for_feeling (int feeling)
{
  /* Translators: how much a person can feel as a number from 0 to 10 and as a word, as in “6 somewhat” */
  return g_strdup_printf (C_("feeling", "%d %s"), feeling, thaw_feeling_get_word (feeling));
}

/**
 * thaw_entry_words_for_tag:
 * @tag: a tag
 *
 * Returns: (transfer full): the tag's name, and that it is a trigger if it is one
 */
char *
thaw_entry_words_for_tag (const ThawTagMark *tag)
{
  if (!tag->is_trigger)
    return g_strdup (tag->name);

  /* Translators: a tag that set a feeling off, as in “argument (trigger)” */
  return g_strdup_printf (_("%s (trigger)"), tag->name);
}

/**
 * thaw_entry_words_for_body_answer:
 * @answer: what was said instead of a place
 *
 * Returns: (transfer full) (nullable): the answer, with what it is about, or
 *   %NULL if there is none
 */
char *
thaw_entry_words_for_body_answer (ThawBodyAnswer answer)
{
  if (answer == THAW_BODY_ANSWER_NONE)
    return NULL;

  /* Translators: an answer to where in the body something is felt, as in “In the body: nowhere” */
  return g_strdup_printf (C_("body answer", "In the body: %s"), thaw_body_answer_get_word (answer));
}

/**
 * thaw_entry_words_for_coping:
 * @coping: what was done
 * @coping_catalog: (nullable): the words for it
 *
 * Returns: (transfer full): what was done, and how it was afterwards if that was said
 */
char *
thaw_entry_words_for_coping (const ThawCopingMark *coping,
                             ThawCopingCatalog    *coping_catalog)
{
  const char *name = thaw_coping_catalog_get_word (coping_catalog, coping->slug);

  if (coping->outcome == THAW_OUTCOME_NONE)
    return g_strdup (name);

  /* Translators: what was done and how it was afterwards, as in “Took a walk: better” */
  return g_strdup_printf (C_("what was done", "%s: %s"), name, thaw_coping_outcome_get_word (coping->outcome));
}

/**
 * thaw_entry_words_describe:
 * @summary: an entry
 * @vocabulary: (nullable): the words for its emotions
 * @coping_catalog: (nullable): the words for what was done
 *
 * Returns: (transfer full): all that a row of the journal shows, in sentences
 *   for a screen reader
 */
char *
thaw_entry_words_describe (ThawEntrySummary  *summary,
                           ThawVocabulary    *vocabulary,
                           ThawCopingCatalog *coping_catalog)
{
  const ThawMoment *moment = thaw_entry_summary_get_moment (summary);
  g_autofree char *day = thaw_day_to_words (moment->day, THAW_DAY_NONE);
  g_autofree char *time = thaw_moment_to_time_words (moment);
  GString *sentences = g_string_new (NULL);
  int feeling = thaw_entry_summary_get_feeling (summary);
  double valence = thaw_entry_summary_get_valence (summary);

  /* Translators: a day and a time, as in “Monday 3 March 2025, 09:15” */
  g_string_append_printf (sentences, C_("day and time", "%s, %s"), day, time);
  g_string_append_c (sentences, '.');

  if (feeling != THAW_FEELING_UNKNOWN)
    {
      /* Translators: read out by a screen reader, as in “Feeling 6 of 10, somewhat” */
      g_autofree char *sentence = g_strdup_printf (_("Feeling %d of 10, %s"), feeling,
                                                   thaw_feeling_get_word (feeling));

      add_sentence (sentences, sentence);
    }

  if (!isnan (valence))
    add_sentence (sentences, thaw_valence_step_get_word (thaw_valence_to_step (valence)));

  add_emotions (sentences, thaw_entry_summary_get_emotions (summary), vocabulary);
  add_sentence (sentences, thaw_answer_get_word (thaw_entry_summary_get_answer (summary)));
  add_body (sentences, summary);
  add_sentence (sentences, thaw_entry_summary_get_title (summary));
  add_sentence (sentences, thaw_entry_summary_get_excerpt (summary));
  add_tags (sentences, thaw_entry_summary_get_tags (summary));
  add_copings (sentences, thaw_entry_summary_get_copings (summary), coping_catalog);

  return g_string_free (sentences, FALSE);
}
