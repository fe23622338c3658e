/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-help-catalog.h"
#include "thaw-own-line.h"

G_BEGIN_DECLS

#define THAW_TYPE_HELP_LINE_VIEW (thaw_help_line_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawHelpLineView, thaw_help_line_view, THAW, HELP_LINE_VIEW, GtkBox)

GtkWidget  *thaw_help_line_view_new        (const ThawHelpLine *line) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *thaw_help_line_view_new_own    (const ThawOwnLine  *line) G_GNUC_WARN_UNUSED_RESULT;

const char *thaw_help_line_view_get_id     (ThawHelpLineView   *self);

G_END_DECLS
