/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     thaw_window_put_over  (GtkWindow  *window,
                                GtkWindow  *parent);
gboolean thaw_window_ask_below (GtkWindow  *window,
                                const char *action,
                                const char *target);

GtkWindow *thaw_window_find_active (void);

G_END_DECLS
