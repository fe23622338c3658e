/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_STEP_SCALE (thaw_step_scale_get_type ())
G_DECLARE_FINAL_TYPE (ThawStepScale, thaw_step_scale, THAW, STEP_SCALE, GtkBox)

/* What can be selected beside the steps, which count from 0. */
#define THAW_STEP_SCALE_NONE (-1)    /* the question is open */
#define THAW_STEP_SCALE_UNKNOWN (-2) /* "can't tell" */

GtkWidget *thaw_step_scale_new (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_step_scale_add_step    (ThawStepScale *self,
                                        GtkWidget     *face,
                                        const char    *word,
                                        const char    *label);
void       thaw_step_scale_set_words   (ThawStepScale *self,
                                        const char    *start,
                                        const char    *end,
                                        const char    *unknown);
void       thaw_step_scale_set_middle_word (ThawStepScale *self,
                                            const char    *middle);
GtkWidget *thaw_step_scale_get_button  (ThawStepScale *self,
                                        int            selected);

int        thaw_step_scale_get_selected (ThawStepScale *self);
void       thaw_step_scale_set_selected (ThawStepScale *self,
                                         int            selected);

G_END_DECLS
