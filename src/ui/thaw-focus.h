/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean thaw_focus_is_in (GtkWidget *widget);
void     thaw_focus_leave (GtkWidget *widget);

G_END_DECLS
