/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry"

#include "config.h"
#include "thaw-entry.h"

#include "thaw-marks.h"
#include "thaw-text.h"

#include <math.h>

/**
 * ThawEntry:
 *
 * A check-in, with or without text: what a person felt at a moment, as much of
 * it as they wanted to say. Every part may be left out.
 *
 * A plain value with setters and no signals. Whoever shares an entry treats it
 * as unchanging; whoever wants to change one works on thaw_entry_copy().
 */
struct _ThawEntry
{
  GObject parent_instance;

  char *uuid; /* (owned) (nullable): NULL until the entry was saved */
  ThawMoment moment;
  int feeling;
  double valence;
  ThawAnswer answer;
  GPtrArray *emotions;   /* (owned) (element-type ThawEmotionMark) */
  ThawBodyAnswer body_answer;
  GPtrArray *sensations; /* (owned) (element-type ThawSensation) */
  GPtrArray *tags;       /* (owned) (element-type ThawTagMark) */
  GPtrArray *copings;    /* (owned) (element-type ThawCopingMark) */
  char *prompt;          /* (owned) (not nullable): the question that the text answers, or empty */
  char *title;           /* (owned) (not nullable) */
  char *text;            /* (owned) (not nullable) */
  gint64 created_ms;     /* 0 until the entry was saved */
  gint64 modified_ms;    /* 0 until the entry was saved */
};

G_DEFINE_FINAL_TYPE (ThawEntry, thaw_entry, G_TYPE_OBJECT)

static void
thaw_entry_finalize (GObject *object)
{
  ThawEntry *self = THAW_ENTRY (object);

  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->emotions, g_ptr_array_unref);
  g_clear_pointer (&self->sensations, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->copings, g_ptr_array_unref);
  g_clear_pointer (&self->prompt, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (thaw_entry_parent_class)->finalize (object);
}

static void
thaw_entry_class_init (ThawEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_entry_finalize;
}

static void
thaw_entry_init (ThawEntry *self)
{
  self->feeling = THAW_FEELING_UNKNOWN;
  self->valence = NAN;
  self->emotions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_mark_free);
  self->sensations = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_tag_mark_free);
  self->copings = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_coping_mark_free);
  self->prompt = g_strdup ("");
  self->title = g_strdup ("");
  self->text = g_strdup ("");
}

/**
 * thaw_entry_new:
 *
 * Returns: (transfer full): an entry that says nothing yet
 */
ThawEntry *
thaw_entry_new (void)
{
  return g_object_new (THAW_TYPE_ENTRY, NULL);
}

static void
copy_marks (GPtrArray **marks,
            GPtrArray  *others,
            GType       type)
{
  g_ptr_array_unref (*marks);
  *marks = thaw_marks_copy (others, type);
}

/**
 * thaw_entry_copy:
 *
 * Returns: (transfer full): an independent copy, with the same UUID
 */
ThawEntry *
thaw_entry_copy (ThawEntry *self)
{
  ThawEntry *copy;

  g_return_val_if_fail (THAW_IS_ENTRY (self), NULL);

  copy = thaw_entry_new ();
  copy->uuid = g_strdup (self->uuid);
  copy->moment = self->moment;
  copy->feeling = self->feeling;
  copy->valence = self->valence;
  copy->answer = self->answer;
  copy->body_answer = self->body_answer;
  copy_marks (&copy->emotions, self->emotions, THAW_TYPE_EMOTION_MARK);
  copy_marks (&copy->sensations, self->sensations, THAW_TYPE_SENSATION);
  copy_marks (&copy->tags, self->tags, THAW_TYPE_TAG_MARK);
  copy_marks (&copy->copings, self->copings, THAW_TYPE_COPING_MARK);
  thaw_entry_set_prompt (copy, self->prompt);
  thaw_entry_set_title (copy, self->title);
  thaw_entry_set_text (copy, self->text);
  copy->created_ms = self->created_ms;
  copy->modified_ms = self->modified_ms;

  return copy;
}

/**
 * thaw_entry_equal:
 *
 * Returns: whether both entries say the same at the same moment; identity and
 *   the times of writing are not compared
 */
gboolean
thaw_entry_equal (ThawEntry *self,
                  ThawEntry *other)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), FALSE);
  g_return_val_if_fail (THAW_IS_ENTRY (other), FALSE);

  return thaw_moment_equal (&self->moment, &other->moment) &&
         self->feeling == other->feeling &&
         thaw_valence_equal (self->valence, other->valence) &&
         self->answer == other->answer &&
         thaw_marks_equal (self->emotions, other->emotions, (GEqualFunc) thaw_emotion_mark_equal) &&
         self->body_answer == other->body_answer &&
         thaw_marks_equal (self->sensations, other->sensations, (GEqualFunc) thaw_sensation_equal) &&
         thaw_marks_equal (self->tags, other->tags, (GEqualFunc) thaw_tag_mark_equal) &&
         thaw_marks_equal (self->copings, other->copings, (GEqualFunc) thaw_coping_mark_equal) &&
         g_str_equal (self->prompt, other->prompt) &&
         g_str_equal (self->title, other->title) &&
         g_str_equal (self->text, other->text);
}

/**
 * thaw_entry_is_empty:
 *
 * Returns: whether there is nothing to save: no answer to any question, no
 *   sensation, no tag, nothing done, and no title or text but white space. A
 *   prompt without an answer is nothing to save
 */
gboolean
thaw_entry_is_empty (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), TRUE);

  return self->feeling == THAW_FEELING_UNKNOWN &&
         isnan (self->valence) &&
         self->answer == THAW_ANSWER_NONE &&
         self->emotions->len == 0 &&
         self->body_answer == THAW_BODY_ANSWER_NONE &&
         self->sensations->len == 0 &&
         self->tags->len == 0 &&
         self->copings->len == 0 &&
         thaw_text_is_blank (self->title) &&
         thaw_text_is_blank (self->text);
}

/**
 * thaw_entry_get_uuid:
 *
 * Returns: (transfer none) (nullable): the identity, %NULL before the first save
 */
const char *
thaw_entry_get_uuid (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), NULL);

  return self->uuid;
}

void
thaw_entry_set_uuid (ThawEntry  *self,
                     const char *uuid)
{
  char *copy;

  g_return_if_fail (THAW_IS_ENTRY (self));

  copy = g_strdup (uuid);
  g_free (self->uuid);
  self->uuid = copy;
}

/**
 * thaw_entry_get_moment:
 *
 * Returns: (transfer none): when it was felt; not valid until it was set
 */
const ThawMoment *
thaw_entry_get_moment (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), NULL);

  return &self->moment;
}

void
thaw_entry_set_moment (ThawEntry        *self,
                       const ThawMoment *moment)
{
  g_return_if_fail (THAW_IS_ENTRY (self));
  g_return_if_fail (moment != NULL && thaw_moment_is_valid (moment));

  self->moment = *moment;
}

/**
 * thaw_entry_get_feeling:
 *
 * Returns: how much could be felt: 0 (numb) to 10 (vivid), or %THAW_FEELING_UNKNOWN
 */
int
thaw_entry_get_feeling (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), THAW_FEELING_UNKNOWN);

  return self->feeling;
}

void
thaw_entry_set_feeling (ThawEntry *self,
                        int        feeling)
{
  g_return_if_fail (THAW_IS_ENTRY (self));
  g_return_if_fail (thaw_feeling_is_valid (feeling));

  self->feeling = feeling;
}

/**
 * thaw_entry_get_valence:
 *
 * Returns: how pleasant it was: −1 to +1, or NAN
 */
double
thaw_entry_get_valence (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), NAN);

  return self->valence;
}

void
thaw_entry_set_valence (ThawEntry *self,
                        double     valence)
{
  g_return_if_fail (THAW_IS_ENTRY (self));
  g_return_if_fail (thaw_valence_is_valid (valence));

  self->valence = valence;
}

ThawAnswer
thaw_entry_get_answer (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), THAW_ANSWER_NONE);

  return self->answer;
}

/**
 * thaw_entry_set_answer:
 * @answer: what the person said when asked what they feel
 *
 * Emotions stay as they are; thaw_entry_set_emotion() sets the answer to
 * %THAW_ANSWER_NAMED by itself.
 */
void
thaw_entry_set_answer (ThawEntry *self,
                       ThawAnswer answer)
{
  g_return_if_fail (THAW_IS_ENTRY (self));
  g_return_if_fail (answer < THAW_N_ANSWERS);

  self->answer = answer;
}

/**
 * thaw_entry_get_emotions:
 *
 * Returns: (transfer none) (element-type ThawEmotionMark): the emotions, in the
 *   order in which they were named
 */
GPtrArray *
thaw_entry_get_emotions (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), NULL);

  return self->emotions;
}

/**
 * thaw_entry_set_emotion:
 * @slug: a valid slug
 * @intensity: 1 to 3; 0 takes the emotion away
 *
 * Names an emotion, changes its intensity or takes it away. With the first
 * emotion the answer becomes %THAW_ANSWER_NAMED, with the last one gone
 * %THAW_ANSWER_NONE.
 */
void
thaw_entry_set_emotion (ThawEntry  *self,
                        const char *slug,
                        int         intensity)
{
  guint at;

  g_return_if_fail (THAW_IS_ENTRY (self));
  g_return_if_fail (thaw_emotion_slug_is_valid (slug));
  g_return_if_fail (intensity >= 0 && intensity <= THAW_EMOTION_MAX_INTENSITY);

  for (at = 0; at < self->emotions->len; at++)
    {
      ThawEmotionMark *mark = g_ptr_array_index (self->emotions, at);

      if (g_str_equal (mark->slug, slug))
        break;
    }

  if (intensity == 0)
    {
      if (at < self->emotions->len)
        g_ptr_array_remove_index (self->emotions, at);
    }
  else if (at < self->emotions->len)
    {
      ((ThawEmotionMark *) g_ptr_array_index (self->emotions, at))->intensity = intensity;
    }
  else
    {
      g_ptr_array_add (self->emotions, thaw_emotion_mark_new (slug, intensity));
    }

  if (self->emotions->len > 0)
    self->answer = THAW_ANSWER_NAMED;
  else if (self->answer == THAW_ANSWER_NAMED)
    self->answer = THAW_ANSWER_NONE;
}

void
thaw_entry_clear_emotions (ThawEntry *self)
{
  g_return_if_fail (THAW_IS_ENTRY (self));

  g_ptr_array_set_size (self->emotions, 0);
  if (self->answer == THAW_ANSWER_NAMED)
    self->answer = THAW_ANSWER_NONE;
}

/**
 * thaw_entry_get_body_answer:
 *
 * Returns: what was said instead of a place in the body
 */
ThawBodyAnswer
thaw_entry_get_body_answer (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), THAW_BODY_ANSWER_NONE);

  return self->body_answer;
}

/**
 * thaw_entry_set_body_answer:
 * @answer: what the person said instead of a place in the body
 *
 * Any answer but %THAW_BODY_ANSWER_NONE takes the sensations away.
 */
void
thaw_entry_set_body_answer (ThawEntry      *self,
                            ThawBodyAnswer  answer)
{
  g_return_if_fail (THAW_IS_ENTRY (self));
  g_return_if_fail (answer < THAW_N_BODY_ANSWERS);

  if (answer != THAW_BODY_ANSWER_NONE)
    g_ptr_array_set_size (self->sensations, 0);
  self->body_answer = answer;
}

/**
 * thaw_entry_get_sensations:
 *
 * Returns: (transfer none) (element-type ThawSensation): what was noticed in the
 *   body, in the order in which it was
 */
GPtrArray *
thaw_entry_get_sensations (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), NULL);

  return self->sensations;
}

/**
 * thaw_entry_set_sensation:
 * @region: where in the body
 * @quality: what it is like, or %THAW_QUALITY_NONE
 * @strength: 1 to 3, or %THAW_SENSATION_NO_STRENGTH
 *
 * Adds a sensation, or changes the strength of the one with this region and
 * quality. There is an answer then: the body answer becomes
 * %THAW_BODY_ANSWER_NONE.
 */
void
thaw_entry_set_sensation (ThawEntry            *self,
                          ThawBodyRegion        region,
                          ThawSensationQuality  quality,
                          int                   strength)
{
  g_return_if_fail (THAW_IS_ENTRY (self));
  g_return_if_fail (region < THAW_N_BODY_REGIONS && quality < THAW_N_QUALITIES);
  g_return_if_fail (strength >= THAW_SENSATION_NO_STRENGTH && strength <= THAW_SENSATION_MAX_STRENGTH);

  self->body_answer = THAW_BODY_ANSWER_NONE;
  for (guint i = 0; i < self->sensations->len; i++)
    {
      ThawSensation *sensation = g_ptr_array_index (self->sensations, i);

      if (sensation->region == region && sensation->quality == quality)
        {
          sensation->strength = strength;
          return;
        }
    }

  g_ptr_array_add (self->sensations, thaw_sensation_new (region, quality, strength));
}

void
thaw_entry_clear_sensations (ThawEntry *self)
{
  g_return_if_fail (THAW_IS_ENTRY (self));

  g_ptr_array_set_size (self->sensations, 0);
}

/**
 * thaw_entry_get_tags:
 *
 * Returns: (transfer none) (element-type ThawTagMark): the tags, in the order in
 *   which they were added
 */
GPtrArray *
thaw_entry_get_tags (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), NULL);

  return self->tags;
}

/**
 * thaw_entry_set_tag:
 * @name: a name as thaw_tag_name_normalize() gives it
 * @kind: what it stands for
 * @is_trigger: whether it set the feeling off
 *
 * Adds a tag, or changes its trigger mark if it is there already.
 */
void
thaw_entry_set_tag (ThawEntry  *self,
                    const char *name,
                    ThawTagKind kind,
                    gboolean    is_trigger)
{
  g_return_if_fail (THAW_IS_ENTRY (self));
  g_return_if_fail (name != NULL);

  for (guint i = 0; i < self->tags->len; i++)
    {
      ThawTagMark *mark = g_ptr_array_index (self->tags, i);

      if (mark->kind == kind && g_str_equal (mark->name, name))
        {
          mark->is_trigger = !!is_trigger;
          return;
        }
    }

  g_ptr_array_add (self->tags, thaw_tag_mark_new (name, kind, is_trigger));
}

void
thaw_entry_clear_tags (ThawEntry *self)
{
  g_return_if_fail (THAW_IS_ENTRY (self));

  g_ptr_array_set_size (self->tags, 0);
}

/**
 * thaw_entry_get_copings:
 *
 * Returns: (transfer none) (element-type ThawCopingMark): what the person did
 *   about it, in the order in which it was added
 */
GPtrArray *
thaw_entry_get_copings (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), NULL);

  return self->copings;
}

/**
 * thaw_entry_set_coping:
 * @slug: the stable name of a shipped activity, or a name as
 *   thaw_tag_name_normalize() gives it
 * @outcome: how it was afterwards
 *
 * Adds what was done, or changes its outcome if it is there already.
 */
void
thaw_entry_set_coping (ThawEntry         *self,
                       const char        *slug,
                       ThawCopingOutcome  outcome)
{
  g_return_if_fail (THAW_IS_ENTRY (self));
  g_return_if_fail (slug != NULL);
  g_return_if_fail (outcome < THAW_N_OUTCOMES);

  for (guint i = 0; i < self->copings->len; i++)
    {
      ThawCopingMark *mark = g_ptr_array_index (self->copings, i);

      if (g_str_equal (mark->slug, slug))
        {
          mark->outcome = outcome;
          return;
        }
    }

  g_ptr_array_add (self->copings, thaw_coping_mark_new (slug, outcome));
}

void
thaw_entry_clear_copings (ThawEntry *self)
{
  g_return_if_fail (THAW_IS_ENTRY (self));

  g_ptr_array_set_size (self->copings, 0);
}

/**
 * thaw_entry_get_prompt:
 *
 * Returns: (transfer none): the question that the text answers, or ""
 */
const char *
thaw_entry_get_prompt (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), "");

  return self->prompt;
}

/**
 * thaw_entry_set_prompt:
 * @prompt: (nullable): the question as it was shown, valid UTF-8
 *
 * Keeps the question with the answer, in the words in which it was asked, so that
 * the entry can be understood without the list of prompts.
 */
void
thaw_entry_set_prompt (ThawEntry  *self,
                       const char *prompt)
{
  char *copy;

  g_return_if_fail (THAW_IS_ENTRY (self));

  copy = g_strdup (prompt != NULL ? prompt : "");
  g_free (self->prompt);
  self->prompt = copy;
}

const char *
thaw_entry_get_title (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), "");

  return self->title;
}

/**
 * thaw_entry_set_title:
 * @title: (nullable): the title, valid UTF-8
 *
 * Sets the title; %NULL is the same as an empty one.
 */
void
thaw_entry_set_title (ThawEntry  *self,
                      const char *title)
{
  char *copy;

  g_return_if_fail (THAW_IS_ENTRY (self));

  copy = g_strdup (title != NULL ? title : "");
  g_free (self->title);
  self->title = copy;
}

const char *
thaw_entry_get_text (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), "");

  return self->text;
}

/**
 * thaw_entry_set_text:
 * @text: (nullable): the text, valid UTF-8
 *
 * Sets the text; %NULL is the same as an empty one.
 */
void
thaw_entry_set_text (ThawEntry  *self,
                     const char *text)
{
  char *copy;

  g_return_if_fail (THAW_IS_ENTRY (self));

  copy = g_strdup (text != NULL ? text : "");
  g_free (self->text);
  self->text = copy;
}

/**
 * thaw_entry_get_created_ms:
 *
 * Returns: when the entry was first saved, in milliseconds of Unix time; 0 before
 */
gint64
thaw_entry_get_created_ms (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), 0);

  return self->created_ms;
}

void
thaw_entry_set_created_ms (ThawEntry *self,
                           gint64     created_ms)
{
  g_return_if_fail (THAW_IS_ENTRY (self));

  self->created_ms = created_ms;
}

/**
 * thaw_entry_get_modified_ms:
 *
 * Returns: when the entry was last saved, in milliseconds of Unix time; 0 before
 */
gint64
thaw_entry_get_modified_ms (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), 0);

  return self->modified_ms;
}

void
thaw_entry_set_modified_ms (ThawEntry *self,
                            gint64     modified_ms)
{
  g_return_if_fail (THAW_IS_ENTRY (self));

  self->modified_ms = modified_ms;
}
