/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "thaw-timeline.h"

G_BEGIN_DECLS

/**
 * ThawSound:
 * @THAW_SOUND_BELL_START: a bell that begins
 * @THAW_SOUND_BELL_INTERVAL: a bell on the way: higher, and soon gone
 * @THAW_SOUND_BELL_END: a bell that ends: lower, and long
 * @THAW_SOUND_BREATH_IN: a soft tone that rises
 * @THAW_SOUND_BREATH_TOP_UP: a short one that rises on from there
 * @THAW_SOUND_BREATH_HOLD_FULL: a short one that stays up
 * @THAW_SOUND_BREATH_OUT: one that falls
 * @THAW_SOUND_BREATH_HOLD_EMPTY: a short one that stays down
 *
 * What can be heard of Thaw.
 */
typedef enum
{
  THAW_SOUND_BELL_START,
  THAW_SOUND_BELL_INTERVAL,
  THAW_SOUND_BELL_END,
  THAW_SOUND_BREATH_IN,
  THAW_SOUND_BREATH_TOP_UP,
  THAW_SOUND_BREATH_HOLD_FULL,
  THAW_SOUND_BREATH_OUT,
  THAW_SOUND_BREATH_HOLD_EMPTY,
} ThawSound;

#define THAW_N_SOUNDS (THAW_SOUND_BREATH_HOLD_EMPTY + 1)

/* Frames a second, all of one channel. */
#define THAW_SOUND_RATE 48000

ThawSound thaw_sound_for_bell   (ThawBell         bell);
ThawSound thaw_sound_for_phase  (ThawBreathPhase  phase);
gboolean  thaw_sound_is_bell    (ThawSound        sound);
gsize     thaw_sound_get_length (ThawSound        sound);
float    *thaw_sound_make       (ThawSound        sound) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
