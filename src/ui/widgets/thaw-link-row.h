/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *thaw_link_row_new (const char *action,
                              const char *target,
                              const char *title,
                              const char *subtitle) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
