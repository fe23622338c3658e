/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-breath-pattern.h"

G_BEGIN_DECLS

#define THAW_TYPE_BREATH_LENGTH (thaw_breath_length_get_type ())
G_DECLARE_FINAL_TYPE (ThawBreathLength, thaw_breath_length, THAW, BREATH_LENGTH, AdwPreferencesGroup)

GtkWidget *thaw_breath_length_new (const ThawBreathPattern *pattern,
                                   int                      breaths,
                                   int                      limit) G_GNUC_WARN_UNUSED_RESULT;

int        thaw_breath_length_get_breaths (ThawBreathLength *self);

G_END_DECLS
