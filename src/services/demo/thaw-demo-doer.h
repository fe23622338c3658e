/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-demo-texts.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

typedef struct _ThawDemoDoer ThawDemoDoer;

ThawDemoDoer *thaw_demo_doer_new  (ThawDemoTexts *texts,
                                   GRand         *rand,
                                   ThawDay        first_wanted) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_demo_doer_free (ThawDemoDoer  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawDemoDoer, thaw_demo_doer_free)

void          thaw_demo_doer_live (ThawDemoDoer        *self,
                                   const ThawDemoScene *scene,
                                   GTimeZone           *zone);
void          thaw_demo_doer_fill (ThawDemoDoer        *self,
                                   ThawDay              last_day,
                                   ThawImportBatch     *batch);

G_END_DECLS
