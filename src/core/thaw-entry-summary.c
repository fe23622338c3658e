/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-summary"

#include "config.h"
#include "thaw-entry-summary.h"

#include "thaw-marks.h"

/**
 * ThawEntrySummary:
 *
 * What a row of the journal shows of an entry: everything but the whole text.
 * Made by storage, unchanging once it was handed out.
 */
struct _ThawEntrySummary
{
  GObject parent_instance;

  char *uuid; /* (owned) (not nullable) */
  gint64 position;
  ThawMoment moment;
  int feeling;
  double valence;
  ThawAnswer answer;
  char *title;                   /* (owned) (not nullable) */
  char *excerpt;                 /* (owned) (not nullable) */
  GPtrArray *emotions;           /* (owned) (element-type ThawEmotionMark) */
  ThawBodyAnswer body_answer;
  gboolean is_session;
  GPtrArray *sensations;         /* (owned) (element-type ThawSensation) */
  GPtrArray *tags;               /* (owned) (element-type ThawTagMark) */
  GPtrArray *copings;            /* (owned) (element-type ThawCopingMark) */
  GArray *title_highlights;      /* (owned) (element-type ThawHighlight) */
  GArray *excerpt_highlights;    /* (owned) (element-type ThawHighlight) */
};

G_DEFINE_FINAL_TYPE (ThawEntrySummary, thaw_entry_summary, G_TYPE_OBJECT)

static gboolean
highlights_equal (GArray *a,
                  GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (ThawHighlight)) == 0);
}

static void
thaw_entry_summary_finalize (GObject *object)
{
  ThawEntrySummary *self = THAW_ENTRY_SUMMARY (object);

  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->excerpt, g_free);
  g_clear_pointer (&self->emotions, g_ptr_array_unref);
  g_clear_pointer (&self->sensations, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->copings, g_ptr_array_unref);
  g_clear_pointer (&self->title_highlights, g_array_unref);
  g_clear_pointer (&self->excerpt_highlights, g_array_unref);

  G_OBJECT_CLASS (thaw_entry_summary_parent_class)->finalize (object);
}

static void
thaw_entry_summary_class_init (ThawEntrySummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_entry_summary_finalize;
}

static void
thaw_entry_summary_init (ThawEntrySummary *self)
{
  self->emotions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_mark_free);
  self->sensations = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_tag_mark_free);
  self->copings = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_coping_mark_free);
  self->title_highlights = g_array_new (FALSE, FALSE, sizeof (ThawHighlight));
  self->excerpt_highlights = g_array_new (FALSE, FALSE, sizeof (ThawHighlight));
}

/**
 * thaw_entry_summary_new:
 * @uuid: the entry's identity
 * @position: its place in the journal
 * @moment: when it was felt
 * @feeling: 0 to 10, or %THAW_FEELING_UNKNOWN
 * @valence: −1 to +1, or NAN
 * @answer: what the person said they feel
 * @title: (nullable): the title
 * @excerpt: (nullable): the first lines, or those around what a search found
 *
 * Returns: (transfer full): a summary to which emotions, sensations, tags, what
 *   was done, and highlights can be added
 */
ThawEntrySummary *
thaw_entry_summary_new (const char       *uuid,
                        gint64            position,
                        const ThawMoment *moment,
                        int               feeling,
                        double            valence,
                        ThawAnswer        answer,
                        const char       *title,
                        const char       *excerpt)
{
  ThawEntrySummary *self = g_object_new (THAW_TYPE_ENTRY_SUMMARY, NULL);

  self->uuid = g_strdup (uuid);
  self->position = position;
  self->moment = *moment;
  self->feeling = feeling;
  self->valence = valence;
  self->answer = answer;
  self->title = g_strdup (title != NULL ? title : "");
  self->excerpt = g_strdup (excerpt != NULL ? excerpt : "");

  return self;
}

/**
 * thaw_entry_summary_equal:
 * @other: another summary
 *
 * Returns: whether both would look the same
 */
gboolean
thaw_entry_summary_equal (ThawEntrySummary *self,
                          ThawEntrySummary *other)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), FALSE);
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (other), FALSE);

  if (self == other)
    return TRUE;

  return g_str_equal (self->uuid, other->uuid) && self->position == other->position &&
         thaw_moment_equal (&self->moment, &other->moment) && self->feeling == other->feeling &&
         thaw_valence_equal (self->valence, other->valence) && self->answer == other->answer &&
         g_str_equal (self->title, other->title) && g_str_equal (self->excerpt, other->excerpt) &&
         self->body_answer == other->body_answer && self->is_session == other->is_session &&
         thaw_marks_equal (self->emotions, other->emotions, (GEqualFunc) thaw_emotion_mark_equal) &&
         thaw_marks_equal (self->sensations, other->sensations, (GEqualFunc) thaw_sensation_equal) &&
         thaw_marks_equal (self->tags, other->tags, (GEqualFunc) thaw_tag_mark_equal) &&
         thaw_marks_equal (self->copings, other->copings, (GEqualFunc) thaw_coping_mark_equal) &&
         highlights_equal (self->title_highlights, other->title_highlights) &&
         highlights_equal (self->excerpt_highlights, other->excerpt_highlights);
}

const char *
thaw_entry_summary_get_uuid (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), NULL);

  return self->uuid;
}

gint64
thaw_entry_summary_get_position (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), 0);

  return self->position;
}

/**
 * thaw_entry_summary_get_moment:
 *
 * Returns: (transfer none): when it was felt
 */
const ThawMoment *
thaw_entry_summary_get_moment (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), NULL);

  return &self->moment;
}

int
thaw_entry_summary_get_feeling (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), THAW_FEELING_UNKNOWN);

  return self->feeling;
}

double
thaw_entry_summary_get_valence (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), 0);

  return self->valence;
}

ThawAnswer
thaw_entry_summary_get_answer (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), THAW_ANSWER_NONE);

  return self->answer;
}

const char *
thaw_entry_summary_get_title (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), "");

  return self->title;
}

/**
 * thaw_entry_summary_get_excerpt:
 *
 * Returns: (transfer none): one line of text, never %NULL
 */
const char *
thaw_entry_summary_get_excerpt (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), "");

  return self->excerpt;
}

/**
 * thaw_entry_summary_get_emotions:
 *
 * Returns: (transfer none) (element-type ThawEmotionMark): the emotions
 */
GPtrArray *
thaw_entry_summary_get_emotions (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), NULL);

  return self->emotions;
}

ThawBodyAnswer
thaw_entry_summary_get_body_answer (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), THAW_BODY_ANSWER_NONE);

  return self->body_answer;
}

void
thaw_entry_summary_set_body_answer (ThawEntrySummary *self,
                                    ThawBodyAnswer    answer)
{
  g_return_if_fail (THAW_IS_ENTRY_SUMMARY (self));
  g_return_if_fail (answer < THAW_N_BODY_ANSWERS);

  self->body_answer = answer;
}

/**
 * thaw_entry_summary_get_sensations:
 *
 * Returns: (transfer none) (element-type ThawSensation): what was noticed in the body
 */
GPtrArray *
thaw_entry_summary_get_sensations (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), NULL);

  return self->sensations;
}

/**
 * thaw_entry_summary_get_tags:
 *
 * Returns: (transfer none) (element-type ThawTagMark): the tags
 */
GPtrArray *
thaw_entry_summary_get_tags (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), NULL);

  return self->tags;
}

/**
 * thaw_entry_summary_get_copings:
 *
 * Returns: (transfer none) (element-type ThawCopingMark): what the person did about it
 */
GPtrArray *
thaw_entry_summary_get_copings (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), NULL);

  return self->copings;
}

/**
 * thaw_entry_summary_compare_newest_first:
 * @a: (type ThawEntrySummary): a pointer to a summary
 * @b: (type ThawEntrySummary): a pointer to another one
 *
 * For g_ptr_array_sort().
 *
 * Returns: less than 0 if the first one is newer, more than 0 if the second one is
 */
int
thaw_entry_summary_compare_newest_first (gconstpointer a,
                                         gconstpointer b)
{
  const ThawEntrySummary *summary_a = *(ThawEntrySummary *const *) a;
  const ThawEntrySummary *summary_b = *(ThawEntrySummary *const *) b;

  return summary_a->position > summary_b->position ? -1 : summary_a->position < summary_b->position;
}

/**
 * thaw_entry_summary_is_session:
 *
 * Returns: whether it stands for a session, of which the UUID is, and not for an entry
 */
gboolean
thaw_entry_summary_is_session (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), FALSE);

  return self->is_session;
}

void
thaw_entry_summary_set_is_session (ThawEntrySummary *self,
                                   gboolean          is_session)
{
  g_return_if_fail (THAW_IS_ENTRY_SUMMARY (self));

  self->is_session = is_session;
}

/**
 * thaw_entry_summary_get_title_highlights:
 *
 * Returns: (transfer none) (element-type ThawHighlight): what a search found in
 *   the title, in order and without overlap; empty outside a search
 */
GArray *
thaw_entry_summary_get_title_highlights (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), NULL);

  return self->title_highlights;
}

/**
 * thaw_entry_summary_get_excerpt_highlights:
 *
 * Returns: (transfer none) (element-type ThawHighlight): what a search found in
 *   the excerpt, in order and without overlap; empty outside a search
 */
GArray *
thaw_entry_summary_get_excerpt_highlights (ThawEntrySummary *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (self), NULL);

  return self->excerpt_highlights;
}

/**
 * thaw_entry_summaries_list_copings:
 * @summaries: (nullable) (element-type ThawEntrySummary): entries, the newest first
 * @n_max: how many at most
 *
 * Returns: (transfer full): what the person did about it in @summaries, as slugs,
 *   each once, the one that was done last first
 */
GStrv
thaw_entry_summaries_list_copings (GPtrArray *summaries,
                                   guint      n_max)
{
  g_autoptr (GPtrArray) slugs = g_ptr_array_new ();

  for (guint i = 0; summaries != NULL && i < summaries->len; i++)
    {
      ThawEntrySummary *summary = g_ptr_array_index (summaries, i);

      for (guint j = 0; j < summary->copings->len && slugs->len < n_max; j++)
        {
          ThawCopingMark *mark = g_ptr_array_index (summary->copings, j);

          if (!g_ptr_array_find_with_equal_func (slugs, mark->slug, g_str_equal, NULL))
            g_ptr_array_add (slugs, mark->slug);
        }
    }

  g_ptr_array_add (slugs, NULL);

  return g_strdupv ((GStrv) slugs->pdata);
}
