/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-emotion.h"
#include "thaw-sensation.h"

G_BEGIN_DECLS

/**
 * ThawEmotionNear:
 * @slug: (not nullable): an emotion that is near to another
 * @difference: (not nullable): how the two differ, in a sentence
 */
typedef struct
{
  char *slug;
  char *difference;
} ThawEmotionNear;

/**
 * ThawEmotionHint:
 * @has_region: whether the place matters
 * @region: where in the body the emotion is often felt
 * @quality: what it is often like, %THAW_QUALITY_NONE if that does not matter
 * @weight: 1 (sometimes) to 3 (very often)
 */
typedef struct
{
  gboolean             has_region;
  ThawBodyRegion       region;
  ThawSensationQuality quality;
  int                  weight;
} ThawEmotionHint;

/**
 * ThawEmotion:
 * @slug: (not nullable): the stable name, as `joy`
 * @family: (not nullable): the slug of its family
 * @word: (not nullable): the translated word
 * @also: (nullable): what else people call it, as “anxious, on edge”; for searches alone
 * @definition: (not nullable): what it means, in one or two sentences
 * @body: (not nullable): how it may feel in the body
 * @moment: (not nullable): the kind of moment it often belongs to
 * @near: (element-type ThawEmotionNear): words near to it
 * @opposites: (array zero-terminated=1): slugs
 * @hints: (element-type ThawEmotionHint): where and how it is often felt
 * @is_basic: whether it is one of the five basic emotions
 *
 * An emotion of the shipped vocabulary. Owned by its #ThawVocabulary, and unchanging.
 */
typedef struct
{
  char      *slug;
  char      *family;
  char      *word;
  char      *also;
  char      *definition;
  char      *body;
  char      *moment;
  GPtrArray *near;
  GStrv      opposites;
  GArray    *hints;
  gboolean   is_basic;
} ThawEmotion;

/**
 * ThawEmotionFamily:
 * @slug: (not nullable): the stable name, as `joy`
 * @name: (not nullable): the translated name, as "Joy"
 * @about: (not nullable): what its words have in common, in a sentence
 */
typedef struct
{
  char *slug;
  char *name;
  char *about;
} ThawEmotionFamily;

ThawEmotion       *thaw_emotion_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void               thaw_emotion_free        (ThawEmotion *self);
ThawEmotionNear   *thaw_emotion_near_new    (const char *slug,
                                             const char *difference) G_GNUC_WARN_UNUSED_RESULT;
ThawEmotionFamily *thaw_emotion_family_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void               thaw_emotion_family_free (ThawEmotionFamily *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawEmotion, thaw_emotion_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawEmotionFamily, thaw_emotion_family_free)

#define THAW_TYPE_VOCABULARY (thaw_vocabulary_get_type ())
G_DECLARE_FINAL_TYPE (ThawVocabulary, thaw_vocabulary, THAW, VOCABULARY, GObject)

ThawVocabulary          *thaw_vocabulary_new          (GPtrArray      *families,
                                                       GPtrArray      *emotions) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray               *thaw_vocabulary_get_families (ThawVocabulary *self);
const ThawEmotionFamily *thaw_vocabulary_find_family  (ThawVocabulary *self,
                                                       const char     *slug);
GPtrArray               *thaw_vocabulary_get_emotions (ThawVocabulary *self);
const ThawEmotion       *thaw_vocabulary_find_emotion (ThawVocabulary *self,
                                                       const char     *slug);
const char              *thaw_vocabulary_get_word     (ThawVocabulary *self,
                                                       const char     *slug);

G_END_DECLS
