/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-demo-texts.h"
#include "thaw-entry.h"

G_BEGIN_DECLS

typedef struct _ThawDemoWriter ThawDemoWriter;

ThawDemoWriter *thaw_demo_writer_new  (ThawDemoTexts *texts,
                                       GRand         *rand) G_GNUC_WARN_UNUSED_RESULT;
void            thaw_demo_writer_free (ThawDemoWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawDemoWriter, thaw_demo_writer_free)

const ThawDemoText *thaw_demo_writer_next_story (ThawDemoWriter *self,
                                                 guint           course_day,
                                                 ThawDay         day);
void                thaw_demo_writer_tell       (ThawDemoWriter      *self,
                                                 const ThawDemoScene *scene,
                                                 const ThawDemoText  *story,
                                                 ThawEntry           *entry);
void                thaw_demo_writer_write      (ThawDemoWriter      *self,
                                                 const ThawDemoScene *scene,
                                                 ThawEntry           *entry);
void                thaw_demo_writer_name       (ThawDemoWriter      *self,
                                                 const ThawDemoScene *scene,
                                                 ThawEntry           *entry);
void                thaw_demo_writer_tag        (ThawDemoWriter      *self,
                                                 const ThawDemoScene *scene,
                                                 ThawEntry           *entry);

G_END_DECLS
