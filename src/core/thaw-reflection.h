/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-moment.h"

G_BEGIN_DECLS

#define THAW_REFLECTION_MIN     0
#define THAW_REFLECTION_MAX     10
#define THAW_REFLECTION_UNKNOWN (-1) /* left out */

/* At most so often is a reflection offered. */
#define THAW_REFLECTION_INTERVAL_DAYS 14

/* Two that are further apart say nothing about the time between them. */
#define THAW_REFLECTION_MAX_GAP_DAYS 42

/**
 * ThawReflectionArea:
 * @THAW_REFLECTION_RESPONSE: how much answers inside when something happens
 * @THAW_REFLECTION_NAMING: how well feelings can be noticed and put into words
 * @THAW_REFLECTION_RANGE: how wide the range of feelings is
 * @THAW_REFLECTION_CLOSENESS: how near one feels to other people
 *
 * The four areas in which numbness shows. 0 is the numb end of each, 10 the
 * other. Wording of our own for the signs that are described for numbness in
 * recovery; no test, and no scale that was validated.
 */
typedef enum
{
  THAW_REFLECTION_RESPONSE,
  THAW_REFLECTION_NAMING,
  THAW_REFLECTION_RANGE,
  THAW_REFLECTION_CLOSENESS,
} ThawReflectionArea;

#define THAW_N_REFLECTION_AREAS (THAW_REFLECTION_CLOSENESS + 1)

/**
 * ThawReflection:
 * @uuid: (nullable): the identity, %NULL before it was saved
 * @moment: when it was made
 * @levels: for each area 0 to 10, or %THAW_REFLECTION_UNKNOWN
 * @note: (not nullable): a few words, or ""
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * A look at numbness, every two weeks or so if it is wanted.
 */
typedef struct
{
  char      *uuid;
  ThawMoment moment;
  int        levels[THAW_N_REFLECTION_AREAS];
  char      *note;
  gint64     modified_ms;
} ThawReflection;

#define THAW_TYPE_REFLECTION (thaw_reflection_get_type ())
GType           thaw_reflection_get_type (void);
ThawReflection *thaw_reflection_new      (void) G_GNUC_WARN_UNUSED_RESULT;
ThawReflection *thaw_reflection_copy     (const ThawReflection *self) G_GNUC_WARN_UNUSED_RESULT;
void            thaw_reflection_free     (ThawReflection *self);
gboolean        thaw_reflection_is_empty (const ThawReflection *self);
void            thaw_reflection_set_note (ThawReflection *self,
                                          const char     *note);
gboolean        thaw_reflection_equal    (const ThawReflection *self,
                                          const ThawReflection *other);
gboolean        thaw_reflection_is_joined (const ThawReflection *self,
                                           const ThawReflection *next,
                                           ThawReflectionArea    area);
gboolean        thaw_reflection_is_due   (ThawDay         last,
                                          ThawDay         today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawReflection, thaw_reflection_free)

const char *thaw_reflection_area_to_slug   (ThawReflectionArea  area);
gboolean    thaw_reflection_area_from_slug (const char         *slug,
                                            ThawReflectionArea *out_area);

G_END_DECLS
