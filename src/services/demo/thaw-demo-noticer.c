/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-noticer"

#include "config.h"
#include "thaw-demo-noticer.h"

#include "thaw-demo-pattern.h"

/* In percent, for each phase: how often the question about the body is answered, and the answers. */
static const int has_body[THAW_DEMO_N_PHASES] = { 16, 26, 36, 26, 46 };
static const int has_second_place[THAW_DEMO_N_PHASES] = { 8, 22, 34, 20, 46 };
static const int is_nowhere[THAW_DEMO_N_PHASES] = { 42, 22, 11, 26, 5 };
static const int is_unclear[THAW_DEMO_N_PHASES] = { 24, 20, 13, 17, 6 };

/* Where there is no word, the body is offered as a way in. */
#define OFFERED_PERCENT 14

/* How often the place is all that can be said of it, and how often nothing is said of its strength. */
static const int has_place_only[THAW_DEMO_N_PHASES] = { 44, 24, 12, 26, 6 };
#define NO_STRENGTH_PERCENT 18

/* How often it is told what was done about it: after something set it off, and when it was unpleasant. */
#define DID_AFTER_TRIGGER_PERCENT 72
#define DID_WHEN_LOW_PERCENT 34
#define SECOND_DEED_PERCENT 20
#define NO_OUTCOME_PERCENT 24

/* How many of the texts answer a question. */
static const int has_prompt[THAW_DEMO_N_PHASES] = { 12, 12, 10, 6, 9 };

/**
 * ThawDemoNoticer:
 *
 * Adds to the sample journal's entries what is noticed beside the words: in the
 * body, done about it, asked.
 */
struct _ThawDemoNoticer
{
  ThawDemoTexts *texts; /* (not owned) */
  GRand *rand;          /* (not owned) */
};

static gboolean
chance (ThawDemoNoticer *self,
        int              percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

/* Whether a place in the body goes with an emotion that was named; one for no emotion does where none was. */
static gboolean
goes_with (const ThawDemoWord *feel,
           GPtrArray          *emotions)
{
  if (feel->emotions == NULL)
    return emotions->len == 0;

  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      if (g_strv_contains ((const char *const *) feel->emotions, mark->slug))
        return TRUE;
    }

  return FALSE;
}

static const ThawDemoWord *
choose_feel (ThawDemoNoticer     *self,
             const ThawDemoScene *scene,
             ThawEntry           *entry)
{
  GPtrArray *feels = thaw_demo_texts_get_list (self->texts, THAW_DEMO_FEELS);
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();

  for (guint i = 0; i < feels->len; i++)
    {
      ThawDemoWord *feel = g_ptr_array_index (feels, i);

      if (thaw_demo_when_fits (&feel->when, scene) && goes_with (feel, thaw_entry_get_emotions (entry)))
        g_ptr_array_add (fitting, feel);
    }

  if (fitting->len == 0)
    return NULL;

  return g_ptr_array_index (fitting, (guint) g_rand_int_range (self->rand, 0, (gint32) fitting->len));
}

/* A place is named once in an entry, whatever it is like there. */
static gboolean
has_region (ThawEntry      *entry,
            ThawBodyRegion  region)
{
  GPtrArray *sensations = thaw_entry_get_sensations (entry);

  for (guint i = 0; i < sensations->len; i++)
    {
      if (((ThawSensation *) g_ptr_array_index (sensations, i))->region == region)
        return TRUE;
    }

  return FALSE;
}

static void
notice_place (ThawDemoNoticer     *self,
              const ThawDemoScene *scene,
              ThawEntry           *entry)
{
  const ThawDemoWord *feel = choose_feel (self, scene, entry);
  ThawSensationQuality quality;
  int feeling = MAX (thaw_entry_get_feeling (entry), 0);
  int strength = 1 + (feeling + g_rand_int_range (self->rand, 0, 5)) / 5;

  if (feel == NULL || has_region (entry, feel->region))
    return;

  quality = chance (self, has_place_only[scene->phase]) ? THAW_QUALITY_NONE : feel->quality;
  if (quality == THAW_QUALITY_NONE || chance (self, NO_STRENGTH_PERCENT))
    strength = THAW_SENSATION_NO_STRENGTH;
  thaw_entry_set_sensation (entry, feel->region, quality, MIN (strength, THAW_SENSATION_MAX_STRENGTH));
}

static void
notice_body (ThawDemoNoticer     *self,
             const ThawDemoScene *scene,
             ThawEntry           *entry)
{
  ThawAnswer answer = thaw_entry_get_answer (entry);
  gboolean is_offered = answer != THAW_ANSWER_NONE && answer != THAW_ANSWER_NAMED;
  int at;

  if (!chance (self, has_body[scene->phase] + (is_offered ? OFFERED_PERCENT : 0)))
    return;

  /* Whoever has a word for it feels it somewhere. */
  at = g_rand_int_range (self->rand, 0, 100) + (answer == THAW_ANSWER_NAMED ? 6 : 0);
  if ((at -= is_nowhere[scene->phase]) < 0)
    {
      thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_NOWHERE);
      return;
    }
  if ((at -= is_unclear[scene->phase]) < 0)
    {
      thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_UNSURE);
      return;
    }

  notice_place (self, scene, entry);
  if (chance (self, has_second_place[scene->phase]))
    notice_place (self, scene, entry);
  if (chance (self, has_second_place[scene->phase] / 3))
    notice_place (self, scene, entry);
}

static gboolean
has_trigger (ThawEntry *entry)
{
  GPtrArray *tags = thaw_entry_get_tags (entry);

  for (guint i = 0; i < tags->len; i++)
    {
      if (((ThawTagMark *) g_ptr_array_index (tags, i))->is_trigger)
        return TRUE;
    }

  return FALSE;
}

static ThawCopingOutcome
choose_outcome (ThawDemoNoticer    *self,
                const ThawDemoWord *deed)
{
  int at = g_rand_int_range (self->rand, 0, 100);

  if (chance (self, NO_OUTCOME_PERCENT))
    return THAW_OUTCOME_NONE;
  if ((at -= (int) deed->better_percent) < 0)
    return THAW_OUTCOME_BETTER;
  if ((at -= (int) deed->worse_percent) < 0)
    return THAW_OUTCOME_WORSE;

  return THAW_OUTCOME_SAME;
}

static void
tell_what_was_done (ThawDemoNoticer     *self,
                    const ThawDemoScene *scene,
                    ThawEntry           *entry)
{
  GPtrArray *deeds = thaw_demo_texts_get_list (self->texts, THAW_DEMO_DEEDS);
  int percent = has_trigger (entry)             ? DID_AFTER_TRIGGER_PERCENT
                : scene->mood == THAW_DEMO_LOW ? DID_WHEN_LOW_PERCENT
                                               : 0;
  guint n_deeds = 1;

  if (!chance (self, percent))
    return;

  if (chance (self, SECOND_DEED_PERCENT))
    n_deeds++;
  for (guint i = 0; i < n_deeds; i++)
    {
      const ThawDemoWord *deed = thaw_demo_choose_word (deeds, scene, self->rand);

      if (deed != NULL)
        thaw_entry_set_coping (entry, deed->value, choose_outcome (self, deed));
    }
}

static void
ask (ThawDemoNoticer     *self,
     const ThawDemoScene *scene,
     ThawEntry           *entry)
{
  const ThawDemoWord *prompt;

  if (thaw_entry_get_text (entry)[0] == '\0' || !chance (self, has_prompt[scene->phase]))
    return;

  prompt = thaw_demo_choose_word (thaw_demo_texts_get_list (self->texts, THAW_DEMO_PROMPTS), scene, self->rand);
  if (prompt != NULL)
    thaw_entry_set_prompt (entry, prompt->value);
}

/**
 * thaw_demo_noticer_new:
 * @texts: what to choose from; must outlive the noticer
 * @rand: what to choose by; must outlive the noticer
 *
 * Returns: (transfer full): a noticer
 */
ThawDemoNoticer *
thaw_demo_noticer_new (ThawDemoTexts *texts,
                       GRand         *rand)
{
  ThawDemoNoticer *self = g_new0 (ThawDemoNoticer, 1);

  self->texts = texts;
  self->rand = rand;

  return self;
}

void
thaw_demo_noticer_free (ThawDemoNoticer *self)
{
  g_free (self);
}

/**
 * thaw_demo_noticer_notice:
 * @scene: the scene
 * @is_story: whether the entry tells a part of the story, which answers no question
 * @entry: an entry that has its words, emotions and tags
 */
void
thaw_demo_noticer_notice (ThawDemoNoticer     *self,
                          const ThawDemoScene *scene,
                          gboolean             is_story,
                          ThawEntry           *entry)
{
  notice_body (self, scene, entry);
  tell_what_was_done (self, scene, entry);
  if (!is_story)
    ask (self, scene, entry);
}
