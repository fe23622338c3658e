/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_PLEASURE_SCALE (thaw_pleasure_scale_get_type ())
G_DECLARE_FINAL_TYPE (ThawPleasureScale, thaw_pleasure_scale, THAW, PLEASURE_SCALE, GtkBox)

GtkWidget *thaw_pleasure_scale_new (const char *question) G_GNUC_WARN_UNUSED_RESULT;

int        thaw_pleasure_scale_get_pleasure (ThawPleasureScale *self);
void       thaw_pleasure_scale_set_pleasure (ThawPleasureScale *self,
                                             int                pleasure);

G_END_DECLS
