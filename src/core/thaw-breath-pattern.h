/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"

G_BEGIN_DECLS

/**
 * ThawBreathPhase:
 * @THAW_BREATH_IN: breathing in
 * @THAW_BREATH_TOP_UP: a second, short breath in on top of it
 * @THAW_BREATH_HOLD_FULL: a pause with full lungs
 * @THAW_BREATH_OUT: breathing out
 * @THAW_BREATH_HOLD_EMPTY: a pause with empty lungs
 *
 * The phases of a breath, in their order.
 */
typedef enum
{
  THAW_BREATH_IN,
  THAW_BREATH_TOP_UP,
  THAW_BREATH_HOLD_FULL,
  THAW_BREATH_OUT,
  THAW_BREATH_HOLD_EMPTY,
} ThawBreathPhase;

#define THAW_N_BREATH_PHASES (THAW_BREATH_HOLD_EMPTY + 1)

/* Breathing in and out takes half a second at least, and no phase more than half a minute:
 * whoever wants to do otherwise should not be alone with a program. */
#define THAW_BREATH_MIN_TENTHS 5
#define THAW_BREATH_MAX_TENTHS 300

/* The longest session, in breaths and in minutes. */
#define THAW_BREATH_MAX_BREATHS 999
#define THAW_BREATH_MAX_MINUTES 60

/**
 * ThawBreathPattern:
 * @id: (nullable): the stable name of one that Thaw brings along, as `box`, or the UUID
 *   of one of the person’s own, %NULL before it was saved
 * @name: (not nullable): what it is called
 * @tenths: how long each phase takes, in tenths of a second; 0 for none
 * @summary: (nullable): what it is like, in a sentence
 * @why: (nullable): why it may help
 * @source: (nullable): where @why is from
 * @breaths: how many breaths are offered first
 * @first_limit: at most so many breaths a session in the first month with this pattern,
 *   0 for no limit
 * @modified_ms: when one of the person’s own was last saved, in milliseconds of Unix
 *   time; 0 for the others
 *
 * A way of breathing.
 */
typedef struct
{
  char  *id;
  char  *name;
  int    tenths[THAW_N_BREATH_PHASES];
  char  *summary;
  char  *why;
  char  *source;
  int    breaths;
  int    first_limit;
  gint64 modified_ms;
} ThawBreathPattern;

#define THAW_TYPE_BREATH_PATTERN (thaw_breath_pattern_get_type ())
GType              thaw_breath_pattern_get_type (void);
ThawBreathPattern *thaw_breath_pattern_new      (const char              *id,
                                                 const char              *name) G_GNUC_WARN_UNUSED_RESULT;
ThawBreathPattern *thaw_breath_pattern_copy     (const ThawBreathPattern *self) G_GNUC_WARN_UNUSED_RESULT;
void               thaw_breath_pattern_free     (ThawBreathPattern       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawBreathPattern, thaw_breath_pattern_free)

const ThawBreathPattern *thaw_breath_pattern_find (GPtrArray  *patterns,
                                                   const char *id);

gboolean thaw_breath_phase_is_valid       (ThawBreathPhase          phase,
                                           int                      tenths);
gboolean thaw_breath_pattern_is_valid     (const ThawBreathPattern *self);
gint64   thaw_breath_pattern_get_ms       (const ThawBreathPattern *self);
int      thaw_breath_pattern_count_breaths (const ThawBreathPattern *self,
                                            int                      minutes);
int      thaw_breath_pattern_get_limit    (const ThawBreathPattern *self,
                                           ThawDay                  first_day,
                                           ThawDay                  today);
char    *thaw_breath_pattern_describe     (const ThawBreathPattern *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean    thaw_breath_phase_from_slug   (const char      *slug,
                                           ThawBreathPhase *out_phase);
const char *thaw_breath_phase_get_name    (ThawBreathPhase  phase);
const char *thaw_breath_phase_get_word    (ThawBreathPhase  phase);

G_END_DECLS
