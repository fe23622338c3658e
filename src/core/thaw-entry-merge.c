/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-merge"

#include "config.h"
#include "thaw-entry.h"

#include "thaw-text.h"

#include <math.h>

static void
merge_emotions (ThawEntry *merged,
                ThawEntry *later)
{
  ThawAnswer answer = thaw_entry_get_answer (later);
  GPtrArray *emotions = thaw_entry_get_emotions (later);

  if (answer != THAW_ANSWER_NONE)
    {
      if (answer != THAW_ANSWER_NAMED)
        thaw_entry_clear_emotions (merged);
      thaw_entry_set_answer (merged, answer);
    }

  for (guint i = 0; i < emotions->len; i++)
    {
      ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      thaw_entry_set_emotion (merged, mark->slug, mark->intensity);
    }
}

static void
merge_body (ThawEntry *merged,
            ThawEntry *later)
{
  GPtrArray *sensations = thaw_entry_get_sensations (later);

  if (thaw_entry_get_body_answer (later) != THAW_BODY_ANSWER_NONE)
    thaw_entry_set_body_answer (merged, thaw_entry_get_body_answer (later));

  for (guint i = 0; i < sensations->len; i++)
    {
      ThawSensation *sensation = g_ptr_array_index (sensations, i);

      thaw_entry_set_sensation (merged, sensation->region, sensation->quality, sensation->strength);
    }
}

static void
merge_context (ThawEntry *merged,
               ThawEntry *later)
{
  GPtrArray *tags = thaw_entry_get_tags (later);
  GPtrArray *copings = thaw_entry_get_copings (later);

  for (guint i = 0; i < tags->len; i++)
    {
      ThawTagMark *mark = g_ptr_array_index (tags, i);

      thaw_entry_set_tag (merged, mark->name, mark->kind, mark->is_trigger);
    }
  for (guint i = 0; i < copings->len; i++)
    {
      ThawCopingMark *mark = g_ptr_array_index (copings, i);

      thaw_entry_set_coping (merged, mark->slug, mark->outcome);
    }
}

static void
merge_text (ThawEntry *merged,
            ThawEntry *later)
{
  const char *earlier_text = thaw_entry_get_text (merged);
  const char *later_text = thaw_entry_get_text (later);
  g_autofree char *text = NULL;

  if (!thaw_text_is_blank (thaw_entry_get_title (later)))
    thaw_entry_set_title (merged, thaw_entry_get_title (later));

  if (thaw_text_is_blank (later_text))
    return;

  if (thaw_entry_get_prompt (later)[0] != '\0')
    thaw_entry_set_prompt (merged, thaw_entry_get_prompt (later));
  text = g_strconcat (earlier_text, earlier_text[0] != '\0' ? "\n" : "", later_text, NULL);
  thaw_entry_set_text (merged, text);
}

/**
 * thaw_entry_merge:
 * @later: what was said since
 *
 * Puts together what was said at two times about one moment. No word is worth
 * less than another, so texts, sensations, tags and what was done are added; of
 * two answers to one question the later one holds.
 *
 * Returns: (transfer full): a copy of @self with what @later says
 */
ThawEntry *
thaw_entry_merge (ThawEntry *self,
                  ThawEntry *later)
{
  ThawEntry *merged;

  g_return_val_if_fail (THAW_IS_ENTRY (self), NULL);
  g_return_val_if_fail (THAW_IS_ENTRY (later), NULL);

  merged = thaw_entry_copy (self);
  if (thaw_entry_get_feeling (later) != THAW_FEELING_UNKNOWN)
    thaw_entry_set_feeling (merged, thaw_entry_get_feeling (later));
  if (!isnan (thaw_entry_get_valence (later)))
    thaw_entry_set_valence (merged, thaw_entry_get_valence (later));
  merge_emotions (merged, later);
  merge_body (merged, later);
  merge_context (merged, later);
  merge_text (merged, later);

  return merged;
}
