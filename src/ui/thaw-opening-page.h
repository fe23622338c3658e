/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_OPENING_PAGE (thaw_opening_page_get_type ())
G_DECLARE_FINAL_TYPE (ThawOpeningPage, thaw_opening_page, THAW, OPENING_PAGE, GtkBox)

GtkWidget *thaw_opening_page_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
