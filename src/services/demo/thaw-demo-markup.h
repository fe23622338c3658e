/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-demo-texts.h"

G_BEGIN_DECLS

typedef struct _ThawDemoMarkup ThawDemoMarkup;

ThawDemoMarkup *thaw_demo_markup_new  (ThawDemoTexts *texts) G_GNUC_WARN_UNUSED_RESULT;
void            thaw_demo_markup_free (ThawDemoMarkup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawDemoMarkup, thaw_demo_markup_free)

gboolean        thaw_demo_markup_read (ThawDemoMarkup *self,
                                       const char     *content,
                                       gssize          length,
                                       GError        **error);

char           *thaw_demo_fold_space  (const char *content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
