/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_WRAP_LAYOUT (thaw_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (ThawWrapLayout, thaw_wrap_layout, THAW, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *thaw_wrap_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

int  thaw_wrap_layout_get_spacing (ThawWrapLayout *self);
void thaw_wrap_layout_set_spacing (ThawWrapLayout *self,
                                   int             spacing);

G_END_DECLS
