/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define THAW_SENSATION_MIN_STRENGTH 1
#define THAW_SENSATION_MAX_STRENGTH 3
#define THAW_SENSATION_NO_STRENGTH  0 /* not said */

/**
 * ThawBodyRegion:
 *
 * A place in the body, from head to feet. Both sides are one region, and so are
 * front and back where no word of everyday speech tells them apart.
 */
typedef enum
{
  THAW_REGION_HEAD,
  THAW_REGION_EYES,
  THAW_REGION_JAW,
  THAW_REGION_THROAT,
  THAW_REGION_NECK,
  THAW_REGION_SHOULDERS,
  THAW_REGION_CHEST,
  THAW_REGION_UPPER_BACK,
  THAW_REGION_STOMACH,
  THAW_REGION_LOWER_BACK,
  THAW_REGION_LOWER_BELLY,
  THAW_REGION_ARMS,
  THAW_REGION_HANDS,
  THAW_REGION_LEGS,
  THAW_REGION_FEET,
} ThawBodyRegion;

#define THAW_N_BODY_REGIONS (THAW_REGION_FEET + 1)

/**
 * ThawSensationQuality:
 * @THAW_QUALITY_NONE: not said
 *
 * What it is like there.
 */
typedef enum
{
  THAW_QUALITY_NONE,
  THAW_QUALITY_WARM,
  THAW_QUALITY_COLD,
  THAW_QUALITY_TIGHT,
  THAW_QUALITY_PRESSING,
  THAW_QUALITY_HEAVY,
  THAW_QUALITY_LIGHT,
  THAW_QUALITY_HOLLOW,
  THAW_QUALITY_TINGLING,
  THAW_QUALITY_FLUTTERING,
  THAW_QUALITY_POUNDING,
  THAW_QUALITY_SHAKY,
  THAW_QUALITY_ACHING,
  THAW_QUALITY_RESTLESS,
  THAW_QUALITY_SOFT,
  THAW_QUALITY_NUMB,
} ThawSensationQuality;

#define THAW_N_QUALITIES (THAW_QUALITY_NUMB + 1)

/**
 * ThawBodyAnswer:
 * @THAW_BODY_ANSWER_NONE: the question was left out, or there are sensations
 * @THAW_BODY_ANSWER_NOWHERE: "nowhere"
 * @THAW_BODY_ANSWER_UNSURE: "can't tell"
 *
 * What a person says, instead of a place, when asked where in the body it is.
 */
typedef enum
{
  THAW_BODY_ANSWER_NONE,
  THAW_BODY_ANSWER_NOWHERE,
  THAW_BODY_ANSWER_UNSURE,
} ThawBodyAnswer;

#define THAW_N_BODY_ANSWERS (THAW_BODY_ANSWER_UNSURE + 1)

/**
 * ThawSensation:
 * @region: where in the body
 * @quality: what it is like, or %THAW_QUALITY_NONE
 * @strength: 1 (a little) to 3 (strongly), or %THAW_SENSATION_NO_STRENGTH
 *
 * Something that was noticed in the body. Two sensations are the same if region
 * and quality are.
 */
typedef struct
{
  ThawBodyRegion       region;
  ThawSensationQuality quality;
  int                  strength;
} ThawSensation;

#define THAW_TYPE_SENSATION (thaw_sensation_get_type ())
GType          thaw_sensation_get_type (void);
ThawSensation *thaw_sensation_new      (ThawBodyRegion       region,
                                        ThawSensationQuality quality,
                                        int                  strength) G_GNUC_WARN_UNUSED_RESULT;
ThawSensation *thaw_sensation_copy     (const ThawSensation *self) G_GNUC_WARN_UNUSED_RESULT;
void           thaw_sensation_free     (ThawSensation *self);
gboolean       thaw_sensation_equal    (const ThawSensation *a,
                                        const ThawSensation *b);
char          *thaw_sensation_to_words (const ThawSensation *self) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawSensation, thaw_sensation_free)

const char *thaw_body_region_to_slug   (ThawBodyRegion  region);
gboolean    thaw_body_region_from_slug (const char     *slug,
                                        ThawBodyRegion *out_region);
const char *thaw_body_region_get_word  (ThawBodyRegion  region);

const char *thaw_sensation_quality_to_slug   (ThawSensationQuality  quality);
gboolean    thaw_sensation_quality_from_slug (const char           *slug,
                                              ThawSensationQuality *out_quality);
const char *thaw_sensation_quality_get_word  (ThawSensationQuality  quality);
const char *thaw_sensation_strength_get_word (int                   strength);

const char *thaw_body_answer_to_slug   (ThawBodyAnswer  answer);
gboolean    thaw_body_answer_from_slug (const char     *slug,
                                        ThawBodyAnswer *out_answer);
const char *thaw_body_answer_get_word  (ThawBodyAnswer  answer);

G_END_DECLS
