/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkRGBA thaw_warmth_get_color     (double                 feeling,
                                   gboolean               is_dark);
void    thaw_warmth_snapshot_mark (GtkWidget             *widget,
                                   GtkSnapshot           *snapshot,
                                   const graphene_rect_t *bounds,
                                   double                 feeling);

G_END_DECLS
