/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void thaw_stack_show        (GtkStack  *stack,
                             GtkWidget *child);
void thaw_stack_hide_unseen (GtkWidget *stack,
                             GtkWidget *child);

G_END_DECLS
