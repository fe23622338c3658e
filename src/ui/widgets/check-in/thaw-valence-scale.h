/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_VALENCE_SCALE (thaw_valence_scale_get_type ())
G_DECLARE_FINAL_TYPE (ThawValenceScale, thaw_valence_scale, THAW, VALENCE_SCALE, GtkBox)

GtkWidget *thaw_valence_scale_new (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_valence_scale_set_question (ThawValenceScale *self,
                                            const char       *question);

double     thaw_valence_scale_get_valence (ThawValenceScale *self);
void       thaw_valence_scale_set_valence (ThawValenceScale *self,
                                           double            valence);

gboolean   thaw_valence_scale_get_cant_tell (ThawValenceScale *self);
void       thaw_valence_scale_set_cant_tell (ThawValenceScale *self,
                                             gboolean          cant_tell);

G_END_DECLS
