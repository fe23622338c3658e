/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-demo-when.h"
#include "thaw-mood.h"
#include "thaw-sensation.h"
#include "thaw-tag.h"

G_BEGIN_DECLS

/**
 * ThawDemoPart:
 * @THAW_DEMO_STORY: told once, on its day
 * @THAW_DEMO_NOTE: a line
 * @THAW_DEMO_PASSAGE: a few sentences
 * @THAW_DEMO_OPENING: a sentence that can stand first
 * @THAW_DEMO_EVENT: a sentence on what happened
 * @THAW_DEMO_INSIDE: a sentence on what was felt
 * @THAW_DEMO_CLOSING: a sentence that can stand last
 *
 * What a text is for.
 */
typedef enum
{
  THAW_DEMO_STORY,
  THAW_DEMO_NOTE,
  THAW_DEMO_PASSAGE,
  THAW_DEMO_OPENING,
  THAW_DEMO_EVENT,
  THAW_DEMO_INSIDE,
  THAW_DEMO_CLOSING,
} ThawDemoPart;

#define THAW_DEMO_N_PARTS (THAW_DEMO_CLOSING + 1)

#define THAW_DEMO_NO_LEVEL G_MININT

/**
 * ThawDemoText:
 * @when: where it may stand
 * @answer: what was answered, %THAW_ANSWER_NONE if the text leaves it open
 * @feeling: what was felt, or %THAW_DEMO_NO_LEVEL
 * @valence: how pleasant it was, −3 to 3, or %THAW_DEMO_NO_LEVEL
 * @emotions: (nullable) (element-type ThawEmotionMark): what was named
 * @tags: (nullable) (element-type ThawTagMark): the tags
 * @title: (nullable): the title, a pattern
 * @pattern: the text with its blanks
 *
 * A text, or a part of one.
 */
typedef struct
{
  ThawDemoWhen when;
  ThawAnswer   answer;
  int          feeling;
  int          valence;
  GPtrArray   *emotions;
  GPtrArray   *tags;
  char        *title;
  char        *pattern;
} ThawDemoText;

/**
 * ThawDemoList:
 * @THAW_DEMO_EMOTIONS: words for what is felt, beside the basic ones
 * @THAW_DEMO_TAGS: tags
 * @THAW_DEMO_FEELS: what is noticed in the body
 * @THAW_DEMO_DEEDS: what was done about it
 * @THAW_DEMO_PROMPTS: what a text may answer
 * @THAW_DEMO_OWN_WORDS: words of the person's own
 * @THAW_DEMO_LOOKS: what is written beside a reflection
 * @THAW_DEMO_DONE: what is noted of what was done
 *
 * What there is to choose from beside texts and blanks.
 */
typedef enum
{
  THAW_DEMO_EMOTIONS,
  THAW_DEMO_TAGS,
  THAW_DEMO_FEELS,
  THAW_DEMO_DEEDS,
  THAW_DEMO_PROMPTS,
  THAW_DEMO_OWN_WORDS,
  THAW_DEMO_LOOKS,
  THAW_DEMO_DONE,
} ThawDemoList;

#define THAW_DEMO_N_LISTS (THAW_DEMO_DONE + 1)

/**
 * ThawDemoWord:
 * @when: where it may stand
 * @value: a word for a blank, or what it is called
 * @tag_kind: the kind, of a tag
 * @trigger_percent: how often this tag is marked as a trigger
 * @region: where in the body, of what is noticed there
 * @quality: what it is like there
 * @emotions: (nullable): slugs of emotions that go with it, %NULL for none named
 * @better_percent: how often it is better after this was done
 * @worse_percent: how often it is worse
 * @family: (nullable): the family, of a word of the person's own
 * @is_own: whether the person wrote this prompt
 * @activities: (nullable): what a note is of, %NULL for anything; "own" for the person's own
 *
 * A word, or something else to choose.
 */
typedef struct
{
  ThawDemoWhen         when;
  char                *value;
  ThawTagKind          tag_kind;
  guint                trigger_percent;
  ThawBodyRegion       region;
  ThawSensationQuality quality;
  GStrv                emotions;
  guint                better_percent;
  guint                worse_percent;
  char                *family;
  gboolean             is_own;
  GStrv                activities;
} ThawDemoWord;

void           thaw_demo_text_free (ThawDemoText *self);
void           thaw_demo_word_free (ThawDemoWord *self);

typedef struct _ThawDemoTexts ThawDemoTexts;

ThawDemoTexts *thaw_demo_texts_load (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           thaw_demo_texts_free (ThawDemoTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawDemoTexts, thaw_demo_texts_free)

GPtrArray     *thaw_demo_texts_get_part     (ThawDemoTexts *self,
                                             ThawDemoPart   part);
GPtrArray     *thaw_demo_texts_get_slot     (ThawDemoTexts *self,
                                             const char    *name);
GPtrArray     *thaw_demo_texts_ensure_slot  (ThawDemoTexts *self,
                                             const char    *name);
GPtrArray     *thaw_demo_texts_get_list     (ThawDemoTexts *self,
                                             ThawDemoList   list);

G_END_DECLS
