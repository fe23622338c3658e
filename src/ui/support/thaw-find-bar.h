/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_FIND_BAR (thaw_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (ThawFindBar, thaw_find_bar, THAW, FIND_BAR, GtkBox)

void        thaw_find_bar_open      (ThawFindBar *self);
void        thaw_find_bar_close     (ThawFindBar *self);
const char *thaw_find_bar_get_query (ThawFindBar *self);
void        thaw_find_bar_show_hit  (ThawFindBar *self,
                                     guint        index,
                                     guint        n_hits);

G_END_DECLS
