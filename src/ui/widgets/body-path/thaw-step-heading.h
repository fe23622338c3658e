/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_STEP_HEADING (thaw_step_heading_get_type ())
G_DECLARE_FINAL_TYPE (ThawStepHeading, thaw_step_heading, THAW, STEP_HEADING, GtkWidget)

GtkWidget  *thaw_step_heading_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char *thaw_step_heading_get_text (ThawStepHeading *self);
void        thaw_step_heading_set_text (ThawStepHeading *self,
                                        const char      *text);

G_END_DECLS
