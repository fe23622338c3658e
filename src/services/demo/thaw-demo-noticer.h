/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-demo-texts.h"
#include "thaw-entry.h"

G_BEGIN_DECLS

typedef struct _ThawDemoNoticer ThawDemoNoticer;

ThawDemoNoticer *thaw_demo_noticer_new    (ThawDemoTexts *texts,
                                           GRand         *rand) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_demo_noticer_free   (ThawDemoNoticer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawDemoNoticer, thaw_demo_noticer_free)

void             thaw_demo_noticer_notice (ThawDemoNoticer     *self,
                                           const ThawDemoScene *scene,
                                           gboolean             is_story,
                                           ThawEntry           *entry);

G_END_DECLS
