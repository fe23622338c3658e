/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-writer"

#include "config.h"
#include "thaw-demo-writer.h"

#include "thaw-demo-pattern.h"

#include <string.h>

/* A text that long is remembered by whoever reads it. */
#define LONG_TEXT_CHARS 60
#define LONG_TEXT_REST_DAYS 90

/* How often another try is made at a text that was written lately. */
#define N_TRIES 6

/* How many texts are looked at; the one that rested longest is taken. */
#define N_CANDIDATES 3

/* What has no blanks is always the same, and when it is that long it is remembered. */
#define FIXED_TEXT_BYTES 20
#define FIXED_TEXT_FACTOR 6

/* How many days a text rests before it is used again. */
static const guint rest_days[THAW_DEMO_N_PARTS] = {
  [THAW_DEMO_STORY] = 0,    [THAW_DEMO_NOTE] = 50,   [THAW_DEMO_PASSAGE] = 700, [THAW_DEMO_OPENING] = 12,
  [THAW_DEMO_EVENT] = 16, [THAW_DEMO_INSIDE] = 16, [THAW_DEMO_CLOSING] = 12,
};

/* In percent. What is missing to 100 is a question left out. */
typedef struct
{
  int named;
  int nothing;
  int unsure;
  int no_word;
} AnswerShares;

static const AnswerShares numb_answers[THAW_DEMO_N_PHASES] = {
  { 3, 48, 24, 9 }, { 12, 35, 22, 13 }, { 20, 30, 17, 13 }, { 9, 42, 21, 10 }, { 35, 20, 12, 10 },
};
static const AnswerShares felt_answers[THAW_DEMO_N_PHASES] = {
  { 22, 12, 28, 22 }, { 46, 4, 19, 19 }, { 64, 2, 10, 11 }, { 50, 6, 15, 14 }, { 78, 0, 4, 6 },
};

/* In percent, for each phase. */
static const int has_text[THAW_DEMO_N_PHASES] = { 42, 48, 53, 48, 57 };
static const int has_finer_word[THAW_DEMO_N_PHASES] = { 6, 18, 38, 24, 56 };
static const int has_tag[THAW_DEMO_N_PHASES] = { 16, 26, 34, 26, 38 };

/**
 * ThawDemoWriter:
 *
 * Picks the words of the sample journal, and remembers them so as not to repeat
 * itself.
 */
struct _ThawDemoWriter
{
  ThawDemoTexts *texts;    /* (not owned) */
  GRand *rand;             /* (not owned) */
  GPtrArray *stories;      /* (owned) (element-type ThawDemoText): in the order of their days */
  guint next_story;
  GHashTable *used_texts;  /* (owned): ThawDemoText → the day after its last use */
  GHashTable *used_hashes; /* (owned): hash of a long text → the day after its last use */
};

static gboolean
chance (ThawDemoWriter *self,
        int             percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

/* Returns the day after the last use, 0 if there was none. */
static guint
get_last_use (ThawDemoWriter     *self,
              const ThawDemoText *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->used_texts, text));
}

static void
remember_use (ThawDemoWriter      *self,
              const ThawDemoScene *scene,
              const ThawDemoText  *text)
{
  g_hash_table_insert (self->used_texts, (gpointer) text, GUINT_TO_POINTER (scene->course_day + 1));
}

static guint
get_rest_days (const ThawDemoText *text,
               ThawDemoPart        part)
{
  gboolean is_fixed = strlen (text->pattern) >= FIXED_TEXT_BYTES && strchr (text->pattern, '{') == NULL;

  return rest_days[part] * (is_fixed ? FIXED_TEXT_FACTOR : 1);
}

/* What does not speak of the night is written by day. */
static gboolean
text_fits (const ThawDemoText  *text,
           const ThawDemoScene *scene)
{
  return thaw_demo_when_fits (&text->when, scene) &&
         (scene->time != THAW_DEMO_SMALL_HOURS || text->when.times != G_MAXUINT);
}

static const ThawDemoText *
choose_text (ThawDemoWriter      *self,
             ThawDemoPart         part,
             const ThawDemoScene *scene)
{
  GPtrArray *texts = thaw_demo_texts_get_part (self->texts, part);
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();
  const ThawDemoText *best = NULL;

  for (guint i = 0; i < texts->len; i++)
    {
      ThawDemoText *text = g_ptr_array_index (texts, i);
      guint last_use = get_last_use (self, text);

      if (text_fits (text, scene) &&
          (last_use == 0 || last_use + get_rest_days (text, part) <= scene->course_day))
        g_ptr_array_add (fitting, text);
    }

  for (guint i = 0; i < N_CANDIDATES && fitting->len > 0; i++)
    {
      guint at = (guint) g_rand_int_range (self->rand, 0, (gint32) fitting->len);
      const ThawDemoText *text = g_ptr_array_index (fitting, at);

      if (best == NULL || get_last_use (self, text) < get_last_use (self, best))
        best = text;
    }

  return best;
}

/* Returns whether @text is long and was written lately; remembers it if not. */
static gboolean
is_repetition (ThawDemoWriter      *self,
               const ThawDemoScene *scene,
               const char          *text)
{
  gpointer hash;
  guint last_use;

  if (g_utf8_strlen (text, -1) < LONG_TEXT_CHARS)
    return FALSE;

  hash = GUINT_TO_POINTER (g_str_hash (text));
  last_use = GPOINTER_TO_UINT (g_hash_table_lookup (self->used_hashes, hash));
  if (last_use != 0 && last_use + LONG_TEXT_REST_DAYS > scene->course_day)
    return TRUE;

  g_hash_table_insert (self->used_hashes, hash, GUINT_TO_POINTER (scene->course_day + 1));

  return FALSE;
}

/* What a text says beside its words. Something that was named already is not overruled. */
static void
apply_marks (ThawDemoWriter     *self,
             const ThawDemoText *text,
             ThawEntry          *entry)
{
  if (text->emotions != NULL && thaw_entry_get_answer (entry) == THAW_ANSWER_NONE)
    {
      for (guint i = 0; i < text->emotions->len; i++)
        {
          const ThawEmotionMark *mark = g_ptr_array_index (text->emotions, i);

          thaw_entry_set_emotion (entry, mark->slug, mark->intensity);
        }
    }
  else if (text->answer != THAW_ANSWER_NONE && thaw_entry_get_answer (entry) == THAW_ANSWER_NONE)
    {
      thaw_entry_set_answer (entry, text->answer);
    }

  for (guint i = 0; text->tags != NULL && i < text->tags->len; i++)
    {
      const ThawTagMark *mark = g_ptr_array_index (text->tags, i);

      thaw_entry_set_tag (entry, mark->name, mark->kind, mark->is_trigger);
    }
}

static void
write_title (ThawDemoWriter      *self,
             const ThawDemoScene *scene,
             const ThawDemoText  *text,
             ThawEntry           *entry)
{
  g_autofree char *title = NULL;

  if (text->title == NULL)
    return;

  title = thaw_demo_pattern_render (text->title, self->texts, scene, self->rand);
  thaw_entry_set_title (entry, title);
}

static gboolean
write_part (ThawDemoWriter      *self,
            ThawDemoPart         part,
            const ThawDemoScene *scene,
            ThawEntry           *entry)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      const ThawDemoText *text = choose_text (self, part, scene);
      g_autofree char *rendered = NULL;

      if (text == NULL)
        return FALSE;

      rendered = thaw_demo_pattern_render (text->pattern, self->texts, scene, self->rand);
      if (is_repetition (self, scene, rendered))
        continue;

      remember_use (self, scene, text);
      thaw_entry_set_text (entry, rendered);
      write_title (self, scene, text, entry);
      apply_marks (self, text, entry);

      return TRUE;
    }

  return FALSE;
}

/* Puts a text together from sentences, each of a kind of its own. */
static gboolean
write_sentences (ThawDemoWriter      *self,
                 const ThawDemoScene *scene,
                 ThawEntry           *entry)
{
  static const int shares[] = {
    [THAW_DEMO_OPENING] = 62,
    [THAW_DEMO_EVENT] = 80,
    [THAW_DEMO_INSIDE] = 72,
    [THAW_DEMO_CLOSING] = 40,
  };

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autoptr (GString) rendered = g_string_new (NULL);
      const ThawDemoText *used[THAW_DEMO_N_PARTS];
      guint n_used = 0;

      for (guint part = THAW_DEMO_OPENING; part <= THAW_DEMO_CLOSING; part++)
        {
          const ThawDemoText *text = chance (self, shares[part]) ? choose_text (self, part, scene) : NULL;
          g_autofree char *sentence = NULL;

          if (text == NULL)
            continue;
          sentence = thaw_demo_pattern_render (text->pattern, self->texts, scene, self->rand);
          if (rendered->len > 0)
            g_string_append_c (rendered, ' ');
          g_string_append (rendered, sentence);
          used[n_used++] = text;
        }

      if (n_used < 2 || is_repetition (self, scene, rendered->str))
        continue;

      thaw_entry_set_text (entry, rendered->str);
      for (guint j = 0; j < n_used; j++)
        {
          remember_use (self, scene, used[j]);
          apply_marks (self, used[j], entry);
        }

      return TRUE;
    }

  return FALSE;
}

static int
compare_stories (gconstpointer a,
                 gconstpointer b)
{
  const ThawDemoText *story_a = *(const ThawDemoText *const *) a;
  const ThawDemoText *story_b = *(const ThawDemoText *const *) b;

  return (story_a->when.first > story_b->when.first) - (story_a->when.first < story_b->when.first);
}

/**
 * thaw_demo_writer_new:
 * @texts: what to write from; must outlive the writer
 * @rand: what to choose by; must outlive the writer
 *
 * Returns: (transfer full): a writer who has not written anything yet
 */
ThawDemoWriter *
thaw_demo_writer_new (ThawDemoTexts *texts,
                      GRand         *rand)
{
  ThawDemoWriter *self = g_new0 (ThawDemoWriter, 1);
  GPtrArray *stories = thaw_demo_texts_get_part (texts, THAW_DEMO_STORY);

  self->texts = texts;
  self->rand = rand;
  self->stories = g_ptr_array_new ();
  for (guint i = 0; i < stories->len; i++)
    g_ptr_array_add (self->stories, g_ptr_array_index (stories, i));
  g_ptr_array_sort (self->stories, compare_stories);
  self->used_texts = g_hash_table_new (NULL, NULL);
  self->used_hashes = g_hash_table_new (NULL, NULL);

  return self;
}

void
thaw_demo_writer_free (ThawDemoWriter *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->stories);
  g_hash_table_unref (self->used_texts);
  g_hash_table_unref (self->used_hashes);
  g_free (self);
}

/**
 * thaw_demo_writer_next_story:
 * @course_day: days since the story began
 * @day: the day of the calendar
 *
 * Takes the next part of the story if its day has come. Each is given once;
 * one that belongs on another day of the week waits for it.
 *
 * Returns: (transfer none) (nullable): what to tell on this day
 */
const ThawDemoText *
thaw_demo_writer_next_story (ThawDemoWriter *self,
                             guint           course_day,
                             ThawDay         day)
{
  const ThawDemoText *story;

  if (self->next_story == self->stories->len)
    return NULL;

  story = g_ptr_array_index (self->stories, self->next_story);
  if (story->when.first > course_day || !thaw_demo_when_has_weekday (&story->when, day))
    return NULL;

  self->next_story++;

  return story;
}

/**
 * thaw_demo_writer_tell:
 * @scene: the scene
 * @story: what thaw_demo_writer_next_story() gave
 * @entry: where to write it
 */
void
thaw_demo_writer_tell (ThawDemoWriter      *self,
                       const ThawDemoScene *scene,
                       const ThawDemoText  *story,
                       ThawEntry           *entry)
{
  g_autofree char *rendered = thaw_demo_pattern_render (story->pattern, self->texts, scene, self->rand);

  thaw_entry_set_text (entry, rendered);
  write_title (self, scene, story, entry);
  apply_marks (self, story, entry);
}

/**
 * thaw_demo_writer_write:
 * @scene: the scene
 * @entry: where to write it
 *
 * Writes a text that fits the scene, or none: many check-ins have none.
 */
void
thaw_demo_writer_write (ThawDemoWriter      *self,
                        const ThawDemoScene *scene,
                        ThawEntry           *entry)
{
  int kind = g_rand_int_range (self->rand, 0, 100);

  if (!chance (self, has_text[scene->phase]))
    return;

  if (kind >= 70 && write_part (self, THAW_DEMO_PASSAGE, scene, entry))
    return;
  if (kind >= 44 && write_sentences (self, scene, entry))
    return;

  write_part (self, THAW_DEMO_NOTE, scene, entry);
}

static const char *
choose_basic_emotion (ThawDemoWriter *self,
                      ThawDemoMood    mood)
{
  int at = g_rand_int_range (self->rand, 0, 100);

  switch (mood)
    {
    case THAW_DEMO_WARM:
      return at < 58 ? "joy" : at < 94 ? "love" : "sadness";
    case THAW_DEMO_LOW:
      return at < 42 ? "sadness" : at < 70 ? "fear" : at < 96 ? "anger" : "love";
    case THAW_DEMO_EVEN:
      return at < 26 ? "joy" : at < 50 ? "sadness" : at < 68 ? "fear" : at < 82 ? "anger" : "love";
    case THAW_DEMO_NUMB:
    default:
      return at < 50 ? "sadness" : at < 80 ? "fear" : at < 92 ? "anger" : "joy";
    }
}

static int
choose_intensity (ThawDemoWriter *self,
                  ThawEntry      *entry)
{
  int feeling = thaw_entry_get_feeling (entry);
  int intensity = 1 + (feeling + g_rand_int_range (self->rand, 0, 4)) / 4;

  return CLAMP (intensity, THAW_EMOTION_MIN_INTENSITY, THAW_EMOTION_MAX_INTENSITY);
}

static void
name_emotions (ThawDemoWriter      *self,
               const ThawDemoScene *scene,
               ThawEntry           *entry)
{
  GPtrArray *words = thaw_demo_texts_get_list (self->texts, THAW_DEMO_EMOTIONS);
  guint n_emotions = 1;

  /* Here as elsewhere there is one draw in a statement: C leaves the order within one to the compiler. */
  if (chance (self, 8 * (int) scene->phase))
    n_emotions++;
  if (chance (self, 8))
    n_emotions++;

  for (guint i = 0; i < n_emotions; i++)
    {
      int intensity = choose_intensity (self, entry);
      const ThawDemoWord *finer = NULL;

      if (chance (self, has_finer_word[scene->phase]))
        finer = thaw_demo_choose_word (words, scene, self->rand);

      thaw_entry_set_emotion (entry, finer != NULL ? finer->value : choose_basic_emotion (self, scene->mood),
                              intensity);
    }
}

/**
 * thaw_demo_writer_name:
 * @scene: the scene
 * @entry: an entry
 *
 * Answers what is felt, if the text has not answered it.
 */
void
thaw_demo_writer_name (ThawDemoWriter      *self,
                       const ThawDemoScene *scene,
                       ThawEntry           *entry)
{
  const AnswerShares *shares =
    scene->mood == THAW_DEMO_NUMB ? &numb_answers[scene->phase] : &felt_answers[scene->phase];
  int at = g_rand_int_range (self->rand, 0, 100);

  if (thaw_entry_get_answer (entry) != THAW_ANSWER_NONE)
    return;

  if ((at -= shares->named) < 0)
    name_emotions (self, scene, entry);
  else if ((at -= shares->nothing) < 0)
    thaw_entry_set_answer (entry, THAW_ANSWER_NOTHING);
  else if ((at -= shares->unsure) < 0)
    thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);
  else if ((at -= shares->no_word) < 0)
    thaw_entry_set_answer (entry, THAW_ANSWER_NO_WORD);
}

/**
 * thaw_demo_writer_tag:
 * @scene: the scene
 * @entry: an entry
 *
 * Adds a tag or two, now and then, if the text has brought none.
 */
void
thaw_demo_writer_tag (ThawDemoWriter      *self,
                      const ThawDemoScene *scene,
                      ThawEntry           *entry)
{
  guint n_tags = 0;

  int percent = has_tag[scene->phase];

  /* A text has said most of it. */
  if (thaw_entry_get_text (entry)[0] != '\0')
    percent /= 3;
  if (thaw_entry_get_tags (entry)->len == 0 && chance (self, percent))
    n_tags = chance (self, 25) ? 2 : 1;

  for (guint i = 0; i < n_tags; i++)
    {
      GPtrArray *tags = thaw_demo_texts_get_list (self->texts, THAW_DEMO_TAGS);
      const ThawDemoWord *tag = thaw_demo_choose_word (tags, scene, self->rand);

      if (tag != NULL)
        thaw_entry_set_tag (entry, tag->value, tag->tag_kind, chance (self, (int) tag->trigger_percent));
    }
}
