/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_LINE_VIEW (thaw_line_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawLineView, thaw_line_view, THAW, LINE_VIEW, GtkBox)

GtkWidget  *thaw_line_view_new      (void) G_GNUC_WARN_UNUSED_RESULT;

const char *thaw_line_view_get_line (ThawLineView *self);
void        thaw_line_view_set_line (ThawLineView *self,
                                     const char   *line);

G_END_DECLS
