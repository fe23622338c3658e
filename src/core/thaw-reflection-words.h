/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reflection.h"

G_BEGIN_DECLS

const char *thaw_reflection_area_get_title       (ThawReflectionArea area);
const char *thaw_reflection_area_get_question    (ThawReflectionArea area);
const char *thaw_reflection_area_get_low_word    (ThawReflectionArea area);
const char *thaw_reflection_area_get_middle_word (ThawReflectionArea area);
const char *thaw_reflection_area_get_high_word   (ThawReflectionArea area);

char       *thaw_reflection_format_level         (ThawReflectionArea area,
                                                  int                level) G_GNUC_WARN_UNUSED_RESULT;
char       *thaw_reflection_describe             (const ThawReflection *self) G_GNUC_WARN_UNUSED_RESULT;
char       *thaw_reflections_describe            (GPtrArray            *reflections,
                                                  const char           *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
