/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-marks"

#include "config.h"
#include "thaw-journal-private.h"

/* Reads what is in the tables around an entry: emotions, sensations, tags, what was done, the prompt. */

/* What a row of ALL_MARKS is about, and so in which order the parts come. The body answer is before the sensations:
 * should a damaged file have both, the sensations are what was meant. */
enum
{
  PART_EMOTION,
  PART_BODY,
  PART_SENSATION,
  PART_TAG,
  PART_COPING,
  PART_PROMPT,
};

/* One statement for all parts: most of an entry's are empty, and each look-up of its own costs more than its rows.
 * The parts are read one after the other, each in the order of its key. */
#define EMOTIONS \
  "SELECT 0, slug, NULL, intensity FROM (SELECT slug, intensity FROM entry_emotion WHERE entry = ?1 ORDER BY ordinal)"
#define TAGS \
  "SELECT 3, name, kind, is_trigger" \
  "  FROM (SELECT tag.name, tag.kind, entry_tag.is_trigger FROM entry_tag JOIN tag ON tag.id = entry_tag.tag" \
  "    WHERE entry_tag.entry = ?1 ORDER BY entry_tag.ordinal)"
#define SUMMARY_MARKS \
  EMOTIONS \
  " UNION ALL " \
  "SELECT 1, answer, NULL, NULL FROM entry_body WHERE entry = ?1" \
  " UNION ALL " \
  "SELECT 2, region, quality, strength" \
  "  FROM (SELECT region, quality, strength FROM entry_sensation WHERE entry = ?1 ORDER BY ordinal)" \
  " UNION ALL " \
  TAGS \
  " UNION ALL " \
  "SELECT 4, slug, outcome, NULL FROM (SELECT slug, outcome FROM entry_coping WHERE entry = ?1 ORDER BY ordinal)"

static const char *const marks_sql[] = {
  [THAW_JOURNAL_MARKS_SUMMARY] = SUMMARY_MARKS,
  [THAW_JOURNAL_MARKS_ENTRY] = SUMMARY_MARKS
    " UNION ALL SELECT 5, prompt, NULL, NULL FROM entry_prompt WHERE entry = ?1",
  [THAW_JOURNAL_MARKS_ENTRY_V1] = EMOTIONS " UNION ALL " TAGS,
};

/**
 * thaw_journal_marks_init:
 * @connection: a connection
 * @which: what is read with it
 * @error: return location for an error
 *
 * Returns: whether the statement is ready
 */
gboolean
thaw_journal_marks_init (ThawJournalMarks       *self,
                         ThawConnection         *connection,
                         ThawJournalMarksWhich   which,
                         GError                **error)
{
  self->rows = thaw_statement_new (connection, marks_sql[which], error);

  return self->rows != NULL;
}

void
thaw_journal_marks_clear (ThawJournalMarks *self)
{
  g_clear_pointer (&self->rows, thaw_statement_free);
}

static int
get_part (ThawStatement *row)
{
  return (int) thaw_statement_get_int64 (row, 0);
}

/* What is not known is passed over: it comes from damage, or from a Thaw that knows more. */

static gboolean
get_emotion (ThawStatement  *row,
             const char    **out_slug,
             int            *out_intensity)
{
  *out_slug = thaw_statement_get_text (row, 1);
  *out_intensity = (int) CLAMP (thaw_statement_get_int64 (row, 3), THAW_EMOTION_MIN_INTENSITY,
                                THAW_EMOTION_MAX_INTENSITY);

  return thaw_emotion_slug_is_valid (*out_slug);
}

static gboolean
get_sensation (ThawStatement *row,
               ThawSensation *out_sensation)
{
  gint64 strength = thaw_statement_get_int64 (row, 3);

  out_sensation->strength = strength >= THAW_SENSATION_MIN_STRENGTH && strength <= THAW_SENSATION_MAX_STRENGTH
                              ? (int) strength
                              : THAW_SENSATION_NO_STRENGTH;

  return thaw_body_region_from_slug (thaw_statement_get_text (row, 1), &out_sensation->region) &&
         thaw_sensation_quality_from_slug (thaw_statement_get_text (row, 2), &out_sensation->quality);
}

static ThawTagMark *
read_tag (ThawStatement *row)
{
  g_autofree char *name = thaw_statement_dup_text (row, 1);
  ThawTagKind kind;

  if (name == NULL || !thaw_tag_kind_from_slug (thaw_statement_get_text (row, 2), &kind))
    return NULL;

  return thaw_tag_mark_new (name, kind, thaw_statement_get_int64 (row, 3) != 0);
}

static ThawCopingMark *
read_coping (ThawStatement *row)
{
  g_autofree char *slug = thaw_statement_dup_text (row, 1);
  ThawCopingOutcome outcome;

  if (slug == NULL || slug[0] == '\0' ||
      !thaw_coping_outcome_from_slug (thaw_statement_get_text (row, 2), &outcome))
    return NULL;

  return thaw_coping_mark_new (slug, outcome);
}

static void
add_to_entry (ThawStatement *row,
              ThawEntry     *entry)
{
  g_autoptr (ThawTagMark) tag = NULL;
  g_autoptr (ThawCopingMark) coping = NULL;
  g_autofree char *prompt = NULL;
  ThawSensation sensation;
  ThawBodyAnswer answer;
  const char *slug;
  int intensity;

  switch (get_part (row))
    {
    case PART_EMOTION:
      if (get_emotion (row, &slug, &intensity))
        thaw_entry_set_emotion (entry, slug, intensity);
      break;
    case PART_BODY:
      if (thaw_body_answer_from_slug (thaw_statement_get_text (row, 1), &answer))
        thaw_entry_set_body_answer (entry, answer);
      break;
    case PART_SENSATION:
      if (get_sensation (row, &sensation))
        thaw_entry_set_sensation (entry, sensation.region, sensation.quality, sensation.strength);
      break;
    case PART_TAG:
      tag = read_tag (row);
      if (tag != NULL)
        thaw_entry_set_tag (entry, tag->name, tag->kind, tag->is_trigger);
      break;
    case PART_COPING:
      coping = read_coping (row);
      if (coping != NULL)
        thaw_entry_set_coping (entry, coping->slug, coping->outcome);
      break;
    case PART_PROMPT:
      prompt = thaw_statement_dup_text (row, 1);
      thaw_entry_set_prompt (entry, prompt);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_to_summary (ThawStatement    *row,
                ThawEntrySummary *summary)
{
  ThawSensation sensation;
  ThawBodyAnswer answer;
  gpointer mark;
  const char *slug;
  int intensity;

  switch (get_part (row))
    {
    case PART_EMOTION:
      if (get_emotion (row, &slug, &intensity))
        g_ptr_array_add (thaw_entry_summary_get_emotions (summary), thaw_emotion_mark_new (slug, intensity));
      break;
    case PART_BODY:
      if (thaw_body_answer_from_slug (thaw_statement_get_text (row, 1), &answer))
        thaw_entry_summary_set_body_answer (summary, answer);
      break;
    case PART_SENSATION:
      if (get_sensation (row, &sensation))
        g_ptr_array_add (thaw_entry_summary_get_sensations (summary), thaw_sensation_copy (&sensation));
      break;
    case PART_TAG:
      mark = read_tag (row);
      if (mark != NULL)
        g_ptr_array_add (thaw_entry_summary_get_tags (summary), mark);
      break;
    case PART_COPING:
      mark = read_coping (row);
      if (mark != NULL)
        g_ptr_array_add (thaw_entry_summary_get_copings (summary), mark);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * thaw_journal_marks_read_entry:
 * @id: the entry's row
 * @entry: gets what is there
 * @error: return location for an error
 *
 * Returns: whether all could be read
 */
gboolean
thaw_journal_marks_read_entry (ThawJournalMarks  *self,
                               gint64             id,
                               ThawEntry         *entry,
                               GError           **error)
{
  g_autoptr (GError) local_error = NULL;

  thaw_statement_bind_int64 (self->rows, 1, id);
  while (thaw_statement_next (self->rows, &local_error))
    add_to_entry (self->rows, entry);
  thaw_statement_reset (self->rows);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * thaw_journal_marks_read_summary:
 * @id: the entry's row
 * @summary: gets what is there
 * @error: return location for an error
 *
 * Returns: whether all could be read
 */
gboolean
thaw_journal_marks_read_summary (ThawJournalMarks  *self,
                                 gint64             id,
                                 ThawEntrySummary  *summary,
                                 GError           **error)
{
  g_autoptr (GError) local_error = NULL;

  thaw_statement_bind_int64 (self->rows, 1, id);
  while (thaw_statement_next (self->rows, &local_error))
    add_to_summary (self->rows, summary);
  thaw_statement_reset (self->rows);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
