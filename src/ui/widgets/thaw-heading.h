/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *thaw_heading_new (const char *text,
                             int         level,
                             const char *css_class) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
