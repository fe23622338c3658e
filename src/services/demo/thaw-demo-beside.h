/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-demo-texts.h"
#include "thaw-entry.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

typedef struct _ThawDemoBeside ThawDemoBeside;

ThawDemoBeside *thaw_demo_beside_new       (ThawDemoTexts *texts,
                                            GRand         *rand,
                                            ThawDay        first_wanted) G_GNUC_WARN_UNUSED_RESULT;
void            thaw_demo_beside_free      (ThawDemoBeside *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawDemoBeside, thaw_demo_beside_free)

void            thaw_demo_beside_look_back (ThawDemoBeside      *self,
                                            const ThawDemoScene *scene,
                                            GTimeZone           *zone);
void            thaw_demo_beside_see       (ThawDemoBeside *self,
                                            ThawEntry      *entry);
void            thaw_demo_beside_fill      (ThawDemoBeside  *self,
                                            ThawImportBatch *batch);

G_END_DECLS
