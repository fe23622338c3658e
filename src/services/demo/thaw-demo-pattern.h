/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-demo-texts.h"

G_BEGIN_DECLS

gboolean            thaw_demo_pattern_is_good (const char          *pattern,
                                               ThawDemoTexts       *texts);
char               *thaw_demo_pattern_render  (const char          *pattern,
                                               ThawDemoTexts       *texts,
                                               const ThawDemoScene *scene,
                                               GRand               *rand) G_GNUC_WARN_UNUSED_RESULT;
const ThawDemoWord *thaw_demo_choose_word     (GPtrArray           *words,
                                               const ThawDemoScene *scene,
                                               GRand               *rand);

G_END_DECLS
