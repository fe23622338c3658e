/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_TEXT_VIEW (thaw_text_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawTextView, thaw_text_view, THAW, TEXT_VIEW, GtkTextView)

GtkWidget *thaw_text_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
