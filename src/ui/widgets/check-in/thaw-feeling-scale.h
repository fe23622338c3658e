/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_FEELING_SCALE (thaw_feeling_scale_get_type ())
G_DECLARE_FINAL_TYPE (ThawFeelingScale, thaw_feeling_scale, THAW, FEELING_SCALE, GtkBox)

GtkWidget *thaw_feeling_scale_new (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_feeling_scale_set_question (ThawFeelingScale *self,
                                            const char       *question);

int        thaw_feeling_scale_get_feeling (ThawFeelingScale *self);
void       thaw_feeling_scale_set_feeling (ThawFeelingScale *self,
                                           int               feeling);

gboolean   thaw_feeling_scale_get_cant_tell (ThawFeelingScale *self);
void       thaw_feeling_scale_set_cant_tell (ThawFeelingScale *self,
                                             gboolean          cant_tell);

G_END_DECLS
