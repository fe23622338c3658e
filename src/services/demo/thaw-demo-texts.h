/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-demo-when.h"
#include "thaw-mood.h"
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
 * ThawDemoWord:
 * @when: where it may stand
 * @value: a word for a blank, or the name of an emotion or of a tag
 * @tag_kind: the kind, of a tag
 * @trigger_percent: how often this tag is marked as a trigger
 *
 * A word.
 */
typedef struct
{
  ThawDemoWhen when;
  char        *value;
  ThawTagKind  tag_kind;
  guint        trigger_percent;
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
GPtrArray     *thaw_demo_texts_get_emotions (ThawDemoTexts *self);
GPtrArray     *thaw_demo_texts_get_tags     (ThawDemoTexts *self);

G_END_DECLS
