/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void thaw_menu_button_set_words (GtkMenuButton *button,
                                 const char    *label,
                                 const char    *name);

G_END_DECLS
