/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_PAIR_LAYOUT (thaw_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (ThawPairLayout, thaw_pair_layout, THAW, PAIR_LAYOUT, GtkLayoutManager)

GtkLayoutManager *thaw_pair_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
