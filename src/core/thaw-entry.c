/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry"

#include "config.h"
#include "thaw-entry.h"

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
  GPtrArray *emotions; /* (owned) (element-type ThawEmotionMark) */
  GPtrArray *tags;     /* (owned) (element-type ThawTagMark) */
  char *title;         /* (owned) (not nullable) */
  char *text;          /* (owned) (not nullable) */
  gint64 created_ms;   /* 0 until the entry was saved */
  gint64 modified_ms;  /* 0 until the entry was saved */
};

G_DEFINE_FINAL_TYPE (ThawEntry, thaw_entry, G_TYPE_OBJECT)

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

static gpointer
copy_emotion (gconstpointer mark,
              gpointer      user_data)
{
  return thaw_emotion_mark_copy (mark);
}

static gpointer
copy_tag (gconstpointer mark,
          gpointer      user_data)
{
  return thaw_tag_mark_copy (mark);
}

static gboolean
arrays_equal (GPtrArray *a,
              GPtrArray *b,
              GEqualFunc equal)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

static void
thaw_entry_finalize (GObject *object)
{
  ThawEntry *self = THAW_ENTRY (object);

  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->emotions, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
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
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_tag_mark_free);
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
  g_ptr_array_unref (copy->emotions);
  copy->emotions = g_ptr_array_copy (self->emotions, copy_emotion, NULL);
  g_ptr_array_set_free_func (copy->emotions, (GDestroyNotify) thaw_emotion_mark_free);
  g_ptr_array_unref (copy->tags);
  copy->tags = g_ptr_array_copy (self->tags, copy_tag, NULL);
  g_ptr_array_set_free_func (copy->tags, (GDestroyNotify) thaw_tag_mark_free);
  thaw_entry_set_title (copy, self->title);
  thaw_entry_set_text (copy, self->text);
  copy->created_ms = self->created_ms;
  copy->modified_ms = self->modified_ms;

  return copy;
}

/**
 * thaw_entry_merge:
 * @later: what was said since
 *
 * Puts together what was said at two times about one moment. No word is worth
 * less than another, so texts and tags are added; of two answers to one question
 * the later one holds.
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

  if (later->feeling != THAW_FEELING_UNKNOWN)
    merged->feeling = later->feeling;
  if (!isnan (later->valence))
    merged->valence = later->valence;

  if (later->answer != THAW_ANSWER_NONE)
    {
      if (later->answer != THAW_ANSWER_NAMED)
        thaw_entry_clear_emotions (merged);
      merged->answer = later->answer;
    }
  for (guint i = 0; i < later->emotions->len; i++)
    {
      ThawEmotionMark *mark = g_ptr_array_index (later->emotions, i);

      thaw_entry_set_emotion (merged, mark->slug, mark->intensity);
    }
  for (guint i = 0; i < later->tags->len; i++)
    {
      ThawTagMark *mark = g_ptr_array_index (later->tags, i);

      thaw_entry_set_tag (merged, mark->name, mark->kind, mark->is_trigger);
    }

  if (!is_blank (later->title))
    thaw_entry_set_title (merged, later->title);
  if (!is_blank (later->text))
    {
      g_autofree char *text = g_strconcat (self->text, self->text[0] != '\0' ? "\n" : "", later->text, NULL);

      thaw_entry_set_text (merged, text);
    }

  return merged;
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
         arrays_equal (self->emotions, other->emotions, (GEqualFunc) thaw_emotion_mark_equal) &&
         arrays_equal (self->tags, other->tags, (GEqualFunc) thaw_tag_mark_equal) &&
         g_str_equal (self->title, other->title) &&
         g_str_equal (self->text, other->text);
}

/**
 * thaw_entry_is_empty:
 *
 * Returns: whether there is nothing to save: no answer to any question, no
 *   tag, and no title or text but white space
 */
gboolean
thaw_entry_is_empty (ThawEntry *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY (self), TRUE);

  return self->feeling == THAW_FEELING_UNKNOWN &&
         isnan (self->valence) &&
         self->answer == THAW_ANSWER_NONE &&
         self->emotions->len == 0 &&
         self->tags->len == 0 &&
         is_blank (self->title) &&
         is_blank (self->text);
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
